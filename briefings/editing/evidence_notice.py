"""What the top of the edit page says of evidence: what is not public any more, what was corrected.

Of a published edition, what its rows cite and a correction has changed. Of the draft of the next
one, what those of the current edition cite, as far as the draft has these statements. Of a first
draft there are no rows, so nothing is known of what its points said when they were taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefings import publishing
from briefings.choices import State
from briefings.editing import lost_evidence
from briefings.editing.changed_evidence import Change, changes, numbers
from briefings.editing.edit_form import EditForm
from briefings.editing.lost_evidence import Lost, TakenOut
from briefings.editing.notices import Notice, looked_at, notice_of
from briefings.models import Edition

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOOKED_AT = "looked-at"  # the button, with the key of a statement
SEEN = "seen"  # the fields with the notices that the page shows
CORRECTED = "corrected"  # the id of what says what was corrected


@dataclass(frozen=True, slots=True)
class Named:
    """A statement as the notice names it: its key, "Statement 1.2", how it begins."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that is cited and was corrected, and the notice of it."""

    change: Change
    notice: Notice

    def is_of(self, statement: str) -> bool:
        return self.change.statement == statement


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A statement with what it cites and was corrected.

    `seen` are the notices of all that the public edition cites in it: somebody may have taken
    some of it out of what is typed, which is looked at as well.
    """

    statement: Named
    changes: Sequence[Change]
    seen: Sequence[str]


class EvidenceNotice:
    """For what is typed. `taken` is the number of the save before something was taken out."""

    def __init__(self, form: EditForm, taken: str = "") -> None:
        self.form, self.taken = form, taken

    @cached_property
    def lost(self) -> list[tuple[Lost, list[Named]]]:
        """What is not public any more, and the statements that cite it."""
        return self._named(lost_evidence.lost_of(self.form))

    @cached_property
    def taken_out(self) -> TakenOut | None:
        return lost_evidence.taken_out(self.form, self.taken)

    @property
    def out(self) -> list[tuple[Lost, list[Named]]]:
        return self._named(self.taken_out.lost) if self.taken_out else []

    @property
    def bare(self) -> list[Named]:
        """Statements that have nothing left to rest on, of those from which something was taken."""
        return [self._name(key) for key in self.taken_out.bare] if self.taken_out else []

    @cached_property
    def to_look_at(self) -> list[ToLookAt]:
        """Statements whose evidence was corrected, in the order of the page, until looked at."""
        found = _open(self.form.edition)
        return [
            ToLookAt(self._name(key), changed, [one.notice.text for one in found if one.is_of(key)])
            for key in self.form.statements
            if (changed := [one.change for one in found if one.is_of(key) and self._cites(one)])
        ]

    def _cites(self, seen: Seen) -> bool:
        """Whether what is typed still cites it; of what is gone nobody can tell."""
        one = seen.change
        token = f"p{one.point}" if one.point else f"r{one.review}"
        return one.is_gone or token in self.form.tokens_of(one.statement)

    def _named(self, lost: Sequence[Lost]) -> list[tuple[Lost, list[Named]]]:
        return [(one, [self._name(key) for key in one.statements]) for one in lost]

    def _name(self, key: str) -> Named:
        number = self.form.statements.get(key, "")
        label = f"Statement {number}" if number else "A statement in no section"
        return Named(key, label, self.form.typed.get(f"statements-{key}-text"))


def look_at(*, edition: Edition, statement: str, seen: Sequence[str], by: "User | None") -> bool:
    """Keep that somebody looked at what a statement cites: nothing else than what they saw.

    Raises WrongState where the edition is withdrawn.
    """
    texts = [one.notice.text for one in _open(edition) if one.is_of(statement)]
    if not texts or set(texts) - set(seen):
        return False
    publishing.look_at(edition=edition, by=by, changes=texts, statements=[statement])
    return True


def _open(edition: Edition) -> list[Seen]:
    """What was corrected of what an edition, or the one it follows, cites, and nobody looked at."""
    if edition.state == State.DRAFT and edition.number == 1:
        return []
    public = Edition.objects.published().filter(pk=edition.pk)
    if edition.state == State.DRAFT:
        public = Edition.objects.current().filter(piece=edition.piece_id)
    found = changes(public)
    if not found:
        return []
    known = numbers(one.edition for one in found)
    seen = [Seen(one, notice_of(one, known[one.edition])) for one in found]
    looked = looked_at([edition.pk, *known])
    return [one for one in seen if all(one.notice.is_new(texts) for texts in looked.values())]
