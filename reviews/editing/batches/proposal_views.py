"""One entry: looked at, accepted, skipped, taken back. Then on to the next that waits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from reviews.editing.access import DeskView
from reviews.editing.batches import deciding
from reviews.editing.batches.proposal_page import ProposalPage, decision_of
from reviews.editing.batches.source import next_waiting
from reviews.editing.vocabulary import vocabulary
from reviews.models import Proposal

CHANGE = "change"


class EntryView(DeskView):
    """A page or a step of one entry; `batch` and `order` stand in its address."""

    def proposal(self) -> Proposal:
        rows = Proposal.objects.select_related("batch__by", "decided_by", "review")
        return get_object_or_404(rows, batch=self.kwargs["batch"], order=self.kwargs["order"])


class Entry(EntryView):
    template_name = "desk/intake/proposal.html"

    def get(self, request: HttpRequest, batch: int, order: int) -> HttpResponse:
        page = ProposalPage(self.proposal(), vocabulary())
        return self.render_to_response({"page": page, "batch": page.batch})


class Step(EntryView):
    """What is done to an entry. Where somebody was quicker, that is said and nothing is done."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, batch: int, order: int) -> HttpResponse:
        proposal = self.proposal()
        try:
            return self.carry_out(proposal)
        except deciding.IsUndone:
            messages.warning(request, "Nothing was done: the text was undone as a whole.")
            return redirect("desk:batch", batch)
        except deciding.Decided:
            now = self.proposal()
            said = f"Nothing more was done: entry {order}: {decision_of(now, now.batch)}."
            messages.warning(request, said)
            return redirect("desk:proposal", batch, order)

    def carry_out(self, proposal: Proposal) -> HttpResponse:
        raise NotImplementedError

    def onward(self, proposal: Proposal) -> HttpResponse:
        """To the next that waits; to the whole batch, if none does."""
        orders = list(proposal.batch.proposals.values_list("order", "state"))
        order = next_waiting(orders, proposal.order)
        if order is None:
            return redirect("desk:batch", proposal.batch_id)
        return redirect("desk:proposal", proposal.batch_id, order)

    def tell(self, proposal: Proposal, what: str) -> None:
        title = proposal.read.get("title") or "without a title"
        messages.success(self.request, f"Entry {proposal.order}, {title}, {what}.")


class Accept(Step):
    """Makes a draft of it; with `do=change`, and opens that."""

    def carry_out(self, proposal: Proposal) -> HttpResponse:
        review = deciding.accept(proposal=proposal, by=self.editor, vocabulary=vocabulary())
        self.tell(proposal, f"is the draft {review.reference} now")
        if self.request.POST.get("do") == CHANGE:
            return redirect("desk:edit", review.pk)
        return self.onward(proposal)


class Skip(Step):
    def carry_out(self, proposal: Proposal) -> HttpResponse:
        deciding.skip(proposal=proposal, by=self.editor)
        self.tell(proposal, "is skipped")
        return self.onward(proposal)


class TakeBack(Step):
    def carry_out(self, proposal: Proposal) -> HttpResponse:
        deciding.take_back(proposal=proposal)
        self.tell(proposal, "waits again")
        return redirect("desk:proposal", proposal.batch_id, proposal.order)
