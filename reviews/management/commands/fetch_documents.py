"""manage.py fetch_documents: copies of the reports that may be held, fetched where they are due."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reviews import due, hosting
from reviews.models import Document
from reviews.turns import Turns

DUE = "fetch_due_at"


class Command(BaseCommand):
    help = (
        "Fetch the PDFs that are due, check and hold them: only where a permission is recorded, "
        "one request at a time for each website. Safe to run again, and twice at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=200, help="how many to try (200)")

    def handle(self, *, most: int, **options: Any) -> None:
        tried, held = set[int](), 0
        with Turns() as turns:
            while len(tried) < most and (document := due.claim(due.to_fetch(), DUE, tried)):
                tried.add(document.pk)
                if not turns.take(document.url):
                    due.give_back(document, DUE)
                    continue
                problem = hosting.fetch(document)
                turns.done(document.url)
                held += not problem
                self._tell(document, problem)
        left = due.count(due.to_fetch(), DUE)
        if options["verbosity"]:
            self.stdout.write(f"Tried: {len(tried)}. Held: {held}. Still due: {left}.")

    def _tell(self, document: Document, problem: str) -> None:
        said = problem and f"not held. {problem}"
        if not said:
            said = f"held, {document.pages} pages, {document.bytes} bytes."
            said += "" if document.has_text else " It has no text: its pages are pictures."
        self.stdout.write(f"{document.review.reference}, {document.label}: {said}")
