"""Everything that knows about full-text search: configuration, weights, query and rank.

Searches title, reference, partnership (weight A and B) and summary (C).
"""

from dataclasses import dataclass

from django.db import connection
from pyroaring import BitMap

CONFIGURATION = "english"
RANKED = 2000  # beyond so many matches they stay newest first: ranking them all costs too much

# SQL for an entry's search vector, over aliases `r` (review) and `partnership`.
ENTRY_VECTOR = f"""
    setweight(to_tsvector('{CONFIGURATION}', concat_ws(' ', r.title, r.reference, r.headline)), 'A')
    || setweight(to_tsvector('{CONFIGURATION}', coalesce(
        partnership.name || ' ' || array_to_string(partnership.aliases, ' '), '')), 'B')
    || setweight(to_tsvector('{CONFIGURATION}', r.summary), 'C')"""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which entries match, and in which order where they are few enough to rank."""

    ids: BitMap
    ranked: tuple[int, ...] | None


def find(text: str) -> Matches:
    """The entries that match a query in websearch syntax. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_FIND, {"text": text, "ranked": RANKED})
        ids, ranked = cursor.fetchone()
    return Matches(BitMap(ids or ()), tuple(ranked) if ranked is not None else None)


_FIND = f"""
WITH query AS (SELECT websearch_to_tsquery('{CONFIGURATION}', %(text)s) AS words),
matched AS MATERIALIZED (
    SELECT review_id, search, added_month FROM reviews_entry, query WHERE search @@ words)
SELECT (SELECT array_agg(review_id) FROM matched),
    CASE WHEN (SELECT count(*) FROM matched) <= %(ranked)s THEN
        (SELECT array_agg(review_id ORDER BY ts_rank(search, words) DESC, added_month DESC,
         review_id) FROM matched, query) END
"""
