"""How many reviews a preface says there are: "In May 2023 six case reviews were published"."""

import re

from reviews.written_ages import ONES

_NUMBERS = {word: number for number, word in enumerate((*ONES, "twenty")) if number}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_DECLARED = re.compile(
    rf"\b{_COUNT}\s+(?:(?:new|further|recent|serious|local|child"
    r"|national|published|safeguarding|additional|anonymous|learning|different)\s+)*"
    r"(?:case|practice|serious case)?\s*reviews?\b(?=[^.\n]{0,80}?\b(?:published|added|repository"
    r"|collection|library|month|list)|[^.\n]{0,3}$)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDED = re.compile(
    rf"\badded[^.;\n]{{0,20}}\b{_COUNT}\s+(?:\w+\s+){{0,3}}?reviews?\b", re.IGNORECASE
)


def declared(text: str) -> int | None:
    """How many reviews a preface says that the list has."""
    found = _ADDED.search(text) or _DECLARED.search(text)
    if not found:
        return None
    count = found["count"].lower()
    return _NUMBERS.get(count) or int(count)
