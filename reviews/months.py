"""The months in which reviews were added: which there are, and what one of them brought."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import log

from django.db.models import Count
from pyroaring import BitMap

from reviews.cards import Cards
from reviews.codes import Facet, code, month_number, value_of, year_and_month
from reviews.dates import PartialDate
from reviews.headlines import as_words
from reviews.models import Point
from reviews.snapshot import Snapshot
from reviews.terms import Value

FEATURED = 2  # issues named in a month's opening sentence
LEAST = 2  # reviews an issue must run through to be named
SUMMED_UP = 8  # themes listed beside a month


@dataclass(frozen=True, slots=True)
class Month:
    """A month with at least one review."""

    number: int
    count: int

    @property
    def year(self) -> int:
        return year_and_month(self.number)[0]

    @property
    def month(self) -> int:
        return year_and_month(self.number)[1]

    @property
    def label(self) -> str:
        return PartialDate.from_month(self.year, self.month).label

    @property
    def name(self) -> str:
        """ "May", without its year."""
        return self.label.split()[0]

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)


@dataclass(frozen=True, slots=True)
class Year:
    """A year with at least one review, and its months, latest first."""

    number: int
    months: list[Month]

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)


@dataclass(frozen=True, slots=True)
class Counted:
    """A term and how many of a month's reviews have it."""

    value: Value
    count: int

    @property
    def phrase(self) -> str:
        """Its name inside a sentence."""
        return as_words(self.value.label)


class MonthPage:
    """A month's page: its reviews in the order added, its figures, the months beside it."""

    def __init__(self, snapshot: Snapshot, month: Month, cards: Cards) -> None:
        self.month = month
        self.issues = issues(snapshot, month)
        ids = reviews_of(snapshot, month)
        self.entries = cards.render(snapshot, ids)
        counted = Point.objects.filter(review__in=ids).values_list("kind").annotate(n=Count("pk"))
        self.points = dict(counted.order_by())
        self.all_of_them = {1: "it", 2: "both"}.get(month.count, "all of them")
        known = months(snapshot)
        place = known.index(month)
        self.later = known[place - 1] if place else None
        self.earlier = known[place + 1] if place + 1 < len(known) else None


@dataclass(frozen=True, slots=True)
class Issues:
    """What features in a month's reviews: the opening sentence, and the list beside it."""

    featured: list[Counted]
    themes: list[Counted]


def months(snapshot: Snapshot) -> list[Month]:
    """Every month with reviews, latest first."""
    found = [
        Month(value_of(held), len(snapshot.by_code[held]))
        for held in snapshot.codes_of(Facet.MONTH)
    ]
    return sorted(found, key=lambda month: -month.number)


def years(snapshot: Snapshot) -> list[Year]:
    """Every year with reviews, latest first."""
    grouped = groupby(months(snapshot), key=lambda month: month.year)
    return [Year(number, list(found)) for number, found in grouped]


def reviews_of(snapshot: Snapshot, month: Month) -> list[int]:
    """A month's reviews in the order in which they were added."""
    return snapshot.page(in_month(snapshot, month), "newest", 0, month.count)


def in_month(snapshot: Snapshot, month: Month) -> BitMap:
    return snapshot.having(code(Facet.MONTH, month.number))


def find(snapshot: Snapshot, year: int, month: int) -> Month | None:
    """The month, if it has reviews."""
    number = month_number(year, month)
    count = len(snapshot.having(code(Facet.MONTH, number))) if 1 <= month <= 12 else 0
    return Month(number, count) if count else None


def issues(snapshot: Snapshot, month: Month) -> Issues:
    """The themes and harms that run through a month's reviews.

    The list has the commonest first; the sentence names what sets the month apart: what is
    common in it and rare in the whole collection.
    """
    chosen = in_month(snapshot, month)
    themes = _counted(snapshot, chosen, Facet.THEME)
    total = len(snapshot.everything)

    def telling(counted: Counted) -> float:
        return counted.count * log(1 + total / len(snapshot.by_code[counted.value.code]))

    named: dict[str, Counted] = {}
    for issue in sorted(themes + _counted(snapshot, chosen, Facet.HARM), key=telling, reverse=True):
        if issue.count >= min(LEAST, month.count):
            named.setdefault(issue.value.label, issue)
    featured = sorted(list(named.values())[:FEATURED], key=lambda issue: -issue.count)
    return Issues(featured, themes[:SUMMED_UP])


def _counted(snapshot: Snapshot, chosen: BitMap, facet: Facet) -> list[Counted]:
    counts = Counter(
        {
            held: snapshot.by_code[held].intersection_cardinality(chosen)
            for held in snapshot.codes_of(facet)
        }
    )
    found = [Counted(snapshot.terms.by_code[held], n) for held, n in counts.items() if n]
    found = [counted for counted in found if counted.value.slug != "not-stated"]
    return sorted(found, key=_rank(snapshot))


def _rank(snapshot: Snapshot) -> Callable[[Counted], tuple[int, int, str]]:
    return lambda c: (-c.count, len(snapshot.by_code[c.value.code]), c.value.label)
