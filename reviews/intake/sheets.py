"""A table in a text, such as a spreadsheet writes it: its header, its rows and what is wrong.

Rows have the numbers that a spreadsheet shows: the header is row 1, a line break in a cell begins
no row, and a first line that only names the separator ("sep=;") is none. Nothing is dropped
silently: each thing that was not read as it stands is a problem with its row.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice

from reviews.dates import quoted
from reviews.intake.column_names import named

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 200, 100_000
SAMPLE = 30  # rows by which the separator is found
SEPARATORS = (",", ";", "\t", "|")
HEADER_AMONG = 6  # rows in which a header is looked for, under what stands above a table
LONGEST_NAME = 80  # of a column: a longer text is a cell

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SEP_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|$)', re.IGNORECASE)
_QUOTED = re.compile(r'[ ]*"((?:[^"]++|"")*+)"')
_DATA = re.compile(r"https?://|www\.|[0-9]{4}(?:-[0-9]{2})*$|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}$")


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

    def problem(self, row: int, code: str, text: str) -> None:
        self.problems.append(Problem(row, code, text))

    def samples(self, column: int, most: int = 3) -> list[str]:
        """The first cells of a column that say something."""
        said = (row.cells[column] for row in self.rows if row.cells[column])
        return list(islice(said, most))


def read_csv(text: str) -> Table:
    """The table of a text: commas, semicolons, tabs or bars between cells, whichever it has."""
    table = Table()
    text = _plain(text, table)
    told = _SEP_LINE.match(text)
    if told:
        text = text[told.end() :]
    separator = told[1] if told and told[1] not in '"\n' else _separator(text)
    rows: list[Row] = []
    _take(_rows(text, separator, table), rows, table)
    if not rows:
        table.problem(0, "empty", "The table has no rows. Is it the right file?")
        return table
    _take_header(rows, table)
    _even_out(rows, table)
    _name_columns(table)
    for row in table.rows:
        _look_at(row, table)
    return table


def letter(column: int) -> str:
    """What a spreadsheet calls a column: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _plain(text: str, table: Table) -> str:
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _NOT_TEXT.search(text):
        text, count = _NOT_TEXT.subn("", text)
        signs = "character that is" if count == 1 else "characters that are"
        table.problem(0, "not-text", f"{count:,} {signs} not text left out.")
    return text


def _separator(text: str) -> str:
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
    rows = islice(_rows(text, separator, Table()), SAMPLE)
    widths = [len(row.cells) for row in rows if any(row.cells)]
    usual, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    if usual == 1:
        return 0
    return count / len(widths) * min(usual, 4) * (1 if widths[0] > 1 else 0.5)


def _rows(text: str, separator: str, table: Table) -> Iterator[Row]:
    """Every row, empty ones too."""
    place, number = 0, 1
    plain = re.compile(rf"[^{re.escape(separator)}\n]*")
    while place < len(text):
        cells: list[str] = []
        while True:
            cell, place = _cell(text, place, plain, Place(number, len(cells)), table)
            cells.append(cell.strip())
            if place >= len(text) or text[place] == "\n":
                break
            place += 1
            if len(cells) > 20 * MOST_COLUMNS:
                place = _end_of_line(text, place)
                break
        place += 1
        yield Row(number, tuple(cells))
        number += 1


@dataclass(frozen=True, slots=True)
class Place:
    row: int
    column: int

    def __str__(self) -> str:
        return f"{letter(self.column)}{self.row}"


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


def _take(rows: Iterable[Row], taken: list[Row], table: Table) -> None:
    """The rows that say something, as many as are read; empty ones between them are told of."""
    empty: list[int] = []
    unread = 0
    for row in rows:
        if not any(row.cells):
            empty.append(row.number)
        elif len(taken) > MOST_ROWS:
            unread += 1
        else:
            taken.append(row)
    last = taken[-1].number if taken else 0
    between = [number for number in empty if number < last]
    if between:
        one = len(between) == 1
        said = f"{_numbers(between)} {'is' if one else 'are'} empty."
        table.problem(between[0], "empty-rows", f"{'Row' if one else 'Rows'} {said}")
    if unread:
        said = f"Only the first {MOST_ROWS:,} rows were read: {unread:,} below row {last:,} not."
        table.problem(last + 1, "too-many-rows", f"{said} Divide the file.")


def _numbers(numbers: list[int]) -> str:
    """Numbers in a sentence, runs of them as such: "3, 5 to 9 and 12"."""
    runs = []
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        runs.append(f"{found[0]:,}" if len(found) == 1 else f"{found[0]:,} to {found[-1]:,}")
    if len(runs) > 12:
        runs = [*runs[:11], f"{len(runs) - 11} more"]
    return " and ".join(filter(None, [", ".join(runs[:-1]), runs[-1]]))


