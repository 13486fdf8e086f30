"""A vocabulary as phrases to be looked for in texts (reviews/matching.py looks).

A term stands for its label, its synonyms and its cues: phrases of the field that are no name of
it, so that search leaves them alone, but that point to it (reviews/cues.json). What a phrase says
is the less, the more terms share it, and the more usual its words are in the vocabulary.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

from reviews.wording import ACRONYM, ALONE, EVERYDAY, PARTICLES, SLIGHT, forms_of, words

# What is said by a phrase, an acronym, a label of one word, and other words that stand alone.
PHRASE, CAPITALS, TWO_CAPITALS, LABEL, WORD, VAGUE, NUMBER = 0.9, 0.85, 0.7, 0.75, 0.6, 0.35, 0.2
CUE = 0.85  # of what a synonym would say
LOOSE_LEAST = 1.0  # how telling the words of a phrase are together that may stand apart
EVERYONE = ("agency", "all-agencies")  # the term for learning that singles out no agency


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary: its kind ("theme", "agency", "harm") and slug name it."""

    kind: str
    slug: str
    label: str
    synonyms: tuple[str, ...] = ()


type Cues = Mapping[tuple[str, str], Sequence[str]]  # by kind and slug of a term


@cache
def known_cues() -> Cues:
    """The phrases of the field that point to terms the project brings."""
    kinds = json.loads(Path(__file__).with_name("cues.json").read_text(encoding="utf-8"))
    return {(kind, slug): cues for kind, terms in kinds.items() for slug, cues in terms.items()}


class Pattern(NamedTuple):
    """A label, synonym or cue of a term as it is looked for."""

    term: int
    phrase: str
    keys: tuple[str, ...]  # of each word
    written: tuple[str, ...]  # each word's singular, where other endings do not count
    telling: frozenset[str]  # the keys that may stand apart; empty where they may not
    anchor: str  # of the telling, the one that is in the fewest phrases
    weight: float


@dataclass
class Node:
    """Where phrases that begin with the same words go on, and those that end here."""

    after: dict[str, "Node"] = field(default_factory=dict)
    ends: list[Pattern] = field(default_factory=list)


class Index:
    """A vocabulary made ready to be looked for in texts. Build it once: about 100 ms."""

    def __init__(self, terms: Iterable[Term], cues: Cues | None = None) -> None:
        self.cues = known_cues() if cues is None else cues
        self.terms = list(terms)
        self.everyone = next((t for t in self.terms if (t.kind, t.slug) == EVERYONE), None)
        self.start = Node()
        self.anchors: dict[str, list[Pattern]] = defaultdict(list)
        written = [
            (number, phrase, keys, share)
            for number, term in enumerate(self.terms)
            for phrase, keys, share in _phrases(term, self.cues)
        ]
        rarity = _rarity((number, keys) for number, _, keys, _ in written)
        held = {(self.terms[number].kind, keys, number) for number, _, keys, _ in written}
        shared = Counter((kind, keys) for kind, keys, _ in held)
        usual = Counter(key for _, _, keys, _ in written for key in set(keys))
        for number, phrase, keys, share in written:
            weight = _weight(keys, phrase == self.terms[number].label) * share
            weight /= sqrt(shared[self.terms[number].kind, keys])
            exact, telling = _looseness(phrase, keys, rarity)
            anchor = min(sorted(telling), key=usual.__getitem__, default="")
            self._add(Pattern(number, phrase, keys, exact, telling, anchor, weight))
        for patterns in self.anchors.values():
            patterns.sort(key=lambda pattern: -pattern.weight)

    def _add(self, pattern: Pattern) -> None:
        node = self.start
        for key in pattern.keys:
            node = node.after.setdefault(key, Node())
        node.ends.append(pattern)
        if pattern.anchor:
            self.anchors[pattern.anchor].append(pattern)


def _phrases(term: Term, cues: Cues) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """The label, the synonyms and the cues, each wording once, with their keys and share.

    "Co-sleeping" is written "cosleeping" too.
    """
    seen = set()
    own = [(phrase, 1.0) for phrase in (term.label, *term.synonyms)]
    for phrase, share in (*own, *((cue, CUE) for cue in cues.get((term.kind, term.slug), ()))):
        for written in (phrase, phrase.replace("-", "")):
            keys = _keys(written)
            wording = tuple(word.forms.singular for word in words(written))
            if keys and (keys, wording) not in seen:
                seen.add((keys, wording))
                yield phrase, keys, share


def _keys(phrase: str) -> tuple[str, ...]:
    """A word alone is looked for in its singular, in a phrase by its root, in capitals as such."""
    found = words(phrase)
    alone = len(found) == 1
    forms = [forms_of(phrase[word.start : word.end]) for word in found]
    return tuple(
        f.acronyms[-1] if f.acronyms else ALONE + f.singular if alone else f.root for f in forms
    )


def _rarity(written: Iterable[tuple[int, tuple[str, ...]]]) -> dict[str, float]:
    """How telling each word is: 1 where one term alone has it, 0 where all have."""
    having: dict[str, set[int]] = defaultdict(set)
    for number, keys in written:
        for key in keys:
            having[key].add(number)
    terms = len(set().union(*having.values()))
    return {key: 1 - log(len(has)) / log(max(terms, 2)) for key, has in having.items()}


def _looseness(
    phrase: str, keys: tuple[str, ...], rarity: dict[str, float]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """How a phrase has to be written, if exactly so, and which of its words may stand apart.

    One with a single telling word ("in care", "looked after") counts only as it is written.
    """
    telling = frozenset(keys) - SLIGHT
    if len(keys) > 1 and len(telling - PARTICLES) < 2:
        return tuple(word.forms.singular for word in words(phrase)), frozenset()
    if len(telling) < 2 or sum(rarity[key] for key in telling) < LOOSE_LEAST:
        return (), frozenset()
    return (), telling


def _weight(keys: tuple[str, ...], is_label: bool) -> float:
    """What a phrase says on its own."""
    if len(keys) > 1:
        return PHRASE
    key = keys[0].strip()
    if key.startswith(ACRONYM):
        return TWO_CAPITALS if len(key) < 4 else CAPITALS
    if key.isdigit():
        return NUMBER
    if is_label:
        return LABEL
    return VAGUE if key in EVERYDAY else WORD
