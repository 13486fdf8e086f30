"""A briefing or an article, and its editions."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from briefings.choices import Kind, State
from briefings.content import Content
from briefings.querysets import EditionManager
from reviews.dates import PartialDate
from reviews.models import Agency, Theme
from reviews.models.fields import PartialDateField

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def _by() -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )


class Piece(models.Model):
    """What keeps one address through all its editions.

    What is illustrative rests on illustrative reviews and says so everywhere.
    """

    kind = models.CharField(max_length=12, choices=Kind)
    slug = models.SlugField(max_length=80)
    illustrative = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = _by()

    class Meta:
        ordering = ("kind", "slug")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="piece_one_per_slug"),
            models.CheckConstraint(name="piece_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="piece_slug_form", condition=Q(slug__regex=f"^{SLUG}$")),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"

    def get_absolute_url(self) -> str:
        return reverse(f"briefings:{self.kind}", args=[self.slug])


class Edition(models.Model):
    """One edition: what it says (`content`), and what it rests on (citations, pins).

    `published` is the date that readers see. `as_of` is the moment up to which the collection
    was looked at: reviews that entered it later are counted as added since. `selection` is a
    query string of the URL grammar. Rows of a draft that never was public are written when it is
    published; until then what is typed stands in its working copy alone.
    """

    piece = models.ForeignKey(Piece, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    title = models.CharField(max_length=200)
    standfirst = models.CharField(max_length=600, blank=True)
    published: PartialDate | None = PartialDateField()  # type: ignore[assignment]
    as_of = models.DateTimeField(null=True, blank=True)
    selection = models.CharField(max_length=2000, blank=True)
    stored = models.JSONField(default=dict, db_column="content")
    themes = models.ManyToManyField(Theme, blank=True, related_name="editions")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="editions")
    related = models.ManyToManyField(Piece, blank=True, related_name="related_from")
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    released_at = models.DateTimeField(null=True, blank=True)
    released_by = _by()
    corrected_at = models.DateTimeField(null=True, blank=True)
    corrected_by = _by()
    superseded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _by()
    withdrawn_wording = models.CharField(max_length=300, blank=True)

    objects = EditionManager()

    class Meta:
        ordering = ("piece", "number")
        constraints = [
            models.UniqueConstraint(fields=["piece", "number"], name="edition_one_per_number"),
            models.UniqueConstraint(
                fields=["piece"],
                condition=Q(state=State.PUBLISHED),
                name="edition_one_current",
            ),
            models.UniqueConstraint(
                fields=["piece"], condition=Q(state=State.DRAFT), name="edition_one_draft"
            ),
            models.CheckConstraint(name="edition_counts_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="edition_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="edition_state_and_dates",
                condition=Q(
                    state=State.DRAFT,
                    released_at__isnull=True,
                    superseded_at__isnull=True,
                    withdrawn_at__isnull=True,
                )
                | Q(
                    state=State.PUBLISHED,
                    released_at__isnull=False,
                    as_of__isnull=False,
                    superseded_at__isnull=True,
                    withdrawn_at__isnull=True,
                )
                | Q(
                    state=State.SUPERSEDED,
                    released_at__isnull=False,
                    superseded_at__isnull=False,
                    withdrawn_at__isnull=True,
                )
                | Q(
                    state=State.WITHDRAWN,
                    released_at__isnull=False,
                    withdrawn_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="edition_corrected_after_release",
                condition=Q(corrected_at__isnull=True)
                | Q(released_at__isnull=False, corrected_at__gte=F("released_at")),
            ),
            models.CheckConstraint(
                name="edition_wording_of_withdrawn",
                condition=Q(withdrawn_wording="") | Q(state=State.WITHDRAWN),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def get_absolute_url(self) -> str:
        """The piece's address for the current edition, its own for any other."""
        if self.state == State.PUBLISHED:
            return self.piece.get_absolute_url()
        name = f"briefings:{self.piece.kind}_edition"
        return reverse(name, args=[self.piece.slug, self.number])

    @cached_property
    def content(self) -> Content:
        return Content.from_json(self.stored)

    @property
    def is_published(self) -> bool:
        """The instance twin of `EditionQuerySet.published()`."""
        return self.state in {State.PUBLISHED, State.SUPERSEDED}

    @property
    def is_current(self) -> bool:
        return self.state == State.PUBLISHED
