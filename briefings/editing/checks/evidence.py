"""Whether an edition rests on what it says: its statements on public reviews, those on its sample.

Three statements, however much is cited, and one for a text in the selection.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.choices import Kind
from briefings.editing.checks.finding import PieceFinding, about
from briefings.editing.selecting import Chosen
from briefings.models import Piece
from briefings.records import Cited, EditionRecord
from reviews.catalogue import catalogue
from reviews.models import Point, Review

NAMED = 5  # references in one finding


@dataclass(frozen=True, slots=True)
class Rests:
    """What a record cites and pins, as it stands now. A review that is gone is in neither."""

    reviews: dict[int, Review]
    points: dict[int, int]

    @classmethod
    def of(cls, record: EditionRecord) -> "Rests":
        cited = [one for found in record.evidence.values() for one in found]
        known = {*record.pinned, *(one.review for one in cited)}
        shown = ("reference", "state", "illustrative", "published", "added")
        reviews = Review.objects.only(*shown).in_bulk(known)
        points = Point.objects.filter(pk__in={one.point for one in cited if one.point})
        return cls(reviews, dict(points.values_list("pk", "review_id")))

    def is_public(self, review: int) -> bool:
        return review in self.reviews and self.reviews[review].is_published

    def has_point(self, cited: Cited) -> bool:
        return cited.point is None or self.points.get(cited.point) == cited.review

    def name(self, review: int) -> str:
        return self.reviews[review].reference if review in self.reviews else "A review that is gone"


def find(record: EditionRecord, piece: Piece) -> Iterator[PieceFinding]:
    """Everything about citations, the sample and the selection."""
    rests = Rests.of(record)
    yield from _citations(record, rests)
    for pk in record.pinned:
        if not rests.is_public(pk):
            yield about("pinned-not-public", "pinned", rests.name(pk))
    yield from _mixed(piece, rests)
    yield from _dates(record, rests)
    if piece.kind == Kind.BRIEFING:
        yield from _sample(record, piece, rests)


def _citations(record: EditionRecord, rests: Rests) -> Iterator[PieceFinding]:
    pinned = set(record.pinned)
    for statement in record.content.statements:
        cited = record.evidence.get(statement.id, ())
        field = f"statements-{statement.id}-evidence"
        if not cited and statement.text.strip():
            yield about("no-evidence", f"statements-{statement.id}-reason", statement.text)
        for one in dict.fromkeys(cited):
            name = rests.name(one.review)
            if not rests.is_public(one.review):
                yield about("cited-not-public", field, name)
            elif not rests.has_point(one):
                yield about("point-gone", field, name)
        for review in dict.fromkeys(one.review for one in cited):
            if review not in pinned and rests.is_public(review):
                yield about("cited-outside-sample", field, rests.name(review))


def _mixed(piece: Piece, rests: Rests) -> Iterator[PieceFinding]:
    """A real piece over illustrative reviews, or the reverse."""
    others = [one for one in rests.reviews.values() if one.illustrative != piece.illustrative]
    if others:
        yield about("illustrative-mixed", "pinned", _named(one.reference for one in others))


def _dates(record: EditionRecord, rests: Rests) -> Iterator[PieceFinding]:
    published = record.published
    if published is None:
        return
    dated = ((one, one.published or one.added) for one in rests.reviews.values())
    later = [one.reference for one, when in dated if when.earliest > published.latest]
    if later:
        yield about("before-its-evidence", "published", _named(later))


def _sample(record: EditionRecord, piece: Piece, rests: Rests) -> Iterator[PieceFinding]:
    chosen = Chosen(record.selection, catalogue.current(), piece.illustrative)
    if not record.pinned:
        yield about("no-sample", "pinned")
    if chosen.is_empty:
        yield about("no-selection", "selection")
    elif chosen.problems:
        yield about("selection-unreadable", "selection", " ".join(chosen.problems)[:200])
    elif not chosen.reviews:
        yield about("selection-empty", "selection", chosen.text)
    else:
        public = (pk for pk in record.pinned if rests.is_public(pk))
        own = (pk for pk in public if rests.reviews[pk].illustrative == piece.illustrative)
        outside = [pk for pk in own if pk not in chosen.reviews]  # of others it is said already
        if outside:
            names = _named(rests.name(pk) for pk in outside)
            yield about("sample-outside-selection", "pinned", names)


def _named(references: Iterable[str]) -> str:
    found = sorted(references)
    more = len(found) - NAMED
    return ", ".join(found[:NAMED]) + (f" and {more} more" if more > 0 else "")
