"""Fields of an edit page as flat values: how each is understood, and what the checks say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import BoundField

from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.editing.checks import Finding
from reviews.editing.form_texts import FormTexts
from reviews.editing.forms import RowForm

_DATES = ("published", "incident", "added", "permitted_on", "expires_on")
_READS = {  # what may be typed as people write it, for the script that shows how it is understood
    **dict.fromkeys((*_DATES, "report_published", "source_published", "period"), "date"),
    "age": "age",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A finding of the checks beside its field. `reason` is why it may stand, if that was said."""

    finding: Finding
    label: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, how its text is understood, and what the checks say of it."""

    bound: BoundField
    said: str
    notes: Sequence[Note]
    is_read: bool  # as a date or an age

    @property
    def notes_id(self) -> str:
        return f"{self.bound.auto_id}_notes"


def fields_of(
    form: RowForm, typed: FormTexts, notes: Mapping[str, Sequence[Note]]
) -> Mapping[str, Field]:
    """All of a form's, by name; `notes` are by the fields' ids on the page."""
    return {name: _field(form, name, typed, notes) for name in form.fields}


def _field(
    form: RowForm, name: str, typed: FormTexts, notes: Mapping[str, Sequence[Note]]
) -> Field:
    bound = form[name]
    attributes = bound.field.widget.attrs
    own = notes.get(bound.auto_id, [])
    said = _said(form, name, typed.get(form.add_prefix(name)))
    if name in _READS:
        attributes["data-understood"] = _READS[name]
    if own or said or name in _READS:
        ids = filter(None, (bound.aria_describedby, f"{bound.auto_id}_notes"))
        attributes["aria-describedby"] = " ".join(ids)
    return Field(bound, said, own, name in _READS)


def _said(form: RowForm, name: str, text: str) -> str:
    """How a date or an age was understood, where that is not just what was typed."""
    value = form.cleaned_data.get(name) if form.is_valid() or form.cleaned_data else None
    label = value.label if isinstance(value, PartialDate | Age) else ""
    return label if label.casefold() != text.strip().casefold() else ""
