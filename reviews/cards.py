"""Result cards: a review in a list, as flat values, and its HTML kept by (review, version)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, Left
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString

from reviews import headlines
from reviews.choices import PointKind
from reviews.codes import NO_PARTNERSHIP, Facet, code, facet_of
from reviews.models import Child, Partnership, Point, Review
from reviews.querysets import published_among
from reviews.recent import Recent
from reviews.snapshot import Snapshot
from reviews.terms import Terms, Value

MOST_THEMES = 4
PLACE = "\0"  # of the first lines in the template's output
FIRST_LINES = 240  # characters of the account
ANONYMOUS = code(Facet.PARTNERSHIP, Partnership.ANONYMOUS)
NOT_RECORDED = code(Facet.PARTNERSHIP, NO_PARTNERSHIP)


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of a review."""

    reference: str
    url: str
    title: str
    headline: str
    type: str
    partnership: str
    added: str
    incident: str
    facts: str
    learning: int
    recommendations: int
    lines: str
    themes: list[Value]
    more_themes: int
    illustrative: bool
    themes_url: str


class Rendered(NamedTuple):
    """A card's HTML around its first lines, in whose place a search shows where it matched."""

    before: str
    lines: str
    after: str


class Cards:
    """Rendered cards, kept by review, the version at which it changed, and what names its terms."""

    def __init__(self, template: str) -> None:
        self.template = template
        self._kept: Recent[tuple[int, int, int], Rendered] = Recent("KEPT_CARDS")

    def render(
        self,
        snapshot: Snapshot,
        ids: Sequence[int],
        passages: Mapping[int, SafeString] | None = None,
    ) -> list[SafeString]:
        """The cards of these reviews, in order, of those that are published now.

        A passage takes the place of the first lines of the review's account.

        One query for what is published, two more when a card is not kept.
        """
        passages = passages or {}
        public = published_among(ids) if ids else ()
        edition = snapshot.terms.edition
        keys = {pk: (pk, snapshot.keys[pk].version, edition) for pk in ids if pk in public}
        shown = {pk: self._kept.get(key) for pk, key in keys.items()}
        missing = [pk for pk, card in shown.items() if card is None]
        for pk, card in read(snapshot.terms, missing).items() if missing else ():
            rendered = shown[pk] = self._rendered(card)
            self._kept.keep(keys[pk], rendered)
        return [
            SafeString(f"{card.before}{passages.get(pk, card.lines)}{card.after}")
            for pk, card in shown.items()
            if card is not None
        ]

    def _rendered(self, card: Card) -> Rendered:
        html = get_template(self.template).render({"card": card, "place": PLACE})
        before, place, after = html.partition(PLACE)
        return Rendered(before, escape(card.lines) if place else "", after)


def read(terms: Terms, ids: Sequence[int]) -> dict[int, Card]:
    """Cards of published reviews by id, in two queries."""
    children: dict[int, list[headlines.Child]] = {}
    for child in Child.objects.filter(review__in=ids).only("review_id", "age", "sex"):
        children.setdefault(child.review_id, []).append((child.age, child.sex))
    rows = Review.objects.published().filter(pk__in=ids).annotate(**_COUNTED)
    return {
        row.pk: _card(row, terms, children.get(row.pk, []))
        for row in rows.values_list(*_FIELDS, named=True)
    }


def _points(kind: str) -> Coalesce:
    counted = Point.objects.filter(review=OuterRef("pk"), kind=kind).values("review")
    return Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)


_COUNTED = {
    "account": Left("summary", FIRST_LINES + 80),
    "learning": _points(PointKind.LEARNING),
    "recommendations": _points(PointKind.RECOMMENDATION),
}
_FIELDS = (
    "pk",
    "reference",
    "title",
    "headline",
    "added",
    "incident",
    "illustrative",
    "entry__codes",
    *_COUNTED,
)


def _card(row: Any, terms: Terms, children: list[headlines.Child]) -> Card:
    named: dict[Facet, list[Value]] = {}
    for held in row.entry__codes:
        if value := terms.by_code.get(held):
            named.setdefault(facet_of(held), []).append(value)
    harms = [value.label for value in named.get(Facet.HARM, [])]
    outcome = "".join(value.label for value in named.get(Facet.OUTCOME, []))
    themes = named.get(Facet.THEME, [])
    return Card(
        reference=row.reference,
        url=reverse("reviews:detail", args=[row.reference]),
        title=row.title,
        headline=row.headline or headlines.compose(children, outcome, harms),
        type="".join(value.label for value in named.get(Facet.TYPE, [])),
        partnership=_publisher(named[Facet.PARTNERSHIP][0]),
        added=row.added.label,
        incident=row.incident.label if row.incident else "",
        facts=headlines.facts(children, outcome, harms) if row.headline else "",
        learning=row.learning,
        recommendations=row.recommendations,
        lines=first_lines(row.account),
        themes=themes[:MOST_THEMES],
        more_themes=max(0, len(themes) - MOST_THEMES),
        illustrative=row.illustrative,
        themes_url=reverse("reviews:themes"),
    )


def _publisher(partnership: Value) -> str:
    """Who published it: a name, nothing where none is recorded, or that none is given."""
    if partnership.code == ANONYMOUS:
        return "Published anonymously"
    return "" if partnership.code == NOT_RECORDED else partnership.label


def first_lines(text: str, most: int = FIRST_LINES) -> str:
    """The beginning of an account: whole sentences if they fit, else whole words."""
    paragraph = text.split("\n\n", 1)[0].strip()
    if len(paragraph) <= most:
        return paragraph
    end = max(paragraph.rfind(mark, 0, most) for mark in (". ", "? ", "! "))
    if end > most // 2:
        return paragraph[: end + 1]
    return paragraph[: paragraph.rfind(" ", 0, most)].rstrip(",;:–- ") + "…"
