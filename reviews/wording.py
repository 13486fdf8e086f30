"""Words of a text as they are compared: without case, accents, apostrophes or endings.

Two forms of a word, the second for words that stand in a phrase: its singular ("babies", "baby")
and its root ("sharing", "shared"). A word in capitals is an acronym as well, and only capitals
are: "IT" is one, "it" is not. Knows English, no vocabulary and no database.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

ALONE = " "  # stands before the key of a word that is a phrase by itself
ACRONYM = "="  # stands before the key of an acronym, so that it equals no other word's


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that do not make a phrase what it is.
SLIGHT = _list("""
    a an and as at be been being by for from had has have her his i in into is it its of on or our
    s she he so that the their them they this to under up was we were which who whose with
""")
# Words that belong to a verb, or turn it round.
PARTICLES = _list("about after alone away before down no not off out over")
# Words that mean many things when they stand alone.
EVERYDAY = _list("""
    academy access accident accidental advocate alone altercation analysis anxiety assumption
    attachment attendance audit bail beaten beating bonding brook burn burned casualty charity
    church clinician collaboration college commissioner commissioning communication consent
    consultant continuity coordination cruelty cultural curiosity cutting debt deference
    deprivation disability disclosure discrimination documentation drift education engagement
    escalation faith father flagging fracture gaming governance guardian handover hanging
    hardship helpline heritage hitting hunger hypothesis immersion inspection internet judge
    killed labelling landlord leader leadership legislation murder murdered nanny nurse optimism
    optimistic overlay overlaying pet policy prejudice prison procedure race record recording
    recruitment reflection refuge rejection relative religion resistance respite restructuring
    retention school separation shaking shooting shot snatched staffing stalking tagging
    terminology threshold training transition translation trauma twin vacancy visa
""")
# People who work with families, whoever sent them.
WORKERS = _list("""
    agency everybody everyone organisation partner practitioner professional staff worker workforce
""")

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"[^\W_]+(?:['’‘ʼ＇{_MARKS}]+[^\W_]+)*[{_MARKS}]*|&")
_STOP = re.compile(r"[.!?]\S*\s|[\n•]")
# "Child DA", "siblings A and E": letters that stand for a person are words of no phrase.
_PERSON = "hild(?:ren)?|ab(?:y|ies)|iblings?|wins?|oys?|irls?|dults?|erson|eople"
_ALIAS = re.compile(
    rf"\b(?:[CBSTGAP](?:{_PERSON})\s+[A-Z]{{1,2}}|[cbstgap](?:{_PERSON})\s+[A-Z])\d*\b"
    r"(?:(?:,\s*|\s+and\s+|\s*&\s*)[A-Z]{1,2}\d*\b)*"
)
# Four words in capitals side by side are a heading: its words say nothing by their case.
_SHOUTING = re.compile(r"\b[A-Z]+(?:[ \t]+[A-Z'’&-]+){3,}\b")
_IRREGULAR = {
    "children": "child",
    "childrens": "child",
    "men": "man",
    "women": "woman",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "teeth": "tooth",
    "people": "person",
    "us": "us",
    "this": "this",
    "does": "do",
}
# Of one root although spelled in two ways; the second is what is compared.
_SPELLINGS = {"foetal": "fetal", "foetus": "fetus", "carer": "carer", "mum": "mother"}


class Forms(NamedTuple):
    """What a word is compared by. Alone it is marked, so that it is no word of a phrase."""

    singular: str
    root: str
    alone: str
    acronyms: tuple[str, ...]


class Word(NamedTuple):
    """A word of a text: where it stands, its forms, and what is after it."""

    start: int
    end: int
    forms: Forms
    acronyms: tuple[str, ...]
    sentence: int
    is_joining: bool  # a hyphen alone is between it and the word after


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    found: list[Word] = []
    matches = list(_WORD.finditer(text))
    names, shouted = _starts(_ALIAS, text), _starts(_SHOUTING, text)
    sentence = 0
    after = [*(match.start() for match in matches[1:]), len(text)]
    for match, following in zip(matches, after, strict=False):
        start, stop = match.span()
        forms = forms_of(match[0]) if start not in names else _NAME
        acronyms = forms.acronyms if start not in shouted else ()
        between = text[stop:following]
        joining = between in _HYPHENS and following < len(text)
        found.append(Word(start, stop, forms, acronyms, sentence, joining))
        if between != " " and _STOP.search(between):
            sentence += 1
    return found


def _starts(pattern: re.Pattern[str], text: str) -> set[int]:
    """Where words in capitals begin, inside what a pattern finds."""
    return {
        within.start() + word.start()
        for within in pattern.finditer(text)
        for word in _WORD.finditer(within[0])
        if word[0].isupper()
    }


_NAME = Forms("", "", "", ())
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")


@lru_cache(maxsize=20_000)
def forms_of(written: str) -> Forms:
    """The forms of one word as it is written."""
    if written == "&":
        return Forms("and", "and", ALONE + "and", ())
    plain = _plain(written)
    folded = plain.casefold()
    own = folded[:-2] if folded.endswith("'s") and len(folded) > 3 else folded
    bare = own.replace("'", "")
    one = singular(bare)
    return Forms(one, root(one), ALONE + one, _acronyms(plain.replace("'", "")))


def singular(word: str) -> str:
    """An English noun without the ending of its plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def root(word: str) -> str:
    """What verbs and nouns of one family begin with: "share", "shared" and "sharing" alike."""
    word = _SPELLINGS.get(word, word)
    for ending, least in (("ment", 8), ("ing", 6), ("ed", 5), ("ly", 7), ("ful", 8)):
        if word.endswith(ending) and len(word) >= least and _has_vowel(word[: -len(ending)]):
            word = word[: -len(ending)]
            if ending in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith(("sion", "tion")) and len(word) > 6:
        word = word[:-3]
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if word.endswith("at") and len(word) > 6:
        word = word[:-2]
    if word.endswith("nc"):  # violence, violent
        word = word[:-1] + "t"
    if word.endswith("is") and len(word) > 6:  # organise, organisation
        word = word[:-2]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def is_acronym(written: str) -> bool:
    """Whether a word is written in capitals: "GP", "GPs", "DfE", "A", not "Brook"."""
    capitals = sum(letter.isupper() for letter in written)
    letters = sum(letter.isalpha() for letter in written)
    return capitals * 2 > letters and (capitals > 1 or len(written) == 1)


def _acronyms(written: str) -> tuple[str, ...]:
    if not is_acronym(written):
        return ()
    own = ACRONYM + written.upper()
    return (own, own[:-1]) if written.endswith("s") else (own,)


def _plain(written: str) -> str:
    """Without accents, and with one kind of apostrophe."""
    if written.isascii():
        return written
    straight = re.sub("[’‘ʼ＇]", "'", written)
    return "".join(
        c for c in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(c)
    )


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouy" for letter in word)
