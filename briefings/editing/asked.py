"""What the panel of evidence is asked to show: fields named `find_…`, and `for`.

The same names stand in the form and in the address, so that a page sent without scripts comes
back as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict

from briefings.editing.tokens import read_token
from reviews.filters import LONGEST_TEXT
from reviews.parsing import NOT_TEXT

SAMPLE = "sample"  # of `find_from`: the pinned reviews alone
SELECTION = "selection"
YES = "yes"
LONGEST_NAME = 100
NAMES = {
    "words": "find_q",
    "theme": "find_theme",
    "kind": "find_kind",
    "agency": "find_agency",
    "review": "find_review",
    "source": "find_from",
    "unused": "find_unused",
    "target": "find_target",
    "page": "find_page",
    "support": "for",
    "opened": "find_open",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Texts as they were sent, but none too long: what they name is looked up by the panel."""

    words: str = ""
    theme: str = ""
    kind: str = ""
    agency: str = ""
    review: str = ""
    source: str = ""
    unused: str = ""
    target: str = ""
    page: str = ""
    support: str = ""
    opened: str = ""  # the part that was just worked in, which has to be seen

    @classmethod
    def of(cls, sent: MultiValueDict) -> Self:
        return cls(**{name: _text(sent, parameter) for name, parameter in NAMES.items()})

    @property
    def query(self) -> str:
        """As a query string, without what is empty."""
        pairs = ((parameter, getattr(self, name)) for name, parameter in NAMES.items())
        return urlencode([(name, value) for name, value in pairs if value])

    @property
    def is_filtered(self) -> bool:
        return any((self.theme, self.kind, self.agency, self.review, self.unused, self.source))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or self.is_filtered

    def after(self, do: str) -> Self:
        """What is to be shown once a button was pressed. Most leave it as it is."""
        verb, _, rest = do.partition(":")
        change = _AFTER.get(verb)
        changed = change(rest) if change else {}
        return replace(self, **{**changed, "opened": _OPENS.get(verb, "")})


def _text(sent: MultiValueDict, name: str) -> str:
    longest = LONGEST_TEXT if name == "find_q" else LONGEST_NAME
    return NOT_TEXT.sub("", sent.get(name, "")).strip()[:longest]


def _shown(what: str) -> dict[str, str]:
    """Everything, what of the sample is not used, or one review: without other filters."""
    nothing = dict.fromkeys(("words", "theme", "kind", "agency", "review", "unused", "page"), "")
    if what == "unused":
        return {**nothing, "source": SAMPLE, "unused": YES}
    if read_token(what) is not None:
        return {**nothing, "review": what}
    return {**nothing, "source": ""}


_OPENS = {"unpin": SAMPLE, "pin-all": SAMPLE, "select": SELECTION}
_AFTER: dict[str, Callable[[str], dict[str, str]]] = {
    "find": lambda _: {"page": ""},
    "select": lambda _: {"page": ""},
    "page": lambda number: {"page": number[:9]},
    "theme": lambda slug: {"theme": slug[:LONGEST_NAME], "page": ""},
    "show": _shown,
    "support": lambda key: {"support": key[:LONGEST_NAME], "target": key[:LONGEST_NAME]},
    "close": lambda _: {"support": ""},
}
