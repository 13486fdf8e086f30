"""A review's facts in one line, where no editor has written one: who first, then what.

"a boy of 4 years 8 months; death (drowning, filicide)"
"""

from collections.abc import Sequence

from reviews.ages import Age
from reviews.choices import Sex

BABY = 2  # completed years below which a child is called a baby
ADULT = 18
NOT_STATED = {"Not stated", ""}
BEFELL = {"Death": "of", "Serious harm": "to"}  # an outcome, and how its sentence goes on
PLURALS = {Sex.GIRL: "girls", Sex.BOY: "boys"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

type Child = tuple[Age | None, str]


def compose(children: Sequence[Child], outcome: str, harms: Sequence[str]) -> str:
    """Children, outcome and harms as one plain line. Labels are the vocabulary's."""
    happened = ", ".join(as_words(harm) for harm in harms if harm not in NOT_STATED)
    if outcome not in NOT_STATED:
        happened = f"{as_words(outcome)} ({happened})" if happened else as_words(outcome)
    return "; ".join(filter(None, (who(children), happened)))


def facts(children: Sequence[Child], outcome: str, harms: Sequence[str]) -> str:
    """The same facts as a line beside a written headline: "Girl of 16 years · Death: suicide"."""
    happened = ", ".join(harm for harm in harms if harm not in NOT_STATED)
    if outcome not in NOT_STATED:
        lowered = ", ".join(as_words(harm) for harm in harms if harm not in NOT_STATED)
        happened = f"{outcome}: {lowered}" if lowered else outcome
    child = who(children).removeprefix("a ").removeprefix("an ")
    return " · ".join(filter(None, (child[:1].upper() + child[1:], happened)))


def in_short(children: Sequence[Child], outcome: str) -> str:
    """Who and what in a few words: "death of a boy of 4 years".

    Of several children the record does not say which of them the outcome befell.
    """
    if outcome in BEFELL and len(children) < 2:
        return f"{as_words(outcome)} {BEFELL[outcome]} {who(children)}"
    return compose(children, outcome, [])


def who(children: Sequence[Child]) -> str:
    """The children, described and not named: "a girl of 16 years", "three children"."""
    if not children:
        return "a child"
    if len(children) == 1:
        return _one(*children[0])
    sexes = {sex for _, sex in children}
    noun = PLURALS.get(Sex(sexes.pop()), "children") if len(sexes) == 1 else "children"
    count = NUMBERS[len(children)] if len(children) < len(NUMBERS) else str(len(children))
    ages = [age for age, _ in children if age]
    if len(ages) < len(children):
        return f"{count} {noun}"
    youngest, oldest = min(ages), max(ages)
    if youngest == oldest:
        return f"{count} {noun} of {youngest.label}"
    return f"{count} {noun}, the youngest {youngest.label}, the oldest {oldest.label}"


def _one(age: Age | None, sex: str) -> str:
    if age is None:
        return {"girl": "a girl", "boy": "a boy"}.get(sex, "a child")
    if age.is_unborn:
        return "an unborn child"
    return f"{_noun(age, sex)} of {age.label}"


def _noun(age: Age, sex: str) -> str:
    oldest = (age.years or (0, 0))[1]
    if oldest >= ADULT:
        return {"girl": "a woman", "boy": "a man"}.get(sex, "an adult")
    if sex in {Sex.GIRL, Sex.BOY}:
        return f"a {sex}"
    return "a baby" if oldest < BABY else "a child"


def as_words(label: str) -> str:
    """A label inside a sentence: small first letter, unless it begins with an acronym."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
