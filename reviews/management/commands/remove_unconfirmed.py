"""manage.py remove_unconfirmed: what was sent in and not confirmed in time is removed."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.submissions import files, forgetting


class Command(BaseCommand):
    help = (
        "Remove what was sent in a week ago or earlier and nobody confirmed by mail, and files "
        "that were never sent in. Safe to run again, and twice at once."
    )

    def handle(self, **options: Any) -> None:
        removed, loose = forgetting.remove_unconfirmed(), files.remove_loose()
        if options["verbosity"]:
            self.stdout.write(f"Not confirmed and removed: {removed}. Files removed: {loose}.")
