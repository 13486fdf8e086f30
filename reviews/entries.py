"""Writing entries: what the catalogue in memory is made from.

`write` is the one place that turns records into entries. It runs inside the transaction that
publishes, corrects or withdraws, after `raise_version`, and is as many statements however many
reviews it is given (about 1 ms a review, most of it for the words of its points).
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import connection

from reviews import point_entries, words
from reviews.choices import State, Verb
from reviews.codes import NATIONS, NO_PARTNERSHIP, SEXES, SHIFT, YES, Facet
from reviews.models import Partnership
from reviews.search import REVIEW_VECTOR

KEPT_VERSIONS = 64
AT_ONCE = 2000  # reviews whose entries are written in one statement


def raise_version() -> int:
    """Raise the collection's version for this transaction; others wait until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM reviews_collection WHERE id = 1 FOR UPDATE")
        cursor.execute(
            "UPDATE reviews_collection SET version = new.version, changed_at = now(),"
            " recent = (new.version || recent)[1:%s]"
            " FROM (SELECT nextval('reviews_collection_versions') AS version) AS new"
            " WHERE id = 1 RETURNING reviews_collection.version",
            [KEPT_VERSIONS],
        )
        return int(cursor.fetchone()[0])


def write(review_ids: Sequence[int], version: int) -> None:
    """Bring the entries of these reviews in line with their records, at this version.

    A published review gets a full entry; one that was public loses all but its row; a draft
    that never was public gets none.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, {**_CONSTANTS, "ids": list(review_ids), "version": version})
    point_entries.write(review_ids)
    words.learn(review_ids)


def write_all(version: int) -> int:
    """Rewrite every entry (manage.py reindex) and return how many there are.

    Forgets the versions before, so that each process reads all entries and not what changed: it
    would not learn of entries that are gone.
    """
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_collection SET recent = ARRAY[version] WHERE id = 1")
        for table in ("entry", "pointentry", "reportentry", "word"):
            cursor.execute(f"DELETE FROM reviews_{table}")
        cursor.execute(
            "SELECT id FROM reviews_review WHERE state <> %s ORDER BY id", [State.DRAFT.value]
        )
        ids = [row[0] for row in cursor.fetchall()]
    for start in range(0, len(ids), AT_ONCE):
        write(ids[start : start + AT_ONCE], version)
    words.learn_vocabularies()
    return len(ids)


def in_band(band: int) -> list[int]:
    """The published reviews of children whose age is in an age band as it is now."""
    with connection.cursor() as cursor:
        cursor.execute(_IN_BAND, [band, State.PUBLISHED.value])
        return [row[0] for row in cursor.fetchall()]


def otherwise_found() -> list[str]:
    """The references of entries that are found by other words than their records have."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT review_id FROM reviews_entry ORDER BY review_id")
        ids = [row[0] for row in cursor.fetchall()]
        found: list[str] = []
        for start in range(0, len(ids), AT_ONCE):
            given = {**_CONSTANTS, "ids": ids[start : start + AT_ONCE], "version": 0}
            cursor.execute(_OTHERWISE_FOUND, given)
            found += [row[0] for row in cursor.fetchall()]
    return found


_CONSTANTS: dict[str, Any] = {
    **{facet.name.lower(): facet << SHIFT for facet in Facet},
    "nations": NATIONS,
    "sexes": SEXES,
    "yes": YES,
    "anonymous": Partnership.ANONYMOUS,
    "no_partnership": NO_PARTNERSHIP,
    "is_published": State.PUBLISHED.value,
    "is_draft": State.DRAFT.value,
    "loaded": Verb.LOADED.value,
    "zone": settings.TIME_ZONE,
}


def _named(facet: str, table: str, own: str, points: str = "") -> str:
    """SQL for one row each time that a review, or a point of it, names a term of a vocabulary."""
    code = f"%({facet})s | coalesce(live.id, term.id) AS code"
    label = "coalesce(live.label, term.label) AS label"
    terms = f"""JOIN reviews_{table} term ON term.id = named.{table}_id
        LEFT JOIN reviews_{table} live ON live.id = term.merged_into_id"""
    by_review = f"""SELECT named.review_id, {code}, {label} FROM {own} named {terms}
        WHERE named.review_id = ANY(%(ids)s)"""
    by_point = f""" UNION ALL SELECT point.review_id, {code}, {label} FROM reviews_point point
        JOIN {points} named ON named.point_id = point.id {terms}
        WHERE point.review_id = ANY(%(ids)s)"""
    return by_review + by_point if points else by_review


# A child's age touches every band that its completed years overlap, as in ages.bands. A review
# without children counts as one whose child's age and sex are not stated.
_BANDS = """reviews_review r LEFT JOIN reviews_child c ON c.review_id = r.id
    JOIN reviews_ageband band ON (c.max_years >= band.min_years
            AND (band.max_years IS NULL OR c.min_years <= band.max_years))
        OR (band.slug = 'unborn' AND c.age = 'unborn')
        OR (band.slug = 'not-stated' AND c.age IS NULL)"""
_AGES = f"""SELECT r.id, %(age)s | coalesce(band.merged_into_id, band.id), NULL
    FROM {_BANDS} WHERE r.id = ANY(%(ids)s)"""
