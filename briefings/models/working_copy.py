"""What editors are writing. The public sees none of it before it is published.

The same as of reviews (reviews/models/working_copy.py): saved valid or not, with a number that
every save raises, revisions to merge against, and who else has the page open.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from briefings.models.piece import Edition


def _user(*, may_be_nobody: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=may_be_nobody,
        blank=may_be_nobody,
        related_name="+",
    )


class WorkingCopy(models.Model):
    """What stands in the fields of an edition's edit page, by field name: lists of texts."""

    edition = models.OneToOneField(
        Edition, models.CASCADE, primary_key=True, related_name="working_copy"
    )
    typed = models.JSONField()
    number = models.PositiveIntegerField(default=1)
    first_number = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = _user(may_be_nobody=True)
    acknowledged = models.JSONField(default=dict, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    offered_by = _user(may_be_nobody=True)
    publish_at = models.DateTimeField(null=True, blank=True)
    scheduled_by = _user(may_be_nobody=True)
    schedule_problem = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "working copies"
        indexes = [
            models.Index(
                fields=["publish_at"],
                name="edition_copy_publish_at",
                condition=Q(publish_at__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="edition_schedule_has_owner",
                condition=Q(publish_at__isnull=True) | Q(scheduled_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Working copy of {self.edition_id}"


class Revision(models.Model):
    """A working copy as one save left it. Automatic saves of one `sitting` are one revision."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    typed = models.JSONField()
    by = _user(may_be_nobody=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sitting = models.CharField(max_length=32, blank=True)
    is_automatic = models.BooleanField(default=False)

    class Meta:
        ordering = ("edition", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"], name="edition_revision_one_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.edition_id}"


class Presence(models.Model):
    """Who has an edition's edit page open, so that two editors see each other."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "user"], name="edition_presence_one_per_user"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.edition_id}"
