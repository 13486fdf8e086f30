"""The tree that Markdown is read as, as data for the templates."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefings.prose_tree import Block, Span, blocks, words
from briefings.typesetting.addresses import whole
from briefings.typesetting.characters import shown

DEEPEST = 5  # lists and quotations within others; Typst's calls are limited
LOWEST = 4  # level of a heading

type Data = dict[str, Any]


def prose(text: str, *, top: int, base: str) -> list[Data]:
    """Markdown as blocks. Its highest headings have the level `top`; links are whole addresses."""
    return _Tree(top, base).blocks(blocks(text), 0)


class _Tree:
    def __init__(self, top: int, base: str) -> None:
        self._top, self._base = top, base

    def blocks(self, tree: Iterable[Block], depth: int) -> list[Data]:
        made = (self._block(one, depth) for one in tree)
        return [one for one in made if one]

    def _block(self, one: Block, depth: int) -> Data | None:
        """None for what shows nothing: an empty heading would have no place in the outline."""
        match one.kind:
            case "paragraph":
                parts = self._spans(one.spans)
                return {"kind": "paragraph", "parts": parts} if parts else None
            case "heading" if words(one.spans).strip() and not depth:
                level = min(self._top + one.level - 1, LOWEST)
                return {"kind": "heading", "level": level, "parts": self._spans(one.spans)}
            case "heading":
                return {"kind": "paragraph", "parts": [_strong(self._spans(one.spans))]}
            case "quote":
                return {"kind": "quote", "blocks": self.blocks(one.blocks, depth + 1)}
            case "list":
                return self._list(one, depth)
        return None

    def _list(self, one: Block, depth: int) -> Data | None:
        items = [self.blocks(item.blocks, depth + 1) for item in one.blocks]
        if one.number is None:
            return {"kind": "bullets", "items": items}
        return {"kind": "numbers", "start": one.number, "items": items}

    def _spans(self, spans: Sequence[Span]) -> list[Data]:
        return [made for one in spans if (made := self._span(one))]

    def _span(self, one: Span) -> Data | None:
        match one.kind:
            case "break":
                return {"kind": "break"}
            case "emphasis" | "strong":
                return {"kind": one.kind, "parts": self._spans(one.spans)}
            case "link" if one.href:
                url = whole(one.href, self._base)
                return {"kind": "link", "url": url, "parts": self._spans(one.spans)}
        if one.spans:
            return {"kind": "plain", "parts": self._spans(one.spans)}
        return {"kind": "text", "text": shown(one.text)} if one.text else None


def _strong(parts: list[Data]) -> Data:
    return {"kind": "strong", "parts": parts}
