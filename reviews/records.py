"""The interchange record: one review as JSON, for loading, exports and the API.

`parse` is strict and reports everything that is wrong at once. It knows no database: whether a
term or a partnership exists is for who loads the record (reviews/loading).
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from reviews import limits
from reviews.ages import Age
from reviews.choices import Nation, Sex
from reviews.codes import NATIONS, SEXES
from reviews.contradictions import REFERENCE_PARTS, contradictions
from reviews.dates import PartialDate, quoted
from reviews.parsing import Fields, Problem, ProblemsFound

# The same few thousand come again and again.
_date = lru_cache(4096)(PartialDate.parse)
_age = lru_cache(4096)(Age.parse)
_check_link = URLValidator(schemes=["http", "https"])
_HINTS = {
    "learning": "Write the learning point or remove it.",
    "recommendations": "Write the recommendation or remove it.",
}


@dataclass(frozen=True, slots=True)
class ChildRecord:
    """What is known of a child; all of it may be unknown."""

    age: Age | None
    age_text: str
    sex: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "age": self.age and self.age.iso,
            "age_text": self.age_text or None,
            "sex": None if self.sex == Sex.NOT_STATED else self.sex,
        }


@dataclass(frozen=True, slots=True)
class PointRecord:
    """A learning point, or a recommendation and whom it addresses."""

    text: str
    themes: tuple[str, ...]
    agencies: tuple[str, ...]

    def to_dict(self, agencies: str) -> dict[str, Any]:
        return {
            "text": self.text,
            "themes": sorted(self.themes),
            agencies: sorted(self.agencies),
        }


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document; `url` is empty where no link is recorded.

    `permission` says who allowed a copy to be held here, `permitted_on` since when. They stand
    in the canonical form only where they are given: most documents have none.
    """

    label: str
    kind: str
    url: str
    permission: str = ""
    permitted_on: PartialDate | None = None
    licence: str = ""

    def to_dict(self) -> dict[str, Any]:
        form: dict[str, Any] = {"label": self.label, "kind": self.kind, "url": self.url or None}
        if self.permission and self.permitted_on:
            form |= {"permission": self.permission, "permitted_on": self.permitted_on.iso}
        return form | ({"licence": self.licence} if self.licence else {})


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """A review in its interchange form. Terms are slugs; where nothing is known text is ""."""

    reference: str
    title: str
    headline: str
    type: str
    nation: str
    partnership: str
    anonymous: bool
    published: PartialDate | None
    added: PartialDate
    incident: PartialDate | None
    content_note: str
    incident_note: str
    summary: str
    children: tuple[ChildRecord, ...]
    outcome: str
    harms: tuple[str, ...]
    themes: tuple[str, ...]
    agencies: tuple[str, ...]
    learning: tuple[PointRecord, ...]
    recommendations: tuple[PointRecord, ...]
    documents: tuple[DocumentRecord, ...]
    keywords: tuple[str, ...]
    illustrative: bool

    def to_dict(self) -> dict[str, Any]:
        """The canonical form: every field, null for unknown, terms sorted (they have no order)."""
        return {
            "reference": self.reference,
            "title": self.title,
            "headline": self.headline or None,
            "type": self.type,
            "nation": None if self.nation == Nation.NOT_RECORDED else self.nation,
            "partnership": self.partnership or None,
            "anonymous": self.anonymous,
            "published": self.published and self.published.iso,
            "added": self.added.iso,
            "incident": self.incident and self.incident.iso,
            "content_note": self.content_note or None,
            "incident_note": self.incident_note or None,
            "summary": self.summary,
            "children": [child.to_dict() for child in self.children],
            "outcome": self.outcome,
            "harms": sorted(self.harms),
            "themes": sorted(self.themes),
            "agencies": sorted(self.agencies),
            "learning": [point.to_dict("agencies") for point in self.learning],
            "recommendations": [point.to_dict("addressed_to") for point in self.recommendations],
            "documents": [document.to_dict() for document in self.documents],
            "keywords": list(self.keywords),
            "illustrative": self.illustrative,
        }

    def digest(self) -> str:
        """SHA-256 of the canonical form: the same for every way of writing the same record."""
        text = json.dumps(self.to_dict(), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


_REVIEW_FIELDS = frozenset(field.name for field in fields(ReviewRecord))
_CHILD_FIELDS = frozenset(field.name for field in fields(ChildRecord))
_DOCUMENT_FIELDS = frozenset(field.name for field in fields(DocumentRecord))


def parse(data: object) -> ReviewRecord:
    """Read a record. Raises ProblemsFound with everything that is wrong with it."""
    problems: list[Problem] = []
    review = Fields.of(data, "", problems, _REVIEW_FIELDS)
    if not isinstance(data, dict):
        raise ProblemsFound(problems)
    record = ReviewRecord(
        **_read_facts(review),
        children=_objects(review, "children", limits.MOST_CHILDREN, _CHILD_FIELDS, _read_child),
        learning=_read_points(review, "learning", "agencies"),
        recommendations=_read_points(review, "recommendations", "addressed_to"),
        documents=_objects(
            review, "documents", limits.MOST_DOCUMENTS, _DOCUMENT_FIELDS, _read_document
        ),
    )
    wrong = {problem.path for problem in problems}
    problems += [problem for problem in contradictions(record) if problem.path not in wrong]
    if problems:
        raise ProblemsFound(problems)
    return record


def _read_facts(review: Fields) -> dict[str, Any]:
    """Everything but the lists of objects."""
    return {
        "reference": _read_reference(review),
        "title": review.text(
            "title", limits.TITLE, "Write the name the review uses, such as Child A."
        ),
        "headline": review.text_or_none("headline", limits.HEADLINE),
        "type": review.slug("type"),
        "nation": review.choice("nation", NATIONS, Nation.NOT_RECORDED),
        "partnership": review.text_or_none("partnership", limits.PARTNERSHIP),
        "anonymous": review.flag("anonymous"),
        "published": review.iso("published", _date),
        "added": _read_added(review),
        "incident": review.iso("incident", _date),
        "content_note": review.text_or_none("content_note", limits.CONTENT_NOTE),
        "incident_note": review.text_or_none("incident_note", limits.INCIDENT_NOTE),
        "summary": review.text(
            "summary", limits.SUMMARY, "Write what happened, in a few sentences.", lines=True
        ),
        "outcome": review.slug("outcome"),
        "harms": review.slugs("harms", limits.MOST_TERMS),
        "themes": review.slugs("themes", limits.MOST_TERMS),
        "agencies": review.slugs("agencies", limits.MOST_TERMS),
        "keywords": review.texts("keywords", limits.KEYWORD, limits.MOST_KEYWORDS),
        "illustrative": review.flag("illustrative"),
    }


def _read_reference(review: Fields) -> str:
    how = "Write one such as CR-2023-0007, or EX-2023-0007 for an illustrative review."
    if review.is_absent("reference", how):
        return ""
    reference = review.values["reference"]
    if isinstance(reference, str) and REFERENCE_PARTS.fullmatch(reference):
        return reference
    given = f"{quoted(reference)} " if isinstance(reference, str) else ""
    review.problem("reference", f"{given}is not a reference. {how}")
    return ""


def _read_added(review: Fields) -> PartialDate | None:
    if review.is_absent("added", "Write the month it was added, such as 2023-05."):
        return None
    added = review.iso("added", _date)
    if added and added.precision != "month":
        review.problem("added", f"{quoted(added.iso)} is not a month. Write one, such as 2023-05.")
        return None
    return added


def _read_points(review: Fields, name: str, agencies: str) -> tuple[PointRecord, ...]:
    known = frozenset({"text", "themes", agencies})
    found = []
    for place, item in review.items(name, limits.MOST_POINTS):
        item = {"text": item} if isinstance(item, str) else item
        point = Fields.of(item, place, review.problems, known)
        if isinstance(item, dict):
            text = point.text("text", limits.POINT, _HINTS[name], lines=True)
            themes, addressed = (
                point.slugs(terms, limits.MOST_TERMS) for terms in ("themes", agencies)
            )
            found.append(PointRecord(text, themes, addressed))
    return tuple(found)


def _objects[T](
    review: Fields, name: str, most: int, known: frozenset[str], read: Callable[[Fields], T]
) -> tuple[T, ...]:
    """The objects of a list, each read by `read`; what is no object is noted and passed over."""
    found = []
    for place, item in review.items(name, most):
        item_fields = Fields.of(item, place, review.problems, known)
        if isinstance(item, dict):
            found.append(read(item_fields))
    return tuple(found)


def _read_child(child: Fields) -> ChildRecord:
    return ChildRecord(
        age=child.iso("age", _age),
        age_text=child.text_or_none("age_text", limits.AGE_TEXT),
        sex=child.choice("sex", SEXES, Sex.NOT_STATED),
    )


def _read_document(document: Fields) -> DocumentRecord:
    label = document.text(
        "label", limits.LABEL, "Write what it is called, such as Practice review."
    )
    url = document.text_or_none("url", limits.URL)
    if url and not is_link(url):
        document.problem("url", f"{quoted(url)} is not a web address. Write one, or null.")
    licence = document.text_or_none("licence", limits.LICENCE)
    return DocumentRecord(label, document.slug("kind"), url, *_read_permission(document), licence)


def _read_permission(document: Fields) -> tuple[str, PartialDate | None]:
    """Who permitted that a copy is held, and on which day: both or neither."""
    permission = document.text_or_none("permission", limits.PERMISSION)
    permitted_on = document.iso("permitted_on", _date)
    if permitted_on and permitted_on.precision != "day":
        document.problem("permitted_on", f"{quoted(permitted_on.iso)} is not a day.")
    if permission and document.values.get("permitted_on") is None:
        document.problem("permitted_on", "is missing. Write the day on which it was permitted.")
    if permitted_on and not permission:
        document.problem("permission", "is missing. Write who permitted it, or no date.")
    return permission, permitted_on


def is_link(url: str) -> bool:
    try:
        _check_link(url)
    except ValidationError:
        return False
    return url.startswith(("http://", "https://"))  # the database knows no others, nor HTTP://
