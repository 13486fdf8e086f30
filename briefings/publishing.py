"""Publishing, correcting, superseding, withdrawing and restoring an edition: who writes `state`.

Each verb is one transaction with its row of history, and raises the collection's version, so that
every kept page, count and file follows at the next request, as for reviews.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from briefings.choices import State, Verb
from briefings.models import Edition, Piece, Step
from briefings.records import EditionRecord, keep_words, write
from reviews import entries
from reviews.publishing import WrongState

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User


@transaction.atomic
def publish(
    *,
    edition: Edition,
    record: EditionRecord,
    by: "User | None",
    note: str = "",
    changes: Sequence[str] = (),
    as_of: "datetime | None" = None,
    verb: Verb = Verb.PUBLISHED,
) -> None:
    """Make a draft public. The edition that was current until now is superseded.

    `verb` is what the history says: a file's edition was loaded.
    """
    _lock(edition, State.DRAFT)
    now = timezone.now()
    _supersede_the_current(edition, by, now)
    edition.state, edition.as_of = State.PUBLISHED, as_of or now
    edition.released_at, edition.released_by = now, by
    write(edition, record)
    _record(edition, Step(verb=verb, by=by, note=note, changes=list(changes)))


@transaction.atomic
def correct(
    *,
    edition: Edition,
    record: EditionRecord,
    by: "User | None",
    note: str = "",
    public_note: str = "",
    changes: Sequence[str] = (),
) -> None:
    """Put another text in the place of a public edition's, current or superseded."""
    _lock(edition, State.PUBLISHED, State.SUPERSEDED)
    edition.corrected_at, edition.corrected_by = timezone.now(), by
    write(edition, record)
    step = Step(verb=Verb.CORRECTED, by=by, note=note, public_note=public_note)
    step.changes = list(changes)
    _record(edition, step)


@transaction.atomic
def withdraw(
    *, edition: Edition, by: "User | None", note: str = "", reason: str = "", wording: str = ""
) -> None:
    """Take a public edition out of everything at once; its address says that it was withdrawn."""
    _lock(edition, State.PUBLISHED, State.SUPERSEDED)
    edition.state, edition.withdrawn_wording = State.WITHDRAWN, wording
    edition.withdrawn_at, edition.withdrawn_by = timezone.now(), by
    step = Step(verb=Verb.WITHDRAWN, by=by, note=note, public_note=wording, reason=reason)
    _record(edition, step)


@transaction.atomic
def restore(*, edition: Edition, by: "User | None", note: str = "") -> None:
    """Make a withdrawn edition public again: current, unless there is a later one by now.

    What was current while it was withdrawn is superseded by it.
    """
    _lock(edition, State.WITHDRAWN)
    later = Edition.objects.filter(piece=edition.piece_id, number__gt=edition.number)
    is_over = edition.superseded_at is not None or later.published().exists()
    if not is_over:
        _supersede_the_current(edition, by, timezone.now())
    edition.state = State.SUPERSEDED if is_over else State.PUBLISHED
    if is_over and edition.superseded_at is None:
        edition.superseded_at = timezone.now()
    edition.withdrawn_at = edition.withdrawn_by = None
    edition.withdrawn_wording = ""
    _record(edition, Step(verb=Verb.RESTORED, by=by, note=note))


@transaction.atomic
def look_at(
    *,
    edition: Edition,
    by: "User | None",
    note: str = "",
    changes: Sequence[str] = (),
    statements: Sequence[str] | None = None,
) -> None:
    """Keep that somebody looked at an edition again and left it, or `statements` of it.

    Nothing public changes.
    """
    _lock(edition, State.DRAFT, State.PUBLISHED, State.SUPERSEDED)
    keep_words(edition, statements)
    step = Step(edition=edition, verb=Verb.LOOKED_AT, by=by, note=note, changes=list(changes))
    step.save()


def _supersede_the_current(edition: Edition, by: "User | None", at: "datetime") -> None:
    """The edition that is current until now, if there is one, keeps its own address alone."""
    before = Edition.objects.current().filter(piece=edition.piece_id).first()
    if before is not None:
        before.state, before.superseded_at = State.SUPERSEDED, at
        _record(before, Step(verb=Verb.SUPERSEDED, by=by))


def _lock(edition: Edition, *states: State) -> None:
    """Lock the piece until the transaction ends and read the edition anew, if its state fits.

    The piece's row, so that two editions of one piece are not published at once.
    """
    Piece.objects.select_for_update().get(pk=edition.piece_id)
    edition.refresh_from_db()
    if edition.state not in states:
        label = State(edition.state).label.lower()
        raise WrongState(f"Edition {edition.number} of {edition.piece} is {label}.")


def _record(edition: Edition, step: Step) -> None:
    """Save the edition and the step under a new version of the collection."""
    edition.save()
    step.edition, step.version = edition, entries.raise_version()
    step.save()
