"""What the names in a file mean: terms by slug, reviews by reference, points by their number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import QueryDict

from briefings import selections
from briefings.loading.interchange import EditionFile, PieceName, Source
from briefings.models import Piece
from briefings.records import Cited, EditionRecord
from reviews.codes import Facet, value_of
from reviews.dates import quoted
from reviews.filters import ReviewFilterSet
from reviews.models import Point, Review
from reviews.parsing import Problem, ProblemsFound, or_else

if TYPE_CHECKING:
    from reviews.snapshot import Snapshot

_VOCABULARY_OF = {Facet.THEME: "themes", Facet.AGENCY: "agencies"}


class Names:
    """What there is at one moment: the terms of a snapshot, and what some editions name."""

    def __init__(self, editions: Iterable[EditionFile], snapshot: "Snapshot") -> None:
        """Read the reviews, points and pieces that the editions name: three queries."""
        self._snapshot = snapshot
        named = {reference for edition in editions for reference in edition.pinned}
        reviews = Review.objects.published().filter(reference__in=named)
        self._reviews = dict(reviews.values_list("reference", "pk"))
        points = Point.objects.filter(review__in=self._reviews.values())
        columns = ("review__reference", "kind", "order", "pk")
        self._points = {Source(*row[:3]): row[3] for row in points.values_list(*columns)}
        pieces = Piece.objects.values_list("kind", "slug", "illustrative", "pk")
        self._pieces = {PieceName(*row[:2]): row[2:] for row in pieces}

    def resolve(self, edition: EditionFile) -> EditionRecord:
        """The rows that an edition names. Raises ProblemsFound with every name not known."""
        problems: list[Problem] = []
        record = EditionRecord(
            title=edition.title,
            standfirst=edition.standfirst,
            published=edition.published,
            selection=self._selection(problems, edition),
            themes=self._terms(problems, Facet.THEME, "themes", edition.themes),
            agencies=self._terms(problems, Facet.AGENCY, "agencies", edition.agencies),
            related=self._related(problems, edition),
            pinned=self._pinned(problems, edition),
            content=edition.content,
            evidence={
                statement: self._cited(problems, edition.place_of(statement), sources)
                for statement, sources in edition.evidence.items()
            },
        )
        for place, section in enumerate(edition.content.sections):
            self._terms(problems, Facet.AGENCY, f"sections[{place}].agencies", section.agencies)
        if problems:
            raise ProblemsFound(problems)
        return record

    def _terms(
        self, problems: list[Problem], facet: Facet, path: str, slugs: tuple[str, ...]
    ) -> tuple[int, ...]:
        found = {}
        for place, slug in enumerate(slugs):
            term = self._snapshot.terms.by_slug.get((facet, slug))
            if term:
                found[value_of(term.code)] = slug
                continue
            known = [other for kind, other in self._snapshot.terms.by_slug if kind is facet]
            reason = f"{quoted(slug)} is not in the vocabulary of {_VOCABULARY_OF[facet]}."
            advice = f"Add it in the admin first{or_else(slug, known)}."
            problems.append(Problem(f"{path}[{place}]", f"{reason} {advice}"))
        return tuple(found)

    def _selection(self, problems: list[Problem], edition: EditionFile) -> str:
        """The selection, if it is one of the grammar of addresses, and of reviews of its kind."""
        selection, query = edition.selection, QueryDict(edition.selection)
        filters = ReviewFilterSet(query, self._snapshot)
        for name, errors in filters.errors.items():
            where = "" if name == "__all__" else f"{name}: "
            reason = " ".join(map(str, errors))
            problems.append(Problem("selection", f"can’t be read. {where}{reason}"))
        if reason := selections.problem(query, edition.illustrative, self._snapshot):
            problems.append(Problem("selection", reason))
        return selection

    def _related(self, problems: list[Problem], edition: EditionFile) -> tuple[int, ...]:
        found = []
        for place, name in enumerate(edition.related):
            illustrative, key = self._pieces.get(name, (None, 0))
            if illustrative is None:
                reason = f"{name} is not known. Load it first, or in the same file."
                problems.append(Problem(f"related[{place}]", reason))
            elif illustrative != edition.illustrative:
                reason = f"{name} {_UNLIKE[illustrative]} Remove it."
                problems.append(Problem(f"related[{place}]", reason))
            found.append(key)
        return tuple(found)

    def _pinned(self, problems: list[Problem], edition: EditionFile) -> tuple[int, ...]:
        for place, reference in enumerate(edition.pinned):
            if reference not in self._reviews:
                reason = f"{reference} is not public here. Load it first, or remove it."
                problems.append(Problem(f"pinned[{place}]", reason))
        return tuple(self._reviews.get(reference, 0) for reference in edition.pinned)

    def _cited(
        self, problems: list[Problem], path: str, sources: tuple[Source, ...]
    ) -> tuple[Cited, ...]:
        found = []
        for place, source in enumerate(sources):
            review = self._reviews.get(source.review)
            point = self._points.get(source) if source.number else None
            if review and source.number and point is None:
                reason = f"{source.review} has no {source.kind} {source.number}. Cite another."
                problems.append(Problem(f"{path}[{place}]", reason))
            found.append(Cited(review or 0, point))
        return tuple(found)


_UNLIKE = {
    True: "is illustrative, and this piece is not.",
    False: "is not illustrative, and this piece is.",
}
