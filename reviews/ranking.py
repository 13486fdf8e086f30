"""What a match is worth: BM25 over the places of a record, with what is known to help added.

A rare word says more than a common one, a second mention less than the first, a mention in a
title more than one in an account, a long text less than a short one with the same words; words
that stand together more than the same words apart, and what was typed more than another name
for it. The constants were chosen on judged questions (docs/search.md), none for any one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SATURATION = 0.35  # how soon further mentions cease to add
LENGTH = 0.4  # how much of a text's length counts against it
SYNONYM = 0.85  # another name, against a word that was typed
NAME = 1.6  # a name of the vocabulary, as words: who types one means it
SYNONYM_PRESENT = 1.0  # how much of a word another name stands for, wherever it is
NEARNESS = 0.6  # words beside each other, against a word
NEAR_HALF = 0.05  # the measure of nearness that counts half
COVERAGE = 0.6  # how much it counts against a record that it has not all that was asked for

type Numbers = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of some records: a row for each.

    `words` and `pairs` are amounts from 0 to 1 as search.features gives them, `lengths` counts
    of different words, `synonyms` whether a record has another name of each concept.
    """

    lengths: Numbers
    words: Numbers
    pairs: Numbers
    synonyms: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concept: its words' places among all words, how rare it is, and whether it is a name."""

    words: Sequence[int]
    rarity: float
    is_name: bool = False


def rarity(found: int, total: int) -> float:
    """How much a word says that so many of all records have. Never negative."""
    return float(np.log1p((total - found + 0.5) / (found + 0.5)))


def scores(
    measured: Measured,
    concepts: Sequence[Weighed],
    rarities: Sequence[float],
    pairs: Sequence[float],
) -> Numbers:
    """The worth of each record. `rarities` are those of the words, `pairs` those of the pairs."""
    amounts = _saturated(measured) * np.array(rarities, np.float32)
    total = np.zeros(len(measured.lengths), np.float32)
    covered = np.zeros_like(total)
    for place, concept in enumerate(concepts):
        words = list(concept.words)
        typed = amounts[:, words].sum(axis=1)
        other = measured.synonyms[:, place] * np.float32(SYNONYM_PRESENT * concept.rarity)
        worth = np.maximum(typed, SYNONYM * other) + 0.1 * np.minimum(typed, other)
        total += worth * (NAME if concept.is_name else 1.0)
        # Of a long question not all words are measured: a concept may be left with none.
        share = (measured.words[:, words] > 0).sum(axis=1) / max(1, len(words))
        covered += concept.rarity * np.maximum(share, SYNONYM * measured.synonyms[:, place])
    near = measured.pairs / (measured.pairs + NEAR_HALF)
    total += NEARNESS * (near * np.array(pairs, np.float32)).sum(axis=1)
    asked = sum(concept.rarity for concept in concepts) or 1.0
    return np.asarray(total * (covered / asked) ** COVERAGE)


def _saturated(measured: Measured) -> Numbers:
    """Amounts of words, each further mention worth less, the more so the longer the text is."""
    usual = (measured.lengths.mean() if len(measured.lengths) else 0.0) or 1.0
    size = 1 - LENGTH + LENGTH * measured.lengths / usual
    amounts = measured.words
    return amounts * (1 + SATURATION) / (amounts + SATURATION * size[:, None])
