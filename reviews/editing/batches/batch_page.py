"""The page of a batch: how it stands, every entry of it, and what was not understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import QueryDict

from reviews.choices import Decision
from reviews.editing.batches import doubles
from reviews.editing.batches.doubles import Double
from reviews.editing.batches.proposal_page import decision_of
from reviews.editing.batches.shown import LABELS, ShownProposal
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Batch, Proposal, Review
from reviews.paging import Paged

AT_ONCE = 100  # entries that one press of a button accepts: each takes about 50 ms
_FACTS = ("type", "partnership", "anonymous", "published", "children", "outcome")
_TEXT = 60_000  # characters of a text that is shown as a whole


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: what the entry says in short, and what there is to look at."""

    order: int
    title: str
    facts: list[str]
    warnings: int
    about: list[str]
    is_incomplete: bool
    doubles: list[Double]
    decision: str
    is_waiting: bool
    is_kept: bool
    review: Review | None

    @property
    def is_clear(self) -> bool:
        return not (self.warnings or self.is_incomplete or self.doubles)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one page that stand alike, and how many do on all pages."""

    name: str
    title: str
    total: int
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Left:
    """A piece of the text that is in no entry: the line it begins on, and what it seems to be."""

    number: int
    line: int
    text: str
    why: str
    is_shown: bool


class BatchPage(Paged):
    """All statements together are ten, however many entries there are."""

    page_size: ClassVar[int] = 100
    noun = "entry"

    def __init__(self, batch: Batch, query: QueryDict, vocabulary: Vocabulary) -> None:
        self.batch, self.query, self.vocabulary = batch, query, vocabulary
        related = ("decided_by", "review")
        self.proposals = list(batch.proposals.select_related(*related))
        for proposal in self.proposals:
            proposal.batch = batch

    @property
    def listed(self) -> int:
        return len(self.proposals)

    @property
    def number(self) -> int:
        given = self.query.get("page", "")
        number = int(given) if given.isdecimal() and len(given) < 6 else 1
        return min(max(number, 1), self.pages)

    @property
    def next_label(self) -> str:
        return f"Next {self.next_count} entr{'y' if self.next_count == 1 else 'ies'}"

    @cached_property
    def doubles(self) -> Mapping[int, list[Double]]:
        """What entries may be that wait: those of others were looked at."""
        waiting = [one for one in self.proposals if one.state == Decision.WAITING]
        if self.batch.undone_at:
            return {}
        sketches = {one.pk: doubles.sketch(one, self.vocabulary) for one in self.proposals}
        here = doubles.all_here([sketches[one.pk] for one in waiting])
        within = doubles.within(sketches.values())
        return {one.pk: [*here.get(one.pk, ()), *within.get(one.pk, ())] for one in waiting}

    @cached_property
    def groups(self) -> list[Group]:
        """What is to be looked at first; then what waits; then what is decided."""
        ranked = sorted(self.proposals, key=lambda one: (self._rank(one), one.order))
        shown = ranked[self.start : self.start + self.page_size]
        found = []
        for rank, (name, title) in enumerate(_GROUPS):
            total = sum(self._rank(one) == rank for one in ranked)
            entries = [self._entry(one) for one in shown if self._rank(one) == rank]
            if entries:
                found.append(Group(name, title, total, entries))
        return found

    @cached_property
    def clear(self) -> list[Proposal]:
        """Those that wait and say nothing that is to be looked at."""
        return [one for one in self.proposals if self._rank(one) == _CLEAR]

    @property
    def at_once(self) -> int:
        return min(AT_ONCE, len(self.clear))

    @property
    def counts(self) -> Mapping[str, int]:
        return {
            state.value: sum(one.state == state for one in self.proposals) for state in Decision
        }

    @property
    def first_waiting(self) -> int | None:
        waiting = (one.order for one in self.proposals if one.state == Decision.WAITING)
        return None if self.batch.undone_at else next(waiting, None)

    @property
    def has_drafts(self) -> bool:
        return any(one.review_id for one in self.proposals)

    @property
    def warnings(self) -> list[str]:
        """About the text as a whole, without the count, which the page says itself."""
        held = self.batch.rest.get("warnings") or ()
        return [one["text"] for one in held if one["code"] != "count-differs"]

    @cached_property
    def left(self) -> list[Left]:
        text, held = self.batch.text, self.batch.rest.get("not_understood") or ()
        return [
            Left(
                number,
                text.count("\n", 0, one["start"]) + 1,
                " ".join(one["text"].split())[:400],
                one["why"],
                len(text) <= _TEXT,
            )
            for number, one in enumerate(held, start=1)
        ]

    def _rank(self, proposal: Proposal) -> int:
        if proposal.state != Decision.WAITING:
            return _DECIDED
        if self.batch.undone_at:
            return _UNDONE
        return _CLEAR if self._is_clear(proposal) else _TO_LOOK_AT

    def _is_clear(self, proposal: Proposal) -> bool:
        read = proposal.read
        open_ = read.get("warnings") or read.get("incomplete") or self.doubles.get(proposal.pk)
        return not open_

    def _entry(self, proposal: Proposal) -> Entry:
        read = proposal.read
        return Entry(
            order=proposal.order,
            title=read.get("title") or "Without a title",
            facts=list(self._facts(proposal)),
            warnings=len(read.get("warnings") or ()),
            about=list(_about(read)),
            is_incomplete=bool(read.get("incomplete")),
            doubles=self.doubles.get(proposal.pk, []),
            decision=decision_of(proposal, self.batch),
            is_waiting=proposal.state == Decision.WAITING and self.batch.undone_at is None,
            is_kept=proposal.state != Decision.WAITING and proposal.review_id is None,
            review=proposal.review,
        )

    def _facts(self, proposal: Proposal) -> Iterator[str]:
        shown = ShownProposal(proposal.read, "", self.vocabulary)
        for name in _FACTS:
            for text, _ in shown.items(name):
                yield "Anonymous" if name == "anonymous" else text
        if points := len(proposal.read.get("learning") or ()):
            yield f"{points} learning point{'' if points == 1 else 's'}"


def _about(read: Mapping[str, Any]) -> Iterator[str]:
    """What the warnings are about, each field once, in the order of the page."""
    warned = {warning["field"] for warning in read.get("warnings") or ()}
    return (label for name, label in LABELS.items() if name in warned)


_GROUPS = (
    ("look", "To look at"),
    ("clear", "Without a warning"),
    ("undone", "Undone"),
    ("decided", "Decided"),
)
_TO_LOOK_AT, _CLEAR, _UNDONE, _DECIDED = range(len(_GROUPS))
