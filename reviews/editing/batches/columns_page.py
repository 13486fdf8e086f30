"""The page that says what the columns of a table are, with the first records that this makes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reviews.editing.batches import columns
from reviews.editing.batches.lexicon import lexicon
from reviews.editing.batches.shown import Shown, ShownProposal, sure
from reviews.editing.vocabulary import Vocabulary
from reviews.intake.tables.column_names import FIELDS, IGNORE
from reviews.intake.tables.columns import Guess, problems_of, propose
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.sheets import Table, told
from reviews.models import Batch, ColumnMapping

PREVIEWED, LOOKED_AT = 3, 12  # records that are shown, and rows in which they are looked for
LONGEST = 160  # characters of a sample

CHOICES = [(code, field.label) for code, field in FIELDS.items()]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it, what it is taken for, and what is wrong with that."""

    place: int
    letter: str
    name: str
    samples: list[str]
    chosen: str
    said: str
    is_doubtful: bool
    errors: list[str]

    @property
    def field(self) -> str:
        return field_name(self.place)

    @property
    def is_left_out(self) -> bool:
        return self.chosen == IGNORE


@dataclass(frozen=True, slots=True)
class Previewed:
    """A record that a row makes."""

    row: str
    title: str
    fields: list[Shown]


class ColumnsPage:
    """`posted` is what a form sent; without it, what is remembered or else proposed is chosen."""

    def __init__(
        self, batch: Batch, vocabulary: Vocabulary, posted: Mapping[str, str] | None = None
    ) -> None:
        self.batch, self.vocabulary = batch, vocabulary
        self.number = batch.number
        self.is_sent = posted is not None
        self.words = lexicon()
        self.mapping = self._sent(posted) if posted is not None else self._first()

    @cached_property
    def table(self) -> Table:
        return columns.table_of(self.batch)

    @cached_property
    def remembered(self) -> ColumnMapping | None:
        return columns.remembered(self.table)

    @cached_property
    def guesses(self) -> list[Guess]:
        return propose(self.table, self.words)

    @cached_property
    def problems(self) -> list[tuple[int | None, str]]:
        """What is wrong with what is chosen. Before anything was sent, that is no mistake yet."""
        if not self.table.header:
            return []
        return problems_of(self.table.header, self.mapping)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Each with the field to go to."""
        if not self.is_sent:
            return []
        return [
            (field_name(place or 0), self._named(place) + said) for place, said in self.problems
        ]

    @property
    def columns(self) -> list[Column]:
        wrong = self.problems if self.is_sent else []
        return [
            Column(
                place,
                self.table.letters[place],
                name,
                [_short(text) for text in self.table.samples(place)],
                self.mapping[place],
                self._said(place),
                self._is_doubtful(place),
                [said for at, said in wrong if at == place],
            )
            for place, name in enumerate(self.table.header)
        ]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return CHOICES

    @cached_property
    def preview(self) -> list[Previewed]:
        """The first records, of the rows at the top of the table."""
        if any(code not in FIELDS for code in self.mapping):
            return []
        top = replace(self.table, rows=self.table.rows[:LOOKED_AT], problems=[])
        intake = read_rows(top, self.mapping, self.words, month=self.batch.month.iso)
        found = []
        for proposal in intake.proposals[:PREVIEWED]:
            read = proposal.to_dict()
            row = intake.text[proposal.span.start :].split("\n", 1)[0]
            shown = ShownProposal(read, intake.text, self.vocabulary).fields
            said = [one for one in shown if one.values or one.warnings]
            found.append(Previewed(row, read["title"], said))
        return found

    @cached_property
    def rows(self) -> int:
        return len(self.table.rows)

    @property
    def troubles(self) -> list[str]:
        """What is wrong with the table itself, with the numbers of its rows."""
        return [problem.text for problem in told(self.table.problems)]

    def _first(self) -> list[str]:
        """What is chosen when the page is opened."""
        if columns.is_chosen(self.batch):
            return list(self.batch.rest["columns"])
        if self.remembered:
            return list(self.remembered.columns)
        return [guess.field for guess in self.guesses]

    def _sent(self, posted: Mapping[str, str]) -> list[str]:
        places = range(len(self.table.header))
        return [posted.get(field_name(place), "")[:40] for place in places]

    def _said(self, place: int) -> str:
        """How sure a choice is that is still the one proposed."""
        guess, chosen = self.guesses[place], self.mapping[place]
        if self.remembered and chosen == self.remembered.columns[place]:
            return "as last time"
        if guess.field != chosen:
            return ""
        return f"proposed, {sure(guess.confidence)}"

    def _is_doubtful(self, place: int) -> bool:
        return self._said(place).startswith("proposed") and not self.guesses[place].is_sure

    def _named(self, place: int | None) -> str:
        return "" if place is None else f"{self.table.header[place]}: "


def field_name(place: int) -> str:
    return f"column-{place}"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"
