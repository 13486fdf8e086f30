"""`make bench`: measure the site and print a table. ARGS="--sizes 2500 --json figures.json"."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench import corpus, measuring, table
from bench.corpus import LARGEST, LEAST
from bench.figures import Report
from demo.environment import Problem
from repository.postgres import ClusterError

SIZES = [2_500, 100_000]


def main(arguments: Sequence[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    if options.copy_of and len(options.sizes) > 1:
        sys.exit("A copy has one size: name it with --sizes.")
    report = Report(
        f"{os.cpu_count()} cores, Python {platform.python_version()}", os.getloadavg()[0]
    )
    with tempfile.TemporaryDirectory(prefix="crr-bench-") as folder:
        plan = measuring.Plan(
            options.sizes,
            options.rounds,
            options.seconds,
            options.visits,
            Path(folder),
            options.copy_of,
        )
        try:
            measuring.measure(report, plan)
        except (Problem, ClusterError) as problem:
            sys.exit(str(problem))
        except KeyboardInterrupt:
            sys.exit("\nStopped.")
    report.load_after = os.getloadavg()[0]
    print(f"\n{table.markdown(report)}")
    if options.json:
        options.json.write_text(json.dumps(asdict(report), indent=1))
    if options.check and (rows := table.unmet(report)):
        sys.exit(f"\nNot reached: {'; '.join(rows)}.")


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=sizes, default=SIZES, help="such as 2500,100000,1000000")
    parser.add_argument("--rounds", type=rounds, default=3, help="how often each mix is asked for")
    parser.add_argument("--seconds", type=seconds, default=4.0, help="at concurrency 8, each time")
    parser.add_argument("--visits", type=share, default=200, help="how many of the mix")
    corpus.add_copy_of(parser)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    parser.add_argument("--check", action="store_true", help="fail if a limit is not reached")
    return parser


def sizes(text: str) -> list[int]:
    """Numbers of reviews, in rising order."""
    found = sorted({int(part) for part in text.split(",")})
    if not LEAST <= found[0] <= found[-1] <= LARGEST:
        raise argparse.ArgumentTypeError(f"a size is from {LEAST} to {LARGEST}")
    return found


def rounds(text: str) -> int:
    if not 1 <= int(text) <= 20:
        raise argparse.ArgumentTypeError("from 1 to 20 rounds")
    return int(text)


def share(text: str) -> int:
    if not 20 <= int(text) <= 200:
        raise argparse.ArgumentTypeError("from 20 to 200 visits")
    return int(text)


def seconds(text: str) -> float:
    if not 0 < float(text) <= 60:
        raise argparse.ArgumentTypeError("from 0.1 to 60 seconds")
    return float(text)


if __name__ == "__main__":
    main()
