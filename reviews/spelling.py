"""Words that may have been meant by one that nothing has."""

from collections.abc import Callable, Sequence

from reviews.search import near_words

OFFERED = 2
MOST = 8  # words of a query that are looked at
FARTHEST = 3  # letters that a misspelt word may differ in, if it is long


def corrections(
    typed: Sequence[str], counts: Callable[[Sequence[str]], Sequence[int]]
) -> dict[str, list[str]]:
    """For each word those of the collection like it that some record holds, the likeliest first.

    Those that differ in fewer letters, then those that more records hold: `counts` knows them.
    One statement for as many words as are looked at.
    """
    single = [word for word in typed if " " not in word][:MOST]
    if not single:
        return {}
    near = [(word, other, distance(word, other)) for word, other in near_words(single)]
    near = [(w, other, far) for w, other, far in near if far <= min(FARTHEST, 1 + len(w) // 4)]
    words = list({other for _, other, _ in near})
    held = dict(zip(words, counts(words), strict=True))
    found: dict[str, list[str]] = {}
    for word, other, _ in sorted(near, key=lambda one: (one[2], -held[one[1]], one[1])):
        if held[other]:
            found.setdefault(word, []).append(other)
    return {word: others[:OFFERED] for word, others in found.items()}


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
