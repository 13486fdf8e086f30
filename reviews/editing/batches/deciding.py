"""What editors decide about proposals. Each step is one transaction, under the batch's lock.

Two may work through a batch at once, and a form may be sent twice: a step that somebody has
done already raises `Decided`, and nothing is done again. Nothing here is ever published.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reviews import limits
from reviews.choices import Decision, State
from reviews.dates import PartialDate
from reviews.editing import releasing, saving, sent_in
from reviews.editing.batches.as_typed import as_typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Batch, Proposal, Review

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Decided(Exception):
    """Somebody was quicker, or the form was sent twice. `proposal` says what was decided."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"Entry {proposal.order} is {proposal.state}.")
        self.proposal = proposal


class IsUndone(Exception):
    """The batch was undone as a whole: nothing in it is decided any more."""


class Outdated(Exception):
    """Something in the batch was decided since the page was opened."""


class HasKept(Exception):
    """Some drafts can't go with the batch, and nobody has said that they are to stay."""


@transaction.atomic
def accept(*, proposal: Proposal, by: "User", vocabulary: Vocabulary) -> Review:
    """Make a draft of a proposal. Raises Decided or IsUndone; then nothing has changed."""
    batch = _lock(proposal, Decision.WAITING)
    typed = as_typed(proposal.read, batch.month)
    month = _month(proposal.read) or batch.month
    note = f"Read in: batch {batch.pk}, entry {proposal.order}"  # no word of the text
    title = typed.get("title")[: limits.TITLE]
    review = saving.begin(by=by, title=title, added=month, note=note)
    sent_in.hand_over(batch=batch, review=review, typed=typed, by=by)
    saving.save(review=review, typed=typed, opened_at=1, by=by, vocabulary=vocabulary)
    _decide(proposal, Decision.ACCEPTED, by, review)
    return review


def accept_all(
    *, proposals: Sequence[Proposal], by: "User", vocabulary: Vocabulary
) -> list[Review]:
    """Make drafts of those that nobody has decided about meanwhile, each in its own transaction."""
    made = []
    for proposal in proposals:
        try:
            made.append(accept(proposal=proposal, by=by, vocabulary=vocabulary))
        except Decided:
            continue
    return made


@transaction.atomic
def skip(*, proposal: Proposal, by: "User") -> None:
    """Leave a proposal out. Raises Decided or IsUndone."""
    _lock(proposal, Decision.WAITING)
    _decide(proposal, Decision.SKIPPED, by)


@transaction.atomic
def take_back(*, proposal: Proposal) -> None:
    """Let a proposal wait again: one that was skipped, or whose draft was discarded."""
    batch = _lock(proposal)
    if proposal.state == Decision.WAITING or proposal.review_id is not None:
        raise Decided(proposal)
    _wait_again(Proposal.objects.filter(pk=proposal.pk))
    _raise_number(batch)


def why_kept(proposal: Proposal) -> str:
    """Why what a proposal became is not removed with its batch; "" where it is.

    Reads `review` and its working copy. Nobody's work is removed with what a machine has read.
    """
    review = proposal.review
    if review is None:
        return ""
    if review.state != State.DRAFT:
        return str(State(review.state).label).lower()
    copy = getattr(review, "working_copy", None)
    if copy is None:
        return ""
    if copy.publish_on:
        return "scheduled"
    if copy.offered_at:
        return "offered"
    decided = proposal.decided_at
    return "changed" if decided is not None and copy.changed_at > decided else ""


def drafts_of(batch: Batch) -> list[Proposal]:
    """The accepted proposals whose drafts there are, in the order of the text."""
    related = ("review__working_copy__changed_by", "decided_by")
    return list(batch.proposals.filter(review__isnull=False).select_related(*related))


@transaction.atomic
def undo(*, batch: Batch, number: int, by: "User", keep: bool = False) -> int:
    """Take a whole batch back: its drafts go, nothing in it waits any more. How many went.

    `number` is that of the batch that was looked at. With `keep`, drafts that can't go stay as
    they are. Raises Outdated, IsUndone or HasKept; then nothing has changed.
    """
    _lock_batch(batch)
    if batch.number != number:
        raise Outdated
    drafts = drafts_of(batch)
    kept = [one for one in drafts if why_kept(one)]
    if kept and not keep:
        raise HasKept
    going = [one for one in drafts if one not in kept]
    for proposal in going:
        assert proposal.review is not None  # `drafts_of` asks for it
        releasing.COPIES.discard(proposal.review, by=by)
    batch.undone_at, batch.undone_by = timezone.now(), by
    batch.save(update_fields=["undone_at", "undone_by"])
    _wait_again(batch.proposals.exclude(review__isnull=False))
    _raise_number(batch)
    return len(going)


@transaction.atomic
def resume(*, batch: Batch) -> None:
    """Take a batch up again that was undone: all that has no draft waits."""
    Batch.objects.select_for_update().get(pk=batch.pk)
    batch.refresh_from_db()
    batch.undone_at = batch.undone_by = None
    batch.save(update_fields=["undone_at", "undone_by"])
    _raise_number(batch)


def _lock(proposal: Proposal, state: Decision | None = None) -> Batch:
    """Lock the batch and read the proposal anew; it has to be in this state."""
    batch = proposal.batch
    _lock_batch(batch)
    proposal.refresh_from_db(fields=["state", "review", "decided_at", "decided_by"])
    if state is not None and proposal.state != state:
        raise Decided(proposal)
    return batch


def _lock_batch(batch: Batch) -> None:
    Batch.objects.select_for_update().only("pk").get(pk=batch.pk)
    batch.refresh_from_db(fields=["number", "undone_at", "undone_by"])
    if batch.undone_at:
        raise IsUndone


def _decide(
    proposal: Proposal, decision: Decision, by: "User", review: Review | None = None
) -> None:
    values: dict[str, Any] = {"state": decision, "review": review}
    values |= {"decided_at": timezone.now(), "decided_by": by}
    Proposal.objects.filter(pk=proposal.pk).update(**values)
    _raise_number(proposal.batch)
    proposal.refresh_from_db(fields=list(values))


def _wait_again(proposals: Any) -> None:
    proposals.update(state=Decision.WAITING, review=None, decided_at=None, decided_by=None)


def _raise_number(batch: Batch) -> None:
    Batch.objects.filter(pk=batch.pk).update(number=F("number") + 1)


def _month(read: Any) -> PartialDate | None:
    """The month that an entry names for itself, where it is one."""
    try:
        month = PartialDate.parse(read.get("added") or "")
    except ValueError:
        return None
    return month if month.precision == "month" else None
