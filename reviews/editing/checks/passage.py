"""A text as the checks read it: its words, its sentences, what stands near a place. Once a field.

All of it costs what the text is long: windows are bounded, nothing is looked for twice.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from reviews.editing.checks.finding import Context, Severity

NEAR = 140  # characters on each side in which words say what a date or a number is

_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‐‑][^\W_]+)*")
_STOP = re.compile(r"[.!?]['\"’”)\]]*(?=\s)|\n\s*\n|\n(?=[ \t]*[-•*])")
_DIGITS = re.compile("[0-9]+")
_BESIDE = 66  # characters beside a sign that may belong to it
# Words after which a full stop ends no sentence.
_SHORT = "b d mr mrs ms dr prof st no rev hon fr sr jr eg ie dob cllr sgt"
_ABBREVIATED = frozenset(_SHORT.split())
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b10\.\d{4,9}/\S+", re.IGNORECASE)
# A line that is broken inside a sentence, as in text copied from a PDF.
_BETWEEN = re.compile(r"[ \t\u00a0]{1,3}|[ \t\u00a0]?\r?\n[ \t\u00a0]?")
_LETTERS = str.maketrans("łŁøØđĐßæÆœŒıþÞ", "lLoOdDsaAoOitT")


class Hit(NamedTuple):
    """A place in a passage, what it is and how much it matters."""

    code: str
    start: int
    end: int
    severity: Severity


class Word(NamedTuple):
    """A word with its place; `key` has no capitals, accents or possessive ending."""

    text: str
    start: int
    end: int
    key: str
    is_capital: bool

    @property
    def is_shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_owner(self) -> bool:
        return self.text[-2:].lower() in ("'s", "’s")


@dataclass(frozen=True)
class Passage:
    """The text of one field."""

    text: str
    context: Context

    @cached_property
    def words(self) -> list[Word]:
        text, found = self.text, []
        for match in _WORD.finditer(text):
            start, end = match.span()
            word = text[start:end]
            found.append(Word(word, start, end, key(word), word[0].isupper()))
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every word of the text, to see at once which rules can find nothing."""
        return frozenset(word.key for word in self.words)

    def near_digits(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern that needs digits matches. Most of a text has none."""
        for start, end in self._near_digits:
            yield from pattern.finditer(self.text, start, end)

    def near(self, sign: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern matches that needs some sign."""
        for start, end in self._around(sign):
            yield from pattern.finditer(self.text, start, end)

    @cached_property
    def _near_digits(self) -> list[tuple[int, int]]:
        return self._around(_DIGITS)

    def _around(self, sign: re.Pattern[str]) -> list[tuple[int, int]]:
        """The stretches of the text that have a sign in them, and what stands beside it."""
        found: list[tuple[int, int]] = []
        for match in sign.finditer(self.text):
            start, end = max(0, match.start() - _BESIDE), match.end() + _BESIDE
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    @cached_property
    def starts(self) -> list[int]:
        """Where sentences begin."""
        return [0, *self._stops()]

    @cached_property
    def _addresses(self) -> list[tuple[int, int]]:
        return [match.span() for match in _ADDRESS.finditer(self.text)]

    def _stops(self) -> Iterator[int]:
        for match in _STOP.finditer(self.text):
            before = self.text[max(0, match.start() - 6) : match.start()]
            last = _WORD.findall(before)
            is_short = last and before.endswith(last[-1]) and match[0][0] == "."
            if not is_short or not _is_abbreviation(last[-1]):
                yield match.end()

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that a place is in."""
        number = bisect_right(self.starts, place)
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.starts[number - 1], end

    def before(self, place: int, most: int = NEAR) -> str:
        """What stands before a place in its sentence."""
        return self.text[max(self.sentence(place)[0], place - most) : place]

    def after(self, place: int, most: int = NEAR) -> str:
        """What stands after a place in its sentence."""
        end = self.sentence(max(0, place - 1))[1]
        return self.text[place : min(end, place + most)]

    def words_within(self, start: int, end: int) -> list[Word]:
        """The words that begin between two places."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, first, key=lambda word: word.start)
        return self.words[first:last]

    def is_in_address(self, place: int) -> bool:
        """Whether a place is inside a web address or the number of an article."""
        number = bisect_right(self._addresses, (place, len(self.text)))
        return number > 0 and place < self._addresses[number - 1][1]

    def opens_sentence(self, word: Word) -> bool:
        """Whether a word has its capital only because it comes first."""
        start = self.sentence(word.start)[0]
        colon = self.text[max(0, word.start - 3) : word.start].rstrip(" \"'‘“(*")
        if colon.endswith((":", ";", "\n", "•")):
            return True
        opening = self.text[start : word.start] if word.start - start < 20 else "far"
        return not any(character.isalnum() for character in opening)

    def follows(self, word: Word, other: Word) -> bool:
        """Whether two words stand side by side, with nothing but space between them."""
        gap = self.text[word.end : other.start]
        if gap == " ":
            return True
        if "\n" in gap and word.start - self.text.rfind("\n", 0, word.start) < 40:
            return False  # a short line is a heading, or one of a list
        return bool(_BETWEEN.fullmatch(gap)) or (gap == ". " and len(word.text) == 1)


@lru_cache(20_000)
def key(word: str) -> str:
    """A word as the lists have it: "Wójcik’s" is "wojcik"."""
    bare = word.casefold().replace("’", "'").replace("ʼ", "'")
    bare = bare.removesuffix("'s").replace("‐", "-").replace("‑", "-")
    if bare.isascii():
        return bare
    split = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper())
