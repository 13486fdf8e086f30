"""A batch as a whole: how it stands, accepting what is clear, and undoing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from reviews.editing.access import DeskView
from reviews.editing.batches import columns, deciding
from reviews.editing.batches.batch_page import AT_ONCE, BatchPage
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch

CONFLICT = 409


class BatchView(DeskView):
    """A page about one batch; `batch` stands in its address."""

    def batch(self) -> Batch:
        rows = Batch.objects.select_related("by", "undone_by")
        return get_object_or_404(rows, pk=self.kwargs["batch"])


class Overview(BatchView):
    """POST accepts what waits and has nothing to look at, as it is judged at that moment."""

    template_name = "desk/intake/batch.html"

    def get(self, request: HttpRequest, batch: int) -> HttpResponse:
        held = self.batch()
        if columns.awaits_choice(held):
            return redirect("desk:columns", batch)
        page = BatchPage(held, request.GET, vocabulary())
        return self.render_to_response({"page": page, "batch": page.batch})

    def post(self, request: HttpRequest, batch: int) -> HttpResponse:
        page = BatchPage(self.batch(), request.GET, vocabulary())
        clear = page.clear[:AT_ONCE]
        try:
            made = deciding.accept_all(proposals=clear, by=self.editor, vocabulary=page.vocabulary)
        except deciding.IsUndone:
            made = []
        left = len(page.clear) - len(clear)
        said = f"{len(made)} {'entry is a draft' if len(made) == 1 else 'entries are drafts'} now."
        messages.success(request, said + (f" {left} more have no warning." if left else ""))
        return redirect("desk:batch", batch)


class Undo(BatchView):
    """A page that says what will go. `resume` among what is sent takes the batch up again."""

    template_name = "desk/intake/undo.html"

    def get(self, request: HttpRequest, batch: int) -> HttpResponse:
        return self.shown(self.batch())

    def post(self, request: HttpRequest, batch: int) -> HttpResponse:
        held = self.batch()
        if "resume" in request.POST:
            deciding.resume(batch=held)
            messages.success(request, "The text is worked on again. What has no draft waits.")
            return redirect("desk:batch", batch)
        given = request.POST.get("number", "")
        number = int(given) if given.isdecimal() and len(given) < 10 else 0
        try:
            keep = "keep" in request.POST
            gone = deciding.undo(batch=held, number=number, by=self.editor, keep=keep)
        except deciding.Outdated:
            return self.shown(self.batch(), CONFLICT, outdated=True)
        except deciding.HasKept:
            return self.shown(self.batch(), CONFLICT, has_kept=True)
        except deciding.IsUndone:
            return redirect("desk:batch", batch)
        drafts = (
            f"{gone} draft{' is' if gone == 1 else 's are'} gone" if gone else "No draft is gone"
        )
        messages.success(request, f"“{held.name}” is undone. {drafts}.")
        return redirect("desk:batch", batch)

    def shown(self, batch: Batch, status: int = 200, **values: Any) -> HttpResponse:
        drafts = deciding.drafts_of(batch)
        kept = [(one, why) for one in drafts if (why := deciding.why_kept(one))]
        going = [one for one in drafts if not deciding.why_kept(one)]
        values |= {"batch": batch, "going": going, "kept": kept}
        return self.render_to_response(values, status=status)
