"""Loading editions: from a file to published briefings and articles, all of them or none.

The same file can be loaded again: what is as it was is passed over, what changed corrects the
edition. What people have changed at the desk since is left alone, unless it is to be overwritten.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from briefings import publishing
from briefings.choices import State, Verb
from briefings.loading.interchange import EditionFile, PieceName, parse
from briefings.loading.names import Names
from briefings.models import Edition, Piece, WorkingCopy
from briefings.records import EditionRecord
from reviews.catalogue import catalogue
from reviews.loading.files import Line
from reviews.parsing import Problem, ProblemsFound

__all__ = ["Outcome", "Refused", "load"]

_WORKED_ON = (
    "was last changed at the desk, or is being changed there. Correct it there, or load it with"
    " --overwrite-corrections."
)
_UNTOUCHED = {
    State.WITHDRAWN: "is withdrawn. Restore it first.",
    State.DRAFT: "is a draft at the desk. Publish or discard it first.",
}


class Numbered(NamedTuple):
    """An edition and its number in the file."""

    number: int
    edition: EditionFile


class Refused(Exception):
    """Nothing was loaded: what is wrong, each with the number of its record in the file."""

    def __init__(self, problems: list[tuple[int, Problem]]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems, key=lambda found: found[0])


@dataclass
class Outcome:
    """What became of the records of a file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


def load(lines: Iterable[Line], *, overwrite: bool = False, dry_run: bool = False) -> Outcome:
    """Load every record, or raise Refused and load none. `dry_run` only looks."""
    items = _read(lines)
    snapshot = catalogue.current()  # before the transaction: it is one moment of its own
    with transaction.atomic():
        _make_pieces(items)
        outcome = _Loading(Names((item.edition for item in items), snapshot), overwrite).run(items)
        transaction.set_rollback(dry_run or transaction.get_rollback())
    return outcome


def _read(lines: Iterable[Line]) -> list[Numbered]:
    """The editions of a file, the earlier of a piece before the later."""
    problems: list[tuple[int, Problem]] = []
    found: dict[tuple[PieceName, int], Numbered] = {}
    for line in lines:
        try:
            if line.problem:
                raise ProblemsFound([Problem("", line.problem)])
            item = Numbered(line.number, parse(line.data))
            first = found.setdefault((item.edition.piece, item.edition.number), item)
            if first is not item:
                reason = f"stands in record {first.number} too. Remove one, or number the edition."
                raise ProblemsFound([Problem("slug", f"{item.edition.piece} {reason}")])
        except ProblemsFound as error:
            problems += [(line.number, problem) for problem in error.problems]
    if problems:
        raise Refused(problems)
    return sorted(found.values(), key=lambda item: (item.edition.piece, item.edition.number))


def _make_pieces(items: list[Numbered]) -> None:
    """The pieces that are new: first, because editions refer to each other's."""
    Piece.objects.bulk_create(
        {
            item.edition.piece: Piece(
                **item.edition.piece._asdict(), illustrative=item.edition.illustrative
            )
            for item in items
        }.values(),
        ignore_conflicts=True,
    )


class _Loading:
    """The loading of some editions in the transaction under way."""

    def __init__(self, names: Names, overwrite: bool) -> None:
        self._names = names
        self._overwrite = overwrite
        self._outcome = Outcome()

    def run(self, items: list[Numbered]) -> Outcome:
        problems: list[tuple[int, Problem]] = []
        for item in items:
            try:
                self._load(item.edition)
            except ProblemsFound as error:
                problems += [(item.number, problem) for problem in error.problems]
        if problems:
            raise Refused(problems)
        return self._outcome

    def _load(self, given: EditionFile) -> None:
        piece = Piece.objects.select_for_update().get(**given.piece._asdict())
        if piece.illustrative != given.illustrative:
            there = "illustrative" if piece.illustrative else "not illustrative"
            reason = f"differs: {given.piece} is {there}. Use another slug."
            raise ProblemsFound([Problem("illustrative", reason)])
        edition = piece.editions.filter(number=given.number).first()
        if edition is None:
            self._add(piece, given, self._names.resolve(given))
        elif edition.loaded_digest == given.digest:
            self._outcome.unchanged += 1
        else:
            self._correct(edition, given)

    def _add(self, piece: Piece, given: EditionFile, record: EditionRecord) -> None:
        last = max(piece.editions.values_list("number", flat=True), default=0)
        if given.number != last + 1:
            reason = f"{given.number} does not follow on {last}. Write {last + 1}."
            raise ProblemsFound([Problem("edition", reason)])
        if piece.editions.filter(state=State.DRAFT).exists():
            reason = f"is new, but edition {last} {_UNTOUCHED[State.DRAFT]}"
            raise ProblemsFound([Problem("edition", reason)])
        edition = Edition.objects.create(
            piece=piece, number=given.number, title=given.title, loaded_digest=given.digest
        )
        publishing.publish(
            edition=edition, record=record, by=None, as_of=given.as_of, verb=Verb.LOADED
        )
        self._outcome.new += 1

    def _correct(self, edition: Edition, given: EditionFile) -> None:
        if why_not := self._why_untouched(edition):
            raise ProblemsFound([Problem("edition", f"{given.number} of {given.piece} {why_not}")])
        record = self._names.resolve(given)
        fields = {"loaded_digest": given.digest, "as_of": given.as_of or edition.as_of}
        Edition.objects.filter(pk=edition.pk).update(**fields)
        publishing.correct(edition=edition, record=record, by=None)
        self._outcome.changed += 1

    def _why_untouched(self, edition: Edition) -> str:
        """Why a file may not change an edition; "" if it may.

        One is worked on if a person was the last to publish or correct it, or has begun to.
        """
        if edition.state in _UNTOUCHED:
            return _UNTOUCHED[State(edition.state)]
        last = edition.corrected_by_id if edition.corrected_at else edition.released_by_id
        worked_on = last or WorkingCopy.objects.filter(edition=edition).exists()
        return _WORKED_ON if worked_on and not self._overwrite else ""
