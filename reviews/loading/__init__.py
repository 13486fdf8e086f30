"""Loading records: from lines of a file to published reviews, a batch at a time.

The same file can be loaded again, after an end or in the middle: what is as it was is passed
over, what changed takes the place of what was loaded before.
"""

import contextlib
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from operator import itemgetter

from reviews import records
from reviews.loading import batches
from reviews.loading.batches import Numbered, Outcome
from reviews.loading.files import File, Line
from reviews.parsing import Problem, ProblemsFound

__all__ = ["BATCH", "File", "Load"]

BATCH = 500  # lines
LARGEST_BATCH = 16_000_000  # bytes

type Report = Callable[[str, Problem], object]
type Batch = tuple[list[Numbered], Outcome]


class Load:
    """The loading of one file; counts what became of its records."""

    def __init__(
        self, file: File, report: Report, *, dry_run: bool = False, overwrite: bool = False
    ) -> None:
        self.new = self.changed = self.unchanged = self.faulty = 0
        self._file = file
        self._report = report
        self._write = partial(batches.check if dry_run else batches.write, overwrite=overwrite)
        # Of each reference only its hash, which is 8 bytes, and where it stood.
        self._first: dict[int, int] = {}

    @property
    def noun(self) -> str:
        """What the file's parts are called, once reading has begun."""
        return self._file.noun

    def run(self) -> None:
        """Load every record that can be loaded, and report what is wrong with the others."""
        batches_read = self._batches()
        # Ctrl-C would not reach a thread that waits for a pipe.
        if self._file.is_on_disk:
            batches_read = _ahead(batches_read)
        with contextlib.closing(batches_read):
            for good, outcome in batches_read:
                if good:
                    outcome.add(self._write(good))
                self._count(outcome)

    def _batches(self) -> Generator[Batch]:
        """The records that are right, a batch at a time, with what is wrong with the others."""
        good: list[Numbered] = []
        outcome, lines, size = Outcome(), 0, 0
        for line in self._file:
            if item := self._read(line, outcome):
                good.append(item)
            lines += 1
            size += line.size
            if lines >= BATCH or size >= LARGEST_BATCH:
                yield good, outcome
                good, outcome, lines, size = [], Outcome(), 0, 0
        yield good, outcome

    def _read(self, line: Line, outcome: Outcome) -> Numbered | None:
        try:
            if line.problem:
                raise ProblemsFound([Problem("", line.problem)])
            record = records.parse(line.data)
            first = self._first.setdefault(hash(record.reference), line.number)
            if first != line.number:
                reason = f"{record.reference} stands on {self.noun} {first} too. Remove one."
                raise ProblemsFound([Problem("reference", reason)])
        except ProblemsFound as error:
            outcome.problems += [(line.number, problem) for problem in error.problems]
            return None
        return Numbered(line.number, record, record.digest())

    def _count(self, outcome: Outcome) -> None:
        self.new += outcome.new
        self.changed += outcome.changed
        self.unchanged += outcome.unchanged
        by_number = itemgetter(0)
        for number, problems in groupby(sorted(outcome.problems, key=by_number), key=by_number):
            self.faulty += 1
            for _, problem in problems:
                self._report(f"{self.noun} {number}", problem)


def _ahead(batches_read: Generator[Batch]) -> Generator[Batch]:
    """The same batches, each read while the database is busy with the one before."""
    with ThreadPoolExecutor(1) as reader:
        upcoming = reader.submit(next, batches_read, None)
        while (batch := upcoming.result()) is not None:
            upcoming = reader.submit(next, batches_read, None)
            yield batch
