"""What an editor says of a step in an edition's life: the desk's forms, with words of their own."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from reviews.editing import verb_forms
from reviews.editing.fields import DayField
from reviews.editing.verb_forms import LONGEST_PUBLIC, PUBLISH, LinesField

_TIMES = ("%H:%M", "%H.%M", "%I:%M %p", "%I.%M %p", "%I %p", "%I:%M%p", "%I.%M%p", "%I%p")
_HOW = "Write a time, such as 9:30 or 2.15 pm."


class WhenForm(forms.Form):
    """A day and a time of it; without a time, as the day begins."""

    publish_on = DayField(
        label="Or publish it on a day",
        required=False,
        max_length=60,
        help_text="Such as 3 May 2027.",
    )
    publish_time = forms.TimeField(
        label="At what time",
        required=False,
        input_formats=_TIMES,
        widget=forms.TextInput({"maxlength": 20}),
        help_text="Such as 9:30. Empty: as the day begins.",
        error_messages={"invalid": _HOW},
    )

    @property
    def moment(self) -> datetime | None:
        """None where no day, or something that can't be read, is typed."""
        day = self.cleaned_data.get("publish_on")
        if day is None or "publish_time" in self.errors:
            return None
        at = self.cleaned_data.get("publish_time") or time.min
        return datetime.combine(day.earliest, at, timezone.get_current_timezone())


class ReleaseForm(WhenForm, verb_forms.ReleaseForm):
    """What is asked for before publication, at once or at a time."""

    later = "Publish then"
    public_note = LinesField(
        rows=2,
        label="What was corrected, for the public",
        max_length=LONGEST_PUBLIC,
        help_text="Stands on its page with the date of publication. Empty: nothing is said there.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.do == PUBLISH and cleaned.get("publish_time") and not cleaned.get("publish_on"):
            self._refuse("publish_time", f"Choose “{self.later}”, with a day, or take this out.")
        return cleaned

    def _check_day(self, day: Any) -> None:
        """It is still to come: a time of today may be."""
        if day is None or day.earliest < timezone.localdate():
            super()._check_day(day)
        elif self.moment is not None and self.moment <= timezone.now():
            self._refuse("publish_on", "Write a day or a time still to come, or publish it now.")


class WithdrawForm(verb_forms.WithdrawForm):
    """Taking an edition away: why, for editors; and what the public reads in its place."""

    field_order = ("reason", "wording", "note")
