"""Who an account is about: children with their ages and sexes, told apart from everybody else.

The review's subject stands in the first sentence that has one. Ages of relatives, of those who did
the harm, of other times ("when she was 12") and of offences ("a child under 13") are not theirs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reviews.ages import Age
from reviews.intake.ages_in import Mention, mentions
from reviews.intake.proposal import Span, Warning

GIRL, BOY = "girl", "boy"
_FEMALE = r"girls?|daughters?|females?|schoolgirls?|sisters?|young\s+wom[ae]n|half-sisters?"
_MALE = r"boys?|sons?|males?|schoolboys?|brothers?|young\s+m[ae]n|half-brothers?"
_NEITHER = (
    r"child(?:ren)?|infants?|bab(?:y|ies)|toddlers?|twins?|triplets?|siblings?|teenagers?"
    r"|adolescents?|young\s+(?:person|people|adults?)|youths?|pupils?|students?|foetus|half-siblings?"
    r"|minors?|youngsters?|(?:young\s+)?carers?(?<=young carer)|(?<=young )carers?|care\s+leavers?"
)
_GROWN = (
    r"m[ae]n|wom[ae]n|adults?|mothers?|fathers?|parents?|step-?\s?(?:father|mother|dad|mum|parent)s?|mum|dad"
    r"|partners?|boyfriends?|girlfriends?|uncles?|aunts?|grand(?:father|mother|parent)s?|carers?"
    r"|perpetrators?|neighbours?|lodgers?|cousins?|friends?|strangers?|offenders?|teachers?"
    r"|husbands?|wife|wives|nephews?|nieces?|relatives?|assailants?|babysitters?|childminders?"
    r"|nann(?:y|ies)|associates?|acquaintances?|defendants?|peers?|(?:half|step)-?\s?(?:brother|sister|sibling)s?"
)
_PERSON = re.compile(
    rf"\b(?:(?P<grown>{_GROWN})|(?P<female>{_FEMALE})|(?P<male>{_MALE})|(?P<neither>{_NEITHER}))\b",
    re.IGNORECASE,
)
_OF_THE_REVIEW = "female", "male", "neither"
_AGENT = re.compile(
    r"\b(?:by|from|against|with|including|to)\s+(?:(?:a|an|one|his|her|their|the|another|other|two|three"
    r"|several|four|who|was|then)\s+)*(?:[\w-]+\s+){0,2}$|\b(?:his|her|their)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby\s+(?:(?:a\s+)?(?:group|gang|number)\s+of\s+)?(?:(?!and\b|in\b|of\b|who\b)[\w'’-]+[ ,]+){0,5}$",
    re.IGNORECASE,
)
# What one does to oneself: "overdose by a girl of 15".
_TO_ONESELF = re.compile(
    r"\b(?:overdose|suicide|self-harm\w*|hanging|ingestion|self-\w+)\b[^.;]{0,40}\bby\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:when|whilst|while|since|until|till|after|before|turned|reached|became)"
    r"(?:\s+(?:he|she|they|it|the (?:child|baby|boy|girl)|(?:Child |Baby )?[A-Z]\w*))?"
    r"(?:\s+(?:was|were|had been|became))?(?:\s+(?:only|just|about|around|still))?\s*$"
    r"|\b(?:from|since|by|until|before|after|under)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OFFENCE = re.compile(
    r"\b(?:(?:child(?:ren)?|girls?|boys?|persons?|people|anyone|those)\s+)?(?:under|over|below)(?:\s+the\s+age\s+of)?\s*$"
    r"|\b(?:sentenced|imprisoned|jailed|minimum|term)\b[^.]{0,30}$|\bborn at\s*$",
    re.IGNORECASE,
)
_TERM = re.compile(r"[\s-]*(?:sentence|imprisonment|prison|custod|period|history|placement|gestation)", re.IGNORECASE)
_AND = re.compile(
    r"[\s,]*(?:(?:baby|infant|young|older|younger|twin|half|elder|eldest|youngest|unborn|little)[\s-]+)*"
    rf"(?:(?:{_FEMALE}|{_MALE}|{_NEITHER})\b)?[^.;:]{{0,30}}?(?:,|\band\b|&|\bor\b|\balong\s+with\b|\bas\s+well\s+as\b)"
    r"\s*(?:(?:(?:serious |severe )?(?:injur\w+|harm|neglect|abuse)|of|to|a|an|the|his|her|their|one|two|three|another|infant|baby|younger|older|elder|twin|half)\s+|-)*"
    rf"(?:(?:{_FEMALE}|{_MALE}|{_NEITHER}|half-sibling)\b[\s,(]*)?(?:of\s+)?$",
    re.IGNORECASE,
)
_COUNT = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{word: n for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2)},
}
_COUNTED = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNT)}|\d{{1,2}})\s+(?:(?:\w+|\d[\w-]*)[\s-]+){{0,3}}?"
    rf"(?P<noun>siblings|children|infants|babies|sisters|brothers|girls|boys|young people|teenagers"
    r"|young men|young women|half-siblings|adolescents|students|pupils|twins)\b",
    re.IGNORECASE,
)
_TWINS = re.compile(r"\btwins?\b(?!\s+(?:brother|sister|sibling)\b)", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\s+(?:(?:own|birth|biological|adoptive|foster|maternal|paternal|older|younger|half|step|twin|former|new"
    r"|late|wider|extended)[\s-]+)*(?:mother|father|parents?|mum|dad|step-?(?:father|mother)|grand\w+"
    r"|siblings?|brothers?|sisters?|family|carers?|school|aunt|uncle|twin|friends?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|himself|herself|his|her)\b", re.IGNORECASE)
_MAN = re.compile(
    r"\b(?:father|stepfather|uncle|grandfather|boyfriend|brother|man|men|husband|dad|son|boy|male)\b",
    re.IGNORECASE,
)
_WOMAN = re.compile(
    r"\b(?:mother|stepmother|aunt|grandmother|girlfriend|sister|woman|women|wife|mum|daughter|girl"
    r"|female)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(r"\b(?:parents?|partners?|carers?|perpetrator|adult|offender)\b", re.IGNORECASE)
_MORE = re.compile(
    rf"\b(?:and|with|or)\s+(?:(?:his|her|their|the|a|an|two|three|four|five|six|several|other|unborn|of|to)\s+)*"
    rf"(?:(?:younger|older|elder|twin|half|infant|baby|little)[\s-]+)*(?:siblings?|brothers?|sisters?|twins?|child(?:ren)?|baby|babies|infants?|cousins?)\b",
    re.IGNORECASE,
)
MOST = 12  # children that a number in an account is believed to mean


@dataclass(slots=True)
class Someone:
    """A child, or an adult, whom the review is about."""

    age: Age | None
    age_text: str
    sex: str | None
    span: Span
    confidence: float = 0.95

    def record(self) -> dict[str, Any]:
        return {"age": self.age and self.age.iso, "age_text": self.age_text or None, "sex": self.sex}


@dataclass(slots=True)
class People:
    """Everybody whom an account is about, and where the subject stands."""

    people: list[Someone] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)  # ages that are not the subject's
    harmed_others: bool = False

    def warn(self, code: str, text: str) -> None:
        self.warnings.append(Warning("children", code, text))


@dataclass(frozen=True, slots=True)
class _Aged:
    """An age in a sentence: whose it seems to be, and the sex that its words give."""

    mention: Mention
    whose: str  # subject, agent, other, time
    sex: str | None
    is_grown: bool


def find(text: str, sentences: Sequence[Span], alias: str) -> People:
    """The people of an account whose sentences are given in order."""
    found = People()
    for place, sentence in enumerate(sentences[:4]):
        aged = [_aged(text, sentence, one) for one in mentions(text, sentence)]
        chosen = _subjects(text, aged)
        if not chosen:
            found.others += [one.mention.span for one in aged]
            continue
        _take(text, sentence, chosen, found)
        found.others += [one.mention.span for one in aged if one not in chosen]
        _pair(text, sentence, found)
        _look_at_choice(text, place, chosen, aged, found)
        break
    if not found.people:
        _without_age(text, sentences, found)
    _count(text, sentences, found)
    _look_for_more(text, sentences, alias, found)
    if len(found.people) == 1 and found.people[0].sex is None:
        _by_noun_or_pronoun(text, sentences, alias, found)
    return found


def _aged(text: str, sentence: Span, one: Mention) -> _Aged:
    before = text[sentence.start : one.span.start]
    after = text[one.span.end : sentence.end]
    is_behind = one.form in _BEHIND or (before.rstrip().endswith(",") and one.form in _LOOSE)
    head = _head(after) or (_owner(before) if is_behind else None)
    is_grown = bool(head and head.lastgroup == "grown")
    sex = {"female": GIRL, "male": BOY}.get((head and head.lastgroup) or "")
    if is_grown and head:
        sex = GIRL if re.match(r"wom|mother", head[0], re.I) else BOY if re.match(r"m[ae]n", head[0], re.I) else None
    return _Aged(one, _whose(before, after, one, head), sex, is_grown)


_LOOSE = {"old", "several"}  # that can stand behind too: "her sisters, 8 and 10 years old"
_BEHIND = {"aged", "of", "ofage", "unsaid", "comma", "bracket", "was"}  # forms that stand behind whose age they are


def _head(after: str) -> re.Match[str] | None:
    """The noun that an age belongs to: "16-year-old (Asian, vulnerable) girl"."""
    near = re.match(r"(?:[\s-]*(?!(?:and|who|whose|whom|which|that|in|by|to|with|from|of|at|when|while|whilst|where|was|were|is|are|had|has|on|for|after|following|as|due)\b)[\w/'’-]+,?){0,5}", after)
    reach = after[: near.end()] if near else ""
    if reach.lstrip().startswith((",", ".")):
        return None
    found = list(_PERSON.finditer(reach))
    if not found:
        return None
    # "baby girl", "infant boy": the noun that says more
    return next((one for one in found if one.lastgroup != "neither"), found[0])


def _owner(before: str) -> re.Match[str] | None:
    """The nearest noun for a person in front of "aged 6": of "baby girl", the girl."""
    near = list(_PERSON.finditer(before[-70:]))
    if not near:
        return None
    last = near[-1]
    tail = before[-70:][last.end() :]
    # A name between a relative and the age is another person: "the mother of Child F, aged 6".
    return None if re.search(r"\b[A-Z][a-z]+(?:\s+[A-Z]\d?)?\b", tail) else last


def _whose(before: str, after: str, one: Mention, head: re.Match[str] | None) -> str:
    if _OFFENCE.search(before[-70:]) or _TERM.match(after):
        return "other"
    if _is_other_time(before, one):
        return "time"
    kind = head.lastgroup if head else ""
    if kind == "grown" and not _is_adult_subject(before, head):
        return "other"
    if one.form in _BEHIND and head is not None:
        before = before[: before.rfind(head[0])]
    if _BY.search(before[-80:]) and not _TO_ONESELF.search(before[-120:]):
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
    return not _BY.search(before) and not re.search(
        rf"\b(?:{_FEMALE}|{_MALE}|{_NEITHER})\b", before, re.IGNORECASE
    )


def _subjects(text: str, aged: list[_Aged]) -> list[_Aged]:
    """The first age that is a subject's, and those that are named together with it."""
    firsts = [one for one in aged if one.whose == "subject"]
    if not firsts:
        agents = [one for one in aged if one.whose == "agent" and not one.is_grown]
        return agents[:1] if agents and not any(o.whose == "relative" for o in aged) else []
    chosen = [firsts[0]]
    for one in aged[aged.index(firsts[0]) + 1 :]:
        between = text[chosen[-1].mention.span.end : one.mention.span.start]
        together = one.whose in ("subject", "relative") and _AND.fullmatch(between)
        if together and not one.is_grown:
            chosen.append(one)
        else:
            break
    return chosen


