"""Who did what to an edition, and when. Rows are added, never changed."""

from django.conf import settings
from django.db import models

from briefings.choices import Verb
from briefings.models.piece import Edition
from reviews.choices import Reason


class Step(models.Model):
    """One step in an edition's life, as `reviews.models.AuditEntry` is one in a review's.

    `by` is empty when a command did it. `version` is the collection's that the step made; a step
    that the public does not see has none.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="history")
    verb = models.CharField(max_length=16, choices=Verb)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    public_note = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    changes = models.JSONField(default=list, blank=True)
    version = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(name="step_verb_known", condition=models.Q(verb__in=Verb.values))
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {self.at:%d %B %Y}"
