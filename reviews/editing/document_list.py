"""Documents that somebody has to look at: links that broke, files that expire, and what else.

Each kind is a list with its own conditions; together they are the tabs of one page. Withdrawn
documents stand in their own list and in no other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import ClassVar

from django.db.models import Count, F, Q, QuerySet, Value, Window
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from reviews.choices import State
from reviews.editing.situations import day, moment, name_of
from reviews.facets import address
from reviews.models import Document
from reviews.models.document import BROKEN_AFTER, BROKEN_FOR
from reviews.paging import Paged

SOON = timedelta(days=90)

type Documents = QuerySet[Document]


@dataclass(frozen=True, slots=True)
class Kind:
    """One list: its name in addresses, its title, its conditions, and what comes first."""

    name: str
    title: str
    narrow: Callable[[Documents], Documents]
    order: tuple[str, ...]

    def rows(self) -> Documents:
        return self.narrow(Document.objects.all()).order_by(*self.order)


def _alive(rows: Documents) -> Documents:
    return rows.filter(withdrawn_at=None).exclude(review__state=State.WITHDRAWN)


def _broken(rows: Documents) -> Documents:
    """As `Document.is_broken` says of one."""
    since = F("link_checked_at") - Value(BROKEN_FOR)
    failing = Q(link_failures__gte=BROKEN_AFTER, link_failing_since__lte=since)
    return _alive(rows).filter(failing)


def _expiring(rows: Documents) -> Documents:
    until = timezone.localdate() + SOON
    return _alive(rows).exclude(file="").filter(expires_on__lte=until)


def _without_text(rows: Documents) -> Documents:
    return _alive(rows).exclude(file="").filter(has_text=False)


def _not_fetched(rows: Documents) -> Documents:
    return _alive(rows).exclude(fetch_problem="")


def _withdrawn(rows: Documents) -> Documents:
    return rows.filter(withdrawn_at__isnull=False)


BROKEN = Kind("broken", "Links that broke", _broken, ("link_failing_since", "pk"))
EXPIRING = Kind("expiring", "Files that expire next", _expiring, ("expires_on", "pk"))
WITHOUT_TEXT = Kind("without-text", "PDFs without text", _without_text, ("-fetched_at", "pk"))
NOT_FETCHED = Kind("not-fetched", "Files that could not be fetched", _not_fetched, ("pk",))
WITHDRAWN = Kind("withdrawn", "Withdrawn documents", _withdrawn, ("-withdrawn_at", "pk"))
KINDS = {kind.name: kind for kind in (BROKEN, EXPIRING, WITHOUT_TEXT, NOT_FETCHED, WITHDRAWN)}


@dataclass(frozen=True, slots=True)
class Tab:
    name: str
    title: str
    count: int
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A row: flat values, and which steps make sense."""

    pk: int
    review: int
    reference: str
    title: str
    label: str
    url: str
    held: str
    is_public: bool
    notes: list[str]
    edit: str
    has_link: bool
    is_permitted: bool
    is_due: bool


class DocumentList(Paged):
    """A page of one kind. Two queries, however many there are: the counts of all, and the rows."""

    page_size: ClassVar[int] = 50
    noun = "document"

    def __init__(self, query: QueryDict) -> None:
        self.query = query.copy()
        self.kind = KINDS.get(query.get("show", BROKEN.name))
        given = query.get("page", "1")
        is_number = given.isascii() and given.isdigit() and 0 < len(given) < 8
        self._number = int(given) if is_number else 0

    @property
    def status(self) -> int:
        """200, or 404 for a list or a page that is not there."""
        return 200 if self.kind and 1 <= self._number <= self.pages else 404

    @property
    def number(self) -> int:
        return self._number

    @property
    def listed(self) -> int:
        return self.counts[self.kind.name] if self.kind else 0

    @cached_property
    def counts(self) -> dict[str, int]:
        return counts()

    @property
    def tabs(self) -> list[Tab]:
        return [
            Tab(
                kind.name,
                kind.title,
                self.counts[kind.name],
                address(QueryDict(), show=kind.name),
                kind is self.kind,
            )
            for kind in KINDS.values()
        ]

    @property
    def rows(self) -> list[ListedDocument]:
        if self.status != 200 or self.kind is None:
            return []
        page = _with_shown(self.kind.rows())[self.start : self.start + self.page_size]
        return [_listed(document, self.kind) for document in page]


