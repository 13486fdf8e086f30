"""A page of the desk about one edition."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from briefings.models import Edition
from reviews import permissions
from reviews.editing.access import DeskView

DONE = "desk/pieces/done.txt"  # what is said of a step on the page that follows it


class EditionView(DeskView):
    """A page about one edition, in whatever state; `pk` stands in its address."""

    def edition(self) -> Edition:
        return get_object_or_404(Edition.objects.select_related("piece"), pk=self.kwargs["pk"])

    def tell(self, done: str, **values: Any) -> None:
        """Say on the next page what was done."""
        said = render_to_string(DONE, {"done": done, **values}, self.request)
        messages.success(self.request, said.strip())


class VerbView(EditionView):
    """A page that asks before something is done."""

    def answer(self, status: int = 200, **values: Any) -> HttpResponse:
        values["may_withdraw"] = self.may(permissions.WITHDRAW)
        response = self.render_to_response(self.get_context_data(**values))
        response.status_code = status
        return response
