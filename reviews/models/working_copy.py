"""What editors are writing. The public sees none of it before it is published.

The rows of a review are what the public sees, saw or will see. What is typed at the desk is a
working copy beside them: a draft's first text, or the correction of a published review.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from reviews.models.review import Review


def _user(*, may_be_nobody: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=may_be_nobody,
        blank=may_be_nobody,
        related_name="+",
    )


class WorkingCopy(models.Model):
    """What stands in the fields of a review's edit page, by field name: lists of texts.

    Valid or not, so that a draft can be saved with mistakes in it. `number` is raised by every
    save: a page that was opened at an earlier number does not overwrite a later one. Numbers go
    on after a publication; `first_number` is the first of this working copy.
    `findings` are the codes of what the checks said of it, for the desk's lists.
    """

    review = models.OneToOneField(
        Review, models.CASCADE, primary_key=True, related_name="working_copy"
    )
    typed = models.JSONField()
    number = models.PositiveIntegerField(default=1)
    first_number = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = _user(may_be_nobody=True)
    findings = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    is_blocked = models.BooleanField(default=False)
    acknowledged = models.JSONField(default=dict, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    offered_by = _user(may_be_nobody=True)
    publish_on = models.DateField(null=True, blank=True)
    scheduled_by = _user(may_be_nobody=True)
    schedule_problem = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "working copies"
        indexes = [
            models.Index(
                fields=["publish_on"],
                name="working_copy_publish_on",
                condition=Q(publish_on__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="working_copy_schedule_has_owner",
                condition=Q(publish_on__isnull=True) | Q(scheduled_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Working copy of {self.review_id}"


class Revision(models.Model):
    """A working copy as one save left it: for its history, and to merge what two have typed.

    What the page saves by itself while somebody types goes on with the revision of the same
    `sitting` (one opening of the edit page); saving by hand begins the next.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    typed = models.JSONField()
    by = _user(may_be_nobody=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sitting = models.CharField(max_length=32, blank=True)
    is_automatic = models.BooleanField(default=False)

    class Meta:
        ordering = ("review", "number")
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="revision_one_per_number")
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.review_id}"


class Presence(models.Model):
    """Who has a review's edit page open, so that two editors see each other."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "user"], name="presence_one_per_user")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.review_id}"


class Upload(models.Model):
    """A PDF that an editor has added to a working copy. It becomes a document's file when that
    is published; until then nobody else can read it.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=200)
    file = models.FileField(max_length=200)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField()
    has_text = models.BooleanField()
    title = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = _user()

    class Meta:
        ordering = ("review", "at")

    def __str__(self) -> str:
        return self.name
