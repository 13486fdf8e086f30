"""A table in a text, such as a spreadsheet writes it: its header, its rows and what is wrong.

Rows have the numbers that a spreadsheet shows: the header is row 1, a line break in a cell begins
no row, and a first line that only names the separator ("sep=;") is none. Nothing is dropped
silently: each thing that was not read as it stands is a problem with its row.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from reviews.dates import quoted
from reviews.intake.formats.texts import MOST_CHARACTERS, TOO_LONG
from reviews.intake.tables.column_names import NUMBERED, named
from reviews.intake.tables.separated import (
    MOST_COLUMNS,
    Problem,
    Row,
    Table,
    letter,
    rows_of,
    separator_of,
)
from reviews.parsing import NOT_TEXT

MOST_ROWS, LONGEST_CELL = 5_000, 100_000
MOST_TOLD = 25  # problems of one sort
HEADER_AMONG = 6  # rows in which a header is looked for, under what stands above a table
LONGEST_NAME = 80  # of a column: a longer text is a cell

_SEP_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|$)', re.IGNORECASE)
_DATA = re.compile(r"https?://|www\.|[0-9]{4}(?:-[0-9]{2})*$|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}$")


def read_csv(text: str) -> Table:
    """The table of a text: commas, semicolons, tabs or bars between cells, whichever it has."""
    table = Table()
    text = _plain(text, table)
    told = _SEP_LINE.match(text)
    if told:
        text = text[told.end() :]
    separator = told[1] if told and told[1] not in '"\n' else separator_of(text)
    rows: list[Row] = []
    _take(rows_of(text, separator, table), rows, table)
    if not rows:
        table.problem(0, "empty", "The table has no rows. Is it the right file?")
        return table
    _take_header(rows, table)
    _even_out(rows, table)
    _name_columns(table)
    for row in table.rows:
        _look_at(row, table)
    table.problems.sort(key=lambda problem: problem.row)
    return table


def _plain(text: str, table: Table) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if len(text) > MOST_CHARACTERS:
        table.problem(0, "too-long", TOO_LONG)
        return ""
    if NOT_TEXT.search(text):
        text, count = NOT_TEXT.subn("", text)
        said = "1 character was" if count == 1 else f"{count:,} characters were"
        table.problem(0, "not-text", f"{said} left out: no text has them. Is the file damaged?")
    return text


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


def told(problems: list[Problem], noun: str = "rows") -> list[Problem]:
    """The same, but of many of one sort only the first, and the numbers of the other rows."""
    of_code: dict[str, list[Problem]] = {}
    for problem in problems:
        of_code.setdefault(problem.code, []).append(problem)
    kept = [problem for found in of_code.values() for problem in found[:MOST_TOLD]]
    for code, found in of_code.items():
        if more := found[MOST_TOLD:]:
            rows = _numbers(sorted({problem.row for problem in more}))
            said = f"And {len(more):,} more like the one before, in {noun} {rows}."
            place = kept.index(found[MOST_TOLD - 1]) + 1
            kept.insert(place, Problem(more[0].row, code, said))
    return kept


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
    """Which row names the columns: the first, or under lines of few cells one of known names."""
    known = [_known(row) for row in rows[:HEADER_AMONG]]
    wide = [_width(row.cells) > 2 * _said(rows[0]) for row in rows[:HEADER_AMONG]]
    below = [place for place, count in enumerate(known) if wide[place] and count > 1]
    place = below[0] if below else 0
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


def _known(row: Row) -> int:
    """How many cells are names of columns, exactly."""
    found = (named(cell) for cell in row.cells if cell)
    return sum(name is not None and name[1] >= NUMBERED for name in found)


def _said(row: Row) -> int:
    return sum(bool(cell) for cell in row.cells)


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
            table.problem(row.number, "short-row", f"Row {row.number} {said} Check that they fit.")
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
