"""How a review stands at the desk: in words, as conditions, and what lists say of all of them."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from reviews.choices import State
from reviews.editing.checks.sentences import SENTENCES
from reviews.editing.judging import MISTAKE
from reviews.models import WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_NAMED = {MISTAKE: "Something can’t be read", "nhs-number": "NHS number"}
CODES = (MISTAKE, *SENTENCES)


class Stand(models.TextChoices):
    """What the list can be narrowed to. A draft that is offered is a draft too."""

    DRAFT = "draft", "Draft"
    OFFERED = "offered", "Offered for publication"
    SCHEDULED = "scheduled", "Scheduled"
    CORRECTION = "correction", "Correction under way"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


WITH_STAND = {
    Stand.DRAFT: Q(state=State.DRAFT),
    Stand.OFFERED: Q(working_copy__offered_at__isnull=False),
    Stand.SCHEDULED: Q(working_copy__publish_on__isnull=False),
    Stand.CORRECTION: Q(state=State.PUBLISHED, working_copy__isnull=False),
    Stand.PUBLISHED: Q(state=State.PUBLISHED),
    Stand.WITHDRAWN: Q(state=State.WITHDRAWN),
}


def written_by(user: "User") -> Q:
    """Drafts that somebody began, and whatever they were the last to change."""
    began = Q(state=State.DRAFT, created_by=user)
    return began | Q(working_copy__changed_by=user)


def in_words(state: str, copy: WorkingCopy | None) -> str:
    """ "Draft, offered for publication"; "Published, correction under way"."""
    label = str(State(state).label)
    if copy is None:
        return label
    if copy.publish_on:
        return f"{label}, to be published on {day(copy.publish_on)}"
    if copy.offered_at:
        return f"{label}, offered for publication"
    return label if state == State.DRAFT else f"{label}, correction under way"


def called(code: str) -> str:
    """The short name of a kind of finding; `checks.sentences` says it in full."""
    return _NAMED.get(code) or code.replace("-", " ").capitalize()


def list_of(codes: list[str], most: int = 3) -> str:
    """The first of some kinds of findings by name, and how many more there are."""
    names = [called(code) for code in codes]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def name_of(user: "User | None") -> str:
    """How colleagues call somebody; a command has no name."""
    return (user.get_full_name() or user.email or user.get_username()) if user else ""


def day(date: object) -> str:
    return f"{date:%-d %B %Y}"


def moment(at: datetime) -> str:
    """ "today at 14:06", "yesterday at 9:12", "3 May 2026"."""
    local = timezone.localtime(at)
    days = (timezone.localdate() - local.date()).days
    if days in {0, 1}:
        return f"{'yesterday' if days else 'today'} at {local:%-H:%M}"
    return day(local.date())
