"""The page of one entry: its text and what was read from it, side by side."""

from dataclasses import dataclass
from functools import cached_property

from reviews.choices import Decision
from reviews.editing.batches import doubles
from reviews.editing.batches.doubles import Double
from reviews.editing.batches.shown import LABELS, Shown, ShownProposal
from reviews.editing.batches.source import Source
from reviews.editing.situations import moment, name_of
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Batch, Proposal


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A warning: what it is about, where that stands on the page ("" where nowhere), the words."""

    at: str
    label: str
    text: str


class ProposalPage:
    """What the page of an entry shows. Its statements do not grow with what is on it."""

    def __init__(self, proposal: Proposal, vocabulary: Vocabulary) -> None:
        self.proposal, self.batch, self.vocabulary = proposal, proposal.batch, vocabulary
        self.source = Source(proposal)
        self.shown = ShownProposal(proposal.read, proposal.batch.text, vocabulary)
        self.orders = list(self.batch.proposals.values_list("order", "state"))

    @property
    def title(self) -> str:
        return self.proposal.read.get("title") or "Without a title"

    @property
    def fields(self) -> list[Shown]:
        return self.shown.fields

    @cached_property
    def to_look_at(self) -> list[ToLookAt]:
        """All warnings, in the order of the page, those about the whole entry first."""
        warnings = self.shown.warnings
        found = [ToLookAt("", "", text) for text in warnings[""]]
        for name, label in LABELS.items():
            found += [ToLookAt(f"field-{name}", label, text) for text in warnings[name]]
        return found

    @property
    def open(self) -> int:
        """How many things there are to look at, of whatever kind."""
        return len(self.to_look_at) + len(self.doubles) + self.is_cut

    @property
    def is_cut(self) -> bool:
        """Whether the text stops in mid-entry, and no warning says so."""
        codes = {warning["code"] for warning in self.proposal.read.get("warnings") or ()}
        return bool(self.proposal.read.get("incomplete")) and "incomplete" not in codes

    @cached_property
    def doubles(self) -> list[Double]:
        """What it may be: reviews that are here, and other entries of this text."""
        others = self.batch.proposals.all()
        sketches = [doubles.sketch(other, self.vocabulary) for other in others]
        own = next(one for one in sketches if one.proposal.pk == self.proposal.pk)
        return [*doubles.here(own), *doubles.within(sketches).get(self.proposal.pk, [])]

    @property
    def count(self) -> int:
        return len(self.orders)

    @property
    def previous(self) -> int | None:
        return max((order for order, _ in self.orders if order < self.proposal.order), default=None)

    @property
    def next(self) -> int | None:
        return min((order for order, _ in self.orders if order > self.proposal.order), default=None)

    @property
    def is_waiting(self) -> bool:
        return self.proposal.state == Decision.WAITING and self.batch.undone_at is None

    @property
    def may_take_back(self) -> bool:
        is_decided = self.proposal.state != Decision.WAITING
        return is_decided and self.proposal.review_id is None and self.batch.undone_at is None

    @property
    def decision(self) -> str:
        return decision_of(self.proposal, self.batch)


def decision_of(proposal: Proposal, batch: Batch) -> str:
    """Who decided what, in words: "Accepted by R. Okafor today at 10:12"."""
    if proposal.decided_at is None:
        return "Undone with the whole text" if batch.undone_at else "Waiting"
    by = name_of(proposal.decided_by)
    said = f"{Decision(proposal.state).label} by {by}, {moment(proposal.decided_at)}"
    if proposal.state == Decision.ACCEPTED and proposal.review_id is None:
        return f"{said}. Its draft was discarded since"
    return said
