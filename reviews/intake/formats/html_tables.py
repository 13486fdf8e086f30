"""Which tables of a page are tables: most of a newsletter's only hold its columns together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviews.intake.formats.html_tree import Node

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
RICH = HEADINGS.union(["ul", "ol", "dl", "pre", "blockquote", "table", "details"])
PARAGRAPHS = frozenset(["p", "div", "br"])
LONGEST_LABEL = 40  # letters
LONGEST_CELL = 400
SECTION = re.compile(
    r"\W*(?:key |main )?(?:learning|lessons|recommendations|issues|keywords?|themes|background"
    r"|summary|model|findings)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells that hold anything."""

    cells: list[Node]

    @property
    def is_labelled(self) -> bool:
        """One short cell that names the other."""
        return len(self.cells) == 2 and self.cells[0].letters <= LONGEST_LABEL


def rows(table: Node) -> list[Row] | None:
    """The rows of a table; none if there is a table in it, as there is in a layout."""
    found: list[Row] = []
    for node in table.below():
        if node.tag == "table":
            return None
        if node.tag == "tr":
            cells = [cell for cell in node.nodes() if cell.tag in ("td", "th") and cell.letters]
            found.append(Row(cells))
    return [row for row in found if row.cells]


def arrangement(table: Node) -> str:
    """`data`: rows of short cells; `labels`: rows of a name and its value; else `layout`."""
    found = rows(table)
    if not found or table.get("role").lower() in ("presentation", "none"):
        return "layout"
    if _are_labels(found):
        return "labels"
    wide = [row for row in found if len(row.cells) > 1]
    cells = [cell for row in wide for cell in row.cells]
    if len(wide) < 2 or 2 * len(wide) < len(found) or any(map(is_rich, cells)):
        return "layout"
    headed = any(cell.tag == "th" for cell in cells)
    even = len({len(row.cells) for row in wide}) == 1
    short = all(cell.letters <= LONGEST_CELL for cell in cells)
    return "data" if headed or (even and short) else "layout"


def _are_labels(found: list[Row]) -> bool:
    if not all(row.is_labelled or len(row.cells) == 1 for row in found):
        return False
    pairs = [row.cells for row in found if len(row.cells) == 2]
    by_heads = pairs and all(one.tag == "th" and other.tag == "td" for one, other in pairs)
    by_words = any(SECTION.match("".join(words(one))) for one, _ in pairs)
    return bool(by_heads or by_words)


def is_rich(cell: Node) -> bool:
    """Whether a cell holds more than one line of text."""
    tags = [node.tag for node in cell.below()]
    return bool(RICH.intersection(tags)) or sum(tag in PARAGRAPHS for tag in tags) > 1


def words(node: Node) -> Iterator[str]:
    """The pieces of text in an element."""
    waiting: list[Node | str] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        else:
            waiting.extend(reversed(here.children))
