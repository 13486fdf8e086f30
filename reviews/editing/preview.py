"""A working copy as the public will see it, made without writing anything."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Any

from django.db import models
from django.utils import timezone

from reviews import hosting, revising
from reviews.choices import PointKind, State
from reviews.citations import Citation
from reviews.documents import ShownDocument
from reviews.editing.edit_form import EditForm, Held
from reviews.models import (
    Agency,
    Child,
    Document,
    DocumentKind,
    Harm,
    Outcome,
    Partnership,
    Point,
    Review,
    ReviewType,
    Term,
    Theme,
    Upload,
)
from reviews.records import DocumentRecord, PointRecord
from reviews.review_page import ReadingPoint, ReviewPage

UNTITLED = "Untitled"
NOT_CHOSEN = "Not chosen yet"
NOT_STATED = "Not stated"
NOT_NUMBERED = "Not numbered yet."
_AS_TYPED = (
    *("headline", "nation", "anonymous", "published", "added", "incident", "content_note"),
    *("incident_note", "summary", "illustrative"),
)

type Known = dict[str, Any]  # rows of a vocabulary by their slugs


class PreviewPage(ReviewPage):
    """A review's page before there is one: what has no address yet says so."""

    @property
    def documents(self) -> list[ShownDocument]:
        """A file that was added is named as it will be; it can't be read from here."""
        found = [document for document in self.review.documents.all() if document.is_public]
        return [
            replace(one, held="#docs") if document.is_held and not document.pk else one
            for document, one in zip(found, super().documents, strict=True)
        ]

    def _points(self, kind: PointKind) -> list[ReadingPoint]:
        return [
            replace(one, citation=_unnumbered(one.citation)) if one.is_unnumbered else one
            for one in super()._points(kind)
        ]


def _unnumbered(citation: Citation) -> Citation:
    return replace(citation, before="", last=NOT_NUMBERED)


def as_review(form: EditForm) -> Review:
    """The review that publishing would make of what is typed, for pages alone: never to be saved.

    What is missing is said to be; what can't be read counts as missing. About ten queries.
    """
    review, record = copy(form.review), form.record
    for name in _AS_TYPED:
        setattr(review, name, getattr(record, name))
    review.title, review.keywords = record.title or UNTITLED, list(record.keywords)
    if review.state == State.PUBLISHED:
        review.corrected_at = timezone.now()
    review.type = _one(ReviewType, record.type) or ReviewType(slug="", label=NOT_CHOSEN)
    review.outcome = _one(Outcome, record.outcome) or Outcome(slug="not-stated", label=NOT_STATED)
    review.partnership = _one(Partnership, record.partnership)
    points = (*record.learning, *record.recommendations)
    harms = _known(Harm, record.harms)
    themes = _known(Theme, record.themes, *(point.themes for point in points))
    agencies = _known(Agency, record.agencies, *(point.agencies for point in points))
    _hold(
        review,
        children=_children(review, form),
        harms=_named(harms, record.harms),
        themes=_named(themes, record.themes),
        agencies=_named(agencies, record.agencies),
        points=_points(review, form, themes, agencies),
        documents=_documents(review, form),
    )
    return review


def _hold(row: models.Model, **related: Sequence[models.Model]) -> None:
    """Give a row what stands in other tables, as if it had been read with it."""
    vars(row)["_prefetched_objects_cache"] = dict(related)


def _one(model: type[models.Model], slug: str) -> Any:
    return model._default_manager.filter(slug=slug).first() if slug else None


def _known(model: type[Term], *lists: Iterable[str]) -> Known:
    slugs = {slug for found in lists for slug in found}
    terms = model._default_manager.filter(slug__in=slugs) if slugs else ()
    return {term.slug: term for term in terms}


def _named(known: Known, slugs: Iterable[str]) -> list[Term]:
    return sorted((known[slug] for slug in slugs if slug in known), key=_order)


def _order(term: Term) -> tuple[int, str]:
    return term.order, term.label


def _children(review: Review, form: EditForm) -> list[Child]:
    found = []
    for order, record in enumerate(form.record.children, start=1):
        child = Child(review=review, order=order, age_text=record.age_text, sex=record.sex)
        child.age = record.age
        found.append(child)
    return found


def _points(review: Review, form: EditForm, themes: Known, agencies: Known) -> list[Point]:
    """Those that are public already have their keys; new ones have 0."""
    keys = set(Point.objects.filter(review=review.pk).values_list("pk", flat=True))

    def made(kind: PointKind, rows: str, points: Sequence[PointRecord]) -> Iterable[Point]:
        for order, (key, record) in enumerate(zip(form.keys[rows], points, strict=True), start=1):
            pk = _pk(key, "p")
            point = Point(review=review, kind=kind, order=order, text=record.text)
            point.pk = pk if pk in keys else 0
            own = _named(themes, record.themes), _named(agencies, record.agencies)
            _hold(point, themes=own[0], agencies=own[1])
            yield point

    learning = made(PointKind.LEARNING, "learning", form.record.learning)
    asked = made(PointKind.RECOMMENDATION, "recommendations", form.record.recommendations)
    return [*learning, *asked]


def _documents(review: Review, form: EditForm) -> list[Document]:
    """Documents that are public already keep what is known of their links and files."""
    rows = {row.pk: row for row in Document.objects.filter(review=review.pk)}
    uploads = {upload.pk: upload for upload in Upload.objects.filter(review=review.pk)}
    kinds = _known(DocumentKind, (document.kind for document in form.record.documents))
    found = []
    for order, (key, record, held) in enumerate(
        zip(form.keys["documents"], form.record.documents, form.held, strict=True), start=1
    ):
        document = rows.pop(_pk(key, "d"), None) or Document(pk=0)
        document.review = review
        _describe(document, record, kinds, order)
        _offer(document, held, uploads.get(held.upload or 0))
        found.append(document)
    return found


def _describe(document: Document, record: DocumentRecord, kinds: Known, order: int) -> None:
    kind = kinds.get(record.kind) or DocumentKind(pk=0, slug="", label=NOT_CHOSEN)
    revising.describe(document, record, kind.pk, order)
    document.kind, document.label = kind, record.label or UNTITLED


def _offer(document: Document, held: Held, upload: Upload | None) -> None:
    """Its file: one that was added, the one that is held, or none without a permission."""
    for name in hosting.RECORDED:
        setattr(document, name, getattr(held, name))
    if upload is not None:
        document.file.name, document.pages, document.bytes = upload.name, upload.pages, upload.bytes
        document.fetched_at = timezone.now()
    if not document.permission:
        document.file.name = ""
    if document.file:
        document.expires_on = document.expires_on or hosting.default_expiry(document.review)


def _pk(key: str, letter: str) -> int:
    return int(key[1:]) if key.startswith(letter) else 0
