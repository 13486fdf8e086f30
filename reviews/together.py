"""Which terms of a vocabulary are often found with one: more often than chance would have it."""

from dataclasses import dataclass
from math import log

from reviews.codes import Facet
from reviews.snapshot import Snapshot
from reviews.terms import Value

LEAST = 5  # reviews that must have both: fewer say nothing
LEAST_LIFT = 1.2  # times as common as in all reviews: less is not worth saying
MOST = 8


@dataclass(frozen=True, slots=True)
class Companion:
    """Another term, how many reviews have both, and how that compares with all reviews."""

    value: Value
    count: int
    lift: float  # how many times as common it is in these reviews as in all

    @property
    def evidence(self) -> float:
        """How telling it is: neither a rare coincidence nor what every review has."""
        return self.count * log(self.lift)


def companions(snapshot: Snapshot, facet: Facet, value: Value) -> list[Companion]:
    """The terms most tellingly found with this one, those in most reviews first.

    A term is named if at least 5 reviews have both, and if it is at least 1.2 times as common in
    the reviews of this one as in all: observed reviews over those that chance would give.
    """
    reviews = snapshot.having(value.code)
    found = []
    for code in snapshot.codes_of(facet):
        both = snapshot.by_code[code].intersection_cardinality(reviews)
        if code == value.code or both < LEAST:
            continue
        lift = both * len(snapshot.everything) / (len(reviews) * len(snapshot.by_code[code]))
        if lift >= LEAST_LIFT:
            found.append(Companion(snapshot.terms.by_code[code], both, lift))
    found.sort(key=lambda one: (-one.evidence, one.value.label))
    return sorted(found[:MOST], key=lambda one: (-one.count, one.value.label))
