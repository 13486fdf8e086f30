"""What the buttons of the edit page do to what is typed, before it is saved.

Those of the panel of evidence: builder_actions.py; `take-out`, `put-back:3`: lost_evidence.py;
`looked-at:n2` changes nothing that is typed (evidence_notice.py). All others are as on a review's
page (reviews/editing/actions.py), but for statements: `add:statements:n2` makes one at the end of
the section n2, `after:statements:n5` one below n5, in its section.
"""

from django.utils.datastructures import MultiValueDict

from briefings.editing import builder_actions, lost_evidence
from briefings.editing.saving import STORE
from briefings.editing.settling import arrange
from briefings.editing.typed import ROWS, PieceTyped
from briefings.models import Edition
from reviews.editing import actions
from reviews.editing.actions import Action

STATEMENTS = "statements"


def action_of(do: str) -> Action:
    return Action.of(do, ROWS)


def takes_away(do: str) -> bool:
    """Whether a button takes something away: then the history has to have what was there."""
    return do == lost_evidence.TAKE_OUT or action_of(do).verb == "remove"


def perform(do: str, typed: PieceTyped, edition: Edition, post: MultiValueDict) -> str:
    """Change what is typed; the id of what to go to on the page, "" for where one was.

    `post` has to be a copy that can be changed: see builder_actions.py.
    """
    arrange(typed)
    at = builder_actions.perform(do, typed, post, edition.piece)
    if at is not None:
        return at
    verb, _, number = do.partition(":")
    if verb == lost_evidence.TAKE_OUT:
        lost_evidence.take_out(typed)
        return lost_evidence.TAKEN_OUT
    if verb == lost_evidence.PUT_BACK:
        lost_evidence.put_back(typed, edition, number)
        return lost_evidence.NOT_PUBLIC
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
