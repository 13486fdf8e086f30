"""Who an account is about: children with their ages and sexes, told apart from everybody else.

The review's subject stands in the first sentence that has one. Ages of relatives, of those who did
the harm, of other times ("when she was 12") and of offences ("a child under 13") are not theirs.
"""

import re
from collections.abc import Sequence

from reviews.ages import Age
from reviews.intake import sexes_in
from reviews.intake.ages_in import Mention, mentions
from reviews.intake.person_words import (
    BOY,
    BY,
    FEMALE,
    GIRL,
    MALE,
    PERSON,
    People,
    Someone,
)
from reviews.intake.proposal import Span
from reviews.intake.whose_age import BEHIND, Aged, aged_in, subjects
from reviews.written_ages import ONES

_OF_THE_REVIEW = "female", "male", "neither"


_COUNT = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{word: number for number, word in enumerate(ONES[:13]) if number > 1},
}
_COUNTED = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNT)}|\d{{1,2}})\s+(?:(?:\w+|\d[\w-]*)[\s-]+){{0,3}}?"
    rf"(?P<noun>siblings|children|infants|babies|sisters|brothers|girls|boys|young people|teenagers"
    r"|young men|young women|half-siblings|adolescents|students|pupils|twins)\b",
    re.IGNORECASE,
)
# In front of a number: it counts others, or those whom the child is one of.
_ANOTHERS = re.compile(
    r"\b(?:his|her|their|mother of|father of|one of|oldest of|youngest of|eldest of|with|and)\s*$"
)
_TWINS = re.compile(r"\btwins?\b(?!\s+(?:brother|sister|sibling)\b)", re.IGNORECASE)


