"""Facets, options and chips as flat values for templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.safestring import SafeString

from reviews.codes import ILLUSTRATIVE, REAL, Facet
from reviews.patterns import Pattern, Text
from reviews.results import Selected
from reviews.search import Scope
from reviews.terms import Value

SHORT = 8  # options shown of a long facet, and the length up to which a facet is not long

LABELS = {
    Facet.THEME: "Theme",
    Facet.AGE: "Child’s age",
    Facet.HARM: "Kind of harm",
    Facet.OUTCOME: "Outcome",
    Facet.AGENCY: "Agency",
    Facet.TYPE: "Kind of review",
    Facet.PARTNERSHIP: "Partnership",
    Facet.NATION: "Nation",
    Facet.YEAR: "Year added",
    Facet.SEX: "Child’s sex",
    Facet.REPORT: "Report",
    Facet.ILLUSTRATIVE: "Real or illustrative",
    Facet.KIND: "Learning or recommendation",
}
POINT_LABELS = {**LABELS, Facet.AGENCY: "Who it is for"}
PLURALS = {
    Facet.THEME: "themes",
    Facet.HARM: "kinds of harm",
    Facet.AGENCY: "agencies",
    Facet.TYPE: "kinds of review",
    Facet.PARTNERSHIP: "partnerships",
    Facet.YEAR: "years",
}
# A chip that says all by itself, and what taking it away does.
SAID = {
    REAL: ("Without illustrative reviews", "With illustrative reviews"),
    ILLUSTRATIVE: ("Only illustrative reviews", "With real reviews"),
}
OPEN = {Facet.KIND, Facet.THEME, Facet.AGE, Facet.OUTCOME}
OPEN_OF_POINTS = {Facet.KIND, Facet.AGENCY, Facet.THEME}

OPTION = Pattern("components/option.html")
FACET = Pattern("components/facet.html")


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet, and how many reviews choosing it would leave."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class OptionList:
    """A facet as the page shows it. A long one is shown in part, found within, or in full."""

    name: str
    label: str
    plural: str
    options: list[Option]
    chosen: int
    total: int
    open: bool
    long: bool
    full: bool
    find: str
    show_all: str
    noun: str

    @property
    def scrolls(self) -> bool:
        """Whether so many options are shown that they get an area of their own."""
        return len(self.options) > SHORT

    @property
    def html(self) -> SafeString:
        texts: dict[str, Text] = {
            "options": SafeString("".join(map(self._option, self.options))),
            "chosen": self.chosen,
            "shown": len(self.options),
            "total": self.total,
            "find": self.find,
            "show_all": self.show_all,
        }
        return FACET.fill(
            texts,
            name=self.name,
            label=self.label,
            plural=self.plural,
            open=self.open,
            in_use=self.chosen > 0,
            long=self.long,
            scrolls=self.scrolls,
            partial=len(self.options) < self.total,
            finding=self.find != "",
            empty=not self.options,
        )

    def _option(self, option: Option) -> SafeString:
        texts: dict[str, Text] = {
            "value": option.value,
            "label": option.label,
            "count": option.count,
        }
        return OPTION.fill(
            texts,
            name=self.name,
            selected=option.selected,
            noun=self.noun if option.count == 1 else f"{self.noun}s",
        )


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing in use, and the address without it. One without a label says all in its value."""

    label: str
    value: str
    url: str
    without: str = ""

    @property
    def way_on(self) -> str:
        """What taking it away does, as a link says it."""
        return self.without or f"Without “{self.label}: {self.value.strip('“”')}”"


def address(query: QueryDict, **changes: str | None) -> str:
    """The query string with some parameters set or (None) dropped; the page number always is."""
    kept = [(name, values) for name, values in query.lists() if name not in {"page", *changes}]
    added = [(name, value) for name, value in changes.items() if value is not None]
    return "?" + urlencode([*kept, *added], doseq=True)


def option_lists(result: Selected, query: QueryDict) -> list[OptionList]:
    """Every facet of a result, counted under all other facets' choices."""
    shown = (facet for facet in result.facets if _is_choice(facet, result, query))
    return [_option_list(facet, result, query) for facet in shown]


