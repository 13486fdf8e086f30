"""The public reviews and points that an edition rests on, as flat values: two queries.

What is asked for and not found is not public, or gone. Nobody needs to ask twice: what a page
shows or counts it takes from here alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef
from django.urls import reverse

from briefings.records import Cited, EditionRecord
from reviews.choices import PointKind
from reviews.codes import Facet, code
from reviews.dates import PartialDate
from reviews.models import Point, Review
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
    """A learning point or recommendation. `agencies` are the slugs of those it is for."""

    id: int
    review: int
    kind: str
    order: int
    text: str
    agencies: frozenset[str]
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
        return cls(_reviews(reviews, terms), _points(points, terms))

    def has(self, cited: Cited) -> bool:
        """Whether it is public now. A point has to be of the review that it was cited from."""
        if cited.review not in self.reviews or cited.point is None:
            return cited.review in self.reviews
        point = self.points.get(cited.point)
        return point is not None and point.review == cited.review


def _reviews(keys: set[int], terms: Terms) -> dict[int, Source]:
    if not keys:
        return {}
    fields = ("reference", "title", "type", "published", "added", "illustrative")
    rows = Review.objects.published().filter(pk__in=keys).annotate(n=Count("points"))
    base = reverse("reviews:browse")
    return {
        pk: Source(
            pk, reference, title, _type(kind, terms), published, added, made_up, n,
            f"{base}{reference}/",
        )
        for pk, reference, title, kind, published, added, made_up, n in rows.values_list(
            "pk", *fields, "n"
        )
    }  # fmt: skip


def _type(key: int, terms: Terms) -> str:
    value = terms.by_code.get(code(Facet.TYPE, key))
    return value.label if value else ""


def _points(keys: set[int], terms: Terms) -> dict[int, SourcePoint]:
    if not keys:
        return {}
    through = Point.agencies.through._default_manager.filter(point=OuterRef("pk"))
    public = Point.objects.filter(pk__in=keys, review__in=Review.objects.published())
    rows = public.annotate(named=ArraySubquery(through.values("agency_id")))
    base = reverse("reviews:learning")
    return {
        pk: SourcePoint(pk, review, kind, order, text, _slugs(named, terms), f"{base}{pk}/")
        for pk, review, kind, order, text, named in rows.values_list(
            "pk", "review", "kind", "order", "text", "named"
        )
    }


def _slugs(agencies: Iterable[int], terms: Terms) -> frozenset[str]:
    found = (terms.by_code.get(code(Facet.AGENCY, key)) for key in agencies)
    return frozenset(value.slug for value in found if value)
