"""Keywords of an entry: as they are written, and the terms of the vocabularies they stand for."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from reviews.intake.items import cleaned
from reviews.intake.proposal import Read, Span, Warning
from reviews.phrases import Term
from reviews.wording import forms_of, words

_BETWEEN = re.compile(r"[;,|•·\n]|\s[-–—]\s")
_BRACKETS = re.compile(r"[()\[\]]")
_WORDS = 5  # of a keyword that no label says is one
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|had|have|did|should|must|will|would|could|can|may|need|needs"
    r"|that|which|who|where|when|while|because|his|her|their|its|this|these|there|he|she|they|it"
    r"|makes?|includ\w+|identified|ensure|a|an|the|not|said|found|died|after|including)\b",
    re.IGNORECASE,
)
_LAST_LINE = re.compile(r"[^\n]*\Z")
_STOP = re.compile(r"[.!?]['\"’”)\]]{0,2}(?:\s{1,8}|(?<=[a-z]{2}[.!?]))(?=[A-Z])")
_SURE_OF_LINE = 0.7  # for a line of three, whatever stands before it
LIKE = 0.8  # how much alike letters are of a word and the one it may have been meant for
LONG = 6  # letters of a word from which a misspelling tells itself


def keywords_in(text: str, span: Span, confidence: float = 0.95) -> tuple[Read[str], ...]:
    """The keywords of a line or several, as they are written."""
    found = []
    places = [span.start, *_cuts(text, span), span.end]
    for start, end in zip(places, places[1:], strict=False):
        piece = text[start:end]
        bare = piece.strip(" \t\n\u00a0;,|•·*_-–—:")
        if not bare or bare == ".":
            continue
        begin = start + piece.index(bare)
        if bare.endswith(".") and not bare.endswith(".."):
            bare = bare[:-1].rstrip()
        if bare:
            found.append(Read(cleaned(bare), Span(begin, begin + len(bare)), confidence))
    return tuple(found)


def _cuts(text: str, span: Span) -> list[int]:
    """Between keywords, not in brackets; a line that goes on divides nothing."""
    found, depth, brackets = [], 0, _brackets(text, span)
    commas = any(char in text[span.start : span.end] for char in ",;|•")
    for match in _BETWEEN.finditer(text, span.start, span.end):
        while brackets and brackets[0][0] < match.start():
            depth += brackets.pop(0)[1]
        if depth > 0:
            continue
        if match[0] == "\n" and commas and not _begins_anew(text, match.start(), span):
            continue
        found.append(match.start())
    return found


def _brackets(text: str, span: Span) -> list[tuple[int, int]]:
    """Brackets that are closed: their places, and whether they open or close."""
    found, waiting = [], []
    for match in _BRACKETS.finditer(text, span.start, span.end):
        if match[0] in "([":
            waiting.append(match.start())
        elif waiting:
            found += [(waiting.pop(), 1), (match.start(), -1)]
    return sorted(found)


def _begins_anew(text: str, place: int, span: Span) -> bool:
    """Whether a line of keywords has one of its own at its start."""
    before, after = text[span.start : place].rstrip(), text[place : span.end].lstrip()
    return before[-1:] in ",;" or after[:1] in "-•*·"


def unlabelled(text: str, span: Span) -> tuple[tuple[Read[str], ...], Span] | None:
    """Keywords in the last line of a text, or after its last sentence, that no label announces."""
    end = span.start + len(text[span.start : span.end].rstrip())
    line = text.rfind("\n", span.start, end) + 1
    is_own = line > span.start
    start = line if is_own else span.start
    stops = [m.end() for m in _STOP.finditer(text, max(start, end - 400), end)]
    for begin, own in ((start, True), *((stop, False) for stop in stops[-1:])):
        if own and not is_own:
            continue
        confidence = _like_keywords(text[begin:end].strip(), own)
        ended = text[max(span.start, begin - 40) : begin].rstrip()[-1:] in set(".!?)]\"'”’")
        if confidence >= _SURE_OF_LINE or (confidence and ended):
            begin += len(text[begin:end]) - len(text[begin:end].lstrip())
            return keywords_in(text, Span(begin, end), confidence), Span(begin, end)
    return None


def _like_keywords(line: str, is_own: bool) -> float:
    """How sure it is that a line is one of keywords; 0 where it is not."""
    bare = line.rstrip(".").strip()
    if not bare or len(line) > 400 or ";" in bare or ":" in bare or line.endswith(("...", "…")):
        return 0.0
    parts = [part.strip() for part in re.sub(r"[\[(][^\])]*[\])]?", "", bare).split(",")]
    if any(not part or len(part.split()) > _WORDS or _SENTENCE.search(part) for part in parts):
        return 0.0
    if not bare[0].isupper() or re.search(r"[.!?]\s", bare):
        return 0.0
    if any(part[0].isupper() and not _is_name(part.split()[0]) for part in parts[1:]):
        return 0.0
    if len(parts) >= 3:
        return 0.7 if is_own else 0.6
    if not is_own or not line.endswith("."):
        return 0.0
    if len(parts) == 2:
        return 0.65
    return 0.0 if len(bare.split()) > 2 or re.search(r"ed\b", bare) else 0.5


def _is_name(word: str) -> bool:
    """Words with a capital that keywords have: acronyms, and names of peoples and diseases."""
    return bool(re.match(r"[A-Z]{2,}|[A-Z][a-z]*(?:'s|’s|ish|an|ese|ic|y|a)\b", word))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The terms a keyword stands for, or the spelling that may have been meant."""

    keyword: str
    terms: tuple[Term, ...] = ()
    proposed: str = ""


