"""Figures: how they are worded and drawn together, and what editors are told of them."""

from dataclasses import replace
from typing import Any

import pytest

from briefings.body import body
from briefings.content import Content, Figure
from briefings.figure_checks import checks
from briefings.figures import Bar, shown, worded
from briefings.written_values import can_be, read
from reviews.dates import PartialDate

YEAR = PartialDate("2023-04-01/2024-03-31")
REPORT = PartialDate("2024-12-12")
ANNUAL: dict[str, Any] = {"source": "Annual report", "source_published": REPORT}
CHILDREN = Figure("485", "children affected", number=485, period=YEAR, **ANNUAL)


def part(counts, number, **overrides):
    values = {"unit": "%", "of": "330 rapid reviews", "period": YEAR, **ANNUAL, **overrides}
    return Figure(f"{number:g}%", counts, number=number, **values)


DEATH, HARM, OTHER = part("death", 49), part("serious harm", 48), part("other", 3)


def codes(*figures, text="", published=None):
    found = checks(Content(body=text, figures=figures), published)
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (CHILDREN, "485 children affected, 1 April 2023 to 31 March 2024"),
        (Figure("Over half", "of incidents with infants"), "Over half of incidents with infants"),
        (DEATH, "49% of 330 rapid reviews: death, 1 April 2023 to 31 March 2024"),
        (replace(DEATH, value="49", of="of 330", period=None), "49% of 330: death"),
        (replace(DEATH, value="about half", of="", period=None), "about half: death"),
        (Figure("485", "affected", of="600 children"), "485 affected, of 600 children"),
        (Figure("485", "affected", unit="children"), "485 children affected"),
        (Figure("485 children", "affected", unit="children"), "485 children affected"),
        (Figure("485", "children affected", unit="children"), "485 children affected"),
    ],
)
def test_a_figure_is_one_line_of_words(figure, words):
    assert worded(figure, 1).words == words


def test_its_source_is_named_with_its_date_and_linked_if_it_leads_anywhere_safe():
    one = worded(replace(CHILDREN, source_url="https://example.org/a?b=1"), 1)
    assert one.source_words == "Annual report, 12 December 2024"
    assert one.url == "https://example.org/a?b=1"
    assert worded(replace(CHILDREN, source_url="javascript:alert(1)"), 1).url == ""
    assert worded(Figure("1", "a"), 1).source_words == ""


def test_parts_of_one_whole_are_one_chart():
    (alone, chart) = shown([CHILDREN, DEATH, HARM, OTHER])
    assert (alone.first.words[:3], alone.bars) == ("485", ())
    assert chart.numbers == [2, 3, 4]
    assert (chart.title, chart.about) == ("Of 330 rapid reviews", "1 April 2023 to 31 March 2024")
    assert chart.bars == (
        Bar("Death", "49%", 49),
        Bar("Serious harm", "48%", 48),
        Bar("Other", "3%", 3),
    )


def test_bars_of_counts_are_as_long_as_their_part_of_the_whole():
    parts = [Figure(str(n), f"of kind {n}", number=n, of="1,000 reviews") for n in (250, 50)]
    assert [bar.width for bar in shown(parts)[0].bars] == [25, 5]


def test_one_thing_in_several_periods_is_a_chart_by_period():
    figures = [
        Figure(str(number), "notifications", number=number, period=PartialDate(year))
        for number, year in ((400, "2022"), (500, "2023"))
    ]
    (chart,) = shown(figures)
    assert (chart.title, chart.about, chart.named) == ("Notifications", "", "Period")
    assert chart.bars == (Bar("2022", "400", 80), Bar("2023", "500", 100))


@pytest.mark.parametrize(
    "figures",
    [
        [DEATH],
        [DEATH, replace(HARM, number=None)],
        [DEATH, replace(HARM, of="485 children")],
        [DEATH, replace(HARM, unit="reviews")],
        [DEATH, replace(HARM, period=PartialDate("2022"))],
        [DEATH, replace(HARM, counts="Death ")],
        [replace(DEATH, of=""), replace(HARM, of="")],
        [CHILDREN, replace(CHILDREN, number=400)],
    ],
)
def test_what_shares_no_whole_or_cannot_be_told_apart_is_no_chart(figures):
    assert [one.bars for one in shown(figures)] == [()] * len(figures)


def test_a_chart_names_each_source_once():
    chart = shown([DEATH, HARM, replace(OTHER, source="Another report")])[0]
    assert [one.source for one in chart.sources] == ["Annual report", "Another report"]


def test_nothing_divides_by_nothing():
    zero = [Figure("0", name, number=0, of="none") for name in "ab"]
    assert [bar.width for bar in shown(zero)[0].bars] == [0, 0]


def test_figures_stand_where_the_text_puts_them_and_the_others_after_it():
    made = body("One.\n\n[figure 3]\n\nTwo.\n\n[figure 9]\n", [CHILDREN, DEATH, HARM])
    assert [part.html for part in made.parts] == ["<p>One.</p>", "", "<p>Two.</p>"]
    assert [one.numbers for one in made.parts[1].figures] == [[2, 3]]
    assert [one.numbers for one in made.rest] == [[1]]
    assert [one.numbers for one in made.figures] == [[2, 3], [1]]


def test_a_figure_is_shown_once():
    made = body("[figure 1]\n\n[figure 1]\n[figure 2]\n", [CHILDREN, DEATH])
    assert [[one.numbers for one in part.figures] for part in made.parts] == [[[1], [2]]]
    assert made.rest == ()


