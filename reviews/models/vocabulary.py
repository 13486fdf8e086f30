"""Vocabularies: the words a review is described with. Data that editors change, with definitions.

A term that was merged keeps its slug and points to the term that took its place, so that old
addresses still lead somewhere.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from reviews.choices import Nation


class Term(models.Model):
    """What every vocabulary's terms have. Not a table of its own."""

    slug = models.SlugField(max_length=80, unique=True)
    label = models.CharField(max_length=120)
    definition = models.TextField()
    includes = models.TextField(blank=True)
    excludes = models.TextField(blank=True)
    synonyms = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    order = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        abstract = True
        ordering = ("order", "label")
        constraints = [
            models.CheckConstraint(
                name="%(class)s_not_merged_into_itself",
                condition=~models.Q(merged_into=models.F("pk")),
            ),
            models.CheckConstraint(name="%(class)s_has_label", condition=~models.Q(label="")),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """One in use stays: with a theme, an agency or a harm its links would go unasked."""
        if self.is_in_use:
            raise models.ProtectedError(f"{self.label} is in use.", {self})
        return super().delete(*args, **kwargs)

    @property
    def live(self) -> "Term":
        """This term, or the one that took its place: what pages name and link to."""
        return self.merged_into or self

    @property
    def is_in_use(self) -> bool:
        """Whether a review, a point, a document or a merged term names it."""
        names = (str(one.get_accessor_name()) for one in self._meta.related_objects)
        return any(getattr(self, name).exists() for name in names)

    def clean(self) -> None:
        """Merging is one step deep, so that every old slug leads to a live term."""
        if self.merged_into and self.merged_into.merged_into:
            raise ValidationError({"merged_into": "Choose a term that is not merged itself."})
        if self.merged_into and self.pk and self.merged.exists():  # type: ignore[attr-defined]
            raise ValidationError({"merged_into": "Other terms are merged into this one."})

    def stored_targets(self) -> set[int]:
        """The key of the term that the database has this one merged into, if any."""
        model: Any = type(self)  # a vocabulary: this class itself has no table
        stored = model.objects.filter(pk=self.pk, merged_into__isnull=False)
        return set(stored.values_list("merged_into_id", flat=True))


class ReviewType(Term):
    """A kind of review. The full name always; an acronym alone can mean two things."""

    nation = models.CharField(max_length=20, choices=Nation, blank=True)
    former = models.BooleanField(default=False)


class Outcome(Term):
    """What the child suffered: death, serious harm, other, or not stated."""


class Harm(Term):
    """A kind of harm or incident. A review may have several."""


class Theme(Term):
    """What the learning is about."""

    class Meta(Term.Meta):
        verbose_name = "theme"


class Agency(Term):
    """Who the learning is for, or who a recommendation addresses."""

    class Meta(Term.Meta):
        verbose_name_plural = "agencies"


class DocumentKind(Term):
    """What a document is: overview report, executive summary, ..."""


class AgeBand(Term):
    """Completed years from `min_years` to `max_years`. Both empty: unborn, or not stated."""

    min_years = models.PositiveSmallIntegerField(null=True, blank=True)
    max_years = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Term.Meta):
        constraints = [
            *Term.Meta.constraints,
            models.CheckConstraint(
                name="ageband_years_in_order",
                condition=models.Q(max_years__isnull=True)
                | models.Q(min_years__isnull=False, max_years__gte=models.F("min_years")),
            ),
        ]
