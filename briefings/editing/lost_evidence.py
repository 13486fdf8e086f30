"""What is cited or pinned in what is typed and is not public any more: named, taken out, put back.

Taking out is a step between two saves: what it took is what the first has and the second has not,
so it can be told and undone by the number of the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefings.editing.cited import Evidence, evidence_of
from briefings.editing.edit_form import EditForm
from briefings.editing.saving import STORE
from briefings.editing.typed import PieceTyped
from briefings.models import Edition

TAKE_OUT, PUT_BACK = "take-out", "put-back"  # buttons; the second with the number of a save
TAKEN_OUT = "taken-out"  # of the address: that number; and the id of what says so
NOT_PUBLIC = "not-public"  # the id of what names it
_PINNED = "pinned"

type Tokens = Mapping[str, list[str]]  # by field: that of a statement's evidence, or `pinned`


@dataclass(slots=True)
class Lost:
    """A review or a point that is not public: whether it is pinned, the statements that cite it."""

    label: str
    why: str  # "withdrawn"; "" of what is gone altogether
    is_pinned: bool = False
    statements: list[str] = field(default_factory=list)  # keys, in the order of the page


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out, by the number of the save before; statements that cite nothing now."""

    number: int
    lost: list[Lost]
    bare: list[str]


def lost_of(form: EditForm) -> list[Lost]:
    """What is not public of all that is typed."""
    gone = {token for token, one in form.evidence.items() if one.trouble}
    return _named(_tokens(form.typed), gone, form.evidence)


def take_out(typed: PieceTyped) -> None:
    """Leave of the sample and of what is cited what is public. Two statements."""
    tokens = _tokens(typed)
    known = evidence_of(token for held in tokens.values() for token in held)
    for name, held in tokens.items():
        typed.set(name, *(one for one in held if one not in known or not known[one].trouble))


def put_back(typed: PieceTyped, edition: Edition, number: str) -> None:
    """What was taken out after a save stands where it stood, as far as its statements are there."""
    for name, tokens in _taken(edition, number, typed).items():
        typed.set(name, *typed.all(name), *tokens)


def taken_out(form: EditForm, number: str) -> TakenOut | None:
    """What was taken out after a save and still is; None where that is nothing."""
    taken = _taken(form.edition, number, form.typed)
    if not taken:
        return None
    gone = {token for tokens in taken.values() for token in tokens}
    bare = [key for key in form.statements if _of(key) in taken and not form.tokens_of(key)]
    return TakenOut(int(number), _named(taken, gone, evidence_of(gone)), bare)


def _named(tokens: Tokens, gone: set[str], known: Mapping[str, Evidence]) -> list[Lost]:
    """Some tokens by review; of what is in no row any more only that it is gone."""
    found: dict[str, Lost] = {}
    for name, held in tokens.items():
        for one in (known[token] for token in held if token in gone):
            label = one.reference or one.label
            why, colon, _ = one.trouble.partition(":")
            lost = found.setdefault(label, Lost(label, why if colon else ""))
            key = name.removeprefix("statements-").removesuffix("-evidence")
            if name == _PINNED:
                lost.is_pinned = True
            elif key not in lost.statements:
                lost.statements.append(key)
    return list(found.values())


def _taken(edition: Edition, number: str, typed: PieceTyped) -> Tokens:
    """By field, what the save has, the one after it has not, and what is typed has not either."""
    saves = _saves(edition, number)
    if saves is None:
        return {}
    before, after = saves
    present = {_of(key) for key in typed.rows("statements")} | {_PINNED}
    gone = {
        name: [one for one in held if one not in {*after.all(name), *typed.all(name)}]
        for name, held in _tokens(before).items()
        if name in present
    }
    return {name: held for name, held in gone.items() if held}


def _saves(edition: Edition, number: str) -> tuple[PieceTyped, PieceTyped] | None:
    """A save and the one after it. The one with the number 0 is what is public."""
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        return None
    revisions, first = STORE.revisions_of(edition).order_by("number"), int(number)
    if first == 0:
        copy = STORE.copies_of(edition).first()
        after = revisions.filter(number=copy.first_number).first() if copy else None
        return (STORE.read(edition), PieceTyped(after.typed)) if after else None
    found = list(revisions.filter(number__gte=first)[:2])
    if len(found) < 2 or found[0].number != first:
        return None
    return PieceTyped(found[0].typed), PieceTyped(found[1].typed)


def _tokens(typed: PieceTyped) -> Tokens:
    """All that is cited and pinned, in the order of the page."""
    names = [*map(_of, typed.rows("statements")), _PINNED]
    return {name: typed.all(name) for name in names}


def _of(statement: str) -> str:
    return f"statements-{statement}-evidence"
