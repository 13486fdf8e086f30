"""The list of learning points and recommendations: as they come, or by theme.

By theme, a page has the first few points of GROUPS themes, the largest first. Those without a
theme follow on pages of their own, so that every point is on some page.
"""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from pyroaring import BitMap

from reviews import found
from reviews.browsing import ListPage
from reviews.choices import PointKind
from reviews.codes import KINDS, Facet, code
from reviews.facets import address
from reviews.filters import LearningFilterSet
from reviews.matches import RANKED
from reviews.point_cards import point_cards
from reviews.results import PointResult

GROUPS = 10  # themes on a page
SHOWN = 3  # points of each

NAMES = {
    (): ("learning point or recommendation", "learning points and recommendations"),
    (PointKind.LEARNING,): ("learning point", "learning points"),
    (PointKind.RECOMMENDATION,): ("recommendation", "recommendations"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A theme's part of a list: how many points it has there, the first few, and all."""

    label: str
    slug: str
    count: int
    url: str
    entries: list[SafeString]

    @property
    def is_partial(self) -> bool:
        return len(self.entries) < self.count


class LearningPage(ListPage):
    """What the template shows of a list of points."""

    filterset_class = LearningFilterSet
    route = "reviews:learning"
    page_size = 30
    dates_after = 4
    result: PointResult

    def called(self, count: int) -> str:
        return _name(self._chosen_kinds, count)

    @property
    def counted(self) -> str:
        """The count and what is counted: by what is there, whatever was chosen."""
        points = self.result.snapshot.points
        found = tuple(
            PointKind(kind)
            for place, kind in enumerate(KINDS)
            if self.total and points.having(code(Facet.KIND, place)).intersect(self.result.ids)
        )
        return f"{self.total} {_name(found or self._chosen_kinds, self.total)}"

    @property
    def whence(self) -> str:
        reviews = self.result.review_total
        return f"from {reviews} review{'' if reviews == 1 else 's'}"

    @property
    def twin_url(self) -> str:
        """The reviews of the same selection."""
        only_here = {"kind": None, "kind_find": None}
        if self.query.get("sort") == "theme":
            only_here["sort"] = None
        if self.query.get("show") == "kind":
            only_here["show"] = None
        return reverse("reviews:browse") + address(self.query, **only_here)

    @cached_property
    def is_grouped(self) -> bool:
        return self.sort == "theme" and self.total > 0

    @cached_property
    def pages(self) -> int:
        if not self.is_grouped:
            return super().pages
        return self._group_pages + -(-len(self._bare) // self.page_size)

    @cached_property
    def groups(self) -> list[Group]:
        """This page's themes."""
        if not self.is_grouped or self.status != 200:
            return []
        points = self.result.snapshot.points
        shown = self._themes[(self.number - 1) * GROUPS : self.number * GROUPS]
        keys = {
            theme: self._first(points.having(theme) & self.result.ids, 0, SHOWN)
            for theme, _ in shown
        }
        html = self._html([key for group in keys.values() for key in group])
        return [self._group(theme, count, keys[theme], html) for theme, count in shown]

    @cached_property
    def entries(self) -> list[SafeString]:
        """This page’s points, where they do not stand under themes."""
        if not self.is_grouped:
            return super().entries
        if self.status != 200 or not self.is_bare:
            return []
        start = (self.number - 1 - self._group_pages) * self.page_size
        return self.rendered(self._first(self._bare, start, self.page_size))

    @property
    def is_bare(self) -> bool:
        """Whether this page is of the points without a theme."""
        return self.is_grouped and self.number > self._group_pages

    @property
    def bare_total(self) -> int:
        return len(self._bare)

    @property
    def theme_total(self) -> int:
        return len(self._themes)

    @cached_property
    def near(self) -> list[int]:
        return [] if self.is_grouped else super().near

    @property
    def is_listed(self) -> bool:
        return bool(self.groups) or super().is_listed

    @property
    def next_label(self) -> str:
        if not self.is_grouped:
            return super().next_label
        left = len(self._themes) - self.number * GROUPS
        if left <= 0:
            return "Next: without a theme" if not self.is_bare else "Next"
        return f"Next {min(left, GROUPS)} theme{'' if left == 1 else 's'}"

    def rendered(self, ids: list[int]) -> list[SafeString]:
        return list(self._html(ids).values())

    def _html(self, ids: list[int]) -> dict[int, SafeString]:
        """Points by key, in order; where words were searched for, with those marked."""
        held = point_cards.found(self.result.snapshot, ids) if ids else {}
        matches = self.result.matches
        texts = {key: point.text for key, point in held.items()}
        marked = found.marked_points(matches, texts) if matches and texts else {}
        return {key: point.html(marked.get(key)) for key, point in held.items()}

    def _group(self, theme: int, count: int, keys: list[int], html: dict[int, SafeString]) -> Group:
        value = self.result.snapshot.terms.by_code[theme]
        return Group(
            label=value.label,
            slug=value.slug,
            count=count,
            url=address(self.query, theme=value.slug, sort=None),
            entries=[html[key] for key in keys if key in html],
        )

    @cached_property
    def _chosen_kinds(self) -> tuple[PointKind, ...]:
        chosen = self.selection.chosen.get(Facet.KIND, ())
        return tuple(PointKind(value.slug) for value in chosen)

    @cached_property
    def _themes(self) -> list[tuple[int, int]]:
        """The themes of the result, or those of them that were chosen, with their counts."""
        points, terms = self.result.snapshot.points, self.result.snapshot.terms
        chosen = self.selection.chosen.get(Facet.THEME)
        codes = [v.code for v in chosen] if chosen else points.codes_of(Facet.THEME)
        ids = self.result.ids
        counted = [(theme, points.having(theme).intersection_cardinality(ids)) for theme in codes]
        return sorted(
            ((theme, count) for theme, count in counted if count),
            key=lambda pair: (-pair[1], terms.by_code[pair[0]].label),
        )

    @cached_property
    def _bare(self) -> BitMap:
        """The points of the result that have no theme."""
        points = self.result.snapshot.points
        themes = map(points.having, points.codes_of(Facet.THEME))
        return self.result.ids - BitMap.union(BitMap(), *themes)

    @property
    def _group_pages(self) -> int:
        return -(-len(self._themes) // GROUPS)

    def _first(self, some: BitMap, start: int, size: int) -> list[int]:
        """Some of the result: the best matches first, without words the newest."""
        ranked = [key for key in self._ranked if key in some]
        shown = ranked[start : start + size]
        if len(shown) == size:
            return shown
        snapshot, rest = self.result.snapshot, some - BitMap(ranked)
        start, size = max(0, start - len(ranked)), size - len(shown)
        return [*shown, *snapshot.points.page(rest, snapshot.ranks["newest"], start, size)]

    @cached_property
    def _ranked(self) -> list[int]:
        if not self.selection.text:
            return []
        return self.result.page("relevance", 0, RANKED)


def _name(kinds: tuple[PointKind, ...], count: int) -> str:
    one, many = NAMES.get(kinds, NAMES[()])
    return one if count == 1 else many
