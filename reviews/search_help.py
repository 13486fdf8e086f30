"""What a list says of a search beside its results: other names looked for, what may be meant."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from reviews.codes import Facet, facet_of
from reviews.facets import address
from reviews.matches import Matches
from reviews.results import Selected
from reviews.search import DROPPED, lexemes

NAMED = 6  # other names shown
MEANT = 2  # corrections offered
THEMES = 3  # themes named when nothing is found


@dataclass(frozen=True, slots=True)
class OtherNames:
    """What was typed and looked for by other names too; how many more there are than are shown."""

    typed: str
    names: list[str]
    more: int


@dataclass(frozen=True, slots=True)
class Meant:
    """A query that may have been meant, and its address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class NearTheme:
    """A theme that has words in its names that were typed, and how many reviews have it."""

    label: str
    slug: str
    count: int


class SearchHelp:
    """Made for a list with a text. Costs nothing until it is asked."""

    def __init__(self, result: Selected, matches: Matches, query: QueryDict) -> None:
        self.result = result
        self.matches = matches
        self.query = query
        self.text = result.selection.text

    @property
    def is_empty(self) -> bool:
        """Whether the text holds nothing that can be looked for."""
        return self.matches.is_empty

    @property
    def other_names(self) -> list[OtherNames]:
        named = ((c.typed, [name.text for name in c.others]) for c in self.matches.concepts)
        return [
            OtherNames(typed, names[:NAMED], max(0, len(names) - NAMED))
            for typed, names in named
            if names
        ]

    @property
    def literal_url(self) -> str:
        """The same search for exactly the words that were typed: quotation marks say so."""
        text = self.text
        for concept in self.matches.concepts:
            if concept.others:
                text = re.sub(_typed(concept.typed), r'"\g<0>"', text, count=1, flags=re.IGNORECASE)
        return address(self.query, q=text)

    @cached_property
    def meant(self) -> list[Meant]:
        """Queries with a word that exists in place of each that does not."""
        texts = [self.text]
        for concept, words in self.matches.corrected.items():
            texts = [_replaced(t, concept.typed, word) for t in texts for word in words] or texts
        changed = [text for text in texts if text != self.text]
        return [Meant(text, address(self.query, q=text)) for text in changed[:MEANT]]

    @property
    def themes(self) -> list[NearTheme]:
        """The themes with most of the words in their names, or of words that may be meant."""
        meant = [word for words in self.matches.corrected.values() for word in words]
        words = {word for concept in self.matches.concepts for word in concept.words}
        words |= set(lexemes(meant).values()) if meant else set()
        naming = self.matches.holdings.synonyms.naming
        shared = Counter(code for word in words for code in naming(word))
        named = [code for code in shared if facet_of(code) is Facet.THEME]
        held = [(-shared[code], -len(self.result.snapshot.having(code)), code) for code in named]
        nearest = sorted(one for one in held if one[1])[:THEMES]
        values = self.result.snapshot.terms.by_code
        return [NearTheme(values[code].label, values[code].slug, -n) for _, n, code in nearest]


def _replaced(text: str, typed: str, word: str) -> str:
    return re.sub(_typed(typed), word, text, flags=re.IGNORECASE)


def _typed(words: str) -> str:
    """A pattern for some words as they may stand in a query: "womens" also as "women’s"."""
    apart = rf"[{DROPPED}]?"
    return rf"\b{r'[\W_]+'.join(apart.join(map(re.escape, word)) for word in words.split())}\b"
