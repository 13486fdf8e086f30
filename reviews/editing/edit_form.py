"""The edit page's fields as a whole: what is typed, what can't be read, the record it makes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from reviews.choices import Nation, Sex
from reviews.dates import PartialDate
from reviews.editing.difference import Difference, differences
from reviews.editing.forms import ROW_FORMS, FactsForm, RowForm
from reviews.editing.typed import MOST_ROWS, ROWS, TERMS, Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Review
from reviews.records import ChildRecord, DocumentRecord, PointRecord, ReviewRecord

NAMES_OF_ROWS = {
    "children": "Child",
    "learning": "Learning point",
    "recommendations": "Recommendation",
    "documents": "Document",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its key, its place from 1, and its form."""

    rows: str
    key: str
    place: int
    form: RowForm

    @property
    def label(self) -> str:
        return f"{NAMES_OF_ROWS[self.rows]} {self.place}"

    @property
    def id(self) -> str:
        """Its id on the page, for links to it."""
        return f"{self.rows}-{self.key}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something typed that can't be read: the field's id on the page, its name, what to do."""

    field: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a document's fields say of holding a copy."""

    permission: str
    permitted_on: date | None
    licence: str
    expires_on: date | None
    upload: int | None


class EditForm:
    """A review's fields over what is typed. Reading them all: about 1 ms for each 10 rows."""

    def __init__(self, review: Review, typed: Typed, vocabulary: Vocabulary) -> None:
        self.review = review
        self.typed = typed
        self.vocabulary = vocabulary
        posted = typed.posted()
        self.facts = FactsForm(posted, vocabulary)
        self.lists = {
            rows: [
                Row(rows, key, place, ROW_FORMS[rows](posted, vocabulary, f"{rows}-{key}"))
                for place, key in enumerate(typed.rows(rows), start=1)
            ]
            for rows in ROWS
        }

    @property
    def rows(self) -> list[Row]:
        return [row for rows in self.lists.values() for row in rows]

    @cached_property
    def mistakes(self) -> list[Mistake]:
        """Everything that can't be read, in the order of the page."""
        found = mistakes_of(self.facts, "")
        for name, rows in self.lists.items():
            if len(rows) > MOST_ROWS[name]:
                text = f"{len(rows)} are too many. At most {MOST_ROWS[name]} can be published."
                found.append(Mistake(f"id_{name}", f"{NAMES_OF_ROWS[name]}s", text))
            for row in rows:
                found += mistakes_of(row.form, row.label)
        return found

    @cached_property
    def record(self) -> ReviewRecord:
        """The record that the fields make; what can't be read counts as not given."""
        facts = cleaned(self.facts)
        added = facts.get("added")
        return ReviewRecord(
            reference=self.review.reference,
            title=facts.get("title", ""),
            headline=facts.get("headline", ""),
            type=facts.get("type", ""),
            nation=facts.get("nation") or Nation.NOT_RECORDED,
            partnership=facts.get("partnership", ""),
            anonymous=facts.get("anonymous", False),
            published=facts.get("published"),
            added=added if isinstance(added, PartialDate) else this_month(),
            incident=facts.get("incident"),
            content_note=facts.get("content_note", ""),
            incident_note=facts.get("incident_note", ""),
            summary=facts.get("summary", ""),
            children=tuple(_child(cleaned(row.form)) for row in self.lists["children"]),
            outcome=facts.get("outcome", ""),
            **{name: tuple(self.facts.chosen(name)) for name in TERMS},
            learning=self._points("learning"),
            recommendations=self._points("recommendations"),
            documents=tuple(_document(cleaned(row.form)) for row in self.lists["documents"]),
            keywords=facts.get("keywords", ()),
            illustrative=self.review.illustrative,
        )

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys of each list's rows, in the order in which the record has them."""
        return {rows: [row.key for row in found] for rows, found in self.lists.items()}

    def differences_from(self, before: "EditForm") -> list[Difference]:
        """Field by field, what is different here from what it was before."""
        return differences(
            before.record,
            self.record,
            keys_before=before.keys,
            keys_after=self.keys,
            name_of=self.vocabulary.label,
        )

    @property
    def held(self) -> list[Held]:
        """For each document, what its fields say of holding a copy."""
        return [_held(cleaned(row.form)) for row in self.lists["documents"]]

    def _points(self, rows: str) -> tuple[PointRecord, ...]:
        return tuple(
            PointRecord(
                cleaned(row.form).get("text", ""),
                tuple(row.form.chosen("themes")),
                tuple(row.form.chosen("agencies")),
            )
            for row in self.lists[rows]
        )


def this_month() -> PartialDate:
    today = timezone.localdate()
    return PartialDate.from_month(today.year, today.month)


def cleaned(form: RowForm) -> dict[str, Any]:
    """What a form could read; reading it if that has not been done."""
    form.is_valid()
    return form.cleaned_data


def mistakes_of(form: RowForm, label: str) -> list[Mistake]:
    """What a form can't read; `label` is that of its row."""
    found = []
    for name, errors in form.errors.items():
        bound = form[name]
        named = f"{label}, {bound.label.lower()}" if label else str(bound.label)
        found += [Mistake(bound.id_for_label, named, str(text)) for text in errors]
    return found


def _child(cleaned: dict[str, Any]) -> ChildRecord:
    return ChildRecord(
        cleaned.get("age"), cleaned.get("age_text", ""), cleaned.get("sex") or Sex.NOT_STATED
    )


def _document(cleaned: dict[str, Any]) -> DocumentRecord:
    return DocumentRecord(
        label=cleaned.get("label", ""),
        kind=cleaned.get("kind", ""),
        url=cleaned.get("url", ""),
        permission=cleaned.get("permission", ""),
        permitted_on=cleaned.get("permitted_on"),
        licence=cleaned.get("licence", ""),
    )


def _held(cleaned: dict[str, Any]) -> Held:
    permitted_on, expires_on = cleaned.get("permitted_on"), cleaned.get("expires_on")
    return Held(
        permission=cleaned.get("permission", ""),
        permitted_on=permitted_on.earliest if permitted_on else None,
        licence=cleaned.get("licence", ""),
        expires_on=expires_on.earliest if expires_on else None,
        upload=cleaned.get("upload"),
    )
