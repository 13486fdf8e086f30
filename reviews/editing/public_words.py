"""What editors are about to tell the public, beside the record: does it give something away?

The checks of a record do not read it, and it stands where nobody looks for a child's details.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reviews.editing.checks import identifying
from reviews.editing.checks.finding import Context
from reviews.models import Review

REPEATED = 5  # words in a row that also stand in the record
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")

type Kind = Literal["title", "partnership", "repeats", "identifies"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at again: of what kind, and the words."""

    kind: Kind
    text: str


def doubts_of_wording(wording: str, review: Review) -> list[Doubt]:
    """What a tombstone should not say: a name, the record's own sentences, identifying details."""
    found = []
    names: list[tuple[Kind, str]] = [("title", review.title)]
    if review.partnership:
        names.append(("partnership", review.partnership.name))
    for kind, name in names:
        if _names(wording, name):
            found.append(Doubt(kind, name))
    texts = [review.headline, review.summary, review.content_note, review.incident_note]
    if words := repeated(wording, [*texts, *review.points.values_list("text", flat=True)]):
        found.append(Doubt("repeats", words))
    return found + doubts_of_note(wording, review)


def doubts_of_note(note: str, review: Review) -> list[Doubt]:
    """What a note under a public review should not say: identifying details."""
    context = Context(title=review.title, anonymous=review.anonymous)
    found = identifying.find({"note": note}, context)
    return [Doubt("identifies", finding.text) for finding in found]


def repeated(wording: str, texts: Iterable[str]) -> str:
    """The first words in a row that stand in the record too."""
    known = {run for text in texts for run in _runs(_words(text))}
    said = list(_WORD.finditer(wording))
    for place, run in enumerate(_runs(_words(wording))):
        if run in known:
            return wording[said[place].start() : said[place + REPEATED - 1].end()]
    return ""


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + REPEATED]) for at in range(len(words) - REPEATED + 1)]


def _names(text: str, name: str) -> bool:
    """Whether a text has a name in it, in any case; a name of one word only as it is written."""
    if len(_words(name)) == 1:
        return name in _WORD.findall(text)
    said, wanted = _words(text), _words(name)
    size = len(wanted)
    return any(said[at : at + size] == wanted for at in range(len(said) - size + 1))
