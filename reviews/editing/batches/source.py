"""The text of an entry, as it stands beside what was read from it."""

from collections.abc import Iterator
from functools import cached_property

from reviews.choices import Decision, State
from reviews.editing.batches.marks import Token, places_of, tokens
from reviews.models import Proposal, Review


class Source:
    """What an entry was read from, with marks where its fields stand."""

    def __init__(self, proposal: Proposal) -> None:
        self.read = proposal.read
        self.batch = proposal.batch
        self.order = proposal.order

    @cached_property
    def text(self) -> str:
        place = self.read["source"]
        return self.batch.text[place["start"] : place["end"]]

    @property
    def line(self) -> int:
        """The line of the whole text on which it begins."""
        return self.batch.text.count("\n", 0, self.read["source"]["start"]) + 1

    @property
    def to_look_at(self) -> list[str]:
        """What intake said of it, in the order in which it did."""
        return [warning["text"] for warning in self.read.get("warnings") or ()]

    @cached_property
    def next_waiting(self) -> int | None:
        orders = list(self.batch.proposals.values_list("order", "state"))
        return None if self.batch.undone_at else next_waiting(orders, self.order)

    @property
    def tokens(self) -> Iterator[Token]:
        return tokens(self.text, places_of(self.read["fields"]), self.read["source"]["start"])


def of_draft(review: Review) -> Source | None:
    """What a draft was read from; nothing once it is public, or where it was begun by hand."""
    if review.state != State.DRAFT:
        return None
    proposal = Proposal.objects.filter(review=review).select_related("batch").first()
    return Source(proposal) if proposal else None


def next_waiting(orders: list[tuple[int, str]], after: int) -> int | None:
    """The entry to go on with: the next that waits, from the beginning again if need be."""
    waiting = [order for order, state in orders if state == Decision.WAITING and order != after]
    return next((order for order in waiting if order > after), waiting[0] if waiting else None)
