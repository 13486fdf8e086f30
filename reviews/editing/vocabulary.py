"""The vocabularies as the desk needs them: found by what people type, and offered as choices."""

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from reviews import matching
from reviews.catalogue import catalogue
from reviews.codes import NO_PARTNERSHIP, Facet, value_of
from reviews.models import DocumentKind, Partnership
from reviews.phrases import Index, Term
from reviews.terms import Terms, Value

FACET_OF = {"harms": Facet.HARM, "themes": Facet.THEME, "agencies": Facet.AGENCY}
ALL_FACETS = FACET_OF | {
    "type": Facet.TYPE,
    "outcome": Facet.OUTCOME,
    "nation": Facet.NATION,
    "partnership": Facet.PARTNERSHIP,
}
KINDS_OF = {"harms": "harm", "themes": "theme", "agencies": "agency"}
CLOSE = 3  # terms that are offered for one that is not known

type Choices = list[tuple[str, str]]


@dataclass
class Vocabulary:
    """The terms of one moment. Building the index of suggestions takes about 100 ms, once."""

    terms: Terms

    def choices(self, facet: Facet) -> Choices:
        """Slug and label of every term in use, in the order editors gave them."""
        return [(value.slug, value.label) for value in self.terms.values.get(facet, ())]

    def label(self, name: str, slug: str) -> str:
        """What a slug in a field of a record stands for; the slug itself where nothing does."""
        if name == "kind":
            return dict(self.document_kinds).get(slug, slug)
        value = self.terms.find(ALL_FACETS[name], slug)
        return value.label if value else slug

    def find(self, facet: Facet, text: str) -> Value | None:
        """The one term that a text names: by its slug, its label or a synonym, in any case."""
        found = {value.code: value for value in self._names[facet].get(_key(text), ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def close_to(self, facet: Facet, text: str) -> list[str]:
        """Labels like a text that names no term, or several; the nearest first."""
        names = self._names[facet]
        keys = [_key(text)] if _key(text) in names else []
        keys += get_close_matches(_key(text), names, n=CLOSE * 2, cutoff=0.7)
        labels = [value.label for key in keys for value in names[key]]
        return list(dict.fromkeys(labels))[:CLOSE]

    def partnership(self, text: str) -> Value | None:
        """The partnership that a text names, by name, slug or alias; never “Anonymous”."""
        value = self.find(Facet.PARTNERSHIP, text)
        fixed = {Partnership.ANONYMOUS, NO_PARTNERSHIP}
        return None if value is None or value_of(value.code) in fixed else value

    @cached_property
    def document_kinds(self) -> Choices:
        kinds = DocumentKind.objects.filter(merged_into=None)
        return list(kinds.values_list("slug", "label"))

    @cached_property
    def index(self) -> Index:
        """For suggestions from a text (reviews/matching.py)."""
        return Index(
            Term(KINDS_OF[name], value.slug, value.label, value.synonyms)
            for name, facet in FACET_OF.items()
            for value in self.terms.values.get(facet, ())
            if value.slug != "not-stated"
        )

    def suggest(self, text: str) -> list[matching.Suggestion]:
        return matching.suggest(text, self.index) if text else []

    @cached_property
    def _names(self) -> dict[Facet, dict[str, list[Value]]]:
        names: dict[Facet, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for (facet, slug), value in self.terms.by_slug.items():
            for name in {_key(text) for text in (slug, value.label, *value.synonyms)}:
                names[facet][name].append(value)
        return names


def vocabulary() -> Vocabulary:
    """The vocabularies as they are now. What takes long to make is kept until a term changes."""
    global _held
    snapshot = catalogue.current()
    version, held = _held
    if held is None or held.terms.edition != snapshot.terms.edition:
        held = Vocabulary(snapshot.terms)
    elif version != snapshot.version:  # kinds of documents are no part of the catalogue's terms
        vars(held).pop("document_kinds", None)
    _held = snapshot.version, held
    return held


_held: tuple[int, Vocabulary | None] = (0, None)


def _key(text: str) -> str:
    """What counts of a name: its letters and digits, in small letters, and where words end."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "'")))
