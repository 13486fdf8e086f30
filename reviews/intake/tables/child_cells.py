"""What cells say of children: their ages and sexes, one for each child."""

import re
from collections.abc import Sequence
from typing import Any

from reviews import limits, written_ages
from reviews.ages import Age, AgeError
from reviews.choices import Sex
from reviews.dates import quoted
from reviews.intake.lexicon import key
from reviews.intake.proposal import Read
from reviews.intake.tables.cells import LIKELY, MOST_PARTS, NEAR, Cell, Filling, most_of
from reviews.written import is_not_known

_SEXES = {
    **dict.fromkeys(("boy", "boys", "male", "males", "m", "b", "man", "son"), "boy"),
    **dict.fromkeys(("girl", "girls", "female", "females", "f", "g", "woman", "daughter"), "girl"),
    **dict.fromkeys(("other", "non binary", "nonbinary", "transgender"), "other"),
    Sex.NOT_STATED.value: Sex.NOT_STATED.value,
    "not stated": Sex.NOT_STATED.value,
}
_FOR_ALL = re.compile(r"\b(?:boys|girls|males|females|both|all)\b", re.IGNORECASE)
_ISO = re.compile(r"P[0-9YMWDP/]+|unborn")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_SAID_WITH_AGE = re.compile(r"\b(boy|girl|male|female|son|daughter)s?\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(month|week|day)s?\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[0-9]{1,3}(?:\s*(?:-|–|to)\s*[0-9]{1,3})?")


def read_children(filling: Filling, cells: Sequence[Cell]) -> None:
    """Ages and sexes, the first with the first. One of either stands for all children."""
    ages = _ages([cell for cell in cells if cell.code == "age"], filling)
    sexes = _sexes([cell for cell in cells if cell.code == "sex"], filling)
    if len(ages) > 1 and len(sexes) == 1 and sexes[0].value:
        sexes *= len(ages)
        if not any(_FOR_ALL.search(cell.text) for cell in cells if cell.code == "sex"):
            said = "one sex is given for several children. It was put down for each."
            filling.proposal.warn("children", "one-sex-for-all", f"{cells[0].where}: {said}")
    elif ages and sexes and len(ages) != len(sexes):
        said = f"{len(ages)} ages and {len(sexes)} sexes are given. Check who is who."
        filling.proposal.warn("children", "ages-and-sexes", f"{cells[0].where}: {said}")
    found = [
        _child(age, sex)
        for age, sex in zip(
            ages + [None] * (len(sexes) - len(ages)),
            sexes + [None] * (len(ages) - len(sexes)),
            strict=True,
        )
    ]
    items = most_of(filling, cells[0], "children", found, limits.MOST_CHILDREN)
    filling.proposal.put_list("children", items)


def complete(filling: Filling, cell: Cell, told: list[dict[str, Any]]) -> None:
    """What columns leave open of the children and the account tells; and where the two differ."""
    children = filling.proposal.record["children"]
    if len(children) != len(told):
        if children and told:
            said = f"{len(children)} given here, {len(told)} in the account. Check the children."
            filling.warn(cell, "children", "children-differ", said)
        filling.proposal.record["children"] = children or told
        return
    for child, other in zip(children, told, strict=True):
        if child["age"] and other["age"] and child["age"] != other["age"]:
            said = f"the account says {quoted(other['age_text'] or other['age'])}. Check the age."
            filling.warn(cell, "children", "ages-differ", said)
        if child["sex"] and other["sex"] and child["sex"] != other["sex"]:
            said = f"the account speaks of a {other['sex']}. Check the sex."
            filling.warn(cell, "children", "sexes-differ", said)
        child["sex"] = child["sex"] or other["sex"]
        if not child["age"] and not child["age_text"]:
            child |= {"age": other["age"], "age_text": other["age_text"]}


def child_of(
    filling: Filling, age: Cell | None, age_text: Cell | None, sex: Cell | None
) -> Read[dict[str, Any]] | None:
    """A child whose age, age as written and sex are given apart; None if nothing is."""
    sexes = _sexes([sex], filling)[:1] if sex else []
    read = _age(age, filling) if age else None
    if age_text and len(age_text.text) <= limits.AGE_TEXT:
        known, _, said = read.value if read else (None, "", None)
        read = Read((known, age_text.text, said), (age or age_text).span)
    return _child(read, sexes[0] if sexes else None) if read or sexes else None


