"""Which records match a text, and which come first. Ids only; what is public others decide.

Of many matches only RANKED are ranked exactly: those with most of the rare words, the newest
first among equals.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import ranking, search
from reviews.holdings import Holdings, among
from reviews.points import Ids, bitmap, numbers
from reviews.ranking import Measured, Weighed
from reviews.spelling import corrections
from reviews.synonyms import Name
from reviews.wanted import Concept, Wanted, read

RANKED = 500
NEAR = 100  # records that have only some of the words, at most
NEAR_ENOUGH = 0.1  # of what the nearest of them has
MEASURED = 12  # of a long question's words, the rarest
MOST_PAIRS = 8
IN_REPORT = 0.02  # how much of a word a record has that has it only in a report
DESCRIBED = 0.1  # or only in a name of one of its terms

type Newness = Callable[[Ids], NDArray]  # a rank for each id, 0 the newest


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
        """Some matches from `start` on, the best first. One statement."""
        scorer = Scorer(self.concepts, self.holdings, newness)
        found = numbers(ids)
        order = scorer.select(found, RANKED if start + size <= RANKED else len(found))
        best, rest = order[:RANKED], order[RANKED:]
        beyond = rest[max(0, start - RANKED) : max(0, start + size - RANKED)]
        return [*scorer.rank(best)[start : start + size], *map(int, beyond)]

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
        found = numbers(some)
        presence = scorer.presence(found)
        near = found[presence >= NEAR_ENOUGH * presence.max(initial=0)]
        return scorer.rank(scorer.select(near, RANKED))[:NEAR]

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


class Scorer:
    """What records are worth to somebody who asked for some concepts."""

    def __init__(self, concepts: Sequence[Concept], holdings: Holdings, newness: Newness) -> None:
        self._concepts = concepts
        self._holdings = holdings
        self._newness = newness
        words = list(dict.fromkeys(word for concept in concepts for word in concept.words))
        found = dict(zip(words, holdings.fetch(words), strict=True))
        self._rarities = {word: holdings.rarity(held) for word, held in found.items()}
        rarest = sorted(words, key=lambda word: -self._rarities[word])[:MEASURED]
        self._words = [word for word in words if word in rarest]
        self._pairs = list(zip(self._words, self._words[1:], strict=False))[:MOST_PAIRS]

    def presence(self, ids: Ids) -> NDArray[np.float64]:
        """How much of what is asked for each of some records has, by rarity alone."""
        total = np.zeros(len(ids))
        for concept in self._concepts:
            typed = np.zeros(len(ids))
            for word in concept.words:
                held = self._holdings.of(word)
                typed += self._weighed(ids, held, self._holdings.described(word), word)
            other = among(ids, self._holdings.under_other_names(concept))
            worth = np.maximum(typed, other * ranking.SYNONYM * self._rarity(concept))
            total += worth * (ranking.NAME if concept.others else 1.0)
        return total

    def select(self, ids: Ids, most: int) -> Ids:
        """The `most` records with most of what is asked for, then the newest."""
        if len(ids) <= min(most, RANKED):
            return ids
        return ids[np.lexsort((self._newness(ids), -self.presence(ids)))[:most]]

    def rank(self, ids: Ids) -> list[int]:
        """Some records, the best first, then the newest. One statement."""
        if not len(ids):
            return []
        ids = np.sort(ids)
        worth = self._worth(ids).round(4)
        return [int(key) for key in ids[np.lexsort((self._newness(ids), -worth))]]

    def _worth(self, ids: Ids) -> ranking.Numbers:
        weighed = [
            Weighed(
                [self._words.index(word) for word in concept.words if word in self._words],
                self._rarity(concept),
                bool(concept.others),
            )
            for concept in self._concepts
        ]
        rarities = [self._rarities[word] for word in self._words]
        pairs = [min(self._rarities[a], self._rarities[b]) for a, b in self._pairs]
        return ranking.scores(self._measured(ids), weighed, rarities, pairs)

    def _measured(self, ids: Ids) -> Measured:
        found, rows = search.features(self._holdings.scope, bitmap(ids), self._words, self._pairs)
        table = np.zeros((len(ids), 1 + len(self._words) + len(self._pairs)), np.float32)
        table[np.searchsorted(ids, found)] = rows
        amounts = table[:, 1 : 1 + len(self._words)]
        for place, word in enumerate(self._words):
            described = among(ids, self._holdings.described(word)) * DESCRIBED
            in_report = among(ids, self._holdings.of(word)) * IN_REPORT
            amounts[:, place] = np.maximum.reduce([amounts[:, place], described, in_report])
        others = [among(ids, self._holdings.under_other_names(c)) for c in self._concepts]
        return Measured(table[:, 0], amounts, table[:, 1 + len(self._words) :], np.array(others).T)

    def _weighed(self, ids: Ids, held: BitMap, described: BitMap, word: str) -> NDArray:
        """The rarity of a word for who holds it; less for who is only described with it."""
        whole = among(ids, held) * self._rarities[word]
        part = among(ids, described) * ranking.SYNONYM * self._holdings.rarity(held | described)
        return np.maximum(whole, part)

    def _rarity(self, concept: Concept) -> float:
        return self._holdings.rarity(self._holdings.of_concept(concept))
