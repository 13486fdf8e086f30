"""What a briefing is based on: its sample in numbers and words, and what has come since.

All of it is generated from the evidence that is public now, so it can't say more than there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from briefings.selections import within
from briefings.sources import Source
from reviews import moments
from reviews.dates import PartialDate
from reviews.facets import LABELS
from reviews.filters import ReviewFilterSet
from reviews.selection import Selection
from reviews.snapshot import Snapshot

BESIDE = ("sort", "page", "show")  # what an address may have beside a selection


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a selection asks for: "Theme", with the names of its values."""

    label: str
    values: tuple[str, ...]

    @property
    def words(self) -> str:
        return " or ".join(self.values)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selection a sample was taken from: in words, the list, and how many match it today.

    One that can't be read any more (a term in it was deleted) has neither words nor list.
    """

    conditions: tuple[Condition, ...]
    url: str
    total: int

    @property
    def is_lost(self) -> bool:
        return not self.url


@dataclass(frozen=True, slots=True)
class Since:
    """Reviews that match and were added since: how many, of those how many are in the sample."""

    count: int
    pinned: int
    url: str


@dataclass(frozen=True, slots=True)
class Basis:
    """The sample: reviews that are public now, the points in them, and when they are from."""

    reviews: int
    points: int
    years: str
    years_label: str
    dates: str
    chosen: Chosen | None

    @property
    def is_gone(self) -> bool:
        """Whether no review of it is public any more."""
        return not self.reviews


def basis(
    sample: Sequence[Source], selection: str, illustrative: bool, snapshot: Snapshot
) -> Basis:
    dated = [one.published for one in sample if one.published]
    dates = dated or [one.added for one in sample]
    return Basis(
        reviews=len(sample),
        points=sum(one.points for one in sample),
        years=_years(dates),
        years_label="of publication" if dated else "added here",
        dates=_dates(sample),
        chosen=chosen(selection, illustrative, snapshot),
    )


def chosen(selection: str, illustrative: bool, snapshot: Snapshot) -> Chosen | None:
    """What a query string asks for, of reviews that the piece can rest on; None where it is none.

    That those alone are meant goes without saying: the address says it, the words do not.
    """
    asked = _query(selection)
    if not asked:
        return None
    query = within(asked, illustrative, snapshot)
    filters = ReviewFilterSet(query, snapshot)
    if filters.errors:
        return Chosen((), "", 0)
    found = filters.result()
    url = f"{reverse('reviews:browse')}?{query.urlencode()}"
    return Chosen(_conditions(filters.selection(), asked), url, found.total)


def since(
    selection: str,
    illustrative: bool,
    as_of: datetime | None,
    pinned: frozenset[int],
    snapshot: Snapshot,
) -> Since | None:
    """What matches the selection, whatever its years, and entered after a moment.

    The number is that of the list it links to. None where it is nothing new, or can't be told.
    """
    asked = _query(selection)
    if not asked or as_of is None or not snapshot.arrivals.after(as_of):
        return None
    query = within(asked, illustrative, snapshot)
    query.pop("year", None)
    query["added_after"] = moments.written(as_of)
    filters = ReviewFilterSet(query, snapshot)
    if filters.errors:
        return None
    found = filters.result().ids
    known = len(pinned.intersection(found))
    if len(found) == known:
        return None
    return Since(len(found), known, f"{reverse('reviews:browse')}?{query.urlencode()}")


def _query(selection: str) -> QueryDict:
    """A selection alone, without what an address may have beside it."""
    query = QueryDict(selection.strip().lstrip("?"), mutable=True)
    for name in BESIDE:
        query.pop(name, None)
    return query


def _conditions(selection: Selection, asked: QueryDict) -> tuple[Condition, ...]:
    found = [Condition("Words", (f"“{selection.text}”",))] if selection.text else []
    for facet, values in selection.chosen.items():
        if facet.parameter in asked:
            found.append(Condition(LABELS[facet], tuple(value.label for value in values)))
    for label, date in (
        ("Incident from", selection.incident_from),
        ("Incident to", selection.incident_to),
        ("Added after", selection.added_after),
    ):
        if date:
            found.append(Condition(label, (date.label,)))
    return tuple(found)


def _years(dates: Sequence[PartialDate]) -> str:
    """ "2023", "2021–23": the years of some dates."""
    if not dates:
        return ""
    first = min(date.earliest.year for date in dates)
    last = max(date.latest.year for date in dates)
    if first == last:
        return str(first)
    return f"{first}–{last % 100:02}" if first // 100 == last // 100 else f"{first}–{last}"


def _dates(sample: Sequence[Source]) -> str:
    """When the reviews were published; of those of which that is unknown, when they were added."""
    dated = [one.published for one in sample if one.published]
    others = [one.added for one in sample if not one.published]
    if not sample:
        return ""
    if not others:
        return f"Published {_span(dated)}."
    if not dated:
        return f"Added to the repository {_span(others)}; no date of publication is recorded."
    were = "was" if len(dated) == 1 else "were"
    they = "it was" if len(others) == 1 else "they were"
    return (
        f"{len(dated)} {were} published {_span(dated)}. For {len(others)} no date of publication "
        f"is recorded; {they} added {_span(others)}."
    )


def _span(dates: Sequence[PartialDate]) -> str:
    """ "in May 2023", "from May 2021 to 2023"."""
    first = _end(min(dates, key=lambda date: date.earliest), 0)
    last = _end(max(dates, key=lambda date: date.latest), -1)
    if first != last:
        return f"from {first.label} to {last.label}"
    return f"{'on' if first.precision == 'day' else 'in'} {first.label}"


def _end(date: PartialDate, place: int) -> PartialDate:
    """One end of an interval; any other date as it is."""
    return PartialDate(date.iso.split("/")[place])
