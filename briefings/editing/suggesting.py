"""Points that may support a statement: by the words it has, and the themes it is about.

A statement's words are those of its own text; before it has any, those of the points it cites.
Its themes are those of what it cites, and those that its text names (reviews/matching.py). What a
point shares, the rarer the more telling, decides. The points of the sample are all looked at; of
the rest of the selection those that share the most telling things, so that the cost is bounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import search
from reviews.codes import Facet
from reviews.points import Ids, among
from reviews.query import words_of
from reviews.search import Scope, lexemes
from reviews.snapshot import Snapshot
from reviews.wanted import Concept

MOST_OF_SAMPLE = 2000  # points of the sample compared, the newest
MOST_OTHERS = 600  # points of the selection beside it
MOST_WORDS = 24  # of the text, the longest: the longer a word, the rarer
LOOKED_FOR = 6  # words by which the rest of the selection is searched
SHOWN = 6  # suggestions from the sample, and from the selection
A_REVIEW = 2  # of them from one review
FEWEST = 50  # among fewer points nothing says that it is rare
WORD = 0.8  # a shared word, against a shared theme that is as rare
NAMED = 0.6  # a theme that the text names, against one of what is cited
LEAST = 2.5  # what is shared at least: a rare word, a rare theme, or two that are less so
ENOUGH = 0.45  # and of what the best one shares
USUAL = 600  # points of sample and selection, whatever they share, by which a word is rare or not
# Lexemes of words that a statement about anything may have.
_QUIET = """nobodi everybodi everyon someon told tell knew know known came come went go happen look
    use used made make need often alway thing want said say see seen without well way also els"""
QUIET = frozenset(_QUIET.split())


@dataclass(frozen=True, slots=True)
class About:
    """What a statement is about: a text, themes by their codes, and what is not to be suggested."""

    text: str
    cited: BitMap = field(default_factory=BitMap)
    refused: BitMap = field(default_factory=BitMap)
    named: frozenset[int] = frozenset()  # codes of the themes that the text names


@dataclass(frozen=True, slots=True)
class Supporting:
    """Points from the sample and from the rest of the selection, and what is marked in them."""

    sample: list[int]
    others: list[int]
    concepts: list[Concept]
    themes: frozenset[int]

    @property
    def is_empty(self) -> bool:
        return not (self.sample or self.others)


def supporting(snapshot: Snapshot, about: About, sample: BitMap, selection: BitMap) -> Supporting:
    """The points that share most with a statement, the best first. Three statements at most."""
    words = _telling(about.text)
    weights = _weights(snapshot, about)
    never = about.cited | about.refused
    ranks = snapshot.ranks["newest"]
    ours = BitMap(snapshot.points.page(sample - never, ranks, 0, MOST_OF_SAMPLE))
    others = _candidates(snapshot, selection - sample - never, list(weights), words)
    if not (ours or others) or not (words or weights):
        return Supporting([], [], [], frozenset())
    usual = BitMap(snapshot.points.page(sample | selection, ranks, 0, USUAL))
    ids, shares = search.holding(Scope.POINTS, ours | others | usual, words)
    scores = _scores(snapshot, ids, shares, usual, weights) * among(ids, ours | others)
    order = np.lexsort((ranks[snapshot.points.owner[ids]], -scores.round(4)))
    least = max(LEAST, ENOUGH * float(scores.max()))
    best = [int(ids[place]) for place in order if scores[place] >= least]
    concepts = [Concept(word, (word,)) for word in words]
    return Supporting(
        _few_a_review(snapshot, [key for key in best if key in ours]),
        _few_a_review(snapshot, [key for key in best if key in others]),
        concepts,
        frozenset(weights),
    )


def _telling(text: str) -> list[str]:
    """The lexemes of a text that say what it is about, the longest first."""
    found = {
        lexeme for lexeme in lexemes(words_of(text)).values() if lexeme.strip("'") not in QUIET
    }
    found.discard("")
    return sorted(found, key=lambda lexeme: (-len(lexeme), lexeme))[:MOST_WORDS]


def _weights(snapshot: Snapshot, about: About) -> dict[int, float]:
    """The themes a statement is about, rarest first, and how much sharing each says."""
    points = snapshot.points
    total = max(FEWEST, len(points.everything))
    found: dict[int, float] = {}
    for code in points.codes_of(Facet.THEME):
        held = points.having(code)
        share = 1.0 if held.intersect(about.cited) else NAMED if code in about.named else 0.0
        if share:
            found[code] = share * log(1 + total / len(held))
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _candidates(
    snapshot: Snapshot, allowed: BitMap, codes: Sequence[int], words: Sequence[str]
) -> BitMap:
    """Points that share something, two things before one, the rarest first."""
    if not allowed:
        return BitMap()
    looked_for = search.find(Scope.POINTS, words[:LOOKED_FOR]) if words else []
    single = [part & allowed for part in (*map(snapshot.points.having, codes), *looked_for)]
    pairs = [first & second for first, second in combinations(single, 2)]
    found = BitMap()
    for part in (*sorted(pairs, key=len), *sorted(single, key=len)):
        found |= (part - found)[-(MOST_OTHERS - len(found)) :]
        if len(found) >= MOST_OTHERS:
            break
    return found


def _scores(
    snapshot: Snapshot,
    ids: Ids,
    shares: NDArray[np.bool_],
    usual: BitMap,
    weights: Mapping[int, float],
) -> NDArray[np.floating]:
    """What each point shares: themes, and words by how few of the usual points have them."""
    having = shares[among(ids, usual)].sum(axis=0)
    rarity = np.log1p(max(FEWEST, len(usual)) / (having + 1.0))
    scores = WORD * (shares * rarity).sum(axis=1)
    for code, weight in weights.items():
        scores += weight * among(ids, snapshot.points.having(code))
    return scores


def _few_a_review(snapshot: Snapshot, ids: Sequence[int]) -> list[int]:
    """The best of each review, so that one review is not all that is shown."""
    taken: dict[int, int] = {}
    found = []
    for key in ids:
        review = int(snapshot.points.owner[key])
        taken[review] = taken.get(review, 0) + 1
        if taken[review] <= A_REVIEW:
            found.append(key)
        if len(found) == SHOWN:
            break
    return found
