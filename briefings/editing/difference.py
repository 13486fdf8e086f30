"""How one state of an edition differs from another: field by field, row by row, word by word.

`differences` gives flat values for a page, as reviews/editing/difference.py does of reviews;
`summary_of` makes of them the lines of the history. The history can never be changed, and what is
corrected may have identified a child: so its lines say which terms came and went, but of texts
only that they changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.editing.sheet import Cell, Line, Sheet
from reviews.editing.blocks import longest_rising
from reviews.editing.difference import NOT_GIVEN, Detail, Verb, in_order
from reviews.editing.pairing import paired
from reviews.editing.spans import between

NAMES = {
    "sections": "Section",
    "statements": "Statement",
    "questions": "Question",
    "resources": "Resource",
    "contacts": "Contact",
    "figures": "Figure",
}
TERMS = {"themes", "agencies"}  # repeated by the history
_NOTHING = Line("", "", ())


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that changed, or a row of a list that changed, came, went or moved.

    `was` and `now` are the numbers of a row on the page; "" where it has none.
    """

    field: str
    name: str
    verb: Verb
    details: tuple[Detail, ...] = ()
    was: str = ""
    now: str = ""
    is_moved: bool = False

    @property
    def label(self) -> str:
        """The field's name, or the row's with its number: as it is now, or was if it went."""
        return " ".join(filter(None, (self.name, self.now or self.was)))


def differences(before: Sheet, after: Sheet) -> list[Difference]:
    """What is different, in the order of the edit page."""
    found = []
    for field, cell in after.fields.items():
        if detail := _detail(field, before.fields[field], cell):
            found.append(Difference(field, cell.label, "changed", (detail,)))
    for rows in NAMES:
        found += _rows(rows, before.rows[rows], after.rows[rows])
    return found


def summary_of(found: Iterable[Difference]) -> list[str]:
    """A line for each difference, as the history may keep it."""
    return [_line(one) for one in found]


def _line(found: Difference) -> str:
    if found.field in TERMS:
        (detail,) = found.details
        said = [f"{name} added" for name in detail.added]
        said += [f"{name} removed" for name in detail.removed]
        return f"{found.label}: {', '.join(said)}"
    if found.field not in NAMES:
        return f"{found.label} changed"
    moved = f"{found.name} {found.was} moved to {found.now}"
    if found.verb == "moved":
        return moved
    if found.verb != "changed":
        return f"{found.label} {found.verb}"
    what = ", ".join(detail.label for detail in found.details).lower()
    return f"{moved} and changed ({what})" if found.is_moved else f"{found.label} changed ({what})"


def _detail(field: str, one: Cell, other: Cell, label: str = "") -> Detail | None:
    """How a value differs, if it does. A set of names has no order."""
    if one.text == other.text and set(one.names) == set(other.names):
        return None
    if one.names or other.names:
        gone = tuple(name for name in one.names if name not in other.names)
        come = tuple(name for name in other.names if name not in one.names)
        return Detail(field, label, removed=gone, added=come)
    if other.is_words or one.is_words:
        return Detail(field, label, paragraphs=tuple(between(one.text, other.text)))
    return Detail(field, label, before=one.text or NOT_GIVEN, after=other.text or NOT_GIVEN)


def _rows(rows: str, before: Sequence[Line], after: Sequence[Line]) -> Iterator[Difference]:
    """The rows that changed, moved, came or went, where they stand now."""
    keys = [line.key for line in before], [line.key for line in after]
    pairs = paired([line.text for line in before], [line.text for line in after], keys)
    stayed = {pairs[index] for index in longest_rising([now for _, now in pairs])}
    for was, now in in_order(len(before), len(after), pairs):
        line = _NOTHING if was is None else before[was]
        other = _NOTHING if now is None else after[now]
        details = tuple(_details(rows, line, other))
        is_kept = was is not None and now is not None
        is_moved = is_kept and ((was, now) not in stayed or line.group != other.group)
        if is_kept:
            verb: Verb = "changed" if details else "moved"
        else:
            verb = "removed" if now is None else "added"
        if details or is_moved:
            places = {"was": line.number, "now": other.number}
            yield Difference(rows, NAMES[rows], verb, details, **places, is_moved=is_moved)


def _details(rows: str, line: Line, other: Line) -> Iterator[Detail]:
    """Cells that differ. A row that came or went is compared with empty cells."""
    blank = [Cell(cell.label, is_words=cell.is_words) for cell in line.cells or other.cells]
    for one, two in zip(line.cells or blank, other.cells or blank, strict=True):
        if detail := _detail(rows, one, two, one.label):
            yield detail
