"""What becomes of a working copy before it is public: offered, given a day, taken back, given up.

It is the same for reviews and for editions of briefings, which derive from `Copies`, as what they
save is kept in a `Store` (store.py). Each verb is one transaction with its row of the history,
under the lock that publication takes. Who may do it is asked by the views.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from reviews.choices import State, Verb
from reviews.editing.store import Store
from reviews.publishing import WrongState

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.contrib.auth.models import User


class Outdated(Exception):
    """What was looked at before publishing is not what would be published now."""


class Copies(ABC):
    """The working copies of one kind of thing. States and verbs have the same names for all.

    `steps` is the model of their history; `day` the field that says when a copy is published.
    """

    store: ClassVar[Store[Any, Any]]
    steps: ClassVar[type[Model]]
    day: ClassVar[str]

    @abstractmethod
    def lock(self, thing: Any) -> None:
        """Lock what publication locks until the transaction ends, and read the thing anew.

        Raises WrongState where it is gone.
        """

    @abstractmethod
    def name(self, thing: Any) -> str:
        """How messages call it."""

    @abstractmethod
    def free(self) -> QuerySet[Any]:
        """The things, locked as by `lock` as they are read; those that others have are left out."""

    @abstractmethod
    def now(self) -> "date | datetime":
        """What days of publication are compared with."""

    @abstractmethod
    def release(self, thing: Any, **said: Any) -> None:
        """Publish it; raises what `releasing.release` raises."""

    def remove(self, thing: Any) -> None:
        """Remove a draft that never was public, with all that belongs to it."""
        thing.delete()

    def drop(self, copy: Any) -> None:
        """Remove a working copy that is given up, with all that belongs to it."""
        copy.delete()

    @transaction.atomic
    def acknowledge(self, thing: Any, *, reasons: Mapping[str, str]) -> None:
        """Keep why findings are no reason not to publish. They count until their text changes."""
        copy = self.store.copies_of(thing).select_for_update().first()
        given = {key: reason for key, reason in reasons.items() if reason}
        if copy is not None and given:
            _put(copy, acknowledged={**copy.acknowledged, **given})

    @transaction.atomic
    def offer(self, thing: Any, *, by: "User | None", note: str = "") -> None:
        """Say that a working copy is ready for somebody to publish."""
        _put(self.locked(thing), offered_at=timezone.now(), offered_by=by)
        self._record(thing, Verb.OFFERED, by=by, note=note)

    @transaction.atomic
    def take_back(self, thing: Any, *, by: "User | None", note: str = "") -> None:
        """A working copy that was offered is worked on again."""
        _put(self.locked(thing), offered_at=None, offered_by=None)
        self._record(thing, Verb.TAKEN_BACK, by=by, note=note)

    @transaction.atomic
    def give_day(self, thing: Any, *, at: Any, said: str, by: "User", **words: str) -> None:
        """Have it published then; `said` is the day in words. Whether it could be, asks the caller.

        What is said of it waits in this step of the history (see scheduling.py).
        """
        copy = self.locked(thing)
        _put(copy, **{self.day: at}, scheduled_by=by, schedule_problem="")
        changes = [f"To be published on {said}"]
        self._record(thing, Verb.SCHEDULED, by=by, changes=changes, **words)

    @transaction.atomic
    def unschedule(self, thing: Any, *, by: "User | None", note: str = "") -> None:
        """It has no day of publication any more."""
        copy = self.locked(thing)
        _put(copy, **{self.day: None}, scheduled_by=None, schedule_problem="")
        self._record(thing, Verb.UNSCHEDULED, by=by, note=note)

    @transaction.atomic
    def discard(
        self, thing: Any, *, by: "User | None", note: str = "", number: int | None = None
    ) -> None:
        """Give up a working copy. A draft that never was public goes with it, history and all.

        `number` is that of the working copy that was looked at; raises Outdated for another.
        """
        self.lock(thing)
        copy = self.store.copies_of(thing).first()
        if copy is not None and number is not None and number != copy.number:
            raise Outdated
        if thing.state == State.DRAFT:
            self.remove(thing)
            return
        if copy is None:
            raise WrongState(f"{self.name(thing)} has no changes to discard.")
        self.drop(copy)
        self._record(thing, Verb.DISCARDED, by=by, note=note)

    def is_by_its_writer(self, thing: Any, by: "User | None") -> bool:
        """Whether SECOND_PERSON keeps this person from publishing it: they wrote some of it."""
        if not settings.SECOND_PERSON or by is None:
            return False
        written = self.store.revisions_of(thing).filter(by=by)
        if thing.state != State.DRAFT:
            written = written.filter(saved_at__gt=thing.corrected_at or thing.released_at)
        return written.exists()

    def locked(self, thing: Any) -> Any:
        """The working copy, under the lock; raises WrongState where nobody works on the thing."""
        self.lock(thing)
        copy = self.store.copies_of(thing).first()
        if copy is None:
            raise WrongState(f"{self.name(thing)} has no changes to publish.")
        return copy

    def steps_of(self, thing: Any) -> QuerySet[Any]:
        """The rows of its history."""
        return self.steps._default_manager.filter(**{self.store.link: thing})

    def _record(self, thing: Any, verb: Verb, **values: Any) -> None:
        self.steps._default_manager.create(**{self.store.link: thing}, verb=verb, **values)


def _put(copy: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(copy, name, value)
    copy.save(update_fields=list(values))
