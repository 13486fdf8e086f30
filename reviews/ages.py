"""Ages as the source gives them: ISO 8601 durations of whole years, months, weeks and days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from .dates import quoted

OLDEST_YEARS = 120
UNBORN = "unborn"
NOT_STATED = "not-stated"
HOW_TO_WRITE = (
    "Write years, months, weeks or days (P4Y8M, P14W, P8D), a range (P3Y/P7Y) or “unborn”."
)

# Sixteenths of a day: a year of 365.25 days and a month of 30.4375 days are then whole numbers.
_DAY = 16
_LENGTHS = {"Y": 5844, "M": 487, "W": 112, "D": _DAY}
_NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DURATION = re.compile(r"P(?=[0-9])(?:[0-9]{1,9}Y)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}D)?|P[0-9]{1,9}W")
_PART = re.compile(r"([0-9]+)([YMWD])")
_MIXED_WEEKS = re.compile(r"P(?:[0-9]+[YMWD])+")

_OLDEST = [(OLDEST_YEARS, "Y")]

# The parts of one duration, largest unit first: [(4, "Y"), (8, "M")].
type Parts = list[tuple[int, str]]
type BandRow = tuple[str, int | None, int | None]


class AgeError(ValueError):
    """The text is not an age; the message says why, and how to write one."""

    def __init__(self, text: str, problem: str, how: str = HOW_TO_WRITE) -> None:
        self.problem = problem
        subject = quoted(text) if text else "The age"
        super().__init__(f"{subject} {problem}. {how}")


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """An age, a range of ages, or unborn. An unknown age is None, not an Age.

    `min_days` and `max_days` span the days the age can mean: P4Y is four years to just under
    five. Unborn is -1 to -1, so that it comes before a newborn (P0D). Ordered youngest first.
    Parts that are zero and say nothing about precision are dropped: P0Y3M is P3M, but P4Y0M
    stays, for it is more exact than P4Y. A range whose ends are the same age is that age. One that
    goes on to the oldest age has no upper end: P18Y/P120Y is "18 years or over".
    """

    min_days: int = field(init=False, repr=False)
    max_days: int = field(init=False, repr=False)
    iso: str

    def __post_init__(self) -> None:
        if self.iso == UNBORN:
            iso, first, last = UNBORN, -1, -1
        else:
            ends = _read(self.iso)
            iso = "/".join(_iso(parts) for parts in ends)
            first, last = _first_day(ends[0]), _last_day(ends[-1])
        object.__setattr__(self, "iso", iso)
        object.__setattr__(self, "min_days", first)
        object.__setattr__(self, "max_days", last)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO text or "unborn"; spaces around it are allowed. Raises AgeError."""
        return cls(text.strip(" "))

    def __str__(self) -> str:
        return self.iso

    @property
    def is_unborn(self) -> bool:
        return self.iso == UNBORN

    @property
    def years(self) -> tuple[int, int] | None:
        """Completed years at both ends (equal unless a range); None when unborn.

        The age is taken as stated: 12 months and 365 days are one year, 52 weeks are none,
        although a child 52 weeks old may be 370 days old.
        """
        if self.is_unborn:
            return None
        ends = _ends(self.iso)
        return _completed_years(_first_day(ends[0])), _completed_years(_first_day(ends[-1]))

    @property
    def label(self) -> str:
        if self.is_unborn:
            return UNBORN
        first, *rest = _ends(self.iso)
        if not rest:
            return _words(first)
        last = rest[0]
        if last == _OLDEST:
            return f"{_words(first)} or over"
        if len(first) == len(last) == 1 and first[0][1] == last[0][1]:
            return f"{first[0][0]} to {_counted(*last[0])}"
        return f"{_words(first)} to {_words(last)}"

    @property
    def old_label(self) -> str:
        """The label of a person: "3 to 7 years old", "18 years old or over"."""
        if self.is_unborn:
            return UNBORN
        age, over, _ = self.label.partition(" or over")
        return f"{age} old{over}"


def bands(age: Age | None, rows: Iterable[BandRow]) -> list[str]:
    """Slugs of every band the age touches, in the order of the rows.

    A row is (slug, min_years, max_years), completed years, inclusive; max None has no limit,
    min None is a band without years and is passed over.
    """
    if age is None:
        return [NOT_STATED]
    if age.years is None:
        return [UNBORN]
    youngest, oldest = age.years
    return [
        slug
        for slug, low, high in rows
        if low is not None and low <= oldest and (high is None or youngest <= high)
    ]


def _read(text: str) -> list[Parts]:
    if not text:
        raise AgeError(text, "is empty")
    ends = text.split("/")
    if len(ends) > 2:
        raise AgeError(text, "is not an age")
    parts = [_read_duration(end, text) for end in ends]
    if _first_day(parts[0]) > _first_day(parts[-1]):
        raise AgeError(text, "begins with the older age")
    return parts[:1] if parts[0] == parts[-1] else parts


def _read_duration(text: str, whole: str) -> Parts:
    if not _DURATION.fullmatch(text):
        mixed = "W" in text and _MIXED_WEEKS.fullmatch(text)
        raise AgeError(whole, "mixes weeks with other units" if mixed else "is not an age")
    parts = _parts(text)
    if _length(parts) > OLDEST_YEARS * _LENGTHS["Y"]:
        raise AgeError(whole, f"is over {OLDEST_YEARS} years")
    return [part for part in parts[:-1] if part[0]] + parts[-1:]


def _ends(iso: str) -> list[Parts]:
    return [_parts(end) for end in iso.split("/")]


def _parts(duration: str) -> Parts:
    return [(int(number), unit) for number, unit in _PART.findall(duration)]


def _iso(parts: Parts) -> str:
    return "P" + "".join(f"{number}{unit}" for number, unit in parts)


def _length(parts: Parts) -> int:
    return sum(number * _LENGTHS[unit] for number, unit in parts)


def _first_day(parts: Parts) -> int:
    return _length(parts) // _DAY


def _last_day(parts: Parts) -> int:
    """The last whole day before the finest unit given would be one more."""
    return (_length(parts) + _LENGTHS[parts[-1][1]] - 1) // _DAY


def _completed_years(days: int) -> int:
    """The largest number of years that begins (rounded down to a day) by this day."""
    # y * 1461 // 4 <= days, solved for y.
    return (4 * days + 3) // 1461


def _counted(number: int, unit: str) -> str:
    return f"{number} {_NAMES[unit]}{'' if number == 1 else 's'}"


def _words(parts: Parts) -> str:
    if parts[0][0] == 0:
        return f"under {_counted(1, parts[0][1])}"
    return " ".join(_counted(number, unit) for number, unit in parts)
