"""Small places: addresses, streets, schools, nurseries, surgeries, homes, hospitals, villages, estates.

A house number with its street blocks. A place by name is asked about, because a review may have had
to name it. Large areas, courts, councils, police forces and national bodies are no alarm.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import Hit, Passage, Word
from reviews.editing.checks.wordlists import listed, ordinary, phrases, sure_names

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE
_LONGEST = 6  # words of a place's name

# Surely streets; and those that are streets only after a house number or "lived in".
_STREETS = frozenset(["street", "road", "avenue", "lane", "crescent", "terrace", "grove", "gardens", "mews", "drive", "close"])
_ABBREVIATED = frozenset(["st", "rd", "ave", "ln", "cres", "terr", "gdns", "dr", "cl"])
_PERHAPS_STREETS = frozenset(
    ["court", "place", "way", "walk", "square", "hill", "row", "rise", "view", "park", "green", "parade", "yard", "croft", "fold", "wynd", "brae", "vale", "bank", "gate", "quay", "house", "lodge", "villas", "buildings", "heights", "towers", "meadow", "meadows", "mount", "side", "bridge", "cottages", "cottage"]
)
_NOT_STREETS = frozenset(
    ["crown", "family", "high", "county", "youth", "magistrates", "magistrates'", "supreme", "appeal", "coroner", "coroners", "coroner's", "criminal", "sheriff", "civil", "district", "juvenile", "divisional", "moot", "combined", "european", "international", "the", "a", "each", "every", "any", "no", "safe", "public", "local", "main", "private", "busy", "whole", "same", "silk", "cross", "rail", "moral", "right", "wrong", "back", "front", "other", "next", "great", "hard", "way", "one", "only", "long", "care", "early", "first", "second", "third", "new", "best", "better", "children's", "childrens", "common", "royal", "key", "legal", "motor", "car", "take", "two", "three", "road"]
)
_KNOWN_STREETS = frozenset(
    {("great", "ormond"), ("downing",), ("harley",), ("fleet",), ("curtain",), ("sesame",), ("coronation",)}
    | {("cannon",), ("wall",), ("gloucester",), ("petty",), ("horseferry",), ("brook",), ("high",), ("main",)}
)
_NUMBER = re.compile(
    r"(?:(?i:(?:flat|unit|apartment|room) ?[0-9]{1,4}[a-z]?,? ?(?:,? [0-9]{1,4}[a-z]?,? )?)|(?:(?i:no\.? ?|number ))?(?<![\w.£/\-])[0-9]{1,4}[a-zA-Z]?,? )$"
)
_LIVED = re.compile(
    r"(?i:\b(?:liv(?:ed|es|ing)|home|house|flat|address|resid\w+|moved|stayed|staying|accommodation|property|bungalow|premises|neighbours?)"
    r"\b[^.;:]{0,30}?\b(?:in|on|at|to|off|near|of|is|was)(?: the)? ?)$"
)
_SPOKEN_OF = re.compile(r"(?i:\b(?:in|on|at|to|off|near|along|from|of|by|around|behind)(?: the)? )$")

_KINDS = {
    "school": """school schools academy college nursery nurseries preschool pre-school playgroup kindergarten creche crèche
        childminders""",
    "care": """hospital infirmary surgery hospice clinic practice""",
}
_SCHOOL_MIDDLE = frozenset(
    ["primary", "secondary", "junior", "infant", "infants", "high", "grammar", "special", "nursery", "catholic", "rc", "ce", "c", "e", "of", "church", "england", "roman", "community", "free", "day", "pre", "academy", "middle", "prep", "preparatory", "first", "upper", "lower", "girls", "boys", "girls'", "boys'", "county", "voluntary", "aided", "technology", "sports", "and", "early", "years", "sixth", "form", "comprehensive", "school", "voluntary-aided", "c.e", "r.c", "foundation", "and", "montessori", "independent", "boarding", "day-nursery", "pre-school"]
)
_CARE_MIDDLE = frozenset(
    ["general", "royal", "community", "cottage", "district", "memorial", "university", "children's", "childrens", "medical", "health", "group", "family", "gp", "maternity", "women's", "county", "psychiatric", "mental", "teaching", "hospital", "centre", "park", "road", "street", "lane", "dental", "walk-in"]
)
_CENTRES = frozenset(("centre", "home", "hostel", "refuge", "unit", "house", "project", "lodge"))
_CENTRE_BEFORE = frozenset(
    ["children's", "childrens", "family", "medical", "health", "community", "care", "youth", "leisure", "day", "residential", "women's", "maternity", "contact", "early", "help", "foyer", "assessment", "secure", "sure", "start", "birthing", "birth"]
)
_NATIONAL = frozenset(
    """great ormond street|alder hey|royal marsden|st mary's|broadmoor|rampton|ashworth|great ormond|tavistock|maudsley
    |sure start|sure|head start|home start|harvard|london|oxford|cambridge|guildhall|royal|eton|hogwarts|nhs|national|ofsted|steiner|montessori
    |forest|sunday|summer|operation encompass|encompass|anna freud|virtual|british|priory|king's|kings|university
    |open|staff|police|naval|army|law|art|bible|quaker|church|faith|muslim|jewish|hebrew|qur'an|madrasah|madrassa|islamic"""
    .replace("\n    ", "").split("|")
)
_TAUGHT = re.compile(r"^ (?:of (?:Social|Economics|Medicine|Nursing|Law|Psychiatr|Hygiene|Education|General|Paed|GPs|Emergency|Midwi)|for )")
_SAINT = frozenset(("st", "saint", "ss", "st."))

