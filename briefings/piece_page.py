"""What the pages of a briefing and of an article have in common, as flat values."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.urls import reverse
from django.utils.safestring import SafeString

from briefings.beside import Beside, Listed, beside
from briefings.choices import Audience, State, Verb
from briefings.content import Content
from briefings.models import Edition, Piece, Step
from briefings.outside import ShownContact, ShownResource, contacts, resources
from briefings.prose import render
from briefings.reading import record_of
from briefings.records import EditionRecord
from reviews.codes import Facet, code
from reviews.snapshot import Snapshot
from reviews.terms import Value


@dataclass(frozen=True, slots=True)
class Asked:
    """The reflective questions for an audience."""

    audience: str
    questions: tuple[str, ...]


class PiecePage:
    """A public edition (`of_edition`), or what is not published yet (`of_record`).

    `origin` is the site's address ("https://reviews.example"), before every path.
    """

    def __init__(
        self,
        piece: Piece,
        record: EditionRecord,
        snapshot: Snapshot,
        publisher: str,
        origin: str,
        edition: Edition | None = None,
        number: int = 1,
    ) -> None:
        self.piece = piece
        self.record = record
        self.snapshot = snapshot
        self.publisher = publisher
        self.origin = origin.rstrip("/")
        self.edition = edition
        self.number = edition.number if edition else number

    @classmethod
    def of_edition(cls, edition: Edition, snapshot: Snapshot, publisher: str, origin: str) -> Self:
        """Of a public edition `for_page()`."""
        return cls(edition.piece, record_of(edition), snapshot, publisher, origin, edition)

    @classmethod
    def of_record(
        cls,
        record: EditionRecord,
        piece: Piece,
        snapshot: Snapshot,
        publisher: str,
        origin: str,
        number: int = 1,
    ) -> Self:
        """Of what is not published yet, as it would be shown now."""
        return cls(piece, record, snapshot, publisher, origin, number=number)

    @property
    def content(self) -> Content:
        return self.record.content

    @property
    def title(self) -> str:
        return self.record.title

    @property
    def standfirst(self) -> str:
        return self.record.standfirst

    @property
    def date(self) -> str:
        """ "May 2023"; empty where it has none."""
        return self.record.published.label if self.record.published else ""

    @property
    def is_illustrative(self) -> bool:
        return self.piece.illustrative

    @property
    def is_superseded(self) -> bool:
        return self.edition is not None and self.edition.state == State.SUPERSEDED

    @cached_property
    def path(self) -> str:
        """The address of the piece, whatever the edition."""
        return reverse(f"briefings:{self.piece.kind}", args=[self.piece.slug])

    @property
    def edition_path(self) -> str:
        return f"{self.path}editions/{self.number}/"

    @property
    def own_path(self) -> str:
        """The piece's address for its current edition, its own for any other."""
        return self.edition_path if self.is_superseded else self.path

    @property
    def url(self) -> str:
        """The one address of this text: what search engines are told."""
        return f"{self.origin}{self.own_path}"

    @cached_property
    def concerns(self) -> SafeString:
        return prose(self.content.concerns)

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """By audience, in the order of the list of audiences."""
        found = (
            Asked(label, tuple(q.text for q in self.content.questions if q.audience == audience))
            for audience, label in Audience.choices
        )
        return tuple(asked for asked in found if asked.questions)

    @property
    def resources(self) -> tuple[ShownResource, ...]:
        return resources(self.content.resources)

    @property
    def contacts(self) -> tuple[ShownContact, ...]:
        return contacts(self.content.contacts)

    @cached_property
    def themes(self) -> tuple[Value, ...]:
        return self._terms(Facet.THEME, self.record.themes)

    @cached_property
    def agencies(self) -> tuple[Value, ...]:
        return self._terms(Facet.AGENCY, self.record.agencies)

    @cached_property
    def beside(self) -> Beside:
        return beside(self.piece.pk, self.piece.kind, self.record.related)

    @property
    def related(self) -> tuple[Listed, ...]:
        return self.beside.related

    @cached_property
    def corrections(self) -> list[Step]:
        """What readers were told of corrections, the latest first. One query at most."""
        if self.edition is None or self.edition.corrected_at is None:
            return []
        told = Step.objects.filter(edition=self.edition, verb=Verb.CORRECTED)
        return list(told.exclude(public_note="").order_by("-at", "-pk"))

    def _terms(self, facet: Facet, keys: Sequence[int]) -> tuple[Value, ...]:
        """Terms as they are named now, each once, from A to Z."""
        known = self.snapshot.terms.by_code
        found = {known.get(code(facet, key)) for key in keys}
        return tuple(sorted((one for one in found if one), key=lambda one: one.label.casefold()))


def prose(text: str) -> SafeString:
    """A text as HTML; nothing where there is none."""
    return render(text) if text.strip() else SafeString("")
