"""A web page, a newsletter or a Word file's HTML as text: one block after the other."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from reviews.intake.formats.html_grid import BOLD, grid_of, pairs_of, rows_in
from reviews.intake.formats.html_lines import Lines
from reviews.intake.formats.html_tables import HEADINGS, arrangement, is_rich
from reviews.intake.formats.html_tree import NEVER_TEXT, Node, parse
from reviews.intake.formats.texts import absolute, clean, tidy
from reviews.intake.tables.page_tables import as_records_alone, as_table
from reviews.intake.tables.separated import Table

_BLOCKS = (
    "address article aside blockquote caption center dd details div dl dt fieldset figcaption"
    " figure footer form header hr legend main nav ol p pre section summary table tbody td tfoot"
    " th thead tr ul body html"
)
BLOCKS = HEADINGS.union(_BLOCKS.split())
ROWS = frozenset(["tr", "tbody", "thead", "tfoot"])
CELLS = frozenset(["td", "th"])
TITLES = HEADINGS | {"summary", "dt"}
LANDMARKS = {"nav": "navigation", "header": "header", "footer": "footer", "aside": "side column"}
ROLES = {
    "navigation": "navigation",
    "search": "search",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "side column",
}
EVERYWHERE = frozenset(["navigation", "search"])
WITHIN = frozenset(["article", "main", "section", "li", "td", "dd", "details"])
MOST = 0.8  # of a page's text is in its main part, or it is not the main part
LEAST_HIDDEN = 150  # letters: what an accordion hides is longer, the first line of a mail shorter
OPENS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")


type Parts = list[str | Table]


def read_html(source: str) -> tuple[Parts, tuple[str, ...]]:
    """The texts and tables of reviews of a page, and what to say about it. Raises Unreadable."""
    root = parse(clean(source) if "\x00" in source else source)
    page = Page(root)
    parts = page.parts()
    if not parts:
        page = Page(root, leave_out=False)
        parts = page.parts()
    return parts, page.notes()


class Page:
    """Goes through a tree and writes its lines. What is left out is remembered, to be said."""

    def __init__(self, root: Node, leave_out: bool = True) -> None:
        self.root, self.leave_out = root, leave_out
        self.lines = Lines(_address(root))
        self.left_out: dict[str, None] = {}
        self.opened = self.has_table = self.is_main = False
        self.within = 0  # elements whose header is their own
        self.path: list[Node] = []
        self.tables: list[str] = []
        self.of_reviews: list[Table] = []
        self.in_cell = False

    def parts(self) -> Parts:
        for part in self._parts():
            self._walk(part)
        texts = [tidy(clean(text)) for text in self.lines.texts()]
        found = chain.from_iterable(zip_longest(texts, self.of_reviews))
        return [part for part in found if part]

    def notes(self) -> tuple[str, ...]:
        found = []
        if self.is_main:
            found.append("Only the main part of the web page was read.")
        if self.left_out:
            found.append(f"Left out of the web page: {', '.join(self.left_out)}.")
        if self.opened:
            found.append("Text that the page shows only when it is opened was read too.")
        if self.has_table:
            found.append(
                "A table was read row by row, its cells divided by “|”. A table of reviews is"
                " better read as CSV."
            )
        if self.of_reviews:
            found.append("Tables of reviews were read by their rows and columns.")
        if self.lines.unplaced:
            found.append(
                "Links that are complete only on their own website were left without address."
            )
        return tuple(found)

    def _parts(self) -> Iterable[Node]:
        """The main part where the page has one that holds nearly all of its text."""
        if not self.leave_out or not self.root.unlinked:
            return [self.root]
        mains = list(_topmost(self.root, "main")) or list(_topmost(self.root, "article"))
        if len(mains) != 1 or mains[0].unlinked < MOST * self.root.unlinked:
            return [self.root]
        self.is_main = mains[0].letters < self.root.letters
        return mains

    def _walk(self, top: Node) -> None:
        stack: list[tuple[Node, Iterator[Node | str]]] = [(top, iter(top.children))]
        outer, self.path = self.path, [top]
        while stack:
            node, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(node)
                self.path.pop()
            elif isinstance(child, str):
                self.lines.add(child)
            elif (
                child.tag in ("table", "dl") and self._is_read(child) and self._is_of_reviews(child)
            ):
                continue
            elif self._is_read(child):
                self._enter(child)
                self.path.append(child)
                stack.append((child, iter(child.children)))
        self.path = outer

    def _is_of_reviews(self, table: Node) -> bool:
        """Whether a table was taken as one of reviews; then it is no part of the text."""
        if table.tag not in ("table", "dl") or self.in_cell or not self._is_read(table):
            return False
        if table.tag == "dl":
            found = as_records_alone(pairs_of(table, self._rendered))
        else:
            found = as_table(grid_of(rows_in(table), self._rendered))
        if not found:
            return False
        for caption in (node for node in table.nodes() if node.tag == "caption"):
            self.lines.begin_block()
            self._walk(caption)
        found.name = f"Table {len(self.of_reviews) + 1}"
        self.lines.cut()
        self.of_reviews.append(found)
        return True

    def _rendered(self, cell: Node) -> str:
        """What a cell says, as a text of its own."""
        outer = self.lines, self.path, self.tables
        self.lines, self.tables, self.in_cell = Lines(self.lines.page), [], True
        self._walk(cell)
        text, unplaced = tidy(clean(self.lines.text())), self.lines.unplaced
        (self.lines, self.path, self.tables), self.in_cell = outer, False
        self.lines.unplaced |= unplaced
        return text

    def _is_read(self, node: Node) -> bool:
        if node.tag in NEVER_TEXT or (node.tag == "button" and not self._is_title(node)):
            return False
        if node.is_hidden:
            if node.letters < LEAST_HIDDEN:
                return False
            self.opened = True
        return not (self.leave_out and self._is_furniture(node))

    def _is_title(self, button: Node) -> bool:
        """Whether a button is what opens a part of the page: then it says what is in there."""
        opens = any(name in button.attributes for name in OPENS)
        return opens or any(node.tag in TITLES for node in self.path[-3:]) or self._heads(button)

    def _heads(self, button: Node) -> bool:
        """Whether much more text than its own stands right behind it, as in an accordion."""
        beside = [one for one in self.path[-1].children if isinstance(one, Node)]
        behind = beside[beside.index(button) + 1 :][:1]
        return any(one.tag in BLOCKS and one.letters > 3 * button.letters for one in behind)

    def _is_furniture(self, node: Node) -> bool:
        """Navigation and the like, unless most of what the page says is in there."""
        name = ROLES.get(node.get("role").lower()) or LANDMARKS.get(node.tag)
        if not name or (self.within and name not in EVERYWHERE):
            return False
        if 2 * node.unlinked > self.root.unlinked:
            return False
        if node.letters:
            self.left_out[name] = None
        return True

    def _enter(self, node: Node) -> None:
        lines, tag = self.lines, node.tag
        self.within += tag in WITHIN
        lines.raw += tag == "pre"
        if tag == "table":
            self.tables.append(arrangement(node))
            self.has_table |= self.tables[-1] == "data"
        if tag in HEADINGS:
            lines.begin_title()
        elif tag == "br":
            lines.end_line()
        elif tag == "li":
            lines.begin_item(is_alone=self._is_alone(node))
        elif tag == "a":
            lines.begin_link(node)
        elif tag == "img":
            lines.picture(node.get("alt"))
        elif tag in BOLD:
            lines.begin_bold()
        elif tag in ROWS and self.tables[-1:] == ["data"]:
            lines.begin_row()
        elif tag in CELLS:
            lines.begin_cell(self._manner(node))
        elif tag in BLOCKS or tag == "button":
            lines.begin_block(is_paragraph=tag == "p")

    def _leave(self, node: Node) -> None:
        lines, tag = self.lines, node.tag
        self.within -= tag in WITHIN
        lines.raw -= tag == "pre"
        if tag in HEADINGS:
            lines.end_title()
        elif tag == "li":
            lines.end_item()
        elif tag == "a":
            lines.end_link(node)
        elif tag in BOLD:
            lines.end_bold()
        elif tag in ROWS and self.tables[-1:] == ["data"]:
            lines.begin_row()
        elif tag in CELLS:
            lines.end_cell(self._manner(node))
        elif tag in BLOCKS or tag == "button":
            lines.end_block()
        if tag == "table":
            self.tables.pop()

    def _is_alone(self, item: Node) -> bool:
        """The only item of a numbered list: a title that Word has numbered, not a list."""
        above = self.path[-1]
        items = (node for node in above.nodes() if node.tag == "li")
        return above.tag == "ol" and len(list(islice(items, 2))) == 1

    def _manner(self, cell: Node) -> str:
        """How a cell is written: as `data`, as the `label` of a row, as its `value`, or freely."""
        table = self.tables[-1] if self.tables else "layout"
        if table != "labels":
            return table.removeprefix("layout")
        row = [other for other in self._row(cell) if other.letters]
        if len(row) != 2:
            return ""
        return "label" if row[0] is cell else "" if is_rich(cell) else "value"

    def _row(self, cell: Node) -> Iterator[Node]:
        above = self.path[-1] if self.path[-1] is not cell else self.path[-2]
        return above.nodes()


def _address(root: Node) -> str:
    """Where the page stands on the web, as its head says."""
    head = [node for top in root.below() if top.tag == "head" for node in top.nodes()]
    said = [node.get("href") for node in head if node.tag == "base"]
    said += [node.get("href") for node in head if node.get("rel").lower() == "canonical"]
    said += [node.get("content") for node in head if node.get("property").lower() == "og:url"]
    return next((address for address in said if absolute(address) != "#"), "")


def _topmost(root: Node, name: str) -> Iterator[Node]:
    """Elements of this name or role that are not in one another."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag == name or node.get("role").lower() == name:
            yield node
        else:
            waiting.extend(list(node.nodes())[::-1])
