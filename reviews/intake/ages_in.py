"""Ages in a text: where one stands, what it says, and whether several stand together.

Finds the words; what they mean is read by reviews/written_ages.py. Whose age it is: people.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviews import written_ages
from reviews.ages import Age, AgeError
from reviews.intake.proposal import Span

_ONES = "|".join(written_ages.ONES[1:])
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.5|½)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[\s-](?:{_ONES}))?|{_ONES})"
)
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?)"
_GAP = r"[\s\u2010-\u2015-]{0,3}"
_HALF = rf"(?:{_GAP}(?:½|1/2|and{_GAP}a{_GAP}half|a{_GAP}half))?"
_ONE = rf"{_NUMBER}{_HALF}{_GAP}{_UNIT}{_HALF}(?:{_GAP},?{_GAP}(?:and\s+)?{_NUMBER}{_GAP}{_UNIT})?"
_OLD = rf"{_GAP}olds?\b(?:-(?:infants?|bab(?:y|ies)|boys?|girls?|child(?:ren)?|twins?)\b)?"
_JOIN = r"\s*(?:,\s*(?:and|or|&)?|and|or|&|to|[\u2010-\u2015/-])\s*"
_ROUGH = (
    r"(?:(?:of|was|is|were|about|around|approximately|approx\.?|just|only|nearly|almost|between"
    r"|from|under|over|at least|up to|ranging|ranged|less than|younger than|then)\s+){0,4}"
)
_ITEM = (
    rf"(?:birth|newborn|{_NUMBER}{_HALF}"
    rf"(?:{_GAP}{_UNIT}{_HALF}(?:{_GAP},?\s*(?:and\s+)?{_NUMBER}{_GAP}{_UNIT})?)?)"
)
_ITEM_OF = rf"(?:{_ONE}|{_NUMBER}(?!{_GAP}(?:{_UNIT}|of\b|[a-z]+s\b|per\b|%)))"
_CHILD = (
    r"(?:baby|babies|infants?|boys?|girls?|child(?:ren)?|twins?|toddlers?|male|female|siblings?)"
)

_MENTION = re.compile(
    rf"\b(?P<several>{_NUMBER}(?:{_GAP}{_UNIT})?(?:{_GAP}old)?-?(?:{_JOIN}{_NUMBER}-?){{0,9}}{_JOIN}{_ONE}{_OLD})"
    rf"|\b(?P<old>{_ONE}{_OLD})"
    rf"|\b(?P<aged>(?:between the )?ag(?:ed"
    rf"|es?)\b:?\s*{_ROUGH}{_ITEM}(?:{_JOIN}{_ITEM}){{0,9}}(?:{_GAP}olds?\b"
    rf"|\s+of\s+age\b)?)"
    rf"|(?<=[a-z]) of (?P<of>(?:only |just |about )?{_ITEM_OF})(?=[\s,.;)])"
    rf"|\b(?P<ofage>(?:(?:under|over|nearly|almost|about)\s+)?{_ONE}\s+of\s+age\b)"
    rf"|\b(?P<bare>{_ONE}(?=[\s-]+(?:\w+[\s-]+)?{_CHILD}\b))"
    r"|\b(?P<born>un-?born|new-?born|neonate)\b"
    r"|\(?\b(?P<unsaid>ages? (?:is |was |were )?(?:unspecified|unknown|not (?:given|stated"
    r"|specified|known|recorded)))\b\)?"
    rf"|(?<=[A-Za-z]), (?P<comma>\d{{1,2}}|{_NUMBER} {_UNIT})(?=,? (?:who|was|were|is|died|had"
    rf"|in|from|at)\b|, )"
    rf"|(?<=[a-z]) \((?P<bracket>(?:aged )?{_NUMBER}(?:{_GAP}{_UNIT})?)\)"
    rf"|\b(?:was|were|is) (?P<was>(?:only |just )?{_NUMBER}(?: {_UNIT})?)(?=[,.]|\s+(?:when"
    rf"|at the time|and (?:had|lived|was))\b)",
    re.IGNORECASE,
)
_BEHIND_CHILD = re.compile(
    rf"\b(?:{_CHILD}|daughter|son|sister|brother|young (?:person|man|woman)|teenager)$",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(
    rf"(?:\b(?!Mother|Father|Mum|Dad|Parents|Both|He|She)[A-Z]\w*|\b(?i:{_CHILD}))\s+$"
)
_NAME = re.compile(r"\b[A-Z][a-z]+$")
# Forms that are an age only behind these words; any number else.
_ONLY_BEHIND = {
    "of": _BEHIND_CHILD,
    "bracket": re.compile(rf"{_BEHIND_CHILD.pattern}|(?-i:{_NAME.pattern})", re.IGNORECASE),
    "was": _BEHIND_NAME,
}
_RANGE = re.compile(
    r"\b(?:between|from|ranging|ranged|to)\b|\d\s*[\u2010-\u2015-]\s*\d", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and|or|&)?|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_AN_AGE_AND = re.compile(
    rf"(?:{_ROUGH}){_NUMBER}{_GAP}{_UNIT}(?:,?\s*(?:and\s+)?){_NUMBER}{_GAP}{_UNIT}(?:{_GAP}olds?)?",
    re.IGNORECASE,
)
_HALVES = re.compile(rf"\band{_GAP}a{_GAP}half\b", re.IGNORECASE)
_LAST_UNIT = re.compile(rf"{_UNIT}{_OLD}|{_UNIT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """Ages that stand together. `ages` has None for one that can't be read, or is not said."""

    span: Span
    text: str
    ages: tuple[Age | None, ...]
    form: str  # several, old, aged, of, ofage, bare, born, unsaid, comma, bracket, was