_IN_BAND = f"SELECT DISTINCT r.id FROM {_BANDS} WHERE band.id = %s AND r.state = %s"

_SEXES = """SELECT r.id,
        %(sex)s | (array_position(%(sexes)s::text[], coalesce(c.sex, 'not-stated')::text) - 1), NULL
    FROM reviews_review r LEFT JOIN reviews_child c ON c.review_id = r.id
    WHERE r.id = ANY(%(ids)s)"""

_NAMED = " UNION ALL ".join(
    [
        _named("theme", "theme", "reviews_review_themes", "reviews_point_themes"),
        _named("agency", "agency", "reviews_review_agencies", "reviews_point_agencies"),
        _named("harm", "harm", "reviews_review_harms"),
        _AGES,
        _SEXES,
    ]
)

# Every review has a row: its children's sexes at least, stated or not.
# Within a facet, what most of the points are about comes first: cards show the first few.
_CODES = f"""
SELECT review_id, array_agg(code ORDER BY code >> {SHIFT}, times DESC, code) AS codes,
    string_agg(label, ' ' ORDER BY code) AS named
FROM (SELECT review_id, code, count(*) AS times, max(label) AS label FROM ({_NAMED}) AS named
      GROUP BY review_id, code) AS counted
GROUP BY review_id"""

_SINGLE = """ARRAY[
    %(type)s | coalesce(type.merged_into_id, type.id),
    %(outcome)s | coalesce(outcome.merged_into_id, outcome.id),
    %(nation)s | (array_position(%(nations)s::text[], r.nation::text) - 1),
    %(partnership)s | CASE WHEN r.anonymous THEN %(anonymous)s
                           ELSE coalesce(r.partnership_id, %(no_partnership)s) END,
    %(year)s | left(r.added, 4)::int,
    %(month)s | (left(r.added, 4)::int * 12 + right(r.added, 2)::int - 1)]::int[]
    || CASE WHEN r.illustrative THEN ARRAY[%(illustrative)s | %(yes)s] ELSE '{}'::int[] END
    || CASE WHEN EXISTS (SELECT FROM reviews_document d WHERE d.review_id = r.id
                         AND d.withdrawn_at IS NULL AND (d.url <> '' OR d.file <> ''))
            THEN ARRAY[%(report)s | %(yes)s] ELSE '{}'::int[] END"""

# When a review entered: when it was first public here. One that was loaded, though, with the end
# of its month if that was before: it is an old one that came in a file.
_ENTERED = """least(r.released_at, CASE WHEN loaded.review_id IS NOT NULL THEN
    (to_date(r.added, 'YYYY-MM') + interval '1 month') AT TIME ZONE %(zone)s
    - interval '1 microsecond' END)"""

# What the entries of these reviews should be.
_ENTRIES = f"""
SELECT r.id, public, CASE WHEN public THEN ({_SINGLE} || several.codes)::int[] ELSE '{{}}' END,
    CASE WHEN public THEN left(r.added, 4)::int * 12 + right(r.added, 2)::int - 1 ELSE 0 END,
    CASE WHEN public THEN lower(r.title) ELSE '' END,
    CASE WHEN public THEN r.incident_earliest END, CASE WHEN public THEN r.incident_latest END,
    CASE WHEN public THEN {_ENTERED} END,
    CASE WHEN public THEN {REVIEW_VECTOR} END AS search, %(version)s
FROM reviews_review r
JOIN ({_CODES}) AS several ON several.review_id = r.id
JOIN reviews_reviewtype type ON type.id = r.type_id
LEFT JOIN reviews_reviewtype live_type ON live_type.id = type.merged_into_id
JOIN reviews_outcome outcome ON outcome.id = r.outcome_id
LEFT JOIN reviews_outcome live_outcome ON live_outcome.id = outcome.merged_into_id
LEFT JOIN reviews_partnership partnership ON partnership.id = r.partnership_id
CROSS JOIN LATERAL (SELECT r.state = %(is_published)s AS public, concat_ws(' ', several.named,
    coalesce(live_type.label, type.label), coalesce(live_outcome.label, outcome.label)) AS labels
) AS said
LEFT JOIN reviews_entry known ON known.review_id = r.id
LEFT JOIN (SELECT DISTINCT review_id FROM reviews_auditentry
    WHERE verb = %(loaded)s AND review_id = ANY(%(ids)s)) AS loaded ON loaded.review_id = r.id
WHERE r.id = ANY(%(ids)s) AND (r.state <> %(is_draft)s OR known.review_id IS NOT NULL)"""

_WRITE = f"""
INSERT INTO reviews_entry (review_id, listed, codes, added_month, title_key,
    incident_earliest, incident_latest, entered, search, version) {_ENTRIES}
ON CONFLICT (review_id) DO UPDATE SET listed = excluded.listed, codes = excluded.codes,
    added_month = excluded.added_month, title_key = excluded.title_key,
    incident_earliest = excluded.incident_earliest, incident_latest = excluded.incident_latest,
    entered = excluded.entered, search = excluded.search, version = excluded.version"""

_OTHERWISE_FOUND = f"""
SELECT r.reference FROM reviews_entry held
JOIN ({_ENTRIES}) AS entry ON entry.id = held.review_id
JOIN reviews_review r ON r.id = held.review_id
WHERE held.search IS DISTINCT FROM entry.search ORDER BY r.id"""
