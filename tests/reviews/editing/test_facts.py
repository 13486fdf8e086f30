"""Missing facts, dates out of order and contradictions: what is found, and how grave it is."""

from datetime import date

import pytest

from reviews import records
from reviews.editing.checks import facts
from reviews.editing.checks.finding import Severity
from reviews.editing.checks.sentences import SENTENCES
from tests.factories import record

TODAY = date(2026, 11, 22)
BLOCKING = {
    "no-title",
    "no-account",
    "published-before-incident",
    "added-before-incident",
    "incident-in-future",
    "anonymous-and-partnership",
}


def changed(**overrides):
    """A record with other facts, as the desk makes one: not everything in it has to be right."""
    parsed = records.parse(record())
    values = {name: getattr(parsed, name) for name in parsed.__slots__}
    loaded = {**record(), **{k: v for k, v in overrides.items() if k not in DIRECT}}
    parsed_again = records.parse(loaded) if loaded != record() else parsed
    values |= {name: getattr(parsed_again, name) for name in overrides if name not in DIRECT}
    return records.ReviewRecord(**values | {k: v for k, v in overrides.items() if k in DIRECT})


# Facts that no file could have, but a page can.
DIRECT = {"title", "summary", "published", "incident", "added", "anonymous", "partnership", "type"}


def codes(**overrides):
    found = facts.find(changed(**overrides), TODAY)
    for one in found:
        assert one.code in SENTENCES
        assert (one.severity == Severity.BLOCKING) == (one.code in BLOCKING), one.code
    return [one.code for one in found]


def on(iso):
    return records.PartialDate.parse(iso)


def test_a_whole_record():
    assert codes() == []


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ({"title": " "}, "no-title"),
        ({"summary": ""}, "no-account"),
        ({"type": "not-stated"}, "no-type"),
        ({"type": ""}, "no-type"),
        ({"outcome": "not-stated"}, "no-outcome"),
        ({"harms": []}, "no-harm"),
        ({"learning": []}, "no-learning"),
        ({"children": []}, "no-child"),
        ({"children": [{"age": None, "sex": "boy"}]}, "no-age"),
        ({"documents": []}, "no-document"),
        ({"documents": [{"label": "Report", "kind": "other", "url": None}]}, "no-link"),
    ],
)
def test_missing(lacking, code):
    assert codes(**lacking) == [code]


def test_a_theme_of_a_point_is_enough():
    assert codes(themes=[]) == []
    without = [{"text": "Think of the child.", "themes": []}]
    assert codes(themes=[], learning=without) == ["no-theme"]


def test_each_child_without_an_age():
    found = facts.find(changed(children=[{"age": None}, {"age": "P4Y"}, {"age": None}]), TODAY)
    assert [one.field for one in found] == ["children.1", "children.3"]


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"published": "2019", "incident": "2020-12"}, "published-before-incident"),
        ({"added": "2023-03", "published": "2023-04-19"}, "added-before-published"),
        ({"added": "2020-11", "published": None}, "added-before-incident"),
        ({"incident": "2026-12", "published": None, "added": "2026-12"}, "incident-in-future"),
        ({"published": "2026-12", "added": "2026-12"}, "published-in-future"),
        ({"added": "2026-12"}, "added-in-future"),
        ({"incident": "2009", "published": None}, "long-between"),
    ],
)
def test_dates_out_of_order(dates, code):
    assert code in codes(**{name: iso and on(iso) for name, iso in dates.items()})


@pytest.mark.parametrize(
    "dates",
    [
        {"published": "2020", "incident": "2020-12"},
        {"published": "2023-05", "added": "2023-05"},
        {"incident": "2018/2019"},
        {"published": "2026-11", "added": "2026-11", "incident": "2026"},
        {"incident": None, "published": None},
    ],
)
def test_dates_that_can_be_right(dates):
    assert codes(**{name: iso and on(iso) for name, iso in dates.items()}) == []


class TestContradictions:
    def test_anonymous_with_a_partnership(self):
        assert codes(anonymous=True, partnership="northmere") == ["anonymous-and-partnership"]
        assert codes(anonymous=True) == []

    @pytest.mark.parametrize("outcome", ["serious-harm", "other"])
    def test_a_harm_that_nobody_survives(self, outcome):
        assert codes(outcome=outcome, harms=["filicide"]) == ["harm-is-fatal"]
        assert codes(outcome="death", harms=["filicide"]) == []

    @pytest.mark.parametrize("where", ["headline", "incident_note"])
    def test_a_text_that_tells_of_a_death(self, where):
        values = {"outcome": "serious-harm", where: "Death of a boy of four"}
        assert codes(**values) == ["told-of-death"]
        assert codes(**values | {"outcome": "death"}) == []

    @pytest.mark.parametrize(
        "summary", ["He nearly died.", "Her father died before this.", "He lives. Others died."]
    )
    def test_a_text_that_tells_of_no_death_of_the_child(self, summary):
        assert codes(outcome="serious-harm", summary=summary) == []

    def test_a_harm_beside_not_stated(self):
        assert codes(harms=["neglect", "not-stated"]) == ["harm-and-not-stated"]
        assert codes(harms=["not-stated"]) == []

    @pytest.mark.parametrize(
        ("age", "text", "agrees"),
        [
            ("P4Y8M", "4-year-8-month-old", True),
            ("P4Y", "4 years old", True),
            ("P2Y", "24 months old", True),
            ("P16Y", "6-year-old", False),
            ("P4M", "14 months", False),
            ("P4M", "a baby", True),
            ("unborn", "8 weeks before birth", True),
        ],
    )
    def test_an_age_and_its_words(self, age, text, agrees):
        found = codes(children=[{"age": age, "age_text": text, "sex": None}])
        assert found == ([] if agrees else ["age-disagrees"])

    def test_a_sex_and_its_words(self):
        child = {"age": "P4Y", "age_text": "4-year-old girl", "sex": "boy"}
        assert codes(children=[child]) == ["sex-disagrees"]
        assert codes(children=[child | {"sex": "girl"}]) == []

    def test_a_point_that_is_there_twice(self):
        twice = ["Share what is known.", "Ask.", "share what is  known"]
        found = facts.find(changed(learning=twice, themes=["neglect"]), TODAY)
        assert [(one.code, one.field) for one in found] == [("point-twice", "learning.3")]
