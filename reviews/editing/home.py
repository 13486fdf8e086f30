"""The desk's first page: what waits for somebody, five of each, and how the month goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, Window
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from reviews.choices import Decision, State
from reviews.dates import PartialDate
from reviews.editing import document_list, notices
from reviews.editing.document_list import Kind, ListedDocument
from reviews.editing.notices import Item, Section
from reviews.editing.situations import (
    WITH_STAND,
    Stand,
    day,
    list_of,
    moment,
    name_of,
    written_by,
)
from reviews.models import Batch, Review, WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SHORT = 5
_WAITS = Q(working_copy__offered_at=None, working_copy__publish_on=None)
_LOOKED_AT = (
    document_list.BROKEN,
    document_list.EXPIRING,
    document_list.WITHOUT_TEXT,
    document_list.NOT_FETCHED,
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A section of reviews: what it is called, and the list it leads to."""

    name: str
    title: str
    query: str
    whole: str = ""


_OFFERED = Listing("offered", "Offered for publication", "state=offered")
_SCHEDULED = Listing("scheduled", "Scheduled", "state=scheduled")
_MINE = Listing("mine", "Your drafts", "state=draft&mine=yes", "All your drafts")
_DRAFTS = Listing("drafts", "Drafts of others", "state=draft", "All drafts")
_CORRECTIONS = Listing(
    "corrections", "Corrections under way", "state=correction", "All corrections"
)
_WARNINGS = Listing("warnings", "Records with warnings", "warning=any")


@dataclass(frozen=True, slots=True)
class Month:
    """How many reviews have been added in a month, and how many of them are public."""

    label: str
    drafts: int
    published: int
    url: str
    drafts_url: str


class Home:
    """What needs this person, in eleven queries, one for the months, and what notices ask."""

    def __init__(self, user: "User") -> None:
        self.user = user

    @cached_property
    def sections(self) -> list[Section]:
        """Those that have something."""
        return [section for section in self._sections() if section.total]

    def _sections(self) -> Iterator[Section]:
        """In the order in which somebody else is kept waiting by them."""
        mine, drafts = written_by(self.user), WITH_STAND[Stand.DRAFT] & _WAITS
        offered, scheduled = WITH_STAND[Stand.OFFERED], WITH_STAND[Stand.SCHEDULED]
        corrections = WITH_STAND[Stand.CORRECTION] & _WAITS
        yield _reviews(_OFFERED, offered, _offered)
        yield from notices.sections(SHORT)
        yield _reviews(_SCHEDULED, scheduled, _scheduled, "working_copy__publish_on")
        yield _read_in()
        yield _reviews(_MINE, drafts & mine, _changed)
        yield _reviews(_DRAFTS, drafts & ~mine, _changed)
        yield _reviews(_CORRECTIONS, corrections, _changed)
        yield _reviews(_WARNINGS, _WARNED, _warned)
        yield from (_documents(kind) for kind in _LOOKED_AT)

    @cached_property
    def months(self) -> list[Month]:
        """This month and the last."""
        today = timezone.localdate()
        this = PartialDate.from_month(today.year, today.month)
        before = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
        last = PartialDate.from_month(*before)
        rows = Review.objects.filter(added__in=[this, last]).values_list("added", "state")
        counted = {(added, state): n for added, state, n in rows.annotate(n=Count("pk"))}
        return [_month(month, counted) for month in (this, last)]


_COPY = "working_copy__"
_PEOPLE = ("created_by", *(f"{_COPY}{name}_by" for name in ("changed", "offered", "scheduled")))
_NAMES = ("first_name", "last_name", "email", "username")
_SHOWN = (
    *("reference", "title", "state", "created_at"),
    *(f"{_COPY}{name}" for name in ("changed_at", "offered_at", "publish_on")),
    *(f"{_COPY}{name}" for name in ("findings", "is_blocked", "schedule_problem")),
    *(f"{person}__{name}" for person in _PEOPLE for name in _NAMES),
)
# A published record is judged when somebody works on it: only working copies have findings.
_WARNED = Q(pk__in=WorkingCopy.objects.exclude(findings=[]).values("pk"))


