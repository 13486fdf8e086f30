"""What single cells say: texts, dates, yes or no, terms, a partnership.

A cell that can't be read is left out of the record, with a warning that shows it and says what to
write. JSON values are read by the same functions (jsonl.py).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reviews import limits, written_dates
from reviews.choices import Nation
from reviews.dates import DateError, PartialDate, quoted
from reviews.intake.lexicon import Lexicon, key
from reviews.intake.proposal import Proposal, Read, Span
from reviews.written import is_not_known

NEAR, LIKELY = 0.5, 0.8  # how sure a term is that is only like a name; and a usual reading
MOST_PARTS = 400  # of a cell that are read
MOST_NEAR = 400  # texts of a table that are compared with names
LONGEST_NAME = 120  # characters of a text that may be meant for a name
NOT_COMPARED = (
    f"More than {MOST_NEAR} words are no terms of the vocabulary. Those behind them were not"
    " compared with terms that are spelt like them. Is a column something else?"
)

# How spreadsheets count the days from 1982 to 2091, where a column is not saved as dates.
_SERIAL = re.compile(r"[3-6][0-9]{4}(?:\.[0-9]+)?")
SERIAL = " It may be how a spreadsheet counts days: save the column as dates."

_YES = {"yes", "y", "true", "1", "x", "✓", "anonymous", "anonymised", "ja"}
_NO = {"no", "n", "false", "0", "named", "not anonymous", "none"}
_NATIONS = {
    **{key(name): nation.value for nation in Nation for name in (nation.label, nation.value)},
    **{"eng": "england", "cymru": "wales", "ni": "northern-ireland", "iom": "isle-of-man"},
    **{"n ireland": "northern-ireland"},
}
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣·*\uf0b7]\s*|[-–—]\s+|\(?[0-9]{1,3}[.)]\s+|\(?[a-z]\)\s+)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of one field, where it begins in what is shown, and how it is spoken of.

    `is_item` says that it is one item of a list already and is not to be divided.
    """

    code: str
    name: str
    where: str
    text: str
    start: int
    confidence: float = 1.0
    is_item: bool = False
    themes: tuple[str, ...] = ()  # of a point
    agencies: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    def part(self, start: int, end: int) -> "Cell":
        """A piece of it, without the space around."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        return replace(self, text=text.strip(), start=self.start + start)

    def divided(self, at: str) -> list["Cell"]:
        """The parts between signs that stand in no brackets; bullets and numbers left off."""
        if self.is_item:
            return [self.part(0, len(self.text))] if self.text.strip() else []
        places, depth = [-1], 0
        closes = self.text.count("(") == self.text.count(")")
        for place, sign in enumerate(self.text):
            depth += (sign == "(") - (sign == ")") if closes else 0
            if sign in at and (depth <= 0 or sign == "\n"):
                places.append(place)
        places.append(len(self.text))
        parts = [
            self.part(self._after_bullet(first + 1), last)
            for first, last in zip(places, places[1:], strict=False)
        ]
        return [part for part in parts if part.text]

    def _after_bullet(self, place: int) -> int:
        found = _BULLET.match(self.text, place)
        return found.end() if found else place


class Nearness:
    """Which terms texts are like that name none: asked once for each text, and not without end.

    Each answer takes some milliseconds, and a column of something else may have thousands.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[str, str], str | None] = {}

    @property
    def has_ended(self) -> bool:
        return len(self._known) >= MOST_NEAR

    def find(self, kind: str, text: str) -> str | None:
        if len(text) > LONGEST_NAME:
            return None
        asked = kind, key(text)
        if asked not in self._known and not self.has_ended:
            self._known[asked] = self._lexicon.close_to(kind, text)
        return self._known.get(asked)


@dataclass(slots=True)
class Filling:
    """A proposal on its way: what cells say is put into it, or warned about."""

    proposal: Proposal
    lexicon: Lexicon
    nearness: Nearness

    def warn(self, cell: Cell, record: str, code: str, said: str) -> None:
        self.proposal.warn(record, code, f"{cell.where}: {said}")

    def parts(self, cell: Cell, at: str, record: str) -> list[Cell]:
        """The parts of a cell, as many as any list may have and some more; that there are more
        is said.
        """
        found = cell.divided(at)
        if len(found) > MOST_PARTS:
            said = f"{len(found):,} items are given. Only the first {MOST_PARTS} were read."
            self.warn(cell, record, "too-many", said)
        return found[:MOST_PARTS]

    def put[T](self, cell: Cell, record: str, value: T, confidence: float = 1.0) -> None:
        sure = min(confidence, cell.confidence)
        self.proposal.put(record, Read(value, cell.span, sure))


type Reader = Callable[[Filling, Sequence[Cell]], None]


