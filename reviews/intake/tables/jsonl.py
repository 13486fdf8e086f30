"""Interchange records, one on each line or in an array, become proposals.

What is right is taken as it is; what is nearly right (a text where a list should be, a date in
words) is read as a cell of a table would be, with the same warnings. A line that is no record is
left over, with its number. As of a table, what an editor sees is each record, written out.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from reviews.dates import quoted
from reviews.intake.formats.texts import MOST_CHARACTERS, TOO_LONG
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Intake, Leftover, Proposal, Span, Warning
from reviews.intake.tables.cells import NOT_COMPARED, Filling, Nearness
from reviews.intake.tables.filling import blank_record, fill, look_at
from reviews.intake.tables.record_cells import RecordCells
from reviews.intake.tables.separated import Problem
from reviews.intake.tables.sheets import told
from reviews.intake.tables.written_out import Written
from reviews.parsing import kind_of

MOST_RECORDS = 5_000
MOST_NAMES = 40  # of unknown fields that are listed
SHOWN = 300  # characters of what is no record

_SPACE = " \t\r\n"


class Item(NamedTuple):
    """A line, or a record of an array: where it is, its data or why there is none."""

    number: int
    where: str
    source: str
    data: Any = None
    problem: str = ""


def read_jsonl(text: str, lexicon: Lexicon, *, month: str | None = None) -> Intake:
    """The proposals of records; everything that is wrong has the number of its line."""
    reading = Reading(lexicon, month)
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_CHARACTERS:
        reading.warn("too-long", TOO_LONG)
        text = ""
    is_array = text.lstrip(_SPACE).startswith("[")
    for count, item in enumerate(_array(text) if is_array else _lines(text)):
        if count == MOST_RECORDS:
            said = f"Only the first {MOST_RECORDS:,} records were read. Divide the file."
            reading.warn("too-many-records", said)
            break
        reading.add(item)
    for problem in told(reading.problems, "records" if is_array else "lines"):
        reading.warn(problem.code, problem.text)
    if not reading.written.length:
        reading.warn("empty", "The file has no records. Is it the right file?")
    if reading.nearness.has_ended:
        reading.warn("not-compared", NOT_COMPARED)
    reading.tell_unknown()
    reading.intake.text, reading.intake.added = reading.written.text, month
    return reading.intake


@dataclass(slots=True)
class Reading:
    """The records read so far."""

    lexicon: Lexicon
    month: str | None = None
    nearness: Nearness = field(init=False)
    written: Written = field(default_factory=Written)
    intake: Intake = field(default_factory=lambda: Intake(""))
    problems: list[Problem] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.nearness = Nearness(self.lexicon)

    def warn(self, code: str, said: str) -> None:
        self.intake.warnings.append(Warning("", code, said))

    def add(self, item: Item) -> None:
        if item.problem or not isinstance(item.data, dict):
            kind = f"is {kind_of(item.data)}. Write an object in braces {{}}."
            self._leave_over(item, item.problem or kind, "not-a-record")
            return
        start = self.written.add(f"{item.where}\n")
        proposal = Proposal(blank_record(), Span(start, start))
        proposal.record["added"] = self.month
        filling = Filling(proposal, self.lexicon, self.nearness)
        cells = RecordCells(item.where, self.written, filling)
        self.unknown.update(cells.write(item.data))
        proposal.span = Span(start, self.written.length)
        self.written.add("\n")
        fill(filling, cells.cells)
        cells.put_objects()
        look_at(proposal)
        if proposal.fields:
            self.intake.proposals.append(proposal)
            return
        why = "gives nothing that can be used."
        self.problems.append(Problem(item.number, "row-not-usable", f"{item.where} {why}"))
        text = self.written.since(start).strip()
        self.intake.leftovers.append(Leftover(Span(start, start + len(text)), text, why))

    def tell_unknown(self) -> None:
        """Say which names no field has, and which are given anew: once, however many have them."""
        for name, count in self.unknown.most_common(MOST_NAMES):
            many = "1 record has it" if count == 1 else f"{count:,} records have it"
            if name == "reference":
                said = f"{many}; drafts are given references of their own."
                self.warn("reference-given", f"“reference”: {said}")
            else:
                said = f"is no field of a record. {many}; it stands in the text, and nowhere else."
                self.warn("field-unknown", f"{quoted(name)} {said}")
        if len(self.unknown) > MOST_NAMES:
            more = len(self.unknown) - MOST_NAMES
            self.warn("field-unknown", f"{more:,} more names are no fields of a record.")

    def _leave_over(self, item: Item, why: str, code: str) -> None:
        self.problems.append(Problem(item.number, code, f"{item.where} {why}"))
        shown = item.source.strip()
        if len(shown) > SHOWN:
            shown = f"{shown[:SHOWN]}…"
        self.written.add(f"{item.where}\n")
        start = self.written.add(shown)
        self.written.add("\n\n")
        self.intake.leftovers.append(Leftover(Span(start, start + len(shown)), shown, why))


def _lines(text: str) -> Iterator[Item]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _read(number, f"Line {number}", line)


def _array(text: str) -> Iterator[Item]:
    """The records of an array; behind an error of syntax nothing can be read any more."""
    decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse)
    place, number = _after_space(text, _after_space(text, 0) + 1), 1
    line, counted = 1, 0
    while text[place : place + 1] not in {"", "]"}:
        line, counted = line + text.count("\n", counted, place), place
        where = f"Record {number} (line {line})"
        try:
            _, end = json.JSONDecoder().raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            said = f"{_why(error)} The rest of the file was not read."
            yield Item(number, where, text[place : place + SHOWN], None, said)
            return
        yield _read(number, where, text[place:end], decoder)
        place, number = _after_space(text, end), number + 1
        if text[place : place + 1] == ",":
            place = _after_space(text, place + 1)
        elif text[place : place + 1] not in {"", "]"}:
            said = "is not where a comma or ] should be. The rest of the file was not read."
            yield Item(number, f"Record {number}", text[place : place + SHOWN], None, said)
            return
    rest = text[place + 1 :].strip()
    if text[place : place + 1] != "]":
        yield Item(
            number, f"Record {number}", "", None, "is missing: the file ends before the list does."
        )
    elif rest:
        yield Item(number, "The end", rest, None, "of the list is not the end of the file.")


def _after_space(text: str, place: int) -> int:
    while text[place : place + 1] and text[place] in _SPACE:
        place += 1
    return place


def _read(number: int, where: str, source: str, decoder: json.JSONDecoder | None = None) -> Item:
    decoder = decoder or json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse)
    try:
        return Item(number, where, source, decoder.decode(source))
    except (ValueError, RecursionError) as error:
        return Item(number, where, source, None, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg} (character {error.pos + 1})"
    elif isinstance(error, RecursionError):
        reason = "brackets are nested too deep"
    elif "integer string conversion" in str(error):
        reason = "a number is too long"
    else:
        reason = str(error)
    return f"is not valid JSON: {reason}."


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"{quoted(twice)} stands twice in one object")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a value")
