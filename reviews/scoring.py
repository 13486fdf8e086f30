"""Scoring records for what was asked: from memory first, the best of them exactly.

How much of each word a record has is kept with the word (holdings.py). How near its words stand
to each other is measured in the database, of the best EXACT records alone.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from reviews import ranking, search
from reviews.holdings import Holdings
from reviews.points import Ids, among, bitmap
from reviews.ranking import Measured, Weighed
from reviews.wanted import Concept

EXACT = 100
MEASURED = 12  # of a long question's words, the rarest
MOST_PAIRS = 8
UNMEASURED = 0.3  # how much of a word that very many hold a record is taken to have
USUAL_LENGTH = 100.0  # of a record that is measured by none of its words
IN_REPORT = 0.02  # how much of a word a record has that has it only in a report
DESCRIBED = 0.1  # or only in a name of one of its terms

type Newness = Callable[[Ids], NDArray]  # a rank for each id, 0 the newest
type Pair = tuple[str, str]


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
        self._described = {word: holdings.described(word) for word in words}
        self._others = [holdings.under_other_names(concept) for concept in concepts]
        self._weighed = [
            Weighed(
                [self._words.index(word) for word in concept.words if word in self._words],
                holdings.rarity(holdings.of_concept(concept)),
                bool(concept.others),
            )
            for concept in concepts
        ]
        self._amounts = holdings.amounts(self._words)
        self._pairs: list[Pair] = list(zip(self._words, self._words[1:], strict=False))
        self._pairs = self._pairs[:MOST_PAIRS]

    def presence(self, ids: Ids) -> NDArray[np.float64]:
        """How much of what is asked for each of some records has, by rarity alone."""
        total = np.zeros(len(ids))
        for concept, named, weighed in zip(
            self._concepts, self._others, self._weighed, strict=True
        ):
            typed = np.zeros(len(ids))
            for word in concept.words:
                held, described = self._holdings.of(word), self._described[word]
                part = ranking.SYNONYM * self._holdings.rarity(held | described)
                whole = among(ids, held) * self._rarities[word]
                typed += np.maximum(whole, among(ids, described) * part)
            other = among(ids, named) * ranking.SYNONYM * weighed.rarity
            total += np.maximum(typed, other) * (ranking.NAME if weighed.is_name else 1.0)
        return total

    def nearest(self, ids: Ids, enough: float, most: int) -> Ids:
        """The `most` records with most of what is asked for, then the newest.

        Of those that have `enough`, a share of what the nearest of them has.
        """
        presence = self.presence(ids)
        kept = presence >= enough * presence.max(initial=0)
        ids, presence = ids[kept], presence[kept]
        if len(ids) <= most:
            return ids
        return ids[np.lexsort((self._newness(ids), -presence))[:most]]

    def rank(self, ids: Ids) -> list[int]:
        """Some records, the best first, then the newest. One statement, or none for one word."""
        if not len(ids):
            return []
        order = self._ordered(ids, self._worth(self._from_memory(ids), []))
        if self._pairs or len(self._amounts) < len(self._words):
            best = np.sort(order[:EXACT])
            exact = self._ordered(best, self._worth(self._measured(best), self._pairs))
            order = np.concatenate([exact, order[EXACT:]])
        return order.tolist()

    def _ordered(self, ids: Ids, worth: ranking.Numbers) -> Ids:
        return ids[np.lexsort((self._newness(ids), -worth.round(4)))]

    def _worth(self, measured: Measured, pairs: list[Pair]) -> ranking.Numbers:
        rarities = [self._rarities[word] for word in self._words]
        of_pairs = [min(self._rarities[a], self._rarities[b]) for a, b in pairs]
        return ranking.scores(measured, self._weighed, rarities, of_pairs)

    def _from_memory(self, ids: Ids) -> Measured:
        """What is kept of some records: nothing of how near their words are."""
        lengths = np.zeros(len(ids), np.float32)
        amounts = np.zeros((len(ids), len(self._words)), np.float32)
        for place, word in enumerate(self._words):
            known = self._amounts.get(word)
            if known is None:
                amounts[:, place] = among(ids, self._holdings.of(word)) * UNMEASURED
            elif len(known.ids):
                at = np.searchsorted(known.ids, ids).clip(max=len(known.ids) - 1)
                has = known.ids[at] == ids
                amounts[has, place] = known.amounts[at[has]]
                lengths[has] = known.lengths[at[has]]
        usual = lengths[lengths > 0].mean() if lengths.any() else USUAL_LENGTH
        lengths[lengths == 0] = usual
        return self._with_the_rest(ids, lengths, amounts, np.zeros((len(ids), 0), np.float32))

    def _measured(self, ids: Ids) -> Measured:
        """The same of few records, and how near their words are. One statement."""
        found, rows = search.features(self._holdings.scope, bitmap(ids), self._words, self._pairs)
        table = np.zeros((len(ids), 1 + len(self._words) + len(self._pairs)), np.float32)
        table[np.searchsorted(ids, found)] = rows
        end = 1 + len(self._words)
        return self._with_the_rest(ids, table[:, 0], table[:, 1:end], table[:, end:])

    def _with_the_rest(
        self,
        ids: Ids,
        lengths: ranking.Numbers,
        amounts: ranking.Numbers,
        pairs: ranking.Numbers,
    ) -> Measured:
        """With what the vectors do not say: names of terms, reports, other names."""
        for place, word in enumerate(self._words):
            described = among(ids, self._described[word]) * np.float32(DESCRIBED)
            in_report = among(ids, self._holdings.of(word)) * np.float32(IN_REPORT)
            amounts[:, place] = np.maximum.reduce([amounts[:, place], described, in_report])
        others = [among(ids, named) for named in self._others]
        return Measured(lengths, amounts, pairs, np.array(others).reshape(-1, len(ids)).T)
