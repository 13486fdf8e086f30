"""A table of a page in which a row is a review, as rows and columns."""

import re

from reviews.intake.tables.column_names import ENTRY, NUMBERED, named
from reviews.intake.tables.grids import (
    SHORT,
    Grid,
    Square,
    are_of_reviews,
    columns_of_entries,
    field_of,
    is_alone,
    known_rows,
    label_of,
    may_be_of_reviews,
    said,
    tell_of_children,
)
from reviews.intake.tables.separated import Row, Table, letter
from reviews.intake.titles import MONTH

HEADER_AMONG = 4  # rows
# What may stand below a row that it goes on with, in a row without a name.
_GOES_ON = {"learning", "recommendations", "themes", "agencies", "keywords", "report_link", "harms"}
_YEAR = re.compile(r"\W*(?:(?:published|reviews|added)\W+(?:in\W+)?)?(?:19|20)\d\d\W*", re.I)
_MONTH = re.compile(rf"\W*{MONTH}\s+(?:19|20)\d\d\W*", re.I)


def as_rows(grid: Grid) -> Table | None:
    """The table, if it is one of reviews. What stands above its header is put into a column."""
    place = _header(grid)
    names, below = _names(grid, place) if place is not None else ([], 0)
    rows = [row for row in grid[below:] if not _is_again(row, grid, place)]
    cells = [[square.text for square in row] for row in rows if not is_alone(row)]
    if not _are_reviews(names, cells, rows):
        return None
    table = Table(names or [f"Column {letter(place)}" for place in range(len(grid[0]))])
    if not names:
        words = "The table has no names of columns. They were taken for what their cells look like."
        table.problem(0, "no-header", words)
    elif place:
        rows = [*grid[:place], *rows]
    _fill(table, rows, grid)
    return table if table.rows else None


def _are_reviews(names: list[str], cells: list[list[str]], rows: Grid) -> bool:
    if not cells:
        return False
    if names:
        return are_of_reviews(names) or (may_be_of_reviews(names) and tell_of_children(cells))
    if len(cells) < 2 or len(cells[0]) < 2 or any(one.is_headed for row in rows for one in row):
        return False
    wide = [row for row in cells if sum(map(bool, row)) > 1]
    if 2 * len(wide) < len(rows) or columns_of_entries(cells) > 1:
        return False
    return tell_of_children(wide, 0.6)


def _header(grid: Grid) -> int | None:
    """The row that names the columns: of names that are known, or of heads, or all in bold."""
    among = grid[:HEADER_AMONG]
    if (known := next(known_rows(among), None)) is not None:
        return known
    for place, row in enumerate(among):
        words = said(row)
        if len(words) > 1 and all(len(square.text) <= SHORT for square in words):
            return place if all(one.is_head or one.is_bold for one in words) else None
        if not is_alone(row):
            return None
    return None


def _names(grid: Grid, place: int) -> tuple[list[str], int]:
    """The names of the columns, and the first row below them. A header may have two rows."""
    above, below = grid[place], place + 1
    names = [label_of(square.text) for square in above]
    if below < len(grid) and _is_second(above, grid[below]):
        names = [_joined(above, grid[below], column) for column in range(len(above))]
        below += 1
    return [name or f"Column {letter(column)}" for column, name in enumerate(names)], below


def _is_second(above: list[Square], row: list[Square]) -> bool:
    """Whether a row names the parts of what the row above it names."""
    shares = any(a.number and a.number == b.number for a, b in zip(above, row, strict=True))
    divided = [b for a, b in zip(above, row, strict=True) if a.wide > 1 and a.number != b.number]
    short = all(0 < len(square.text) <= SHORT for square in divided)
    return bool(divided) and short and (shares or all(map(_is_name, divided)))


def _is_name(square: Square) -> bool:
    return square.is_head or square.is_bold or bool(field_of(square.text))


def _joined(above: list[Square], row: list[Square], column: int) -> str:
    one, other = above[column], row[column]
    if one.number == other.number or not other.text:
        return label_of(one.text)
    parent = next(a.text for a in above if a.number == one.number) if one.number else ""
    whole, own = label_of(f"{parent} {other.text}"), label_of(other.text)
    known = named(own)
    return own if known and known[1] >= NUMBERED and not (named(whole) or ("", 0))[1] else whole


def _is_again(row: list[Square], grid: Grid, place: int | None) -> bool:
    """Whether a row repeats the header."""
    if place is None:
        return False
    return [square.text for square in row] == [square.text for square in grid[place]]


def _fill(table: Table, rows: Grid, grid: Grid) -> None:
    """Put rows into the table: merged ones as one, and headings beside those below them."""
    fields = [field_of(name) for name in table.header]
    title = next((p for p, field in enumerate(fields) if field in ("title", ENTRY)), None)
    taken: list[tuple[list[Square], list[str], str]] = []
    heading = ""
    for row in rows:
        if is_alone(row):
            heading = said(row)[0].text
            continue
        if not said(row):
            continue
        cells = [square.text for square in row]
        before = taken[-1] if taken else None
        if before and _goes_on(row, before[0], fields, title):
            _add(before[1], row)
        else:
            taken.append((row, cells, heading))
    if any(above for _, _, above in taken):
        table.header.append(_heading_name([above for _, _, above in taken if above]))
        for _, cells, above in taken:
            cells.append(" ".join(above.split()))
    table.letters = [letter(place) for place in range(len(table.header))]
    table.rows = [Row(n, tuple(cells)) for n, (_, cells, _) in enumerate(taken, start=1)]


def _heading_name(headings: list[str]) -> str:
    """What a column of headings is called: as what it names, where that is plain."""
    if all(map(_MONTH.fullmatch, headings)):
        return "Month added"
    return "Year" if all(map(_YEAR.fullmatch, headings)) else "Heading above"


def _goes_on(
    row: list[Square], before: list[Square], fields: list[str | None], title: int | None
) -> bool:
    """Whether a row is more of the one above it: its name reaches down, or it has only lists."""
    if title is None:
        return False
    if row[title].number and row[title].number == before[title].number:
        return True
    if row[title].text:
        return False
    own = [field for square, field in zip(row, fields, strict=True) if square.text]
    return all(field in _GOES_ON for field in own)


def _add(cells: list[str], row: list[Square]) -> None:
    for place, square in enumerate(row):
        if square.text and square.is_first and square.text != cells[place]:
            cells[place] = f"{cells[place]}\n{square.text}".strip()
