"""What may be asked of the desk's list of briefings and articles. As of the list of reviews: an
unknown value is an error that the page shows; it is never ignored and never widens the list.
"""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, TextChoices
from django.http import QueryDict

from briefings.choices import Kind, State
from reviews.editing.list_form import LONGEST_TEXT, MOST_WORDS, without_empty
from reviews.filters import PageField

ONCE = ("q", "page")


class Stand(TextChoices):
    """What the list can be narrowed to. A draft that is offered is a draft too."""

    DRAFT = "draft", "Draft"
    OFFERED = "offered", "Offered for publication"
    SCHEDULED = "scheduled", "Scheduled"
    CORRECTION = "correction", "Correction under way"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


PUBLIC = (State.PUBLISHED, State.SUPERSEDED)
WITH_STAND = {
    Stand.DRAFT: Q(state=State.DRAFT),
    Stand.OFFERED: Q(working_copy__offered_at__isnull=False),
    Stand.SCHEDULED: Q(working_copy__publish_at__isnull=False),
    Stand.CORRECTION: Q(state__in=PUBLIC, working_copy__isnull=False),
    Stand.PUBLISHED: Q(state=State.PUBLISHED),
    Stand.SUPERSEDED: Q(state=State.SUPERSEDED),
    Stand.WITHDRAWN: Q(state=State.WITHDRAWN),
}


def _choices(label: str, choices: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    messages = {"invalid_choice": "“%(value)s” is not in the list. Choose from the list."}
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, error_messages=messages
    )


class PieceListForm(forms.Form):
    """Reads the address of the list. Values of one filter are alternatives."""

    q = forms.CharField(label="Words", max_length=LONGEST_TEXT, required=False)
    kind = _choices("Kind", Kind.choices)
    state = _choices("State", Stand.choices)
    page = PageField(label="Page", required=False)

    def __init__(self, query: QueryDict) -> None:
        super().__init__(without_empty(query))

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
        for name in ONCE:
            if len(set(data.getlist(name))) > 1:
                self.add_error(name, "Given more than once. Keep one.")
        return self.cleaned_data
