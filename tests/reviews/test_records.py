"""The interchange record: what is read, what is refused and with which words."""

import json

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.parsing import ProblemsFound
from reviews.records import parse
from tests.factories import record

FIXTURE = settings.BASE_DIR / "fixtures" / "reviews.json"
LEAST = ("reference", "title", "type", "added", "summary", "outcome")


def problems(**overrides):
    """What is said of a record with these values."""
    with pytest.raises(ProblemsFound) as found:
        parse(record(**overrides))
    return [str(problem) for problem in found.value.problems]


# What is read


def test_a_record_is_read_whole():
    review = parse(record())
    assert review.reference == "CR-2023-0007"
    assert (review.published, review.added) == (PartialDate("2023-04-19"), PartialDate("2023-05"))
    assert review.incident == PartialDate("2020-12")
    assert review.headline == ""
    assert review.children[0].age == Age("P4Y8M")
    assert [point.text for point in review.learning] == [
        "Think of the child.",
        "Share what is known.",
    ]
    assert review.learning[0].themes == ("think-family",)
    assert review.recommendations[0].agencies == ("health-visiting",)
    assert review.documents[0].url == "https://example.org/b"


@pytest.mark.parametrize("place", range(6))
def test_the_real_reviews_are_records(place):
    data = json.loads(FIXTURE.read_text(encoding="utf-8"))[place]
    assert parse(data).reference == data["reference"]


def test_only_six_fields_are_needed():
    review = parse({name: value for name, value in record().items() if name in LEAST})
    assert review.children == review.learning == review.documents == ()
    assert review.published is review.incident is None
    assert (review.nation, review.partnership) == ("not-recorded", "")
    assert not review.anonymous
    assert not review.illustrative


def test_null_means_not_known():
    child = {"age": None, "age_text": None, "sex": None}
    review = parse(record(nation=None, published=None, incident=None, children=[child]))
    assert review.nation == "not-recorded"
    assert (review.children[0].age, review.children[0].sex) == (None, "not-stated")
    assert review.published is None


def test_points_may_be_plain_texts():
    review = parse(record(learning=["Think of the child."], recommendations=["Agree a plan."]))
    assert review.learning[0].text == "Think of the child."
    assert review.learning[0].themes == review.recommendations[0].agencies == ()


def test_a_document_without_a_link_says_so_with_null():
    document = {"label": "Report", "kind": "other", "url": None}
    assert parse(record(documents=[document])).documents[0].url == ""


HELD = {
    "label": "Report",
    "kind": "other",
    "url": "https://example.org/a.pdf",
    "permission": "Northmere partnership, by letter",
    "permitted_on": "2026-05-03",
    "licence": "Open Government Licence",
}


def test_a_document_that_may_be_held_says_who_permitted_it_and_when():
    document = parse(record(documents=[HELD])).documents[0]
    assert document.permission == "Northmere partnership, by letter"
    assert document.permitted_on.iso == "2026-05-03"
    assert document.licence == "Open Government Licence"
    assert document.to_dict() == HELD


def test_what_says_nothing_of_permission_is_as_it_was():
    """Records from before there were permissions keep their digest."""
    [document] = record()["documents"]
    nothing = {"permission": None, "permitted_on": None, "licence": None}
    assert parse(record(documents=[document | nothing])).documents[0].to_dict() == document
    assert parse(record(documents=[document | nothing])).digest() == parse(record()).digest()
    assert parse(record(documents=[HELD])).digest() != parse(record()).digest()


def test_space_around_text_and_windows_line_endings_are_put_right():
    review = parse(record(title="  Child B ", summary="One.\r\n\r\nTwo.\n"))
    assert (review.title, review.summary) == ("Child B", "One.\n\nTwo.")


def test_an_illustrative_review_may_name_any_partnership():
    review = parse(record(reference="EX-2023-0007", illustrative=True, partnership="Northmere"))
    assert review.partnership == "Northmere"


# The canonical form


def test_canonical_form_is_a_record_again():
    written = parse(record()).to_dict()
    assert parse(json.loads(json.dumps(written))).to_dict() == written


def test_canonical_form_has_every_field():
    assert parse(record()).to_dict().keys() == record().keys()