def _month(month: PartialDate, counted: dict[tuple[PartialDate, str], int]) -> Month:
    def counts(state: State) -> int:
        return counted.get((month, state), 0)

    listed = reverse("desk:reviews")
    return Month(
        label=month.label,
        drafts=counts(State.DRAFT),
        published=counts(State.PUBLISHED),
        url=f"{listed}?{urlencode({'added': month.iso, 'state': Stand.PUBLISHED})}",
        drafts_url=f"{listed}?{urlencode({'added': month.iso, 'state': Stand.DRAFT})}",
    )


def _reviews(listing: Listing, narrow: Q, described: Any, order: str = "") -> Section:
    """Reviews of one kind, those changed last first unless another order is given."""
    changed = Coalesce("working_copy__changed_at", "created_at").desc()
    rows = _with_shown(Review.objects.filter(narrow)).order_by(order or changed, "pk")
    some = list(rows.annotate(total=Window(Count("pk")))[:SHORT])
    return Section(
        name=listing.name,
        title=listing.title,
        total=some[0].total if some else 0,
        items=[described(review, getattr(review, "working_copy", None)) for review in some],
        url=f"{reverse('desk:reviews')}?{listing.query}",
        whole=listing.whole,
    )


def _with_shown(rows: QuerySet[Review]) -> QuerySet[Review]:
    return rows.select_related(*_PEOPLE).only(*_SHOWN)


def _changed(review: Review, copy: WorkingCopy | None) -> Item:
    at = copy.changed_at if copy else review.created_at
    by = name_of(copy.changed_by if copy else review.created_by)
    return _item(review, [f"Changed {moment(at)}{f' by {by}' if by else ''}", _complete(copy)])


def _offered(review: Review, copy: WorkingCopy | None) -> Item:
    assert copy is not None and copy.offered_at is not None  # the section asks for it
    by = name_of(copy.offered_by)
    offered = f"Offered {moment(copy.offered_at)}{f' by {by}' if by else ''}"
    return _item(review, [offered, _complete(copy)], route="desk:publish")


def _scheduled(review: Review, copy: WorkingCopy | None) -> Item:
    assert copy is not None  # the section asks for it
    by = name_of(copy.scheduled_by)
    notes = [f"To be published on {day(copy.publish_on)}", f"Scheduled by {by}"]
    return _item(review, notes, copy.schedule_problem, route="desk:publish")


def _warned(review: Review, copy: WorkingCopy | None) -> Item:
    return _item(review, [list_of(copy.findings, SHORT) if copy else "", _complete(copy)])


def _item(review: Review, notes: list[str], problem: str = "", route: str = "desk:edit") -> Item:
    url = reverse(route, args=[review.pk])
    return Item(review.reference, review.title, url, [n for n in notes if n], problem)


def _complete(copy: WorkingCopy | None) -> str:
    """How much is left to do, as the checks counted it at the last save."""
    if copy is None or not copy.findings:
        return "Not checked yet" if copy is None else "Nothing found by the checks"
    if copy.is_blocked:
        return f"{len(copy.findings)} kinds of findings, some of which stop it"
    return f"{len(copy.findings)} to be looked at"


def _read_in() -> Section:
    """Texts of which entries wait to be accepted or skipped, the latest first."""
    waiting = Count("proposals", filter=Q(proposals__state=Decision.WAITING))
    rows = Batch.objects.filter(undone_at=None).annotate(waiting=waiting, read=Count("proposals"))
    rows = rows.filter(waiting__gt=0).select_related("by").defer("text", "rest", "notes")
    some = list(rows.annotate(total=Window(Count("pk"))).order_by("-at", "-pk")[:SHORT])
    items = [_of_batch(batch) for batch in some]
    total = some[0].total if some else 0
    return Section("read-in", "Read in and waiting", total, items, reverse("desk:intake"))


def _of_batch(batch: Any) -> Item:
    by = name_of(batch.by)
    read = f"Read in {moment(batch.at)} by {by}" if by else f"Sent in {moment(batch.at)}"
    notes = [f"{batch.waiting} of {batch.read} wait{'s' if batch.waiting == 1 else ''}", read]
    return Item(batch.month.label, batch.name, reverse("desk:batch", args=[batch.pk]), notes)


def _documents(kind: Kind) -> Section:
    total, rows = document_list.first_of(kind, SHORT)
    url = f"{reverse('desk:documents')}?{urlencode({'show': kind.name})}"
    return Section(kind.name, kind.title, total, [_of_document(row) for row in rows], url)


def _of_document(row: ListedDocument) -> Item:
    return Item(row.reference, f"{row.title}: {row.label}", row.edit, row.notes[:2])
