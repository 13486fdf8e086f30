"""A text with its figures in place: what an article's page reads from top to bottom.

A paragraph `[figure 1]` puts the first figure there, with the chart that it is part of. Each is
shown once: those that the text does not place follow it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from briefings.content import Figure
from briefings.figures import Shown, shown
from briefings.prose import render_blocks
from briefings.prose_tree import Block, blocks, words

ANCHOR = "part-"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, or the figures between two of them."""

    html: SafeString = SafeString("")
    figures: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the highest level, and its address on the page."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Body:
    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]
    rest: tuple[Shown, ...]  # figures that the text does not place

    @property
    def figures(self) -> list[Shown]:
        """Those in the text and those after it."""
        return [one for part in self.parts for one in part.figures] + [*self.rest]


def body(text: str, figures: Sequence[Figure], *, top: int = 2) -> Body:
    """The text's highest headings are at the level `top`."""
    tree = blocks(text)
    waiting = {number: one for one in shown(figures) for number in one.numbers}
    parts: list[Part] = []
    pending: list[Block] = []
    for block in tree:
        if block.kind != "figures":
            pending.append(block)
        elif taken := _taken(block, waiting):
            _put(parts, pending, top)
            before = parts.pop().figures if parts and parts[-1].figures else ()
            parts.append(Part(figures=before + taken))
    _put(parts, pending, top)
    return Body(
        parts=tuple(parts),
        headings=tuple(
            Heading(f"{ANCHOR}{one.number}", words(one.spans))
            for one in tree
            if one.kind == "heading" and one.level == 1 and words(one.spans).strip()
        ),
        rest=tuple({id(one): one for one in waiting.values()}.values()),
    )


def _put(parts: list[Part], pending: list[Block], top: int) -> None:
    """Make a part of the blocks that wait for one."""
    if html := render_blocks(pending, top=top, anchors=ANCHOR):
        parts.append(Part(html))
    pending.clear()


def _taken(block: Block, waiting: dict[int, Shown]) -> tuple[Shown, ...]:
    """The figures of a place that are not shown yet, taken out of those waiting."""
    taken = []
    for number in block.figures:
        one = waiting.get(number)
        if one is not None:
            taken.append(one)
            for each in one.numbers:
                waiting.pop(each, None)
    return tuple(taken)
