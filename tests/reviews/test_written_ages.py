"""Ages as people write them: what is read, and as what; what is refused, and how."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.ages import Age, AgeError
from reviews.written_ages import NoAge, read, read_or_none

HOW = (
    " Write it in numbers, such as 4 years 8 months, 14 weeks, 3 to 7 years or under 1 year;"
    " “unborn”; or nothing where the review gives no age."
)
TWO = "gives two ages or more. Give each child a row, or write a range (3 to 7 years)"
NO_NUMBER = "gives no age in numbers. The words of the review can be kept beside it"
NEAR = "says what the age was near to, not what it was"
# Words and signs of ages, put together at random, find more than characters at random.
PIECES = st.sampled_from(
    [
        *("4", "18", "0", "1/2", "½", "four", "twenty", "a", "years", "yr", "months", "m", "weeks"),
        *("days", "hours", "old", "-", "–", "to", "and", "or", "/", ",", ".", "+", "under", "over"),
        *("between", "aged", "boy", "baby", "adult", "newborn", "unborn", "'", "half", "up to"),
        *("and under", "٣", "\0", "\n", "x"),
    ]
)
NEARLY = (
    st.lists(PIECES, max_size=9).map(" ".join)
    | st.lists(PIECES, max_size=9).map("".join)
    | st.text()
)


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
AGES = (DURATIONS | st.builds(_range, DURATIONS, DURATIONS) | st.just("unborn")).map(Age.parse)

READ = {
    # one unit
    "17": "P17Y",
    "aged 4": "P4Y",
    "Age: 4": "P4Y",
    "age 4 years": "P4Y",
    "17 years": "P17Y",
    "a 17-year-old": "P17Y",
    "17 yrs.": "P17Y",
    "1 yr": "P1Y",
    "1yr": "P1Y",
    "4yo": "P4Y",
    "4 y.o.": "P4Y",
    "4 y/o": "P4Y",
    "4 years' old": "P4Y",
    "4 years’ old": "P4Y",
    "4 year's old": "P4Y",
    "15 years of age": "P15Y",
    "15-years-of-age": "P15Y",
    "0": "P0Y",
    "four": "P4Y",
    "nineteen years old": "P19Y",
    "twenty-one": "P21Y",
    "twenty one years": "P21Y",
    "sixty-four": "P64Y",
    "14 weeks": "P14W",
    "14-week-old": "P14W",
    "14\u00a0weeks": "P14W",
    "7 wks": "P7W",
    "a week old": "P1W",
    "8 days old": "P8D",
    "three months": "P3M",
    "eleven-month-old": "P11M",
    "8 m/o": "P8M",
    "18-months-old": "P18M",
    "aged 6-months-old": "P6M",
    "22 month": "P22M",
    "12 hours old": "P0D",
    "36 hours": "P1D",
    "P4Y8M": "P4Y8M",
    # with whom it is the age of
    "8-day-old baby girl": "P8D",
    "4-month-old-infant": "P4M",
    "14-week-old infants": "P14W",
    "20-month-old girl": "P20M",
    "a 17 year old female": "P17Y",
    # several units
    "4 yrs 8 months": "P4Y8M",
    "4-year-8-month-old": "P4Y8M",
    "4-year-8-month-old boy": "P4Y8M",
    "2-year-1-month-old girl": "P2Y1M",
    "4 years, 8 months": "P4Y8M",
    "4 years and 8 months": "P4Y8M",
    "four years eight months": "P4Y8M",
    "4y8m": "P4Y8M",
    "4y 8m": "P4Y8M",
    "4yrs8mths": "P4Y8M",
    "4 years 0 months": "P4Y0M",
    "1 year, 1 month and 1 day": "P1Y1M1D",
    "5 weeks and 3 days": "P38D",
    "3 months 2 weeks": "P3M14D/P3M20D",
    "3 months 2 weeks 1 day": "P3M15D",
    # halves and quarters
    "4½": "P4Y6M",
    "4½ years old": "P4Y6M",
    "4 1/2": "P4Y6M",
    "4 1/2 years": "P4Y6M",
    "4.5 years": "P4Y6M",
    "four and a half": "P4Y6M",
    "four and a half years": "P4Y6M",
    "a year and a half": "P1Y6M",
    "half a year": "P6M",
    "4¾": "P4Y9M",
    "four and a quarter years": "P4Y3M",
    "6½ months": "P6M",
    "six and a half weeks": "P6W",
    # ranges
    "3 to 7 years": "P3Y/P7Y",
    "3-7": "P3Y/P7Y",
    "3–7 years": "P3Y/P7Y",
    "3 - 7 years": "P3Y/P7Y",
    "aged between 3 and 7": "P3Y/P7Y",
    "between the ages of three and seven": "P3Y/P7Y",
    "between 3 years and 7 years": "P3Y/P7Y",
    "from 3 to 7 years old": "P3Y/P7Y",
    "4- to 5-year-old": "P4Y/P5Y",
    "4 to 5-year-olds": "P4Y/P5Y",
    "16-17-year-olds": "P16Y/P17Y",
    "16/17 years": "P16Y/P17Y",
    "16/17": "P16Y/P17Y",
    "16 or 17": "P16Y/P17Y",
    "6/7 months": "P6M/P7M",
    "6-12 months": "P6M/P12M",
    "6 months to 2 years": "P6M/P2Y",
    "between 6 months and 2 years": "P6M/P2Y",
    "3½ to 4 years": "P3Y6M/P4Y",
    # bounds
    "under 1": "P0Y",
    "under one year old": "P0Y",
    "less than 1 year": "P0Y",
    "under a year": "P0Y",
    "younger than 1": "P0Y",
    "<1": "P0Y",
    "< 1 year": "P0Y",
    "under 1 month": "P0M",
    "under 5": "P0Y/P4Y",
    "under 13-years-old": "P0Y/P12Y",
    "under 18 months": "P0M/P17M",
    "up to 5": "P0Y/P5Y",
    "two and under": "P0Y/P2Y",
    "5 or younger": "P0Y/P5Y",
    "18+": "P18Y/P120Y",
    "over 18": "P18Y/P120Y",
    "18 or over": "P18Y/P120Y",
    "18 years old or over": "P18Y/P120Y",
    "18 years and older": "P18Y/P120Y",
    "older than 18": "P18Y/P120Y",
    "at least 18": "P18Y/P120Y",
    # words that mean one age
    "unborn": "unborn",
    "an unborn baby": "unborn",
    "in utero": "unborn",
    "not yet born": "unborn",
    "pre-birth": "unborn",
    "at birth": "P0D",
    "newborn": "P0M",
    "a new-born baby girl": "P0M",
    "adult": "P18Y/P120Y",
    "an adult": "P18Y/P120Y",
    # about
    "about 4": "P4Y",
    "around four months": "P4M",
    "approximately 4 years": "P4Y",
    "c. 4": "P4Y",
}

REFUSED = {
    "teenage": NO_NUMBER,
    "early teens": NO_NUMBER,
    "infant": NO_NUMBER,
    "adolescent": NO_NUMBER,
    "baby": NO_NUMBER,
    "young person": NO_NUMBER,
    "a couple of weeks": NO_NUMBER,
    "٤ years": NO_NUMBER,
    "3 and 7": TWO,
    "3, 5 and 7": TWO,
    "4 and 6 years": TWO,
    "12-year-old and 14-year old": TWO,
    "8 months and 4 years": TWO,
    "3 months and 20 months": TWO,
    "4 years and 18 months": TWO,
    "6 or 9 months": TWO,
    "4/12": TWO,
    "nearly 3": NEAR,
    "almost three": NEAR,
    "just under 3": NEAR,
    "two weeks short of his third birthday": NEAR,
    "on her 16th birthday": NEAR,
    "32 weeks' gestation": ("counts from before birth. For a child before birth, write “unborn”"),
    "1/2": "can mean a half or 1 to 2",
    "1/2 years": "can mean a half or 1 to 2",
    "6 months to 2": "has no unit at its end. Write it at both",
    "7 to 3": "begins with the older age",
    "2 years to 20 months": "begins with the older age",
    "121": "is over 120 years",
    "2012": "is over 120 years",
    "9" * 30: "is not an age",
    "4.8": "is not an age",
    "4 5": "is not an age",
    "8 months 4 years": "is not an age",
    "2 years 3 hours": "is not an age",
    "under 4 years 8 months": "is not an age",
    "under 0": "is not an age",
    "-4": "is not an age",
    "twins aged 4": "is not an age, because of “twins”",
    "4 years and a bit": "is not an age, because of “bit”",
    "3 quarters": "is not an age, because of “quarters”",
}


@pytest.mark.parametrize(("text", "iso"), READ.items())
def test_what_people_write_is_read(text, iso):
    assert read(text).iso == iso
    assert read(text.upper()).iso == iso


@pytest.mark.parametrize(("text", "problem"), REFUSED.items())
def test_what_is_refused_says_why_and_how_to_write_it(text, problem):
    with pytest.raises(AgeError) as refusal:
        read(text)

    assert str(refusal.value) == f"“{text}” {problem}.{HOW}"
    assert not isinstance(refusal.value, NoAge)


@pytest.mark.parametrize(
    "text",
    [
        *("unknown", "Not known", "n/a", "?", "-", "", "   ", "not stated", "none"),
        *("age unspecified", "(age unspecified)", "Age: not known", "The age is not given"),
    ],
)
def test_an_age_that_is_not_known_is_none_or_refused(text):
    assert read_or_none(text) is None
    with pytest.raises(NoAge):
        read(text)


def test_what_is_no_age_is_no_unknown_age():
    assert read_or_none("4") == Age("P4Y")
    with pytest.raises(AgeError):
        read_or_none("teenage")


@given(AGES)
def test_every_age_reads_back_from_its_words_and_from_its_text(age):
    assert read(age.label) == age
    assert read(age.old_label) == age
    assert read(age.iso) == age


@given(st.integers(1, 119), st.integers(0, 11))
def test_every_way_of_writing_years_and_months_means_them(years, months):
    expected = Age(f"P{years}Y{months}M")
    written = (
        f"{years} years {months} months",
        f"{years} years and {months} months",
        f"{years}-year-{months}-month-old",
        f"{years}y{months}m",
        f"aged {years} yrs, {months} mths",
    )

    assert {read(text) for text in written} == {expected}


@given(st.integers(0, 118), st.integers(1, 120))
def test_every_way_of_writing_a_range_means_it(youngest, more):
    oldest = min(youngest + more, 119)
    expected = Age(f"P{youngest}Y/P{oldest}Y")
    ends = f"{youngest}-{oldest}", f"{youngest} to {oldest}", f"{youngest} – {oldest}"

    for text in (*ends, *(f"{end} years old" for end in ends)):
        assert read(text) == expected
    assert read(f"between {youngest} and {oldest}") == expected


@given(st.integers(1, 120), st.sampled_from(["year", "month", "week", "day"]))
def test_under_an_age_is_everything_before_it(number, unit):
    under = read(f"under {number} {unit}s")

    assert under.min_days == 0
    assert under.max_days <= read(f"{number} {unit}s").min_days


@given(NEARLY)
def test_any_text_is_read_or_refused(text):
    try:
        age = read(text)
    except AgeError as refusal:
        assert str(refusal).endswith(HOW)
        assert str(refusal).isprintable()
    else:
        assert Age.parse(age.iso) == age


@pytest.mark.parametrize(
    "piece",
    ["-", "4-", "to ", "and a half ", "1/2 ", "4 years and ", "under ", "a ", ".", "'", "or ", "("],
)
@pytest.mark.parametrize("length", [110, 100_000])
def test_a_hostile_text_costs_no_time(piece, length):
    begun = time.process_time()

    with pytest.raises(AgeError):
        read(piece * (length // len(piece)) + "!")

    assert time.process_time() - begun < 0.2
