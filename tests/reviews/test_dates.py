"""Partial dates: what is read, what is refused and how, order, words."""

import pickle
from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.dates import DateError, PartialDate

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
POINTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
HOW = " Write a year (2020), a month (2020-12) or a day (2020-12-05)."
# Characters near to dates find more than characters at random.
NEARLY = st.text(alphabet="0123456789-/ PDec٣\0\n–", max_size=24) | st.text()


def _interval(one, other):
    return "/".join(sorted([one, other], key=lambda text: PartialDate.parse(text).earliest))


PARTIAL_DATES = (POINTS | st.builds(_interval, POINTS, POINTS)).map(PartialDate.parse)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest", "label"),
    [
        ("2020", "year", (2020, 1, 1), (2020, 12, 31), "2020"),
        ("2020-12", "month", (2020, 12, 1), (2020, 12, 31), "December 2020"),
        ("2020-12-05", "day", (2020, 12, 5), (2020, 12, 5), "5 December 2020"),
        ("2020-02", "month", (2020, 2, 1), (2020, 2, 29), "February 2020"),
        ("2021-02", "month", (2021, 2, 1), (2021, 2, 28), "February 2021"),
        ("2014/2015", "interval", (2014, 1, 1), (2015, 12, 31), "2014 to 2015"),
        ("1900/2199", "interval", (1900, 1, 1), (2199, 12, 31), "1900 to 2199"),
        (
            "2016-05-03/2016-05-09",
            "interval",
            (2016, 5, 3),
            (2016, 5, 9),
            "3 to 9 May 2016",
        ),
        (
            "2016-05-30/2016-06-02",
            "interval",
            (2016, 5, 30),
            (2016, 6, 2),
            "30 May to 2 June 2016",
        ),
        (
            "2016-12-30/2017-01-02",
            "interval",
            (2016, 12, 30),
            (2017, 1, 2),
            "30 December 2016 to 2 January 2017",
        ),
        (
            "2016-05/2016-06-02",
            "interval",
            (2016, 5, 1),
            (2016, 6, 2),
            "May 2016 to 2 June 2016",
        ),
        ("2019/2020-03", "interval", (2019, 1, 1), (2020, 3, 31), "2019 to March 2020"),
        ("2020-05/2020", "interval", (2020, 5, 1), (2020, 12, 31), "May 2020 to 2020"),
    ],
)
def test_a_date_has_its_precision_its_span_and_its_words(text, precision, earliest, latest, label):
    parsed = PartialDate.parse(text)

    assert (parsed.precision, parsed.label) == (precision, label)
    assert (parsed.earliest, parsed.latest) == (date(*earliest), date(*latest))
    assert parsed.iso == str(parsed) == text


@pytest.mark.parametrize(
    ("as_written", "iso", "label"),
    [
        ("in December 2020", "2020-12", "December 2020"),
        ("in March 2013", "2013-03", "March 2013"),
        ("in 2007", "2007", "2007"),
        ("early 2014", "2014", "2014"),
        ("in 2014 and 2015", "2014/2015", "2014 to 2015"),
        ("from September 2016 to March 2018", "2016-09/2018-03", "September 2016 to March 2018"),
        ("between October and December 2016", "2016-10/2016-12", "October to December 2016"),
        ("Sept 2021", "2021-09", "September 2021"),
    ],
)
def test_the_dates_that_real_lists_give_can_be_kept(as_written, iso, label):
    assert PartialDate.parse(iso).label == label, as_written


@pytest.mark.parametrize("text", [" 2020-12", "2020-12 ", "   2020-12   "])
def test_spaces_around_are_dropped(text):
    assert PartialDate.parse(text).iso == "2020-12"


@pytest.mark.parametrize("point", ["2020", "2020-12", "2020-12-05"])
def test_an_interval_from_a_date_to_itself_is_that_date(point):
    assert PartialDate.parse(f"{point}/{point}") == PartialDate.parse(point)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2020-13", "“2020-13” has no such month."),
        ("2020-00", "“2020-00” has no such month."),
        ("2021-02-29", "“2021-02-29” has no such day."),
        ("2020-04-31", "“2020-04-31” has no such day."),
        ("2020-04-00", "“2020-04-00” has no such day."),
        ("1899", "“1899” is outside the years 1900 to 2199."),
        ("2200-01", "“2200-01” is outside the years 1900 to 2199."),
        ("0000", "“0000” is outside the years 1900 to 2199."),
        ("2018/2016", "“2018/2016” ends before it begins."),
        ("2016-10/2016-09", "“2016-10/2016-09” ends before it begins."),
        ("2016/2016-13", "“2016/2016-13” has no such month."),
        ("", "The date is empty."),
        ("   ", "The date is empty."),
        ("2020\0", "“2020\N{REPLACEMENT CHARACTER}” is not a date."),
        ("2020\ud800", "“2020\N{REPLACEMENT CHARACTER}” is not a date."),
        ("2" * 10_000, "“" + "2" * 39 + "…” is not a date."),
    ],
)
def test_a_refusal_says_what_is_wrong_and_how_to_write_it(text, problem):
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(text)

    assert str(refusal.value) == problem + HOW
    assert isinstance(refusal.value, ValueError)


