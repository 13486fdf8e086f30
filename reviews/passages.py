"""Where a text matched: the words marked, and the place of a longer text that says most of it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import islice, pairwise, takewhile

from django.utils.safestring import SafeString

from reviews.search import DROPPED, lexemes
from reviews.wanted import Concept

WITHOUT = str.maketrans("", "", DROPPED)  # "child's" is one word, looked up as "childs"
REST = rf"\w*(?:[{DROPPED}]\w+)*"
WORD = re.compile(rf"\w{REST}")
ONE = r"'(?:[^']|'')*'"
PART = re.compile(rf"(?:<(?P<apart>\d+)> )?(?P<lexeme>{ONE}|\({ONE}(?: \| {ONE})+\))")
SENTENCE = re.compile(r"[.!?][”’\"')]*\s+(?=\S)|\n+")
MOST = 2000  # words of a text that are looked at: a long report may have more that match
LONGEST = 260  # characters of a passage
BEFORE = 110  # characters of a sentence that may stand before the first match in it

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
STROKES = str.maketrans("øłđħı", "oldhi")  # letters that are no accent upon another

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
        forms = {form for lexeme in every for form in re.findall(ONE, lexeme)}
        stems = sorted(set(filter(None, map(_stem, forms))), key=len, reverse=True)
        begins = "|".join(map(re.escape, stems))
        self._worth_a_look = (
            re.compile(rf"(?<!\w)(?<!\w[{DROPPED}])(?:{begins}){REST}") if stems else None
        )
        self._lexemes: dict[str, str] = {}
        self._seen: dict[str, tuple[str, list[re.Match[str]]]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Look up the words of all these texts that may match: one statement at most."""
        words = {_word(text, found) for text in texts for found in self._looked_at(text)[1]}
        self._lexemes.update(lexemes(words - self._lexemes.keys()))

    def spans(self, text: str) -> list[Span]:
        """What matched, in order, nothing twice."""
        folded, words = self._looked_at(text)
        if not words:
            return []
        self.learn([text])
        held = [self._lexemes[_word(text, word)] for word in words]
        found: list[Span] = []
        for place, word in enumerate(words):
            if found and word.start() < found[-1].end:
                continue
            for sign in self._signs.get(held[place], ()):
                if end := _end(folded, words, held, place, sign):
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
        sentences = [0, *(found.end() for found in SENTENCE.finditer(text))]
        starts = [_beginning(text, span, sentences) for span in spans]
        parts = [
            (start, _ending(text, start, span.end))
            for start, span in zip(starts, spans, strict=True)
        ]
        worth = [_different(spans, first, part[1]) for first, part in enumerate(parts)]
        start, end = parts[worth.index(max(worth))]
        before = "… " if text[:start].strip() and start not in sentences else ""
        after = " …" if text[end:].strip() and text[end - 1] not in ".!?”’" else ""
        marked = _marked(text, spans, start, end)
        return max(worth), SafeString(f"{before}{marked}{after}")

    def _looked_at(self, text: str) -> tuple[str, list[re.Match[str]]]:
        """The text folded, and the words in it that are worth a look."""
        if text not in self._seen:
            folded = _folded(text)
            found = self._worth_a_look.finditer(folded) if self._worth_a_look else ()
            self._seen[text] = folded, list(islice(found, MOST))
        return self._seen[text]


def _end(folded: str, words: list[re.Match[str]], held: list[str], place: int, sign: Sign) -> int:
    """Where a sign that begins with this word ends; 0 if it is not there."""
    end, apart = words[place].end(), 0
    for lexeme in sign[1:]:
        if not lexeme:
            apart += 1
            continue
        place += 1
        if place == len(words) or held[place] != lexeme:
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


def _word(text: str, found: re.Match[str]) -> str:
    """A word of a text as it is looked up: it was found in the folded text."""
    return text[found.start() : found.end()].lower().translate(WITHOUT)


def _stem(lexeme: str) -> str:
    """What all words of a lexeme begin with.

    "Body" is the lexeme bodi, "caring" is care, "disability" is disabl and "dying" is die.
    """
    return re.sub("bl$", "b", re.sub("(?<=.)(?:ie|[eiy])$", "", _folded(lexeme.strip("'"))))


def _folded(text: str) -> str:
    """The text in small letters without accents, each character in its place."""
    return NOT_ASCII.sub(_letter, text).lower()


@lru_cache(2000)
def _plain(character: str) -> str:
    letter = unicodedata.normalize("NFD", character)[0].lower()[:1]
    return letter.translate(STROKES)


def _letter(found: re.Match[str]) -> str:
    return _plain(found[0])


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


def _different(spans: list[Span], first: int, end: int) -> int:
    """How many different things matched from one match on, before `end`."""
    near = takewhile(lambda place: spans[place].end <= end, range(first, len(spans)))
    return len({spans[place].sign for place in near})


def _beginning(text: str, span: Span, sentences: list[int]) -> int:
    """Where to begin so that a match is read: with its sentence, if it stands early in it."""
    start = sentences[bisect_right(sentences, span.start) - 1]
    if span.start - start <= BEFORE:
        return start
    words = (found.start() for found in WORD.finditer(text, start, span.start))
    return next((word for word in words if span.start - word <= BEFORE // 2), span.start)


def _ending(text: str, start: int, least: int) -> int:
    """Where to end: with a sentence if one ends late enough, and the paragraph at the latest.

    Never before `least`, where the match ends for which the passage is shown.
    """
    rest = text[least : start + LONGEST + 1]
    paragraph = rest.split("\n", 1)[0]
    if len(paragraph) < len(rest) or len(text) - start <= LONGEST:
        return least + len(paragraph.rstrip())
    for found in reversed(list(SENTENCE.finditer(text, start, start + LONGEST + 1))):
        end = found.start() + len(found[0].rstrip())
        if end > start + LONGEST // 2 and end >= least:
            return end
    return max(text.rfind(" ", start, start + LONGEST), least)
