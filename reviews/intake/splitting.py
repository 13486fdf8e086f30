"""Where each entry of a list begins and ends, and what of the text belongs to none.

An entry is a title line and what follows it up to the next. What makes a line a title is its
form (a year, an area and an alias; a number; a kind of review) and its place: an account of what
happened, or a list of learning, has to follow before the next title does.
"""

import re
from dataclasses import dataclass, field, replace

from reviews.intake.declared import declared
from reviews.intake.lexicon import Lexicon
from reviews.intake.lines import (
    OPENS,
    Line,
    furniture,
    is_dated,
    lines_of,
    may_be_name,
    may_be_title,
)
from reviews.intake.proposal import Leftover, Read, Span
from reviews.intake.titles import (
    ALIAS,
    DASHES,
    LONGEST,
    MONTH,
    NUMBER,
    month_number,
    named_types,
)

_LEADS = re.compile(
    r"\b(?:learning|lessons?|key issues|issues identified|key (?:findings|themes)|findings"
    r"|recommendations?|recommends|keywords|background|model)\b[^.;\n]{0,60}?"
    r"(?::|\b(?:includes?|identified|that|for)\b)|^\W*includes?:",
    re.IGNORECASE | re.MULTILINE,
)
_LINK = re.compile(
    r"\]\(|^\W*(?:read|download|view)\b.{0,60}\b(?:report|review|summary|briefing)"
    r"|^\W*keywords?\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_AGED = re.compile(
    r"\b(?:\d+|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]+"
    r"(?:year|month|week|day)s?\b|\baged\b|\binfant\b|\bbaby\b|\bchild(?:ren)?\b|\b(?:boy|girl)\b"
    r"|\bsiblings?\b|\byoung (?:person|man|woman)\b",
    re.IGNORECASE,
)
# A title in the middle of a line, in lists that lost their line breaks.
_INSIDE = re.compile(
    rf"(?:(?<=[.)\]!?])|(?<=\breport)|(?<=\bsummary)|(?<=\breview))\s*"
    rf"(?=(?:\d{{1,3}}[.)]\s*)?(?:{MONTH}\s+)?(?:19"
    rf"|20)\d\d\s*[{DASHES}]\s*[A-Z][^.;:\n{DASHES}]{{2,60}}?\s*"
    rf"[{DASHES}]\s*[A-Z0-9])",
    re.IGNORECASE,
)
_BODY_BEGINS = re.compile(
    r"(?<=[a-zA-Z0-9)'’\"”])[\s:.]+(?=(?:Death|Suicide|Apparent suicide|Suspected|Murder|Homicide"
    r"|Serious|Significant|Non-accidental|Life-|Neglect of|Sexual abuse|Physical|Injur|Overdose"
    r"|Abuse|Drowning|Stabbing|Concerns|Considers|Review of|Sudden|Unexpected|Accidental|Attempted"
    r"|Multiple|Head injur|Chronic|Severe|Near|Harm)\b[^\n]{20})"
)
_MONTH_YEAR = re.compile(
    rf"(?<!\d )(?<!st )(?<!nd )(?<!rd )(?<!th )\b({MONTH})\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_MONTH_YEAR_ALONE = re.compile(rf"\W*(?:{MONTH}\s+)?(?:19|20)\d\d\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its title line, and what follows it. `is_sure` where the title's form says so."""

    title: Span
    body: Span
    is_sure: bool = True
    added: Read[str] | None = None  # the month of the heading above it
    year: Read[str] | None = None  # that of a heading with a year alone

    @property
    def span(self) -> Span:
        return Span(self.title.start, max(self.title.end, self.body.end))


@dataclass(slots=True)
class Split:
    """A list divided. `clean` is the text with blanks for what the page put between its lines."""

    clean: str
    entries: list[Entry] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    declared: int | None = None
    added: Read[str] | None = None


def split(text: str, lexicon: Lexicon) -> Split:
    """Divide a text into its entries."""
    lines = _divided(lines_of(text))
    page = furniture(lines)
    titles = _titles([(p, line) for p, line in enumerate(lines) if p not in page], lexicon)
    found = Split(_blanked(text, [lines[place] for place in sorted(page)]))
    found.entries = _entries(text, lines, titles)
    first = found.entries[0].title.start if found.entries else len(text)
    found.leftovers = [
        Leftover(line.span, line.text, "before the first review" if line.start < first else "page")
        for place, line in enumerate(lines)
        if line.start < first or place in page
    ]
    before = text[:first]
    above = [line for p, line in enumerate(lines) if line.start < first and p not in page]
    found.declared, found.added = declared(before), _month(above)
    headings = [
        line
        for place, line in enumerate(lines)
        if place in page and _MONTH_YEAR_ALONE.fullmatch(line.text)
    ]
    if headings:
        found.entries = [_under(entry, headings) for entry in found.entries]
    return found


def _blanked(text: str, lines: list[Line]) -> str:
    """The text without some lines: blanks stand in their place, so that all else stays where it is.

    What they stood between is one paragraph again.
    """
    parts, place = [], 0
    for line in lines:
        end = line.end + (text[line.end : line.end + 1] == "\n")
        parts += [text[place : line.start], " " * (end - line.start)]
        place = end
    return "".join([*parts, text[place:]])


def _divided(lines: list[Line]) -> list[Line]:
    """Lines with a title in their middle, or a title with its account behind it, as several."""
    found: list[Line] = []
    for line in lines:
        if len(line.text) < LONGEST // 2 and not _INSIDE.search(line.text):
            found.append(line)
            continue
        cuts = [0]
        for match in _INSIDE.finditer(line.text):
            if not NUMBER.fullmatch(line.text, cuts[-1], match.end()):  # "7. 2016 – ..."
                cuts.append(match.end())
        for first, last in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
            found += _before_and_body(line, first, last)
    return found


def _before_and_body(line: Line, first: int, last: int) -> list[Line]:
    piece = line.text[first:last]
    body = _BODY_BEGINS.search(piece, 0, LONGEST) or _BODY_BEGINS.search(piece[: LONGEST + 60])
    if body and is_dated(piece[: body.start()]):
        cuts = [(0, body.start()), (body.end(), len(piece))]
    else:
        cuts = [(0, len(piece))]
    lines = []
    for begin, end in cuts:
        bare = piece[begin:end].strip()
        if bare:
            offset = piece.index(bare[0], begin)
            lines.append(Line(bare, line.start + first + offset, line.after_blank or first > 0))
    return lines


def _titles(lines: list[tuple[int, Line]], lexicon: Lexicon) -> list[tuple[int, bool]]:
    """The numbers of the lines that are titles, and whether their form alone says so."""
    dated = {place for place, line in lines if is_dated(line.text)}
    counts = len(dated) >= 2  # a list that writes years in front has no other titles
    found: list[tuple[int, bool]] = []
    for index, (place, line) in enumerate(lines):
        if place in dated:
            before = lines[index - 1] if index else None
            sure = line.after_blank or before is None or before[0] in dated
            if sure or (before and _closes(before[1].text)) or _is_entry(lines, index):
                found.append((place, True))
        elif may_be_title(line.text, lexicon) and (
            _is_entry(lines, index, lexicon) if not counts else _is_plain(lines, index, lexicon)
        ):
            found.append((place, True))
        elif not counts and may_be_name(line.text) and _is_named_entry(lines, index, lexicon):
            found.append((place, False))
    return _once(found, dict(lines))


def _is_plain(lines: list[tuple[int, Line]], index: int, lexicon: Lexicon) -> bool:
    """Whether a line is a title even in a list of dated ones: it stands apart, names a kind of
    review and whom it is about, and what happened follows at once."""
    line = lines[index][1]
    names = ALIAS.search(line.text) and named_types(line.text, lexicon)
    following = lines[index + 1][1] if index + 1 < len(lines) else None
    return bool(line.after_blank and names and following and OPENS.match(following.text))


def _closes(before: str) -> bool:
    """Whether a line ends as the last of an entry does, not in the middle of a sentence."""
    return bool(re.search(r"[.!?)\]\"’”]\s*$|\b(?:report|summary|review|briefing)\s*$", before))


def _once(found: list[tuple[int, bool]], lines: dict[int, Line]) -> list[tuple[int, bool]]:
    """Of a heading that stands twice, one right under the other, the second."""
    order = {place: number for number, place in enumerate(lines)}
    kept: list[tuple[int, bool]] = []
    for place, sure in found:
        before = kept[-1][0] if kept else place
        if lines[before].text == lines[place].text and order[place] == order[before] + 1:
            kept.pop()
        kept.append((place, sure))
    return kept


AHEAD = 400  # lines of an entry that are looked at, at most


def _is_entry(lines: list[tuple[int, Line]], index: int, lexicon: Lexicon | None = None) -> bool:
    """Whether an account or a list of learning follows before the next title."""
    for _, line in lines[index + 1 : index + AHEAD]:
        title = lines[index][1].text
        if line.text == title or line.text.startswith(f"[{title}]("):
            continue
        if is_dated(line.text) or (lexicon and may_be_title(line.text, lexicon)):
            return False
        if _LEADS.search(line.text) or OPENS.match(line.text):
            return True
        if len(line.text) > 40 and _AGED.search(line.text):
            return True
        if _LINK.search(line.text):
            return False
    return False


def _is_named_entry(lines: list[tuple[int, Line]], index: int, lexicon: Lexicon) -> bool:
    """A name is a title at the start of an entry only: an account follows at once, then a list."""
    line = lines[index][1]
    numbered = bool(NUMBER.match(line.text))
    before = lines[index - 1][1].text if index else ""
    if not line.after_blank or (before and not _closes(before)) or index + 1 == len(lines):
        return False
    following = lines[index + 1][1].text
    tells = bool(OPENS.match(following)) or bool(_AGED.search(following[:200]))
    if len(following) < 30 or not tells:
        return False
    return numbered or _has_lead(lines, index, lexicon)


def _has_lead(lines: list[tuple[int, Line]], index: int, lexicon: Lexicon) -> bool:
    for _, line in lines[index + 1 : index + 30]:
        if is_dated(line.text) or may_be_title(line.text, lexicon):
            return False
        if _LEADS.search(line.text):
            return True
    return False


def _entries(text: str, lines: list[Line], titles: list[tuple[int, bool]]) -> list[Entry]:
    found: list[Entry] = []
    if not titles:
        return found
    ends = [lines[place].start for place, _ in titles[1:]] + [len(text)]
    for (place, sure), end in zip(titles, ends, strict=True):
        line = lines[place]
        last = line.end + len(text[line.end : end].rstrip())
        found.append(Entry(line.span, Span(line.end, last), sure))
    return found


def _month(lines: list[Line]) -> Read[str] | None:
    """The one month that lines name, where they name it first."""
    named: dict[str, Read[str]] = {}
    for line in lines:
        for found in _MONTH_YEAR.finditer(line.text):
            month = f"{found[2]}-{month_number(found[1]):02}"
            span = Span(*found.span()).moved(line.start)
            named.setdefault(month, Read(month, span, 0.9))
    return next(iter(named.values())) if len(named) == 1 else None


def _under(entry: Entry, headings: list[Line]) -> Entry:
    """With the month or the year that the last heading above the entry says, and nothing else."""
    above = [line for line in headings if line.start < entry.title.start]
    if not above:
        return entry
    if month := _month(above[-1:]):
        return replace(entry, added=month)
    year = re.search(r"\d{4}", above[-1].text)
    assert year  # or it were no heading
    first = above[-1].start + year.start()
    return replace(entry, year=Read(year[0], Span(first, first + 4), 0.8))