@pytest.mark.parametrize(
    "overrides",
    [
        {"themes": ["supervision", "parental-mental-health"]},
        {"learning": ["Think of the child."]},
        {"incident": "2020"},
        {"children": []},
        {"headline": "a boy of four"},
        {"keywords": []},
    ],
)
def test_digest_tells_records_apart(overrides):
    assert parse(record()).digest() != parse(record(**overrides)).digest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"themes": ["a", "b"]}, {"themes": ["b", "a"]}),
        ({"nation": None}, {"nation": "not-recorded"}),
        ({"headline": None}, {"headline": ""}),
        ({"learning": ["Look."]}, {"learning": [{"text": "Look.", "themes": []}]}),
        ({"children": [{"sex": None}]}, {"children": [{"sex": "not-stated", "age": None}]}),
        ({"children": [{"age": "P0Y3M"}]}, {"children": [{"age": "P3M"}]}),
        ({"title": "Child B"}, {"title": "Child B\n"}),
    ],
)
def test_digest_is_the_same_for_every_way_of_writing_the_same(one, other):
    assert parse(record(**one)).digest() == parse(record(**other)).digest()


def test_order_of_fields_does_not_matter():
    backwards = dict(reversed(record().items()))
    assert parse(backwards).digest() == parse(record()).digest()


# What is refused

HOW = "Write one such as CR-2023-0007, or EX-2023-0007 for an illustrative review."
CHILD = "children[0]"


@pytest.mark.parametrize("name", LEAST)
def test_needed_fields_can_not_be_missing(name):
    data = record()
    del data[name]
    with pytest.raises(ProblemsFound) as found:
        parse(data)
    assert [p.path for p in found.value.problems] == [name]
    assert found.value.problems[0].reason.startswith("is missing. Write ")


@pytest.mark.parametrize("name", LEAST)
def test_needed_fields_can_not_be_null(name):
    (problem,) = problems(**{name: None})
    assert problem.startswith(f"{name}: is null. Write ")


@pytest.mark.parametrize("data", [None, [], "text", 3, True])
def test_a_record_is_an_object(data):
    with pytest.raises(ProblemsFound, match=r"^is .+\. Write an object in braces {}\.$"):
        parse(data)


@pytest.mark.parametrize(
    "reference",
    [
        "CR-2023-007",
        "CR-23-0007",
        "XX-2023-0007",
        "cr-2023-0007",
        "CR-2023-0007\n",
        " CR-2023-0007",
        "CR-2023-00007",
        "CR-٢٠٢٣-0007",
        "CR-2023-" + "1" * 17,
        "",
    ],
)
def test_bad_references(reference):
    (problem,) = problems(reference=reference)
    assert problem.startswith("reference: “")
    assert problem.endswith(f" is not a reference. {HOW}")


