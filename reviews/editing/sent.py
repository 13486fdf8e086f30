"""What an edit page sends besides its fields: from which page it comes, and what is wanted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.datastructures import MultiValueDict

FROM_BEFORE = -1  # the number of a page that shows what was published before something else was
_NUMBER = re.compile(r"[0-9]{1,9}")
_SITTING = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sent:
    """The number of the working copy that the page was opened at, and what came with it."""

    number: int
    sitting: str = ""
    pasted: Mapping[str, str] = field(default_factory=dict)
    too_many: str = ""  # why nothing became of what is pasted, and for which list
    too_many_in: str = ""


def sent_of(
    post: MultiValueDict, as_of: str | None = None, pasted: Mapping[str, str] | None = None
) -> Sent:
    """`as_of` says which text is published now: a page of another is from before."""
    given, sitting = post.get("number", ""), post.get("sitting", "")
    number = int(given) if _NUMBER.fullmatch(given) else 0
    shown = post.get("as_of")
    if as_of is not None and number == 0 and shown is not None and shown != as_of:
        number = FROM_BEFORE
    return Sent(number, sitting if _SITTING.fullmatch(sitting) else "", pasted or {})
