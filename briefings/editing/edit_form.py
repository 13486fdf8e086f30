"""The edit page's fields as a whole: what is typed, what can't be read, the record it makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefings.choices import State
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
from briefings.editing.cited import Evidence, evidence_of
from briefings.editing.forms import ROW_FORMS, FactsForm
from briefings.editing.selecting import query_of
from briefings.editing.typed import AUTHOR, REPORT, PieceTyped
from briefings.models import Edition, Piece
from briefings.records import Cited, EditionRecord
from reviews.codes import value_of
from reviews.dates import quoted
from reviews.editing.edit_form import Mistake, cleaned, mistakes_of
from reviews.editing.forms import RowForm
from reviews.editing.vocabulary import FACET_OF, Vocabulary

NAMES_OF_ROWS = {
    "sections": "Section",
    "statements": "Statement",
    "questions": "Question",
    "resources": "Resource",
    "contacts": "Contact",
    "figures": "Figure",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its key, its place from 1, and its form."""

    rows: str
    key: str
    place: int
    form: RowForm

    @property
    def label(self) -> str:
        return f"{NAMES_OF_ROWS[self.rows]} {self.place}"

    @property
    def id(self) -> str:
        """Its id on the page, for links to it."""
        return f"{self.rows}-{self.key}"


@dataclass(frozen=True, slots=True)
class Title:
    """Another briefing or article, by the title of its last edition."""

    pk: int
    kind: str
    title: str


