"""Terms that a text suggests, with the words that say so. Text and vocabulary in, no database.

Suggestions are for somebody who confirms them, so they would rather include one too many than
miss one; the best come first. A term is suggested by its phrases (reviews/phrases.py):

- as they are written, in whole words, whatever the case, accents, hyphens and simple endings;
  a longer phrase beats those that it contains; acronyms count in capitals only;
- loosely, where the telling words of a phrase stand near each other in a sentence, in any order
  ("information sharing": "information was not shared"). This says less.

Negation is not understood. `python -m bench.matching` says how good it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviews.phrases import EVERYONE, VAGUE, Index, Pattern, Term
from reviews.wording import WORKERS, Forms, Word, forms_of, words

LEAST = 0.3  # a suggestion that says less is none
LOOSE = 0.7  # of what the phrase itself would say
SPREAD = 5  # words that may stand between those of a loose phrase
FURTHER = 0.93  # for each of them
NOT = "non"  # joined to a word by a hyphen it takes the word's meaning away
AGAIN = 0.5  # each further mention, of what the one before it said


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text, its words, and the label or synonym that they stand for."""

    start: int
    end: int
    words: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term, how strongly the text suggests it (0 to 1), and where, in the order of the text."""

    term: Term
    score: float
    evidence: tuple[Evidence, ...]


class Match(NamedTuple):
    """A pattern found: the first and last of its words, and what it says."""

    pattern: Pattern
    first: int
    last: int
    weight: float


def suggest(text: str, index: Index, least: float = LEAST) -> list[Suggestion]:
    """The terms that a text suggests, the strongest first. About 3 ms for 1,000 words."""
    found = words(text)
    exact = _without_contained(_phrases_in(found, index), index)
    by_term: dict[int, list[Match]] = defaultdict(list)
    for match in (*exact, *_near_in(found, index, exact)):
        by_term[match.pattern.term].append(match)
    suggestions = [
        Suggestion(index.terms[term], score, _evidence(text, found, matches))
        for term, matches in by_term.items()
        if (score := _score(matches)) >= least
    ]
    suggestions += _for_everyone(text, found, index, suggestions)
    return sorted(suggestions, key=lambda s: (-s.score, s.term.kind, s.term.slug))


def _phrases_in(found: Sequence[Word], index: Index) -> list[Match]:
    """Every phrase that stands in the text as it is written."""
    matches: list[Match] = []
    begin = index.start.after
    for first, word in enumerate(found):
        if first and found[first - 1].is_joining and found[first - 1].forms.singular == NOT:
            continue
        forms = word.forms
        if word.acronyms or word.is_joining:
            all_ = (*_readings(found, first), *_alone(found, first))
            waiting = [(begin[key], last) for key, last in all_ if key in begin]
        elif forms.root in begin or forms.alone in begin:
            own = (forms.root, forms.alone)
            waiting = [(begin[key], first) for key in own if key in begin]
        else:
            continue
        while waiting:
            node, last = waiting.pop()
            for pattern in node.ends:
                if not pattern.written or pattern.written == _singulars(found, first, last):
                    matches.append(Match(pattern, first, last, pattern.weight))
            after = last + 1
            if node.after and after < len(found) and found[after].sentence == word.sentence:
                on = _readings(found, after)
                waiting += [(node.after[key], end) for key, end in on if key in node.after]
    return matches


def _singulars(found: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    return tuple(word.forms.singular for word in found[first : last + 1])


type Reading = tuple[str, int]  # a key, and the last word that it was made of


def _readings(found: Sequence[Word], place: int) -> list[Reading]:
    """The keys of a word in a phrase. What a hyphen joins is read as one word too."""
    word = found[place]
    keys = [(word.forms.root, place)]
    if word.acronyms:
        keys += [(acronym, place) for acronym in word.acronyms]
    if word.is_joining:
        keys.append((_joined(found, place).root, place + 1))
    return keys


def _alone(found: Sequence[Word], place: int) -> list[Reading]:
    """The keys of a word that is a phrase by itself."""
    own = (found[place].forms.alone, place)
    if found[place].is_joining:
        return [own, (_joined(found, place).alone, place + 1)]
    return [own]


def _joined(found: Sequence[Word], place: int) -> Forms:
    """The forms of a word and the next as one: "pre-school" as "preschool"."""
    return forms_of(found[place].forms.singular + found[place + 1].forms.singular)


def _without_contained(matches: list[Match], index: Index) -> list[Match]:
    """Without phrases that stand inside a longer one of the same kind of term."""
    kept: list[Match] = []
    reach: dict[tuple[str, int], int] = {}
    kinds = [term.kind for term in index.terms]
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        kind = kinds[match.pattern.term]
        length = match.last - match.first
        taken = [reach.get((kind, place), -1) for place in range(match.first, match.last + 1)]
        if min(taken) > length:
            continue
        kept.append(match)
        for place in range(match.first, match.last + 1):
            reach[kind, place] = max(reach.get((kind, place), -1), length)
    return kept


def _near_in(found: Sequence[Word], index: Index, exact: list[Match]) -> Iterator[Match]:
    """Phrases whose telling words stand near each other, where the term is not named as it is.

    Words that belong to another phrase as it is written do not count.
    """
    named = {(match.pattern.term, found[match.first].sentence) for match in exact}
    phrases = [match for match in exact if match.first < match.last]
    whole = {place for match in phrases for place in range(match.first, match.last + 1)}
    possible = _possible(found, index)
    for sentence, start, end in _sentences(found):
        places: dict[str, list[int]] = defaultdict(list)
        for place in range(start, end):
            for key in _loose_keys(found[place]):
                places[key].append(place)
        present = set(places)
        for pattern in [p for key in places if key in possible for p in possible[key]]:
            if (pattern.term, sentence) in named or not pattern.telling <= present:
                continue
            chosen = _nearest(places, pattern)
            if chosen and whole.isdisjoint(chosen):
                named.add((pattern.term, sentence))
                apart = chosen[-1] - chosen[0] + 1 - len(pattern.telling)
                weight = pattern.weight * LOOSE * FURTHER**apart
                yield Match(pattern, chosen[0], chosen[-1], weight)


def _possible(found: Sequence[Word], index: Index) -> dict[str, list[Pattern]]:
    """By their rarest word, the phrases all of whose telling words are in the text somewhere."""
    present = {key for word in found for key in _loose_keys(word)}
    held = {
        key: [pattern for pattern in index.anchors[key] if pattern.telling <= present]
        for key in present & index.anchors.keys()
    }
    return {key: patterns for key, patterns in held.items() if patterns}


def _loose_keys(word: Word) -> tuple[str, ...]:
    return (word.forms.root, *word.acronyms) if word.acronyms else (word.forms.root,)


def _sentences(found: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """The number of each sentence, its first word, and the one after its last."""
    start = 0
    for place in range(1, len(found) + 1):
        if place == len(found) or found[place].sentence != found[start].sentence:
            yield found[start].sentence, start, place
            start = place


def _nearest(places: dict[str, list[int]], pattern: Pattern) -> list[int] | None:
    """The places of a pattern's words around its rarest, if they are near enough."""
    for anchor in places[pattern.anchor]:
        nearest = [min((abs(p - anchor), p) for p in places[key])[1] for key in pattern.telling]
        if max(nearest) - min(nearest) < len(pattern.keys) + SPREAD:
            return sorted(nearest)
    return None


