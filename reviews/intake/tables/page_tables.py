"""A table of a page as a table of reviews, with its links apart from its words."""

import re
from collections.abc import Iterable

from reviews.dates import quoted
from reviews.intake.formats.texts import MOST_CHARACTERS
from reviews.intake.link_labels import kind_of
from reviews.intake.tables.column_names import ENTRY, LABEL, LINK
from reviews.intake.tables.grid_records import as_records, turned
from reviews.intake.tables.grid_rows import as_rows
from reviews.intake.tables.grids import (
    MOST_COLUMNS,
    TITLE_LINK,
    Grid,
    Square,
    field_of,
    without_empty,
)
from reviews.intake.tables.separated import Row, Table, letter, rows_of
from reviews.intake.titles import ALIAS

SOME = 20_000  # characters in which a tab is looked for
LEAST_TABS = 3  # cells of a row
_LINK = re.compile(r"\[((?:[^\[\]\\\n]|\\.){0,300}+)\]\(([^()\s]{0,2000})\)")
_GENERIC = re.compile(
    r"\W*(?:read|download|view|see|open|click|pdf|here|link|report|more|full|website)\b", re.I
)
_KEEP = {ENTRY, "summary", LINK, LABEL}  # what is read with its links


def as_table(grid: Grid) -> Table | None:
    """The table, if it holds reviews."""
    grid = without_empty(grid)
    if not grid:
        return None
    if table := as_records_alone(grid):
        return table
    if table := as_rows(turned(grid) or grid):
        _part_links(table)
    return table


def with_tabs(text: str) -> list[str | Table]:
    """A text into which a table was pasted, cells divided by tabs: what is around it, and it."""
    if "\t" not in text[:SOME] or len(text) > MOST_CHARACTERS:
        return []
    rows = [list(row.cells) for row in rows_of(text, "\t", Table()) if any(row.cells)]
    wide = [place for place, row in enumerate(rows) if len(row) >= LEAST_TABS]
    if len(wide) < 2 or len(wide) < 0.8 * (wide[-1] - wide[0] + 1):
        return []
    inner, width = rows[wide[0] : wide[-1] + 1], max(map(len, rows))
    grid = [
        [Square(cell, place * width + column + 1) for column, cell in enumerate(row)]
        + [Square()] * (width - len(row))
        for place, row in enumerate(inner)
    ]
    table = as_table(grid) if width <= MOST_COLUMNS else None
    around = ("\n".join(map(" ".join, some)) for some in (rows[: wide[0]], rows[wide[-1] + 1 :]))
    before, after = around
    return [part for part in (before, table, after) if part] if table else []


def as_records_alone(grid: Grid) -> Table | None:
    """The table, if a label stands before each of its values."""
    if table := as_records(grid):
        table.is_record = True
        _part_links(table)
    return table


def _part_links(table: Table) -> None:
    """Words and addresses of cells that are no links by themselves. A title's leads to a report."""
    titles = [""] * len(table.rows)
    rows = [list(row.cells) for row in table.rows]
    has_title = any(field_of(name) == "title" for name in table.header)
    for place, name in enumerate(table.header):
        if not any("](" in row[place] for row in rows):
            continue
        field = field_of(name)
        is_unnamed = field is None and (has_title or not _are_names(row[place] for row in rows))
        if field in _KEEP or is_unnamed:
            continue
        for number, row in enumerate(rows):
            links = [found[2] for found in _LINK.finditer(row[place]) if found[2] != "#"]
            row[place] = _LINK.sub(lambda found: re.sub(r"\\(.)", r"\1", found[1]), row[place])
            if field in ("title", None):
                titles[number] = "\n".join(filter(None, [titles[number], *links]))
            elif links:
                _tell(table, table.rows[number].number, name, links)
    if any(titles):
        table.header.append(TITLE_LINK)
        table.letters.append(letter(len(table.letters)))
        for row, link in zip(rows, titles, strict=True):
            row.append(link)
    table.rows = [
        Row(row.number, tuple(cells)) for row, cells in zip(table.rows, rows, strict=True)
    ]


def _tell(table: Table, row: int, name: str, links: list[str]) -> None:
    said = f"Row {row}, {quoted(name)}: the link {', '.join(links)} was left out."
    table.problem(row, "link-aside", said)


def _are_names(cells: Iterable[str]) -> bool:
    """Whether links are called by what they lead to, not "Read the report"."""
    labels = [found[1] for cell in cells for found in _LINK.finditer(cell)]
    return 2 * sum(map(_is_generic, labels)) < len(labels)


def _is_generic(label: str) -> bool:
    names_kind = kind_of(label) != "other" and not ALIAS.search(label)
    return bool(_GENERIC.match(label)) or names_kind
