"""An article's page: its text with the figures in place, as flat values."""

from functools import cached_property

from django.utils.safestring import SafeString

from briefings import article_metadata
from briefings.body import Body, body
from briefings.content import Author, Report
from briefings.outside import ShownResource, safe
from briefings.piece_page import PiecePage
from briefings.reading_time import minutes, words
from reviews.citations import Citation


class ArticlePage(PiecePage):
    """What an article's page shows. A public one takes two queries; three with corrections."""

    @property
    def author(self) -> Author:
        return self.content.author

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

    @property
    def report(self) -> Report | None:
        """The report it speaks of, where one is named."""
        return self.content.report if self.content.report.title.strip() else None

    @property
    def report_url(self) -> str:
        return safe(self.content.report.url)

    @property
    def resources(self) -> tuple[ShownResource, ...]:
        """What to read elsewhere, besides the report that has a part of its own."""
        report = self.report.title if self.report else ""
        return tuple(one for one in super().resources if one.title != report)

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
