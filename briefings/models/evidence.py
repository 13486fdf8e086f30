"""What an edition rests on, in rows: the sample, and what each statement cites."""

from django.db import models
from django.db.models import Q

from briefings.models.piece import Edition
from briefings.querysets import CitationManager, PinManager
from reviews.models import Point, Review


class Pin(models.Model):
    """A review of the sample that a briefing is based on."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="pins")
    review = models.ForeignKey(Review, models.CASCADE, related_name="pins")

    objects = PinManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "review"], name="pin_one_per_review")
        ]

    def __str__(self) -> str:
        return f"{self.review_id} in {self.edition_id}"


class Citation(models.Model):
    """What supports a statement: a learning point, a recommendation, or a review as a whole.

    `statement` is the statement's id in the edition's content. A point that a correction took
    out of its review leaves the citation without one: it supports nothing any more. `said` is what
    the point said when the edition was published or last corrected, or somebody last looked at it,
    for editors alone: so they see what a correction of the review has changed. "" where that was
    not kept, and of a whole review.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="citations")
    statement = models.CharField(max_length=20)
    order = models.PositiveSmallIntegerField()
    review = models.ForeignKey(Review, models.CASCADE, related_name="citations")
    point = models.ForeignKey(
        Point, models.SET_NULL, null=True, blank=True, related_name="citations"
    )
    of_point = models.BooleanField(default=False)
    said = models.TextField(blank=True)

    objects = CitationManager()

    class Meta:
        ordering = ("edition", "statement", "order")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "statement", "review", "point"],
                name="citation_once_per_statement",
                nulls_distinct=True,
            ),
            models.UniqueConstraint(
                fields=["edition", "statement", "review"],
                condition=Q(of_point=False),
                name="citation_review_once_per_statement",
            ),
            models.CheckConstraint(
                name="citation_of_point_says_so",
                condition=Q(point__isnull=True) | Q(of_point=True),
            ),
            models.CheckConstraint(name="citation_names_a_statement", condition=~Q(statement="")),
        ]

    def __str__(self) -> str:
        return f"{self.statement} of {self.edition_id} cites {self.review_id}"
