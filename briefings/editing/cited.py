"""What is cited or pinned, as editors see it: whatever its state, and what is gone as gone.

Two statements, however much is cited. The public's twin is briefings/sources.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from briefings.editing.tokens import keys
from briefings.records import Cited
from reviews.choices import PointKind, State
from reviews.models import Point, Review

_KINDS = {kind.value: str(kind.label) for kind in PointKind}
_NOT_PUBLIC = {
    State.WITHDRAWN: "withdrawn: not public any more",
    State.DRAFT: "a draft: not public",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A review, or a point of one. Of what is gone (`cited` is None) there is only the token.

    `label` names it ("Learning point 3 of CR-2023-0001"), `said` is its text or title.
    """

    token: str
    label: str
    said: str = ""
    reference: str = ""
    url: str = ""
    trouble: str = ""  # why it is not shown to the public
    cited: Cited | None = None


def evidence_of(tokens: Iterable[str]) -> Mapping[str, Evidence]:
    """By token, each that is one."""
    tokens = list(dict.fromkeys(tokens))
    shown = ("reference", "title", "headline", "state")
    reviews = Review.objects.only(*shown).in_bulk(keys(tokens, "r"))
    points = (
        Point.objects.select_related("review")
        .only("kind", "order", "text", *(f"review__{name}" for name in shown))
        .in_bulk(keys(tokens, "p"))
    )
    found = {f"r{pk}": _of_review(review) for pk, review in reviews.items()}
    base = reverse("reviews:learning")
    found |= {f"p{pk}": _of_point(point, base) for pk, point in points.items()}
    gone = {f"{letter}{pk}" for letter in "pr" for pk in keys(tokens, letter)} - found.keys()
    return found | {token: _gone(token) for token in gone}


def _of_review(review: Review) -> Evidence:
    said = f"{review.title}: {review.headline}" if review.headline else review.title
    return Evidence(
        f"r{review.pk}",
        f"{review.reference}, as a whole",
        said,
        review.reference,
        review.get_absolute_url() if review.is_published else "",
        _NOT_PUBLIC.get(State(review.state), ""),
        Cited(review.pk),
    )


def _of_point(point: Point, base: str) -> Evidence:
    review = point.review
    return Evidence(
        f"p{point.pk}",
        f"{_KINDS[point.kind]} {point.order} of {review.reference}",
        point.text,
        review.reference,
        f"{base}{point.pk}/" if review.is_published else "",
        _NOT_PUBLIC.get(State(review.state), ""),
        Cited(review.pk, point.pk),
    )


def _gone(token: str) -> Evidence:
    what = "point" if token.startswith("p") else "review"
    return Evidence(token, f"A {what} that is gone", trouble="not public any more")