def _for_everyone(
    text: str, found: Sequence[Word], index: Index, suggestions: list[Suggestion]
) -> list[Suggestion]:
    """Where no agency is named but people who work with families are, all of them are meant."""
    if not index.everyone or any(found.term.kind == EVERYONE[0] for found in suggestions):
        return []
    spans = [(word.start, word.end) for word in found if word.forms.singular in WORKERS]
    evidence = tuple(Evidence(start, end, text[start:end], "") for start, end in spans)
    return [Suggestion(index.everyone, VAGUE, evidence)] if evidence else []


def _score(matches: list[Match]) -> float:
    """What all mentions say together: each leaves less open, a repeated one ever less."""
    open_ = 1.0
    told: dict[tuple[str, ...], float] = {}
    for match in sorted(matches, key=lambda m: -m.weight):
        share = told.get(match.pattern.keys, 1.0)
        told[match.pattern.keys] = share * AGAIN
        open_ *= 1 - match.weight * share
    return round(1 - open_, 4)


def _evidence(text: str, found: Sequence[Word], matches: list[Match]) -> tuple[Evidence, ...]:
    spans: dict[tuple[int, int], Evidence] = {}
    for match in sorted(matches, key=lambda m: (m.first, m.last, -m.weight)):
        start, end = found[match.first].start, found[match.last].end
        spans.setdefault((start, end), Evidence(start, end, text[start:end], match.pattern.phrase))
    return tuple(spans.values())
