"""What the text of hosted reports costs search: `python -m bench.reports`.

Measures the mix of bench/mix.py in a process of its own, gives reviews reports as long as real
ones, and measures again. Times without a server; read the ratio.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from statistics import median

from bench import corpus
from bench.mix import beside, visits
from bench.server import HOST, MODES
from demo.environment import PROJECT

INSIDE = "import django; django.setup(); from bench import reports; reports.inside()"
AT_ONCE = 50  # reports written together
ROUNDS = 3
PAGES = 100  # of the whole list


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=__doc__)
    corpus.add_options(parser)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--words", type=int, default=20_000, help="of each report")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="crr-bench-") as folder,
        corpus.collection(Path(folder), options.reviews, options.copy_of) as env,
    ):
        print(measure(env | MODES["uncached"], Path(folder), options.reports, options.words))


def measure(env: Mapping[str, str], folder: Path, reports: int, words: int) -> str:
    """The table: a row for each group of the mix."""
    records = corpus.sample(env, folder)
    mix = [*visits(records, PAGES), *beside(records)]
    asked = {"paths": [[v.groups[-1], v.path] for v in mix], "reports": reports, "words": words}
    figures = _run(env, asked)
    lines = [
        f"| {group} | {before:.1f} | {after:.1f} | × {after / before:.2f} |"
        for group, (before, after) in figures["groups"].items()
    ]
    head = f"| p50 ms | without | with {reports:,} reports of {words:,} words | |"
    written = f"Written and indexed in {figures['seconds']:.0f} s."
    return "\n".join([head, "|---|--:|--:|--:|", *lines, "", written])


def _run(env: Mapping[str, str], asked: Mapping[str, object]) -> dict:
    done = subprocess.run(
        [sys.executable, "-c", INSIDE],
        cwd=PROJECT,
        env={**os.environ, **env},
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def inside() -> None:
    """Run by `_run` in a process that has the site."""
    asked = json.load(sys.stdin)
    before = _medians(asked["paths"])
    started = time.monotonic()
    _write_reports(asked["reports"], asked["words"])
    seconds = time.monotonic() - started
    after = _medians(asked["paths"])
    groups = {group: (before[group], after[group]) for group in before}
    json.dump({"groups": groups, "seconds": seconds}, sys.stdout)


def _medians(paths: list[list[str]]) -> dict[str, float]:
    """Milliseconds by group. Asked for once before, so that words and cards are known."""
    from django.test import Client

    client = Client(headers={"host": HOST})
    taken: dict[str, list[float]] = {}
    for number in range(1 + ROUNDS):
        for group, path in paths:
            started = time.perf_counter()
            client.get(path)
            if number:
                taken.setdefault(group, []).append((time.perf_counter() - started) * 1000)
    return {group: median(times) for group, times in taken.items()}


def _write_reports(count: int, words: int) -> None:
    """Give the first reviews a hosted report each, of words of the collection, common ones most."""
    from django.utils import timezone

    from reviews import entries
    from reviews.models import Document, DocumentKind, DocumentText, Review, Word

    chance = random.Random(1)
    known = sorted(Word.objects.values_list("word", flat=True))
    chance.shuffle(known)
    weights = [1 / (place + 2) for place in range(len(known))]
    kind, now = DocumentKind.objects.all()[0], timezone.now()
    keys = list(Review.objects.published().order_by("pk").values_list("pk", flat=True)[:count])
    for start in range(0, len(keys), AT_ONCE):
        batch = keys[start : start + AT_ONCE]
        held = Document.objects.bulk_create(
            Document(
                review_id=key,
                order=40,
                label="Report",
                kind=kind,
                file=f"reports/{key}.pdf",
                sha256=hashlib.sha256(str(key).encode()).hexdigest(),
                permission="For this measurement",
                permitted_on=date(2026, 1, 1),
                fetched_at=now,
                expires_on=date(2199, 1, 1),
            )
            for key in batch
        )
        DocumentText.objects.bulk_create(
            DocumentText(document=document, text=" ".join(chance.choices(known, weights, k=words)))
            for document in held
        )
        entries.write(batch, entries.raise_version())


if __name__ == "__main__":
    main()
