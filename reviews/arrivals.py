"""When each review entered the repository, in memory: which of them came after a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from reviews.points import Ids, among, bitmap

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Moments in microseconds since 1970, the earliest first, and the reviews that came at them.

    Reviews of one moment are in the order of their keys. Twelve bytes for each. Never changed.
    """

    moments: NDArray[np.int64]
    ids: Ids

    @classmethod
    def of(cls, moments: Iterable[int], ids: Iterable[int]) -> "Arrivals":
        """Of all reviews at once: a fifth of a microsecond for each."""
        at, keys = np.fromiter(moments, np.int64), np.fromiter(ids, np.uint32)
        order = np.lexsort((keys, at))
        return cls(at[order], keys[order])

    def changed(self, gone: Iterable[int], new: Mapping[int, int]) -> "Arrivals":
        """The next arrivals: without some reviews, and with others (moments by key)."""
        kept = ~among(self.ids, BitMap(gone))
        moments, ids = self.moments[kept], self.ids[kept]
        came = sorted((moment, key) for key, moment in new.items())
        places = []
        for moment, key in came:
            first, last = np.searchsorted(moments, [moment, moment + 1])
            places.append(first + np.searchsorted(ids[first:last], key))
        at, keys = zip(*came, strict=True) if came else ((), ())
        return Arrivals(np.insert(moments, places, at), np.insert(ids, places, keys))

    def after(self, moment: datetime) -> BitMap:
        """The reviews that entered later than a moment: not at it."""
        place = np.searchsorted(self.moments, microseconds(moment), side="right")
        return bitmap(self.ids[place:])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Arrivals):
            return NotImplemented
        pairs = ((self.moments, other.moments), (self.ids, other.ids))
        return all(np.array_equal(ours, theirs) for ours, theirs in pairs)

    __hash__ = None  # type: ignore[assignment]


def microseconds(moment: datetime) -> int:
    return (moment - _BEGINNING) // timedelta(microseconds=1)
