"""The words for people in an account: whom a review can be about, and who is somebody else."""

import re
from dataclasses import dataclass, field
from typing import Any

from reviews.ages import Age
from reviews.intake.proposal import Span, Warning

GIRL, BOY = "girl", "boy"
FEMALE = r"girls?|daughters?|females?|schoolgirls?|sisters?|young\s+wom[ae]n|half-sisters?"
MALE = r"boys?|sons?|males?|schoolboys?|brothers?|young\s+m[ae]n|half-brothers?"
NEITHER = (
    r"child(?:ren)?|infants?|bab(?:y|ies)|toddlers?|twins?|triplets?|siblings?|teenagers?"
    r"|adolescents?|young\s+(?:person|people|adults?)|youths?|pupils?|students?|foetus"
    r"|half-siblings?"
    r"|minors?|youngsters?|(?:young\s+)?carers?(?<=young carer)|(?<=young )carers?|care\s+leavers?"
)
GROWN = (
    r"m[ae]n|wom[ae]n|adults?|mothers?|fathers?|parents?|step-?\s?(?:father|mother|dad|mum"
    r"|parent)s?|mum|dad"
    r"|partners?|boyfriends?|girlfriends?|uncles?|aunts?|grand(?:father|mother|parent)s?|carers?"
    r"|perpetrators?|neighbours?|lodgers?|cousins?|friends?|strangers?|offenders?|teachers?"
    r"|husbands?|wife|wives|nephews?|nieces?|relatives?|assailants?|babysitters?|childminders?"
    r"|nann(?:y|ies)|associates?|acquaintances?|defendants?|peers?|step-?\s?(?:brother"
    r"|sister|sibling)s?"
)
PERSON = re.compile(
    rf"\b(?:(?P<grown>{GROWN})|(?P<female>{FEMALE})|(?P<male>{MALE})|(?P<neither>{NEITHER}))\b",
    re.IGNORECASE,
)
BY = re.compile(
    r"\bby\s+(?:(?:a\s+)?(?:group|gang|number)\s+of\s+)?(?:(?!and\b|in\b|of\b"
    r"|who\b)[\w'’-]+[ ,]+){0,5}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Someone:
    """A child, or an adult, whom the review is about."""

    age: Age | None
    age_text: str
    sex: str | None
    span: Span
    confidence: float = 0.95

    def record(self) -> dict[str, Any]:
        return {
            "age": self.age and self.age.iso,
            "age_text": self.age_text or None,
            "sex": self.sex,
        }


@dataclass(slots=True)
class People:
    """Everybody whom an account is about, and where the subject stands."""

    people: list[Someone] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    harmed_others: bool = False

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warning("children", code, text))