def _take(text: str, sentence: Span, chosen: list[_Aged], found: People) -> None:
    for one in chosen:
        count = _number_before(text[sentence.start : one.mention.span.start], one, text)
        ages = one.mention.ages if len(one.mention.ages) > 1 else one.mention.ages * count
        for age in ages:
            written = "" if one.mention.form == "comma" else one.mention.text
            if one.mention.form == "unsaid":
                written = one.mention.text
            found.people.append(Someone(age, written, one.sex, one.mention.span))


def _number_before(before: str, one: _Aged, text: str) -> int:
    """ "two 15-year-old girls" are two; "twin babies aged 8 weeks" too."""
    last = before[-60:]
    after = text[one.mention.span.end : one.mention.span.end + 40]
    if one.mention.form in _BEHIND:
        counted = [one for one in _COUNTED.finditer(last) if not _PERSON.search(last, one.end())]
        if counted and not re.search(r"\b(?:his|her)\b", last[counted[-1].start() :]):
            return min(_COUNT.get(counted[-1]["count"].lower()) or int(counted[-1]["count"]), MOST)
        return 2 if _TWINS.search(last) and not re.search(r"\ba twin\b|\bone of\b", last) else 1
    told = re.search(r"\b(two|three|four|five|six)\s+(?:\w+\s+)?$", last, re.IGNORECASE)
    if told:
        return _COUNT[told[1].lower()]
    return 2 if re.match(r"[\s-]*(?:\w+\s)?twins\b", after) else 1


