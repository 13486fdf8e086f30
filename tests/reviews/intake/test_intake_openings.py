"""What an account tells of its children: whose age and sex, what happened, when, and how sure."""

import pytest

from reviews.intake import events, incidents, people
from reviews.intake.lexicon import bundled
from reviews.intake.proposal import Span
from reviews.intake.sentences import sentences


def told(text):
    account = sentences(text, Span(0, len(text)))
    found = people.find(text, account, "")
    event = events.read(text, account, bundled(), harmed_others=found.harmed_others)
    return found, incidents.find(text, account), event


def children(text):
    return [(one.age and one.age.iso, one.sex) for one in told(text)[0].people]


def codes(text):
    return {warning.code for part in told(text) for warning in part.warnings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Death of a 4-year-8-month-old boy in 2020.", [("P4Y8M", "boy")]),
        ("An injury to a 4-month-old-infant.", [("P4M", None)]),
        ("Death of Child F, aged 6-months-old.", [("P6M", None)]),
        ("Injuries to a ten-month-old.", [("P10M", None)]),
        ("Death of an 8-day-old baby girl.", [("P8D", "girl")]),
        ("Death of a 14-year-old male.", [("P14Y", "boy")]),
        ("Abuse of two children, a boy of 8 and a girl of 5.", [("P8Y", "boy"), ("P5Y", "girl")]),
        (
            "Abuse of a 12-year-old girl and her 11-year-old sister.",
            [("P12Y", "girl"), ("P11Y", "girl")],
        ),
        ("Neglect of siblings aged 2, 4 and 9.", [("P2Y", None), ("P4Y", None), ("P9Y", None)]),
        ("Neglect of brothers aged 8 and 10.", [("P8Y", "boy"), ("P10Y", "boy")]),
        ("Harm to twins, a boy and a girl, aged 10 weeks.", [("P10W", "boy"), ("P10W", "girl")]),
        ("Deaths of Nell (3) and Hal (1) in a fire.", [("P3Y", None), ("P1Y", None)]),
        ("Neglect of 12- and 14-year-old girls.", [("P12Y", "girl"), ("P14Y", "girl")]),
        ("Death of two siblings aged 15 and 17 months.", [("P15M", None), ("P17M", None)]),
        ("Abuse of girls aged between 13 and 16 years.", [("P13Y/P16Y", "girl")]),
        ("Risk to an unborn baby in 2019.", [("unborn", None)]),
        ("Death of a baby (age unspecified) in 2011.", [(None, None)]),
        ("Leah, 7 months, was found dead.", [("P7M", None)]),
        ("Neglect of three siblings.", [(None, None)] * 3),
        ("Death of an infant of 11 weeks.", [("P11W", None)]),
    ],
)
def test_ages_and_sexes(text, expected):
    assert children(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Death of a 2-year-old girl. Her mother, aged 17, had been in care.",
        "Sexual abuse of a 2-year-old girl by her 19-year-old uncle.",
        "A 2-year-old girl was hurt by her mother's partner, aged 24.",
        "Death of a 2-year-old girl, whose mother had been in care from the age of 12.",
        "Death of a 2-year-old girl. He was convicted of sexual activity with a child under 13.",
        "Death of a 2-year-old girl, for which her father was sentenced to 9 years in prison.",
        "Death of a 2-year-old girl whose brother had died when he was 4 weeks old.",
    ],
)
def test_ages_of_others_and_of_other_times_are_not_the_childs(text):
    assert children(text) == [("P2Y", "girl")]


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Death of a 5-week-old. Her mother had been in care.", "girl"),
        ("A 5-week-old died in 2019. He had been born early.", "boy"),
        ("A 5-week-old was found by his foster carer.", "boy"),
        ("Death of a 5-week-old. The father admitted that he had shaken the baby.", None),
        ("Death of a 5-week-old. Mother lived with her parents.", None),
        ("Stabbing of Jay, aged 14, by a group of older males.", None),
    ],
)
def test_a_pronoun_gives_the_sex_only_where_it_can_mean_nobody_else(text, sex):
    assert children(text)[0][1] == sex
    if sex:
        assert "sex-by-pronoun" in codes(text)


