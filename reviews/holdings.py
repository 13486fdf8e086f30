"""Which records hold a word or a phrase, and which are described with one.

Kept as bitmaps by this process for as long as the collection stays as it is, like facets'.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import ranking, search
from reviews.points import Ids, among
from reviews.recent import Recent
from reviews.search import Scope
from reviews.synonyms import Synonyms
from reviews.wanted import Concept

MEASURABLE = 5000  # records with a word, up to which each is measured


class Amounts(NamedTuple):
    """How much of a word some records have, and how many different words each has in all."""

    ids: Ids  # in rising order
    lengths: NDArray[np.float32]
    amounts: NDArray[np.float32]


_kept: Recent[tuple[int, Scope, str], BitMap] = Recent("KEPT_WORDS")
_amounts: Recent[tuple[int, Scope, str], Amounts] = Recent("KEPT_WORDS")


class Holdings:
    """The holdings of a scope, at one version of the collection.

    `having` gives the records with a term's code: those are described by all of the term's names.
    """

    def __init__(
        self,
        scope: Scope,
        version: int,
        everything: BitMap,
        synonyms: Synonyms,
        having: Callable[[int], BitMap],
    ) -> None:
        self.scope = scope
        self.everything = everything
        self.synonyms = synonyms
        self._version = version
        self._having = having
        self._found: dict[str, BitMap] = {}  # for this search, whatever else has to be kept

    def of(self, query: str) -> BitMap:
        """The records that match a query of lexemes; of reviews also by their reports."""
        return self.fetch([query])[0]

    def fetch(self, queries: Sequence[str]) -> list[BitMap]:
        """The same for several queries; what is not kept is asked for in one statement."""
        unknown = [query for query in dict.fromkeys(queries) if self._known(query) is None]
        if unknown:
            for query, ids in zip(unknown, search.find(self.scope, unknown), strict=True):
                self._found[query] = ids
                _kept.keep((self._version, self.scope, query), ids)
        return [self._found[query] for query in queries]

    def _known(self, query: str) -> BitMap | None:
        """What matches a query, if this search or one before it has asked."""
        if query not in self._found:
            kept = _kept.get((self._version, self.scope, query))
            if kept is None:
                return None
            self._found[query] = kept
        return self._found[query]

    def amounts(self, words: Sequence[str]) -> dict[str, Amounts]:
        """How much each word has of those records that hold it; not of words that too many hold.

        One statement for words not met in this version: about 8 µs for each record that has one.
        """
        found = {word: _amounts.get((self._version, self.scope, word)) for word in words}
        unknown = [w for w, known in found.items() if known is None and self._is_measurable(w)]
        if unknown:
            some = BitMap.union(*self.fetch(unknown)) & self.everything
            ids, rows = search.features(self.scope, some, unknown, [])
            order = np.argsort(ids)
            ids, rows = ids[order], rows[order]
            for place, word in enumerate(unknown):
                has = among(ids, self.of(word))
                amounts = Amounts(ids[has], rows[has, 0], rows[has, 1 + place])
                found[word] = amounts
                _amounts.keep((self._version, self.scope, word), amounts)
        return {word: known for word, known in found.items() if known is not None}

    def _is_measurable(self, word: str) -> bool:
        return self.of(word).intersection_cardinality(self.everything) <= MEASURABLE

    def described(self, lexeme: str) -> BitMap:
        """The records with a term that has a name with this word in it."""
        return BitMap.union(BitMap(), *map(self._having, self.synonyms.naming(lexeme)))

    def under_other_names(self, concept: Concept) -> BitMap:
        """The records with another name of a concept."""
        if not concept.others:
            return BitMap()
        return BitMap.union(*self.fetch(concept.other_queries)) & self.everything

    def of_concept(self, concept: Concept) -> BitMap:
        """The records with all words of a concept, or with another name of it."""
        typed = BitMap.intersection(self.everything, *self.fetch(concept.words))
        return typed | self.under_other_names(concept)

    def of_some(self, concept: Concept) -> BitMap:
        """The records with a word of a concept, with another name, or described with a word."""
        described = map(self.described, concept.words)
        words = self.fetch(concept.words)
        return BitMap.union(self.under_other_names(concept), *words, *described) & self.everything

    def counts(self, words: Sequence[str]) -> list[int]:
        """How many records hold each word, or are described with it. Two statements at most."""
        known = search.lexemes(words)
        self.fetch([lexeme for lexeme in known.values() if lexeme])
        return [self._count(known[word]) for word in words]

    def _count(self, lexeme: str) -> int:
        if not lexeme:
            return 0
        held = self.of(lexeme) | self.described(lexeme)
        return held.intersection_cardinality(self.everything)

    def rarity(self, found: BitMap) -> float:
        """How much it says of a record to be one of these."""
        held = found.intersection_cardinality(self.everything)
        return ranking.rarity(held, len(self.everything))
