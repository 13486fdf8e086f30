"""An entry divided: what happened, background, method, lists, keywords and links.

Every character of an entry is in one part: nothing that is not understood is dropped. Where the
parts begin say reviews/intake/leads.py and links.py; what is in the lists items.py.
"""

import re
from dataclasses import dataclass, field

from reviews.intake.endings import cut_at
from reviews.intake.items import cleaned
from reviews.intake.keywords import keywords_in, unlabelled
from reviews.intake.links import Link, linked
from reviews.intake.lists import Section, read_list
from reviews.intake.parts import Part, parts
from reviews.intake.proposal import Read, Span, Warning
from reviews.intake.sentences import trimmed


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of an entry after its title. `labels` are words such as "Keywords:"."""

    opening: Span
    background: tuple[Span, ...] = ()
    method: Read[str] | None = None
    sections: tuple[Section, ...] = ()
    keywords: tuple[Read[str], ...] = ()
    keywords_labelled: bool = False
    keywords_span: Span | None = None
    links: tuple[Link, ...] = ()
    labels: tuple[Span, ...] = ()
    leftovers: tuple[Span, ...] = ()
    is_cut: bool = False
    cut_why: str = ""
    warnings: tuple[Warning, ...] = ()


@dataclass(slots=True)
class _Reading:
    text: str
    parts: list[Part]
    links: tuple[Link, ...]
    labels: list[Span]
    warnings: list[Warning]
    opening: Span
    background: list[Span] = field(default_factory=list)
    method: Read[str] | None = None
    sections: list[Section] = field(default_factory=list)
    keywords: list[Read[str]] = field(default_factory=list)
    labelled: bool = False
    keywords_span: Span | None = None
    leftovers: list[Span] = field(default_factory=list)


def divide(text: str, span: Span) -> Body:
    """The parts of an entry; `span` is its text after the title line."""
    found = linked(text, span)
    reading = _Reading(
        text,
        parts(text, span, [*(link.span for link in found.links), *found.labels]),
        found.links,
        list(found.labels),
        list(found.warnings),
        Span(span.start, span.start),
    )
    _take_unlabelled(reading)
    for part in reading.parts:
        _TAKE[part.kind](reading, part)
    lists = [section.body for section in reading.sections]
    cut = cut_at(text, _understood(reading, span), reading.links, reading.keywords_span, lists)
    _warn_of_gaps(reading, bool(cut))
    return Body(
        reading.opening,
        tuple(reading.background),
        reading.method,
        tuple(reading.sections),
        tuple(reading.keywords),
        reading.labelled,
        reading.keywords_span,
        reading.links,
        tuple(reading.labels),
        tuple(reading.leftovers),
        bool(cut),
        cut,
        tuple(dict.fromkeys(reading.warnings)),
    )


def _understood(reading: _Reading, span: Span) -> Span:
    """The entry without what is left over at its end."""
    parts = [reading.opening, *reading.background, *reading.labels]
    parts += [part for section in reading.sections for part in (section.lead, section.body)]
    parts += [part for part in (reading.keywords_span,) if part]
    parts += [reading.method.span] if reading.method else []
    end = max(part.end for part in parts)
    after = any(leftover.end > end for leftover in reading.leftovers)
    return Span(span.start, max(span.start, end) if after else span.end)


def _take_unlabelled(reading: _Reading) -> None:
    """Keywords that no label announces, out of the last stretch of the text."""
    if any(part.kind == "keywords" for part in reading.parts):
        return
    last = next((p for p in reversed(reading.parts) if p.span.start < p.span.end), None)
    if not last or not (found := unlabelled(reading.text, last.span)):
        return
    keywords, span = found
    reading.keywords, reading.keywords_span = list(keywords), span
    last.span = trimmed(reading.text, Span(last.span.start, span.start))
    words = "These may be keywords: nothing in the text says that they are."
    reading.warnings.append(Warning("keywords", "keywords-unlabelled", words))


def _take_opening(reading: _Reading, part: Part) -> None:
    if reading.opening.start == reading.opening.end:
        reading.opening = part.span
    elif part.span.start < part.span.end:
        reading.leftovers.append(part.span)


def _take_background(reading: _Reading, part: Part) -> None:
    _label(reading, part)
    if part.span.start < part.span.end:
        reading.background.append(part.span)


def _take_summary(reading: _Reading, part: Part) -> None:
    """A summary is what happened, unless that is told already."""
    _label(reading, part)
    if reading.opening.start == reading.opening.end:
        reading.opening = part.span
    elif part.span.start < part.span.end:
        reading.background.append(part.span)


def _take_method(reading: _Reading, part: Part) -> None:
    _label(reading, part)
    is_labelled = bool(part.lead and part.lead.span.start < part.lead.span.end)
    span = _paragraph(reading, part.span, r"\n[ \t]*\n\s*" if is_labelled else r"\s*\n\s*")
    words = cleaned(reading.text[span.start : span.end])
    if words and not reading.method:
        reading.method = Read(words, span, 0.95 if is_labelled else 0.7)
    elif words:
        reading.leftovers.append(span)


def _take_keywords(reading: _Reading, part: Part) -> None:
    _label(reading, part)
    span = _paragraph(reading, part.span)
    found = keywords_in(reading.text, span)
    if found and not reading.keywords_span:
        reading.keywords, reading.labelled, reading.keywords_span = list(found), True, span
    elif span.start < span.end:
        reading.leftovers.append(span)


def _take_rest(reading: _Reading, part: Part) -> None:
    _label(reading, part)
    if part.span.start < part.span.end:
        reading.leftovers.append(part.span)


def _label(reading: _Reading, part: Part) -> None:
    if part.lead and part.lead.span.start < part.lead.span.end:
        reading.labels.append(part.lead.span)


def _paragraph(reading: _Reading, span: Span, between: str = r"\n[ \t]*\n\s*") -> Span:
    """The first paragraph; what is after it is left over, unless it goes on in mid-sentence."""
    text = reading.text
    for gap in re.finditer(between, text[span.start : span.end]):
        end, rest = span.start + gap.start(), span.start + gap.end()
        if end == span.start or text[end - 1 : end] in ",;-" or text[rest].islower():
            continue
        reading.leftovers.append(Span(rest, span.end))
        return trimmed(text, Span(span.start, end))
    return span


def _take_section(reading: _Reading, part: Part) -> None:
    """A list with its items."""
    assert part.lead is not None
    is_last = part is reading.parts[-1]
    found = read_list(reading.text, part, part.lead, is_last, not reading.sections)
    reading.sections.append(found.section)
    reading.warnings += found.warnings
    if found.rest:
        reading.leftovers.append(found.rest)


def _warn_of_gaps(reading: _Reading, is_cut: bool) -> None:
    """What an entry should have and has not."""
    if not reading.links and not is_cut:
        words = "The text names no report. Add a link to it, or keep the review without."
        reading.warnings.append(Warning("documents", "no-document", words))


_TAKE = {
    "opening": _take_opening,
    "background": _take_background,
    "summary": _take_summary,
    "method": _take_method,
    "keywords": _take_keywords,
    "section": _take_section,
    "other": _take_rest,
    "after": _take_rest,
}
