"""Kinds of harm that an account names, by the vocabulary, with the words that say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviews import matching
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import FAIRLY, Read, Span

PARENT = (
    r"(?:mothers?|fathers?|parents?|step-?(?:father|mother)|mum|dad|step-?parent"
    r"|(?:mother|father|parent|mum|dad)['’]s\s+(?:\w+\s+)?partner)"
)
_BY_PARENT = re.compile(
    rf"\b(?:(?:murder|homicide|killing|killed|murdered|drown\w+|manslaughter|infanticide"
    rf"|poison\w+|smother\w+|suffocat\w+|strangl\w+|stabb\w+|death)\b[^.]{{0,60}}?\bby\s+"
    rf"(?:(?:his|her|their|the|child['’]s|one|both|a)\s+)*(?:own\s+)?{PARENT}\b"
    rf"|{PARENT}\b[^.]{{0,60}}?\b(?:convicted of|guilty (?:of|to)|charged with|sentenced for"
    rf"|admitted|pleaded|pled|imprisoned for|jailed for|arrested (?:for"
    rf"|on suspicion of))[^.]{{0,40}}?"
    rf"\b(?:murder|manslaughter|(?:culpable )?homicide|killing|infanticide|drown\w+|smother\w+"
    rf"|suffocat\w+|strangl\w+|causing (?:or allowing )?(?:the |his |her )?death)"
    rf"|{PARENT}\b\s+(?:had\s+|then\s+|also\s+|later\s+|deliberately\s+)*(?:killed|murdered"
    rf"|drowned|smothered|suffocated|strangled|stabbed|poisoned)"
    rf"(?!\s+(?:himself|herself|themselves)))",
    re.IGNORECASE,
)
# Murder and manslaughter say it only where a parent did it.
_SEXUAL = re.compile(r"\bsexual\w*|\braped?\b", re.IGNORECASE)
_FILICIDE = re.compile(r"\b(?:filicide|infanticide|neonaticide|familicide)\b", re.IGNORECASE)
_HARM_LEAST = 0.45
FILICIDE, SUICIDE, SEXUAL = "filicide", "suicide", "harmful-sexual-behaviour"


@dataclass(frozen=True, slots=True)
class Harm:
    """A kind of harm, where it was read, and the words that led to it."""

    found: Read[str]
    words: list[str]


def find(
    text: str, sentences: list[Span], lexicon: Lexicon, *, died: bool, harmed_others: bool
) -> list[Harm]:
    """What the first sentences of an account suggest; who harmed and what came of it count."""
    account = Span(sentences[0].start, sentences[-1].end)
    first = sentences[0].end - account.start
    harms = list(_suggested(account, account.of(text), first, lexicon, died=died))
    has = {harm.found.value for harm in harms}
    by_parent = _BY_PARENT.search(text, account.start, account.end)
    if by_parent and died and FILICIDE not in has and lexicon.find("harm", FILICIDE):
        harms.append(Harm(Read(FILICIDE, Span(*by_parent.span()), 0.8), [by_parent[0]]))
    sexual = _SEXUAL.search(text, account.start, account.end)
    if harmed_others and sexual and SEXUAL not in has and lexicon.find("harm", SEXUAL):
        harms.append(Harm(Read(SEXUAL, Span(*sexual.span()), 0.6), [sexual[0]]))
    return harms


def _suggested(
    account: Span, told: str, first: int, lexicon: Lexicon, *, died: bool
) -> Iterator[Harm]:
    for one in matching.suggest(told, lexicon.index, least=_HARM_LEAST):
        if one.term.kind != "harm" or not _is_meant(one, told, first):
            continue
        if one.term.slug == SUICIDE and not died:
            continue
        if one.term.slug == FILICIDE and not _FILICIDE.search(told):
            continue
        span = Span(one.evidence[0].start, one.evidence[0].end).moved(account.start)
        score = round(min(one.score, 0.95), 2)
        yield Harm(Read(one.term.slug, span, score), [found.words for found in one.evidence])


def _is_meant(one: matching.Suggestion, account: str, first_end: int) -> bool:
    """A harm in the first sentence, or clearly named behind it; never one that was not."""
    for evidence in one.evidence:
        before = account[max(0, evidence.start - 30) : evidence.start]
        if before.lower().endswith("self-"):
            continue
        if re.search(r"\b(?:no|not|without|ruled out)\s+(?:\w+\s+){0,2}$", before, re.IGNORECASE):
            continue
        if evidence.start < first_end or one.score >= FAIRLY:
            return True
    return False
