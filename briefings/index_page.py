"""The list of briefings: all of them, newest first, and by topic and by sector. Three queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, OuterRef, Value

from briefings.beside import Listed, listed
from briefings.choices import Kind
from briefings.models import Edition, Pin
from briefings.statements import singled_out
from reviews.codes import Facet, code
from reviews.snapshot import Snapshot
from reviews.terms import Value as Term

ARTICLES = 3  # named on the page of briefings


class _Named(Func):
    """The agencies that each section names, by their slugs, from an edition's words."""

    function = "jsonb_path_query_array"
    template = "%(function)s(%(expressions)s::jsonpath)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A briefing in the list. `sectors` are the agencies that it has pages for."""

    briefing: Listed
    reviews: int
    themes: tuple[Term, ...]
    agencies: tuple[Term, ...]
    sectors: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A briefing under a topic or sector: `is_part` where it is the page for a sector alone."""

    title: str
    url: str
    is_illustrative: bool
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """A topic or sector with its briefings."""

    term: Term
    briefings: tuple[Shelved, ...]


class IndexPage:
    """What the page of all briefings shows."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def entries(self) -> list[Entry]:
        """Every current briefing, newest first."""
        current = Edition.objects.current().of_kind(Kind.BRIEFING).newest_first()
        rows = current.annotate(
            theme_keys=_keys(Edition.themes.through.objects, "theme_id"),
            agency_keys=_keys(Edition.agencies.through.objects, "agency_id"),
            reviews=_keys(Pin.objects.published(), "review_id"),
            named=_Named(F("stored"), Value("$.sections[*].agencies"), output_field=JSONField()),
        ).values_list("piece", "theme_keys", "agency_keys", "reviews", "named")
        about = {row[0]: row[1:] for row in rows}
        return [self._entry(one, *about[one.piece]) for one in listed(current)]

    @property
    def topics(self) -> list[Shelf]:
        """By the themes that briefings are about, from A to Z."""
        shelves: dict[Term, list[Shelved]] = {}
        for one in self.entries:
            for theme in one.themes:
                shelves.setdefault(theme, []).append(_shelved(one.briefing))
        return _sorted(shelves)

    @property
    def sectors(self) -> list[Shelf]:
        """By agency: briefings that are about it, and those that have a page for it."""
        shelves: dict[Term, list[Shelved]] = {}
        for one in self.entries:
            for agency in dict.fromkeys((*one.agencies, *one.sectors)):
                part = agency.slug if agency in one.sectors else ""
                shelves.setdefault(agency, []).append(_shelved(one.briefing, part))
        return _sorted(shelves)

    @cached_property
    def articles(self) -> list[Listed]:
        """The newest."""
        current = Edition.objects.current().of_kind(Kind.ARTICLE)
        return listed(current.newest_first()[:ARTICLES])

    def _entry(
        self,
        briefing: Listed,
        themes: Iterable[int],
        agencies: Iterable[int],
        reviews: list[int],
        named: Iterable[list[str]],
    ) -> Entry:
        terms = self.snapshot.terms
        sectors = (value for slugs in named for value in singled_out(slugs, terms))
        return Entry(
            briefing=briefing,
            reviews=len(reviews),
            themes=self._terms(Facet.THEME, themes),
            agencies=self._terms(Facet.AGENCY, agencies),
            sectors=tuple(dict.fromkeys(sectors)),
        )

    def _terms(self, facet: Facet, keys: Iterable[int]) -> tuple[Term, ...]:
        known = self.snapshot.terms.by_code
        found = (known.get(code(facet, key)) for key in keys)
        return tuple(dict.fromkeys(value for value in found if value))


def _keys(rows: "object", name: str) -> ArraySubquery:
    found = rows.filter(edition=OuterRef("pk"))  # type: ignore[attr-defined]
    return ArraySubquery(found.values(name))


def _shelved(one: Listed, agency: str = "") -> Shelved:
    url = f"{one.url}for/{agency}/" if agency else one.url
    return Shelved(one.title, url, one.is_illustrative, bool(agency))


def _sorted(shelves: Mapping[Term, list[Shelved]]) -> list[Shelf]:
    ordered = sorted(shelves.items(), key=lambda one: one[0].label.casefold())
    return [Shelf(term, tuple(briefings)) for term, briefings in ordered]
