"""The title line of an entry: when, where, whom it is about, and what kind of review it is.

Yearly lists write "December 2014 – Blackpool - Child BR", mails "Serious case review in respect of
Child K". All parts but the alias may be missing. A year at the start is that of publication.
"""

import re
from dataclasses import dataclass

from reviews.dates import MONTH_NAMES
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Read, Span

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
NUMBER = re.compile(r"\s*(?:\(?(\d{1,3})[.)]\s*|#+\s*|[•●▪*>]\s*)+")
# The year glued to what follows: "2012Ceredigion"; no digit may follow, nor a plural's "s".
DATED = re.compile(
    rf"\s*(?:\(?(?:(?P<day>[0-3]?\d)(?:st|nd|rd"
    rf"|th)?\s+)?(?P<month>{MONTH})\b\.?,?\s+)?(?P<year>(?:19|20)\d\d)(?![\d/]|s\b|['’]s)\)?"
    rf"\s*[{DASHES}:|,]?\s*",
    re.IGNORECASE,
)
# A dash divides where a space is on one side of it at least, whatever its length.
_DIVIDES = re.compile(rf"\s+[{DASHES}]+\s*|\s*[{DASHES}]+\s+|\s*[\u2013\u2014\u2015]\s*|\s+\|\s+")
_ANONYMOUS = re.compile(
    r"\b(?:anon(?:ymous(?:ly)?|ymised)?|unnamed|un-named|not named|name withheld)\b", re.IGNORECASE
)
# Around an alias: what the title says of the review, not of whom it is about.
_ABOUT = (
    r"in(?:to)? respect of|with respect to|in relation to|relating to|regarding|concerning|re:?"
    r"|about|following|into|of|on|for|in the case of|undertaken"
)
_ADJECTIVES = (
    r"thematic|local|national|joint|independent|multi-agency|concise|extended|statutory"
    r"|discretionary"
)
_BEFORE = re.compile(
    rf"^(?:(?:and|the|(?-i:a|an|An)|report|overview|full|final|published|summary|{_ADJECTIVES}"
    rf"|(?:{_ABOUT})"
    r"|(?:the )?(?:death|deaths|serious injury|case|circumstances)(?: of)?"
    r"|commissioned by [^:]{1,60}:)\b[\s:,]*)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:[\s:,]*\b(?:report|overview|summary|(?-i:the|a|an)|and|{_ADJECTIVES}|{_ABOUT}))+[\s:,]*$",
    re.IGNORECASE,
)
_CODE = r"[A-Z][A-Za-z]{0,3}\d{0,4}|[A-Z]{1,6}|\d{1,3}"
_WHO = (
    r"(?:child(?:ren)?|bab(?:y|ies)|infants?|famil(?:y|ies)|young (?:person|people|man|woman)"
    r"|siblings?|twins?|adults?|boys?|girls?|case|student|pupil|toddler|mr|mrs|ms|miss)"
)
ALIAS = re.compile(
    rf"\b(?i:{_WHO})\s+['‘\"“]?(?:{_CODE}|[A-Z][a-z]+)['’\"”]?"
    rf"(?:(?:,\s*|\s+and\s+|\s*&\s*|,\s*and\s+|/)['‘\"“]?(?:(?i:{_WHO})\s+)?(?:{_CODE}|[A-Z][a-z]+)"
    r"['’\"”]?)*"
)
_QUOTES = re.compile(r"[‘'\"“”](?!s\b)([^‘'\"“”]{1,80})[’'\"”]")
_DOCUMENT = re.compile(
    r"\(?\b(executive summary|exec(?:utive)?\.? summary|overview report|summary report"
    r"|learning (?:brief(?:ing)?|summary)|7[- ]minute briefing|seven[- ]minute briefing"
    r"|action plan|full report)\b\)?",
    re.IGNORECASE,
)
_UNBORN = re.compile(rf"unborn\s+{ALIAS.pattern}")
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:]?\s*\)|\[\s*\]")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")  # bold type of Markdown
LONGEST = 200  # characters; no title line is longer


