"""The desk's list of reviews: every state, 50 on a page. The address is the selection."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.http import QueryDict
from django.urls import reverse

from reviews.catalogue import catalogue
from reviews.codes import Facet
from reviews.editing import found_records
from reviews.editing.chosen_list import Choice, ChosenList
from reviews.editing.list_form import ListForm, Sort
from reviews.editing.situations import in_words, list_of, moment, name_of
from reviews.facets import Chip, address
from reviews.models import AuditEntry, Review, WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Filters whose values are boxes to tick, and those that have one text.
CHOSEN = ("state", "mine", "warning", "theme")
WRITTEN = ("q", "added")
SELECTION = (*CHOSEN, *WRITTEN)
_SHOWN = (
    *("reference", "title", "headline", "state", "added", "anonymous", "partnership__name"),
    *("created_at", "working_copy__changed_at", "working_copy__findings"),
    *("working_copy__is_blocked", "working_copy__offered_at", "working_copy__publish_on"),
    *("working_copy__changed_by__first_name", "working_copy__changed_by__last_name"),
    *("working_copy__changed_by__email", "working_copy__changed_by__username"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: flat values, as its template shows them."""

    pk: int
    reference: str
    title: str
    described: str
    added: str
    state: str
    changed: str
    changed_by: str
    what: str
    findings: int
    found: str
    is_blocked: bool
    is_public: bool


class ReviewList(ChosenList):
    """A page of the list. Six queries, whatever is on it, and two for each word searched for."""

    noun = "review"
    ticked = CHOSEN

    def __init__(self, query: QueryDict, user: "User") -> None:
        self.user = user
        self.terms = catalogue.current().terms
        super().__init__(ListForm(query, self.terms))

    @cached_property
    def selected(self) -> QuerySet[Review]:
        """All reviews of the selection; none while something in it is wrong."""
        if not self.is_valid:
            return Review.objects.none()
        return found_records.found(self.form.cleaned_data, self.user)

    @property
    def sort(self) -> str:
        return (self.form.cleaned_data.get("sort") or [Sort.NEWEST])[0]

    @cached_property
    def rows(self) -> list[Listed]:
        if self.status != 200 or not self.listed:
            return []
        ordered = found_records.ordered(self.selected, self.sort)
        page = list(_with_shown(ordered)[self.start : self.start + self.page_size])
        steps = _last_steps([review.pk for review in page])
        return [_listed(review, steps.get(review.pk)) for review in page]

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """The orders on offer: label, address, whether it is the one in use."""
        return [
            (label, address(self.query, sort=value), value == self.sort)
            for value, label in Sort.choices
        ]

    @property
    def warnings(self) -> list[Choice]:
        """Those that some working copy has, and those chosen."""
        found = WorkingCopy.objects.exclude(findings=[]).values_list("findings", flat=True)
        used = {code for codes in found.distinct() for code in codes}
        listed = {*used, "any", "blocked", *self.query.getlist("warning")}
        return [box for box in self._boxes("warning") if box.value in listed]

    @property
    def themes(self) -> list[Choice]:
        chosen = {term.code for term in self.form.cleaned_data.get("theme") or ()}
        values = sorted(self.terms.values.get(Facet.THEME, ()), key=lambda v: v.label.casefold())
        return [Choice("theme", v.slug, v.label, v.code in chosen) for v in values]

    @property
    def is_mine(self) -> bool:
        return self.query.get("mine") == "yes"

    @property
    def texts(self) -> dict[str, str]:
        return {name: self.query.get(name, "") for name in WRITTEN}

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The selection, for forms that go on with it."""
        return [(name, value) for name in SELECTION for value in self.query.getlist(name)]

    @property
    def url(self) -> str:
        """Where the selection is listed."""
        return f"{reverse('desk:reviews')}?{urlencode(self.carried)}"

    def _chips(self) -> Iterator[Chip]:
        yield from self._chips_of(("state", "warning"))
        cleaned = self.form.cleaned_data
        if cleaned.get("mine"):
            yield Chip("Written by", "me", address(self.query, mine=None))
        if added := cleaned.get("added"):
            yield Chip("Added", added.label, address(self.query, added=None))
        for term in cleaned.get("theme") or ():
            given = self.query.getlist("theme")
            slugs = {slug for slug in given if self.terms.find(Facet.THEME, slug) == term}
            yield Chip("Theme", term.label, self._without("theme", slugs))


def _with_shown(rows: QuerySet[Review]) -> QuerySet[Review]:
    """With what a row shows. What is typed is read only as far as it is shown."""
    related = rows.select_related("partnership", "working_copy__changed_by").only(*_SHOWN)
    return related.annotate(
        typed_headline=F("working_copy__typed__headline__0"),
        typed_partnership=F("working_copy__typed__partnership__0"),
    )


def _last_steps(reviews: list[int]) -> dict[int, AuditEntry]:
    """The last step of each review’s history."""
    steps = AuditEntry.objects.filter(review__in=reviews).select_related("by")
    last = steps.order_by("review_id", "-at", "-pk").distinct("review_id").defer("changes", "note")
    return {step.review_id: step for step in last}


def _listed(review: Any, step: AuditEntry | None) -> Listed:
    copy = getattr(review, "working_copy", None)
    what, at, by = "Begun", review.created_at, None
    if step:
        what, at, by = str(step.get_verb_display()), step.at, step.by
    if copy and copy.changed_at > at:
        what, at, by = "Changed", copy.changed_at, copy.changed_by
    findings = copy.findings if copy else []
    published_by = review.typed_partnership or (review.partnership and review.partnership.name)
    described = (review.typed_headline or review.headline, published_by)
    return Listed(
        pk=review.pk,
        reference=review.reference,
        title=review.title,
        described=" · ".join(filter(None, described)),
        added=review.added.label,
        state=in_words(review.state, copy),
        changed=moment(at),
        changed_by=name_of(by),
        what=what,
        findings=len(findings),
        found=list_of(findings),
        is_blocked=bool(copy and copy.is_blocked),
        is_public=review.is_published,
    )
