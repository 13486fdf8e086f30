"""The words that intake reads by, as the vocabularies of the database are now."""

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
    """Terms in use and the partnerships by every name they have, in eight statements."""
    terms = [
        Term(kind, slug, label, tuple(synonyms))
        for kind, model in _KINDS.items()
        for slug, label, synonyms in model._default_manager.filter(merged_into=None).values_list(
            "slug", "label", "synonyms"
        )
    ]
    return Lexicon(terms, _partnerships())


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
