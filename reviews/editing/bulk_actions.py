"""What can be done to many reviews at once. Each action says of one review whether it is done,
why it can't be, what it would do, and does it.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from reviews import permissions
from reviews.choices import State
from reviews.dates import PartialDate
from reviews.editing import releasing, saving
from reviews.editing.checks import Finding
from reviews.editing.edit_form import EditForm
from reviews.editing.judging import Judgement, judge
from reviews.editing.releasing import Words
from reviews.editing.situations import day
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Review, WorkingCopy
from reviews.terms import Value

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True)
class Subject:
    """A review as an action finds it, and who acts."""

    review: Review
    copy: WorkingCopy | None
    typed: Typed
    user: "User"
    vocabulary: Vocabulary

    @property
    def number(self) -> int:
        return self.copy.number if self.copy else 0

    @property
    def is_draft(self) -> bool:
        return self.review.state == State.DRAFT

    @cached_property
    def form(self) -> EditForm:
        return EditForm(self.review, self.typed, self.vocabulary)

    @cached_property
    def judgement(self) -> Judgement:
        return judge(self.form)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a review is left as it is, and the page where that is put right."""

    text: str
    route: str = "desk:edit"


BY_ANOTHER = "You wrote some of it: somebody else has to publish it."
_WITHDRAWN = Refusal("It is withdrawn. Restore it first.", "desk:history")


class Action(ABC):
    """A step for many reviews. `note` is kept in each one’s history, where it has a row for it."""

    name: ClassVar[str]
    done_already: str

    def __init__(self, note: str = "") -> None:
        self.note = note

    @abstractmethod
    def is_done(self, subject: Subject) -> bool: ...

    @abstractmethod
    def refusal(self, subject: Subject) -> Refusal | None: ...

    @abstractmethod
    def effect(self, subject: Subject) -> str: ...

    @abstractmethod
    def do(self, subject: Subject) -> None: ...


class Publish(Action):
    name = "publish"
    done_already = "It is published, and nothing has been changed since."

    def is_done(self, subject: Subject) -> bool:
        return subject.review.is_published and subject.copy is None

    def refusal(self, subject: Subject) -> Refusal | None:
        if subject.review.state == State.WITHDRAWN:
            return _WITHDRAWN
        right = permissions.PUBLISH if subject.is_draft else permissions.CORRECT
        if not subject.user.has_perm(right):
            return Refusal("You have no right to publish it.", "desk:publish")
        if releasing.COPIES.is_by_its_writer(subject.review, subject.user):
            return Refusal(BY_ANOTHER, "desk:publish")
        if subject.copy and subject.copy.publish_on:
            return Refusal(f"It has its day: {day(subject.copy.publish_on)}.", "desk:publish")
        return _not_ready(subject)

    def effect(self, subject: Subject) -> str:
        if subject.is_draft:
            return "The draft becomes public at once."
        return "The correction becomes public at once, without a note on its page."

    def do(self, subject: Subject) -> None:
        releasing.release(
            review=subject.review,
            by=subject.user,
            vocabulary=subject.vocabulary,
            number=subject.number,
            words=Words(self.note),
        )


class Offer(Action):
    name = "offer"
    done_already = "It is offered already."

    def is_done(self, subject: Subject) -> bool:
        return bool(subject.copy and subject.copy.offered_at)

    def refusal(self, subject: Subject) -> Refusal | None:
        if subject.review.state == State.WITHDRAWN:
            return _WITHDRAWN
        if subject.copy is None:
            return Refusal("Nothing has been changed, so there is nothing to offer.")
        if subject.judgement.is_blocked:
            return Refusal(_stopped(subject.judgement))
        return None

    def effect(self, subject: Subject) -> str:
        unanswered = len(_unanswered(subject))
        if unanswered:
            return f"It is offered; whoever publishes it is asked {_count(unanswered, 'question')}."
        return "It is offered to whoever may publish it."

    def do(self, subject: Subject) -> None:
        releasing.COPIES.offer(subject.review, by=subject.user, note=self.note)


class _Writing(Action):
    """Something is typed. Nothing of it is public before it is published."""

    def refusal(self, subject: Subject) -> Refusal | None:
        return _WITHDRAWN if subject.review.state == State.WITHDRAWN else None

    def effect(self, subject: Subject) -> str:
        if subject.copy is None and not subject.is_draft:
            return "A correction is begun; the public page changes when that is published."
        where = "draft" if subject.is_draft else "correction under way"
        is_waiting = subject.copy and (subject.copy.offered_at or subject.copy.publish_on)
        also = ", which is then no longer offered or scheduled" if is_waiting else ""
        return f"The {where} is changed{also}."

    @abstractmethod
    def write(self, typed: Typed) -> None: ...

    def do(self, subject: Subject) -> None:
        typed = subject.typed.copy()
        self.write(typed)
        saving.save(
            review=subject.review,
            typed=typed,
            opened_at=subject.number,
            by=subject.user,
            vocabulary=subject.vocabulary,
        )


class AddTheme(_Writing):
    name = "theme"

    def __init__(self, theme: Value, note: str = "") -> None:
        super().__init__(note)
        self.theme = theme
        self.done_already = f"It has the theme {theme.label} already."

    def is_done(self, subject: Subject) -> bool:
        return self.theme.slug in subject.form.record.themes

    def write(self, typed: Typed) -> None:
        typed.set("themes", *typed.all("themes"), self.theme.slug)


class SetMonth(_Writing):
    name = "month"

    def __init__(self, month: PartialDate, note: str = "") -> None:
        super().__init__(note)
        self.month = month
        self.done_already = f"Its month is {month.label} already."

    def is_done(self, subject: Subject) -> bool:
        return bool(subject.typed.get("added")) and subject.form.record.added == self.month

    def effect(self, subject: Subject) -> str:
        effect, year = super().effect(subject), self.month.iso[:4]
        is_other_year = subject.is_draft and subject.review.reference[3:7] != year
        return f"{effect} It gets a reference of {year}." if is_other_year else effect

    def write(self, typed: Typed) -> None:
        typed.set("added", self.month.label)


def _not_ready(subject: Subject) -> Refusal | None:
    if subject.judgement.is_blocked:
        return Refusal(_stopped(subject.judgement))
    if unanswered := _unanswered(subject):
        are = "is" if len(unanswered) == 1 else "are"
        asked = f"{_count(len(unanswered), 'question')} of the checks {are} to be answered."
        return Refusal(asked, "desk:publish")
    return None


def _unanswered(subject: Subject) -> list[Finding]:
    return subject.judgement.unanswered(subject.copy.acknowledged if subject.copy else {})


def _stopped(judgement: Judgement) -> str:
    """What stops it, in numbers."""
    counted = (
        (len(judgement.mistakes), "mistake"),
        (len(judgement.blocking), "finding"),
    )
    parts = [_count(number, noun) for number, noun in counted if number]
    total = sum(number for number, _ in counted)
    return f"{' and '.join(parts)} {'has' if total == 1 else 'have'} to be put right."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
