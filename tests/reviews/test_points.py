"""Learning points in memory, measured against plain Python over the rows."""

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from reviews import entries, publishing
from reviews.catalogue import Catalogue, catalogue
from reviews.codes import Facet, code
from reviews.models import Agency, Point, Review, Theme
from reviews.points import Points, bitmap, counted, numbers, ranks
from tests.factories import make_review, make_term
from tests.random_reviews import make_bands, make_random_reviews

pytestmark = pytest.mark.django_db


class Plain:
    """The public points, said again with lists and dicts."""

    def __init__(self):
        rows = Point.objects.filter(review__state="published").order_by("pk")
        self.rows = {point.pk: point for point in rows.prefetch_related("themes", "agencies")}

    def codes(self, pk):
        point = self.rows[pk]
        kinds = ["learning", "recommendation"]
        themes = {theme.merged_into_id or theme.pk for theme in point.themes.all()}
        agencies = {agency.merged_into_id or agency.pk for agency in point.agencies.all()}
        return {
            code(Facet.KIND, kinds.index(point.kind)),
            *(code(Facet.THEME, key) for key in themes),
            *(code(Facet.AGENCY, key) for key in agencies),
        }

    def with_code(self, wanted):
        return {pk for pk in self.rows if wanted in self.codes(pk)}

    def of(self, reviews):
        return {pk for pk, point in self.rows.items() if point.review_id in reviews}

    def in_order(self, keys, order):
        """Reviews in an order; in each its learning points, then its recommendations."""
        rows = [self.rows[pk] for pk in keys]
        rows.sort(key=lambda row: (order.index(row.review_id), row.kind, row.order))
        return [row.pk for row in rows]


@pytest.fixture
def collection():
    make_bands()
    make_random_reviews(Random(7), 60)
    for number in range(5):
        make_review(
            learning=[{"text": "Ask.", "themes": ["neglect"], "agencies": ["police"]}, "Look."],
            recommendations=["Act.", {"text": "Agree.", "addressed_to": ["housing"]}],
            added=f"202{number}-01",
            state="withdrawn" if number == 3 else "published",
        )
    return Plain()


def subsets(collection):
    return st.sets(st.sampled_from(sorted(collection.rows)))


class TestRead:
    def test_every_public_point_and_no_other(self, collection):
        points = Points.read()
        assert len(collection.rows) > 60
        assert set(points.everything) == set(collection.rows)

    def test_the_codes_of_each(self, collection):
        points = Points.read()
        codes = {found for pk in collection.rows for found in collection.codes(pk)}
        assert {c: set(held) for c, held in points.by_code.items()} == {
            c: collection.with_code(c) for c in codes
        }
        for facet in (Facet.KIND, Facet.THEME, Facet.AGENCY):
            assert points.codes_of(facet) == sorted(c for c in codes if c >> 24 == facet)

    def test_themes_of_a_review_are_not_themes_of_its_points(self):
        make_review(themes=["neglect"], learning=["Ask."])
        assert Points.read().codes_of(Facet.THEME) == []

    def test_a_merged_theme_is_the_one_it_became(self):
        make_review(learning=[{"text": "Ask.", "themes": ["old", "new"]}])
        old = Theme.objects.get(slug="old")
        old.merged_into = Theme.objects.get(slug="new")
        publishing.save_term(term=old)
        assert Points.read().codes_of(Facet.THEME) == [code(Facet.THEME, old.merged_into_id)]

    def test_an_empty_collection(self):
        points = Points.read()
        assert len(points.everything) == 0
        assert set(points.of_reviews(BitMap([1, 2]))) == set()
        assert points.page(BitMap(), np.zeros(1, np.uint32), 0, 20) == []
        assert points.per_review(BitMap()).sum() == 0


