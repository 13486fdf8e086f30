"""Points found by words among those of the panel, the best first: the site's own search."""

from dataclasses import dataclass
from functools import cached_property

from pyroaring import BitMap

from reviews.catalogue import catalogue
from reviews.matches import Matches
from reviews.results import FEW, PointResult
from reviews.selection import Selection
from reviews.snapshot import Snapshot
from reviews.wanted import Concept


class Found:
    """What of some points matches a text; where that is little, what is close to it as well."""

    def __init__(self, snapshot: Snapshot, words: str, among: BitMap) -> None:
        self._result: PointResult = catalogue.select_points(Selection(text=words), snapshot)
        self._among = among

    @property
    def matches(self) -> Matches | None:
        return self._result.matches

    @property
    def concepts(self) -> list[Concept]:
        return self.matches.concepts if self.matches else []

    @property
    def is_unreadable(self) -> bool:
        """Whether nothing in the text can be looked for: "the", or a sign."""
        return self.matches is None or self.matches.is_empty

    @cached_property
    def matching(self) -> BitMap:
        """All points of the collection that have what was asked for."""
        return self._result.ids if self.matches else BitMap()

    @property
    def full(self) -> BitMap:
        """Those of them that are looked at."""
        return self.matching & self._among

    @cached_property
    def near(self) -> list[int]:
        if self.matches is None or len(self.full) >= FEW:
            return []
        return self.matches.near(self._among - self.full, self._result.newness)

    @property
    def total(self) -> int:
        return len(self.full) + len(self.near)

    def page(self, start: int, size: int) -> "Page":
        """Some points from `start` on: those with all the words, then those close to it."""
        if self.matches is None:
            return Page([], [])
        full = self.matches.page(self.full, self._result.newness, start, size)
        first = max(0, start - len(self.full))
        return Page(full, self.near[first : first + size - len(full)])


@dataclass(frozen=True, slots=True)
class Page:
    full: list[int]
    near: list[int]
