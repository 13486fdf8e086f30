"""The browse page, composed from a query string: what was asked, what was found, the ways on."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString

from reviews import found
from reviews.cards import Cards
from reviews.codes import Facet
from reviews.facets import Chip, OptionList, address, chips, option_lists
from reviews.filters import BrowseFilterSet
from reviews.paging import Paged
from reviews.results import Selected
from reviews.search_help import SearchHelp
from reviews.selection import Selection
from reviews.snapshot import Snapshot

DATES_AFTER = 2  # facets shown before the range of incident dates

cards = Cards("components/entry.html")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the address, and where on the page to mend it."""

    label: str
    message: str
    target: str


@dataclass(frozen=True, slots=True)
class WayOn:
    """A selection near an empty one, and how many reviews it has."""

    label: str
    count: int
    url: str


class ListPage(Paged):
    """A list under the grammar: everything its template shows, whatever it is a list of."""

    filterset_class: ClassVar[type[BrowseFilterSet]]
    route: ClassVar[str]  # the name of the list’s address
    dates_after: ClassVar[int] = DATES_AFTER

    def __init__(self, query: QueryDict, snapshot: Snapshot) -> None:
        self.filterset = self.filterset_class(query, snapshot)
        self.query = self.filterset.data
        self.problems = list(self._problems())
        self.result: Selected = self.filterset.result()

    @abstractmethod
    def rendered(self, ids: list[int]) -> list[SafeString]:
        """The HTML of some records, in order, of those that are public now."""

    @abstractmethod
    def called(self, count: int) -> str:
        """What so many of the list are called: "review", "reviews"."""

    @property
    def one(self) -> str:
        return self.called(1)

    @property
    def many(self) -> str:
        return self.called(2)

    @property
    def noun(self) -> str:
        """The short name of one record, where many numbers stand."""
        return self.result.noun

    @property
    def counted(self) -> str:
        return f"{self.total} {self.called(self.total)}"

    @cached_property
    def selection(self) -> Selection:
        return self.result.selection

    @cached_property
    def status(self) -> int:
        """200; 400 for a query that can’t be read; 404 for a page that is not there."""
        if self.problems:
            return 400
        return 200 if self.number <= self.pages else 404

    @cached_property
    def total(self) -> int:
        return 0 if self.problems else self.result.total

    @cached_property
    def search_help(self) -> SearchHelp | None:
        """What is to be said of the words searched for."""
        matches = self.result.matches
        return SearchHelp(self.result, matches, self.query) if matches else None

    @cached_property
    def near(self) -> list[int]:
        """What has some of the words, where few have all of them: it follows what is counted."""
        return [] if self.problems else self.result.near

    @property
    def listed(self) -> int:
        """How many records stand on all pages together."""
        return self.total + len(self.near)

    @cached_property
    def number(self) -> int:
        return self.filterset.form.cleaned_data.get("page") or 1

    @property
    def is_filtered(self) -> bool:
        """Whether search engines should leave this address alone."""
        return bool(self.query)

    @cached_property
    def sort(self) -> str:
        chosen = self.filterset.form.cleaned_data.get("sort") or ""
        if chosen == "relevance" and not self.selection.text:
            chosen = ""
        return chosen or ("relevance" if self.selection.text else "newest")

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """The orders on offer: label, address, whether it is the one in use."""
        return [
            (label, address(self.query, sort=name), name == self.sort)
            for name, label in self.filterset.sorts.items()
            if name != "relevance" or self.selection.text
        ]

    @cached_property
    def entries(self) -> list[SafeString]:
        """This page's part of what is counted."""
        if self.status != 200 or self.start >= self.total:
            return []
        return self.rendered(self.result.page(self.sort, self.start, self.page_size))

    @cached_property
    def near_entries(self) -> list[SafeString]:
        """This page's part of what has only some of the words."""
        if self.status != 200:
            return []
        first = max(0, self.start - self.total)
        last = max(0, self.start + self.page_size - self.total)
        return self.rendered(self.near[first:last]) if first < last else []

    @property
    def is_listed(self) -> bool:
        """Whether the page shows any record."""
        return bool(self.entries or self.near_entries)

    @cached_property
    def facets(self) -> list[OptionList]:
        return option_lists(self.result, self.query)

    @property
    def facets_before(self) -> list[OptionList]:
        """The facets that stand above the range of dates."""
        return self.facets[: self.dates_after]

    @property
    def facets_after(self) -> list[OptionList]:
        return self.facets[self.dates_after :]

    @property
    def typed_text(self) -> str:
        return self.query.get("q", "")

    @property
    def typed_from(self) -> str:
        return self.query.get("incident_from", "")

    @property
    def typed_to(self) -> str:
        return self.query.get("incident_to", "")

    @property
    def range_label(self) -> str:
        """The range in use, in words."""
        start, end = self.selection.incident_from, self.selection.incident_to
        if start and end:
            return f"{start.label} to {end.label}" if start != end else start.label
        return f"from {start.label}" if start else f"to {end.label}" if end else ""

    @property
    def range_open(self) -> bool:
        return bool(self.typed_from or self.typed_to)

    @property
    def typed_after(self) -> str:
        return self.query.get("added_after", "")

    @cached_property
    def chips(self) -> list[Chip]:
        return list(chips(self.result, self.query))

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the filter form sends along unseen: the order, unless it is the usual one."""
        sort = str(self.query.get("sort", ""))
        return [("sort", sort)] if sort in self.filterset.sorts else []

    @cached_property
    def ways_on(self) -> list[WayOn]:
        """From an empty result: each thing in use taken away, and what that would give."""
        if self.total or self.problems or len(self.chips) < 2:
            return []
        ways = [(chip.way_on, chip.url) for chip in self.chips]
        if self.selection.text:
            words = address(QueryDict(mutable=True), q=self.selection.text)
            ways.append(("Only the words, no filters", words))
        counted = (WayOn(label, self._total(url), url) for label, url in ways)
        return [way for way in counted if way.count]

    @property
    def everything(self) -> int:
        """How many public records there are."""
        return len(self.result.everything)

    @property
    def undated(self) -> int:
        """Reviews left out of a range of incident dates because no date is recorded."""
        snapshot = self.result.snapshot
        return len(snapshot.everything) - len(snapshot.by_latest)

    def _total(self, url: str) -> int:
        other = self.filterset_class(QueryDict(url[1:]), self.result.snapshot)
        return 0 if other.errors else other.result().total

    def _problems(self) -> Iterator[Problem]:
        for name, messages in self.filterset.errors.items():
            field = self.filterset.filters.get(name)
            for message in messages:
                yield Problem(str(field.label) if field else "", message, _target(name))


class BrowsePage(ListPage):
    """The list of reviews."""

    filterset_class = BrowseFilterSet
    route = "reviews:browse"

    def called(self, count: int) -> str:
        return "review" if count == 1 else "reviews"

    @property
    def twin_url(self) -> str:
        """The learning points and recommendations of the same selection."""
        return reverse("reviews:learning") + address(self.query)

    def rendered(self, ids: list[int]) -> list[SafeString]:
        passages = found.passages(self.result.matches, ids) if self.result.matches else {}
        return cards.render(self.result.snapshot, ids, passages)


def _target(name: str) -> str:
    """The id of what mends a problem with a parameter."""
    if name in {"q", "incident_from", "incident_to", "added_after"}:
        return name
    return f"facet-{name}" if name.upper() in Facet.__members__ else "find"
