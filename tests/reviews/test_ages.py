"""Ages: what is read, what is refused and how, days, completed years, bands, words."""

import pickle
import re
from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.ages import Age, AgeError, bands

HOW = " Write years, months, weeks or days (P4Y8M, P14W, P8D), a range (P3Y/P7Y) or “unborn”."
BANDS = [
    ("unborn", None, None),
    ("under-1", 0, 0),
    ("1-5", 1, 5),
    ("6-10", 6, 10),
    ("11-15", 11, 15),
    ("16-17", 16, 17),
    ("18-and-over", 18, None),
    ("not-stated", None, None),
]
LENGTHS = {"Y": Fraction(36525, 100), "M": Fraction(304375, 10_000), "W": 7, "D": 1}


def _duration(years, months, days):
    parts = [(years, "Y"), (months, "M"), (days, "D")]
    return "P" + "".join(f"{number}{unit}" for number, unit in parts if number is not None)


def _range(one, other):
    return "/".join(sorted([one, other], key=lambda text: Age.parse(text).min_days))


def _maybe(largest):
    return st.none() | st.integers(0, largest)


DURATIONS = st.builds(_duration, _maybe(115), _maybe(30), _maybe(400)).filter(
    lambda text: text != "P"
) | st.builds("P{}W".format, st.integers(0, 6000))
SINGLE_AGES = DURATIONS.map(Age.parse)
BORN = (DURATIONS | st.builds(_range, DURATIONS, DURATIONS)).map(Age.parse)
AGES = BORN | st.just(Age("unborn"))
# Characters near to ages find more than characters at random.
NEARLY = st.text(alphabet="P0123456789YMWDT./ unbor٣\0\n", max_size=16) | st.text()


@pytest.mark.parametrize(
    ("text", "days", "years", "label"),
    [
        ("P0D", (0, 0), (0, 0), "under 1 day"),
        ("P1D", (1, 1), (0, 0), "1 day"),
        ("P8D", (8, 8), (0, 0), "8 days"),
        ("P1W", (7, 13), (0, 0), "1 week"),
        ("P14W", (98, 104), (0, 0), "14 weeks"),
        ("P0M", (0, 30), (0, 0), "under 1 month"),
        ("P1M", (30, 60), (0, 0), "1 month"),
        ("P11M", (334, 365), (0, 0), "11 months"),
        ("P0Y", (0, 365), (0, 0), "under 1 year"),
        ("P52W", (364, 370), (0, 0), "52 weeks"),
        ("P53W", (371, 377), (1, 1), "53 weeks"),
        ("P364D", (364, 364), (0, 0), "364 days"),
        ("P365D", (365, 365), (1, 1), "365 days"),
        ("P12M", (365, 395), (1, 1), "12 months"),
        ("P1Y", (365, 730), (1, 1), "1 year"),
        ("P20M", (608, 639), (1, 1), "20 months"),
        ("P23M", (700, 730), (1, 1), "23 months"),
        ("P4Y", (1461, 1826), (4, 4), "4 years"),
        ("P4Y8M", (1704, 1734), (4, 4), "4 years 8 months"),
        ("P4Y0M", (1461, 1491), (4, 4), "4 years 0 months"),
        ("P1Y1M1D", (396, 397), (1, 1), "1 year 1 month 1 day"),
        ("P16Y", (5844, 6209), (16, 16), "16 years"),
        ("P120Y", (43830, 44195), (120, 120), "120 years"),
        ("P3Y/P7Y", (1095, 2921), (3, 7), "3 to 7 years"),
        ("P6M/P2Y", (182, 1095), (0, 2), "6 months to 2 years"),
        ("P4Y8M/P6Y", (1704, 2556), (4, 6), "4 years 8 months to 6 years"),
        ("P0Y/P1Y", (0, 730), (0, 1), "0 to 1 year"),
        ("P0D/P1M", (0, 60), (0, 0), "under 1 day to 1 month"),
    ],
)
def test_an_age_has_its_days_its_years_and_its_words(text, days, years, label):
    age = Age.parse(text)

    assert (age.min_days, age.max_days) == days
    assert age.years == years
    assert (age.label, age.old_label) == (label, f"{label} old")
    assert age.iso == str(age) == text
    assert not age.is_unborn


@pytest.mark.parametrize(
    ("text", "label", "old_label"),
    [
        ("P18Y/P120Y", "18 years or over", "18 years old or over"),
        ("P6M/P120Y", "6 months or over", "6 months old or over"),
        ("P18Y/P119Y", "18 to 119 years", "18 to 119 years old"),
        ("P120Y", "120 years", "120 years old"),
    ],
)
def test_a_range_to_the_oldest_age_has_no_upper_end(text, label, old_label):
    age = Age.parse(text)

    assert (age.label, age.old_label) == (label, old_label)


