"""Which public editions are to be looked at again, and why: what they rest on has changed.

A notice goes when the edition is corrected, or when somebody says that it stays as it is: the step
of that keeps the notices' words. Something new has other words, and is a notice again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from briefings.choices import Verb
from briefings.editing.selecting import Chosen
from briefings.models import Citation, Edition, Pin, Step
from briefings.querysets import EditionQuerySet
from reviews.catalogue import catalogue
from reviews.choices import State as ReviewState
from reviews.editing.notices import Item, Section
from reviews.models import Review

TITLE = "Briefings to look at"
LIST = "to-look-at"  # the id of the section on the list of briefings


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to something that an edition rests on, and what is to be done.

    The history keeps `text`, so nothing of a review's words stands in it.
    """

    text: str
    to_do: str


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
    known = _known(found)
    listed = (
        ToLookAt(edition, [one for one in found[edition.pk] if one.text not in known[edition.pk]])
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
            notes=[notice.text for notice in one.notices[:most]],
        )
        for one in found[:most]
    ]
    url = f"{reverse('pieces:list')}#{LIST}"
    return Section("briefings", TITLE, len(found), items, url)


def _found(public: EditionQuerySet) -> dict[int, list[Notice]]:
    """By edition: what was lost first, then what changed."""
    found: dict[int, list[Notice]] = defaultdict(list)
    for edition, notice in (*_lost(public), *_corrected(public), *_unreadable(public)):
        if notice not in found[edition]:
            found[edition].append(notice)
    return found


def _known(editions: Iterable[int]) -> dict[int, set[str]]:
    """What somebody has looked at already, and left."""
    steps = Step.objects.filter(edition__in=editions, verb=Verb.LOOKED_AT)
    known: dict[int, set[str]] = defaultdict(set)
    for edition, changes in steps.values_list("edition_id", "changes"):
        known[edition].update(changes)
    return known


def _lost(public: EditionQuerySet) -> Iterator[tuple[int, Notice]]:
    """Reviews that are withdrawn, points that are gone, and statements that go with them."""
    cited = Citation.objects.filter(edition__in=public)
    lost = list(cited.lost().select_related("review").order_by("edition_id", "pk"))
    numbers = _numbers({one.edition_id for one in lost})
    for one in lost:
        number = numbers[one.edition_id].get(one.statement, one.statement)
        is_withdrawn = not one.review.is_published
        yield one.edition_id, _withdrawn(one.review) if is_withdrawn else _gone(one, number)
    pins = Pin.objects.filter(edition__in=public).select_related("review")
    for pin in pins.exclude(review__state=ReviewState.PUBLISHED).order_by("review__reference"):
        yield pin.edition_id, _withdrawn(pin.review)
    rows = cited.published().filter(edition__in=numbers) if numbers else ()
    held = {(one.edition_id, one.statement) for one in rows}
    gone = dict.fromkeys((one.edition_id, one.statement) for one in lost)
    for edition, known in numbers.items():
        hidden = [number for one, number in known.items() if (edition, one) in gone.keys() - held]
        if hidden:
            yield edition, _hidden(hidden)


def _numbers(editions: set[int]) -> dict[int, dict[str, str]]:
    """Of each edition: the number of each statement, "1.2", by its id."""
    return {
        edition.pk: {
            one.id: f"{place}.{order}"
            for place, section in enumerate(edition.content.sections, start=1)
            for order, one in enumerate(section.statements, start=1)
        }
        for edition in Edition.objects.filter(pk__in=editions)
    }


def _withdrawn(review: Review) -> Notice:
    at = review.withdrawn_at
    since = f" on {_when(at)}" if at else ""
    return Notice(
        f"{review.reference} was withdrawn{since}.",
        "Take it out, and what was drawn from it: a court may have ordered the withdrawal.",
    )


def _gone(one: Citation, number: str) -> Notice:
    at = one.review.corrected_at
    since = f" on {_when(at)}" if at else ""
    return Notice(
        f"A point of {one.review.reference} that statement {number} cites was taken out{since}.",
        "See what the review says now, and correct the statement or what it cites.",
    )


def _hidden(numbers: list[str]) -> Notice:
    """Nothing that they cite is public, so the page leaves them out."""
    if len(numbers) == 1:
        text = f"Statement {numbers[0]} is not shown: nothing that it cites is public."
    else:
        text = f"Statements {', '.join(numbers)} are not shown: nothing that they cite is public."
    return Notice(text, "Cite what else supports what they say, or take it out.")


def _corrected(public: EditionQuerySet) -> Iterator[tuple[int, Notice]]:
    """Reviews that a current edition cites, corrected after it was published or corrected."""
    cited = Citation.objects.filter(edition__in=public.current())
    since = Coalesce("edition__corrected_at", "edition__released_at")
    rows = cited.filter(review__corrected_at__gt=since, review__state=ReviewState.PUBLISHED)
    places = ("edition_id", "review__reference")
    for one in rows.select_related("review").order_by(*places).distinct(*places):
        assert one.review.corrected_at is not None  # the query asks for it
        yield (
            one.edition_id,
            Notice(
                f"{one.review.reference} was corrected on {_when(one.review.corrected_at)}.",
                "See whether the statements that cite it still say what it says.",
            ),
        )


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


def _when(at: datetime) -> str:
    return f"{timezone.localtime(at):%-d %B %Y, %H:%M}"