def _look_at_choice(
    text: str, place: int, chosen: list[_Aged], aged: list[_Aged], found: People
) -> None:
    """What makes a choice less than sure."""
    if place:
        found.warn(
            "age-later", "The age does not stand in the first sentence. Check that it is the child’s."
        )
    if chosen[0].whose == "agent":
        found.harmed_others = True
        found.warn("harmed-others", "This child or young person is said to have harmed others.")
    later = [o for o in aged if o not in chosen and (o.whose == "subject" or _is_child(o))]
    if later:
        words = ", ".join(f"“{o.mention.text}”" for o in later[:3])
        found.warn("other-ages", f"Another age stands beside it: {words}. Check whose it is.")
    if any(one.is_grown or _is_adult(age) for one in chosen for age in one.mention.ages):
        found.warn("adult-subject", "The review seems to be about an adult.")
    if any(age is None and one.mention.form != "unsaid" for one in chosen for age in one.mention.ages):
        found.warn("age-unread", f"“{chosen[0].mention.text}” could not be read as an age. Enter it.")
    if any(_is_unsure(one.mention) for one in chosen):
        found.warn("age-unit", f"“{chosen[0].mention.text}”: check whether months or years are meant.")
    if _is_plural(text, chosen) and len(found.people) == 1:
        found.warn("several-children", "Several children share this age. Add the others.")


