"""Filling a database with illustrative reviews through the commands that anybody uses."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.figures import Cost
from demo.environment import PROJECT, Problem

SEED = 1
SAMPLE = 400  # records that the mix is drawn from
MOST_SECONDS = 3600


def fill(env: Mapping[str, str], size: int, folder: Path) -> Cost:
    """Migrate, load the vocabularies and `size` reviews; what the loading of the reviews cost."""
    manage(env, "migrate", "--no-input", "--verbosity=0")
    manage(env, "load_vocabularies", "--verbosity=0")
    file = folder / "reviews.jsonl"
    generate(env, size, file)
    try:
        return manage(env, "load_reviews", str(file), "--verbosity=0")
    finally:
        file.unlink()


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