_MORE = re.compile(
    r"\b(?:and|with|or)\s+(?:(?:his|her|their|the|a|an|two|three|four|five|six|several|other"
    r"|unborn|of|to)\s+)*"
    r"(?:(?:younger|older|elder|twin|half|infant|baby|little)[\s-]+)*(?:siblings?|brothers?"
    r"|sisters?|twins?|child(?:ren)?|baby|babies|infants?|cousins?)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r".*(?:s|children|people|young (?:men|women))", re.IGNORECASE)
MOST = 12  # children that a number in an account is believed to mean


def find(text: str, sentences: Sequence[Span], alias: str) -> People:
    """The people of an account whose sentences are given in order."""
    found, names = People(), _names_in(alias)
    for place, sentence in enumerate(sentences[:4]):
        aged = [aged_in(text, sentence, one) for one in mentions(text, sentence)]
        chosen = subjects(text, aged)
        chosen += [one for one in aged if one not in chosen and _is_named(text, one, names)]
        if not chosen:
            continue
        _take(text, sentence, chosen, found)
        sexes_in.of_pair(text, sentence, found)
        _look_at_choice(text, place, chosen, aged, found)
        break
    if not found.people:
        _without_age(text, sentences, found)
    _count(text, sentences, found)
    _look_for_more(text, sentences, alias, found)
    if len(found.people) == 1 and found.people[0].sex is None:
        sexes_in.of_one(text, sentences, found)
    return found


def _names_in(alias: str) -> list[str]:
    """ "Child V and Child W" are two that the account can call by these names."""
    names = [name.strip() for name in re.split(r"\band\b|,|&", alias)]
    return names if len(names) > 1 and all(len(name) > 2 for name in names) else []


def _is_named(text: str, one: Aged, names: list[str]) -> bool:
    """Whether one of the review's names stands behind an age: "her 14-year-old cousin, Child W"."""
    behind = re.match(r"(?:[\s-]+[\w'’-]+){0,4},?\s+", text[one.mention.span.end :][:60])
    after = text[one.mention.span.end :][: behind.end() + 30] if behind else ""
    near = next((after.find(name) for name in names if name in after), -1)
    return near >= 0 and not re.search(r"[.;:]|\b(?:by|of|to|who)\b", after[:near])


def _take(text: str, sentence: Span, chosen: list[Aged], found: People) -> None:
    for one in chosen:
        count = _number_before(text[sentence.start : one.mention.span.start], one, text)
        ages = one.mention.ages if len(one.mention.ages) > 1 else one.mention.ages * count
        for age in ages:
            written = "" if one.mention.form == "comma" else one.mention.text
            found.people.append(Someone(age, written, one.sex, one.mention.span))


def _number_before(before: str, one: Aged, text: str) -> int:
    """ "two 15-year-old girls" are two; "twin babies aged 8 weeks" too."""
    last = before[-60:]
    after = text[one.mention.span.end : one.mention.span.end + 40]
    if one.mention.form in ("bracket", "comma", "was"):  # behind a name
        return 1
    if one.mention.form in BEHIND:
        counted = [one for one in _COUNTED.finditer(last) if not PERSON.search(last, one.end())]
        if counted and not re.search(r"\b(?:his|her)\b", last[counted[-1].start() :]):
            count = _number(counted[-1])
            return count if count <= MOST else 1
        return 2 if _TWINS.search(last) and not re.search(r"\ba twin\b|\bone of\b", last) else 1
    told = re.search(r"\b(two|three|four|five|six)\s+(?:\w+\s+)?$", last, re.IGNORECASE)
    if told:
        return _COUNT[told[1].lower()]
    return 2 if re.match(r"[\s-]*(?:\w+\s)?twins\b", after) else 1


def _look_at_choice(
    text: str, place: int, chosen: list[Aged], aged: list[Aged], found: People
) -> None:
    """What makes a choice less than sure."""
    if place:
        found.warn(
            "age-later",
            "The age does not stand in the first sentence. Check that it is the child’s.",
        )
    if chosen[0].whose == "time":
        found.warn(
            "age-of-a-time",
            f"“{chosen[0].mention.text}” is the age at one moment. Check that it is meant.",
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
    if any(
        age is None and one.mention.form != "unsaid" for one in chosen for age in one.mention.ages
    ):
        found.warn(
            "age-unread", f"“{chosen[0].mention.text}” could not be read as an age. Enter it."
        )
    if any(_is_unsure(one.mention) for one in chosen):
        found.warn(
            "age-unit", f"“{chosen[0].mention.text}”: check whether months or years are meant."
        )
    if _is_plural(text, chosen) and len(found.people) == 1:
        found.warn("several-children", "Several children share this age. Add the others.")


def _is_child(one: Aged) -> bool:
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


def _is_plural(text: str, chosen: list[Aged]) -> bool:
    after = text[chosen[-1].mention.span.end :][:40]
    return bool(
        re.match(r"[\s-]*(?:\w+\s)?(?:infants|babies|girls|boys|children|siblings|twins)\b", after)
    )


def _without_age(text: str, sentences: Sequence[Span], found: People) -> None:
    """A child of whom no age is said, if the first sentence speaks of one."""
    if not sentences:
        return
    first = sentences[0]
    nouns = [
        noun
        for noun in PERSON.finditer(text, first.start, first.end)
        if noun.lastgroup in _OF_THE_REVIEW
        and not BY.search(text[first.start : noun.start()])
        and not re.search(r"\b(?:his|her|their)\s+(?:\w+\s+)?$", text[first.start : noun.start()])
    ]
    if nouns:
        noun = nouns[0]
        sexed = next((n for n in nouns[:2] if n.lastgroup != "neither"), noun)
        near = sexed.start() - noun.end() < 25
        sex = {"female": GIRL, "male": BOY}.get(
            (sexed.lastgroup or "") if near else noun.lastgroup or ""
        )
        found.people.append(Someone(None, "", sex, Span(noun.start(), noun.end()), 0.6))
        if _MANY.fullmatch(noun[0]):
            found.warn("several-children", f"The text speaks of “{noun[0]}”. Add the others.")
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
        if BY.search(before) or _ANOTHERS.search(before):
            continue
        count = _number(told)
        if count < 2:
            continue
        sex = _sex_of_many(told["noun"])
        found.people = [
            Someone(one.age, one.age_text, one.sex or sex, one.span, min(one.confidence, 0.7))
            for _ in range(count if count <= MOST else 1)
        ]
        found.warn(
            "counted-children", f"The text speaks of {told[0]}. Check each child’s age and sex."
        )
        return


def _look_for_more(text: str, sentences: Sequence[Span], alias: str, found: People) -> None:
    """Other children that the first sentence or the name of the review speaks of."""
    if any(
        one.code in ("counted-children", "several-children", "other-ages") for one in found.warnings
    ):
        return
    last = max((one.span.end for one in found.people), default=0)
    more = _MORE.search(text, sentences[0].start, sentences[0].end) if sentences else None
    if more and more.end() > last:
        found.warn(
            "more-children",
            f"The text also speaks of “{more[0].strip()}”. Is the review about them too?",
        )
    named = len(re.findall(r"\band\b|,|&", alias)) + 1
    if named > 1 and named != len(found.people):
        found.warn(
            "more-children", f"The name of the review speaks of {named}; {len(found.people)} found."
        )


def _number(told: re.Match[str]) -> int:
    return _COUNT.get(told["count"].lower()) or int(told["count"])


def _sex_of_many(noun: str) -> str | None:
    if re.fullmatch(FEMALE, noun, re.IGNORECASE):
        return GIRL
    return BOY if re.fullmatch(MALE, noun, re.IGNORECASE) else None
