"""Words that may have been meant by one that nothing has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.models import Word
from reviews.spelling import OFFERED, corrections, distance

SMALL = st.text("abc", max_size=6)


class TestDistance:
    @pytest.mark.parametrize(
        ("one", "other", "letters"),
        [
            ("baby", "baby", 0),
            ("", "baby", 4),
            ("bab", "baby", 1),
            ("babby", "baby", 1),
            ("bady", "baby", 1),
            ("bayb", "baby", 1),
            ("neglcet", "neglect", 1),
            ("saefgaurding", "safeguarding", 2),
            ("kitten", "sitting", 3),
        ],
    )
    def test_letters_to_add_leave_out_change_or_swap(self, one, other, letters):
        assert distance(one, other) == distance(other, one) == letters

    @given(SMALL, SMALL)
    def test_it_is_nothing_for_the_same_word_alone(self, one, other):
        assert (distance(one, other) == 0) == (one == other)
        assert distance(one, other) <= max(len(one), len(other))

    @given(SMALL, SMALL)
    def test_it_is_the_same_from_either_end(self, one, other):
        assert distance(one, other) == distance(other, one) == distance(one[::-1], other[::-1])


@pytest.mark.django_db
class TestCorrections:
    @pytest.fixture(autouse=True)
    def words(self):
        known = ["neglect", "neglected", "supervision", "safeguarding", "sleep", "slept"]
        Word.objects.bulk_create(Word(word=word) for word in known)

    def found(self, word, **held):
        """What is offered for a word; `held` says how many records hold those near it."""
        found = corrections([word], lambda words: [held.get(other, 1) for other in words])
        return found.get(word, [])

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("neglcet", "neglect"),
            ("suprvision", "supervision"),
            ("saefgaurding", "safeguarding"),
            ("slep", "sleep"),
        ],
    )
    def test_words_that_differ_in_few_letters(self, typed, meant):
        assert self.found(typed)[0] == meant

    def test_the_fewer_letters_the_likelier(self):
        assert self.found("neglecte")[:2] == ["neglect", "neglected"]

    def test_then_the_more_records_hold_it(self):
        Word.objects.bulk_create([Word(word="neglent"), Word(word="neglest")])
        assert self.found("neglett", neglect=2, neglest=5)[:2] == ["neglest", "neglect"]

    def test_no_more_than_are_worth_offering(self):
        Word.objects.bulk_create(Word(word=f"neglec{letter}") for letter in "abdefg")
        assert len(self.found("neglecz")) == OFFERED

    def test_a_word_that_no_record_holds_is_not_offered(self):
        assert "neglect" not in self.found("neglcet", neglect=0)

    @pytest.mark.parametrize("typed", ["zebra", "sl", "", "x" * 60, "إهمال", "safe guarding"])
    def test_nothing_is_offered_for_what_is_like_no_word(self, typed):
        assert self.found(typed) == []

    def test_the_word_itself_is_not_offered(self):
        assert "sleep" not in self.found("sleep")

    def test_all_words_are_counted_at_once(self):
        asked = []
        found = corrections(
            ["neglec", "zebra", "slep", "two words"],
            lambda words: asked.append(words) or [1] * len(words),
        )
        assert found == {"neglec": ["neglect"], "slep": ["sleep", "slept"]}
        assert len(asked) == 1

    def test_of_a_long_query_the_first_words_are_looked_at(self):
        typed = ["neglcet", *(f"zebra{letter}" for letter in "abcdefgh"), "slep"]
        assert list(corrections(typed, lambda words: [1] * len(words))) == ["neglcet"]
        assert corrections([], lambda words: [1] * len(words)) == {}
