"""The forms of the edit page of a briefing or an article. Nothing in them is required or too long:
what is missing, or more than can be published, is for the checks to say (checks/), and everything
can be saved. A form only says what cannot be read.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from briefings.choices import Audience, ResourceKind, SectionKind
from briefings.editing.checks.limits import LENGTHS, OTHERS
from briefings.models.piece import SLUG
from reviews.dates import quoted
from reviews.editing.fields import WrittenDateField
from reviews.editing.forms import LineField, RowForm

MARKDOWN = "Markdown: a blank line between paragraphs, ## for a heading, - for a list, > to quote."
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?")
_is_slug = re.compile(SLUG).fullmatch
LONGEST_SLUG = 80


def _line(label: str, name: str, help_text: str = "") -> forms.CharField:
    """Text of one line. `name` is that of its limit."""
    widget = forms.TextInput({"data-limit": LENGTHS.get(name, OTHERS)})
    return LineField(label=label, required=False, help_text=help_text, widget=widget)


def _area(label: str, name: str, rows: int, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea({"rows": rows, "data-limit": LENGTHS.get(name, OTHERS)})
    return forms.CharField(label=label, required=False, help_text=help_text, widget=widget)


def _date(label: str, help_text: str = "") -> WrittenDateField:
    return WrittenDateField(label=label, required=False, max_length=80, help_text=help_text)


def _choice(label: str, choices: list[tuple[str, Any]], empty: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", empty), *choices])


def _box(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=500)


class SlugField(forms.CharField):
    """The last part of an address."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and (len(text) > LONGEST_SLUG or not _is_slug(text)):
            raise ValidationError(
                f"{quoted(text)} can’t stand in an address. Write small letters, digits and"
                f" hyphens, at most {LONGEST_SLUG}."
            )
        return text


class NumberField(forms.CharField):
    """A number as people write it: 485, 1,200, 62.5. None where nothing is typed."""

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise ValidationError("Write digits alone, such as 485 or 62.5.")
        return float(text.replace(",", ""))


class FactsForm(RowForm):
    """All that an edition has once. A briefing has no author and no report."""

    title = _line("Title", "title")
    slug = SlugField(
        label="Address",
        required=False,
        help_text="The last part of its address. It can be changed until it is first published.",
    )
    standfirst = _area(
        "Standfirst", "standfirst", 3, "What it says, in one or two sentences below the title."
    )
    published = _date("Published", "The date that readers see, such as May 2026.")
    body = _area("Text", "body", 16, MARKDOWN)
    basis = _area(
        "How the reviews were chosen and read",
        "basis",
        3,
        "How many there are, of which years and which selection is counted by itself.",
    )
    concerns = _area("What to do if you have concerns", "concerns", 5, MARKDOWN)
    author_name = _line("Name", "author_name")
    author_role = _line("Role", "author_role", "Their post and organisation.")
    author_biography = _area("Short biography", "author_biography", 3)
    report_title = _line("Title of the report", "report_title")
    report_publisher = _line("Publisher", "report_publisher")
    report_published = _date("Date of the report")
    report_url = _line("Link", "report_url")
    themes_typed = _box("Add a theme")
    agencies_typed = _box("Add an agency")


class SectionForm(RowForm):
    heading = _line("Heading", "sections-heading")
    kind = _choice("What it is about", SectionKind.choices, "Something else")
    text = _area("Text before the statements", "sections-text", 3)
    agencies_typed = _box("Add an agency")


class QuestionForm(RowForm):
    audience = _choice("For", Audience.choices, "Not chosen yet")
    text = _area("Question", "questions-text", 2)

    def clean_audience(self) -> str:
        audience: str = self.cleaned_data["audience"]
        if not audience:
            raise ValidationError("Choose who the question is for.")
        return audience


class ResourceForm(RowForm):
    kind = _choice("Kind", ResourceKind.choices, "Not chosen yet")
    title = _line("Title", "resources-title")
    publisher = _line("Publisher", "resources-publisher")
    url = _line("Link", "resources-url")

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if not kind:
            raise ValidationError("Choose what kind of resource it is.")
        return kind


class ContactForm(RowForm):
    name = _line("Name", "contacts-name")
    text = _area("About them", "contacts-text", 2)
    url = _line("Link or telephone number", "contacts-url", "https://…, mailto:… or tel:…")


class FigureForm(RowForm):
    value = _line("Value", "figures-value", "As written: over half.")
    number = NumberField(
        label="Number",
        required=False,
        max_length=40,
        help_text="What a chart draws: 485.",
    )
    unit = _line("Unit", "figures-unit", "% for per cent.")
    counts = _line("What it counts", "figures-counts", "Such as: children affected.")
    of = _line("Of which whole", "figures-of", "Such as: of 330 rapid reviews.")
    period = _date("Period", "Such as April 2023 to March 2024.")
    source = _line("Source", "figures-source")
    source_published = _date("Date of the source")
    source_url = _line("Link to the source", "figures-source_url")


ROW_FORMS: dict[str, type[RowForm]] = {
    "sections": SectionForm,
    "questions": QuestionForm,
    "resources": ResourceForm,
    "contacts": ContactForm,
    "figures": FigureForm,
}
