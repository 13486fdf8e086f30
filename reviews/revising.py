"""Writing a record into a review's rows. The caller publishes: it is the one that makes it public.

Points and documents keep their rows, and so their addresses, by the keys that are given with
the record. About as many statements however many points there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from reviews.choices import PointKind
from reviews.loading.names import NamedReview, Names
from reviews.loading.replacing import remove_facts, replace_points
from reviews.loading.rows import Rows, review_values
from reviews.models import Document, Review
from reviews.records import DocumentRecord, ReviewRecord

NOBODY = "-"  # the slug of no partnership: a record without one needs none to be read
_AWAY = 10_000  # more than any order, so that rows can change places one after the other
_STEPS_OF_A_LINK = {
    "link_checked_at": None,
    "link_worked_at": None,
    "link_problem": "",
    "link_failures": 0,
    "link_failing_since": None,
    "link_due_at": None,
}

type Key = int | None  # of the row that a part of the record is; None for a new one


@dataclass(frozen=True, slots=True)
class Keys:
    """Which rows the points and documents of a record are, in its order."""

    learning: Sequence[Key] = field(default_factory=list)
    recommendations: Sequence[Key] = field(default_factory=list)
    documents: Sequence[Key] = field(default_factory=list)


@transaction.atomic
def revise(review: Review, record: ReviewRecord, keys: Keys) -> list[Document]:
    """Bring the rows in line with the record; its documents, in order.

    Raises ProblemsFound where the record names a term or a partnership that is not there.
    """
    named = Names(record.partnership or NOBODY).resolve(record, "")
    _update(review, named)
    rows = Rows(timezone.now())
    remove_facts([review.pk])
    rows.add_facts(review.pk, named)
    replace_points({review.pk: named}, rows, _known_points(keys))
    rows.copy()
    return _revise_documents(review, named, keys.documents)


def _update(review: Review, named: NamedReview) -> None:
    """The review's own columns. Its digest goes: it is no longer as it was loaded."""
    Review.objects.filter(pk=review.pk).update(**review_values(named))
    review.refresh_from_db()


def _known_points(keys: Keys) -> dict[tuple[str, int], int]:
    lists = ((PointKind.LEARNING, keys.learning), (PointKind.RECOMMENDATION, keys.recommendations))
    return {
        (kind.value, order): key
        for kind, found in lists
        for order, key in enumerate(found, start=1)
        if key is not None
    }


def _revise_documents(review: Review, named: NamedReview, keys: Sequence[Key]) -> list[Document]:
    """Documents with a key keep their file, and what is known of a link that stays the same."""
    rows = list(review.documents.all())
    for document in rows:
        if document.pk not in keys:
            document.delete()  # takes its key with it
    held = {document.pk: document for document in rows if document.pk}
    for document in held.values():
        document.order += _AWAY
    Document.objects.bulk_update(held.values(), ["order"])
    found = []
    for order, (record, kind, key) in enumerate(
        zip(named.record.documents, named.kinds, keys, strict=True), start=1
    ):
        document = held.get(key or 0) or Document(review=review)
        describe(document, record, kind, order)
        document.save()
        found.append(document)
    return found


def describe(document: Document, record: DocumentRecord, kind: int, order: int) -> None:
    if document.url != record.url:
        for name, value in _STEPS_OF_A_LINK.items():
            setattr(document, name, value)
    document.order, document.label = order, record.label
    document.kind_id, document.url = kind, record.url
