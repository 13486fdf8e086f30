"""manage.py load_vocabularies: the terms of a file that the vocabularies lack."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reviews import vocabularies
from reviews.parsing import ProblemsFound


class Command(BaseCommand):
    help = "Add the terms of a file to the vocabularies. Terms that are there stay as they are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        default = settings.BASE_DIR / "fixtures" / "vocabularies.json"
        parser.add_argument("file", nargs="?", type=Path, default=default, metavar="FILE")
        parser.add_argument(
            "--overwrite", action="store_true", help="change terms that differ from the file’s"
        )

    def handle(self, *, file: Path, overwrite: bool, **options: Any) -> None:
        try:
            terms = vocabularies.parse(_read(file))
        except ProblemsFound as error:
            for problem in error.problems:
                self.stderr.write(str(problem))
            raise CommandError(f"{file} was not loaded. Correct it and run again.") from error
        changes = vocabularies.load(terms, overwrite=overwrite)
        if options["verbosity"]:
            self.stdout.write(
                f"Vocabularies: added {changes.added}, changed {changes.changed}, "
                f"left as they are {changes.unchanged}."
            )


def _read(file: Path) -> object:
    """The file's JSON. What can't be read ends the command with the reason."""
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CommandError(f"{file} can’t be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not UTF-8 text (byte {error.start + 1}).") from error
    except RecursionError as error:
        raise CommandError(f"{file} is not valid JSON: brackets are nested too deep.") from error
    except ValueError as error:
        raise CommandError(f"{file} is not valid JSON: {error}.") from error
