"""The items of one list: "a; b; and c", bullets, numbers, a line each, commas.

Text in, items with their places out. Semicolons in brackets or quotation marks divide nothing, nor
do commas, colons and abbreviations. Lines and pages may break anywhere in an item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviews.intake.audiences import audience_at, audiences_in
from reviews.intake.proposal import Span

BULLET = r"[•●▪■◦‣∙·\-–—*\uf0b7]\s{1,8}|o\t\s{0,8}"
NUMBER = (
    r"\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})\)\s{1,8}"  # 1)  (a)  (iv)
    r"|[0-9]{1,3}[.:]\s{1,8}(?=\D)|[a-z]\.\s{1,8}|[ivx]{2,5}\.\s{1,8}"  # 1.  a.  iv.
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s{1,8}(?=[A-Z])"  # 1.2
    r"|(?:recommendation|learning point|learning|action|finding|key learning|lesson|key issue|issue"
    r"|theme|key finding)\s{1,8}[0-9]{1,3}\s{0,8}[:.–-]\s{0,8}"
)
_MARK = re.compile(rf"[ \t>]{{0,8}}(?:{BULLET}|{NUMBER})", re.IGNORECASE)
_INLINE = re.compile(r"[•●▪■◦‣∙\uf0b7]")
_COUNTED = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[;.:]))\(?(?:(\d{1,2})[.)]|([a-h])\)|\b(?:recommendation|learning point"
    r"|finding|action|lesson|learning|issue)\s(\d{1,2})\s?[:.–-])\s",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|dr|mrs?|ms|no|st|vs?|etc|prof|para|approx|inc|cf|al|p|pp|vol)|\b[A-Z])$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?]['\"’”)\]]{0,3}\s{1,8}(?=[\"'“‘(]?[A-Z])")
_LINE_STOP = re.compile(r"[.!?]['\"’”)\]]{0,3}[ \t]{0,8}\n\s{0,40}(?=[\"'“‘(]?[A-Z0-9])")
_PAIRS = re.compile(r"[()\[\]“”\";\n]|(?:(?<=\s)|(?<=\())['‘](?=\S)|(?<=\S)['’](?![\w])|,(?!\d{3})")
_OPENING = {"(": ")", "[": "]", "“": "”", "'": "’", "‘": "’"}
_FARTHEST = 300  # characters between brackets or quotation marks that belong together
_JOINING = re.compile(r"(?:and|or)(?:,)?\s+(?=\S)(?!/)", re.IGNORECASE)
_END = re.compile(r"[\s;,]*(?:;\s*(?:and|or)\b)?[\s;,]*$", re.IGNORECASE)
_LOOSE = {"and", "or", "&", "and/or", ".", "-", "–", "—", "*"}
_WITH_HYPHEN = frozenset(
    "multi non self co inter cross pre post one two three four five six long short well full part"
    " half high low early late re in out up on off over under decision evidence trauma risk child"
    " family follow step drop drug record problem day face mid ex anti semi sub single first second"
    " third key joined care life old year month week non- peer safe front ill so by hand wide".split()
)
_HYPHEN = re.compile(r"(\w{1,40})-[ \t]{0,8}\n\s{0,40}(?=([a-z]+))")
_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,400}\)")
_RUNS_ON = re.compile(r"(?:[,\-–(]|\b(?:and|or|the|a|an|of|to|for|in|on|at|by|with|from|that))$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|should|must|needs?|needed|has|have|had|will|would|could|can|may"
    r"|might|that|which|who|whom|when|where|if|because|including|such|did|do|does|e\.g|i\.e)\b|:",
    re.IGNORECASE,
)
_URGES = re.compile(
    r"(?:ensur|improv|review|consider|develop|provid|promot|shar|assess|strengthen|support|seek"
    r"|rais|use\b|using|train|encourag|remind|explor|establish|identif|embed|deliver|produc|mak)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\w{3,}(?:al|ic|ive|ous|ary|ful|ent|ant)$", re.IGNORECASE)
ONE, LONG = (
    160,
    600,
)  # characters of an item above which one may be several, and is unlikely to be one


@dataclass(frozen=True, slots=True)
class Item:
    """An item on one line, where it stands, and for whom it is."""

    text: str
    span: Span
    audience: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list, and by what they are told apart: "semicolons", "marks", "lines",
    "commas" or "one"."""

    items: tuple[Item, ...]
    shape: str


