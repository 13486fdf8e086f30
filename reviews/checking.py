"""What the catalogue should say of each review, computed from the records a second time.

In Python and through the ORM, apart from the SQL of `reviews.entries`: where the two come to
different ends, one of them is wrong (reviews/disagreements.py compares them).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Q
from django.db.models.functions import Lower

from reviews import ages, moments
from reviews.ages import Age
from reviews.choices import Sex, State, Verb
from reviews.codes import (
    ILLUSTRATIVE,
    NATIONS,
    NO_PARTNERSHIP,
    SEXES,
    YES,
    Facet,
    code,
    month_number,
)
from reviews.models import (
    AgeBand,
    Agency,
    AuditEntry,
    Child,
    Document,
    Harm,
    Outcome,
    Partnership,
    Point,
    Review,
    ReviewType,
    Term,
    Theme,
)

CHUNK = 1000


class Expected(NamedTuple):
    """What an entry should hold. One that is not listed should hold nothing."""

    listed: bool = False
    codes: tuple[int, ...] = ()
    added_month: int = 0
    title_key: str = ""
    incident_earliest: date | None = None
    incident_latest: date | None = None
    entered: datetime | None = None


class Checked(NamedTuple):
    """A review, and what its entry should hold; a draft should have none."""

    key: int
    reference: str
    state: str
    entry: Expected | None


def every_review() -> Iterator[list[Checked]]:
    """All reviews by key, a chunk at a time: nine queries for each."""
    vocabularies = Vocabularies()
    last = 0
    while chunk := _reviews_after(last):
        facts = _Facts(chunk[0].pk, chunk[-1].pk)
        yield [
            Checked(
                review.pk, review.reference, review.state, _expected(review, facts, vocabularies)
            )
            for review in chunk
        ]
        last = chunk[-1].pk


class Vocabularies:
    """The codes of terms. A merged term has the code of the one that took its place."""

    def __init__(self) -> None:
        self._standing = {
            Facet.TYPE: _standing(ReviewType),
            Facet.OUTCOME: _standing(Outcome),
            Facet.HARM: _standing(Harm),
            Facet.THEME: _standing(Theme),
            Facet.AGENCY: _standing(Agency),
            Facet.AGE: _standing(AgeBand),
        }
        self._bands = list(AgeBand.objects.values_list("slug", "min_years", "max_years"))
        self._band_keys = dict(AgeBand.objects.values_list("slug", "pk"))

    def code(self, facet: Facet, key: int) -> int:
        return code(facet, self._standing[facet][key])

    def codes(self, facet: Facet, keys: Iterable[int]) -> list[int]:
        """Each code once, the most frequent first."""
        return _most_frequent_first(self.code(facet, key) for key in keys)

    def ages(self, children: Iterable[Age | None]) -> list[int]:
        """Codes of the age bands that these ages touch."""
        slugs = (slug for age in children for slug in ages.bands(age, self._bands))
        return self.codes(
            Facet.AGE, (self._band_keys[slug] for slug in slugs if slug in self._band_keys)
        )


class _Facts:
    """What belongs to the reviews of a chunk, by the key of the review."""

    def __init__(self, first: int, last: int) -> None:
        own = Q(review_id__gte=first, review_id__lte=last)
        by_point = Q(point__review_id__gte=first, point__review_id__lte=last)
        self.harms = _grouped(_pairs(Review.harms, own, "review_id", "harm_id"))
        self.themes = _grouped(
            _pairs(Review.themes, own, "review_id", "theme_id"),
            _pairs(Point.themes, by_point, "point__review_id", "theme_id"),
        )
        self.agencies = _grouped(
            _pairs(Review.agencies, own, "review_id", "agency_id"),
            _pairs(Point.agencies, by_point, "point__review_id", "agency_id"),
        )
        children = Child.objects.filter(own).values_list("review_id", "age", "sex")
        self.children: dict[int, list[Any]] = _grouped(
            (review, (age, sex)) for review, age, sex in children
        )
        readable = Document.objects.filter(own, withdrawn_at=None).exclude(url="", file="")
        self.with_report = set(readable.values_list("review_id", flat=True))
        loaded = AuditEntry.objects.filter(own, verb=Verb.LOADED)
        self.loaded = set(loaded.values_list("review_id", flat=True))


def _expected(review: Review, facts: _Facts, vocabularies: Vocabularies) -> Expected | None:
    if review.state == State.DRAFT:
        return None
    if review.state == State.WITHDRAWN:
        return Expected()
    added = review.added.earliest
    key = review.pk
    children = facts.children.get(key, [(None, Sex.NOT_STATED.value)])
    codes = [
        *_single_codes(review, vocabularies),
        *([ILLUSTRATIVE] if review.illustrative else []),
        *([code(Facet.REPORT, YES)] if key in facts.with_report else []),
        *vocabularies.codes(Facet.THEME, facts.themes[key]),
        *vocabularies.codes(Facet.AGENCY, facts.agencies[key]),
        *vocabularies.codes(Facet.HARM, facts.harms[key]),
        *vocabularies.ages(age for age, _ in children),
        *_most_frequent_first(code(Facet.SEX, SEXES.index(sex)) for _, sex in children),
    ]
    return Expected(
        listed=True,
        codes=tuple(codes),
        added_month=month_number(added.year, added.month),
        title_key=review.title_key,  # type: ignore[attr-defined]
        incident_earliest=review.incident.earliest if review.incident else None,
        incident_latest=review.incident.latest if review.incident else None,
        entered=_entered(review, key in facts.loaded),
    )


def _entered(review: Review, loaded: bool) -> datetime | None:
    """When it was first public here; an old one that was loaded, at the end of its month."""
    end = moments.last_of(review.added)
    return end if loaded and review.released_at and end < review.released_at else review.released_at


def _single_codes(review: Review, vocabularies: Vocabularies) -> list[int]:
    """Codes of the facets of which every review has exactly one value."""
    added = review.added.earliest
    partnership = review.partnership_id or NO_PARTNERSHIP
    return [
        vocabularies.code(Facet.TYPE, review.type_id),
        vocabularies.code(Facet.OUTCOME, review.outcome_id),
        code(Facet.NATION, NATIONS.index(review.nation)),
        code(Facet.PARTNERSHIP, Partnership.ANONYMOUS if review.anonymous else partnership),
        code(Facet.YEAR, added.year),
        code(Facet.MONTH, month_number(added.year, added.month)),
    ]


def _reviews_after(key: int) -> list[Review]:
    # What lower case is, the database decides: it sorts by its own rules.
    reviews = Review.objects.annotate(title_key=Lower("title")).defer("summary", "keywords")
    return list(reviews.filter(pk__gt=key).order_by("pk")[:CHUNK])


def _standing(model: type[Term]) -> dict[int, int]:
    terms = model._default_manager.all()
    return {term.pk: term.merged_into_id or term.pk for term in terms}  # type: ignore[attr-defined]


def _pairs(field: Any, rows: Q, review: str, term: str) -> Iterable[tuple[int, int]]:
    """The rows of a many-to-many field's table: a review's key with a term's."""
    return field.through.objects.filter(rows).values_list(review, term)


def _grouped[T](*pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for review, value in chain(*pairs):
        found[review].append(value)
    return found


def _most_frequent_first(codes: Iterable[int]) -> list[int]:
    times = Counter(codes)
    return sorted(times, key=lambda found: (-times[found], found))
