"""A new briefing or article: begun once, also where the button was pressed twice."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from briefings.choices import State
from briefings.editing import saving
from briefings.models import Edition

TWICE = timedelta(minutes=1)  # within which the same again is one press too many


@transaction.atomic
def begin_once(*, by: User, **given: Any) -> Edition:
    """A new draft, or the same that this person began a moment ago and has not written in.

    Their row is held, so that two presses are answered one after the other.
    """
    User.objects.select_for_update().get(pk=by.pk)
    return _just_begun(by, given) or saving.begin(by=by, **given)


def _just_begun(by: User, given: dict[str, Any]) -> Edition | None:
    found = Edition.objects.filter(
        piece__kind=given["kind"],
        piece__illustrative=given["illustrative"],
        piece__created_by=by,
        piece__created_at__gt=timezone.now() - TWICE,
        title=given["title"],
        state=State.DRAFT,
        number=1,
        working_copy__number=F("working_copy__first_number"),
    ).select_related("working_copy")
    same = [given["selection"]] if given["selection"] else []
    return next((one for one in found if one.working_copy.typed.get("selection", []) == same), None)
