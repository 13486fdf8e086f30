"""What editors are about to tell the public beside an edition: does it give something away?"""

from collections.abc import Iterator

from briefings.editing.checks import texts
from briefings.models import Edition
from briefings.records import read
from reviews.editing.checks import Context, identifying
from reviews.editing.public_words import Doubt, repeated


def doubts_of_note(note: str) -> list[Doubt]:
    """Identifying details, in what will stand on the public page."""
    found = identifying.find({"note": note}, Context())
    return [Doubt("identifies", finding.text) for finding in found]


def doubts_of_wording(wording: str, edition: Edition) -> list[Doubt]:
    """What a tombstone should not say: the edition's own sentences, identifying details."""
    words = repeated(wording, _sentences(edition))
    found = [Doubt("repeats", words)] if words else []
    return found + doubts_of_note(wording)


def _sentences(edition: Edition) -> Iterator[str]:
    return (text for name, text in texts(read(edition)).items() if name != "title")