type ReadAge = Read[tuple[Age | None, str, str | None]]


def _child(age: ReadAge | None, sex: Read[str | None] | None) -> Read[dict[str, Any]]:
    """A child from what is known of it; a sex that stands with the age, where none is given."""
    known, written, said = age.value if age else (None, "", None)
    child = {
        "age": known and known.iso,
        "age_text": written or None,
        "sex": (sex.value if sex else None) or said,
    }
    reads = [read for read in (age, sex) if read]
    source = reads[0] if known or written else reads[-1]
    return Read(child, source.span, min(read.confidence for read in reads))


def _ages(cells: Sequence[Cell], filling: Filling) -> list[ReadAge]:
    parts = [part for cell in cells for part in _age_parts(cell, filling)]
    return [found for part in parts if (found := _age(part, filling))]


def _age_parts(cell: Cell, filling: Filling) -> list[Cell]:
    """One for each child. Commas and "and" divide where each part is an age by itself."""
    parts = []
    for part in filling.parts(cell, ";|\n", "children"):
        inner = _apart(part)
        if len(inner) > 1 and not _is_age(part.text) and all(_is_age(one.text) for one in inner):
            said = f"{quoted(part.text)} was read as the ages of {len(inner)} children."
            filling.warn(part, "children", "ages-divided", said)
            parts += inner
        else:
            parts.append(part)
    return parts


def _apart(part: Cell) -> list[Cell]:
    if part.is_item:
        return [part]
    signs = [found.span() for found in re.finditer(r",|&|\band\b", part.text)]
    starts = [0, *(end for _, end in signs)]
    ends = [*(start for start, _ in signs), len(part.text)]
    found = [part.part(start, end) for start, end in zip(starts, ends, strict=True)]
    return [one for one in found if one.text]


def _is_age(text: str) -> bool:
    try:
        written_ages.read(text)
    except AgeError:
        return False
    return True


def _age(part: Cell, filling: Filling) -> ReadAge | None:
    """An age as it is written, in the unit that the column's name gives, or else in years."""
    written = part.text if len(part.text) <= limits.AGE_TEXT else ""
    bare = bool(_BARE_NUMBER.fullmatch(part.text))
    unit = _UNIT.search(part.name) if bare else None
    sex = _SAID_WITH_AGE.search(part.text)
    said = _SEXES[sex[1].lower()] if sex else None
    try:
        known = written_ages.read_or_none(f"{part.text} {unit[1]}s" if unit else part.text)
    except AgeError as error:
        filling.warn(part, "children", "age-not-read", str(error))
        return Read((None, written, said), part.span, NEAR)
    if known is None and not said:
        return Read((None, "", None), part.span, part.confidence)
    if unit:
        written = f"{part.text} {unit[1].lower()}s"
    sure = LIKELY if bare else 1.0
    if (bare and not unit) or _ISO.fullmatch(part.text):
        written = ""  # says no more than the age does
    return Read((known, written, said), part.span, min(sure, part.confidence))


def _sexes(cells: Sequence[Cell], filling: Filling) -> list[Read[str | None]]:
    found: list[Read[str | None]] = []
    for cell in cells:
        outers = filling.parts(cell, ";|\n/", "children")
        for part in [inner for outer in outers for inner in _apart(outer)][:MOST_PARTS]:
            words = key(part.text).split()
            count = _COUNTS.get(words[0], 1) if len(words) > 1 else 1
            sex = _SEXES.get(" ".join(words[1:] if count > 1 else words))
            if sex is None and not is_not_known(part.text, "sex"):
                said = f"{quoted(part.text)} is not girl, boy or other. Write one for each child."
                filling.warn(part, "children", "sex-not-read", said)
            value = None if sex == Sex.NOT_STATED else sex
            found += [Read(value, part.span, part.confidence)] * count
    return found
