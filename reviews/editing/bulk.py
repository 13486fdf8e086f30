"""The same step for many reviews: first said of each what would happen, then done one by one.

Each review is a transaction of its own, and only as it was when the page said so: one that
somebody has saved meanwhile is left alone. What is done already counts as such, so that sending
the form twice does nothing twice.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError, transaction

from reviews.editing import saving
from reviews.editing.bulk_actions import BY_ANOTHER, Action, Subject
from reviews.editing.releasing import NotReady, Outdated, SecondPersonNeeded
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.extraction import Unreadable
from reviews.models import Review, WorkingCopy
from reviews.parsing import ProblemsFound
from reviews.publishing import WrongState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 100  # reviews at once
OUTDATED = "It was changed while you looked at it. Look at it again."
_READY, _DONE, _REFUSED = "ready", "done", "refused"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """One review: what would happen to it, or has; why not, and where that is put right."""

    pk: int
    number: int
    reference: str
    title: str
    standing: str
    says: str
    route: str = "desk:edit"

    @property
    def key(self) -> str:
        """What the confirmation sends back: the review as it was shown."""
        return f"{self.pk}:{self.number}"

    @property
    def is_ready(self) -> bool:
        return self.standing == _READY

    @property
    def is_done(self) -> bool:
        return self.standing == _DONE


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one review. `outcome` is done, already or not."""

    pk: int
    reference: str
    title: str
    outcome: str
    says: str
    route: str = "desk:edit"


def plan(
    action: Action, reviews: Sequence[Review], user: "User", vocabulary: Vocabulary
) -> list[Step]:
    """What the action would do to each of these reviews. Nothing is changed."""
    keys = [review.pk for review in reviews]
    copies = WorkingCopy.objects.in_bulk(keys)
    public = Review.objects.for_page().in_bulk([key for key in keys if key not in copies])
    subjects = (
        Subject(review, copy, Typed(copy.typed), user, vocabulary)
        if (copy := copies.get(review.pk))
        else Subject(review, None, Typed.of_review(public[review.pk]), user, vocabulary)
        for review in reviews
    )
    return [_step(action, subject) for subject in subjects]


def _step(action: Action, subject: Subject) -> Step:
    review = subject.review

    def step(standing: str, says: str, route: str = "desk:edit") -> Step:
        number = subject.number
        return Step(review.pk, number, review.reference, review.title, standing, says, route)

    if action.is_done(subject):
        return step(_DONE, action.done_already)
    if refusal := action.refusal(subject):
        return step(_REFUSED, refusal.text, refusal.route)
    return step(_READY, action.effect(subject))


def carry_out(
    action: Action, shown: Sequence[tuple[int, int]], user: "User", vocabulary: Vocabulary
) -> Iterator[Result]:
    """Do it to each review that was shown with this number, whatever becomes of the others."""
    known = Review.objects.only("reference", "title").in_bulk([pk for pk, _ in shown])
    for pk, number in dict(shown).items():
        if (review := known.get(pk)) is None:
            yield Result(pk, "", "", "not", "It is not there any more.", "")
            continue
        outcome, says, route = _outcome(action, review, number, user, vocabulary)
        yield Result(pk, review.reference, review.title, outcome, says, route)


def _outcome(
    action: Action, review: Review, number: int, user: "User", vocabulary: Vocabulary
) -> tuple[str, str, str]:
    try:
        return _do(action, review, number, user, vocabulary)
    except Outdated:
        return "not", OUTDATED, "desk:edit"
    except NotReady:
        return "not", "The checks found something meanwhile.", "desk:publish"
    except SecondPersonNeeded:
        return "not", BY_ANOTHER, "desk:publish"
    except WrongState as problem:
        return "not", str(problem), "desk:history"
    except (ProblemsFound, Unreadable) as problem:
        return "not", f"It could not be done: {problem}", "desk:edit"
    except DatabaseError:
        logger.exception("%s, at once with others, of review %s", action.name, review.pk)
        return "not", "The database refused it. Try it by itself.", "desk:edit"


@transaction.atomic
def _do(
    action: Action, review: Review, number: int, user: "User", vocabulary: Vocabulary
) -> tuple[str, str, str]:
    """Under the review's lock: what was shown is what is there, and may be done."""
    locked = Review.objects.select_for_update().get(pk=review.pk)
    now = saving.opened(locked)
    subject = Subject(locked, now.copy, now.typed, user, vocabulary)
    if action.is_done(subject):
        return "already", action.done_already, "desk:history"
    if subject.number != number:
        raise Outdated
    if refusal := action.refusal(subject):
        return "not", refusal.text, refusal.route
    effect = action.effect(subject)
    action.do(subject)
    return "done", effect, "desk:history"
