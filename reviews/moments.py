"""Moments as an address writes them. A year, a month or a day stands for the last moment of it.

An address writes a moment in UTC, to the microsecond if need be, so that it can be exact:
2026-11-20T10:12:31Z. Dates are those of the site's time zone.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from reviews.dates import FIRST_YEAR, LAST_YEAR, MONTH_NAMES, DateError, PartialDate
from reviews.written_dates import read_end

HOW_TO_WRITE = "Write a date (2026-11-20), or date and time in UTC (2026-11-20T10:12:31Z)."

_WITH_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*", re.DOTALL)
_EXACT = re.compile(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?Z")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, and how a page says it."""

    at: datetime
    label: str


def read(text: str) -> Moment:
    """What an address or a person wrote. Raises DateError."""
    if _WITH_TIME.fullmatch(text):
        return _exact(text)
    date = read_end(text, last=True)
    return Moment(last_of(date), date.label)


def written(moment: datetime) -> str:
    """A moment as `added_after` takes it, exactly: what entered at it is not after it."""
    if timezone.is_naive(moment):
        raise ValueError("A moment without a time zone is none.")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def last_of(date: PartialDate) -> datetime:
    """The last microsecond of a date, by the clocks of the site's time zone."""
    midnight = datetime.combine(date.latest + timedelta(days=1), time.min)
    in_utc = midnight.replace(tzinfo=timezone.get_default_timezone()).astimezone(UTC)
    return in_utc - timedelta(microseconds=1)


def _exact(text: str) -> Moment:
    try:
        if not _EXACT.fullmatch(text):
            raise ValueError
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise DateError(text, "is not a moment", HOW_TO_WRITE) from error
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise DateError(text, f"is outside the years {FIRST_YEAR} to {LAST_YEAR}", HOW_TO_WRITE)
    here = timezone.localtime(at, timezone.get_default_timezone())
    return Moment(at, f"{here.day} {MONTH_NAMES[here.month - 1]} {here.year}, {here:%H:%M}")
