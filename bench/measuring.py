"""One size after the other: fill a database, serve it in each mode, ask for the mix, in rounds."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import client, corpus, databases, first_visit
from bench.figures import GROUPS, Cost, Inside, Latency, Mode, Rate, Report, Size
from bench.mix import Visit, beside, visits
from bench.server import MODES, TRIVIAL, environment, memory, serving
from demo.environment import PROJECT, Problem, Step
from demo.processes import Program

INSIDE = "import django; django.setup(); from bench import inside; inside.main()"
PAGE_SIZE = 20
MOST_PAGES = 100  # of the whole list, whatever its size
WHOLE_MIX = 200
WARMING = 3  # times the mix before anything is measured, so that both workers know it
WARMING_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure, how often, and where to put what it needs."""

    sizes: Sequence[int]
    rounds: int
    seconds: float  # for each measurement of requests a second
    visits: int  # how many of the mix; of what is measured beside it, the same share
    folder: Path
    copy_of: str = ""  # the database that has the reviews, or they are loaded


def measure(report: Report, plan: Plan) -> None:
    """Fill the report with the figures of each size, in rising order."""
    with databases.server(plan.folder) as url:
        env = environment(plan.folder, url)
        with Step("Collecting static files"):
            corpus.manage(env, "collectstatic", "--no-input", "--verbosity=0")
        records = corpus.sample(env, plan.folder)
        mix = visits(records, pages=min(MOST_PAGES, min(plan.sizes) // PAGE_SIZE))[: plan.visits]
        mix += beside(records)[:: WHOLE_MIX // plan.visits]
        for size in sorted(plan.sizes):
            with databases.database(url, size, plan.copy_of) as own:
                env = environment(plan.folder, own)
                load = _load(env, size, plan)
                databases.settle(own)
                modes = {mode: _serve(env, mode, size, mix, plan) for mode in MODES}
                with Step(f"{size:,} reviews: in one process"):
                    inside = _inside(env | MODES["nothing kept"], [visit.path for visit in mix])
                report.sizes.append(Size(size, load, modes, inside))


def _load(env: Mapping[str, str], size: int, plan: Plan) -> Cost | None:
    if plan.copy_of:
        corpus.migrate(env)
        return None
    with Step(f"{size:,} reviews: loading"):
        return corpus.fill(env, size, plan.folder)


def _serve(env: Mapping[str, str], mode: str, size: int, mix: list[Visit], plan: Plan) -> Mode:
    with (
        Step(f"{size:,} reviews: {mode}"),
        serving(env, mode, plan.folder) as (port, program),
    ):
        return _measure_mode(port, program, mix, plan)


def _measure_mode(port: int, program: Program, mix: list[Visit], plan: Plan) -> Mode:
    paths = [visit.path for visit in mix]
    client.rate(port, paths, WARMING_SECONDS, WARMING * len(paths))
    reader = client.Reader(port)
    try:
        _round(reader, mix)
        measured = [_round(reader, mix) for _ in range(plan.rounds)]
        lengths = [len(reader.fetch(path)[1]) for path in paths]
    finally:
        reader.close()
    names = (*GROUPS, TRIVIAL)
    middle = {name: Latency.middle(one[name] for one in measured) for name in names}
    return Mode(
        trivial=middle.pop(TRIVIAL),
        latency=middle,
        rate=_rate(port, paths, plan),
        trivial_rate=_rate(port, [TRIVIAL], plan),
        memory=memory(program),
        page_bytes=median(lengths),
        largest_page=max(lengths),
        first_visit=first_visit.sizes(port),
    )


def _round(reader: client.Reader, mix: list[Visit]) -> dict[str, Latency]:
    """The mix once, with the trivial view after each page, so that both meet the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in (*GROUPS, TRIVIAL)}
    for visit in mix:
        seconds, _ = reader.fetch(visit.path)
        for group in visit.groups:
            taken[group].append(seconds)
        taken[TRIVIAL].append(reader.fetch(TRIVIAL)[0])
    return {name: Latency.of(seconds) for name, seconds in taken.items()}


def _rate(port: int, paths: Sequence[str], plan: Plan) -> Rate:
    rates = [client.rate(port, paths, plan.seconds) for _ in range(plan.rounds)]
    return Rate(median(r.per_second for r in rates), max(r.client_share for r in rates))


def _inside(env: Mapping[str, str], paths: list[str]) -> Inside:
    done = subprocess.run(
        [sys.executable, "-c", INSIDE],
        cwd=PROJECT,
        env=env,
        input=json.dumps(paths),
        capture_output=True,
        text=True,
        timeout=corpus.MOST_SECONDS,
    )
    if done.returncode:
        raise Problem(f"Measuring in one process failed: {done.stderr.strip()[-2000:]}")
    figures = json.loads(done.stdout)
    return Inside(**{**figures, "suggestions": Latency(**figures["suggestions"])})
