"""What partnerships send in: the review they propose, whom to write to, and what is to be told.

Nothing of it is public. Contact data is kept for a set time (reviews/submissions/forgetting.py);
then only what became of it remains.
"""

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver

from reviews.choices import LetterKind
from reviews.models.intake import Batch

CONTACT = ("contact_name", "contact_role", "email", "phone")


class Submission(models.Model):
    """A form that a partnership sent, by whom, and what they agreed to.

    `given` is what the form said of the review, as it was typed. Once it is confirmed by mail it
    has a batch with one proposal. `digest` stands for the form and all that was in it, so that
    what is sent twice is here once.
    """

    digest = models.CharField(max_length=64, unique=True)
    given = models.JSONField()
    partnership = models.CharField(max_length=160, blank=True)
    anonymous = models.BooleanField(default=False)
    may_host = models.BooleanField(default=False)
    permitted_by = models.CharField(max_length=160, blank=True)

    contact_name = models.CharField(max_length=120, blank=True)
    contact_role = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    consent = models.TextField()
    consent_version = models.CharField(max_length=20)
    site = models.CharField(max_length=300)
    sent_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    batch = models.OneToOneField(
        Batch, models.CASCADE, null=True, blank=True, related_name="submission"
    )

    declined_at = models.DateTimeField(null=True, blank=True)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    declined_because = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-sent_at", "-pk")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["email"], name="submission_waits", condition=Q(confirmed_at__isnull=True)
            ),
            models.Index(
                fields=["sent_at"], name="submission_not_erased", condition=Q(erased_at=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="submission_confirmed_is_batch",
                condition=Q(confirmed_at__isnull=True, batch__isnull=True)
                | Q(confirmed_at__isnull=False, batch__isnull=False),
            ),
            models.CheckConstraint(name="submission_has_consent", condition=~Q(consent="")),
            models.CheckConstraint(
                name="submission_permission_by_somebody",
                condition=Q(may_host=False) | ~Q(permitted_by="") | Q(erased_at__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_email_until_erased",
                condition=(Q(erased_at__isnull=True) & ~Q(email=""))
                | Q(erased_at__isnull=False, permitted_by="", **dict.fromkeys(CONTACT, "")),
            ),
            models.CheckConstraint(
                name="submission_declined_by_somebody",
                condition=Q(declined_at__isnull=True, declined_by__isnull=True, declined_because="")
                | (Q(declined_at__isnull=False, declined_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Submission {self.pk}"

    @property
    def title(self) -> str:
        return str(self.given.get("title", ""))

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None


class SubmittedFile(models.Model):
    """A PDF that came with a form. Without a submission it waits for a form to be put right."""

    submission = models.OneToOneField(
        Submission, models.CASCADE, null=True, blank=True, related_name="report"
    )
    name = models.CharField(max_length=200)
    file = models.FileField(max_length=200)
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField()
    has_text = models.BooleanField()
    title = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="submittedfile_has_checksum", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(name="submittedfile_has_file", condition=~Q(file="")),
        ]

    def __str__(self) -> str:
        return self.name


@receiver(post_delete, sender=SubmittedFile)
def _remove_file(instance: SubmittedFile, **kwargs: Any) -> None:
    """A row that goes, by itself or with its submission, takes its file with it."""
    storage, name = instance.file.storage, str(instance.file.name)
    transaction.on_commit(lambda: storage.delete(name))


class SubmissionLetter(models.Model):
    """A mail about a submission: due, sent, or given up with the problem. One of each kind."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=12, choices=LetterKind)
    due_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("submission", "pk")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["due_at"],
                name="submissionletter_due",
                condition=Q(due_at__isnull=False),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind"], name="submissionletter_one_per_kind"
            ),
            models.CheckConstraint(
                name="submissionletter_kind_known", condition=Q(kind__in=LetterKind.values)
            ),
            models.CheckConstraint(
                name="submissionletter_sent_is_not_due",
                condition=Q(due_at__isnull=True) | Q(sent_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, submission {self.submission_id}"
