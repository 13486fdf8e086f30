"""What stands beside an edition: the piece's other editions, related pieces, the turn of the page.

One query for all of it, of values alone: what an edition says stays in the database. It is
written out, because Django takes longer to put it together than the database takes to answer it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.urls import reverse

from briefings.choices import Kind, State
from briefings.models import Edition
from reviews.dates import PartialDate

FIELDS = ("piece", "piece__kind", "piece__slug", "piece__illustrative", "number", "state")
WORDS = ("title", "standfirst", "published", "released_at")


@dataclass(frozen=True, slots=True)
class Listed:
    """A public edition as a list names it. `url` is the piece's own for the current one."""

    piece: int
    kind: str
    is_illustrative: bool
    number: int
    is_current: bool
    title: str
    standfirst: str
    published: PartialDate | None
    released_at: datetime
    url: str

    @property
    def date(self) -> str:
        return self.published.label if self.published else ""

    @property
    def kind_label(self) -> str:
        return str(Kind(self.kind).label)


@dataclass(frozen=True, slots=True)
class Beside:
    """`before` and `after` are the next newer and the next older of the same kind."""

    editions: tuple[Listed, ...] = ()
    related: tuple[Listed, ...] = ()
    before: Listed | None = None
    after: Listed | None = None

    @property
    def current(self) -> Listed | None:
        """The edition that the piece's own address shows."""
        return next((one for one in self.editions if one.is_current), None)


def beside(piece: int, kind: str, related: Collection[int]) -> Beside:
    """What is public beside a piece. Newest first; of its own editions the latest first."""
    found = _found(piece, kind, related)
    own = sorted((one for one in found if one.piece == piece), key=lambda one: -one.number)
    current = [one for one in found if one.is_current]
    before, after = _around([one for one in current if one.kind == kind], piece)
    others = (one for one in current if one.piece in related and one.piece != piece)
    return Beside(tuple(own), tuple(others), before, after)


def listed(editions: Iterable[Edition]) -> list[Listed]:
    """Public editions of a queryset as values, in its order."""
    rows = editions.values_list(*FIELDS, *WORDS)  # type: ignore[attr-defined]
    return [_listed(*row) for row in rows]


def _found(piece: int, kind: str, related: Collection[int]) -> list[Listed]:
    """The piece's public editions, and the current ones of its kind and of what is related."""
    wanted: dict[str, Any] = {
        "piece": piece,
        "kind": Kind(kind).value,
        "related": list(related),
        "current": State.PUBLISHED.value,
        "superseded": State.SUPERSEDED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, wanted)
        rows = cursor.fetchall()
    return [_listed(*(*row[:8], _date(row[8]), row[9])) for row in rows]


def _date(iso: str | None) -> PartialDate | None:
    return PartialDate.parse(iso) if iso else None


# `published()` and `newest_first()` of querysets.py; the columns are those of `listed`.
_BESIDE = """SELECT piece_id, kind, slug, illustrative, number, state, title, standfirst, published,
    released_at
    FROM briefings_edition edition JOIN briefings_piece piece ON piece.id = piece_id
    WHERE piece_id = %(piece)s AND state IN (%(current)s, %(superseded)s)
        OR state = %(current)s AND (kind = %(kind)s OR piece_id = ANY(%(related)s))
    ORDER BY published DESC NULLS LAST, released_at DESC, edition.id DESC"""


def _listed(
    piece: int,
    kind: str,
    slug: str,
    made_up: bool,
    number: int,
    state: str,
    title: str,
    standfirst: str,
    published: PartialDate | None,
    released_at: datetime,
) -> Listed:
    url = f"{_base(kind)}{slug}/"
    is_current = state == State.PUBLISHED
    if not is_current:
        url = f"{url}editions/{number}/"
    return Listed(
        piece, kind, made_up, number, is_current, title, standfirst, published, released_at, url
    )


@cache
def _base(kind: str) -> str:
    """The address of the list of a kind. Django takes 0.1 ms to put one together."""
    return reverse(f"briefings:{kind}s")


def _around(current: list[Listed], piece: int) -> tuple[Listed | None, Listed | None]:
    places = [place for place, one in enumerate(current) if one.piece == piece]
    if not places:
        return None, None
    place = places[0]
    before = current[place - 1] if place else None
    return before, current[place + 1] if place + 1 < len(current) else None
