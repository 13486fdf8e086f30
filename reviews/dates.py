"""Dates as precise as the source gives them, never more: a year, a month, a day or an interval."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import Self

FIRST_YEAR, LAST_YEAR = 1900, 2199
HOW_TO_WRITE = "Write a year (2020), a month (2020-12) or a day (2020-12-05)."
PRECISIONS = ("year", "month", "day")

# A year, or a year and a month, or all three.
type Point = tuple[int, ...]

_ISO_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# Not calendar.month_name, which speaks the language of the process.
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DateError(ValueError):
    """The text is not a date; the message says why, and how to write one."""

    def __init__(self, text: str, problem: str, how: str = HOW_TO_WRITE) -> None:
        self.problem = problem
        subject = quoted(text) if text else "The date"
        super().__init__(f"{subject} {problem}. {how}")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO 8601 date at reduced precision, or an interval between two of them.

    Ordered by first possible day, last possible day, then text. An interval whose ends are
    the same date is that date.
    """

    earliest: date = field(init=False, repr=False)
    latest: date = field(init=False, repr=False)
    iso: str

    def __post_init__(self) -> None:
        points = _read(self.iso)
        object.__setattr__(self, "iso", "/".join(iso_point(point) for point in points))
        object.__setattr__(self, "earliest", _first_day(points[0]))
        object.__setattr__(self, "latest", _last_day(points[-1]))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO text; spaces around it are allowed, nothing else is. Raises DateError."""
        return cls(text.strip(" "))

    @classmethod
    def from_month(cls, year: int, month: int) -> Self:
        return cls(f"{year:04}-{month:02}")

    def __str__(self) -> str:
        return self.iso

    @property
    def precision(self) -> str:
        """One of year, month, day, interval."""
        points = _points(self.iso)
        return PRECISIONS[len(points[0]) - 1] if len(points) == 1 else "interval"

    @property
    def label(self) -> str:
        """The date in words; an interval says once what its ends share."""
        first, *rest = _points(self.iso)
        if not rest:
            return _words(first)
        last = rest[0]
        shared = 0
        if len(first) == len(last) and first[0] == last[0]:
            shared = 2 if first[:2] == last[:2] else 1
        return f"{_words(first, shared)} to {_words(last)}"

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether some day is possible for both."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def iso_point(point: Point) -> str:
    """A year, a month or a day in ISO form, whether the calendar has it or not."""
    return "-".join(f"{part:02}" for part in point)


def quoted(text: str, limit: int = 40) -> str:
    """Text as a message may repeat it: short, and without characters that cannot be shown."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return (
        "“"
        + "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown)
        + "”"
    )


def _read(text: str) -> list[Point]:
    if not text:
        raise DateError(text, "is empty")
    ends = text.split("/")
    if len(ends) > 2:
        raise DateError(text, "is not a date")
    points = [_read_point(end, text) for end in ends]
    if _first_day(points[0]) > _last_day(points[-1]):
        raise DateError(text, "ends before it begins")
    return points[:1] if points[0] == points[-1] else points


def _read_point(text: str, whole: str) -> Point:
    match = _ISO_POINT.fullmatch(text)
    if match is None:
        raise DateError(whole, "is not a date")
    return _checked(tuple(int(part) for part in match.groups() if part), whole)


def _checked(point: Point, text: str) -> Point:
    """The point, if the calendar has it."""
    if not FIRST_YEAR <= point[0] <= LAST_YEAR:
        raise DateError(text, f"is outside the years {FIRST_YEAR} to {LAST_YEAR}")
    if len(point) > 1 and not 1 <= point[1] <= 12:
        raise DateError(text, "has no such month")
    if len(point) > 2 and not 1 <= point[2] <= monthrange(point[0], point[1])[1]:
        raise DateError(text, "has no such day")
    return point


def _points(iso: str) -> list[Point]:
    return [tuple(int(part) for part in end.split("-")) for end in iso.split("/")]


def _first_day(point: Point) -> date:
    year, month, day = (*point, 1, 1)[:3]
    return date(year, month, day)


def _last_day(point: Point) -> date:
    year, month = (*point, 12)[:2]
    return date(year, month, point[2] if len(point) > 2 else monthrange(year, month)[1])


def _words(point: Point, shared: int = 0) -> str:
    """The point in words, without its `shared` leading parts (year, then month)."""
    words = [
        str(point[0]),
        *(MONTH_NAMES[month - 1] for month in point[1:2]),
        *map(str, point[2:]),
    ]
    return " ".join(reversed(words[shared:]))