def text_of(record: str, longest: int, *, lines: bool = False) -> Reader:
    """Reads a text as it stands; on one line unless it may have several."""

    def read(filling: Filling, cells: Sequence[Cell]) -> None:
        cell = cells[0]
        said = cell.text.strip() if lines else " ".join(cell.text.split())
        if len(said) > longest:
            shown = f"the text has {len(said):,} characters. Shorten it to {longest:,}"
            filling.warn(cell, record, "too-long", f"{shown}: {quoted(said)}.")
        elif said:
            filling.put(cell, record, said)

    return read


def date_of(record: str) -> Reader:
    def read(filling: Filling, cells: Sequence[Cell]) -> None:
        try:
            found = written_dates.read_or_none(cells[0].text)
        except DateError as error:
            hint = SERIAL if _SERIAL.fullmatch(cells[0].text.strip()) else ""
            filling.warn(cells[0], record, "date-not-read", f"{error}{hint}")
        else:
            if found:
                filling.put(cells[0], record, found.iso)

    return read


def read_added(filling: Filling, cells: Sequence[Cell]) -> None:
    """The month of the list. A day names its month; a year names none."""
    cell = cells[0]
    try:
        found = written_dates.read_or_none(cell.text)
    except DateError as error:
        filling.warn(cell, "added", "date-not-read", str(error))
        return
    if found and found.precision in {"month", "day"}:
        month = PartialDate.from_month(found.earliest.year, found.earliest.month)
        filling.put(cell, "added", month.iso)
    elif found:
        said = f"{quoted(cell.text)} is not a month. Write one, such as May 2023."
        filling.warn(cell, "added", "not-a-month", said)


def read_nation(filling: Filling, cells: Sequence[Cell]) -> None:
    cell = cells[0]
    found = _NATIONS.get(key(cell.text))
    if found:
        filling.put(cell, "nation", None if found == Nation.NOT_RECORDED else found)
    elif not is_not_known(cell.text, "nation"):
        names = ", ".join(Nation.labels)
        said = f"{quoted(cell.text)} is not one of {names}. Choose one."
        filling.warn(cell, "nation", "nation-unknown", said)


def read_anonymous(filling: Filling, cells: Sequence[Cell]) -> None:
    cell = cells[0]
    said = key(cell.text) or cell.text.strip()
    if said in _YES | _NO:
        filling.put(cell, "anonymous", said in _YES)
    elif not is_not_known(cell.text, ""):
        shown = f"{quoted(cell.text)} is neither yes nor no. Check whether an area is named."
        filling.warn(cell, "anonymous", "not-yes-or-no", shown)


def read_partnership(filling: Filling, cells: Sequence[Cell]) -> None:
    """A partnership by its name or an alias; "Anonymous" says that none is named.

    A review published anonymously is never joined to an area, whatever another column says.
    """
    cell, record = cells[0], filling.proposal.record
    said = " ".join(cell.text.split())
    if is_not_known(said, "partnership"):
        return
    if key(said) in {"anonymous", "anon", "anonymised"}:
        filling.put(cell, "anonymous", True)
        return
    if record.get("anonymous"):
        shown = f"{quoted(said)} was left out, because the review is published anonymously."
        filling.warn(cell, "partnership", "anonymous-with-area", shown)
        return
    found = filling.lexicon.partnership(said)
    if found:
        filling.put(cell, "partnership", found)
    elif len(said) > limits.PARTNERSHIP:
        shown = f"{quoted(said)} is too long for a name."
        filling.warn(cell, "partnership", "too-long", shown)
    else:
        filling.put(cell, "partnership", said, NEAR)
        shown = f"no partnership is called {quoted(said)} here. It would be a new one."
        filling.warn(cell, "partnership", "partnership-unknown", shown)


def term_of(record: str) -> Reader:
    """Reads a field that has one term: a type or an outcome."""

    def read(filling: Filling, cells: Sequence[Cell]) -> None:
        cell = cells[0]
        found, confidence = term_in(filling, cell, record, record)
        if found:
            filling.put(cell, record, found, confidence)
        elif not is_not_known(cell.text, record):
            said = f"{quoted(cell.text)} is not in the vocabulary. Choose from the list."
            filling.warn(cell, record, "term-unknown", said)

    return read


def term_in(filling: Filling, cell: Cell, kind: str, record: str) -> tuple[str | None, float]:
    """The slug that a cell names; one that is only like a name is proposed with a warning."""
    found = filling.lexicon.find(kind, cell.text)
    if found:
        return found, 1.0
    near = filling.nearness.find(kind, cell.text)
    if near is None:
        return None, 0
    label = filling.lexicon.label(kind, near)
    said = f"{quoted(cell.text)} was read as {quoted(label)}. Check that it is meant."
    filling.warn(cell, record, "term-near", said)
    return near, NEAR


def most_of[T](filling: Filling, cell: Cell, record: str, items: list[T], most: int) -> list[T]:
    """As many as a record may have; that more are given is said."""
    if len(items) > most:
        said = f"{len(items):,} items are given. Only the first {most} were kept."
        filling.warn(cell, record, "too-many", said)
    return items[:most]
