"""The cells of a page's table, each where it stands, however they are merged."""

from collections.abc import Callable, Iterator

from reviews.intake.formats.html_tables import HEADINGS
from reviews.intake.formats.html_tree import Node
from reviews.intake.tables.grids import MOST_COLUMNS, MOST_SQUARES, Grid, Square

BOLD = frozenset(["b", "strong"])
MOST_SPAN = 5_000
LONGEST_SHARED = 300  # characters of a merged cell that stand in each of its rows


def rows_in(table: Node) -> list[Node]:
    """Its rows; none if it holds another table, as a layout does."""
    found: list[Node] = []
    for node in table.below():
        if node.tag == "table":
            return []
        if node.tag == "tr":
            found.append(node)
    return found


def pairs_of(definitions: Node, render: Callable[[Node], str]) -> Grid:
    """The terms of a `dl`, each with what is said of it."""
    found: Grid = []
    nodes = [n for one in definitions.nodes() for n in (one.nodes() if one.tag == "div" else [one])]
    for number, node in enumerate(nodes[:MOST_SPAN], start=1):
        if node.tag == "dt":
            found.append([Square(render(node), 2 * number, is_head=True), Square()])
        elif node.tag == "dd" and found:
            before = found[-1][1].text
            found[-1][1] = Square(f"{before}\n{render(node)}".strip(), 2 * number + 1)
    return found


def grid_of(rows: list[Node], render: Callable[[Node], str]) -> Grid:
    """A table's squares, in rows of one length; none if that would be too many."""
    found: Grid = []
    open_: dict[int, tuple[Square, int]] = {}  # by column, what goes on below, for how many rows
    number = 0
    for row in rows:
        squares: list[Square] = []
        for cell in (node for node in row.nodes() if node.tag in ("td", "th")):
            _go_on(squares, open_)
            number += 1
            text = render(cell) if _says(cell) else ""
            wide = _span(cell, "colspan", MOST_COLUMNS)
            square = Square(text, number, cell.tag == "th", _is_bold(cell), wide, _headed(cell))
            for more in range(wide):
                place = len(squares)
                here = square if not more else square.beside()
                squares.append(here)
                if (down := _span(cell, "rowspan", MOST_SPAN)) > 1:
                    open_[place] = here.below(LONGEST_SHARED), down - 1
            if len(squares) > MOST_COLUMNS:
                return []
        _go_on(squares, open_)
        found.append(squares)
        if sum(map(len, found[-1:])) * len(rows) > MOST_SQUARES:
            return []
    width = max(map(len, found), default=0)
    return [row + [Square()] * (width - len(row)) for row in found]


def _go_on(squares: list[Square], open_: dict[int, tuple[Square, int]]) -> None:
    """Put down the merged cells that reach into this row."""
    while len(squares) in open_:
        place = len(squares)
        square, down = open_.pop(place)
        squares.append(square)
        if down > 1:
            open_[place] = square, down - 1


def _span(cell: Node, name: str, most: int) -> int:
    said = cell.get(name).strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() else 1


def _headed(cell: Node) -> bool:
    return any(node.tag in HEADINGS for node in cell.below())


def _says(cell: Node) -> bool:
    """Whether a cell has words, or a link that is a picture."""
    return bool(cell.letters) or any(node.tag == "a" for node in cell.below())


def _is_bold(cell: Node) -> bool:
    """Whether all that a cell says is in bold."""
    bold = sum(node.letters for node in _topmost_bold(cell))
    return bool(cell.letters) and bold == cell.letters


def _topmost_bold(cell: Node) -> Iterator[Node]:
    waiting = list(cell.nodes())
    while waiting:
        node = waiting.pop()
        if node.tag in BOLD:
            yield node
        else:
            waiting.extend(node.nodes())
