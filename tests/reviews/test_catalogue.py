"""The catalogue gives for every selection what brute force over the records gives."""

from random import Random

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from reviews import entries, matches
from reviews.browsing import BrowsePage
from reviews.catalogue import catalogue
from reviews.codes import Facet, value_of
from reviews.filters import BrowseFilterSet
from reviews.models import Theme
from reviews.selection import FACETS
from tests import brute_force, random_reviews
from tests.factories import make_review, make_term
from tests.random_reviews import WORDS, make_bands, make_random_reviews

pytestmark = pytest.mark.django_db

VALUES = {
    "theme": [*random_reviews.THEMES, "old-name", "never-used"],
    "age": [slug for slug, _, _ in random_reviews.BANDS],
    "harm": random_reviews.HARMS,
    "outcome": random_reviews.OUTCOMES,
    "agency": random_reviews.AGENCIES,
    "type": random_reviews.TYPES,
    "partnership": ["northmere-partnership", "eastvale-board", "anonymous", "not-recorded"],
    "nation": [*random_reviews.NATIONS, "guernsey"],
    "year": ["2019", "2020", "2021", "2022", "2023", "1999"],
    "sex": random_reviews.SEXES,
    "report": ["yes"],
    "illustrative": ["no", "yes"],
}
DATES = ["2014", "2016-03", "2017-11-30", "2017", "2018", "2019-12", "2020-01", "2021-06", "2030"]
ADDED = [
    *("1999", "2019", "2020-02", "2020-02-29", "2021-03-27", "2021-03-28", "2021-10-31", "2021-12"),
    *("2022-06-30", "2023-05", "2023-05-31", "2023-06-01"),
    *("2021-03-28T00:59:59.999998Z", "2021-03-28T00:59:59.999999Z", "2021-03-28T01:00:00Z"),
    *("2021-10-31T00:30:00Z", "2021-10-31T01:29:59Z", "2021-10-31T01:30:00Z"),
    *("2021-12-31T23:59:59Z", "2021-12-31T23:59:59.999999Z", "2022-06-30T22:59:59.999999Z"),
]


@st.composite
def selections(draw):
    """What can be asked for: usually of one to three facets, so that often something is found."""
    names = draw(st.lists(st.sampled_from(list(VALUES)), max_size=3, unique=True))
    values = {
        name: draw(st.lists(st.sampled_from(VALUES[name]), min_size=1, max_size=3, unique=True))
        for name in names
    }
    if draw(st.booleans()):
        words = st.sampled_from([*WORDS, "eastvale"])
        values["words"] = draw(st.lists(words, max_size=2, unique=True))
    start = draw(st.none() | st.sampled_from(DATES))
    end = draw(st.none() | st.sampled_from([d for d in DATES if not start or d[:4] >= start[:4]]))
    after = draw(st.sampled_from(ADDED))
    dates = {"incident_from": start, "incident_to": end, "added_after": after}
    return values | {name: date for name, date in dates.items() if date and draw(st.booleans())}


def query(selection, **more):
    """The selection in the grammar of addresses."""
    found = QueryDict(mutable=True)
    for name, value in {**selection, **more}.items():
        if name == "words":
            found["q"] = " ".join(value)
        else:
            found.setlist(name, value if isinstance(value, list) else [str(value)])
    return found


def select(selection):
    snapshot = catalogue.current()
    filters = BrowseFilterSet(query(selection), snapshot)
    assert not filters.errors
    return catalogue.select(filters.selection(), snapshot)


def resolved(selection):
    """The selection as brute force reads it: a merged term stands for the one it became."""
    themes = {"old-name": "supervision"}
    named = [themes.get(slug, slug) for slug in selection.get("theme", [])]
    return {**selection, "theme": named} if named else selection


@pytest.fixture
def collection(request, db):
    """A random collection with drafts, withdrawn reviews and a theme merged into another."""
    make_bands()
    old = make_term(Theme, "old-name", merged_into=make_term(Theme, "supervision"))
    make_term(Theme, "never-used")
    reviews = make_random_reviews(Random(request.param), 45)
    for review in reviews[::6]:
        review.themes.add(old)
    entries.write([review.pk for review in reviews], entries.raise_version())
    return brute_force.Collection()


seeds = pytest.mark.parametrize("collection", range(3), indirect=True, ids="collection {}".format)


@seeds
def test_a_random_selection_is_what_brute_force_finds(collection):
    @settings(max_examples=100, deadline=None)
    @given(selections())
    def check(selection):
        result = select(selection)
        expected = collection.matching(resolved(selection))
        assert set(result.ids) == expected
        assert result.total == len(expected)

    check()


@seeds
def test_every_option_is_counted_under_all_other_facets(collection):
    @settings(max_examples=40, deadline=None)
    @given(selections())
    def check(selection):
        result = select(selection)
        for facet in FACETS:
            expected = collection.counts(resolved(selection), facet.parameter)
            assert _by_slug(result, facet) == expected

    check()


