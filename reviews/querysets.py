"""Who may see what. Every public page, feed, file and count starts here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from django.db import connection, models

from reviews import permissions
from reviews.choices import State

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

    from reviews.models import Review  # noqa: F401 (named in a text, which ruff does not read)


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews, narrowed by state and by who is asking."""

    def published(self) -> Self:
        """What the public may see."""
        return self.filter(state=State.PUBLISHED)

    def withdrawn(self) -> Self:
        """What was public and is no more."""
        return self.filter(state=State.WITHDRAWN)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Everything for those who may see drafts, the published for everyone else."""
        return self if user.has_perm(permissions.SEE_UNPUBLISHED) else self.published()

    def for_page(self) -> Self:
        """With all that a review's page shows, in a fixed number of queries."""
        kinds = ("type__merged_into", "outcome__merged_into", "partnership")
        return self.select_related(*kinds).prefetch_related(
            "children",
            self._live("harms"),
            self._live("themes"),
            self._live("agencies"),
            "documents__kind__merged_into",
            self._live("points__themes", "themes"),
            self._live("points__agencies", "agencies"),
        )

    def for_point(self) -> Self:
        """With what the page of one of its points says of a review."""
        return self.for_headline().select_related("type__merged_into", "partnership")

    def for_headline(self) -> Self:
        """With what a headline is composed from, in three queries."""
        related = self.select_related("outcome__merged_into")
        return related.prefetch_related("children", self._live("harms"))

    def _live(self, path: str, name: str = "") -> models.Prefetch:
        """Terms together with those that took their place, in one query."""
        terms: Any = self.model._meta.get_field(name or path).related_model
        return models.Prefetch(path, terms.objects.select_related("merged_into"))


def published_among(ids: Sequence[int]) -> set[int]:
    """Which of these reviews the public may see: `published()`, for the lists on every page.

    Written out, because Django takes three times as long to put it together as the answer takes.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PUBLISHED_AMONG, [State.PUBLISHED.value, list(ids)])
        return {row[0] for row in cursor.fetchall()}


_PUBLISHED_AMONG = "SELECT id FROM reviews_review WHERE state = %s AND id = ANY(%s)"

ReviewManager = models.Manager.from_queryset(ReviewQuerySet)
