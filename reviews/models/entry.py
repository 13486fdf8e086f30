"""What the catalogue in memory is made from: one narrow row per public review, and a version."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from reviews.models.learning import Point
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
    entered = models.DateTimeField(null=True)
    search = SearchVectorField(null=True)
    version = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [GinIndex(fields=["search"], name="entry_search")]
        constraints = [
            models.CheckConstraint(
                name="entry_gone_keeps_nothing",
                condition=models.Q(listed=True) | models.Q(codes=[], search__isnull=True),
            ),
            models.CheckConstraint(
                name="entry_entered_if_listed",
                condition=models.Q(listed=True, entered__isnull=False)
                | models.Q(listed=False, entered__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Entry of {self.review_id}"


class PointEntry(models.Model):
    """A public review's learning point or recommendation as search and the catalogue see it.

    `codes` are the point's own: its kind, themes and agencies. `place` sorts the points of one
    review: learning points by their order, then recommendations.
    """

    point = models.OneToOneField(Point, models.CASCADE, primary_key=True, related_name="entry")
    review = models.ForeignKey(
        Review, models.CASCADE, related_name="point_entries", db_constraint=False
    )
    place = models.SmallIntegerField()
    codes = ArrayField(models.IntegerField(), default=list)
    search = SearchVectorField()

    class Meta:
        verbose_name_plural = "point entries"
        indexes = [GinIndex(fields=["search"], name="point_entry_search")]

    def __str__(self) -> str:
        return f"Entry of point {self.point_id}"


class ReportEntry(models.Model):
    """The words of a public review's hosted reports: they add matches and are never ranked.

    Apart from `Entry`, so that long reports do not slow what reads that.
    """

    review = models.OneToOneField(
        Review, models.CASCADE, primary_key=True, related_name="report_entry"
    )
    search = SearchVectorField()

    class Meta:
        verbose_name_plural = "report entries"
        indexes = [GinIndex(fields=["search"], name="report_entry_search")]

    def __str__(self) -> str:
        return f"Words of the reports of {self.review_id}"


class Word(models.Model):
    """A word as the collection or a vocabulary writes it, to tell what a misspelt one may mean.

    One may outlive the last review that has it: what is offered is searched for first.
    """

    word = models.CharField(max_length=40, primary_key=True)

    class Meta:
        indexes = [GinIndex(fields=["word"], name="word_trigrams", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word


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
