"""A briefing that is being built, and the panel of evidence beside it, for tests."""

from django.http import QueryDict
from django.template.loader import render_to_string

from briefings.editing.builder import BuilderPanel
from briefings.editing.typed import PieceTyped
from reviews.catalogue import catalogue
from reviews.editing.vocabulary import vocabulary
from tests.accounts.people import text
from tests.pieces import make_piece


def typed(**texts):
    """What is typed: fields by name, `__` for a hyphen; lists for those with several values."""
    found = PieceTyped()
    for name, given in texts.items():
        values = [given] if isinstance(given, str) else given
        found.set(name.replace("__", "-"), *map(token, values))
    return found


def statement(key="n1", section="n1", says="", cites=()):
    """The fields of one statement and its section, to be handed to `typed`."""
    return {
        "sections": ["n1"] if section == "n1" else ["n1", section],
        "statements": [key],
        f"statements-{key}-section": section,
        f"statements-{key}-text": says,
        f"statements-{key}-evidence": list(cites),
    }


def token(one):
    """`r7` for a review, `p12` for a point; a text is itself."""
    if isinstance(one, str):
        return one
    return f"r{one.pk}" if hasattr(one, "reference") else f"p{one.pk}"


def panel(given=None, query="", illustrative=False, **texts):
    found = given or typed(**texts)
    edition = make_piece(illustrative=illustrative).editions.create(
        number=1, title="When a parent is unwell"
    )
    return BuilderPanel(edition, found, QueryDict(query), catalogue.current(), vocabulary())


def html(shown):
    return render_to_string("components/builder.html", {"builder": shown})


def words(shown):
    """All that the panel says."""

    class Answer:
        content = html(shown).encode()

    return text(Answer)


def labels(shown):
    """The points of the page as they stand."""
    listed = [
        one for group in shown.groups for part in group.clusters for one in part.entries
    ] + list(sum(shown.matched, []))
    return [one.label for one in listed]
