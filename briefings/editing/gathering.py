"""Points in the order in which an editor reads them: by theme, and within a theme by likeness.

Each point stands once, under that of its themes which most of the listed points have; the
commonest theme comes first, points without a theme last. Within a theme, points that say nearly
the same stand together. They are compared WINDOW at a time, the newest first, so that a page
costs the same however many there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p, sqrt

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import search
from reviews.codes import Facet
from reviews.search import Scope
from reviews.snapshot import Snapshot

PAGE = 20  # points on a page
WINDOW = 240  # points compared with each other
LIKE = 0.34  # of two texts: from here on they say nearly the same
FEWEST = 50  # among fewer points no word says that it is rare

type Words = Mapping[int, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """The points that stand under a theme (0: without any)."""

    theme: int
    points: BitMap


@dataclass(frozen=True, slots=True)
class Cluster:
    """Points that say nearly the same; `size` counts those on other pages too."""

    size: int
    ids: list[int]


@dataclass(frozen=True, slots=True)
class Group:
    """What of a theme stands on this page: all that have it, those that stand here, the rest."""

    theme: int
    total: int
    count: int
    clusters: list[Cluster]


class Gathered:
    """Points of a snapshot by theme and likeness; of one theme alone, if `theme` is a code."""

    def __init__(self, snapshot: Snapshot, ids: BitMap, theme: int | None = None) -> None:
        self.snapshot, self.theme = snapshot, theme
        self.ids = ids if theme is None else ids & snapshot.points.having(theme)

    @property
    def total(self) -> int:
        return len(self.ids)

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many points each theme has, the commonest first."""
        return _counted(self.snapshot, Facet.THEME, self.ids)

    @cached_property
    def parts(self) -> list[Part]:
        """Every point once."""
        points, rest, found = self.snapshot.points, self.ids, []
        themes = self.counts if self.theme is None else [self.theme]
        for theme in themes:
            if held := points.having(theme) & rest:
                found.append(Part(theme, held))
                rest = rest - held
        return [*found, Part(0, rest)] if rest else found

    def page(self, number: int) -> list[Group]:
        """A page from 1. One statement."""
        shares = list(self._shares((number - 1) * PAGE))
        windows = {
            (part.theme, place): self._window(part, place)
            for part, first, last in shares
            for place in range(first // WINDOW, (last - 1) // WINDOW + 1)
        }
        compared = BitMap([key for ids in windows.values() if len(ids) > 1 for key in ids])
        words = search.own_words(Scope.POINTS, compared) if compared else {}
        clusters = {place: clustered(ids, words) for place, ids in windows.items()}
        return [self._group(part, first, last, clusters) for part, first, last in shares]

    def _shares(self, start: int) -> Iterator[tuple[Part, int, int]]:
        """The parts that a page has something of: from which of their points to which."""
        end = start + PAGE
        before = 0
        for part in self.parts:
            size = len(part.points)
            first, last = max(0, start - before), min(size, end - before)
            if first < last:
                yield part, first, last
            before += size

    def _window(self, part: Part, place: int) -> list[int]:
        ranks = self.snapshot.ranks["newest"]
        return self.snapshot.points.page(part.points, ranks, place * WINDOW, WINDOW)

    def _group(
        self, part: Part, first: int, last: int, known: Mapping[tuple[int, int], list[list[int]]]
    ) -> Group:
        places = range(first // WINDOW, (last - 1) // WINDOW + 1)
        clusters = [one for place in places for one in known[part.theme, place]]
        offset = first - places.start * WINDOW
        shown = [
            Cluster(len(ids), ids[low:high])
            for ids, low, high in _cut(clusters, offset, offset + last - first)
        ]
        total = self.counts[part.theme] if part.theme else len(part.points)
        return Group(part.theme, total, len(part.points), shown)


def agencies(snapshot: Snapshot, ids: BitMap) -> dict[int, int]:
    """How many points each agency has, the commonest first."""
    return _counted(snapshot, Facet.AGENCY, ids)


def clustered(ids: Sequence[int], words: Words) -> list[list[int]]:
    """Points that say nearly the same beside each other, the largest groups first.

    The one that most others are like is the middle of a group, and comes first in it.
    """
    if len(ids) < 2:
        return [[key] for key in ids]
    alike = likeness([words.get(key, ()) for key in ids])
    near = alike >= LIKE
    left = np.ones(len(ids), bool)
    sizes = near.sum(axis=1)  # of those that are left, how many each is like; 0 of the others
    found: list[list[int]] = []
    while sizes[middle := int(sizes.argmax())] > 1:
        members = np.flatnonzero(near[middle] & left)
        order = members[np.lexsort((members, -alike[middle, members].round(4)))]
        found.append([ids[place] for place in order])
        left[members] = False
        sizes -= near[:, members].sum(axis=1)
        sizes[members] = 0
    return [*found, *([ids[int(place)]] for place in np.flatnonzero(left))]


def likeness(texts: Sequence[Iterable[str]]) -> NDArray[np.floating]:
    """How alike texts are, by the words they share, the rarer the more telling: 0 to 1."""
    rows = [set(text) for text in texts]
    held = Counter(word for row in rows for word in row)
    most = max(FEWEST, len(rows))
    weights = {word: log1p(most / count) for word, count in held.items()}
    shared = (word for word, count in held.items() if count > 1)
    columns = {word: column for column, word in enumerate(shared)}
    matrix = np.zeros((len(rows), len(columns)), np.float32)
    for place, row in enumerate(rows):
        size = sqrt(sum(weights[word] ** 2 for word in row)) or 1.0
        for word in row & columns.keys():
            matrix[place, columns[word]] = weights[word] / size
    alike = matrix @ matrix.T
    np.fill_diagonal(alike, 1.0)
    return alike


def _cut(
    clusters: Iterable[list[int]], start: int, end: int
) -> Iterator[tuple[list[int], int, int]]:
    """What of each cluster lies between two places of all in a row."""
    before = 0
    for ids in clusters:
        low, high = max(0, start - before), min(len(ids), end - before)
        if low < high:
            yield ids, low, high
        before += len(ids)


def _counted(snapshot: Snapshot, facet: Facet, ids: BitMap) -> dict[int, int]:
    points, terms = snapshot.points, snapshot.terms
    pairs = (
        (code, points.having(code).intersection_cardinality(ids)) for code in points.codes_of(facet)
    )
    order = sorted(
        ((code, size) for code, size in pairs if size),
        key=lambda pair: (-pair[1], terms.by_code[pair[0]].label),
    )
    return dict(order)
