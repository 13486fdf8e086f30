"""The items of one list: "a; b; and c", bullets, numbers, a line each.

Text in, items with their places out. Lines and pages may break anywhere in an item.
"""

import re
from dataclasses import dataclass, replace

from reviews.intake.audiences import audience_at, audiences_in
from reviews.intake.item_cuts import (
    MARK,
    by_lines,
    by_marks,
    by_semicolons,
    is_abbreviated,
    sentences,
)
from reviews.intake.proposal import Span

_JOINING = re.compile(r"(?:and|or)(?!/),?\s{1,40}(?=\S)", re.IGNORECASE)
_INITIAL = re.compile(r"[a-z]\.", re.IGNORECASE)  # a sentence ends between semicolons, or a name
_TAIL = re.compile(r"[;,]\s{0,40}(?:and|or)$", re.IGNORECASE)
_AROUND = ";, \t\n\r\f\v\u00a0"
_NO_ITEM = {"and", "or", "and/or"}  # nor what has no letter: the number of the next entry
# What has its hyphen in the middle of a line too, when a line breaks after it.
_WITH_HYPHEN = re.compile(
    r"multi|non|self|co|inter|cross|pre|post|one|two|three|four|five|six|long|short|well|full|part"
    r"|half|high|low|early|late|re|in|out|up|on|off|over|under|decision|evidence|trauma|risk|child"
    r"|family|follow|step|drop|drug|record|problem|day|face|mid|ex|anti|semi|sub|single|first"
    r"|second|third|key|joined|care|life|old|year|month|week|peer|front|ill|so|by|hand|wide|\w*\d",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(\w{1,40})-[ \t]{0,8}\n\s{0,40}(?=[a-z])")
_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,400}\)")
_SHORT, _LONG = 160, 600  # an item longer than that may be several, or is hardly one


@dataclass(frozen=True, slots=True)
class Item:
    """An item on one line, where it stands, and for whom it is."""

    text: str
    span: Span
    audience: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list, and what tells them apart: "marks", "semicolons", "lines" or "one"."""

    items: tuple[Item, ...]
    shape: str


def listed(text: str, span: Span) -> Listed:
    """The items of a list, in order. Commas alone divide nothing: items have them too."""
    ways = (("marks", by_marks), ("semicolons", by_semicolons), ("lines", by_lines))
    for shape, divide in ways:
        if cuts := divide(text, span):
            return _built(text, span, cuts, shape)
    return _built(text, span, [], "one")


def _built(text: str, span: Span, cuts: list[int], shape: str) -> Listed:
    """The items between places where a list is divided; whom one is for holds for those after."""
    places = sorted({span.start, *cuts, *audiences_in(text, span), span.end})
    items: list[Item] = []
    audience = ""
    for start, end in zip(places, places[1:], strict=False):
        piece = _bare(text, Span(start, end), shape, start > span.start)
        if (found := audience_at(text, piece)) and found.end < piece.end:
            audience, piece = found.whom, _bare(text, Span(found.end, piece.end), shape, True)
        words = cleaned(text[piece.start : piece.end])
        if words.casefold() not in _NO_ITEM and any(map(str.isalpha, words)):
            items.append(Item(words, piece, audience, _confidence(shape, words)))
    if shape == "marks":
        items = _with_stem(text, items)
    if shape in ("semicolons", "one") or _has_one_stop(items):
        items = [_without_stop(item) for item in items]
    return Listed(tuple(items), shape if len(items) > 1 or shape == "marks" else "one")


def _with_stem(text: str, items: list[Item]) -> list[Item]:
    """A line that ends with a colon, before the first bullet, is a part of the first item."""
    if len(items) < 2 or not items[0].text.endswith(":"):
        return items
    span = Span(items[0].span.start, items[1].span.end)
    first = replace(items[0], text=f"{items[0].text} {items[1].text}", span=span)
    return [first, *items[2:]]


def _has_one_stop(items: list[Item]) -> bool:
    """Whether only the last ends with a full stop: it is the list's."""
    stops = [item.text.endswith(".") for item in items]
    return len(stops) > 1 and stops[-1] and not any(stops[:-1])


def _confidence(shape: str, words: str) -> float:
    if shape == "one":
        return 0.9 if len(words) <= _SHORT and sentences(words) == 1 else 0.65
    if len(words) > _LONG:
        return 0.7
    return 0.85 if shape == "lines" else 0.95


def _bare(text: str, span: Span, shape: str, is_later: bool) -> Span:
    """Without the space, bullets, semicolons and the "and" around an item."""
    start, end = span.start, span.end
    while start < end and text[start] in _AROUND + ".:":
        start += 1
    if (
        shape in ("marks", "semicolons")
        and (mark := MARK.match(text, start, end))
        and (shape == "marks" or not _INITIAL.match(mark[0]))
    ):
        start = mark.end()
    if is_later and (joining := _JOINING.match(text, start, end)):
        start = joining.end()
        if mark := MARK.match(text, start, end):
            start = mark.end()
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    if tail := _TAIL.search(text, max(start, end - 48), end):
        end = tail.start()
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)


def cleaned(words: str) -> str:
    """On one line: line and page breaks joined, marks of bold type and addresses of links gone."""
    plain = words.replace("\u00ad\n", "").replace("\u00ad", "")
    if "-" in plain and "\n" in plain:
        plain = _HYPHEN.sub(_joined, plain)
    if "](" in plain:
        plain = _LINK.sub(r"\1", plain)
    plain = plain.replace("**", "").replace("__", "").replace("\\(", "(").replace("\\)", ")")
    return " ".join(plain.split())


def _joined(found: re.Match[str]) -> str:
    """A word that a line end divides, with its hyphen if it has one anyway."""
    return found[1] + "-" if _WITH_HYPHEN.fullmatch(found[1]) else found[1]


def _without_stop(item: Item) -> Item:
    """Without the full stop of the list. What is several sentences keeps its own."""
    words = item.text
    if not words.endswith(".") or words.endswith("..") or sentences(words) > 1:
        return item
    if is_abbreviated(words, len(words) - 1):
        return item
    return replace(item, text=words[:-1].rstrip(), span=Span(item.span.start, item.span.end - 1))
