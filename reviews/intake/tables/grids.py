"""Tables of pages: which of them hold reviews, and what their rows and columns are.

A review may be a row, or a table of its own with a label before each value. A table that holds no
reviews is none of this module's: its text is read as any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviews.intake.lines import OPENS
from reviews.intake.tables.column_names import ENTRY, IGNORE, LIKE, LINK, PART, named
from reviews.intake.titles import ALIAS

MOST_COLUMNS, MOST_SQUARES = 60, 40_000  # 2,000 rows of twenty columns
LONGEST_LABEL = 60  # characters
LONGEST_CELL = 250  # of a cell that is no whole entry
SHORT = 80
TITLE_LINK = "Link of the title"  # the column to which its address goes

_AGED = re.compile(
    r"\b(?:\d+|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]+"
    r"(?:year|month|week|day)s?\b|\baged\b|\b(?:infant|baby|boy|girl|siblings?)\b",
    re.IGNORECASE,
)
# Fields that a list of people, courses or papers does not have.
_TELLING = frozenset(
    [ENTRY, "summary", "learning", "recommendations", "age", "harms", "incident", "outcome"]
)
_NAMING = frozenset(["title", ENTRY, "partnership"])


@dataclass(frozen=True, slots=True)
class Square:
    """A place in a table. Those of one merged cell share a number; all but the first of them that
    stand beside each other, and long ones below, are without text.
    """

    text: str = ""
    number: int = 0
    is_head: bool = False
    is_bold: bool = False
    wide: int = 1
    is_headed: bool = False  # whether a heading stands in it
    is_first: bool = True

    def beside(self) -> "Square":
        return replace(self, text="", is_first=False)

    def below(self, longest: int) -> "Square":
        text = self.text if len(self.text) <= longest else ""
        return replace(self, text=text, is_first=False)


type Grid = list[list[Square]]


def without_empty(grid: Grid) -> Grid:
    """The rows and columns in which something stands."""
    rows = [row for row in grid if any(square.text for square in row)]
    used = [place for place, column in enumerate(zip(*rows, strict=True)) if _says(column)]
    return [[row[place] for place in used] for row in rows]


def _says(column: Sequence[Square]) -> bool:
    return any(square.text and square.is_first for square in column)


def said(row: Sequence[Square]) -> list[Square]:
    return [square for square in row if square.text]


def is_alone(row: Sequence[Square]) -> bool:
    """Whether one cell is all of a row, as a heading among rows is."""
    words = said(row)
    return len(words) == 1 and len(row) > 1 and (words[0].wide > 1 or row[0] is words[0])


def label_of(text: str) -> str:
    """What a label says, without its colon."""
    return " ".join(text.split()).rstrip(" :–-")


def field_of(name: str, least: float = PART) -> str | None:
    """The field that a name stands for, if it is that sure."""
    if not 0 < len(name) <= LONGEST_LABEL or ALIAS.fullmatch(label_of(name)):
        return None  # "Child A" is not nearly "Child age"
    found = named(label_of(name))
    return found[0] if found and found[1] >= least else None


def fields_of(names: Sequence[str], least: float = PART) -> set[str]:
    return {found for name in names if (found := field_of(name, least))} - {IGNORE}


def are_of_reviews(names: Sequence[str]) -> bool:
    """Whether names of columns are those of a list of reviews, whatever stands below them."""
    fields = fields_of(names)
    telling = fields & _TELLING
    return len(telling) > 2 or (len(fields) >= 2 and bool(fields & _NAMING) and bool(telling))


def may_be_of_reviews(names: Sequence[str]) -> bool:
    """Whether they may be, if what stands below them looks like it."""
    fields = fields_of(names)
    return bool(fields & _NAMING and len(fields | {LINK}) >= 2) or len(fields & _TELLING) >= 2


def tell_of_children(rows: Sequence[Sequence[str]], share: float = 0.5) -> bool:
    """Whether rows name children as reviews do, or tell what happened to them."""
    telling = sum(any(map(_tells, row)) for row in rows)
    return bool(rows) and telling >= share * len(rows)


def _tells(cell: str) -> bool:
    bare = cell.lstrip("[- ")
    if len(bare) <= SHORT and ALIAS.match(bare):
        return True
    return bool(_AGED.search(cell[:600])) and bool(OPENS.match(bare) or ALIAS.search(cell[:600]))


def columns_of_entries(rows: Sequence[Sequence[str]]) -> int:
    """How many columns hold whole entries: a layout has several beside each other."""
    columns = zip(*rows, strict=True)
    return sum(_is_of_entries([cell for cell in column if cell]) for column in columns)


def _is_of_entries(cells: Sequence[str]) -> bool:
    whole = [cell for cell in cells if len(cell) >= LONGEST_CELL and "\n" in cell]
    return 2 * len(whole) > len(cells) > 0


def known_rows(grid: Grid) -> Iterator[int]:
    """Rows most of whose cells are names of columns."""
    for place, row in enumerate(grid):
        names = [square.text for square in said(row) if square.is_first]
        known = [name for name in names if field_of(name, LIKE)]
        if len(names) > 1 and 2 * len(known) >= len(names):
            yield place
