"""Writing the entries of points and of the text of reports. Called by `entries.write` alone."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from reviews.choices import PointKind, State
from reviews.codes import KINDS, SHIFT, Facet
from reviews.search import POINT_VECTOR, REPORT_VECTOR

AFTER_LEARNING = 1000  # recommendations stand after the learning points, however many there are


def write(review_ids: Sequence[int]) -> None:
    """Bring the entries of these reviews' points and reports in line with the records.

    Only published reviews have any. Four statements.
    """
    given = {**_CONSTANTS, "ids": list(review_ids)}
    with connection.cursor() as cursor:
        for statement in (_FORGET_POINTS, _WRITE_POINTS, _FORGET_REPORTS, _WRITE_REPORTS):
            cursor.execute(statement, given)


def otherwise_found(review_ids: Sequence[int]) -> list[tuple[str, str]]:
    """What of these reviews is found by other words than the record has: reference and what."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHERWISE_FOUND, {**_CONSTANTS, "ids": list(review_ids)})
        return cursor.fetchall()


_CONSTANTS: dict[str, Any] = {
    "theme": Facet.THEME << SHIFT,
    "agency": Facet.AGENCY << SHIFT,
    "kind": Facet.KIND << SHIFT,
    "kinds": KINDS,
    "recommendation": PointKind.RECOMMENDATION.value,
    "after": AFTER_LEARNING,
    "is_published": State.PUBLISHED.value,
}


def _named(table: str, rows: str) -> str:
    """SQL for the terms of a vocabulary that each point names, under their names now."""
    return f"""SELECT named.point_id, %({table})s | coalesce(live.id, term.id) AS code,
            coalesce(live.label, term.label) AS label
        FROM reviews_point point JOIN {rows} named ON named.point_id = point.id
        JOIN reviews_{table} term ON term.id = named.{table}_id
        LEFT JOIN reviews_{table} live ON live.id = term.merged_into_id
        WHERE point.review_id = ANY(%(ids)s)"""


_NAMED = " UNION ".join(
    [_named("theme", "reviews_point_themes"), _named("agency", "reviews_point_agencies")]
)

_FORGET_POINTS = "DELETE FROM reviews_pointentry WHERE review_id = ANY(%(ids)s)"

# What the entries of the points of these reviews should be.
_POINTS = f"""
SELECT point.id, r.id AS review_id,
    point."order" + CASE WHEN point.kind = %(recommendation)s THEN %(after)s ELSE 0 END,
    ARRAY[%(kind)s | (array_position(%(kinds)s::text[], point.kind::text) - 1)]::int[]
        || coalesce(own.codes, '{{}}'),
    {POINT_VECTOR} AS search
FROM reviews_point point JOIN reviews_review r ON r.id = point.review_id
LEFT JOIN (SELECT point_id, array_agg(code ORDER BY code) AS codes,
        string_agg(label, ' ' ORDER BY code) AS labels
    FROM ({_NAMED}) AS named GROUP BY point_id) AS own ON own.point_id = point.id
WHERE point.review_id = ANY(%(ids)s) AND r.state = %(is_published)s"""

_WRITE_POINTS = f"""INSERT INTO reviews_pointentry (point_id, review_id, place, codes, search)
{_POINTS}"""

_FORGET_REPORTS = "DELETE FROM reviews_reportentry WHERE review_id = ANY(%(ids)s)"

# And those of their reports.
_REPORTS = f"""
SELECT r.id, {REPORT_VECTOR} AS search
FROM reviews_documenttext held JOIN reviews_document document ON document.id = held.document_id
JOIN reviews_review r ON r.id = document.review_id
WHERE r.id = ANY(%(ids)s) AND r.state = %(is_published)s
    AND document.file <> '' AND document.withdrawn_at IS NULL
    AND (document.expires_on IS NULL OR document.expires_on > CURRENT_DATE)
GROUP BY r.id"""

_WRITE_REPORTS = f"INSERT INTO reviews_reportentry (review_id, search) {_REPORTS}"

# A file whose day has come is given up by expire_documents; until then either is right.
_OTHERWISE_FOUND = f"""
SELECT r.reference, point.kind || ' ' || point."order" || ' is' AS what
FROM reviews_pointentry held JOIN ({_POINTS}) AS entry ON entry.id = held.point_id
JOIN reviews_point point ON point.id = held.point_id
JOIN reviews_review r ON r.id = point.review_id
WHERE held.search IS DISTINCT FROM entry.search
UNION ALL
SELECT r.reference, 'reports are'
FROM (SELECT * FROM reviews_reportentry WHERE review_id = ANY(%(ids)s)) AS held
FULL JOIN ({_REPORTS}) AS entry ON entry.id = held.review_id
JOIN reviews_review r ON r.id = coalesce(held.review_id, entry.id)
WHERE held.search IS DISTINCT FROM entry.search AND NOT EXISTS (
    SELECT FROM reviews_document due WHERE due.review_id = r.id AND due.file <> ''
        AND due.expires_on <= CURRENT_DATE)
ORDER BY 1, 2"""
