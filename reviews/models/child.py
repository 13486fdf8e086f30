"""A child (or, in some reviews, an adult) whom a review is about."""

from typing import Any

from django.db import models

from reviews.ages import Age
from reviews.choices import Sex
from reviews.models.fields import AgeField
from reviews.models.review import Review


class Child(models.Model):
    """`age_text` is the age as written, `age` as ISO 8601; any of it may be unknown."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="children")
    order = models.PositiveSmallIntegerField()
    age_text = models.CharField(max_length=80, blank=True)
    age: Age | None = AgeField()  # type: ignore[assignment]
    min_years = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    max_years = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    sex = models.CharField(max_length=12, choices=Sex, default=Sex.NOT_STATED)

    class Meta:
        ordering = ("review", "order")
        verbose_name_plural = "children"
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="child_one_per_order"),
            models.CheckConstraint(
                name="child_age_and_years_agree",
                condition=models.Q(age__isnull=True, min_years__isnull=True, max_years__isnull=True)
                | models.Q(age="unborn", min_years__isnull=True, max_years__isnull=True)
                | models.Q(
                    age__isnull=False,
                    age__regex="^P",
                    min_years__isnull=False,
                    max_years__isnull=False,
                    max_years__gte=models.F("min_years"),
                ),
            ),
            models.CheckConstraint(name="child_sex_known", condition=models.Q(sex__in=Sex.values)),
        ]

    def __str__(self) -> str:
        return self.description

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.min_years, self.max_years = years_of(self.age)
        super().save(*args, **kwargs)

    @property
    def description(self) -> str:
        """ "Boy, 4 years 8 months"; what is not stated is said to be so."""
        age = self.age.label if self.age else "age not stated"
        sex = Sex(self.sex)
        return f"{sex.label}, {age}" if sex in {Sex.GIRL, Sex.BOY} else age.capitalize()


def years_of(age: Age | None) -> tuple[int | None, int | None]:
    """The completed years an age can mean, for the age bands; nothing for unborn and unknown."""
    return (age.years if age else None) or (None, None)
