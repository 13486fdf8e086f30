"""Words that may have been meant by one that nothing has."""

from collections.abc import Callable, Sequence

from reviews.search import near_words

OFFERED = 2
FARTHEST = 3  # letters that a misspelt word may differ in, if it is long


def corrections(word: str, counts: Callable[[Sequence[str]], Sequence[int]]) -> list[str]:
    """Words of the collection like this one that are held by some record, the likeliest first.

    Those that differ in fewer letters, then those that more records hold: `counts` knows them.
    """
    if " " in word:
        return []
    allowed = min(FARTHEST, 1 + len(word) // 4)
    near = {other: distance(other, word) for other in near_words(word)}
    words = [other for other, far in near.items() if far <= allowed]
    held = dict(zip(words, counts(words), strict=True))
    likely = sorted(words, key=lambda other: (near[other], -held[other], other))
    return [other for other in likely if held[other]][:OFFERED]


def distance(first: str, second: str) -> int:
    """Letters to add, leave out, change or swap with their neighbour to make one of the other."""
    before: Sequence[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first):
        last, row = row, [i + 1]
        for j, other in enumerate(second):
            cost = min(last[j] + (letter != other), last[j + 1] + 1, row[j] + 1)
            swapped = i and j and letter == second[j - 1] and first[i - 1] == other
            row.append(min(cost, before[j - 1] + 1) if swapped else cost)
        before = last
    return row[-1]
