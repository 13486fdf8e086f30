"""Where on the edit page something stands that a check has found, and what it is called there."""

import re

from briefings.editing.edit_form import NAMES_OF_ROWS, EditForm
from briefings.editing.sheet import LABELS, ROWS

_KEYED = re.compile(r"(?P<rows>sections|statements)-(?P<key>.+)-(?P<name>\w+)")
_PLACED = re.compile(r"(?P<rows>[a-z]+)\.(?P<place>[0-9]+)(?:\.(?P<name>\w+))?")
_TYPED = {"themes", "agencies"}  # fields in which one types a name to add it
_LISTS = {f"{name.lower()}s": f"{name}s" for name in NAMES_OF_ROWS.values()}
# What has no field of its own: the part of the page that it stands in.
PARTS = {"pinned": "builder", "related": "related"}


def place_of(form: EditForm, field: str) -> tuple[str, str]:
    """The id of a place on the page, and its name: of "title", "statements-n3-text"."""
    if found := _KEYED.fullmatch(field):
        return _keyed(form, found["rows"], found["key"], found["name"])
    found = _PLACED.fullmatch(field)
    if found and found["rows"] in form.lists:
        return _placed(form, found["rows"], int(found["place"]), found["name"] or "")
    if field in PARTS:
        return PARTS[field], LABELS[field]
    name = f"{field}_typed" if field in _TYPED else field
    return f"id_{name}", LABELS.get(field) or _LISTS.get(field, field)


def _keyed(form: EditForm, rows: str, key: str, name: str) -> tuple[str, str]:
    if rows == "sections":
        place = form.typed.rows("sections").index(key) + 1
        return f"id_sections-{key}-{name}", f"Section {place}"
    number = form.statements.get(key, "")
    label = f"Statement {number}".strip()
    if name == "evidence":
        return f"statements-{key}", f"{label}, evidence"
    return f"id_statements-{key}-{name}", label


def _placed(form: EditForm, rows: str, place: int, name: str) -> tuple[str, str]:
    found = form.lists[rows]
    label = f"{NAMES_OF_ROWS[rows]} {place}"
    if not 0 < place <= len(found):
        return f"id_{rows}", label
    said = ROWS.get(rows, {}).get(name)
    prefix = found[place - 1].form.prefix
    return f"id_{prefix}-{name or 'text'}", f"{label}, {said.lower()}" if said else label
