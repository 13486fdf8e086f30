"""Points in a list: what it shows of each, and its HTML kept by (point, version, names of terms).

The text of a point is never cut. A search may show the same text with its words marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Subquery
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString

from reviews import headlines
from reviews.choices import PointKind
from reviews.codes import Facet, facet_of
from reviews.models import Child, Point, Review
from reviews.querysets import published_among
from reviews.recent import Recent
from reviews.snapshot import Snapshot
from reviews.terms import Terms, Value

TEMPLATE = "components/point_entry.html"
PLACE = "\0"  # of the point's text in the template's output


@dataclass(frozen=True, slots=True)
class PointCard:
    """What a list shows of a learning point or a recommendation, beside its text."""

    reference: str
    illustrative: bool
    added: str
    kind: str
    order: int
    of: int  # how many of its kind the review has
    url: str
    review_url: str
    title: str
    facts: str
    themes: list[Value]
    agencies: list[Value]

    @property
    def is_recommendation(self) -> bool:
        return self.kind == PointKind.RECOMMENDATION


class Rendered(NamedTuple):
    """A point's HTML around its text, and the text."""

    before: str
    text: str
    after: str

    def html(self, marked: SafeString | None = None) -> SafeString:
        """The point with its text, or with the same text in which words are marked."""
        text = escape(self.text, quote=False) if marked is None else marked
        return SafeString(f"{self.before}{text}{self.after}")


class PointCards:
    """Rendered points, kept by point, the version at which its review changed, and terms' names."""

    def __init__(self) -> None:
        self._kept: Recent[tuple[int, int, int], Rendered] = Recent("KEPT_CARDS")

    def render(
        self,
        snapshot: Snapshot,
        ids: Sequence[int],
        marked: Mapping[int, SafeString] | None = None,
    ) -> list[SafeString]:
        """The HTML of these points, in order, of those whose review is published now."""
        marks = marked or {}
        return [point.html(marks.get(pk)) for pk, point in self.found(snapshot, ids).items()]

    def found(self, snapshot: Snapshot, ids: Sequence[int]) -> dict[int, Rendered]:
        """These points by key, in order, of those whose review is published now.

        One query for what is published, two more when a point is not kept.
        """
        owner = snapshot.points.owner
        owners = {pk: int(owner[pk]) for pk in ids}
        public = published_among(list(set(owners.values())))
        edition = snapshot.terms.edition
        keys = {
            pk: (pk, snapshot.keys[review].version, edition)
            for pk, review in owners.items()
            if review in public
        }
        shown = {pk: self._kept.get(key) for pk, key in keys.items()}
        missing = [pk for pk, point in shown.items() if point is None]
        for pk, (card, text) in read(snapshot.terms, missing).items() if missing else ():
            shown[pk] = rendered = self._rendered(card, text)
            self._kept.keep(keys[pk], rendered)
        return {pk: point for pk, point in shown.items() if point is not None}

    def _rendered(self, card: PointCard, text: str) -> Rendered:
        html = get_template(TEMPLATE).render({"card": card, "place": PLACE})
        before, _, after = html.partition(PLACE)
        return Rendered(before, text, after)


point_cards = PointCards()  # of every list: a point looks the same in all of them


def read(terms: Terms, ids: Sequence[int]) -> dict[int, tuple[PointCard, str]]:
    """Points of published reviews by key, each with its text, in two queries."""
    points = Point.objects.filter(pk__in=ids, review__in=Review.objects.published())
    rows = list(points.annotate(of=_SIBLINGS).values_list(*_FIELDS, named=True))
    children: dict[int, list[headlines.Child]] = {}
    reviews = {row.review for row in rows}
    for child in Child.objects.filter(review__in=reviews).only("review_id", "age", "sex"):
        children.setdefault(child.review_id, []).append((child.age, child.sex))
    return {
        row.pk: (_card(row, terms, children.get(row.review, [])), row.text)
        for row in sorted(rows, key=lambda row: row.pk)
    }


_SAME_KIND = Point.objects.filter(review=OuterRef("review"), kind=OuterRef("kind"))
_SIBLINGS = Subquery(_SAME_KIND.order_by().values("review").annotate(n=Count("pk")).values("n"))
_FIELDS = (
    "pk",
    "kind",
    "order",
    "of",
    "text",
    "review",
    "review__reference",
    "review__title",
    "review__illustrative",
    "review__added",
    "review__incident",
    "entry__codes",
    "review__entry__codes",
)


def _card(row: Any, terms: Terms, children: list[headlines.Child]) -> PointCard:
    review_url = reverse("reviews:detail", args=[row.review__reference])
    own = set(row.entry__codes)
    return PointCard(
        reference=row.review__reference,
        illustrative=row.review__illustrative,
        added=row.review__added.label,
        kind=row.kind,
        order=row.order,
        of=row.of,
        url=reverse("reviews:point", args=[row.pk]),
        review_url=review_url,
        title=row.review__title,
        facts=_facts(row, terms, children),
        themes=[value for value in terms.values.get(Facet.THEME, []) if value.code in own],
        agencies=[value for value in terms.values.get(Facet.AGENCY, []) if value.code in own],
    )


def _facts(row: Any, terms: Terms, children: list[headlines.Child]) -> str:
    """Who the review is about, what happened and when: "death of a boy of 4 years, May 2020"."""
    named = (terms.by_code.get(c) for c in row.review__entry__codes if facet_of(c) is Facet.OUTCOME)
    outcome = "".join(value.label for value in named if value)
    when = row.review__incident.label if row.review__incident else ""
    return ", ".join(filter(None, (headlines.in_short(children, outcome), when)))
