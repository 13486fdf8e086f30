"""The lines that a page's blocks, items, links and cells become, written one after the other."""

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urljoin

from reviews.intake.formats.html_tree import Node
from reviews.intake.formats.texts import BULLET, absolute, link

NEXT, APART = 1, 2  # on the next line; after an empty one
NO_PAGE = re.compile(r"\s*(?:mailto|tel|sms|javascript|data|file|about|blob|cid):", re.IGNORECASE)
FILE = re.compile(r"/([^/?#]+\.(?:pdf|docx?))(?:[?#]|$)", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """An item of a list. One that holds a heading or several paragraphs loses its dash."""

    dash: bool = True
    line: int | None = None
    paragraphs: int = 0


@dataclass(slots=True)
class Link:
    """A link that is being read: where its label begins in the line, and whether it has one."""

    node: Node
    address: str
    mark: int
    picture: str = ""
    is_written: bool = False

    def written(self, label: str) -> str:
        """The label with its address; without, where that leads to no page."""
        if NO_PAGE.match(self.address):
            return label
        if self.address.startswith("#") and not any(map(str.isalpha, label)):
            return ""  # the mark of a footnote, an arrow to the top
        before = " " if label[:1].isspace() else ""
        after = " " if label[-1:].isspace() else ""
        return before + link(label, self.address) + after

    def without_words(self) -> str:
        """What to call a link that has no text: what its picture or its file is called."""
        said = self.picture or self.node.get("aria-label") or self.node.get("title")
        if not said.strip() and (file := FILE.search(absolute(self.address))):
            said = file[1]
        return self.written(said) if said.strip() else ""


class Lines:
    """Writes a text line by line. An empty line stands between blocks, none between items."""

    def __init__(self, page: str = "") -> None:
        self.page = page  # its address, if it says it
        self.unplaced = False  # whether a link would need that
        self.out: list[str] = []
        self.parts: list[str] = []  # of the line being written
        self.gap = NEXT
        self.items: list[Item] = []
        self.link: Link | None = None
        self.titles = self.raw = self.cells = self.bolds = 0
        self.is_begun = self.is_bold = False  # whether the line has words; only words in bold
        self.flat = False  # within a cell that is one line with others
        self.cuts: list[int] = []  # how many lines stood above each table that was taken out

    def text(self) -> str:
        return "\n".join(self.texts())

    def texts(self) -> list[str]:
        """What stands before, between and after the tables that were taken out."""
        self._end()
        places = [0, *self.cuts, len(self.out)]
        return ["\n".join(self.out[first:last]) for first, last in pairwise(places)]

    def cut(self) -> None:
        """Here stood a table that is read by itself."""
        self._end()
        self.cuts.append(len(self.out))
        self.gap = APART

    def add(self, text: str) -> None:
        if text.strip():
            self._end_bold_title(text.lstrip()[0], text[:1].isspace())
            self.is_begun = True
        if not self.raw:
            self.parts.append(text)
            return
        first, *others = text.split("\n")
        self.parts.append(first)
        for other in others:
            self.end_line()
            self.parts.append(other)

    def begin_bold(self) -> None:
        self.bolds += 1
        self.is_bold |= not self.is_begun

    def end_bold(self) -> None:
        self.bolds -= 1

    def end_line(self) -> None:
        """As `<br>` does: a title, a label and a cell stay on one line."""
        if self.titles or self.flat or self.link:
            self.parts.append(" ")
        elif not self._end():
            self.gap = APART

    def begin_block(self, is_paragraph: bool = False) -> None:
        self.end_block()
        if is_paragraph and self.items:
            self.items[-1].paragraphs += 1
            if self.items[-1].paragraphs > 1:
                self._undash()
                self.gap = APART

    def end_block(self) -> None:
        if self.flat:
            self.parts.append(" ")
            return
        self._end()
        if not (self.items and self.items[-1].dash):
            self.gap = APART

    def begin_title(self) -> None:
        self._end()
        self._undash()
        self.gap = APART
        self.titles += 1

    def end_title(self) -> None:
        self.end_block()
        self.titles -= 1

    def begin_item(self, is_alone: bool = False) -> None:
        self._end()
        self.items.append(Item(dash=not is_alone))

    def end_item(self) -> None:
        self._end()
        self.gap = NEXT if self.items.pop().dash else APART

    def begin_link(self, node: Node) -> None:
        if self.link is None and node.get("href").strip():
            self.link = Link(node, self._place(node.get("href").strip()), len(self.parts))

    def end_link(self, node: Node) -> None:
        if self.link is None or self.link.node is not node:
            return
        self._write_link()
        if not self.link.is_written:
            self.parts.append(self.link.without_words())
        self.link = None

    def picture(self, alternative: str) -> None:
        """A picture says something only where it is all there is of a link."""
        if self.link:
            self.link.picture = self.link.picture or alternative

    def begin_row(self) -> None:
        self._end()
        self.cells = 0

    def begin_cell(self, manner: str) -> None:
        if manner == "data":
            self.parts.append(" | " if self.cells else "")
            self.cells += 1
        elif not manner:
            self.begin_block()
        self.flat = bool(manner)

    def end_cell(self, manner: str) -> None:
        self.flat = False
        if manner == "label":
            self.parts = ["".join(self.parts).rstrip(" :\n\t\u00a0") + ": "]
        elif not manner:
            self.end_block()

    def _place(self, address: str) -> str:
        """The whole address of a link to another page of the same website."""
        if address.startswith("#") or NO_PAGE.match(address) or absolute(address) != "#":
            return address
        with suppress(ValueError):
            address = urljoin(self.page, address)
        self.unplaced |= absolute(address) == "#"
        return address

    def _end_bold_title(self, begins: str, is_apart: bool) -> None:
        """A line in bold that a new sentence follows is a title, and ends there."""
        if self.bolds or not self.is_bold:
            return
        self.is_bold = False
        bold = "".join(self.parts)
        starts_anew = begins.isupper() or begins.isdigit()
        if (
            starts_anew
            and (is_apart or bold[-1:].isspace())
            and re.search(r"[^\W_][)’'”\"]?\s*$", bold)
        ):
            self.end_line()

    def _undash(self) -> None:
        """The innermost item is no item but a block of its own."""
        if not self.items or not self.items[-1].dash:
            return
        item = self.items[-1]
        item.dash = False
        if item.line is not None:
            self.out[item.line] = "\n" + self.out[item.line].removeprefix("- ")

    def _write_link(self) -> None:
        """Only the first line of what a link holds is its label: the others are just text."""
        if self.link is None or self.link.is_written:
            return
        label = "".join(self.parts[self.link.mark :])
        if label.strip():
            self.parts[self.link.mark :] = [self.link.written(label)]
            self.link.is_written = True

    def _end(self) -> bool:
        """Write the line. Returns whether there was any."""
        self._write_link()
        line = " ".join("".join(self.parts).split())
        self.parts, self.is_begun, self.is_bold = [], False, False
        if self.link:
            self.link.mark = 0
        if not line:
            return False
        if self.items and self.items[-1].line is None:
            self.items[-1].line = len(self.out) + (self.gap == APART and bool(self.out))
            line = f"- {BULLET.sub('', line)}" if self.items[-1].dash else line
        if self.out and self.gap == APART:
            self.out.append("")
        self.out.append(line)
        self.gap = NEXT
        return True
