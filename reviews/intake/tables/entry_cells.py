"""A cell that holds a whole entry, as it stands in a list, is read as one."""

from dataclasses import replace

from reviews.intake import reading
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Intake, Leftover, Proposal, Warning, moved
from reviews.intake.tables.cells import Cell


def read_entry(
    cell: Cell, proposal: Proposal, intake: Intake, lexicon: Lexicon, *, month: str | None
) -> None:
    """Put what an entry says into a proposal; what the cell says besides is left over.

    An entry without a title line is an account; another column names the review.
    """
    found = reading.read(cell.text, lexicon, month=month)
    if not found.proposals:
        found = reading.read_entry(cell.text, lexicon, month=month)
    first, *others = found.proposals
    for leftover in found.leftovers:
        _leave_over(cell, leftover, intake)
    for other in others:
        text = other.span.of(found.text)
        _leave_over(cell, Leftover(other.span, text, "a second entry in one cell"), intake)
    if others:
        said = f"{cell.where}: {len(found.proposals)} entries stand in one cell."
        proposal.warn("title", "several-entries", f"{said} Only the first was read.")
    for warning in found.warnings:
        intake.warnings.append(Warning("", warning.code, f"{cell.where}: {warning.text}"))
    proposal.record |= first.record
    proposal.fields |= {name: moved(place, cell.start) for name, place in first.fields.items()}
    proposal.warnings += first.warnings
    proposal.incomplete, proposal.role = first.incomplete, first.role
    proposal.certainty = first.certainty


def _leave_over(cell: Cell, leftover: Leftover, intake: Intake) -> None:
    intake.leftovers.append(replace(leftover, span=leftover.span.moved(cell.start)))
