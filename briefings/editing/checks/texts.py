"""Every text of an edition that the public would read, and what in them could identify a child."""

from collections.abc import Iterator

from briefings.content import Content
from briefings.records import EditionRecord
from reviews.editing.checks import Context, Finding, identifying

# Of each list, the texts of its rows.
ROWS = {
    "questions": ("text",),
    "resources": ("title", "publisher"),
    "contacts": ("name", "text"),
    "figures": ("value", "counts", "unit", "of", "source"),
}
REPORT, AUTHOR = ("title", "publisher"), ("name", "role", "biography")
MARKDOWN = ("body", "basis", "concerns")
# Where people and bodies are named because they are to be known or reached, and what may stand.
_PUBLIC = ("author", "contacts", "resources", "report", "figures", "concerns")
_NAMES = frozenset(
    ("name", "surname", "given-name", "school", "hospital", "street", "address", "small-place")
    + ("postcode", "postcode-area", "phone", "email", "account", "combination")
)


def texts(record: EditionRecord) -> dict[str, str]:
    """By field, as `PieceFinding.field` names them; empty ones are left out."""
    return {name: text for name, text in _texts(record) if text}


def find_identifying(found: dict[str, str]) -> list[Finding]:
    """Details that could tell who a child is. Where somebody is to be reached, names may stand."""
    return [
        one
        for one in identifying.find(found, Context())
        if not (one.field.startswith(_PUBLIC) and one.code in _NAMES)
    ]


def _texts(record: EditionRecord) -> Iterator[tuple[str, str]]:
    content = record.content
    yield "title", record.title
    yield "standfirst", record.standfirst
    for name in MARKDOWN:
        yield name, getattr(content, name)
    yield from _of_sections(content)
    for rows, names in ROWS.items():
        for place, row in enumerate(getattr(content, rows), start=1):
            for name in names:
                yield f"{rows}.{place}.{name}", getattr(row, name)
    for name in AUTHOR:
        yield f"author_{name}", getattr(content.author, name)
    for name in REPORT:
        yield f"report_{name}", getattr(content.report, name)


def _of_sections(content: Content) -> Iterator[tuple[str, str]]:
    for section in content.sections:
        yield f"sections-{section.id}-heading", section.heading
        yield f"sections-{section.id}-text", section.text
        for one in section.statements:
            yield f"statements-{one.id}-text", one.text
