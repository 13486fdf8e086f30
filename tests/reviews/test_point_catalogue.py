"""Points are selected, counted and ordered as brute force over the records does it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import entries, publishing
from reviews.catalogue import catalogue
from reviews.codes import Facet, value_of
from reviews.filters import LearningFilterSet
from reviews.models import Theme
from reviews.points import Points
from reviews.selection import POINT_FACETS
from tests import brute_force
from tests.factories import make_review, make_term
from tests.random_reviews import WORDS, make_bands, make_random_reviews
from tests.reviews.test_catalogue import ADDED, DATES, VALUES, query, resolved, selections

pytestmark = pytest.mark.django_db

POINT_VALUES = {**VALUES, "kind": ["learning", "recommendation"]}


@st.composite
def point_selections(draw):
    """A selection of reviews, sometimes with a kind of point."""
    kinds = draw(st.lists(st.sampled_from(POINT_VALUES["kind"]), max_size=2, unique=True))
    return {**draw(selections()), **({"kind": kinds} if kinds else {})}


def select(selection):
    snapshot = catalogue.current()
    filters = LearningFilterSet(query(selection), snapshot)
    assert not filters.errors
    return catalogue.select_points(filters.selection(), snapshot)


@pytest.fixture
def points(request, db):
    """The points of a random collection with a theme merged into another."""
    make_bands()
    old = make_term(Theme, "old-name", merged_into=make_term(Theme, "supervision"))
    make_term(Theme, "never-used")
    reviews = make_random_reviews(Random(request.param), 45)
    for review in reviews[::6]:
        for point in review.points.all():
            point.themes.add(old)
    entries.write([review.pk for review in reviews], entries.raise_version())
    return brute_force.Points()


seeds = pytest.mark.parametrize("points", range(3), indirect=True, ids="collection {}".format)


@seeds
def test_a_random_selection_is_what_brute_force_finds(points):
    @settings(max_examples=80, deadline=None)
    @given(point_selections())
    def check(selection):
        result = select(selection)
        assert set(result.ids) == points.matching(resolved(selection))
        assert result.review_total == len(points.reviews(resolved(selection)))

    check()


@seeds
def test_every_option_is_counted_in_points_under_all_other_facets(points):
    @settings(max_examples=40, deadline=None)
    @given(point_selections())
    def check(selection):
        result = select(selection)
        for facet in POINT_FACETS:
            expected = points.counts(resolved(selection), facet.parameter)
            assert _by_slug(result, facet) == expected, facet

    check()


@seeds
def test_pages_of_a_selection_are_its_points_in_order(points):
    @settings(max_examples=40, deadline=None)
    @given(point_selections(), st.sampled_from(["newest", "oldest", "title"]), st.integers(1, 7))
    def check(selection, sort, size):
        result = select(selection)
        expected = points.ordered(points.matching(resolved(selection)), sort)
        pages = [result.page(sort, start, size) for start in range(0, len(expected) + 1, size)]
        assert [key for page in pages for key in page] == expected
        assert result.page(sort, len(expected) + 5, size) == []

    check()


@pytest.mark.parametrize("points", [11], indirect=True, ids=["one collection"])
def test_each_value_alone(points):
    alone = [{facet: [value]} for facet, values in POINT_VALUES.items() for value in values]
    alone += [{name: date} for name in ("incident_from", "incident_to") for date in DATES]
    alone += [{"added_after": moment} for moment in ADDED]
    alone += [{"words": [word]} for word in WORDS]
    found = [set(select(selection).ids) for selection in alone]
    assert found == [points.matching(resolved(selection)) for selection in alone]
    assert sum(map(bool, found)) > len(found) * 0.8


@pytest.mark.parametrize("points", [7], indirect=True, ids=["one collection"])
def test_followed_or_built_anew_it_is_the_same(points):
    """What a process adds to its points after a publication is what another reads from nothing."""
    before = catalogue.current()
    gone = next(iter(points.facts.values())).review
    publishing.withdraw(review=gone, by=None)
    make_review(learning=["Kelp."], recommendations=[{"text": "Moss.", "themes": ["neglect"]}])
    after = catalogue.current()
    assert after.points == Points.read()
    assert after.points != before.points
    assert set(after.points.everything) == set(brute_force.Points().facts)


def _by_slug(result, facet):
    counts = result.counts(facet)
    assert 0 not in counts.values()
    if facet is Facet.YEAR:
        return {str(value_of(code)): count for code, count in counts.items()}
    return {result.snapshot.terms.by_code[code].slug: n for code, n in counts.items()}
