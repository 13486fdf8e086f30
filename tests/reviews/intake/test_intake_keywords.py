"""Keywords of an entry, labelled or not, and the terms of the vocabularies they stand for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.intake.items import cleaned
from reviews.intake.keywords import Labels, keywords_in, terms_for, warnings_of
from reviews.intake.lexicon import bundled
from reviews.intake.proposal import Span
from reviews.intake.sections import divide
from reviews.phrases import Term

LABELLED = {
    "commas and a full stop": (
        "Keywords: partner relations, family violence, separation.",
        ["partner relations", "family violence", "separation"],
    ),
    "semicolons": ("Keywords: rape; grooming; care", ["rape", "grooming", "care"]),
    "bars": ("Key words: rape | grooming", ["rape", "grooming"]),
    "several lines": (
        "Keywords: rape, child sexual\nexploitation, grooming,\nparents with\nill health.",
        ["rape", "child sexual exploitation", "grooming", "parents with ill health"],
    ),
    "a line each": ("Keywords:\nrape\nchild neglect\n", ["rape", "child neglect"]),
    "bullets": ("Keywords:\n- rape\n- child neglect\n", ["rape", "child neglect"]),
    "brackets": (
        "Subjects: separation [marital, legal], drugs (heroin, other), Child's voice",
        ["separation [marital, legal]", "drugs (heroin, other)", "Child's voice"],
    ),
    "an open bracket": ("Keywords: rape, separation [m", ["rape", "separation [m"]),
    "one": ("Keywords: suicide", ["suicide"]),
    "hyphens": ("Keywords: pre-birth risk assessments, self-harm", None),
    "bold": ("**Keywords**: rape, grooming", ["rape", "grooming"]),
    "without a colon": ("Keywords - rape, grooming", ["rape", "grooming"]),
}
UNLABELLED = {
    "a line": "Child sexual exploitation, assessment, ethnic groups.",
    "without a full stop": "Substance misuse, pre-birth risk assessments, unknown men",
    "two": "Suicide, self-harm.",
    "one": "Neglect.",
    "acronyms": "Neglect, ADHD, Asperger's syndrome, Irish families",
}
NO_KEYWORDS = [
    "The school, the GP and the police were told.",
    "He had missed school, clinics and contact with his father.",
    "Mother, father and siblings were known to services.",
    "Death, in 2009, by hanging, which was not expected.",
    "Care order made.",
    "Mother moved house, changed her name, left school and was not seen again by anybody.",
]


def values(text):
    return [word.value for word in divide(text, Span(0, len(text))).keywords]


@pytest.mark.parametrize("before", ["", "A boy died.\nLearning: ask; write.\n"])
@pytest.mark.parametrize(("text", "expected"), LABELLED.values(), ids=LABELLED)
def test_labelled(before, text, expected):
    found = divide(before + text, Span(0, len(before + text)))
    assert [word.value for word in found.keywords] == (
        expected or ["pre-birth risk assessments", "self-harm"]
    )
    assert found.keywords_labelled
    assert all(word.confidence > 0.9 for word in found.keywords)
    assert "keywords-unlabelled" not in {warning.code for warning in found.warnings}


@pytest.mark.parametrize("before", ["A boy died.\n", "A boy died.\nMakes recommendations for x.\n"])
@pytest.mark.parametrize("line", UNLABELLED.values(), ids=UNLABELLED)
@pytest.mark.parametrize("after", ["", "\nRead the overview report", "\n\n"])
def test_unlabelled(before, line, after):
    text = before + line + after
    found = divide(text, Span(0, len(text)))
    assert [word.value for word in found.keywords] == line.rstrip(".").split(", ")
    assert not found.keywords_labelled
    assert all(word.confidence <= 0.7 for word in found.keywords)
    assert ("keywords", "keywords-unlabelled") in {(w.field, w.code) for w in found.warnings}


@pytest.mark.parametrize("between", [" ", "", "\n"])
def test_unlabelled_after_the_last_sentence(between):
    words = "Suicide, self-harm, schools."
    text = f"A boy died. Makes recommendations that staff are told.{between}{words}"
    assert values(text) == ["Suicide", "self-harm", "schools"]
    (section,) = divide(text, Span(0, len(text))).sections
    assert [item.text for item in section.items] == ["staff are told"]


@pytest.mark.parametrize("line", NO_KEYWORDS)
def test_sentences_are_no_keywords(line):
    assert values(f"A boy died.\n{line}") == []
    assert values(f"A boy died. {line}") == []


def test_the_last_of_several_lines_is_no_keyword():
    text = "A boy died.\nLearning:\n1. Records\nWrite.\n2. Voices\nListen, ask."
    assert values(text) == []


@settings(deadline=None)
@given(st.text(alphabet="ab ,;.[]()|\n-•", max_size=60))
def test_places_are_those_of_the_words(text):
    for word in keywords_in(text, Span(0, len(text))):
        assert word.value == cleaned(word.span.of(text))


TERMS = [
    Term("theme", "neglect", "Neglect", ("child neglect",)),
    Term("harm", "neglect", "Neglect", ("neglected child",)),
    Term("theme", "compliance", "Disguised compliance", ("false compliance",)),
    Term("theme", "separation", "Parental separation", ("separation",)),
    Term("theme", "sleep", "Safer sleep", ("co-sleeping",)),
    Term("harm", "fii", "Fabricated or induced illness", ("FII",)),
    Term("theme", "men", "Unseen men", ("unknown men", "hidden men")),
]


@pytest.fixture(scope="module")
def labels():
    return Labels(TERMS)


@pytest.mark.parametrize(
    ("keyword", "slugs"),
    [
        ("Neglect", ["neglect", "neglect"]),
        ("child neglect", ["neglect"]),
        ("Unknown Men", ["men"]),
        ("fabricated or induced illnesses", ["fii"]),
        ("fii", ["fii"]),
        ("FII", ["fii"]),
        ("co-sleeping", ["sleep"]),
        ("co sleeping", ["sleep"]),
        ("separation [marital]", ["separation"]),
        ("separation [m", ["separation"]),
        ("cosleepers", []),
        ("poverty", []),
        ("", []),
        ("[", []),
    ],
)
def test_terms_by_label_and_synonym(labels, keyword, slugs):
    (found,) = terms_for([keyword], labels)
    assert [term.slug for term in found.terms] == slugs
    assert found.keyword == keyword


@pytest.mark.parametrize(
    ("keyword", "proposed"),
    [
        ("discguised compliance", "disguised compliance"),
        ("disguised complience", "disguised compliance"),
        ("fabricated or induced ilness", "fabricated or induced illness"),
        ("seperation", "separation"),
        ("disguised compliance", ""),
        ("preparation", ""),
        ("hidden mem", ""),
        ("physical compliance", ""),
    ],
)
def test_misspellings_are_proposed_and_nothing_is_changed(labels, keyword, proposed):
    found = labels.meaning(keyword)
    assert (found.keyword, found.proposed) == (keyword, proposed)
    assert bool(found.terms) == (keyword == "disguised compliance")


def test_a_misspelling_is_told(labels):
    (warning,) = warnings_of(terms_for(["poverty", "discguised compliance"], labels))
    assert (warning.field, warning.code) == ("keywords", "keyword-misspelt")
    assert warning.text == "“discguised compliance” may be meant for “disguised compliance”."


def test_with_the_vocabularies_of_the_project():
    held = bundled()
    labels = Labels([*held.of("theme"), *held.of("harm"), *held.of("agency")])
    found = {m.keyword: m for m in terms_for(REAL, labels)}
    assert {word for word in REAL if found[word].proposed} == {"discguised compliance"}
    assert sum(bool(found[word].terms) for word in REAL) >= 12


REAL = [
    *("child sexual exploitation", "assessment", "ethnic groups", "professional curiosity"),
    *("fabricated or induced illness", "discguised compliance", "general practitioners"),
    *("parents with mental health problems", "filicide", "family violence", "emotional abuse"),
    *("exclusion orders", "grooming", "homeless adolescents", "parenting capacity", "rape"),
    *("children with chronic illnesses", "health services", "substance misuse", "unknown men"),
    *("pre-birth risk assessments", "suicide", "self-harm", "young offenders", "infant deaths"),
    *("physical abuse", "child neglect", "voice of the child", "residence orders"),
]


def test_two_hundred_entries_take_no_time(labels):
    import time

    started = time.process_time()
    terms_for([f"discguised complianc{n}" for n in range(1000)], labels)
    assert time.process_time() - started < 1
