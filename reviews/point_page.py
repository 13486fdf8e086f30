"""The page of one learning point or recommendation, for itself and in its review."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from reviews import citations, headlines, mentions
from reviews.alike import Alike, alike, shared_words
from reviews.cards import first_lines
from reviews.mentions import Mention
from reviews.models import Point, Review, Term
from reviews.point_cards import PointCard, read
from reviews.review_page import headline, live
from reviews.snapshot import Snapshot

SHORT_TEXT = 150  # characters up to which a point is set as large as any heading
TITLE = 70  # characters of a point in the title of its page
DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Like:
    """A point of another review that says something like this one, and what the two share."""

    url: str
    text: str
    card: PointCard
    shared: list[str]
    words: list[str]


class PointPage:
    """What the template shows of a point. The review comes from `for_point()`."""

    def __init__(
        self, review: Review, key: int, snapshot: Snapshot, publisher: str, url: str
    ) -> None:
        self.review = review
        self.snapshot = snapshot
        self.publisher = publisher
        self.url = url
        self.points = list(review.points.order_by("kind", "order"))
        self.place = [point.pk for point in self.points].index(key)
        self.point = self.points[self.place]

    @property
    def number(self) -> str:
        """Which of how many: "Learning point 3 of 5"."""
        same = sum(point.kind == self.point.kind for point in self.points)
        return f"{self.point} of {same}"

    @property
    def is_long(self) -> bool:
        return len(self.point.text) > SHORT_TEXT

    @property
    def title(self) -> str:
        return first_lines(self.point.text, TITLE)

    @property
    def description(self) -> str:
        """For search engines and shared links."""
        kind = "Illustrative example. " if self.review.illustrative else ""
        where = f"{self.point} from {self.review.title} ({self.review.reference})"
        return f"{kind}{where}: {first_lines(self.point.text, DESCRIPTION)}"

    @cached_property
    def headline(self) -> str:
        return headline(self.review)

    @property
    def who(self) -> list[str]:
        return [child.description for child in self.review.children.all()] or ["Not recorded"]

    @property
    def paragraph_url(self) -> str:
        """The point in its place on the review's page."""
        return f"{self.review.get_absolute_url()}#{self.point.anchor}"

    @cached_property
    def themes(self) -> list[Term]:
        return live(self.point.themes.select_related("merged_into"))

    @cached_property
    def agencies(self) -> list[Term]:
        return live(self.point.agencies.select_related("merged_into"))

    @property
    def before(self) -> Point | None:
        return self.points[self.place - 1] if self.place else None

    @property
    def after(self) -> Point | None:
        return self.points[self.place + 1] if self.place + 1 < len(self.points) else None

    @property
    def citation(self) -> citations.Citation:
        return citations.of_point(self.point, self.review, self.publisher, self.url)

    @property
    def json_ld(self) -> SafeString:
        themes = [theme.label for theme in self.themes]
        return citations.point_json_ld(self.point, self.review, themes, self.url)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The briefings that cite the point. One query."""
        return mentions.of_point(self.point.pk)

    @cached_property
    def like(self) -> list[Like]:
        """Points of other reviews that say something like it, of those that are public now."""
        if self.point.pk not in self.snapshot.points.everything:
            return []
        found = alike(self.snapshot, self.point.pk, self.point.text)
        cards = read(self.snapshot.terms, [one.id for one in found])
        return [self._like(one, *cards[one.id]) for one in found if one.id in cards]

    def _like(self, one: Alike, card: PointCard, text: str) -> Like:
        by_code = self.snapshot.terms.by_code
        return Like(
            url=Point(pk=one.id).get_absolute_url(),
            text=text,
            card=card,
            shared=[headlines.as_words(by_code[code].label) for code in one.codes],
            words=shared_words(self.point.text, text),
        )
