"""What the columns of a table are: looked at, tried, and chosen."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from reviews.editing.batches import columns
from reviews.editing.batches.batch_views import BatchView
from reviews.editing.batches.columns_page import ColumnsPage
from reviews.editing.batches.deciding import IsUndone, Outdated
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch

CONFLICT, INCOMPLETE = 409, 422


class Columns(BatchView):
    """POST makes the proposals; with `do=preview` it only shows the first, with `do=forget` it
    forgets what was chosen for such tables.
    """

    template_name = "desk/intake/columns.html"

    def get(self, request: HttpRequest, batch: int) -> HttpResponse:
        return self.shown(ColumnsPage(self.table(), vocabulary()))

    def post(self, request: HttpRequest, batch: int) -> HttpResponse:
        do = request.POST.get("do")
        if do == "forget":
            columns.forget(columns.table_of(self.table()))
            messages.success(request, "What was chosen for tables with these names is forgotten.")
            return redirect("desk:columns", batch)
        page = ColumnsPage(self.table(), vocabulary(), request.POST.dict())
        if page.problems or not page.table.rows:
            return self.shown(page, INCOMPLETE)
        return self.shown(page) if do == "preview" else self.chosen(page)

    def chosen(self, page: ColumnsPage) -> HttpResponse:
        given = self.request.POST.get("number", "")
        number = int(given) if given.isdecimal() and len(given) < 10 else 0
        try:
            count = columns.choose(
                batch=page.batch, number=number, mapping=page.mapping, by=self.editor
            )
        except (Outdated, IsUndone, columns.IsDecided) as reason:
            return self.shown(page, CONFLICT, reason=type(reason).__name__)
        said = f"{count:,} {'entry was' if count == 1 else 'entries were'} read from the table."
        messages.success(self.request, said)
        return redirect("desk:batch", page.batch.pk)

    def table(self) -> Batch:
        """The batch, if it is a table."""
        held = self.batch()
        if not columns.is_table(held):
            raise Http404
        return held

    def shown(self, page: ColumnsPage, status: int = 200, reason: str = "") -> HttpResponse:
        is_open = not (page.batch.undone_at or columns.is_decided(page.batch))
        values = {"page": page, "batch": page.batch, "reason": reason, "is_open": is_open}
        return self.render_to_response(values, status=status)
