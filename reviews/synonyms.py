"""Words for the same thing: what the vocabularies say is another name, both ways.

A term's label and its synonyms are one group. Where a reader types one of them, the others are
looked for too, as phrases; what is in quotation marks is looked for as it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviews.codes import Facet
from reviews.query import words_of
from reviews.search import lexemes
from reviews.terms import Terms

FACETS = (Facet.THEME, Facet.HARM, Facet.AGENCY, Facet.TYPE, Facet.OUTCOME)
LONGEST = 8  # words of a name that can be recognised in what is typed
MOST = 60  # other names looked for in place of one

type Key = tuple[str, ...]  # of each word its lexeme, or the word itself if it has none


@dataclass(frozen=True, slots=True)
class Name:
    """A label or synonym, and the query that finds it as a phrase."""

    text: str
    key: Key
    query: str


class Synonyms:
    """The names of all terms, by what they come to as lexemes."""

    def __init__(self, terms: Terms) -> None:
        groups = list(_groups(terms))
        known = lexemes({word for _, names in groups for name in names for word in words_of(name)})
        self._others: dict[Key, dict[Key, Name]] = {}
        self._named: dict[str, set[int]] = {}
        for code, texts in groups:
            names = [name for text in texts if (name := named(text, known)).query]
            for name in names:
                self._others.setdefault(name.key, {}).update({n.key: n for n in names})
                for lexeme in name.key:
                    self._named.setdefault(lexeme, set()).add(code)

    def of(self, key: Key) -> list[Name]:
        """The other names of what has this name."""
        return [name for other, name in self._others.get(key, {}).items() if other != key][:MOST]

    def naming(self, lexeme: str) -> set[int]:
        """The codes of the terms that have a name with this word in it."""
        return self._named.get(lexeme, set())

    def longest(self, key: Key) -> int:
        """How many of these lexemes, from the first on, are the longest name that they begin."""
        lengths = range(min(LONGEST, len(key)), 0, -1)
        return next((n for n in lengths if key[:n] in self._others), 0)


def named(text: str, known: dict[str, str]) -> Name:
    """A name as lexemes; `known` has those of its words."""
    words = words_of(text)
    return Name(text, key_of(words, known), phrase([known[word] for word in words]))


def key_of(words: Sequence[str], known: dict[str, str]) -> Key:
    """What words are recognised by: "not in school" is not "school"."""
    return tuple(known[word] or word for word in words)


def phrase(found: Sequence[str]) -> str:
    """The query for lexemes in a row. An empty one stands for any word in between."""
    query, apart = "", 0
    for lexeme in found:
        apart += 1
        if lexeme:
            query += f" <{apart}> {lexeme}" if query else lexeme
            apart = 0
    return query


def _groups(terms: Terms) -> Iterator[tuple[int, Iterable[str]]]:
    for facet in FACETS:
        for value in terms.values.get(facet, ()):
            yield value.code, (value.label, *value.synonyms)
