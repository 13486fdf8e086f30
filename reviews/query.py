"""What a reader typed, read as web searches are: words, "phrases", -without, either OR.

Any text can be read: a quotation mark that is never closed ends with the text, an OR without
something on both sides is passed over, and what holds no word (an emoji) asks for nothing.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from reviews.search import PLAIN

MOST_WORDS = 40  # of a query: the rest is not looked at
LONGEST_WORD = 60
DOT_ABOVE = "\u0307"  # what is left of a Turkish capital I in small letters
QUOTES = str.maketrans("“”„«»″", '""""""')
PART = re.compile(r'(?P<minus>-?)"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+)')
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: a word, or the words of a phrase in quotation marks."""

    words: tuple[str, ...]
    is_phrase: bool = False
    is_excluded: bool = False


type Alternative = tuple[Asked, ...]


def parse(text: str) -> tuple[Alternative, ...]:
    """What has to hold together, once for each side of an OR."""
    alternatives: list[list[Asked]] = [[]]
    left = MOST_WORDS
    for part in PART.finditer(unicodedata.normalize("NFC", text).translate(QUOTES)):
        if part["plain"] in {"or", "OR"}:
            alternatives.append([])
            continue
        for asked in _asked(part):
            if left > 0:
                alternatives[-1].append(replace(asked, words=asked.words[:left]))
            left -= len(asked.words)
    return tuple(tuple(found) for found in alternatives if found)


def _asked(part: re.Match[str]) -> list[Asked]:
    if part["plain"] is None:
        words = words_of(part["quoted"])
        return [Asked(words, is_phrase=True, is_excluded=part["minus"] != "")] if words else []
    is_excluded = part["plain"].startswith("-")
    words = words_of(part["plain"])
    if is_excluded:
        return [Asked(words, len(words) > 1, True)] if words else []
    return [Asked((word,)) for word in words]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as search sees them, in small letters."""
    words = WORD.findall(text.translate(PLAIN))
    return tuple(word.lower().replace(DOT_ABOVE, "")[:LONGEST_WORD] for word in words)