def _is_child(one: _Aged) -> bool:
    """Whether an age that is somebody else's could be that of another child of the review."""
    return one.whose in ("agent", "relative", "other") and any(
        age is not None and not _is_adult(age) for age in one.mention.ages
    )


def _is_adult(age: Age | None) -> bool:
    return age is not None and age.years is not None and age.years[0] >= 18


def _is_unsure(one: Mention) -> bool:
    """ "5 and 18 months": the first may be years."""
    first = re.search(r"(\d+)(?:,|\s+and)\s+\d+\s*(?:month|week)", one.text)
    return bool(first and int(first[1]) < 12)


def _is_plural(text: str, chosen: list[_Aged]) -> bool:
    after = text[chosen[-1].mention.span.end :][:40]
    return bool(re.match(r"[\s-]*(?:\w+\s)?(?:infants|babies|girls|boys|children|siblings|twins)\b", after))


_PAIR = re.compile(
    r"\b(?:an? )?(?:baby |infant )?(?:(?P<first>boy)|girl) and (?:an? )?(?:baby |infant )?(?:boy|girl)\b", re.IGNORECASE
)


def _pair(text: str, sentence: Span, found: People) -> None:
    """ "twins, a boy and a girl": two whose sexes differ."""
    told = _PAIR.search(text, sentence.start, sentence.end)
    if told and len(found.people) == 2 and found.people[0].age == found.people[1].age:
        sexes = re.findall("boy|girl", told[0].lower())
        for one, sex in zip(found.people, sexes, strict=True):
            one.sex = sex


