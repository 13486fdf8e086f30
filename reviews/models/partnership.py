"""Who publishes reviews. One protected row, "Anonymous", never has a place."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from reviews.choices import Nation


class Partnership(models.Model):
    """A safeguarding partnership or board, under the name it uses or used."""

    ANONYMOUS = 1  # primary key of the protected row; made by the first migration

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=160, unique=True)
    aliases = ArrayField(models.CharField(max_length=160), default=list, blank=True)
    nation = models.CharField(max_length=20, choices=Nation, default=Nation.NOT_RECORDED)
    region = models.CharField(max_length=80, blank=True)
    illustrative = models.BooleanField(default=False)
    predecessors = models.ManyToManyField(
        "self", through="Succession", symmetrical=False, related_name="successors"
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                name="partnership_anonymous_has_no_place",
                condition=~models.Q(pk=1)
                | models.Q(
                    slug="anonymous",
                    name="Anonymous",
                    aliases=[],
                    nation=Nation.NOT_RECORDED,
                    region="",
                    illustrative=False,
                ),
            ),
            models.CheckConstraint(name="partnership_has_name", condition=~models.Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """The Anonymous row stays; the database refuses too (migration 0002)."""
        if self.pk == self.ANONYMOUS:
            raise models.ProtectedError("Anonymous can’t be deleted.", {self})
        return super().delete(*args, **kwargs)


class Succession(models.Model):
    """A partnership took over from another. Anonymous is on neither side."""

    predecessor = models.ForeignKey(Partnership, models.CASCADE, related_name="later")
    successor = models.ForeignKey(Partnership, models.CASCADE, related_name="earlier")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_only_once"
            ),
            models.CheckConstraint(
                name="succession_between_two",
                condition=~models.Q(predecessor=models.F("successor")),
            ),
            models.CheckConstraint(
                name="succession_never_anonymous",
                condition=~models.Q(predecessor=1) & ~models.Q(successor=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
