"""A selection of reviews: what an address asks for, as values. Read from one by filters.py."""

from dataclasses import dataclass, field, replace

from reviews.codes import Facet
from reviews.dates import PartialDate
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
)


@dataclass(frozen=True)
class Selection:
    """Values of one facet are alternatives; different facets narrow each other."""

    text: str = ""
    chosen: dict[Facet, tuple[Value, ...]] = field(default_factory=dict)
    incident_from: PartialDate | None = None
    incident_to: PartialDate | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for, so that all public reviews are selected."""
        return not (self.text or self.chosen or self.incident_from or self.incident_to)

    def without(self, facet: Facet) -> "Selection":
        """The same selection with a facet left open."""
        return replace(self, chosen={f: v for f, v in self.chosen.items() if f is not facet})
