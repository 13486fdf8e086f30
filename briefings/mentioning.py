"""Where briefings and articles speak of the record: what its pages ask `reviews.mentions` for.

Current editions alone: what a superseded one cites is found where its successor cites it too.
Each question is one statement, and reads of an edition's words only how many statements each
section has, and their ids.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, OuterRef, Q, QuerySet, Value
from django.urls import reverse

from briefings.choices import Kind
from briefings.models import Citation, Edition
from reviews.codes import Facet
from reviews.mentions import Mention, Place

FIELDS = ("title", "standfirst", "published", "piece__kind", "piece__slug", "piece__illustrative")

# What editions are about: the rows that say so, and the name of the term in them.
_ABOUT: dict[Facet, tuple[Any, str]] = {
    Facet.THEME: (Edition.themes.through, "theme"),
    Facet.AGENCY: (Edition.agencies.through, "agency"),
}


class _Read(Func):
    """What a path finds in an edition's words."""

    function = "jsonb_path_query_array"
    template = "%(function)s(%(expressions)s::jsonpath)"
    output_field = JSONField()


class Pieces:
    """The mentioner of this app."""

    def of_review(self, review: int) -> Sequence[Mention]:
        return _citing(Citation.objects.published().filter(review=review))

    def of_point(self, point: int) -> Sequence[Mention]:
        return _citing(Citation.objects.published().filter(point=point))

    def of_term(self, facet: Facet, key: int) -> Sequence[Mention]:
        through, name = _ABOUT[facet]
        own = Q(**{name: key}) | Q(**{f"{name}__merged_into": key})
        about = through._default_manager.filter(own).values("edition")
        return _mentions(Edition.objects.current().filter(pk__in=about).newest_first())

    def latest(self, most: int) -> Sequence[Mention]:
        return _mentions(Edition.objects.current().newest_first()[:most])


def _mentions(editions: QuerySet[Edition]) -> list[Mention]:
    return [_mention(row) for row in editions.values_list(*FIELDS)]


def _citing(citations: QuerySet[Citation]) -> list[Mention]:
    """The current editions in which these citations are, with the statements."""
    current = Edition.objects.current().filter(pk__in=citations.values("edition"))
    rows = current.newest_first().annotate(
        cited=ArraySubquery(citations.filter(edition=OuterRef("pk")).values("statement")),
        sizes=_Read(F("stored"), Value("$.sections[*].statements.size()")),
        ids=_Read(F("stored"), Value("$.sections[*].statements[*].id")),
    )
    return [
        _mention(fields, _places(set(cited), sizes, ids))
        for *fields, cited, sizes, ids in rows.values_list(*FIELDS, "cited", "sizes", "ids")
    ]


def _places(cited: set[str], sizes: Iterable[int], ids: Iterable[str]) -> list[tuple[str, str]]:
    """The numbers and anchors of statements, as a briefing's page has them, in its order."""
    numbers = (
        (section, place)
        for section, size in enumerate(sizes, start=1)
        for place in range(1, size + 1)
    )
    return [
        (f"{section}.{place}", f"#s{section}-{place}")
        for (section, place), statement in zip(numbers, ids, strict=True)
        if statement in cited
    ]


def _mention(row: Sequence[Any], places: Iterable[tuple[str, str]] = ()) -> Mention:
    """Of the values of FIELDS."""
    title, standfirst, published, kind, slug, is_illustrative = row
    url = reverse(f"briefings:{kind}", args=[slug])
    return Mention(
        kind=str(Kind(kind).label),
        title=title,
        url=url,
        date=published.label if published else "",
        standfirst=standfirst,
        places=tuple(Place(number, f"{url}{anchor}") for number, anchor in places),
        is_illustrative=is_illustrative,
    )
