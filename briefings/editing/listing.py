"""Which points the panel lists: the selection's or the sample's, as far as its filters leave them.

An unknown value of a filter is an error, as everywhere: it lists nothing and says so.
"""

from functools import cached_property

from pyroaring import BitMap

from briefings.editing import gathering
from briefings.editing.asked import SAMPLE, YES, Asked
from briefings.editing.finding import Found
from briefings.editing.gathering import PAGE, Gathered
from briefings.editing.sample import Sample
from briefings.editing.selecting import Chosen
from briefings.editing.tokens import read_token
from reviews.codes import KINDS, Facet, code
from reviews.terms import Value

type Options = list[tuple[str, str, int]]  # slug, label, how many points

_NO_TERM = "“{}” is not in the list. Choose from the list."


class Listing:
    """The points of the panel, for one state of its filters."""

    def __init__(self, asked: Asked, chosen: Chosen, sample: Sample) -> None:
        self.asked, self.chosen, self.sample = asked, chosen, sample
        self.snapshot = sample.snapshot
        self.problems: list[str] = []
        self.theme = self._value(Facet.THEME, asked.theme)
        self.agency = self._value(Facet.AGENCY, asked.agency)
        self.kind = self._value(Facet.KIND, asked.kind)
        self.review = self._review()
        if asked.source not in {"", SAMPLE}:
            self.problems.append(_NO_TERM.format(asked.source))
        if asked.unused not in {"", YES}:
            self.problems.append(_NO_TERM.format(asked.unused))
        if asked.page and not (asked.page.isascii() and asked.page.isdigit()):
            self.problems.append("A page is a whole number from 1.")

    @property
    def is_of_sample(self) -> bool:
        """Where there is no selection, what is pinned is all there is."""
        return self.asked.source == SAMPLE or self.chosen.is_empty

    @cached_property
    def scope(self) -> BitMap:
        """Everything that could be listed, before any filter."""
        if self.is_of_sample:
            return self.sample.points
        return self.snapshot.points.of_reviews(self.chosen.reviews)

    @cached_property
    def found(self) -> Found | None:
        """What matches the words, if there are any."""
        if not self.asked.words or self.problems:
            return None
        return Found(self.snapshot, self.asked.words, self._narrowed("words"))

    @cached_property
    def ids(self) -> BitMap:
        """What is listed, without what only is close to the words."""
        return BitMap() if self.problems else self._narrowed()

    @cached_property
    def gathered(self) -> Gathered:
        return Gathered(self.snapshot, self.ids, self.theme.code if self.theme else None)

    @property
    def matching(self) -> int:
        """How many points there are, without those that are only close to the words."""
        return len(self.found.full) if self.found else self.gathered.total

    @property
    def total(self) -> int:
        """How many points stand on all pages."""
        return self.found.total if self.found else self.gathered.total

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))

    @property
    def number(self) -> int:
        """The page that is shown: the last, where there are not so many."""
        given = int(self.asked.page) if self.asked.page and not self.problems else 1
        return max(1, min(given, self.pages))

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1

    @cached_property
    def themes(self) -> Options:
        return self._options(Gathered(self.snapshot, self._narrowed("theme")).counts)

    @cached_property
    def agencies(self) -> Options:
        return self._options(gathering.agencies(self.snapshot, self._narrowed("agency")))

    @cached_property
    def kinds(self) -> Options:
        held = self._narrowed("kind")
        points = self.snapshot.points
        codes = [code(Facet.KIND, place) for place in range(len(KINDS))]
        return self._options(
            {one: points.having(one).intersection_cardinality(held) for one in codes}
        )

    @cached_property
    def _parts(self) -> dict[str, BitMap]:
        """The filters in use, each as the points that it leaves."""
        points = self.snapshot.points
        values = {"theme": self.theme, "agency": self.agency, "kind": self.kind}
        parts = {name: points.having(value.code) for name, value in values.items() if value}
        if self.review:
            parts["review"] = points.of_reviews(BitMap([self.review]))
        if self.asked.unused == YES:
            parts["unused"] = points.everything - self.sample.used_points
        return parts

    def _narrowed(self, without: str = "") -> BitMap:
        """What all filters leave, or all but one: so that options count under the others."""
        ids = self.scope
        for name, part in self._parts.items():
            if name != without:
                ids = ids & part
        if without != "words" and self.asked.words and not self.problems and self.found:
            ids = ids & self.found.matching
        return ids

    def _options(self, counts: dict[int, int]) -> Options:
        by_code = self.snapshot.terms.by_code
        return [(by_code[one].slug, by_code[one].label, size) for one, size in counts.items()]

    def _value(self, facet: Facet, slug: str) -> Value | None:
        value = self.snapshot.terms.find(facet, slug) if slug else None
        if slug and value is None:
            self.problems.append(_NO_TERM.format(slug))
        return value

    def _review(self) -> int | None:
        if not self.asked.review:
            return None
        token = read_token(self.asked.review)
        if token is None or token[0] != "r" or token[1] not in self.snapshot.everything:
            self.problems.append("That review is not in the repository, or not any more.")
            return None
        return token[1]
