"""What waits on the desk's first page, and what apps that compose from the record add to it.

Whoever composes registers (`register`, once, when its app is ready); the first page asks. So it
shows which briefings are to be looked at without knowing of briefings.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A line: what it leads to, and what is to be known of it: short notes, or sentences."""

    reference: str
    title: str
    url: str
    notes: list[str]
    problem: str = ""
    sentences: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind that wait: the first of them, how many, and where all are.

    `whole` names the list that the address leads to, where it has more than these.
    """

    name: str
    title: str
    total: int
    items: list[Item]
    url: str
    whole: str = ""


# Gives a section with at most so many of its items; one without any is not shown.
type Noticer = Callable[[int], Section]

_registered: list[Noticer] = []


def register(noticer: Noticer) -> None:
    _registered.append(noticer)


def sections(most: int) -> Iterator[Section]:
    """Of each, how many there are and the first of them."""
    return (noticer(most) for noticer in _registered)
