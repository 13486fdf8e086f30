"""The public pages of briefings. Each depends on its address and the collection alone."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import TemplateView, View

from briefings.briefing_page import BriefingPage
from briefings.choices import Kind
from briefings.index_page import IndexPage
from briefings.models import Edition
from briefings.querysets import EditionQuerySet
from briefings.reading import for_page
from briefings.sector_page import SectorPage
from briefings.tombstone import gone
from reviews.codes import Facet
from reviews.kept import kept, snapshot_for


class Briefings(TemplateView):
    template_name = "briefings/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = IndexPage(snapshot_for(self.request))
        return super().get_context_data(page=page, **kwargs)


class Briefing(View):
    """The current edition, whole; or the seven minutes of it."""

    template_name = "briefings/briefing.html"

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        page = current(request, slug)
        if page is None:
            return gone(request, Kind.BRIEFING, slug)
        return self.shown(request, page)

    def shown(self, request: HttpRequest, page: BriefingPage) -> HttpResponse:
        return render(request, self.template_name, {"page": page})


class SevenMinutes(Briefing):
    template_name = "briefings/seven_minutes.html"

    def shown(self, request: HttpRequest, page: BriefingPage) -> HttpResponse:
        if not page.seven_path:
            raise Http404("It has neither statements of learning nor questions.")
        return super().shown(request, page)


class BriefingEdition(View):
    """One edition at its own address, where it stays."""

    def get(self, request: HttpRequest, slug: str, number: int) -> HttpResponse:
        page = numbered(request, slug, number)
        if page is None:
            return gone(request, Kind.BRIEFING, slug, number)
        return render(request, "briefings/briefing.html", {"page": page})


class Sector(View):
    """A briefing for one agency; a merged one leads for good to the one that took its place."""

    def get(self, request: HttpRequest, slug: str, agency: str) -> HttpResponse:
        page = current(request, slug)
        if page is None:
            return gone(request, Kind.BRIEFING, slug)
        value = page.snapshot.terms.find(Facet.AGENCY, agency)
        if value is None or value not in {sector.agency for sector in page.sectors}:
            raise Http404("No section of the briefing is for this agency alone.")
        if value.slug != agency:
            return redirect("briefings:sector", slug, value.slug, permanent=True)
        context = {"page": page, "sector": SectorPage(page, value)}
        return render(request, "briefings/sector.html", context)


def current(request: HttpRequest, slug: str) -> BriefingPage | None:
    """The page of a briefing's current edition, if there is one."""
    return _page(request, Edition.objects.current().filter(piece__slug=slug))


def numbered(request: HttpRequest, slug: str, number: int) -> BriefingPage | None:
    """The page of a public edition of a briefing, current or superseded."""
    return _page(request, Edition.objects.published().filter(piece__slug=slug, number=number))


def _page(request: HttpRequest, editions: EditionQuerySet) -> BriefingPage | None:
    edition = for_page(editions.of_kind(Kind.BRIEFING)).first()
    if edition is None:
        return None
    origin = request.build_absolute_uri("/")
    return BriefingPage.of_edition(edition, snapshot_for(request), settings.SITE.name, origin)


briefings = kept(Briefings.as_view())
briefing = kept(Briefing.as_view())
briefing_edition = kept(BriefingEdition.as_view())
seven_minutes = kept(SevenMinutes.as_view())
sector = kept(Sector.as_view())
