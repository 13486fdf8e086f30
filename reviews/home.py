"""The first page: what this month brought, and themes, agencies and ages as ways in."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reviews import mentions, months
from reviews.cards import Cards
from reviews.codes import Facet
from reviews.mentions import Mention
from reviews.months import Counted, Month
from reviews.snapshot import Snapshot

INDEXED = 24  # themes in the index
SHOWN = 8  # agencies and kinds of harm
BRIEF = 6  # of this month's reviews, how many are shown
LATEST = 3  # briefings and articles
EXAMPLES = {"professional-curiosity", "bruising-in-babies", "placed-out-of-area"}  # to try first


@dataclass(frozen=True, slots=True)
class Home:
    """What the template shows."""

    total: int
    points: int
    themes_total: int
    since: int
    month: Month | None
    entries: list[SafeString]
    examples: list[Counted]
    themes: list[Counted]
    agencies: list[Counted]
    ages: list[Counted]
    harms: list[Counted]
    mentions: list[Mention]


def compose(snapshot: Snapshot, cards: Cards) -> Home:
    """The first page of a collection; every part is empty when the collection is."""
    known = months.months(snapshot)
    latest = known[0] if known else None
    ids = months.reviews_of(snapshot, latest)[:BRIEF] if latest else []
    themes = commonest(snapshot, Facet.THEME, INDEXED)
    return Home(
        total=len(snapshot.everything),
        points=len(snapshot.points.everything),
        themes_total=len(snapshot.codes_of(Facet.THEME)),
        since=known[-1].year if known else 0,
        month=latest,
        entries=cards.render(snapshot, ids) if ids else [],
        examples=[c for c in counted(snapshot, Facet.THEME) if c.value.slug in EXAMPLES],
        themes=sorted(themes, key=lambda c: c.value.label),
        agencies=commonest(snapshot, Facet.AGENCY, SHOWN),
        ages=counted(snapshot, Facet.AGE),
        harms=commonest(snapshot, Facet.HARM, SHOWN),
        mentions=mentions.latest(LATEST),
    )


def counted(snapshot: Snapshot, facet: Facet) -> list[Counted]:
    """A facet's values that any review has, in the vocabulary's order, with their counts."""
    values = snapshot.terms.values.get(facet, [])
    return [
        Counted(value, len(snapshot.by_code[value.code]))
        for value in values
        if value.code in snapshot.by_code
    ]


def commonest(snapshot: Snapshot, facet: Facet, most: int) -> list[Counted]:
    """A facet's values that most reviews have, the commonest first."""
    named = [found for found in counted(snapshot, facet) if found.value.slug != "not-stated"]
    return sorted(named, key=lambda found: -found.count)[:most]
