"""The sitemap of all that is public: what each app says of itself, and its pages last."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from briefings import sitemaps as briefings
from reviews import sitemaps as reviews
from reviews.kept import kept


class Pages(Sitemap):
    """The lists, and the pages that do not change with the collection."""

    def items(self) -> Sequence[str]:
        record = ("browse", "learning", "themes", "agencies", "added")
        composed = ("briefings", "articles")
        own = ("about", "accessibility", "privacy")
        names = (f"reviews:{name}" for name in record), (f"briefings:{name}" for name in composed)
        return ["home", *chain(*names), *own]

    def location(self, item: str) -> str:
        return reverse(item)


SECTIONS: "dict[str, type[Sitemap[Any]] | Sitemap[Any]]" = {
    **reviews.SECTIONS,
    **briefings.SECTIONS,
    "pages": Pages,
}


@kept
def index(request: HttpRequest) -> HttpResponse:
    return sitemap_views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@kept
def section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap_views.sitemap(request, SECTIONS, section)
