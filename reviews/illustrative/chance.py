"""Repeatable chance: the same seed gives the same choices on every platform and Python version.

Only `Random.seed(int)` and `Random.random()` are used: these two are promised to stay the same
from one Python version to the next, `choice`, `sample` and `shuffle` are not. Weights are whole
numbers, so that no sum depends on how a machine rounds.
"""

import random
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

_RECORD_BITS = 64


class Chance:
    """One stream of choices; `restart` begins the stream that belongs to one record."""

    __slots__ = ("_random", "draw")

    def __init__(self) -> None:
        self._random = random.Random(0)
        # A number from 0 up to, but not including, 1.
        self.draw = self._random.random

    def restart(self, seed: int, record: int) -> None:
        self._random.seed((seed << _RECORD_BITS) | record)

    def pick[T](self, options: Sequence[T]) -> T:
        return options[int(self.draw() * len(options))]

    def odds(self, per_cent: int) -> bool:
        return self.draw() * 100 < per_cent

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.draw() * (high - low + 1))

    def several[T](self, options: Sequence[T], count: int) -> list[T]:
        """Different options, in the order in which they stand; all of them if count is too high."""
        if count < 2:
            return [self.pick(options)] if count and options else []
        if count >= len(options):
            return list(options)
        chosen: set[int] = set()
        while len(chosen) < count:
            chosen.add(int(self.draw() * len(options)))
        return [options[index] for index in sorted(chosen)]


class Weighted[T]:
    """Options with whole-number weights; an option of weight 0 is never drawn."""

    __slots__ = ("_sums", "_total", "options")

    def __init__(self, weights: Mapping[T, int]) -> None:
        self.options = [option for option, weight in weights.items() if weight > 0]
        self._sums = list(accumulate(weight for weight in weights.values() if weight > 0))
        self._total = self._sums[-1]

    def pick(self, chance: Chance) -> T:
        return self.options[bisect_right(self._sums, int(chance.draw() * self._total))]


def zipf[T](options: Iterable[T], *, flatten: int = 1) -> dict[T, int]:
    """Weights that fall with rank: half, a third, a quarter ... `flatten` softens the head."""
    return {option: 1_000_000 // (rank + flatten) for rank, option in enumerate(options)}
