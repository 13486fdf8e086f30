"""A briefing's page: what it says, with the evidence that is public now, as flat values.

The page of a sector, the seven minutes, the preview and the files are all made from this.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from briefings.choices import SectionKind
from briefings.piece_page import PiecePage, prose
from briefings.reading_time import minutes, words, words_of
from briefings.references import Reference, by_reference, cite, references
from briefings.sample import Basis, Since, basis, since
from briefings.sources import Source, Sources
from briefings.statements import ShownSection, shown_sections, singled_out
from reviews.citations import Citation
from reviews.codes import Facet
from reviews.terms import Value


@dataclass(frozen=True, slots=True)
class Sector:
    """An agency that a section names, and the address of the page for it."""

    agency: Value
    url: str


class BriefingPage(PiecePage):
    """Of a public one: four queries, six with corrections and `q`."""

    @property
    def edition_label(self) -> str:
        return f"Edition {self.number}"

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
        return prose(self.content.body)

    @cached_property
    def basis_note(self) -> SafeString:
        return prose(self.content.basis)

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
        return basis(self.sample, self.record.selection, self.is_illustrative, self.snapshot)

    @cached_property
    def since(self) -> Since | None:
        """Reviews added after a current edition looked at the collection."""
        if self.edition is None or self.is_superseded:
            return None
        pinned, as_of = frozenset(self.record.pinned), self.edition.as_of
        return since(self.record.selection, self.is_illustrative, as_of, pinned, self.snapshot)

    @cached_property
    def sections(self) -> tuple[ShownSection, ...]:
        return shown_sections(self.record, self.sources, self.snapshot.terms)

    @cached_property
    def learning(self) -> tuple[ShownSection, ...]:
        """The sections of learning that have statements."""
        of_learning = (one for one in self.sections if one.kind == SectionKind.LEARNING)
        return tuple(one for one in of_learning if one.statements)

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
