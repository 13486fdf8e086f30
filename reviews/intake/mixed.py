"""A page with tables of reviews, read as one text: what stands around them, and their rows.

What an editor sees is that text, each row of a table written out in its place. A table that does
not say in which month or year its reviews came, or whom its one review is about, has that from the
heading above it.
"""

import re
from dataclasses import replace

from reviews.intake import reading
from reviews.intake.formats.texts import MOST_CHARACTERS, TOO_LONG, Text, Unreadable
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Intake, Leftover, Proposal, Span, Warning, moved
from reviews.intake.tables import accounts, labelled_lines
from reviews.intake.tables.grids import SHORT, field_of
from reviews.intake.tables.separated import Row, Table, letter
from reviews.intake.tables.written_out import Written

MOST = reading.MOST  # rows of all tables
_NO_ENTRIES = "no-entries"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read(
    text: Text, lexicon: Lexicon, *, month: str | None = None, otherwise: str | None = None
) -> Intake:
    """Read a text and the tables in it. `month` and `otherwise` are those of `reading.read`."""
    parts = [one for part in text.parts or (text.text,) for one in _divided(part)]
    if len(parts) == 1 and isinstance(parts[0], str):
        return reading.read(text.text, lexicon, month=month, otherwise=otherwise)
    whole = _Whole(lexicon, month, otherwise)
    for part in parts:
        if isinstance(part, str):
            whole.add_text(part)
        else:
            whole.add_table(part)
    return whole.found()


def _divided(part: str | Table) -> list[str | Table]:
    return labelled_lines.parts(part) if isinstance(part, str) else [part]


class _Whole:
    """What was read so far of a page."""

    def __init__(self, lexicon: Lexicon, month: str | None, otherwise: str | None) -> None:
        self.lexicon, self.month, self.otherwise = lexicon, month, otherwise
        self.written = Written()
        self.intake = Intake("", added=month)
        self.above: Intake | None = None  # the text above the next table
        self.rows = 0

    def add_text(self, text: str) -> None:
        found = reading.read(text, self.lexicon, month=self.month, otherwise=self.otherwise)
        found.warnings = [one for one in found.warnings if one.code == "too-many"]
        self.above = found
        self._put(found)

    def add_table(self, table: Table) -> None:
        heading = self._heading()
        unread = table.rows[max(0, MOST - self.rows) :]
        table.rows = table.rows[: len(table.rows) - len(unread)]
        self.rows += len(table.rows)
        if heading and not self._is_named(table) and table.is_record and len(table.rows) == 1:
            _add_column(table, "Title", heading.text)
            self.intake.leftovers.remove(heading)
        elif heading and (year := _year_of(heading.text)) and not _has(table, "published"):
            _add_column(table, "Year", year)
        month = self.month or (self.above and self.above.added) or self.intake.added
        found = accounts.read(table, self.lexicon, month=month or self.otherwise)
        found.added = None
        if unread:
            said = f"Only the first {MOST} rows were read. Divide the text and read in the rest."
            found.warnings.append(Warning("", "too-many", said))
        self._put(found)
        self._leave_over(unread)
        self.above = None

    def found(self) -> Intake:
        self.intake.text = self.written.text.strip("\n")
        if len(self.intake.text) > MOST_CHARACTERS:
            raise Unreadable(TOO_LONG)
        reading.look_at_whole(self.intake)
        return self.intake

    def _put(self, found: Intake) -> None:
        if self.written.length:
            self.written.add("\n\n")
        start = self.written.add(found.text.strip("\n"))
        if self.written.length > MOST_CHARACTERS:
            raise Unreadable(TOO_LONG)
        whole = self.intake
        whole.proposals += [_placed(proposal, start) for proposal in found.proposals]
        whole.leftovers += [replace(one, span=one.span.moved(start)) for one in found.leftovers]
        whole.warnings += found.warnings
        whole.declared = whole.declared or found.declared
        whole.added = whole.added or found.added

    def _heading(self) -> Leftover | None:
        """The line right above a table, if it is short and belongs to no entry."""
        if not self.above or not self.above.leftovers:
            return None
        last = self.intake.leftovers[-1]
        is_last = last.span.end == self.written.length and "\n" not in last.text
        short = len(last.text) <= SHORT and not last.text.endswith((".", ",", ";"))
        return last if is_last and short else None

    def _is_named(self, table: Table) -> bool:
        return _has(table, "title") or _has(table, "entry")

    def _leave_over(self, rows: list[Row]) -> None:
        for row in rows:
            text = " | ".join(filter(None, row.cells))
            start = self.written.add(f"\n{text}") + 1
            span = Span(start, start + len(text))
            self.intake.leftovers.append(Leftover(span, text, "too many at once"))


def _has(table: Table, field: str) -> bool:
    return any(field_of(name) == field for name in table.header)


def _year_of(heading: str) -> str | None:
    """The one year that a heading names."""
    years = set(_YEAR.findall(heading))
    return years.pop() if len(years) == 1 else None


def _add_column(table: Table, name: str, text: str) -> None:
    table.header.insert(0, name)
    table.letters.append(letter(len(table.letters)))
    table.rows = [Row(row.number, (text, *row.cells)) for row in table.rows]


def _placed(proposal: Proposal, start: int) -> Proposal:
    proposal.span = proposal.span.moved(start)
    proposal.fields = {name: moved(place, start) for name, place in proposal.fields.items()}
    return proposal
