"""A briefing for one agency: what is for it or for everybody, to be read in ten minutes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from briefings.briefing_page import BriefingPage
from briefings.reading_time import WORDS_A_MINUTE, minutes, words, words_of
from briefings.statements import Evidence, ShownSection, ShownStatement
from reviews.codes import Facet, code
from reviews.terms import Value

WORDS = 10 * WORDS_A_MINUTE


class SectorPage:
    """A briefing for an agency that one of its sections names.

    Its own sections are whole; those for everybody are there as far as ten minutes allow.
    """

    def __init__(self, page: BriefingPage, agency: Value) -> None:
        self.page = page
        self.agency = agency

    @property
    def url(self) -> str:
        return f"{self.page.origin}{self.page.path}for/{self.agency.slug}/"

    @property
    def name(self) -> str:
        return f"{self.page.title}, for {self.agency.label}"

    @cached_property
    def sections(self) -> list[ShownSection]:
        """In the order of the briefing, with what supports each statement for the agency first."""
        return [self._first(one) for one in self.page.sections if one.id in self._chosen]

    @property
    def rest(self) -> list[ShownSection]:
        """What is for everybody and would take too long: to be read in the briefing."""
        return [
            one for one in self.page.sections if not one.agencies and one.id not in self._chosen
        ]

    @property
    def minutes(self) -> int:
        return minutes(self._before + sum(words_of(one) for one in self.sections))

    @cached_property
    def _chosen(self) -> set[str]:
        own = [one for one in self.page.sections if self.agency in one.agencies]
        left = WORDS - self._before - sum(map(words_of, own))
        return {one.id for one in (*own, *self._fitting(left))}

    @cached_property
    def _before(self) -> int:
        """What is read beside the sections."""
        asked = [question for one in self.page.questions for question in one.questions]
        return words([self.page.standfirst, *asked])

    def _fitting(self, left: int) -> Iterator[ShownSection]:
        for one in self.page.sections:
            if not one.agencies and words_of(one) <= left:
                left -= words_of(one)
                yield one

    def _first(self, section: ShownSection) -> ShownSection:
        statements = tuple(map(self._reordered, section.statements))
        return replace(section, statements=statements)

    def _reordered(self, one: ShownStatement) -> ShownStatement:
        return replace(one, evidence=tuple(sorted(one.evidence, key=self._is_for_others)))

    def _is_for_others(self, evidence: Evidence) -> bool:
        """Whether it is not for the agency, or for one that was merged into it."""
        keys = evidence.point.agencies if evidence.point else ()
        terms = self.page.snapshot.terms.by_code
        return all(terms.get(code(Facet.AGENCY, key)) != self.agency for key in keys)
