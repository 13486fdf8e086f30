"""An edition's fields laid out for comparison: every value in words, row by row.

What stands behind an id (a theme, a pinned review, what a statement cites) is named, so that a
comparison reads the same whatever has become of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefings.choices import Audience, ResourceKind, SectionKind
from briefings.editing.edit_form import EditForm
from briefings.editing.typed import AUTHOR, REPORT
from reviews.codes import Facet
from reviews.dates import PartialDate

_KINDS = {
    "kind": {**dict(SectionKind.choices), **dict(ResourceKind.choices)},
    "audience": dict(Audience.choices),
}
_WORDS = {"text", "heading", "value", "counts", "biography"}
# Of each list: the fields of its rows, and what each is called.
ROWS = {
    "questions": {"audience": "For", "text": "Question"},
    "resources": {"kind": "Kind", "title": "Title", "publisher": "Publisher", "url": "Link"},
    "contacts": {"name": "Name", "text": "About them", "url": "Link or number"},
    "figures": {
        **{"value": "Value", "number": "Number", "unit": "Unit", "counts": "What it counts"},
        **{"of": "Of which whole", "period": "Period", "source": "Source"},
        **{"source_published": "Date of the source", "source_url": "Link to the source"},
    },
}
LABELS = {
    **{"title": "Title", "standfirst": "Standfirst", "published": "Published"},
    **{"themes": "Themes", "agencies": "Agencies", "selection": "Selection", "pinned": "Sample"},
    **{"body": "Text", "basis": "How the reviews were chosen", "concerns": "If you have concerns"},
    **{f"author_{name}": f"Author, {name}" for name in AUTHOR},
    **{f"report_{name}": f"Report, {name}" for name in REPORT},
    "related": "Related",
}
_FIELDS_IN_WORDS = {"title", "standfirst", "body", "basis", "concerns", "author_biography"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in words: a text compared word by word (`is_words`), another, or a set of names."""

    label: str
    text: str = ""
    names: tuple[str, ...] = ()
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list: its key, its number on the page, what it is in (`group`), its values."""

    key: str
    number: str
    cells: tuple[Cell, ...]
    group: str = ""

    @property
    def text(self) -> str:
        """What it is known by where it has no key."""
        return " ".join(cell.text for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All values of an edition, in the order of the edit page."""

    fields: Mapping[str, Cell]
    rows: Mapping[str, tuple[Line, ...]]


def sheet_of(form: EditForm) -> Sheet:
    """About five statements, however much there is."""
    rows = {
        "sections": tuple(_sections(form)),
        "statements": tuple(_statements(form)),
        **{name: tuple(_rows(form, name, fields)) for name, fields in ROWS.items()},
    }
    return Sheet(dict(_fields(form)), rows)


def _fields(form: EditForm) -> Iterator[tuple[str, Cell]]:
    record, content = form.record, form.record.content
    titles = {one.pk: one.title for one in form.titles}
    names: dict[str, Iterable[str]] = {
        **{name: _terms(form, name) for name in ("themes", "agencies")},
        "pinned": _references(form, form.typed.all("pinned")),
        "related": (titles.get(pk, "") for pk in record.related),
    }
    values: dict[str, Any] = {name: getattr(record, name, "") for name in LABELS}
    values |= {name: getattr(content, name) for name in ("body", "basis", "concerns")}
    values |= {f"author_{name}": getattr(content.author, name) for name in AUTHOR}
    values |= {f"report_{name}": getattr(content.report, name) for name in REPORT}
    for name, label in LABELS.items():
        if name in names:
            yield name, Cell(label, names=tuple(names[name]))
        else:
            yield name, Cell(label, _shown(name, values[name]), is_words=name in _FIELDS_IN_WORDS)


def _sections(form: EditForm) -> Iterator[Line]:
    agencies = dict(form.vocabulary.choices(Facet.AGENCY))
    for place, section in enumerate(form.record.content.sections, start=1):
        cells = (
            Cell("Heading", section.heading, is_words=True),
            Cell("What it is about", _shown("kind", section.kind)),
            Cell("Text", section.text, is_words=True),
            Cell("For", names=tuple(agencies.get(slug, slug) for slug in section.agencies)),
        )
        yield Line(section.id, str(place), cells)


def _statements(form: EditForm) -> Iterator[Line]:
    for section in form.record.content.sections:
        for one in section.statements:
            cells = (
                Cell("Statement", one.text, is_words=True),
                Cell("Evidence", names=tuple(_evidence(form, form.tokens_of(one.id)))),
                Cell("Why it may stand without", one.reason, is_words=True),
            )
            yield Line(one.id, form.statements[one.id], cells, section.id)


def _rows(form: EditForm, name: str, fields: Mapping[str, str]) -> Iterator[Line]:
    found = getattr(form.record.content, name)
    for place, (row, value) in enumerate(zip(form.lists[name], found, strict=True), start=1):
        cells = (
            Cell(label, _shown(field, getattr(value, field)), is_words=field in _WORDS)
            for field, label in fields.items()
        )
        yield Line(row.key, str(place), tuple(cells))


def _terms(form: EditForm, name: str) -> list[str]:
    return [form.vocabulary.label(name, slug) for slug in form.facts.chosen(name)]


def _references(form: EditForm, tokens: Iterable[str]) -> Iterator[str]:
    found = (form.evidence[token] for token in tokens if token in form.evidence)
    return (one.reference or one.label for one in found)


def _evidence(form: EditForm, tokens: Iterable[str]) -> Iterator[str]:
    return (form.evidence[token].label for token in tokens if token in form.evidence)


def _shown(name: str, value: Any) -> str:
    """A value in words; "" for what is not given."""
    if name in _KINDS:
        return str(_KINDS[name].get(value, value))
    if isinstance(value, PartialDate):
        return value.label
    if isinstance(value, float):
        return f"{value:g}"
    return str(value or "")