def mentions(text: str, span: Span) -> Iterator[Mention]:
    """The ages of a piece of text, in order."""
    for found in _MENTION.finditer(text, span.start, span.end):
        form = found.lastgroup or ""
        behind = _ONLY_BEHIND.get(form)
        if behind and not behind.search(text[max(span.start, found.start() - 30) : found.start()]):
            continue
        first, last = found.span(form)
        written = text[first:last]
        yield Mention(Span(first, last), written, tuple(_ages(written, form)), form)


def _ages(written: str, form: str) -> list[Age | None]:
    if form == "unsaid":
        return [None]
    if form in ("comma", "of", "bracket", "was") and not _LAST_UNIT.search(written):
        return [_read(f"{written} years")]
    if form in ("several", "aged"):
        return _several(written)
    return [_read(written)]


def _several(written: str) -> list[Age | None]:
    """ "aged 4, 6 and 9 years" are three ages, "aged 3 to 7" is one."""
    if _RANGE.search(written):
        return [_read(written)]
    bare = _HALVES.sub(
        " ½", re.sub(r"^(?:between the )?ag(?:ed|es?)\b:?\s*", "", written, flags=re.IGNORECASE)
    )
    is_one = _AN_AGE_AND.fullmatch(bare.strip()) and _descends(bare)  # "4 years and 8 months"
    parts = [bare] if is_one else [part for part in _SPLIT.split(bare) if part.strip()]
    if len(parts) == 1:
        return [_read(written)]
    unit = _LAST_UNIT.search(parts[-1])
    shared = unit[0] if unit and not _falls(parts) else "years"
    return [
        _read(part if _LAST_UNIT.search(part) else f"{part.strip(' -')} {shared}") for part in parts
    ]


def _falls(parts: list[str]) -> bool:
    """ "9, 7 and 18 months": years down to the youngest, whose age alone is in months."""
    numbers = [int(found[0]) for part in parts if (found := re.search(r"\d+", part))]
    if len(numbers) != len(parts) or _LAST_UNIT.search(parts[0]):
        return False
    others = numbers[:-1]
    if len(others) < 2:
        return False
    is_young = bool(re.search("month|mth|week|wk|day", parts[-1], re.IGNORECASE))
    return is_young and others == sorted(others, reverse=True) and numbers[-1] > others[-1]


def _descends(written: str) -> bool:
    """ "4 years and 8 months" is one age; "8 months and 4 years" are two."""
    units = re.findall(r"year|yr|month|mth|week|wk|day", written, re.IGNORECASE)
    order = {"y": 3, "m": 2, "w": 1, "d": 0}
    return order[units[0][0].lower()] > order[units[-1][0].lower()]


def _read(written: str) -> Age | None:
    plain = re.sub(r"\b(?:birth)\b", "0 days", written, flags=re.IGNORECASE)
    plain = re.sub(r"\b(?:of age|then|ranging|ranged|was|were)\b", " ", plain, flags=re.IGNORECASE)
    try:
        return written_ages.read(plain)
    except AgeError:
        return None
