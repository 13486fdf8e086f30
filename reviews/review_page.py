"""A review's page: the record arranged for reading in minutes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviews import citations, headlines, mentions, months
from reviews.choices import Nation, PointKind, Verb
from reviews.documents import ShownDocument, shown
from reviews.mentions import Mention
from reviews.models import AuditEntry, Point, Review, Term
from reviews.similar import similar
from reviews.snapshot import Snapshot

NAMED = 6  # themes and agencies on the catalogue card; the points name all of theirs


@dataclass(frozen=True, slots=True)
class ReadingPoint:
    """A point with how to cite it."""

    point: Point
    citation: citations.Citation

    @property
    def is_unnumbered(self) -> bool:
        """Whether it was never public, and so has no page of its own: in previews."""
        return not self.point.pk

    @property
    def themes(self) -> list[Term]:
        return live(self.point.themes.all())

    @property
    def agencies(self) -> list[Term]:
        return live(self.point.agencies.all())


@dataclass(frozen=True, slots=True)
class Terms:
    """A review's first few terms of a vocabulary, and how many more there are."""

    named: list[Term]
    more: int


@dataclass(frozen=True, slots=True)
class Addressed:
    """Recommendations that address the same agencies, in their order."""

    agencies: list[Term]
    points: list[ReadingPoint]


@dataclass(frozen=True, slots=True)
class Alike:
    """Another review and what it shares with this one."""

    review: Review
    headline: str
    shared: list[str]


class ReviewPage:
    """What the template shows of a review. The review comes from `for_page()`."""

    def __init__(self, review: Review, snapshot: Snapshot, publisher: str, url: str) -> None:
        self.review = review
        self.snapshot = snapshot
        self.publisher = publisher
        self.url = url

    @cached_property
    def headline(self) -> str:
        return headline(self.review)

    @cached_property
    def description(self) -> str:
        """One line for search engines and shared links."""
        kind = "Illustrative example. " if self.review.illustrative else ""
        return f"{kind}{self.review.title}: {self.headline}. {self.review.type.live.label}."

    @property
    def account(self) -> list[str]:
        """What happened, by paragraphs."""
        return [text for text in self.review.summary.split("\n\n") if text.strip()]

    @cached_property
    def documents(self) -> list[ShownDocument]:
        return [shown(one) for one in self.review.documents.all() if one.is_public]

    @property
    def is_unlinked(self) -> bool:
        """Whether documents are known of but none can be reached."""
        return not any(document.url or document.held for document in self.documents)

    @property
    def who(self) -> list[str]:
        """Each child in the order of the record; a line that says so where none is recorded."""
        return [child.description for child in self.review.children.all()] or ["Not recorded"]

    @property
    def publisher_label(self) -> str:
        """Who published the review: a name, that none is given, or that none is recorded."""
        if self.review.anonymous:
            return "Published anonymously"
        return self.review.partnership.name if self.review.partnership else "Not recorded"

    @property
    def publisher_slug(self) -> str:
        if self.review.anonymous:
            return "anonymous"
        return self.review.partnership.slug if self.review.partnership else "not-recorded"

    @property
    def nation(self) -> str:
        return "" if self.review.nation == Nation.NOT_RECORDED else Nation(self.review.nation).label

    @cached_property
    def learning(self) -> list[ReadingPoint]:
        return self._points(PointKind.LEARNING)

    @cached_property
    def recommendations(self) -> list[ReadingPoint]:
        return self._points(PointKind.RECOMMENDATION)

    @property
    def addressed(self) -> list[Addressed]:
        """Recommendations by whom they address, in the order in which each is first named."""
        groups: dict[tuple[int, ...], Addressed] = {}
        for reading in self.recommendations:
            key = tuple(agency.pk for agency in reading.agencies)
            groups.setdefault(key, Addressed(reading.agencies, [])).points.append(reading)
        return list(groups.values())

    @cached_property
    def harms(self) -> list[Term]:
        return live(self.review.harms.all())

    @cached_property
    def themes(self) -> Terms:
        return self._terms("themes")

    @cached_property
    def agencies(self) -> Terms:
        return self._terms("agencies")

    @cached_property
    def corrections(self) -> list[AuditEntry]:
        """What editors told the public of corrections, the latest first. One query at most."""
        if self.review.corrected_at is None:
            return []
        told = AuditEntry.objects.filter(review=self.review, verb=Verb.CORRECTED)
        return list(told.exclude(public_note="").order_by("-at", "-pk"))

    @property
    def citation(self) -> citations.Citation:
        return citations.of_review(self.review, self.publisher, self.url)

    @property
    def metadata(self) -> list[tuple[str, str]]:
        return citations.metadata(self.review, self.publisher, self.url)

    @property
    def json_ld(self) -> str:
        return citations.json_ld(self.review, self.publisher, self.url)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The briefings that cite the review or a point of it. One query."""
        return mentions.of_review(self.review.pk)

    @cached_property
    def alike(self) -> list[Alike]:
        """Similar reviews that are public now."""
        found = {one.id: one for one in similar(self.snapshot, self.review.pk)}
        return [
            Alike(review, headline(review), found[review.pk].shared)
            for review in _in_order(list(found))
        ]

    @cached_property
    def month(self) -> months.Month | None:
        added = self.review.added.earliest
        return months.find(self.snapshot, added.year, added.month)

    @cached_property
    def neighbours(self) -> tuple[Review | None, Review | None]:
        """The reviews before and after this one in the month it was added."""
        ids = months.reviews_of(self.snapshot, self.month) if self.month else []
        if self.review.pk not in ids:
            return None, None
        place = ids.index(self.review.pk)
        known = Review.objects.published().in_bulk(ids[max(0, place - 1) : place + 2])
        before = known.get(ids[place - 1]) if place else None
        after = known.get(ids[place + 1]) if place + 1 < len(ids) else None
        return before, after

    def _points(self, kind: PointKind) -> list[ReadingPoint]:
        return [
            ReadingPoint(p, citations.of_point(p, self.review, self.publisher, self.url))
            for p in self.review.points.all()
            if p.kind == kind
        ]

    def _terms(self, name: str) -> Terms:
        """The review's own terms and its points': what most points are about first."""
        found: Counter[Term] = Counter(live(getattr(self.review, name).all()))
        for point in self.review.points.all():
            found.update(live(getattr(point, name).all()))
        ordered = sorted(found, key=lambda term: (-found[term], term.order))
        return Terms(ordered[:NAMED], len(ordered) - NAMED)


def headline(review: Review) -> str:
    """The editor's headline, else one composed from the facts."""
    if review.headline:
        return review.headline
    children = [(child.age, child.sex) for child in review.children.all()]
    harms = [harm.label for harm in live(review.harms.all())]
    return headlines.compose(children, review.outcome.live.label, harms)


def live(terms: Iterable[Term]) -> list[Term]:
    """Terms as they are named now: for a merged one the one that took its place, each once."""
    return list(dict.fromkeys(term.live for term in terms))


def _in_order(ids: Sequence[int]) -> list[Review]:
    known = Review.objects.published().for_headline().in_bulk(ids)
    return [known[pk] for pk in ids if pk in known]
