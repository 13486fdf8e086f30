"""The six real reviews of May 2023: complete, in known terms, and true to their source."""

import json
import re
from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
REVIEWS = json.loads((FIXTURES / "reviews.json").read_text(encoding="utf-8"))
BY_REFERENCE = {review["reference"]: review for review in REVIEWS}

ENGLISH = "local-child-safeguarding-practice-review"
FIELDS = {
    *("reference", "title", "headline", "type", "nation", "partnership", "anonymous", "published"),
    *("added", "incident", "content_note", "incident_note", "summary", "children", "outcome"),
    *("harms", "themes", "agencies", "learning", "recommendations", "documents", "keywords"),
    "illustrative",
}

# Counted by hand, item by item, in the list of May 2023. Child E's six items stand there under
# one heading, "learning and recommendations": two are about understanding, four about action.
POINTS = {
    "CR-2023-0001": (6, 3),
    "CR-2023-0002": (8, 6),
    "CR-2023-0003": (5, 7),
    "CR-2023-0004": (6, 5),
    "CR-2023-0005": (4, 4),
    "CR-2023-0006": (2, 4),
}

# Title, type, nation, incident, age, age as written, sex, outcome, kinds of harm.
FACTS = {
    "CR-2023-0001": (
        *("Child A", ENGLISH, "england", "2019-11"),
        *("P16Y", "16-year-old girl", "girl", "other", ["not-stated"]),
    ),
    "CR-2023-0002": (
        *("Child K", "serious-case-review", None, "2018"),
        *("P4M", "4-month-old-infant", None, "serious-harm", ["non-accidental-injury"]),
    ),
    "CR-2023-0003": (
        *("Child B", ENGLISH, "england", "2020-12"),
        *("P4Y8M", "4-year-8-month-old boy", "boy", "death", ["drowning", "filicide"]),
    ),
    "CR-2023-0004": (
        *("Child F", "child-safeguarding-practice-review", "england", "2021-02"),
        *("P6M", "aged 6-months-old", None, "death", ["not-stated"]),
    ),
    "CR-2023-0005": (
        *("Lucy", "multi-agency-review", None, "2019-05"),
        *("P20M", "20-month-old girl", "girl", "not-stated", ["dog-attack"]),
    ),
    "CR-2023-0006": (
        *("Child E", "serious-case-review", None, "2017"),
        *("P10M", "ten-month-old", None, "serious-harm", ["non-accidental-injury"]),
    ),
}

# The full report of another type than a practice review is an overview report, whatever its name.
DOCUMENTS = {
    "CR-2023-0001": ("Practice review", "practice-review"),
    "CR-2023-0002": ("Practice review", "overview-report"),
    "CR-2023-0003": ("Practice review", "practice-review"),
    "CR-2023-0004": ("Practice review", "practice-review"),
    "CR-2023-0005": ("Review", "overview-report"),
    "CR-2023-0006": ("Executive summary", "executive-summary"),
}


@pytest.fixture(scope="module")
def slugs():
    """The slugs of each vocabulary, by the vocabulary's name."""
    terms = json.loads((FIXTURES / "vocabularies.json").read_text(encoding="utf-8"))
    return {name: {term["slug"] for term in terms[name]} for name in terms}


def points(review):
    return review["learning"] + review["recommendations"]


def addressees(point):
    return point["agencies"] if "agencies" in point else point["addressed_to"]


