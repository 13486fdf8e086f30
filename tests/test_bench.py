"""The benchmark: its mix, and a run over a small collection."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bench.figures import Latency
from bench.mix import visits
from tests.factories import record

PROJECT = Path(__file__).resolve().parent.parent
RECORDS = [
    record(reference=f"CR-2023-{n:04}", harms=[harm], nation=nation)
    for n, (harm, nation) in enumerate([("drowning", None), ("neglect", "wales")], start=1)
]


def test_the_mix_is_the_same_every_time():
    assert visits(RECORDS, pages=100) == visits(RECORDS, pages=100)
    assert visits(RECORDS, pages=100) != visits(RECORDS, pages=100, seed=2)


def test_the_mix_has_the_stated_shares():
    mix = visits(RECORDS, pages=100)
    kinds = Counter(visit.kind for visit in mix)
    assert kinds == {"none": 60, "one facet": 60, "two facets": 40, "text and a facet": 40}
    for visit in mix:
        asked = set(parse_qs(urlsplit(visit.path).query))
        facets = asked - {"q", "sort", "page"}
        assert (len(facets), "q" in asked) == {
            "none": (0, False),
            "one facet": (1, False),
            "two facets": (2, False),
            "text and a facet": (1, True),
        }[visit.kind]


def test_the_whole_list_is_asked_for_in_all_orders_and_on_pages_that_are_there():
    mix = [visit for visit in visits(RECORDS, pages=3) if visit.kind == "none"]
    asked = [parse_qs(urlsplit(visit.path).query) for visit in mix]
    assert {query.get("sort", [""])[0] for query in asked} == {"", "oldest", "title"}
    assert {query.get("page", ["1"])[0] for query in asked} == {"1", "2", "3"}
    assert all("page" not in visit.path for visit in visits(RECORDS, pages=1))


def test_percentiles():
    taken = Latency.of([n / 1000 for n in range(1, 101)])
    assert taken.p50 == pytest.approx(50.5)
    assert taken.p95 == pytest.approx(95.05)
    middle = Latency.middle([Latency(1, 9), Latency(3, 7), Latency(2, 8)])
    assert (middle.p50, middle.p95) == (2, 8)


@pytest.mark.parametrize("option", ["--sizes=39", "--sizes=2000000", "--rounds=0", "--seconds=0"])
def test_a_run_without_bounds_is_refused(option):
    run = bench(option)
    assert run.returncode == 2
    assert option.split("=")[0] in run.stderr


def test_a_copy_has_one_size():
    run = bench("--copy-of=collection", "--sizes=60,80")
    assert run.returncode == 1
    assert "--sizes" in run.stderr


def test_a_copy_of_a_database_that_is_not_there_is_said_in_words(django_db_setup):
    run = bench("--copy-of=nowhere", "--sizes=60")
    assert run.returncode == 1
    assert 'template database "nowhere" does not exist' in run.stderr
    assert "Traceback" not in run.stderr


def test_a_small_run_prints_the_table(django_db_setup, tmp_path):
    file = tmp_path / "figures.json"
    run = bench("--sizes=60", "--rounds=1", "--seconds=0.2", "--visits=20", f"--json={file}")
    assert run.returncode == 0, run.stdout + run.stderr
    table = [line for line in run.stdout.splitlines() if line.startswith("|")]
    assert table[0] == "| Measure | 60 |  | To reach |"
    assert len({line.count("|") for line in table}) == 1
    assert any(line.startswith("| Uncached page, text, p50 / p95 ms") for line in table)
    (size,) = json.loads(file.read_text())["sizes"]
    assert set(size["modes"]) == {"uncached", "nothing kept", "kept"}
    for mode in size["modes"].values():
        assert 0 < mode["latency"]["all"]["p50"] <= mode["latency"]["all"]["p95"]
        assert mode["rate"]["per_second"] > 0
        assert mode["memory"]["pss"] > 0
    assert 0 < size["inside"]["most_queries"] <= 6
    assert 6 < size["inside"]["most_queries_of_text"] <= 16
    assert size["inside"]["follow"] > 0
    assert 0 < size["inside"]["suggestions"]["p50"] <= size["inside"]["suggestions"]["p95"]


def bench(*options):
    """Run it on the server that the tests use."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "repository.settings"}
    command = [sys.executable, "-m", "bench", *options]
    return subprocess.run(
        command, cwd=PROJECT, env=env, capture_output=True, text=True, timeout=600
    )
