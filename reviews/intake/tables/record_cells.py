"""The fields of a JSON object, written out as text and taken apart into cells."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reviews.dates import quoted
from reviews.intake.formats.texts import clean
from reviews.intake.proposal import Read
from reviews.intake.tables.cell_lists import document_of
from reviews.intake.tables.cells import MOST_PARTS, Cell, Filling, most_of, term_in
from reviews.intake.tables.child_cells import child_of
from reviews.intake.tables.column_names import FIELDS, LINK
from reviews.intake.tables.written_out import Written
from reviews.limits import MOST_CHILDREN, MOST_DOCUMENTS
from reviews.parsing import kind_of

LISTS = {"harms", "themes", "agencies", "learning", "recommendations", "keywords"}
OBJECTS = {"children": ("age", "age_text", "sex"), "documents": ("label", "kind", "url")}
# Fields of a record that no column has, and what a text in the place of a list of objects is.
_CODES = {"children": "age", "documents": LINK}
_MOST = {"children": MOST_CHILDREN, "documents": MOST_DOCUMENTS}
_SHOWN = 2_000  # characters of a value that is no field's
_AGENCIES = {"learning": "agencies", "recommendations": "addressed_to"}


@dataclass(slots=True)
class RecordCells:
    """The cells of one record. Objects in lists are put into the proposal by themselves."""

    where: str
    written: Written
    filling: Filling
    cells: list[Cell] = field(default_factory=list)
    objects: dict[str, list[dict[str, Cell]]] = field(default_factory=dict)

    def write(self, data: Mapping[str, Any]) -> Iterator[str]:
        """Write every field that says something; gives the names of those that no record has."""
        for name, value in data.items():
            if value is None or value in ("", [], {}):
                continue
            if name == "illustrative" and isinstance(value, bool):
                self.filling.proposal.record["illustrative"] = value
            elif name in OBJECTS and not isinstance(value, str):
                self._write_objects(name, value)
            elif name in LISTS and isinstance(value, list):
                self._write_items(name, value)
            elif name in FIELDS or name in _CODES or name == "content_note":
                self._write_one(name, value)
            else:
                self.written.add(f"{clean(name)[:80]}: {clean(self._shown(value))}\n")
                yield name

    def put_objects(self) -> None:
        """Children and documents, each as its object gives it."""
        for name, found in self.objects.items():
            make = self._child if name == "children" else self._document
            made = [read for one in found if (read := make(one))]
            if made:
                first = next(cell for one in found for cell in one.values())
                items = most_of(self.filling, first, name, made, _MOST[name])
                self.filling.proposal.put_list(name, items)

    def _child(self, one: dict[str, Cell]) -> Read | None:
        return child_of(self.filling, one.get("age"), one.get("age_text"), one.get("sex"))

    def _document(self, one: dict[str, Cell]) -> Read | None:
        kind, url = None, one.get("url")
        if said := one.get("kind"):
            kind, _ = term_in(self.filling, said, "document_kind", "documents")
        link = (url, "", url.text) if url else None
        return document_of(self.filling, one.get("label"), link, kind)

    def _write_one(self, name: str, value: Any) -> None:
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        self.written.add(f"{_title(name)}: ")
        if cell := self._cell(name, value):
            self.cells.append(cell)
        self.written.add("\n")

    def _write_items(self, name: str, items: list[Any]) -> None:
        self.written.add(f"{_title(name)}:\n")
        for item in self._some(name, items):
            self.written.add("- ")
            point = item if name in _AGENCIES and isinstance(item, dict) else {}
            for key in point.keys() - {"text", "themes", _AGENCIES.get(name, "")}:
                self._warn(name, f"{quoted(key)} is not known here. It was left out.")
            if cell := self._cell(name, point.get("text") if point else item):
                themes = self._names(name, point.get("themes"))
                agencies = self._names(name, point.get(_AGENCIES.get(name, "")))
                point_cell = replace(cell, is_item=True, themes=themes, agencies=agencies)
                self.cells.append(point_cell)
            self.written.add("\n")

    def _names(self, name: str, value: Any) -> tuple[str, ...]:
        """The names of a point's terms; a text may have several."""
        if isinstance(value, str):
            value = value.split(";")
        if value is None or not isinstance(value, list):
            if value is not None:
                self._warn(name, f"its terms are {kind_of(value)}. Write a list.")
            return ()
        wrong = [one for one in value if not isinstance(one, str)]
        if wrong:
            self._warn(name, f"{kind_of(wrong[0])} stands where a term should be.")
        some = self._some(name, value)
        return tuple(clean(one).strip() for one in some if isinstance(one, str) and one.strip())

    def _write_objects(self, name: str, value: Any) -> None:
        found = self.objects.setdefault(name, [])
        self.written.add(f"{_title(name)}:\n")
        for item in self._some(name, value if isinstance(value, list) else [value]):
            self.written.add("- ")
            if isinstance(item, dict):
                found.append(self._object(name, item))
            elif cell := self._cell(name, item):
                first = "age" if name == "children" else "url"
                if name == "documents" and "/" not in cell.text:
                    first = "label"
                found.append({first: replace(cell, is_item=True)})
            self.written.add("\n")

    def _object(self, name: str, item: dict[str, Any]) -> dict[str, Cell]:
        cells = {}
        for key, value in item.items():
            if value in (None, "", [], {}):
                continue
            self.written.add(f"{clean(key)[:80]}: ")
            if key not in OBJECTS[name]:
                self.written.add(self._shown(value))
                self._warn(name, f"{quoted(key)} is not known here. It was left out.")
            elif cell := self._cell(name, value):
                cells[key] = replace(cell, is_item=True)
            self.written.add(" ")
        return cells

    def _some(self, name: str, items: list[Any]) -> list[Any]:
        """As many as are read; that there are more is said."""
        if len(items) > MOST_PARTS:
            said = f"has {len(items):,} items. Only the first {MOST_PARTS} were read."
            self._warn(name, said)
        return items[:MOST_PARTS]

    def _cell(self, name: str, value: Any) -> Cell | None:
        """A text, or a number or a flag as one; anything else is shown and warned of."""
        where = f"{self.where}, {name}"
        if isinstance(value, bool):
            value = "yes" if value else "no"
            if name != "anonymous":
                self._warn(name, "is true or false. Write text.")
                value = None
        elif isinstance(value, int | float):
            value = str(value)
        elif not isinstance(value, str) and value is not None:
            self.written.add(self._shown(value))
            self._warn(name, f"is {kind_of(value)}. Write text.")
            return None
        if value is None or not (text := clean(value).strip()):
            return None
        code = _CODES.get(name, name)
        return Cell(code, _title(name), where, text, self.written.add(text))

    def _warn(self, name: str, said: str) -> None:
        self.filling.proposal.warn(name, "not-usable", f"{self.where}, {name}: {said}")

    def _shown(self, value: Any) -> str:
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        shown = clean(shown)
        return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _title(name: str) -> str:
    """The name of a field of a record as it is written out."""
    return name.replace("_", " ").capitalize()
