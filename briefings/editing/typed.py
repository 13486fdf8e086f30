"""What stands in the fields of the edit page of a briefing or an article, as it was typed.

Rows of all lists have keys like `n3`, which stay: a section's and a statement's key is its id in
the published content. Statements are one list, in the order of the page; each names its section:

    sections: [n1, n2]   statements: [n1, n2]   statements-n1-section: [n2]

What a statement cites, and what is pinned, are sets of tokens: `p12` is the point with the id
12, `r7` the review with the id 7. Refused suggestions stand under `refused`, as `<statement>:p12`.
A statement's key is never given to another: `made` is the highest that there was, where it is gone.
"""

import re
from collections.abc import Iterable
from typing import Self

from briefings.content import Content, Figure
from briefings.models import Edition
from briefings.records import Cited, EditionRecord, read
from reviews.dates import PartialDate
from reviews.editing.form_texts import FormTexts
from reviews.editing.typed import in_words
from reviews.models import Agency, Theme
from reviews.written_dates import read as read_date

REPORT = ("title", "publisher", "published", "url")
AUTHOR = ("name", "role", "biography")
_MADE = re.compile(r"n([0-9]{1,9})")
ROWS = {
    "sections": ("heading", "kind", "text", "agencies", "agencies_typed"),
    "statements": ("section", "text", "evidence", "reason"),
    "questions": ("audience", "text"),
    "resources": ("kind", "title", "publisher", "url"),
    "contacts": ("name", "text", "url"),
    "figures": (
        *("value", "number", "unit", "of", "counts"),
        *("period", "source", "source_published", "source_url"),
    ),
}


class PieceTyped(FormTexts):
    """What is typed of an edition. An article has no sections, a briefing no figures."""

    ROWS = ROWS
    FIELDS = (
        *("slug", "title", "standfirst", "published", "selection", "body", "basis", "concerns"),
        *(f"report_{name}" for name in REPORT),
        *(f"author_{name}" for name in AUTHOR),
        *("themes", "agencies", "themes_typed", "agencies_typed", "related", "pinned"),
        *("refused", "made"),
    )
    SETS = frozenset({"themes", "agencies", "related", "pinned", "evidence", "refused", "made"})

    @classmethod
    def of_edition(cls, edition: Edition) -> Self:
        """What the page shows of an edition that nobody is working on. Nine statements."""
        return cls.of_record(read(edition), edition.piece.slug)

    @classmethod
    def of_record(cls, record: EditionRecord, slug: str) -> Self:
        typed = cls()
        content = record.content
        typed.set("slug", slug)
        for name in ("title", "standfirst", "selection"):
            typed.set(name, getattr(record, name))
        for name in ("body", "basis", "concerns"):
            typed.set(name, getattr(content, name))
        typed.set("published", _date(record.published))
        typed.set("themes", *_slugs(Theme, record.themes))
        typed.set("agencies", *_slugs(Agency, record.agencies))
        typed.set("related", *map(str, record.related))
        typed.set("pinned", *(f"r{pk}" for pk in record.pinned))
        typed._set_single(content)
        typed._set_lists(content, record)
        return typed

    def statements_of(self, section: str) -> list[str]:
        """The keys of a section's statements, in their order."""
        keys = self.rows("statements")
        return [key for key in keys if self.get(f"statements-{key}-section") == section]

    def _unused(self, name: str) -> int:
        """Above the keys that statements still name as their section, and that any ever had."""
        number = super()._unused(name)
        if name == "sections":
            named = [self.get(f"statements-{key}-section") for key in self.rows("statements")]
            return max(number, _highest(named) + 1)
        return max(number, _highest(self._known) + 1) if name == "statements" else number

    def remember_keys(self, *others: Self) -> None:
        """Keep the highest key that a statement had, here or there, if no statement has it now."""
        highest = max(_highest(one._known) for one in (self, *others))
        is_gone = highest > _highest(self.rows("statements"))
        self.set("made", *([f"n{highest}"] if is_gone else []))

    @property
    def _known(self) -> list[str]:
        """The keys of statements that are or were: their own, and those of refusals."""
        refused = (one.partition(":")[0] for one in self.all("refused"))
        return [*self.rows("statements"), *self.all("made"), *refused]

    def _set_single(self, content: Content) -> None:
        for name in REPORT:
            value = getattr(content.report, name)
            self.set(f"report_{name}", _date(value) if name == "published" else value)
        for name in AUTHOR:
            self.set(f"author_{name}", getattr(content.author, name))

    def _set_lists(self, content: Content, record: EditionRecord) -> None:
        for section in content.sections:
            texts = {name: getattr(section, name) for name in ("heading", "kind", "text")}
            self.append_row("sections", section.id, **texts)
            self.set(f"sections-{section.id}-agencies", *section.agencies)
            for one in section.statements:
                texts = {"section": section.id, "text": one.text, "reason": one.reason}
                self.append_row("statements", one.id, **texts)
                tokens = map(token, record.evidence.get(one.id, ()))
                self.set(f"statements-{one.id}-evidence", *tokens)
        for name in ("questions", "resources", "contacts"):
            for one in getattr(content, name):
                self.add_row(name, **{field: getattr(one, field) for field in ROWS[name]})
        for figure in content.figures:
            self.add_row("figures", **_texts_of(figure))


def _highest(keys: Iterable[str]) -> int:
    """The number of the highest of these keys; 0 where none has one."""
    return max((int(found[1]) for found in map(_MADE.fullmatch, keys) if found), default=0)


def token(cited: Cited) -> str:
    """`p12` for a point, `r7` for a review."""
    return f"r{cited.review}" if cited.point is None else f"p{cited.point}"


def _texts_of(figure: Figure) -> dict[str, str]:
    texts = {name: str(getattr(figure, name) or "") for name in ROWS["figures"]}
    number = "" if figure.number is None else f"{figure.number:g}"
    dates = {name: _date(getattr(figure, name)) for name in ("period", "source_published")}
    return {**texts, "number": number, **dates}


def _date(date: PartialDate | None) -> str:
    return in_words(date, read_date) if date else ""


def _slugs(model: type[Theme | Agency], keys: Iterable[int]) -> list[str]:
    terms = model._default_manager.filter(pk__in=keys).select_related("merged_into")
    return list(dict.fromkeys(term.live.slug for term in terms))
