"""What is typed as a list: one item on each line, or with semicolons between."""

import re

_MARK = re.compile(r"^(?:[-–—•*·▪‣◦]|\(?[0-9]{1,3}[.)])(?:\s+|$)")
_LAST = re.compile(r"^and\s+", re.IGNORECASE)


def items(text: str) -> list[str]:
    """The items, without their marks. Semicolons divide only what stands on a single line."""
    lines = [_MARK.sub("", line.strip()) for line in text.splitlines()]
    found = [line for line in lines if line]
    if len(found) == 1 and ";" in found[0]:
        parts = [part.strip() for part in found[0].split(";")]
        found = [_LAST.sub("", part) for part in parts if part]
    return found
