"""An edition's history, and what each save left. Nothing of it is changed, only brought back."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from briefings.editing import compared, saving
from briefings.editing.access import VerbView
from briefings.editing.compared import Comparison
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, Revision
from reviews.editing.history import History
from reviews.editing.vocabulary import vocabulary


class HistoryView(VerbView):
    """Every step and every save; the latest first, or with `?order=oldest` the first."""

    template_name = "desk/pieces/history.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.edition()
        others = Edition.objects.filter(piece=edition.piece_id).order_by("-number")
        page = History(edition, request.GET.get("order", ""))
        return self.answer(edition=edition, page=page, editions=others.defer("stored"))


class VersionView(VerbView):
    """One save: what it changed, how it differs from what is typed now, and the way back to it."""

    template_name = "desk/pieces/version.html"

    def get(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        return self.shown(self.edition(), number)

    def post(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        edition = self.edition()
        revision = get_object_or_404(Revision, edition=edition, number=number)
        saved = saving.save(
            edition=edition,
            typed=PieceTyped(revision.typed),
            opened_at=saving.opened(edition).number,
            by=self.editor,
            vocabulary=vocabulary(),
        )
        if saved.conflicts:
            return self.shown(edition, number, HTTPStatus.CONFLICT)
        done = "brought-back" if saved.is_changed else "as-it-is"
        self.tell(done, edition=edition, number=number)
        return redirect("pieces:edit", pk)

    def shown(self, edition: Edition, number: int, status: int = HTTPStatus.OK) -> HttpResponse:
        found = compared.version(edition, str(number))
        values = {
            "version": found,
            "changed": Comparison(edition, compared.before(edition, number), found),
            "against_now": Comparison(edition, compared.version(edition, ""), found),
            "is_refused": status == HTTPStatus.CONFLICT,
        }
        return self.answer(status, edition=edition, **values)
