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
def publish(*, review: Review, by: "User | None", note: str = "") -> None:
    """Make a draft public. Raises WrongState for anything but a draft."""
    _lock(review, State.DRAFT)
    review.state = State.PUBLISHED
    review.released_at, review.released_by = timezone.now(), by
    _record(review, Verb.PUBLISHED, by, note)


@transaction.atomic
def correct(*, review: Review, by: "User | None", note: str = "") -> None:
    """Make changes to a published review's record public. The caller has saved the changes."""
    _lock(review, State.PUBLISHED)
    review.corrected_at, review.corrected_by = timezone.now(), by
    _record(review, Verb.CORRECTED, by, note)


@transaction.atomic
def withdraw(*, review: Review, by: "User | None", note: str = "") -> None:
    """Take a published review out of everything at once; only its tombstone stays."""
    _lock(review, State.PUBLISHED)
    review.state = State.WITHDRAWN
    review.withdrawn_at, review.withdrawn_by = timezone.now(), by
    _record(review, Verb.WITHDRAWN, by, note)


@transaction.atomic
def restore(*, review: Review, by: "User | None", note: str = "") -> None:
    """Make a withdrawn review public again. Its history keeps the withdrawal."""
    _lock(review, State.WITHDRAWN)
    review.state = State.PUBLISHED
    review.withdrawn_at = review.withdrawn_by = None
    _record(review, Verb.RESTORED, by, note)


def _lock(review: Review, state: State) -> None:
    """Lock the review until the transaction ends and read it anew, if it is in this state."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db()
    if review.state != state:
        raise WrongState(f"{review.reference} is {State(review.state).label.lower()}.")


def _record(review: Review, verb: Verb, by: "User | None", note: str) -> None:
    """Save the step, its audit row and the entry under a new version of the collection."""
    review.save()
    version = entries.raise_version()
    AuditEntry.objects.create(review=review, verb=verb, by=by, note=note, version=version)
    entries.write([review.pk], version)


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
