"""manage.py load_briefings: the briefings and articles of a file are published, all or none."""

import contextlib
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from briefings.loading import Refused, load
from reviews.loading import File


class Command(BaseCommand):
    help = (
        "Load briefings and articles from a file, with what they cite: all of them or none. "
        "Safe to run again: what is as it was is passed over."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what is wrong; load nothing"
        )
        parser.add_argument(
            "--overwrite-corrections",
            action="store_true",
            help="also change editions that were last changed at the desk",
        )

    def handle(
        self, *, file: Path, dry_run: bool, overwrite_corrections: bool, **options: Any
    ) -> None:
        with _opened(file) as stream:
            source = File(stream, _nobody_waits)
            try:
                outcome = load(source, overwrite=overwrite_corrections, dry_run=dry_run)
            except Refused as refused:
                for number, problem in refused.problems:
                    self.stderr.write(f"{source.noun} {number}: {problem}")
                raise CommandError(f"{file} was not loaded. Correct it and run again.") from refused
        if options["verbosity"]:
            said = "Would be loaded" if dry_run else "Loaded"
            counted = f"{outcome.new} new, {outcome.changed} changed"
            self.stdout.write(f"{said}: {counted}, {outcome.unchanged} unchanged.")


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    """The file; why it can't be read, or the database refuses it, is said in one line."""
    try:
        with file.open("rb") as stream:
            yield stream
    except OSError as error:
        raise CommandError(f"{file} can’t be read: {error.strerror}.") from error
    except DatabaseError as error:
        said = str(error).strip().partition("\n")[0]
        advice = "Nothing was loaded. Run the command again."
        raise CommandError(f"The database refused: {said}. {advice}") from error


def _nobody_waits(read: int) -> None:
    """A file of briefings is read in a moment: there is no progress to show."""
