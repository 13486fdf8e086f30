"""Bring the database and the static files up to date; what is done already is skipped.

Run by `python -m demo`, in a process of its own that ends before the site starts.
"""

import contextlib
import hashlib
import json
import os
import secrets
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection

from demo.environment import PROJECT, Step
from repository import postgres
from repository.database import data_folder

ILLUSTRATIVE = 240
SEED = 1
VOCABULARIES = PROJECT / "fixtures" / "vocabularies.json"
REVIEWS = PROJECT / "fixtures" / "reviews.json"


class Stamps:
    """What was done and with which sources, kept in a file of the data folder."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.done: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}

    def once(self, name: str, sources: str, label: str, work: Callable[[], None]) -> None:
        """Do the work unless it was done with these very sources."""
        if self.done.get(name) == sources:
            return
        with Step(label):
            work()
        self.done[name] = sources
        unfinished = self.file.with_suffix(".new")
        unfinished.write_text(json.dumps(self.done, indent=1))
        unfinished.rename(self.file)


def main() -> None:
    folder = data_folder()
    try:
        with (folder / "preparation.log").open("w") as log, contextlib.redirect_stderr(log):
            prepare(folder)
    except BaseException as error:
        sys.exit(report(error, folder))


def prepare(folder: Path) -> None:
    django.setup()
    stamps = Stamps(folder / "demo.json")
    with Step("Migrating the database"):
        quietly("migrate", interactive=False)
    base = database_identity()
    once = stamps.once
    once("vocabularies", base + digest([VOCABULARIES]), "Loading vocabularies", load_vocabularies)
    once("reviews", base + digest([REVIEWS]), "Loading the real reviews", load_reviews)
    label = f"Loading {ILLUSTRATIVE} illustrative reviews"
    once("illustrative", base, label, lambda: load_illustrative(folder / "illustrative.jsonl"))
    with Step("Checking the catalogue"):
        check_catalogue()
    once("static", static_sources(), "Collecting static files", collect_static)
    make_editor()
