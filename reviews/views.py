"""The public pages of the record. Each depends on its address and the collection alone."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.generic import TemplateView, View

from reviews import home, months, suggestions
from reviews.browsing import BrowsePage, cards
from reviews.cards import Cards
from reviews.kept import kept, snapshot_for
from reviews.learning import LearningPage
from reviews.models import Review
from reviews.point_page import PointPage
from reviews.review_page import ReviewPage
from reviews.tombstone import Tombstone

brief_cards = Cards("components/entry_brief.html")


class Home(TemplateView):
    template_name = "reviews/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        snapshot = snapshot_for(self.request)
        return super().get_context_data(home=home.compose(snapshot, brief_cards), **kwargs)


class Browse(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        page = BrowsePage(request.GET, snapshot_for(request))
        return render(request, "reviews/browse.html", {"page": page}, status=page.status)


class Learning(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        page = LearningPage(request.GET, snapshot_for(request))
        return render(request, "reviews/learning.html", {"page": page}, status=page.status)


class PointDetail(View):
    """One learning point or recommendation; of a withdrawn review the tombstone, with 410."""

    def get(self, request: HttpRequest, id: int) -> HttpResponse:
        review = Review.objects.published().for_point().filter(points=id).first()
        if review is None:
            return tombstone(request, points=id)
        address = request.build_absolute_uri(request.path)
        page = PointPage(review, id, snapshot_for(request), settings.SITE.name, address)
        return render(request, "reviews/point.html", {"page": page, "review": review})


class Detail(View):
    """A review; of a withdrawn one only the tombstone, with 410."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        review = Review.objects.published().for_page().filter(reference=reference).first()
        if review is None:
            return tombstone(request, reference=reference)
        url = request.build_absolute_uri(review.get_absolute_url())
        page = ReviewPage(review, snapshot_for(request), settings.SITE.name, url)
        return render(request, "reviews/detail.html", {"page": page, "review": review})


def tombstone(request: HttpRequest, **which: Any) -> HttpResponse:
    """That a review was withdrawn; 404 if there was none to withdraw."""
    review = get_object_or_404(Review.objects.withdrawn(), **which)
    return render(request, "410.html", {"withdrawn": Tombstone.of(review)}, status=410)


class Added(TemplateView):
    """Every month with reviews."""

    template_name = "reviews/added.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        years = months.years(snapshot_for(self.request))
        return super().get_context_data(years=years, **kwargs)


class AddedYear(TemplateView):
    """The months of one year, and the years beside it that have reviews."""

    template_name = "reviews/added.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        years = months.years(snapshot_for(self.request))
        numbers = [year.number for year in years]
        if self.kwargs["year"] not in numbers:
            raise Http404("No reviews were added in that year.")
        place = numbers.index(self.kwargs["year"])
        around = {
            "later": years[max(0, place - 1) : place],
            "earlier": years[place + 1 : place + 2],
        }
        return super().get_context_data(years=[years[place]], **around, **kwargs)


class AddedMonth(TemplateView):
    template_name = "reviews/month.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        snapshot = snapshot_for(self.request)
        month = months.find(snapshot, self.kwargs["year"], self.kwargs["month"])
        if month is None:
            raise Http404("No reviews were added in that month.")
        page = months.MonthPage(snapshot, month, cards)
        return super().get_context_data(page=page, **kwargs)


class Suggestions(View):
    """For the search boxes (static/js/suggest.js): what may be meant by what is typed so far."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = suggestions.suggest(snapshot_for(request), request.GET.get("q", ""))
        response = JsonResponse({"suggestions": suggestions.as_json(found)})
        response["X-Robots-Tag"] = "noindex"
        return response


browse = kept(Browse.as_view())
learning = kept(Learning.as_view())
point = kept(PointDetail.as_view())
detail = kept(Detail.as_view())
added = kept(Added.as_view())
added_year = kept(AddedYear.as_view())
added_month = kept(AddedMonth.as_view())
front = kept(Home.as_view())
suggest = kept(Suggestions.as_view())
