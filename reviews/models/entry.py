"""What the catalogue in memory is made from: one narrow row per public review, and a version."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from reviews.models.review import Review


class Entry(models.Model):
    """A review as the catalogue sees it. Written only by `reviews.entries`.

    `codes` are facet codes (reviews/codes.py). A withdrawn review keeps its row with `listed`
    false and nothing else, so that every process learns that it went.
    """

    review = models.OneToOneField(Review, models.CASCADE, primary_key=True, related_name="entry")
    listed = models.BooleanField()
    codes = ArrayField(models.IntegerField(), default=list)
    added_month = models.IntegerField()
    title_key = models.CharField(max_length=300)
    incident_earliest = models.DateField(null=True)
    incident_latest = models.DateField(null=True)
    search = SearchVectorField(null=True)
    version = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [GinIndex(fields=["search"], name="entry_search")]
        constraints = [
            models.CheckConstraint(
                name="entry_gone_keeps_nothing",
                condition=models.Q(listed=True) | models.Q(codes=[], search__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Entry of {self.review_id}"


class Collection(models.Model):
    """One row: the version of the public collection, raised by every publication.

    Versions come from a sequence, so a number that was rolled back is never given again;
    `recent` holds the last versions that were committed, newest first.
    """

    version = models.BigIntegerField()
    recent = ArrayField(models.BigIntegerField())
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="collection_one_row", condition=models.Q(pk=1)),
        ]

    def __str__(self) -> str:
        return f"Version {self.version}"
