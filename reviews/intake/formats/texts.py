"""The one form of text that intake reads, whatever it came as.

NFC, lines ended by a line feed, single spaces, at most one empty line, no character that is not
seen. Links are written `[label](address)`, the address absolute or `#`; items begin with "- ".
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviews.intake.tables.separated import Table

MOST_CHARACTERS = 2_000_000  # of text kept: a list of a year has a tenth of that
MOST_DECODED = 3 * MOST_CHARACTERS  # before spaces are joined
MOST_MARKS = 8  # accents on one letter; normalising a long row of them takes for ever

TOO_LONG = (
    f"The text is longer than {MOST_CHARACTERS:,} characters. Divide it and read the parts one"
    " after the other."
)
ENDS = re.compile("\r\n?|[\x0b\x85\u2028]")
PARTS = re.compile("[\x0c\u2029]")
BLANKS = re.compile("[\x1c-\x1f\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]")
BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf02d]")  # of the fonts Symbol and Wingdings
# Control characters, what has no width, directions, halves of pairs, private and no characters.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U0010ffff]"
)
MARKS = re.compile(r"[^\w\s]{30,}")
SPACES = re.compile(r"[^\S\n]+")
AROUND = re.compile(r" ?\n ?")
EMPTY_LINES = re.compile(r"\n{3,}")
QUOTED = re.compile(r"^(\[?)(?:[>›»] ?)+", re.MULTILINE)
BULLET = re.compile(r"^ ?[•·▪▫■□●○◦‣⁃∙] ?(?=\S)", re.MULTILINE)
RULE = re.compile(r"^(?:[-=_*~–—] ?){3,}$", re.MULTILINE)


class Unreadable(Exception):
    """The file or the text can't be read in; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Text:
    """What was read, what it came as, and what an editor should know about the reading.

    `parts` are texts and tables of reviews in their order, where a page has such tables; `text` is
    then what stands around them.
    """

    text: str
    kind: str
    notes: tuple[str, ...] = ()
    parts: "tuple[str | Table, ...]" = ()


def clean(text: str, tab: str = " ") -> str:
    """Only characters that are seen; lines and spaces of one sort each. Raises Unreadable."""
    if len(text) > MOST_DECODED:
        raise Unreadable(TOO_LONG)
    whole = PARTS.sub("\n\n", ENDS.sub("\n", text))
    spaced_out = BLANKS.sub(" ", whole.replace("\t", tab))
    seen = UNSEEN.sub("", BULLETS.sub("•", spaced_out))
    return unicodedata.normalize("NFC", MARKS.sub(_few_marks, seen))


def tidy(text: str) -> str:
    """Lines without marks of quotation, bullets as "- ", no rules; spaces and empty lines once."""
    marked = BULLET.sub("- ", QUOTED.sub(r"\1", spaced(text)))
    return _within(EMPTY_LINES.sub("\n\n", RULE.sub("", marked)).strip())


def spaced(text: str) -> str:
    """No spaces around lines, and one where there were several."""
    return _within(AROUND.sub("\n", SPACES.sub(" ", text)).strip())


def link(label: str, address: str) -> str:
    """A link as it stands in the text; an address that leads nowhere outside is `#`."""
    said = " ".join(label.split())
    escaped = re.sub(r"(?<!\\)([\[\]])", r"\\\1", said)
    return f"[{escaped}]({absolute(address)})"


def absolute(address: str) -> str:
    """The address where it is one of the web, else `#`. It has no character that ends a link."""
    plain = re.sub(r"[\t\n\r]", "", address).strip()
    if not re.match(r"https?://[^\s/]", plain, re.IGNORECASE):
        return "#"
    for character, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")):
        plain = plain.replace(character, code)
    return re.sub(r"\s", "", plain)


def _within(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    return text


def _few_marks(found: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in found[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