_SMALL = re.compile(
    r"(?i:\b(?P<cue>(?:small |rural |seaside |former |mining |market |coastal |local )*(?:village|hamlet|estate|small town|market town|seaside town"
    r"|housing estate|council estate|cul-de-sac|caravan (?:site|park)|traveller site|island|neighbourhood|suburb|close|street|road"
    r"|farm) (?:of|called|named|known as|near|in|outside))) (?:the )?(?P<name>(?:[A-Z][\w’'\-]+(?: (?:on|upon|by|le|under|in|the|cum|next) (?=[A-Z]| ))?[ \-]?){1,3})"
)
_ESTATE = re.compile(r"\b[Tt]he (?P<name>(?:[A-Z][\w’'\-]+ ){1,3})(?:[Hh]ousing |[Cc]ouncil )?(?:[Ee]state|[Cc]aravan [Pp]ark)\b")
_RURAL = re.compile(
    r"(?i:\b(?:lived|lives|living|home|moved|house|flat|family|grew up|based|resided|stayed|born) (?:\w+ )?(?:in|at|near|to|from|outside) )"
    r"(?P<name>(?:(?:Little|Great|Upper|Lower|Nether|Over|Higher|Much|Long|Church|Kirk|Abbots?|Bishops?|Kings?) [A-Z][a-z]{3,})"
    r"|[A-Z][a-z]+-(?:on|upon|by|in|le|under|cum|next)-(?:the-)?[A-Z][a-z]+|[A-Z][a-z]+ (?:St|Saint) [A-Z][a-z]+)\b"
)
_LARGE = frozenset(
    """great britain|great manchester|great yarmouth|stoke-on-trent|southend-on-sea|barrow-in-furness|stratford-upon-avon
    |newcastle-upon-tyne|kingston-upon-thames|kingston-upon-hull|bury st edmunds|burton-on-trent|burton-upon-trent
    |stockton-on-tees|church england|clacton-on-sea|berwick-upon-tweed""".replace("\n    ", "").split("|")
)


def find(passage: Passage) -> Iterator[Hit]:
    """Whatever small place is named."""
    words = passage.words
    for place, word in enumerate(words):
        if word.key in _STREETS or word.key in _PERHAPS_STREETS or word.key in _ABBREVIATED:
            yield from _street(passage, place)
        if word.is_capital and word.key in _SCHOOLS:
            yield from _named(passage, place, "school", _SCHOOL_MIDDLE)
        elif word.is_capital and word.key in _CARE:
            yield from _named(passage, place, "hospital", _CARE_MIDDLE)
        elif word.is_capital and word.key in _CENTRES and place and words[place - 1].key in _CENTRE_BEFORE:
            yield from _named(passage, place, "small-place", _CENTRE_BEFORE | _CARE_MIDDLE)
    yield from _villages(passage)


_SCHOOLS = frozenset(_KINDS["school"].split())
_CARE = frozenset(_KINDS["care"].split())


def _street(passage: Passage, place: int) -> Iterator[Hit]:
    """A street, and with its house number an address."""
    words = passage.words
    last = words[place]
    if not last.is_capital or place == 0:
        return
    names = _names_before(passage, place, frozenset())
    if not names or names[-1].key in _NOT_STREETS or tuple(w.key for w in names) in _KNOWN_STREETS:
        return
    first = names[0]
    number = _NUMBER.search(passage.before(first.start, 24))
    is_lived = bool(_LIVED.search(passage.before(first.start, 60)))
    if number and (last.key in _STREETS or last.key in _ABBREVIATED or is_lived or _is_home(passage, number, first)):
        yield Hit("address", first.start - len(number[0]), last.end, _BLOCKS)
    elif last.key in _STREETS and _is_a_street(passage, names, is_lived) or last.key in _PERHAPS_STREETS and is_lived and not _goes_on(passage, place):
        yield Hit("street", first.start, last.end, _ASKS)


