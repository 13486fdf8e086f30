"""A web page as a tree, however broken, deep or large it is.

The parser of lxml tells what begins and what ends; nothing here calls itself, so that depth can't
hurt, and both depth and time have an end.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reviews.intake.formats.texts import Unreadable

MOST_TAGS = 100_000
MOST_DEPTH = 2_000
SECONDS = 3.0  # of the processor
PIECE = 32 * 1024
COPY = "Open it in a browser, copy the text and paste it."
_NEVER_TEXT = (
    "head title script style template noscript iframe object embed applet canvas svg math audio"
    " video map select option datalist textarea input meter progress dialog frameset"
)
NEVER_TEXT = frozenset(_NEVER_TEXT.split())
UNSHOWN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """An element: what it holds, and how many letters of text, in links and outside of them."""

    tag: str
    attributes: dict[str, str]
    children: "list[Node | str]" = field(default_factory=list)
    letters: int = 0
    unlinked: int = 0

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def is_hidden(self) -> bool:
        return (
            "hidden" in self.attributes
            or self.get("aria-hidden").lower() == "true"
            or bool(UNSHOWN.search(self.get("style")))
        )

    def nodes(self) -> "Iterator[Node]":
        """The elements directly in this one."""
        return (child for child in self.children if isinstance(child, Node))

    def below(self) -> "Iterator[Node]":
        """Every element in this one, in the order of the text."""
        waiting = list(self.nodes())[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(list(node.nodes())[::-1])


class Builder:
    """What lxml tells about a page, as a tree. The methods are lxml's."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self.open = [self.root]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag.lower(), dict(attributes))
        self.open[-1].children.append(node)
        self.open.append(node)
        if len(self.open) > MOST_DEPTH:
            raise Unreadable(f"The web page is nested too deeply. {COPY}")

    def end(self, tag: str) -> None:
        node, above = self.open.pop(), self.open[-1]
        if node.tag in NEVER_TEXT:
            return
        above.letters += node.letters
        above.unlinked += 0 if node.tag == "a" else node.unlinked

    def data(self, text: str) -> None:
        here, letters = self.open[-1], len("".join(text.split()))
        here.children.append(text)
        here.letters += letters
        here.unlinked += letters

    def comment(self, text: str) -> None:
        """Comments are not read."""

    def close(self) -> Node:
        while len(self.open) > 1:
            self.end("")
        return self.root


def parse(source: str) -> Node:
    """The page as a tree. Raises Unreadable where that would take too long."""
    if source.count("<") > MOST_TAGS:
        raise Unreadable(f"The web page has more than {MOST_TAGS:,} tags. {COPY}")
    builder = Builder()
    if not source.strip():
        return builder.root  # lxml takes it for an error
    parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True, recover=True)
    content, began = source.encode(errors="ignore"), time.thread_time()
    try:
        for start in range(0, len(content), PIECE):
            parser.feed(content[start : start + PIECE])
            if time.thread_time() - began > SECONDS:
                raise Unreadable(f"The web page takes longer to read than a list should. {COPY}")
        parser.close()
    except etree.LxmlError as error:
        raise Unreadable(f"The web page can’t be read. {COPY}") from error
    return builder.close()
