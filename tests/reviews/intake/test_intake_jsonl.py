"""Records as JSON Lines: what is right, what is nearly right, and what is none."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import records
from reviews.intake.lexicon import Lexicon, bundled
from reviews.intake.tables.jsonl import read_jsonl
from reviews.phrases import Term

LEXICON = Lexicon(
    [
        Term("type", "serious-case-review", "Serious case review"),
        Term("outcome", "death", "Death"),
        Term("outcome", "not-stated", "Not stated"),
        Term("theme", "neglect", "Neglect"),
        Term("harm", "drowning", "Drowning"),
        Term("agency", "police", "Police"),
        Term("document_kind", "overview-report", "Overview report"),
    ],
    {"Northmere": "Northmere"},
)
WHOLE = {
    "title": "Child A",
    "headline": "A boy of four",
    "type": "serious-case-review",
    "nation": "england",
    "partnership": "Northmere",
    "anonymous": False,
    "published": "2018",
    "added": "2018-05",
    "incident": "2016-12/2017-01",
    "content_note": "It tells of a death.",
    "incident_note": "About the turn of the year",
    "summary": "A boy died.\n\nHe was four.",
    "children": [
        {"age": "P4Y", "age_text": "four", "sex": "boy"},
        {"age": None, "age_text": "a baby", "sex": None},
        {"age": "unborn", "age_text": None, "sex": "girl"},
    ],
    "outcome": "death",
    "harms": ["drowning"],
    "themes": ["neglect"],
    "agencies": ["police"],
    "learning": [{"text": "Ask; then look.", "themes": ["neglect"], "agencies": ["police"]}],
    "recommendations": [{"text": "Do.", "themes": [], "addressed_to": ["police"]}],
    "documents": [
        {"label": "Report", "kind": "overview-report", "url": "https://example.org/a"},
        {"label": "Another", "kind": "overview-report", "url": None},
    ],
    "keywords": ["one; two", "three, four"],
    "illustrative": False,
}


def read(*data, text=None):
    return read_jsonl(text or "\n".join(json.dumps(one) for one in data), LEXICON)


def only(**fields):
    """What becomes of a record of a title and these fields."""
    (proposal,) = read({"title": "Child A", **fields}).proposals
    return proposal


def warned(proposal, field):
    return [warning.code for warning in proposal.warnings if warning.field == field]


def problems(intake):
    return [warning.text for warning in intake.warnings]


class TestWholeRecords:
    def test_a_whole_record_comes_out_as_it_went_in(self):
        (proposal,) = read(WHOLE).proposals
        reference = {"reference": "CR-2018-0001"}
        assert records.parse(proposal.record | reference) == records.parse(WHOLE | reference)
        assert proposal.warnings == []

    def test_every_place_is_right(self):
        intake = read(WHOLE, WHOLE)
        for proposal in intake.proposals:
            for name in ("title", "summary", "published"):
                place = proposal.fields[name]
                assert intake.text[place["start"] : place["end"]] == WHOLE[name]
            (item,) = proposal.fields["learning"]["items"]
            assert intake.text[item["start"] : item["end"]] == "Ask; then look."
        assert intake.proposals[1].span.of(intake.text).startswith("Line 2\nTitle: Child A\n")

    def test_records_of_an_array(self):
        text = json.dumps([WHOLE, WHOLE], indent=2)
        intake = read(text=text)
        assert len(intake.proposals) == 2
        assert intake.warnings == []

    def test_references_are_given_anew_and_said_once(self):
        intake = read({"reference": "CR-2018-0001", **WHOLE}, {"reference": "CR-2018-2", **WHOLE})
        assert [proposal.record["reference"] for proposal in intake.proposals] == [None, None]
        (said,) = problems(intake)
        assert "2 records have it" in said

    def test_fields_that_no_record_has_are_listed_once(self):
        intake = read({**WHOLE, "author": "x", "notes": [1]}, {**WHOLE, "author": "y"})
        assert [text[:30] for text in problems(intake)] == [
            "“author” is no field of a reco",
            "“notes” is no field of a recor",
        ]
        assert "author: x" in intake.text

    def test_a_month_is_that_of_records_without_one(self):
        intake = read_jsonl(
            '{"title": "A"}\n{"title": "B", "added": "2023-05"}', LEXICON, month="2024-01"
        )
        assert [one.record["added"] for one in intake.proposals] == ["2024-01", "2023-05"]


class TestNearlyRight:
    @pytest.mark.parametrize(
        ("field", "given", "value"),
        [
            ("published", 2018, "2018"),
            ("published", "May 2018", "2018-05"),
            ("published", ["2018"], "2018"),
            ("type", "Serious Case Review", "serious-case-review"),
            ("themes", "Neglect; Neglect", ["neglect"]),
            ("anonymous", "yes", True),
            ("anonymous", True, True),
            ("keywords", "one; two", ["one", "two"]),
            ("keywords", [1, "two"], ["1", "two"]),
            ("children", "4 years; 6 weeks", ["P4Y", "P6W"]),
            ("children", ["4 years", {"age": "6 weeks"}], ["P4Y", "P6W"]),
            ("children", {"age": "P4Y"}, ["P4Y"]),
        ],
    )
    def test_is_read_as_meant(self, field, given, value):
        proposal = only(**{field: given})
        found = proposal.record[field]
        assert ([child["age"] for child in found] if field == "children" else found) == value
        assert warned(proposal, field) == []

    @pytest.mark.parametrize(
        ("field", "given", "code"),
        [
            ("published", "Sping 2018", "date-not-read"),
            ("published", {"year": 2018}, "not-usable"),
            ("published", ["2018", "2019"], "not-usable"),
            ("published", True, "not-usable"),
            ("summary", ["one", "two"], "not-usable"),
            ("themes", [["neglect"]], "not-usable"),
            ("themes", ["xyz"], "term-unknown"),
            ("children", [{"age": "teenager"}], "age-not-read"),
            ("children", [{"name": "x", "age": "P4Y"}], "not-usable"),
            ("documents", [{"label": "Report", "url": "ftp://x"}], "link-not-read"),
            ("learning", [{"text": "Ask.", "agencies": ["nobody"]}], "term-unknown"),
            ("learning", [{"text": "Ask.", "themes": {"a": 1}}], "not-usable"),
            ("learning", [{"text": "Ask.", "who": "x"}], "not-usable"),
            ("nation", "France", "nation-unknown"),
        ],
    )
    def test_what_is_wrong_is_warned_of_with_its_line(self, field, given, code):
        proposal = only(**{field: given})
        assert code in warned(proposal, field)
        said = next(one.text for one in proposal.warnings if (one.field, one.code) == (field, code))
        assert said.startswith("Line 1, ")

    def test_points_that_are_texts_are_not_divided(self):
        proposal = only(learning=["Ask; then look.", "Tell."])
        texts = [point["text"] for point in proposal.record["learning"]]
        assert texts == ["Ask; then look.", "Tell."]

    def test_a_link_alone(self):
        proposal = only(documents=["https://example.org/a"])
        assert proposal.record["documents"][0]["url"] == "https://example.org/a"


class TestNoRecords:
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("nonsense", "is not valid JSON: Expecting value (character 1)."),
            ('{"title": NaN}', "is not valid JSON: NaN is not a value."),
            ('{"title": "A", "title": "B"}', "“title” stands twice in one object"),
            ("[" * 90_000, "brackets are nested too deep"),
            ('{"n": ' + "9" * 5_000 + "}", "a number is too long"),
            ("null", "is null. Write an object"),
            ('"text"', "is text. Write an object"),
            ("{}", "gives nothing that can be used"),
            ('{"title": ', "is not valid JSON"),
        ],
    )
    def test_are_left_over_with_their_number(self, line, said):
        intake = read(text=f'{{"title": "Child A"}}\n\n{line}\n{{"title": "Child B"}}')
        assert [one.record["title"] for one in intake.proposals] == ["Child A", "Child B"]
        (problem,) = problems(intake)
        assert problem.startswith("Line 3 ")
        assert said in problem
        (left,) = intake.leftovers
        assert left.span.of(intake.text) == left.text

    @pytest.mark.parametrize(
        ("text", "titles", "said"),
        [
            ('[{"title": "A"}, {"title": "B"', ["A"], "Record 2 (line 1) is not valid JSON"),
            ('[{"title": "A"} {"title": "B"}]', ["A"], "Record 2 is not where a comma"),
            ('[{"title": "A"},\n x]', ["A"], "Record 2 (line 2) is not valid JSON"),
            ('[{"title": "A"}', ["A"], "the file ends before the list does"),
            ('[{"title": "A"}] more', ["A"], "is not the end of the file"),
            ('[{"title": "A"}, 5]', ["A"], "Record 2 (line 1) is a number"),
            ("[]", [], "The file has no records"),
            ("", [], "The file has no records"),
            (" \n\t\n", [], "The file has no records"),
        ],
    )
    def test_files_that_are_not_whole(self, text, titles, said):
        intake = read_jsonl(text, LEXICON)
        assert [one.record["title"] for one in intake.proposals] == titles
        assert any(said in problem for problem in problems(intake))

    def test_of_many_lines_that_are_none_the_first_are_told_and_the_numbers_of_all(self):
        intake = read(text="nonsense\n" * 60)
        assert len(problems(intake)) == 26
        assert problems(intake)[-1] == "And 35 more like the one before, in lines 26 to 60."
        assert len(intake.leftovers) == 60

    def test_more_records_than_are_read(self):
        intake = read(text='{"title": "A"}\n' * 5_003)
        assert len(intake.proposals) == 5_000
        assert "5,000" in problems(intake)[0]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "age", "sex", "url", "label", "kind", "themes", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
OBJECTS = st.dictionaries(
    st.sampled_from([*WHOLE, "reference", "extra"]) | st.text(max_size=8), VALUES, max_size=6
)


class TestAnything:
    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=300))
    def test_any_text_can_be_read(self, text):
        intake = read_jsonl(text, LEXICON)
        assert intake.proposals or intake.warnings

    @settings(max_examples=300, deadline=None)
    @given(OBJECTS)
    def test_any_object_makes_a_record_that_can_be_loaded_but_for_what_is_missing(self, data):
        intake = read_jsonl(json.dumps(data), LEXICON)
        assert len(intake.proposals) + len(intake.leftovers) == 1
        for proposal in intake.proposals:
            record = proposal.record | {"added": "2024-02"}
            record["reference"] = "EX-2024-0001" if record["illustrative"] else "CR-2024-0001"
            for name in ("title", "summary"):
                record[name] = record[name] or "?"
            try:
                records.parse(record)
            except ValueError as error:
                assert "before the incident" in str(error)

    def test_with_the_vocabularies_of_the_project(self):
        (proposal,) = read_jsonl(json.dumps(WHOLE), bundled()).proposals
        assert warned(proposal, "partnership") == ["partnership-unknown"]
        assert proposal.record["themes"] == ["neglect"]
