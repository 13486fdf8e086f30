"""manage.py expire_documents: files whose time is over are removed, and their texts."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews import hosting


class Command(BaseCommand):
    help = (
        "Remove hosted files whose day of expiry has come, and their texts. Records and learning "
        "stay. Safe to run again, and twice at once."
    )

    def handle(self, **options: Any) -> None:
        expired = hosting.expire()
        for document in expired:
            self.stdout.write(f"{document.review.reference}, {document.label}: no longer held.")
        if options["verbosity"]:
            self.stdout.write(f"Files removed: {len(expired)}.")
