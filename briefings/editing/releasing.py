"""Making the working copy of an edition public, at once or at a time; and beginning the next one.

As for reviews (reviews/editing/releasing.py): each verb is one transaction with its step. Rules of
who may do it are asked by the views; what no view can know alone (a second person, open findings,
a review that was withdrawn a moment ago) is asked here, under the piece's lock.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from briefings import publishing
from briefings.choices import State, Verb
from briefings.editing import saving
from briefings.editing.compared import Version, public
from briefings.editing.difference import Difference, differences, summary_of
from briefings.editing.edit_form import EditForm
from briefings.editing.judging import judge, reasons_typed, with_reasons
from briefings.editing.moments import when
from briefings.editing.places import place_of
from briefings.editing.sheet import sheet_of
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, Piece, Step, WorkingCopy
from briefings.publishing import WrongState
from briefings.records import EditionRecord
from reviews.editing.copies import Copies, Outdated
from reviews.editing.judging import Judgement
from reviews.editing.releasing import NotReady, SecondPersonNeeded, Words
from reviews.editing.vocabulary import Vocabulary

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PUBLIC = (State.PUBLISHED, State.SUPERSEDED)
UNSAID = Words()


class EditionCopies(Copies):
    """Working copies of editions. With the first draft of a piece goes the piece."""

    store, steps, day = saving.STORE, Step, "publish_at"

    def lock(self, thing: Edition) -> None:
        lock(thing)

    def name(self, thing: Edition) -> str:
        return name_of(thing)

    def free(self) -> QuerySet[Edition]:
        editions = Edition.objects.select_related("piece")
        return editions.select_for_update(skip_locked=True, of=("piece",))

    def now(self) -> datetime:
        return timezone.now()

    def release(self, thing: Edition, **said: Any) -> None:
        release(edition=thing, **said)

    def remove(self, thing: Edition) -> None:
        piece = thing.piece
        super().remove(thing)
        if not piece.editions.exists():
            piece.delete()


COPIES = EditionCopies()


@transaction.atomic
def release(
    *,
    edition: Edition,
    by: "User | None",
    vocabulary: Vocabulary,
    number: int | None = None,
    words: Words = UNSAID,
    acknowledged: Mapping[str, str] | None = None,
) -> None:
    """Publish a draft, or the correction of a public edition.

    `number` is that of the working copy that was looked at. Raises WrongState, Outdated,
    SecondPersonNeeded or NotReady; then nothing has changed.
    """
    lock(edition)
    form, judgement, reasons = _judged(edition, by, number, vocabulary, acknowledged or {})
    changes = _changes(form, public(edition)) + _acknowledgements(form, judgement, reasons)
    record = with_reasons(form.record, reasons)
    WorkingCopy.objects.filter(edition=edition).delete()
    said: dict[str, Any] = {"record": record, "note": words.note, "changes": changes}
    if edition.state in PUBLIC:
        publishing.correct(edition=edition, by=by, public_note=words.public_note, **said)
    else:
        publishing.publish(edition=edition, by=by, **said)


def differences_of(form: EditForm, before: Version) -> list[Difference]:
    """Field by field, what publishing would make different; nothing where there is no public."""
    if not before.is_public:
        return []
    shown = EditForm(form.edition, before.typed, form.vocabulary)
    return differences(sheet_of(shown), sheet_of(form))


@transaction.atomic
def schedule(
    *,
    edition: Edition,
    at: datetime,
    by: "User",
    vocabulary: Vocabulary,
    number: int | None = None,
    words: Words = UNSAID,
) -> None:
    """Have a working copy published then. Raises as `release` does, where it could not be.

    Its date is judged as on that day.
    """
    COPIES.locked(edition)
    _judged(edition, by, number, vocabulary, {}, timezone.localdate(at))
    said = {"note": words.note, "public_note": words.public_note}
    COPIES.give_day(edition, at=at, said=when(at), by=by, **said)


@transaction.atomic
def begin_next(*, edition: Edition, by: "User | None") -> Edition:
    """A draft of the next edition, with all that this one says but its date.

    One draft of a piece at a time. The checks ask for the date of the new one.
    """
    lock(edition)
    if edition.state == State.DRAFT:
        raise WrongState(f"{name_of(edition)} is a draft: it is no edition yet.")
    others = Edition.objects.filter(piece=edition.piece_id)
    if others.filter(state=State.DRAFT).exists():
        raise WrongState("There is a draft of a new edition already.")
    last = others.order_by("number").last()
    number = (last.number if last else 0) + 1
    draft = Edition.objects.create(piece=edition.piece, number=number, title=edition.title)
    note = f"From edition {edition.number}."
    Step.objects.create(edition=draft, verb=Verb.BEGUN, by=by, note=note)
    typed = PieceTyped.of_edition(edition)
    typed.set("published", "")
    saving.begin_copy(draft, typed, by)
    return draft


def name_of(edition: Edition) -> str:
    """ "Edition 2 of “When nobody asks”"."""
    return f"Edition {edition.number} of “{edition.title}”"


def lock(edition: Edition) -> None:
    """Lock the piece until the transaction ends, as publication does, and read the edition anew."""
    Piece.objects.select_for_update().filter(pk=edition.piece_id).first()
    if not Edition.objects.filter(pk=edition.pk).exists():
        raise WrongState(f"{name_of(edition)} is gone: its draft was discarded.")
    edition.refresh_from_db()


def _judged(
    edition: Edition,
    by: "User | None",
    number: int | None,
    vocabulary: Vocabulary,
    acknowledged: Mapping[str, str],
    on: date | None = None,
) -> tuple[EditForm, Judgement, Mapping[str, str]]:
    """What would be published, under the lock, what the checks say of it, and the reasons given."""
    now = saving.opened(edition)
    if edition.state == State.WITHDRAWN:
        raise WrongState(f"{name_of(edition)} is withdrawn. Restore it first.")
    if now.copy is None:
        raise WrongState(f"{name_of(edition)} has no changes to publish.")
    if number is not None and number != now.number:
        raise Outdated
    if COPIES.is_by_its_writer(edition, by):
        raise SecondPersonNeeded
    form = EditForm(edition, now.typed, vocabulary)
    _hold_reviews(form.record)
    judgement = judge(form, on)
    reasons = {**reasons_typed(form.record), **now.copy.acknowledged, **acknowledged}
    if judgement.is_blocked or judgement.unanswered(reasons):
        raise NotReady(judgement)
    return form, judgement, reasons


def _hold_reviews(record: EditionRecord) -> None:
    """Let nobody withdraw or correct what is cited until the publication is through.

    Who has begun to, is waited for; the checks that follow see it.
    """
    cited = (one.review for found in record.evidence.values() for one in found)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM reviews_review WHERE id = ANY(%s) ORDER BY id FOR SHARE",
            [sorted({*record.pinned, *cited})],
        )


def _changes(form: EditForm, before: Version) -> list[str]:
    return summary_of(differences_of(form, before))


def _acknowledgements(
    form: EditForm, judgement: Judgement, reasons: Mapping[str, str]
) -> list[str]:
    """Without the text that was found: the history can't be changed, and it may identify."""
    return [
        f"Acknowledged ({finding.code}, {place_of(form, finding.field)[1]}): {reasons[finding.key]}"
        for finding in judgement.to_acknowledge
    ]