class TestQuestions:
    def test_the_points_of_some_reviews(self, collection):
        points, keys = Points.read(), list(Review.objects.values_list("pk", flat=True))

        @settings(max_examples=50, deadline=None)
        @given(st.sets(st.sampled_from([*keys, 10**6])))
        def check(reviews):
            assert set(points.of_reviews(BitMap(reviews))) == collection.of(reviews)

        check()

    def test_the_reviews_of_some_points(self, collection):
        points = Points.read()

        @settings(max_examples=50, deadline=None)
        @given(subsets(collection))
        def check(keys):
            owners = [collection.rows[pk].review_id for pk in sorted(keys)]
            assert points.owners(BitMap(keys)).tolist() == owners
            assert set(points.reviews(BitMap(keys))) == set(owners)
            held = points.per_review(BitMap(keys))
            assert {k: int(n) for k, n in enumerate(held) if n} == Counter(owners)

        check()

    def test_how_many_points_the_reviews_with_each_code_have(self, collection):
        points, snapshot = Points.read(), catalogue.current()
        codes = snapshot.codes_of(Facet.NATION)

        @settings(max_examples=30, deadline=None)
        @given(subsets(collection))
        def check(keys):
            found = counted(points.per_review(BitMap(keys)), snapshot.by_code, codes)
            plain = {c: len(keys & collection.of(set(snapshot.by_code[c]))) for c in codes}
            assert found == {c: count for c, count in plain.items() if count}

        check()

    def test_a_page_by_the_order_of_their_reviews(self, collection):
        points, snapshot = Points.read(), catalogue.current()

        @settings(max_examples=60, deadline=None)
        @given(
            subsets(collection),
            st.sampled_from(["newest", "oldest", "title"]),
            st.integers(0, 40),
            st.integers(1, 25),
        )
        def check(keys, order, start, size):
            expected = collection.in_order(keys, snapshot.orders[order])
            page = points.page(BitMap(keys), snapshot.ranks[order], start, size)
            assert page == expected[start : start + size]

        check()


STEPS = ("publish", "withdraw", "restore", "correct", "reword", "merge")


class TestChanged:
    def test_what_is_followed_is_what_is_read_anew(self, collection):
        followed = Catalogue()
        followed.current()

        @settings(max_examples=15, deadline=None)
        @given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=5), st.integers(0, 99))
        def check(steps, seed):
            random = Random(seed)
            for step in steps:
                _change(step, random)
                assert followed.current().points == Points.read()
            assert set(followed.current().points.everything) == set(Plain().rows)

        check()

    def test_what_was_held_before_is_left_as_it_was(self, collection):
        before = Points.read()
        held = set(before.everything), {c: set(ids) for c, ids in before.by_code.items()}
        review = Review.objects.filter(state="published", points__isnull=False).first()
        publishing.withdraw(review=review, by=None)
        after = before.changed([review.pk])
        assert (set(before.everything), {c: set(ids) for c, ids in before.by_code.items()}) == held
        assert after == Points.read()
        assert before != after

    def test_a_review_without_points_changes_nothing(self, collection):
        review = make_review()
        before = Points.read()
        assert before.changed([review.pk]) == before

    def test_points_are_the_same_however_a_process_came_by_them(self):
        """What keys were given before does not matter."""
        gone = make_review(learning=["Ask."])
        stays = make_review(learning=[{"text": "Look.", "themes": ["neglect"]}])
        followed = Points.read()
        publishing.withdraw(review=gone, by=None)
        followed = followed.changed([gone.pk])
        assert followed == Points.read()
        stays.points.get().themes.clear()
        publishing.correct(review=stays, by=None)
        assert followed != Points.read()
        assert followed.changed([stays.pk]) == Points.read()
        assert followed.changed([stays.pk]).by_code.keys() == Points.read().by_code.keys()

    def test_reindex_changes_nothing(self, collection):
        before = Points.read()
        entries.write_all(entries.raise_version())
        assert Points.read() == before


def _change(step, random):
    published = list(Review.objects.filter(state="published").order_by("pk"))
    withdrawn = list(Review.objects.filter(state="withdrawn").order_by("pk"))
    review = random.choice(published)
    if step == "publish":
        make_review(learning=["One.", {"text": "Two.", "themes": ["neglect"]}])
    elif step == "withdraw":
        publishing.withdraw(review=review, by=None)
    elif step == "restore" and withdrawn:
        publishing.restore(review=random.choice(withdrawn), by=None)
    elif step == "correct":
        review.points.all().delete()
        point = review.points.create(kind="recommendation", order=1, text="New.")
        point.agencies.add(make_term(Agency, random.choice(["police", "housing"])))
        publishing.correct(review=review, by=None)
    elif step == "reword":
        review.title = "Child Z"
        publishing.correct(review=review, by=None)
    elif step == "merge":
        theme = make_term(Theme, f"old-{random.random()}".replace(".", ""))
        theme.merged_into = make_term(Theme, "neglect")
        publishing.save_term(term=theme)


@given(st.sets(st.integers(0, 2**32 - 1)))
def test_a_bitmap_and_its_numbers(ids):
    held = BitMap(ids)
    assert numbers(held).tolist() == sorted(ids)
    assert bitmap(np.array(sorted(ids), np.uint32)) == held


@given(st.lists(st.integers(0, 200), unique=True))
def test_the_place_of_each_key_in_an_order(order):
    found = ranks(order, 201)
    assert [int(found[key]) for key in order] == list(range(len(order)))
