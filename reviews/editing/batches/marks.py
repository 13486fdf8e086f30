"""The text that an entry was read from, with a mark for each field: marks stand within each other.

A mark that begins inside another and ends behind it is divided where that one ends. Its first
piece has the anchor; all pieces say what they belong to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was read; `key` is its field, or its field and number: "learning-2"."""

    start: int
    end: int
    key: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text, or where a mark opens or closes. Only the first piece of one is `first`."""

    text: str = ""
    opens: str = ""
    closes: bool = False
    first: bool = False


def places_of(fields: Mapping[str, Any]) -> Iterator[Place]:
    """Every place that a proposal's JSON names: of lists, those of their items."""
    for name, held in fields.items():
        items = held.get("items") or ()
        if not items:
            yield _place(name, held)
        for number, item in enumerate(items, start=1):
            yield _place(f"{name}-{number}", item)


def _place(key: str, held: Mapping[str, Any]) -> Place:
    return Place(int(held["start"]), int(held["end"]), key, float(held.get("confidence", 1)))


def tokens(text: str, places: Iterable[Place], start: int = 0) -> Iterator[Token]:
    """A text in pieces. `start` is the offset of its first character in what places count."""
    waiting = _inside(places, start, start + len(text))
    open_: list[Place] = []
    seen: set[str] = set()
    at = start
    while waiting or open_:
        if open_ and (not waiting or waiting[0].start >= open_[-1].end):
            inner = open_.pop()
            if inner.end > at:
                yield Token(text[at - start : inner.end - start])
            at = max(at, inner.end)
            yield Token(closes=True)
            continue
        place = waiting.pop(0)
        if open_ and place.end > open_[-1].end:
            rest = Place(open_[-1].end, place.end, place.key)
            place = Place(place.start, open_[-1].end, place.key)
            _put(waiting, rest)
        if place.start > at:
            yield Token(text[at - start : place.start - start])
            at = place.start
        yield Token(opens=place.key, first=place.key not in seen)
        seen.add(place.key)
        open_.append(place)
    if at < start + len(text):
        yield Token(text[at - start :])


def _inside(places: Iterable[Place], start: int, end: int) -> list[Place]:
    """Those that stand in the text, as far as they do, the outer ones first."""
    cut = (Place(max(one.start, start), min(one.end, end), one.key) for one in places)
    return sorted((one for one in cut if one.start < one.end), key=_order)


def _order(place: Place) -> tuple[int, int, str]:
    return place.start, -place.end, place.key


def _put(waiting: list[Place], rest: Place) -> None:
    """In its order among those that wait."""
    index = 0
    while index < len(waiting) and _order(waiting[index]) < _order(rest):
        index += 1
    waiting.insert(index, rest)
