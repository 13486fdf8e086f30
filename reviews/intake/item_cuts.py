"""Where the items of one list begin, by bullets, semicolons or lines.

Each function gives the places at which a list is divided, none where it is not. A semicolon or
comma in brackets or quotation marks divides nothing.
"""

import re
from collections.abc import Iterator

from reviews.intake.proposal import Span

BULLET = r"[•●▪■◦‣∙·\-–—*\uf0b7]\s{1,8}|o\t\s{0,8}"
NUMBER = (
    r"\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})\)\s{1,8}"  # 1)  (a)  (iv)
    r"|[0-9]{1,3}[.:]\s{1,8}(?=\D)|[a-z]\.\s{1,8}|[ivx]{2,5}\.\s{1,8}"  # 1.  a.  iv.
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s{1,8}(?=[A-Z])"  # 1.2
    r"|(?:recommendation|(?:key )?(?:learning(?: point)?|finding|issue|lesson|theme|action))"
    r"\s{1,8}(?:no\.?\s{0,8})?[0-9]{1,3}(?:\s{0,8}[:.–-]\s{0,8}|[ \t]{0,8}\n\s{0,40})"
)
MARK = re.compile(rf"[ \t>]{{0,8}}(?:{BULLET}|{NUMBER})", re.IGNORECASE)
_INLINE = re.compile(r"[•●▪■◦‣∙\uf0b7]")
_COUNTED = re.compile(
    r"(?<![^\s;.:])(?:\(?(?:(\d{1,2})[.)]|([a-z]|[ivx]{2,4})\))|(?:recommendation"
    r"|learning(?: point)?|finding|action|lesson|issue)\s(\d{1,2})\s?[:.–-])\s",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b(?i:e\.?g|i\.?e|dr|mrs?|ms|no|st|vs?|etc|prof|para|approx|cf|al|pp?|vol)|\b[A-Z])$"
)
_STOP = re.compile(
    r"[.!?]['\"’”)\]]{0,3}(?:\s{1,8}(?=[\"'“‘(]?[A-Z])|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]))"
)
_LINE_STOP = re.compile(r"[.!?]['\"’”)\]]{0,3}[ \t]{0,8}\n\s{0,40}(?=[\"'“‘(]?[A-Z0-9])")
_PAIRS = re.compile(r"[()\[\]“”\";]|(?:(?<=\s)|(?<=\())['‘](?=\S)|(?<=\S)['’](?![\w])|,(?!\d{3})")
_OPENING = {"(": ")", "[": "]", "“": "”", "'": "’", "‘": "’"}
_FARTHEST = 300  # characters between brackets or quotation marks that belong together
_RUNS_ON = re.compile(r"(?:[,\-–(]|\b(?:and|or|the|a|an|of|to|for|in|on|at|by|with|from|that))$")


def sentences(text: str) -> int:
    """How many sentences a text has."""
    return 1 + sum(1 for stop in _STOP.finditer(text) if not is_abbreviated(text, stop.start()))


def is_abbreviated(text: str, place: int) -> bool:
    """Whether the full stop at a place belongs to the word before it."""
    return text[place] == "." and bool(_ABBREVIATED.search(text, max(0, place - 8), place))


def by_marks(text: str, span: Span) -> list[int]:
    """Where bullets and numbers begin items."""
    found = [place for place in _line_starts(text, span) if MARK.match(text, place, span.end)]
    words = text[span.start : span.end]
    first = span.start + len(words) - len(words.lstrip())
    in_turn = _in_turn(text, found, span)
    if len(in_turn) > 1:
        return in_turn
    inline = [match.start() for match in _INLINE.finditer(text, span.start, span.end)]
    if len(inline) > 1 or inline[:1] == [first]:
        return inline
    if counted := _counted(text, span, first):
        return counted
    is_list = in_turn and in_turn[0] <= first and not _parts(text, span, ";")
    return in_turn if is_list else []


