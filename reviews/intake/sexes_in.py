"""A child's sex: by a noun beside the age, or else by pronouns that can mean nobody else."""

import re
from collections.abc import Sequence

from reviews.intake.person_words import BOY, BY, GIRL, PERSON, People, Someone
from reviews.intake.proposal import Span

_RELATIVE = re.compile(
    r"\s+(?:(?:own|birth|biological|adoptive|foster|maternal|paternal|older|younger|half|step"
    r"|twin|former|new"
    r"|late|wider|extended)[\s-]+)*(?:mother|father|parents?|mum|dad|step-?(?:father|mother)"
    r"|grand\w+"
    r"|siblings?|brothers?|sisters?|family|carers?|school|aunt|uncle|twin|friends?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|himself|herself|his|her)\b", re.IGNORECASE)
_MAN = re.compile(
    r"\b(?:father|stepfather|uncle|grandfather|boyfriend|brother|man|men|husband|dad|son|boy"
    r"|male)\b",
    re.IGNORECASE,
)
_WOMAN = re.compile(
    r"\b(?:mother|stepmother|aunt|grandmother|girlfriend|sister|woman|women|wife|mum|daughter|girl"
    r"|female)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:parents?|partners?|carers?|perpetrator|adult|offender)\b", re.IGNORECASE
)
_PAIR = re.compile(
    r"\b(?:an? )?(?:baby |infant )?(?:boy|girl) and (?:an? )?(?:baby |infant )?(?:boy"
    r"|girl)\b",
    re.IGNORECASE,
)


def of_pair(text: str, sentence: Span, found: People) -> None:
    """ "twins, a boy and a girl": two whose sexes differ."""
    told = _PAIR.search(text, sentence.start, sentence.end)
    if told and len(found.people) == 2 and found.people[0].age == found.people[1].age:
        sexes = re.findall("boy|girl", told[0].lower())
        for one, sex in zip(found.people, sexes, strict=True):
            one.sex = sex


def of_one(text: str, sentences: Sequence[Span], found: People) -> None:
    """The sex of one child whose age is said without it."""
    child = found.people[0]
    by_noun = _by_noun(text, sentences[:1], child)
    if by_noun:
        child.sex = by_noun
        return
    said = _pronouns(text, sentences)
    if len(said) == 1:
        child.sex = said.pop()
        child.confidence = min(child.confidence, 0.75)
        found.warn("sex-by-pronoun", f"Only a pronoun says that this is a {child.sex}.")
    elif said:
        found.warn("sex-unclear", "“He” and “she” both stand in the text. Choose the child’s sex.")


def _by_noun(text: str, sentences: Sequence[Span], child: Someone) -> str | None:
    """A noun for this child beside the age: "a girl known as Child F, aged 6 months"."""
    for sentence in sentences:
        for noun in PERSON.finditer(text, sentence.start, sentence.end):
            before = text[sentence.start : noun.start()]
            theirs = re.search(
                r"\b(?:his|her|their|whose|mother['’]s|father['’]s)\s+(?:[\w-]+\s+)?$", before
            )
            if noun.lastgroup in ("female", "male") and not theirs and not BY.search(before):
                if re.match(r"sister|brother|half", noun[0], re.IGNORECASE):
                    continue
                if noun.start() > child.span.end + 15:
                    return None
                return GIRL if noun.lastgroup == "female" else BOY
    return None


def _pronouns(text: str, sentences: Sequence[Span]) -> set[str]:
    """The sexes that pronouns give a child: those that can mean nobody else."""
    said: set[str] = set()
    for sentence in sentences[:6]:
        for pronoun in _PRONOUN.finditer(text, sentence.start, sentence.end):
            of_relative = _RELATIVE.match(text, pronoun.end())
            earlier = text[(sentence if of_relative else sentences[0]).start : pronoun.start()]
            another = not of_relative and _PARTNER.search(earlier)
            if not another and not _means_other(earlier, pronoun[0]):
                said.add(_sex_of(pronoun[0]))
    return said


def _means_other(earlier: str, pronoun: str) -> bool:
    adult = _MAN if _sex_of(pronoun) == BOY else _WOMAN
    return bool(adult.search(earlier))


def _sex_of(pronoun: str) -> str:
    return BOY if pronoun.lower() in ("his", "he", "him", "himself") else GIRL
