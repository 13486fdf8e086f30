"""Links of an entry to its documents: "[Read practice review \\(PDF\\)](#)", "Read the report".

A link has a label that names a document, or stands alone; addresses in the middle of a sentence
are a part of it. An address that leads nowhere is none, and says so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from reviews.intake.link_labels import (
    ADJECTIVES,
    ANNOUNCES,
    DOCUMENT,
    LEADING,
    NOTE,
    VERB,
    address,
    file_label,
    kind_of,
    label_of,
)
from reviews.intake.proposal import Span, Warning

_URL = re.compile(r"https?://[^\s<>\[\]\"']{1,2000}", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"\[(?P<label>(?:\\.|[^\[\]\\]){1,300})\]\((?P<url>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s[^()\n]{0,100})?\)"
)
_NAMED = re.compile(rf"^[\W_]{{0,6}}(?:{VERB}\b|{ADJECTIVES}{DOCUMENT}\b|https?://)", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?P<label>(?:{VERB}\s{{1,4}})(?P<docs>{ADJECTIVES}{DOCUMENT}(?:\s{{0,4}}(?:,|\band\b|&|\bor\b)\s{{0,4}}"
    rf"(?:{VERB}\s{{1,4}})?{ADJECTIVES}{DOCUMENT}){{0,3}})\b)(?P<note>{NOTE})",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(rf"(?P<docs>{ADJECTIVES}{DOCUMENT})\b(?P<note>{NOTE})", re.IGNORECASE)
_MORE = re.compile(
    r"[\s\W_]{0,4}(?:other|related|further|additional|useful|more|external)?\s{0,3}"
    r"(?:resources?|reading|documents?|links?|information|downloads?|publications?|reports?)"
    r"(?:\s{0,2}:)?(?=\s{0,4}(?:[>»•*-]\s{0,2})?(?:\[|https?:|read\b|download\b|view\b|\n|\Z))",
    re.IGNORECASE,
)
_MOST = 200  # documents of an entry that are read
_STARTS = ">»›→•*-–—|_ \t\u00a0"
_BEFORE = 80  # characters before a link in which words announce it
_TAIL = re.compile(r"[ \t]{0,4}[.|,>»›→*_]{0,3}(?=[ \t]{0,8}(?:\n|\Z|\[))")


@dataclass(frozen=True, slots=True)
class Link:
    """A document an entry names: its label, its address if it has one, and its kind."""

    label: str
    url: str | None
    kind: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a text, the places of words that only announce them, and what to look at."""

    links: tuple[Link, ...]
    labels: tuple[Span, ...]
    warnings: tuple[Warning, ...]


def linked(text: str, span: Span) -> Linked:
    """The documents that a text names."""
    links = _apart(_all(text, span))
    labels = tuple(_announcing(text, span, links))
    warnings = [w for link in links if (w := _warning(text, link))]
    return Linked(tuple(links), labels, tuple(dict.fromkeys(warnings)))


def _apart(found: Iterable[Link]) -> list[Link]:
    """In order; marks between two links belong to the first."""
    links: list[Link] = []
    for link in sorted(found, key=lambda link: link.span.start):
        start = max(link.span.start, links[-1].span.end if links else 0)
        links.append(replace(link, span=Span(start, link.span.end)))
    return links


def _all(text: str, span: Span) -> Iterator[Link]:
    taken: list[Span] = []
    for finder in (_marked, _written, _bare):
        for link in islice(finder(text, span), _MOST):
            if not any(link.span.start < t.end and t.start < link.span.end for t in taken):
                taken.append(link.span)
                yield link


def _marked(text: str, span: Span) -> Iterator[Link]:
    """Links as the text marks them. In the middle of a sentence they are a part of it."""
    known: dict[int, bool] = {}
    last = span.start
    for match in _MARKDOWN.finditer(text, span.start, span.end):
        label = match["label"]
        start, end = _with_marks(text, span, *match.span())
        if not _is_alone(text, span, match, known) and not _NAMED.match(label):
            continue
        if _is_in_sentence(text, span, match.start(), match.end()):
            continue
        prefix = LEADING.search(text, max(span.start, match.start() - 120), match.start())
        if prefix and prefix.start() < start:
            start = prefix.start("words")
        start, last = max(start, last), end
        named = label_of(prefix["name"] if prefix else label)
        kind = kind_of(named)
        url = address(match["url"])
        sure = 0.95 if kind != "other" else 0.6
        yield Link(named, url, kind, Span(start, end), sure)


def _written(text: str, span: Span) -> Iterator[Link]:
    """Links that lost their address: a line "Read the overview report"."""
    for match in _PLAIN.finditer(text, span.start, span.end):
        line = _line_start(text, span, match.start())
        end, url, rest = _rest(text, span, match.end())
        is_last = text[match.start()].isupper() and not rest.strip(" .")
        if line is None and not (is_last or _after_stop(text, span, match.start())):
            continue
        if rest.strip(" .>»›→*_:|") and (line is None or not _is_title(rest)):
            continue
        start = _with_arrow(text, span, match.start()) if line is None else line
        yield from _each(
            text, match, Span(start, end), url, 0.9 if not rest.strip(" .>»:") else 0.7
        )


def _bare(text: str, span: Span) -> Iterator[Link]:
    """A line that only names a document with an address or "(PDF)", or is an address."""
    for start, end in _lines(text, span):
        bare = text[start:end]
        if not bare.strip() or len(bare) > 2200:
            continue
        begin = start + len(bare) - len(bare.lstrip(_STARTS))
        match = _NAME_LINE.match(text, begin, end)
        url = _URL.search(text, begin, end)
        if match:
            after = text[match.end() : url.start() if url else end].strip(" .:>-–—\t")
            is_last = not text[end : span.end].strip()
            if not after and (url or match["note"].strip() or (is_last and begin > span.start)):
                at = Span(start, end)
                yield from _each(text, match, at, url[0] if url else None, 0.9 if url else 0.7)
        elif (
            url and not text[begin : url.start()].strip() and not text[url.end() : end].strip(" .")
        ):
            yield Link(
                file_label(url[0]),
                address(url[0]),
                kind_of(file_label(url[0])),
                Span(start, end),
                0.6,
            )


