"""Whose age it is: the subject's, that of who did it, a relative's, or that of another time."""

import re
from dataclasses import dataclass

from reviews.intake.ages_in import Mention
from reviews.intake.person_words import BOY, BY, FEMALE, GIRL, MALE, NEITHER, PERSON
from reviews.intake.proposal import Span

_AGENT = re.compile(
    r"\b(?:by|from|against|with|including|to)\s+(?:(?:a|an|one|his|her|their|the|another|other"
    r"|two|three"
    r"|several|four|who|was|then)\s+)*(?:[\w-]+\s+){0,2}$|\b(?:his|her|their)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# What one does to oneself: "overdose by a girl of 15".
_TO_ONESELF = re.compile(
    r"\b(?:sustained|suffered|experienced|endured|received)\s+by\b|\b(?:overdose|suicide"
    r"|self-harm\w*|hanging|ingestion|self-\w+)\b[^.;]{0,40}\bby\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:when|whilst|while|since|until|till|after|before|turned|reached|became)"
    r"(?:\s+(?:he|she|they|it|the (?:child|baby|boy|girl)|(?:Child |Baby )?[A-Z]\w*))?"
    r"(?:\s+(?:was|were|had been|became))?(?:\s+(?:only|just|about|around|still))?\s*$"
    r"|\b(?:from|since|by|until|before|after|under)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OFFENCE = re.compile(
    r"\b(?:(?:child(?:ren)?|girls?|boys?|persons?|people|anyone|those)\s+)?(?:under|over"
    r"|below)(?:\s+the\s+age\s+of)?\s*$"
    r"|\b(?:sentenced|imprisoned|jailed|minimum|term)\b[^.]{0,30}$|\bborn at\s*$",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"[\s-]*(?:sentence|imprisonment|prison|custod|period|history|placement|gestation)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"[\s,]*(?:(?:baby|infant|young|older|younger|twin|half|elder|eldest|youngest|unborn"
    r"|little)[\s-]+)*"
    rf"(?:(?:{FEMALE}|{MALE}|{NEITHER})\b)?[^.;:]{{0,30}}?(?:,|\band\b|&|\bor\b"
    rf"|\balong\s+with\b|\bas\s+well\s+as\b)"
    r"\s*(?:(?:(?:serious |severe )?(?:injur\w+|harm|neglect|abuse)|of|to|a|an|the|his|her|their"
    r"|one|two|three|another|infant|baby|younger|older|elder|twin|half)\s+|-)*"
    rf"(?:(?:{FEMALE}|{MALE}|{NEITHER}|half-sibling)\b[\s,(]*)?(?:of\s+)?$",
    re.IGNORECASE,
)
# "Polly (3) and Jack (1)"
_SIBLING = (
    r"(?:half-?\s?|twin\s|younger\s|older\s|elder\s|little\s|infant\s|baby\s)*"
    r"(?:brothers?|sisters?|siblings?|twins?)"
)
# "... boy and neglect of his half-brother,", "... girl and of her", "... and her sister Mia,"
_AND_THEIR = re.compile(
    rf"[^.;:]{{0,60}}(?:,|\band\b)\s*(?:[\w-]+\s+){{0,4}}(?:his|her"
    rf"|their)\s+(?:{_SIBLING}\b[\s,(]*)?"
    r"(?:[A-Z]\w*(?:\s[A-Z]\d?)?[\s,(]*)?$"
)
_NAMES = re.compile(r"\)?,?\s*(?:and|&|,)\s*[A-Z]\w*,?\s*\(?")
_AFTER_NOUN = {"of", "bracket", "comma", "was"}  # what follows is another matter
_LOOSE = {"old", "several"}  # that can stand behind too: "her sisters, 8 and 10 years old"
BEHIND = {
    "aged",
    "of",
    "ofage",
    "unsaid",
    "comma",
    "bracket",
    "was",
}  # forms that stand behind whose age they are


@dataclass(frozen=True, slots=True)
class Aged:
    """An age in a sentence: whose it seems to be, and the sex that its words give."""

    mention: Mention
    whose: str  # subject, agent, other, time
    sex: str | None
    is_grown: bool


def aged_in(text: str, sentence: Span, one: Mention) -> Aged:
    before = text[sentence.start : one.span.start]
    after = text[one.span.end : sentence.end]
    is_behind = one.form in BEHIND or (before.rstrip().endswith(",") and one.form in _LOOSE)
    head = (_owner(before) if is_behind else None) or (
        None if one.form in _AFTER_NOUN else _head(after)
    )
    is_grown = bool(head and head.lastgroup == "grown")
    sex = {"female": GIRL, "male": BOY}.get((head and head.lastgroup) or "")
    if is_grown and head:
        sex = (
            GIRL
            if re.match(r"wom|mother", head[0], re.I)
            else BOY
            if re.match(r"m[ae]n", head[0], re.I)
            else None
        )
    return Aged(one, _whose(before, after, one, head), sex, is_grown)


def _head(after: str) -> re.Match[str] | None:
    """The noun that an age belongs to: "16-year-old (Asian, vulnerable) girl"."""
    near = re.match(
        r"(?:[\s-]*(?!(?:and|who|whose|whom|which|that|in|by|to|with|from|of|at|when|while"
        r"|whilst|where|was|were|is|are|had|has|on|for|after|following|as|due)\b)[\w/'’-]+,?){0,5}",
        after,
    )
    reach = after[: near.end()] if near else ""
    if reach.lstrip().startswith((",", ".")):
        return None
    found = list(PERSON.finditer(reach))
    if not found:
        return None
    # "baby girl", "infant boy": the noun that says more
    return next((one for one in found if one.lastgroup != "neither"), found[0])


def _owner(before: str) -> re.Match[str] | None:
    """The nearest noun for a person in front of "aged 6": of "baby girl", the girl."""
    near = list(PERSON.finditer(before[-70:]))
    if not near:
        return None
    last = near[-1]
    tail = before[-70:][last.end() :]
    # A name between a relative and the age is another person: "the mother of Child F, aged 6".
    if before.endswith("(") and re.search(r"(?:,|\band)\s+[A-Z]\w*\s*\($", tail):
        return None  # "two cousins, Nell (15) and Hal (14)": their names have their ages
    is_another = re.search(r"\b(?:of|and|to|with)\b.*\b[A-Z][a-z]+\b", tail)
    return None if is_another else last


def _whose(before: str, after: str, one: Mention, head: re.Match[str] | None) -> str:
    if _OFFENCE.search(before[-70:]) or _TERM.match(after):
        return "other"
    if _is_other_time(before, one):
        return "time"
    kind = head.lastgroup if head else ""
    if kind == "grown" and not _is_adult_subject(before, head):
        return "other"
    if one.form in BEHIND and head is not None:
        before = before[: before.rfind(head[0])]
    if BY.search(before[-80:]) and not _TO_ONESELF.search(before[-120:]):
        return "agent"
    if re.search(r"\b(?:his|her|their|whose)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
        return "relative"
    return "subject"


def _is_other_time(before: str, one: Mention) -> bool:
    """ "when she was 12 years old", "from the age of 5"; but "when a 5-week-old baby" is now."""
    found = _OTHER_TIME.search(before[-60:])
    if not found:
        return False
    is_span = re.match(r"(?:from|since|by|until|before|after|under)\b", found[0], re.IGNORECASE)
    return bool(re.match(r"age\b", one.text, re.IGNORECASE)) if is_span else True


def _is_adult_subject(before: str, head: re.Match[str] | None) -> bool:
    """A man or woman at the head of the account is whom it is about."""
    if head is None or not re.match(r"(?:m[ae]n|wom[ae]n|adults?)$", head[0], re.IGNORECASE):
        return False
    return not BY.search(before) and not re.search(
        rf"\b(?:{FEMALE}|{MALE}|{NEITHER})\b", before, re.IGNORECASE
    )


def subjects(text: str, aged: list[Aged]) -> list[Aged]:
    """The first age that is a subject's, and those that are named together with it."""
    firsts = [one for one in aged if one.whose == "subject"]
    if not firsts:
        if times := [one for one in aged if one.whose == "time" and not one.is_grown]:
            return times[:1]
        agents = [one for one in aged if one.whose == "agent" and not one.is_grown]
        return agents[:1] if agents and not any(o.whose == "relative" for o in aged) else []
    chosen = [firsts[0]]
    for one in aged[aged.index(firsts[0]) + 1 :]:
        between = text[chosen[-1].mention.span.end : one.mention.span.start]
        together = one.whose in ("subject", "relative") and _joins(between)
        if together and not one.is_grown:
            chosen.append(one)
        else:
            break
    return chosen


def _joins(between: str) -> bool:
    """Whether two ages are of children that are named together, with no grown person between."""
    if any(noun.lastgroup == "grown" for noun in PERSON.finditer(between)):
        return False
    return any(form.fullmatch(between) for form in (_AND, _NAMES, _AND_THEIR))
