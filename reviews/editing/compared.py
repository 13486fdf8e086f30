"""Two states of a review's text, side by side: what is public, what is being written, each save."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self

from django.http import Http404

from reviews.choices import State
from reviews.editing import saving
from reviews.editing.difference import Difference
from reviews.editing.edit_form import EditForm
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary
from reviews.models import Review, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it stands or stood. `number` is that of a save; without one it is public or empty.

    `is_now` says that it is what would be published now.
    """

    typed: Typed
    number: int = 0
    at: datetime | None = None
    by: "User | None" = None
    is_now: bool = False
    is_public: bool = False


@dataclass
class Comparison:
    """What is different between two versions, in the order of the edit page."""

    review: Review
    before: Version
    after: Version

    @classmethod
    def between(cls, review: Review, since: str, until: str) -> Self:
        """Between two saves by their numbers.

        Without the first from what the public sees (of a draft: nothing), without the second to
        what is typed now.
        """
        before = version(review, since) if since else public(review)
        return cls(review, before, version(review, until))

    @cached_property
    def differences(self) -> list[Difference]:
        terms = vocabulary()
        before = EditForm(self.review, self.before.typed, terms)
        after = EditForm(self.review, self.after.typed, terms)
        return after.differences_from(before)


def version(review: Review, number: str) -> Version:
    """A save by its number, or what is typed now. 404 for a save that there is not."""
    if not number:
        opened = saving.opened(review)
        at, by = (opened.copy.changed_at, opened.copy.changed_by) if opened.copy else (None, None)
        is_public = opened.copy is None and review.state != State.DRAFT
        return Version(opened.typed, opened.number, at, by, is_now=True, is_public=is_public)
    revisions = Revision.objects.select_related("by")
    found = revisions.filter(review=review, number=number).first() if _is_number(number) else None
    if found is None:
        raise Http404("There is no such version.")
    return Version(Typed(found.typed), found.number, found.saved_at, found.by)


def before(review: Review, number: int) -> Version:
    """The save before one; where there is none, what is public."""
    earlier = Revision.objects.filter(review=review, number__lt=number).order_by("number").last()
    if earlier is None:
        return public(review)
    return Version(Typed(earlier.typed), earlier.number, earlier.saved_at, earlier.by)


def public(review: Review) -> Version:
    """What the public sees, or saw before a withdrawal; nothing of a draft."""
    if review.state == State.DRAFT:
        return Version(Typed())
    whole = Review.objects.for_page().get(pk=review.pk)
    since = review.corrected_at or review.released_at
    return Version(Typed.of_review(whole), at=since, is_public=True)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9
