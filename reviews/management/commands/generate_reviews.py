"""manage.py generate_reviews: write illustrative reviews as interchange records."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.illustrative import UnknownTerms, illustrative_reviews

VOCABULARIES = Path(settings.BASE_DIR) / "fixtures" / "vocabularies.json"
MOST_REVIEWS = 10_000_000
LARGEST_SEED = 2**63 - 1
BUFFER_BYTES = 1 << 20


class Command(BaseCommand):
    help = (
        "Write illustrative reviews, one JSON record on each line. They are invented, marked as "
        "illustrative, and the same for the same count and seed. Load them with load_reviews."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", metavar="N", help=f"how many, 1 to {MOST_REVIEWS:,}")
        parser.add_argument("--seed", metavar="S", default="1", help="a whole number; default 1")
        parser.add_argument(
            "--output", metavar="FILE", help="the file, replaced once all is written; else stdout"
        )

    def handle(self, *, count: Any, seed: Any, output: str | None, **options: Any) -> None:
        if count is None:
            raise CommandError("Say how many reviews to write, for example --count 240.")
        number = _whole("--count", count, 1, MOST_REVIEWS)
        lines = _lines(number, _whole("--seed", seed, 0, LARGEST_SEED))
        with _written(Path(output)) if output else _printed() as stream:
            stream.writelines(lines)
        if output and options["verbosity"]:
            noun = "review" if number == 1 else "reviews"
            self.stdout.write(f"Written: {number:,} illustrative {noun} to {output}.")


def _whole(option: str, given: Any, least: int, most: int) -> int:
    text = str(given)
    # Short enough to be read as a number at all; Python refuses thousands of digits.
    if text.isascii() and text.isdecimal() and len(text) <= 20 and least <= int(text) <= most:
        return int(text)
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    raise CommandError(f"{option} {shown!r} is not a whole number from {least} to {most:,}.")


def _lines(count: int, seed: int) -> Iterator[bytes]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    try:
        vocabularies = json.loads(VOCABULARIES.read_text(encoding="utf-8"))
        records = illustrative_reviews(count, seed, vocabularies)
    except OSError as error:
        raise CommandError(f"{VOCABULARIES} can’t be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        reason = str(error) if isinstance(error, UnknownTerms) else "It is no list of terms."
        raise CommandError(f"{VOCABULARIES} can’t be used: {reason}") from error
    return (encode(record).encode() + b"\n" for record in records)


@contextlib.contextmanager
def _printed() -> Iterator[IO[bytes]]:
    """Standard output; that its reader went away (as `head` does) is no fault."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still in the buffer would raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        raise CommandError(f"Standard output can’t be written: {error.strerror}.") from error


@contextlib.contextmanager
def _written(file: Path) -> Iterator[IO[bytes]]:
    """A file that appears only when it is whole; what stood there before stays until then."""
    if file.is_dir():
        raise CommandError(f"{file} can’t be written: it is a folder.")
    # A device or a pipe can't be replaced, only written to.
    in_place = file.exists() and not file.is_file()
    part = file if in_place else file.with_name(f"{file.name}.part")
    try:
        with part.open("wb", buffering=BUFFER_BYTES) as stream:
            yield stream
        if not in_place:
            part.replace(file)
    except BaseException as error:
        if not in_place:
            with contextlib.suppress(OSError):
                part.unlink()
        if isinstance(error, OSError):
            raise CommandError(f"{file} can’t be written: {error.strerror}.") from error
        if isinstance(error, KeyboardInterrupt):
            raise CommandError(f"Stopped. {file} was not written.") from error
        raise
