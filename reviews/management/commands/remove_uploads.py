"""manage.py remove_uploads: files that were added at the desk and are used no more are removed."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.editing import uploads


class Command(BaseCommand):
    help = (
        "Remove files that were added at the desk two days ago or earlier and that no working copy "
        "names. Safe to run again, and twice at once."
    )

    def handle(self, **options: Any) -> None:
        removed = uploads.remove_unused()
        if options["verbosity"]:
            self.stdout.write(f"Files removed: {removed}.")
