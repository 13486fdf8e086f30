"""Where entries, the catalogue in memory and the records disagree (manage.py check_catalogue)."""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import zip_longest
from operator import attrgetter
from typing import Any

from django.db import connection, transaction
from pyroaring import BitMap

from reviews import entries, point_disagreements
from reviews.arrivals import microseconds
from reviews.catalogue import catalogue
from reviews.checking import Checked, Expected, every_review
from reviews.codes import (
    ILLUSTRATIVE,
    REAL,
    SHIFT,
    Facet,
    facet_of,
    value_of,
    year_and_month,
)
from reviews.dates import quoted
from reviews.models import Collection, Entry, Review
from reviews.point_disagreements import Report
from reviews.snapshot import SORTS, Keys, Snapshot


def find(report: Report) -> int:
    """Report every disagreement as (reference, what differs); return how many reviews there are.

    Reads one moment of the database, so that publishing goes on meanwhile.
    """
    with _one_moment():
        snapshot = catalogue.current()
        memory = _Memory(snapshot)
        count = 0
        for chunk in every_review():
            count += len(chunk)
            entries = Entry.objects.defer("search").in_bulk([review.key for review in chunk])
            for review in chunk:
                entry = entries.get(review.key)
                for what in _compare(review, entry, snapshot):
                    report(review.reference, what)
                memory.add(review, entry)
        memory.compare(report)
        _check_versions(report)
        _check_search(report)
        point_disagreements.find(report, snapshot, lambda code: _named(code, snapshot))
    return count


@contextlib.contextmanager
def _one_moment() -> Iterator[None]:
    inside = connection.in_atomic_block
    with transaction.atomic():
        if not inside:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _compare(review: Checked, entry: Entry | None, snapshot: Snapshot) -> Iterator[str]:
    """What differs between a review and its entry."""
    expected = review.entry
    if expected is None:
        if entry is not None:
            yield f"is a {review.state}, but has an entry"
        return
    if entry is None:
        yield f"is {review.state}, but has no entry"
        return
    if entry.listed != expected.listed:
        yield f"is {review.state}, but its entry is {'' if entry.listed else 'not '}listed"
    yield from _compare_codes(expected.codes, tuple(entry.codes), snapshot)
    for name in Expected._fields[2:]:
        holds, should = getattr(entry, name), getattr(expected, name)
        if holds != should:
            yield f"its entry has {_shown(holds)} as {name}, the record {_shown(should)}"


def _compare_codes(
    expected: tuple[int, ...], held: tuple[int, ...], snapshot: Snapshot
) -> Iterator[str]:
    missing, added = set(expected) - set(held), set(held) - set(expected)
    for code in sorted(missing):
        yield f"its entry lacks {_named(code, snapshot)}"
    for code in sorted(added):
        yield f"its entry has {_named(code, snapshot)}, the record has not"
    if not missing and not added and held != expected:
        yield "its entry has its codes in another order, or some twice"


