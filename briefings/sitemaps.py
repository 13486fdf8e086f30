"""The sitemap's part of briefings and articles: the current edition of each, at its own address.

Illustrative ones are not in it, as no illustrative review is.
"""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.db.models.functions import Coalesce

from briefings.choices import Kind
from briefings.models import Edition
from briefings.querysets import EditionQuerySet


class Pieces(Sitemap):
    """The current editions of a kind that are not made up."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def items(self) -> EditionQuerySet:
        current = Edition.objects.current().of_kind(self.kind)
        return current.filter(piece__illustrative=False).select_related("piece").order_by("pk")

    def location(self, item: Edition) -> str:
        return item.get_absolute_url()

    def lastmod(self, item: Edition) -> datetime | None:
        return item.corrected_at or item.released_at

    def get_latest_lastmod(self) -> Any:
        latest = Max(Coalesce("corrected_at", "released_at"))
        return self.items().aggregate(latest=latest)["latest"]


SECTIONS = {"briefings": Pieces(Kind.BRIEFING), "articles": Pieces(Kind.ARTICLE)}