class Labels:
    """The labels and synonyms of a vocabulary, by which keywords are recognised. Build it once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._named: dict[tuple[str, ...], list[Term]] = defaultdict(list)
        self._written: dict[tuple[str, ...], str] = {}
        self._but_one: dict[tuple[str | int, ...], set[str]] = defaultdict(set)
        for term in terms:
            for name in (term.label, *term.synonyms):
                key = _key(name)
                if key and term not in self._named[key]:
                    self._named[key].append(term)
                self._written.setdefault(key, name)
        for key in self._named:
            for place, word in enumerate(key):
                self._but_one[_hole(key, place)].add(word)

    def meaning(self, keyword: str) -> Meaning:
        """What a keyword stands for, its case, hyphens, plural and bracket apart."""
        key = _key(keyword)
        bare = _key(re.sub(r"\s*[\[(].*$", "", keyword, flags=re.DOTALL))
        for one in (key, bare):
            if terms := self._named.get(one):
                return Meaning(keyword, tuple(terms))
        return Meaning(keyword, (), self._near(key))

    def _near(self, key: tuple[str, ...]) -> str:
        """A name that differs in one long word, and in that by few letters."""
        best = (LIKE, "")
        for place, word in enumerate(key):
            if len(word) < LONG:
                continue
            for other in self._but_one.get(_hole(key, place), ()):
                like = _likeness(word, other)
                if like > best[0]:
                    best = (like, self._written[(*key[:place], other, *key[place + 1 :])])
        return best[1].lower() if best[1][1:2].islower() else best[1]


def terms_for(keywords: Iterable[str], labels: Labels) -> list[Meaning]:
    """What each keyword stands for, in order."""
    return [labels.meaning(keyword) for keyword in keywords]


def warnings_of(meanings: Iterable[Meaning]) -> list[Warning]:
    """The misspellings that a list of keywords may have."""
    return [
        Warning(
            "keywords",
            "keyword-misspelt",
            f"“{one.keyword}” may be meant for “{one.proposed}”.",
        )
        for one in meanings
        if one.proposed
    ]


def _hole(key: tuple[str, ...], place: int) -> tuple[str | int, ...]:
    return (*key[:place], place, *key[place + 1 :])


def _likeness(word: str, other: str) -> float:
    if len(other) < LONG or abs(len(word) - len(other)) > 2 or word[0] != other[0]:
        return 0.0
    return SequenceMatcher(None, word, other, autojunk=False).ratio()


def _key(name: str) -> tuple[str, ...]:
    """The words of a name in the singular."""
    return tuple(forms_of(name[word.start : word.end]).singular for word in words(name))