class _Memory:
    """What the catalogue in memory should hold, collected from the records."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._by_code: dict[int, BitMap] = defaultdict(BitMap)
        self._keys: dict[int, Keys] = {}
        self._entered: list[tuple[datetime, int]] = []

    def add(self, review: Checked, entry: Entry | None) -> None:
        if review.entry is None or not review.entry.listed:
            return
        for code in review.entry.codes:
            self._by_code[code].add(review.key)
        if ILLUSTRATIVE not in review.entry.codes:
            self._by_code[REAL].add(review.key)
        version = entry.version if entry else 0
        self._keys[review.key] = _keys(review.reference, review.entry, version)
        if review.entry.entered:
            self._entered.append((review.entry.entered, review.key))

    def compare(self, report: Report) -> None:
        """Report what the snapshot has otherwise."""
        differences = [*self._ids(), *self._codes(), *self._sort_keys(), *self._orders()]
        differences += self._arrivals()
        keys = {key for key, _ in differences}
        references = dict(Review.objects.filter(pk__in=keys).values_list("pk", "reference"))
        for key, what in differences:
            report(references.get(key, f"entry {key}"), what)

    def _ids(self) -> Iterator[tuple[int, str]]:
        expected, held = BitMap(self._keys), self._snapshot.everything
        for key in expected - held:
            yield key, "is missing from the catalogue in memory"
        for key in held - expected:
            yield key, "is in the catalogue in memory and should not be"

    def _codes(self) -> Iterator[tuple[int, str]]:
        for code in sorted({*self._by_code, *self._snapshot.by_code}):
            expected, held = self._by_code[code], self._snapshot.having(code)
            name = _named(code, self._snapshot)
            for key in expected - held:
                yield key, f"lacks {name} in memory"
            for key in held - expected:
                yield key, f"has {name} in memory, the record has not"

    def _sort_keys(self) -> Iterator[tuple[int, str]]:
        for key, keys in self._keys.items():
            held = self._snapshot.keys.get(key)
            if held is not None and held != keys:
                yield key, f"is sorted in memory by {tuple(held)}, the record by {tuple(keys)}"

    def _orders(self) -> Iterator[tuple[int, str]]:
        """The first place in each order that is wrong: the rest may follow from it."""
        held = dict(self._snapshot.orders)
        held["earliest"] = [key for _, key in self._snapshot.by_earliest]
        held["latest"] = [key for _, key in self._snapshot.by_latest]
        for name, by in _ORDERS.items():
            pairs = ((by(keys), key) for key, keys in self._keys.items())
            expected = [key for place, key in sorted(pairs) if place]
            for should, is_there in zip_longest(expected, held[name]):
                if should != is_there:
                    yield should or is_there, f"is not in its place in memory, by {name}"
                    break

    def _arrivals(self) -> Iterator[tuple[int, str]]:
        """As with the orders, the first that is wrong."""
        held = self._snapshot.arrivals
        expected = [(microseconds(at), key) for at, key in sorted(self._entered)]
        pairs = zip(held.moments.tolist(), held.ids.tolist(), strict=True)
        for should, is_there in zip_longest(expected, pairs):
            if should != is_there:
                yield (should or is_there)[1], "entered at another moment in memory"
                break


# An entry without an incident date has no place among the dates: 0.
_ORDERS: dict[str, Callable[[Keys], Any]] = {
    **SORTS,
    "earliest": attrgetter("earliest"),
    "latest": attrgetter("latest"),
}


def _keys(reference: str, expected: Expected, version: int) -> Keys:
    kind, year, number = reference.split("-")
    first, last = expected.incident_earliest, expected.incident_latest
    return Keys(
        month=expected.added_month,
        reference=(f"{kind}-{year}", int(number), len(number)),
        title=expected.title_key,
        earliest=first.toordinal() if first else 0,
        latest=last.toordinal() if last else 0,
        version=version,
    )


def _check_versions(report: Report) -> None:
    """No entry is newer than the collection, which says so to every process."""
    collection = Collection.objects.get()
    if collection.recent[:1] != [collection.version]:
        report("The collection", f"has version {collection.version}, not the last of its list")
    stale = Entry.objects.filter(version__gt=collection.version).order_by("pk")
    for reference, version in stale.values_list("review__reference", "version"):
        report(reference, f"its entry has version {version}, the collection {collection.version}")


def _check_search(report: Report) -> None:
    for reference in entries.otherwise_found():
        report(reference, "its entry is found by other words than its record has")


def _named(code: int, snapshot: Snapshot) -> str:
    """A facet code in words: theme supervision, month 2023-05."""
    if code >> SHIFT not in set(Facet):
        return f"the unknown code {code}"
    facet, value = facet_of(code), snapshot.terms.by_code.get(code)
    if facet is Facet.MONTH:
        return "month {:04}-{:02}".format(*year_and_month(value_of(code)))
    return f"{facet.parameter} {value.slug if value else value_of(code)}"


def _shown(value: date | str | int | None) -> str:
    return "none" if value is None else quoted(str(value))
