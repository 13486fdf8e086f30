"""Where a text matched: the words marked, and the place of a longer text that says most of it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString

from reviews.search import lexemes
from reviews.wanted import Concept

WORD = re.compile(r"\w+")
PART = re.compile(r"(?:<(?P<apart>\d+)> )?(?P<lexeme>'(?:[^']|'')*')")
SENTENCE = re.compile(r"[.!?][”’\"')]*\s+(?=\S)|\n+")
LONGEST = 260  # characters of a passage
BEFORE = 110  # characters of a sentence that may stand before the first match in it

type Sign = tuple[str, ...]  # lexemes that are marked where they stand in a row; "" is any word


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that matched, and which sign it is."""

    start: int
    end: int
    sign: Sign


class Marker:
    """Marks in texts what a query asked for, by whatever name.

    Only words that begin as a sign's words do are looked at more closely: most texts have few.
    """

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._signs: dict[str, list[Sign]] = {}
        for sign in sorted(set(_signs(concepts)), key=len, reverse=True):
            self._signs.setdefault(sign[0], []).append(sign)
        every = {lexeme for signs in self._signs.values() for sign in signs for lexeme in sign}
        stems = sorted(filter(None, map(_stem, every)), key=len, reverse=True)
        begins = "|".join(map(re.escape, stems))
        self._worth_a_look = re.compile(rf"\b(?:{begins})\w*") if stems else None
        self._lexemes: dict[str, str] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Look up the words of all these texts that may match: one statement at most."""
        words = {found[0] for text in texts for found in self._looked_at(_folded(text))}
        self._lexemes.update(lexemes(words - self._lexemes.keys()))

    def spans(self, text: str) -> list[Span]:
        """What matched, in order, nothing twice."""
        folded = _folded(text)
        words = list(self._looked_at(folded))
        if not words:
            return []
        self.learn([text])
        found: list[Span] = []
        for place, word in enumerate(words):
            if found and word.start() < found[-1].end:
                continue
            for sign in self._signs.get(self._lexemes[word[0]], ()):
                if end := self._end(folded, words, place, sign):
                    found.append(Span(word.start(), end, sign))
                    break
        return found

    def whole(self, text: str) -> SafeString:
        """The whole text with what matched marked."""
        return _marked(text, self.spans(text), 0, len(text))

    def passage(self, text: str) -> tuple[int, SafeString]:
        """How many different things matched in the best passage of a text, and the passage.

        It begins with a sentence, or a word, and ends so; what is left out is shown by "…".
        """
        spans = self.spans(text)
        if not spans:
            return 0, SafeString("")
        starts = [_beginning(text, span) for span in spans]
        worth = [_different(spans, start, start + LONGEST) for start in starts]
        start = starts[worth.index(max(worth))]
        end = _ending(text, start)
        before = "… " if text[:start].strip() and not _is_sentence(text, start) else ""
        after = " …" if text[end:].strip() and text[end - 1] not in ".!?”’" else ""
        marked = _marked(text, spans, start, end)
        return max(worth), SafeString(f"{before}{marked}{after}")

    def _looked_at(self, folded: str) -> Iterable[re.Match[str]]:
        return self._worth_a_look.finditer(folded) if self._worth_a_look else ()

    def _end(self, folded: str, words: list[re.Match[str]], place: int, sign: Sign) -> int:
        """Where a sign that begins with this word ends; 0 if it is not there."""
        end, apart = words[place].end(), 0
        for lexeme in sign[1:]:
            if not lexeme:
                apart += 1
                continue
            place += 1
            if place == len(words) or self._lexemes[words[place][0]] != lexeme:
                return 0
            if len(WORD.findall(folded, end, words[place].start())) != apart:
                return 0
            end, apart = words[place].end(), 0
        return end


def _signs(concepts: Sequence[Concept]) -> Iterable[Sign]:
    for concept in concepts:
        for query in (*concept.words, *(name.query for name in concept.others)):
            yield tuple(_row(query))


def _row(query: str) -> Iterable[str]:
    """The lexemes of a phrase, with "" for each word that may stand between them."""
    for found in PART.finditer(query):
        yield from [""] * (int(found["apart"] or 1) - 1)
        yield found["lexeme"]


def _stem(lexeme: str) -> str:
    """What all words of a lexeme begin with: "body" is the lexeme bodi."""
    return lexeme.strip("'").removesuffix("i")


def _folded(text: str) -> str:
    """The text in small letters without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", c)[0].lower()[:1] or c for c in text)


def _marked(text: str, spans: list[Span], start: int, end: int) -> SafeString:
    inside: list[tuple[int, int]] = []
    for span in spans:
        if start <= span.start and span.end <= end:
            if inside and not text[inside[-1][1] : span.start].strip():
                inside[-1] = inside[-1][0], span.end  # words beside each other: one mark
            else:
                inside.append((span.start, span.end))
    edges = [start, *(edge for span in inside for edge in span), end]
    parts = [escape(text[first:last], quote=False) for first, last in pairwise(edges)]
    return SafeString("".join(f"<mark>{p}</mark>" if i % 2 else p for i, p in enumerate(parts)))


def _different(spans: list[Span], start: int, end: int) -> int:
    return len({span.sign for span in spans if start <= span.start and span.end <= end})


def _is_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    return start == 0 or any(
        found.end() == start for found in SENTENCE.finditer(text, 0, start + 1)
    )


def _beginning(text: str, span: Span) -> int:
    """Where to begin so that a match is read: with its sentence, if it stands early in it."""
    ends = [found.end() for found in SENTENCE.finditer(text, 0, span.start)]
    start = ends[-1] if ends else 0
    if span.start - start <= BEFORE:
        return start
    return text.rfind(" ", 0, span.start - BEFORE // 2) + 1


def _ending(text: str, start: int) -> int:
    """Where to end: with a sentence if one ends late enough, never after a paragraph."""
    paragraph = text.find("\n", start)
    text = text[:paragraph] if paragraph > 0 else text
    if len(text) - start <= LONGEST:
        return len(text.rstrip())
    for found in reversed(list(SENTENCE.finditer(text, start, start + LONGEST + 1))):
        if found.start() > start + LONGEST // 2:
            return found.end() - len(found[0]) + len(found[0].rstrip())
    return max(text.rfind(" ", start, start + LONGEST), start + 1)
