"""Saving what is typed at the desk. Nothing here is public: see releasing.py for what is.

Every save goes by the number of the working copy that its page was opened at. Where somebody
else has saved since, both are merged; where both changed the same field, nothing is saved and
the page shows both.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from reviews.choices import State, Verb
from reviews.dates import PartialDate
from reviews.editing.edit_form import EditForm, this_month
from reviews.editing.judging import judge
from reviews.editing.merging import merge
from reviews.editing.settling import settle
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import AuditEntry, Outcome, Review, ReviewType, Revision, WorkingCopy

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


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save. With conflicts, nothing was saved and `typed` is to be looked at.

    `theirs` is what somebody else has saved meanwhile; `number` is that of the working copy now.
    What comes from a page of before a publication `is_from_before`: its rows may have other keys
    by now, so `typed` is what is saved, and `theirs` what came.
    """

    typed: Typed
    number: int
    is_changed: bool = False
    conflicts: list[str] = field(default_factory=list)
    theirs: Typed | None = None
    merged_with: "User | None" = None
    is_from_before: bool = False


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
        _keep_revision(review, 0, typed, by, "", is_automatic=False)
    return review


@dataclass(frozen=True, slots=True)
class Opened:
    """What the edit page shows, and the number of the working copy; 0 where there is none."""

    typed: Typed
    number: int
    copy: WorkingCopy | None


def opened(review: Review) -> Opened:
    """The working copy of a review, or what its page shows while nobody works on it."""
    copy = WorkingCopy.objects.filter(review=review).first()
    if copy is not None:
        return Opened(Typed(copy.typed), copy.number, copy)
    return Opened(Typed.of_review(_whole(review)), 0, None)


def keep_base(review: Review, number: int) -> None:
    """Let what a page shows stay in the history: what it sends is merged against that.

    Else the next automatic save would go on with this revision, and the page's number be gone.
    """
    Revision.objects.filter(review=review, number=number, is_automatic=True).update(sitting="")


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
) -> Saved:
    """Keep what is typed, valid or not."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db()
    now = opened(review)
    settle(typed, vocabulary)
    if opened_at != now.number:
        found = _beside(review, typed, opened_at, now)
        if found.conflicts:
            return found
        typed = found.typed
    if typed == now.typed:
        return Saved(typed, now.number)
    number = _keep_revision(review, now.number, typed, by, sitting, is_automatic=is_automatic)
    _write(review, typed, number, by, vocabulary)
    merged_with = now.copy.changed_by if now.copy and opened_at != now.number else None
    return Saved(typed, number, is_changed=True, merged_with=merged_with)


def _beside(review: Review, typed: Typed, opened_at: int, now: Opened) -> Saved:
    """What is typed together with what others saved since the page was opened.

    A page from before the last publication is not merged: its rows may have other keys by now.
    """
    revision = Revision.objects.filter(review=review, number=opened_at).first()
    base = Typed(revision.typed) if revision else Typed()
    if opened_at == 0:
        base = Typed.of_review(_whole(review))
    elif revision is None or now.copy is None or now.copy.first_number > opened_at:
        changed = [n for n in {*base.names(), *typed.names()} if base.all(n) != typed.all(n)]
        different = sorted(name for name in changed if now.typed.all(name) != typed.all(name))
        return Saved(now.typed, now.number, conflicts=different, theirs=typed, is_from_before=True)
    merged, conflicts = merge(base, now.typed, typed)
    by = now.copy.changed_by if now.copy else None
    return Saved(merged, now.number, conflicts=conflicts, theirs=now.typed, merged_with=by)


def _keep_revision(
    review: Review,
    after: int,
    typed: Typed,
    by: "User | None",
    sitting: str,
    *,
    is_automatic: bool,
) -> int:
    """Keep a save in the history; its number. Automatic saves of a sitting are one revision."""
    now = timezone.now()
    last = Revision.objects.filter(review=review).order_by("number").last()
    number = max(last.number if last else 0, after) + 1
    same = last and last.is_automatic and sitting and last.sitting == sitting and last.by == by
    if last and same:
        last.number, last.typed, last.saved_at = number, typed.values, now
        last.is_automatic = is_automatic
        last.save()
        return number
    Revision.objects.create(
        review=review,
        number=number,
        typed=typed.values,
        by=by,
        begun_at=now,
        saved_at=now,
        sitting=sitting,
        is_automatic=is_automatic,
    )
    return number


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


def _whole(review: Review) -> Review:
    return Review.objects.for_page().get(pk=review.pk)
