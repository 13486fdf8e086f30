"""The rows that records become, written with COPY: about ten times faster than INSERT."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from reviews.choices import State, Verb
from reviews.loading.names import NamedPoint, NamedReview
from reviews.models.child import years_of
from reviews.records import DocumentRecord

# In the order in which rows refer to each other. Columns that are left out have defaults.
COLUMNS = {
    "reviews_child": (
        *("review_id", '"order"', "age_text", "age", "min_years", "max_years", "sex"),
    ),
    "reviews_review_harms": ("review_id", "harm_id"),
    "reviews_review_themes": ("review_id", "theme_id"),
    "reviews_review_agencies": ("review_id", "agency_id"),
    "reviews_point": ("id", "review_id", "kind", '"order"', "text"),
    "reviews_point_themes": ("point_id", "theme_id"),
    "reviews_point_agencies": ("point_id", "agency_id"),
    "reviews_document": (
        *("review_id", '"order"', "label", "kind_id", "url", "file", "sha256"),
        *("permission", "permitted_on", "licence", "fetch_due_at"),
    ),
}


class Rows:
    """Rows on their way into the tables."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._reviews: list[dict[str, Any]] = []
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}

    def add_review(self, key: int, review: NamedReview) -> None:
        """A new review's own row, published now."""
        steps = {"state": State.PUBLISHED.value, "created_at": self.now, "released_at": self.now}
        self._reviews.append({"id": key, **review_values(review), **steps})

    def add_facts(self, key: int, review: NamedReview) -> None:
        """Its children and its own terms."""
        for order, child in enumerate(review.record.children, start=1):
            age = child.age.iso if child.age else None
            values = (key, order, child.age_text, age, *years_of(child.age), child.sex)
            self._rows["reviews_child"].append(values)
        self._add_terms("reviews_review_harms", key, review.harms)
        self._add_terms("reviews_review_themes", key, review.themes)
        self._add_terms("reviews_review_agencies", key, review.agencies)

    def add_point(self, key: int, review_key: int, point: NamedPoint) -> None:
        self._rows["reviews_point"].append((key, review_key, point.kind, point.order, point.text))
        self.add_terms_of_point(key, point)

    def add_terms_of_point(self, key: int, point: NamedPoint) -> None:
        self._add_terms("reviews_point_themes", key, point.themes)
        self._add_terms("reviews_point_agencies", key, point.agencies)

    def add_document(self, review_key: int, review: NamedReview, order: int) -> None:
        document, kind = review.record.documents[order - 1], review.kinds[order - 1]
        values = (review_key, order, document.label, kind, document.url, "", "")
        self._rows["reviews_document"].append((*values, *hosting_values(document, self.now)))

    def copy(self) -> None:
        """Write everything that was added."""
        if self._reviews:
            _copy("reviews_review", self._reviews[0], [tuple(r.values()) for r in self._reviews])
        for table, rows in self._rows.items():
            _copy(table, COLUMNS[table], rows)

    def copy_steps(self, keys: Iterable[int], verb: Verb, version: int) -> None:
        """Audit rows. A command did it, so it is by nobody."""
        columns = ("review_id", "verb", "at", "note", "version")
        rows = [(key, verb.value, self.now, "", version) for key in keys]
        _copy("reviews_auditentry", columns, rows)

    def _add_terms(self, table: str, key: int, terms: set[int]) -> None:
        self._rows[table].extend((key, term) for term in terms)


def review_values(review: NamedReview) -> dict[str, Any]:
    """A review's own columns as a record has them, with the date bounds that go with them."""
    record = review.record
    published, incident = record.published, record.incident
    return {
        "reference": record.reference,
        "title": record.title,
        "headline": record.headline,
        "type_id": review.type,
        "nation": record.nation,
        "partnership_id": review.partnership.pk if review.partnership else None,
        "anonymous": record.anonymous,
        "published": published.iso if published else None,
        "added": record.added.iso,
        "incident": incident.iso if incident else None,
        "published_latest": published.latest if published else None,
        "incident_earliest": incident.earliest if incident else None,
        "incident_latest": incident.latest if incident else None,
        "summary": record.summary,
        "content_note": record.content_note,
        "incident_note": record.incident_note,
        "outcome_id": review.outcome,
        "keywords": list(record.keywords),
        "illustrative": record.illustrative,
        "loaded_digest": review.digest,
    }


def hosting_values(document: DocumentRecord, now: datetime) -> tuple[Any, ...]:
    """Permission, its day, licence, and when to fetch: what is permitted and linked is due now."""
    if not document.permission or document.permitted_on is None:
        return ("", None, document.licence, None)
    due = now if document.url else None
    return (document.permission, document.permitted_on.latest, document.licence, due)


def reserve_keys(table: str, count: int) -> list[int]:
    """Keys that no other row of the table will get."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def renew_statistics() -> None:
    """Let the planner know of tables that have doubled since it last looked.

    It takes a table it has never looked at for a short one and reads it from end to end for
    every review whose entry is written: a hundred times the cost of the right plan.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE oid = ANY(%s::regclass[])"
            " AND pg_relation_size(oid) > 2 * relpages * current_setting('block_size')::bigint",
            [["reviews_review", "reviews_auditentry", *COLUMNS]],
        )
        tables = ", ".join(row[0] for row in cursor.fetchall())
        if tables:
            cursor.execute(f"ANALYZE {tables}")


def _copy(table: str, columns: Iterable[str], rows: list[tuple[Any, ...]]) -> None:
    if not rows:
        return
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with (
        connection.wrap_database_errors,  # COPY is the driver's own: Django does not wrap it
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        if len(rows[0]) == 2:  # two keys; most rows are such
            copy.write("".join(map("%d\t%d\n".__mod__, rows)))
            return
        for row in rows:
            copy.write_row(row)
