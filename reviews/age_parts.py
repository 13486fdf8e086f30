"""What one age, or one end of a range of ages, can look like, and its ISO 8601 form.

Tokens come from written_ages.py as kinds and values. ISO durations do not mix weeks with other
units, so weeks become days: "5 weeks and 3 days" is P38D. "3 months 2 weeks" is known to a week,
not to a day: it is the range of days that this week has. Half a year is six months; half a month
or half a week is no whole number of anything, and is left to the whole ones before it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

type Unit = Literal["Y", "M", "W", "D", "H"]
type Part = tuple[int, Unit]
# The first and the last age that are meant: the same but for weeks beside months or years.
type End = tuple[str, str]

OLDEST = "P120Y"
_ORDER = "YMWDH"
_PATTERN = re.compile("<?nu|n|nh|nhu|nuh|hu|nu(?:[,a]{0,2}nu){1,3}")
_ONE_PART = re.compile("P([0-9]+)([YMWD])")
# From how many on two units with "and" between them are rather the ages of two children.
_TOO_MANY = {"MY": 12, "WY": 53, "DY": 366, "WM": 5, "DM": 31, "DW": 7}


def end_of(kinds: str, values: Sequence[int | str], unit: Unit = "Y") -> End | None:
    """The age that the tokens say; a number without a unit is in `unit`. None if they are none."""
    if not _PATTERN.fullmatch(kinds):
        return None
    numbers = [int(value) for kind, value in zip(kinds, values, strict=True) if kind == "n"]
    units: list[Unit] = [
        value  # type: ignore[misc]
        for kind, value in zip(kinds, values, strict=True)
        if kind == "u"
    ]
    if kinds == "<nu":
        return _same([(0, units[0])]) if numbers == [1] else None
    parts: list[Part] = list(zip(numbers or [0], units or [unit], strict=True))
    if "h" in kinds:
        parts = _with_quarters(parts[0], int(values[kinds.index("h")]))
    return _iso(parts) if _agree(parts, listed=bool(set(kinds) & {"a", ","})) else None


def below(end: End) -> str | None:
    """Under an age of one unit: under 5 years is 0 to 4 years, under 1 year has its own form."""
    match = _ONE_PART.fullmatch(end[0])
    if match is None or not int(match[1]):
        return None
    number, unit = int(match[1]), match[2]
    return f"P0{unit}" if number == 1 else f"P0{unit}/P{number - 1}{unit}"


def up_to(end: End) -> str:
    return f"P0{end[1][-1]}/{end[1]}"


def from_on(end: End) -> str:
    return f"{end[0]}/{OLDEST}"


def follow(one: End, other: End) -> bool:
    """Whether the second age is one more of the same unit: "16 or 17 years", "6/7 months"."""
    first, second = (_ONE_PART.fullmatch(end[0]) for end in (one, other))
    if not (first and second):
        return False
    return first[2] == second[2] and int(first[1]) + 1 == int(second[1])


def _with_quarters(part: Part, quarters: int) -> list[Part]:
    number, unit = part
    if unit != "Y":
        return [part] if number else []
    months: Part = (3 * quarters, "M")
    return [part, months]


def _agree(parts: list[Part], *, listed: bool) -> bool:
    """Whether the parts are those of one age: larger units first, and not more than fit."""
    if not parts or (len(parts) > 1 and parts[-1][1] == "H"):
        return False
    for (_, larger), (number, smaller) in pairwise(parts):
        if _ORDER.index(larger) >= _ORDER.index(smaller):
            return False
        if listed and number >= _TOO_MANY[smaller + larger]:
            return False
    return True


def _iso(parts: list[Part]) -> End:
    """Weeks beside other units are made days; hours are whole days."""
    numbers = {unit: number for number, unit in parts}
    if "H" in numbers:
        return _same([(numbers["H"] // 24, "D")])
    if "W" not in numbers or len(parts) == 1:
        return _same(parts)
    whole = [part for part in parts if part[1] in "YM"]
    days = 7 * numbers["W"] + numbers.get("D", 0)
    last = days if "D" in numbers else days + 6
    return _same([*whole, (days, "D")])[0], _same([*whole, (last, "D")])[0]


def _same(parts: list[Part]) -> End:
    iso = "P" + "".join(f"{number}{unit}" for number, unit in parts)
    return iso, iso
