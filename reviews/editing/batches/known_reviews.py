"""Reviews that are here, in any state, as far as many entries are compared with them at once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection


@dataclass(frozen=True, slots=True)
class Known:
    """A review, or what is typed of one. `partnership` is the one that was asked for."""

    pk: int
    reference: str
    title: str
    account: str = ""
    partnership: int | None = None
    years: frozenset[int] = frozenset()


def with_like_accounts(accounts: Sequence[str]) -> Iterator[tuple[int, Known]]:
    """Reviews whose account may be like one of these, each with the place of that one.

    By the sketches of `checks.duplicates`: who asks has to compare the texts.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, {"texts": list(accounts)})
        for place, key, reference, title, account in cursor.fetchall():
            yield place - 1, Known(key, reference, title, account)


def of_partnerships(partnerships: Collection[int], years: Collection[int]) -> Iterator[Known]:
    """Reviews of these years by these partnerships, or by those before or after them."""
    asked: dict[str, Any] = {"partnerships": list(partnerships)}
    asked["years"] = [str(year) for year in years]
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, asked)
        for partnership, key, reference, title, *dates in cursor.fetchall():
            found = frozenset(int(date) for date in dates if date)
            yield Known(key, reference, title, "", partnership, found)


_ALIKE = """
WITH asked AS MATERIALIZED (
    SELECT place, review_sketch(text) AS sketch
    FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS one (text, place) WHERE text <> '')
SELECT asked.place, r.id, r.reference, coalesce(nullif(found.title, ''), r.title), found.text
FROM asked, LATERAL (
    (SELECT id, title, summary FROM reviews_review
     WHERE review_sketch(summary) && asked.sketch LIMIT 10)
    UNION ALL
    (SELECT review_id, typed #>> '{title,0}', typed #>> '{summary,0}' FROM reviews_workingcopy
     WHERE review_sketch(typed #>> '{summary,0}') && asked.sketch LIMIT 10)
) AS found (id, title, text) JOIN reviews_review r ON r.id = found.id
ORDER BY asked.place, r.reference"""
_NAMED = """
WITH family AS (
    SELECT id AS asked, id FROM unnest(%(partnerships)s::bigint[]) AS one (id)
    UNION SELECT successor_id, predecessor_id FROM reviews_succession
        WHERE successor_id = ANY(%(partnerships)s::bigint[])
    UNION SELECT predecessor_id, successor_id FROM reviews_succession
        WHERE predecessor_id = ANY(%(partnerships)s::bigint[]))
SELECT family.asked, r.id, r.reference, r.title, left(r.added, 4), left(r.published, 4)
FROM family JOIN reviews_review r ON r.partnership_id = family.id
WHERE left(r.added, 4) = ANY(%(years)s) OR left(r.published, 4) = ANY(%(years)s)
UNION
SELECT family.asked, r.id, r.reference, copy.typed #>> '{title,0}', left(r.added, 4),
    substring(copy.typed #>> '{published,0}' FROM '[0-9]{4}')
FROM family JOIN reviews_partnership p ON p.id = family.id
JOIN reviews_workingcopy copy ON lower(copy.typed #>> '{partnership,0}') IN (lower(p.name), p.slug)
JOIN reviews_review r ON r.id = copy.review_id AND r.state = 'draft'
WHERE copy.typed #>> '{title,0}' IS NOT NULL
    AND (left(r.added, 4) = ANY(%(years)s)
         OR substring(copy.typed #>> '{published,0}' FROM '[0-9]{4}') = ANY(%(years)s))
ORDER BY 3"""
