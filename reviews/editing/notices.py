"""What else waits on the desk's first page, said by apps that compose from the record.

Whoever composes registers (`register`, once, when its app is ready); the first page asks. So it
shows which briefings are to be looked at without knowing of briefings.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviews.editing.home import Section

# Gives a section with at most so many of its items; one without any is not shown.
type Noticer = Callable[[int], "Section"]

_registered: list[Noticer] = []


def register(noticer: Noticer) -> None:
    _registered.append(noticer)


def sections(most: int) -> Iterator["Section"]:
    """Of each, how many there are and the first of them."""
    return (noticer(most) for noticer in _registered)
