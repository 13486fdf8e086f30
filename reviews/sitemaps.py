"""The sitemap: every published review and month, in pages that never name anything else."""

from collections.abc import Sequence
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reviews import months
from reviews.catalogue import catalogue
from reviews.kept import kept
from reviews.models import Point, Review


class Reviews(Sitemap):
    """Published reviews in the order of their references."""

    limit = 5000

    def items(self) -> Any:
        fields = ("pk", "reference", "released_at", "corrected_at")
        return Review.objects.published().only(*fields).order_by("pk")

    def lastmod(self, item: Review) -> Any:
        return item.corrected_at or item.released_at

    def get_latest_lastmod(self) -> Any:
        """Asked of the database: Django would read every review to tell."""
        latest = Max(Coalesce("corrected_at", "released_at"))
        return Review.objects.published().aggregate(latest=latest)["latest"]


class Points(Sitemap):
    """Learning points and recommendations of published reviews that are not made up."""

    limit = 5000

    def items(self) -> Any:
        reviews = Review.objects.published().filter(illustrative=False)
        dates = ("review__released_at", "review__corrected_at")
        found = Point.objects.filter(review__in=reviews).select_related("review")
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


class Pages(Sitemap):
    """The pages that do not change with the collection."""

    def items(self) -> Sequence[str]:
        lists = ("reviews:browse", "reviews:learning", "reviews:added")
        return ("home", *lists, "about", "accessibility", "privacy")

    def location(self, item: str) -> str:
        return reverse(item)


SECTIONS: "dict[str, type[Sitemap[Any]] | Sitemap[Any]]" = {
    "reviews": Reviews,
    "learning": Points,
    "months": Months,
    "pages": Pages,
}


@kept
def index(request: HttpRequest) -> HttpResponse:
    return sitemap_views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@kept
def section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap_views.sitemap(request, SECTIONS, section)
