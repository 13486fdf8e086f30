"""Numbers as a value says them: "485", "over half", "one in five", "nearly 1,200"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviews.written import plain
from reviews.written_ages import ONES

NEAR = 0.1  # of a number that is "about" another
_LONGEST = 120  # characters of a value that are read

# Per cent that words stand for.
_FRACTIONS = {
    "half": 50.0,
    **dict.fromkeys(("a third", "one third", "one-third"), 100 / 3),
    **dict.fromkeys(("two thirds", "two-thirds"), 200 / 3),
    **dict.fromkeys(("a quarter", "one quarter", "one-quarter"), 25.0),
    **dict.fromkeys(("three quarters", "three-quarters"), 75.0),
    **dict.fromkeys(("a fifth", "one fifth", "one-fifth"), 20.0),
    **dict.fromkeys(("two fifths", "two-fifths"), 40.0),
    **dict.fromkeys(("three fifths", "three-fifths"), 60.0),
    **dict.fromkeys(("four fifths", "four-fifths"), 80.0),
    **dict.fromkeys(("a tenth", "one tenth", "one-tenth"), 10.0),
}
_FRACTION = re.compile(rf"\b(?:{'|'.join(_FRACTIONS)})\b")
_NUMBER = re.compile(r"(?<![\w.,])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_WORD = re.compile(rf"\b(?:{'|'.join(ONES)})\b")
_RATIO = re.compile(rf"\b(\d+|{'|'.join(ONES)}) (?:in|out of) (?:every )?(\d+|{'|'.join(ONES)})\b")

type Allows = Callable[[float, float], bool]  # whether a number can be meant by the one said

# The first that is found decides; "no more than" stands before "more than".
_HEDGES: list[tuple[re.Pattern[str], Allows]] = [
    (re.compile(rf"\b(?:{words})\b"), allows)
    for words, allows in (
        ("no more than|not more than|at most|up to", lambda number, said: number <= said),
        ("no fewer than|no less than|at least", lambda number, said: number >= said),
        ("over|more than|above", lambda number, said: number > said),
        ("under|below|less than|fewer than|nearly|almost", lambda number, said: number < said),
        (
            "about|around|approximately|roughly|some|circa|c",
            lambda number, said: abs(number - said) <= NEAR * abs(said),
        ),
    )
]


@dataclass(frozen=True, slots=True)
class Said:
    """The one number of a value, and to how many decimal places it is said."""

    number: float
    places: int
    allows: Allows | None


def read(value: str, *, is_per_cent: bool) -> Said | None:
    """What the value says, or nothing where that is not one number for sure."""
    text = plain(value[:_LONGEST])
    number = _number(text, is_per_cent)
    if number is None:
        return None
    hedge = next((allows for words, allows in _HEDGES if words.search(text)), None)
    return Said(*number, hedge)


def can_be(said: Said, number: float) -> bool:
    """Whether the number can be what the value says; an exact one may have been rounded."""
    if said.allows:
        return said.allows(number, said.number)
    return abs(number - said.number) <= 0.5 * 10**-said.places + 1e-9


def _number(text: str, is_per_cent: bool) -> tuple[float, int] | None:
    ratio = _RATIO.search(text)
    if ratio or (fraction := _FRACTION.search(text)) is not None:
        if not is_per_cent:
            return None
        if ratio:
            part, whole = map(_amount, ratio.groups())
            return (100 * part / whole, 0) if whole else None
        assert fraction is not None
        return _FRACTIONS[fraction[0]], 0
    found = _NUMBER.findall(text)
    if len(found) == 1:
        _, _, decimals = found[0].partition(".")
        return float(found[0].replace(",", "")), len(decimals)
    words = _WORD.findall(text)
    return (float(ONES.index(words[0])), 0) if not found and len(words) == 1 else None


def _amount(text: str) -> float:
    return float(text) if text.isdigit() else float(ONES.index(text))
