"""Addresses, streets, villages and estates. A house number with its street blocks; a street or a
small place by name is asked about. Counties, cities, boroughs, courts and titles are no alarm.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.institutions import name_before
from reviews.editing.checks.passage import Hit, Passage, Word
from reviews.editing.checks.wordlists import one_of, ordinary, phrases

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE

# Surely streets, and those that are streets only after a house number or "lived in".
_STREETS = one_of("street road avenue lane crescent terrace grove gardens mews drive close")
_SHORT = one_of("st rd ave ln cres terr gdns dr cl")
_PERHAPS = one_of("""
    court place way walk square hill row rise view park green parade yard croft fold wynd brae
    vale bank gate quay house lodge villas buildings heights towers meadow meadows mount side
    bridge cottages cottage
""")
_NOT_BEFORE = one_of("""
    crown family high county youth magistrates supreme appeal coroner coroners criminal sheriff
    civil district juvenile divisional moot combined european international the a each every any
    no safe public local main private busy whole same silk cross rail moral right wrong back
    front other next great hard way one only long care early first second third new best better
    children childrens common royal key legal motor car take two three road trunk link cause
""")
_NATIONAL = one_of("downing harley fleet curtain sesame coronation cannon wall petty horseferry")
_FLAT = re.compile(
    r"(?i:\b(?:flat|unit|apartment|room) ?[0-9]{1,4}[a-z]?,? (?:[0-9]{1,4}[a-z]?,? )?)$"
)
_HOUSE = re.compile(r"(?:(?i:\bno\.? ?|\bnumber ))?(?<![\w.£/\-])[0-9]{1,4}[a-zA-Z]?,? $")
_GIVEN_AS = re.compile(r"(?i:\b(?:at|of|address:?|to)\s?)$")
_COUNTED = re.compile(
    r"(?i:\b(?:recommendation|section|chapter|table|figure|finding|part|stage|tier|level|pages?|year"
    r"|paragraph|the|all|these|of|over|about|some|operation)\s?)$"
)
_LIVED = re.compile(
    r"(?i:\b(?:liv(?:ed|es|ing)|home|house|flat|address|resid\w+|moved|stayed|staying|property"
    r"|accommodation|bungalow|premises|neighbours?)\b[^.;:]{0,30}?"
    r"\b(?:in|on|at|to|off|near|of|is|was)(?: the)? ?)$"
)
_LISTED = re.compile(r"(?i:\b(?:live[ds]?|living|address|home|moved)\b[^.;:]{0,50}, )$")
_SPOKEN_OF = re.compile(
    r"(?i:\b(?:in|on|at|to|off|near|along|from|of|by|around|behind)(?: the)? )$"
)

_CAPITALS = r"[A-Z][\w’'\-]{1,40}"
_VILLAGE = re.compile(
    r"(?i:\b(?:village|hamlet|estate|town|cul-de-sac|(?:caravan|traveller|holiday) (?:site|park)"
    r"|island|suburb|farm) (?:of|called|named|known as|near|in|outside) (?:the )?)"
    rf"(?P<name>{_CAPITALS}(?:[ \-](?:(?:on|upon|by|le|under|in|the|cum"
    rf"|next)[ \-])?{_CAPITALS}){{0,2}})"
)
_ESTATE = re.compile(
    rf"\b[Tt]he (?P<name>(?:{_CAPITALS} ){{1,3}})(?:(?:[Hh]ousing|[Cc]ouncil) )?"
    r"(?:[Ee]state|[Cc]aravan [Pp]ark)\b"
)
_RURAL = re.compile(
    r"(?i:\b(?:lived|lives|living|home|moved|house|flat|family|grew up|based|resided|stayed|born)"
    r" (?:\w+ )?(?:in|at|near|to|from|outside) )"
    r"(?P<name>(?:Little|Great|Upper|Lower|Nether|Over|Higher|Much|Long|Kirk|Abbots?|Bishops?"
    r"|Kings?)"
    r" [A-Z][a-z]{3,}|[A-Z][a-z]+-(?:on|upon|by|in|le|under|cum|next)-(?:the-)?[A-Z][a-z]+"
    r"|[A-Z][a-z]+ (?:St|Saint) [A-Z][a-z]+)\b"
)
_LONGEST = 80  # characters of an estate's name
_VILLAGE_WORDS = one_of("""
    village hamlet estate town cul-de-sac caravan traveller holiday park island suburb farm
