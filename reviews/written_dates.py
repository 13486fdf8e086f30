"""Dates as people write them: "Dec 2020", "5/12/2020", "early 2014", "Sept 2016 - Mar 2018".

A text becomes tokens, each a kind (one letter) and a number. What can stand for one date is a
table of kinds (date_shapes.py); a span is two of those with "to", "and", a dash or a slash
between them, of which one end may leave to the other what both share ("3 to 9 May 2016").

"About 2014" is kept as 2014: a date here can say how exact it is, but not how sure.
"""

import re
from datetime import timedelta
from difflib import get_close_matches

from reviews.date_shapes import Span, shape_of
from reviews.dates import MONTH_NAMES, DateError, PartialDate, iso_point
from reviews.written import LONGEST, bare, is_not_known

HOW_TO_WRITE = (
    "Write a year (2020), a month (December 2020), a day (5 December 2020) "
    "or a span (March to May 2018)."
)

type Token = tuple[str, int]

_TOKEN = re.compile(r"[0-9]{3}0'?s\b|[0-9]+(?:st|nd|rd|th)?|[qh][1-4]\b|[a-z]+|[^ ]")
_STOPS = re.compile(r"\.(?![0-9])|(?<![0-9])\.|,")  # all full stops but those between numbers
# "mid-2014", "early-to-mid 2014"; but "early-mid 2014" has a dash between two parts.
_DASH_OF_A_WORD = re.compile(r"-?\b(to|and|or)\b-?|\b(early|mid|late)-(?!early|mid|late)")
_PHRASES = {
    "and/or": "or",
    "up to": "to",
    "some time": "sometime",
    "at some point": "sometime",
    "latter half": "second half",
    "last half": "second half",
    "last quarter": "fourth quarter",
    "~": "about ",
}
_MONTHS = {
    word.lower(): number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for word in (name, name[:3])
} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_IN_ORDER = ("first", "second", "third", "fourth")

# Kinds: y year, m month, n number, d decade, s season, w day of the week, p part (early, mid,
# late), h half, q quarter, c about; t to, a and, f from, b between, o without an end.
_WORDS: dict[str, Token] = {
    **{word: ("m", number) for word, number in _MONTHS.items()},
    **{word: ("n", number) for number, word in enumerate(_IN_ORDER, start=1)},
    **{word: ("w", number) for number, word in enumerate(_DAYS)},
    **{word[:3]: ("w", number) for number, word in enumerate(_DAYS)},
    **dict.fromkeys(("early", "beginning", "start"), ("p", 0)),
    **dict.fromkeys(("mid", "middle"), ("p", 1)),
    **dict.fromkeys(("late", "later", "latter", "end"), ("p", 2)),
    **{"spring": ("s", 3), "summer": ("s", 6), "autumn": ("s", 9), "fall": ("s", 9)},
    **{"winter": ("s", 12), "half": ("h", 0), "quarter": ("q", 0)},
    **dict.fromkeys(("c", "ca", "circa", "about", "around", "roughly"), ("c", 0)),
    **dict.fromkeys(("approx", "approximately"), ("c", 0)),
    **dict.fromkeys(("to", "until", "till", "through"), ("t", 0)),
    **dict.fromkeys(("and", "or", "&"), ("a", 0)),
    **{"from": ("f", 0), "between": ("b", 0)},
    **dict.fromkeys(("since", "before", "after", "by", "onward", "onwards"), ("o", 0)),
    **dict.fromkeys(("present", "now", "ongoing", "today", "current"), ("o", 0)),
}
_PASSED_OVER = {
    *("the", "of", "in", "on", "at", "during", "throughout", "over", "towards", "part", "dated"),
    *("month", "year", "sometime"),
}


class NoDate(DateError):
    """The text says that no date is known."""


def read(text: str) -> PartialDate:
    """The date or the span of time that a text says. Raises DateError; NoDate for "not known"."""
    if is_not_known(text, "date"):
        said = text.strip()
        raise NoDate(said, "gives no date" if said else "is empty", HOW_TO_WRITE)
    try:
        return _read(text)
    except DateError as error:
        raise DateError(text.strip(), error.problem, HOW_TO_WRITE) from None


def read_or_none(text: str) -> PartialDate | None:
    """The same, and None for a text that says that no date is known."""
    try:
        return read(text)
    except NoDate:
        return None


def read_end(text: str, *, last: bool) -> PartialDate:
    """What is typed into a box for one date: of a span, the first end or the last."""
    ends = read(text).iso.split("/")
    return PartialDate(ends[-1] if last else ends[0])


