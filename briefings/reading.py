"""An edition for its page: its words with what it rests on, as one record, in two queries."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from briefings.models import Citation, Edition, Pin
from briefings.querysets import EditionQuerySet
from briefings.records import Cited, EditionRecord
from briefings.sources import LOST


def for_page(editions: EditionQuerySet) -> EditionQuerySet:
    """Editions with the keys of all that they are related to. Of what is public, others decide."""
    return editions.select_related("piece").annotate(
        theme_keys=_keys(Edition.themes.through, "theme_id"),
        agency_keys=_keys(Edition.agencies.through, "agency_id"),
        related_keys=_keys(Edition.related.through, "piece_id"),
        pinned_keys=_keys(Pin, "review_id"),
    )


def record_of(edition: Edition) -> EditionRecord:
    """What an edition `for_page()` says, with everything it cites, also what is lost.

    Unlike `records.read`, so that a statement that lost its evidence differs from one that
    never had any.
    """
    keys: Any = edition
    return EditionRecord(
        title=edition.title,
        standfirst=edition.standfirst,
        published=edition.published,
        selection=edition.selection,
        themes=tuple(keys.theme_keys),
        agencies=tuple(keys.agency_keys),
        related=tuple(keys.related_keys),
        pinned=tuple(keys.pinned_keys),
        content=edition.content,
        evidence=_evidence(edition),
    )


def _keys(through: Any, name: str) -> ArraySubquery:
    rows = through._default_manager.filter(edition=OuterRef("pk"))
    return ArraySubquery(rows.order_by("pk").values(name))


def _evidence(edition: Edition) -> dict[str, tuple[Cited, ...]]:
    rows = Citation.objects.filter(edition=edition).order_by("statement", "order")
    found: dict[str, list[Cited]] = {}
    for statement, review, point, of_point in rows.values_list(
        "statement", "review", "point", "of_point"
    ):
        key = LOST if of_point and point is None else point
        found.setdefault(statement, []).append(Cited(review, key))
    return {statement: tuple(cited) for statement, cited in found.items()}
