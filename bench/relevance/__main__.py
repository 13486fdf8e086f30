"""Measure how well search finds what people ask for. `python -m bench.relevance --keep --worst`."""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.relevance import collection
from bench.relevance.questions import SCOPES
from demo.environment import Problem, Step
from repository.cluster import Cluster
from repository.database import data_folder
from repository.postgres import ClusterError

WORST = 25


def main(arguments: Sequence[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    try:
        with database(options) as url:
            measure(options, collection.prepare(url))
    except (Problem, ClusterError) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")


@contextlib.contextmanager
def database(options: argparse.Namespace) -> Iterator[str]:
    """The database named; one that is kept in the data folder; else one to throw away."""
    if options.database:
        yield options.database
    elif options.keep:
        with Cluster(data_folder() / "relevance" / "postgres", throw_away=True) as cluster:
            yield cluster.url()
    else:
        with (
            tempfile.TemporaryDirectory(prefix="crr-relevance-") as folder,
            Cluster(Path(folder, "postgres"), throw_away=True) as cluster,
        ):
            yield cluster.url()


def measure(options: argparse.Namespace, records: dict[str, collection.Record]) -> None:
    # These read models, which are there once the collection is.
    from bench.relevance import questions, reading, run, showing, table
    from bench.relevance.engines import others
    from bench.relevance.ours import Ours

    collections = {"reviews": reading.reviews(records), "learning": reading.points(records)}
    ours = Ours(collections["learning"])
    scopes = [scope for scope in options.scope if ours.has(scope)]
    if missing := set(options.scope).difference(scopes):
        print(f"Left out, because the page is not there: {', '.join(missing)}.")
    chosen = [one for one in questions.read() if one.scope in scopes]
    chosen = [one for one in chosen if not options.show or one.id in options.show]
    with Step(f"Asking {len(chosen)} questions"), others(collections) as theirs:
        answers = run.ask([ours, *theirs], chosen, collections)
    if options.show:
        by_key = {one.key: one for all_of_it in collections.values() for one in all_of_it}
        for place in range(len(chosen)):
            print(f"\n{showing.side_by_side(answers, place, by_key)}")
        return
    print(f"\n{table.markdown(answers)}")
    if options.worst:
        print(f"\n{showing.worst(answers, options.worst)}")


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--database", metavar="URL", help="an empty database, or one filled before")
    where.add_argument("--keep", action="store_true", help="keep the filled database in var/")
    parser.add_argument("--scope", nargs="+", choices=SCOPES, default=SCOPES)
    parser.add_argument("--show", nargs="+", metavar="ID", help="questions, engines side by side")
    parser.add_argument(
        "--worst",
        nargs="?",
        type=int,
        const=WORST,
        metavar="N",
        help="the questions in which ours is beaten most",
    )
    return parser


if __name__ == "__main__":
    main()
