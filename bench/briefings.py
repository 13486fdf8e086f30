"""`python -m bench.briefings --reviews 2500`: what a large briefing costs, over HTTP.

One reader, one request at a time, against gunicorn as the demonstration runs it. The briefing has
60 statements, 200 citations and a sample of 60 reviews. When nothing is kept, each request for a
file sets it. One editor looks at the list of what can be cited, beside the text.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from bench import corpus
from bench.browser import Browser, expect, percentiles
from bench.server import MODES, memory, serving
from demo.environment import PROJECT, Problem, Step

INSIDE = "import django; django.setup(); from bench import briefings_inside as b; b.main()"
SAMPLE = 60  # reviews of the briefing
WARMING = 6  # so that both processes know what they need
LOOKS, FILES = 40, 20
ASKED = ("", "?find_theme=neglect", "?find_q=what+was+known", "?find_kind=recommendation")

type Row = tuple[str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.briefings", description=__doc__)
    corpus.add_options(parser)
    options = parser.parse_args()
    if options.reviews < SAMPLE:
        parser.error(f"--reviews is at least {SAMPLE}: the sample of the briefing")
    with tempfile.TemporaryDirectory(prefix="crr-bench-") as folder:
        try:
            rows = measure(Path(folder), options.reviews, options.copy_of)
        except Problem as problem:
            sys.exit(str(problem))
    print(f"\n| {options.reviews:,} reviews | p50 / p95 ms | to reach |\n|---|---:|---|")
    for label, figure, limit in rows:
        print(f"| {label} | {figure} | {limit} |")


def measure(folder: Path, reviews: int, copy_of: str = "") -> list[Row]:
    rows: list[Row] = []
    with corpus.collection(folder, reviews, copy_of) as env:
        with Step("A briefing"):
            ready = _inside(env)
        rows.append(("queries of the page, nothing kept", f"{ready['queries']}", "at most 8"))
        for mode in ("nothing kept", "kept"):
            with Step(mode), serving(env, mode, folder) as (port, program):
                rows += _reading(port, mode, ready)
                rows.append(
                    (f"memory of the server, {mode}, MB", f"{memory(program).peak_rss:.0f}", "")
                )
        with Step("Building"), serving(env, "kept", folder) as (port, _):
            rows += _building(port, ready)
    return rows


def _inside(env: Mapping[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", INSIDE],
        cwd=PROJECT,
        env={**env, **MODES["nothing kept"]},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Problem(f"The briefing could not be made: {done.stderr.strip()[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _reading(port: int, mode: str, ready: Mapping[str, Any]) -> Iterator[Row]:
    address = f"/briefings/{ready['slug']}/"
    limits = {"page": "p50 20", "PDF": "p95 500"} if mode == "nothing kept" else {}
    for name, path, times in (
        ("page", address, LOOKS),
        ("PDF", f"{address}briefing.pdf", FILES),
        ("seven minutes as PDF", f"{address}seven-minutes.pdf", FILES),
    ):
        yield f"the {name}, {mode}", _asked(port, path, times), limits.get(name, "")


def _asked(port: int, path: str, times: int) -> str:
    """Both processes are asked a few times before anything is measured."""
    browser, taken = Browser(port), []
    for number in range(WARMING + times):
        if number < WARMING or number % 10 == 0:
            browser.fresh()
        answer = expect(browser.get(path), 200)
        taken.append(answer.seconds)
    return percentiles(list(islice(taken, WARMING, None)))


def _building(port: int, ready: Mapping[str, Any]) -> Iterator[Row]:
    """The edit page with its list of what can be cited, as one thing after another is asked for."""
    browser = Browser(port)
    browser.sign_in(ready["email"], ready["password"])
    taken = []
    for number in range(WARMING + LOOKS):
        asked = ASKED[number % len(ASKED)]
        answer = expect(browser.get(f"/desk/briefings/{ready['draft']}/{asked}"), 200)
        taken.append(answer.seconds)
    yield "the builder's page with its list", percentiles(taken[WARMING:]), "p95 300"


if __name__ == "__main__":
    main()