def _is_home(passage: Passage, number: re.Match[str], first: Word) -> bool:
    """Whether a number before "Park" or "Court" is a house's: a comma or a postcode is near."""
    start = first.start - len(number[0])
    if re.match(r"(?i:flat|apartment)", number[0]):
        return True
    before = passage.before(start, 30)
    return bool(re.search(r"(?i:\b(?:at|of|address:?|to)\s?)$", before)) and "," in passage.after(first.end, 30)


def _is_a_street(passage: Passage, names: list[Word], is_lived: bool) -> bool:
    """Whether capitals before "Road" or "Close" are a name rather than a title's."""
    spoken = is_lived or bool(_SPOKEN_OF.search(passage.before(names[0].start, 20)))
    proper = [word for word in names if word.key not in ordinary()]
    if passage.opens_sentence(names[0]) and not proper[1:] and names[0].key in ordinary():
        return False
    return bool(proper) or spoken


def _goes_on(passage: Passage, place: int) -> bool:
    """Whether a name goes on after its kind: "Park View Academy" is found as a school."""
    following = passage.words[place + 1 : place + 2]
    return bool(following) and following[0].is_capital and passage.follows(passage.words[place], following[0])


def _named(passage: Passage, place: int, code: str, middle: frozenset[str]) -> Iterator[Hit]:
    """A school or hospital by its own name."""
    last = passage.words[place]
    first_kind = place
    while first_kind and _joins(passage, first_kind - 1) and passage.words[first_kind - 1].key in middle:
        first_kind -= 1
    names = _names_before(passage, first_kind, frozenset())
    own = [word for word in names if _is_own(passage, word)]
    if _goes_on(passage, place) and passage.words[place + 1].key in middle | _SCHOOLS | _CARE:
        return
    said = " ".join(word.key for word in names)
    if not own or said in _NATIONAL or names[0].key in _NATIONAL and len(names) == 1:
        return
    if any(national in said for national in ("great ormond", "alder hey", "royal marsden", "anna freud")):
        return
    if not _TAUGHT.match(passage.after(last.end, 20)):
        yield Hit(code, names[0].start, last.end, _ASKS)


def _is_own(passage: Passage, word: Word) -> bool:
    """Whether a word of a name is what sets it apart: no ordinary word that begins a sentence."""
    if word.key in _SAINT or word.key in sure_names() or word.key in listed("family_names"):
        return word.key not in ordinary() or not passage.opens_sentence(word)
    return word.key not in ordinary()


def _names_before(passage: Passage, place: int, middle: frozenset[str]) -> list[Word]:
    """The words of a name that stand before its kind: capitals, "of" and "the" between them."""
    words, names = passage.words, []
    back = place - 1
    while back >= 0 and place - back <= _LONGEST and _joins(passage, back):
        word = words[back]
        small = word.key in ("of", "the", "and", "on", "by", "upon", "le", "&")
        if not (word.is_capital or small) or word.text.isdigit() or _says_nothing(passage, word):
            break
        names.append(word)
        back -= 1
    names.reverse()
    while names and not names[0].is_capital:
        names.pop(0)
    if names and names[0].key == "the" and len(names) > 1:
        names.pop(0)
    return names


def _joins(passage: Passage, place: int) -> bool:
    """Whether a word and the next are of one name; after "St" a full stop may stand."""
    word, other = passage.words[place], passage.words[place + 1]
    gap = passage.text[word.end : other.start]
    return passage.follows(word, other) or (gap == ". " and word.key in _SAINT) or gap == " & "


def _says_nothing(passage: Passage, word: Word) -> bool:
    """Words that begin a sentence or a heading before a name: "When", "Her", "Both"."""
    return word.key in _EMPTY


_EMPTY = frozenset(
    ["a", "an", "when", "where", "while", "who", "which", "what", "why", "how", "if", "in", "at", "on", "to", "from", "for", "with", "by", "as", "after", "before", "during", "since", "until", "although", "because", "both", "each", "every", "any", "all", "some", "no", "not", "this", "that", "these", "those", "his", "her", "their", "our", "its", "my", "your", "he", "she", "they", "it", "we", "was", "is", "are", "were", "be", "been", "had", "has", "have", "did", "does", "do", "and", "or", "but", "so", "then", "there", "here", "also", "however", "once", "only", "when", "child", "mother", "father", "parents", "siblings", "brother", "sister", "mr", "mrs", "ms", "miss", "pupils", "staff", "attended"]
)


def _villages(passage: Passage) -> Iterator[Hit]:
    for pattern in (_SMALL, _ESTATE, _RURAL):
        for match in pattern.finditer(passage.text):
            name = match["name"].strip()
            keys = tuple(re.findall(r"[\w’'\-]+", name.casefold()))
            is_large = keys in phrases("places") or " ".join(keys) in _LARGE
            if not is_large and any(k not in ordinary() for k in keys):
                yield Hit("small-place", match.start("name"), match.start("name") + len(name), _ASKS)
