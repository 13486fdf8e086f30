"""Which rows the names in a record mean: terms by slug, partnerships by slug, name or alias."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import slugify

from reviews.choices import PointKind
from reviews.codes import Facet, value_of
from reviews.dates import quoted
from reviews.models import DocumentKind, Partnership
from reviews.parsing import Problem, ProblemsFound, or_else
from reviews.records import PointRecord, ReviewRecord
from reviews.terms import Terms

_VOCABULARY_OF = {
    Facet.TYPE: "review types",
    Facet.OUTCOME: "outcomes",
    Facet.HARM: "harms",
    Facet.THEME: "themes",
    Facet.AGENCY: "agencies",
    None: "document kinds",
}


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A learning point or recommendation with the keys of its terms."""

    kind: str
    order: int
    text: str
    themes: set[int]
    agencies: set[int]


@dataclass(frozen=True, slots=True)
class NamedReview:
    """A record with the keys of everything that it names. A new partnership has none yet."""

    record: ReviewRecord
    digest: str
    type: int
    outcome: int
    partnership: Partnership | None
    harms: set[int]
    themes: set[int]
    agencies: set[int]
    points: list[NamedPoint]
    kinds: list[int]


class Names:
    """The terms and partnerships there are at one moment, and those that records bring along.

    A merged term means the term it was merged into.
    """

    def __init__(self, partnership: str = "") -> None:
        """Read them all, or of partnerships only the one with this slug: three queries."""
        self._terms: dict[Facet | None, dict[str, int]] = defaultdict(dict)
        for (facet, slug), value in Terms.read().by_slug.items():
            self._terms[facet][slug] = value_of(value.code)
        for key, target, slug in DocumentKind.objects.values_list("pk", "merged_into", "slug"):
            self._terms[None][slug] = target or key
        self._partnerships = Partnerships(partnership)

    @property
    def new_partnerships(self) -> list[Partnership]:
        """Invented partnerships that are not in the database yet."""
        return self._partnerships.new

    def resolve(self, record: ReviewRecord, digest: str) -> NamedReview:
        """The rows a record names. Raises ProblemsFound with every name that is not known."""
        problems: list[Problem] = []
        named = NamedReview(
            record=record,
            digest=digest,
            type=self._term(problems, Facet.TYPE, "type", record.type),
            outcome=self._term(problems, Facet.OUTCOME, "outcome", record.outcome),
            harms=self._some(problems, Facet.HARM, "harms", record.harms),
            themes=self._some(problems, Facet.THEME, "themes", record.themes),
            agencies=self._some(problems, Facet.AGENCY, "agencies", record.agencies),
            points=[*self._points(problems, record)],
            kinds=[
                self._term(problems, None, f"documents[{place}].kind", document.kind)
                for place, document in enumerate(record.documents)
            ],
            # Last: a record with problems brings no partnership along.
            partnership=self._partnerships.find(record, problems),
        )
        if problems:
            raise ProblemsFound(problems)
        return named

    def _points(self, problems: list[Problem], record: ReviewRecord) -> Iterable[NamedPoint]:
        yield from self._points_of(problems, PointKind.LEARNING, "learning", record.learning)
        yield from self._points_of(
            problems, PointKind.RECOMMENDATION, "recommendations", record.recommendations
        )

    def _points_of(
        self, problems: list[Problem], kind: PointKind, field: str, points: tuple[PointRecord, ...]
    ) -> Iterable[NamedPoint]:
        agencies = "agencies" if kind is PointKind.LEARNING else "addressed_to"
        for order, point in enumerate(points, start=1):
            path = f"{field}[{order - 1}]"
            themes = self._some(problems, Facet.THEME, f"{path}.themes", point.themes)
            whom = self._some(problems, Facet.AGENCY, f"{path}.{agencies}", point.agencies)
            yield NamedPoint(kind.value, order, point.text, themes, whom)

    def _some(
        self, problems: list[Problem], facet: Facet, path: str, slugs: tuple[str, ...]
    ) -> set[int]:
        known = self._terms[facet]
        try:
            return {known[slug] for slug in slugs}
        except KeyError:
            for place, slug in enumerate(slugs):
                self._term(problems, facet, f"{path}[{place}]", slug)
            return set()

    def _term(self, problems: list[Problem], facet: Facet | None, path: str, slug: str) -> int:
        key = self._terms[facet].get(slug)
        if key is None:
            reason = f"{quoted(slug)} is not in the vocabulary of {_VOCABULARY_OF[facet]}."
            close = or_else(slug, self._terms[facet])
            problems.append(Problem(path, f"{reason} Add it in the admin first{close}."))
        return key or 0


class Partnerships:
    """The partnerships by slug, name and alias, whatever the case; or only the one of a slug."""

    def __init__(self, slug: str = "") -> None:
        self.new: list[Partnership] = []
        self._by_name: dict[str, list[Partnership]] = defaultdict(list)
        self._by_alias: dict[str, list[Partnership]] = defaultdict(list)
        self._slugs: set[str] = set()
        known = Partnership.objects.filter(slug=slug) if slug else Partnership.objects.all()
        for partnership in known:
            self._add(partnership)

    def find(self, record: ReviewRecord, problems: list[Problem]) -> Partnership | None:
        """The partnership a record names; an illustrative record's is made if it is new."""
        if not record.partnership:
            return None
        key = record.partnership.casefold()
        found = self._by_name.get(key) or self._by_alias.get(key) or []
        if not found and record.illustrative:
            return None if problems else self._invent(record)
        reason = _why_not(record, found)
        if reason:
            problems.append(Problem("partnership", f"{quoted(record.partnership, 80)} {reason}"))
        return found[0] if found else None

    def _invent(self, record: ReviewRecord) -> Partnership:
        stem = slugify(record.partnership)[:110] or "partnership"
        slug, number = stem, 1
        while slug in self._slugs:
            number += 1
            slug = f"{stem}-{number}"
        partnership = Partnership(
            slug=slug, name=record.partnership, nation=record.nation, illustrative=True
        )
        self.new.append(partnership)
        self._add(partnership)
        return partnership

    def _add(self, partnership: Partnership) -> None:
        self._slugs.add(partnership.slug)
        for key in {partnership.slug.casefold(), partnership.name.casefold()}:
            self._by_name[key].append(partnership)
        for key in {alias.casefold() for alias in partnership.aliases}:
            self._by_alias[key].append(partnership)


def _why_not(record: ReviewRecord, found: list[Partnership]) -> str:
    """Why a record can't have the partnership it names; "" if it can."""
    if not found:
        return "is not known. Add it in the admin first, or correct the name."
    if len(found) > 1:
        slugs = ", ".join(sorted(partnership.slug for partnership in found))
        return f"can mean more than one partnership. Write the slug of one: {slugs}."
    if found[0].pk == Partnership.ANONYMOUS:
        return "is no place. Write null, and anonymous: true."
    if found[0].illustrative and not record.illustrative:
        return "is an invented partnership, for illustrative reviews only. Correct the name."
    if record.illustrative and not found[0].illustrative:
        return "is a real partnership. An illustrative review needs an invented one."
    return ""