def _in_turn(text: str, found: list[int], span: Span) -> list[int]:
    """Of numbers at the start of lines those that count on: others are a year or an age."""
    last, kept = 0, []
    for place in found:
        number = re.match(r"[ \t>]*\(?(\d{1,3})[.):]", text[place : min(place + 16, span.end)])
        value = int(number[1]) if number else 0
        if value > 1 and not last < value <= last + (2 if _runs_on(text, place, span) else 99):
            continue
        last = value or last
        kept.append(place)
    return kept


def _runs_on(text: str, place: int, span: Span) -> bool:
    """Whether a line begins in the middle of a sentence."""
    before = text[max(span.start, place - 40) : place].rstrip()
    return bool(before) and before[-1] not in ".;!?:)"


def _counted(text: str, span: Span, first: int) -> list[int]:
    """Numbers in the middle of lines, if they count from one on: "1. ... 2. ..."."""
    found: list[int] = []
    for match in _COUNTED.finditer(text, span.start, span.end):
        values = _values(match[2].lower()) if match[2] else {int(match[1] or match[3])}
        if len(found) + 1 in values and (found or match.start() <= first + 1):
            found.append(match.start())
    return found if len(found) > 1 else []


_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


def _values(letters: str) -> set[int]:
    """What letters before a bracket may count: "i" the ninth, or the first."""
    return {ord(letters) - 96 if len(letters) == 1 else 0, _ROMAN.get(letters, 0)}


def _line_starts(text: str, span: Span) -> Iterator[int]:
    yield span.start
    place = text.find("\n", span.start, span.end)
    while place >= 0:
        yield place + 1
        place = text.find("\n", place + 1, span.end)


def by_semicolons(text: str, span: Span) -> list[int]:
    """After semicolons, and where a line ends with a sentence and another begins."""
    found = _parts(text, span, ";")
    if not found:
        return []
    stops = [
        match.end()
        for match in _LINE_STOP.finditer(text, span.start, span.end)
        if not is_abbreviated(text, match.start())
    ]
    return sorted({*found, *stops})


def _parts(text: str, span: Span, mark: str) -> list[int]:
    """The places after each mark that stands in no brackets and no quotation marks."""
    closed = _closed(text, span)
    found, ends = [], -1
    for match in _PAIRS.finditer(text, span.start, span.end):
        place = match.start()
        if place > ends:
            ends = closed.get(place, ends)
            if match[0] == mark:
                found.append(place + 1)
    if found and not text[found[-1] : span.end].strip(" \n.;,"):
        found.pop()
    return found


def _closed(text: str, span: Span) -> dict[int, int]:
    """Brackets and quotation marks that are closed: where each opens, and where it closes."""
    found: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []  # what would close each, and where it opens
    for match in _PAIRS.finditer(text, span.start, span.end):
        char, place = match[0], match.start()
        if char in ";,":
            continue
        opens = char in _OPENING and not (char == "'" and text[place - 1 : place].strip(" \n("))
        closes = "’" if char == "'" else char
        near = range(-1, -min(3, len(waiting)) - 1, -1)
        depth = next((i for i in near if waiting[i][0] == closes), 0)
        if depth and not opens:
            if place - waiting[depth][1] <= _FARTHEST:
                found[waiting[depth][1]] = place
            del waiting[depth:]
        elif opens or char == '"':
            waiting.append((_OPENING.get(char, char), place))
    return found


def by_lines(text: str, span: Span) -> list[int]:
    """Lines that are items of their own, rather than the line before them going on."""
    starts = list(_line_starts(text, span))
    ends = [*starts[1:], span.end + 1]
    pairs = zip(starts, ends, strict=True)
    lines = [(start, text[start : min(end, span.end)].strip()) for start, end in pairs]
    lines = [line for line in lines if line[1]]
    capitals = all(not line[0].islower() for _, line in lines)
    found = []
    for (_, before), (place, line) in zip(lines, lines[1:], strict=False):
        ended = bool(re.search(r"[.;:!?]['\"’”)]*$", before[-6:])) and not line[0].islower()
        if ended or (capitals and not _RUNS_ON.search(before[-8:])):
            found.append(place)
    return found


def commas(text: str) -> int:
    """How many commas divide a text."""
    return len(_parts(text, Span(0, len(text)), ","))
