"""Who may see what. Every public page, list, file and count of this app starts here."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from briefings.choices import Kind, State
from reviews.choices import State as ReviewState

if TYPE_CHECKING:
    from briefings.models import Citation, Edition, Pin  # noqa: F401 (named in texts)


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, narrowed by state and kind."""

    def published(self) -> Self:
        """What the public may see: current editions, and superseded ones at their own address."""
        return self.filter(state__in=(State.PUBLISHED, State.SUPERSEDED))

    def current(self) -> Self:
        """The one edition of each piece that its own address shows, and lists name."""
        return self.filter(state=State.PUBLISHED)

    def withdrawn(self) -> Self:
        """What was public and is no more."""
        return self.filter(state=State.WITHDRAWN)

    def of_kind(self, kind: Kind) -> Self:
        return self.filter(piece__kind=kind)

    def newest_first(self) -> Self:
        """By the date that is shown; those without one last."""
        return self.order_by(F("published").desc(nulls_last=True), "-released_at", "-pk")


class PinQuerySet(models.QuerySet["Pin"]):
    def published(self) -> Self:
        """Of reviews that are public now: the sample that is counted."""
        return self.filter(review__state=ReviewState.PUBLISHED)


class CitationQuerySet(models.QuerySet["Citation"]):
    def published(self) -> Self:
        """Of reviews that are public now, and of points that they still have."""
        return self.filter(_PUBLIC)

    def lost(self) -> Self:
        """Of what is not public any more, or gone: their briefings are to be looked at."""
        return self.exclude(_PUBLIC)


_PUBLIC = Q(review__state=ReviewState.PUBLISHED) & (Q(of_point=False) | Q(point__isnull=False))

EditionManager = models.Manager.from_queryset(EditionQuerySet)
PinManager = models.Manager.from_queryset(PinQuerySet)
CitationManager = models.Manager.from_queryset(CitationQuerySet)
