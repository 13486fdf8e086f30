"""Publishing on a day: what is due is published by whoever scheduled it, if nothing speaks against
it by then. What could not be published says so on the desk, and is tried again at the next run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from reviews import permissions
from reviews.choices import State, Verb
from reviews.editing import releasing
from reviews.editing.releasing import NotReady, SecondPersonNeeded, Words
from reviews.editing.vocabulary import vocabulary
from reviews.extraction import Unreadable
from reviews.models import AuditEntry, Review, WorkingCopy
from reviews.parsing import ProblemsFound
from reviews.publishing import WrongState

LONGEST = 300  # of WorkingCopy.schedule_problem


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a review that was due; without a problem it is public."""

    reference: str
    problem: str = ""


def publish_due() -> Iterator[Tried]:
    """Publish what is due, one review in each transaction. May run twice at once.

    A review that somebody else is publishing or saving at this moment is left to the next run.
    """
    today, done = timezone.localdate(), list[int]()
    while tried := _publish_next(today, done):
        yield tried


@transaction.atomic
def _publish_next(today: date, done: list[int]) -> Tried | None:
    """The next that is due and has not been tried in this run.

    The review is locked first, as by everything that publishes, and its copy read after that.
    """
    while True:
        due = Review.objects.filter(working_copy__publish_on__lte=today).exclude(pk__in=done)
        locked = due.select_for_update(skip_locked=True, of=("self",))
        review = locked.order_by("working_copy__publish_on", "pk").first()
        if review is None:
            return None
        done.append(review.pk)
        copies = WorkingCopy.objects.select_related("scheduled_by")
        copy = copies.filter(review=review, publish_on__lte=today).first()
        if copy is not None:
            return _publish(review, copy)


def _publish(review: Review, copy: WorkingCopy) -> Tried:
    problem = _problem(review, copy)
    if problem:
        copy.schedule_problem = problem[:LONGEST]
        copy.save(update_fields=["schedule_problem"])
    return Tried(review.reference, problem)


def _problem(review: Review, copy: WorkingCopy) -> str:
    """Publish it; what kept it from being published, "" where nothing did."""
    by = copy.scheduled_by
    right = permissions.PUBLISH if review.state == State.DRAFT else permissions.CORRECT
    if by is None or not by.has_perm(right):
        return "Who scheduled it may no longer publish it. Somebody else has to."
    try:
        releasing.release(
            review=review,
            by=by,
            vocabulary=vocabulary(),
            number=copy.number,
            words=_words(review),
        )
    except NotReady:
        return "The checks find something that they did not find when it was scheduled."
    except SecondPersonNeeded:
        return "Who scheduled it wrote some of it. Somebody else has to publish it."
    except WrongState as error:
        return str(error)
    except (ProblemsFound, Unreadable, IntegrityError) as error:
        return f"It could not be published: {error}"
    return ""


def _words(review: Review) -> Words:
    """What was said of it when it was scheduled."""
    step = AuditEntry.objects.filter(review=review, verb=Verb.SCHEDULED).last()
    return Words(step.note, step.public_note) if step else Words()
