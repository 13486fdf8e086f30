"""Filling a database with illustrative reviews through the commands that anybody uses."""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench import databases
from bench.figures import Cost
from bench.server import environment
from demo.environment import PROJECT, Problem, Step

SEED = 1
SAMPLE = 400  # records that the mix is drawn from
MOST_SECONDS = 3600
LEAST, LARGEST = 40, 1_000_000


def add_options(parser: argparse.ArgumentParser) -> None:
    """What collection to measure with: see `collection`."""
    parser.add_argument("--reviews", type=_size, default=2_500, help="in the collection")
    add_copy_of(parser)


def add_copy_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--copy-of",
        metavar="DATABASE",
        default="",
        help="on the server that DATABASE_URL names: has the reviews, so that none are loaded",
    )


def _size(text: str) -> int:
    if not LEAST <= int(text) <= LARGEST:
        raise argparse.ArgumentTypeError(f"from {LEAST} to {LARGEST:,} reviews")
    return int(text)


@contextlib.contextmanager
def collection(folder: Path, size: int, copy_of: str = "") -> Iterator[dict[str, str]]:
    """What commands and servers are told of a throw-away site of `size` reviews.

    `copy_of` names a database on the server of DATABASE_URL that has them already: loading 100,000
    takes longer than all that is measured with them.
    """
    with databases.server(folder) as url, databases.database(url, size, copy_of) as own:
        env = environment(folder, own)
        with Step("Collecting static files"):
            manage(env, "collectstatic", "--no-input", "--verbosity=0")
        if copy_of:
            migrate(env)  # it may be of an earlier day
        else:
            with Step(f"{size:,} reviews: loading"):
                fill(env, size, folder)
        databases.settle(own)
        yield env


def fill(env: Mapping[str, str], size: int, folder: Path) -> Cost:
    """Migrate, load the vocabularies and `size` reviews; what the loading of the reviews cost."""
    migrate(env)
    manage(env, "load_vocabularies", "--verbosity=0")
    file = folder / "reviews.jsonl"
    generate(env, size, file)
    try:
        return manage(env, "load_reviews", str(file), "--verbosity=0")
    finally:
        file.unlink()


def migrate(env: Mapping[str, str]) -> None:
    manage(env, "migrate", "--no-input", "--verbosity=0")


def sample(env: Mapping[str, str], folder: Path) -> list[dict[str, Any]]:
    """The first records of the corpus, whatever its size."""
    file = folder / "sample.jsonl"
    generate(env, SAMPLE, file)
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def generate(env: Mapping[str, str], count: int, file: Path) -> None:
    manage(env, "generate_reviews", f"--count={count}", f"--seed={SEED}", f"--output={file}")


def manage(env: Mapping[str, str], *arguments: str) -> Cost:
    """Run a management command: how long it took, and the most memory it had."""
    command = [sys.executable, "manage.py", *arguments]
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=PROJECT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    # wait4 tells the memory of this child alone; what it says on failure is short enough to wait.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    said = process.stderr.read().decode(errors="replace") if process.stderr else ""
    if process.returncode:
        raise Problem(f"manage.py {arguments[0]} failed: {said.strip()[-2000:]}")
    return Cost(time.monotonic() - started, usage.ru_maxrss / 1024)
