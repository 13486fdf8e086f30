"""When each review entered the repository, in memory: which of them came after a moment."""

from collections.abc import Iterable
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
        return cls(np.zeros(0, np.int64), np.zeros(0, np.uint32)).changed((), moments, ids)

    def changed(
        self, gone: Iterable[int], moments: Iterable[int], ids: Iterable[int]
    ) -> "Arrivals":
        """The next arrivals: without some reviews, and with others at their moments."""
        kept = ~among(self.ids, BitMap(gone))
        all_moments = np.concatenate([self.moments[kept], np.fromiter(moments, np.int64)])
        all_ids = np.concatenate([self.ids[kept], np.fromiter(ids, np.uint32)])
        order = np.lexsort((all_ids, all_moments))
        return Arrivals(all_moments[order], all_ids[order])

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
