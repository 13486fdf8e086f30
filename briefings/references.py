"""The reviews that a briefing refers to, and how to cite the briefing itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from briefings.sources import Source, Sources
from briefings.statements import ShownSection
from reviews.citations import Citation
from reviews.dates import PartialDate
from reviews.headlines import as_words
from reviews.patterns import Pattern, Text

REFERENCE = Pattern("components/reference.html")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a review is cited: "1.2", "#s1-2"."""

    number: str
    href: str

    @property
    def html(self) -> str:
        """Made of numbers alone."""
        return f'<a href="{self.href}">{self.number}</a>'


@dataclass(frozen=True, slots=True)
class Reference:
    """A review of the sample, or one cited beside it. `date` is "2023", or "added May 2023"."""

    reference: str
    title: str
    type: str
    date: str
    url: str
    is_illustrative: bool
    is_sampled: bool
    places: tuple[Place, ...]

    @property
    def html(self) -> SafeString:
        texts: dict[str, Text] = {
            "reference": self.reference,
            "url": self.url,
            "title": self.title,
            "type": as_words(self.type),
            "date": self.date,
            "places": SafeString(" ".join(place.html for place in self.places)),
        }
        return REFERENCE.fill(
            texts,
            illustrative=self.is_illustrative,
            outside=not self.is_sampled,
            cited=bool(self.places),
        )


def references(
    sample: Sequence[Source], sources: Sources, sections: Iterable[ShownSection]
) -> list[Reference]:
    """The whole sample, cited or not, then what is cited beside it; by reference."""
    cited = _places(sections)
    sampled = {one.id for one in sample}
    others = (sources.reviews[key] for key in cited if key not in sampled)
    found = [*by_reference(sample), *by_reference(others)]
    return [_reference(one, one.id in sampled, cited.get(one.id, ())) for one in found]


def cite(
    title: str, number: int, published: PartialDate | None, publisher: str, address: str
) -> Citation:
    """How to cite an edition, at the address that stays its own."""
    year = published.latest.year if published else "no date"
    before, _, last = address.rstrip("/").rpartition("/")
    words = f"{publisher} ({year}) {title}: thematic briefing."
    return Citation(words, f"Edition {number}", f"{before}/", f"{last}/")


def by_reference(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda one: one.reference)


def _reference(one: Source, is_sampled: bool, places: Iterable[Place]) -> Reference:
    return Reference(
        reference=one.reference,
        title=one.title,
        type=one.type,
        date=str(one.published.latest.year) if one.published else f"added {one.added.label}",
        url=one.url,
        is_illustrative=one.is_illustrative,
        is_sampled=is_sampled,
        places=tuple(places),
    )


def _places(sections: Iterable[ShownSection]) -> dict[int, list[Place]]:
    """Where each review is cited, in the order of the page."""
    found: dict[int, list[Place]] = {}
    for section in sections:
        for one in section.statements:
            for review in dict.fromkeys(evidence.review.id for evidence in one.evidence):
                found.setdefault(review, []).append(Place(one.number, f"#{one.anchor}"))
    return found
