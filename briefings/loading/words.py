"""The words of an edition in a file: what stands in `briefings.content`, field by field.

Sections and statements get their ids here, n1, n2 and so on in the order of the file: ids are
rows of the edit page, and mean nothing to whoever writes a file.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import count

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from briefings.choices import Audience, ResourceKind, SectionKind
from briefings.content import (
    Author,
    Contact,
    Content,
    Figure,
    Question,
    Report,
    Resource,
    Section,
    Statement,
)
from briefings.prose_tree import LONGEST as BODY
from reviews.dates import PartialDate, quoted
from reviews.parsing import Fields, listed

type Cites = Callable[[str, Fields], None]  # reads what a statement cites

LINE = 300
PARAGRAPHS = 20_000
STATEMENT = 2_000
MOST = 100
MOST_SECTIONS = 50

COMMON = {"body", "questions", "resources", "contacts", "concerns"}
BRIEFING = {"basis", "sections"}
ARTICLE = {"author", "figures", "report"}

_SECTION = frozenset({"heading", "kind", "text", "agencies", "statements"})
_STATEMENT = frozenset({"text", "reason", "evidence"})
_FIGURE = {"value", "counts", "number", "unit", "of", "period"}
_SOURCE = {"source", "source_published", "source_url"}
_is_web = URLValidator(schemes=["http", "https"])


def read(fields: Fields, cites: Cites) -> Content:
    """The words of an edition; what its statements cite goes to `cites`."""
    keys = count(1)
    return Content(
        body=fields.text_or_none("body", BODY, lines=True),
        basis=fields.text_or_none("basis", PARAGRAPHS, lines=True),
        sections=tuple(
            _read_section(section, f"n{number}", keys, cites)
            for number, section in enumerate(
                objects(fields, "sections", _SECTION, MOST_SECTIONS), start=1
            )
        ),
        questions=tuple(map(_read_question, objects(fields, "questions", _QUESTION))),
        resources=tuple(map(_read_resource, objects(fields, "resources", _RESOURCE))),
        contacts=tuple(map(_read_contact, objects(fields, "contacts", _CONTACT))),
        concerns=fields.text_or_none("concerns", PARAGRAPHS, lines=True),
        author=_read_author(single(fields, "author", _AUTHOR)),
        figures=tuple(map(_read_figure, objects(fields, "figures", frozenset(_FIGURE | _SOURCE)))),
        report=_read_report(single(fields, "report", _REPORT)),
    )


_QUESTION = frozenset({"audience", "text"})
_RESOURCE = frozenset({"kind", "title", "publisher", "url"})
_CONTACT = frozenset({"name", "text", "url"})
_AUTHOR = frozenset({"name", "role", "biography"})
_REPORT = frozenset({"title", "publisher", "published", "url"})


def objects(fields: Fields, name: str, known: frozenset[str], most: int = MOST) -> Iterator[Fields]:
    """The objects of a list; what is none is noted and passed over."""
    for place, item in fields.items(name, most):
        path = f"{fields.path}.{place}" if fields.path else place
        found = Fields.of(item, path, fields.problems, known)
        if isinstance(item, dict):
            yield found


def single(fields: Fields, name: str, known: frozenset[str]) -> Fields:
    """An object that may be missing."""
    given = fields.values.get(name)
    return Fields.of({} if given is None else given, name, fields.problems, known)


def read_choice(fields: Fields, name: str, values: Collection[str]) -> str:
    """One of a closed list, which must be given."""
    if fields.is_absent(name, f"Write one of {listed(values)}."):
        return ""
    given = fields.values[name]
    if isinstance(given, str) and given in values:
        return given
    fields.problem(name, f"is not one of {listed(values)}. Choose one.")
    return ""


def read_date(fields: Fields, name: str) -> PartialDate | None:
    return fields.iso(name, PartialDate.parse)


def _read_section(section: Fields, key: str, keys: Iterator[int], cites: Cites) -> Section:
    statements = []
    for statement in objects(section, "statements", _STATEMENT):
        own = f"n{next(keys)}"
        text = statement.text("text", STATEMENT, "Write what the reviews show, or remove it.")
        statements.append(Statement(own, text, statement.text_or_none("reason", STATEMENT)))
        cites(own, statement)
    return Section(
        id=key,
        heading=section.text("heading", LINE, "Write the section’s heading."),
        kind=read_choice(section, "kind", SectionKind.values),
        text=section.text_or_none("text", PARAGRAPHS, lines=True),
        agencies=section.slugs("agencies", MOST),
        statements=tuple(statements),
    )


def _read_question(question: Fields) -> Question:
    audience = read_choice(question, "audience", Audience.values)
    return Question(audience, question.text("text", STATEMENT, "Write the question."))


def _read_resource(resource: Fields) -> Resource:
    return Resource(
        kind=read_choice(resource, "kind", ResourceKind.values),
        title=resource.text("title", LINE, "Write what it is called."),
        publisher=resource.text_or_none("publisher", LINE),
        url=_read_address(resource, "url"),
    )


def _read_contact(contact: Fields) -> Contact:
    return Contact(
        name=contact.text("name", LINE, "Write who it is."),
        text=contact.text_or_none("text", STATEMENT),
        url=_read_address(contact, "url", more=("tel:", "mailto:")),
    )


def _read_author(author: Fields) -> Author:
    return Author(
        name=author.text_or_none("name", LINE),
        role=author.text_or_none("role", LINE),
        biography=author.text_or_none("biography", STATEMENT, lines=True),
    )


def _read_report(report: Fields) -> Report:
    return Report(
        title=report.text_or_none("title", LINE),
        publisher=report.text_or_none("publisher", LINE),
        published=read_date(report, "published"),
        url=_read_address(report, "url"),
    )


def _read_figure(figure: Fields) -> Figure:
    return Figure(
        value=figure.text("value", LINE, "Write the figure as it is said, such as 485."),
        counts=figure.text("counts", LINE, "Write what it counts."),
        number=_read_number(figure),
        unit=figure.text_or_none("unit", LINE),
        of=figure.text_or_none("of", LINE),
        period=read_date(figure, "period"),
        source=figure.text_or_none("source", LINE),
        source_published=read_date(figure, "source_published"),
        source_url=_read_address(figure, "source_url"),
    )


def _read_number(figure: Fields) -> float | None:
    number = figure.values.get("number")
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < 1e12:
        figure.problem("number", "must be a number, 0 or more, or null.")
        return None
    return number


def _read_address(fields: Fields, name: str, more: tuple[str, ...] = ()) -> str:
    """A web address, or one of the other kinds that may stand here."""
    url = fields.text_or_none(name, LINE)
    if not url or _is_address(url, more):
        return url
    kinds = " or ".join(("https://…", *(f"{kind}…" for kind in more)))
    fields.problem(name, f"{quoted(url)} is not an address. Write {kinds}, or null.")
    return ""


def _is_address(url: str, more: tuple[str, ...]) -> bool:
    scheme = next((kind for kind in more if url.startswith(kind)), "")
    rest = url.removeprefix(scheme)
    if scheme == "tel:":
        return rest.isascii() and rest.removeprefix("+").isdecimal()
    try:
        (validate_email if scheme else _is_web)(rest)
    except ValidationError:
        return False
    return bool(scheme) or url.startswith(("https://", "http://"))
