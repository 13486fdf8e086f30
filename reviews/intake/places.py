"""What stands before a word: whether a line, a sentence or nothing can begin with it."""

from enum import IntEnum

_CLOSERS = "\"'”’)]*_"
_BULLETS = ">#*_•●▪■◦·-–—\uf0b7 \t"


class Place(IntEnum):
    """What stands before a word, from what says most that something begins with it."""

    LINE = 0  # the start of a line, what was before is finished
    RUNNING = 1  # the start of a line in the middle of a sentence
    SENTENCE = 2
    GLUED = 3  # to the word or number before
    MIDDLE = 4


def place_of(text: str, first: int, place: int) -> tuple[Place, int]:
    """What stands before a place, and where the marks begin that belong to what stands there."""
    start = place
    while start > first and place - start < 8 and text[start - 1] in _BULLETS:
        start -= 1
    if start == first or text[start - 1] == "\n":
        begins = start
        start = start + len(text[start:place]) - len(text[start:place].lstrip())
        before = _last(text, first, begins)
        return (Place.LINE if _is_finished(text, first, before, begins) else Place.RUNNING), start
    start = place
    while start > first and place - start < 3 and text[start - 1] in "*_":
        start -= 1
    before = _last(text, first, start)
    if before < first:
        return Place.LINE, start
    if "\n" in text[before + 1 : start]:
        finished = _is_finished(text, first, before, start)
        return (Place.LINE if finished else Place.RUNNING), start
    if _closes(text, first, before):
        return Place.SENTENCE, start
    if before == start - 1 and text[before].isalnum() and text[place].isupper():
        return Place.GLUED, start
    return Place.MIDDLE, start


def _last(text: str, first: int, place: int) -> int:
    """The last character before a place that is no space."""
    place -= 1
    while place >= first and text[place].isspace():
        place -= 1
    return place


def _is_finished(text: str, first: int, before: int, start: int) -> bool:
    """Whether what ends at `before` is a sentence, a list or a paragraph that has its end."""
    if before < first or _closes(text, first, before):
        return True
    gap = text[before + 1 : start]
    return gap.count("\n") > 1 and text[before] not in ",;-–—" or text[before] in ":>"


def _closes(text: str, first: int, before: int) -> bool:
    steps = 0
    while before > first and steps < 3 and text[before] in _CLOSERS:
        before, steps = before - 1, steps + 1
    return text[before] in ".!?…"
