"""Making a working copy public, at once or on a day, and taking things out of the public again.

Each verb is one transaction with its audit row. Rules of who may do it stand in `permissions`
and are asked by the views; what no view can know alone (a second person, open findings, another
state) is asked here, under the review's lock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from reviews import hosting, publishing, revising
from reviews.choices import State, Verb
from reviews.editing import uploads
from reviews.editing.difference import Difference, summary_of
from reviews.editing.edit_form import EditForm, Held
from reviews.editing.judging import Judgement, judge
from reviews.editing.saving import NOT_STATED, opened
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import AuditEntry, Document, Review, Revision, WorkingCopy
from reviews.publishing import WrongState
from reviews.records import ReviewRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class NotReady(Exception):
    """Something has to be put right or acknowledged first."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__("It can't be published yet.")
        self.judgement = judgement


class SecondPersonNeeded(Exception):
    """Who wrote it may not publish it (setting SECOND_PERSON)."""


class Outdated(Exception):
    """What was looked at before publishing is not what would be published now."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor says of a step: for other editors, and for the review's page."""

    note: str = ""
    public_note: str = ""


@transaction.atomic
def release(
    *,
    review: Review,
    by: "User | None",
    vocabulary: Vocabulary,
    number: int | None = None,
    words: Words = Words(),
    acknowledged: Mapping[str, str] | None = None,
) -> None:
    """Publish a draft, or the correction of a published review.

    `number` is that of the working copy that was looked at. Raises WrongState, Outdated,
    SecondPersonNeeded or NotReady; then nothing has changed.
    """
    _lock(review)
    now = opened(review)
    if review.state == State.WITHDRAWN:
        raise WrongState(f"{review.reference} is withdrawn. Restore it first.")
    if review.state == State.PUBLISHED and now.copy is None:
        raise WrongState(f"{review.reference} has no changes to publish.")
    if number is not None and number != now.number:
        raise Outdated
    if is_by_its_writer(review, by):
        raise SecondPersonNeeded
    form = EditForm(review, now.typed, vocabulary)
    reasons = {**(now.copy.acknowledged if now.copy else {}), **(acknowledged or {})}
    judgement = judge(form)
    if judgement.is_blocked or judgement.unanswered(reasons):
        raise NotReady(judgement)
    changes = changes_of(review, form, vocabulary) + _acknowledgements(judgement, reasons)
    _write(review, form)
    WorkingCopy.objects.filter(review=review).delete()
    verb = publishing.publish if review.state == State.DRAFT else publishing.correct
    verb(review=review, by=by, note=words.note, public_note=words.public_note, changes=changes)


def is_by_its_writer(review: Review, by: "User | None") -> bool:
    """Whether SECOND_PERSON keeps this person from publishing it: they wrote some of it."""
    if not settings.SECOND_PERSON or by is None:
        return False
    since = review.corrected_at or review.released_at or review.created_at
    written = Revision.objects.filter(review=review, by=by)
    if review.state != State.DRAFT:
        written = written.filter(saved_at__gt=since)
    return written.exists()


def changes_of(review: Review, form: EditForm, vocabulary: Vocabulary) -> list[str]:
    """What publishing would make different, in lines; nothing for a draft."""
    if review.state == State.DRAFT:
        return []
    return summary_of(differences_of(review, form, vocabulary))


def differences_of(review: Review, form: EditForm, vocabulary: Vocabulary) -> list[Difference]:
    """Field by field, what publishing would make different."""
    whole = Review.objects.for_page().get(pk=review.pk)
    public = EditForm(whole, Typed.of_review(whole), vocabulary)
    return form.differences_from(public)


@transaction.atomic
def acknowledge(*, review: Review, reasons: Mapping[str, str]) -> None:
    """Keep why findings are no reason not to publish. They count until their text changes."""
    copy = WorkingCopy.objects.select_for_update().filter(review=review).first()
    given = {key: reason for key, reason in reasons.items() if reason}
    if copy is None or not given:
        return
    copy.acknowledged = {**copy.acknowledged, **given}
    copy.save(update_fields=["acknowledged"])


@transaction.atomic
def offer(*, review: Review, by: "User | None", note: str = "") -> None:
    """Say that a working copy is ready for somebody to publish."""
    copy = _copy(review)
    copy.offered_at, copy.offered_by = timezone.now(), by
    copy.save(update_fields=["offered_at", "offered_by"])
    AuditEntry.objects.create(review=review, verb=Verb.OFFERED, by=by, note=note)


@transaction.atomic
def take_back(*, review: Review, by: "User | None", note: str = "") -> None:
    """A working copy that was offered is worked on again."""
    copy = _copy(review)
    copy.offered_at = copy.offered_by = None
    copy.save(update_fields=["offered_at", "offered_by"])
    AuditEntry.objects.create(review=review, verb=Verb.TAKEN_BACK, by=by, note=note)


