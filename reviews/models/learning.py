"""Learning points and recommendations: records of their own, with an address."""

from django.db import models
from django.urls import reverse

from reviews.choices import PointKind
from reviews.models.review import Review
from reviews.models.vocabulary import Agency, Theme


class Point(models.Model):
    """One learning point or one recommendation, in its place in the review.

    The agencies of a learning point are those it is for; of a recommendation, those addressed.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="points")
    kind = models.CharField(max_length=16, choices=PointKind)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    themes = models.ManyToManyField(Theme, blank=True, related_name="points")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="points")

    class Meta:
        ordering = ("review", "kind", "order")
        constraints = [
            models.UniqueConstraint(fields=["review", "kind", "order"], name="point_one_per_order"),
            models.CheckConstraint(name="point_counts_from_one", condition=models.Q(order__gte=1)),
            models.CheckConstraint(name="point_has_text", condition=~models.Q(text="")),
            models.CheckConstraint(
                name="point_kind_known", condition=models.Q(kind__in=PointKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.order}"

    def get_absolute_url(self) -> str:
        """Its own page; nothing for a point that only a preview has."""
        return reverse("reviews:point", args=[self.pk]) if self.pk else ""

    @property
    def anchor(self) -> str:
        """Its id on the review's page: learning-3, recommendation-1."""
        return f"{self.kind}-{self.order}"

    @property
    def is_recommendation(self) -> bool:
        return self.kind == PointKind.RECOMMENDATION
