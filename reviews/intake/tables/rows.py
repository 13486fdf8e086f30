"""The rows of a table become proposals. What an editor sees beside them is each row, written out:

    Row 2
    Title: Child A
    Published: 2018

So every value has a place in a text, as it has in what is pasted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import FAIRLY, Intake, Leftover, Proposal, Span, Warning
from reviews.intake.tables.cells import NOT_COMPARED, Cell, Filling, Nearness
from reviews.intake.tables.column_names import ENTRY, FIELDS, IGNORE
from reviews.intake.tables.columns import Mapping
from reviews.intake.tables.entry_cells import read_entry
from reviews.intake.tables.filling import blank_record, fill, look_at
from reviews.intake.tables.separated import Problem, Row, Table
from reviews.intake.tables.sheets import told
from reviews.intake.tables.written_out import Written


def read_rows(
    table: Table,
    mapping: Mapping,
    lexicon: Lexicon,
    *,
    sure: Sequence[float] | None = None,
    month: str | None = None,
) -> Intake:
    """A proposal for each row that says something; the others are left over, with their numbers.

    `sure` says of each column how sure it is that it is what it is taken for; `month` is that of
    all rows that name none.
    """
    reading = Reading(table, mapping, lexicon, sure or [1.0] * len(mapping), month)
    for row in table.rows:
        reading.add(row)
    found = [Warning("", one.code, one.text) for one in told(reading.problems)]
    reading.intake.warnings = found + reading.intake.warnings
    if reading.nearness.has_ended:
        reading.intake.warnings.append(Warning("", "not-compared", NOT_COMPARED))
    reading.intake.text, reading.intake.added = reading.written.text, month
    return reading.intake


@dataclass(slots=True)
class Reading:
    """The rows read so far."""

    table: Table
    mapping: Mapping
    lexicon: Lexicon
    sure: Sequence[float]
    month: str | None
    nearness: Nearness = field(init=False)
    problems: list[Problem] = field(init=False)
    written: Written = field(default_factory=Written)
    intake: Intake = field(default_factory=lambda: Intake(""))

    def __post_init__(self) -> None:
        self.nearness = Nearness(self.lexicon)
        self.problems = list(self.table.problems)

    def add(self, row: Row) -> None:
        start = self.written.add(f"{self._called(row)}\n")
        cells = self._write(row)
        proposal = Proposal(blank_record(), Span(start, self.written.length))
        self.written.add("\n")
        proposal.record["added"] = self.month
        for cell in cells:
            if cell.code == ENTRY:
                read_entry(cell, proposal, self.intake, self.lexicon, month=self.month)
        filling = Filling(proposal, self.lexicon, self.nearness)
        said = [cell for cell in cells if cell.code not in {ENTRY, IGNORE}]
        fill(filling, said, instead=any(cell.code == ENTRY for cell in cells))
        look_at(proposal)
        _doubt(proposal, cells)
        if proposal.fields:
            self.intake.proposals.append(proposal)
        else:
            self._leave_over(row, proposal)

    def _write(self, row: Row) -> list[Cell]:
        """Write the cells that say something, those of columns that are left out too."""
        found = []
        columns = zip(self.table.header, self.mapping, row.cells, self.sure, strict=True)
        for name, code, text, sure in columns:
            if text:
                self.written.add(f"{name}: ")
                where = f"{self._called(row)}, “{name}”"
                found.append(Cell(code, name, where, text, self.written.add(text), sure))
                self.written.add("\n")
        return found

    def _called(self, row: Row) -> str:
        """Which row it is; of which table, where there are several."""
        if not self.table.name:
            return f"Row {row.number}"
        alone = self.table.is_record and len(self.table.rows) == 1
        return self.table.name if alone else f"{self.table.name}, row {row.number}"

    def _leave_over(self, row: Row, proposal: Proposal) -> None:
        """A row of which nothing can be used; why stands with it."""
        wrong = [found.text for found in proposal.warnings if not found.code.endswith("-missing")]
        why = " ".join(wrong) or "Nothing stands in the columns that are read."
        said = f"{self._called(row)} gives nothing that can be used. {why}"
        self.problems.append(Problem(row.number, "row-not-usable", said))
        text = self.written.since(proposal.span.start).strip()
        span = Span(proposal.span.start, proposal.span.start + len(text))
        self.intake.leftovers.append(Leftover(span, text, said))


def _doubt(proposal: Proposal, cells: Sequence[Cell]) -> None:
    """Say which values come from columns that may be something else."""
    for cell in cells:
        record = FIELDS[cell.code].record
        if cell.confidence < FAIRLY and record in proposal.fields:
            said = f"{cell.where}: taken for “{FIELDS[cell.code].label}”. Check that."
            proposal.warn(record, "column-unsure", said)
