"""What stands in the fields of a review's edit page, as it was typed (see form_texts.py).

A key tells what its row is: `p12` is the point with the id 12, `d7` the document with the id 7,
`n3` is new. What is typed into the box of a list of terms and is not one of them yet stands under
`<name>_typed`. Suggestions that were refused are kept under `refused`, as `<name>:<slug>`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from reviews import limits, written_ages, written_dates
from reviews.ages import Age
from reviews.choices import Nation, PointKind, Sex
from reviews.dates import PartialDate
from reviews.editing.form_texts import FormTexts
from reviews.models import Child, Document, Point, Review

FACTS = (
    *("title", "headline", "type", "nation", "partnership", "anonymous"),
    *("published", "added", "incident", "incident_note", "content_note", "summary", "outcome"),
    *("keywords", "illustrative"),
)
TERMS = ("harms", "themes", "agencies")
REFUSED = "refused"
ROWS = {
    "children": ("age", "age_text", "sex"),
    "learning": ("text", "themes", "agencies", "themes_typed", "agencies_typed"),
    "recommendations": ("text", "themes", "agencies", "themes_typed", "agencies_typed"),
    "documents": (
        *("label", "kind", "url", "upload"),
        *("permission", "permitted_on", "licence", "expires_on"),
    ),
}
MOST_ROWS = {
    "children": limits.MOST_CHILDREN,
    "learning": limits.MOST_POINTS,
    "recommendations": limits.MOST_POINTS,
    "documents": limits.MOST_DOCUMENTS,
}
LISTS_OF = {PointKind.LEARNING: "learning", PointKind.RECOMMENDATION: "recommendations"}

_KEY = re.compile(r"[cpdn][0-9]{1,18}")


class Typed(FormTexts):
    """What is typed of a review."""

    ROWS = ROWS
    FIELDS = (*FACTS, *TERMS, *(f"{name}_typed" for name in TERMS), REFUSED)
    SETS = frozenset({*TERMS, REFUSED})
    KEY = _KEY

    @classmethod
    def of_review(cls, review: Review) -> Self:
        """What the page shows of a review that nobody is working on. Reads `for_page()`."""
        typed = cls()
        for name, text in _facts_of(review).items():
            typed.set(name, text)
        for name in TERMS:
            typed.set(name, *_slugs(getattr(review, name).all()))
        for number, child in enumerate(review.children.all(), start=1):
            typed.append_row("children", f"c{number}", **_child_of(child))
        for point in review.points.all():
            typed._add_point(point)
        for document in review.documents.all():
            typed.append_row("documents", f"d{document.pk}", **_document_of(document))
        return typed

    def _add_point(self, point: Point) -> None:
        rows, key = LISTS_OF[PointKind(point.kind)], f"p{point.pk}"
        self.append_row(rows, key, text=point.text)
        self.set(f"{rows}-{key}-themes", *_slugs(point.themes.all()))
        self.set(f"{rows}-{key}-agencies", *_slugs(point.agencies.all()))


def _slugs(terms: Iterable) -> list[str]:
    return list(dict.fromkeys(term.live.slug for term in terms))


def _facts_of(review: Review) -> Mapping[str, str]:
    return {
        "title": review.title,
        "headline": review.headline,
        "type": review.type.live.slug,
        "nation": "" if review.nation == Nation.NOT_RECORDED else review.nation,
        "partnership": review.partnership.name if review.partnership else "",
        "anonymous": "yes" if review.anonymous else "",
        "published": _date(review.published),
        "added": review.added.label,
        "incident": _date(review.incident),
        "incident_note": review.incident_note,
        "content_note": review.content_note,
        "summary": review.summary,
        "outcome": review.outcome.live.slug,
        "keywords": "; ".join(review.keywords),
        "illustrative": "yes" if review.illustrative else "",
    }


def _date(date: PartialDate | None) -> str:
    return in_words(date, written_dates.read) if date else ""


def in_words[T: (PartialDate, Age)](value: T, read: Callable[[str], T]) -> str:
    """In words, where they are read as the same; some say less than the value."""
    try:
        return value.label if read(value.label) == value else value.iso
    except ValueError:
        return value.iso


def _child_of(child: Child) -> Mapping[str, str]:
    age = in_words(child.age, written_ages.read) if child.age else ""
    sex = "" if child.sex == Sex.NOT_STATED else child.sex
    return {"age": age, "age_text": child.age_text, "sex": sex}


def _document_of(document: Document) -> Mapping[str, str]:
    return {
        "label": document.label,
        "kind": document.kind.live.slug,
        "url": document.url,
        "permission": document.permission,
        "permitted_on": document.permitted_on.isoformat() if document.permitted_on else "",
        "licence": document.licence,
        "expires_on": document.expires_on.isoformat() if document.expires_on else "",
    }
