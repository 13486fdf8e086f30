"""The sitemap's part of the record: every published review, month, theme and agency.

Illustrative reviews are not in it, and their pages say `noindex`: nobody who searches the web is
to come upon an invented case.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.urls import reverse

from reviews import months
from reviews.catalogue import catalogue
from reviews.models import Point, Review
from reviews.term_page import AGENCIES, THEMES, Subject
from reviews.terms import Value


def _real() -> Any:
    """The published reviews that are not made up."""
    return Review.objects.published().filter(illustrative=False)


class Reviews(Sitemap):
    """Published reviews that are not made up, in the order in which they were entered."""

    limit = 5000

    def items(self) -> Any:
        fields = ("pk", "reference", "released_at", "corrected_at")
        return _real().only(*fields).order_by("pk")

    def lastmod(self, item: Review) -> Any:
        return item.corrected_at or item.released_at

    def get_latest_lastmod(self) -> Any:
        """Asked of the database: Django would read every review to tell."""
        latest = Max(Coalesce("corrected_at", "released_at"))
        return _real().aggregate(latest=latest)["latest"]


class Points(Sitemap):
    """Learning points and recommendations of published reviews that are not made up."""

    limit = 5000

    def items(self) -> Any:
        dates = ("review__released_at", "review__corrected_at")
        found = Point.objects.filter(review__in=_real()).select_related("review")
        return found.only("pk", *dates).order_by("pk")

    def lastmod(self, item: Point) -> Any:
        return item.review.corrected_at or item.review.released_at

    def get_latest_lastmod(self) -> Any:
        return Reviews().get_latest_lastmod()


class Months(Sitemap):
    """The months in which reviews were added."""

    def items(self) -> Sequence[months.Month]:
        return months.months(catalogue.current())

    def location(self, item: months.Month) -> str:
        return reverse("reviews:added_month", args=[item.year, item.month])


class Terms(Sitemap):
    """The themes, or the agencies, that any review names."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def items(self) -> Sequence[Value]:
        snapshot = catalogue.current()
        values = snapshot.terms.values.get(self.subject.facet, [])
        return [value for value in values if value.code in snapshot.by_code]

    def location(self, item: Value) -> str:
        return reverse(self.subject.route, args=[item.slug])


SECTIONS: "dict[str, type[Sitemap[Any]] | Sitemap[Any]]" = {
    "reviews": Reviews,
    "learning": Points,
    "months": Months,
    "themes": Terms(THEMES),
    "agencies": Terms(AGENCIES),
}
