"""The page that says of each chosen review what would happen to it, and the form that goes on."""

import re
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from reviews import permissions
from reviews.codes import Facet
from reviews.editing import bulk, found_records
from reviews.editing.bulk import MOST, Step
from reviews.editing.bulk_actions import Action, AddTheme, Offer, Publish, SetMonth
from reviews.editing.fields import MonthField
from reviews.editing.review_list import SELECTION, ReviewList
from reviews.editing.vocabulary import vocabulary
from reviews.models import Review

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PUBLISH, OFFER, THEME, MONTH = Publish.name, Offer.name, AddTheme.name, SetMonth.name
ACTIONS = (PUBLISH, OFFER, THEME, MONTH)
_KEY = re.compile(r"[0-9]{1,18}")
_STEP = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")


class ValueForm(forms.Form):
    """What an action needs to know: which theme, or which month."""

    use_required_attribute = False

    to_theme = forms.ChoiceField(
        label="Theme to add", error_messages={"required": "Choose a theme."}
    )
    to_month = MonthField(
        label="Month in which they are added",
        help_text="Such as May 2026.",
        max_length=60,
        error_messages={"required": "Write the month."},
    )

    def __init__(self, query: QueryDict, action: str, themes: list[tuple[str, str]]) -> None:
        name = f"to_{action}"
        super().__init__(query if name in query else None)
        self.fields["to_theme"].choices = [("", "Not chosen yet"), *themes]  # type: ignore[attr-defined]
        for other in set(self.fields) - {name}:
            del self.fields[other]


class SureForm(forms.Form):
    """What is said before it is done."""

    use_required_attribute = False

    note = forms.CharField(
        label="Note for other editors",
        help_text="Kept in the history of each.",
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    sure = forms.BooleanField(
        label="I have looked at what will happen to each",
        error_messages={"required": "Tick the box once you have looked."},
    )


class BulkPage:
    """Read from the list's form (GET), or from the confirmation's own (POST)."""

    most = MOST

    def __init__(self, query: QueryDict, user: "User", *, is_sent: bool = False) -> None:
        self.query = query
        self.user = user
        self.do = query.get("do", "")
        self.list = ReviewList(_selection(query), user)
        self.shown = [
            (int(m[1]), int(m[2])) for m in map(_STEP.fullmatch, _all(query, "step")) if m
        ]
        values = self.list.terms.values.get(Facet.THEME, ())
        themes = sorted(
            ((v.slug, v.label) for v in values), key=lambda choice: choice[1].casefold()
        )
        self.value_form = ValueForm(query, self.do, themes)
        self.sure = SureForm(query if is_sent else None)

    @property
    def may(self) -> bool:
        """Whether somebody with these rights can do it to any review at all."""
        rights = (permissions.PUBLISH, permissions.CORRECT)
        return self.do != PUBLISH or any(self.user.has_perm(right) for right in rights)

    @cached_property
    def problem(self) -> str:
        """Why there is nothing to ask; "" where there is."""
        if not self.list.is_valid:
            return "selection"
        if self.do not in ACTIONS:
            return "action"
        if not self.count:
            return "nothing"
        return "many" if self.count > MOST else ""

    @property
    def is_asking(self) -> bool:
        """Whether it is still to be said which theme or month."""
        return bool(self.value_form.fields) and not self.value_form.is_valid()

    @cached_property
    def count(self) -> int:
        """How many reviews were chosen."""
        if self.shown:
            return len(self.shown)
        return self.list.listed if self.is_whole else len(self._keys)

    @property
    def is_whole(self) -> bool:
        """Whether everything in the selection was chosen, and not single reviews of it."""
        return "all" in self.query

    @cached_property
    def action(self) -> Action:
        return self._action()

    @cached_property
    def steps(self) -> list[Step]:
        """What would happen to each."""
        return bulk.plan(self.action, self._reviews(), self.user, vocabulary())

    @property
    def ready(self) -> list[Step]:
        return [step for step in self.steps if step.is_ready]

    @property
    def refused(self) -> list[Step]:
        return [step for step in self.steps if not step.is_ready and not step.is_done]

    @property
    def done(self) -> list[Step]:
        return [step for step in self.steps if step.is_done]

    @property
    def said(self) -> dict[str, str]:
        """Which theme or month it is."""
        return {
            "theme": getattr(getattr(self.action, "theme", None), "label", ""),
            "month": getattr(getattr(self.action, "month", None), "label", ""),
        }

    @property
    def asked(self) -> list[tuple[str, str]]:
        """All that was chosen, for the form that asks for a value."""
        names = ("do", "review", "all")
        return [*self.list.carried, *((n, v) for n in names for v in self.query.getlist(n))]

    @property
    def sent(self) -> list[tuple[str, str]]:
        """What the confirmation sends: the action, its value, each review as it was shown."""
        values = [(name, self.query.get(name, "")) for name in self.value_form.fields]
        steps = [("step", step.key) for step in self.ready]
        return [*self.list.carried, ("do", self.do), *values, *steps]

    def carry_out(self) -> dict[str, Any]:
        """Do it, review by review; what became of each, as the session keeps it."""
        self.action.note = self.sure.cleaned_data["note"]
        results = bulk.carry_out(self.action, self.shown, self.user, vocabulary())
        rows = [asdict(result) for result in results]
        return {"do": self.do, "back": self.list.url, "results": rows, **self.said}

    @property
    def _keys(self) -> list[int]:
        if self.shown:
            return [pk for pk, _ in self.shown]
        found = (int(key) for key in _all(self.query, "review") if _KEY.fullmatch(key))
        return list(dict.fromkeys(found))

    def _reviews(self) -> list[Review]:
        whole = self.is_whole and not self.shown
        rows = self.list.selected if whole else Review.objects.filter(pk__in=self._keys)
        return list(found_records.ordered(rows, self.list.sort).select_related("created_by"))

    def _action(self) -> Action:
        cleaned = self.value_form.cleaned_data if self.value_form.fields else {}
        if self.do == THEME:
            theme = self.list.terms.find(Facet.THEME, cleaned["to_theme"])
            assert theme is not None  # it was chosen from the list
            return AddTheme(theme)
        if self.do == MONTH:
            return SetMonth(cleaned["to_month"])
        return Publish() if self.do == PUBLISH else Offer()


def _all(query: QueryDict, name: str) -> list[str]:
    return list(query.getlist(name))


def _selection(query: QueryDict) -> QueryDict:
    """The part of the form that the list reads."""
    kept = QueryDict(mutable=True)
    for name in (*SELECTION, "sort"):
        if values := query.getlist(name):
            kept.setlist(name, values)
    return kept
