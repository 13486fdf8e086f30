"""The lists of terms of the edit page: what is chosen, and what the text beside them suggests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from django.forms import BoundField

from reviews.editing.forms import RowForm
from reviews.editing.vocabulary import KINDS_OF, Vocabulary
from reviews.matching import Suggestion

LABELS = {"harms": "Kinds of harm", "themes": "Themes", "agencies": "Agencies"}
MOST = 6  # suggestions beside a list
WORDS = 3  # of the text, as evidence for one


@dataclass(frozen=True, slots=True)
class Chosen:
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A term that is suggested, and the words of the text that led to it."""

    slug: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class TermList:
    """`name` is that of its fields, such as learning-p12-themes; `kind` says which vocabulary."""

    name: str
    kind: str
    label: str
    chosen: list[Chosen]
    offered: list[Offered]
    box: BoundField


def term_lists(
    form: RowForm, kinds: Iterable[str], text: str, refused: set[str], vocabulary: Vocabulary
) -> Mapping[str, TermList]:
    """The lists of terms of a form. About 1 ms for each 300 words of the text."""
    suggested = vocabulary.suggest(text)
    return {kind: _list(form, kind, suggested, refused, vocabulary) for kind in kinds}


def _list(
    form: RowForm,
    kind: str,
    suggested: list[Suggestion],
    refused: set[str],
    vocabulary: Vocabulary,
) -> TermList:
    name = form.add_prefix(kind)
    slugs = form.chosen(kind)
    offered = (
        Offered(one.term.slug, one.term.label, _words(one))
        for one in suggested
        if one.term.kind == KINDS_OF[kind]
        and one.term.slug not in slugs
        and f"{name}:{one.term.slug}" not in refused
    )
    chosen = [Chosen(slug, vocabulary.label(kind, slug)) for slug in slugs]
    box = form[f"{kind}_typed"]
    return TermList(name, kind, LABELS[kind], chosen, list(islice(offered, MOST)), box)


def _words(suggestion: Suggestion) -> str:
    found = dict.fromkeys(" ".join(one.words.split()) for one in suggestion.evidence)
    return ", ".join(f"“{words}”" for words in islice(found, WORDS))
