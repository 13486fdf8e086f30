"""A selection evaluated against one snapshot: which records, how many each other option leaves.

The same for reviews and for learning points, so that every page and every output counts alike.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews.codes import Facet
from reviews.holdings import Holdings
from reviews.matches import Matches
from reviews.models import Review
from reviews.points import OWN, PLACES, Ids, counted
from reviews.search import Scope
from reviews.selection import FACETS, POINT_FACETS, Selection
from reviews.snapshot import Snapshot
from reviews.synonyms import Synonyms

FEW = 40  # full matches below which those that have only some of the words follow

type Parts = dict[Facet | str, BitMap]


class Selected(ABC):
    """The records of a scope that a selection leaves."""

    scope: ClassVar[Scope]
    noun: ClassVar[str]  # what one record of the scope is called
    facets: ClassVar[tuple[Facet, ...]]

    def __init__(
        self, snapshot: Snapshot, selection: Selection, synonyms: Callable[[], Synonyms]
    ) -> None:
        self.snapshot = snapshot
        self.selection = selection
        self._synonyms = synonyms

    @property
    @abstractmethod
    def everything(self) -> BitMap:
        """All records of the scope."""

    @property
    @abstractmethod
    def _parts(self) -> Parts:
        """The bitmaps that the selection is the intersection of, by what asked for them."""

    @abstractmethod
    def newness(self, ids: Ids) -> NDArray:
        """A rank for each id: 0 is the newest."""

    @abstractmethod
    def codes_of(self, facet: Facet) -> list[int]:
        """The codes of a facet that any record of the scope has."""

    @abstractmethod
    def having(self, code: int) -> BitMap:
        """The records with a code of a vocabulary."""

    @abstractmethod
    def _counted(self, facet: Facet, allowed: BitMap) -> dict[int, int]:
        """How many of some records have each code of a facet; codes nobody has are left out."""

    @abstractmethod
    def _in_order(self, order: str, start: int, size: int) -> list[int]:
        """The selected ids from `start` on, in one of the snapshot's orders."""

    @cached_property
    def ids(self) -> BitMap:
        """Every record that matches the whole selection."""
        return self._intersection(self._parts)

    @property
    def total(self) -> int:
        return len(self.ids)

    @cached_property
    def matches(self) -> Matches | None:
        """What the text matches, if there is one."""
        text = self.selection.text
        if not text:
            return None
        version, synonyms = self.snapshot.version, self._synonyms()
        held = Holdings(self.scope, version, self.everything, synonyms, self.having)
        return Matches(text, held)

    @cached_property
    def near(self) -> list[int]:
        """Where few records have all the words: those that have most of them, the best first."""
        if self.matches is None or self.total >= FEW:
            return []
        others = {name: part for name, part in self._parts.items() if name != "text"}
        return self.matches.near(self._intersection(others) - self.ids, self.newness)

    def counts(self, facet: Facet) -> dict[int, int]:
        """For each code of a facet, how many records it has under all other facets' choices.

        Choosing one option never hides its siblings.
        """
        others = {name: part for name, part in self._parts.items() if name is not facet}
        whole = len(others) == len(self._parts)
        return self._counted(facet, self.ids if whole else self._intersection(others))

    def page(self, sort: str, start: int, size: int) -> list[int]:
        """The ids from `start` on, in this order. `relevance` needs text, and costs a query."""
        if sort != "relevance" or self.matches is None:
            order = "newest" if sort == "relevance" else sort
            return self._in_order(order, start, size)
        exact = self._exact_first
        first = exact[start : start + size]
        rest = self.ids - BitMap(exact)
        start, size = max(0, start - len(exact)), size - len(first)
        return [*first, *self.matches.page(rest, self.newness, start, size)] if size else first

    @property
    def _exact_first(self) -> list[int]:
        """What has the text itself for its name, the newest first."""
        return []

    def _intersection(self, parts: Parts) -> BitMap:
        bitmaps = list(parts.values())
        if not bitmaps:
            return self.everything
        return BitMap.intersection(*bitmaps) if len(bitmaps) > 1 else bitmaps[0]

    def _of_reviews(self) -> Parts:
        """The parts that reviews answer, as bitmaps over reviews."""
        asked = self.selection
        parts: Parts = {
            facet: self.snapshot.having_any(value.code for value in values)
            for facet, values in asked.chosen.items()
        }
        if asked.incident_from or asked.incident_to:
            parts["incident"] = self.snapshot.within(asked.incident_from, asked.incident_to)
        if asked.added_after:
            parts["added"] = self.snapshot.arrivals.after(asked.added_after.at)
        return parts


