"""An edition for its page: its words with what it rests on, as one record, in two queries.

What it is related to is read in one statement that is written out: Django takes longer to put
together five than the database takes to answer them.
"""

from django.db import connection

from briefings.models import Edition
from briefings.querysets import EditionQuerySet
from briefings.records import Cited, EditionRecord
from briefings.sources import LOST


def for_page(editions: EditionQuerySet) -> EditionQuerySet:
    """Editions with all that `record_of` does not read itself. One is wanted: any order will do."""
    return editions.select_related("piece").order_by("pk")


def record_of(edition: Edition) -> EditionRecord:
    """What an edition says, with everything it cites, also what is lost. One query.

    Unlike `records.read`, so that a statement that lost its evidence differs from one that
    never had any. Of what is related, whoever shows it asks what is public.
    """
    keys: dict[str, list[int]] = {"theme": [], "agency": [], "related": [], "pin": []}
    evidence: dict[str, list[Cited]] = {}
    for kind, statement, key, point, of_point in _rows(edition.pk):
        if kind == "citation":
            cited = Cited(key, LOST if of_point and point is None else point)
            evidence.setdefault(statement, []).append(cited)
        else:
            keys[kind].append(key)
    return EditionRecord(
        title=edition.title,
        standfirst=edition.standfirst,
        published=edition.published,
        selection=edition.selection,
        themes=tuple(keys["theme"]),
        agencies=tuple(keys["agency"]),
        related=tuple(keys["related"]),
        pinned=tuple(keys["pin"]),
        content=edition.content,
        evidence={statement: tuple(cited) for statement, cited in evidence.items()},
    )


def _rows(edition: int) -> list[tuple[str, str, int, int | None, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(_RELATED, {"edition": edition})
        return [row[:5] for row in cursor.fetchall()]


_RELATED = """SELECT 'citation', statement, review_id, point_id, of_point, "order"
    FROM briefings_citation WHERE edition_id = %(edition)s
    UNION ALL SELECT 'pin', '', review_id, NULL, false, id
    FROM briefings_pin WHERE edition_id = %(edition)s
    UNION ALL SELECT 'theme', '', theme_id, NULL, false, id
    FROM briefings_edition_themes WHERE edition_id = %(edition)s
    UNION ALL SELECT 'agency', '', agency_id, NULL, false, id
    FROM briefings_edition_agencies WHERE edition_id = %(edition)s
    UNION ALL SELECT 'related', '', piece_id, NULL, false, id
    FROM briefings_edition_related WHERE edition_id = %(edition)s
    ORDER BY 1, 2, 6"""
