"""A text becomes a batch of proposals: pasted, or as a file. Nothing is decided or published."""

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction

from reviews.choices import Origin
from reviews.dates import PartialDate
from reviews.editing.batches import columns
from reviews.editing.batches.lexicon import lexicon
from reviews.editing.edit_form import this_month
from reviews.intake import files, mixed, tables
from reviews.intake.formats.texts import Text, Unreadable
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Intake
from reviews.models import Batch, Proposal

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NAME = 80  # characters of a text's first line, as its name


def read_pasted(text: str, *, month: PartialDate | None, by: "User") -> Batch:
    """Raises Unreadable, with what to do about it."""
    return _read(files.read_pasted(text), Origin.PASTED, "", month, by)


def read_file(file: UploadedFile, *, month: PartialDate | None, by: "User") -> Batch:
    """A file as it came with a form. Raises Unreadable, with what to do about it."""
    if (file.size or 0) > files.MOST_MEGABYTES * 1024**2:  # then it may not have been kept whole
        raise Unreadable(f"The file is larger than {files.MOST_MEGABYTES} MB. Divide it.")
    content = file.read()
    if len(content) < (file.size or 0):  # repository/incoming_files.py has a limit of its own
        raise Unreadable("The file is larger than this site takes. Divide it.")
    return read_content(file.name or "file", content, month=month, by=by)


def read_content(name: str, content: bytes, *, month: PartialDate | None, by: "User") -> Batch:
    """A file whose bytes are at hand. Raises Unreadable, with what to do about it."""
    return _read(files.read_file(name, content), Origin.FILE, name[-200:], month, by)


def _read(text: Text, origin: Origin, name: str, month: PartialDate | None, by: "User") -> Batch:
    """The batch of this text; the one that is there, if it was read in before.

    Without a month it is the one that the text names, or this one.
    """
    if text.kind == tables.CSV:
        return columns.keep_table(text, name=name, month=month or this_month(), by=by)
    words = lexicon()
    intake = proposed(text, words, month, otherwise=this_month())
    month = PartialDate.parse(intake.added) if intake.added else this_month()
    with transaction.atomic():
        _wait_for_others()
        before = Batch.objects.filter(text=intake.text, month=month, undone_at=None)
        if there := before.first():
            return there
        return keep(intake, text=text, origin=origin, name=name, month=month, by=by)


def _wait_for_others() -> None:
    """One text at a time becomes rows: a form that is sent twice finds what the first has made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('reviews_batch'))")


def proposed(
    text: Text, words: Lexicon, month: PartialDate | None, otherwise: PartialDate | None = None
) -> Intake:
    """What a text proposes; a table by what its columns seem to be. Writes nothing."""
    month_iso = month.iso if month else None
    otherwise_iso = otherwise.iso if otherwise else None
    if text.kind in files.TABLES:
        return tables.read_table(text.kind, text.text, words, month=month_iso or otherwise_iso)
    return mixed.read(text, words, month=month_iso, otherwise=otherwise_iso)


@transaction.atomic
def keep(
    intake: Intake,
    *,
    text: Text,
    origin: Origin,
    name: str,
    month: PartialDate,
    by: "User | None",
) -> Batch:
    """What was read, as rows. `month` is for reviews that name none of their own."""
    batch = Batch.objects.create(
        name=name or name_of(intake.text),
        origin=origin,
        kind=text.kind,
        text=intake.text,
        notes=list(text.notes),
        month=month,  # type: ignore[misc]
        declared=intake.declared,
        rest=intake.rest(),
        by=by,
    )
    Proposal.objects.bulk_create(
        Proposal(batch=batch, order=order, read=proposal.to_dict())
        for order, proposal in enumerate(intake.proposals, start=1)
    )
    return batch


def name_of(text: str) -> str:
    """The first words of a text, as the name of its batch."""
    line = next(filter(None, map(str.strip, text.splitlines())), "")
    return line if len(line) <= NAME else f"{line[:NAME].rsplit(' ', 1)[0]} …"
