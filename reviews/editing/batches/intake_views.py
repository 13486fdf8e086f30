"""Reading a text in, and the list of all that were."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reviews.choices import Decision
from reviews.editing.access import DeskView
from reviews.editing.batches import read_in
from reviews.editing.batches.forms import ReadForm
from reviews.intake.formats.texts import Unreadable
from reviews.models import Batch

PAGE = 30


class IntakeView(DeskView):
    """POST reads a text, and leads to what it proposes. What was pasted is never lost."""

    template_name = "desk/intake/intake.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        initial = {"month": request.GET.get("month", "")[:60]}
        return self.shown(ReadForm(initial=initial))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ReadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.shown(form, 422)
        given = form.cleaned_data
        month, file = given["month"], given["file"]
        try:
            if file:
                batch = read_in.read_file(file, month=month, by=self.editor)
            else:
                batch = read_in.read_pasted(given["text"], month=month, by=self.editor)
        except Unreadable as reason:
            form.add_error("file" if file else "text", str(reason))
            return self.shown(form, 422)
        return redirect("desk:batch", batch.pk)

    def shown(self, form: ReadForm, status: int = 200) -> HttpResponse:
        pages = Paginator(_listed(), PAGE)
        values = {"form": form, "batches": pages.get_page(self.request.GET.get("page"))}
        return self.render_to_response(values, status=status)


def _listed() -> Any:
    """Every batch, with how many of its entries stand how. One statement."""
    counts = {
        state.value: Count("proposals", filter=Q(proposals__state=state)) for state in Decision
    }
    rows = Batch.objects.select_related("by", "undone_by").annotate(**counts)
    return rows.defer("text", "rest", "notes").order_by("-at", "-pk")
