"""Who did what to a review, and when. Rows are added, never changed."""

from django.conf import settings
from django.db import models

from reviews.choices import Verb
from reviews.models.review import Review


class AuditEntry(models.Model):
    """One step in a review's life. `by` is empty when a command did it."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="history")
    verb = models.CharField(max_length=16, choices=Verb)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    version = models.BigIntegerField()

    class Meta:
        ordering = ("at", "pk")
        verbose_name_plural = "audit entries"
        constraints = [
            models.CheckConstraint(
                name="auditentry_verb_known", condition=models.Q(verb__in=Verb.values)
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {self.at:%d %B %Y}"
