"""Whom items of a list are for: "LA1 partnership: ...", "both partnerships: ...", "police: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviews.intake.proposal import Span

_HEAD = (
    "partnerships?|partners|boards?|police|constabulary|agencies|agency|services?|councils?"
    "|authorit(?:y|ies)|trusts?|practitioners|professionals|schools?|colleges?|nurser(?:y|ies)"
    "|governments?|departments?|ministry|lscbs?|lscps?|scps?|sabs?|csps?|ccgs?|icbs?|gps?|nhs"
    "|england|wales|scotland|ireland|camhs|dfe|dh|dhsc|ofsted|cqc|office|cafcass|organisations?"
    "|commissioners?|providers?|hospitals?|staff|teams?|workers?|probation|mash|care|visiting"
    "|visitors|midwifery|midwives|nursing|leads?|chairs?|panels?|committees?|health|education"
    "|housing|everyone|managers?|leaders?|surger(?:y|ies)|practices?|practice|courts?|carers"
    r"|group|forum|university|cps|yot|yos|la\d{0,2}|area \d|partnership \d"
)
_OTHER = (
    "the|all|both|each|every|local|national|partner|multi|inter|agency|single|statutory"
    "|safeguarding|child|children|children's|children’s|childrens|adult|adults|adults’|adults'"
    "|community|mental|public|primary|secondary|acute|social|early|help|years|youth|justice|and"
    "|of|in|&|drug|alcohol|substance|misuse|domestic|abuse|voluntary|sector|integrated|clinical"
    "|commissioning|general|family|area|regional|county|city|borough|foster|fostering|residential"
    "|school|welfare|independent|lead|relevant|other|involved|home|metropolitan|protection|central"
    "|foundation|ambulance|maternity|visiting|emergency|special|these|two|three"
)
_WORD = rf"(?:(?:{_OTHER}|{_HEAD})(?![\w’'])|[A-Z][\w’'&.-]{{0,24}}|\([A-Za-z &]{{1,20}}\))"
_AUDIENCE = re.compile(
    rf"[*_]{{0,3}}(?:(?:and\s)?(?i:for|to)\s)?(?P<whom>(?:{_WORD}[\s,/-]{{1,3}}){{0,8}}(?:(?i:{_HEAD})|[A-Z]{{2,6}}\d?)"
    rf"(?:\s\([A-Z]{{2,8}}\))?)[*_]{{0,3}}\s{{0,3}}:[*_]{{0,3}}(?=\s)"
)
_BEFORE = re.compile(r"^(?:and\s+)?(?:(?:for|to)\s+)?", re.IGNORECASE)
_LOWER = re.compile(rf"(?:{_OTHER}|{_HEAD})", re.IGNORECASE)
# Health, say, is an agency; mental health, early help and foster care are what things are about.
_ABOUT = re.compile(
    r"(?:(?:the )?(?:mental|public|sexual|physical|child|parental|maternal|emotional) health"
    r"|(?:foster|residential|family|early|social|good|best|multi-agency|safeguarding|single-agency)"
    r"(?: \w+)? (?:practice|practices|group|care(?<!social care))|early help|in care|child care"
    r"|(?:the )?(?:practice|practices|care|visiting|area|office|group|lead|leads|home))",
    re.IGNORECASE,
)
_URGING = re.compile(
    r"(?:ensur|review|consider|develop|remind|ask|request|support|requir|train|encourag|shar|improv"
    r"|work|seek|rais|promot|provid|writ|explor|strengthen|audit|establish|use|make|give|hold|set)",
    re.IGNORECASE,
)
_CUT = re.compile(r"[.!?][\"'”’)]{0,2}\s{1,8}|\n\s{0,8}")


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom something is for, and where the words that say so end."""

    whom: str
    end: int


def audience_at(text: str, span: Span) -> Audience | None:
    """The audience that stands before a colon at the start of an item."""
    found = _AUDIENCE.match(text, span.start, min(span.end, span.start + 160))
    if not found:
        return None
    whom = _BEFORE.sub("", " ".join(found["whom"].split()))
    if not whom or _ABOUT.fullmatch(whom) or len(whom) > 90:
        return None
    first = whom.split()[0]
    if _URGING.match(first) and not _LOWER.fullmatch(first):
        return None
    return Audience(whom, found.end())


def audiences_in(text: str, span: Span) -> Iterator[int]:
    """Where an audience begins a sentence or a line inside a list."""
    for cut in _CUT.finditer(text, span.start, span.end):
        place = cut.end()
        if "\n" in cut[0] and not _begins_line(text, cut.start(), place):
            continue
        if ":" in text[place : place + 120] and audience_at(text, Span(place, span.end)):
            yield place


def _begins_line(text: str, before: int, place: int) -> bool:
    """Whether a line begins something, rather than going on with the line before it."""
    last = text[max(0, before - 40) : before].rstrip()[-1:]
    return last in {"", ".", ";", ":", "!", "?"} or text[place : place + 1].isupper()
