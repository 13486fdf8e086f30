"""Markdown as a small tree: what a page, a PDF and the checks of editors all read alike.

CommonMark without raw HTML, images, code blocks and reference links. A text in which nothing is
marked up is paragraphs. Time grows with the length of the text, whatever stands in it; what is
longer than LONGEST is not read to its end, and what is nested deeper than NESTING is cut off.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

LONGEST = 50_000  # characters: some eight thousand words
NESTING = 20  # blocks within blocks, and marks within marks

FIGURE = re.compile(r"\[figure ([1-9]\d{0,2})\]", re.IGNORECASE)
_FIGURES_ALONE = re.compile(rf"(?:{FIGURE.pattern}\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@?]+@[^\s@]+|/(?![/\\])\S*", re.IGNORECASE
)
_BLOCKS = {
    "paragraph": "paragraph",
    "heading": "heading",
    "blockquote": "quote",
    "bullet_list": "list",
    "ordered_list": "list",
    "list_item": "item",
}
_MARKS = {"em": "emphasis", "strong": "strong", "link": "link"}

# Indented and fenced text is a paragraph: what is pasted is often indented, and never code.
_LEFT_OUT = ["code", "fence", "reference", "html_block", "html_inline"]
_markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING}).disable(_LEFT_OUT)
# Every link is read as one; which of them stay is said here, not by the parser.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line. `kind`: text, break, emphasis, strong, link, or image (of which the
    description is the text). A link that may not stand has an empty `href`; `target` is as typed.
    """

    kind: str
    text: str = ""
    href: str = ""
    target: str = ""
    spans: tuple["Span", ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page. `kind`: paragraph, heading, quote, list, item, rule or figures.

    Of a heading, `level` counts from 1 without gaps, `typed` is its level as written and `number`
    which heading it is. Of a numbered list, `number` is its first number; one with bullets has
    none. A `tight` paragraph is the text of an item whose list has no blank lines. `figures` are
    the numbers of those that the text puts here.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    blocks: tuple["Block", ...] = ()
    level: int = 0
    typed: int = 0
    number: int | None = None
    tight: bool = False
    figures: tuple[int, ...] = ()


def blocks(text: str) -> tuple[Block, ...]:
    """The text as a tree, at most its first LONGEST characters."""
    return _Reader().read(_markdown.parse(text[:LONGEST]))


def followed(address: str) -> str:
    """The address, if it is one that a reader may be led to: of the web, of mail, of this site."""
    address = address.strip()
    return address if _ADDRESS.fullmatch(address) else ""


def words(spans: Sequence[Span]) -> str:
    """Spans as plain text."""
    return "".join(" " if one.kind == "break" else one.text or words(one.spans) for one in spans)


def every_block(tree: Iterable[Block]) -> Iterator[Block]:
    """All blocks of a tree, those within others too, in their order."""
    for block in tree:
        yield block
        yield from every_block(block.blocks)


def every_span(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        yield span
        yield from every_span(span.spans)


class _Reader:
    """Puts the parser's flat list of beginnings and ends together."""

    def __init__(self) -> None:
        self._outline: list[int] = []  # the levels, as typed, of the headings that we are under
        self._headings = 0

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        open_: list[tuple[Token, list[Block], tuple[Span, ...]]] = []
        found: list[Block] = []
        spans: tuple[Span, ...] = ()
        for token in tokens:
            if token.nesting == 1:
                open_.append((token, found, spans))
                found, spans = [], ()
            elif token.nesting == -1:
                opening, around, before = open_.pop()
                around.append(self._block(opening, found, spans, at_top=not open_))
                found, spans = around, before
            elif token.type == "inline":
                spans = _spans(token.children or [])
            elif token.type == "hr":
                found.append(Block("rule"))
        return tuple(found)

    def _block(
        self, token: Token, found: list[Block], spans: tuple[Span, ...], *, at_top: bool
    ) -> Block:
        kind = _BLOCKS[token.type.removesuffix("_open")]
        if kind == "heading":
            return self._heading(int(token.tag[1:]), spans)
        if kind == "paragraph":
            placed = _placed(spans) if at_top else ()
            if placed:
                return Block("figures", figures=placed)
            return Block("paragraph", spans, tight=token.hidden)
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        return Block(kind, blocks=tuple(found), number=start)

    def _heading(self, typed: int, spans: tuple[Span, ...]) -> Block:
        while self._outline and self._outline[-1] >= typed:
            self._outline.pop()
        self._outline.append(typed)
        self._headings += 1
        level = len(self._outline)
        return Block("heading", spans, level=level, typed=typed, number=self._headings)


def _placed(spans: tuple[Span, ...]) -> tuple[int, ...]:
    """The numbers of the figures, if the paragraph names figures and nothing else."""
    if any(span.kind not in {"text", "break"} for span in spans):
        return ()
    text = words(spans).strip()
    return tuple(map(int, FIGURE.findall(text))) if _FIGURES_ALONE.fullmatch(text) else ()


def _spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The tokens of a line as spans; marks within more than NESTING others are left out."""
    open_: list[tuple[Token, list[Span]]] = []
    found: list[Span] = []
    ignored = 0
    for token in tokens:
        if token.nesting == 1:
            if ignored or len(open_) >= NESTING:
                ignored += 1
                continue
            open_.append((token, found))
            found = []
        elif token.nesting == -1:
            if ignored:
                ignored -= 1
                continue
            opening, around = open_.pop()
            around.append(_marked(opening, found))
            found = around
        else:
            _add(found, token)
    return tuple(found)


def _marked(token: Token, found: list[Span]) -> Span:
    kind = _MARKS[token.type.removesuffix("_open")]
    if kind != "link":
        return Span(kind, spans=tuple(found))
    target = str(token.attrs.get("href", ""))
    inner = tuple(found) or (Span("text", target),)
    return Span("link", href=followed(target), target=target, spans=inner)


def _add(found: list[Span], token: Token) -> None:
    """Text is joined to the text before it."""
    if token.type == "hardbreak":
        found.append(Span("break"))
    elif token.type == "image":
        target = str(token.attrs.get("src", ""))
        found.append(Span("image", words(_spans(token.children or [])), target=target))
    else:
        text = " " if token.type == "softbreak" else token.content
        before = found.pop().text if found and found[-1].kind == "text" else ""
        if before or text:
            found.append(Span("text", before + text))