class EditForm:
    """An edition's fields over what is typed. Reading them all: four statements at most."""

    def __init__(self, edition: Edition, typed: PieceTyped, vocabulary: Vocabulary) -> None:
        self.edition = edition
        self.typed = typed
        self.vocabulary = vocabulary
        posted = typed.posted()
        self.facts = FactsForm(posted, vocabulary)
        self.lists = {
            rows: [
                Row(rows, key, place, form(posted, vocabulary, f"{rows}-{key}"))
                for place, key in enumerate(typed.rows(rows), start=1)
            ]
            for rows, form in ROW_FORMS.items()
        }

    @property
    def may_move(self) -> bool:
        """Whether the address can still be changed: nobody was ever told it."""
        return self.edition.state == State.DRAFT and self.edition.number == 1

    @cached_property
    def statements(self) -> dict[str, str]:
        """The number of each statement by its key, in the order of the page: "1.2".

        One whose section is gone stands behind the others, without a number.
        """
        found = {
            key: f"{place}.{order}"
            for place, section in enumerate(self.typed.rows("sections"), start=1)
            for order, key in enumerate(self.typed.statements_of(section), start=1)
        }
        return found | {key: "" for key in self.typed.rows("statements") if key not in found}

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """What is cited or pinned, by token: whatever its state."""
        cited = [token for key in self.statements for token in self.tokens_of(key)]
        return evidence_of([*cited, *self.typed.all("pinned")])

    def tokens_of(self, statement: str) -> list[str]:
        return self.typed.all(f"statements-{statement}-evidence")

    @cached_property
    def titles(self) -> list[Title]:
        """Every briefing and article, this one too, by title."""
        last = Edition.objects.order_by("piece", "-number").distinct("piece")
        rows = last.values_list("piece", "piece__kind", "title")
        return sorted((Title(*row) for row in rows), key=lambda one: (one.kind, one.title))

    @cached_property
    def mistakes(self) -> list[Mistake]:
        """Everything that can't be read, in the order of the page."""
        found = mistakes_of(self.facts, "")
        if self.may_move:
            found += self._of_address
        for row in self.lists["sections"]:
            found += mistakes_of(row.form, row.label)
        found += [self._in_none(key) for key, number in self.statements.items() if not number]
        others = [rows for name, rows in self.lists.items() if name != "sections"]
        return found + [
            one for rows in others for row in rows for one in mistakes_of(row.form, row.label)
        ]

    def _in_none(self, key: str) -> Mistake:
        text = self.typed.get(f"statements-{key}-text")
        label = f"Statement {quoted(text)}" if text else "Statement without words"
        said = "It is in no section. Choose one."
        return Mistake(f"id_statements-{key}-section", label, said)

    @cached_property
    def _of_address(self) -> list[Mistake]:
        text = self.slug
        if not text:
            is_read = "slug" not in self.facts.errors
            said = "Write what is to stand in the address, such as police-and-children."
            return [Mistake("id_slug", "Address", said)] if is_read else []
        others = Piece.objects.filter(kind=self.edition.piece.kind, slug=text)
        if others.exclude(pk=self.edition.piece_id).exists():
            return [Mistake("id_slug", "Address", f"Another has the address “{text}”. Change it.")]
        return []

    @property
    def slug(self) -> str:
        """The last part of the address as it is typed; "" where it can't be one."""
        slug: str = cleaned(self.facts).get("slug", "")
        return slug

    @cached_property
    def record(self) -> EditionRecord:
        """The record that the fields make; what can't be read counts as not given."""
        facts, known = cleaned(self.facts), {one.pk for one in self.titles}
        related = [int(text) for text in self.typed.all("related") if text.isdecimal()]
        pinned = [self.evidence[token].cited for token in self._held(self.typed.all("pinned"))]
        cited = {key: tuple(self._cited(key)) for key in self.statements}
        return EditionRecord(
            title=facts.get("title", ""),
            standfirst=facts.get("standfirst", ""),
            published=facts.get("published"),
            selection=query_of(self.typed.get("selection")),
            themes=self._terms("themes"),
            agencies=self._terms("agencies"),
            related=tuple(pk for pk in related if pk in known),
            pinned=tuple(one.review for one in pinned if one and one.point is None),
            content=self._content(facts),
            evidence={key: found for key, found in cited.items() if found},
        )

    def _content(self, facts: dict[str, Any]) -> Content:
        return Content(
            body=facts.get("body", ""),
            basis=facts.get("basis", ""),
            concerns=facts.get("concerns", ""),
            sections=tuple(map(self._section, self.lists["sections"])),
            questions=self._rows("questions", Question, "audience", "text"),
            resources=self._rows("resources", Resource, "kind", "title"),
            contacts=self._rows("contacts", Contact, "name"),
            figures=self._rows("figures", Figure, "value", "counts"),
            author=Author(**{name: facts.get(f"author_{name}", "") for name in AUTHOR}),
            report=Report(**{name: facts.get(f"report_{name}") or _NONE[name] for name in REPORT}),
        )

    def _rows[T](self, name: str, kind: Callable[..., T], *needed: str) -> tuple[T, ...]:
        """A list of the content; `needed` are the fields that have no default."""
        nothing = dict.fromkeys(needed, "")
        return tuple(kind(**{**nothing, **cleaned(row.form)}) for row in self.lists[name])

    def _section(self, row: Row) -> Section:
        given = cleaned(row.form)
        statements = tuple(
            Statement(key, self.typed.get(f"statements-{key}-text"), self._reason(key))
            for key in self.typed.statements_of(row.key)
        )
        return Section(
            id=row.key,
            heading=given.get("heading", ""),
            kind=given.get("kind", ""),
            text=given.get("text", ""),
            agencies=tuple(row.form.chosen("agencies")),
            statements=statements,
        )

    def _reason(self, key: str) -> str:
        """Why it may stand without evidence: of no meaning once it has some."""
        return "" if self._cited(key) else self.typed.get(f"statements-{key}-reason")

    def _cited(self, key: str) -> list[Cited]:
        found = (self.evidence[token].cited for token in self._held(self.tokens_of(key)))
        return [one for one in found if one]

    def _held(self, tokens: list[str]) -> list[str]:
        return [token for token in tokens if token in self.evidence]

    def _terms(self, name: str) -> tuple[int, ...]:
        facet = FACET_OF[name]
        found = (self.vocabulary.terms.find(facet, slug) for slug in self.facts.chosen(name))
        return tuple(value_of(one.code) for one in found if one)


_NONE: dict[str, Any] = {"title": "", "publisher": "", "published": None, "url": ""}
