"""How good one list of results is, from 0 to 1, given the grades of what is relevant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean
from typing import Self

DEPTH = 100  # results read of each engine
TOP = 10


@dataclass(frozen=True)
class Scores:
    """Of one question, or the means over several."""

    ndcg: float
    mrr: float
    recall_20: float
    recall_100: float
    empty: float

    @classmethod
    def of(cls, found: Sequence[str], grades: Mapping[str, int], *, empty: bool) -> Self:
        """Of one question: `empty` tells whether the engine answered nothing at all."""
        return cls(
            ndcg(found, grades),
            reciprocal_rank(found, grades),
            recall(found, grades, 20),
            recall(found, grades, DEPTH),
            float(empty),
        )

    @classmethod
    def mean(cls, scores: Sequence[Self]) -> Self:
        return cls(
            fmean(one.ndcg for one in scores),
            fmean(one.mrr for one in scores),
            fmean(one.recall_20 for one in scores),
            fmean(one.recall_100 for one in scores),
            fmean(one.empty for one in scores),
        )


def ndcg(found: Sequence[str], grades: Mapping[str, int], top: int = TOP) -> float:
    """The gain of the first results, against that of the best list there could be.

    A result that answers (2) gains 3, a related one (1) gains 1; lower places count less.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:top])
    return _gain([grades.get(key, 0) for key in found[:top]]) / best if best else 0.0


def reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """One divided by the place of the first relevant result."""
    places = (place for place, key in enumerate(found, start=1) if grades.get(key))
    return 1 / next(places, float("inf"))


def recall(found: Sequence[str], grades: Mapping[str, int], top: int) -> float:
    """The share of what is relevant that the first results hold, of as much as they could."""
    relevant = {key for key, grade in grades.items() if grade}
    if not relevant:
        return 0.0
    return len(relevant.intersection(found[:top])) / min(len(relevant), top)


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))
