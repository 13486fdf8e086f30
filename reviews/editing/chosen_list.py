"""A list of the desk whose address is the selection: its form, pages, boxes and chips."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from reviews.browsing import Problem
from reviews.facets import Chip, address
from reviews.paging import Paged


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick."""

    name: str
    value: str
    label: str
    is_chosen: bool


class ChosenList(Paged):
    """A page of a list. Who derives says what is found, and which filters are boxes to tick."""

    page_size: ClassVar[int] = 50
    ticked: ClassVar[tuple[str, ...]]

    def __init__(self, form: forms.Form) -> None:
        self.form = form
        self.query: QueryDict = form.data  # type: ignore[assignment]
        self.is_valid = form.is_valid()

    @property
    @abstractmethod
    def selected(self) -> QuerySet:
        """All records of the selection; none while something in it is wrong."""

    @abstractmethod
    def _chips(self) -> Iterator[Chip]:
        """What is chosen, each with the address without it."""

    @cached_property
    def listed(self) -> int:
        return self.selected.count() if self.is_valid else 0

    @property
    def number(self) -> int:
        return self.form.cleaned_data.get("page") or 1

    @cached_property
    def status(self) -> int:
        """200; 400 for a query that can’t be read; 404 for a page that is not there."""
        if not self.is_valid:
            return 400
        return 200 if self.number <= self.pages else 404

    @property
    def problems(self) -> list[Problem]:
        return [
            Problem(self._label(name), str(text), f"facet-{name}" if name in self.ticked else name)
            for name, errors in self.form.errors.items()
            for text in errors
        ]

    @property
    def states(self) -> list[Choice]:
        return list(self._boxes("state"))

    @cached_property
    def chips(self) -> list[Chip]:
        return list(self._chips())

    def _label(self, name: str) -> str:
        return str(self.form[name].label) if name in self.form.fields else ""

    def _boxes(self, name: str) -> Iterator[Choice]:
        chosen = self.query.getlist(name)
        for value, label in self.form.fields[name].choices:  # type: ignore[attr-defined]
            yield Choice(name, value, label, value in chosen)

    def _chips_of(self, boxes: Iterable[str]) -> Iterator[Chip]:
        """The words searched for, and the boxes that are ticked."""
        cleaned = self.form.cleaned_data
        if text := cleaned.get("q"):
            yield Chip("Words", f"“{text}”", address(self.query, q=None))
        for name in boxes:
            labels = dict(self.form.fields[name].choices)  # type: ignore[attr-defined]
            for value in dict.fromkeys(cleaned.get(name) or ()):
                yield Chip(self._label(name), labels[value], self._without(name, {value}))

    def _without(self, name: str, values: set[str]) -> str:
        kept = {other: list(given) for other, given in self.query.lists() if other != "page"}
        kept[name] = [value for value in kept[name] if value not in values]
        return "?" + urlencode(kept, doseq=True)
