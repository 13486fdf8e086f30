"""The desk's list of briefings and articles: every edition, what changed last first.

The address is the selection. Above it stand the editions that are to be looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest
from django.http import QueryDict

from briefings.choices import State, Verb
from briefings.editing import notices
from briefings.editing.list_form import WITH_STAND, PieceListForm, Stand
from briefings.editing.moments import when
from briefings.editing.notices import ToLookAt
from briefings.models import Edition, Step, WorkingCopy
from reviews.editing.chosen_list import Choice, ChosenList
from reviews.editing.situations import moment, name_of
from reviews.facets import Chip

_DATES = ("released_at", "corrected_at", "superseded_at", "withdrawn_at")
_CHANGED = Greatest("working_copy__changed_at", *_DATES, "piece__created_at")
_NAMES = ("first_name", "last_name", "email", "username")
_SHOWN = (
    *("number", "state", "title", "piece__kind", "piece__slug", "piece__illustrative"),
    *("piece__created_at", "working_copy__changed_at", "working_copy__offered_at"),
    *("working_copy__publish_at", "working_copy__schedule_problem"),
    *(f"working_copy__changed_by__{name}" for name in _NAMES),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: flat values, as its template shows them."""

    pk: int
    kind: str
    number: int
    title: str
    slug: str
    state: str
    problem: str
    what: str
    changed: str
    changed_by: str
    url: str
    is_illustrative: bool
    is_waiting: bool


class PieceList(ChosenList):
    """A page of the list. Five queries, and those of what is to be looked at."""

    noun = "edition"
    ticked = ("kind", "state")

    def __init__(self, query: QueryDict) -> None:
        super().__init__(PieceListForm(query))

    @cached_property
    def to_look_at(self) -> list[ToLookAt]:
        return notices.to_look_at()

    @cached_property
    def selected(self) -> QuerySet[Edition]:
        """All editions of the selection; none while something in it is wrong."""
        if not self.is_valid:
            return Edition.objects.none()
        return _found(self.form.cleaned_data)

    @cached_property
    def rows(self) -> list[Listed]:
        if self.status != 200 or not self.listed:
            return []
        related = self.selected.select_related("piece", "working_copy__changed_by").only(*_SHOWN)
        titled = related.annotate(typed_title=F("working_copy__typed__title__0"))
        ordered = titled.order_by(_CHANGED.desc(), "-pk")
        page = list(ordered[self.start : self.start + self.page_size])
        steps = _last_steps([edition.pk for edition in page])
        return [_listed(edition, steps.get(edition.pk)) for edition in page]

    @property
    def kinds(self) -> list[Choice]:
        return list(self._boxes("kind"))

    @property
    def text(self) -> str:
        return self.query.get("q", "")

    def _chips(self) -> Iterator[Chip]:
        return self._chips_of(self.ticked)


def _found(cleaned: dict[str, Any]) -> QuerySet[Edition]:
    rows = Edition.objects.all()
    for word in cleaned["q"].split():
        typed = WorkingCopy.objects.filter(typed__title__0__icontains=word)
        in_title = Q(title__icontains=word) | Q(piece__slug__icontains=word)
        rows = rows.filter(in_title | Q(pk__in=typed.values("pk")))
    if kinds := cleaned["kind"]:
        rows = rows.filter(piece__kind__in=kinds)
    if states := cleaned["state"]:
        wanted = Q()
        for state in states:
            wanted |= WITH_STAND[Stand(state)]
        rows = rows.filter(wanted)
    return rows


def _last_steps(editions: list[int]) -> dict[int, Step]:
    """The last step of each edition’s history."""
    steps = Step.objects.filter(edition__in=editions).select_related("by")
    last = steps.order_by("edition_id", "-at", "-pk").distinct("edition_id")
    return {step.edition_id: step for step in last.defer("changes", "note")}


def in_words(state: str, copy: WorkingCopy | None) -> str:
    """ "Draft, offered for publication"; "Published, correction under way"."""
    label = str(State(state).label)
    if copy is None:
        return label
    if copy.publish_at:
        return f"{label}, to be published on {when(copy.publish_at)}"
    if copy.offered_at:
        return f"{label}, offered for publication"
    return label if state == State.DRAFT else f"{label}, correction under way"


def _listed(edition: Any, step: Step | None) -> Listed:
    copy = getattr(edition, "working_copy", None)
    what, at, by = str(Verb.BEGUN.label), edition.piece.created_at, None
    if step:
        what, at, by = str(step.get_verb_display()), step.at, step.by
    if copy and copy.changed_at > at:
        what, at, by = "Changed", copy.changed_at, copy.changed_by
    return Listed(
        pk=edition.pk,
        kind=edition.piece.get_kind_display(),
        number=edition.number,
        title=edition.typed_title or edition.title,
        slug=edition.piece.slug,
        state=in_words(edition.state, copy),
        problem=copy.schedule_problem if copy else "",
        what=what,
        changed=moment(at),
        changed_by=name_of(by),
        url=edition.get_absolute_url() if edition.is_published else "",
        is_illustrative=edition.piece.illustrative,
        is_waiting=copy is not None,
    )
