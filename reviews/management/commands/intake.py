"""Read a list of reviews from a file: as a batch for the desk, or with --json as records.

Nothing is published by it. With --json nothing is written to the database either: an array of
records goes to standard output, and an object of what was not understood to standard error.
"""

import json
from argparse import ArgumentTypeError
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.dates import DateError, PartialDate
from reviews.editing.batches import doubles, read_in
from reviews.editing.batches.lexicon import lexicon
from reviews.editing.vocabulary import vocabulary
from reviews.intake import files
from reviews.intake.formats.texts import Unreadable
from reviews.intake.lexicon import Lexicon, bundled
from reviews.intake.proposal import Intake
from reviews.models import Batch, Proposal


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="text, Markdown, web page, Word, PDF, CSV or JSON Lines"
        )
        parser.add_argument(
            "--month", type=_month, help="in which all its reviews are added, such as 2023-05"
        )
        parser.add_argument("--json", action="store_true", help="print records; write nothing")
        parser.add_argument("--by", metavar="USERNAME", help="whose batch it is at the desk")

    def handle(self, *args: Any, file: Path, month: PartialDate | None, **options: Any) -> None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} can’t be read: {error.strerror}.") from error
        try:
            if options["json"]:
                self._print(read_in.proposed(files.read_file(file.name, content), _words(), month))
            else:
                self._keep(file.name, content, month, options["by"])
        except Unreadable as error:
            raise CommandError(f"{file.name}: {error}") from error

    def _print(self, intake: Intake) -> None:
        records = [proposal.to_dict() for proposal in intake.proposals]
        for record, found in zip(records, _doubles(records), strict=True):
            record["warnings"] += found
        self.stdout.write(json.dumps(records, ensure_ascii=False, indent=2))
        self.stderr.write(json.dumps(intake.rest(), ensure_ascii=False, indent=2))

    def _keep(self, name: str, content: bytes, month: PartialDate | None, by: str | None) -> None:
        if by is None:
            raise CommandError("Say with --by whose batch it is at the desk, or use --json.")
        user = get_user_model()._default_manager.filter(username=by).first()
        if user is None:
            raise CommandError(f"There is no account {by}.")
        batch = read_in.read_content(name, content, month=month, by=user)
        self.stdout.write(f"{_counted(batch)}: see /desk/intake/{batch.pk}/")


def _counted(batch: Batch) -> str:
    count = batch.proposals.count()
    return f"{count} review proposed" if count == 1 else f"{count} reviews proposed"


def _month(text: str) -> PartialDate:
    try:
        month = PartialDate.parse(text)
    except DateError as error:
        raise ArgumentTypeError(str(error)) from error
    if month.precision != "month":
        raise ArgumentTypeError(f"{text} is not a month. Write one, such as 2023-05.")
    return month


def _words() -> Lexicon:
    """The vocabularies of the database; the project's own where none are loaded yet."""
    words = lexicon()
    return words if words.of("type") else bundled()


def _doubles(records: list[dict[str, Any]]) -> Iterator[list[Mapping[str, str]]]:
    """By record, warnings of the reviews that it may be, here or in the same text."""
    entries = [
        Proposal(pk=order, batch_id=0, order=order, read=read)
        for order, read in enumerate(records, start=1)
    ]
    terms = vocabulary()
    sketches = [doubles.sketch(entry, terms) for entry in entries]
    here, within = doubles.all_here(sketches), doubles.within(sketches)
    for entry in entries:
        found = [*here.get(entry.pk, ()), *within.get(entry.pk, ())]
        yield [
            {"field": "title", "code": "duplicate", "text": f"May be {one.label}: {one.why}."}
            for one in found
        ]
