"""Fields of a briefing or an article that two have changed in different ways: both texts."""

from collections.abc import Sequence

from django import forms

from briefings.editing.cited import evidence_of
from briefings.editing.edit_form import NAMES_OF_ROWS, EditForm
from briefings.editing.typed import PieceTyped
from reviews.editing.conflicts import Conflict
from reviews.editing.store import Saved

_NO_TEXT = "nothing"
_TOKENS = {"evidence": "Evidence", "pinned": "Sample"}
_OF_STATEMENT = {"text": "Text", "reason": "Reason", "section": "Section", **_TOKENS}


def conflicts_of(form: EditForm, saved: Saved[PieceTyped]) -> list[Conflict]:
    """The fields that a save has left undecided."""
    theirs, mine = saved.theirs or form.typed, saved.typed
    if saved.is_from_before:
        theirs, mine = mine, theirs
    return [_conflict(form, name, theirs, mine) for name in saved.conflicts]


def _conflict(form: EditForm, name: str, theirs: PieceTyped, mine: PieceTyped) -> Conflict:
    if name in NAMES_OF_ROWS:
        return Conflict(f"id_{name}", f"{NAMES_OF_ROWS[name]}s", is_list=True)
    at, label, field = _known(form, name)
    first, second = (_shown(form, field, name, one.all(name)) for one in (theirs, mine))
    return Conflict(at, label, first, second)


def _known(form: EditForm, name: str) -> tuple[str, str, forms.Field | None]:
    """The id of a field on the page ("" where it is not there), what it is called, the field."""
    if name in form.facts.fields:
        field = form.facts.fields[name]
        return f"id_{name}", str(field.label), field
    rows, _, rest = name.partition("-")
    key, _, own = rest.partition("-")
    if rows == "statements" and key in form.statements:
        at = f"{rows}-{key}" if own in _TOKENS else f"id_{name}"
        label = f"Statement {form.statements[key]}".strip()
        return at, f"{label}, {_OF_STATEMENT[own].lower()}", None
    for row in form.lists.get(rows, []):
        if row.key == key and own in row.form.fields:
            field = row.form.fields[own]
            return f"id_{name}", f"{row.label}, {str(field.label).lower()}", field
    plain = (own or name).replace("_", " ")
    label = f"{NAMES_OF_ROWS[rows]}, {plain}" if rows in NAMES_OF_ROWS else plain.capitalize()
    return "", label, None


def _shown(form: EditForm, field: forms.Field | None, name: str, texts: Sequence[str]) -> str:
    """Texts as an editor reads them: of what is chosen or cited, the name."""
    kind = name.rpartition("-")[2]
    if kind in {"themes", "agencies"}:
        labels = [form.vocabulary.label(kind, slug) for slug in texts]
    elif kind in _TOKENS:
        known = evidence_of(texts)
        labels = [known[token].label for token in texts if token in known]
    elif kind == "related":
        titles = {str(one.pk): one.title for one in form.titles}
        labels = [titles.get(text, text) for text in texts]
    elif kind == "section":
        labels = [form.typed.get(f"sections-{key}-heading") or "no heading" for key in texts]
    elif isinstance(field, forms.ChoiceField):
        names = {str(value): str(label) for value, label in field.widget.choices}
        labels = [names.get(text, text) for text in texts]
    else:
        labels = list(texts)
    return "; ".join(labels) or _NO_TEXT
