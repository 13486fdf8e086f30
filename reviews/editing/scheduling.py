"""Publishing on a day: what is due is published by whoever scheduled it, if nothing speaks against
it by then. What could not be published says so on the desk, and is tried again at the next run.

Reviews first, then what apps that compose from the record have registered (`register`, once, when
the app is ready).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from reviews import permissions
from reviews.choices import State, Verb
from reviews.editing.copies import Copies
from reviews.editing.releasing import COPIES, NotReady, SecondPersonNeeded, Words
from reviews.editing.vocabulary import vocabulary
from reviews.extraction import Unreadable
from reviews.parsing import ProblemsFound
from reviews.publishing import WrongState

LONGEST = 300  # of a working copy's schedule_problem

_registered: list[Copies] = [COPIES]


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of something that was due; without a problem it is public."""

    name: str
    problem: str = ""


def register(copies: Copies) -> None:
    _registered.append(copies)


def publish_due() -> Iterator[Tried]:
    """Publish what is due, each thing in a transaction of its own. May run twice at once.

    What somebody else is publishing or saving at this moment is left to the next run.
    """
    for copies in _registered:
        done = list[int]()
        while tried := _publish_next(copies, done):
            yield tried


@transaction.atomic
def _publish_next(copies: Copies, done: list[int]) -> Tried | None:
    """The next that is due and has not been tried in this run.

    It is locked first, as by everything that publishes, and its copy read after that.
    """
    day, now = f"working_copy__{copies.day}", copies.now()
    while True:
        due = copies.free().filter(**{f"{day}__lte": now}).exclude(pk__in=done)
        thing = due.order_by(day, "pk").first()
        if thing is None:
            return None
        done.append(thing.pk)
        held = copies.store.copies_of(thing).select_related("scheduled_by")
        copy = held.filter(**{f"{copies.day}__lte": now}).first()
        if copy is not None:
            return _publish(copies, thing, copy)


def _publish(copies: Copies, thing: Any, copy: Any) -> Tried:
    name, problem = copies.name(thing), _problem(copies, thing, copy)
    if problem:
        copy.schedule_problem = problem[:LONGEST]
        copy.save(update_fields=["schedule_problem"])
    return Tried(name, problem)


def _problem(copies: Copies, thing: Any, copy: Any) -> str:
    """Publish it; what kept it from being published, "" where nothing did."""
    by = copy.scheduled_by
    right = permissions.PUBLISH if thing.state == State.DRAFT else permissions.CORRECT
    if by is None or not by.has_perm(right):
        return "Who scheduled it may no longer publish it. Somebody else has to."
    said = {"number": copy.number, "words": _words(copies, thing)}
    try:
        copies.release(thing, by=by, vocabulary=vocabulary(), **said)
    except NotReady:
        return "The checks find something that they did not find when it was scheduled."
    except SecondPersonNeeded:
        return "Who scheduled it wrote some of it. Somebody else has to publish it."
    except WrongState as error:
        return str(error)
    except (ProblemsFound, Unreadable, IntegrityError) as error:
        return f"It could not be published: {error}"
    return ""


def _words(copies: Copies, thing: Any) -> Words:
    """What was said of it when it was scheduled."""
    step = copies.steps_of(thing).filter(verb=Verb.SCHEDULED).last()
    return Words(step.note, step.public_note) if step else Words()
