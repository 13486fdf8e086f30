"""The words of the collection as they are written, for "Did you mean".

A word is learned when the entry of a review that has it is written. Nothing is unlearned but by
`reindex`: what is offered to a reader is looked for in the collection first (spelling.py).
"""

import re
from collections.abc import Iterable, Sequence

from django.db import connection

from reviews.choices import State

WORD = re.compile(r"[^\W\d_]{4,40}")  # shorter ones are not worth mending


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(WORD.findall(text.lower()))


def learn(review_ids: Sequence[int]) -> None:
    """Add the words of these reviews, of those that are published."""
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS, {"ids": list(review_ids), "is_published": State.PUBLISHED.value})
        _add(text for (text,) in cursor.fetchall())


def learn_vocabularies() -> None:
    """Add the words of every vocabulary's labels and synonyms."""
    with connection.cursor() as cursor:
        cursor.execute(_VOCABULARIES)
        _add(text for (text,) in cursor.fetchall())


def _add(texts: Iterable[str]) -> None:
    found = set().union(*map(words_of, texts))
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [sorted(found)])


_TEXTS = """SELECT concat_ws(' ', r.title, r.headline, r.summary, r.incident_note,
        array_to_string(r.keywords, ' '), partnership.name,
        array_to_string(partnership.aliases, ' '),
        (SELECT string_agg(text, ' ') FROM reviews_point WHERE review_id = r.id))
    FROM reviews_review r
    LEFT JOIN reviews_partnership partnership ON partnership.id = r.partnership_id
    WHERE r.id = ANY(%(ids)s) AND r.state = %(is_published)s"""
_VOCABULARIES = " UNION ALL ".join(
    f"SELECT concat_ws(' ', label, array_to_string(synonyms, ' ')) FROM reviews_{table}"
    for table in ("theme", "agency", "harm", "outcome", "reviewtype")
)
_ADD = """INSERT INTO reviews_word (word)
    SELECT word FROM unnest(%s::text[]) AS word ON CONFLICT DO NOTHING"""
