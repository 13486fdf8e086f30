"""How what intake has read is laid beside what is expected: entries, children, items of lists."""

import re
from difflib import SequenceMatcher
from typing import Any

QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
LEAST_LIKE = 0.6


def plain(value: Any) -> Any:
    """Text with its white space and quotes in one style; of a point its text alone."""
    if isinstance(value, dict) and "text" in value:
        return point(value["text"])
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value.translate(QUOTES)).strip()
    return value


def point(text: str) -> str:
    """A point may begin with a capital and end with a full stop where its list has neither."""
    text = plain(text).removesuffix(".")
    return text[:1].lower() + text[1:]


def is_right(got: Any, expected: Any, *, warned: bool) -> bool:
    """Whether a value is what is expected, or one of what may be."""
    if isinstance(expected, dict) and "open" in expected:
        return warned
    if isinstance(expected, dict) and "any" in expected:
        return any(is_right(got, one, warned=warned) for one in expected["any"])
    if isinstance(expected, list) and isinstance(got, list):
        return len(got) == len(expected) and all(
            is_right(one, other, warned=warned) for one, other in zip(got, expected, strict=True)
        )
    if isinstance(expected, dict) and isinstance(got, dict):
        return all(is_right(got.get(key), expected[key], warned=warned) for key in expected)
    if isinstance(got, dict) and "text" in got:
        return bool(plain(got) == point(str(expected)))
    return bool(plain(got or None) == plain(expected or None))


def children_of(got: list[Any], expected: Any) -> tuple[list[Any], Any]:
    """What was read, and of several lists of children that may be right the one most like it."""
    if isinstance(expected, dict) and "any" in expected:
        return got, max(expected["any"], key=lambda one: children_like(got, one))
    return got, expected


def likeliest(got: list[Any], expected: Any) -> Any:
    """Of several lists that may be right, the one that most of the items stand in."""
    if isinstance(expected, dict) and "any" in expected:
        return max(expected["any"], key=lambda one: sum(is_pair(*pair) for pair in same(got, one)))
    return expected


def is_pair(item: Any, wanted: Any) -> bool:
    return item is not None and wanted is not None and is_right(item, wanted, warned=False)


def children_like(got: list[Any], expected: Any) -> float:
    if isinstance(expected, dict):
        return -1
    alike = sum(
        is_right(child.get(key), other[key], warned=False)
        for child, other in zip(got, expected, strict=False)
        for key in ("age", "sex")
    )
    return alike - 3 * abs(len(got) - len(expected))


def same(got: list[Any], expected: list[Any]) -> list[tuple[Any, Any]]:
    """Items in pairs, in order; one without a partner stands with None."""
    keys = [
        next(
            (place for place, want in enumerate(expected) if is_right(item, want, warned=False)), -1
        )
        for item in got
    ]
    pairs: list[tuple[Any, Any]] = []
    matcher = SequenceMatcher(None, keys, list(range(len(expected))), autojunk=False)
    for _, left, left_end, right, right_end in matcher.get_opcodes():
        ours, theirs = got[left:left_end], expected[right:right_end]
        for place in range(max(len(ours), len(theirs))):
            pairs.append(
                (
                    ours[place] if place < len(ours) else None,
                    theirs[place] if place < len(theirs) else None,
                )
            )
    return pairs


def aligned(
    expected: list[dict[str, Any]], got: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each expected entry with its proposal, in order: the pairing that is most alike in all."""
    best = [[0.0] * (len(got) + 1) for _ in range(len(expected) + 1)]
    for row in reversed(range(len(expected))):
        for column in reversed(range(len(got))):
            alike = entries_like(expected[row], got[column])
            together = alike + best[row + 1][column + 1] if alike >= LEAST_LIKE else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    row = column = 0
    while row < len(expected):
        if column < len(got) and best[row][column] == best[row][column + 1]:
            column += 1
        elif column == len(got) or best[row][column] == best[row + 1][column]:
            pairs.append((expected[row], None))
            row += 1
        else:
            pairs.append((expected[row], got[column]))
            row, column = row + 1, column + 1
    return pairs


def entries_like(expected: dict[str, Any], got: dict[str, Any]) -> float:
    """How alike two entries are: mostly by title, but also where the title was misread."""
    wanted = expected["title"]
    title = wanted["any"][0] if isinstance(wanted, dict) else wanted
    alike = SequenceMatcher(None, plain(str(got.get("title"))), plain(title)).ratio()
    alike += 0.2 * is_right(got.get("partnership"), expected["partnership"], warned=False)
    for name in ("learning", "recommendations", "keywords"):
        items = got.get(name) or []
        alike += 0.3 * any(is_pair(*pair) for pair in same(items, likeliest(items, expected[name])))
    return alike
