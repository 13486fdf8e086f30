"""Dates in a text: where one stands and what it says (reviews/written_dates.py reads the words)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviews import written_dates
from reviews.dates import DateError, PartialDate
from reviews.intake.proposal import Span
from reviews.intake.titles import MONTH

_DASH = r"[\u2010-\u2015-]"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?![\d]|s\b|'s)"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_PART = (
    r"(?:the\s+)?(?:early|mid|middle|late|later|beginning|start|end|spring|summer|autumn|winter"
    r"|christmas|easter"
    rf"|(?:first|second|latter|last)\s+(?:half|part|quarter))(?:\s*{_DASH}?\s*(?:to|and"
    rf"|or)?\s*{_DASH}?\s*(?:early|mid|late|part))?"
    rf"(?:\s+(?:part\s+)?(?:of|in)(?:\s+the)?|\s*{_DASH})?\s*"
)
_MONTH_OF = (
    rf"(?:{_DAY}\s+(?:of\s+)?)?\b{MONTH}\b\.?(?:\s+{_DAY}(?=[\s,]))?(?:,?\s*(?:of\s+)?{_YEAR})?"
)
_SLASHED = r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d"
_POINT = rf"(?:{_SLASHED}|(?:{_PART})?(?:{_MONTH_OF}|(?:{_DAY}\s+)?{_YEAR}))"
_LINK = rf"\s*(?:{_DASH}|/|,|\b(?:to|and|or|until|till|through)\b)\s*"
_DATE = re.compile(
    rf"(?P<lead>\b(?:between|from)\s+)?(?P<date>\b{_POINT}(?:{_LINK}{_POINT}"
    rf"|(?<=\d\d\d\d)[/\u2010-\u2015-]\d\d\b)?)",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(rf"{_YEAR}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text. None for words that are a date and can't be read as one."""

    span: Span
    date: PartialDate | None


def dates(text: str, span: Span) -> Iterator[Dated]:
    """The dates of a piece of text that have a year, in order."""
    for found in _DATE.finditer(text, span.start, span.end):
        if _HAS_YEAR.search(found["date"]):
            yield _dated(text, found)


def _dated(text: str, found: re.Match[str]) -> Dated:
    whole = Span(found.start(), found.end("date"))
    alone = Span(*found.span("date"))
    for span in (whole, alone):
        if date := _read(span.of(text)):
            return Dated(span, date)
    first = re.search(_POINT, alone.of(text), re.IGNORECASE)
    if first and _HAS_YEAR.search(first[0]) and (date := _read(first[0])):
        return Dated(Span(alone.start, alone.start + first.end()), date)
    return Dated(whole, None)


def _read(words: str) -> PartialDate | None:
    try:
        return written_dates.read(words.strip(" ,"))
    except DateError:
        return None
