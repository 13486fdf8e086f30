"""A review's documents: a link, a hosted file, or only the fact that one exists."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.text import slugify

from reviews.models.review import Review
from reviews.models.vocabulary import DocumentKind

BROKEN_AFTER = 3  # failures in a row
BROKEN_FOR = timedelta(days=7)  # between the first of them and the last


class Document(models.Model):
    """Where the source gave no link, `url` is empty and the page says so.

    No file is held without a recorded permission. Once a file has expired `file` is empty;
    `pages`, `bytes`, `sha256` and `fetched_at` go on saying what was held.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="documents")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)
    kind = models.ForeignKey(DocumentKind, models.PROTECT, related_name="documents")
    url = models.URLField(max_length=1000, blank=True)

    # Columns with db_default are left out when records are loaded with COPY.
    permission = models.CharField(max_length=300, blank=True, default="", db_default="")
    permitted_on = models.DateField(null=True, blank=True)
    licence = models.CharField(max_length=200, blank=True, default="", db_default="")

    file = models.FileField(max_length=200, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    bytes = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    has_text = models.BooleanField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    fetch_due_at = models.DateTimeField(null=True, blank=True)
    fetch_problem = models.CharField(max_length=300, blank=True, default="", db_default="")
    expires_on = models.DateField(null=True, blank=True)

    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    link_checked_at = models.DateTimeField(null=True, blank=True)
    link_worked_at = models.DateTimeField(null=True, blank=True)
    link_problem = models.CharField(max_length=300, blank=True, default="", db_default="")
    link_failures = models.PositiveIntegerField(default=0, db_default=0)
    link_failing_since = models.DateTimeField(null=True, blank=True)
    link_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("review", "order")
        indexes = [
            models.Index(
                fields=["fetch_due_at"],
                name="document_fetch_due",
                condition=Q(fetch_due_at__isnull=False),
            ),
            models.Index(fields=["link_due_at"], name="document_link_due", condition=~Q(url="")),
            models.Index(fields=["expires_on"], name="document_expiry", condition=~Q(file="")),
            # What the desk lists is rare among all documents.
            models.Index(
                fields=["link_failing_since"],
                name="document_failing",
                condition=Q(link_failures__gte=BROKEN_AFTER),
            ),
            models.Index(
                fields=["fetched_at"], name="document_without_text", condition=Q(has_text=False)
            ),
            models.Index(
                fields=["id"], name="document_not_fetched", condition=~Q(fetch_problem="")
            ),
            models.Index(
                fields=["withdrawn_at"],
                name="document_withdrawn",
                condition=Q(withdrawn_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="document_one_per_order"),
            models.CheckConstraint(name="document_has_label", condition=~Q(label="")),
            models.CheckConstraint(
                name="document_link_is_http",
                condition=Q(url="") | Q(url__regex=r"^https?://"),
            ),
            models.CheckConstraint(
                name="document_file_has_checksum",
                condition=Q(file="") | Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="document_file_is_permitted", condition=Q(file="") | ~Q(permission="")
            ),
            models.CheckConstraint(
                name="document_file_expires",
                condition=Q(file="") | Q(expires_on__isnull=False, fetched_at__isnull=False),
            ),
            models.CheckConstraint(
                name="document_permission_has_date",
                condition=Q(permission="", permitted_on__isnull=True)
                | (~Q(permission="") & Q(permitted_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="document_failures_have_begun",
                condition=Q(link_failures=0, link_failing_since__isnull=True)
                | Q(link_failures__gt=0, link_failing_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """Where the hosted file is served from, for as long as it is held; nothing in previews."""
        return reverse("reviews:document", args=[self.pk, self.file_name]) if self.pk else ""

    def clean(self) -> None:
        if bool(self.permission) != bool(self.permitted_on):
            empty = "permitted_on" if self.permission else "permission"
            raise ValidationError({empty: "Give both: who permitted it, and on which day."})

    @property
    def file_name(self) -> str:
        """The name in the file's address, without `.pdf`: ASCII letters, digits and hyphens."""
        return slugify(f"{self.review.reference} {self.label}")[:80].strip("-")

    @property
    def is_public(self) -> bool:
        """Whether pages may speak of it, as far as it lies with the document."""
        return self.withdrawn_at is None

    @property
    def is_held(self) -> bool:
        return bool(self.file)

    @property
    def was_held(self) -> bool:
        """Whether a file was held and has expired or been taken away."""
        return not self.file and self.fetched_at is not None

    @property
    def is_broken(self) -> bool:
        """Whether the link failed three times in a row or more, over a week or longer."""
        return (
            self.link_failures >= BROKEN_AFTER
            and self.link_checked_at is not None
            and self.link_failing_since is not None
            and self.link_checked_at - self.link_failing_since >= BROKEN_FOR
        )

    def is_expired(self, today: date) -> bool:
        """Whether the file may no longer be offered; `expires_on` is the first such day."""
        return self.expires_on is not None and self.expires_on <= today


@receiver(post_delete, sender=Document)
def _remove_file(instance: Document, **kwargs: Any) -> None:
    """A row that goes, by itself or with its review, takes its file with it."""
    storage, name = instance.file.storage, instance.file.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))


class DocumentText(models.Model):
    """What a hosted file says, for search. There is a row only for as long as the file is held."""

    document = models.OneToOneField(
        Document, models.CASCADE, primary_key=True, related_name="extracted"
    )
    text = models.TextField()

    def __str__(self) -> str:
        return f"Text of {self.document_id}"