def listed(text: str, span: Span, by_commas: bool = False) -> Listed:
    """The items of a list, in order. Commas divide only where the caller allows for it."""
    for shape, divide in (
        ("marks", _at_marks),
        ("semicolons", _at_semicolons),
        ("lines", _at_lines),
    ):
        if cuts := divide(text, span):
            return _built(text, span, cuts, shape)
    if by_commas and (cuts := _at_commas(text, span)):
        return _built(text, span, cuts, "commas")
    return _built(text, span, [], "one")


def has_commas(text: str) -> bool:
    """Whether something may be a list of which commas are all that is between the items."""
    return len(_parts(text, Span(0, len(text)), ",")) > 2


def sentences(text: str) -> int:
    return 1 + sum(1 for stop in _STOP.finditer(text) if not is_abbreviated(text, stop.start()))


def is_abbreviated(text: str, place: int) -> bool:
    """Whether the full stop at a place belongs to the word before it."""
    return text[place] == "." and bool(_ABBREVIATED.search(text, max(0, place - 8), place))


def _built(text: str, span: Span, cuts: list[int], shape: str) -> Listed:
    """The items between places where a list is divided; whom one is for holds for those after."""
    inner = [cut for cut in audiences_in(text, span) if cut not in cuts]
    places = sorted({span.start, *cuts, *inner, span.end})
    items: list[Item] = []
    audience = ""
    for number, (start, end) in enumerate(zip(places, places[1:], strict=False)):
        piece = _bare(
            text, Span(start, end), shape == "marks" or number > 0 or shape == "semicolons"
        )
        if (found := audience_at(text, piece)) and found.end < piece.end:
            audience, piece = found.whom, _bare(text, Span(found.end, piece.end), True)
        words = cleaned(text[piece.start : piece.end])
        if words and words.casefold() not in _LOOSE:
            items.append(Item(words, piece, audience, _confidence(shape, words)))
    if shape in ("semicolons", "commas", "one"):
        items = [_without_stop(item) for item in items]
    return Listed(tuple(items), shape if len(items) > 1 or shape == "marks" else "one")


def _confidence(shape: str, words: str) -> float:
    if shape == "commas":
        return 0.5
    if shape == "one":
        return 0.9 if len(words) <= ONE and sentences(words) == 1 else 0.65
    if len(words) > LONG:
        return 0.7
    return 0.85 if shape == "lines" else 0.95


