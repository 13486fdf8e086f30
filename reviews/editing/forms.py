"""The forms of the edit page: one for the facts, one for each row. Nothing in them is required:
what is missing for publication is for the checks to say, and a draft may be saved without it.
"""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from reviews import limits
from reviews.choices import Nation, Sex
from reviews.codes import Facet
from reviews.dates import quoted
from reviews.editing.fields import DayField, MonthField, WrittenAgeField, WrittenDateField
from reviews.editing.vocabulary import FACET_OF, Vocabulary


class LineField(forms.CharField):
    """Text on one line: spaces and line ends that came along with a paste are one space each."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


def _text(label: str, longest: int, help_text: str = "", rows: int = 0) -> forms.CharField:
    """Text of several lines where `rows` says how many are shown, else of one."""
    if rows:
        area = forms.Textarea({"rows": rows})
        return forms.CharField(
            label=label, required=False, max_length=longest, help_text=help_text, widget=area
        )
    return LineField(label=label, required=False, max_length=longest, help_text=help_text)


class RowForm(forms.Form):
    """A form over what is typed. `prefix` is the list's name and the row's key."""

    use_required_attribute = False
    hide_optional = True

    def __init__(self, typed: MultiValueDict, vocabulary: Vocabulary, prefix: str = "") -> None:
        self.vocabulary = vocabulary
        super().__init__(typed, prefix=prefix or None)
        for field in self.fields.values():
            # A browser would cut off what is pasted, without a word. Here it is kept, and said.
            if limit := field.widget.attrs.pop("maxlength", None):
                field.widget.attrs["data-limit"] = limit

    def chosen(self, name: str) -> list[str]:
        """The slugs of a list of terms that are known, each once."""
        facet = FACET_OF[name]
        values = (self.vocabulary.terms.find(facet, slug) for slug in self._slugs(name))
        return list(dict.fromkeys(value.slug for value in values if value))

    def _slugs(self, name: str) -> list[str]:
        return cast(MultiValueDict, self.data).getlist(self.add_prefix(name))

    def _clean_terms_typed(self, name: str) -> str:
        """What is left in the box of a list of terms named none: say what is like it."""
        text = self.cleaned_data[f"{name}_typed"]
        if not text:
            return ""
        close = self.vocabulary.close_to(FACET_OF[name], text)
        listed = " or ".join(quoted(label) for label in close)
        hint = f"Did you mean {listed}?" if close else "Choose one from the list."
        raise ValidationError(f"{quoted(text)} is not one of the {name}. {hint}")

    def clean_harms_typed(self) -> str:
        return self._clean_terms_typed("harms")

    def clean_themes_typed(self) -> str:
        return self._clean_terms_typed("themes")

    def clean_agencies_typed(self) -> str:
        return self._clean_terms_typed("agencies")


def _box(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=500)


class FactsForm(RowForm):
    """All that a review has once."""

    title = _text("Title", limits.TITLE, "The name the review uses, such as Child A.")
    headline = _text(
        "Headline", limits.HEADLINE, "One line: who, and what happened. Empty: made from the facts."
    )
    type = forms.ChoiceField(label="Type of review", required=False)
    nation = forms.ChoiceField(label="Nation", required=False)
    partnership = _text("Partnership", limits.PARTNERSHIP, "Who published the review.")
    anonymous = forms.BooleanField(label="Published anonymously", required=False)
    published = WrittenDateField(label="Published by them", required=False, max_length=60)
    added = MonthField(label="Added here", required=False, max_length=60)
    incident = WrittenDateField(label="When it happened", required=False, max_length=60)
    incident_note = _text("What happened, in a few words", limits.INCIDENT_NOTE)
    content_note = _text("Content note", limits.CONTENT_NOTE, "One sentence before the account.")
    summary = _text("Account", limits.SUMMARY, "In our own words.", rows=12)
    outcome = forms.ChoiceField(label="Outcome", required=False)
    keywords = _text("Keywords", 12_000, "Words of the source, divided by semicolons.", rows=2)
    harms_typed = _box("Add a kind of harm")
    themes_typed = _box("Add a theme")
    agencies_typed = _box("Add an agency")

    def __init__(self, typed: MultiValueDict, vocabulary: Vocabulary) -> None:
        super().__init__(typed, vocabulary)
        self._offer("type", vocabulary.choices(Facet.TYPE), "Not chosen yet")
        self._offer("outcome", vocabulary.choices(Facet.OUTCOME), "Not chosen yet")
        nations = [choice for choice in Nation.choices if choice[0] != Nation.NOT_RECORDED]
        self._offer("nation", nations, Nation.NOT_RECORDED.label)

    def _offer(self, name: str, choices: list[tuple[str, str]], empty: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", empty), *choices]

    def clean_partnership(self) -> str:
        """The slug of the partnership that is named."""
        text = self.cleaned_data["partnership"]
        if not text:
            return ""
        value = self.vocabulary.partnership(text)
        if value is None:
            close = self.vocabulary.close_to(Facet.PARTNERSHIP, text)
            listed = " or ".join(quoted(label, 80) for label in close)
            hint = f"Did you mean {listed}?" if close else "Add it under Partnerships first."
            raise ValidationError(f"{quoted(text, 80)} is not known, or means several. {hint}")
        return value.slug

    def clean_keywords(self) -> tuple[str, ...]:
        parts = self.cleaned_data["keywords"].replace("\n", ";").split(";")
        keywords = list(dict.fromkeys(text for part in parts if (text := " ".join(part.split()))))
        if len(keywords) > limits.MOST_KEYWORDS:
            raise ValidationError(f"Write at most {limits.MOST_KEYWORDS} keywords.")
        for keyword in keywords:
            if len(keyword) > limits.KEYWORD:
                raise ValidationError(f"{quoted(keyword)} is too long. Put semicolons between.")
        return tuple(keywords)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("anonymous") and self.data.get("partnership"):
            self.add_error(
                "partnership",
                "An anonymous review is never joined to a partnership. Remove one of the two.",
            )
        return cleaned


class ChildForm(RowForm):
    age = WrittenAgeField(label="Age", required=False, max_length=80)
    age_text = _text("Age in the review’s words", limits.AGE_TEXT)
    sex = forms.ChoiceField(
        label="Sex",
        required=False,
        choices=[("", Sex.NOT_STATED.label)]
        + [choice for choice in Sex.choices if choice[0] != Sex.NOT_STATED],
    )


class PointForm(RowForm):
    """A learning point or a recommendation."""

    text = _text("Text", limits.POINT, rows=3)
    themes_typed = _box("Add a theme")
    agencies_typed = _box("Add an agency")

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if not text:
            raise ValidationError("It has no text. Write it, or remove it.")
        return text


class DocumentForm(RowForm):
    label = _text("Name", limits.LABEL)
    kind = forms.ChoiceField(label="Kind", required=False)
    url = forms.URLField(label="Link", required=False, max_length=limits.URL, assume_scheme="https")
    upload = forms.IntegerField(required=False, widget=forms.HiddenInput)
    permission = _text(
        "Who permits that a copy is held here",
        limits.PERMISSION,
        "Without a permission only the link is shown.",
    )
    permitted_on = DayField(label="Permitted on", required=False, max_length=60)
    licence = _text("Licence", limits.LICENCE)
    expires_on = DayField(label="Offered until", required=False, max_length=60)

    def __init__(self, typed: MultiValueDict, vocabulary: Vocabulary, prefix: str) -> None:
        super().__init__(typed, vocabulary, prefix)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", "Not chosen yet"), *vocabulary.document_kinds]

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if url and not url.startswith(("http://", "https://")):
            raise ValidationError("Write a web address that begins with https:// or http://.")
        return url

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("label") and "label" not in self.errors:
            self.add_error("label", "It has no name. Write one, such as Practice review.")
        if not cleaned.get("kind") and "kind" not in self.errors:
            self.add_error("kind", "Choose what kind of document it is.")
        if bool(cleaned.get("permission")) != bool(self.data.get(self.add_prefix("permitted_on"))):
            empty = "permitted_on" if cleaned.get("permission") else "permission"
            self.add_error(empty, "Give both: who permitted it, and on which day.")
        if cleaned.get("upload") and not cleaned.get("permission"):
            self.add_error("permission", "Write who permits that this file is offered here.")
        return cleaned


ROW_FORMS: dict[str, type[RowForm]] = {
    "children": ChildForm,
    "learning": PointForm,
    "recommendations": PointForm,
    "documents": DocumentForm,
}
