"""What a match is worth, as numbers: what may and what may never change an order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.ranking import Measured, Weighed, rarity, scores

TITLE, LEARNING, SUMMARY, LABEL, NOWHERE = 1.0, 0.6, 0.35, 0.15, 0.0


def worth(*records, rarities=(1.0,), concepts=None, nearness=None, lengths=None, named=None):
    """The scores of records, each given as how much it has of each word.

    Each word is a concept of its own unless said; `nearness` is of the first two words,
    `named` says which records have another name of the first concept.
    """
    amounts = np.array(records, np.float32).reshape(len(records), -1)
    count, words = amounts.shape
    concepts = concepts or [Weighed([n], r) for n, r in enumerate(rarities)]
    synonyms = np.zeros((count, len(concepts)), bool)
    if named is not None:
        synonyms[:, 0] = named
    pairs = np.zeros((count, 0)) if nearness is None else np.array(nearness).reshape(count, 1)
    measured = Measured(
        np.array(lengths or [100.0] * count, np.float32), amounts, pairs.astype("f4"), synonyms
    )
    return scores(measured, concepts, rarities, [min(rarities)] if nearness else []).tolist()


class TestRarity:
    @given(st.integers(0, 10**6), st.integers(0, 10**6))
    def test_it_is_never_negative_and_falls_as_more_have_the_word(self, one, other):
        total = max(one, other)
        assert rarity(one, total) >= 0
        if one < other:
            assert rarity(one, total) > rarity(other, total)

    def test_a_word_that_all_have_says_next_to_nothing(self):
        assert rarity(1000, 1000) < 0.001
        assert rarity(0, 0) > 0

    @given(st.integers(0, 1000), st.integers(1000, 10**6))
    def test_a_word_is_the_rarer_the_larger_the_collection(self, found, total):
        assert rarity(found, total + 1) > rarity(found, total)


class TestOrder:
    def test_the_better_place_comes_first(self):
        found = worth(TITLE, LEARNING, SUMMARY, LABEL, NOWHERE)
        assert found == sorted(found, reverse=True)
        assert len(set(found)) == 5
        assert found[-1] == 0

    def test_all_of_the_words_before_more_of_one(self):
        both, one = worth([SUMMARY, SUMMARY], [TITLE, NOWHERE], rarities=(1.0, 1.0))
        assert both > one

    def test_a_rare_word_says_more_than_a_common_one(self):
        rare, common = worth([SUMMARY, 0], [0, SUMMARY], rarities=(4.0, 1.0))
        assert rare > 2 * common

    def test_words_beside_each_other_before_the_same_words_apart(self):
        words = [SUMMARY, SUMMARY]
        beside, apart, never = worth(words, words, words, rarities=(1.0, 1.0), nearness=[1, 0.1, 0])
        assert beside > apart > never

    def test_a_short_text_before_a_long_one_with_the_same_words(self):
        short, long = worth(SUMMARY, SUMMARY, lengths=[50, 500])
        assert short > long

    @pytest.mark.parametrize("place", [TITLE, LEARNING])
    def test_the_word_typed_before_another_name_for_it(self, place):
        typed, other = worth(place, NOWHERE, named=[False, True])
        assert typed > other > 0

    def test_both_names_before_one_of_them(self):
        both, typed = worth(SUMMARY, SUMMARY, named=[True, False])
        assert both > typed

    def test_a_name_of_three_words_is_one_thing(self):
        """Another name stands for all of the words, not for one of them."""
        name = [Weighed([0, 1, 2], 3.0)]
        rarities = (1.0, 1.0, 1.0)
        whole, part, other = worth(
            [SUMMARY] * 3, [SUMMARY, 0, 0], [0, 0, 0],
            rarities=rarities, concepts=name, named=[False, False, True],
        )  # fmt: skip
        assert other > part
        assert whole > part


AMOUNTS = st.floats(0, 1, width=32)
RARITIES = st.floats(0, 12, width=32)


@given(st.lists(AMOUNTS, min_size=2, max_size=2), AMOUNTS, RARITIES, RARITIES, st.booleans())
def test_more_of_a_word_never_counts_less(record, more, one, other, is_named):
    least, most = sorted([record[0], more])
    fewer, further = worth(
        [least, record[1]], [most, record[1]], rarities=(one, other), named=[is_named] * 2
    )
    assert further >= fewer - 1e-5


@given(st.lists(AMOUNTS, min_size=3, max_size=3), st.integers(1, 5000), st.integers(1, 5000))
def test_a_longer_text_never_counts_more(record, one, other):
    shorter, longer = sorted([one, other])
    first, second = worth(record, record, rarities=(3.0, 2.0, 1.0), lengths=[shorter, longer])
    assert first >= second - 1e-5


@given(AMOUNTS, RARITIES, st.booleans())
def test_having_another_name_too_never_counts_less(amount, rare, is_named):
    without, with_it = worth(amount, amount, rarities=(rare,), named=[False, True])
    assert with_it >= without - 1e-5


class TestEdges:
    """Never a number that is none: it would put records in any order at all."""

    def test_no_records(self):
        measured = Measured(np.zeros(0), np.zeros((0, 1)), np.zeros((0, 0)), np.zeros((0, 1), bool))
        assert scores(measured, [Weighed([0], 1.0)], [1.0], []).tolist() == []

    def test_nothing_asked_for(self):
        """Only words that must not be there: all records are worth the same."""
        nothing = Measured(np.ones(2), np.zeros((2, 0)), np.zeros((2, 0)), np.zeros((2, 0), bool))
        assert scores(nothing, [], [], []).tolist() == [0, 0]

    def test_words_that_all_records_have(self):
        assert np.isfinite(worth(TITLE, SUMMARY, rarities=(0.0,))).all()

    def test_records_without_any_words(self):
        assert worth(NOWHERE, NOWHERE, lengths=[0.0, 0.0]) == [0, 0]

    def test_a_concept_none_of_whose_words_is_measured(self):
        """Of a long question only the rarest words are measured."""
        concepts = [Weighed([0], 2.0), Weighed([], 0.5)]
        found = worth(TITLE, NOWHERE, rarities=(2.0,), concepts=concepts)
        assert found[0] > found[1] == 0

    @given(
        st.lists(st.lists(AMOUNTS, min_size=4, max_size=4), min_size=1, max_size=6),
        st.lists(RARITIES, min_size=4, max_size=4),
        st.data(),
    )
    def test_whatever_is_measured_the_worth_is_a_number(self, records, rarities, data):
        places = st.lists(st.integers(0, 3), max_size=4, unique=True)
        concepts = data.draw(st.lists(st.builds(Weighed, places, RARITIES), min_size=1))
        lengths = data.draw(st.lists(st.integers(0, 9), min_size=len(records)))[: len(records)]
        found = worth(*records, rarities=rarities, concepts=concepts, lengths=lengths)
        assert np.isfinite(found).all()
        assert min(found) >= 0
