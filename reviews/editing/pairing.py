"""Which row of a list is which row of it later on: by key, else by likeness of their texts."""

import re
from collections.abc import Iterable, Sequence

LIKE = 0.5  # of their words together, so many are in both
NEAR = 25  # places: in long lists a row is only compared with those that stood near to it

_WORD = re.compile(r"\w+")

type Pair = tuple[int, int]


def paired(
    before: Sequence[str],
    after: Sequence[str],
    keys: tuple[Sequence[str], Sequence[str]] = ((), ()),
    *,
    in_order: bool = False,
) -> list[Pair]:
    """The indexes of rows that belong together, in the order of `before`; each stands once.

    First those with the same key, then those with the same text, then those most like each
    other; with `in_order`, what is left over is taken one by one.
    """
    pairs = _Pairs(len(before), len(after))
    if len(keys[0]) == len(before) and len(keys[1]) == len(after):
        pairs.add_same(*keys)
    pairs.add_same(before, after)
    pairs.add(_by_likeness(before, after, *pairs.left))
    if in_order:
        pairs.add(zip(*pairs.left, strict=False))
    return sorted(pairs.found)


class _Pairs:
    """Pairs as they are found, and the rows that are left."""

    def __init__(self, before: int, after: int) -> None:
        self.found: list[Pair] = []
        self.left = list(range(before)), list(range(after))

    def add(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            if one in self.left[0] and other in self.left[1]:
                self.found.append((one, other))
        self.left = (
            _without(self.left[0], {one for one, _ in self.found}),
            _without(self.left[1], {other for _, other in self.found}),
        )

    def add_same(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Rows whose key or text is the same; of several equal ones, in their order."""
        places: dict[str, list[int]] = {}
        for other in self.left[1]:
            places.setdefault(after[other], []).append(other)
        self.add(
            [(one, places[before[one]].pop(0)) for one in self.left[0] if places.get(before[one])]
        )


def _without(rows: Iterable[int], taken: set[int]) -> list[int]:
    return [row for row in rows if row not in taken]


def _by_likeness(
    before: Sequence[str], after: Sequence[str], rows: list[int], others: list[int]
) -> list[Pair]:
    """The most alike first; of equally like ones those nearest to each other."""
    words = {row: _words(before[row]) for row in rows}
    other_words = {row: _words(after[row]) for row in others}
    rated = [
        (-likeness, abs(row - other), row, other)
        for row in rows
        for other in others
        if abs(row - other) <= NEAR
        and (likeness := _likeness(words[row], other_words[other])) >= LIKE
    ]
    taken: set[int] = set()
    taken_others: set[int] = set()
    pairs = []
    for *_, row, other in sorted(rated):
        if row not in taken and other not in taken_others:
            pairs.append((row, other))
            taken.add(row)
            taken_others.add(other)
    return pairs


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the words of both, those that are in both (Dice)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
