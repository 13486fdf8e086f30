"""manage.py load_reviews: the records of a file become published reviews."""

import contextlib
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from reviews.loading import File, Load
from reviews.parsing import Problem

AGAIN = "Run the same command again to go on."


class Command(BaseCommand):
    help = (
        "Load reviews from a file: one record on each line, or one JSON array of records. "
        "Safe to run again: what is as it was is passed over."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what is wrong; load nothing"
        )
        parser.add_argument(
            "--overwrite-corrections",
            action="store_true",
            help="also change reviews that were last changed at the desk",
        )

    def handle(
        self, *, file: str, dry_run: bool, overwrite_corrections: bool, **options: Any
    ) -> None:
        with _opened(file) as stream, _progress(stream) as bar:
            load = Load(
                File(stream, bar.update),
                self._reporter(bar),
                dry_run=dry_run,
                overwrite=overwrite_corrections,
            )
            with _told(load):
                load.run()
        if options["verbosity"]:
            self.stdout.write(("Would be loaded: " if dry_run else "Loaded: ") + _counted(load))
        if load.faulty:
            noun = load.noun if load.faulty == 1 else f"{load.noun}s"
            raise CommandError(f"{load.faulty} {noun} can’t be loaded, for the reasons above.")

    def _reporter(self, bar: tqdm) -> Callable[[str, Problem], None]:
        def report(where: str, problem: Problem) -> None:
            bar.clear()
            self.stderr.write(f"{where}: {problem}")

        return report


@contextlib.contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    if file == "-":
        yield sys.stdin.buffer
        return
    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(file).open("rb"))
        except OSError as error:
            raise CommandError(f"{file} can’t be read: {error.strerror}.") from error
        yield stream


def _progress(stream: IO[bytes]) -> tqdm:
    """A bar of the bytes read, where there is somebody to see it."""
    size = os.fstat(stream.fileno()).st_size
    return tqdm(total=size or None, unit="B", unit_scale=True, disable=None, leave=False)


@contextlib.contextmanager
def _told(load: Load) -> Iterator[None]:
    """An end before the end of the file is said in one line, with what was loaded."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise CommandError(f"Stopped. Loaded: {_counted(load)} {AGAIN}") from error
    except OSError as error:
        reason = f"The file can’t be read further: {error.strerror}."
        raise CommandError(f"{reason} Loaded: {_counted(load)} {AGAIN}") from error
    except DatabaseError as error:
        raise CommandError(f"{_fault(error)} Loaded: {_counted(load)} {AGAIN}") from error


def _fault(error: DatabaseError) -> str:
    """What is wrong with the server."""
    if getattr(error.__cause__, "sqlstate", None) == "53100":
        return "The disk of the database is full. Free some space."
    said = str(error).strip().partition("\n")[0]
    return f"The database stopped the loading: {said}."


def _counted(load: Load) -> str:
    return f"{load.new} new, {load.changed} changed, {load.unchanged} unchanged."