class Result(Selected):
    """The reviews of a selection."""

    scope = Scope.REVIEWS
    noun = "review"
    facets = FACETS

    @property
    def everything(self) -> BitMap:
        return self.snapshot.everything

    @cached_property
    def _parts(self) -> Parts:
        parts = self._of_reviews()
        if self.matches is not None:
            # A review published since may have the reference: this process does not know it yet.
            parts["text"] = self.matches.full | BitMap(self._exact) & self.everything
        return parts

    @cached_property
    def _exact(self) -> list[int]:
        """The reviews that have the text for their title or reference, the newest first."""
        text = self.selection.text.strip()
        held = Review.objects.published().filter(reference=text.upper())
        named = self.snapshot.titled(text.lower())
        return [*held.values_list("pk", flat=True), *named] if "-" in text else named

    @property
    def _exact_first(self) -> list[int]:
        return [key for key in self._exact if key in self.ids]

    def newness(self, ids: Ids) -> NDArray:
        return self.snapshot.ranks["newest"][ids]

    def having(self, code: int) -> BitMap:
        return self.snapshot.having(code)

    def codes_of(self, facet: Facet) -> list[int]:
        return self.snapshot.codes_of(facet)

    def _counted(self, facet: Facet, allowed: BitMap) -> dict[int, int]:
        by_code, codes = self.snapshot.by_code, self.codes_of(facet)
        if allowed is self.everything:
            return {code: len(by_code[code]) for code in codes}
        pairs = ((code, by_code[code].intersection_cardinality(allowed)) for code in codes)
        return {code: count for code, count in pairs if count}

    def _in_order(self, order: str, start: int, size: int) -> list[int]:
        return self.snapshot.page(self.ids, order, start, size)


class PointResult(Selected):
    """The learning points and recommendations of a selection.

    Kind, theme and agency are the point's own; what else is asked for, its review has to have.
    """

    scope = Scope.POINTS
    noun = "point"
    facets = POINT_FACETS

    @property
    def everything(self) -> BitMap:
        return self.snapshot.points.everything

    @cached_property
    def _parts(self) -> Parts:
        points = self.snapshot.points
        parts: Parts = {}
        for name, reviews in self._of_reviews().items():
            if name in OWN:
                values = self.selection.chosen[Facet(name)]
                parts[name] = points.having_any(value.code for value in values)
            else:
                parts[name] = points.of_reviews(reviews)
        return parts if self.matches is None else {**parts, "text": self.matches.full}

    @property
    def review_total(self) -> int:
        """How many reviews the selected points belong to."""
        return int(np.count_nonzero(self._per_review))

    @cached_property
    def _per_review(self) -> NDArray[np.int64]:
        """How many of the selected points each review has: most facets are counted by it."""
        return self.snapshot.points.per_review(self.ids)

    def newness(self, ids: Ids) -> NDArray:
        points = self.snapshot.points
        ranks = self.snapshot.ranks["newest"][points.owner[ids]].astype(np.int64)
        return ranks * PLACES + points.place[ids]

    def having(self, code: int) -> BitMap:
        return self.snapshot.points.having(code)

    def codes_of(self, facet: Facet) -> list[int]:
        if facet in OWN:
            return self.snapshot.points.codes_of(facet)
        return self.snapshot.codes_of(facet)

    def _counted(self, facet: Facet, allowed: BitMap) -> dict[int, int]:
        points, codes = self.snapshot.points, self.codes_of(facet)
        if facet not in OWN:
            held = self._per_review if allowed is self.ids else points.per_review(allowed)
            return counted(held, self.snapshot.by_code, codes)
        pairs = ((code, points.by_code[code].intersection_cardinality(allowed)) for code in codes)
        return {code: count for code, count in pairs if count}

    def _in_order(self, order: str, start: int, size: int) -> list[int]:
        return self.snapshot.points.page(self.ids, self.snapshot.ranks[order], start, size)
