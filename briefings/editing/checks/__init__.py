"""What the checks say of an edition before it is published: one entry point over all of them.

What each says, and how grave it is, stands in `sentences.py`; of Markdown and of figures where
those are read (briefings/prose.py, briefings/figure_checks.py).
"""

import re
from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from briefings import figure_checks, prose
from briefings.editing.checks import evidence, facts, limits
from briefings.editing.checks.finding import PieceFinding, of_problem
from briefings.editing.checks.texts import MARKDOWN, find_identifying, texts
from briefings.models import Piece
from briefings.records import EditionRecord
from reviews.editing.checks import Finding

__all__ = ["PieceFinding", "run", "texts"]

_OF_FIGURE = re.compile(r"figures\.(?P<place>[0-9]+)(?:\.(?P<name>\w+))?")


def run(record: EditionRecord, piece: Piece, on: date | None = None) -> list[Finding]:
    """Every finding, each once, as on that day (today, if none is given).

    Four statements; the rest about 5 ms for 1,000 words.
    """
    read = texts(record)
    too_much = list(limits.find(record, read))
    found: list[Finding] = [
        *facts.find(record, piece, on or timezone.localdate()),
        *evidence.find(record, piece),
        *too_much,
        *_words(record),
    ]
    if not any(one.code == "too-long" for one in too_much):
        found += find_identifying(read)
    return list({(one.key, one.field, one.start): one for one in found}.values())


def _words(record: EditionRecord) -> Iterator[PieceFinding]:
    """What is to be said of Markdown and of figures."""
    content = record.content
    marked_up = {name: getattr(content, name) for name in MARKDOWN}
    marked_up |= {f"sections-{one.id}-text": one.text for one in content.sections}
    for field, text in marked_up.items():
        for problem in prose.problems(text):
            yield of_problem(problem, field)
    for problem in figure_checks.checks(content, record.published):
        yield of_problem(problem, _figure(problem.at))


def _figure(at: str) -> str:
    """The field of a figure, whose places count from 0 where figures are checked."""
    found = _OF_FIGURE.fullmatch(at)
    if found is None:
        return at or "body"
    return f"figures.{int(found['place']) + 1}.{found['name'] or 'value'}"
