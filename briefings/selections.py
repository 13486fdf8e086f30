"""The selection of an edition within the reviews that the piece can rest on.

What is real rests on real reviews alone, what is illustrative on illustrative ones. Where the
collection has both, the address that a page leads to says so: its list is what was counted.
"""

from django.http import QueryDict

from reviews.codes import ILLUSTRATIVE, REAL, Facet
from reviews.snapshot import Snapshot

PARAMETER = Facet.ILLUSTRATIVE.parameter


def own(illustrative: bool) -> int:
    """The code of the reviews that a piece can rest on."""
    return ILLUSTRATIVE if illustrative else REAL


def within(query: QueryDict, illustrative: bool, snapshot: Snapshot) -> QueryDict:
    """A copy that leaves out the other reviews, where there are any."""
    found = query.copy()
    if snapshot.having(own(not illustrative)):
        found[PARAMETER] = snapshot.terms.by_code[own(illustrative)].slug
    return found


def problem(query: QueryDict, illustrative: bool, snapshot: Snapshot) -> str:
    """What is wrong where it asks for the other reviews alone: nothing can be drawn from those."""
    others = snapshot.terms.by_code[own(not illustrative)].slug
    return _OTHERS[illustrative] if query.getlist(PARAMETER) == [others] else ""


_OTHERS = {
    False: "asks for illustrative reviews only, and what is real rests on real ones. Take it out.",
    True: "leaves out illustrative reviews, and what is illustrative rests on those. Take it out.",
}