@transaction.atomic
def schedule(
    *,
    review: Review,
    on: date,
    by: "User",
    vocabulary: Vocabulary,
    number: int | None = None,
    words: Words = Words(),
) -> None:
    """Have a working copy published on a day. Raises as `release` does, where it could not be.

    What is said of it waits in the history's row of this step (see scheduling.py).
    """
    copy = _copy(review)
    if review.state == State.WITHDRAWN:
        raise WrongState(f"{review.reference} is withdrawn. Restore it first.")
    if number is not None and number != copy.number:
        raise Outdated
    if is_by_its_writer(review, by):
        raise SecondPersonNeeded
    judgement = judge(EditForm(review, Typed(copy.typed), vocabulary))
    if judgement.is_blocked or judgement.unanswered(copy.acknowledged):
        raise NotReady(judgement)
    copy.publish_on, copy.scheduled_by, copy.schedule_problem = on, by, ""
    copy.save(update_fields=["publish_on", "scheduled_by", "schedule_problem"])
    changes = [f"To be published on {on:%-d %B %Y}"]
    AuditEntry.objects.create(
        review=review,
        verb=Verb.SCHEDULED,
        by=by,
        note=words.note,
        public_note=words.public_note,
        changes=changes,
    )


@transaction.atomic
def unschedule(*, review: Review, by: "User | None", note: str = "") -> None:
    copy = _copy(review)
    copy.publish_on, copy.scheduled_by, copy.schedule_problem = None, None, ""
    copy.save(update_fields=["publish_on", "scheduled_by", "schedule_problem"])
    AuditEntry.objects.create(review=review, verb=Verb.UNSCHEDULED, by=by, note=note)


@transaction.atomic
def discard(
    *, review: Review, by: "User | None", note: str = "", number: int | None = None
) -> None:
    """Give up a working copy. A draft that never was public goes with it, history and all.

    `number` is that of the working copy that was looked at; raises Outdated for another.
    """
    _lock(review)
    copy = WorkingCopy.objects.filter(review=review).first()
    if copy is not None and number is not None and number != copy.number:
        raise Outdated
    if review.state == State.DRAFT:
        uploads.remove(review)
        review.delete()
        return
    if copy is None:
        raise WrongState(f"{review.reference} has no changes to discard.")
    copy.delete()
    uploads.remove(review)
    AuditEntry.objects.create(review=review, verb=Verb.DISCARDED, by=by, note=note)


def _lock(review: Review) -> None:
    if Review.objects.select_for_update().filter(pk=review.pk).first() is None:
        raise WrongState(f"{review.reference} is gone: its draft was discarded.")
    review.refresh_from_db()


def _copy(review: Review) -> WorkingCopy:
    _lock(review)
    copy = WorkingCopy.objects.filter(review=review).first()
    if copy is None:
        raise WrongState(f"{review.reference} has no changes to publish.")
    return copy


def _acknowledgements(judgement: Judgement, reasons: Mapping[str, str]) -> list[str]:
    """Without the text that was found: the history can't be changed, and it may identify."""
    return [
        f"Acknowledged ({finding.code}, {finding.field}): {reasons[finding.key]}"
        for finding in judgement.to_acknowledge
    ]


def _write(review: Review, form: EditForm) -> None:
    """The record into the rows, and files to where they are served from."""
    documents = revising.revise(review, _with_nothing_open(form.record), _keys(form))
    for document, held in zip(documents, form.held, strict=True):
        _hold(review, document, held)
    uploads.remove(review)


def _with_nothing_open(record: ReviewRecord) -> ReviewRecord:
    """What was acknowledged as not known is not stated: a row has a type and an outcome."""
    return replace(record, type=record.type or NOT_STATED, outcome=record.outcome or NOT_STATED)


def _keys(form: EditForm) -> revising.Keys:
    """Which rows there are already: `p12` is a point's, `d7` a document's."""

    def known(rows: str, letter: str) -> list[int | None]:
        return [int(key[1:]) if key[0] == letter else None for key in form.keys[rows]]

    return revising.Keys(
        known("learning", "p"), known("recommendations", "p"), known("documents", "d")
    )


def _hold(review: Review, document: Document, held: Held) -> None:
    """What an editor recorded of a copy, and the file, if one was uploaded."""
    recorded = {name: getattr(held, name) for name in hosting.RECORDED}
    was_permitted = bool(document.permission)
    if was_permitted or any(recorded.values()):  # else there is nothing to record
        for name, value in recorded.items():
            setattr(document, name, value)
        hosting.record(document)
    uploads.hold(review=review, document=document, upload=held.upload)
