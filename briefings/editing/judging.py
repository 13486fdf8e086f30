"""What stands between a working copy of an edition and the public: mistakes and findings."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from briefings.content import Content, Section
from briefings.editing import checks
from briefings.editing.checks import editions
from briefings.editing.checks.finding import PieceFinding, about
from briefings.editing.edit_form import EditForm
from briefings.records import EditionRecord
from reviews.editing.judging import Judgement

NO_EVIDENCE = "no-evidence"


def judge(form: EditForm, on: date | None = None) -> Judgement:
    """Run every check over what is typed, as on that day (today, if none is given).

    What can't be read is a mistake, and not missing too. What is cited and gone stands in no
    record, but the statement was written over it.
    """
    unread = {mistake.field for mistake in form.mistakes}
    edition = form.edition
    found = [
        *_gone(form),
        *checks.run(form.record, edition.piece, on),
        *editions.find(form.record, edition),
    ]
    kept = [one for one in found if one.text or f"id_{one.field}" not in unread]
    return Judgement(form.mistakes, kept)


def _gone(form: EditForm) -> Iterator[PieceFinding]:
    for key in form.statements:
        for token in form.tokens_of(key):
            held = form.evidence.get(token)
            if held is not None and held.cited is None:
                yield about("cited-gone", f"statements-{key}-evidence", held.label)


def reasons_typed(record: EditionRecord) -> dict[str, str]:
    """By the keys of findings: why statements may stand without evidence, as their rows say."""
    return {key: reason for key, _, reason in _unsupported(record) if reason}


def with_reasons(record: EditionRecord, reasons: Mapping[str, str]) -> EditionRecord:
    """The record with a reason in each statement that cites nothing, and in no other."""
    said = {statement: reasons.get(key, reason) for key, statement, reason in _unsupported(record)}
    sections = tuple(_section(one, said) for one in record.content.sections)
    content: Content = replace(record.content, sections=sections)
    return replace(record, content=content)


def _section(section: Section, said: Mapping[str, str]) -> Section:
    statements = (replace(one, reason=said.get(one.id, "")) for one in section.statements)
    return replace(section, statements=tuple(statements))


def _unsupported(record: EditionRecord) -> Iterator[tuple[str, str, str]]:
    """Statements that cite nothing: the key of the finding, the statement's id, the reason."""
    for one in record.content.statements:
        if not record.evidence.get(one.id):
            field = f"statements-{one.id}-reason"
            yield about(NO_EVIDENCE, field, one.text).key, one.id, one.reason
