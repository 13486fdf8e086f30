"""manage.py reindex: every entry written anew from its record."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from reviews import entries


class Command(BaseCommand):
    help = "Write every entry of the catalogue anew from the records, all at once or not at all."

    def handle(self, **options: Any) -> None:
        with transaction.atomic():
            written = entries.write_all(entries.raise_version())
        if options["verbosity"]:
            self.stdout.write(f"Entries written: {written}.")
