"""Reviews in a text of lines such as "Published: May 2021", as forms have them.

Lists that are entries under title lines have labels too ("Keywords: ..."): only what has labels
that those have not is read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviews.intake.tables.column_names import IGNORE, LINK, exactly
from reviews.intake.tables.grid_records import OF_ENTRIES
from reviews.intake.tables.grids import label_of
from reviews.intake.tables.separated import Row, Table, letter

_LABEL = re.compile(r"(?:- )?(?P<label>[A-Z][^:\n|\[\]]{1,45}?)\s?:(?!/)\s*(?P<value>.*)")
_LINK = re.compile(r"(?:- )?\[(?:\\.|[^\[\]\\]){1,300}\]\([^()\s]*\)")
_LONG = {"summary", "learning", "recommendations", "entry"}
_WORDS = 5  # of a label that is not known
LEAST = 3  # fields of a record
REPORT = "Report"


@dataclass(slots=True)
class _Record:
    values: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""

    def put(self, label: str, value: str) -> None:
        self.last = label
        self.values.setdefault(label, []).append(value)

    @property
    def is_review(self) -> bool:
        fields = set(map(exactly, self.values)) - {IGNORE, None}
        own = fields - OF_ENTRIES - {LINK}
        return len(fields) >= LEAST and len(own) >= (1 if "title" in fields else 2)

    def table(self, number: int) -> Table:
        table = Table(list(self.values), name=f"Record {number}", is_record=True)
        table.letters = [letter(place) for place in range(len(table.header))]
        cells = ("\n".join(filter(None, lines)).strip() for lines in self.values.values())
        table.rows = [Row(1, tuple(cells))]
        return table


def parts(text: str) -> list[str | Table]:
    """The text, with a table in the place of each such review."""
    lines = text.split("\n")
    if sum(known for _, _, known in map(_labelled, lines)) < LEAST:
        return [text]
    found: list[str | Table] = []
    plain: list[str] = []
    number = 0
    for record, written in _records(lines):
        if record is None or not record.is_review:
            plain += written
            continue
        if before := "\n".join(plain).strip("\n"):
            found.append(before)
        plain, number = [], number + 1
        found.append(record.table(number))
    if rest := "\n".join(plain).strip("\n"):
        found.append(rest)
    return found if number else [text]


def _records(lines: list[str]) -> Iterator[tuple[_Record | None, list[str]]]:
    """Stretches of lines: a record with its lines, or lines of none."""
    nexts = _next_labels(lines)
    record, written, is_apart = None, list[str](), False
    for place, line in enumerate(lines):
        label, value, known = _labelled(line)
        begins = known and (record is None or label in record.values)
        ends = record is not None and (begins or not _belongs(record, line, nexts[place], is_apart))
        if ends or (begins and written):
            yield record, written
            record, written = None, []
        if begins:
            record = _Record()
        written.append(line)
        if record is not None:
            _put(record, line, label, value, known)
        is_apart = not line.strip()
    if written:
        yield record, written


def _put(record: _Record, line: str, label: str, value: str, known: bool) -> None:
    short = exactly(record.last) not in _LONG
    if known or (label and short and len(label.split()) <= _WORDS):
        record.put(label, value)
    elif _LINK.fullmatch(line.strip()):
        record.put(next((one for one in record.values if one == REPORT), REPORT), line)
    else:
        record.put(record.last, line)


def _belongs(record: _Record, line: str, following: str, is_apart: bool) -> bool:
    """Whether a line is more of a record: behind an empty one only within it, or a link."""
    if not line.strip() or not is_apart or _labelled(line)[2]:
        return True
    if following and following not in record.values:
        return True
    is_item = line.startswith("- ") and exactly(record.last) in _LONG
    return bool(_LINK.fullmatch(line.strip())) or is_item


def _next_labels(lines: list[str]) -> list[str]:
    """For each line the next known label behind it."""
    found, following = [""] * len(lines), ""
    for place in range(len(lines) - 1, -1, -1):
        found[place] = following
        label, _, known = _labelled(lines[place])
        following = label if known else following
    return found


def _labelled(line: str) -> tuple[str, str, bool]:
    """The label and the value of a line, and whether the label is that of a field."""
    found = _LABEL.fullmatch(line.strip())
    if not found:
        return "", "", False
    label = label_of(found["label"])
    return label, found["value"], exactly(label) not in (None, IGNORE)
