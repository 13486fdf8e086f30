"""Everything that knows about full-text search in PostgreSQL: vectors, lexemes, finding, features.

What is typed becomes lexemes here and nowhere else, by the same configuration that makes the
vectors: English stems, accents folded (migration 0004). Which lexemes a query asks for is decided
in query.py and synonyms.py, what a match is worth in ranking.py.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews.recent import Recent

CONFIGURATION = "case_reviews"
LONGEST_REPORT = 500_000  # characters of a review's reports: a vector has room for little more

# Signs between words are spaces, so that "non-accidental" and "non accidental" are the same and
# nothing is taken for an address, a file name or a tag; apostrophes vanish: "child's" is "childs".
# Few, because the database looks for each of them at every letter.
SPACED = "-\u2010\u2011\u2013\u2014/._@<&"
DROPPED = "'\u2019"
PLAIN = str.maketrans(SPACED, " " * len(SPACED), DROPPED)


class Scope(Enum):
    """What is searched: a table, its key, and what a word in each place of it is worth.

    Worth is by the weights D, C, B and A of a vector.
    """

    REVIEWS = "reviews_entry", "review_id", (0.15, 0.35, 0.6, 1.0)
    POINTS = "reviews_pointentry", "point_id", (0.1, 0.3, 0.6, 1.0)

    def __init__(self, table: str, key: str, worth: tuple[float, ...]) -> None:
        self.table = table
        self.key = key
        self.worth = list(worth)


def vector(expression: str, weight: str = "") -> str:
    """SQL for the vector of a text."""
    words = f"to_tsvector('{CONFIGURATION}', {plain(expression)})"
    return f"setweight({words}, '{weight}')" if weight else words


def plain(expression: str) -> str:
    """SQL for a text as the vectors read it."""
    quoted = (SPACED + DROPPED).replace("'", "''").replace("%", "%%")
    return f"translate(coalesce({expression}, ''), '{quoted}', '{' ' * len(SPACED)}')"


# SQL for the vector of a review, over the aliases `r` (review), `partnership` and `labels` (of
# its terms): its name first, then its points, its account, and what it is described with.
REVIEW_VECTOR = "\n    || ".join(
    (
        vector("concat_ws(' ', r.title, r.reference, r.headline)", "A"),
        vector(
            "(SELECT string_agg(point.text, ' ') FROM reviews_point point"
            " WHERE point.review_id = r.id)",
            "B",
        ),
        vector("concat_ws(' ', r.summary, r.incident_note)", "C"),
        vector(
            "concat_ws(' ', labels, partnership.name, array_to_string(partnership.aliases, ' '),"
            " array_to_string(r.keywords, ' '))",
            "D",
        ),
    )
)

# The same of a point, over `point`, `r` and `labels` (of its own themes and agencies).
POINT_VECTOR = "\n    || ".join(
    (
        vector("point.text", "A"),
        vector("labels", "C"),
        vector("concat_ws(' ', r.title, r.reference)", "D"),
    )
)
REPORT_VECTOR = vector(f"left(string_agg(held.text, ' '), {LONGEST_REPORT})")

# Words that English stems keep apart, though nobody who types one of them means only that one.
SAME = ("child children kid", "man men", "woman women", "mother mum mam", "father dad")
_FORMS = {
    f"'{word}'": "(" + " | ".join(f"'{other}'" for other in words.split()) + ")"
    for words in SAME
    for word in words.split()
}

_lexemes: Recent[str, str] = Recent("KEPT_LEXEMES")


def lexemes(words: Iterable[str]) -> dict[str, str]:
    """The lexeme of each word, quoted for a query; "" of one too common to be looked for.

    Of a word that has others beside it (SAME) it is all of them. One statement for words that
    this process has not met before.
    """
    found = {word: _lexemes.get(word) for word in words}
    unknown = [word for word, lexeme in found.items() if lexeme is None]
    if unknown:
        with connection.cursor() as cursor:
            cursor.execute(_LEXEMES, [unknown])
            for word, lexeme in cursor.fetchall():
                found[word] = _FORMS.get(lexeme, lexeme)
                _lexemes.keep(word, found[word] or "")
    return {word: lexeme or "" for word, lexeme in found.items()}


_LEXEMES = f"""SELECT word, phraseto_tsquery('{CONFIGURATION}', word)::text
    FROM unnest(%s::text[]) AS word"""


def find(scope: Scope, queries: Sequence[str]) -> list[BitMap]:
    """The ids that match each query (of lexemes), in one statement.

    Of reviews also those whose hosted reports match. The planner may not look into the queries:
    for a common word it would choose to read all vectors, which takes five times as long.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FIND[scope], [list(queries)])
        return [_bitmap(ids) for (ids,) in cursor.fetchall()]


def _bitmap(ids: memoryview | bytes | None) -> BitMap:
    """Ids sent as four bytes each: half a million take a millisecond to read."""
    if not ids:
        return BitMap()
    found = array("I", ids)
    found.byteswap()
    return BitMap(found)


def _finding(scope: Scope, *tables: str) -> str:
    matching = " UNION ALL ".join(
        f"SELECT {scope.key} AS id FROM {table} WHERE search @@ query" for table in tables
    )
    return f"""SELECT (SELECT string_agg(int4send(id::int), ''::bytea) FROM ({matching}) AS found)
        FROM unnest(%s::tsquery[]) WITH ORDINALITY AS asked (query, place) ORDER BY place"""


