"""Which records match a text, and which come first. Ids only; what is public others decide.

Of more than RANKED matches only the newest are ranked, and the others follow by their age.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from reviews import search
from reviews.holdings import Holdings
from reviews.points import numbers
from reviews.scoring import Newness, Scorer
from reviews.spelling import corrections
from reviews.synonyms import Name
from reviews.wanted import Concept, Wanted, read

RANKED = 5000
NEAR = 100  # records that have only some of the words, at most
NEAR_ENOUGH = 0.1  # of what the nearest of them has


class Matches:
    """The matches of a text among the records that `holdings` is about."""

    def __init__(self, text: str, holdings: Holdings) -> None:
        self.holdings = holdings
        self._wanted = read(text, holdings.synonyms)
        asked = (concept for wanted in self._wanted for concept in wanted.concepts)
        self.concepts = list({concept.words: concept for concept in asked}.values())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for: no word at all, or only words too common to look for."""
        return not any(wanted.concepts or wanted.excluded for wanted in self._wanted)

    @cached_property
    def full(self) -> BitMap:
        """What has everything that is asked for, by one name or another."""
        return BitMap.union(BitMap(), *map(self._full, self._wanted))

    @cached_property
    def corrected(self) -> dict[Concept, list[str]]:
        """What no record has in any way, with words like it that some have, likeliest first."""
        missing = {c.typed: c for c in self.concepts if not self.holdings.of_some(c)}
        found = corrections(list(missing), self.holdings.counts)
        return {missing[typed]: words for typed, words in found.items()}

    def page(self, ids: BitMap, newness: Newness, start: int, size: int) -> list[int]:
        """Some matches from `start` on, the best first: of many the best of the newest."""
        found = numbers(ids)
        newest = found
        if len(found) > RANKED:
            newest = found[np.argpartition(newness(found), RANKED)[:RANKED]]
        ranked = Scorer(self.concepts, self.holdings, newness).rank(newest)
        if start + size <= len(ranked) or len(found) == len(newest):
            return ranked[start : start + size]
        order = found[np.argsort(newness(found))]
        return [*ranked[start:], *map(int, order[max(RANKED, start) : start + size])]

    def near(self, allowed: BitMap, newness: Newness) -> list[int]:
        """What has only some of what is asked for, the best first: at most NEAR of `allowed`.

        What no record has may be misspelt: the likeliest word for it counts as another name.
        """
        if not self.concepts:
            return []
        concepts = [_or(concept, self.corrected.get(concept, ())[:1]) for concept in self.concepts]
        scorer = Scorer(concepts, self.holdings, newness)
        some = BitMap.union(*map(self.holdings.of_some, concepts)) & allowed
        excluded = [query for wanted in self._wanted for query in wanted.excluded]
        some -= BitMap.union(self.full, *self.holdings.fetch(excluded))
        return scorer.rank(scorer.nearest(numbers(some), NEAR_ENOUGH, RANKED))[:NEAR]

    def _full(self, wanted: Wanted) -> BitMap:
        if not wanted.concepts and not wanted.excluded:
            return BitMap()
        self.holdings.fetch([query for concept in wanted.concepts for query in concept.queries])
        parts = map(self.holdings.of_concept, wanted.concepts)
        excluded = self.holdings.fetch(wanted.excluded)
        found = BitMap.intersection(self.holdings.everything, *parts)
        return found - BitMap.union(BitMap(), *excluded)


def _or(concept: Concept, words: Sequence[str]) -> Concept:
    """A concept with some words as further names of it."""
    if not words:
        return concept
    known = search.lexemes(words)
    names = (Name(word, (known[word],), known[word]) for word in words)
    return replace(concept, others=(*concept.others, *names))
