"""The collection as documents: what the other engines index.

Texts are read from the database, so that every engine has the same. Terms are read from the
records that were loaded: a record names its terms in order, the main ones first.
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from bench.relevance.documents import Document, Record, point_terms, review_terms
from reviews.models import Point, Review


def reviews(records: dict[str, Record]) -> list[Document]:
    return [_review(review, records[review.reference]) for review in _loaded()]


def points(records: dict[str, Record]) -> list[Document]:
    return [
        _point(point, review, record, _year(records[review.reference]))
        for review in _loaded()
        for point, record in _pairs(review, records[review.reference])
    ]


def _loaded() -> QuerySet[Review]:
    reviews = Review.objects.published().select_related("type", "outcome", "partnership")
    return reviews.prefetch_related(
        "harms", "themes", "agencies", "points__themes", "points__agencies"
    ).order_by("pk")


def _pairs(review: Review, record: Record) -> Iterator[tuple[Point, Record]]:
    """Each point of a review with its record."""
    kinds = {"learning": record["learning"], "recommendation": record["recommendations"]}
    for point in review.points.all():
        yield point, kinds[point.kind][point.order - 1]


def _review(review: Review, record: Record) -> Document:
    points = list(review.points.all())
    whose: list[Review | Point] = [review, *points]
    labels = [str(review.type), str(review.outcome), str(review.partnership or "")]
    labels += [harm.label for harm in review.harms.all()]
    labels += [label for one in whose for label in _labels(one)]
    texts = {
        "title": f"{review.reference} {review.title} {review.headline}",
        "learning": "\n".join(point.text for point in points if not point.is_recommendation),
        "recommendations": "\n".join(point.text for point in points if point.is_recommendation),
        "summary": review.summary,
        "labels": ". ".join(dict.fromkeys(label for label in labels if label)),
    }
    return Document(review.reference, _year(record), texts, review_terms(record))


def _point(point: Point, review: Review, record: Record, year: int) -> Document:
    texts = {
        "text": point.text,
        "labels": ". ".join(_labels(point)),
        "review": f"{review.reference} {review.title} {review.headline}",
    }
    key = f"{review.reference}#{point.anchor}"
    return Document(key, year, texts, point_terms(record), point.pk)


def _year(record: Record) -> int:
    """The year in which the review was added: what the parameter `year` means."""
    return int(record["added"][:4])


def _labels(one: Review | Point) -> list[str]:
    return [term.label for terms in (one.themes, one.agencies) for term in terms.all()]
