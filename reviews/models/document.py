"""A review's documents: a link, a hosted file, or only the fact that one exists."""

from django.db import models

from reviews.models.review import Review
from reviews.models.vocabulary import DocumentKind


class Document(models.Model):
    """Where the source gave no link, `url` is empty and the page says so."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="documents")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)
    kind = models.ForeignKey(DocumentKind, models.PROTECT, related_name="documents")
    url = models.URLField(max_length=1000, blank=True)
    file = models.FileField(upload_to="documents/%Y", blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    bytes = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    link_worked_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("review", "order")
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="document_one_per_order"),
            models.CheckConstraint(name="document_has_label", condition=~models.Q(label="")),
            models.CheckConstraint(
                name="document_link_is_http",
                condition=models.Q(url="") | models.Q(url__regex=r"^https?://"),
            ),
            models.CheckConstraint(
                name="document_file_has_checksum",
                condition=models.Q(file="") | models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.label
