"""Ages as people write them: "4-year-8-month-old", "4½", "14 weeks", "aged between 3 and 7".

A text becomes tokens, each a kind (one letter) and a value; an end of a range is a pattern of
kinds (age_parts.py). One number alone is a number of years. What gives no number is
refused, but for words that mean one age: unborn, at birth, newborn (under one month), adult (18
or over). "About 4" is kept as 4: an age here can say how exact it is, but not how sure.
"""

import re
from itertools import pairwise

from reviews.age_parts import OLDEST, Unit, below, end_of, follow, from_on, up_to
from reviews.ages import UNBORN, Age, AgeError
from reviews.written import LONGEST, bare, is_not_known

HOW_TO_WRITE = (
    "Write it in numbers, such as 4 years 8 months, 14 weeks, 3 to 7 years or under 1 year; "
    "“unborn”; or nothing where the review gives no age."
)

type Token = tuple[str, int | Unit]

_TOKEN = re.compile(r"[0-9]+|[a-z]+|[^ ]")
# What is put in the place of what, in this order. Nothing here can be read in two ways.
_REWRITTEN = [
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"\by/o\b", "year"),
        (r"\bm/o\b", "month"),
        (r"(?<=[a-z])[.']|'(?=s\b)", ""),
        (r"(?<=[0-9] )1/2\b", "½"),
        (r"(?<=[0-9])\.5(?![0-9])", "½"),
        (r"- (?=to\b|or\b|and\b)|(?<=[a-z])-|-(?=[a-z])", " "),
        (r"\band (?:a|one) half\b|\ba half\b|\bhalf an?\b|\bhalf\b", " ½ "),
        (r"\band three quarters\b", " ¾ "),
        (r"\band a quarter\b", " ¼ "),
        (r"\b(?:or|and) (?:over|above|older|more|upwards?)\b|\bplus\b", "+"),
        (r"\b(?:or|and) (?:under|below|younger|less)\b", "↓"),
        (r"\b(?:less|younger|fewer) than\b|\bunder\b|\bbelow\b|\bnot yet\b", "<"),
        (r"\b(?:more|older) than\b|\bat least\b|\bover\b|\babove\b", ">"),
        (r"\bup to\b|\bat most\b|\b(?:no|not) (?:more|older) than\b", "≤"),
    )
]
ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("y", "yr", "yrs", "yo", "year", "years"), "Y"),
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "mnth", "month", "months"), "M"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "W"),
    **dict.fromkeys(("d", "day", "days"), "D"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "H"),
}

# Kinds: n number, u unit, h quarters of a unit; t to, a and, o or, b between; the signs above.
_WORDS: dict[str, Token] = {
    **{word: ("n", number) for number, word in enumerate(ONES)},
    **{word: ("n", 10 * number) for number, word in enumerate(_TENS, start=2)},
    **{word: ("u", unit) for word, unit in _UNITS.items()},
    **{"¼": ("h", 1), "½": ("h", 2), "¾": ("h", 3)},
    **{"to": ("t", 0), "until": ("t", 0), "and": ("a", 0), "&": ("a", 0), "or": ("o", 0)},
    **{"between": ("b", 0), "plus": ("+", 0)},
}
_PASSED_OVER = {
    *("aged", "age", "ages", "old", "olds", "of", "the", "a", "an", "from", "was", "is", "only"),
    *("about", "around", "approximately", "approx", "roughly", "c", "circa", "ca", "~", ":"),
}
_WHO = {
    *("baby", "babies", "infant", "infants", "child", "children", "toddler", "toddlers", "person"),
    *("boy", "boys", "girl", "girls", "man", "woman", "male", "female", "teenager", "adult"),
    *("adolescent", "youth", "young", "people", "little", "small", "son", "daughter"),
}
_WITHOUT_NUMBERS = {
    **dict.fromkeys(("unborn", "in utero", "in womb", "not born", "foetus", "fetus"), UNBORN),
    **dict.fromkeys(("< born", "before birth", "pre birth", "prebirth"), UNBORN),
    **dict.fromkeys(("at birth", "birth", "day birth", "on day birth", "just born"), "P0D"),
    **dict.fromkeys(("newborn", "new born", "neonate"), "P0M"),
    **dict.fromkeys(("adult", "adults", "grown up"), f"P18Y/{OLDEST}"),
}
_BEFORE = {"<": below, ">": from_on, "≤": up_to}
_BEHIND = {"+": from_on, "↓": up_to}
_TWO_AGES = "gives two ages or more. Give each child a row, or write a range (3 to 7 years)"
_HALF_OR_RANGE = re.compile(r"(?:aged? )?1/2\b")
_NEAR = re.compile(r"\b(?:birthday|nearly|almost|short of|approaching|nearing|just (?:under|<))\b")
_BEFORE_BIRTH = re.compile(r"\b(?:gestation\w*|pregnan\w+|antenatal|trimester)\b")


