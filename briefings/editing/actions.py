"""What the buttons of the edit page do to what is typed, before it is saved.

Those of the panel of evidence: builder_actions.py. All others are as on a review's page
(reviews/editing/actions.py), but for statements: `add:statements:n2` makes one at the end of the
section n2, `after:statements:n5` one below n5, in its section.
"""

from django.utils.datastructures import MultiValueDict

from briefings.editing import builder_actions
from briefings.editing.saving import STORE
from briefings.editing.settling import arrange
from briefings.editing.typed import ROWS, PieceTyped
from briefings.models import Edition
from reviews.editing import actions
from reviews.editing.actions import Action

STATEMENTS = "statements"


def action_of(do: str) -> Action:
    return Action.of(do, ROWS)


def perform(do: str, typed: PieceTyped, edition: Edition, post: MultiValueDict) -> str:
    """Change what is typed; the id of what to go to on the page, "" for where one was.

    `post` has to be a copy that can be changed: see builder_actions.py.
    """
    arrange(typed)
    at = builder_actions.perform(do, typed, post, edition.piece)
    if at is not None:
        return at
    action = action_of(do)
    if action.rows == STATEMENTS and action.verb in {"add", "after"}:
        return _added(action, typed)
    return actions.perform(action, typed, edition, STORE)


def _added(action: Action, typed: PieceTyped) -> str:
    """A new statement; its id."""
    section = action.key
    if action.verb == "after":
        section = typed.get(f"{STATEMENTS}-{action.key}-section")
    before = action.key if action.verb == "after" else ""
    key = typed.add_row(STATEMENTS, after=before, section=section)
    return f"{STATEMENTS}-{key}"
