"""Where the entries of points and reports, the points in memory and the records disagree.

Computed from the records in Python, apart from the SQL of `reviews.point_entries`. Only the words
are compared by that SQL itself: it is the one place that knows how vectors are made.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pyroaring import BitMap

from reviews import point_entries
from reviews.checking import Vocabularies
from reviews.choices import PointKind, State
from reviews.codes import KINDS, Facet, code
from reviews.models import Point, PointEntry, Review
from reviews.snapshot import Snapshot

CHUNK = 2000

type Report = Callable[[str, str], None]
type Named = Callable[[int], str]  # a code in words


class Expected(NamedTuple):
    """A public point, and what its entry should hold."""

    name: str
    reference: str
    review_id: int
    place: int
    codes: tuple[int, ...]


class Checked(NamedTuple):
    """A point; without `expected` it should have no entry."""

    key: int
    name: str
    reference: str
    expected: Expected | None


def find(report: Report, snapshot: Snapshot, named: Named) -> None:
    """Report every disagreement about points and the words of reports."""
    memory = _Memory(snapshot, named)
    for chunk in _every_point():
        entries = PointEntry.objects.defer("search").in_bulk([point.key for point in chunk])
        for point in chunk:
            for what in _compare(point, entries.get(point.key), named):
                report(point.reference, f"its {point.name} {what}")
            memory.add(point)
    memory.compare(report)
    for ids in _every_review():
        for reference, what in point_entries.otherwise_found(ids):
            report(reference, f"its {what} found by other words than the record has")


def _every_point() -> Iterator[list[Checked]]:
    """All points by key, a chunk at a time: three queries for each."""
    vocabularies = Vocabularies()
    last = 0
    while rows := list(Point.objects.filter(pk__gt=last).order_by("pk").values(*_READ)[:CHUNK]):
        own: dict[int, set[int]] = defaultdict(set)
        for facet, field, term in _OWN:
            pairs = field.through.objects.filter(point_id__gt=last, point_id__lte=rows[-1]["pk"])
            for point, key in pairs.values_list("point_id", term):
                own[point].add(vocabularies.code(facet, key))
        yield [_checked(row, own[row["pk"]]) for row in rows]
        last = rows[-1]["pk"]


_READ = ("pk", "kind", "order", "review_id", "review__reference", "review__state")
_OWN = ((Facet.THEME, Point.themes, "theme_id"), (Facet.AGENCY, Point.agencies, "agency_id"))


def _checked(row: dict, own: set[int]) -> Checked:
    name, reference = f"{row['kind']} {row['order']}", row["review__reference"]
    expected = None
    if row["review__state"] == State.PUBLISHED:
        is_recommendation = row["kind"] == PointKind.RECOMMENDATION
        place = row["order"] + is_recommendation * point_entries.AFTER_LEARNING
        codes = (code(Facet.KIND, KINDS.index(row["kind"])), *sorted(own))
        expected = Expected(name, reference, row["review_id"], place, codes)
    return Checked(row["pk"], name, reference, expected)


def _compare(point: Checked, entry: PointEntry | None, named: Named) -> Iterator[str]:
    expected = point.expected
    if expected is None or entry is None:
        if expected is not None:
            yield "has no entry"
        if entry is not None:
            yield "is not public, but has an entry"
        return
    missing = set(expected.codes) - set(entry.codes)
    added = set(entry.codes) - set(expected.codes)
    yield from (f"lacks {named(one)} in its entry" for one in sorted(missing))
    yield from (f"has {named(one)} in its entry, the record has not" for one in sorted(added))
    if not missing and not added and tuple(entry.codes) != expected.codes:
        yield "has its codes in another order, or some twice"
    for field in ("review_id", "place"):
        if getattr(entry, field) != getattr(expected, field):
            yield f"has {getattr(entry, field)} as {field}, not {getattr(expected, field)}"


class _Memory:
    """What the points in memory should be, collected from the records."""

    def __init__(self, snapshot: Snapshot, named: Named) -> None:
        self._held = snapshot.points
        self._named = named
        self._by_code: dict[int, BitMap] = defaultdict(BitMap)
        self._expected: dict[int, Expected] = {}

    def add(self, point: Checked) -> None:
        if point.expected is None:
            return
        self._expected[point.key] = point.expected
        for one in point.expected.codes:
            self._by_code[one].add(point.key)

    def compare(self, report: Report) -> None:
        """Report what the snapshot has otherwise."""
        for key, what in (*self._ids(), *self._codes(), *self._places()):
            if known := self._expected.get(key):
                report(known.reference, f"its {known.name} {what}")
            else:
                report(f"Point {key}", what)

    def _ids(self) -> Iterator[tuple[int, str]]:
        expected, held = BitMap(self._expected), self._held.everything
        yield from ((key, "is missing from the points in memory") for key in expected - held)
        yield from ((key, "is in memory and should not be") for key in held - expected)

    def _codes(self) -> Iterator[tuple[int, str]]:
        for one in sorted({*self._by_code, *self._held.by_code}):
            expected, held = self._by_code[one], self._held.having(one)
            name = self._named(one)
            yield from ((key, f"lacks {name} in memory") for key in expected - held)
            yield from ((k, f"has {name} in memory, the record has not") for k in held - expected)

    def _places(self) -> Iterator[tuple[int, str]]:
        for key, expected in self._expected.items():
            if key not in self._held.everything:
                continue
            held = int(self._held.owner[key]), int(self._held.place[key])
            if held != (expected.review_id, expected.place):
                yield key, "has another review or place in memory than in the record"


def _every_review() -> Iterator[list[int]]:
    """The keys of all reviews, a chunk at a time."""
    last = 0
    reviews = Review.objects.order_by("pk").values_list("pk", flat=True)
    while ids := list(reviews.filter(pk__gt=last)[:CHUNK]):
        yield ids
        last = ids[-1]
