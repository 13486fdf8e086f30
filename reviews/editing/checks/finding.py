"""What a check found in a review, and what the checks know of it besides the text they read."""

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.editing.checks.sentences import SENTENCES

if TYPE_CHECKING:
    from reviews.records import ReviewRecord

_PLACE = re.compile(r"[.\-\[][a-z]?\d+\]?")
_SPACES = re.compile(r"\s+")


class Severity(StrEnum):
    """Blocking: not published while it stands. Acknowledge: published if an editor says why."""

    BLOCKING = "blocking"
    ACKNOWLEDGE = "acknowledge"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: what (a code of sentences.py), in which field, where in it, the words.

    A finding about a whole field, such as a missing one, begins and ends at 0.
    """

    code: str
    field: str
    start: int
    end: int
    text: str
    severity: Severity

    @property
    def key(self) -> str:
        """What an acknowledgement is kept under: it stays while the words found stay the same.

        The number of a row is left out, so that moving a point does not ask again.
        """
        words = _SPACES.sub(" ", self.text).strip().casefold()
        return f"{self.code}:{_PLACE.sub('', self.field)}:{sha256(words.encode()).hexdigest()[:16]}"

    @property
    def found(self) -> str:
        """What was found, as a sentence."""
        return SENTENCES[self.code].found

    @property
    def to_do(self) -> str:
        """What to do about it, as a sentence."""
        return SENTENCES[self.code].to_do

    @property
    def is_blocking(self) -> bool:
        return self.severity == Severity.BLOCKING


@dataclass(frozen=True, slots=True)
class Context:
    """What the review says of itself: who may be named in it, and what may be joined with what."""

    title: str = ""
    partnership: str = ""
    anonymous: bool = False
    ages: tuple[Age, ...] = ()
    incident: PartialDate | None = None
    outcome: str = ""
    chosen: frozenset[str] = frozenset()  # names in quotation marks, as the review has chosen them
    is_renamed: bool = False  # the review says that its names are not the real ones

    @classmethod
    def of(cls, record: "ReviewRecord", partnership: str) -> "Context":
        """The context of a record whose partnership has this name."""
        return cls(
            title=record.title,
            partnership=partnership,
            anonymous=record.anonymous,
            ages=tuple(child.age for child in record.children if child.age),
            incident=record.incident,
            outcome=record.outcome,
        )
