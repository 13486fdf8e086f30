"""manage.py check_catalogue: proof that entries and records agree."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reviews import disagreements


class Command(BaseCommand):
    help = (
        "Compute every entry anew from the records and compare it with what the catalogue has. "
        "Says where they disagree and ends with 1; changes nothing."
    )

    def handle(self, **options: Any) -> None:
        found = 0

        def report(reference: str, what: str) -> None:
            nonlocal found
            found += 1
            self.stderr.write(f"{reference} {what}.")

        checked = disagreements.find(report)
        if found:
            raise CommandError(
                f"Disagreements: {found}. Run manage.py reindex, and tell the maintainers."
            )
        if options["verbosity"]:
            self.stdout.write(f"Entries and records agree. Reviews checked: {checked}.")
