"""An article's page: its text with the figures in place, as flat values."""

from functools import cached_property
from typing import Self

from django.urls import reverse
from django.utils.safestring import SafeString

from briefings import article_metadata
from briefings.beside import Beside, Listed, beside
from briefings.body import Body, body
from briefings.briefing_page import Asked, ShownResource
from briefings.choices import Audience, Kind, ResourceKind, State, Verb
from briefings.content import Author, Content, Report
from briefings.models import Edition, Piece, Step
from briefings.prose import render
from briefings.prose_tree import followed
from briefings.reading import record_of
from briefings.reading_time import minutes, words
from briefings.records import EditionRecord
from reviews.citations import Citation
from reviews.codes import Facet, code
from reviews.snapshot import Snapshot
from reviews.terms import Value


class ArticlePage:
    """What an article's page shows. `of_edition` for the public, `of_record` for a preview.

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
        """Of a public edition `for_page()`. Three queries more at most."""
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
    def author(self) -> Author:
        return self.content.author

    @property
    def date(self) -> str:
        """ "4 February 2025"; empty where it has none."""
        return self.record.published.label if self.record.published else ""

    @property
    def is_illustrative(self) -> bool:
        return self.piece.illustrative

    @property
    def is_superseded(self) -> bool:
        return self.edition is not None and self.edition.state == State.SUPERSEDED

    @cached_property
    def path(self) -> str:
        """The address of the article, whatever the edition."""
        return reverse("briefings:article", args=[self.piece.slug])

    @property
    def edition_path(self) -> str:
        return f"{self.path}editions/{self.number}/"

    @property
    def url(self) -> str:
        """The one address of this text: what search engines are told."""
        return f"{self.origin}{self.edition_path if self.is_superseded else self.path}"

    @property
    def name(self) -> str:
        """The title; of an invented article also that it is one, for a citation travels alone."""
        return f"{self.title} [illustrative example]" if self.is_illustrative else self.title

    @property
    def description(self) -> str:
        """For search engines and shared links."""
        kind = "Illustrative example. " if self.is_illustrative else ""
        by = f" by {self.author.name}" if self.author.name else ""
        return f"{kind}{self.standfirst or f'An article{by}.'}"

    @cached_property
    def body(self) -> Body:
        return body(self.content.body, self.content.figures)

    @cached_property
    def minutes(self) -> int:
        """How long the text takes to read, questions and figures apart."""
        return minutes(words([self.standfirst, self.content.body]))

    @cached_property
    def biography(self) -> list[str]:
        """By paragraphs."""
        return [text for text in self.author.biography.split("\n\n") if text.strip()]

    @cached_property
    def concerns(self) -> SafeString:
        """What to do if you have concerns."""
        return render(self.content.concerns)

    @property
    def report(self) -> Report | None:
        """The report it speaks of, where one is named."""
        return self.content.report if self.content.report.title.strip() else None

    @property
    def report_url(self) -> str:
        return followed(self.content.report.url)

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """By audience, in the order of the list of audiences."""
        found = (
            Asked(label, tuple(q.text for q in self.content.questions if q.audience == audience))
            for audience, label in Audience.choices
        )
        return tuple(asked for asked in found if asked.questions)

    @cached_property
    def resources(self) -> tuple[ShownResource, ...]:
        """What to read elsewhere, besides the report that has a part of its own."""
        labels = dict(ResourceKind.choices)
        report = self.report.title if self.report else ""
        return tuple(
            ShownResource(
                str(labels.get(one.kind, "")), one.title, one.publisher, followed(one.url)
            )
            for one in self.content.resources
            if one.title != report
        )

    @cached_property
    def themes(self) -> tuple[Value, ...]:
        return self._terms(Facet.THEME, self.record.themes)

    @cached_property
    def agencies(self) -> tuple[Value, ...]:
        return self._terms(Facet.AGENCY, self.record.agencies)

    @cached_property
    def beside(self) -> Beside:
        return beside(self.piece.pk, Kind.ARTICLE, self.record.related)

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

    @property
    def citation(self) -> Citation:
        """How to cite this edition, at the address that stays its own."""
        return article_metadata.cite(self, f"{self.origin}{self.edition_path}")

    @property
    def metadata(self) -> list[tuple[str, str]]:
        return article_metadata.metadata(self)

    @property
    def json_ld(self) -> SafeString:
        return article_metadata.json_ld(self)

    def _terms(self, facet: Facet, keys: tuple[int, ...]) -> tuple[Value, ...]:
        """Terms as they are named now, each once, from A to Z."""
        known = self.snapshot.terms.by_code
        found = {known.get(code(facet, key)) for key in keys}
        return tuple(sorted((one for one in found if one), key=lambda one: one.label.casefold()))
