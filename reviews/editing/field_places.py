"""Where on the edit page something stands: fields by their place in the record, and sections."""

import re

from reviews.editing.edit_form import NAMES_OF_ROWS, EditForm
from reviews.editing.typed import ROWS, TERMS

_IN_ROW = re.compile(r"(?P<rows>[a-z]+)\.(?P<place>[0-9]+)(?:\.(?P<name>\w+))?")
_TEXT_OF = {"children": "age_text", "documents": "label"}  # of a row, where it is not `text`

SECTIONS = {
    "facts": "Facts",
    "children": "Who it is about",
    "account": "What happened",
    "terms": "Themes and agencies",
    "learning": "Learning points",
    "recommendations": "Recommendations",
    "documents": "Documents",
    "keywords": "Keywords",
}
_OTHERS = {
    **dict.fromkeys(("summary", "content_note", "incident_note", "outcome", "harms"), "account"),
    **dict.fromkeys(("themes", "agencies"), "terms"),
}


def place_of(form: EditForm, field: str) -> tuple[str, str]:
    """The id of a field on the page, and its name: of "learning.2", "children.1.age", "themes"."""
    match = _IN_ROW.fullmatch(field)
    if match is None:
        bound = form.facts.fields.get(f"{field}_typed" if field in TERMS else field)
        name = NAMES_OF_ROWS.get(field, field)
        label = f"{name}s" if field in ROWS else str(bound.label if bound else name)
        return f"id_{field}_typed" if field in TERMS else f"id_{field}", label
    row = form.lists[match["rows"]][int(match["place"]) - 1]
    name = match["name"] or _TEXT_OF.get(match["rows"], "text")
    name = f"{name}_typed" if name in TERMS else name
    return f"id_{row.form.prefix}-{name}", row.label


def section_of(field: str) -> str:
    """The section that a field of the page stands in, by the field's id."""
    name = field.removeprefix("id_").partition("-")[0].removesuffix("_typed")
    return name if name in SECTIONS else _OTHERS.get(name, "facts")
