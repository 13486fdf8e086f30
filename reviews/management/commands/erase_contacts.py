"""manage.py erase_contacts: whom to write to about what was sent in is erased when it is over."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reviews.submissions import forgetting


class Command(BaseCommand):
    help = (
        "Erase names, addresses and files of what partnerships sent in, 90 days after it was "
        "published or skipped, and after two years in any case. Safe to run again, and twice at "
        "once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--of", metavar="ADDRESS", help="at once, all of this email address")

    def handle(self, **options: Any) -> None:
        erased = forgetting.erase_all_of(options["of"]) if options["of"] else []
        erased += forgetting.erase_contacts()
        if options["verbosity"]:
            self.stdout.write(f"Erased: {len(erased)}.")