def counts() -> dict[str, int]:
    """How many documents each list has, in one query."""
    first, *others = (
        kind.rows().order_by().annotate(listed=Value(name)).values("listed").annotate(n=Count("pk"))
        for name, kind in KINDS.items()
    )
    found = {row["listed"]: row["n"] for row in first.union(*others, all=True).order_by()}
    return {name: found.get(name, 0) for name in KINDS}


def first_of(kind: Kind, most: int) -> tuple[int, list[ListedDocument]]:
    """How many there are, and the first of them: one query."""
    rows = _with_shown(kind.rows())
    some = list(rows.annotate(whole=Window(Count("pk")))[:most])
    return (some[0].whole if some else 0), [_listed(one, kind) for one in some]


def _with_shown(rows: Documents) -> Documents:
    """With what a row shows of its review, and by whom it was withdrawn."""
    people = (f"withdrawn_by__{name}" for name in ("first_name", "last_name", "email", "username"))
    review = ("review__reference", "review__title", "review__state")
    own = (field.name for field in Document._meta.concrete_fields)
    return rows.select_related("review", "withdrawn_by").only(*own, *review, *people)


def _listed(document: Document, kind: Kind) -> ListedDocument:
    review = document.review
    return ListedDocument(
        pk=document.pk,
        review=review.pk,
        reference=review.reference,
        title=review.title,
        label=document.label,
        url=document.url,
        held=document.get_absolute_url() if _is_served(document) else "",
        is_public=review.is_published,
        notes=_notes(document, kind),
        edit=f"{reverse('desk:edit', args=[review.pk])}#documents-d{document.pk}",
        has_link=bool(document.url),
        is_permitted=bool(document.permission),
        is_due=_is_due(document, kind),
    )


def _is_served(document: Document) -> bool:
    is_over = document.is_expired(timezone.localdate())
    return document.is_held and document.is_public and document.review.is_published and not is_over


def _is_due(document: Document, kind: Kind) -> bool:
    """Whether it is tried again at the next run anyhow."""
    due = document.link_due_at if kind is BROKEN else document.fetch_due_at
    return due is not None and due <= timezone.now()


def _notes(document: Document, kind: Kind) -> list[str]:
    """What is known of it that matters in this list."""
    notes = {
        BROKEN.name: _of_link,
        EXPIRING.name: _of_expiry,
        WITHOUT_TEXT.name: _of_text,
        NOT_FETCHED.name: _of_fetch,
        WITHDRAWN.name: _of_withdrawal,
    }
    return [note for note in notes[kind.name](document) if note]


def _of_link(document: Document) -> list[str]:
    held = "A copy is offered here." if document.is_held else "No copy is held."
    worked = _at("Worked last", document.link_worked_at)
    since = _at("Failing since", document.link_failing_since)
    return [document.link_problem, " ".join(filter(None, (since, worked))), held]


def _of_expiry(document: Document) -> list[str]:
    assert document.expires_on is not None  # a file has its day: a constraint says so
    return [_until(document.expires_on), f"Permitted by: {document.permission}"]


def _until(expires_on: date) -> str:
    left = (expires_on - timezone.localdate()).days
    if left <= 0:
        return f"Its time was over on {day(expires_on)}. It goes with the next run."
    return f"Offered until {day(expires_on)}: {left} day{'' if left == 1 else 's'} more."


def _of_text(document: Document) -> list[str]:
    pages = f"{document.pages} page{'' if document.pages == 1 else 's'} of pictures."
    return [f"{pages} Search can’t read them, and neither can a screen reader."]


def _of_fetch(document: Document) -> list[str]:
    held = "An earlier copy is offered." if document.is_held else "No copy is held."
    return [document.fetch_problem, _at("Next try", document.fetch_due_at), held]


def _of_withdrawal(document: Document) -> list[str]:
    by = name_of(document.withdrawn_by)
    return [_at("Withdrawn", document.withdrawn_at) + (f" By {by}." if by else "")]


def _at(what: str, at: datetime | None) -> str:
    return f"{what} {moment(at)}." if at else ""