def test_unborn():
    unborn = Age.parse("unborn")

    assert unborn.is_unborn
    assert unborn.iso == unborn.label == unborn.old_label == "unborn"
    assert unborn.years is None
    assert unborn.max_days < Age.parse("P0D").min_days


@pytest.mark.parametrize(
    ("as_written", "iso", "old_label"),
    [
        ("4-month-old-infant", "P4M", "4 months old"),
        ("4-year-8-month-old boy", "P4Y8M", "4 years 8 months old"),
        ("2-year-1-month-old girl", "P2Y1M", "2 years 1 month old"),
        ("2-year-6-month-old boy", "P2Y6M", "2 years 6 months old"),
        ("aged 6-months-old", "P6M", "6 months old"),
        ("ten-month-old", "P10M", "10 months old"),
        ("20-month-old girl", "P20M", "20 months old"),
        ("8-day-old baby girl", "P8D", "8 days old"),
        ("7-week-old infant", "P7W", "7 weeks old"),
        ("14-week-old infants", "P14W", "14 weeks old"),
        ("5-week-old infant girl", "P5W", "5 weeks old"),
        ("12-year-old girl", "P12Y", "12 years old"),
        ("her 11-year-old sister", "P11Y", "11 years old"),
    ],
)
def test_the_ages_that_real_lists_give_can_be_kept(as_written, iso, old_label):
    assert Age.parse(iso).old_label == old_label, as_written


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        (" P4Y ", "P4Y"),
        ("  unborn", "unborn"),
        ("P04Y08M", "P4Y8M"),
        ("P0Y3M", "P3M"),
        ("P0Y0M5D", "P5D"),
        ("P4Y0M3D", "P4Y3D"),
        ("P0Y0M", "P0M"),
        ("P3Y/P3Y", "P3Y"),
        ("P3Y/P03Y", "P3Y"),
        ("P1Y/P12M", "P1Y/P12M"),
    ],
)
def test_the_text_becomes_canonical(text, iso):
    assert Age.parse(text).iso == iso


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The age is empty."),
        ("   ", "The age is empty."),
        ("P121Y", "“P121Y” is over 120 years."),
        ("P120Y1D", "“P120Y1D” is over 120 years."),
        ("P999999999M", "“P999999999M” is over 120 years."),
        ("P3Y/P121Y", "“P3Y/P121Y” is over 120 years."),
        ("P1Y2W", "“P1Y2W” mixes weeks with other units."),
        ("P2W3D", "“P2W3D” mixes weeks with other units."),
        ("P7Y/P3Y", "“P7Y/P3Y” begins with the older age."),
        ("P2Y/P20M", "“P2Y/P20M” begins with the older age."),
        ("P4Y\0", "“P4Y\N{REPLACEMENT CHARACTER}” is not an age."),
        ("P" + "9" * 10_000 + "Y", "“P" + "9" * 38 + "…” is not an age."),
    ],
)
def test_a_refusal_says_what_is_wrong_and_how_to_write_it(text, problem):
    with pytest.raises(AgeError) as refusal:
        Age.parse(text)

    assert str(refusal.value) == problem + HOW
    assert isinstance(refusal.value, ValueError)


