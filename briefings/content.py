"""What an edition says, beside its evidence: sections of statements, questions, figures.

An edition is a document that is written, compared and kept as one; so its words are one value,
stored as JSON. What relates it to the record (citations, pinned reviews, themes, related pieces)
stands in rows, with foreign keys. Why: docs/adr/0016.

Every text may be empty; what must not be is the checks' business (editing/checks).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Self

from reviews.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or two that the reviews support. `id` stays while statements are moved.

    `reason` is why it may stand without evidence, where an editor has said so.
    """

    id: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a briefing. `kind` is a `SectionKind`; `agencies` (slugs) are those it is for."""

    id: str
    heading: str
    kind: str = ""
    text: str = ""
    agencies: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A reflective question. `audience` is an `Audience`."""

    audience: str
    text: str


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read elsewhere. `kind` is a `ResourceKind`."""

    kind: str
    title: str
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: a name, a line about them, and an address or a telephone number."""

    name: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    name: str = ""
    role: str = ""
    biography: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that it needs to be understood and checked.

    `value` is as written ("485", "over half"); `number` is what a chart draws (a count, or per
    cent where `unit` is "%"); `of` is the whole it is part of, where there is one ("of 330
    rapid reviews"). `period` is a date, a year or an interval.
    """

    value: str
    counts: str
    number: float | None = None
    unit: str = ""
    of: str = ""
    period: PartialDate | None = None
    source: str = ""
    source_published: PartialDate | None = None
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The report that an article speaks of."""

    title: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The words of an edition. `body` is Markdown: a briefing's introduction, an article's text."""

    body: str = ""
    basis: str = ""  # how the sample was chosen and read, beside what is counted
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    resources: tuple[Resource, ...] = ()
    contacts: tuple[Contact, ...] = ()
    concerns: str = ""  # Markdown: what to do if you have concerns
    author: Author = Author()
    figures: tuple[Figure, ...] = ()
    report: Report = Report()

    def to_json(self) -> dict[str, Any]:
        stored: dict[str, Any] = _plain(self)
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """What `to_json` stored. Names that are not known raise TypeError."""
        values = dict(stored)
        for name, kind in _LISTS.items():
            values[name] = tuple(_made(kind, one) for one in values.get(name, ()))
        for name, single in _SINGLE.items():
            values[name] = _made(single, values.get(name, {}))
        return cls(**values)

    @property
    def statements(self) -> list[Statement]:
        """All statements, in the order of the page."""
        return [one for section in self.sections for one in section.statements]


_LISTS: dict[str, type] = {
    "sections": Section,
    "questions": Question,
    "resources": Resource,
    "contacts": Contact,
    "figures": Figure,
}
_SINGLE: dict[str, type] = {"author": Author, "report": Report}
_DATES = {"period", "published", "source_published"}


def _made(kind: type, stored: Mapping[str, Any]) -> Any:
    values = {name: _value(name, value) for name, value in stored.items()}
    if unknown := values.keys() - _names(kind):
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}.")
    return kind(**values)


@cache
def _names(kind: type) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind))


def _value(name: str, value: Any) -> Any:
    if name == "statements":
        return tuple(_made(Statement, one) for one in value)
    if name in _DATES:
        return PartialDate.parse(value) if value else None
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """As JSON has it: dates as ISO 8601 text."""
    if isinstance(value, PartialDate):
        return value.iso
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