_FIND = {
    Scope.REVIEWS: _finding(Scope.REVIEWS, Scope.REVIEWS.table, "reviews_reportentry"),
    Scope.POINTS: _finding(Scope.POINTS, Scope.POINTS.table),
}


def features(
    scope: Scope, ids: BitMap, words: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """For each of some ids: how many words it has, how much of each word, how near each pair.

    Returns the ids found and one row of 1 + words + pairs numbers for each. "How much" is between
    0 and 1: a word's occurrences by the worth of their places, each further one worth less. About
    3 µs a word and id; a vector is unpacked once.
    """
    measured = ["length(held)", *["ts_rank(%s::float4[], held, %s::tsquery)"] * len(words)]
    measured += ["ts_rank_cd(%s::float4[], held, %s::tsquery)"] * len(pairs)
    sent = " || ".join(f"float4send(({one})::float4)" for one in measured)
    asked = [*words, *(f"{first} & {second}" for first, second in pairs)]
    # `|| ''` unpacks the vector, and OFFSET keeps the planner from doing so for each word.
    sql = f"""SELECT string_agg(int4send(id::int) || {sent}, ''::bytea) FROM (
        SELECT {scope.key} AS id, search || ''::tsvector AS held FROM {scope.table}
        WHERE {scope.key} = ANY(%s) OFFSET 0) AS unpacked"""
    parameters = [value for query in asked for value in (scope.worth, query)]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, list(ids)])
        rows = np.frombuffer(cursor.fetchone()[0] or b"", ">u4").reshape(-1, len(measured) + 1)
    return rows[:, 0].astype(np.uint32), rows[:, 1:].copy().view(">f4").astype(np.float32)


class Place(NamedTuple):
    """Where a review says most of what was asked for: in a point, its account or its reports."""

    review: int
    reference: str
    kind: str | None
    order: int | None
    point: str | None
    summary: str | None
    report: str | None


def places(ids: Sequence[int], queries: Sequence[str]) -> list[Place]:
    """For each of a page's reviews its best point, else its account, else its reports' text."""
    own = " | ".join(f"({_in_own_text(query)})" for query in queries)
    anywhere = " | ".join(f"({query})" for query in queries)
    with connection.cursor() as cursor:
        cursor.execute(_PLACES, {"own": own, "any": anywhere, "ids": list(ids)})
        return [Place(*row) for row in cursor.fetchall()]


LEXEME = re.compile(r"'(?:[^']|'')*'")


def _in_own_text(query: str) -> str:
    """A query for the text of points: not for what they are described with."""
    return LEXEME.sub(r"\g<0>:A", query)


_PLACES = f"""
SELECT r.id, r.reference, best.kind, best."order", best.text,
    CASE WHEN best.text IS NULL THEN r.summary END,
    CASE WHEN best.text IS NULL AND NOT entry.search @@ %(any)s::tsquery THEN (
        SELECT left(string_agg(held.text, ' '), {LONGEST_REPORT}) FROM reviews_documenttext held
        JOIN reviews_document document ON document.id = held.document_id
        WHERE document.review_id = r.id AND document.file <> '' AND document.withdrawn_at IS NULL
            AND (document.expires_on IS NULL OR document.expires_on > CURRENT_DATE)) END
FROM reviews_review r JOIN reviews_entry entry ON entry.review_id = r.id
LEFT JOIN LATERAL (
    SELECT point.kind, point."order", point.text
    FROM reviews_pointentry held JOIN reviews_point point ON point.id = held.point_id
    WHERE held.review_id = r.id AND held.search @@ %(own)s::tsquery
    ORDER BY ts_rank(held.search, %(own)s::tsquery) DESC, held.place LIMIT 1) AS best ON true
WHERE r.id = ANY(%(ids)s)"""


def holding(
    scope: Scope, ids: BitMap, words: Sequence[str]
) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Which of some words (at most 31) each of some ids has in its own text, its weight A.

    Returns the ids found and a row of answers for each: about 0.4 µs a word and id.
    """
    bits = " + ".join(f"((search @@ %s::tsquery)::int << {place})" for place in range(len(words)))
    sql = f"""SELECT string_agg(int4send({scope.key}::int) || int4send({bits or 0}), ''::bytea)
        FROM {scope.table} WHERE {scope.key} = ANY(%s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [*map(_in_own_text, words), list(ids)])
        rows = np.frombuffer(cursor.fetchone()[0] or b"", ">u4").reshape(-1, 2).astype(np.uint32)
    return rows[:, 0], (rows[:, 1:] >> np.arange(len(words), dtype=np.uint32) & 1).astype(bool)


def own_words(scope: Scope, ids: BitMap) -> dict[int, list[str]]:
    """The lexemes of each id's own text, its weight A. One statement: about 10 µs an id."""
    sql = f"""SELECT {scope.key}, tsvector_to_array(ts_filter(search, '{{a}}'))
        FROM {scope.table} WHERE {scope.key} = ANY(%s)"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(ids)])
        return dict(cursor.fetchall())


def near_words(words: Sequence[str], most: int = 12) -> list[tuple[str, str]]:
    """Each word with words of the collection and its vocabularies that look like it."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAR_WORDS, {"words": list(words), "most": most})
        return cursor.fetchall()


_NEAR_WORDS = """SELECT typed, near.word FROM unnest(%(words)s::text[]) AS typed, LATERAL (
    SELECT word FROM reviews_word WHERE word %% typed AND word <> typed
    ORDER BY similarity(word, typed) DESC, word LIMIT %(most)s) AS near"""
