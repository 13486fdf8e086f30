"""Publishing, correcting, withdrawing and restoring a review: the only writers of `state`.

Each verb is one transaction: the state, the audit row, the entry and the collection's version
change together or not at all, so every page, count and file follows at the next request.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from reviews import entries, words
from reviews.choices import State, Verb
from reviews.codes import Facet, code
from reviews.models import (
    AgeBand,
    Agency,
    AuditEntry,
    Document,
    Entry,
    Harm,
    Outcome,
    Partnership,
    Review,
    ReviewType,
    Term,
    Theme,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class WrongState(Exception):
    """The review is not in a state in which this can be done; the message says which."""


@transaction.atomic
def publish(
    *,
    review: Review,
    by: "User | None",
    note: str = "",
    public_note: str = "",
    changes: Sequence[str] = (),
) -> None:
    """Make a draft public. Raises WrongState for anything but a draft."""
    _lock(review, State.DRAFT)
    review.state = State.PUBLISHED
    review.released_at, review.released_by = timezone.now(), by
    step = AuditEntry(verb=Verb.PUBLISHED, note=note, public_note=public_note)
    _record(review, by, step, changes)


@transaction.atomic
def correct(
    *,
    review: Review,
    by: "User | None",
    note: str = "",
    public_note: str = "",
    changes: Sequence[str] = (),
) -> None:
    """Make changes to a published review's record public. The caller has saved the changes."""
    _lock(review, State.PUBLISHED)
    review.corrected_at, review.corrected_by = timezone.now(), by
    step = AuditEntry(verb=Verb.CORRECTED, note=note, public_note=public_note)
    _record(review, by, step, changes)


@transaction.atomic
def withdraw(
    *, review: Review, by: "User | None", note: str = "", reason: str = "", wording: str = ""
) -> None:
    """Take a published review out of everything at once; only its tombstone stays.

    `reason` is one of `Reason`, for editors; `wording` is what the tombstone says.
    """
    _lock(review, State.PUBLISHED)
    review.state = State.WITHDRAWN
    review.withdrawn_at, review.withdrawn_by = timezone.now(), by
    review.withdrawn_wording = wording
    step = AuditEntry(verb=Verb.WITHDRAWN, note=note, public_note=wording, reason=reason)
    _record(review, by, step)


@transaction.atomic
def restore(*, review: Review, by: "User | None", note: str = "") -> None:
    """Make a withdrawn review public again. Its history keeps the withdrawal."""
    _lock(review, State.WITHDRAWN)
    review.state = State.PUBLISHED
    review.withdrawn_at = review.withdrawn_by = None
    review.withdrawn_wording = ""
    _record(review, by, AuditEntry(verb=Verb.RESTORED, note=note))


@transaction.atomic
def withdraw_document(
    *, document: Document, by: "User | None", note: str = "", reason: str = ""
) -> None:
    """Take a document, its link, its file and its words out of everything at once."""
    _lock_document(document, withdrawn=False)
    document.withdrawn_at, document.withdrawn_by = timezone.now(), by
    step = AuditEntry(verb=Verb.FILE_WITHDRAWN, note=note, reason=reason)
    _record_document(document, by, step)


@transaction.atomic
def restore_document(*, document: Document, by: "User | None", note: str = "") -> None:
    """Show a withdrawn document again, as far as its review is public."""
    _lock_document(document, withdrawn=True)
    document.withdrawn_at = document.withdrawn_by = None
    _record_document(document, by, AuditEntry(verb=Verb.FILE_RESTORED, note=note))


def _lock(review: Review, state: State) -> None:
    """Lock the review until the transaction ends and read it anew, if it is in this state."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db()
    if review.state != state:
        raise WrongState(f"{review.reference} is {State(review.state).label.lower()}.")


def _lock_document(document: Document, *, withdrawn: bool) -> None:
    Review.objects.select_for_update().get(pk=document.review_id)
    document.refresh_from_db()
    if (document.withdrawn_at is not None) != withdrawn:
        state = "not withdrawn" if withdrawn else "withdrawn already"
        raise WrongState(f"{document.label} is {state}.")


def _record(
    review: Review, by: "User | None", step: AuditEntry, changes: Sequence[str] = ()
) -> None:
    """Save the step, its audit row and the entry under a new version of the collection."""
    review.save()
    version = entries.raise_version()
    step.review, step.by, step.version, step.changes = review, by, version, list(changes)
    step.save()
    entries.write([review.pk], version)


def _record_document(document: Document, by: "User | None", step: AuditEntry) -> None:
    document.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record(document.review, by, step, [document.label])


@transaction.atomic
def save_documents(*, documents: Sequence[Document], fields: Sequence[str] | None = None) -> None:
    """Save changes to documents that pages, counts or search show; they follow at once."""
    for document in documents:
        document.save(update_fields=fields)
    version = entries.raise_version()
    entries.write(list({document.review_id for document in documents}), version)


@transaction.atomic
def renew_pages() -> None:
    """Let pages be made anew after a change that no entry holds, such as when links worked."""
    entries.raise_version()


@transaction.atomic
def save_term(*, term: "Term | Partnership") -> None:
    """Save a vocabulary's term or a partnership; pages and search follow at once."""
    before = _entries_naming(term)
    term.save()
    words.learn_vocabularies()
    version = entries.raise_version()
    after = entries.in_band(term.pk) if isinstance(term, AgeBand) else _entries_naming(term)
    entries.write(list({*before, *after}), version)


@transaction.atomic
def delete_term(*, term: "Term | Partnership") -> None:
    """Delete a term that nothing uses; any other raises ProtectedError."""
    affected = _entries_naming(term)
    term.delete()
    entries.write(affected, entries.raise_version())


def _entries_naming(term: "Term | Partnership") -> list[int]:
    """The entries that a change of this term touches: those with its code.

    A merged term's entries have the code of the term that it was merged into.
    """
    facet = FACET_OF_MODEL.get(type(term))
    if facet is None or term.pk is None:
        return []
    keys = {term.pk}
    if isinstance(term, Term):
        keys |= term.stored_targets()
    codes = [code(facet, key) for key in keys]
    return list(Entry.objects.filter(codes__overlap=codes).values_list("pk", flat=True))


FACET_OF_MODEL: dict[type, Facet] = {
    Theme: Facet.THEME,
    Agency: Facet.AGENCY,
    Harm: Facet.HARM,
    Outcome: Facet.OUTCOME,
    AgeBand: Facet.AGE,
    ReviewType: Facet.TYPE,
    Partnership: Facet.PARTNERSHIP,
}
