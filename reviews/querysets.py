"""Who may see what. Every public page, feed, file and count starts here."""

from typing import TYPE_CHECKING, Self

from django.db import models

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
        return self.select_related("type", "partnership", "outcome").prefetch_related(
            "children",
            "harms",
            "themes",
            "agencies",
            "documents__kind",
            "points__themes",
            "points__agencies",
        )


ReviewManager = models.Manager.from_queryset(ReviewQuerySet)
