"""Two states of an edition's text, side by side: what is public, what is typed, each save."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self

from django.http import Http404

from briefings.choices import State
from briefings.editing import saving
from briefings.editing.difference import Difference, differences
from briefings.editing.edit_form import EditForm
from briefings.editing.sheet import sheet_of
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, Revision
from reviews.editing.vocabulary import vocabulary

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it stands or stood. `number` is that of a save; without one it is public or empty.

    `is_now` says that it is what would be published now.
    """

    typed: PieceTyped
    number: int = 0
    at: datetime | None = None
    by: "User | None" = None
    is_now: bool = False
    is_public: bool = False


@dataclass
class Comparison:
    """What is different between two versions, in the order of the edit page."""

    edition: Edition
    before: Version
    after: Version

    @classmethod
    def between(cls, edition: Edition, since: str, until: str) -> Self:
        """Between two saves by their numbers.

        Without the first from what the public sees (of a first draft: nothing), without the
        second to what is typed now.
        """
        before = version(edition, since) if since else public(edition)
        return cls(edition, before, version(edition, until))

    @cached_property
    def differences(self) -> list[Difference]:
        terms = vocabulary()
        before = EditForm(self.edition, self.before.typed, terms)
        after = EditForm(self.edition, self.after.typed, terms)
        return differences(sheet_of(before), sheet_of(after))


def version(edition: Edition, number: str) -> Version:
    """A save by its number, or what is typed now. 404 for a save that there is not."""
    if not number:
        opened = saving.opened(edition)
        at, by = (opened.copy.changed_at, opened.copy.changed_by) if opened.copy else (None, None)
        is_public = opened.copy is None and edition.state != State.DRAFT
        return Version(opened.typed, opened.number, at, by, is_now=True, is_public=is_public)
    revisions = Revision.objects.select_related("by")
    found = revisions.filter(edition=edition, number=number).first() if _is_number(number) else None
    if found is None:
        raise Http404("There is no such version.")
    return Version(PieceTyped(found.typed), found.number, found.saved_at, found.by)


def before(edition: Edition, number: int) -> Version:
    """The save before one; where there is none, what is public."""
    revisions = Revision.objects.filter(edition=edition, number__lt=number)
    earlier = revisions.order_by("number").last()
    if earlier is None:
        return public(edition)
    return Version(PieceTyped(earlier.typed), earlier.number, earlier.saved_at, earlier.by)


def public(edition: Edition) -> Version:
    """What the public sees, or saw before a withdrawal; of a draft the edition it follows."""
    shown: Edition | None = edition
    if edition.state == State.DRAFT:
        shown = Edition.objects.current().filter(piece=edition.piece_id).first()
    if shown is None:
        return Version(PieceTyped())
    since = shown.corrected_at or shown.released_at
    return Version(PieceTyped.of_edition(shown), at=since, is_public=True)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9
