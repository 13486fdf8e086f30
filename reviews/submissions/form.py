"""The form with which a partnership proposes its own review."""

import unicodedata
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from reviews import limits, written_dates
from reviews.choices import Nation
from reviews.models import ReviewType, SubmittedFile
from reviews.submissions import consent
from reviews.submissions.items import items

GIVEN = (
    *("title", "type", "published", "ages", "summary", "learning", "recommendations"),
    *("link", "nation"),
)
ROWS = 6  # of a long text, before it is written


def _text(label: str, most: int, hint: str = "", *, required: bool = True, **attrs: Any) -> Any:
    widget = forms.Textarea(attrs=attrs) if "rows" in attrs else forms.TextInput(attrs=attrs)
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=hint, widget=widget
    )


class SubmissionForm(forms.Form):
    """What is asked. `held` is the file that has come with it, now or earlier."""

    partnership = _text(
        "Your partnership or board",
        limits.PARTNERSHIP,
        "The full name that it uses. We need it even if the entry is not to name you.",
        autocomplete="organization",
    )
    nation = forms.ChoiceField(
        label="Where it works",
        choices=[("", "Choose one"), *((value, text) for value, text in Nation.choices[:-1])],
    )
    anonymous = forms.BooleanField(
        label="Publish without naming us",
        required=False,
        help_text=(
            "The entry then names no partnership and no area, and can’t be found by one. Choose "
            "this where naming you could lead to a child, a brother or a sister."
        ),
    )
    title = _text(
        "What the review calls the child or children",
        limits.TITLE,
        "As on its title page: “Child B”, “Children P and Q”. Not a real name.",
    )
    type = forms.ModelChoiceField(
        ReviewType.objects.none(),
        label="Kind of review",
        to_field_name="slug",
        required=False,
        empty_label="Not sure, or another kind",
    )
    published = _text(
        "When it was published",
        100,
        "As exactly as you can: “March 2026”, “12 March 2026”, “2026”.",
        required=False,
    )
    ages = _text(
        "Age of the child or children",
        300,
        "At the time, as the review puts it: “4 years”, “11 months and 3 years”. No date of birth.",
        required=False,
    )
    summary = _text("What happened", 10_000, "A few sentences are enough.", rows=ROWS)
    learning = _text(
        "Learning points", 100_000, "One on each line, or with semicolons between.", rows=ROWS
    )
    recommendations = _text(
        "Recommendations",
        100_000,
        "The same way, if the review makes any.",
        required=False,
        rows=ROWS,
    )
    link = forms.URLField(
        label="Link to the report",
        max_length=limits.URL,
        required=False,
        assume_scheme="https",
        help_text="The page or the PDF on your own website, if it is there.",
        widget=forms.URLInput(attrs={"inputmode": "url"}),
    )
    file = forms.FileField(
        label="The report as a PDF",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )
    drop = forms.BooleanField(label="Leave this file out", required=False)
    may_host = forms.ChoiceField(
        label="A copy of the report, for people to read here",
        choices=[("yes", "Yes, we permit that"), ("no", "No, give only the link, if there is one")],
        widget=forms.RadioSelect,
        help_text=(
            "Reports often go from websites after a year. The copyright stays with you, and you "
            "can take the permission back at any time."
        ),
    )
    permitted_by = _text(
        "Who gives this permission",
        160,
        "If you said yes: the office rather than a name, such as “Independent scrutineer”.",
        required=False,
    )
    contact_name = _text("Your name", 120, autocomplete="name")
    contact_role = _text(
        "Your role", 120, "Such as “business manager”.", autocomplete="organization-title"
    )
    email = forms.EmailField(
        label="Your email address at work",
        max_length=254,
        help_text="We send a link to it. Nothing reaches the editors before you have followed it.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = _text(
        "Telephone",
        40,
        "If you would rather be rung with questions.",
        required=False,
        autocomplete="tel",
        inputmode="tel",
    )
    agreed = forms.BooleanField(
        label="I agree to this", error_messages={"required": "Tick this if you agree to it."}
    )
    homepage = _text("Leave this empty", 1000, required=False, autocomplete="off", tabindex="-1")
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, report: SubmittedFile | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report = report
        self.consent = consent.WORDS
        self.fields["file"].help_text = (
            f"At most {settings.DOCUMENT_MEGABYTES} MB. The editors read it; people see it only "
            "if you permit that below."
        )
        types = self.fields["type"]
        types.queryset = ReviewType.objects.filter(merged_into=None)  # type: ignore[attr-defined]
        for name, message in MISSING.items():
            self.fields[name].error_messages["required"] = message

    def clean(self) -> None:
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = _plain(value)
        self._need_who_permits()

    def clean_published(self) -> str:
        text = self.cleaned_data["published"]
        try:
            date = written_dates.read_or_none(text) if text else None
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from problem
        if date and date.earliest > timezone.localdate():
            raise forms.ValidationError("This is yet to come.")
        return text

    def clean_learning(self) -> str:
        text = _listed(self.cleaned_data["learning"])
        if not items(text):
            raise forms.ValidationError(MISSING["learning"])
        return text

    def clean_recommendations(self) -> str:
        return _listed(self.cleaned_data["recommendations"])

    def clean_link(self) -> str:
        link = self.cleaned_data["link"]
        if link and not link.startswith(("http://", "https://")):
            raise forms.ValidationError("Write an address that begins with https:// or http://.")
        return link

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def _need_who_permits(self) -> None:
        may_host, by = self.cleaned_data.get("may_host"), self.cleaned_data.get("permitted_by")
        if may_host == "yes" and not by and "permitted_by" not in self.errors:
            self.add_error("permitted_by", "Say who gives the permission, or choose “No”.")

    @property
    def given(self) -> dict[str, str]:
        """What the form says of the review, as it was typed."""
        kind = self.cleaned_data["type"]
        return {name: self.cleaned_data[name] for name in GIVEN if name != "type"} | {
            "type": kind.slug if kind else ""
        }


MISSING = {
    "partnership": "Write the name of your partnership.",
    "nation": "Choose where it works.",
    "title": "Write what the review calls the child, such as Child B.",
    "summary": "Write in a few sentences what happened.",
    "learning": "Write at least one learning point.",
    "may_host": "Choose yes or no.",
    "contact_name": "Write your name.",
    "contact_role": "Write your role.",
    "email": "Write your email address.",
}


def _plain(text: str) -> str:
    """Composed letters, one kind of line end, and no signs that can't be seen."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in unicodedata.normalize("NFC", lines) if c == "\n" or c.isprintable())
    return "".join(kept).strip()


def _listed(text: str) -> str:
    """A list that a record can hold."""
    found = items(text)
    if len(found) > limits.MOST_POINTS:
        raise forms.ValidationError(f"There are {len(found)}; at most {limits.MOST_POINTS} fit.")
    if any(len(item) > limits.POINT for item in found):
        raise forms.ValidationError(f"One of them has more than {limits.POINT:,} characters.")
    return text
