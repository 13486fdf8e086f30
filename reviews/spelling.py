"""Words that may have been meant by one that nothing has."""

from collections.abc import Callable, Sequence

from reviews.search import near_words

OFFERED = 2
FARTHEST = 3  # letters that a misspelt word may differ in, if it is long


def corrections(word: str, count: Callable[[str], int]) -> list[str]:
    """Words of the collection like this one that are held by some record, the likeliest first.

    Those that differ in fewer letters, then those that more records hold.
    """
    if " " in word:
        return []
    allowed = min(FARTHEST, 1 + len(word) // 4)
    near = ((distance(other, word), other) for other in near_words(word))
    found = [(far, -count(other), other) for far, other in near if far <= allowed]
    return [other for _, held, other in sorted(found) if held][:OFFERED]


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
