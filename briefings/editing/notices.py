"""Which public editions are to be looked at again, and why: what they rest on has changed.

A notice goes when the edition is corrected, or when somebody says that it stays as it is: the step
of that keeps the notices' words. Something new has other words, and is a notice again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from briefings.choices import Verb
from briefings.editing.changed_evidence import Change, changes, numbers, when
from briefings.editing.selecting import Chosen
from briefings.models import Citation, Edition, Pin, Step
from briefings.querysets import EditionQuerySet
from reviews.catalogue import catalogue
from reviews.choices import State as ReviewState
from reviews.editing.notices import Item, Section

TITLE = "Briefings to look at"
SAID = 3  # notices of one edition on the first page
_OF_REVIEW = ("review__reference", "review__withdrawn_at")
LIST = "to-look-at"  # the id of the section on the list of briefings


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to something that an edition rests on, and what is to be done.

    The history keeps `text`, so nothing of a review's words stands in it. `at` is when it happened,
    where that is known: a minute may have seen two corrections.
    """

    text: str
    to_do: str
    at: datetime | None = None

    def is_new(self, looked_at: Mapping[str, datetime]) -> bool:
        """Whether nobody has looked at it since; `looked_at` has the texts that somebody has."""
        last = looked_at.get(self.text)
        return last is None or (self.at is not None and last < self.at)


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A public edition with its notices."""

    edition: Edition
    notices: list[Notice]

    @property
    def name(self) -> str:
        return f"{self.edition.piece.get_kind_display()}, edition {self.edition.number}"


def to_look_at(editions: Iterable[int] | None = None) -> list[ToLookAt]:
    """The editions with notices, the newest first: of all, or of some. Eight queries."""
    public = Edition.objects.published().select_related("piece").defer("stored")
    if editions is not None:
        public = public.filter(pk__in=editions)
    found = _found(public)
    if not found:
        return []
    known = looked_at(found)
    listed = (
        ToLookAt(edition, [one for one in found[edition.pk] if one.is_new(known[edition.pk])])
        for edition in public.filter(pk__in=found).newest_first()
    )
    return [one for one in listed if one.notices]


def of(edition: Edition) -> list[Notice]:
    """The notices of one edition."""
    return next((one.notices for one in to_look_at([edition.pk])), [])


def on_the_first_page(most: int) -> Section:
    """For the desk's first page (reviews/editing/notices.py)."""
    found = to_look_at()
    items = [
        Item(
            reference=one.name,
            title=one.edition.title,
            url=reverse("pieces:looked-at", args=[one.edition.pk]),
            notes=[],
            sentences=list(_first(one.notices)),
        )
        for one in found[:most]
    ]
    url = f"{reverse('pieces:list')}#{LIST}"
    return Section("briefings", TITLE, len(found), items, url)


def _first(notices: Sequence[Notice]) -> Iterator[str]:
    """What happened, what weighs most first; of much only how much more there is."""
    yield from (notice.text for notice in notices[:SAID])
    more = len(notices) - SAID
    if more > 0:
        yield f"And {more} more to look at."


def _found(public: EditionQuerySet) -> dict[int, list[Notice]]:
    """By edition: what was lost first, then what changed."""
    changed = changes(public)
    cited = Citation.objects.filter(edition__in=public)
    withdrawn = cited.exclude(review__state=ReviewState.PUBLISHED)
    rows = list(withdrawn.values_list("edition_id", "statement", *_OF_REVIEW))
    lost = {(edition, statement) for edition, statement, *_ in rows}
    lost |= {(one.edition, one.statement) for one in changed if one.is_gone}
    known = numbers([*(edition for edition, _ in lost), *(one.edition for one in changed)])
    found: dict[int, list[Notice]] = defaultdict(list)
    for edition, notice in (
        *_withdrawn((edition, *review) for edition, _, *review in rows),
        *_withdrawn(_pinned(public)),
        *((one.edition, notice_of(one, known[one.edition])) for one in changed if one.is_gone),
        *_hidden(lost, known),
        *((one.edition, notice_of(one, known[one.edition])) for one in changed if not one.is_gone),
        *_unreadable(public),
    ):
        if notice not in found[edition]:
            found[edition].append(notice)
    return found


def looked_at(editions: Iterable[int]) -> dict[int, dict[str, datetime]]:
    """By edition: what somebody has looked at and left, and when last."""
    steps = Step.objects.filter(edition__in=editions, verb=Verb.LOOKED_AT).order_by("at")
    known: dict[int, dict[str, datetime]] = defaultdict(dict)
    for edition, texts, at in steps.values_list("edition_id", "changes", "at"):
        known[edition].update(dict.fromkeys(texts, at))
    return known


def notice_of(change: Change, known: Mapping[str, str]) -> Notice:
    """What to do about something that is cited and was corrected; `known` are the numbers."""
    to_do = "See whether the statement still says what the review says."
    if change.is_gone:
        to_do = "See what the review says now, and correct the statement or what it cites."
    said = change.said(known.get(change.statement, change.statement))
    return Notice(said, to_do, change.at)


def _pinned(public: EditionQuerySet) -> Iterable[tuple[int, str, datetime | None]]:
    pins = Pin.objects.filter(edition__in=public).exclude(review__state=ReviewState.PUBLISHED)
    return pins.order_by("review__reference").values_list("edition_id", *_OF_REVIEW)


def _hidden(
    lost: Set[tuple[int, str]], known: Mapping[int, Mapping[str, str]]
) -> Iterator[tuple[int, Notice]]:
    """Statements that have lost something, and hold nothing that is public."""
    editions = {edition for edition, _ in lost}
    rows = Citation.objects.published().filter(edition__in=editions).order_by()
    held = set(rows.values_list("edition_id", "statement").distinct()) if editions else set()
    gone = lost - held
    for edition in sorted(editions):
        hidden = [n for one, n in known[edition].items() if (edition, one) in gone]
        if hidden:
            yield edition, _not_shown(hidden)


def _withdrawn(
    rows: Iterable[tuple[int, str, datetime | None]],
) -> Iterator[tuple[int, Notice]]:
    """Each review once, in whatever of an edition it stands."""
    to_do = "Take it out, and what was drawn from it: a court may have ordered the withdrawal."
    for edition, reference, at in dict.fromkeys(rows):
        since = f" on {when(at)}" if at else ""
        yield edition, Notice(f"{reference} was withdrawn{since}.", to_do, at)


def _not_shown(numbers: list[str]) -> Notice:
    """Nothing that they cite is public, so the page leaves them out."""
    if len(numbers) == 1:
        text = f"Statement {numbers[0]} is not shown: nothing that it cites is public."
    else:
        text = f"Statements {', '.join(numbers)} are not shown: nothing that they cite is public."
    return Notice(text, "Cite what else supports what they say, or take it out.")


def _unreadable(public: EditionQuerySet) -> Iterator[tuple[int, Notice]]:
    """Selections of current editions that can't be read any more: a term was deleted."""
    columns = ("pk", "selection", "piece__illustrative")
    rows = list(public.current().exclude(selection="").values_list(*columns))
    if not rows:
        return
    snapshot = catalogue.current()
    for pk, selection, illustrative in rows:
        if problems := Chosen(selection, snapshot, illustrative).problems:
            text = f"Its selection can’t be read. {problems[0]}"
            to_do = "Choose the selection anew: the page can’t say what was added since."
            yield pk, Notice(text, to_do)
