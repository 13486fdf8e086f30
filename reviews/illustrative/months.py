"""The plan of months: how many reviews enter the repository in each, oldest month first.

A month is counted from year 0: twelve times the year plus the month from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from reviews.illustrative.chance import Chance

FIRST, LAST = 1998 * 12, 2026 * 12 + 9
# May 2023 belongs to the real reviews.
LEFT_OUT = 2023 * 12 + 4
_PLAN_STREAM = 2**63


@dataclass(slots=True)
class Place:
    """Where a review stands in the collection: its month and its number within the year."""

    month: int
    number: int

    @property
    def year(self) -> int:
        return self.month // 12

    @property
    def reference(self) -> str:
        return f"EX-{self.year}-{self.number:04}"


def places(count: int, seed: int) -> Iterator[Place]:
    """One place for each of `count` reviews; years grow slowly, months are uneven."""
    chance = Chance()
    chance.restart(seed, _PLAN_STREAM)
    months = [month for month in range(FIRST, LAST + 1) if month != LEFT_OUT]
    weights = [(month // 12 - 1990) * chance.between(30, 170) for month in months]
    total = sum(weights)
    year, number, done = 0, 0, 0
    for month, so_far in zip(months, accumulate(weights), strict=True):
        if month // 12 != year:
            year, number = month // 12, 0
        until = count * so_far // total
        for _ in range(until - done):
            number += 1
            yield Place(month, number)
        done = until


def iso_month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
