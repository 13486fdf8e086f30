"""The values of every facet as flat rows: what the catalogue and the pages name things by."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from reviews.choices import Nation, Sex
from reviews.codes import NATIONS, NO_PARTNERSHIP, SEXES, YES, Facet, code


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its code, its slug in addresses, its name on pages."""

    code: int
    slug: str
    label: str
    merged: bool = False


@dataclass(frozen=True)
class Terms:
    """All values of the vocabulary facets, in the order editors gave them.

    A merged term's slug finds the value it was merged into.
    """

    values: dict[Facet, list[Value]] = field(default_factory=dict)
    by_slug: dict[tuple[Facet, str], Value] = field(default_factory=dict)
    by_code: dict[int, Value] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "Terms":
        """Every vocabulary and partnership, in one query."""
        terms = cls()
        with connection.cursor() as cursor:
            cursor.execute(_ALL_TERMS)
            for facet, key, target, slug, label in cursor.fetchall():
                terms._add(Facet(facet), slug, label, key, target)
        for facet, slug, label, key in _closed():
            terms._add(facet, slug, label, key, key)
        return terms

    def find(self, facet: Facet, slug: str) -> Value | None:
        """The value with this slug; years are not looked up but read."""
        if facet is Facet.YEAR and len(slug) == 4 and slug.isascii() and slug.isdigit():
            return Value(code(facet, int(slug)), slug, slug)
        return self.by_slug.get((facet, slug))

    def _add(self, facet: Facet, slug: str, label: str, key: int, target: int) -> None:
        value = Value(code(facet, target), slug, label, merged=key != target)
        self.by_slug[facet, slug] = value
        if not value.merged:
            self.values.setdefault(facet, []).append(value)
            self.by_code[value.code] = value


def _closed() -> Iterable[tuple[Facet, str, str, int]]:
    """The values that are no rows: nations, sexes, and the partnership that is not recorded."""
    for key, slug in enumerate(NATIONS):
        yield Facet.NATION, slug, str(Nation(slug).label), key
    for key, slug in enumerate(SEXES):
        yield Facet.SEX, slug, str(Sex(slug).label), key
    yield Facet.PARTNERSHIP, "not-recorded", "Not recorded", NO_PARTNERSHIP
    yield Facet.REPORT, "yes", "A report can be read", YES


_VOCABULARIES = {
    Facet.THEME: "theme",
    Facet.AGENCY: "agency",
    Facet.HARM: "harm",
    Facet.OUTCOME: "outcome",
    Facet.AGE: "ageband",
    Facet.TYPE: "reviewtype",
}

_ROWS = " UNION ALL ".join(
    f"""SELECT {facet:d} AS facet, id, coalesce(merged_into_id, id) AS target, slug, label, "order"
    FROM reviews_{table}"""
    for facet, table in _VOCABULARIES.items()
)
_ALL_TERMS = f"""SELECT facet, id, target, slug, label FROM ({_ROWS}
    UNION ALL SELECT {Facet.PARTNERSHIP:d}, id, id, slug, name, 0 FROM reviews_partnership) AS term
    ORDER BY facet, "order", label"""
