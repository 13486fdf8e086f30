"""The catalogue in memory: which reviews match a selection, how many each other option leaves.

The one evaluation of a selection. Each process keeps one bitmap of entry ids for every facet
code and the ids in each sort order, as an immutable snapshot of one version of the collection.
A request reads the version (one query); if it moved, only the entries changed since are loaded.
Returns ids and counts: no HTML, no request. Costs are in docs/architecture.md.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from reviews.points import Points
from reviews.results import PointResult, Result
from reviews.selection import Selection
from reviews.snapshot import Row, Snapshot
from reviews.synonyms import Synonyms
from reviews.terms import Terms

WORTH_REBUILDING = 20  # a change to more than one entry in so many is quicker built anew


class Catalogue:
    """The snapshot this process holds, and how it follows the collection."""

    def __init__(self) -> None:
        self._snapshot: Snapshot | None = None
        self._synonyms: tuple[int, Synonyms] | None = None
        self._lock = threading.Lock()

    def current(self, version: int | None = None) -> Snapshot:
        """The snapshot of the collection's version now (or of `version`, if just read)."""
        wanted = collection_version() if version is None else version
        held = self._snapshot
        if held is not None and held.version == wanted:
            return held
        with self._lock:
            if self._snapshot is None or self._snapshot.version != wanted:
                self._snapshot = self._follow(self._snapshot)
            return self._snapshot

    def select(self, selection: Selection, snapshot: Snapshot) -> Result:
        """The reviews of a selection. One query when it has words that are not kept."""
        return Result(snapshot, selection, self._synonyms_of(snapshot.terms))

    def select_points(self, selection: Selection, snapshot: Snapshot) -> PointResult:
        """The learning points and recommendations of a selection."""
        return PointResult(snapshot, selection, self._synonyms_of(snapshot.terms))

    def _synonyms_of(self, terms: Terms) -> Callable[[], Synonyms]:
        """Made when a text is first searched for (70 ms), and again when a name has changed."""

        def synonyms() -> Synonyms:
            held = self._synonyms
            if held is None or held[0] != terms.edition:
                held = self._synonyms = terms.edition, Synonyms(terms)
            return held[1]

        return synonyms

    def _follow(self, held: Snapshot | None) -> Snapshot:
        """What changed since `held` added to it; everything, if it is not in the lineage."""
        with _one_moment():
            version, recent = _lineage()
            terms = Terms.read()
            if held is not None and held.version in recent:
                rows = list(_rows(held.version))
                if len(rows) * WORTH_REBUILDING <= len(held.keys):
                    points = held.points.changed(row.id for row in rows)
                    return held.changed(version, terms, rows, points)
            return Snapshot.build(version, terms, _rows(0), Points.read())


catalogue = Catalogue()


def collection_version() -> int:
    """The version of the public collection: one short query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM reviews_collection WHERE id = 1")
        return int(cursor.fetchone()[0])


@contextmanager
def _one_moment() -> Iterator[None]:
    """All that is read inside belongs to one version, whatever is published meanwhile.

    Inside a transaction of the caller, which has read already, nothing can be promised.
    """
    nested = connection.in_atomic_block
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if not nested:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _lineage() -> tuple[int, list[int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version, recent FROM reviews_collection WHERE id = 1")
        return cursor.fetchone()


def _rows(since: int) -> Iterator[Row]:
    """The entries changed after a version; of all of them, only those that are listed."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED + (" AND listed" if since == 0 else ""), [since])
        while rows := cursor.fetchmany(5000):
            yield from map(Row._make, rows)


_CHANGED = """SELECT review_id, listed, codes, added_month, reference, title_key,
    entry.incident_earliest, entry.incident_latest, entry.version,
    coalesce((extract(epoch FROM entry.entered) * 1000000)::bigint, 0)
    FROM reviews_entry entry JOIN reviews_review review ON review.id = review_id
    WHERE entry.version > %s"""