@pytest.mark.parametrize(
    "text",
    [
        "20",
        "202",
        "20200",
        "202012",
        "20201205",
        "2020-1",
        "2020-12-5",
        "2020-12-05T10:00",
        "2020-W12",
        "2020–12",
        "2020 -12",
        "2020/12",
        "2020/",
        "/2020",
        "/",
        "2020 / 2021",
        "2020/2021/2022",
        "2020--2021",
        "-2020",
        "+2020",
        "2020\n",
        "\t2020",
        "2020\u00a0",
        "２０２０",
        "٢٠٢٠",
        "²020",
        "December 2020",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(DateError, match="is not a date"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", [" 2020", "2020-13", "Dec 2020"])
def test_the_constructor_lets_nothing_in_that_parse_would_not(text):
    with pytest.raises(DateError):
        PartialDate(text)


@pytest.mark.parametrize(("year", "month", "iso"), [(2023, 5, "2023-05"), (1998, 12, "1998-12")])
def test_from_month(year, month, iso):
    assert PartialDate.from_month(year, month) == PartialDate.parse(iso)


@pytest.mark.parametrize(("year", "month"), [(2023, 0), (2023, 13), (23, 5), (2200, 1), (-1, 1)])
def test_from_month_refuses_impossible_months(year, month):
    with pytest.raises(DateError):
        PartialDate.from_month(year, month)


def test_order_is_by_first_day_then_last_day():
    texts = ["2019-12", "2020-01-01", "2020-01", "2020", "2020/2021", "2020-01-02", "2020-02"]

    assert [str(d) for d in sorted(map(PartialDate.parse, reversed(texts)))] == texts


def test_dates_with_the_same_days_are_ordered_by_text_and_are_not_equal():
    year, months = PartialDate.parse("2020"), PartialDate.parse("2020-01/2020-12")

    assert (year.earliest, year.latest) == (months.earliest, months.latest)
    assert year != months
    assert year < months


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2020", "2020-12-31", True),
        ("2020", "2021-01-01", False),
        ("2016-09/2018-03", "2017", True),
        ("2016-09/2018-03", "2018-03-31", True),
        ("2016-09/2018-03", "2018-04", False),
        ("2014/2015", "2015/2016", True),
    ],
)
def test_overlaps(one, other, overlap):
    one, other = PartialDate.parse(one), PartialDate.parse(other)

    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


def test_a_date_is_a_value():
    value = PartialDate.parse("2020-12")

    assert {value: 1}[PartialDate("2020-12")] == 1
    assert pickle.loads(pickle.dumps(value)) == value
    assert repr(value) == "PartialDate(iso='2020-12')"
    with pytest.raises(FrozenInstanceError):
        value.iso = "2021"


@given(PARTIAL_DATES)
def test_every_date_reads_back_from_its_text(value):
    assert PartialDate.parse(value.iso) == value
    assert PartialDate.parse(str(value)).iso == value.iso


@given(NEARLY)
def test_any_text_is_read_or_refused(text):
    try:
        value = PartialDate.parse(text)
    except DateError as refusal:
        assert str(refusal).endswith(HOW)
        assert str(refusal).isprintable()
    else:
        assert PartialDate.parse(value.iso) == value


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_order_agrees_with_the_first_day_and_is_total(one, other):
    assert [one < other, one == other, one > other].count(True) == 1
    if one.earliest != other.earliest:
        assert (one < other) == (one.earliest < other.earliest)


@given(PARTIAL_DATES)
def test_a_date_spans_the_days_that_its_text_begins(value):
    """The days before and after the span are not it; the ends of the span are."""
    ends = value.iso.split("/")

    assert value.earliest <= value.latest
    assert value.earliest.isoformat().startswith(ends[0])
    assert value.latest.isoformat().startswith(ends[-1])
    if value.earliest > date(1900, 1, 1):
        before = value.earliest - timedelta(days=1)
        assert len(ends[0]) == 10 or not before.isoformat().startswith(ends[0])
        assert not value.overlaps(PartialDate(before.isoformat()))
    if value.latest < date(2199, 12, 31):
        after = value.latest + timedelta(days=1)
        assert not after.isoformat().startswith(ends[-1])
        assert not value.overlaps(PartialDate(after.isoformat()))


@given(PARTIAL_DATES, PARTIAL_DATES, DAYS)
def test_dates_that_share_a_day_overlap(one, other, day):
    point = PartialDate(day.isoformat())

    if point.overlaps(one) and point.overlaps(other):
        assert one.overlaps(other)
    assert one.overlaps(other) == other.overlaps(one)
