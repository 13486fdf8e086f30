"""A whole text read: records that can be loaded, with places, warnings, and what is left over."""

import pytest

from reviews.intake import reading
from reviews.intake.lexicon import Lexicon, bundled
from reviews.records import parse

ENTRY = """2018 - Northmere - Child G: serious case review
Suspected non-accidental head injury to a 7-week-old girl in March 2016.
Learning includes: ask who else cares for the child; and write down bruises.
Recommendations include: GP surgeries: check who attends; the board should train health visitors.
Keywords: infants, discguised compliance, voice of the child.
[Read the overview report](https://northmere.example/child-g.pdf)
"""


def only(text=ENTRY, words=None, **options):
    (proposal,) = reading.read(text, words or bundled(), **options).proposals
    return proposal


def codes(proposal):
    return {(warning.field, warning.code) for warning in proposal.warnings}


def test_a_record_is_one_that_can_be_loaded():
    record = only(month="2018-09").record | {"reference": "CR-2018-0001"}
    parsed = parse({**record, "harms": record["harms"] or ["not-stated"]})
    assert parsed.title == "Child G"
    assert parsed.children[0].age.iso == "P7W"
    assert [point.text for point in parsed.learning] == [
        "ask who else cares for the child",
        "write down bruises",
    ]


def test_every_field_says_where_it_was_read():
    proposal = only()
    for name, place in proposal.fields.items():
        assert 0 <= place["start"] <= place["end"] <= len(ENTRY), name
        assert 0 <= place["confidence"] <= 1
        if isinstance(proposal.record[name], list):
            assert len(place["items"]) == len(proposal.record[name])
    place = proposal.fields["learning"]["items"][1]
    assert ENTRY[place["start"] : place["end"]] == "write down bruises"
    assert ENTRY[slice(*map(proposal.fields["incident"].get, ("start", "end")))] == "March 2016"


def test_certainty_is_kept_in_the_record():
    proposal = only()
    assert proposal.certainty == "suspected"
    assert proposal.record["incident_note"].startswith("Suspected non-accidental head injury")
    stated = only(ENTRY.replace("Suspected non-accidental", "Serious"))
    assert (stated.certainty, stated.record["incident_note"]) == ("stated", None)


def test_what_is_not_sure_is_warned_of():
    found = codes(only())
    assert ("partnership", "partnership-unknown") in found
    assert ("added", "added-missing") in found
    assert ("keywords", "keyword-misspelt") in found


def test_a_known_partnership_has_its_name():
    words = Lexicon(bundled().terms, {"Northmere": "Northmere Safeguarding Partnership"})
    proposal = only(words=words)
    assert proposal.record["partnership"] == "Northmere Safeguarding Partnership"
    assert ("partnership", "partnership-unknown") not in codes(proposal)


@pytest.mark.parametrize(
    ("options", "added"),
    [({}, None), ({"month": "2018-09"}, "2018-09"), ({"otherwise": "2026-11"}, "2026-11")],
)
def test_the_month_in_which_it_was_added(options, added):
    proposal = only(**options)
    assert proposal.record["added"] == added
    assert (("added", "added-missing") in codes(proposal)) == (added is None)
    named = only(f"September 2017\n\n{ENTRY}", **options)
    assert named.record["added"] == (options.get("month") or "2017-09")


def test_terms_come_with_the_words_that_led_to_them():
    proposal = only()
    assert "voice-of-the-child" in proposal.record["themes"]
    place = proposal.record["themes"].index("voice-of-the-child")
    assert "voice of the child" in proposal.fields["themes"]["items"][place]["words"]
    addressed = [point["addressed_to"] for point in proposal.record["recommendations"]]
    assert addressed[0] == ["general-practice"]
    assert "health-visiting" in addressed[1]


def test_one_list_of_both_is_learning_and_says_so():
    text = ENTRY.replace("Learning includes", "Learning and recommendations include").replace(
        "Recommendations include: GP surgeries: check who attends; the board should train"
        " health visitors.\n",
        "",
    )
    proposal = only(text)
    assert len(proposal.record["learning"]) == 2
    assert proposal.record["recommendations"] == []
    both = {"learning", "recommendations"}
    assert {f for f, code in codes(proposal) if code == "learning-and-recommendations"} == both


def test_a_count_that_differs_is_said():
    found = reading.read(f"This month two case reviews were added.\n\n{ENTRY}", bundled())
    assert [warning.code for warning in found.warnings] == ["count-differs"]
    assert found.rest()["found"] == 1


@pytest.mark.parametrize("text", ["", "\n\n", "Nothing of the kind.\n\nReally nothing."])
def test_a_text_without_reviews_says_so(text):
    found = reading.read(text, bundled())
    assert found.proposals == []
    assert [warning.code for warning in found.warnings] == ["no-entries"]
    assert "".join(one.text for one in found.leftovers).replace(" ", "") == (
        text.replace("\n", "").replace(" ", "")
    )


def test_an_entry_that_stops_in_the_middle():
    cut = only(ENTRY[: ENTRY.index("train health")])
    assert cut.incomplete
    assert ("learning", "incomplete") in codes(cut)
    assert not only().incomplete


def test_an_empty_vocabulary_is_no_hindrance():
    proposal = only(words=Lexicon([]))
    assert proposal.record["type"] == "not-stated"
    assert proposal.record["themes"] == []
    assert proposal.record["learning"][0]["text"] == "ask who else cares for the child"


def test_an_entry_under_a_year_is_divided_like_one_that_begins_with_it():
    record = only(f"2021\n\nNorthmere – Child G\n{ENTRY.split(chr(10), 1)[1]}").record
    assert (record["published"], record["partnership"]) == ("2021", "Northmere")
    assert record["title"] == "Child G"
