"""What the buttons of the edit page do to what is typed, before it is saved.

Each button is `do` with a verb and what it is for: `add:learning`, `after:learning:p12`,
`remove:children:c1`, `up:…`, `down:…`, `undo:…`, `refuse:learning-p12-themes:neglect`. What
stands in a box for pasting becomes rows whatever button is pressed, so that it is not lost.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from django.db.models import Model

from reviews.editing import pasting
from reviews.editing.form_texts import FormTexts
from reviews.editing.saving import STORE
from reviews.editing.store import Store
from reviews.editing.typed import MOST_ROWS, REFUSED, ROWS, Typed

PASTED = ("learning", "recommendations")
SAVE, PUBLISH, PREVIEW = "save", "publish", "preview"
REMOVED = "removed"  # the id of what says that a row was removed
_ON_ROWS = {"after", "remove", "up", "down", "undo"}
_BY = {"up": -1, "down": 1}


class TooMany(Exception):
    """More rows than a list may have were pasted. Nothing of the text became any."""

    def __init__(self, rows: str, count: int) -> None:
        super().__init__(f"{count} are too many at once. A review may have {MOST_ROWS[rows]}.")
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Action:
    """A button: what it does, the list it is for, and the row. Unknown ones only save."""

    verb: str = SAVE
    rows: str = ""
    key: str = ""

    @classmethod
    def of(cls, text: str, lists: Container[str] = ROWS) -> "Action":
        verb, _, rest = text.partition(":")
        rows, _, key = rest.partition(":")
        if verb in {SAVE, PUBLISH, PREVIEW} and not rest:
            return cls(verb)
        if verb == "refuse" and rows and key:
            return cls(verb, rows, key)
        if rows in lists and (verb == "add" or (verb in _ON_ROWS and key)):
            return cls(verb, rows, key)
        return cls()

    @property
    def row(self) -> str:
        """The id of its row on the page."""
        return f"{self.rows}-{self.key}"


def perform(action: Action, typed: FormTexts, thing: Model, store: Store = STORE) -> str:
    """Change what is typed; the id of what to go to on the page, "" for where one was."""
    match action.verb:
        case "add" | "after":
            return f"{action.rows}-{typed.add_row(action.rows, after=action.key)}"
        case "remove":
            return _removed(action, typed)
        case "up" | "down":
            typed.move_row(action.rows, action.key, _BY[action.verb])
            return action.row
        case "undo":
            return _put_back(action, typed, thing, store)
        case "refuse":
            typed.set(REFUSED, *typed.all(REFUSED), f"{action.rows}:{action.key}")
            return f"id_{action.rows}_typed"
    return ""


def paste(typed: Typed, boxes: Mapping[str, str]) -> str:
    """Make rows of what is pasted into the boxes; the id of the first. Raises TooMany."""
    first = ""
    for rows in PASTED:
        items = pasting.split(boxes.get(rows, ""))
        if len(items) + len(typed.rows(rows)) > MOST_ROWS[rows] and items:
            raise TooMany(rows, len(items) + len(typed.rows(rows)))
        for text in items:
            key = typed.add_row(rows, text=text)
            first = first or f"{rows}-{key}"
    return first


def _removed(action: Action, typed: FormTexts) -> str:
    """Without the row; what says so is gone to, with the way to have it back."""
    if action.key not in typed.rows(action.rows):
        return f"id_{action.rows}"
    typed.remove_row(action.rows, action.key)
    return REMOVED


def _put_back(action: Action, typed: FormTexts, thing: Model, store: Store) -> str:
    """The row as the last version that has it, behind the same row as there."""
    if action.key in typed.rows(action.rows):
        return action.row
    is_back = store.put_back(thing, typed, action.rows, action.key)
    return action.row if is_back else f"id_{action.rows}"