def test_headings_have_addresses_that_count_through_the_text():
    made = body("# A *b*\n\n[figure 1]\n\n## c\n\n# d\n\n#\n", [CHILDREN])
    found = [(one.anchor, one.words) for one in made.headings]
    assert found == [("part-1", "A b"), ("part-3", "d")]
    assert made.parts[0].html == '<h2 id="part-1">A <em>b</em></h2>'
    assert '<h3 id="part-2">c</h3>' in made.parts[2].html
    assert "part-4" not in made.parts[2].html


def test_a_text_without_figures_is_one_part_and_an_empty_one_none():
    assert [part.html for part in body("a", []).parts] == ["<p>a</p>"]
    assert body("", []).parts == ()


def test_good_figures_have_no_problem():
    text = "a\n\n[figure 2]"
    assert codes(CHILDREN, DEATH, HARM, OTHER, text=text, published=PartialDate("2025-02-04")) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"value": ""}, "figure-value"),
        ({"counts": " "}, "figure-counts"),
        ({"period": None}, "figure-period"),
        ({"source": ""}, "figure-source"),
        ({"source_published": None}, "figure-source-date"),
        ({"source_url": "javascript:x"}, "figure-address"),
        ({"number": 458}, "figure-contradiction"),
        ({"value": "-3", "number": -3}, "figure-range"),
        ({"source_published": PartialDate("2024-02-02")}, "figure-source-early"),
        ({"source_published": PartialDate("2023")}, "figure-source-early"),
        ({"period": PartialDate("2024")}, "figure-source-early"),
        ({"source_published": PartialDate("2025-03")}, "figure-source-late"),
    ],
)
def test_each_mistake_is_found(changed, expected):
    assert codes(replace(CHILDREN, **changed), published=PartialDate("2025-02-04")) == [expected]


@pytest.mark.parametrize("source", ["2024", "2024-03", "2024-03-31", "2024-12"])
def test_a_source_may_be_as_late_as_the_end_of_its_period(source):
    assert codes(replace(CHILDREN, source_published=PartialDate(source))) == []


@pytest.mark.parametrize(
    ("code", "is_blocking"),
    [
        ("figure-value", True),
        ("figure-counts", True),
        ("figure-source-early", True),
        ("figure-contradiction", True),
        ("figure-range", True),
        ("figure-source", False),
        ("figure-period", False),
    ],
)
def test_what_can_only_be_wrong_is_blocking(code, is_blocking):
    early = PartialDate("2020")
    wrong = Figure("", "", 120, "%", "a", YEAR, source="b", source_published=early)
    other = Figure("485", "a", number=458)
    found = {problem.code: problem for problem in checks(Content(figures=(wrong, other)))}
    assert found[code].is_blocking == is_blocking
    assert found[code].found and found[code].to_do


def test_the_place_of_a_problem_is_the_field_of_its_figure():
    early = replace(CHILDREN, source_published=PartialDate("2024-02-02"))
    (problem,) = checks(Content(figures=(CHILDREN, early)))
    assert problem.at == "figures.1.source_published"
    assert "2 February 2024" in problem.found


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((49, 48, 3), []),
        ((49.4, 48.4, 3.4), []),
        ((50, 48, 3, 1), []),
        ((60, 55), ["figure-sum"]),
        ((101,), ["figure-range"]),
    ],
)
def test_parts_are_not_more_than_their_whole(numbers, expected):
    assert codes(*(part(f"kind {place}", one) for place, one in enumerate(numbers))) == expected


def test_a_percentage_says_of_what_it_is():
    assert codes(replace(DEATH, of="")) == ["figure-whole"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[figure 2]", ["figure-unknown"]),
        ("[figure 1]\n\n[figure 1]", ["figure-twice"]),
        ("[figure 1]", []),
    ],
)
def test_the_numbers_in_the_text_are_checked(text, expected):
    assert codes(CHILDREN, text=text) == expected


def test_two_places_for_one_chart_are_said():
    assert codes(DEATH, HARM, text="[figure 1]\n\n[figure 2]") == ["figure-twice"]


@pytest.mark.parametrize(
    ("value", "number", "expected"),
    [
        ("485", 485, True),
        ("485", 458, False),
        ("1,234", 1234, True),
        ("49 %", 49.3, True),
        ("49 %", 49.6, False),
        ("49.3%", 49.4, False),
        ("over half", 52, True),
        ("Over half", 12, False),
        ("over half", 50, False),
        ("more than 480", 485, True),
        ("no more than 480", 485, False),
        ("at least 480", 480, True),
        ("no fewer than 480", 470, False),
        ("nearly 500", 485, True),
        ("nearly 500", 501, False),
        ("around a third", 31, True),
        ("around a third", 20, False),
        ("two-thirds", 67, True),
        ("one in five", 20, True),
        ("1 in 5", 25, False),
        ("six", 6, True),
        ("six", 7, False),
    ],
)
def test_a_value_allows_the_numbers_that_it_can_mean(value, number, expected):
    said = read(value, is_per_cent=any(word in value for word in ("half", "third", "in ")))
    assert can_be(said, number) == expected


@pytest.mark.parametrize(
    "value", ["", "most", "48 to 52", "48-52", "one in five", "half", "x" * 5000, "5 in 0"]
)
def test_a_value_of_no_one_number_is_not_judged(value):
    assert read(value, is_per_cent=False) is None


def test_one_in_none_is_no_number():
    assert read("1 in 0", is_per_cent=True) is None
