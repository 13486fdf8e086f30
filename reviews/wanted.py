"""What a text asks for: words as lexemes, and the names of terms recognised in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviews.query import Alternative, parse
from reviews.search import lexemes
from reviews.synonyms import Name, Synonyms, key_of, phrase


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: its words as lexemes (or one phrase of them), and its other names."""

    typed: str
    words: tuple[str, ...]
    others: tuple[Name, ...] = ()

    @property
    def other_queries(self) -> tuple[str, ...]:
        """What finds any of the other names: words one by one, all phrases at once.

        A phrase is checked in each text that has its words, so a text is read once for all.
        """
        words = tuple(name.query for name in self.others if len(name.key) == 1)
        phrases = [f"({name.query})" for name in self.others if len(name.key) > 1]
        return (*words, " | ".join(phrases)) if phrases else words

    @property
    def queries(self) -> tuple[str, ...]:
        return (*self.words, *self.other_queries)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One side of an OR: what has to be there, and what must not."""

    concepts: tuple[Concept, ...]
    excluded: tuple[str, ...]


def read(text: str, synonyms: Synonyms) -> tuple[Wanted, ...]:
    """What a text asks for, once for each side of an OR. One statement for words not met before."""
    alternatives = parse(text)
    known = lexemes({word for asked in alternatives for one in asked for word in one.words})
    return tuple(_wanted(alternative, known, synonyms) for alternative in alternatives)


def _wanted(alternative: Alternative, known: dict[str, str], synonyms: Synonyms) -> Wanted:
    concepts: list[Concept] = []
    excluded: list[str] = []
    row: list[str] = []  # words beside each other, in which a name may be recognised
    for asked in alternative:
        if not asked.is_phrase and not asked.is_excluded:
            row += asked.words
            continue
        concepts += _recognised(row, known, synonyms)
        row = []
        query = phrase([known[word] for word in asked.words])
        if query and asked.is_excluded:
            excluded.append(query)
        elif query:
            concepts.append(Concept(" ".join(asked.words), (query,)))
    return Wanted((*concepts, *_recognised(row, known, synonyms)), tuple(excluded))


def _recognised(row: Sequence[str], known: dict[str, str], synonyms: Synonyms) -> Iterator[Concept]:
    """The longest names in a row of words, each as one concept; other words one by one."""
    key = key_of(row, known)
    start = 0
    while start < len(row):
        length = synonyms.longest(key[start:])
        words = row[start : start + max(1, length)]
        found = tuple(dict.fromkeys(known[word] for word in words if known[word]))
        if found:
            others = synonyms.of(key[start : start + length]) if length else ()
            yield Concept(" ".join(words), found, tuple(others))
        start += max(1, length)
