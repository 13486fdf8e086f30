"""The forms of the desk's confirmation pages: what an editor says of a step."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews.choices import Reason
from reviews.dates import quoted
from reviews.editing.checks import Finding
from reviews.editing.fields import DayField

LONGEST_NOTE = 2000
LONGEST_PUBLIC = 300  # AuditEntry.public_note, Review.withdrawn_wording
PUBLISH, SCHEDULE, OFFER = "publish", "schedule", "offer"
TAKE_BACK, UNSCHEDULE = "take-back", "unschedule"
REASON = "reason-"  # and the key of a finding
WORDING = "The editors decided that it should no longer be public."


class LinesField(forms.CharField):
    """Sentences for people. Line ends that a browser sends count as one character."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows}), required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


def _note(help_text: str = "") -> LinesField:
    said = help_text or "Stands in the history, which editors can read and nobody can change."
    return LinesField(label="Note for editors", max_length=LONGEST_NOTE, help_text=said)


class NoteForm(forms.Form):
    """A step that needs no more than a confirmation and, if one likes, a note."""

    note = _note()


class NumberedForm(NoteForm):
    """A step that is about the working copy that was looked at."""

    number = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(NoteForm):
    """Taking one document away: why, for editors alone."""

    reason = forms.ChoiceField(label="Why", choices=[("", "Choose a reason"), *Reason.choices])

    field_order: tuple[str, ...] = ("reason", "note")


class WithdrawForm(ReasonForm):
    """Taking a review away: why, for editors; and what the public reads in its place."""

    wording = LinesField(
        label="What the public reads in its place",
        max_length=LONGEST_PUBLIC,
        help_text="Say nothing of the child, the family or the reason that others could use.",
    )

    field_order = ("reason", "wording", "note")


def _asks(finding: Finding) -> str:
    """What a reason is asked for, so that no two fields of the page have the same name."""
    if finding.code == "duplicate":
        return f"Why this is another review than {finding.text}"
    words = quoted(finding.text, 60) if finding.text else finding.code.replace("-", " ")
    return f"Why it may stand: {words}"


class ReleaseForm(forms.Form):
    """What is asked for before publication: a reason for each finding that does not stop it."""

    hide_optional = True  # reasons are asked for, but not by everything that this form does
    later = "Publish on that day"  # the button beside the day

    number = forms.IntegerField(widget=forms.HiddenInput)
    public_note = LinesField(
        rows=2,
        label="What was corrected, for the public",
        max_length=LONGEST_PUBLIC,
        help_text="Stands on the review’s page with today’s date. Empty: nothing is said there.",
    )
    note = _note()
    publish_on = DayField(label="Or publish it on a day", required=False, max_length=60)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        findings: Sequence[Finding],
        acknowledged: Mapping[str, str],
        is_correction: bool,
    ) -> None:
        super().__init__(data)
        self.do = data.get("do", "") if data else ""
        for finding in findings:
            self.fields[f"{REASON}{finding.key}"] = LinesField(
                rows=2,
                label=_asks(finding),
                max_length=LONGEST_PUBLIC,
                initial=acknowledged.get(finding.key, ""),
            )
        if not is_correction:
            del self.fields["public_note"]

    @property
    def reasons(self) -> dict[str, str]:
        """By the keys of findings: the reasons that were given, as far as they can be kept."""
        self.is_valid()
        return {
            name.removeprefix(REASON): text
            for name, text in self.cleaned_data.items()
            if name.startswith(REASON)
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.do in {PUBLISH, SCHEDULE}:
            for name in [name for name in cleaned if name.startswith(REASON)]:
                if not cleaned[name]:
                    self._refuse(name, "Say why, or change the text.")
        if self.do == SCHEDULE and "publish_on" not in self.errors:
            self._check_day(cleaned.get("publish_on"))
        if self.do == PUBLISH and cleaned.get("publish_on"):  # Enter there is that button, too
            self._refuse("publish_on", f"Choose “{self.later}”, or take the day out.")
        return cleaned

    def _check_day(self, day: Any) -> None:
        if day is None:
            self._refuse("publish_on", "Write the day, such as 3 May 2027.")
        elif day.earliest <= timezone.localdate():
            self._refuse("publish_on", "Write a day after today, or publish it now.")

    def _refuse(self, name: str, text: str) -> None:
        """An error at a field whose text is kept all the same."""
        kept = self.cleaned_data.get(name)
        self.add_error(name, ValidationError(text))
        self.cleaned_data[name] = kept

    @property
    def day(self) -> date | None:
        day = self.cleaned_data.get("publish_on")
        return day.earliest if day else None
