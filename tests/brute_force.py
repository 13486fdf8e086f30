"""What a selection means, said again in plain Python over the records.

The measure of the catalogue. It shares with the project only the models, `ages.bands` and the
bounds of partial dates.
"""

import re
from datetime import UTC, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from reviews.ages import bands
from reviews.choices import State
from reviews.dates import PartialDate
from reviews.models import AgeBand, Review

FACETS = (
    "theme",
    "age",
    "harm",
    "outcome",
    "agency",
    "type",
    "partnership",
    "nation",
    "year",
    "sex",
    "report",
    "illustrative",
    "kind",  # of points alone
)
HERE = ZoneInfo("Europe/London")
RELATED = (
    "children",
    "history",
    "documents",
    "outcome__merged_into",
    "type__merged_into",
    "partnership",
    "harms__merged_into",
    "themes__merged_into",
    "agencies__merged_into",
    "points__themes__merged_into",
    "points__agencies__merged_into",
)


class Collection:
    """The published reviews as they are now, and every question a selection can ask of them.

    A selection is a dict: slugs by facet, `words`, `incident_from`, `incident_to` and
    `added_after` (ISO texts).
    """

    def __init__(self):
        rows = AgeBand.objects.select_related("merged_into").order_by("order")
        self.bands = [(band.slug, band.min_years, band.max_years) for band in rows]
        self.live_band = {band.slug: _live(band) for band in rows}
        published = Review.objects.filter(state=State.PUBLISHED).prefetch_related(*RELATED)
        self.facts = {review.pk: Facts(review, self) for review in published}

    def matching(self, selection, leave_out=None):
        """The keys of the reviews that have all that is asked for, one facet perhaps left out."""
        return {pk for pk, facts in self.facts.items() if _has_all(facts, selection, leave_out)}

    def counts(self, selection, facet):
        """How many reviews each value of a facet has under all other facets' choices."""
        counts = {}
        for pk in self.matching(selection, leave_out=facet):
            for slug in self.facts[pk].slugs[facet]:
                counts[slug] = counts.get(slug, 0) + 1
        return counts

    def ordered(self, keys, sort):
        """The reviews in a sort order (all but relevance)."""
        return sorted(keys, key=lambda pk: getattr(self.facts[pk], sort))


class Facts:
    """What can be asked about one review."""

    def __init__(self, review, collection):
        self.review = review
        self.collection = collection

    @cached_property
    def slugs(self):
        """The values that the review has of every facet."""
        review = self.review
        return {
            "theme": self._named("themes"),
            "agency": self._named("agencies"),
            "harm": {_live(harm) for harm in review.harms.all()},
            "outcome": {_live(review.outcome)},
            "type": {_live(review.type)},
            "age": self._ages(),
            "sex": {child.sex for child in review.children.all()} or {"not-stated"},
            "nation": {review.nation},
            "partnership": {self._publisher()},
            "year": {review.added.iso[:4]},
            "illustrative": {"yes" if review.illustrative else "no"},
            "report": {"yes" for d in review.documents.all() if d.url or d.file},
        }

    @cached_property
    def words(self):
        review = self.review
        partnership = review.partnership
        names = [partnership.name, *partnership.aliases] if partnership else []
        points = [point.text for point in review.points.all()]
        texts = (review.title, review.reference, review.headline, review.summary, *names, *points)
        return _words(*texts, *(point.text for point in review.points.all()))

    @property
    def newest(self):
        return (-self._month, self._reference)

    @property
    def oldest(self):
        return (self._month, self._reference)

    @property
    def title(self):
        return (self.review.title.lower(), -self._month, self._reference)

    @property
    def _month(self):
        year, month = self.review.added.iso.split("-")
        return int(year) * 12 + int(month)

    @property
    def _reference(self):
        kind, year, number = self.review.reference.split("-")
        return kind, year, int(number), number

    def _named(self, kind):
        points = self.review.points.all()
        terms = [*getattr(self.review, kind).all()]
        terms += [term for point in points for term in getattr(point, kind).all()]
        return {_live(term) for term in terms}

    def _ages(self):
        children = self.review.children.all()
        found = {slug for child in children for slug in bands(child.age, self.collection.bands)}
        return {self.collection.live_band[slug] for slug in found or {"not-stated"}}

    def _publisher(self):
        if self.review.anonymous:
            return "anonymous"
        return self.review.partnership.slug if self.review.partnership else "not-recorded"


class PointFacts:
    """What can be asked about one learning point or recommendation."""

    def __init__(self, point, of_review):
        self.point = point
        self.of_review = of_review
        self.review = of_review.review

    @cached_property
    def slugs(self):
        """Its own kind, themes and agencies; the rest is its review's."""
        own = {
            "kind": {self.point.kind},
            "theme": {_live(theme) for theme in self.point.themes.all()},
            "agency": {_live(agency) for agency in self.point.agencies.all()},
        }
        return {**self.of_review.slugs, **own}

    @cached_property
    def words(self):
        return _words(self.point.text, self.review.title, self.review.reference)

    @property
    def newest(self):
        return (*self.of_review.newest, *self._place)

    @property
    def oldest(self):
        return (*self.of_review.oldest, *self._place)

    @property
    def title(self):
        return (*self.of_review.title, *self._place)

    @property
    def _place(self):
        return self.point.kind, self.point.order


class Points(Collection):
    """The learning points and recommendations of the published reviews."""

    def __init__(self):
        super().__init__()
        self.facts = {
            point.pk: PointFacts(point, facts)
            for facts in self.facts.values()
            for point in facts.review.points.all()
        }

    def reviews(self, selection):
        """The reviews that the selected points belong to."""
        return {self.facts[key].review.pk for key in self.matching(selection)}


def _words(*texts):
    return set(re.findall(r"\w+", " ".join(texts).lower()))


def _live(term):
    """A term's slug, or of what it was merged into."""
    return (term.merged_into or term).slug


def _has_all(facts, selection, leave_out):
    for facet in FACETS:
        chosen = selection.get(facet)
        if chosen and facet != leave_out and not facts.slugs[facet] & set(chosen):
            return False
    in_range = _in_range(facts, selection) and _is_later(facts, selection)
    return in_range and set(selection.get("words", ())) <= facts.words


def _is_later(facts, selection):
    """Whether the review entered later than the day, month or year, or the moment asked for."""
    asked, entered = selection.get("added_after"), entered_at(facts.review)
    if not asked:
        return True
    if "T" in asked:
        return entered > datetime.fromisoformat(asked)
    return entered.astimezone(HERE).date().isoformat()[: len(asked)] > asked


def entered_at(review):
    """The moment at which a review entered."""
    if all(step.verb != "loaded" for step in review.history.all()):
        return review.released_at
    year, month = map(int, review.added.iso.split("-"))
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=HERE).astimezone(UTC)
    return min(review.released_at, following - timedelta(microseconds=1))


def _in_range(facts, selection):
    start, end = selection.get("incident_from"), selection.get("incident_to")
    incident = facts.review.incident
    if not start and not end:
        return True
    if incident is None:
        return False
    after = not start or incident.latest >= PartialDate(start).earliest
    return after and (not end or incident.earliest <= PartialDate(end).latest)
