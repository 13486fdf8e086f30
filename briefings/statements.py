"""What a briefing states, section by section, each statement with the evidence that is public.

A statement of which nothing that it cites is public any more is not shown: it was drawn from what
was withdrawn. The others keep their numbers. Flat values, for pages and files alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from briefings.content import Section, Statement
from briefings.prose import render
from briefings.records import Cited, EditionRecord
from briefings.sources import Sources
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
    """A point, or a review as a whole, that supports a statement.

    `label` is "Child B, learning point 3"; `text` is the point's, and empty for a whole review.
    `is_sampled` says whether its review is one of the sample.
    """

    label: str
    reference: str
    url: str
    text: str
    is_illustrative: bool
    is_sampled: bool
    review: int
    point: int | None
    agencies: frozenset[str]

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
            whole=not self.text,
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
    width = of * STEP + 1 if of <= MARKS else MARKS * STEP + 1
    if of <= MARKS:
        marks = tuple((f"{place * STEP + 0.5:g}", MARK, place < support) for place in range(of))
    else:
        inked = max(1, round((width - 1) * support / of))
        marks = (("0.5", width - 1, False), ("0.5", inked, True))
    return TALLY.fill({}, width=width, marks=marks)


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
        reviews = {evidence.review for evidence in found}
        support = len(reviews & self.sample)
        outside = len(reviews) - support
        of = len(self.sample)
        return ShownStatement(one.id, number, anchor, one.text, support, of, outside, found)

    def _evidence(self, cited: Cited) -> Evidence:
        review = self.sources.reviews[cited.review]
        point = self.sources.points[cited.point] if cited.point is not None else None
        what = point.label if point else "the review as a whole"
        return Evidence(
            label=f"{review.title}, {what}",
            reference=review.reference,
            url=point.url if point else review.url,
            text=point.text if point else "",
            is_illustrative=review.is_illustrative,
            is_sampled=cited.review in self.sample,
            review=cited.review,
            point=cited.point,
            agencies=point.agencies if point else frozenset(),
        )


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
