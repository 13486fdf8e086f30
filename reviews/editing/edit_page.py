"""The edit page of a review: everything that its template shows, as flat values.

It shows what is typed, valid or not, saved or not. Reading and judging it costs five statements,
whatever the number of rows.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User

from reviews import permissions
from reviews.choices import State
from reviews.codes import Facet
from reviews.editing import uploads
from reviews.editing.conflicts import Conflict, conflicts_of
from reviews.editing.edit_form import NAMES_OF_ROWS, EditForm, Row
from reviews.editing.field_places import SECTIONS, place_of, section_of
from reviews.editing.judging import Judgement, judge
from reviews.editing.sent import Sent
from reviews.editing.shown_fields import Field, Note, fields_of
from reviews.editing.store import Saved
from reviews.editing.suggested_terms import TermList, term_lists
from reviews.editing.typed import REFUSED, ROWS, TERMS, Typed
from reviews.editing.uploads import Received, RowFile
from reviews.editing.vocabulary import FACET_OF, Vocabulary
from reviews.models import Review, WorkingCopy


@dataclass(frozen=True, slots=True)
class RowOnPage:
    """A row: `id` is its own on the page, `fields` and `terms` are by name."""

    row: Row
    fields: Mapping[str, Field]
    terms: Mapping[str, TermList]
    file: RowFile | None = None

    @property
    def is_first(self) -> bool:
        return self.row.place == 1


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: how many things stop publication, and how many are to be looked at.

    `count` is how much stands in it, where that is counted; `following` the part after it.
    """

    name: str
    title: str
    wrong: int
    open: int
    count: int | None
    following: "Section | None" = None


def in_order(
    titles: Mapping[str, str],
    wrong: Mapping[str, int],
    open_: Mapping[str, int],
    counts: Mapping[str, int],
) -> Mapping[str, Section]:
    """The parts of a page by name, each with the one that follows it."""
    found: dict[str, Section] = {}
    following: Section | None = None
    for name, title in reversed(list(titles.items())):
        following = Section(name, title, wrong[name], open_[name], counts.get(name), following)
        found[name] = following
    return {name: found[name] for name in titles}


class EditPage:
    """What is typed, as the page shows it."""

    def __init__(
        self,
        review: Review,
        typed: Typed,
        vocabulary: Vocabulary,
        sent: Sent,
        *,
        user: User,
        copy: WorkingCopy | None = None,
        saved: Saved | None = None,
        received: Mapping[str, Received] | None = None,
        removed: str = "",
    ) -> None:
        self.review, self.typed, self.vocabulary, self.sent = review, typed, vocabulary, sent
        self.user, self.copy, self.saved, self.removed = user, copy, saved, removed
        self.form = EditForm(review, typed, vocabulary)
        self.files = uploads.of_rows(review, typed, received)

    @cached_property
    def judgement(self) -> Judgement:
        return judge(self.form)

    @property
    def title(self) -> str:
        return self.form.record.title or "Untitled"

    @property
    def is_correction(self) -> bool:
        return self.review.state == State.PUBLISHED and self.copy is not None

    @property
    def is_begun(self) -> bool:
        """Whether anything was saved yet: an empty page need not list what is missing."""
        return self.copy is None or self.copy.number > self.copy.first_number

    @property
    def may_publish(self) -> bool:
        is_draft = self.review.state == State.DRAFT
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
        reasons = self.copy.acknowledged if self.copy else {}
        found: dict[str, list[Note]] = defaultdict(list)
        for finding in self.judgement.findings:
            at, label = place_of(self.form, finding.field)
            found[at].append(Note(finding, label, at, reasons.get(finding.key, "")))
        return found

    @cached_property
    def wrong(self) -> list[tuple[str, str, str]]:
        """What stops publication: the field's id, its name, what is wrong and what to do."""
        mistakes = [(one.field, one.label, one.text) for one in self.judgement.mistakes]
        notes = [note for notes in self.notes.values() for note in notes]
        blocking = [note for note in notes if note.finding.is_blocking]
        return mistakes + [
            (n.at, n.label, f"{n.finding.found} {n.finding.to_do}") for n in blocking
        ]

    @cached_property
    def open(self) -> list[Note]:
        """What is to be changed or acknowledged, without what was."""
        notes = [note for notes in self.notes.values() for note in notes]
        return [note for note in notes if not note.finding.is_blocking and not note.reason]

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        wrong = Counter(section_of(at) for at, _, _ in self.wrong)
        open_ = Counter(section_of(note.at) for note in self.open)
        counts = {name: len(self.form.lists[name]) for name in SECTIONS if name in ROWS}
        return in_order(SECTIONS, wrong, open_, counts)

    @cached_property
    def facts(self) -> Mapping[str, Field]:
        return fields_of(self.form.facts, self.typed, self.notes)

    @cached_property
    def terms(self) -> Mapping[str, TermList]:
        """Harms, themes and agencies of the whole review, suggested by its account."""
        record = self.form.record
        text = "\n\n".join(filter(None, (record.headline, record.incident_note, record.summary)))
        return term_lists(self.form.facts, TERMS, text, self._refused, self.vocabulary)

    @cached_property
    def lists(self) -> Mapping[str, list[RowOnPage]]:
        return {name: [self._row(row) for row in rows] for name, rows in self.form.lists.items()}

    @property
    def refused(self) -> list[str]:
        return self.typed.all(REFUSED)

    @property
    def partnerships(self) -> list[str]:
        return [label for _, label in self.vocabulary.choices(Facet.PARTNERSHIP)]

    @property
    def names(self) -> Mapping[str, list[str]]:
        """Names of all terms, for the boxes in which one is typed without a script."""
        choices = {kind: self.vocabulary.choices(facet) for kind, facet in FACET_OF.items()}
        return {kind: [label for _, label in found] for kind, found in choices.items()}

    @property
    def undo(self) -> str:
        """The button that brings back the row which was removed."""
        return f"undo:{self.removed}" if self.removed else ""

    @property
    def removed_label(self) -> str:
        return NAMES_OF_ROWS[self.removed.partition(":")[0]]

    @cached_property
    def _refused(self) -> set[str]:
        return set(self.refused)

    def _row(self, row: Row) -> RowOnPage:
        kinds = [kind for kind in TERMS if kind in ROWS[row.rows]]
        text = self.typed.get(f"{row.id}-text") if kinds else ""
        terms = term_lists(row.form, kinds, text, self._refused, self.vocabulary) if kinds else {}
        file = self.files.get(row.key) if row.rows == "documents" else None
        return RowOnPage(row, fields_of(row.form, self.typed, self.notes), terms, file)
