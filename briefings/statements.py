"""What a briefing states, section by section, each statement with the evidence that is public.

A statement of which nothing that it cites is public any more is not shown: it was drawn from what
was withdrawn. The others keep their numbers. Flat values, for pages and files alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from briefings.content import Section, Statement
from briefings.prose import render
from briefings.records import Cited, EditionRecord
from briefings.sources import Source, SourcePoint, Sources
from reviews.codes import Facet
from reviews.patterns import Pattern, Text
from reviews.phrases import EVERYONE
from reviews.terms import Terms, Value

MARKS = 30  # reviews up to which each has a mark of its own in a tally
STEP, MARK = 10, 7  # pixels from mark to mark, and across one

STATEMENT = Pattern("components/statement.html")
EVIDENCE = Pattern("components/evidence.html")
TALLY = Pattern("components/tally.html")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A point of a review, or the review as a whole, that supports a statement.

    `is_sampled` says whether the review is one of the sample.
    """

    review: Source
    point: SourcePoint | None
    is_sampled: bool

    @property
    def label(self) -> str:
        """ "Child B, learning point 3"."""
        what = self.point.label if self.point else "the review as a whole"
        return f"{self.review.title}, {what}"

    @property
    def reference(self) -> str:
        return self.review.reference

    @property
    def url(self) -> str:
        return self.point.url if self.point else self.review.url

    @property
    def text(self) -> str:
        """The point's; empty for a whole review."""
        return self.point.text if self.point else ""

    @property
    def is_illustrative(self) -> bool:
        return self.review.is_illustrative

    @property
    def html(self) -> SafeString:
        texts: dict[str, Text] = {
            "label": self.label,
            "reference": self.reference,
            "url": self.url,
            "text": self.text,
        }
        return EVIDENCE.fill(
            texts,
            illustrative=self.is_illustrative,
            outside=not self.is_sampled,
            whole=self.point is None,
        )


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement: "1.2", its anchor "s1-2", and that `support` of `of` reviews say it.

    `of` is the size of the sample, `outside` how many cited reviews are not in it.
    """

    id: str
    number: str
    anchor: str
    text: str
    support: int
    of: int
    outside: int
    evidence: tuple[Evidence, ...]

    @property
    def is_backed(self) -> bool:
        return bool(self.evidence)

    @property
    def support_label(self) -> str:
        """ "In 5 of 12 reviews": of the sample; and what is cited from outside it."""
        other = f"{self.outside} other review{'s' if self.outside > 1 else ''}"
        if not self.support:
            return f"In {other}" if self.of else f"In {other.replace(' other', '')}"
        noun = "review" if self.of == 1 else "reviews"
        said = f"In {self.support} of {self.of} {noun}"
        return f"{said}, and in {other}" if self.outside else said

    @property
    def tally(self) -> SafeString:
        """The mark of each review of the sample, those that support the statement inked."""
        return tally(self.support, self.of) if self.support else SafeString("")

    @property
    def html(self) -> SafeString:
        texts: dict[str, Text] = {
            "number": self.number,
            "anchor": self.anchor,
            "text": self.text,
            "support": self.support_label if self.is_backed else "",
            "tally": self.tally,
            "evidence": SafeString("".join(one.html for one in self.evidence)),
        }
        return STATEMENT.fill(texts, backed=self.is_backed)


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section: "1", its anchor "section-1". Without `agencies` it is for everybody."""

    id: str
    number: int
    anchor: str
    heading: str
    kind: str
    text: SafeString
    agencies: tuple[Value, ...]
    statements: tuple[ShownStatement, ...]

    @property
    def for_whom(self) -> str:
        return ", ".join(agency.label for agency in self.agencies)

    @property
    def statements_html(self) -> SafeString:
        return SafeString("".join(one.html for one in self.statements))


def tally(support: int, of: int) -> SafeString:
    """As many marks as there are reviews; of more than thirty one bar, inked in proportion."""
    width = min(of, MARKS) * STEP + 1
    return TALLY.fill({}, width=width, marks=_marks(support, of, width))


@lru_cache(1000)
def _marks(support: int, of: int, width: int) -> tuple[tuple[str, int, bool], ...]:
    """Where each mark begins, how wide it is, and whether it is inked."""
    if of <= MARKS:
        return tuple((f"{place * STEP + 0.5:g}", MARK, place < support) for place in range(of))
    inked = max(1, round((width - 1) * support / of))
    return ("0.5", width - 1, False), ("0.5", inked, True)


def shown_sections(
    record: EditionRecord, sources: Sources, terms: Terms
) -> tuple[ShownSection, ...]:
    """The sections of which there is anything to show."""
    sample = frozenset(record.pinned) & sources.reviews.keys()
    reader = _Reader(record.evidence, sources, sample)
    numbered = enumerate(record.content.sections, start=1)
    shown = (_section(number, one, reader, terms) for number, one in numbered)
    return tuple(one for one in shown if one.statements or one.text)


@dataclass(frozen=True, slots=True)
class _Reader:
    evidence: Mapping[str, tuple[Cited, ...]]
    sources: Sources
    sample: frozenset[int]

    def statements(self, number: int, section: Section) -> Iterator[ShownStatement]:
        for place, one in enumerate(section.statements, start=1):
            cited = self.evidence.get(one.id, ())
            found = tuple(self._evidence(c) for c in cited if self.sources.has(c))
            if one.text and (found or not cited):
                yield self._statement(f"{number}.{place}", f"s{number}-{place}", one, found)

    def _statement(
        self, number: str, anchor: str, one: Statement, found: tuple[Evidence, ...]
    ) -> ShownStatement:
        reviews = {evidence.review.id for evidence in found}
        support = len(reviews & self.sample)
        outside = len(reviews) - support
        of = len(self.sample)
        return ShownStatement(one.id, number, anchor, one.text, support, of, outside, found)

    def _evidence(self, cited: Cited) -> Evidence:
        review = self.sources.reviews[cited.review]
        point = self.sources.points[cited.point] if cited.point is not None else None
        return Evidence(review, point, cited.review in self.sample)


def singled_out(slugs: Iterable[str], terms: Terms) -> tuple[Value, ...]:
    """The agencies named, each once, as they are called now. Who names all singles out none."""
    found = [terms.find(Facet.AGENCY, slug) for slug in slugs]
    values = tuple(dict.fromkeys(value for value in found if value))
    return () if EVERYONE[1] in {value.slug for value in values} else values


def _section(number: int, section: Section, reader: _Reader, terms: Terms) -> ShownSection:
    return ShownSection(
        id=section.id,
        number=number,
        anchor=f"section-{number}",
        heading=section.heading,
        kind=section.kind,
        text=render(section.text) if section.text.strip() else SafeString(""),
        agencies=singled_out(section.agencies, terms),
        statements=tuple(reader.statements(number, section)),
    )
