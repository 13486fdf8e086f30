"""A theme's or an agency's page, and the index of each: what the templates show, as flat values.

All counts are sizes of intersections in memory: a term costs no statement, however large it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.safestring import SafeString
from pyroaring import BitMap

from reviews import mentions
from reviews.cards import Cards
from reviews.chart import Chart, chart
from reviews.choices import PointKind
from reviews.codes import KINDS, Facet, code, value_of, year_and_month
from reviews.dates import PartialDate
from reviews.mentions import Mention
from reviews.models import Agency, Term, Theme
from reviews.months import Counted
from reviews.point_cards import point_cards
from reviews.points import counted
from reviews.snapshot import Snapshot
from reviews.terms import Value
from reviews.together import Companion, companions

LATEST = 5  # points, and reviews
BARS = 10
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """A vocabulary that has pages: its facet, its model, its names."""

    facet: Facet
    model: type[Term]
    singular: str
    plural: str

    @property
    def route(self) -> str:
        """Of a term's page."""
        return f"reviews:{self.singular}"

    @property
    def index(self) -> str:
        """The route of the page of all terms."""
        return f"reviews:{self.plural}"


THEMES = Subject(Facet.THEME, Theme, "theme", "themes")
AGENCIES = Subject(Facet.AGENCY, Agency, "agency", "agencies")
CROSSED = {THEMES: AGENCIES, AGENCIES: THEMES}


@dataclass(frozen=True, slots=True)
class Year:
    """What was added in a year."""

    number: int
    reviews: int
    learning: int
    recommendations: int

    @property
    def points(self) -> int:
        return self.learning + self.recommendations


@dataclass(frozen=True, slots=True)
class Share:
    """A term of the other vocabulary, and how many of the points name it too."""

    value: Value
    count: int
    width: float  # % of all the points


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a definition: plain text, or the name of another term and its slug."""

    text: str
    slug: str = ""


class TermPage:
    """What the template shows of a term. `term` holds its definition, `value` its names."""

    def __init__(
        self, subject: Subject, value: Value, term: Term, snapshot: Snapshot, cards: Cards
    ) -> None:
        self.subject = subject
        self.value = value
        self.term = term
        self.snapshot = snapshot
        self._cards = cards

    @property
    def crossed(self) -> Subject:
        """The vocabulary whose terms its points are counted by."""
        return CROSSED[self.subject]

    @property
    def includes(self) -> list[Part]:
        return parts(self.term.includes, self.others)

    @property
    def excludes(self) -> list[Part]:
        return parts(self.term.excludes, self.others)

    @property
    def others(self) -> list[Value]:
        """The vocabulary's other terms."""
        known = self.snapshot.terms.values[self.subject.facet]
        return [value for value in known if value.code != self.value.code]

    @cached_property
    def reviews(self) -> BitMap:
        return self.snapshot.having(self.value.code)

    @cached_property
    def total(self) -> int:
        return len(self.reviews)

    @cached_property
    def _points(self) -> BitMap:
        """The learning points and recommendations that name the term themselves."""
        return self.snapshot.points.having(self.value.code)

    @cached_property
    def points(self) -> int:
        return len(self._points)

    @cached_property
    def learning(self) -> int:
        return len(self._of_kind(PointKind.LEARNING))

    @property
    def recommendations(self) -> int:
        return self.points - self.learning

    @cached_property
    def years(self) -> list[Year]:
        """From the first year with such a review to the latest of the collection, gaps included."""
        of_year = {c: self.snapshot.by_code[c] for c in self.snapshot.codes_of(Facet.YEAR)}
        if not self.reviews:
            return []
        reviews = {c: held.intersection_cardinality(self.reviews) for c, held in of_year.items()}
        learning, recommendations = (
            counted(self.snapshot.points.per_review(self._of_kind(kind)), of_year, of_year)
            for kind in (PointKind.LEARNING, PointKind.RECOMMENDATION)
        )
        first = min(year for year, count in reviews.items() if count)
        return [
            Year(value_of(c), reviews.get(c, 0), learning.get(c, 0), recommendations.get(c, 0))
            for c in range(first, max(of_year) + 1)
        ]

    @cached_property
    def until(self) -> str:
        """The latest month of the collection, if its year is not over: "May 2023"."""
        year, month = year_and_month(value_of(self.snapshot.codes_of(Facet.MONTH)[-1]))
        return "" if month == DECEMBER else PartialDate.from_month(year, month).label

    @property
    def until_month(self) -> str:
        return self.until.split()[0]

    @property
    def reviews_chart(self) -> Chart:
        return self._chart((year.number, year.reviews) for year in self.years)

    @property
    def points_chart(self) -> Chart:
        return self._chart((year.number, year.points) for year in self.years)

    @cached_property
    def companions(self) -> list[Companion]:
        return companions(self.snapshot, self.subject.facet, self.value)

    @cached_property
    def shares(self) -> list[Share]:
        """The terms of the other vocabulary that most of the points name, most first."""
        points = self.snapshot.points
        found = [
            (held, points.by_code[held].intersection_cardinality(self._points))
            for held in points.codes_of(self.crossed.facet)
        ]
        known = self.snapshot.terms.by_code
        shares = [
            Share(known[held], count, round(100 * count / self.points, 1))
            for held, count in found
            if count
        ]
        return sorted(shares, key=lambda share: (-share.count, share.value.label))[:BARS]

    @cached_property
    def latest_points(self) -> list[SafeString]:
        newest = self.snapshot.ranks["newest"]
        ids = self.snapshot.points.page(self._points, newest, 0, LATEST)
        return point_cards.render(self.snapshot, ids) if ids else []

    @cached_property
    def latest_reviews(self) -> list[SafeString]:
        ids = self.snapshot.page(self.reviews, "newest", 0, LATEST)
        return self._cards.render(self.snapshot, ids) if ids else []

    @cached_property
    def mentions(self) -> list[Mention]:
        """Briefings and articles about it. One query."""
        return mentions.of_term(self.subject.facet, self.term.pk)

    def _of_kind(self, kind: PointKind) -> BitMap:
        held = self.snapshot.points.having(code(Facet.KIND, KINDS.index(kind)))
        return self._points & held

    def _chart(self, counts: Iterable[tuple[int, int]]) -> Chart:
        return chart([(str(year), count) for year, count in counts], bool(self.until))


def parts(text: str, others: Iterable[Value]) -> list[Part]:
    """A text cut where it names other terms, so that each name can lead to its page."""
    slugs = {value.label: value.slug for value in others}
    names = "|".join(re.escape(label) for label in sorted(slugs, key=len, reverse=True))
    if not names:
        return [Part(text)] if text else []
    cut = re.split(rf"\b({names})\b", text)
    return [Part(part, slugs[part] if place % 2 else "") for place, part in enumerate(cut) if part]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms of an index that begin with a letter."""

    letter: str
    terms: list[Counted]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Every term of a vocabulary, from A to Z, also those that no review has."""

    subject: Subject
    letters: list[Letter]
    total: int
    everything: int  # reviews


def index(subject: Subject, snapshot: Snapshot) -> TermIndex:
    """A vocabulary's index. Costs no query."""
    values = snapshot.terms.values.get(subject.facet, [])
    terms = [Counted(value, len(snapshot.having(value.code))) for value in values]
    terms.sort(key=lambda term: term.value.label.casefold())
    grouped = groupby(terms, key=lambda term: term.value.label[:1].upper())
    letters = [Letter(letter, list(found)) for letter, found in grouped]
    return TermIndex(subject, letters, len(terms), len(snapshot.everything))