def _bare(text: str, span: Span, in_list: bool) -> Span:
    """Without the space, bullets, semicolons and the "and" around an item."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ";,.:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,"):
        end -= 1
    if (mark := _MARK.match(text, start, end)) and in_list:
        start = mark.end()
    if in_list and (joining := _JOINING.match(text, start, end)) and span.start > 0:
        start = joining.end()
    tail = re.search(r";\s{0,8}(?:and|or)$", text[max(start, end - 12) : end], re.IGNORECASE)
    if tail:
        end = max(start, end - len(tail[0]))
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,"):
        end -= 1
    return Span(start, max(start, end))


def cleaned(words: str) -> str:
    """On one line: line and page breaks joined, marks of bold type and addresses of links gone."""
    plain = words.replace("\u00ad\n", "").replace("\u00ad", "")
    if "-" in plain and "\n" in plain:
        plain = _HYPHEN.sub(_joined, plain)
    if "](" in plain:
        plain = _LINK.sub(r"\1", plain)
    plain = plain.replace("**", "").replace("__", "").replace("\\(", "(").replace("\\)", ")")
    return " ".join(plain.split())


def _joined(found: re.Match[str]) -> str:
    """A word at the end of a line, with its hyphen if it has one in the middle of a line too."""
    before = found[1].lower()
    return found[1] + "-" if before in _WITH_HYPHEN or before[-1].isdigit() else found[1]


def _without_stop(item: Item) -> Item:
    """Without the full stop of the list: a sentence of its own keeps its own."""
    words = item.text
    if not words.endswith(".") or words.endswith("..") or sentences(words) > 1:
        return item
    if is_abbreviated(words, len(words) - 1):
        return item
    return replace(item, text=words[:-1].rstrip(), span=Span(item.span.start, item.span.end - 1))


def _at_marks(text: str, span: Span) -> list[int]:
    """Where bullets and numbers begin items."""
    found = [place for place in _line_starts(text, span) if _MARK.match(text, place, span.end)]
    first = (
        span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
    )
    if len(found) > 1 or (found and found[0] <= first and not _parts(text, span, ";")):
        return _in_turn(text, found, span)
    inline = [match.start() for match in _INLINE.finditer(text, span.start, span.end)]
    if len(inline) > 1 or inline[:1] == [first]:
        return inline
    return _counted(text, span, first)


def _in_turn(text: str, found: list[int], span: Span) -> list[int]:
    """Of numbers at the start of lines those that count on: others are a year or an age."""
    last, kept = 0, []
    for place in found:
        number = re.match(r"[ \t>]*\(?(\d{1,3})[.):]", text[place : min(place + 16, span.end)])
        if number and last and not last < int(number[1]) <= last + 2:
            if int(number[1]) != 1:
                continue
        if number:
            last = int(number[1])
        kept.append(place)
    return kept


def _counted(text: str, span: Span, first: int) -> list[int]:
    """Numbers in the middle of lines, if they count from one on: "1. ... 2. ..."."""
    found: list[int] = []
    for match in _COUNTED.finditer(text, span.start, span.end):
        letter = ord(match[2].lower()) - 96 if match[2] else int(match[1] or match[3])
        if letter == len(found) + 1 and (found or match.start() <= first + 1):
            found.append(match.start())
    return found if len(found) > 1 else []


def _line_starts(text: str, span: Span) -> Iterator[int]:
    yield span.start
    place = text.find("\n", span.start, span.end)
    while place >= 0:
        yield place + 1
        place = text.find("\n", place + 1, span.end)


def _at_semicolons(text: str, span: Span) -> list[int]:
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
    waiting: list[tuple[str, int]] = []
    for match in _PAIRS.finditer(text, span.start, span.end):
        char, place = match[0], match.start()
        closes = "’" if char == "'" else char
        if waiting and waiting[-1][0] == '"' == char:
            closes = char
        opener = next(
            (
                i
                for i in range(len(waiting) - 1, max(-1, len(waiting) - 4), -1)
                if waiting[i][0] == closes
            ),
            -1,
        )
        is_opening = char in _OPENING and not (
            char == "'" and text[place - 1 : place].strip(" \n(")
        )
        if opener >= 0 and not is_opening:
            if place - waiting[opener][1] <= _FARTHEST:
                found[waiting[opener][1]] = place
            del waiting[opener:]
        elif is_opening or char == '"':
            waiting.append((_OPENING.get(char, char), place))
    return found


def _at_lines(text: str, span: Span) -> list[int]:
    """Lines that are items of their own, rather than the line before them going on."""
    lines = [place for place in _line_starts(text, span)]
    filled = [
        (place, text[place : min(end, span.end)].strip(), place)
        for place, end in zip(lines, [*lines[1:], span.end + 1], strict=True)
    ]
    filled = [line for line in filled if line[1]]
    if len(filled) < 2:
        return []
    capitals = all(not line[1][0].islower() for line in filled)
    found = []
    for (_, before, _), (place, line, _) in zip(filled, filled[1:], strict=False):
        ended = bool(re.search(r"[.;:!?]['\"’”)]*$", before))
        runs_on = bool(_RUNS_ON.search(before))
        if (ended and not line[0].islower()) or (capitals and not runs_on):
            found.append(place)
    return found


def _at_commas(text: str, span: Span) -> list[int]:
    """Commas between short phrases without verbs; the last may be joined by "and" alone."""
    words = text[span.start : span.end].strip().rstrip(".")
    if len(words) > ONE * 3 or sentences(words) > 1:
        return []
    found = _parts(text, span, ",")
    last = found[-1] if found else span.end
    tail = re.search(r"\s(?=and\s)", text[last : span.end])
    if tail and not re.match(r"\s*and\s", text[last : span.end]):
        found.append(last + tail.end())
    places = [span.start, *found, span.end]
    pieces = [text[a:b].strip(" ,.\n") for a, b in zip(places, places[1:], strict=False)]
    pieces = [re.sub(r"^and\s+", "", piece) for piece in pieces]
    if len(pieces) < 3 or _VERB.search(words) or _URGES.match(pieces[0]):
        return []
    if any(not piece or len(piece.split()) > 8 or _ADJECTIVE.fullmatch(piece) for piece in pieces):
        return []
    return found
