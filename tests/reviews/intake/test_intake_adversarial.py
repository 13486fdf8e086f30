"""Entries as they come: titles that say more than a name, findings in the account, near deaths."""

import pytest

from reviews.intake import reading
from tests.intake_report import bundled

LIST = "Learning includes: share what is known; ask who else lives there."
ACCOUNT = "Death of a 4-year-old boy in 2019."


@pytest.fixture(scope="module")
def lexicon():
    return bundled()


def entry(lexicon, title="Serious case review: Child A", account=ACCOUNT, rest=LIST):
    (only,) = reading.read(f"{title}\n\n{account}\n\n{rest}", lexicon).proposals
    return only


def codes(proposal):
    return {(warning.field, warning.code) for warning in proposal.warnings}


@pytest.mark.parametrize(
    ("title", "alias"),
    [
        ("Child safeguarding practice review: unborn baby Z", "unborn baby Z"),
        ("Serious case review: Child U (2021)", "Child U"),
        ("Learning review: Young Person F (Scotland)", "Young Person F"),
        ("Child D: joint review by Northmoor and Eastfold safeguarding partnerships", "Child D"),
        ("Serious case review: Baby (Jo) B", "Baby (Jo) B"),
    ],
)
def test_an_alias_is_the_name_alone(title, alias, lexicon):
    found = entry(lexicon, title)
    assert found.record["title"] == alias
    place = found.fields["title"]
    assert f"{title}\n"[place["start"] : place["end"]] == alias


def test_a_year_behind_an_alias_is_to_be_checked(lexicon):
    found = entry(lexicon, "Serious case review: Child U (2021)")
    assert found.record["published"] == "2021"
    assert ("published", "year-behind-title") in codes(found)


def test_a_year_in_front_counts_before_it(lexicon):
    found = entry(lexicon, "2022 – Leeds – Child U (2021)")
    assert (found.record["title"], found.record["published"]) == ("Child U", "2022")
    assert ("published", "year-behind-title") not in codes(found)


def test_a_nation_behind_an_alias_is_that_of_the_review(lexicon):
    assert entry(lexicon, "Learning review: Child F (Scotland)").record["nation"] == "scotland"


def test_what_a_title_says_besides_is_said(lexicon):
    title = "Child D: joint review by Northmoor and Eastfold safeguarding partnerships"
    found = entry(lexicon, title)
    assert ("partnership", "title-says-more") in codes(found)
    assert any("Northmoor and Eastfold" in warning.text for warning in found.warnings)


@pytest.mark.parametrize(
    ("account", "outcome"),
    [
        ("Near-fatal drowning of a toddler aged 22 months in 2019.", "serious-harm"),
        ("Near fatal overdose of a 15-year-old girl in 2019.", "serious-harm"),
        ("Stillbirth of a baby in 2019 after a concealed pregnancy.", "death"),
        ("Murder of a 16-year-old boy, stabbed in a park in 2019.", "death"),
        ("Death of a 16-year-old boy killed in a car in 2019.", "death"),
        ("A 16-year-old boy who killed another boy in 2019.", "other"),
        ("A 16-year-old boy, who stabbed a teacher in 2019.", "other"),
        ("A 16-year-old boy was convicted in 2019 of an attack.", "other"),
    ],
)
def test_what_came_of_it(account, outcome, lexicon):
    assert entry(lexicon, account=account).record["outcome"] == outcome


@pytest.mark.parametrize(
    "words", ["in Mar. 2019", "in mar 2019", "on 2 Mar., 2019", "in March 2019"]
)
def test_months_may_be_cut_short_with_a_full_stop(words, lexicon):
    found = entry(lexicon, account=f"Death of a 4-year-old boy {words} by drowning.")
    assert found.record["incident"].startswith("2019-03")


def test_findings_in_the_account_are_said(lexicon):
    account = f"{ACCOUNT} The review found that nobody saw the child alone."
    rest = "Recommendations include: review the guidance; brief all staff."
    assert ("learning", "learning-in-account") in codes(entry(lexicon, account=account, rest=rest))
    assert ("learning", "learning-in-account") not in codes(entry(lexicon, account=account))


def test_several_children_without_number_or_age_are_said(lexicon):
    found = entry(lexicon, account="Sexual abuse of teenage sisters by their stepfather.")
    assert ("children", "several-children") in codes(found)
    one = entry(lexicon, account="Sexual abuse of a teenage girl by her stepfather.")
    assert ("children", "several-children") not in codes(one)


@pytest.mark.parametrize(
    "words",
    ["in the week of 5 June 2022", "w/c 6 June 2022", "on or around 5 June 2022"]
    + ["on the night of 3/4 March 2023", "on 3 or 4 March 2023"],
)
def test_days_that_are_not_exact_are_to_be_checked(words, lexicon):
    found = entry(lexicon, account=f"Death of a 4-year-old boy {words}.")
    assert ("incident", "incident-rough") in codes(found)


def test_an_exact_day_needs_no_check(lexicon):
    found = entry(lexicon, account="Death of a 4-year-old boy on 5 June 2022.")
    assert not [one for one in found.warnings if one.field == "incident"]


DATED = f"2021 – Leeds – Child {{}}\n\n{ACCOUNT}\n\n{LIST}\n\n"


def test_a_title_without_a_year_in_a_list_of_dated_ones(lexicon):
    other = f"Child C: serious case review\n\n{ACCOUNT}\n\n{LIST}\n\n"
    text = other + DATED.format("A") + other.replace("C:", "D:") + DATED.format("B")
    found = reading.read(text, lexicon).proposals
    assert [one.record["title"] for one in found] == [f"Child {name}" for name in "CADB"]


def test_a_line_that_only_names_a_review_begins_none_there(lexicon):
    aside = "Child C: serious case review\n\n[Read the overview report](https://a.example/c)\n\n"
    text = DATED.format("A") + aside + DATED.format("B")
    found = reading.read(text, lexicon).proposals
    assert [one.record["title"] for one in found] == ["Child A", "Child B"]
