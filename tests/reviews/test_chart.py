"""A bar chart as flat numbers: inside its plot, true to its values, no label over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.chart import ABOVE, CHARACTER, FEWEST, LINES, NARROW, PLOT, WIDE, chart

YEARS = st.lists(st.integers(0, 10**7), min_size=1, max_size=120)


def drawn(counts, last_is_part=False):
    """A chart of these counts in the years up to 2026."""
    first = 2027 - len(counts)
    return chart([(str(first + place), n) for place, n in enumerate(counts)], last_is_part)


class TestBars:
    @given(YEARS)
    def test_they_stand_on_the_axis_inside_the_plot_beside_each_other(self, counts):
        found = drawn(counts)
        for bar in found.bars:
            assert bar.y + bar.height == pytest.approx(found.axis, abs=0.02)
            assert ABOVE - 0.01 <= bar.y <= found.axis
            assert 0 <= bar.x < bar.middle < bar.x + bar.width <= 100
            assert bar.value_y > 0.5
        for one, next_one in pairwise(found.bars):
            assert one.x + one.width < next_one.x

    @given(YEARS)
    def test_they_are_as_high_as_their_values_and_none_at_zero(self, counts):
        found = drawn(counts)
        top = found.lines[-1].value
        assert [bar.value for bar in found.bars] == counts
        assert top >= max(counts)
        for bar in found.bars:
            assert bar.height == pytest.approx(PLOT * bar.value / top, abs=0.006)
        assert all(bar.height == 0 for bar in found.bars if bar.value == 0)

    def test_a_single_one_is_no_wall(self):
        (bar,) = drawn([7]).bars
        assert bar.x + bar.width < 100 / FEWEST

    def test_only_the_last_can_be_part_of_a_year(self):
        assert [bar.is_part for bar in drawn([1, 2, 3], last_is_part=True).bars] == [
            False,
            False,
            True,
        ]
        assert not any(bar.is_part for bar in drawn([1, 2, 3]).bars)

    def test_the_highest_is_the_latest_of_the_highest(self):
        assert drawn([5, 2, 5, 1]).most.name == "2025"


class TestLines:
    @given(YEARS)
    def test_few_round_and_evenly_apart_with_one_at_the_top(self, counts):
        lines = drawn(counts).lines
        assert 1 <= len(lines) <= LINES
        step = lines[0].value
        assert str(step).rstrip("0") in {"1", "2", "5"}
        assert [line.value for line in lines] == [step * n for n in range(1, len(lines) + 1)]
        assert lines[-1].y == pytest.approx(ABOVE)
        assert lines[-1].value - step < max(max(counts), 1) <= lines[-1].value

    def test_small_counts_have_whole_numbers(self):
        assert [line.value for line in drawn([0, 0]).lines] == [1]
        assert [line.value for line in drawn([3]).lines] == [1, 2, 3]
        assert [line.value for line in drawn([29]).lines] == [10, 20, 30]
        assert [line.value for line in drawn([12_345]).lines] == [5000, 10_000, 15_000]

    def test_long_numbers_are_given_room(self):
        assert not drawn([800]).is_large
        assert drawn([1100]).is_large


class TestLabels:
    @pytest.mark.parametrize(
        ("plot", "where"),
        [(WIDE, {"always", "wide"}), (NARROW, {"always"})],
        ids=["wide", "narrow"],
    )
    @given(counts=YEARS)
    def test_none_overlaps_another(self, counts, plot, where):
        found = drawn(counts)
        for label, texts in (
            ("named", lambda bar: bar.name),
            ("counted", lambda bar: f"{bar.value:,}"),
        ):
            shown = [bar for bar in found.bars if getattr(bar, label) in where]
            for one, other in pairwise(shown):
                halves = (len(texts(one)) + len(texts(other))) * CHARACTER / 2
                assert (other.middle - one.middle) / 100 * plot > halves

    @given(YEARS)
    def test_a_number_stays_within_the_room_of_its_bar_or_they_all_go(self, counts):
        found = drawn(counts)
        assert len({bar.counted for bar in found.bars}) == 1
        room = 100 / max(len(counts), FEWEST)
        longest = max(len(f"{n:,}") for n in counts) * CHARACTER
        if found.bars[0].counted == "always":
            assert longest < room / 100 * NARROW
        elif found.bars[0].counted == "wide":
            assert longest < room / 100 * WIDE

    @given(YEARS)
    def test_the_latest_year_is_always_named(self, counts):
        assert drawn(counts).last.named == "always"

    def test_few_years_are_all_named_and_counted(self):
        bars = drawn([1, 2, 3, 4, 5]).bars
        assert {(bar.named, bar.counted) for bar in bars} == {("always", "always")}


def test_no_years_at_all():
    found = chart([])
    assert found.bars == []
    assert [line.value for line in found.lines] == [1]
