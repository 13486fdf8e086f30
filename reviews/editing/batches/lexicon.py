"""The words that intake reads by, as the vocabularies of the database are now."""

from collections.abc import Iterator

from django.db.models import Model

from reviews.intake.lexicon import Lexicon
from reviews.models import (
    Agency,
    DocumentKind,
    Harm,
    Outcome,
    Partnership,
    ReviewType,
    Theme,
)
from reviews.phrases import Term

_KINDS: dict[str, type[Model]] = {
    "type": ReviewType,
    "outcome": Outcome,
    "harm": Harm,
    "theme": Theme,
    "agency": Agency,
    "document_kind": DocumentKind,
}


def lexicon() -> Lexicon:
    """Terms in use and the partnerships by every name they have, in eight statements.

    What is made of them takes ten times as long as to read them, so this process keeps it until
    one of them is another.
    """
    global _held
    terms, partnerships = tuple(_terms()), _partnerships()
    held = _held
    if held is None or (held.terms, held.names) != (terms, partnerships):
        held = _held = Lexicon(terms, partnerships)
    return held


_held: Lexicon | None = None


def _terms() -> Iterator[Term]:
    for kind, model in _KINDS.items():
        in_use = model._default_manager.filter(merged_into=None)
        for slug, label, synonyms in in_use.values_list("slug", "label", "synonyms"):
            yield Term(kind, slug, label, tuple(synonyms))


def _partnerships() -> dict[str, str]:
    """Names and aliases, each with the name it stands for. What stands for two is left out."""
    rows = Partnership.objects.exclude(pk=Partnership.ANONYMOUS)
    held: dict[str, str] = {}
    twice = set()
    for name, slug, aliases in rows.values_list("name", "slug", "aliases"):
        for other in {slug, *aliases}:
            if held.setdefault(other.casefold(), name) != name:
                twice.add(other.casefold())
    held = {alias: name for alias, name in held.items() if alias not in twice}
    return held | {name: name for name in rows.values_list("name", flat=True)}
