"""What an earlier save left becomes the working copy once more, as a save of its own."""

from typing import TYPE_CHECKING

from reviews.editing import saving
from reviews.editing.compared import public
from reviews.editing.store import Saved
from reviews.editing.typed import ROWS, Typed
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Review, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# By what a row is known again: the first of these fields that has a text.
_KNOWN_BY = {"learning": ("text",), "recommendations": ("text",), "documents": ("url", "label")}


def bring_back(
    *, review: Review, revision: Revision, by: "User | None", vocabulary: Vocabulary
) -> Saved:
    """Save an earlier text anew. With conflicts (somebody saved just now) nothing is saved."""
    now = saving.opened(review)
    return saving.save(
        review=review,
        typed=_with_present_keys(Typed(revision.typed), now.typed, public(review).typed),
        opened_at=now.number,
        by=by,
        vocabulary=vocabulary,
    )


def _with_present_keys(earlier: Typed, *present: Typed) -> Typed:
    """A row that was new when it was typed may have an address since: it keeps that."""
    typed = earlier.copy()
    for rows, names in _KNOWN_BY.items():
        keys = typed.rows(rows)
        addressed = {
            _known_by(one, rows, key, names): key
            for one in present
            for key in one.rows(rows)
            if key not in keys and not key.startswith("n")
        }
        for key in keys:
            if key.startswith("n"):
                other = addressed.pop(_known_by(typed, rows, key, names), "")
                if other:
                    _rename(typed, rows, key, other)
    return typed


def _known_by(typed: Typed, rows: str, key: str, names: tuple[str, ...]) -> str:
    texts = (typed.get(f"{rows}-{key}-{name}") for name in names)
    return next((text for text in texts if text), "")


def _rename(typed: Typed, rows: str, key: str, other: str) -> None:
    typed.set(rows, *(other if one == key else one for one in typed.rows(rows)))
    for name in ROWS[rows]:
        typed.set(f"{rows}-{other}-{name}", *typed.all(f"{rows}-{key}-{name}"))
        typed.set(f"{rows}-{key}-{name}")