@pytest.mark.parametrize(
    "text",
    [
        "P",
        "4",
        "4Y",
        "PY",
        "PW",
        "P4",
        "p4y",
        "P4y",
        "P8M4Y",
        "P4Y4Y",
        "P1.5Y",
        "P1,5Y",
        "PT4H",
        "P1DT4H",
        "P1DT",
        "P-4Y",
        "-P4Y",
        "+P4Y",
        "P 4Y",
        "P4Y 8M",
        "P4Y\n",
        "\tP4Y",
        "P4Y\u00a0",
        "P４Y",
        "P٤Y",
        "P4٤Y",
        "P4Y٤M",
        "P4Y/",
        "/P4Y",
        "/",
        "P3Y / P7Y",
        "P3Y/P7Y/P9Y",
        "P3Y-P7Y",
        "Unborn",
        "unborn/P3Y",
        "unknown",
        "4 years",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(AgeError, match="is not an age"):
        Age.parse(text)


@pytest.mark.parametrize("text", [" P4Y", "P121Y", "4"])
def test_the_constructor_lets_nothing_in_that_parse_would_not(text):
    with pytest.raises(AgeError):
        Age(text)


def test_order_is_youngest_first_with_unborn_first():
    texts = ["unborn", "P0D", "P8D", "P5W", "P4M", "P52W", "P12M", "P1Y", "P20M", "P4Y8M", "P16Y"]

    assert [str(age) for age in sorted(map(Age.parse, reversed(texts)))] == texts


def test_the_same_days_in_other_words_are_another_age():
    assert Age.parse("P12M") != Age.parse("P1Y0M")
    assert Age.parse("P12M") < Age.parse("P1Y0M")


def test_an_age_is_a_value():
    age = Age.parse("P4Y8M")

    assert {age: 1}[Age("P4Y8M")] == 1
    assert pickle.loads(pickle.dumps(age)) == age
    assert repr(age) == "Age(iso='P4Y8M')"
    with pytest.raises(FrozenInstanceError):
        age.iso = "P5Y"


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("unborn", ["unborn"]),
        ("P0D", ["under-1"]),
        ("P52W", ["under-1"]),
        ("P11M", ["under-1"]),
        ("P12M", ["1-5"]),
        ("P365D", ["1-5"]),
        ("P20M", ["1-5"]),
        ("P5Y11M", ["1-5"]),
        ("P6Y", ["6-10"]),
        ("P15Y", ["11-15"]),
        ("P16Y", ["16-17"]),
        ("P18Y", ["18-and-over"]),
        ("P120Y", ["18-and-over"]),
        ("P3Y/P7Y", ["1-5", "6-10"]),
        ("P6M/P2Y", ["under-1", "1-5"]),
        ("P5Y/P16Y", ["1-5", "6-10", "11-15", "16-17"]),
    ],
)
def test_bands(text, slugs):
    assert bands(Age.parse(text), BANDS) == slugs


def test_an_unknown_age_is_not_stated():
    assert bands(None, BANDS) == ["not-stated"]


def test_bands_are_data():
    assert bands(Age.parse("P2Y/P4Y"), [("infants", 0, 2), ("others", 3, None)]) == [
        "infants",
        "others",
    ]


@given(AGES)
def test_every_age_reads_back_from_its_text(age):
    assert Age.parse(age.iso) == age
    assert Age.parse(str(age)).iso == age.iso


@given(NEARLY)
def test_any_text_is_read_or_refused(text):
    try:
        age = Age.parse(text)
    except AgeError as refusal:
        assert str(refusal).endswith(HOW)
        assert str(refusal).isprintable()
    else:
        assert Age.parse(age.iso) == age


@given(AGES, AGES)
def test_order_agrees_with_the_days_and_is_total(one, other):
    assert [one < other, one == other, one > other].count(True) == 1
    if one.min_days != other.min_days:
        assert (one < other) == (one.min_days < other.min_days)


@given(SINGLE_AGES)
def test_the_days_are_those_before_the_finest_unit_would_be_one_more(age):
    parts = re.findall(r"(\d+)([YMWD])", age.iso)
    begins = sum(int(number) * LENGTHS[unit] for number, unit in parts)
    ends = begins + LENGTHS[parts[-1][1]]

    assert age.min_days <= begins < age.min_days + 1
    assert age.max_days < ends <= age.max_days + 1


@given(SINGLE_AGES)
def test_a_year_is_completed_on_the_day_on_which_it_falls(age):
    completed = [year for year in range(200) if int(year * LENGTHS["Y"]) <= age.min_days][-1]

    assert age.years == (completed, completed)


@given(st.integers(0, 119), st.integers(0, 11))
def test_years_and_months_complete_the_years_they_say(years, months):
    for text in (f"P{years}Y", f"P{years}Y{months}M", f"P{years * 12 + months}M"):
        assert Age(text).years == (years, years)


@given(DURATIONS, DURATIONS)
def test_a_range_holds_the_years_between_its_ends(one, other):
    young, old = sorted([Age.parse(one), Age.parse(other)])

    span = Age.parse(f"{young}/{old}")

    assert span.years == (young.years[0], old.years[1])
    assert (span.min_days, span.max_days) == (young.min_days, old.max_days)


@given(AGES)
def test_the_bands_of_an_age_are_neighbours_and_never_none(age):
    order = [slug for slug, _, _ in BANDS]
    places = [order.index(slug) for slug in bands(age, BANDS)]

    assert places
    assert places == list(range(places[0], places[0] + len(places)))


@given(BORN)
def test_a_band_is_named_exactly_if_one_of_the_years_is_in_it(age):
    youngest, oldest = age.years
    touched = {
        slug
        for slug, low, high in BANDS
        if low is not None
        for year in range(youngest, oldest + 1)
        if low <= year and (high is None or year <= high)
    }

    assert set(bands(age, BANDS)) == touched


@given(AGES)
def test_singular_and_plural(age):
    for label in (age.label, age.old_label):
        assert not re.search(r"\b1 (years|months|weeks|days)\b", label)
        assert not re.search(r"\b(?!1 )\d+ (year|month|week|day)\b", label)
