"""Making a working copy public, at once or on a day; what is done to it before: copies.py.

Each verb is one transaction with its audit row. Rules of who may do it stand in `permissions`
and are asked by the views; what no view can know alone (a second person, open findings, another
state) is asked here, under the review's lock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from reviews import hosting, publishing, revising
from reviews.choices import State
from reviews.editing import uploads
from reviews.editing.copies import Copies, Outdated
from reviews.editing.difference import Difference, summary_of
from reviews.editing.edit_form import EditForm, Held
from reviews.editing.judging import Judgement, judge
from reviews.editing.saving import NOT_STATED, STORE, opened
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import AuditEntry, Document, Review, WorkingCopy
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


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor says of a step: for other editors, and for the review's page."""

    note: str = ""
    public_note: str = ""


class ReviewCopies(Copies):
    """Working copies of reviews. Files that were added to one go with it."""

    store, steps, day = STORE, AuditEntry, "publish_on"

    def lock(self, thing: Review) -> None:
        if Review.objects.select_for_update().filter(pk=thing.pk).first() is None:
            raise WrongState(f"{thing.reference} is gone: its draft was discarded.")
        thing.refresh_from_db()

    def name(self, thing: Review) -> str:
        return thing.reference

    def free(self) -> QuerySet[Review]:
        return Review.objects.select_for_update(skip_locked=True, of=("self",))

    def now(self) -> date:
        return timezone.localdate()

    def release(self, thing: Review, **said: Any) -> None:
        release(review=thing, **said)

    def remove(self, thing: Review) -> None:
        uploads.remove(thing)
        super().remove(thing)

    def drop(self, copy: WorkingCopy) -> None:
        uploads.remove(copy.review)
        super().drop(copy)


COPIES = ReviewCopies()


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
    COPIES.lock(review)
    form, answered = _judged(review, by, number, vocabulary, acknowledged or {})
    changes = changes_of(review, form, vocabulary) + answered
    _write(review, form)
    WorkingCopy.objects.filter(review=review).delete()
    verb = publishing.publish if review.state == State.DRAFT else publishing.correct
    verb(review=review, by=by, note=words.note, public_note=words.public_note, changes=changes)


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
def schedule(
    *,
    review: Review,
    on: date,
    by: "User",
    vocabulary: Vocabulary,
    number: int | None = None,
    words: Words = Words(),
) -> None:
    """Have a working copy published on a day. Raises as `release` does, where it could not be."""
    COPIES.locked(review)
    _judged(review, by, number, vocabulary, {})
    said = {"note": words.note, "public_note": words.public_note}
    COPIES.give_day(review, at=on, said=f"{on:%-d %B %Y}", by=by, **said)


def _judged(
    review: Review,
    by: "User | None",
    number: int | None,
    vocabulary: Vocabulary,
    acknowledged: Mapping[str, str],
) -> tuple[EditForm, list[str]]:
    """What would be published, under the lock, and what was acknowledged of it, in lines."""
    now = opened(review)
    if review.state == State.WITHDRAWN:
        raise WrongState(f"{review.reference} is withdrawn. Restore it first.")
    if review.state == State.PUBLISHED and now.copy is None:
        raise WrongState(f"{review.reference} has no changes to publish.")
    if number is not None and number != now.number:
        raise Outdated
    if COPIES.is_by_its_writer(review, by):
        raise SecondPersonNeeded
    form = EditForm(review, now.typed, vocabulary)
    reasons = {**(now.copy.acknowledged if now.copy else {}), **acknowledged}
    judgement = judge(form)
    if judgement.is_blocked or judgement.unanswered(reasons):
        raise NotReady(judgement)
    return form, _acknowledgements(judgement, reasons)


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
