"""`python -m bench.desk --reviews 2500`: what the editors' desk costs, over HTTP.

One editor, one request at a time, against gunicorn as the demonstration runs it. Reviews that are
saved and published have 12 learning points and 10 recommendations.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench import corpus
from bench.browser import Browser, expect, percentiles
from bench.forms import changed, form_with
from bench.server import serving
from demo.environment import PROJECT, Problem, Step

INSIDE = "import django; django.setup(); from bench import desk_inside; desk_inside.main()"
DRAFTS = 24
SAVES = 48
LOOKS = 24
CONNECTIONS = 8  # fresh ones after a withdrawal: both processes get some
OTHER_SEED = 2
SAVE_MS, PUBLISH_MS, PAGE_KB = 150, 200, 100

type Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor who is signed in at a running server, and drafts to work on."""

    browser: Browser
    drafts: dict[int, str]  # their references


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    corpus.add_options(parser)
    options = parser.parse_args()
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
    with desk(folder, reviews, copy_of) as at:
        for name, part in PARTS.items():
            with Step(name):
                rows += part(at)
    return rows


@contextmanager
def desk(folder: Path, reviews: int, copy_of: str) -> Iterator[Desk]:
    with corpus.collection(folder, reviews, copy_of) as env:
        with Step(f"{DRAFTS} drafts"):
            ready = _prepare(env, folder)
        with serving(env, "kept", folder) as (port, _):
            browser = Browser(port)
            browser.sign_in(ready["email"], ready["password"])
            yield Desk(browser, {int(pk): reference for pk, reference in ready["drafts"].items()})


def _prepare(env: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """An account and drafts, from records that are not in the collection."""
    file = folder / "drafts.jsonl"
    count, seed = f"--count={DRAFTS}", f"--seed={OTHER_SEED}"
    corpus.manage(env, "generate_reviews", count, seed, f"--output={file}")
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    done = subprocess.run(
        [sys.executable, "-c", INSIDE],
        cwd=PROJECT,
        env=dict(env),
        input=json.dumps(records),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Problem(f"The drafts could not be written: {done.stderr.strip()[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _edit_page(at: Desk) -> Iterator[Row]:
    pages = [expect(at.browser.get(_edit(pk)), 200) for pk in islice(cycle(at.drafts), LOOKS)]
    yield "the edit page", percentiles([page.seconds for page in pages[2:]]), ""
    sizes = [len(gzip.compress(page.text.encode())) / 1000 for page in pages]
    sent = max(page.sent for page in pages) / 1000
    size = f"{max(sizes):.0f} (sent as {sent:.0f})"
    yield "the largest edit page, compressed kB", size, f"{PAGE_KB}"


def _saves(at: Desk) -> Iterator[Row]:
    """Each save changes the first learning point, as somebody would who goes on typing."""
    taken = []
    for number, pk in enumerate(islice(cycle(at.drafts), SAVES)):
        action, fields = form_with(at.browser.get(_edit(pk)).text, "title")
        point = next(name for name, _ in fields if name.startswith("learning-"))
        point = point.rpartition("-")[0] + "-text"
        now = [
            (name, f"{text} Again {number}." if name == point else text) for name, text in fields
        ]
        answer = at.browser.post(action or _edit(pk), [*now, ("do", "save")])
        taken.append(expect(answer, 302).seconds)
    yield "a save", percentiles(taken), f"p95 {SAVE_MS}"


def _publications(at: Desk) -> Iterator[Row]:
    looks, taken = [], []
    for pk in at.drafts:
        address = f"{_edit(pk)}publish/"
        page = expect(at.browser.get(address), 200)
        looks.append(page.seconds)
        action, fields = form_with(page.text, "number")
        reasons = {
            name: "Read again: it singles nobody out."
            for name, _ in fields
            if name.startswith("reason-")
        }
        now = changed(fields, do="publish")
        now = [(name, reasons.get(name, text)) for name, text in now]
        taken.append(expect(at.browser.post(action or address, now), 302).seconds)
    yield "the page before publication", percentiles(looks), ""
    yield "publishing", percentiles(taken), f"p95 {PUBLISH_MS}"


def _withdrawals(at: Desk) -> Iterator[Row]:
    """After each, fresh connections ask for the review: all are to be told that it is gone."""
    taken, late = [], 0
    for pk, reference in list(at.drafts.items())[:10]:
        public = f"/reviews/{reference}/"
        for _ in range(CONNECTIONS):
            at.browser.fresh()
            expect(at.browser.get(public), 200)
        address = f"{_edit(pk)}withdraw/"
        action, fields = form_with(at.browser.get(address).text, "wording")
        answer = at.browser.post(action or address, changed(fields, reason="identifies"))
        taken.append(expect(answer, 302).seconds)
        for _ in range(CONNECTIONS):
            at.browser.fresh()
            late += at.browser.get(public).status != 410
    yield "withdrawing", percentiles(taken), ""
    yield f"of {10 * CONNECTIONS} requests after it, answered as before", f"{late}", "0"


PARTS = {
    "Looking": _edit_page,
    "Saving": _saves,
    "Publishing": _publications,
    "Withdrawing": _withdrawals,
}


def _edit(pk: int) -> str:
    return f"/desk/reviews/{pk}/"


if __name__ == "__main__":
    main()
