"""Schools, nurseries, hospitals, surgeries, homes and centres by name.

A review may have had to name one, so an editor is asked. National ones are no alarm, nor is what
the words only describe: "Primary School staff", "the Children's Hospital".
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import Hit, Passage, Word
from reviews.editing.checks.wordlists import listed, one_of, ordinary, phrases, sure_names

_LONGEST = 6  # words of a name

_SCHOOLS = one_of("""
    school schools academy college nursery nurseries preschool pre-school playgroup kindergarten
    creche
""")
_SCHOOLS_SHORT = one_of("primary comprehensive")
_SCHOOL_IS = one_of("""
    primary secondary junior infant infants high grammar special nursery catholic rc ce church
    of england roman community free day pre academy middle prep preparatory upper lower girls
    boys county voluntary aided technology sports and early years sixth form comprehensive
    school voluntary-aided foundation independent boarding day-nursery pre-school college
""")
_CARE = one_of("hospital infirmary surgery hospice clinic practice")
_VAGUE = one_of("practice clinic")  # many things, unless "Medical" or the like stands before
_CARE_IS = one_of("""
    general royal community cottage district memorial university children childrens medical
    health group family gp maternity women womens county psychiatric mental teaching hospital
    centre park road street lane dental walk-in
""")
_CENTRES = one_of("centre home hostel refuge unit house project lodge")
_CENTRE_IS = one_of("""
    children childrens family medical health community care youth leisure day residential women
    womens maternity contact early help foyer assessment secure birthing
""")
_SMALL = one_of("of the and on by upon le")
_SAINT = one_of("st saint ss")
# Words that stand before a name and are no part of it.
_BESIDE = one_of("""
    a an when where while who which what why how if in at to from for with as after before
    during since until although because both each every any all some no not this that these
    those his her their our its my your he she they it we was is are were be been had has have
    did does do or but so then there here also however once only child mother father parents
    siblings brother sister mr mrs ms miss pupils staff attended local
""")
_OF_SUBJECT = re.compile(
    r"^ (?:of (?:Social|Economics|Medicine|Nursing|Law|Psych|Hygiene|Education|General|Paed|GPs"
    r"|Emergency|Midwi|Art)|for [A-Z])"
)


def find(passage: Passage) -> Iterator[Hit]:
    """Whatever school, hospital or home is named."""
    for place, word in enumerate(passage.words):
        if not word.is_capital:
            continue
        if word.key in _SCHOOLS or (word.key in _SCHOOLS_SHORT and not _goes_on(passage, place)):
            yield from _named(passage, place, "school", _SCHOOL_IS)
        elif word.key in _CARE:
            yield from _named(passage, place, "hospital", _CARE_IS)
        elif word.key in _CENTRES and place and passage.words[place - 1].key in _CENTRE_IS:
            yield from _named(passage, place, "small-place", _CENTRE_IS | _CARE_IS)


def _named(passage: Passage, place: int, code: str, kinds: frozenset[str]) -> Iterator[Hit]:
    """The name that ends with a kind of place, if it has words of its own."""
    words, last = passage.words, passage.words[place]
    if _goes_on(passage, place) and words[place + 1].key in kinds | _SCHOOLS | _CARE:
        return
    first = place
    while first and _joins(passage, first - 1) and words[first - 1].key in kinds:
        first -= 1
    if last.key in _VAGUE and first == place:
        return
    names = name_before(passage, first)
    own = tuple(word.key for word in names if word.key != "royal")
    is_large = code == "hospital" and own in phrases("places")
    is_named = any(_is_own(passage, word) for word in names) and not _is_known(names)
    if is_named and not is_large and not _OF_SUBJECT.match(passage.after(last.end, 20)):
        yield Hit(code, names[0].start, last.end, Severity.ACKNOWLEDGE)


def _goes_on(passage: Passage, place: int) -> bool:
    """Whether another capital follows, as in "Primary Care" and "Hill School Trust"."""
    word, following = passage.words[place], passage.words[place + 1 : place + 2]
    return bool(following) and following[0].is_capital and passage.follows(word, following[0])


def name_before(passage: Passage, place: int) -> list[Word]:
    """The words of a name that stand before its kind: capitals, "of" and "the" between them."""
    names: list[Word] = []
    words = passage.words
    back = place - 1
    while back >= 0 and place - back <= _LONGEST and _joins(passage, back):
        word = words[back]
        is_part = word.is_capital or word.key in _SMALL
        if not is_part or word.text.isdigit() or word.key in _BESIDE:
            break
        if word.key == "and" and back and words[back - 1].key in _SCHOOLS | _CARE:
            break  # two of them
        names.insert(0, word)
        back -= 1
    while names and (not names[0].is_capital or names[0].key in _SMALL):
        names.pop(0)
    return names


def _is_own(passage: Passage, word: Word) -> bool:
    """Whether a word sets a place apart: it is no ordinary word, nor one that opens a sentence."""
    if word.key in _SAINT:
        return True
    if word.key in sure_names() or word.key in listed("family_names"):
        return word.key not in ordinary() or not passage.opens_sentence(word)
    return word.key not in ordinary()


def _is_known(names: list[Word]) -> bool:
    known = phrases("known_institutions")
    keys = tuple(word.key for word in names)
    return keys in known or any(keys[:length] in known for length in (2, 3))


def _joins(passage: Passage, place: int) -> bool:
    """Whether a word and the next are of one name; after "St" a full stop may stand."""
    word, other = passage.words[place], passage.words[place + 1]
    if passage.follows(word, other):
        return True
    gap = passage.text[word.end : other.start]
    return gap == " & " or (gap == ". " and word.key in _SAINT)
