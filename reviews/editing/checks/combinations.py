"""Details that are harmless alone and single out a child together.

An age in days or weeks, the month of the incident and a named area give a day of birth to anybody
who reads the local news. And a review that was published anonymously may name no area at all.
"""

import re
from collections.abc import Iterator

from reviews.editing.checks.finding import Context, Finding, Severity
from reviews.editing.checks.passage import Hit, Passage, Word
from reviews.editing.checks.wordlists import ordinary, phrases

_ASKS = Severity.ACKNOWLEDGE
_NEAR = 300

_NUMBER = (
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_SIGN = re.compile("day|week|Day|Week|DAY|WEEK")
_YOUNG = re.compile(
    rf"\b(?:{_NUMBER}[ \-](?:day|week)s?[ \-](?:old|of age)|aged (?:just "
    rf"|only )?{_NUMBER}[ \-](?:day|week)s?)\b",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = re.compile(rf"\b(?:{_MONTHS})(?: of)?,? (?:19|20)[0-9]{{2}}\b")
_BODY = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'\-]{1,40} (?:(?:and|upon|on|with"
    r"|&) )?){1,4})(?P<kind>(?:Local )?(?:Safeguarding|Child Protection)"
    r"|(?:County |City |Borough |District |Metropolitan |London Borough )?Council|Constabulary"
    r"|Police\b|NHS|Integrated Care|University Hospitals?)"
)
_ELSEWHERE = re.compile(
    r"^\W{0,3}(?:[\w’']+ ){0,3}?(?:inquiry|report|review|university|model|study|research|toolkit"
    r"|judgment)",
    re.IGNORECASE,
)


def find(passage: Passage) -> Iterator[Hit]:
    """An age in days or weeks near a month and an area; an area in an anonymous review."""
    context = passage.context
    for match in passage.near(_SIGN, _YOUNG):
        near = passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        start = max(0, match.start() - _NEAR)
        if _MONTH.search(near) and (
            _has_area(context) or _areas(passage, start, start + len(near))
        ):
            yield Hit("combination", match.start(), match.end(), _ASKS)
    if context.anonymous:
        yield from _named_areas(passage)


def of_facts(context: Context) -> Iterator[Finding]:
    """The same of the fields that are no texts: ages, incident and partnership."""
    ages = [age for age in context.ages if not age.is_unborn and age.iso[-1] in "DW"]
    incident = context.incident
    if ages and incident and incident.precision in ("month", "day") and _has_area(context):
        text = f"{ages[0].old_label}, {incident.label}, {context.partnership}"
        yield Finding("combination", "children", 0, 0, text, _ASKS)
    if incident and incident.precision == "day":
        code = "death-day" if context.outcome == "death" else "incident-day"
        yield Finding(code, "incident", 0, 0, incident.label, _ASKS)


def _has_area(context: Context) -> bool:
    return bool(context.partnership) and not context.anonymous


def _named_areas(passage: Passage) -> Iterator[Hit]:
    """Bodies and areas by name."""
    for match in _BODY.finditer(passage.text):
        words = re.findall(r"[\w’'\-]+", match["name"])
        own = [word for word in words if word.casefold() not in ordinary()]
        if own and not own[0].startswith("Barnardo"):
            start = match.start() + match["name"].index(own[0])
            yield Hit("anonymous-area", start, match.end(), _ASKS)
    for first, last in _areas(passage, 0, len(passage.text)):
        if not _ELSEWHERE.match(passage.after(last.end, 60)):
            yield Hit("anonymous-area", first.start, last.end, _ASKS)


def _areas(passage: Passage, start: int, end: int) -> list[tuple[Word, Word]]:
    """Counties, cities and boroughs named between two places."""
    known = phrases("places")
    longest = max(map(len, known))
    words = passage.words_within(start, end)
    found = []
    for number, word in enumerate(words):
        if not word.is_capital:
            continue
        for length in range(longest, 0, -1):
            run = words[number : number + length]
            if len(run) == length and tuple(one.key for one in run) in known:
                found.append((run[0], run[-1]))
                break
    return found
