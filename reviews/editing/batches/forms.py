"""What is read in: a text, or a file, and the month it is for."""

from typing import Any

from django import forms

from reviews.editing.fields import MonthField
from reviews.intake import files


class ReadForm(forms.Form):
    hide_optional = True
    use_required_attribute = False

    text = forms.CharField(
        label="Paste the text",
        required=False,
        strip=False,
        help_text="The whole of it, with its headings and its links.",
        widget=forms.Textarea({"rows": 10}),
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        allow_empty_file=True,
        help_text=f"A text, a web page, a Word file, a PDF or a table; at most"
        f" {files.MOST_MEGABYTES} MB.",
        widget=forms.FileInput({"accept": files.ACCEPT}),
    )
    month = MonthField(
        label="For the month",
        required=False,
        max_length=60,
        help_text="Empty: the month that the text names, or else this month.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = (cleaned.get("text") or "").strip(), cleaned.get("file")
        if text and file:
            self.add_error("file", "Paste a text or choose a file, not both.")
        elif not text and not file:
            self.add_error("text", "Paste a text here, or choose a file below.")
        return cleaned