def _read(text: str) -> PartialDate:
    said = bare(text)
    if len(said) > LONGEST:
        raise DateError("", "is too long for a date")
    if found := _iso(text):
        return found
    tokens = _tokens(said)
    known = [token for token in tokens if token[0] != "c"]
    span = _years(known) or shape_of(known) or _span(known)
    if span is None:
        raise DateError("", _why_not(said, tokens))
    date = _date(span)
    if len(known) < len(tokens) and len(date.iso.split("/")[0]) == len("2020-12-05"):
        raise DateError("", "says about when and gives a day. Give the month alone, or a span")
    return date


def _iso(text: str) -> PartialDate | None:
    """What is ISO 8601 is read as such, whatever else it could mean: 2011-12 is a month."""
    try:
        return PartialDate.parse(text)
    except DateError:
        return None


def _tokens(said: str) -> list[Token]:
    for phrase, meaning in _PHRASES.items():
        said = said.replace(phrase, meaning)
    said = _DASH_OF_A_WORD.sub(r" \1\2 ", _STOPS.sub(" ", said))
    words = (word for word in _TOKEN.findall(said) if word not in _PASSED_OVER)
    return [token for word in words for token in _tokens_of(word)]


def _tokens_of(word: str) -> list[Token]:
    if word in _WORDS:
        return [_WORDS[word]]
    if word[0] in "qh" and word[1:].isdigit():
        return [("n", int(word[1])), (word[0], 0)]
    if word[0] not in "0123456789":
        return [(word if len(word) == 1 and not word.isalnum() else "?", 0)]
    digits = word.rstrip("'sthndr")
    if word.endswith("s"):
        return [("d", int(digits))]
    kind = "y" if len(digits) == 4 else "n" if len(digits) <= 2 else "?"
    return [(kind, int(digits) if kind != "?" else 0)]


def _kinds(tokens: list[Token]) -> str:
    return "".join(kind for kind, _ in tokens)


def _years(tokens: list[Token]) -> Span | None:
    """Years of which the second is cut short: 2016-18, 2019/20, "from 2016 to 18"."""
    tokens = tokens[1:] if _kinds(tokens)[:1] in {"f", "b"} else tokens
    if not re.fullmatch("y[-/at]n", _kinds(tokens)):
        return None
    (_, year), (link, _), (_, short) = tokens
    last = year + (short - year) % 100
    is_span, is_month = 0 < last - year <= 30, link == "-" and 1 <= short <= 12
    if is_span and is_month:
        month = f"{MONTH_NAMES[short - 1]} {year}"
        raise DateError("", f"can mean {month} or {year} to {last}. Write out which")
    return ((year,), (last,)) if is_span else None


def _span(tokens: list[Token]) -> Span | None:
    lead = _kinds(tokens)[:1]
    tokens = tokens[1:] if lead and lead in "fb" else tokens
    for link in {"f": "t-", "b": "at-"}.get(lead, "ta-/"):
        for place in range(1, len(tokens) - 1):
            if tokens[place][0] == link:
                ends = _ends(tokens[:place], tokens[place + 1 :])
                if ends:
                    return _joined(*ends, together=lead == "b" or link in "t-")
    return None


def _ends(left: list[Token], right: list[Token]) -> tuple[Span, Span] | None:
    """Both ends of a span, each completed by what only the other says."""
    last = shape_of(right)
    if last is None and left[0][0] == "m":  # "March 3 to 9, 2016"
        last = shape_of(left[:1] + right)
    first = shape_of(left)
    if first is None:  # "3 to 9 May 2016"
        completed = (shape_of(left + right[start:]) for start in range(1, len(right)))
        first = next(filter(None, completed), None)
    return (first, last) if first and last else None


def _joined(first: Span, last: Span, *, together: bool) -> Span:
    """One span of two. Those that only stand beside each other must leave no gap."""
    next_day = _date(first).latest + timedelta(days=1)
    if not together and next_day < _date(last).earliest:
        raise DateError("", "names two dates with others between them. Give one, or a span")
    return first[0], last[1]


def _date(span: Span) -> PartialDate:
    return PartialDate("/".join(iso_point(point) for point in span))


def _why_not(said: str, tokens: list[Token]) -> str:
    kinds = _kinds(tokens)
    if "o" in kinds or kinds[:1] in {"f", "b"} or kinds in {"y-", "my-"}:
        return "leaves one end open. Give both ends, or the one date that is known"
    for word in re.findall("[a-z]{4,}", said):
        if word not in _WORDS and (near := get_close_matches(word, _MONTHS, 1, 0.75)):
            return f"is not a date: “{word}” may be meant for {MONTH_NAMES[_MONTHS[near[0]] - 1]}"
    if "?" not in kinds and not set(kinds) & set("yd") and set(kinds) & set("nmsp"):
        return "has no year in four digits"
    return "is not a date"
