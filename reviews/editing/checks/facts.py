"""Facts that a record lacks, dates out of order, and facts that contradict each other.

Pure over a record and today's date. What makes a record useless or impossible blocks; what a source
may really not say is acknowledged.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reviews.ages import Age
from reviews.choices import Sex
from reviews.editing.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from reviews.records import ChildRecord, ReviewRecord

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE
NOT_STATED = ("", "not-stated")
DEATH = "death"
# Harms that nobody survives, by their definitions.
FATAL = frozenset(
    ("suicide", "filicide", "homicide-outside-the-family", "sudden-unexpected-death-in-infancy")
)
LONG = 12  # years between an incident and its review after which one of the dates may be wrong
_DIED = re.compile(r"\b(?:died|death of|dies|killed|murdered|murder of)\b", re.IGNORECASE)
_UNDECIDED = re.compile(
    r"\b(?:nearly|almost|could have|might have|not|father|mother|parent)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]+")
_SEXES = {
    Sex.GIRL: re.compile(r"\b(?:boys?|son|male)\b", re.IGNORECASE),
    Sex.BOY: re.compile(r"\b(?:girls?|daughter|female)\b", re.IGNORECASE),
}


def find(record: "ReviewRecord", today: date) -> list[Finding]:
    """Everything that is missing, out of order or contradictory."""
    return [
        *_missing(record),
        *_out_of_order(record, today),
        *_contradictions(record),
    ]


def _about(code: str, field: str, severity: Severity, text: str = "") -> Finding:
    return Finding(code, field, 0, 0, text, severity)


def _missing(record: "ReviewRecord") -> Iterator[Finding]:
    if not record.title.strip():
        yield _about("no-title", "title", _BLOCKS)
    if not record.summary.strip():
        yield _about("no-account", "summary", _BLOCKS)
    if record.type in NOT_STATED:
        yield _about("no-type", "type", _ASKS)
    if record.outcome in NOT_STATED:
        yield _about("no-outcome", "outcome", _ASKS)
    if not record.harms:
        yield _about("no-harm", "harms", _ASKS)
    points = (*record.learning, *record.recommendations)
    if not record.themes and not any(point.themes for point in points):
        yield _about("no-theme", "themes", _ASKS)
    if not record.learning:
        yield _about("no-learning", "learning", _ASKS)
    yield from _missing_of_children(record)
    if not record.documents:
        yield _about("no-document", "documents", _ASKS)
    elif not any(document.url or document.permission for document in record.documents):
        yield _about("no-link", "documents", _ASKS)


def _missing_of_children(record: "ReviewRecord") -> Iterator[Finding]:
    if not record.children:
        yield _about("no-child", "children", _ASKS)
    for number, child in enumerate(record.children, start=1):
        if child.age is None:
            yield _about("no-age", f"children.{number}", _ASKS, child.age_text or f"child {number}")


def _out_of_order(record: "ReviewRecord", today: date) -> Iterator[Finding]:
    published, incident, added = record.published, record.incident, record.added
    if published and incident and published.latest < incident.earliest:
        text = f"{published.label}, {incident.label}"
        yield _about("published-before-incident", "published", _BLOCKS, text)
    if published and added.latest < published.earliest:
        text = f"{added.label}, {published.label}"
        yield _about("added-before-published", "added", _ASKS, text)
    if incident and added.latest < incident.earliest:
        text = f"{added.label}, {incident.label}"
        yield _about("added-before-incident", "added", _BLOCKS, text)
    if incident and incident.earliest > today:
        yield _about("incident-in-future", "incident", _BLOCKS, incident.label)
    if published and published.earliest > today:
        yield _about("published-in-future", "published", _ASKS, published.label)
    if added.earliest > today:
        yield _about("added-in-future", "added", _ASKS, added.label)
    last = published or added
    if incident and last.earliest.year - incident.latest.year > LONG:
        text = f"{incident.label}, {last.label}"
        yield _about("long-between", "incident", _ASKS, text)


def _contradictions(record: "ReviewRecord") -> Iterator[Finding]:
    if record.anonymous and record.partnership:
        yield _about("anonymous-and-partnership", "partnership", _BLOCKS, record.partnership)
    fatal = sorted(FATAL.intersection(record.harms))
    if fatal and record.outcome != DEATH and record.outcome not in NOT_STATED:
        yield _about("harm-is-fatal", "outcome", _ASKS, ", ".join(fatal))
    elif record.outcome not in (DEATH, *NOT_STATED) and (told := _told_death(record)):
        yield _about("told-of-death", "outcome", _ASKS, told)
    if len(record.harms) > 1 and "not-stated" in record.harms:
        yield _about("harm-and-not-stated", "harms", _ASKS)
    for number, child in enumerate(record.children, start=1):
        yield from _child_contradictions(f"children.{number}", child)
    yield from _twice(record)


def _told_death(record: "ReviewRecord") -> str:
    """Where the line or the first sentence says that the child died; "" where neither does."""
    opening = record.summary.strip().split(". ")[0][:300]
    for text in (record.headline, record.incident_note, opening):
        match = _DIED.search(text)
        if match and not _UNDECIDED.search(text):
            return text[:120]
    return ""


def _child_contradictions(field: str, child: "ChildRecord") -> Iterator[Finding]:
    """An age or a sex that is not the one that the words say."""
    written = _NUMBER.findall(child.age_text)
    if child.age and written and not _agrees(child.age, [int(n[:4]) for n in written]):
        yield _about("age-disagrees", field, _ASKS, f"{child.age_text}, {child.age.label}")
    wrong = _SEXES.get(Sex(child.sex))
    if wrong and wrong.search(child.age_text):
        yield _about("sex-disagrees", field, _ASKS, child.age_text)


def _agrees(age: Age, written: list[int]) -> bool:
    """Whether one of the numbers that are written stands in the age."""
    held = {int(number) for number in _NUMBER.findall(age.iso)}
    return age.is_unborn or bool(held & set(written)) or any(12 * n in written for n in held)


def _twice(record: "ReviewRecord") -> Iterator[Finding]:
    """Points that say the same in the same words."""
    seen: set[str] = set()
    for rows in ("learning", "recommendations"):
        for number, point in enumerate(getattr(record, rows), start=1):
            words = " ".join(re.findall(r"\w+", point.text.casefold()))
            if words and words in seen:
                yield _about("point-twice", f"{rows}.{number}", _ASKS, point.text[:120])
            seen.add(words)
