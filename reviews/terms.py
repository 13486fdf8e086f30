"""The values of every facet as flat rows: what the catalogue and the pages name things by."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db import connection

from reviews.choices import Nation, PointKind, Sex
from reviews.codes import KINDS, NATIONS, NO, NO_PARTNERSHIP, SEXES, YES, Facet, code


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its code, its slug in addresses, its name on pages."""

    code: int
    slug: str
    label: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """All values of the vocabulary facets, in the order editors gave them.

    The slug and the code of a merged term find the value that it was merged into, and its names
    are other names of that.
    """

    values: dict[Facet, list[Value]] = field(default_factory=dict)
    by_slug: dict[tuple[Facet, str], Value] = field(default_factory=dict)
    by_code: dict[int, Value] = field(default_factory=dict)

    @cached_property
    def edition(self) -> int:
        """A number that differs when a value does: what is made with these names is kept by it."""
        return hash((*self.by_slug.items(), *self.by_code.items()))

    @classmethod
    def read(cls) -> "Terms":
        """Every vocabulary and partnership, in one query."""
        terms = cls()
        with connection.cursor() as cursor:
            cursor.execute(_ALL_TERMS)
            rows = cursor.fetchall()
        merged: dict[tuple[int, int], list[str]] = defaultdict(list)
        for facet, key, target, _, label, synonyms in rows:
            if key != target:
                merged[facet, target] += [label, *synonyms]
        for facet, key, target, slug, label, synonyms in rows:
            if key == target:
                names = dict.fromkeys((*synonyms, *merged[facet, key]))
                terms._add(Facet(facet), slug, label, key, tuple(names))
        for facet, slug, label, key in _closed():
            terms._add(facet, slug, label, key)
        for facet, key, target, slug, *_ in rows:
            if key != target:
                live = terms.by_code[code(Facet(facet), target)]
                terms.by_slug[Facet(facet), slug] = terms.by_code[code(Facet(facet), key)] = live
        return terms

    def find(self, facet: Facet, slug: str) -> Value | None:
        """The value with this slug; years are not looked up but read."""
        if facet is Facet.YEAR and len(slug) == 4 and slug.isascii() and slug.isdigit():
            return Value(code(facet, int(slug)), slug, slug)
        return self.by_slug.get((facet, slug))

    def _add(
        self, facet: Facet, slug: str, label: str, key: int, synonyms: tuple[str, ...] = ()
    ) -> None:
        value = Value(code(facet, key), slug, label, synonyms)
        self.by_slug[facet, slug] = self.by_code[value.code] = value
        self.values.setdefault(facet, []).append(value)


def _closed() -> Iterable[tuple[Facet, str, str, int]]:
    """The values that are no rows: closed lists, and what is or is not so of a review."""
    for key, slug in enumerate(NATIONS):
        yield Facet.NATION, slug, str(Nation(slug).label), key
    for key, slug in enumerate(SEXES):
        yield Facet.SEX, slug, str(Sex(slug).label), key
    for key, slug in enumerate(KINDS):
        yield Facet.KIND, slug, str(PointKind(slug).label), key
    yield Facet.PARTNERSHIP, "not-recorded", "Not recorded", NO_PARTNERSHIP
    yield Facet.REPORT, "yes", "A report can be read", YES
    yield Facet.ILLUSTRATIVE, "no", "Real reviews", NO
    yield Facet.ILLUSTRATIVE, "yes", "Illustrative reviews", YES


_VOCABULARIES = {
    Facet.THEME: "theme",
    Facet.AGENCY: "agency",
    Facet.HARM: "harm",
    Facet.OUTCOME: "outcome",
    Facet.AGE: "ageband",
    Facet.TYPE: "reviewtype",
}

_ROWS = " UNION ALL ".join(
    f"""SELECT {facet:d} AS facet, id, coalesce(merged_into_id, id) AS target, slug, label,
        synonyms, "order" FROM reviews_{table}"""
    for facet, table in _VOCABULARIES.items()
)
_ALL_TERMS = f"""SELECT facet, id, target, slug, label, synonyms FROM ({_ROWS}
    UNION ALL SELECT {Facet.PARTNERSHIP:d}, id, id, slug, name, aliases, 0
    FROM reviews_partnership) AS term ORDER BY facet, "order", label"""
