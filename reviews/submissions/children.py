"""The ages of a form, one for each child, as far as they can be read."""

import re

from reviews import written_ages
from reviews.ages import Age
from reviews.intake.proposal import Span

_BETWEEN = (re.compile(r"[;\n]"), re.compile(r",| and |[;\n]"))


def children(text: str, span: Span) -> list[tuple[Span, Age | None]]:
    """Where each child's age stands, and the age. One that can't be read is None.

    The whole is one age if it can be; else it is divided, first where that is surest. A division
    at commas and "and" counts only if every part of it is an age.
    """
    if not text.strip():
        return []
    whole = [(_moved(text, 0, span.start), _age(text))]
    if whole[0][1] is not None:
        return whole
    surely, perhaps = ([*_parts(text, between, span.start)] for between in _BETWEEN)
    if len(perhaps) > 1 and all(age is not None for _, age in perhaps):
        return perhaps
    return surely


def _parts(text: str, between: re.Pattern[str], moved: int) -> list[tuple[Span, Age | None]]:
    found, start = [], 0
    for end, following in [*((m.start(), m.end()) for m in between.finditer(text)), (len(text), 0)]:
        part = text[start:end]
        if part.strip():
            found.append((_moved(part, start, moved), _age(part)))
        start = following
    return found


def _moved(part: str, start: int, moved: int) -> Span:
    """Without the spaces around it."""
    begin = start + len(part) - len(part.lstrip())
    return Span(begin, begin + len(part.strip())).moved(moved)


def _age(text: str) -> Age | None:
    try:
        return written_ages.read(text)
    except ValueError:
        return None
