"""Who has an edit page open, and what others have saved since one opened it oneself.

Opening the page notes it; so does its script every half minute, while somebody is at it. Without
the script a look at the page counts for five minutes.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.utils import timezone

from reviews.editing.saving import STORE
from reviews.editing.store import Store

if TYPE_CHECKING:
    from django.contrib.auth.models import User

COUNTS = timedelta(minutes=5)
# Whoever leaves is away after so long: a page that is saved and shown again has not been left.
AFTER_LEAVING = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Company:
    """Others at the same page, and what became of the working copy since the page was made."""

    others: list[Any]
    copy: Any  # a WorkingCopy, or None
    is_newer: bool = False  # somebody else has saved
    is_gone: bool = False  # it was published or given up


def note(thing: Model, user: "User", store: Store = STORE) -> None:
    """Somebody has the page open, since now unless it was open before."""
    now = timezone.now()
    here = store.presences_of(thing)
    here.filter(seen_at__lte=now - COUNTS).delete()
    here.update_or_create(
        **{store.link: thing},
        user=user,
        defaults={"seen_at": now},
        create_defaults={"seen_at": now, "since": now},
    )


def leave(thing: Model, user: "User", store: Store = STORE) -> None:
    gone_at = timezone.now() - COUNTS + AFTER_LEAVING
    store.presences_of(thing).filter(user=user).update(seen_at=gone_at)


def company(thing: Model, user: "User", number: int, store: Store = STORE) -> Company:
    """For the page that shows the working copy of this number; 0 where there was none."""
    here = store.presences_of(thing).filter(seen_at__gt=timezone.now() - COUNTS)
    others = list(here.exclude(user=user).select_related("user").order_by("since", "pk"))
    copy: Any = store.copies_of(thing).select_related("changed_by").first()
    if copy is None:
        return Company(others, None, is_gone=number > 0)
    return Company(others, copy, copy.number > number and copy.changed_by_id != user.pk)