@dataclass(frozen=True, slots=True)
class Title:
    """What a title line says. `kind` is what it calls the document, "" where it names none."""

    alias: Read[str] | None
    number: int | None = None
    year: Read[str] | None = None  # "2014" or, with a month, "2014-12"
    area: Read[str] | None = None
    anonymous: Read[bool] | None = None
    type: Read[str] | None = None
    kind: Read[str] | None = None
    is_type_alone: bool = False
    nation: Read[str] | None = None  # in brackets behind the alias
    rest: Read[str] | None = None  # what else it says of the review


def read(line: str, start: int, lexicon: Lexicon, heading: Read[str] | None = None) -> Title:
    """Read the title line that begins at `start` of the text; `heading` is the year above it."""
    line = _EMPHASIS.sub(_spaces, line)
    numbered = NUMBER.match(line)
    place = numbered.end() if numbered and numbered.end() < len(line) else 0
    number = int(numbered[1]) if numbered and numbered[1] and place else None
    year, place = _year(line, place, start)
    year = year or heading
    kind, bare = _document(line, start, lexicon)
    type_, bare = _type(bare, place, start, lexicon)
    pieces = _pieces(bare, place)
    if year and len(pieces) == 1:
        pieces = _glued(bare, pieces[0])
    area, anonymous, rest = _area(line, pieces, start, is_dated=year is not None)
    alias = _alias(line, bare, rest, start, place)
    alone = alias is None and type_ is not None
    if alone and type_ is not None:  # "2024 - Anonymous - DHR": all that the entry is called by
        alias = Read(type_.span.moved(-start).of(line).strip(), type_.span, 0.7)
    return Title(alias, number, year, area, anonymous, type_, kind, alone)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its beginning."""
    names = (name[:3].lower() for name in MONTH_NAMES)
    return next(place for place, name in enumerate(names, 1) if word[:3].lower() == name)


def _year(line: str, place: int, start: int) -> tuple[Read[str] | None, int]:
    found = DATED.match(line, place)
    if not found or found.end() == len(line):
        return None, place
    month = f"-{month_number(found['month']):02}" if found["month"] else ""
    if found["day"] and 1 <= int(found["day"]) <= 31:
        month += f"-{int(found['day']):02}"
    first = found.start("day" if found["day"] else "month" if month else "year")
    span = Span(start + first, start + found.end("year"))
    return Read(f"{found['year']}{month}", span), found.end()


def _document(line: str, start: int, lexicon: Lexicon) -> tuple[Read[str] | None, str]:
    """The kind of document that a title names, and the line with blanks in its place."""
    found = _DOCUMENT.search(line)
    if not found:
        return None, line
    slug = lexicon.find("document_kind", found[1]) or lexicon.close_to("document_kind", found[1])
    span = Span(start + found.start(1), start + found.end(1))
    return (Read(slug, span) if slug else None), _blanked(line, *found.span())


def _blanked(line: str, first: int, last: int) -> str:
    return line[:first] + " " * (last - first) + line[last:]


def _type(line: str, place: int, start: int, lexicon: Lexicon) -> tuple[Read[str] | None, str]:
    """The kind of review, by its longest name in the line, and the line without its names."""
    found = sorted(named_types(line, lexicon, place), key=lambda one: one[0] - one[1])
    if not found:
        return None, line
    first, last, slug = found[0]
    for begin, end, _ in found:
        line = _blanked(line, begin, end)
    return Read(slug, Span(start + first, start + last)), _EMPTY_BRACKETS.sub(_spaces, line)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def named_types(line: str, lexicon: Lexicon, place: int = 0) -> list[tuple[int, int, str]]:
    """Where a line names kinds of reviews, and which; the longer of two that overlap."""
    found = []
    for match in lexicon.type_names.finditer(line, place):
        if slug := lexicon.type_named(match[0]):
            found.append((match.start(), match.end(), slug))
    return found


def _pieces(line: str, place: int) -> list[tuple[int, int]]:
    """What stands between the dashes, each from its first to its last character."""
    ends = [match.span() for match in _DIVIDES.finditer(line, place)]
    firsts = [place, *(end for _, end in ends)]
    lasts = [*(begin for begin, _ in ends), len(line)]
    found = []
    for first, last in zip(firsts, lasts, strict=True):
        trimmed = _trimmed(line, first, last)
        if trimmed[0] < trimmed[1]:
            found.append(trimmed)
    return found


# "Derbyshire-Child A": an area and an alias with a hyphen and no space between.
_GLUED = re.compile(
    rf"-(?=(?i:{_WHO})\s|[A-Z]{{1,4}}\d*\b|[A-Z][a-z]+(?:\s+(?:and|&)\s+[A-Z][a-z]+)?$)"
)


_COLON = re.compile(r"(?<=\w):\s+(?=\w)")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[A-Z])")


def _glued(line: str, piece: tuple[int, int]) -> list[tuple[int, int]]:
    colon = _COLON.search(line, *piece)
    if colon:
        return [(piece[0], colon.start()), (colon.end(), piece[1])]
    hyphens = list(_GLUED.finditer(line, *piece)) or list(_HYPHEN.finditer(line, *piece))
    if len(hyphens) > 1 and not _GLUED.match(line, hyphens[-1].start()):
        return [piece]
    if not hyphens:
        return [piece]
    last = hyphens[-1]
    return [(piece[0], last.start()), (last.end(), piece[1])]


def _trimmed(line: str, first: int, last: int, around: str = " \t,:;.|") -> tuple[int, int]:
    while first < last and line[first] in around:
        first += 1
    while last > first and line[last - 1] in around:
        last -= 1
    return first, last


type Pieces = list[tuple[int, int]]


def _area(
    line: str, pieces: Pieces, start: int, *, is_dated: bool
) -> tuple[Read[str] | None, Read[bool] | None, Pieces]:
    """The area, or that there is none to be known, and the pieces that are left for the alias."""
    if not pieces or (len(pieces) == 1 and (not is_dated or ALIAS.search(line, *pieces[0]))):
        return None, None, pieces
    named = [p for p in pieces[:-1] or pieces if _ANONYMOUS.search(line, *p)]
    if named:
        first, last = named[0]
        rest = [piece for piece in pieces if piece not in named]
        return None, Read(True, Span(start + first, start + last)), rest
    if not is_dated and not _is_area(line[slice(*pieces[0])]):
        return None, None, pieces
    if len(pieces) == 1:
        return Read(line[slice(*pieces[0])], _at(pieces[0], start), 0.5), None, []
    area = (pieces[0][0], pieces[-2][1])
    sure = 0.95 if len(pieces) == 2 else 0.6
    return Read(line[slice(*area)], _at(area, start), sure), None, pieces[-1:]


def _at(piece: tuple[int, int], start: int) -> Span:
    return Span(start + piece[0], start + piece[1])


def _is_area(text: str) -> bool:
    """Whether what stands before a dash without a year is a place or a board, not an alias."""
    return bool(re.search(r"\b(?:partnership|board|LSCB|LSCP|SCP|council)\b", text, re.IGNORECASE))


def _alias(line: str, bare: str, pieces: Pieces, start: int, place: int) -> Read[str] | None:
    """What is left is the alias, without what leads to it."""
    if not pieces:
        return None
    first, last = pieces[0][0], pieces[-1][1]
    around = " \t,:;.|" + DASHES
    first, last = _trimmed(bare, first, last, around)
    for _ in range(2):
        lead = _BEFORE.match(bare[first:last])
        if lead and lead[0].strip().lower() != "the":  # "The Green family" is a name
            first += lead.end()
        if tail := _AFTER.search(bare[first:last]):
            last = first + tail.start()
        first, last = _trimmed(bare, first, last, around)
    if bare[first : first + 1].islower() and not _UNBORN.match(
        bare, first
    ):  # "thematic review of neglect" is its name
        first, last = _pieces(line, place)[-1]
        bare = line
    whole = re.sub(r"\s{2,}", " ", bare[first:last])
    if quoted := _QUOTES.fullmatch(bare[first:last].strip()):
        first, last = first + quoted.start(1), first + quoted.end(1)
        whole = quoted[1]
    if first >= last:
        return None
    sure = 0.95 if ALIAS.fullmatch(whole) else 0.8
    return Read(whole.strip(), Span(start + first, start + last), sure)