def _take_header(rows: list[Row], table: Table) -> None:
    """Which row names the columns: of the first, the one with most names that are known."""
    known = [sum(bool(named(cell)) for cell in row.cells if cell) for row in rows[:HEADER_AMONG]]
    place = known.index(max(known))
    if known[place] < 2:
        place = 0
    if _is_data(rows[place], known[place]):
        said = "has no names of columns, so it was read as a review. Say below what each column is."
        table.problem(rows[0].number, "no-header", f"The first row {said}")
        table.rows = rows
        return
    for row in rows[:place]:
        said = f"stands above the names of the columns and was not read: {_shown(row.cells)}."
        table.problem(row.number, "above-header", f"Row {row.number} {said}")
    table.header = list(rows[place].cells)
    table.rows = rows[place + 1 :]
    if not table.rows:
        table.problem(0, "no-rows", "The table has names of columns, but no rows below them.")


def _is_data(row: Row, known: int) -> bool:
    """Whether a row is no header: most of its cells are no names, or some can't be."""
    said = [cell for cell in row.cells if cell]
    if 2 * known >= len(said):
        return False
    return any(len(cell) > LONGEST_NAME or _DATA.match(cell) for cell in said)


def _even_out(rows: list[Row], table: Table) -> None:
    """As many cells in each row; columns that nothing stands in are left out at the end."""
    used = max(_width(table.header), *(_width(row.cells) for row in rows))
    named_ = _width(table.header) or Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    if used > MOST_COLUMNS:
        said = f"The table has {used:,} columns. The first {MOST_COLUMNS} were read."
        table.problem(0, "too-many-columns", said)
        used = MOST_COLUMNS
    for row in table.rows:
        over = [cell for cell in row.cells[named_:] if cell]
        if over:
            said = f"has more cells than there are columns: {_shown(over)}."
            why = "A separator in a cell has to stand in quotation marks."
            table.problem(row.number, "long-row", f"Row {row.number} {said} {why}")
        elif len(row.cells) < named_ and len(row.cells) < len(table.header):
            said = f"has {len(row.cells)} cells instead of {len(table.header)}."
            table.problem(row.number, "short-row", f"Row {row.number} {said} Look whether they fit.")
    table.header = (table.header + [""] * used)[:used]
    table.rows = [Row(row.number, (row.cells + ("",) * used)[:used]) for row in table.rows]


def _width(cells: Iterable[str]) -> int:
    """How many cells there are up to the last that says something."""
    return max((place for place, cell in enumerate(cells, start=1) if cell), default=0)


def _name_columns(table: Table) -> None:
    """Every column has a name; those that share one are told of."""
    places: dict[str, list[str]] = {}
    spelt: dict[str, str] = {}
    for column, name in enumerate(table.header):
        if name:
            same = " ".join(name.lower().split())
            spelt.setdefault(same, name)
            places.setdefault(same, []).append(letter(column))
        elif any(row.cells[column] for row in table.rows):
            table.header[column] = f"Column {letter(column)}"
    for same, letters in places.items():
        if len(letters) > 1:
            said = f"Columns {_joined(letters)} have the same name, {quoted(spelt[same])}."
            table.problem(0, "same-name", said)
    unnamed = [name for name in table.header if re.fullmatch("Column [A-Z]+", name)]
    if unnamed and len(unnamed) < len([name for name in table.header if name]):
        said = f"{_joined(unnamed)} {'has' if len(unnamed) == 1 else 'have'} no name."
        table.problem(0, "no-name", said)
    kept = [place for place, name in enumerate(table.header) if name]
    table.letters = [letter(place) for place in kept]
    table.header = [table.header[place] for place in kept]
    table.rows = [Row(row.number, tuple(row.cells[p] for p in kept)) for row in table.rows]


def _look_at(row: Row, table: Table) -> None:
    """Cells that are kept as they are, but hardly meant so."""
    for name, cell in zip(table.header, row.cells, strict=True):
        where = f"Row {row.number}, {quoted(name)}:"
        if len(cell) > 1 and cell[0] == "=":
            said = f"{where} {quoted(cell)} is a formula. It was kept as text, not worked out."
            table.problem(row.number, "formula", said)
        if len(cell) > LONGEST_CELL:
            said = f"{where} the cell has {len(cell):,} characters."
            table.problem(row.number, "long-cell", f"{said} Is a quotation mark missing?")


def _joined(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _shown(cells: Iterable[str]) -> str:
    said = [quoted(cell) for cell in cells if cell]
    more = f" and {len(said) - 5} more" if len(said) > 5 else ""
    return ", ".join(said[:5]) + more
