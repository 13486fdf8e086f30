"""manage.py publish_scheduled: drafts and corrections whose day has come are published."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.editing import scheduling


class Command(BaseCommand):
    help = (
        "Publish the drafts and corrections that editors gave a day which has come. What no longer "
        "can be published is named, and says so on the desk. Safe to run again, and twice at once."
    )

    def handle(self, **options: Any) -> None:
        published = 0
        for tried in scheduling.publish_due():
            published += not tried.problem
            if tried.problem:
                self.stderr.write(f"{tried.name}: {tried.problem}")
            elif options["verbosity"]:
                self.stdout.write(f"{tried.name}: published.")
        if options["verbosity"]:
            self.stdout.write(f"Published: {published}.")
