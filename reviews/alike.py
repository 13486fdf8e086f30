"""Points of other reviews that say something like this one, and how: shared terms, shared words.

Those that share the rarest of its themes and agencies are compared, two shared terms before one;
where it has none, those that have its longest words. What they share, the rarer the more telling,
decides: so the cost does not grow with the collection.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews import search
from reviews.codes import Facet
from reviews.points import Ids, bitmap, numbers
from reviews.query import words_of
from reviews.search import Scope, lexemes
from reviews.snapshot import Snapshot
from reviews.synonyms import Key, key_of

CANDIDATES = 600  # points compared at most
ALIKE = 4
MOST_WORDS = 24  # of a point's text, the longest: the longer a word, the rarer
LOOKED_FOR = 6  # words by which a point without terms finds others
LEAST = 3.0  # what two points have to share to be called alike: two rare words, or a rare theme
FEWEST = 50  # among fewer points no word says that it is rare
WEIGHTS = {Facet.THEME: 1.0, Facet.AGENCY: 0.5}
WORDS = 0.8  # a shared word, against a shared theme that is as rare
NAMED = 3  # words named
LEXEME = ("'", "(")  # how a word that means something begins, as a lexeme
LONGEST_RUN = 4  # words named as one
# Words that are not looked for, but with which a row of words may begin.
TELLING = frozenset({"same", "not", "no", "own", "before", "after", "without"})


@dataclass(frozen=True, slots=True)
class Alike:
    """Another point's id and the codes of the terms it shares, the most telling first."""

    id: int
    codes: list[int]


def alike(snapshot: Snapshot, point_id: int, text: str) -> list[Alike]:
    """The points most like this one, at most one of a review. Two statements."""
    weights = _weights(snapshot, point_id)
    words = _longest(text)
    found = _candidates(snapshot, point_id, list(weights), words)
    if not found:
        return []
    ids, shares = search.holding(Scope.POINTS, found, words)
    scores = _scores(snapshot, ids, shares, weights)
    newness = snapshot.ranks["newest"][snapshot.points.owner[ids]]
    order = np.lexsort((newness, -scores.round(4)))
    best = [int(ids[place]) for place in order if scores[place] >= LEAST]
    return [Alike(key, _shared(snapshot, key, weights)) for key in _one_a_review(snapshot, best)]


def shared_words(text: str, other: str) -> list[str]:
    """The words two texts share, as the first has them: the longest rows, then single words."""
    ours, theirs = words_of(text), words_of(other)
    known = lexemes({*ours, *theirs})
    row, rows = key_of(ours, known), _rows(key_of(theirs, known))
    named: dict[Key, str] = {}
    place = 0
    while place < len(row):
        shared = (row[place : place + n] for n in range(LONGEST_RUN, 0, -1))
        run = next((run for run in shared if run in rows and _says_something(run)), ())
        if run:
            named.setdefault(run, " ".join(ours[place : place + len(run)]))
        place += len(run) or 1
    return sorted(named.values(), key=lambda words: (-words.count(" "), -len(words)))[:NAMED]


def _rows(key: Key) -> set[Key]:
    """All rows of words in a text that could be named."""
    lengths = range(1, LONGEST_RUN + 1)
    return {key[i : i + n] for n in lengths for i in range(len(key) - n + 1)}


def _says_something(run: Key) -> bool:
    """Whether a row begins and ends with words that mean something. Lexemes are in quotes."""
    return run[-1].startswith(LEXEME) and (run[0].startswith(LEXEME) or run[0] in TELLING)


def _longest(text: str) -> list[str]:
    """The lexemes of a text, the longest first."""
    known = lexemes(words_of(text))
    found = {lexeme for lexeme in known.values() if lexeme}
    return sorted(found, key=lambda lexeme: (-len(lexeme), lexeme))[:MOST_WORDS]


def _weights(snapshot: Snapshot, point_id: int) -> dict[int, float]:
    """The point's own terms, rarest first, and how much sharing each says."""
    points = snapshot.points
    total = len(points.everything)
    held = [
        (len(points.having(code)), code, WEIGHTS[facet])
        for facet in WEIGHTS
        for code in points.codes_of(facet)
        if point_id in points.having(code)
    ]
    return {code: weight * log(1 + total / size) for size, code, weight in sorted(held)}


def _candidates(
    snapshot: Snapshot, point_id: int, codes: Sequence[int], words: Sequence[str]
) -> BitMap:
    """Points of other reviews that share something: two terms, then one, the rarest first."""
    points = snapshot.points
    single = [points.having(code) for code in codes] or [
        part & points.everything for part in search.find(Scope.POINTS, words[:LOOKED_FOR])
    ]
    pairs = [first & second for first, second in combinations(single, 2)]
    own = points.siblings(point_id)
    found = BitMap()
    for part in (*sorted(pairs, key=len), *sorted(single, key=len)):
        found |= (part - found - own)[-(CANDIDATES - len(found)) :]
        if len(found) >= CANDIDATES:
            break
    return found


def _scores(
    snapshot: Snapshot, ids: Ids, shares: NDArray[np.bool_], weights: dict[int, float]
) -> NDArray[np.floating]:
    """What each point shares: terms, and words by how few of those compared have them."""
    among = bitmap(ids)
    rarity = np.log1p(max(FEWEST, len(ids)) / (shares.sum(axis=0) + 1.0))
    scores = WORDS * (shares * rarity).sum(axis=1)
    for code, weight in weights.items():
        scores += weight * np.isin(ids, numbers(snapshot.points.having(code) & among))
    return scores


def _one_a_review(snapshot: Snapshot, ids: Sequence[int]) -> list[int]:
    """The first of each review, so that one review is not all that is shown."""
    first: dict[int, int] = {}
    for key in ids:
        first.setdefault(int(snapshot.points.owner[key]), key)
        if len(first) == ALIKE:
            break
    return list(first.values())


def _shared(snapshot: Snapshot, key: int, weights: dict[int, float]) -> list[int]:
    codes = [code for code in weights if key in snapshot.points.having(code)]
    return sorted(codes, key=lambda code: -weights[code])
