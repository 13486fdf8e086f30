"""Exact days of a birth, a death or what happened to a child.

A day is what the nearest telling word in its sentence makes it: of a birth or death it blocks, of
an incident it is asked about, of a meeting, a law, a court or a publication it is no alarm.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviews.editing.checks.finding import Severity
from reviews.editing.checks.passage import NEAR, Hit, Passage
from reviews.editing.checks.wordlists import phrases

_BLOCKS, _ASKS = Severity.BLOCKING, Severity.ACKNOWLEDGE

_MONTH = (
    r"(?P<month{0}>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?)"
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
    "|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first"
)
_YEAR = r"(?P<year{0}>(?:19|20)[0-9]{{2}}|[’'][0-9]{{2}}(?![0-9]))"
_DAY = re.compile(
    rf"(?<![\w/.\-])(?:(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?|(?P<said>{_ORDINALS}))"
    rf"(?: day)?(?: of)?[ \-.]{{1,2}}{_MONTH.format('')},?[ \-.]{{0,2}}{_YEAR.format('')}?(?!\w)"
    rf"|{_MONTH.format('2')} ?(?P<day2>[0-3]?[0-9])(?:st|nd|rd"
    rf"|th)?(?!\w)(?:,? {_YEAR.format('2')})?(?!\w)"
    r"|(?P<first>[0-3]?[0-9])(?P<mark>[/.\-])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year3>(?:19"
    r"|20)[0-9]{2}|[0-9]{2})"
    r"(?![\w/]|[.\-][0-9])"
    r"|(?P<year4>(?:19|20)[0-9]{2})-(?P<second4>[01][0-9])-(?P<day4>[0-3][0-9])(?![\w\-]))",
    re.IGNORECASE,
)

# What a day may be of, by the word that is nearest. A noun says less than a verb: in "convicted of
# murder on 4 May" the day is that of the conviction.
_KINDS = {
    "birth": "caesarean c-section born dob birthday birthdate stillborn",
    "birthly": "birth",
    "death": "died dies dod drowned life-support",
    "deathly": "death deaths dead deceased suicide murder murdered killed killing",
    "event": """
        incident incidents injury injuries injured admitted admission ambulance 999
        collapsed unresponsive unconscious attack attacked stabbed stabbing shot assault
        assaulted fracture fractures fractured bruise bruises bruising overdose presented
        hospital collision rushed discharged disclosed
    """,
    "other": """
        publish published publishes publishing publication meeting meetings met panel review
        reviews reviewed hearing hearings convicted conviction sentenced sentence charged
        arrested pleaded guilty inquest inquests trial commissioned notified notification
        informed act regulations reported reports updated accessed retrieved conference
        assessed assessment issued guidance event events workshop agreed approved letter
        court scope timeline timeframe began ended launched version signed deadline referred
        referral visit visited visits plan discussion appointment appointments training
        inquiry moved started closed opened funeral verdict announced completed remanded
        lockdown restrictions census statistics edition revised minutes agenda consultation
    """,
    "vague": """from since until between period told week due held dated force report order""",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_NOUNS = frozenset(("birthly", "deathly", "vague"))
_WEAK = 28  # a noun counts as this many characters further off
_APART = 15  # and one beyond a comma
_AFTER = 4  # and a word after the day as these
# Words with the one before them: what they say together.
_PAIRS = {
    ("gave", "birth"): "birth",
    ("giving", "birth"): "birth",
    ("of", "birth"): "birth",
    ("new", "birth"): "other",
    ("pre", "birth"): "other",
    ("passed", "away"): "death",
    ("life", "support"): "death",
    ("own", "life"): "death",
    ("own", "lives"): "death",
    ("her", "life"): "",
    ("found", "dead"): "death",
    ("found", "hanged"): "death",
    ("pronounced", "dead"): "death",
    ("was", "killed"): "death",
    ("were", "killed"): "death",
    ("was", "murdered"): "death",
    ("emergency", "department"): "event",
    ("went", "missing"): "event",
    ("taken", "to"): "event",
    ("of", "death"): "death",
    ("cause", "of"): "",
}
_LETTERS = re.compile(
    r"(?:\bd\. ?o\. ?(?P<what>[bd])\.?|[( ](?P<one>[bd])\.) ?:? ?$", re.IGNORECASE
)
_OF_WHOM = re.compile(
    r"\b(?:birth|death)(?: of (?:[\w’'\-]+ ?){1,5})?(?: (?:on|was|in|occurred on|took place on)"
    r"| ?[(:–\-])? ?(?:the )?$",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:notif|inform|told|report|aware|refer|learn|announc)\w*[^.;]{0,40}$", re.IGNORECASE
)
_HEARD_OF = re.compile(
    r"\b(?:notified|informed|told|aware|learned|heard) (?:of|about) [^.;]{0,40}$", re.IGNORECASE
)
_EXPLAINED = re.compile(
    r"^ ?\((?:the )?(?:date|day) of (?:his |her |their |the )?(?P<what>birth|death)", re.IGNORECASE
)


class Day(NamedTuple):
    """A day in a text, and whether its year is given."""

    start: int
    end: int
    is_whole: bool
    is_edge: bool  # the first or last of a month, with which periods begin and end


def days(passage: Passage) -> Iterator[Day]:
    """Every exact day in a passage."""
    for match in passage.near_digits(_DAY):
        number = match["day"] or match["day2"] or match["first"] or match["day4"]
        if number is not None and not _is_in_calendar(match, int(number)):
            continue
        year = match["year"] or match["year2"] or match["year3"] or match["year4"]
        if match["month"] is not None and not year and _is_verb(match):
            continue
        is_edge = number is not None and int(number) in (1, 30, 31)
        yield Day(match.start(), match.end(), bool(year), is_edge)


def find(passage: Passage) -> Iterator[Hit]:
    """Days that say too much."""
    known = phrases("public_names")
    for day in days(passage):
        if passage.is_in_address(day.start):
            continue
        kind = _kind(passage, day)
        if kind in ("birth", "death") and not _is_public(passage, day, known):
            severity = _BLOCKS if day.is_whole else _ASKS
            yield Hit(f"{kind}-date", day.start, day.end, severity)
        elif kind == "event" and day.is_whole and not day.is_edge:
            yield Hit("incident-date", day.start, day.end, _ASKS)


def _kind(passage: Passage, day: Day) -> str:
    """What the nearest telling word makes of a day: birth, death, event, other or nothing."""
    before, after = passage.before(day.start), passage.after(day.end)
    explained = _EXPLAINED.match(after)
    if explained:
        return explained["what"].lower()
    direct = _OF_WHOM.search(before[-70:])
    if direct and not _HEARD.search(before[: len(before) - len(direct[0])]):
        return "birth" if "birth" in direct[0].lower() else "death"
    letters = _LETTERS.search(before)
    if letters:
        return "birth" if (letters["what"] or letters["one"]).lower() == "b" else "death"
    if _HEARD_OF.search(before[-70:]):
        return "other"
    nearest = min(_telling(passage, day), default=(NEAR, ""))[1]
    return {"birthly": "birth", "deathly": "death"}.get(nearest, nearest)


def _telling(passage: Passage, day: Day) -> Iterator[tuple[int, str]]:
    """The telling words of a day's sentence, each with how far off it counts as."""
    start, end = passage.sentence(day.start)
    words = passage.words_within(max(start, day.start - NEAR), min(end, day.end + NEAR))
    for number, word in enumerate(words):
        previous = words[number - 1].key if number else ""
        kind = _PAIRS.get((previous, word.key), _KIND.get(word.key))
        if kind and not day.start <= word.start < day.end:
            first, last = (word.end, day.start) if word.start < day.start else (day.end, word.start)
            far = last - first + (_AFTER if first == day.end else 0)
            far += _APART if "," in passage.text[first:last] else 0
            yield far + (_WEAK if kind in _NOUNS else 0), kind


def _is_public(passage: Passage, day: Day, known: frozenset[tuple[str, ...]]) -> bool:
    """Whether the sentence is about a case that everyone may name."""
    start, end = max(0, day.start - NEAR), day.end + NEAR
    near = [word.key for word in passage.words_within(start, end)]
    return any(tuple(near[i : i + n]) in known for i in range(len(near)) for n in (2, 3))


def _is_in_calendar(match: re.Match[str], day: int) -> bool:
    if not 1 <= day <= 31:
        return False
    other = match["second"] or match["second4"]
    if other is None:
        return True
    return 1 <= int(other) <= 12 or (
        match["second"] is not None and day <= 12 and 1 <= int(other) <= 31
    )


def _is_verb(match: re.Match[str]) -> bool:
    """ "2 may have" and "10 mar" are no days."""
    return match["month"] in ("may", "mar", "mar.", "sep")