""")
_LIVED_WORDS = one_of("""
    lived lives living home moved house flat family grew based resided stayed born
""")


def find(passage: Passage) -> Iterator[Hit]:
    """Whatever small place is named."""
    for place, word in enumerate(passage.words):
        if word.is_capital and place and word.key in _STREETS | _SHORT | _PERHAPS:
            yield from _street(passage, place)
        elif word.key in _VILLAGE_WORDS:
            yield from _village(passage, _VILLAGE.match(passage.text, word.start))
            before = max(0, word.start - _LONGEST)
            yield from _village(passage, _ESTATE.search(passage.text, before, word.end))
        elif word.key in _LIVED_WORDS:
            yield from _village(passage, _RURAL.match(passage.text, word.start))


def _street(passage: Passage, place: int) -> Iterator[Hit]:
    """A street, and with its house number an address."""
    last, names = passage.words[place], name_before(passage, place)
    if not names and passage.words[place - 1].text == "The":  # "4 The Crescent"
        names = [passage.words[place - 1]]
        if _number_before(passage, names[0], last) is None:
            return
    keys = tuple(word.key for word in names if word.text != "The")
    if not names or (keys and (keys[-1] in _NOT_BEFORE or _is_national(keys))):
        return
    start = _number_before(passage, names[0], last)
    before = passage.before(names[0].start, 60)
    is_lived = bool(_LIVED.search(before) or _LISTED.search(before))
    is_street = last.key in _STREETS and _is_a_street(passage, names, is_lived)
    is_home = last.key in _PERHAPS and is_lived and not _goes_on(passage, place)
    if start is not None:
        yield Hit("address", start, last.end, _BLOCKS)
    elif is_street or is_home:
        yield Hit("street", names[0].start, last.end, _ASKS)


def _is_national(keys: tuple[str, ...]) -> bool:
    """Streets that stand for what is in them."""
    return keys == ("great", "ormond") or (len(keys) == 1 and keys[0] in _NATIONAL)


def _number_before(passage: Passage, first: Word, last: Word) -> int | None:
    """Where a house number before a street's name begins; None if there is none."""
    before = passage.before(first.start, 30)
    flat = _FLAT.search(before)
    if flat:
        return first.start - len(flat[0])
    house = _HOUSE.search(before)
    if not house:
        return None
    start = first.start - len(house[0])
    if last.key in _STREETS | _SHORT or _LIVED.search(passage.before(start, 60)):
        return start
    before = passage.before(start, 30)
    is_given = _GIVEN_AS.search(before) and "," in passage.after(last.end, 20)
    is_proper = first.key not in ordinary() and not _COUNTED.search(before)
    return start if is_given or is_proper else None


def _is_a_street(passage: Passage, names: list[Word], is_lived: bool) -> bool:
    """Whether capitals before "Road" or "Close" are a name rather than a title's."""
    is_proper = any(word.key not in ordinary() for word in names)
    if not is_proper and passage.opens_sentence(names[0]):
        return False
    return is_proper or is_lived or bool(_SPOKEN_OF.search(passage.before(names[0].start, 20)))


def _goes_on(passage: Passage, place: int) -> bool:
    """Whether a name goes on after its kind: "Park View Academy" is found as a school."""
    word, following = passage.words[place], passage.words[place + 1 : place + 2]
    return bool(following) and following[0].is_capital and passage.follows(word, following[0])


def _village(passage: Passage, match: re.Match[str] | None) -> Iterator[Hit]:
    """What is called a village or an estate, unless it is a large place or an ordinary word."""
    if match is None:
        return
    start, name = match.start("name"), match["name"].rstrip()
    keys = tuple(word.key for word in passage.words_within(start, start + len(name)))
    is_large = keys in phrases("places") or keys in phrases("large_places")
    if not is_large and any(one not in ordinary() for one in keys):
        yield Hit("small-place", start, start + len(name), _ASKS)
