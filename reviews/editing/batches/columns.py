"""What a table's columns are: what is remembered of tables with the same names, and what is chosen.

A table is kept as it was read (`rest["table"]`), so that its columns can be chosen again for as
long as nothing of it is decided. The text of its batch is then its rows, written out.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from reviews.choices import Decision, Origin
from reviews.dates import PartialDate
from reviews.editing.batches.deciding import IsUndone, Outdated
from reviews.editing.batches.lexicon import lexicon
from reviews.intake.formats.texts import Text
from reviews.intake.tables.column_names import FIELDS
from reviews.intake.tables.columns import problems_of, signature
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.sheets import Table, read_csv
from reviews.models import Batch, ColumnMapping, Proposal

if TYPE_CHECKING:
    from django.contrib.auth.models import User

TABLE = "table"  # in `rest`: the table as it was read


class IsDecided(Exception):
    """Something of the table is decided already: its columns stay as they are."""


def keep_table(text: Text, *, name: str, month: PartialDate, by: "User") -> Batch:
    """A table as a batch, without proposals until somebody has said what its columns are."""
    there = Batch.objects.filter(rest__table=text.text, month=month, undone_at=None).first()
    return there or Batch.objects.create(
        name=name or "Table",
        origin=Origin.TABLE,
        kind=text.kind,
        text=text.text,
        notes=list(text.notes),
        month=month,  # type: ignore[misc]
        rest={TABLE: text.text},
        by=by,
    )


def is_table(batch: Batch) -> bool:
    return TABLE in batch.rest


def is_chosen(batch: Batch) -> bool:
    """Whether somebody has said what the columns are."""
    return "columns" in batch.rest


def awaits_choice(batch: Batch) -> bool:
    """Whether nothing can be shown of a table before its columns are known."""
    return is_table(batch) and not is_chosen(batch) and batch.undone_at is None


def table_of(batch: Batch) -> Table:
    return read_csv(batch.rest[TABLE])


def remembered(table: Table) -> ColumnMapping | None:
    """What was chosen for the last table with these names, if all of it can still be chosen."""
    rows = ColumnMapping.objects.select_related("by")
    found = rows.filter(signature=signature(table.header)).first()
    if found and len(found.columns) == len(table.header) and FIELDS.keys() >= set(found.columns):
        return found
    return None


def forget(table: Table) -> None:
    ColumnMapping.objects.filter(signature=signature(table.header)).delete()


@transaction.atomic
def choose(*, batch: Batch, number: int, mapping: Sequence[str], by: "User") -> int:
    """Make the proposals of a table; how many there are. What is chosen is remembered.

    `number` is that of the batch that was looked at. Raises Outdated, IsUndone or IsDecided, and
    ValueError for a choice that can't be; then nothing has changed.
    """
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if held.undone_at:
        raise IsUndone
    if held.number != number:
        raise Outdated
    if is_decided(held):
        raise IsDecided
    table = table_of(held)
    if problems := problems_of(table.header, mapping):
        raise ValueError(problems[0][1])
    intake = read_rows(table, mapping, lexicon(), month=held.month.iso)
    held.proposals.all().delete()
    Proposal.objects.bulk_create(
        Proposal(batch=held, order=order, read=proposal.to_dict())
        for order, proposal in enumerate(intake.proposals, start=1)
    )
    held.text, held.number = intake.text, held.number + 1
    held.rest = intake.rest() | {TABLE: held.rest[TABLE], "columns": list(mapping)}
    held.save(update_fields=["text", "number", "rest"])
    _remember(table, mapping, held.name, by)
    return len(intake.proposals)


def is_decided(batch: Batch) -> bool:
    """Whether somebody has decided about an entry of the table."""
    return batch.proposals.exclude(state=Decision.WAITING).exists()


def _remember(table: Table, mapping: Sequence[str], name: str, by: "User") -> None:
    ColumnMapping.objects.update_or_create(
        signature=signature(table.header),
        defaults={
            "name": name,
            "columns": list(mapping),
            "by": by,
            "used_at": timezone.now(),
        },
    )
