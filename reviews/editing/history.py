"""A review's history as one reads it: every step, and between the steps who wrote when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.utils import timezone

from reviews.choices import Reason, Verb
from reviews.models import AuditEntry, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

OLDEST_FIRST = "oldest"


class Lived(Protocol):
    """What has steps and saves: a review, or an edition of a briefing."""

    @property
    def history(self) -> Any: ...

    @property
    def revisions(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Save:
    """One save: its number, and that of the one before it; 0 where it is the first."""

    number: int
    before: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Writing:
    """What one person saved in a row on one day, and whether it was all in one opening."""

    by: "User | None"
    begun_at: datetime
    at: datetime
    saves: list[Save]

    @property
    def before(self) -> int:
        return self.saves[0].before

    @property
    def last(self) -> int:
        return self.saves[-1].number


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the review's life, in words."""

    entry: AuditEntry

    @property
    def by(self) -> "User | None":
        return self.entry.by

    @property
    def at(self) -> datetime:
        return self.entry.at

    @property
    def reason(self) -> str:
        known = self.entry.reason in Reason.values
        return Reason(self.entry.reason).label if known else ""


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day."""

    on: date
    steps: list[Step | Writing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    days: list[Day]

    @property
    def count(self) -> int:
        return sum(len(day.steps) for day in self.days)


class History:
    """All of a review's steps and saves by years and days, in two queries. No text is read."""

    def __init__(self, review: Lived, order: str = "") -> None:
        self.review = review
        self.is_oldest_first = order == OLDEST_FIRST
        entries = list(review.history.select_related("by"))
        steps: list[Step | Writing] = [Step(entry) for entry in entries]
        steps += _writings(review, entries)
        steps.sort(key=lambda step: step.at, reverse=not self.is_oldest_first)
        self.count = len(steps)
        self.years = [
            Year(number, [Day(on, list(found)) for on, found in groupby(of_year, _day)])
            for number, of_year in groupby(steps, lambda step: _day(step).year)
        ]


def _writings(review: Lived, entries: Sequence[AuditEntry]) -> Iterable[Writing]:
    """Saves in a row by one person on one day, with no step of the review between them."""
    revisions = review.revisions.select_related("by").defer("typed")
    before = 0
    for stretch, found in groupby(revisions, lambda one: _stretch(one, entries)):
        group, saves = list(found), []
        if stretch.after is not None and stretch.after.verb == Verb.DISCARDED:
            before = 0  # what was given up is not what was written on
        for one in group:
            saves.append(Save(one.number, before, one.saved_at))
            before = one.number
        yield Writing(group[0].by, group[0].begun_at, group[-1].saved_at, saves)


class _Stretch(NamedTuple):
    """What saves have in common that are shown as one; `after` is the step before them."""

    by: int | None
    day: date
    after: AuditEntry | None


def _stretch(revision: Revision, entries: Sequence[AuditEntry]) -> _Stretch:
    passed = [entry for entry in entries if entry.at <= revision.saved_at]
    day = timezone.localdate(revision.saved_at)
    return _Stretch(revision.by_id, day, passed[-1] if passed else None)


def _day(step: Step | Writing) -> date:
    return timezone.localdate(step.at)
