"""A selection of reviews: what an address asks for, as values. Read from one by filters.py."""

from dataclasses import dataclass, field

from reviews.codes import Facet
from reviews.dates import PartialDate
from reviews.moments import Moment
from reviews.terms import Value

# The facets a selection can name, in the order in which pages show them.
FACETS: tuple[Facet, ...] = (
    Facet.THEME,
    Facet.AGE,
    Facet.HARM,
    Facet.OUTCOME,
    Facet.AGENCY,
    Facet.TYPE,
    Facet.PARTNERSHIP,
    Facet.NATION,
    Facet.YEAR,
    Facet.SEX,
    Facet.REPORT,
    Facet.ILLUSTRATIVE,
)

# Those of a selection of learning points and recommendations.
POINT_FACETS: tuple[Facet, ...] = (
    Facet.KIND,
    Facet.AGENCY,
    *(f for f in FACETS if f is not Facet.AGENCY),
)


@dataclass(frozen=True)
class Selection:
    """Values of one facet are alternatives; different facets narrow each other."""

    text: str = ""
    chosen: dict[Facet, tuple[Value, ...]] = field(default_factory=dict)
    incident_from: PartialDate | None = None
    incident_to: PartialDate | None = None
    added_after: Moment | None = None