def _is_choice(facet: Facet, result: Selected, query: QueryDict) -> bool:
    """Real or illustrative is none where all reviews are one of the two, unless it was asked."""
    is_both = facet is not Facet.ILLUSTRATIVE or len(result.codes_of(facet)) > 1
    return is_both or facet.parameter in query


def _option_list(facet: Facet, result: Selected, query: QueryDict) -> OptionList:
    name = facet.parameter
    find = query.get(f"{name}_find", "")[:80].strip()
    full = query.get("show") == name
    chosen = {value.code for value in result.selection.chosen.get(facet, ())}
    counts = result.counts(facet)
    values = _values(facet, result, chosen)
    shown = _shown(values, counts, chosen, find, full)
    return OptionList(
        name=name,
        label=label_of(facet, result),
        plural=PLURALS.get(facet, "values"),
        options=[
            Option(value.slug, value.label, counts.get(value.code, 0), value.code in chosen)
            for value in shown
        ],
        chosen=len(chosen),
        total=len(values),
        open=bool(query.get(name) or find or full or facet in _open(result)),
        long=len(values) > SHORT,
        full=full,
        find=find,
        noun=result.noun,
        show_all=address(query, show=name, **{f"{name}_find": None}) + f"#facet-{name}",
    )


def label_of(facet: Facet, result: Selected) -> str:
    """What a facet is called on this list: an agency is whom a point is for."""
    return (POINT_LABELS if result.scope is Scope.POINTS else LABELS)[facet]


def _open(result: Selected) -> set[Facet]:
    return OPEN_OF_POINTS if result.scope is Scope.POINTS else OPEN


def _values(facet: Facet, result: Selected, chosen: set[int]) -> list[Value]:
    """All values that any review has, and the chosen ones, in the vocabulary's order."""
    used = chosen.union(result.codes_of(facet))
    return [value for value in values_of(facet, result) if value.code in used]


def values_of(facet: Facet, result: Selected) -> list[Value]:
    """A facet's values in order. Years are those that occur or are chosen, latest first."""
    if facet is not Facet.YEAR:
        return result.snapshot.terms.values.get(facet, [])
    return result.snapshot.years(result.selection.chosen.get(facet, ()))


def _shown(
    values: list[Value], counts: dict[int, int], chosen: set[int], find: str, full: bool
) -> list[Value]:
    """What is shown of a facet.

    A short one whole, in the vocabulary's order. A long one in the order of its labels when
    shown in full or searched; else the chosen and the largest, the largest first.
    """
    if len(values) <= SHORT and not find:
        return values
    if find or full:
        words = find.casefold().split()
        named = [v for v in values if all(word in v.label.casefold() for word in words)]
        found = {value.code for value in named} | chosen
        return sorted((v for v in values if v.code in found), key=lambda v: v.label.casefold())
    largest = sorted(values, key=lambda v: (v.code not in chosen, -counts.get(v.code, 0)))
    return sorted(largest[: max(SHORT, len(chosen))], key=lambda v: -counts.get(v.code, 0))


def chips(result: Selected, query: QueryDict) -> Iterator[Chip]:
    """What is in use, in the order of the facets, each with a link that removes only it."""
    selection = result.selection
    if selection.text:
        yield Chip("Words", f"“{selection.text}”", address(query, q=None))
    for facet, values in selection.chosen.items():
        for value in values:
            url = _without(query, facet, value, result)
            if len(values) == 1 and value.code in SAID:
                said, without = SAID[value.code]
                yield Chip("", said, url, without)
            else:
                yield Chip(label_of(facet, result), value.label, url)
    for name, label, date in (
        ("incident_from", "Incident from", selection.incident_from),
        ("incident_to", "Incident to", selection.incident_to),
        ("added_after", "Added after", selection.added_after),
    ):
        if date:
            yield Chip(label, date.label, address(query, **{name: None}))


def _without(query: QueryDict, facet: Facet, value: Value, result: Selected) -> str:
    """The query string with one value of a facet taken out, by whatever slugs it was given."""
    find = result.snapshot.terms.find
    name = facet.parameter
    kept = {other: values for other, values in query.lists() if other != "page"}
    kept[name] = [slug for slug in kept[name] if find(facet, slug) != value]
    return "?" + urlencode(kept, doseq=True)
