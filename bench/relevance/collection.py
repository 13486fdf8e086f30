"""The collection that questions are asked of: the real reviews and as many illustrative as stated.

It is filled through the commands that anybody uses. A database that holds it already is used
again, with its entries written anew, so that a change of search shows at once.
"""

import json
import os
import tempfile
from pathlib import Path

import django

from bench import corpus
from bench.relevance.documents import Record
from bench.server import HOST
from demo.environment import PROJECT, Problem, Step

REAL = PROJECT / "fixtures" / "reviews.json"
ILLUSTRATIVE = 600


def prepare(url: str) -> dict[str, Record]:
    """Fill the database, or bring it up to date; start Django on it; the records by reference."""
    os.environ.update(
        DATABASE_URL=url,
        DJANGO_SETTINGS_MODULE="bench.relevance.settings",
        SECRET_KEY="only-for-measuring",
        ALLOWED_HOSTS=HOST,
        DEBUG="0",  # else every query is written down, which takes longer than asking it
        HTTPS="0",
    )
    with tempfile.TemporaryDirectory(prefix="crr-relevance-") as folder:
        illustrative = Path(folder, "reviews.jsonl")
        with Step("Writing the illustrative reviews"):
            corpus.generate(os.environ, ILLUSTRATIVE, illustrative)
        records = _records(illustrative)
        with Step("Migrating the database"):
            corpus.manage(os.environ, "migrate", "--no-input", "--verbosity=0")
            corpus.manage(os.environ, "load_vocabularies", "--verbosity=0")
        django.setup()
        _fill(records, illustrative)
    return {record["reference"]: record for record in records}


def _fill(records: list[Record], illustrative: Path) -> None:
    held = _held()
    if not held:
        with Step(f"Loading {len(records)} reviews"):
            for file in (REAL, illustrative):
                corpus.manage(os.environ, "load_reviews", str(file), "--verbosity=0")
    elif held != {record["reference"]: len(_texts(record)) for record in records}:
        raise Problem("The database holds other reviews. Name an empty one.")
    else:
        with Step("Writing the entries anew"):
            corpus.manage(os.environ, "reindex", "--verbosity=0")


def _records(illustrative: Path) -> list[Record]:
    lines = illustrative.read_text(encoding="utf-8").splitlines()
    return [*json.loads(REAL.read_text(encoding="utf-8")), *map(json.loads, lines)]


def _texts(record: Record) -> list[str]:
    return [point["text"] for point in (*record["learning"], *record["recommendations"])]


def _held() -> dict[str, int]:
    """How many points each review of the database has."""
    from django.db.models import Count

    from reviews.models import Review

    counted = Review.objects.annotate(count=Count("points"))
    return dict(counted.values_list("reference", "count"))
