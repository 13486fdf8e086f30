"""The list of articles: newest first, all of them or those of some themes. Two queries."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.fields.json import KT
from django.http import QueryDict
from django.urls import reverse

from briefings.beside import Listed, listed
from briefings.choices import Kind
from briefings.models import Edition
from reviews.codes import Facet, code
from reviews.dates import quoted
from reviews.snapshot import Snapshot
from reviews.terms import Value

PARAMETER = "theme"


@dataclass(frozen=True, slots=True)
class Entry:
    article: Listed
    author: str
    themes: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme that articles are about, how many, and the list of them."""

    theme: Value
    count: int
    url: str
    is_chosen: bool


class ArticleIndex:
    """What the page of all articles shows. Several themes are those of any of them."""

    def __init__(self, query: QueryDict, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.path = reverse("briefings:articles")
        typed = list(dict.fromkeys(query.getlist(PARAMETER)))
        found = {slug: snapshot.terms.find(Facet.THEME, slug) for slug in typed}
        self.problems = [
            f"{quoted(slug)} is not a theme." for slug, theme in found.items() if theme is None
        ]
        self.chosen = list(dict.fromkeys(theme for theme in found.values() if theme))

    @property
    def status(self) -> int:
        return 400 if self.problems else 200

    @cached_property
    def all(self) -> list[Entry]:
        current = Edition.objects.current().of_kind(Kind.ARTICLE).newest_first()
        through = Edition.themes.through._default_manager.filter(edition=OuterRef("pk"))
        keys = ArraySubquery(through.values("theme_id"))
        rows = current.annotate(theme_keys=keys, author=KT("stored__author__name"))
        about = {
            piece: (author or "", self._themes(themes))
            for piece, author, themes in rows.values_list("piece", "author", "theme_keys")
        }
        return [Entry(one, *about[one.piece]) for one in listed(current)]

    @cached_property
    def entries(self) -> list[Entry]:
        """Those of the themes chosen; none where something is not understood."""
        if self.problems:
            return []
        if not self.chosen:
            return self.all
        return [one for one in self.all if not set(self.chosen).isdisjoint(one.themes)]

    @cached_property
    def topics(self) -> list[Topic]:
        """The themes of all articles from A to Z, each with what choosing it alone would list."""
        counts = Counter(theme for one in self.all for theme in one.themes)
        ordered = sorted(counts.items(), key=lambda one: one[0].label.casefold())
        return [
            Topic(theme, count, self._url([theme]), theme in self.chosen)
            for theme, count in ordered
        ]

    @property
    def chips(self) -> list[tuple[Value, str]]:
        """The themes chosen, each with the address of the list without it."""
        return [
            (theme, self._url([one for one in self.chosen if one != theme]))
            for theme in self.chosen
        ]

    @property
    def canonical(self) -> str:
        return self._url(self.chosen)

    def _url(self, themes: list[Value]) -> str:
        query = "&".join(f"{PARAMETER}={theme.slug}" for theme in themes)
        return f"{self.path}?{query}" if query else self.path

    def _themes(self, keys: list[int]) -> tuple[Value, ...]:
        known = self.snapshot.terms.by_code
        found = {known.get(code(Facet.THEME, key)) for key in keys}
        return tuple(sorted((one for one in found if one), key=lambda one: one.label.casefold()))
