"""Which document is next for work that happens later: due dates on rows, taken one at a time."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from reviews.choices import State
from reviews.models import Document

# Longer than one document can take. A command that ended in the middle leaves it due again.
LEASE = timedelta(minutes=30)


def to_fetch() -> QuerySet[Document]:
    """Documents that may be held and are to be fetched."""
    return _alive().exclude(permission="").filter(fetch_due_at__isnull=False)


def to_check() -> QuerySet[Document]:
    """Documents with a link. One that was never checked has no due date, and comes first."""
    return _alive().exclude(url="")


def _alive() -> QuerySet[Document]:
    """Those that are public or may yet be."""
    public = Document.objects.filter(withdrawn_at=None).exclude(review__state=State.WITHDRAWN)
    return public.select_related("review")


def count(rows: QuerySet[Document], field: str) -> int:
    return _now_due(rows, field).count()


@transaction.atomic
def claim(rows: QuerySet[Document], field: str, passed_over: Collection[int]) -> Document | None:
    """The document that has been due for longest, put off so that nobody else takes it too."""
    waiting = _now_due(rows, field).exclude(pk__in=passed_over)
    ordered = waiting.order_by(F(field).asc(nulls_first=True), "pk")
    document = ordered.select_for_update(skip_locked=True, of=("self",)).first()
    if document is not None:
        Document.objects.filter(pk=document.pk).update(**{field: timezone.now() + LEASE})
    return document


def give_back(document: Document, field: str) -> None:
    """As it was before `claim`: another run will come to it."""
    Document.objects.filter(pk=document.pk).update(**{field: getattr(document, field)})


def _now_due(rows: QuerySet[Document], field: str) -> QuerySet[Document]:
    return rows.filter(Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": timezone.now()}))
