"""What stands behind an alias in a title line and is no part of it: a year, a nation, who reviewed.

"Child U (2021)", "Young Person F (Scotland)", "Child D: joint review by two boards".
"""

import re
from dataclasses import replace

from reviews.intake import nations, titles
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Proposal, Read, Span
from reviews.intake.titles import ALIAS, Title

UNSURE = 0.6  # that a year behind an alias is that of publication
_NATIONS = "|".join(nations.NAMED)
_NOTE = re.compile(rf"(?<=\w)\s*[(\[]((?:19|20)\d\d|{_NATIONS})[)\]]$", re.IGNORECASE)
_ABOUT_REVIEW = re.compile(r"\s*:\s(.*\breviews?\b.*)", re.IGNORECASE)


def read(line: str, start: int, lexicon: Lexicon, heading: Read[str] | None = None) -> Title:
    """Read a title line as `titles.read` does; its alias is the name alone."""
    title = titles.read(line, start, lexicon, heading)
    if title.alias and (note := _NOTE.search(title.alias.value)):
        title = _without_note(title, title.alias, note)
    named = ALIAS.match(title.alias.value) if title.alias else None
    about = named and _ABOUT_REVIEW.match(named.string, named.end())
    if title.alias and named and about:
        rest = Read(about[1], Span(*about.span(1)).moved(title.alias.span.start), UNSURE)
        title = replace(title, alias=_first(title.alias, named.end()), rest=rest)
    return title


def _without_note(title: Title, alias: Read[str], note: re.Match[str]) -> Title:
    span = Span(*note.span(1)).moved(alias.span.start)
    short = _first(alias, note.start())
    if not note[1].isdigit():
        nation = nations.NAMED[note[1].casefold()]
        return replace(title, alias=short, nation=Read(nation, span, 0.8))
    return replace(title, alias=short, year=title.year or Read(note[1], span, UNSURE))


def _first(alias: Read[str], length: int) -> Read[str]:
    span = Span(alias.span.start, alias.span.start + length)
    return Read(alias.value[:length], span, alias.confidence)


def look_at(proposal: Proposal, title: Title) -> None:
    """Warn of what was taken from behind an alias, or left there."""
    if title.year and title.year.confidence <= UNSURE:
        words = "The year behind the title was taken for that of publication. Check it."
        proposal.warn("published", "year-behind-title", words)
    if title.rest:
        words = f"The title also says “{title.rest.value}”. Put what it tells where it belongs."
        proposal.warn("title", "title-says-more", words)
        proposal.warn("partnership", "title-says-more", words)
