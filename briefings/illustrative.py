"""A briefing over the illustrative reviews that are loaded, for demonstrations.

Its words stand in a template (fixtures/illustrative_briefing.json) in the form that
`load_briefings` reads, but for what it cites: a statement says what to look for. Illustrative
reviews say each kind of learning in a few ways that begin alike, so a statement that is true of
one opening is true of every point with it. What finds nothing is left out.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.http import QueryDict

from reviews.catalogue import catalogue
from reviews.filters import ReviewFilterSet
from reviews.models import Point, Review, Theme

MOST_REVIEWS = 40  # of a large collection, the latest: as many as somebody can read
# What the template has beside the form of an edition.
_FROM = "from_edition"
_OWN = {"editions", "sections"}


class NothingToCite(Exception):
    """No illustrative review matches the template's selection."""


def editions(template: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The template's editions with their evidence, as records of `load_briefings`."""
    common = {name: value for name, value in template.items() if name not in _OWN}
    reviews = matching(template["selection"])
    return [
        _edition(common, template["sections"], facts, reviews) for facts in template["editions"]
    ]


def _edition(
    common: Mapping[str, Any],
    sections: Iterable[Mapping[str, Any]],
    facts: Mapping[str, Any],
    reviews: Iterable[Review],
) -> dict[str, Any]:
    until = date.fromisoformat(facts["as_of"])
    known = [review for review in reviews if review.added.latest <= until]
    sample = sorted(known, key=lambda review: (review.added, review.reference))[-MOST_REVIEWS:]
    if not sample:
        raise NothingToCite
    pinned = [review.reference for review in sample]
    found = [_section(one, facts["edition"], sample) for one in _of(facts["edition"], sections)]
    return {**common, **facts, "pinned": pinned, "sections": [one for one in found if one]}


def _of(edition: int, parts: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The sections or statements that an edition has."""
    return [part for part in parts if part.get(_FROM, 1) <= edition]


def _section(
    section: Mapping[str, Any], edition: int, sample: Iterable[Review]
) -> dict[str, Any] | None:
    statements = []
    for statement in _of(edition, section["statements"]):
        cited = [name for asked in statement.get("evidence", ()) for name in _cited(asked, sample)]
        if cited or "evidence" not in statement:
            evidence = {"evidence": cited} if cited else {}
            statements.append({**_without(statement), **evidence})
    return {**_without(section), "statements": statements} if statements else None


def _without(part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name != _FROM}


def _cited(asked: Mapping[str, Any], sample: Iterable[Review]) -> Iterable[str]:
    """The reviews with an outcome or a harm, or the points of a theme that use some words."""
    for review in sample:
        if "says" in asked:
            yield from _points(review, asked)
        elif {asked.get("outcome"), asked.get("harm")} & _kinds(review):
            yield review.reference


def _kinds(review: Review) -> set[str]:
    return {review.outcome.slug, *(harm.slug for harm in review.harms.all())}


def _points(review: Review, asked: Mapping[str, Any]) -> Iterable[str]:
    for point in review.points.all():
        themes = {theme.slug for theme in point.themes.all()}
        if asked["theme"] in themes and any(words in point.text for words in asked["says"]):
            yield f"{review.reference}/{point.kind}/{point.order}"


def matching(selection: str) -> list[Review]:
    """The illustrative reviews of a selection, in the order of their references."""
    filters = ReviewFilterSet(
        QueryDict(selection), catalogue.current(), Review.objects.filter(illustrative=True)
    )
    points = Point.objects.order_by("kind", "order").prefetch_related(
        Prefetch("themes", Theme.objects.only("slug"))
    )
    reviews = filters.qs.select_related("outcome").prefetch_related(
        "harms", Prefetch("points", points)
    )
    return list(reviews.order_by("reference"))
