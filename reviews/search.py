"""Everything that knows about full-text search: configuration, weights, query and rank.

Searches title, reference, partnership (weight A and B) and summary (C).
"""

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


def find(text: str) -> BitMap:
    """The ids of the entries that match a query in websearch syntax. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [text])
        return BitMap(cursor.fetchone()[0] or ())


def rank(text: str, ids: BitMap) -> list[int]:
    """The ids of some matching entries, the best first. One statement, about 3 µs for each."""
    with connection.cursor() as cursor:
        cursor.execute(_RANK, [text, list(ids)])
        return cursor.fetchone()[0] or []


# The planner may not look into the query: for a common word it would choose to read all vectors,
# which takes five times as long as the index.
_QUERY = f"""WITH query AS MATERIALIZED (
    SELECT websearch_to_tsquery('{CONFIGURATION}', %s) AS words)"""
_FIND = f"{_QUERY} SELECT array_agg(review_id) FROM reviews_entry, query WHERE search @@ words"
_RANK = f"""{_QUERY} SELECT array_agg(
        review_id ORDER BY ts_rank(search, words) DESC, added_month DESC, review_id)
    FROM reviews_entry, query WHERE review_id = ANY(%s)"""
