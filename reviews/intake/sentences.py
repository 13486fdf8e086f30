"""Sentences of a text, each with its place. Full stops of abbreviations end none."""

import re

from reviews.intake.proposal import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|st|no|nos|e\.?g|i\.?e|etc|approx|vs|para|prof|rev|hon|cf|al|yr|yrs|mths"
    r"|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|(?<![a-z])[a-z])\.$",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.!?][\"'’”)\]]*(?=\s+[\"'‘“(\[]?[A-Z0-9]|\s*$|(?<=[a-z\d)][.])[A-Z][a-z])|\n\s*\n|;"
)

_WORD = re.compile(r"\w")


def sentences(text: str, span: Span) -> list[Span]:
    """What stands between full stops, semicolons and empty lines."""
    found, first = [], span.start
    for end in _END.finditer(text, span.start, span.end):
        if end[0][0] == "." and _ABBREVIATION.search(
            text, max(first, end.start() - 8), end.start() + 1
        ):
            continue
        found.append(Span(first, end.end()))
        first = end.end()
    found.append(Span(first, span.end))
    return [trimmed(text, one) for one in found if _WORD.search(text, one.start, one.end)]


def trimmed(text: str, span: Span) -> Span:
    """Without the space around it."""
    first, last = span.start, span.end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Span(first, last)
