"""Who did what to a review, and when. Rows are added, never changed."""

from django.conf import settings
from django.db import models

from reviews.choices import Reason, Verb
from reviews.models.review import Review


class AuditEntry(models.Model):
    """One step in a review's life. `by` is empty when a command did it.

    `version` is the collection's that the step made; a step that the public does not see has none.
    `note` is for editors, `public_note` stands on the review's page. `changes` are lines that say
    what became different, and which findings were acknowledged with which reasons.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="history")
    verb = models.CharField(max_length=16, choices=Verb)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    public_note = models.CharField(max_length=300, blank=True, default="", db_default="")
    reason = models.CharField(max_length=16, choices=Reason, blank=True, default="", db_default="")
    changes = models.JSONField(
        default=list, blank=True, db_default=models.Value([], models.JSONField())
    )
    version = models.BigIntegerField(null=True, blank=True)

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
