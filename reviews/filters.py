"""The URL grammar: which parameters there are, and what a value may be.

Parameter names are public API (docs/url-grammar.md). An unknown value is an error that the page
shows; it is never ignored and never widens the list. What a selection means is in catalogue.py.
"""

from collections.abc import Hashable, Iterable
from copy import copy
from functools import cache
from typing import Any, Self, cast

import django_filters
from django import forms
from django.http import QueryDict

from reviews import moments
from reviews.catalogue import catalogue
from reviews.codes import Facet
from reviews.dates import PartialDate
from reviews.models import Review
from reviews.moments import Moment
from reviews.results import Selected
from reviews.selection import FACETS, POINT_FACETS, Selection
from reviews.snapshot import Snapshot
from reviews.terms import Terms, Value
from reviews.written_dates import read_end

type FormClass = type[forms.Form]

LONGEST_TEXT = 500
# Words to narrow a long facet with.
FINDERS = frozenset(f"{facet.parameter}_find" for facet in (*FACETS, *POINT_FACETS))
IGNORED = ("utm_", "fbclid", "gclid", "msclkid", "mc_")  # added by others to links they follow
MOST_VALUES = 50
SORTS = {
    "newest": "Newest",
    "oldest": "Oldest",
    "relevance": "Best match",
    "title": "Title",
}
POINT_SORTS = {**SORTS, "title": "Review’s title", "theme": "By theme"}


class TermsField(forms.Field):
    """Slugs of one facet, each of which must be a value of it."""

    widget = forms.MultipleHiddenInput
    terms: Terms  # set by the form, of the snapshot that the page is made from

    def __init__(self, *, facet: Facet, **kwargs: Any) -> None:
        self.facet = facet
        super().__init__(**kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A form needs a field of its own for the terms alone."""
        return copy(self)

    def clean(self, value: list[str] | None) -> tuple[Value, ...]:
        slugs = dict.fromkeys(slug for slug in value or () if slug)
        if len(slugs) > MOST_VALUES:
            raise forms.ValidationError(f"Choose at most {MOST_VALUES} values.")
        found = {slug: self.terms.find(self.facet, slug) for slug in slugs}
        unknown = [slug for slug, value in found.items() if value is None]
        if unknown:
            raise forms.ValidationError(
                [f"“{slug[:80]}” is not in the list. Choose from the list." for slug in unknown[:5]]
            )
        return tuple({v.code: v for v in found.values() if v is not None}.values())


class Declared:
    """A filter that is only read: a query needs no deep copies, which cost most of reading it."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return copy(self)


class TextFilter(Declared, django_filters.CharFilter):
    pass


class ChoiceFilter(Declared, django_filters.ChoiceFilter):
    pass


class TermsFilter(Declared, django_filters.Filter):
    field_class = TermsField


class DateField(forms.CharField):
    """A year, a month or a day, in ISO form or as people write it. Of an interval, one end."""

    def __init__(self, *, end: bool, **kwargs: Any) -> None:
        self.end = end
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_end(text, last=self.end)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class MomentField(forms.CharField):
    """A date as `DateField` takes it, of which the end is meant; or a moment in UTC."""

    def to_python(self, value: Any) -> Moment | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        try:
            return moments.read(text)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class PageField(forms.Field):
    """A page number from 1."""

    def to_python(self, value: str | None) -> int:
        if not value:
            return 1
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value)):
            raise forms.ValidationError("A page is a whole number from 1, such as page=2.")
        return int(value)


class PageFilter(Declared, django_filters.Filter):
    field_class = PageField


class DateFilter(Declared, django_filters.Filter):
    field_class = DateField


class MomentFilter(Declared, django_filters.Filter):
    field_class = MomentField


class SelectionForm(forms.Form):
    """What can be wrong with a query beyond its single values."""

    given: list[str]  # the names of all parameters, empty ones too

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        data = cast(QueryDict, self.data)
        for name in self.given:
            if name not in self.fields and name not in FINDERS:
                self.add_error(None, f"“{name[:40]}” is not a filter of this page. Take it out.")
        for name, field in self.fields.items():
            if not isinstance(field, TermsField) and len(set(data.getlist(name))) > 1:
                self.add_error(name, "Given more than once. Keep one.")
        start, end = cleaned.get("incident_from"), cleaned.get("incident_to")
        if start and end and start.earliest > end.latest:
            self.add_error("incident_to", "The last date is before the first. Swap them.")
        return cleaned


def _facet_filter(facet: Facet, label: str) -> TermsFilter:
    return TermsFilter(facet=facet, label=label, required=False)


