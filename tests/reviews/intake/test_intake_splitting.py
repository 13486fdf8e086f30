"""Where entries begin and end, and what of a text belongs to none."""

import pytest

from reviews.intake.lexicon import bundled
from reviews.intake.splitting import split

BODY = (
    "Death of a 4-month-old boy in 2015.\nLearning: to ask; to listen.\nRead the overview report\n"
)


def titles_in(text):
    return [entry.title.of(text) for entry in split(text, bundled()).entries]


def test_a_yearly_list():
    text = f"Case reviews 2016\n\n2016 – Anonymous – Child A\n{BODY}2016 - Kent - Child B\n{BODY}"
    assert titles_in(text) == ["2016 – Anonymous – Child A", "2016 - Kent - Child B"]
    found = split(text, bundled())
    assert [one.text for one in found.leftovers] == ["Case reviews 2016"]
    assert found.entries[0].body.of(text).strip() == BODY.strip()


def test_a_monthly_mail_with_its_count():
    text = (
        "Repository – May 2023\n\nIn May 2023 two case reviews were published.\n\n"
        f"1. Child safeguarding practice review: Child A\n\n{BODY}\n2. Baby C\n\n{BODY}"
    )
    found = split(text, bundled())
    assert len(found.entries) == 2
    assert (found.declared, found.added.value) == (2, "2023-05")
    assert found.added.span.of(text) == "May 2023"


@pytest.mark.parametrize(
    ("preface", "declared", "added"),
    [
        ("We have added twelve new case reviews this month.", 12, None),
        ("This month 5 reviews have been added to the collection (June 2021).", 5, "2021-06"),
        ("Last updated: 07 Jun 2019", None, None),
        ("From May 2020 to June 2021", None, None),
        ("One review of a case was not published before.", 1, None),
    ],
)
def test_what_a_preface_says(preface, declared, added):
    found = split(f"{preface}\n\n2016 – Anonymous – Child A\n{BODY}", bundled())
    assert (found.declared, found.added and found.added.value) == (declared, added)


def test_names_alone_are_titles_only_where_an_account_and_a_list_follow():
    text = f"Katie\n\n{BODY}\nCharlie and Sam\n\n{BODY}"
    found = split(text, bundled())
    assert [e.title.of(text) for e in found.entries] == ["Katie", "Charlie and Sam"]
    assert not any(entry.is_sure for entry in found.entries)
    assert titles_in("Katie\n\nWe thank her.\n\nSam\n\nHe wrote the text.") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear all,\n\nthe meeting is on Monday. Child A will not be discussed.\n\nYours",
        "2016 case reviews\n2017 case reviews\n",
        "1. Learning should be shared.\n2. Supervision matters.\n3. GPs were not told.",
        "In 2016 – when the family moved – the school was not told.",
    ],
)
def test_prose_has_no_entries(text):
    assert titles_in(text) == []


def test_lines_of_the_page_are_no_part_of_an_entry():
    text = (
        "2016 – Anonymous – Child A\nDeath of a 4-month-old boy in 2015.\nLearning: to ask and\n"
        "Page 1 of 2\nLibrary of reviews\nto listen; to act.\n"
        f"2016 – Anonymous – Child B\n{BODY}Page 2 of 2\nLibrary of reviews\n"
        "Back to top\nLibrary of reviews\nContact: help@library.example\n"
    )
    found = split(text, bundled())
    assert len(found.entries) == 2
    clean = found.entries[0].body.of(found.clean)
    assert "Page 1" not in clean and "Library" not in clean
    assert len(found.clean) == len(text)
    left = [one.text for one in found.leftovers]
    assert left.count("Library of reviews") == 3
    assert {"Page 1 of 2", "Page 2 of 2", "Back to top"} <= set(left)


def test_a_heading_that_stands_twice_is_one_entry():
    title = "2016 – Anonymous – Child A"
    assert titles_in(f"{title}\n{title}\n{BODY}") == [title]


def test_titles_are_found_where_line_breaks_are_lost():
    text = (
        "2016 – Anonymous – Child A Death of a 4-month-old boy in 2015. Learning: to ask; to"
        " listen. Keywords: infants. Read the overview report2016 – North Kent – Child B Serious"
        " injuries to a girl of 5 in 2014. Learning: to act."
    )
    assert titles_in(text) == ["2016 – Anonymous – Child A", "2016 – North Kent – Child B"]


def test_an_entry_repeated_many_times_is_as_many_entries():
    assert len(titles_in(f"2016 – Anonymous – Child A\n{BODY}\n" * 500)) == 500


def test_a_month_above_entries_is_theirs():
    text = (
        f"Reviews of the year\n\nMay 2023\n\n2023 – Kent – Child A\n{BODY}\n"
        f"April 2023\n\n2023 – Kent – Child B\n{BODY}"
    )
    entries = split(text, bundled()).entries
    assert [entry.added.value for entry in entries] == ["2023-05", "2023-04"]


def test_a_year_above_entries_is_theirs():
    text = f"Reviews\n\n2021\n\nKent – Child A\n{BODY}\n2020\n\nKent – Child B\n{BODY}"
    found = split(text, bundled()).entries
    assert [(one.title.of(text), one.year.value) for one in found] == [
        ("Kent – Child A", "2021"),
        ("Kent – Child B", "2020"),
    ]


def test_a_head_beside_a_page_number_is_the_pages_though_it_stands_there_only_twice():
    text = (
        "2016 – Kent – Child A\nDeath of a boy of 4 in 2015.\nLearning: to ask and\n"
        "Reviews of 2016\n1\nto listen; to act.\n"
        f"2016 – Kent – Child B\n{BODY}Reviews of 2016\n2\n"
    )
    found = split(text, bundled())
    assert "Reviews of" not in found.entries[0].body.of(found.clean)


def test_who_signs_a_mail_is_no_part_of_its_last_review():
    text = f"2016 – Kent – Child A\n{BODY}\nKind regards\nThe library team\n"
    found = split(text, bundled())
    (entry,) = found.entries
    assert entry.body.of(found.clean).rstrip().endswith("Read the overview report")


def test_titles_with_nothing_between_are_entries_all_the_same():
    text = "2018 – Kent – Child A\n2018 – Kent – Child B\n2018 – Kent – Child C\n"
    assert titles_in(text) == text.splitlines()
