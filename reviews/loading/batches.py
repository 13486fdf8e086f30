"""A batch of records becomes reviews: one transaction, all or nothing.

What is wrong with a record is found before anything is written. Should the database refuse a
batch all the same, its records are written one by one and only those it refuses are left out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import DatabaseError, connection, transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone

from reviews import entries
from reviews.choices import State, Verb
from reviews.loading.names import NamedReview, Names
from reviews.loading.refusals import is_about_a_record, reason_of
from reviews.loading.replacing import replace
from reviews.loading.rows import Rows, renew_statistics, reserve_keys
from reviews.models import Partnership, Review, WorkingCopy
from reviews.parsing import Problem, ProblemsFound
from reviews.records import ReviewRecord

MANY = 100  # new reviews
_UNTOUCHED = {
    State.WITHDRAWN: "is withdrawn. Restore it first.",
    State.DRAFT: "is a draft. Publish or delete it first.",
}
_WORKED_ON = (
    "was last changed at the desk, or is being changed there. Correct it there, or load it with"
    " --overwrite-corrections."
)


class Known(NamedTuple):
    """What is known of the review with a record's reference."""

    key: int | None = None
    state: State = State.PUBLISHED
    digest: str = ""
    is_worked_on: bool = False


class Numbered(NamedTuple):
    """A record, its number in the file and its digest."""

    number: int
    record: ReviewRecord
    digest: str


@dataclass
class Outcome:
    """What became of a batch."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        self.new += other.new
        self.changed += other.changed
        self.unchanged += other.unchanged
        self.problems += other.problems


@dataclass
class Plan:
    """What writing a batch will do: new reviews, and the keys of those to be changed."""

    names: Names
    outcome: Outcome = field(default_factory=Outcome)
    new: list[NamedReview] = field(default_factory=list)
    changed: dict[int, NamedReview] = field(default_factory=dict)


def write(batch: list[Numbered], *, overwrite: bool = False) -> Outcome:
    """Write a batch; only an error that is no record's fault (a full disk) is raised.

    What people have corrected at the desk is refused, unless it is to be overwritten.
    """
    try:
        with transaction.atomic():
            return _write(batch, entries.raise_version, overwrite)
    except DatabaseError as error:
        if not is_about_a_record(error):
            raise
    return _write_one_by_one(batch, overwrite)


def check(batch: list[Numbered], *, overwrite: bool = False) -> Outcome:
    """What writing a batch would do. Writes nothing."""
    return _plan(batch, overwrite).outcome


def _write_one_by_one(batch: list[Numbered], overwrite: bool) -> Outcome:
    total = Outcome()
    with transaction.atomic():
        version = entries.raise_version()
        for item in batch:
            try:
                with transaction.atomic():
                    outcome = _write([item], lambda: version, overwrite)
                total.add(outcome)
            except DatabaseError as error:
                if not is_about_a_record(error):
                    raise
                total.problems.append((item.number, reason_of(error)))
    return total


def _write(batch: list[Numbered], version_of: Callable[[], int], overwrite: bool) -> Outcome:
    with connection.cursor() as cursor:
        # A batch lost to a power cut is loaded again by the next run.
        cursor.execute("SET LOCAL synchronous_commit TO off")
        # Checked as they come, and not at the commit: that costs less, says which record is at
        # fault, and is over before others who publish have to wait for us.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    plan = _plan(batch, overwrite)
    if not plan.new and not plan.changed:
        return plan.outcome
    Partnership.objects.bulk_create(plan.names.new_partnerships)
    now = timezone.now()
    rows = Rows(now)
    keys = _add_new(plan.new, rows)
    replace(plan.changed, rows, now)
    rows.copy()
    if len(keys) >= MANY:
        renew_statistics()
    version = version_of()  # late: others who publish wait from here to the commit
    rows.copy_steps(keys, Verb.LOADED, version)
    rows.copy_steps(plan.changed, Verb.CORRECTED, version)
    entries.write([*keys, *plan.changed], version)
    return plan.outcome


def _plan(batch: list[Numbered], overwrite: bool) -> Plan:
    known = _known(item.record.reference for item in batch)
    plan = Plan(Names())
    outcome = plan.outcome
    for item in batch:
        reference = item.record.reference
        found = known.get(reference, Known())
        if found.digest == item.digest:
            outcome.unchanged += 1
        elif found.state in _UNTOUCHED:
            outcome.problems.append((item.number, Problem(reference, _UNTOUCHED[found.state])))
        elif found.is_worked_on and not overwrite:
            outcome.problems.append((item.number, Problem(reference, _WORKED_ON)))
        else:
            _plan_one(plan, item, found.key)
    outcome.new, outcome.changed = len(plan.new), len(plan.changed)
    return plan


def _plan_one(plan: Plan, item: Numbered, key: int | None) -> None:
    try:
        named = plan.names.resolve(item.record, item.digest)
    except ProblemsFound as error:
        plan.outcome.problems += [(item.number, problem) for problem in error.problems]
        return
    if key is None:
        plan.new.append(named)
    else:
        plan.changed[key] = named


def _known(references: Iterable[str]) -> dict[str, Known]:
    """The reviews there are; locked, if a transaction is under way.

    One is worked on if a person was the last to publish or correct it, or has begun to.
    """
    reviews = Review.objects.filter(reference__in=references)
    if connection.in_atomic_block:
        reviews = reviews.select_for_update().order_by("pk")
    by_a_person = Q(corrected_by__isnull=False) | Q(
        corrected_at__isnull=True, released_by__isnull=False
    )
    is_worked_on = by_a_person | Exists(WorkingCopy.objects.filter(review=OuterRef("pk")))
    rows = reviews.annotate(is_worked_on=ExpressionWrapper(is_worked_on, BooleanField()))
    columns = ("reference", "pk", "state", "loaded_digest", "is_worked_on")
    return {
        reference: Known(key, State(state), digest, worked_on)
        for reference, key, state, digest, worked_on in rows.values_list(*columns)
    }


def _add_new(reviews: list[NamedReview], rows: Rows) -> list[int]:
    """The rows of new reviews, and their keys."""
    keys = reserve_keys("reviews_review", len(reviews))
    point_keys = iter(reserve_keys("reviews_point", sum(len(r.points) for r in reviews)))
    for key, review in zip(keys, reviews, strict=True):
        rows.add_review(key, review)
        rows.add_facts(key, review)
        for point in review.points:
            rows.add_point(next(point_keys), key, point)
        for order, _ in enumerate(review.record.documents, start=1):
            rows.add_document(key, review, order)
    return keys