def test_he_and_she_leave_the_sex_open():
    text = "A 5-week-old died. His sister was at home. She had been known, as was her doctor."
    assert children(text)[0][1] in (None, "boy")
    both = "A 5-week-old was hurt. His school knew. Her school knew."
    assert children(both) == [("P5W", None)]
    assert "sex-unclear" in codes(both)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Murder of a girl aged 15 by a 16-year-old boy.", "other-ages"),
        ("Neglect of a 12-year-old and her two younger siblings.", "more-children"),
        ("Death in 2019. The baby was 5 weeks old.", "age-later"),
        ("Self-neglect of a 34-year-old woman.", "adult-subject"),
        ("Siblings aged 5 and 18 months.", "age-unit"),
        ("Death of a child in 2018.", "age-missing"),
        ("Sexual assaults by a 14-year-old boy.", "harmed-others"),
    ],
)
def test_what_is_not_sure_is_said(text, code):
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Death of a boy in December 2020.", "2020-12"),
        ("Death of a boy in 2007.", "2007"),
        ("Abuse of a girl in 2014 and 2015.", "2014/2015"),
        ("Neglect from September 2016 to March 2018.", "2016-09/2018-03"),
        ("Injuries between October and December 2016.", "2016-10/2016-12"),
        ("Death on the 5th of December 2020.", "2020-12-05"),
        ("Lucy was a girl of 2 in May 2019 when she was hurt.", "2019-05"),
        ("Death of a boy who had been removed from his parents in 2010.", None),
        ("Death of a boy of 3, born in 2010.", None),
        ("Death of a boy. The trial was in 2010.", None),
        ("Death of a boy.", None),
    ],
)
def test_when_it_happened(text, expected):
    date = told(text)[1].date
    assert (date and date.value) == expected
    if expected is None:
        assert codes(text) & {"incident-missing", "incident-unclear"}


def test_a_second_date_and_a_rough_one_are_warned_of():
    assert "incident-several" in codes(
        "Death in May 2018 of a boy placed with an aunt in June 2017."
    )
    assert "incident-rough" in codes("Death of a boy in early 2014.")
    assert "incident-later" in codes("Death of a boy. He was found dead in May 2018.")


@pytest.mark.parametrize(
    ("text", "outcome", "certainty"),
    [
        ("Death of a boy.", "death", "stated"),
        ("A girl of 15 may have died by suicide.", "death", "suspected"),
        ("Attempted murder of a boy by his mother.", "serious-harm", "stated"),
        ("Suspected non-accidental injury to a baby.", "serious-harm", "suspected"),
        (
            "A girl was detained after she said she intended to take her own life.",
            "other",
            "stated",
        ),
        ("A girl was unsettled after the death of her mother.", "not-stated", "stated"),
        ("Carys, 19, was killed by her partner.", "death", "stated"),
        ("Injuries to a baby. The baby died a week later.", "death", "stated"),
        ("Threats to kill a boy of 9.", "other", "stated"),
    ],
)
def test_what_came_of_it_and_how_sure(text, outcome, certainty):
    event = told(text)[2]
    assert (event.outcome.value, event.certainty) == (outcome, certainty)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Death of a boy.", "harmed"),
        ("Sexual assaults by a 14-year-old boy on two children.", "harmed-others"),
        ("A 17-year-old boy was convicted of murder.", "harmed-others"),
        ("Arrest of a 15-year-old for the murder of a man.", "harmed-others"),
        ("Murder of a girl aged 15 by a 16-year-old boy.", "harmed"),
        ("Young people who were injured or who injured others.", "both"),
        ("Conviction of a foster carer for offences against 3 children.", None),
    ],
)
def test_who_harmed_whom(text, role):
    assert told(text)[2].role == role


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Death of a boy of 4. His mother admitted to drowning him.", {"drowning", "filicide"}),
        ("A 2-year-old girl was attacked by a dog. ", {"dog-attack"}),
        ("Murder of a boy of 16 by a stranger.", set()),
        ("Self-inflicted injuries of a girl of 16.", {"self-harm"}),
        ("Death of a baby. The cause was not neglect.", set()),
    ],
)
def test_kinds_of_harm(text, harms):
    event = told(text)[2]
    assert {harm.value for harm in event.harms} == harms
    assert len(event.words) == len(event.harms)


def test_every_place_is_where_the_words_stand():
    text = "Death of a 4-year-8-month-old boy in December 2020. His mother drowned him."
    found, incident, event = told(text)
    assert found.people[0].span.of(text) == "4-year-8-month-old"
    assert incident.date.span.of(text) == "December 2020"
    assert event.outcome.span.of(text) == "Death"
    assert {one.span.of(text) for one in event.harms if one.value == "drowning"} == {"drowned"}
