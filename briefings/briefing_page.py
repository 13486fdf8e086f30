"""A briefing's page: what it says, with the evidence that is public now, as flat values.

The page of a sector, the seven minutes, the preview and the files are all made from this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString

from briefings.beside import Beside, Listed, beside
from briefings.choices import Audience, Kind, SectionKind, State, Verb
from briefings.content import Content
from briefings.models import Edition, Piece, Step
from briefings.outside import ShownContact, ShownResource, contacts, resources
from briefings.prose import render
from briefings.reading import record_of
from briefings.reading_time import minutes, words, words_of
from briefings.records import EditionRecord
from briefings.references import Reference, by_reference, cite, references
from briefings.sample import Basis, Since, basis, since
from briefings.sources import Source, Sources
from briefings.statements import ShownSection, shown_sections, singled_out
from reviews.citations import Citation
from reviews.codes import Facet, code
from reviews.snapshot import Snapshot
from reviews.terms import Value


@dataclass(frozen=True, slots=True)
class Asked:
    """The reflective questions for an audience."""

    audience: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """An agency that a section names, and the address of the page for it."""

    agency: Value
    url: str


class BriefingPage:
    """What a briefing's page shows. `of_edition` for the public, `of_record` for a preview.

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
    def of_edition(
        cls, edition: Edition, snapshot: Snapshot, publisher: str, origin: str
    ) -> "BriefingPage":
        """Of a public edition `for_page()`. Four queries more; six with corrections and `q`."""
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
    ) -> "BriefingPage":
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
    def edition_label(self) -> str:
        return f"Edition {self.number}"

    @property
    def is_illustrative(self) -> bool:
        return self.piece.illustrative

    @property
    def is_superseded(self) -> bool:
        return self.edition is not None and self.edition.state == State.SUPERSEDED

    @cached_property
    def path(self) -> str:
        """The address of the briefing, whatever the edition."""
        return reverse("briefings:briefing", args=[self.piece.slug])

    @property
    def edition_path(self) -> str:
        return f"{self.path}editions/{self.number}/"

    @property
    def own_path(self) -> str:
        """The briefing's address for its current edition, its own for any other."""
        return self.edition_path if self.is_superseded else self.path

    @property
    def url(self) -> str:
        """The one address of this text: what search engines are told."""
        return f"{self.origin}{self.own_path}"

    @property
    def pdf_path(self) -> str:
        return f"{self.own_path}briefing.pdf"

    @property
    def seven_path(self) -> str:
        """The version of seven minutes, of the current edition alone; empty where it has none."""
        has = not self.is_superseded and (self.learning or self.questions)
        return f"{self.path}seven-minutes/" if has else ""

    @property
    def seven_url(self) -> str:
        return f"{self.origin}{self.seven_path}"

    @property
    def seven_pdf_path(self) -> str:
        return f"{self.path}seven-minutes.pdf" if self.seven_path else ""

    @property
    def description(self) -> str:
        """For search engines and shared links."""
        kind = "Illustrative example. " if self.is_illustrative else ""
        said = self.standfirst or f"A briefing from {self.basis.reviews} case reviews."
        return f"{kind}{said}"

    @cached_property
    def introduction(self) -> SafeString:
        return _prose(self.content.body)

    @cached_property
    def basis_note(self) -> SafeString:
        return _prose(self.content.basis)

    @cached_property
    def concerns(self) -> SafeString:
        return _prose(self.content.concerns)

    @cached_property
    def sources(self) -> Sources:
        return Sources.of(self.record, self.snapshot.terms)

    @cached_property
    def sample(self) -> list[Source]:
        """The pinned reviews that are public now, by their references."""
        found = self.sources.reviews
        return by_reference(found[pk] for pk in self.record.pinned if pk in found)

    @cached_property
    def basis(self) -> Basis:
        return basis(self.sample, self.record.selection, self.snapshot)

    @cached_property
    def since(self) -> Since | None:
        """Reviews added after a current edition looked at the collection."""
        if self.edition is None or self.is_superseded:
            return None
        pinned = frozenset(self.record.pinned)
        return since(self.record.selection, self.edition.as_of, pinned, self.snapshot)

    @cached_property
    def sections(self) -> tuple[ShownSection, ...]:
        return shown_sections(self.record, self.sources, self.snapshot.terms)

    @cached_property
    def learning(self) -> tuple[ShownSection, ...]:
        """The sections of learning that have statements."""
        of_learning = (one for one in self.sections if one.kind == SectionKind.LEARNING)
        return tuple(one for one in of_learning if one.statements)

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
    def sectors(self) -> tuple[Sector, ...]:
        """The agencies that sections are for, each once, in the vocabulary's order."""
        terms = self.snapshot.terms
        sections = () if self.is_superseded else self.content.sections
        named = {one for section in sections for one in singled_out(section.agencies, terms)}
        known = terms.values.get(Facet.AGENCY, [])
        return tuple(Sector(one, f"{self.path}for/{one.slug}/") for one in known if one in named)

    @property
    def sectors_path(self) -> str:
        """Before "for/police/"; a superseded edition has no such pages."""
        return "" if self.is_superseded else self.path

    @cached_property
    def beside(self) -> Beside:
        return beside(self.piece.pk, Kind.BRIEFING, self.record.related)

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

    @cached_property
    def references(self) -> list[Reference]:
        return references(self.sample, self.sources, self.sections)

    @property
    def citation(self) -> Citation:
        example = " [illustrative example]" if self.is_illustrative else ""
        address = f"{self.origin}{self.edition_path}"
        published = self.record.published
        return cite(f"{self.title}{example}", self.number, published, self.publisher, address)

    @cached_property
    def minutes(self) -> int:
        """How long the text takes to read, evidence and lists of links apart."""
        asked = [question for one in self.questions for question in one.questions]
        read = words([self.standfirst, self.content.body, *asked])
        return minutes(read + sum(map(words_of, self.sections)))

    def _terms(self, facet: Facet, keys: Sequence[int]) -> tuple[Value, ...]:
        """Terms as they are named now, each once."""
        known = self.snapshot.terms.by_code
        found = (known.get(code(facet, key)) for key in keys)
        return tuple(dict.fromkeys(value for value in found if value))


def _prose(text: str) -> SafeString:
    return render(text) if text.strip() else SafeString("")
