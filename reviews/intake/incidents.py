"""When it happened: the first date of the account that is not of something else."""

import re
from dataclasses import dataclass, field

from reviews.intake.dates_in import Dated, dates
from reviews.intake.proposal import Read, Span, Warning

# Of other things than the incident: births, moves, convictions, the review itself.
_ELSEWHERE = re.compile(
    r"\b(?:born|birth of|since|until|moved|move|arrived|came|entered|removed|placed|adopted"
    r"|married|separated"
    r"|released|convicted|sentenced|imprisoned|jailed|trial|inquest|published|commissioned|began"
    r"|completed"
    r"|previous(?:ly)?|earlier|prior|history|known to|subject (?:of|to)|plan|referred|referrals?"
    r"|registered|reunited|returned home"
    r"|order|granted|left|started|diagnosed|discharged|had been|have been|had)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
# The end of a span that has no beginning.
_OPEN = re.compile(r"\b(?:up to|to|by|before|prior to|towards)\s*$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:incident|died|death|found|injur\w+|attack\w*|assault\w*|admitted|collapsed|presented"
    r"|taken to hospital|happened"
    r"|occurred|took place|killed|stabbed|disclos\w+|hospital|ambulance|emergency|unresponsive)\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:early|mid|late|spring|summer|autumn|winter|beginning|start|end|half|part)\b",
    re.IGNORECASE,
)


# In front of a date that is not the very day: "in the week of", "on the night of 3/".
_AROUND = re.compile(
    r"(?:\bweek\s+(?:of|beginning|commencing|ending)|\bw/[cb]|\b(?:around|about|approximately|circa|c\.)"
    r"|\bor\b|\d(?:st|nd|rd|th)?\s*(?:/|[-–]|and|or))\s*(?:the\s*)?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Incident:
    date: Read[str] | None = None
    warnings: list[Warning] = field(default_factory=list)

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warning("incident", code, text))


def find(text: str, sentences: list[Span]) -> Incident:
    """The date of the incident, from the opening sentence or, less surely, those behind it."""
    found = Incident()
    for place, sentence in enumerate(sentences[:5]):
        said = list(dates(text, sentence))
        own = [one for one in said if not _is_elsewhere(text, sentence, one)]
        if place and not _HAPPENED.search(sentence.of(text)):
            continue
        if place == 0 and said and not own:
            found.warn(
                "incident-unclear",
                f"“{said[0].span.of(text)}” is the date of something else. Enter when it happened.",
            )
        if own:
            _choose(text, own, said, place, found)
            break
    if found.date is None and not found.warnings:
        found.warn("incident-missing", "No date of what happened was found.")
    return found


def _is_elsewhere(text: str, sentence: Span, one: Dated) -> bool:
    before = text[max(sentence.start, one.span.start - 120) : one.span.start]
    clause = re.split(r"[,;:(]|\bwhen\b|\bafter\b|\bfollowing\b|\bwho\b|\bwhere\b", before)[-1]
    return bool(_ELSEWHERE.search(clause) or _OPEN.search(before))


def _choose(text: str, own: list[Dated], said: list[Dated], place: int, found: Incident) -> None:
    chosen = own[0]
    words = chosen.span.of(text)
    if chosen.date is None:
        found.warn("incident-unread", f"“{words}” could not be read as a date. Enter it.")
        return
    found.date = Read(chosen.date.iso, chosen.span, 0.95)
    others = [one for one in said if one is not chosen]
    if place:
        found.date = Read(chosen.date.iso, chosen.span, 0.6)
        found.warn(
            "incident-later",
            f"“{words}” does not stand in the first sentence. Check that it is the incident’s.",
        )
    elif said[0] is not chosen:
        found.date = Read(chosen.date.iso, chosen.span, 0.7)
        found.warn("incident-several", f"Several dates stand there; “{words}” was taken. Check it.")
    elif others:
        found.date = Read(chosen.date.iso, chosen.span, 0.75)
        also = ", ".join(f"“{one.span.of(text)}”" for one in others[:3])
        found.warn("incident-several", f"“{words}” was taken; there is also {also}. Check it.")
    around = text[max(0, chosen.span.start - 40) : chosen.span.start]
    if _ROUGH.search(words) or _AROUND.search(around):
        found.warn(
            "incident-rough",
            f"“{words}” was read as {chosen.date.label}. Check that it is meant so.",
        )
