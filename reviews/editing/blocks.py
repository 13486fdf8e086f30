"""What two series of words have in common, in order: the blocks that are the same.

Words that stand once in both are matched first, in their order (a "patience" difference), and
what lies between them again; difflib is asked only for short stretches. So the cost is near to
proportional: two texts of 100,000 characters take well under a second however they differ.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

SHORT = 5_000  # comparisons: a stretch of about 70 words on each side
OFTEN = 5  # times a word of one side stands on the other, on average, that are not compared
DEEPEST = 8


class Block(NamedTuple):
    """Where two texts are the same: from here and there on, for so many words."""

    before: int
    after: int
    length: int


def common(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """Where the words are the same, in order. No two blocks overlap."""
    found: list[Block] = []
    waiting = [(0, len(one), 0, len(other), DEEPEST)]
    while waiting:
        blocks, inner = _split(one, other, *waiting.pop())
        found += blocks
        waiting += inner
    return sorted(found)


type _Stretch = tuple[int, int, int, int, int]


def _split(
    one: Sequence[str], other: Sequence[str], low: int, high: int, start: int, end: int, depth: int
) -> tuple[list[Block], list[_Stretch]]:
    """What a stretch has in common, as far as it is plain; and the stretches left between."""
    found: list[Block] = []
    begun = low
    while low < high and start < end and one[low] == other[start]:
        low, start = low + 1, start + 1
    if low > begun:
        found.append(Block(begun, start - (low - begun), low - begun))
    ended = high
    while low < high and start < end and one[high - 1] == other[end - 1]:
        high, end = high - 1, end - 1
    if high < ended:
        found.append(Block(high, end, ended - high))
    if low == high or start == end:
        return found, []
    if (high - low) * (end - start) <= SHORT:
        blocks = _compared(one[low:high], other[start:end])
        return found + [Block(low + a, start + b, size) for a, b, size in blocks], []
    anchors = _anchors(one, other, low, high, start, end) if depth else []
    if not anchors:
        return found, []
    edges = [(low - 1, start - 1), *anchors, (high, end)]
    inner = [
        (left + 1, right, top + 1, bottom, depth - 1)
        for (left, top), (right, bottom) in zip(edges, edges[1:], strict=False)
    ]
    return found + [Block(left, top, 1) for left, top in anchors], inner


def _compared(one: Sequence[str], other: Sequence[str]) -> Sequence[Block]:
    """What two short stretches have in common.

    Nothing where both say the same few words again and again: it is no text, and costs the most.
    """
    there = Counter(other)
    if sum(there[word] for word in one) > OFTEN * (len(one) + len(other)):
        return []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [Block(*block) for block in matcher.get_matching_blocks()[:-1]]


def _anchors(
    one: Sequence[str], other: Sequence[str], low: int, high: int, start: int, end: int
) -> list[tuple[int, int]]:
    """Words that stand once on each side: the longest series in the same order on both."""
    here = Counter(one[low:high])
    there = Counter(other[start:end])
    place = {text: at for at, text in enumerate(other[start:end], start) if there[text] == 1}
    pairs = [
        (at, place[text])
        for at, text in enumerate(one[low:high], low)
        if here[text] == 1 and text in place
    ]
    return [pairs[index] for index in longest_rising([at for _, at in pairs])]


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """The indexes of the longest series of rising numbers."""
    tails: list[int] = []
    ends: list[int] = []  # the index at which a series of each length ends lowest
    previous: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    series = []
    index = ends[-1] if ends else -1
    while index >= 0:
        series.append(index)
        index = previous[index]
    return series[::-1]
