"""manage.py check_links: whether the links to other websites still work."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reviews import due, links, publishing
from reviews.links import Outcome
from reviews.models import Document
from reviews.turns import Turns

DUE = "link_due_at"
AT_ONCE = 200  # checks between two times that pages are made anew


class Command(BaseCommand):
    help = (
        "Check the links that are due, one request at a time for each website, and say which are "
        "broken. Safe to run again, and twice at once."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=500, help="how many to check (500)")

    def handle(self, *, most: int, **options: Any) -> None:
        tried, found = set[int](), Counter[Outcome]()
        with Turns() as turns:
            try:
                while len(tried) < most and (document := due.claim(due.to_check(), DUE, tried)):
                    tried.add(document.pk)
                    if not turns.take(document.url):
                        due.give_back(document, DUE)
                        continue
                    found[self._check(document)] += 1
                    turns.done(document.url)
                    if found.total() % AT_ONCE == 0:
                        publishing.renew_pages()
            finally:
                if found.total() % AT_ONCE:
                    publishing.renew_pages()
        if options["verbosity"]:
            counted = ", ".join(f"{outcome}: {found[outcome]}" for outcome in Outcome)
            left = due.count(due.to_check(), DUE)
            self.stdout.write(f"Links checked: {found.total()} ({counted}). Still due: {left}.")

    def _check(self, document: Document) -> Outcome:
        outcome = links.check(document)
        if outcome != Outcome.WORKS:
            said = "broken" if document.is_broken else outcome.value
            where = f"{document.review.reference}, {document.label}"
            self.stdout.write(f"{where}: {said}. {document.link_problem} {document.url}")
        return outcome
