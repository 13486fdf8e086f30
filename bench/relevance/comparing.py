"""Two engines over the same questions: who wins how often, and how sure the difference is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SAMPLES = 5000
SEED = 1
SAME = 1e-9


@dataclass(frozen=True)
class Paired:
    """The first engine against the second, by nDCG@10 of each question."""

    wins: int
    ties: int
    losses: int
    difference: float
    low: float  # of the interval that holds 95 % of the resampled differences
    high: float


def compare(first: Sequence[float], second: Sequence[float]) -> Paired:
    differences = np.subtract(first, second)
    low, high = interval(differences)
    wins = int((differences > SAME).sum())
    losses = int((differences < -SAME).sum())
    ties = len(differences) - wins - losses
    return Paired(wins, ties, losses, float(differences.mean()), low, high)


def interval(differences: np.ndarray) -> tuple[float, float]:
    """Between what the mean would lie, were other questions of this kind asked (bootstrap)."""
    chance = np.random.default_rng(SEED)
    drawn = chance.choice(differences, size=(SAMPLES, len(differences)))
    low, high = np.percentile(drawn.mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