def _without_age(text: str, sentences: Sequence[Span], found: People) -> None:
    """A child of whom no age is said, if the first sentence speaks of one."""
    if not sentences:
        return
    first = sentences[0]
    nouns = [
        noun
        for noun in _PERSON.finditer(text, first.start, first.end)
        if noun.lastgroup in _OF_THE_REVIEW and not _BY.search(text[first.start : noun.start()])
        and not re.search(r"\b(?:his|her|their)\s+(?:\w+\s+)?$", text[first.start : noun.start()])
    ]
    if nouns:
        noun = nouns[0]
        sexed = next((n for n in nouns[:2] if n.lastgroup != "neither"), noun)
        near = sexed.start() - noun.end() < 25
        sex = {"female": GIRL, "male": BOY}.get((sexed.lastgroup or "") if near else noun.lastgroup or "")
        found.people.append(Someone(None, "", sex, Span(noun.start(), noun.end()), 0.6))
    else:
        found.people.append(Someone(None, "", None, Span(first.start, first.start), 0.3))
    found.warn("age-missing", "No age was found. Enter it, or leave it as not stated.")


def _count(text: str, sentences: Sequence[Span], found: People) -> None:
    """As many children as the first sentence counts, where it gives them no ages of their own."""
    if not sentences or not found.people or len(found.people) > 1:
        return
    first = sentences[0]
    one = found.people[0]
    for told in _COUNTED.finditer(text, first.start, first.end):
        before = text[first.start : told.start()]
        if _BY.search(before) or re.search(r"\b(?:his|her|their|of|with|and)\s*$", before) and re.search(
            r"\b(?:his|her|their|mother of|father of|one of|oldest of|youngest of|eldest of|with|and)\s*$", before
        ):
            continue
        count = min(_COUNT.get(told["count"].lower()) or int(told["count"]), MOST)
        if count < 2:
            continue
        sex = _sex_of_many(told["noun"])
        found.people = [
            Someone(one.age, one.age_text, one.sex or sex, one.span, min(one.confidence, 0.7))
            for _ in range(count)
        ]
        found.warn("counted-children", f"The text speaks of {told[0]}. Check each child’s age and sex.")
        return


def _look_for_more(text: str, sentences: Sequence[Span], alias: str, found: People) -> None:
    """Other children that the first sentence or the name of the review speaks of."""
    if any(one.code in ("counted-children", "several-children", "other-ages") for one in found.warnings):
        return
    last = max((one.span.end for one in found.people), default=0)
    more = _MORE.search(text, sentences[0].start, sentences[0].end) if sentences else None
    if more and more.end() > last:
        found.warn("more-children", f"The text also speaks of “{more[0].strip()}”. Check whether the review is about them too.")
    named = len(re.findall(r"\band\b|,|&", alias)) + 1
    if named > 1 and named != len(found.people):
        found.warn("more-children", f"The name of the review speaks of {named}; {len(found.people)} found.")


def _sex_of_many(noun: str) -> str | None:
    if re.fullmatch(_FEMALE, noun, re.IGNORECASE):
        return GIRL
    return BOY if re.fullmatch(_MALE, noun, re.IGNORECASE) else None


def _by_noun_or_pronoun(
    text: str, sentences: Sequence[Span], alias: str, found: People
) -> None:
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
        for noun in _PERSON.finditer(text, sentence.start, sentence.end):
            before = text[sentence.start : noun.start()]
            theirs = re.search(r"\b(?:his|her|their|whose|mother['’]s|father['’]s)\s+(?:[\w-]+\s+)?$", before)
            if noun.lastgroup in ("female", "male") and not theirs and not _BY.search(before):
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
