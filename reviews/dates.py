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
_TYPED_NUMBERS = re.compile(r"(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})")
# No IGNORECASE: it would let the long s (U+017F) stand for an s.
_TYPED_WORDS = re.compile(r"(?:([0-9]{1,2}) +)?([A-Za-z]+) +([0-9]{4})")
# Not calendar.month_name, which speaks the language of the process.
_MONTH_NAMES = (
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
_MONTHS = {
    word.lower(): number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for word in (name, name[:3])
} | {"sept": 9}


class DateError(ValueError):
    """The text is not a date; the message says why, and how to write one."""

    def __init__(self, text: str, problem: str) -> None:
        subject = quoted(text) if text else "The date"
        super().__init__(f"{subject} {problem}. {HOW_TO_WRITE}")


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
        object.__setattr__(self, "iso", "/".join(_iso(point) for point in points))
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


def parse_typed(text: str, *, end: bool = False) -> PartialDate:
    """Read what people type into a box for one date. Raises DateError.

    Beside ISO: 12/2020, 5/12/2020 (day first), Dec 2020, 5 December 2020. Years always have
    four digits. Of an interval the box takes one end: the first, or with `end` the last.
    """
    text = text.strip(" ")
    point = _typed_numbers(text) or _typed_words(text)
    if point is not None:
        return PartialDate(_iso(_checked(point, text)))
    parts = PartialDate(text).iso.split("/")
    return PartialDate(parts[-1] if end else parts[0])


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


def _typed_numbers(text: str) -> Point | None:
    match = _TYPED_NUMBERS.fullmatch(text)
    return match and tuple(int(part) for part in reversed(match.groups()) if part)


def _typed_words(text: str) -> Point | None:
    match = _TYPED_WORDS.fullmatch(text)
    if match is None or match[2].lower() not in _MONTHS:
        return None
    month = (int(match[3]), _MONTHS[match[2].lower()])
    return (*month, int(match[1])) if match[1] else month


def _points(iso: str) -> list[Point]:
    return [tuple(int(part) for part in end.split("-")) for end in iso.split("/")]


def _iso(point: Point) -> str:
    return "-".join(f"{part:02}" for part in point)


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
        *(_MONTH_NAMES[month - 1] for month in point[1:2]),
        *map(str, point[2:]),
    ]
    return " ".join(reversed(words[shared:]))