def test_a_running_number_may_have_more_than_four_digits():
    assert parse(record(reference="CR-2023-10000")).reference == "CR-2023-10000"


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"reference": 7}, f"reference: is not a reference. {HOW}"),
        (
            {"reference": "CR-2022-0007"},
            "reference: has the year 2022, but the review was added in 2023. "
            "Correct one of the two.",
        ),
        (
            {"reference": "EX-2023-0007"},
            "illustrative: is false, but only an illustrative review’s reference begins "
            "with EX-. Correct one of the two.",
        ),
        (
            {"illustrative": True},
            "illustrative: is true, but the reference of an illustrative review begins "
            "with EX-. Correct one of the two.",
        ),
        ({"titel": "x"}, "titel: is not known here. Remove it or write title."),
        ({"a\0b": 1}, "“a�b”: is not known here. Remove it."),
        ({"title": ""}, "title: is empty. Write the name the review uses, such as Child A."),
        ({"title": " \n"}, "title: is empty. Write the name the review uses, such as Child A."),
        ({"title": 3}, "title: is a number. Write text in quotation marks."),
        ({"title": ["a"]}, "title: is a list. Write text in quotation marks."),
        ({"title": "x" * 201}, "title: has 201 characters. Write at most 200."),
        ({"title": "a\nb"}, "title: has a line break. Write it on one line."),
        ({"headline": "x" * 301}, "headline: has 301 characters. Write at most 300."),
        ({"content_note": "x" * 201}, "content_note: has 201 characters. Write at most 200."),
        ({"incident_note": "x" * 121}, "incident_note: has 121 characters. Write at most 120."),
        ({"partnership": "x" * 161}, "partnership: has 161 characters. Write at most 160."),
        ({"summary": ""}, "summary: is empty. Write what happened, in a few sentences."),
        ({"summary": "x" * 100_001}, "summary: has 100,001 characters. Write at most 100,000."),
        ({"type": "Serious Case Review"}, "type: is “Serious Case Review”. Write a term’s slug,"),
        ({"type": 4}, "type: is a number. Write a term’s slug, such as other-review."),
        ({"nation": "UK"}, "nation: is not one of england, wales, scotland, northern-ireland,"),
        ({"nation": ["wales"]}, "nation: is not one of england, wales, scotland,"),
        ({"anonymous": "no"}, "anonymous: is text. Write true or false."),
        ({"illustrative": 0}, "illustrative: is a number. Write true or false."),
        ({"illustrative": None}, "illustrative: is null. Write true or false."),
        (
            {"anonymous": True, "partnership": "Northmere"},
            "partnership: is given, but the review is anonymous. Write null, or anonymous: false.",
        ),
        ({"added": "2023"}, "added: “2023” is not a month. Write one, such as 2023-05."),
        ({"added": "2023-05-01"}, "added: “2023-05-01” is not a month."),
        ({"added": "2023-13"}, "added: “2023-13” has no such month. Write a year (2020),"),
        ({"published": "May 2023"}, "published: “May 2023” is not a date. Write a year (2020),"),
        ({"published": ""}, "published: The date is empty. Write a year (2020),"),
        ({"published": 2023}, "published: is a number. Write text in quotation marks, or null."),
        ({"incident": "2020-02-30"}, "incident: “2020-02-30” has no such day."),
        (
            {"published": "2020-11"},
            "published: 2020-11 is before the incident (2020-12). Correct one of the two.",
        ),
        ({"harms": None}, "harms: is null. Write a list in brackets []."),
        ({"harms": "drowning"}, "harms: is text. Write a list in brackets []."),
        ({"harms": [3]}, "harms[0]: is a number. Write a term’s slug, such as other-review."),
        ({"harms": ["a", "b", "a"]}, "harms[2]: “a” stands here twice. Remove one."),
        ({"themes": ["a", "Safer sleep"]}, "themes[1]: is “Safer sleep”. Write a term’s slug,"),
        ({"agencies": ["a"] * 101}, "agencies: has 101 items. Give at most 100."),
        ({"keywords": ["a", ""]}, "keywords[1]: is empty. Remove it."),
        ({"keywords": ["x" * 121]}, "keywords[0]: has 121 characters. Write at most 120."),
        ({"keywords": [None]}, "keywords[0]: is null. Write text in quotation marks."),
        ({"children": ["boy"]}, f"{CHILD}: is text. Write an object in braces {{}}."),
        ({"children": [{}] * 61}, "children: has 61 items. Give at most 60."),
        ({"children": [{"age": "4"}]}, f"{CHILD}.age: “4” is not an age. Write years, months,"),
        ({"children": [{"age": 4}]}, f"{CHILD}.age: is a number. Write text in quotation marks,"),
        ({"children": [{"age": "P200Y"}]}, f"{CHILD}.age: “P200Y” is over 120 years."),
        ({"children": [{"age_text": "x" * 81}]}, f"{CHILD}.age_text: has 81 characters."),
        ({"children": [{"sex": "male"}]}, f"{CHILD}.sex: is not one of girl, boy, other,"),
        ({"children": [{"name": "B"}]}, f"{CHILD}.name: is not known here. Remove it"),
        (
            {"learning": ["One.", "Two.", ""]},
            "learning[2].text: is empty. Write the learning point or remove it.",
        ),
        ({"learning": [{}]}, "learning[0].text: is missing. Write the learning point or"),
        ({"learning": [3]}, "learning[0]: is a number. Write an object in braces {}."),
        ({"learning": ["x" * 10_001]}, "learning[0].text: has 10,001 characters."),
        ({"learning": ["x"] * 301}, "learning: has 301 items. Give at most 300."),
        (
            {"learning": [{"text": "x", "addressed_to": []}]},
            "learning[0].addressed_to: is not known here. Remove it.",
        ),
        (
            {"learning": ["a", {"text": "x", "themes": ["A"]}]},
            "learning[1].themes[0]: is “A”. Write a term’s slug, such as other-review.",
        ),
        (
            {"recommendations": [""]},
            "recommendations[0].text: is empty. Write the recommendation or remove it.",
        ),
        (
            {"recommendations": [{"text": "x", "agencies": []}]},
            "recommendations[0].agencies: is not known here. Remove it.",
        ),
        ({"documents": [{"kind": "other"}]}, "documents[0].label: is missing. Write what it is"),
        ({"documents": [{"label": "Report"}]}, "documents[0].kind: is missing. Write the slug"),
        (
            {"documents": [{"label": "R", "kind": "other", "url": "javascript:alert(1)"}]},
            "documents[0].url: “javascript:alert(1)” is not a web address. Write one, or null.",
        ),
        (
            {"documents": [{"label": "R", "kind": "other", "url": "www.example.org"}]},
            "documents[0].url: “www.example.org” is not a web address. Write one, or null.",
        ),
        (
            {"documents": [{"label": "R", "kind": "other", "url": "HTTPS://example.org"}]},
            "documents[0].url: “HTTPS://example.org” is not a web address. Write one, or null.",
        ),
        (
            {"documents": [{"label": "R", "kind": "other", "url": "https://a.uk/" + "x" * 1000}]},
            "documents[0].url: has 1,013 characters. Write at most 1,000.",
        ),
        (
            {"documents": [{**HELD, "permitted_on": None}]},
            "documents[0].permitted_on: is missing. Write the day on which it was permitted.",
        ),
        (
            {"documents": [{**HELD, "permission": None}]},
            "documents[0].permission: is missing. Write who permitted it, or no date.",
        ),
        (
            {"documents": [{**HELD, "permitted_on": "2026-05"}]},
            "documents[0].permitted_on: “2026-05” is not a day.",
        ),
        ({"documents": [{"label": "R", "kind": "other"}] * 51}, "documents: has 51 items."),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_to_do(overrides, said):
    (problem,) = problems(**overrides)
    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("path", "overrides"),
    [
        ("title", lambda text: {"title": text}),
        ("headline", lambda text: {"headline": text}),
        ("partnership", lambda text: {"partnership": text}),
        ("content_note", lambda text: {"content_note": text}),
        ("incident_note", lambda text: {"incident_note": text}),
        ("summary", lambda text: {"summary": text}),
        ("keywords[0]", lambda text: {"keywords": [text]}),
        ("children[0].age_text", lambda text: {"children": [{"age_text": text}]}),
        ("learning[0].text", lambda text: {"learning": [text]}),
        ("recommendations[0].text", lambda text: {"recommendations": [{"text": text}]}),
        ("documents[0].label", lambda text: {"documents": [{"label": text, "kind": "other"}]}),
    ],
)
@pytest.mark.parametrize(
    ("text", "name"), [("a\0b", "U+0000"), ("a\x1bb", "U+001B"), ("a\ud800b", "U+D800")]
)
def test_what_is_not_text_is_refused_everywhere(path, overrides, text, name):
    assert problems(**overrides(text)) == [
        f"{path}: has a character that is not text ({name}). Remove it."
    ]


@pytest.mark.parametrize("name", ["reference", "type", "added", "incident", "harms", "themes"])
def test_nul_in_a_reference_a_slug_or_a_date_is_refused_and_not_shown(name):
    text = f"{record()[name]}\0"
    (problem,) = problems(**{name: [text] if name in {"harms", "themes"} else text})
    assert "\0" not in problem


def test_every_problem_is_said_at_once():
    said = problems(title="", added="2023", harms=["A"], learning=["", "x"], keywords=[1])
    assert len(said) == 5


def test_a_wrong_field_is_not_said_to_contradict_another():
    assert len(problems(published="2020-13")) == 1
    assert len(problems(added="May")) == 1


# Anything at all

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=8,
)


@given(JSON, st.sampled_from(sorted(record())))
def test_any_value_in_any_field_is_read_or_refused(value, name):
    try:
        review = parse(record(**{name: value}))
    except ProblemsFound as error:
        assert error.problems
    else:
        assert parse(review.to_dict()).digest() == review.digest()
        json.dumps(review.to_dict(), ensure_ascii=False).encode()


@given(JSON)
def test_anything_is_read_or_refused(data):
    with pytest.raises(ProblemsFound):
        parse(data)
