"""A table of a page in which each row is a label and its value: one review, or several."""

from reviews.intake.tables.column_names import ENTRY, LIKE
from reviews.intake.tables.grids import (
    LONGEST_LABEL,
    Grid,
    Square,
    field_of,
    fields_of,
    label_of,
    said,
)
from reviews.intake.tables.separated import Row, Table, letter

MOST_LABELS = 150  # that differ
LEAST_KNOWN = 0.6  # of the labels
# What the grammar of lists reads by its words, under a title line that is no part of the table.
OF_ENTRIES = {"learning", "recommendations", "keywords", "summary", "title"}
TITLE = "Title"

type Pair = tuple[str, str]


def as_records(grid: Grid) -> Table | None:
    """The table, if its labels are those of reviews: a row for each of them."""
    if not grid or not 2 <= len(grid[0]) <= 8 or len({row[0].text for row in grid}) > MOST_LABELS:
        return None
    lines = [_pairs(row) for row in grid]
    labels = [label for line in lines if line for label, _ in line]
    fields = fields_of(labels, LIKE)
    known = [label for label in labels if field_of(label, LIKE)]
    if len(fields) < 3 or len(known) < LEAST_KNOWN * len(labels):
        return None
    if not (fields - OF_ENTRIES) or (not {"title", ENTRY} & fields and len(fields) < 3):
        return None
    return _table(_records(grid, lines))


def turned(grid: Grid) -> Grid | None:
    """A table in which each column is a review, with its rows as columns."""
    if len(grid[0]) < 3 or len(grid) < 3:
        return None
    labels = [row[0].text for row in grid]
    if len(labels) > MOST_LABELS:
        return None
    known = [label for label in labels if field_of(label, LIKE)]
    if len(fields_of(known)) < 3 or len(known) < LEAST_KNOWN * len(labels):
        return None
    found = [list(column) for column in zip(*grid, strict=True)]
    if not found[0][0].text:
        found[0][0] = Square(TITLE, is_head=True)
    return found


def _pairs(row: list[Square]) -> list[Pair] | None:
    """Labels and values that stand beside each other in a row; none if it is no such row."""
    cells = [square for square in row if square.number and square.is_first]
    if len(cells) < 2 or len(cells) % 2:
        return None
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    if len(pairs) > 1 and not all(field_of(label.text, LIKE) for label, _ in pairs if label.text):
        return None
    if any(len(label.text) > LONGEST_LABEL for label, _ in pairs):
        return None
    return [(label_of(label.text), value.text) for label, value in pairs if label.text]


def _records(grid: Grid, lines: list[list[Pair] | None]) -> list[dict[str, str]]:
    """One for each review. A heading, or a label that names a review again, begins the next."""
    found: list[dict[str, str]] = [{}]
    last = ""
    for row, line in zip(grid, lines, strict=True):
        if line is None:
            last = _put_heading(found, " ".join(square.text for square in said(row)), last)
            continue
        if not line and last:  # a value that goes on in a row without a label
            found[-1][last] += "".join(f"\n{square.text}" for square in said(row))
        for label, value in line:
            first = next(iter(found[-1]), None)
            if label in found[-1] and label in (first, _naming(found[-1])):
                found.append({})
            _put(found[-1], label, value)
            last = label
    return [record for record in found if any(record.values())]


def _put_heading(found: list[dict[str, str]], text: str, last: str) -> str:
    """A row that is no pair is a title where a record begins, and else more of the last value."""
    record = found[-1]
    named = _naming(record)
    if not record or (not named and len(text) <= LONGEST_LABEL) or TITLE in record:
        if record and len(text) <= LONGEST_LABEL:
            found.append({})
        if not found[-1]:
            _put(found[-1], TITLE, text)
            return TITLE
    if last:
        _put(record, last, text)
    return last


def _naming(record: dict[str, str]) -> str | None:
    """The label of a record that names the review."""
    return next((label for label in record if field_of(label, LIKE) == "title"), None)


def _put(record: dict[str, str], label: str, value: str) -> None:
    before = record.get(label, "")
    record[label] = f"{before}\n{value}" if before and value else before or value


def _table(records: list[dict[str, str]]) -> Table | None:
    header = list(dict.fromkeys(label for record in records for label in record))
    if not header:
        return None
    table = Table(header, [letter(place) for place in range(len(header))])
    table.rows = [
        Row(number, tuple(record.get(label, "") for label in header))
        for number, record in enumerate(records, start=1)
    ]
    return table
