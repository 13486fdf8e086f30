"""The pages of themes and agencies. Each depends on its address and the collection alone."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import TemplateView, View

from reviews.kept import kept, snapshot_for
from reviews.term_page import AGENCIES, THEMES, Subject, TermPage, index
from reviews.views import brief_cards


class Index(TemplateView):
    """All terms of a vocabulary."""

    template_name = "reviews/terms.html"
    subject: ClassVar[Subject]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = index(self.subject, snapshot_for(self.request))
        return super().get_context_data(page=page, **kwargs)


class Page(View):
    """One term; a merged one leads for good to the one that took its place."""

    subject: ClassVar[Subject]

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        snapshot = snapshot_for(request)
        value = snapshot.terms.find(self.subject.facet, slug)
        if value is None:
            raise Http404(f"There is no such {self.subject.singular}.")
        if value.slug != slug:
            return redirect(self.subject.route, value.slug, permanent=True)
        term = get_object_or_404(self.subject.model, slug=slug)
        page = TermPage(self.subject, value, term, snapshot, brief_cards)
        return render(request, "reviews/term.html", {"page": page})


class Themes(Index):
    subject = THEMES


class Theme(Page):
    subject = THEMES


class Agencies(Index):
    subject = AGENCIES


class Agency(Page):
    subject = AGENCIES


themes = kept(Themes.as_view())
theme = kept(Theme.as_view())
agencies = kept(Agencies.as_view())
agency = kept(Agency.as_view())
