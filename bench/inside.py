"""What is measured in one process, without a server. Run by measuring.py after django.setup().

Reads the addresses of the mix as JSON, prints the figures as JSON, and publishes new reviews in
the database that it is given.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.figures import Inside, Latency
from bench.server import HOST
from reviews import publishing
from reviews.catalogue import Catalogue, catalogue
from reviews.dates import PartialDate
from reviews.models import Agency, Harm, Outcome, Review, ReviewType, Theme

BUILDS = 3
PUBLICATIONS = 20
TYPED = ("child protection", "family violence", "CSE", "Northmere", "EX-2024-0100", "Lucy", "zzz")


def main() -> None:
    paths = json.load(sys.stdin)
    texts = [path for path in paths if "q=" in path]
    others = [path for path in paths if "q=" not in path]
    queries = most_queries(others), most_queries(texts)
    figures = Inside(build(), follow(), *queries, suggestions())
    json.dump(asdict(figures), sys.stdout)


def build() -> float:
    """Milliseconds that a process needs for its first catalogue, from nothing."""
    return median(_milliseconds(Catalogue().current) for _ in range(BUILDS))


def follow() -> float:
    """Milliseconds that a process which has a catalogue needs to follow one publication."""
    catalogue.current()
    taken = []
    for number in range(PUBLICATIONS):
        publishing.publish(review=_draft(number), by=None)
        taken.append(_milliseconds(catalogue.current))
    return median(taken)


def most_queries(paths: list[str]) -> int:
    """The most queries that a page of the mix takes when nothing of it is kept."""
    client = Client(headers={"host": HOST})
    client.get(paths[0])
    most = 0
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        most = max(most, len(queries))
    return most


def suggestions() -> Latency:
    """Seconds that suggestions take, for what is typed letter by letter, when none is kept."""
    client = Client(headers={"host": HOST})
    typed = [text[:end] for text in TYPED for end in range(2, len(text) + 1)]
    client.get("/suggestions/", {"q": typed[0]})
    asked = [partial(client.get, "/suggestions/", {"q": text}) for text in typed]
    return Latency.of([_milliseconds(ask) / 1000 for ask in asked])


def _draft(number: int) -> Review:
    """A draft with a child and terms, such as an editor publishes."""
    review = Review(
        reference=f"EX-2026-{9_000_000 + number}",
        title=f"Child {number}",
        type=ReviewType.objects.all()[number % 10],
        outcome=Outcome.objects.all()[number % 3],
        summary="An account to follow. " * 40,
        illustrative=True,
    )
    review.added, review.incident = PartialDate("2026-11"), PartialDate("2025-03")
    review.save()
    review.themes.set(Theme.objects.all()[number : number + 6])
    review.agencies.set(Agency.objects.all()[number : number + 4])
    review.harms.set(Harm.objects.all()[number : number + 2])
    review.children.create(order=1)
    return review


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
