"""What a public edition cites that a correction of a review has changed or taken out.

Its citations keep what their points said (`Citation.said`). A point that says the same as before
is no change, whatever else of its review was corrected. One query, however much is cited.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from briefings.choices import State
from briefings.models import Citation, Edition
from briefings.querysets import EditionQuerySet
from reviews.choices import State as ReviewState

_OTHER_WORDS = Q(said="") | ~Q(point__text=F("said"))  # of a whole review nothing is kept
_GONE = Q(of_point=True, point=None)


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of something that a statement cites.

    `was` is "" where its words were not kept, and of a review that is cited as a whole; `now` is ""
    of a point that is gone, and of such a review.
    """

    edition: int
    statement: str
    review: int
    reference: str
    point: int | None
    was: str
    now: str
    at: datetime | None
    is_gone: bool

    @property
    def url(self) -> str:
        """Where the desk says how the review came about."""
        return reverse("desk:history", args=[self.review])

    def said(self, number: str) -> str:
        """What happened, without any words of the review: the history keeps it."""
        since = f" on {when(self.at)}" if self.at else ""
        if self.is_gone:
            return (
                f"A point of {self.reference} that statement {number} cites was taken out{since}."
            )
        if self.was:
            return (
                f"A point of {self.reference} that statement {number} cites was corrected{since}."
            )
        return f"{self.reference}, which statement {number} cites, was corrected{since}."


def changes(public: EditionQuerySet) -> list[Change]:
    """Of superseded editions only what is gone: they are a record of what was said."""
    since = Coalesce("edition__corrected_at", "edition__released_at")
    later = Q(edition__state=State.PUBLISHED, review__corrected_at__gt=since) & _OTHER_WORDS
    cited = Citation.objects.filter(edition__in=public, review__state=ReviewState.PUBLISHED)
    rows = cited.filter(_GONE | later).order_by("edition_id", "pk")
    return [_change(row) for row in rows.values_list(*_FIELDS, named=True)]


_FIELDS = (
    "edition_id",
    "statement",
    "review_id",
    "review__reference",
    "review__corrected_at",
    "point_id",
    "point__text",
    "of_point",
    "said",
)


def _change(row: Any) -> Change:
    """Of the values of _FIELDS."""
    return Change(
        edition=row.edition_id,
        statement=row.statement,
        review=row.review_id,
        reference=row.review__reference,
        point=row.point_id,
        was=row.said,
        now=row.point__text or "",
        at=row.review__corrected_at,
        is_gone=row.of_point and row.point_id is None,
    )


def numbers(editions: Iterable[int]) -> dict[int, dict[str, str]]:
    """Of each edition: the number of each statement, "1.2", by its id."""
    return {
        edition.pk: {
            one.id: f"{place}.{order}"
            for place, section in enumerate(edition.content.sections, start=1)
            for order, one in enumerate(section.statements, start=1)
        }
        for edition in Edition.objects.filter(pk__in=set(editions))
    }


def when(at: datetime) -> str:
    return f"{timezone.localtime(at):%-d %B %Y, %H:%M}"
