"""The catalogue in memory: which reviews match a selection, how many each other option leaves.

The one evaluation of a selection. Each process keeps one bitmap of entry ids for every facet
code and the ids in each sort order, as an immutable snapshot of one version of the collection.
A request reads the version (one query); if it moved, only the entries changed since are loaded.
Returns ids and counts: no HTML, no request. Costs are in docs/architecture.md.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from django.db import connection, transaction
from pyroaring import BitMap

from reviews import search
from reviews.codes import Facet
from reviews.recent import Recent
from reviews.selection import Selection
from reviews.snapshot import Row, Snapshot
from reviews.terms import Terms

WORTH_REBUILDING = 20  # a change to more than one entry in so many is quicker built anew


@dataclass(frozen=True)
class Result:
    """A selection evaluated against one snapshot."""

    snapshot: Snapshot
    selection: Selection
    matches: BitMap | None

    @cached_property
    def ids(self) -> BitMap:
        """Every entry that matches the whole selection."""
        return self._intersection(self._parts)

    @property
    def total(self) -> int:
        return len(self.ids)

    def counts(self, facet: Facet) -> dict[int, int]:
        """For each code of a facet, how many reviews it has under all other facets' choices.

        Codes nobody has are left out. Choosing one option never hides its siblings.
        """
        codes = self.snapshot.codes_of(facet)
        others = {name: part for name, part in self._parts.items() if name is not facet}
        if not others:
            return {code: len(self.snapshot.by_code[code]) for code in codes}
        allowed = self.ids if len(others) == len(self._parts) else self._intersection(others)
        pairs = ((c, self.snapshot.by_code[c].intersection_cardinality(allowed)) for c in codes)
        return {code: count for code, count in pairs if count}

    def page(self, sort: str, start: int, size: int) -> list[int]:
        """The ids from `start` on, in this order. `relevance` needs text and few matches.

        It costs a query, and beyond some matches is the order of the newest.
        """
        if sort == "relevance" and self.matches is not None and self.total <= search.RANKED:
            return search.rank(self.selection.text, self.ids)[start : start + size]
        order = "newest" if sort == "relevance" else sort
        return self.snapshot.page(self.ids, order, start, size)

    @cached_property
    def _parts(self) -> dict[Facet | str, BitMap]:
        """The bitmaps that the selection is the intersection of, by what asked for them."""
        asked = self.selection
        parts: dict[Facet | str, BitMap] = {
            facet: self.snapshot.having_any(value.code for value in values)
            for facet, values in asked.chosen.items()
        }
        if self.matches is not None:
            parts["text"] = self.matches & self.snapshot.everything
        if asked.incident_from or asked.incident_to:
            parts["incident"] = self.snapshot.within(asked.incident_from, asked.incident_to)
        return parts

    def _intersection(self, parts: dict[Facet | str, BitMap]) -> BitMap:
        bitmaps = list(parts.values())
        if not bitmaps:
            return self.snapshot.everything
        return BitMap.intersection(*bitmaps) if len(bitmaps) > 1 else bitmaps[0]


class Catalogue:
    """The snapshot this process holds, and how it follows the collection."""

    def __init__(self) -> None:
        self._snapshot: Snapshot | None = None
        self._lock = threading.Lock()
        self._searches: Recent[tuple[int, str], BitMap] = Recent("KEPT_SEARCHES")

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
        """Evaluate a selection. One query, when it has text that is not kept."""
        matches = self._find(snapshot.version, selection.text) if selection.text else None
        return Result(snapshot, selection, matches)

    def _follow(self, held: Snapshot | None) -> Snapshot:
        """What changed since `held` added to it; everything, if it is not in the lineage."""
        with _one_moment():
            version, recent = _lineage()
            terms = Terms.read()
            if held is not None and held.version in recent:
                rows = list(_rows(held.version))
                if len(rows) * WORTH_REBUILDING <= len(held.keys):
                    return held.changed(version, terms, rows)
            return Snapshot.build(version, terms, _rows(0))

    def _find(self, version: int, text: str) -> BitMap:
        """The matches of a text, kept for as long as the collection stays as it is."""
        key = (version, text)
        matches = self._searches.get(key)
        if matches is None:
            matches = search.find(text)
            self._searches.keep(key, matches)
        return matches


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
    entry.incident_earliest, entry.incident_latest, entry.version
    FROM reviews_entry entry JOIN reviews_review review ON review.id = review_id
    WHERE entry.version > %s"""
