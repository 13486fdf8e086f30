"""A list that is pasted in as one text, as its items. Text in, texts out; nothing is left out.

Items begin at bullets and numbers where there are any, else at empty lines, else at lines; one
paragraph is divided at its semicolons. Commas, colons, full stops of abbreviations and semicolons
in brackets divide nothing. Lines that only go on, as a PDF breaks them, are put together.
"""

import re
from itertools import pairwise

from reviews.intake.item_cuts import MARK

_ENDS = re.compile(r"[.;:!?]['\"’”)]*(?:\s+and)?$")  # a line after which a new item may begin
_LAST = re.compile(r"and,?\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"\s*;(?:\s*(?:and|or))?\s*$", re.IGNORECASE)
_BETWEEN = {"and", "or"}  # left over at the end of a line
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def split(text: str) -> list[str]:
    """The items of a list, in order."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if _is_marked(lines):
        return _cleaned(_from(lines, [bool(MARK.match(line)) for line in lines]))
    if any(not before.strip() for before, _ in pairwise(lines[1:] + [""])) and _paragraphs(lines):
        return _cleaned(_paragraphs(lines))
    found = _from(lines, [True, *(_begins(*pair) for pair in pairwise(lines))])
    if len(found) == 1 or any(item.rstrip().endswith(";") for item in found):
        found = [part for item in found for part in _at_semicolons(item)]
        return _without_and(_cleaned(found))
    return _cleaned(found)


def _is_marked(lines: list[str]) -> bool:
    """Two lines begin with a bullet or a number, or the only one does."""
    marked = [line for line in lines if line.strip() and MARK.match(line)]
    return len(marked) > 1 or (len(marked) == 1 and len([x for x in lines if x.strip()]) == 1)


def _from(lines: list[str], begins: list[bool]) -> list[str]:
    """Lines put together, from each that begins an item on."""
    found: list[str] = []
    for line, is_first in zip(lines, begins, strict=True):
        if is_first or not found:
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return found


def _begins(before: str, line: str) -> bool:
    """Whether a line is an item of its own, rather than the line before it going on."""
    first = line.strip()[:1]
    return bool(_ENDS.search(before.strip())) or not first.islower()


def _paragraphs(lines: list[str]) -> list[str]:
    """What stands between empty lines, if that is more than one thing."""
    found = [part for part in re.split(r"\n\s*\n", "\n".join(lines)) if part.strip()]
    return found if len(found) > 1 else []


def _at_semicolons(text: str) -> list[str]:
    """Divided at semicolons that stand in no brackets; at all where brackets don't close."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char == ";" and depth <= 0:
            parts[-1] += char
            parts.append("")
        else:
            parts[-1] += char
    if depth:
        return re.split(r"(?<=;)", text)
    return parts


def _without_and(items: list[str]) -> list[str]:
    """The last of several may have an “and” before it."""
    if len(items) > 1 and (found := _LAST.match(items[-1])):
        return [*items[:-1], items[-1][found.end() :]]
    return items


def _cleaned(items: list[str]) -> list[str]:
    """On one line each, without bullets, numbers and the semicolons between them."""
    joined = (_HYPHEN.sub("-", item.strip()) for item in items)
    plain = (item[mark.end() :] if (mark := MARK.match(item)) else item for item in joined)
    found = (_TAIL.sub("", " ".join(item.split())) for item in plain)
    return [item for item in found if item and item not in _BETWEEN]
