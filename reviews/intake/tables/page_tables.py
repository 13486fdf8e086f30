"""A table of a page as a table of reviews, with its links apart from its words."""

import re
from collections.abc import Iterable

from reviews.dates import quoted
from reviews.intake.link_labels import kind_of
from reviews.intake.tables.column_names import ENTRY, LABEL, LINK
from reviews.intake.tables.grid_records import as_records
from reviews.intake.tables.grid_rows import as_rows
from reviews.intake.tables.grids import TITLE_LINK, Grid, field_of, without_empty
from reviews.intake.tables.separated import Row, Table, letter
from reviews.intake.titles import ALIAS

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
    records = as_records(grid)
    table = records or as_rows(grid)
    if table:
        table.is_record = records is not None
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
        if field in _KEEP or (field is None and not _are_names(row[place] for row in rows)):
            continue
        for number, row in enumerate(rows):
            links = [found[2] for found in _LINK.finditer(row[place]) if found[2] != "#"]
            row[place] = _LINK.sub(lambda found: re.sub(r"\\(.)", r"\1", found[1]), row[place])
            if field == "title" or (field is None and not has_title):
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