def texts(value):
    """Every string inside a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def account(review):
    """What the page says happened, in lower case."""
    said = (review["headline"], review["summary"], review["incident_note"], review["content_note"])
    return "\n".join(said).lower()


def test_the_six_reviews_are_there_in_order():
    assert [review["reference"] for review in REVIEWS] == list(POINTS)


@pytest.mark.parametrize("reference", POINTS)
def test_every_item_of_the_source_is_one_point(reference):
    review = BY_REFERENCE[reference]
    assert (len(review["learning"]), len(review["recommendations"])) == POINTS[reference]


def test_no_point_is_said_twice():
    said = [point["text"].casefold() for review in REVIEWS for point in points(review)]
    assert len(set(said)) == 60 == len(said)


@pytest.mark.parametrize("reference", FACTS)
def test_facts(reference):
    review = BY_REFERENCE[reference]
    (child,) = review["children"]
    assert FACTS[reference] == (
        *(review["title"], review["type"], review["nation"], review["incident"]),
        *(child["age"], child["age_text"], child["sex"], review["outcome"], review["harms"]),
    )


@pytest.mark.parametrize("reference", POINTS)
def test_nothing_unknown_is_filled_in(reference):
    review = BY_REFERENCE[reference]
    assert set(review) == FIELDS
    assert review["added"] == "2023-05"
    assert (review["partnership"], review["published"], review["keywords"]) == (None, None, [])
    assert (review["anonymous"], review["illustrative"]) == (False, False)


@pytest.mark.parametrize("reference", DOCUMENTS)
def test_documents_are_named_and_have_no_link(reference):
    label, kind = DOCUMENTS[reference]
    assert BY_REFERENCE[reference]["documents"] == [{"label": label, "kind": kind, "url": None}]


@pytest.mark.parametrize("reference", POINTS)
def test_every_term_is_in_its_vocabulary(reference, slugs):
    review = BY_REFERENCE[reference]
    assert review["type"] in slugs["types"]
    assert review["outcome"] in slugs["outcomes"]
    assert set(review["harms"]) <= slugs["harms"]
    assert set(review["themes"]) <= slugs["themes"]
    assert set(review["agencies"]) <= slugs["agencies"]
    assert {document["kind"] for document in review["documents"]} <= slugs["document_kinds"]


@pytest.mark.parametrize("reference", POINTS)
def test_terms_of_points_are_terms_of_their_review(reference):
    review = BY_REFERENCE[reference]
    for point in points(review):
        assert 1 <= len(point["themes"]) <= 4, point["text"]
        assert set(point["themes"]) <= set(review["themes"]), point["text"]
        assert set(addressees(point)) <= set(review["agencies"]), point["text"]


@pytest.mark.parametrize("reference", POINTS)
def test_no_term_is_given_twice(reference):
    review = BY_REFERENCE[reference]
    lists = [review["themes"], review["agencies"], review["harms"]]
    for point in points(review):
        lists += [point["themes"], addressees(point)]
    for terms in lists:
        assert len(terms) == len(set(terms)), terms


@pytest.mark.parametrize("reference", POINTS)
def test_texts_are_present_and_well_set(reference):
    for text in texts(BY_REFERENCE[reference]):
        assert text == text.strip() != ""
        assert not re.search(r"['\"`]", text), text
        assert "  " not in text, text
        assert not re.search(r"https?:|www\.", text), text


@pytest.mark.parametrize("reference", POINTS)
def test_points_are_one_or_two_finished_sentences(reference):
    for point in points(BY_REFERENCE[reference]):
        assert re.match(r"[A-Z]", point["text"]), point["text"]
        assert point["text"][-1] in ".?", point["text"]
        assert len(re.findall(r"[.?](?:\s|$)", point["text"])) <= 2, point["text"]


@pytest.mark.parametrize("reference", POINTS)
def test_headline_puts_the_child_first_and_leaves_the_title_out(reference):
    review = BY_REFERENCE[reference]
    assert re.match(r"an? (girl|boy|baby) of \d+", review["headline"])
    assert review["title"] not in review["headline"]
    assert "\n" not in review["headline"]


@pytest.mark.parametrize("reference", POINTS)
def test_notes_are_short(reference):
    review = BY_REFERENCE[reference]
    assert re.fullmatch(r"This review describes [^.]+\.", review["content_note"])
    assert len(review["content_note"]) <= 200
    assert len(review["incident_note"].split()) < 12


@pytest.mark.parametrize("reference", POINTS)
def test_summary_is_two_to_four_paragraphs(reference):
    assert 2 <= len(BY_REFERENCE[reference]["summary"].split("\n\n")) <= 4


def test_an_intention_stays_an_intention():
    review = BY_REFERENCE["CR-2023-0001"]
    for said in (review["summary"], review["incident_note"], review["content_note"]):
        assert re.search(r"said (that )?she meant|saying she meant", said)
    assert not re.search(r"suicide|attempt|overdose|died|death|was exploited", account(review))


def test_a_suspicion_stays_a_suspicion():
    review = BY_REFERENCE["CR-2023-0002"]
    for said in (review["headline"], review["incident_note"], review["content_note"]):
        assert "suspected" in said.lower()
    assert "suspected" in review["summary"].split("\n\n")[0]


def test_an_admission_stays_an_admission():
    review = BY_REFERENCE["CR-2023-0003"]
    for said in (review["headline"], review["incident_note"], review["content_note"]):
        assert "mother admitted" in said
    assert not re.search(r"murder|manslaughter|convict|guilty|killed", account(review))


def test_a_cause_that_is_not_given_is_not_supplied():
    words = r"non-accidental|abus|shak|assault|inflicted|kill"
    assert not re.search(words, account(BY_REFERENCE["CR-2023-0004"]))


def test_a_joint_list_is_said_to_be_joint():
    summary = BY_REFERENCE["CR-2023-0006"]["summary"]
    assert "The source gives learning and recommendations together" in summary
