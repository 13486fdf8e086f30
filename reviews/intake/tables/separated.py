"""Text in rows and cells: what stands between cells is found; quotation marks may be forgotten."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from reviews.intake.formats.texts import clean
from reviews.intake.tables.column_names import named

MOST_COLUMNS = 200
SAMPLE = 30  # rows by which the separator is found
SEPARATORS = (",", ";", "\t", "|")

_QUOTED = re.compile(r'[ ]*"((?:[^"]++|"")*+)"')


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row (0: with the file), a stable code, and words for people."""

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, with a cell for each column."""

    number: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class Table:
    """`header` names every column; one without a name of its own is "Column C"."""

    header: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)  # what a spreadsheet calls each column
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    name: str = ""  # where a text has several: "Table 2"
    is_record: bool = False  # whether a label stood before each value: one review, or few

    def problem(self, row: int, code: str, text: str) -> None:
        self.problems.append(Problem(row, code, text))

    def samples(self, column: int, most: int = 3) -> list[str]:
        """The first cells of a column that say something."""
        said = (row.cells[column] for row in self.rows if row.cells[column])
        return list(islice(said, most))


@dataclass(frozen=True, slots=True)
class Place:
    row: int
    column: int

    def __str__(self) -> str:
        return f"{letter(self.column)}{self.row}"


def letter(column: int) -> str:
    """What a spreadsheet calls a column: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def separator_of(text: str) -> str:
    """What stands between cells: what divides the first rows into most columns, most evenly.

    "" where nothing does: a table of one column.
    """

    first = next((line for line in text.split("\n", 40) if line.strip()), "")
    if not any(separator in first for separator in SEPARATORS) and named(first.strip(' "')):
        return ""
    scores = {separator: _evenness(text, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=scores.__getitem__)
    return best if scores[best] else ""


def _evenness(text: str, separator: str) -> float:
    """The share of rows that are as wide as most, times that width; 0 if that is one cell."""
    rows = list(islice(rows_of(text, separator, Table()), SAMPLE))
    said = [row for row in rows if any(row.cells)]
    widths = [len(row.cells) for row in said or rows]
    usual, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    if usual == 1:
        return 0
    return count / len(widths) * min(usual, 4) * (1 if widths[0] > 1 else 0.5)


def rows_of(text: str, separator: str, table: Table) -> Iterator[Row]:
    """Every row, empty ones too."""
    place, number = 0, 1
    plain = re.compile(rf"[^{re.escape(separator)}\n]*")
    while place < len(text):
        cells: list[str] = []
        while True:
            cell, place = _cell(text, place, plain, Place(number, len(cells)), table)
            cells.append(cell.strip() if cell.isascii() else clean(cell).strip())
            if place >= len(text) or text[place] == "\n":
                break
            place += 1
            if len(cells) > 20 * MOST_COLUMNS:
                place = _end_of_line(text, place)
                break
        place += 1
        yield Row(number, tuple(cells))
        number += 1


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _cell(
    text: str, place: int, plain: re.Pattern[str], where: Place, table: Table
) -> tuple[str, int]:
    """The cell that begins here, and where it ends: at a separator or the end of the line.

    A quotation mark that is never closed, or closed only in the middle of another line, is an
    ordinary sign: else one forgotten mark would swallow the rows behind it.
    """
    opening = _QUOTED.match(text, place)
    if opening:
        rest = plain.match(text, opening.end())
        behind, end = (rest[0], rest.end()) if rest else ("", opening.end())
        held = opening[1].replace('""', '"')
        if not behind.strip():
            return held, end
        if "\n" not in held:
            return f'"{held}"{behind}', end
    found = plain.match(text, place)
    cell, end = (found[0], found.end()) if found else ("", place)
    if cell.lstrip(" ").startswith('"'):
        said = "has a quotation mark that is not closed. The cell was read to the end of its line."
        table.problem(where.row, "open-quote", f"Cell {where} {said}")
    return cell, end