@seeds
def test_pages_of_a_selection_are_its_reviews_in_order(collection):
    @settings(max_examples=40, deadline=None)
    @given(selections(), st.sampled_from(["newest", "oldest", "title"]), st.integers(1, 7))
    def check(selection, sort, size):
        result = select(selection)
        expected = collection.ordered(collection.matching(resolved(selection)), sort)
        pages = [result.page(sort, start, size) for start in range(0, len(expected) + 1, size)]
        assert [pk for page in pages for pk in page] == expected
        assert result.page(sort, len(expected) + 5, size) == []

    check()


@seeds
def test_the_page_of_an_address_says_the_same(collection):
    references = {pk: facts.review.reference for pk, facts in collection.facts.items()}

    @settings(max_examples=25, deadline=None)
    @given(selections(), st.sampled_from(["newest", "oldest", "title"]), st.integers(1, 3))
    def check(selection, sort, number):
        page = BrowsePage(query(selection, sort=sort, page=number), catalogue.current())
        expected = collection.ordered(collection.matching(resolved(selection)), sort)
        shown = expected[(number - 1) * BrowsePage.page_size : number * BrowsePage.page_size]
        assert page.total == len(expected)
        last = -(-(len(expected) + len(page.near)) // BrowsePage.page_size)
        assert page.status == (200 if number <= max(1, last) else 404)
        entries = list(zip(shown, page.entries, strict=True))
        assert all(references[pk] in html for pk, html in entries)

    check()


@pytest.mark.parametrize("collection", [11], indirect=True, ids=["one collection"])
def test_each_value_alone(collection):
    alone = [{facet: [value]} for facet, values in VALUES.items() for value in values]
    alone += [{name: date} for name in ("incident_from", "incident_to") for date in DATES]
    alone += [{"added_after": moment} for moment in ADDED]
    alone += [{"words": [word]} for word in WORDS]
    found = [set(select(selection).ids) for selection in alone]
    assert found == [collection.matching(resolved(selection)) for selection in alone]
    assert sum(map(bool, found)) > len(found) * 0.8


@pytest.mark.parametrize("collection", [5], indirect=True, ids=["one collection"])
def test_a_page_is_the_same_whether_it_is_sorted_or_walked(collection):
    """Small selections are sorted, large ones filtered out of the whole order."""
    keys, snapshot = list(collection.facts), catalogue.current()
    for number in (0, 1, 2, len(keys) // 2, len(keys) - 1, len(keys)):
        for sort in ("newest", "oldest", "title"):
            page = snapshot.page(BitMap(keys[:number]), sort, 0, 100)
            assert page == collection.ordered(keys[:number], sort)


def test_words_may_be_alternatives_excluded_or_a_phrase():
    one = make_review(summary="alder birch").pk
    two = make_review(summary="birch alder cedar").pk
    three = make_review(summary="cedar").pk
    found = {
        text: set(select({"words": [text]}).ids)
        for text in ("alder", "alder -cedar", "alder or cedar", '"alder birch"', "alder kelp")
    }
    assert found == {
        "alder": {one, two},
        "alder -cedar": {one},
        "alder or cedar": {one, two, three},
        '"alder birch"': {one},
        "alder kelp": set(),
    }


def test_the_best_match_comes_first_and_every_match_is_there():
    places = {
        "summary": {"summary": "quartz"},
        "partnership": {"partnership": "Quartz Partnership"},
        "title": {"title": "Quartz"},
    }
    found = {name: make_review(**values).pk for name, values in places.items()}
    make_review()
    result = select({"words": ["quartz"]})
    ranked = result.page("relevance", 0, 20)
    assert ranked == [found["title"], found["summary"], found["partnership"]]
    assert result.page("relevance", 1, 1) == [found["summary"]]


def test_more_than_can_be_ranked_are_those_with_most_of_the_words_then_the_newest(monkeypatch):
    """What counts is how many the whole selection leaves."""
    monkeypatch.setattr(matches, "RANKED", 2)
    best = make_review(title="Quartz vein", added="2020-01", harms=["neglect"]).pk
    good = make_review(summary="quartz", added="2021-01", harms=["neglect"]).pk
    other = make_review(summary="quartz", added="2022-01").pk
    everything = select({"words": ["quartz"]})
    assert everything.page("relevance", 0, 2) == [other, good]
    assert everything.page("relevance", 0, 20) == [other, good, best]
    assert everything.page("relevance", 1, 2) == [good, best]
    narrowed = select({"words": ["quartz"], "harm": ["neglect"]})
    assert narrowed.page("relevance", 0, 20) == [best, good]


def test_a_reference_finds_its_review():
    make_review(reference="CR-2023-4001")
    wanted = make_review(reference="CR-2023-4002")
    for text in ("CR-2023-4002", "cr-2023-4002", "CR-2023-4002 death"[:12]):
        assert list(select({"words": [text]}).ids) == [wanted.pk]


def _by_slug(result, facet):
    terms = result.snapshot.terms
    counts = result.counts(facet)
    assert 0 not in counts.values()
    if facet is Facet.YEAR:
        return {str(value_of(code)): count for code, count in counts.items()}
    return {terms.by_code[code].slug: count for code, count in counts.items()}
