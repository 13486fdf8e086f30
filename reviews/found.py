"""Where each review in a list matched: its best point or part of its account, words marked."""

from collections.abc import Sequence
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString

from reviews import search
from reviews.choices import PointKind
from reviews.matches import Matches
from reviews.passages import Marker
from reviews.patterns import Pattern
from reviews.search import Place

PASSAGE = Pattern("components/passage.html")
SHORT = {PointKind.LEARNING: "Learning", PointKind.RECOMMENDATION: "Recommendation"}


def passages(matches: Matches, ids: Sequence[int]) -> dict[int, SafeString]:
    """The passage that says most of what was asked for, of those reviews whose text has any.

    One statement, and one more for words that this process has not met.
    """
    queries = [query for concept in matches.concepts for query in concept.queries]
    if not queries or not ids:
        return {}
    places = search.places(ids, queries)
    marker = Marker(matches.concepts)
    marker.learn(_text(place) for place in places)
    found = ((place, *marker.passage(_text(place))) for place in places)
    return {place.review: _shown(place, passage) for place, count, passage in found if count}


def marked_points(matches: Matches, texts: dict[int, str]) -> dict[int, SafeString]:
    """The whole text of points with what matched marked."""
    marker = Marker(matches.concepts)
    marker.learn(texts.values())
    return {key: marker.whole(text) for key, text in texts.items()}


def _text(place: Place) -> str:
    return place.point or place.report or place.summary or ""


def _shown(place: Place, passage: SafeString) -> SafeString:
    url, label = _where(place)
    return PASSAGE.fill({"passage": passage, "url": url, "label": label}, where=_kind(place))


def _kind(place: Place) -> str:
    return "point" if place.point else "report" if place.report else "summary"


def _where(place: Place) -> tuple[str, str]:
    """The address of a point on its review's page, and what it is called."""
    if not place.point or not place.kind:
        return "", ""
    label = f"{SHORT[PointKind(place.kind)]} {place.order}"
    return f"{_address(place.reference)}#{place.kind}-{place.order}", label


@lru_cache(20_000)
def _address(reference: str) -> str:
    """A review's page. Django takes 0.1 ms to put an address together, and a list has twenty."""
    return reverse("reviews:detail", args=[reference])
