"""Points in the order in which an editor reads them: by theme, then by likeness."""

import pytest
from pyroaring import BitMap

from briefings.editing import gathering
from briefings.editing.gathering import Gathered, clustered, likeness
from reviews.catalogue import catalogue
from reviews.models import Point
from tests.factories import make_review

SAME = [
    "Ask who lives in the home, and write down the name of each man.",
    "Write down the name of each man who lives in the home.",
    "The name of every man who lives in the home should be written down.",
]
OTHER = "Interpreters have to be booked for every appointment."


def lexemes(text):
    return [word.strip(",.").lower()[:5] for word in text.split() if len(word) > 3]


class TestLikeness:
    def test_texts_that_say_nearly_the_same_stand_together(self):
        texts = [SAME[0], OTHER, SAME[1], SAME[2]]
        words = {key: lexemes(text) for key, text in enumerate(texts)}
        found = clustered([0, 1, 2, 3], words)
        assert [sorted(ids) for ids in found] == [[0, 2, 3], [1]]

    def test_it_is_the_same_each_time_and_every_point_stands_once(self):
        texts = [*SAME, OTHER] * 10
        words = {key: lexemes(text) for key, text in enumerate(texts)}
        ids = list(words)
        found = clustered(ids, words)
        assert found == clustered(ids, words)
        assert sorted(key for cluster in found for key in cluster) == ids

    def test_a_word_that_all_have_says_little(self):
        texts = [["child", "alpha"], ["child", "beta"], ["alpha", "gamma"], *[["child"]] * 60]
        alike = likeness(texts)
        assert alike[0, 2] > alike[0, 1]

    def test_texts_without_words_are_like_no_other(self):
        assert clustered([1, 2], {1: [], 2: []}) == [[1], [2]]
        assert clustered([7], {}) == [[7]]
        assert clustered([], {}) == []


@pytest.mark.django_db
class TestThemes:
    def gathered(self, theme=None):
        snapshot = catalogue.current()
        return Gathered(snapshot, snapshot.points.everything, theme)

    def name(self, code):
        value = catalogue.current().terms.by_code.get(code)
        return value.slug if value else ""

    def test_the_commonest_comes_first_and_each_point_stands_once(self):
        make_review(
            learning=[
                {"text": "One.", "themes": ["housing", "neglect"]},
                {"text": "Two.", "themes": ["neglect"]},
                {"text": "Three.", "themes": ["housing"]},
                {"text": "Four.", "themes": ["neglect"]},
                "Five.",
            ]
        )
        page = self.gathered().page(1)
        shown = [(self.name(one.theme), one.total, one.count) for one in page]
        assert shown == [("neglect", 3, 3), ("housing", 2, 1), ("", 1, 1)]
        keys = [key for group in page for cluster in group.clusters for key in cluster.ids]
        assert sorted(keys) == sorted(Point.objects.values_list("pk", flat=True))

    def test_a_page_follows_the_other_without_a_gap(self):
        for number in range(3):
            themes = [["neglect"], ["housing"]][number % 2 :]
            texts = [f"{'x' * 5} number{place} unlike{number}{place}." for place in range(17)]
            points = [
                {"text": text, "themes": themes[place % len(themes)]}
                for place, text in enumerate(texts)
            ]
            make_review(learning=points)
        found = self.gathered()
        pages = [found.page(number) for number in (1, 2, 3, 4)]
        keys = [
            [key for group in page for cluster in group.clusters for key in cluster.ids]
            for page in pages
        ]
        assert [len(one) for one in keys] == [20, 20, 11, 0]
        assert sorted(sum(keys, [])) == sorted(Point.objects.values_list("pk", flat=True))

    def test_points_are_compared_within_a_window_and_all_are_on_some_page(self, monkeypatch):
        monkeypatch.setattr(gathering, "WINDOW", 7)
        make_review(learning=[{"text": SAME[n % 3], "themes": ["neglect"]} for n in range(45)])
        found = self.gathered()
        keys = [
            key
            for number in (1, 2, 3)
            for group in found.page(number)
            for cluster in group.clusters
            for key in cluster.ids
        ]
        assert sorted(keys) == sorted(Point.objects.values_list("pk", flat=True))

    def test_the_number_of_statements_stays(self, django_assert_num_queries):
        make_review(learning=[{"text": text, "themes": ["neglect"]} for text in SAME])
        found = self.gathered()
        with django_assert_num_queries(1):
            found.page(1)
        for _ in range(3):
            make_review(learning=[{"text": text, "themes": ["housing"]} for text in SAME])
        found = self.gathered()
        with django_assert_num_queries(1):
            found.page(1)

    def test_nothing_of_nothing(self):
        snapshot = catalogue.current()
        assert Gathered(snapshot, BitMap()).page(1) == []
