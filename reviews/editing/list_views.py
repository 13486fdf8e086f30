"""The desk's list of reviews, and steps for many of them at once."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reviews import permissions
from reviews.editing.access import DeskView
from reviews.editing.bulk_page import BulkPage
from reviews.editing.review_list import ReviewList

DONE = "desk_done"  # in the session: what became of the last step for many
UNCLEAR, INCOMPLETE = 400, 422


class Reviews(DeskView):
    template_name = "desk/reviews.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page = ReviewList(request.GET, self.editor)
        may_publish = self.may(permissions.PUBLISH) or self.may(permissions.CORRECT)
        values = self.get_context_data(page=page, may_publish=may_publish)
        response = self.render_to_response(values)
        response.status_code = page.status
        return response


class Bulk(DeskView):
    """GET says what would happen to each; POST does it to those that were shown."""

    template_name = "desk/bulk.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page = BulkPage(request.GET, self.editor)
        return self.answer(page, UNCLEAR if page.problem else 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        page = BulkPage(request.POST, self.editor, is_sent=True)
        if page.problem or page.is_asking:
            return self.answer(page, UNCLEAR)
        if not page.may:
            raise PermissionDenied
        if not page.sure.is_valid():
            return self.answer(page, INCOMPLETE)
        request.session[DONE] = page.carry_out()
        return redirect("desk:bulk-done")

    def answer(self, page: BulkPage, status: int) -> HttpResponse:
        if not page.may:
            raise PermissionDenied
        response = self.render_to_response(self.get_context_data(page=page))
        response.status_code = status
        return response


class BulkDone(DeskView):
    """What became of each review, as long as the session lasts."""

    template_name = "desk/bulk_done.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        done: dict[str, Any] | None = request.session.get(DONE)
        if done is None:
            return redirect("desk:reviews")
        results: dict[str, list[Any]] = {"done": [], "already": [], "not": []}
        for result in done["results"]:
            results[result["outcome"]].append(result)
        return self.render_to_response(self.get_context_data(said=done, results=results))
