"""Reviews that may be the one at hand: same year, partnership and alias together, or like texts.

Never by alias alone: "Child A" is in every yearly list. Drafts (as they are typed), published and
withdrawn reviews are all compared.

- By name: the partnership (or one that it took over from, or that took over from it), the year in
  which either was added or published, and the alias as `alias_of` reads it.
- By account: texts that share enough three-word phrases. The database keeps a sketch of each
  (`review_sketch`, migration 0008) in an index, so that only those that are very alike are read.
- By points: two or more in the same words, as long as they are not in everybody's review.

Four statements, whatever the collection holds.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from reviews.editing.checks.wordlists import one_of

MOST = 5
LIKE = 0.5  # texts that share less are not alike
POINTS = 2  # points in the same words
COMMON = 20  # reviews that have a point in the same words before it says nothing
NAMED, NAMELESS = 0.9, 0.6  # how much the same name in the same year says
SOMEWHAT = 0.15  # what accounts share at least where no partnership is known
SHINGLE = 3
_BY = ("account", "points", "name")
# What titles say of a review rather than of whom it is about.
_KINDS = re.compile(
    r"\b(?:(?:local |national )?child safeguarding practice|child practice|adult practice"
    r"|safeguarding adults?"
    r"|serious case|significant case|initial case|case management|single unified safeguarding"
    r"|domestic homicide"
    r"|multi agency|partnership|thematic|learning|rapid|practice) reviews?\b|\b(?:lcspr|cspr|scr"
    r"|sar|cmr|cpr|susr|dhr)\b"
)
_AROUND = one_of("""
    the review reviews report reports overview executive summary in respect of for into
    regarding about concerning known as
""")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another review that may be the same: its key, reference and title, why, and how alike."""

    review: int
    reference: str
    title: str
    why: str
    likeness: float


def candidates(
    *,
    title: str,
    years: Collection[int],
    partnership_id: int | None,
    account: str,
    points: Sequence[str] = (),
    exclude: int | None = None,
) -> list[Duplicate]:
    """The reviews that this may be, the most alike first."""
    found = [
        *_by_account(account, exclude),
        *_by_points(points, exclude),
        *_by_name(title, years, partnership_id, account, exclude),
    ]
    best: dict[int, Duplicate] = {}
    for one in sorted(found, key=lambda one: (-one.likeness, _BY.index(one.why), one.reference)):
        best.setdefault(one.review, one)
    return list(best.values())[:MOST]


def alias_of(title: str) -> str:
    """A title as titles are compared: "Serious case review: Child ‘A’" is "child a"."""
    words = " ".join(_WORDS.findall(title.casefold().replace("'", "").replace("’", "")))
    bare = [word for word in _KINDS.sub(" ", words).split() if word not in _AROUND]
    return " ".join(bare) or words


def likeness(text: str, other: str) -> float:
    """The share of three-word phrases that two texts have in common, 0 to 1."""
    ours, theirs = shingles(text), shingles(other)
    both = len(ours | theirs)
    return len(ours & theirs) / both if both else 0.0


def shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text.casefold())
    return (
        {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
        if words
        else set()
    )


def _by_account(account: str, exclude: int | None) -> list[Duplicate]:
    """Reviews whose account, as it is public or as it is typed, is very like this one."""
    if len(shingles(account)) < 8:  # too short to say anything
        return []
    ((sketch,),) = _rows("SELECT review_sketch(%(text)s)", {"text": account})
    rows = _rows(_ALIKE, {"sketch": sketch, "text": account, "own": exclude})
    found = [
        Duplicate(key, reference, title, "account", round(likeness(account, other), 2))
        for key, reference, title, other in rows
    ]
    return [one for one in found if one.likeness >= LIKE]


_ALIKE = """
SELECT r.id, r.reference, coalesce(nullif(found.title, ''), r.title), found.text FROM (
    (SELECT id, title, summary FROM reviews_review
     WHERE review_sketch(summary) && %(sketch)s::int[] LIMIT 100)
    UNION ALL
    (SELECT review_id, typed #>> '{title,0}', typed #>> '{summary,0}' FROM reviews_workingcopy
     WHERE review_sketch(typed #>> '{summary,0}') && %(sketch)s::int[] LIMIT 100)
) AS found (id, title, text) JOIN reviews_review r ON r.id = found.id
WHERE r.id IS DISTINCT FROM %(own)s
ORDER BY similarity(left(found.text, 1000), left(%(text)s, 1000)) DESC LIMIT 10"""


def _by_points(points: Sequence[str], exclude: int | None) -> list[Duplicate]:
    """Reviews that have several of the points in the same words, none of which is everybody's."""
    asked = list(dict.fromkeys(text.strip() for text in points if text.strip()))
    if not asked:
        return []
    holders: dict[int, list[tuple[int, str, str]]] = {}
    for place, *review in _rows(_SAME, {"texts": asked, "own": exclude, "most": COMMON + 1}):
        holders.setdefault(place, []).append(tuple(review))
    shared: dict[tuple[int, str, str], int] = {}
    for reviews in holders.values():
        for one in set(reviews) if len(reviews) <= COMMON else ():
            shared[one] = shared.get(one, 0) + 1
    return [
        Duplicate(*review, "points", round(count / len(asked), 2))
        for review, count in shared.items()
        if count >= POINTS
    ]


_SAME = """
SELECT asked.place, same.* FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS asked (text, place),
LATERAL (
    SELECT r.id, r.reference, r.title FROM reviews_point point
    JOIN reviews_review r ON r.id = point.review_id
    WHERE hashtext(lower(point.text)) = hashtext(lower(asked.text))
        AND lower(point.text) = lower(asked.text) AND r.id IS DISTINCT FROM %(own)s
    LIMIT %(most)s) AS same"""


def _by_name(
    title: str,
    years: Collection[int],
    partnership_id: int | None,
    account: str,
    exclude: int | None,
) -> list[Duplicate]:
    """Reviews of the same partnership, year and alias; without an area, of like accounts too."""
    alias = alias_of(title)
    if not alias or not years:
        return []
    asked = {
        "own": exclude,
        "partnership": partnership_id,
        "years": [str(year) for year in years],
        "word": rf"\m{re.escape(alias.split()[-1])}\M",
        "first": f"{min(years)}",
        "last": f"{max(years) + 1}",
    }
    rows = _rows(_NAMED if partnership_id else _NAMELESS, asked)
    same = [row for row in rows if alias_of(row[2]) == alias]
    if not partnership_id:
        same = [row for row in same if likeness(account, row[3]) >= SOMEWHAT]
    says = NAMED if partnership_id else NAMELESS
    return [Duplicate(key, reference, name, "name", says) for key, reference, name, *_ in same]


# Of drafts the row knows title and month; the rest stands in what is typed.
_NAMED = """
WITH family AS (
    SELECT %(partnership)s::bigint AS id
    UNION SELECT predecessor_id FROM reviews_succession WHERE successor_id = %(partnership)s
    UNION SELECT successor_id FROM reviews_succession WHERE predecessor_id = %(partnership)s)
SELECT r.id, r.reference, r.title FROM reviews_review r
WHERE r.partnership_id IN (SELECT id FROM family) AND r.id IS DISTINCT FROM %(own)s
    AND (left(r.added, 4) = ANY(%(years)s) OR left(r.published, 4) = ANY(%(years)s))
UNION
SELECT r.id, r.reference, typed #>> '{title,0}' FROM reviews_workingcopy copy
JOIN reviews_review r ON r.id = copy.review_id AND r.state = 'draft'
JOIN reviews_partnership p ON p.id IN (SELECT id FROM family)
    AND lower(typed #>> '{partnership,0}') IN (lower(p.name), p.slug)
WHERE r.id IS DISTINCT FROM %(own)s AND typed #>> '{title,0}' IS NOT NULL
    AND (left(r.added, 4) = ANY(%(years)s)
         OR substring(typed #>> '{published,0}' FROM '[0-9]{4}') = ANY(%(years)s))"""
_NAMELESS = """
SELECT r.id, r.reference, r.title, r.summary FROM reviews_review r
WHERE r.partnership_id IS NULL AND r.state <> 'draft' AND r.id IS DISTINCT FROM %(own)s
    AND r.added >= %(first)s AND r.added < %(last)s AND r.title ~* %(word)s
UNION ALL
SELECT r.id, r.reference, typed #>> '{title,0}', coalesce(typed #>> '{summary,0}', '')
FROM reviews_workingcopy copy JOIN reviews_review r ON r.id = copy.review_id
WHERE r.state = 'draft' AND r.id IS DISTINCT FROM %(own)s AND typed #>> '{partnership,0}' IS NULL
    AND r.added >= %(first)s AND r.added < %(last)s AND typed #>> '{title,0}' ~* %(word)s
LIMIT 60"""


def _rows(sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