class NoAge(AgeError):
    """The text says that no age is known."""


def read(text: str) -> Age:
    """The age or the range of ages that a text says. Raises AgeError; NoAge for "not known"."""
    if is_not_known(text, "age"):
        said = text.strip()
        raise NoAge(said, "gives no age" if said else "is empty", HOW_TO_WRITE)
    try:
        return _read(text)
    except AgeError as error:
        raise AgeError(text.strip(), error.problem, HOW_TO_WRITE) from None


def read_or_none(text: str) -> Age | None:
    """The same, and None for a text that says that no age is known."""
    try:
        return read(text)
    except NoAge:
        return None


def _read(text: str) -> Age:
    said = bare(text)
    if len(said) > LONGEST:
        raise AgeError("", "is too long for an age")
    if iso := _iso(text):
        return iso
    if _NEAR.search(said):
        raise AgeError("", "says what the age was near to, not what it was")
    if _BEFORE_BIRTH.search(said):
        raise AgeError("", "counts from before birth. For a child before birth, write “unborn”")
    if _HALF_OR_RANGE.match(said):
        raise AgeError("", "can mean a half or 1 to 2")
    words = _words(said)
    if without := _without_numbers(words):
        return without
    tokens = _tokens([word for word in words if word not in _WHO])
    kinds = "".join(kind for kind, _ in tokens)
    found = _age(kinds, [value for _, value in tokens])
    if found is None:
        raise AgeError("", _why_not(kinds, words))
    return Age(found)


def _iso(text: str) -> Age | None:
    try:
        return Age.parse(text.strip())
    except AgeError:
        return None


def _words(said: str) -> list[str]:
    for pattern, meaning in _REWRITTEN:
        said = pattern.sub(meaning, said)
    words = _TOKEN.findall(said)
    return [
        "one" if _counts(word, next_word) else word
        for word, next_word in zip(words, [*words[1:], ""], strict=True)
        if word not in _PASSED_OVER or _counts(word, next_word)
    ]


def _counts(word: str, next_word: str) -> bool:
    """Whether "a" means one: "a week old", but not "a 4-year-old"."""
    return word in {"a", "an"} and next_word in _UNITS


def _without_numbers(words: list[str]) -> Age | None:
    """The age that words alone say: "unborn baby", "newborn", "an adult"."""
    said = [" ".join(words), " ".join(word for word in words if word not in _WHO)]
    return next((Age(_WITHOUT_NUMBERS[key]) for key in said if key in _WITHOUT_NUMBERS), None)


def _tokens(words: list[str]) -> list[Token]:
    tokens: list[Token] = []
    for before, word in pairwise(["", *words]):
        if before in _TENS and word in ONES[1:10]:  # "twenty one"
            tokens[-1] = ("n", int(tokens[-1][1]) + ONES.index(word))
        elif word[0] in "0123456789":
            tokens.append(("n", int(word)))
        else:
            tokens.append(_WORDS.get(word, ("?" if word.isalnum() else word, 0)))
    return tokens


def _age(kinds: str, values: list[int | Unit]) -> str | None:
    """The ISO form of an age or of a range; None if the tokens are neither."""
    if one := end_of(kinds, values):
        return "/".join(one)
    if kinds[:1] in _BEFORE and (end := end_of(kinds[1:], values[1:])):
        return _BEFORE[kinds[0]](end)
    if kinds[-1:] in _BEHIND and (end := end_of(kinds[:-1], values[:-1])):
        return _BEHIND[kinds[-1]](end)
    between = kinds[:1] == "b"
    links = "at-" if between else "t-o/"
    kinds, values = kinds[between:], values[between:]
    for place in range(1, len(kinds) - 1):
        if kinds[place] in links and (found := _range(kinds, values, place)):
            return found
    return None


def _range(kinds: str, values: list[int | Unit], place: int) -> str | None:
    """The range whose ends stand before and behind a place; the first may lack its unit."""
    units = [[v for v in half if isinstance(v, str)] for half in (values[:place], values[place:])]
    left = end_of(kinds[:place], values[:place], next(iter(units[1]), "Y"))
    right = end_of(kinds[place + 1 :], values[place + 1 :])
    if not (left and right):
        return None
    if not units[1] and units[0] not in ([], ["Y"]):
        raise AgeError("", "has no unit at its end. Write it at both")
    if kinds[place] in "o/" and not follow(left, right):
        raise AgeError("", _TWO_AGES)
    return f"{left[0]}/{right[1]}"


def _why_not(kinds: str, words: list[str]) -> str:
    if "n" not in kinds:
        return "gives no age in numbers. The words of the review can be kept beside it"
    if kinds.count("n") > 1 and set(kinds) & {"a", ",", "o", "/"}:
        return _TWO_AGES
    known = _WORDS.keys() | _WHO
    odd = next((word for word in words if word.isalpha() and word not in known), None)
    return f"is not an age, because of “{odd[:20]}”" if odd else "is not an age"
