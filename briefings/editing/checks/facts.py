"""What an edition lacks, rows that hold nothing, dates and relations that can't be."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from briefings.choices import Kind
from briefings.content import Content
from briefings.editing.checks.finding import PieceFinding, about
from briefings.models import Piece
from briefings.records import EditionRecord


def find(record: EditionRecord, piece: Piece, today: date) -> Iterator[PieceFinding]:
    """Everything that is missing, empty or out of order."""
    if not record.title.strip():
        yield about("no-title", "title")
    if not record.standfirst.strip():
        yield about("no-standfirst", "standfirst")
    if record.published is None:
        yield about("no-date", "published")
    elif record.published.earliest > today:
        yield about("published-in-future", "published", record.published.label)
    if piece.pk in record.related:
        yield about("related-to-itself", "related")
    of_kind = _of_article if piece.kind == Kind.ARTICLE else _of_briefing
    yield from of_kind(record)
    yield from _empty_rows(record.content)


def _of_article(record: EditionRecord) -> Iterator[PieceFinding]:
    if not record.content.body.strip():
        yield about("no-body", "body")
    if not record.content.author.name.strip():
        yield about("no-author", "author_name")


def _of_briefing(record: EditionRecord) -> Iterator[PieceFinding]:
    content = record.content
    if not record.themes and not record.agencies:
        yield about("no-subject", "themes")
    if not any(one.text.strip() for one in content.statements):
        yield about("no-statements", "sections")
    for section in content.sections:
        if not section.heading.strip():
            yield about("no-heading", f"sections-{section.id}-heading")
        if not section.text.strip() and not section.statements:
            field = f"sections-{section.id}-text"
            yield about("empty-section", field, section.heading)
    said = Counter(_said(one.text) for one in content.statements)
    for one in content.statements:
        if not one.text.strip():
            yield about("empty-row", f"statements-{one.id}-text")
        elif said[_said(one.text)] > 1:
            yield about("statement-twice", f"statements-{one.id}-text", one.text)


def _said(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _empty_rows(content: Content) -> Iterator[PieceFinding]:
    """Rows without what they are for: a question without words, a resource without a title."""
    for rows, name in (("questions", "text"), ("resources", "title"), ("contacts", "name")):
        for place, row in enumerate(getattr(content, rows), start=1):
            if not getattr(row, name).strip():
                yield about("empty-row", f"{rows}.{place}.{name}")
