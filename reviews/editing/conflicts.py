"""Fields that two have changed in different ways: what each has written, to be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms

from reviews.editing.edit_form import NAMES_OF_ROWS, EditForm
from reviews.editing.store import Saved
from reviews.editing.typed import ROWS, TERMS
from reviews.editing.vocabulary import Vocabulary

_NO_TEXT = "nothing"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field: its id on the page ("" where it is not on it), its name, and both texts.

    Of a whole list of rows there are no texts: a row that one removed and the other changed stays.
    """

    at: str
    label: str
    theirs: str = ""
    mine: str = ""
    is_list: bool = False


def conflicts_of(form: EditForm, saved: Saved) -> list[Conflict]:
    """The fields that a save has left undecided, in the order of the page."""
    return [_conflict(form, saved, name) for name in saved.conflicts]


def _conflict(form: EditForm, saved: Saved, name: str) -> Conflict:
    if name in ROWS:
        return Conflict(f"id_{name}", f"{NAMES_OF_ROWS[name]}s", is_list=True)
    theirs, mine = saved.theirs, saved.typed
    if saved.is_from_before and theirs is not None:
        theirs, mine = mine, theirs
    known, label = _known(form, name)
    texts = theirs.all(name) if theirs else []
    return Conflict(
        f"id_{name}" if known else "",
        label,
        _shown(known, name, texts, form.vocabulary),
        _shown(known, name, mine.all(name), form.vocabulary),
    )


def _known(form: EditForm, name: str) -> tuple[forms.Field | None, str]:
    """The field with this name and what it is called; of a row that is gone, only its name."""
    if name in form.facts.fields:
        field = form.facts.fields[name]
        return field, str(field.label)
    rows, _, rest = name.partition("-")
    key, _, own = rest.partition("-")
    for row in form.lists.get(rows, []):
        if row.key == key and own in row.form.fields:
            field = row.form.fields[own]
            return field, f"{row.label}, {str(field.label).lower()}"
    plain = own.replace("_", " ") or name.replace("_", " ")
    return None, f"{NAMES_OF_ROWS[rows]}, {plain}" if rows in NAMES_OF_ROWS else plain.capitalize()


def _shown(
    field: forms.Field | None, name: str, texts: Sequence[str], vocabulary: Vocabulary
) -> str:
    """Texts as an editor reads them: of what is chosen, the name."""
    kind = name.rpartition("-")[2]
    if kind in TERMS:
        labels = [vocabulary.label(kind, slug) for slug in texts]
    elif isinstance(field, forms.ChoiceField):
        names = {str(value): str(label) for value, label in field.widget.choices}
        labels = [names.get(text, text) for text in texts]
    else:
        labels = list(texts)
    return "; ".join(labels) or _NO_TEXT
