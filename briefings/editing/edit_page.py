"""The edit page of a briefing or an article: everything that its template shows, as flat values.

It shows what is typed, valid or not, saved or not. The number of database statements does not
grow with its rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib.auth.models import User

from briefings.choices import Kind, State
from briefings.editing import edit_parts
from briefings.editing.edit_form import NAMES_OF_ROWS, EditForm, Row, Title
from briefings.editing.judging import judge, reasons_typed
from briefings.editing.piece_conflicts import conflicts_of
from briefings.editing.places import place_of
from briefings.editing.statements_shown import Shown, statements_of
from briefings.editing.typed import PieceTyped
from briefings.models import Edition, WorkingCopy
from reviews import permissions
from reviews.editing.conflicts import Conflict
from reviews.editing.edit_page import Section, in_order
from reviews.editing.judging import Judgement
from reviews.editing.sent import Sent
from reviews.editing.shown_fields import Field, Note, fields_of
from reviews.editing.store import Saved
from reviews.editing.suggested_terms import TermList, term_lists
from reviews.editing.vocabulary import FACET_OF, Vocabulary

TERMS = ("themes", "agencies")
READ_FOR_TERMS = 12_000  # characters of the text that terms are suggested from


@dataclass(frozen=True, slots=True)
class RowOnPage:
    """A row: its fields by name, of a section also its terms and statements."""

    row: Row
    fields: Mapping[str, Field]
    terms: TermList | None = None
    statements: Iterable[Shown] = ()


class EditPage:
    """What is typed, as the page shows it."""

    def __init__(
        self,
        edition: Edition,
        typed: PieceTyped,
        vocabulary: Vocabulary,
        sent: Sent,
        *,
        user: User,
        copy: WorkingCopy | None = None,
        saved: Saved[PieceTyped] | None = None,
        removed: str = "",
    ) -> None:
        self.edition, self.typed, self.vocabulary, self.sent = edition, typed, vocabulary, sent
        self.user, self.copy, self.saved, self.removed = user, copy, saved, removed
        self.form = EditForm(edition, typed, vocabulary)
        self.kind = Kind(edition.piece.kind)

    @property
    def is_briefing(self) -> bool:
        return self.kind == Kind.BRIEFING

    @property
    def title(self) -> str:
        return self.form.record.title or "Untitled"

    @property
    def may_move(self) -> bool:
        return self.form.may_move

    @cached_property
    def judgement(self) -> Judgement:
        return judge(self.form)

    @property
    def is_correction(self) -> bool:
        return self.edition.is_published and self.copy is not None

    @property
    def is_begun(self) -> bool:
        """Whether anything was saved yet: an empty page need not list what is missing."""
        return self.copy is None or self.copy.number > self.copy.first_number

    @property
    def may_publish(self) -> bool:
        is_draft = self.edition.state == State.DRAFT
        return bool(self.user.has_perm(permissions.PUBLISH if is_draft else permissions.CORRECT))

    @cached_property
    def conflicts(self) -> list[Conflict]:
        return conflicts_of(self.form, self.saved) if self.saved and self.saved.conflicts else []

    @property
    def is_from_before(self) -> bool:
        """Whether what was sent is from before a publication: then it is not in the fields."""
        return bool(self.saved and self.saved.is_from_before)

    @cached_property
    def notes(self) -> Mapping[str, list[Note]]:
        """What the checks found, by the id of the field that it stands beside."""
        reasons = {**(self.copy.acknowledged if self.copy else {}), **self._reasons}
        found: dict[str, list[Note]] = defaultdict(list)
        for finding in self.judgement.findings:
            at, label = place_of(self.form, finding.field)
            found[at].append(Note(finding, label, at, reasons.get(finding.key, "")))
        return found

    @property
    def _reasons(self) -> dict[str, str]:
        return reasons_typed(self.form.record)

    @cached_property
    def wrong(self) -> list[tuple[str, str, str]]:
        """What stops publication: the field's id, its name, what is wrong and what to do."""
        mistakes = [(one.field, one.label, one.text) for one in self.judgement.mistakes]
        unread = {at for at, _, _ in mistakes}  # what is typed there is not missing
        blocking = [n for n in self._all_notes if n.finding.is_blocking and n.at not in unread]
        return mistakes + [
            (n.at, n.label, f"{n.finding.found} {n.finding.to_do}") for n in blocking
        ]

    @cached_property
    def open(self) -> list[Note]:
        """What is to be changed or acknowledged, without what was."""
        return [
            note for note in self._all_notes if not note.finding.is_blocking and not note.reason
        ]

    @property
    def _all_notes(self) -> list[Note]:
        return [note for notes in self.notes.values() for note in notes]

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The parts of the page, for its contents."""
        wrong = Counter(edit_parts.part_of(at) for at, _, _ in self.wrong)
        open_ = Counter(edit_parts.part_of(note.at) for note in self.open)
        titles = edit_parts.parts_of(self.kind, self.typed)
        return in_order(titles, wrong, open_, edit_parts.counts_of(self.typed))

    @cached_property
    def facts(self) -> Mapping[str, Field]:
        found = fields_of(self.form.facts, self.typed, self.notes)
        if not self.is_briefing:
            return found
        found["body"].bound.label = self.sections["body"].title
        return found

    @cached_property
    def terms(self) -> Mapping[str, TermList]:
        """Themes and agencies of the whole, suggested by what it says."""
        record = self.form.record
        said = (one.text for one in record.content.statements)
        text = "\n\n".join((record.title, record.standfirst, record.content.body, *said))
        refused = set(self.typed.all("refused"))
        return term_lists(self.form.facts, TERMS, text[:READ_FOR_TERMS], refused, self.vocabulary)

    @cached_property
    def lists(self) -> Mapping[str, list[RowOnPage]]:
        return {name: [self._row(row) for row in rows] for name, rows in self.form.lists.items()}

    @cached_property
    def statements(self) -> Mapping[str, list[Shown]]:
        return statements_of(self.form, self.notes)

    @property
    def lost(self) -> list[Shown]:
        """Statements whose section was removed."""
        return self.statements[""]

    @cached_property
    def related(self) -> list[Title]:
        chosen = set(self.typed.all("related"))
        return [one for one in self._others if str(one.pk) in chosen]

    @cached_property
    def to_relate(self) -> list[tuple[str, list[Title]]]:
        """What can be added to the related ones: briefings, then articles."""
        chosen = set(self.typed.all("related"))
        rest = [one for one in self._others if str(one.pk) not in chosen]
        groups = [(f"{kind.label}s", [t for t in rest if t.kind == kind]) for kind in Kind]
        return [(label, titles) for label, titles in groups if titles]

    @property
    def _others(self) -> list[Title]:
        """Without this one, but where it was related to itself."""
        own = self.edition.piece_id
        return [one for one in self.form.titles if one.pk != own]

    @property
    def refused(self) -> list[str]:
        return self.typed.all("refused")

    @property
    def pinned(self) -> list[str]:
        return self.typed.all("pinned")

    @property
    def names(self) -> Mapping[str, list[str]]:
        """Names of all terms, for the boxes in which one is typed without a script."""
        choices = {kind: self.vocabulary.choices(FACET_OF[kind]) for kind in TERMS}
        return {kind: [label for _, label in found] for kind, found in choices.items()}

    @property
    def undo(self) -> str:
        """The button that brings back the row which was removed."""
        return f"undo:{self.removed}" if self.removed else ""

    @property
    def removed_label(self) -> str:
        return NAMES_OF_ROWS[self.removed.partition(":")[0]]

    def _row(self, row: Row) -> RowOnPage:
        fields = fields_of(row.form, self.typed, self.notes)
        if row.rows != "sections":
            return RowOnPage(row, fields)
        terms = term_lists(row.form, ("agencies",), "", set(), self.vocabulary)
        agencies = replace(terms["agencies"], label="Agencies it is for")
        return RowOnPage(row, fields, agencies, self.statements[row.key])
