"""What one date can look like: patterns of the kinds of tokens (written_dates.py), and the meaning.

A third of a year is four months, of a season one, of a month ten days and the rest, of a decade
four, three and three years; "beginning" and "end" are read like "early" and "late". Seasons are
those of the weather: spring is March to May. A winter needs both its years.
"""

import re
from collections.abc import Callable, Sequence

from reviews.dates import DateError, PartialDate, Point, iso_point

# The first and the last date that are meant: the same for a year, a month or a day.
type Span = tuple[Point, Point]

_END_OF_MONTH = 0
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def shape_of(tokens: Sequence[tuple[str, int]]) -> Span | None:
    """What the tokens of one date mean; None if they are not those of one."""
    kinds = "".join(kind for kind, _ in tokens)
    for pattern, meaning in _SHAPES:
        if pattern.fullmatch(kinds):
            first, last = meaning(*(value for kind, value in tokens if kind.isalpha()))
            return _checked(first), _checked(last)
    return None


def _checked(point: Point) -> Point:
    """The point, if the calendar has it. Day 0 is the last one of its month."""
    if point[-1] == _END_OF_MONTH and len(point) == 3:
        return (*point[:2], PartialDate.from_month(*point[:2]).latest.day)
    PartialDate(iso_point(point))
    return point


def _one(*point: int) -> Span:
    return point, point


def _day(year: int, month: int, day: int, weekday: int | None = None) -> Span:
    if not day:
        raise DateError("", "has no such day")
    said = PartialDate(iso_point((year, month, day))).earliest
    if weekday not in {None, said.weekday()}:
        raise DateError("", f"names the wrong day of the week: it was a {_WEEK[said.weekday()]}")
    return _one(year, month, day)


def _months(year: int, first: int, length: int) -> Span:
    last = first + length - 1
    return (year, first), (year + (last - 1) // 12, (last - 1) % 12 + 1)


def _third_of_month(third: int, month: int, year: int) -> Span:
    last = _END_OF_MONTH if third == 2 else 10 * third + 10
    return (year, month, 10 * third + 1), (year, month, last)


def _half_of_month(half: int, _: int, month: int, year: int) -> Span:
    _limited(half, 2, "halves")
    if half == 1:
        return (year, month, 1), (year, month, 15)
    return (year, month, 16), (year, month, _END_OF_MONTH)


def _season(first: int, year: int) -> Span:
    if first == 12:
        both = (f"winter {begun}/{(begun + 1) % 100:02}" for begun in (year - 1, year))
        raise DateError("", f"can mean {' or '.join(both)}. Give both years")
    return _months(year, first, 3)


def _winter(first: int, year: int, ending: int) -> Span:
    if first != 12 or ending not in {year + 1, (year + 1) % 100}:
        raise DateError("", "has two years that do not go with it")
    return _months(year, first, 3)


def _third_of_season(third: int, first: int, year: int) -> Span:
    _season(first, year)
    return _one(year, first + third)


def _part_of_year(part: int, year: int, *, parts: int, name: str) -> Span:
    _limited(part, parts, name)
    return _months(year, (part - 1) * 12 // parts + 1, 12 // parts)


def _half(half: int, year: int) -> Span:
    return _part_of_year(half, year, parts=2, name="halves")


def _quarter(quarter: int, year: int) -> Span:
    return _part_of_year(quarter, year, parts=4, name="quarters")


def _third_of_decade(third: int, first: int) -> Span:
    begins, ends = ((0, 3), (4, 6), (7, 9))[third]
    return (first + begins,), (first + ends,)


def _limited(part: int, parts: int, name: str) -> None:
    if not 1 <= part <= parts:
        raise DateError("", f"has a part that there is not: there are {parts} {name}")


_SHAPES: list[tuple[re.Pattern[str], Callable[..., Span]]] = [
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        ("y", _one),
        ("m[-/]?y|n[-/.]y", lambda month, year: _one(year, month)),
        ("y[-/]?m|y-n", _one),
        (r"n[-/]?m[-/]?y|n([-/.])n\1y|nny", lambda day, month, year: _day(year, month, day)),
        ("m[-/]?ny", lambda month, day, year: _day(year, month, day)),
        (r"y[-/]?m[-/]?n|y([-/.])n\1n", _day),
        ("wnmy", lambda weekday, day, month, year: _day(year, month, day, weekday)),
        (r"wn([-/.])n\1y", lambda weekday, day, month, year: _day(year, month, day, weekday)),
        ("wmny", lambda weekday, month, day, year: _day(year, month, day, weekday)),
        ("d", lambda first: ((first,), (first + 9,))),
        ("pd", _third_of_decade),
        ("py", lambda third, year: _months(year, 4 * third + 1, 4)),
        ("pmy", _third_of_month),
        ("sy", _season),
        ("sy[-/][ny]", _winter),
        ("psy", _third_of_season),
        ("nhy", lambda half, _, year: _half(half, year)),
        ("ynh", lambda year, half, _: _half(half, year)),
        ("nhmy", _half_of_month),
        ("nqy", lambda quarter, _, year: _quarter(quarter, year)),
        ("ynq", lambda year, quarter, _: _quarter(quarter, year)),
    )
]
