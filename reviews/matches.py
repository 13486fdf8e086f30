"""Which records match a text, and which come first. Ids only; what is public others decide.

Evaluated over bitmaps of words, which this process keeps for as long as the collection stays as it
is, like those of facets. Of many matches only RANKED are ranked exactly: those with most of the
rare words, the newest first among equals.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import ranking, search
from reviews.points import Ids, bitmap, numbers
from reviews.ranking import Measured, Weighed
from reviews.recent import Recent
from reviews.search import Scope
from reviews.synonyms import Synonyms
from reviews.wanted import Concept, Wanted, read

RANKED = 600
NEAR = 100  # records that have only some of the words, at most
NEAR_ENOUGH = 0.3  # of the rarity of all that was asked for
MEASURED = 12  # of a long question's words, the rarest
MOST_PAIRS = 8
IN_REPORT = 0.02  # how much of a word a record has that has it only in a report

type Newness = Callable[[Ids], NDArray]  # a rank for each id, 0 the newest

_words: Recent[tuple[int, Scope, str], BitMap] = Recent("KEPT_WORDS")


class Matches:
    """The matches of a text in a scope, at one version of the collection."""

    def __init__(
        self, text: str, scope: Scope, version: int, everything: BitMap, synonyms: Synonyms
    ) -> None:
        self.scope = scope
        self._version = version
        self._everything = everything
        self._wanted = read(text, synonyms)
        self.concepts = list(
            {c.words: c for wanted in self._wanted for c in wanted.concepts}.values()
        )
        self._words = list(dict.fromkeys(word for c in self.concepts for word in c.words))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for: no word at all, or only words too common to look for."""
        return not any(wanted.concepts or wanted.excluded for wanted in self._wanted)

    @cached_property
    def full(self) -> BitMap:
        """What has everything that is asked for, by one name or another."""
        return BitMap.union(BitMap(), *map(self._full, self._wanted))

    @cached_property
    def missing(self) -> list[Concept]:
        """What no record has, by whatever name."""
        return [concept for concept in self.concepts if not self._having(concept)]

    def holding(self, word: str) -> int:
        """How many records have a word, which may not be asked for."""
        lexeme = search.lexemes([word])[word]
        return self._found(lexeme).intersection_cardinality(self._everything) if lexeme else 0

    def page(self, ids: BitMap, newness: Newness, start: int, size: int) -> list[int]:
        """Some matches from `start` on, the best first. One statement."""
        found = numbers(ids)
        order = self._by_presence(found, newness, RANKED if start + size <= RANKED else len(found))
        best, rest = order[:RANKED], order[RANKED:]
        return [*self._ranked(best, newness)[start : start + size], *_part(rest, start, size)]

    def near(self, allowed: BitMap, newness: Newness) -> list[int]:
        """What has only some of what is asked for, the best first: at most NEAR of `allowed`."""
        if not self.concepts:
            return []
        some = BitMap.union(*map(self._having, self.concepts)) & allowed
        some -= BitMap.union(self.full, *(self._found(q) for w in self._wanted for q in w.excluded))
        found = numbers(some)
        presence = self._presence(found)
        asked = sum(self._rarity(self._having(concept)) for concept in self.concepts)
        found = found[presence >= NEAR_ENOUGH * asked]
        return self._ranked(self._by_presence(found, newness, RANKED), newness)[:NEAR]

    def _full(self, wanted: Wanted) -> BitMap:
        self._fetch([query for concept in wanted.concepts for query in concept.queries])
        if not wanted.concepts and not wanted.excluded:
            return BitMap()
        parts = [self._everything, *map(self._having, wanted.concepts)]
        return BitMap.intersection(*parts) - BitMap.union(
            BitMap(), *map(self._found, wanted.excluded)
        )

    def _having(self, concept: Concept) -> BitMap:
        """The records with all words of a concept, or with another name of it."""
        typed = BitMap.intersection(self._everything, *map(self._found, concept.words))
        return typed | self._synonyms(concept)

    def _synonyms(self, concept: Concept) -> BitMap:
        """The records with another name of a concept."""
        if not concept.others:
            return BitMap()
        return BitMap.union(*self._fetch(concept.other_queries)) & self._everything

    def _found(self, query: str) -> BitMap:
        held = _words.get((self._version, self.scope, query))
        return self._fetch([query])[0] if held is None else held

    def _fetch(self, queries: Sequence[str]) -> list[BitMap]:
        """What matches each query; what is not kept is asked of the database in one statement."""
        held = {query: _words.get((self._version, self.scope, query)) for query in queries}
        unknown = [query for query, found in held.items() if found is None]
        if unknown:
            for query, found in zip(unknown, search.find(self.scope, unknown), strict=True):
                held[query] = found
                _words.keep((self._version, self.scope, query), found)
        return [found for found in held.values() if found is not None]

    def _rarity(self, found: BitMap) -> float:
        return ranking.rarity(
            found.intersection_cardinality(self._everything), len(self._everything)
        )

    def _presence(self, ids: Ids) -> NDArray[np.float64]:
        """How much of what is asked for each of some records has, by rarity alone."""
        total = np.zeros(len(ids))
        for concept in self.concepts:
            by_word = np.zeros(len(ids))
            for word in concept.words:
                by_word += _among(ids, self._found(word)) * self._rarity(self._found(word))
            other = _among(ids, self._synonyms(concept))
            total += np.maximum(
                by_word, other * ranking.SYNONYM * self._rarity(self._having(concept))
            )
        return total

    def _by_presence(self, ids: Ids, newness: Newness, most: int) -> Ids:
        """The `most` records with most of what is asked for, then the newest."""
        if len(ids) <= min(most, RANKED):
            return ids
        order = np.lexsort((newness(ids), -self._presence(ids)))
        return ids[order[:most]]

    def _ranked(self, ids: Ids, newness: Newness) -> list[int]:
        if not len(ids):
            return []
        ids = np.sort(ids)
        worth = self._scores(ids).round(4)
        return [int(key) for key in ids[np.lexsort((newness(ids), -worth))]]

    def _scores(self, ids: Ids) -> ranking.Numbers:
        """What each of some records is worth. One statement."""
        rarities = {word: self._rarity(self._found(word)) for word in self._words}
        measured = sorted(self._words, key=lambda word: -rarities[word])[:MEASURED]
        words = [word for word in self._words if word in measured]
        pairs = list(zip(words, words[1:], strict=False))[:MOST_PAIRS]
        return ranking.scores(
            self._measured(ids, words, pairs),
            [
                Weighed(
                    [words.index(word) for word in concept.words if word in words],
                    self._rarity(self._having(concept)),
                )
                for concept in self.concepts
            ],
            [rarities[word] for word in words],
            [min(rarities[first], rarities[second]) for first, second in pairs],
        )

    def _measured(self, ids: Ids, words: list[str], pairs: list[tuple[str, str]]) -> Measured:
        found, rows = search.features(self.scope, bitmap(ids), words, pairs)
        table = np.zeros((len(ids), rows.shape[1]), np.float32)
        table[np.searchsorted(ids, found)] = rows
        amounts = table[:, 1 : 1 + len(words)]
        for place, word in enumerate(words):
            only_in_report = _among(ids, self._found(word)) & (amounts[:, place] < IN_REPORT)
            amounts[only_in_report, place] = IN_REPORT
        others = [_among(ids, self._synonyms(concept)) for concept in self.concepts]
        return Measured(table[:, 0], amounts, table[:, 1 + len(words) :], np.array(others).T)


def _among(ids: Ids, found: BitMap) -> NDArray[np.bool_]:
    """Which of some ids, in rising order, are in a bitmap."""
    return np.isin(ids, numbers(found & bitmap(ids)), assume_unique=True)


def _part(ids: Ids, start: int, size: int) -> list[int]:
    """The part of a page that lies beyond the ranked."""
    return [int(key) for key in ids[max(0, start - RANKED) : max(0, start + size - RANKED)]]
