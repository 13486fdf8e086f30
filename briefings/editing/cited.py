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
_NOT_PUBLIC: Mapping[str, str] = {
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
    url: str = ""
    trouble: str = ""  # why it is not shown to the public
    cited: Cited | None = None
    reference: str = ""


def evidence_of(tokens: Iterable[str]) -> Mapping[str, Evidence]:
    """By token, each that is one."""
    tokens = list(dict.fromkeys(tokens))
    reviews = Review.objects.filter(pk__in=keys(tokens, "r"))
    points = Point.objects.filter(pk__in=keys(tokens, "p"))
    of_points = ("kind", "order", "text", "review", "review__reference", "review__state")
    browse, base = reverse("reviews:browse"), reverse("reviews:learning")
    found = {
        f"r{pk}": _of_review(pk, browse, *row)
        for pk, *row in reviews.values_list("pk", "reference", "state", "title", "headline")
    }
    found |= {
        f"p{pk}": _of_point(pk, base, *row) for pk, *row in points.values_list("pk", *of_points)
    }
    gone = {f"{letter}{pk}" for letter in "pr" for pk in keys(tokens, letter)} - found.keys()
    return found | {token: _gone(token) for token in gone}


def _of_review(
    pk: int, base: str, reference: str, state: str, title: str, headline: str
) -> Evidence:
    return Evidence(
        f"r{pk}",
        f"{reference}, as a whole",
        f"{title}: {headline}" if headline else title,
        f"{base}{reference}/" if state == State.PUBLISHED else "",
        _NOT_PUBLIC.get(state, ""),
        Cited(pk),
        reference,
    )


def _of_point(
    pk: int, base: str, kind: str, order: int, text: str, review: int, reference: str, state: str
) -> Evidence:
    return Evidence(
        f"p{pk}",
        f"{_KINDS[kind]} {order} of {reference}",
        text,
        f"{base}{pk}/" if state == State.PUBLISHED else "",
        _NOT_PUBLIC.get(state, ""),
        Cited(review, pk),
        reference,
    )


def _gone(token: str) -> Evidence:
    what = "point" if token.startswith("p") else "review"
    return Evidence(token, f"A {what} that is gone", trouble="not public any more")
