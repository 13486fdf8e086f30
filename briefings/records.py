"""An edition as one value: what the desk or a file gives, and what publication writes in rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefings.content import Content
from briefings.models import Citation, Edition, Pin
from reviews.dates import PartialDate
from reviews.models import Point


@dataclass(frozen=True, slots=True)
class Cited:
    """A review, or one point of it, by their ids."""

    review: int
    point: int | None = None


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """Everything that publication writes. Ids throughout; `evidence` is by statement."""

    title: str
    standfirst: str = ""
    published: PartialDate | None = None
    selection: str = ""
    themes: tuple[int, ...] = ()
    agencies: tuple[int, ...] = ()
    related: tuple[int, ...] = ()
    pinned: tuple[int, ...] = ()
    content: Content = Content()
    evidence: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)


def read(edition: Edition) -> EditionRecord:
    """What the rows of an edition say now.

    With what it cites of reviews that are withdrawn: the public sees none of it, and it is there
    again when they are restored. A point that its review no longer has can't be named any more.
    """
    evidence: dict[str, tuple[Cited, ...]] = {}
    for one in edition.citations.exclude(of_point=True, point=None):
        cited = Cited(one.review_id, one.point_id)
        evidence[one.statement] = (*evidence.get(one.statement, ()), cited)
    return EditionRecord(
        title=edition.title,
        standfirst=edition.standfirst,
        published=edition.published,
        selection=edition.selection,
        themes=tuple(edition.themes.values_list("pk", flat=True)),
        agencies=tuple(edition.agencies.values_list("pk", flat=True)),
        related=tuple(edition.related.values_list("pk", flat=True)),
        pinned=tuple(edition.pins.order_by("review__reference").values_list("review", flat=True)),
        content=edition.content,
        evidence=evidence,
    )


def write(edition: Edition, record: EditionRecord) -> None:
    """Put a record into an edition's rows, in the place of what they held, and save it.

    The caller holds the transaction.
    """
    edition.title, edition.standfirst = record.title, record.standfirst
    edition.published, edition.selection = record.published, record.selection
    edition.stored = record.content.to_json()
    edition.__dict__.pop("content", None)  # what was read of the text before
    edition.save()
    edition.themes.set(record.themes)
    edition.agencies.set(record.agencies)
    edition.related.set(record.related)
    edition.pins.all().delete()
    edition.citations.all().delete()
    Pin.objects.bulk_create(Pin(edition=edition, review_id=pk) for pk in record.pinned)
    said = _words(one.point for cited in record.evidence.values() for one in cited)
    Citation.objects.bulk_create(
        Citation(
            edition=edition,
            statement=statement,
            order=order,
            review_id=one.review,
            point_id=one.point,
            of_point=one.point is not None,
            said=said.get(one.point, ""),
        )
        for statement, cited in record.evidence.items()
        for order, one in enumerate(dict.fromkeys(cited), start=1)
    )


def keep_words(edition: Edition, statements: Iterable[str] | None = None) -> None:
    """Keep what cited points say now: of some statements, or of all. Somebody has looked at it."""
    cited = edition.citations.filter(point__isnull=False)
    if statements is not None:
        cited = cited.filter(statement__in=list(statements))
    rows = list(cited)
    said = _words(one.point_id for one in rows)
    for one in rows:
        one.said = said.get(one.point_id, one.said)
    Citation.objects.bulk_update(rows, ["said"])


def _words(points: Iterable[int | None]) -> dict[int | None, str]:
    """What points say now."""
    return dict(Point.objects.filter(pk__in=filter(None, points)).values_list("pk", "text"))
