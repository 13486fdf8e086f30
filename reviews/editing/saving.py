"""Saving what is typed of a review. Nothing here is public: see releasing.py for what is.

How saves of several people go together: store.py.
"""

from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from reviews.choices import State, Verb
from reviews.dates import PartialDate
from reviews.editing.edit_form import EditForm, this_month
from reviews.editing.judging import judge
from reviews.editing.settling import settle
from reviews.editing.store import Opened, Saved, Store
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import (
    AuditEntry,
    Outcome,
    Presence,
    Review,
    ReviewType,
    Revision,
    WorkingCopy,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User

UNTITLED = "Untitled"
NOT_STATED = "not-stated"

# What somebody offered for publication, or gave a day, was another text.
_NO_LONGER_OFFERED = {
    "offered_at": None,
    "offered_by": None,
    "publish_on": None,
    "scheduled_by": None,
    "schedule_problem": "",
}


def _read(review: Review) -> Typed:
    return Typed.of_review(Review.objects.for_page().get(pk=review.pk))


STORE = Store(Typed, WorkingCopy, Revision, Presence, "review", _read)


def begin(
    *, by: "User | None", title: str = "", added: PartialDate | None = None, note: str = ""
) -> Review:
    """A new draft with a reference of its own, and nothing else."""
    month = added or this_month()
    with transaction.atomic():
        review = Review.objects.create(
            reference=_next_reference(month),
            title=title or UNTITLED,
            type=_first(ReviewType),
            outcome=_first(Outcome),
            added=month,  # type: ignore[misc]
            summary="",
            created_by=by,
        )
        AuditEntry.objects.create(review=review, verb=Verb.BEGUN, by=by, note=note)
        typed = Typed()
        typed.set("title", title)
        typed.set("added", month.label)
        now = timezone.now()
        WorkingCopy.objects.create(
            review=review, typed=typed.values, number=1, changed_at=now, changed_by=by
        )
        STORE.keep_revision(review, 0, typed, by)
    return review


def opened(review: Review) -> Opened[Typed, WorkingCopy]:
    return STORE.opened(review)


@transaction.atomic
def save(
    *,
    review: Review,
    typed: Typed,
    opened_at: int,
    by: "User | None",
    vocabulary: Vocabulary,
    sitting: str = "",
    is_automatic: bool = False,
) -> Saved[Typed]:
    """Keep what is typed, valid or not."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db()
    now = opened(review)
    settle(typed, vocabulary)
    if opened_at != now.number:
        found = STORE.beside(review, typed, opened_at, now)
        if found.conflicts:
            return found
        typed = found.typed
    if typed == now.typed:
        return Saved(typed, now.number)
    number = STORE.keep_revision(review, now.number, typed, by, sitting, is_automatic=is_automatic)
    _write(review, typed, number, by, vocabulary)
    merged_with = now.copy.changed_by if now.copy and opened_at != now.number else None
    return Saved(typed, number, is_changed=True, merged_with=merged_with)


def _write(
    review: Review, typed: Typed, number: int, by: "User | None", vocabulary: Vocabulary
) -> None:
    """The working copy, what the checks say of it, and what lists show of a draft."""
    form = EditForm(review, typed, vocabulary)
    if review.state == State.DRAFT:
        _name_draft(review, form)
    judgement = judge(form)
    values = {
        "typed": typed.values,
        "number": number,
        "changed_at": timezone.now(),
        "changed_by": by,
        "findings": judgement.codes,
        "is_blocked": judgement.is_blocked,
        **_NO_LONGER_OFFERED,
    }
    WorkingCopy.objects.update_or_create(
        review=review, defaults=values, create_defaults={**values, "first_number": number}
    )


def _name_draft(review: Review, form: EditForm) -> None:
    """Title and month of a draft's row; another year gives it another reference."""
    record = form.record
    review.title, review.added = record.title or UNTITLED, record.added
    if review.reference[3:7] != record.added.iso[:4]:
        review.reference = _next_reference(record.added, review.reference[:2])
    review.save(update_fields=["title", "added", "reference"])


def _next_reference(month: PartialDate, prefix: str = "CR") -> str:
    """The next free one of a year. Others who begin a draft wait until this one is committed."""
    stem = f"{prefix}-{month.iso[:4]}-"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('reviews_reference'))")
        cursor.execute(
            "SELECT coalesce(max(split_part(reference, '-', 3)::bigint), 0) FROM reviews_review"
            " WHERE reference LIKE %s",
            [f"{stem}%"],
        )
        return f"{stem}{cursor.fetchone()[0] + 1:04}"


def _first(model: Any) -> Any:
    """The term that a draft's row has until one is chosen: “not stated”, or the first there is."""
    terms = model.objects
    return terms.filter(slug=NOT_STATED).first() or terms.order_by("order", "pk").first()
