"""Dates as people write them: what is read, and as what; what is refused, and how."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.dates import DateError, PartialDate
from reviews.written_dates import NoDate, read, read_end, read_or_none

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
POINTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
HOW = (
    " Write a year (2020), a month (December 2020), a day (5 December 2020)"
    " or a span (March to May 2018)."
)
# Words and signs of dates, put together at random, find more than characters at random.
PIECES = st.sampled_from(
    [
        *("2014", "2015", "18", "5", "31", "0", "5th", "q1", "1990s", "dec", "december", "sept."),
        *("may", "early", "mid-", "late", "winter", "spring", "first", "half", "quarter", "monday"),
        *("between", "from", "to", "and", "or", "/", "-", "–", ".", ",", "c.", "about", "since"),
        *("of", "the", "'", "½", "٣", "\0", "\n", "x"),
    ]
)
NEARLY = (
    st.lists(PIECES, max_size=9).map(" ".join)
    | st.lists(PIECES, max_size=9).map("".join)
    | st.text()
)


def _interval(one, other):
    return "/".join(sorted([one, other], key=lambda text: PartialDate.parse(text).earliest))


PARTIAL_DATES = (POINTS | st.builds(_interval, POINTS, POINTS)).map(PartialDate.parse)

READ = {
    # years, months, days
    "2020": "2020",
    "2020-12": "2020-12",
    "2020-12-05": "2020-12-05",
    "in 2007": "2007",
    "the year 2007": "2007",
    "12/2020": "2020-12",
    "5/2020": "2020-05",
    "12.2020": "2020-12",
    "Dec 2020": "2020-12",
    "dec. 2020": "2020-12",
    "DECEMBER 2020": "2020-12",
    "in December 2020": "2020-12",
    "December, 2020": "2020-12",
    "the month of December 2020": "2020-12",
    "2020 December": "2020-12",
    "Sept 2021": "2021-09",
    "May-2019": "2019-05",
    "5/12/2020": "2020-12-05",
    "05/02/2020": "2020-02-05",
    "5.12.2020": "2020-12-05",
    "5-12-2020": "2020-12-05",
    "5 12 2020": "2020-12-05",
    "2020/12/05": "2020-12-05",
    "5 Dec 2020": "2020-12-05",
    "5-Dec-2020": "2020-12-05",
    "5th December 2020": "2020-12-05",
    "12th June 2013": "2013-06-12",
    "22nd of May 2018": "2018-05-22",
    "the 1st of May, 2019": "2019-05-01",
    "on 3rd May 2019": "2019-05-03",
    "December 5, 2020": "2020-12-05",
    "December 5th 2020": "2020-12-05",
    "2020, December 5": "2020-12-05",
    "Saturday 5 December 2020": "2020-12-05",
    "Sat, 5 Dec 2020": "2020-12-05",
    "Saturday, December 5, 2020": "2020-12-05",
    "  5  Dec   2020 ": "2020-12-05",
    "5\u00a0December\u202f2020": "2020-12-05",
    "Dec 2020\n": "2020-12",
    "(December 2020).": "2020-12",
    "“December 2020”": "2020-12",
    "2020–12–05": "2020-12-05",
    "2020–12": "2020-12",
    # parts of a year, a season, a month, a decade
    "early 2014": "2014-01/2014-04",
    "Early in 2014": "2014-01/2014-04",
    "the beginning of 2014": "2014-01/2014-04",
    "at the start of 2014": "2014-01/2014-04",
    "the early part of 2014": "2014-01/2014-04",
    "mid 2014": "2014-05/2014-08",
    "mid-2014": "2014-05/2014-08",
    "mid–2014": "2014-05/2014-08",
    "the middle of 2014": "2014-05/2014-08",
    "late 2014": "2014-09/2014-12",
    "towards the end of 2014": "2014-09/2014-12",
    "the latter part of 2014": "2014-09/2014-12",
    "early May 2019": "2019-05-01/2019-05-10",
    "mid-May 2019": "2019-05-11/2019-05-20",
    "the end of May 2019": "2019-05-21/2019-05-31",
    "late February 2020": "2020-02-21/2020-02-29",
    "first half of 2014": "2014-01/2014-06",
    "the second half of 2014": "2014-07/2014-12",
    "latter half of 2014": "2014-07/2014-12",
    "H1 2014": "2014-01/2014-06",
    "first half of May 2019": "2019-05-01/2019-05-15",
    "second half of May 2019": "2019-05-16/2019-05-31",
    "Q1 2019": "2019-01/2019-03",
    "2019 Q3": "2019-07/2019-09",
    "first quarter of 2019": "2019-01/2019-03",
    "last quarter of 2019": "2019-10/2019-12",
    "spring 2014": "2014-03/2014-05",
    "in the summer of 2014": "2014-06/2014-08",
    "Autumn 2014": "2014-09/2014-11",
    "fall 2014": "2014-09/2014-11",
    "winter 2014/15": "2014-12/2015-02",
    "winter 2014-15": "2014-12/2015-02",
    "Winter of 2014–2015": "2014-12/2015-02",
    "late spring 2014": "2014-05",
    "early autumn 2014": "2014-09",
    "the 1990s": "1990/1999",
    "early 1990s": "1990/1993",
    "mid-1990s": "1994/1996",
    "late 1990's": "1997/1999",
    # spans
    "2014/2015": "2014/2015",
    "2014-03/2015": "2014-03/2015",
    "between 2016 and 2018": "2016/2018",
    "2016-2018": "2016/2018",
    "2016–2018": "2016/2018",
    "2016 – 2018": "2016/2018",
    "2016 to 2018": "2016/2018",
    "from 2016 until 2018": "2016/2018",
    "2016-18": "2016/2018",
    "2016–18": "2016/2018",
    "2016 to 18": "2016/2018",
    "between 2016 and 18": "2016/2018",
    "2019/20": "2019/2020",
    "2011/12": "2011/2012",
    "1999/00": "1999/2000",
    "2011-12": "2011-12",
    "in 2014 and 2015": "2014/2015",
    "2014 or 2015": "2014/2015",
    "from Sept 2016 to March 2018": "2016-09/2018-03",
    "Sept 2016 - Mar 2018": "2016-09/2018-03",
    "Sept. 2016—Mar. 2018": "2016-09/2018-03",
    "from 2016-09 to 2018-03": "2016-09/2018-03",
    "09/2016 - 03/2018": "2016-09/2018-03",
    "March to May 2018": "2018-03/2018-05",
    "Mar-May 2018": "2018-03/2018-05",
    "between October and December 2016": "2016-10/2016-12",
    "May and June 2018": "2018-05/2018-06",
    "May/June 2018": "2018-05/2018-06",
    "in May and/or June 2018": "2018-05/2018-06",
    "3 to 9 May 2016": "2016-05-03/2016-05-09",
    "3-9 May 2016": "2016-05-03/2016-05-09",
    "3rd–9th May 2016": "2016-05-03/2016-05-09",
    "3/4 May 2019": "2019-05-03/2019-05-04",
    "3 and 4 May 2019": "2019-05-03/2019-05-04",
    "30 May to 2 June 2016": "2016-05-30/2016-06-02",
    "March 3 to 9, 2016": "2016-03-03/2016-03-09",
    "March 3 to May 9, 2016": "2016-03-03/2016-05-09",
    "5/12/2020 - 7/12/2020": "2020-12-05/2020-12-07",
    "5/12/2020-7/12/2020": "2020-12-05/2020-12-07",
    "5-7/12/2020": "2020-12-05/2020-12-07",
    "30 December 2016 to 2 January 2017": "2016-12-30/2017-01-02",
    "early to mid 2014": "2014-01/2014-08",
    "early-mid 2014": "2014-01/2014-08",
    "mid-to-late 2014": "2014-05/2014-12",
    "mid 2014 to early 2015": "2014-05/2015-04",
    "spring/summer 2014": "2014-03/2014-08",
    "spring to autumn 2014": "2014-03/2014-11",
    "summer 2014 to winter 2014/15": "2014-06/2015-02",
    "2014 to March 2018": "2014/2018-03",
    # about
    "c. 2014": "2014",
    "c2014": "2014",
    "ca. 2014": "2014",
    "circa 2014": "2014",
    "around 2014": "2014",
    "about December 2020": "2020-12",
    "~2014": "2014",
    "some time in 2014": "2014",
    "at some point in May 2014": "2014-05",
}

REFUSED = {
    "30 Feb 2020": "has no such day",
    "31/2/2020": "has no such day",
    "0 May 2020": "has no such day",
    "0/12/2020": "has no such day",
    "13/2020": "has no such month",
    "12/25/2020": "has no such month",
    "2020-13": "has no such month",
    "Dec 1850": "is outside the years 1900 to 2199",
    "1850": "is outside the years 1900 to 2199",
    "Dec 3014": "is outside the years 1900 to 2199",
    "2018 to 2016": "ends before it begins",
    "2018/2016": "ends before it begins",
    "October to March 2018": "ends before it begins",
    "9 to 3 May 2016": "ends before it begins",
    "12/20": "has no year in four digits",
    "5/12/20": "has no year in four digits",
    "Dec 20": "has no year in four digits",
    "5 Dec '20": "has no year in four digits",
    "December": "has no year in four digits",
    "spring": "has no year in four digits",
    "winter 2014": "can mean winter 2013/14 or winter 2014/15. Give both years",
    "late winter 2014": "can mean winter 2013/14 or winter 2014/15. Give both years",
    "winter 2014/16": "has two years that do not go with it",
    "spring 2014/15": "has two years that do not go with it",
    "2011–12": "can mean December 2011 or 2011 to 2012. Write out which",
    "2011 - 12": "can mean December 2011 or 2011 to 2012. Write out which",
    "Monday 5 December 2020": "names the wrong day of the week: it was a Saturday",
    "2014 and 2018": "names two dates with others between them. Give one, or a span",
    "3 and 5 May 2019": "names two dates with others between them. Give one, or a span",
    "Sept 2016/March 2018": "names two dates with others between them. Give one, or a span",
    "third half of 2014": "has a part that there is not: there are 2 halves",
    "5th quarter of 2014": "has a part that there is not: there are 4 quarters",
    "since 2014": "leaves one end open. Give both ends, or the one date that is known",
    "from 2014": "leaves one end open. Give both ends, or the one date that is known",
    "2014-": "leaves one end open. Give both ends, or the one date that is known",
    "2014 onwards": "leaves one end open. Give both ends, or the one date that is known",
    "2014 to present": "leaves one end open. Give both ends, or the one date that is known",
    "before May 2014": "leaves one end open. Give both ends, or the one date that is known",
    "about 5 December 2020": "says about when and gives a day. Give the month alone, or a span",
    "Febuary 2014": "is not a date: “febuary” may be meant for February",
    "Decmber 2020": "is not a date: “decmber” may be meant for December",
    "yesterday": "is not a date",
    "19999": "is not a date",
    "2020/12": "is not a date",
    "1/2 2016": "is not a date",
    "2012 - 2013/14": "is not a date",
    "2014 (month unknown)": "is not a date",
    "٥/12/2020": "is not a date",
    "ſep 2020": "is not a date",
    "２０２０": "is not a date",
}


@pytest.mark.parametrize(("text", "iso"), READ.items())
def test_what_people_write_is_read(text, iso):
    assert read(text).iso == iso
    assert read(text.upper()).iso == iso


@pytest.mark.parametrize(("text", "problem"), REFUSED.items())
def test_what_is_refused_says_why_and_how_to_write_it(text, problem):
    with pytest.raises(DateError) as refusal:
        read(text)

    assert str(refusal.value) == f"“{text}” {problem}.{HOW}"
    assert not isinstance(refusal.value, NoDate)


@pytest.mark.parametrize(
    "text",
    [
        *("unknown", "Not known", "n/a", "N/A.", "-", "—", "?", "date unknown", "undated", "none"),
        *("The date is not recorded", "(not stated)", "unspecified", "", "   "),
    ],
)
def test_a_date_that_is_not_known_is_none_or_refused(text):
    assert read_or_none(text) is None
    with pytest.raises(NoDate):
        read(text)


def test_what_is_no_date_is_no_unknown_date():
    assert read_or_none("Dec 2020") == PartialDate("2020-12")
    with pytest.raises(DateError):
        read_or_none("yesterday")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-03/2015", "2014-03", "2015"),
        ("early 2014", "2014-01", "2014-04"),
        ("3 to 9 May 2016", "2016-05-03", "2016-05-09"),
        ("5/12/2020", "2020-12-05", "2020-12-05"),
        ("2020", "2020", "2020"),
    ],
)
def test_a_box_for_one_date_takes_its_own_end_of_a_span(text, first, last):
    assert read_end(text, last=False).iso == first
    assert read_end(text, last=True).iso == last


@given(PARTIAL_DATES)
def test_every_date_reads_back_from_its_words_and_from_its_text(value):
    assert read(value.label) == value
    assert read(value.iso) == value


@given(DAYS)
def test_every_way_of_writing_a_day_means_that_day(day):
    expected = PartialDate(day.isoformat())
    written = (
        *(f"{day.day}{sign}{day.month}{sign}{day.year}" for sign in "/.- "),
        f"{day.day} {day:%b} {day.year}",
        f"{day:%A} {day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%d/%m/%Y}",
    )

    assert {read(text) for text in written} == {expected}
    assert read(f"{day:%B} {day.year}") == PartialDate.from_month(day.year, day.month)


@given(DAYS)
def test_the_thirds_of_a_month_and_of_a_year_leave_nothing_out(day):
    for whole in (f"{day:%B} {day.year}", str(day.year)):
        parts = [read(f"{part} {whole}") for part in ("early", "mid", "late")]
        assert parts[0].earliest == read(whole).earliest
        assert parts[2].latest == read(whole).latest
        for one, following in zip(parts, parts[1:], strict=False):
            assert following.earliest == one.latest + timedelta(days=1)


@given(DAYS, DAYS)
def test_a_span_of_two_days_is_written_in_any_way(one, other):
    one, other = sorted([one, other])
    expected = PartialDate(f"{one}/{other}")
    first, last = (f"{day.day} {day:%b} {day.year}" for day in (one, other))

    for text in (f"{first} to {last}", f"from {first} until {last}", f"{first}–{last}"):
        assert read(text) == expected
    assert read(f"between {first} and {last}") == expected


@given(NEARLY)
def test_any_text_is_read_or_refused(text):
    try:
        value = read(text)
    except DateError as refusal:
        assert str(refusal).endswith(HOW)
        assert str(refusal).isprintable()
    else:
        assert PartialDate.parse(value.iso) == value


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "to ",
        "early-",
        "3/",
        "2014-",
        "dec ",
        "and/or ",
        "the ",
        " ",
        "(",
        "'",
        "to-",
        "\u200b",
    ],
)
@pytest.mark.parametrize("length", [110, 100_000])
def test_a_hostile_text_costs_no_time(piece, length):
    begun = time.process_time()

    with pytest.raises(DateError):
        read(piece * (length // len(piece)) + "!")

    assert time.process_time() - begun < 0.2
