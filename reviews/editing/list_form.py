"""What may be asked of the desk's list of reviews. Like the public lists: an unknown value is an
error that the page shows; it is never ignored and never widens the list.
"""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.http import QueryDict

from reviews import written_dates
from reviews.codes import Facet
from reviews.dates import DateError, PartialDate
from reviews.editing.situations import CODES, Stand, called
from reviews.filters import PageField
from reviews.terms import Terms, Value

LONGEST_TEXT = 200
MOST_WORDS = 10


class Sort(TextChoices):
    NEWEST = "newest", "Newest"
    CHANGED = "changed", "Last changed"
    OLDEST = "oldest", "Oldest"
    TITLE = "title", "Title"


class Warned(TextChoices):
    """What is asked of findings beside single kinds of them."""

    ANY = "any", "Any"
    BLOCKED = "blocked", "Can’t be published as it is"


WARNINGS = [*Warned.choices, *((code, called(code)) for code in CODES)]
_NOT_LISTED = "“%(value)s” is not in the list. Choose from the list."


class AddedField(forms.CharField):
    """A month, or a year of them."""

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            found = written_dates.read(text)
        except DateError as error:
            raise ValidationError(str(error)) from error
        if found.precision not in {"year", "month"}:
            raise ValidationError("Write a month and its year, such as May 2023, or a year.")
        return found


class ThemesField(forms.Field):
    """Slugs of themes, each of which there has to be."""

    widget = forms.MultipleHiddenInput
    terms: Terms

    def clean(self, value: list[str] | None) -> list[Value]:
        found = {slug: self.terms.find(Facet.THEME, slug) for slug in value or ()}
        for slug, term in found.items():
            if term is None:
                raise ValidationError(_NOT_LISTED, params={"value": slug[:80]})
        return list({term.code: term for term in found.values() if term}.values())


def _choices(label: str, choices: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    messages = {"invalid_choice": _NOT_LISTED}
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, error_messages=messages
    )


class ListForm(forms.Form):
    """Reads the address of the list. Values of one filter are alternatives."""

    q = forms.CharField(label="Words", max_length=LONGEST_TEXT, required=False)
    state = _choices("State", Stand.choices)
    mine = _choices("Written by", [("yes", "Me")])
    added = AddedField(label="Month added", max_length=60, required=False)
    warning = _choices("Warning", WARNINGS)
    theme = ThemesField(label="Theme", required=False)
    sort = _choices("Sort", Sort.choices)
    page = PageField(label="Page", required=False)

    def __init__(self, query: QueryDict, terms: Terms) -> None:
        super().__init__(without_empty(query))
        cast(ThemesField, self.fields["theme"]).terms = terms

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if len(text.split()) > MOST_WORDS:
            raise ValidationError(f"Write at most {MOST_WORDS} words.")
        return text

    def clean(self) -> dict[str, Any]:
        data = cast(QueryDict, self.data)
        for name in data:
            if name not in self.fields:
                self.add_error(None, f"“{name[:40]}” is not a filter of this page. Take it out.")
        for name in ("q", "mine", "added", "sort", "page"):
            if len(set(data.getlist(name))) > 1:
                self.add_error(name, "Given more than once. Keep one.")
        return self.cleaned_data


def without_empty(query: QueryDict) -> QueryDict:
    """The query without the empty values that a GET form sends."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if given := [value.strip() for value in values if value.strip()]:
            kept.setlist(name, given)
    return kept
