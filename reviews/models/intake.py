"""Texts that were read in, and the reviews that they propose. Nothing of it is public.

What was read never changes: a text, and what intake made of it (reviews/intake/). What editors
decide about it stands beside it. An accepted proposal becomes a draft at the desk.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.choices import Decision, Origin
from reviews.dates import PartialDate
from reviews.models.fields import PartialDateField
from reviews.models.review import Review


def _somebody() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )


class Batch(models.Model):
    """One text, as it was read in: what `rest` says was in no proposal is kept with it.

    `number` is raised by every decision, so that a page of an earlier moment is noticed.
    """

    name = models.CharField(max_length=200)
    origin = models.CharField(max_length=12, choices=Origin)
    kind = models.CharField(max_length=12, blank=True)
    text = models.TextField(blank=True)
    notes = models.JSONField(default=list, blank=True)
    month: PartialDate = PartialDateField(null=False, blank=False)  # type: ignore[assignment]
    declared = models.PositiveIntegerField(null=True, blank=True)
    rest = models.JSONField(default=dict, blank=True)
    by = _somebody()
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = _somebody()
    number = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(name="batch_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="batch_origin_known", condition=Q(origin__in=Origin.values)
            ),
            models.CheckConstraint(
                name="batch_month_is_month", condition=Q(month__regex=r"^\d{4}-\d{2}$")
            ),
            models.CheckConstraint(
                name="batch_by_somebody_or_submitted",
                condition=Q(origin=Origin.SUBMISSION, by__isnull=True)
                | (~Q(origin=Origin.SUBMISSION) & Q(by__isnull=False)),
            ),
            models.CheckConstraint(
                name="batch_undone_by_somebody",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """A review as an entry of a batch gives it, and what became of it.

    `read` is what intake read (`reviews.intake.proposal.Proposal.to_dict`). An accepted one has its
    draft in `review`, where it is changed, as long as nobody discards that.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="proposals")
    order = models.PositiveIntegerField()
    read = models.JSONField()
    state = models.CharField(max_length=10, choices=Decision, default=Decision.WAITING)
    review = models.OneToOneField(
        Review, models.SET_NULL, null=True, blank=True, related_name="proposal"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = _somebody()

    class Meta:
        ordering = ("batch", "order")
        indexes = [
            models.Index(
                fields=["batch"],
                name="proposal_waiting",
                condition=Q(state=Decision.WAITING),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "order"], name="proposal_one_per_order"),
            models.CheckConstraint(name="proposal_counts_from_one", condition=Q(order__gte=1)),
            models.CheckConstraint(
                name="proposal_decided_by_somebody",
                condition=Q(
                    state=Decision.WAITING, decided_at__isnull=True, decided_by__isnull=True
                )
                | Q(
                    state__in=[Decision.ACCEPTED, Decision.SKIPPED],
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="proposal_draft_of_accepted",
                condition=Q(review__isnull=True) | Q(state=Decision.ACCEPTED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.order} {self.read.get('title') or ''}".strip()


class ColumnMapping(models.Model):
    """Which column of a table is which field, kept for the next table with the same headings.

    `signature` stands for the row of headings.
    """

    signature = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    columns = models.JSONField()
    by = _somebody()
    used_at = models.DateTimeField()

    class Meta:
        ordering = ("-used_at",)

    def __str__(self) -> str:
        return self.name