class ReviewFilterSet(django_filters.FilterSet):
    """Reads a selection from a query string, and narrows a queryset to it."""

    facets = FACETS

    q = TextFilter(label="Words", max_length=LONGEST_TEXT)
    theme = _facet_filter(Facet.THEME, "Theme")
    age = _facet_filter(Facet.AGE, "Child’s age")
    harm = _facet_filter(Facet.HARM, "Kind of harm")
    outcome = _facet_filter(Facet.OUTCOME, "Outcome")
    agency = _facet_filter(Facet.AGENCY, "Agency")
    type = _facet_filter(Facet.TYPE, "Kind of review")
    partnership = _facet_filter(Facet.PARTNERSHIP, "Partnership")
    nation = _facet_filter(Facet.NATION, "Nation")
    year = _facet_filter(Facet.YEAR, "Year added")
    sex = _facet_filter(Facet.SEX, "Child’s sex")
    report = _facet_filter(Facet.REPORT, "Report")
    illustrative = _facet_filter(Facet.ILLUSTRATIVE, "Real or illustrative")
    incident_from = DateFilter(label="Incident from", end=False)
    incident_to = DateFilter(label="Incident to", end=True)
    added_after = MomentFilter(label="Added after")

    class Meta:
        model = Review
        fields: list[str] = []
        form = SelectionForm

    def __init__(self, data: QueryDict, snapshot: Snapshot, queryset: Any = None) -> None:
        super().__init__(_once(data), queryset)
        self.snapshot = snapshot
        self.form.given = [name for name in data if not name.startswith(IGNORED)]
        for field in self.form.fields.values():
            if isinstance(field, TermsField):
                field.terms = snapshot.terms

    def get_form_class(self) -> FormClass:
        """Made once: building it is half the cost of reading a query."""
        return _form_class(cast(Hashable, type(self)))

    def selection(self) -> Selection:
        """What was asked for, as far as it is valid."""
        cleaned = self.form.cleaned_data
        chosen = {facet: cleaned.get(facet.parameter) for facet in self.facets}
        return Selection(
            text=cleaned.get("q", ""),
            chosen={facet: values for facet, values in chosen.items() if values},
            incident_from=cleaned.get("incident_from"),
            incident_to=cleaned.get("incident_to"),
            added_after=cleaned.get("added_after"),
        )

    def result(self) -> Selected:
        """The selection evaluated: with errors, of what is valid in it."""
        return catalogue.select(self.selection(), self.snapshot)

    def filter_queryset(self, queryset: Any) -> Any:
        """The public records of a queryset that the catalogue says are selected."""
        if self.errors:
            return queryset.none()
        return queryset.published().filter(pk__in=list(self.result().ids))


def _sort_filter(sorts: dict[str, str]) -> ChoiceFilter:
    return ChoiceFilter(
        choices=list(sorts.items()),
        label="Sort",
        error_messages={"invalid_choice": "There is no such order. Choose one from the list."},
    )


def _show_filter(facets: Iterable[Facet]) -> ChoiceFilter:
    return ChoiceFilter(
        choices=[(facet.parameter, facet.parameter) for facet in facets],
        label="Show in full",
        error_messages={"invalid_choice": "There is no such filter to show in full. Take it out."},
    )


class BrowseFilterSet(ReviewFilterSet):
    """A selection with what stands beside it: order, page, and how long facets are shown."""

    sorts = SORTS

    sort = _sort_filter(SORTS)
    page = PageFilter(label="Page")
    show = _show_filter(FACETS)


class LearningFilterSet(BrowseFilterSet):
    """The same for learning points and recommendations, and which of the two."""

    facets = POINT_FACETS
    sorts = POINT_SORTS

    kind = _facet_filter(Facet.KIND, "Kind of point")
    agency = _facet_filter(Facet.AGENCY, "Who it is for")
    sort = _sort_filter(POINT_SORTS)
    show = _show_filter(POINT_FACETS)

    def result(self) -> Selected:
        return catalogue.select_points(self.selection(), self.snapshot)


def _once(data: QueryDict) -> QueryDict:
    """The query without the empty values that a GET form sends, and without what others added."""
    cleaned = QueryDict(mutable=True)
    for name, values in data.lists():
        kept = [value.strip() for value in values if value.strip()]
        if kept and not name.startswith(IGNORED):
            cleaned.setlist(name, kept)
    return cleaned


@cache
def _form_class(filterset: Hashable) -> FormClass:
    filters = cast(type[ReviewFilterSet], filterset).base_filters
    fields = {name: filter_.field for name, filter_ in filters.items()}
    return type("GrammarForm", (SelectionForm,), fields)