def _each(
    text: str, match: re.Match[str], span: Span, url: str | None, confidence: float
) -> Iterator[Link]:
    """One link for each document that a line names; a single address is the first one's."""
    docs = list(re.finditer(rf"{DOCUMENT}\b", match["docs"], re.IGNORECASE))
    cuts = re.split(r"\s*(?:,|\band\b|&|\bor\b)\s*", match["docs"]) if len(docs) > 1 else []
    names = [name for name in cuts if re.search(rf"{DOCUMENT}\b", name, re.IGNORECASE)]
    names = names or [match["docs"]]
    start = span.start
    for number, name in enumerate(names):
        place = text.find(name, start, span.end)
        last = number == len(names) - 1
        end = span.end if last else max(start + 1, place + len(name))
        label = label_of(name)
        yield Link(
            label,
            address(url or "") if number == 0 else None,
            kind_of(label),
            Span(start, end),
            confidence,
        )
        start = end


def _rest(text: str, span: Span, place: int) -> tuple[int, str | None, str]:
    """What of a line is after the words of a link: where it ends, an address, the rest."""
    end = text.find("\n", place, span.end)
    end = span.end if end < 0 else end
    rest = text[place:end]
    url = _URL.search(rest)
    if not url:
        following = re.match(
            r"\s*\n?\s*[>»]?\s*(https?://\S{1,2000})\s*(?:\n|\Z)",
            text[end : min(end + 2100, span.end)],
        )
        if following and not rest.strip(" .:>"):
            return end + following.end(1), following[1], ""
        return place + len(rest.rstrip()), None, rest
    return place + len(rest.rstrip()), url[0], rest[: url.start()] + rest[url.end() :]


def _is_title(rest: str) -> bool:
    """What may follow a link's words on a line of its own: a name, hardly a sentence."""
    return len(rest) <= 120 and not re.search(
        r"\b(?:was|were|is|are|had|has|which|who|because|should|and then)\b|[;]", rest
    )


def _with_marks(text: str, span: Span, start: int, end: int) -> tuple[int, int]:
    """With the marks around a link: bullets, arrows, "Read" before it, a full stop after it."""
    while start > span.start and text[start - 1] in _STARTS:
        start -= 1
    word = re.search(
        r"(?:^|(?<=\s))(?:read|download|view)(?:\s+(?:the|full))?:?\s*$",
        text[max(span.start, start - 24) : start],
        re.IGNORECASE,
    )
    if word:
        start -= len(word[0])
    while start < end and text[start].isspace():
        start += 1
    tail = _TAIL.match(text, end, span.end)
    return start, tail.end() if tail else end


def _is_alone(text: str, span: Span, link: re.Match[str], known: dict[int, bool]) -> bool:
    """Whether there is nothing on a link's line but links and words that announce them."""
    begin = max(text.rfind("\n", span.start, link.start()) + 1, span.start)
    if begin not in known:
        last = text.find("\n", link.end(), span.end)
        line = _MORE.sub("", _MARKDOWN.sub("", text[begin : span.end if last < 0 else last]))
        known[begin] = not re.sub(r"\b(?:and|or)\b|\W", "", line)
    return known[begin]


def _is_in_sentence(text: str, span: Span, start: int, end: int) -> bool:
    """Whether words of the same sentence stand before and after."""
    after = re.match(r"[ \t]{0,4}([a-z(])", text[end : min(end + 8, span.end)])
    joined = re.match(r"[ \t]{0,4}(?:and|or)\b", text[end : min(end + 12, span.end)])
    return bool(after) and not joined


def _line_start(text: str, span: Span, place: int) -> int | None:
    """Where the line begins, if nothing but marks is before a place."""
    start = place
    while start > span.start and text[start - 1] in _STARTS:
        start -= 1
    if start == span.start or text[start - 1] == "\n":
        return start
    begin = text.rfind("\n", span.start, place) + 1 or span.start
    more = _MORE.match(text, max(begin, span.start), place + 12)
    return start if more and more.end() >= start else None


def _with_arrow(text: str, span: Span, place: int) -> int:
    start = place
    while start > span.start and text[start - 1] in _STARTS:
        start -= 1
    return start + len(text[start:place]) - len(text[start:place].lstrip())


def _after_stop(text: str, span: Span, place: int) -> bool:
    before = place - 1
    while before > span.start and text[before] in _STARTS:
        before -= 1
    return text[before] in ".!?)]" and text[place].isupper()


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        yield start, end
        start = end + 1


def _announcing(text: str, span: Span, links: list[Link]) -> Iterator[Span]:
    """Words such as "Other resources" right before a link, or alone at the end."""
    last = span.start
    for place in (*(link.span.start for link in links), span.end):
        begin = max(last, place - _BEFORE)
        found = ANNOUNCES.search(text[begin:place])
        if found and (place < span.end or begin + found.end("words") > last):
            yield Span(begin + found.start("words"), begin + found.end("words"))
        last = next((link.span.end for link in links if link.span.start == place), place)


def _warning(text: str, link: Link) -> Warning | None:
    """What an editor has to know of a link that leads nowhere."""
    if link.url:
        return None
    return Warning(
        "documents",
        "link-missing",
        f"There is no link to “{link.label}”. Add it, or keep the review without.",
    )
