"""The public reviews and points that an edition rests on, as flat values: two statements.

What is asked for and not found is not public, or gone. Nobody needs to ask twice: what a page
shows or counts it takes from here alone.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from django.db import connection
from django.urls import reverse

from briefings.records import Cited, EditionRecord
from reviews.choices import PointKind, State
from reviews.codes import Facet, code
from reviews.dates import PartialDate
from reviews.terms import Terms

LOST = 0  # in place of a cited point that a correction took out: no point has this key

_KINDS = {kind.value: str(kind.label).lower() for kind in PointKind}


@dataclass(frozen=True, slots=True)
class Source:
    """A review. `points` is how many learning points and recommendations it has."""

    id: int
    reference: str
    title: str
    type: str
    published: PartialDate | None
    added: PartialDate
    is_illustrative: bool
    points: int
    url: str


@dataclass(frozen=True, slots=True)
class SourcePoint:
    """A learning point or recommendation. `agencies` are the keys of those it is for."""

    id: int
    review: int
    kind: str
    order: int
    text: str
    agencies: tuple[int, ...]
    url: str

    @property
    def label(self) -> str:
        return f"{_KINDS[self.kind]} {self.order}"


@dataclass(frozen=True, slots=True)
class Sources:
    """Reviews and points by their keys."""

    reviews: dict[int, Source]
    points: dict[int, SourcePoint]

    @classmethod
    def of(cls, record: EditionRecord, terms: Terms) -> Self:
        cited = [one for several in record.evidence.values() for one in several]
        reviews = {*record.pinned, *(one.review for one in cited)}
        points = {one.point for one in cited if one.point}
        return cls(_reviews(reviews, terms), _points(points, reviews))

    def has(self, cited: Cited) -> bool:
        """Whether it is public now. A point has to be of the review that it was cited from."""
        if cited.review not in self.reviews or cited.point is None:
            return cited.review in self.reviews
        point = self.points.get(cited.point)
        return point is not None and point.review == cited.review


def _reviews(keys: set[int], terms: Terms) -> dict[int, Source]:
    base = reverse("reviews:browse")
    return {
        pk: Source(
            pk,
            reference,
            title,
            _type(kind, terms),
            _date(published) if published else None,
            _date(added),
            illustrative,
            points,
            f"{base}{reference}/",
        )
        for pk, reference, title, kind, published, added, illustrative, points in _read(
            _REVIEWS, keys, reviews=list(keys)
        )
    }


def _points(keys: set[int], reviews: set[int]) -> dict[int, SourcePoint]:
    base = reverse("reviews:learning")
    return {
        pk: SourcePoint(pk, review, kind, order, text, tuple(agencies), f"{base}{pk}/")
        for pk, review, kind, order, text, agencies in _read(
            _POINTS, keys, reviews=list(reviews), points=list(keys)
        )
    }


def _type(key: int, terms: Terms) -> str:
    value = terms.by_code.get(code(Facet.TYPE, key))
    return value.label if value else ""


_date = lru_cache(5000)(PartialDate.parse)


def _read(statement: str, wanted: set[int], **keys: list[int]) -> list[tuple[Any, ...]]:
    """Rows of reviews that are public now: `published()`, written out (see published_among)."""
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement, {"public": State.PUBLISHED.value, **keys})
        return cursor.fetchall()


_REVIEWS = """SELECT id, reference, title, type_id, published, added, illustrative,
    (SELECT count(*) FROM reviews_point point WHERE point.review_id = review.id)
    FROM reviews_review review WHERE state = %(public)s AND id = ANY(%(reviews)s)"""

# That the reviews are named too lets the database look up those alone.
_POINTS = """SELECT point.id, review_id, kind, "order", text,
    ARRAY(SELECT agency_id FROM reviews_point_agencies named WHERE named.point_id = point.id)
    FROM reviews_point point JOIN reviews_review review ON review.id = review_id
    WHERE state = %(public)s AND review.id = ANY(%(reviews)s) AND point.id = ANY(%(points)s)"""
