"""A review's history, and what each save left. Nothing of it can be changed, only brought back."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from reviews.editing import compared
from reviews.editing.bringing_back import bring_back
from reviews.editing.compared import Comparison
from reviews.editing.history import History
from reviews.editing.verb_views import VerbView
from reviews.editing.vocabulary import vocabulary
from reviews.models import Review, Revision


class HistoryView(VerbView):
    """Every step and every save; the latest first, or with `?order=oldest` the first."""

    template_name = "desk/history.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.review()
        return self.answer(review=review, page=History(review, request.GET.get("order", "")))


class VersionView(VerbView):
    """One save: what it changed, how it differs from what is typed now, and the way back to it."""

    template_name = "desk/version.html"

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        return self.shown(self.review(), number)

    def post(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        review = self.review()
        revision = get_object_or_404(Revision, review=review, number=number)
        words = vocabulary()
        saved = bring_back(review=review, revision=revision, by=self.user, vocabulary=words)
        if saved.conflicts:
            return self.shown(review, number, HTTPStatus.CONFLICT)
        done = "brought-back" if saved.is_changed else "as-it-is"
        self.tell(done, review=review, number=number)
        return redirect("desk:edit", pk)

    def shown(self, review: Review, number: int, status: int = HTTPStatus.OK) -> HttpResponse:
        found = compared.version(review, str(number))
        values = {
            "version": found,
            "changed": Comparison(review, compared.before(review, number), found),
            "against_now": Comparison(review, compared.version(review, ""), found),
            "is_refused": status == HTTPStatus.CONFLICT,
        }
        return self.answer(status, review=review, **values)
