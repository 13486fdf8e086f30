"""Whether an entry stops in the middle, as a page that was cut off does, and how that shows."""

import re

from reviews.intake.item_cuts import MARK
from reviews.intake.links import Link
from reviews.intake.proposal import Span

_DOTS = re.compile(r"(?:\.\s?\.\s?\.|…)[\s\])]*$")
_OPEN_END = re.compile(
    r"(?:[,;:(\[–—-]|\b(?:and|or|the|a|of|to|for|in|with|by|that))$", re.IGNORECASE
)
_CLOSED = re.compile(r"[.!?]['\"’”)\]*_]*$|[)\]]$")
_BRACKETS = re.compile(r"[()\[\]]")


def cut_at(
    text: str, span: Span, links: tuple[Link, ...], keywords: Span | None, lists: list[Span]
) -> str:
    """Why an entry is taken to be cut off; "" where it has come to its end."""
    last = max([*(link.span.start for link in links)], default=span.end)
    end = span.start + len(text[span.start : last].rstrip()) if links else None
    for part in (*lists, *([keywords] if keywords else [])):
        words = text[part.start : part.end].rstrip()
        if _DOTS.search(words):
            return "it ends with dots"
        if part.end == (end or part.end) and _is_open(words):
            return "a bracket at its end is open"
    if links:
        return ""
    words = text[span.start : span.end].rstrip()
    if not words:
        return "there is nothing after the title"
    if _DOTS.search(words):
        return "it ends with dots"
    if _OPEN_END.search(words[-20:]):
        return "it ends in the middle of a sentence"
    if keywords:
        return ""
    if not _CLOSED.search(words[-8:]) and not _has_open_items(text, lists):
        return "it ends without a full stop"
    return ""


def _is_open(words: str) -> bool:
    """Whether the last bracket is one that opens."""
    brackets = _BRACKETS.findall(words[-400:])
    return bool(brackets) and brackets[-1] in "(["


def _has_open_items(text: str, lists: list[Span]) -> bool:
    """Whether the last list has lines that end without a mark: then its last may too."""
    if not lists:
        return False
    lines = [line.strip() for line in text[lists[-1].start : lists[-1].end].split("\n")]
    lines = [line for line in lines if line]
    is_list = len(lines) > 2 or (len(lines) == 2 and all(MARK.match(line) for line in lines))
    return is_list and not any(line.endswith((".", ";")) for line in lines[:-1])
