"""The review: its facts, its state, and who may see it."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse

from reviews.choices import Nation, State
from reviews.dates import PartialDate
from reviews.models.fields import PartialDateField
from reviews.models.partnership import Partnership
from reviews.models.vocabulary import Agency, Harm, Outcome, ReviewType, Theme
from reviews.querysets import ReviewManager

REFERENCE = r"(?:CR|EX)-[0-9]{4}-[0-9]{4,}"


def _by(related: str = "+") -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name=related
    )


class Review(models.Model):
    """One case review. See docs/data-model.md for what each field means."""

    reference = models.CharField(max_length=24, unique=True)
    title = models.CharField(max_length=200)
    headline = models.CharField(max_length=300, blank=True)
    type = models.ForeignKey(ReviewType, models.PROTECT, related_name="reviews")
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.NOT_RECORDED)
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    anonymous = models.BooleanField(default=False)
    published: PartialDate | None = PartialDateField()  # type: ignore[assignment]
    added: PartialDate = PartialDateField(null=False, blank=False)  # type: ignore[assignment]
    incident: PartialDate | None = PartialDateField()  # type: ignore[assignment]
    published_latest = models.DateField(null=True, blank=True, editable=False)
    incident_earliest = models.DateField(null=True, blank=True, editable=False)
    incident_latest = models.DateField(null=True, blank=True, editable=False)
    summary = models.TextField()
    content_note = models.CharField(max_length=200, blank=True)
    incident_note = models.CharField(max_length=120, blank=True)
    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="reviews")
    harms = models.ManyToManyField(Harm, blank=True, related_name="reviews")
    themes = models.ManyToManyField(Theme, blank=True, related_name="reviews")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="reviews")
    keywords = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    illustrative = models.BooleanField(default=False)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = _by()
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = _by()
    corrected_at = models.DateTimeField(null=True, blank=True)
    corrected_by = _by()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _by()
    withdrawn_wording = models.CharField(max_length=300, blank=True, default="", db_default="")

    objects = ReviewManager()

    class Meta:
        ordering = ("reference",)
        indexes = [
            models.Index(fields=["added"], name="review_added"),
            # The desk's lists: what is not public is rare, and words stand anywhere in a name.
            models.Index(
                fields=["state"], name="review_not_public", condition=~Q(state=State.PUBLISHED)
            ),
            GinIndex(
                *(
                    OpClass(Upper(name), "gin_trgm_ops")
                    for name in ("reference", "title", "headline")
                ),
                name="review_names",
            ),
        ]
        permissions = [
            ("publish_review", "Can publish drafts"),
            ("correct_review", "Can correct published reviews"),
            ("withdraw_review", "Can withdraw and restore reviews and their documents"),
        ]
        constraints = [
            models.CheckConstraint(
                name="review_reference_form", condition=Q(reference__regex=f"^{REFERENCE}$")
            ),
            models.CheckConstraint(
                name="review_illustrative_says_so",
                condition=Q(illustrative=True, reference__startswith="EX-")
                | Q(illustrative=False, reference__startswith="CR-"),
            ),
            models.CheckConstraint(name="review_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="review_nation_known", condition=Q(nation__in=Nation.values)
            ),
            models.CheckConstraint(
                name="review_added_is_month", condition=Q(added__regex=r"^\d{4}-\d{2}$")
            ),
            models.CheckConstraint(
                name="review_anonymous_has_no_partnership",
                condition=Q(anonymous=False) | Q(partnership__isnull=True),
            ),
            models.CheckConstraint(
                name="review_anonymous_is_not_a_place",
                condition=Q(partnership__isnull=True) | ~Q(partnership=Partnership.ANONYMOUS),
            ),
            models.CheckConstraint(
                name="review_published_not_before_incident",
                condition=Q(published_latest__isnull=True)
                | Q(incident_earliest__isnull=True)
                | Q(published_latest__gte=F("incident_earliest")),
            ),
            models.CheckConstraint(
                name="review_published_bound_agrees",
                condition=Q(published__isnull=True, published_latest__isnull=True)
                | Q(published__isnull=False, published_latest__isnull=False),
            ),
            models.CheckConstraint(
                name="review_incident_bounds_agree",
                condition=Q(
                    incident__isnull=True,
                    incident_earliest__isnull=True,
                    incident_latest__isnull=True,
                )
                | Q(
                    incident__isnull=False,
                    incident_earliest__isnull=False,
                    incident_latest__isnull=False,
                    incident_earliest__lte=F("incident_latest"),
                ),
            ),
            models.CheckConstraint(
                name="review_state_and_dates",
                condition=Q(state=State.DRAFT, released_at__isnull=True, withdrawn_at__isnull=True)
                | Q(state=State.PUBLISHED, released_at__isnull=False, withdrawn_at__isnull=True)
                | Q(state=State.WITHDRAWN, released_at__isnull=False, withdrawn_at__isnull=False),
            ),
            models.CheckConstraint(
                name="review_corrected_after_release",
                condition=Q(corrected_at__isnull=True)
                | Q(released_at__isnull=False, corrected_at__gte=F("released_at")),
            ),
            models.CheckConstraint(
                name="review_withdrawn_after_release",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("released_at")),
            ),
            models.CheckConstraint(
                name="review_wording_of_withdrawn",
                condition=Q(withdrawn_wording="") | Q(state=State.WITHDRAWN),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the date bounds, which the database compares, in step with the dates."""
        self.published_latest = self.published.latest if self.published else None
        self.incident_earliest = self.incident.earliest if self.incident else None
        self.incident_latest = self.incident.latest if self.incident else None
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("reviews:detail", args=[self.reference])

    @property
    def is_published(self) -> bool:
        """The instance twin of `ReviewQuerySet.published()`."""
        return self.state == State.PUBLISHED
