"""An entry divided into what happened, background, method, lists, keywords and links."""

import re
import textwrap
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviews.intake.leads import leads
from reviews.intake.proposal import Span
from reviews.intake.sections import divide

# A lead-in, the kind of list it begins and whom that is for.
LEADS = [
    ("Learning:", "learning", ""),
    ("Learning includes:", "learning", ""),
    ("Learning include:", "learning", ""),
    ("Learning included:", "learning", ""),
    ("Learning themes include:", "learning", ""),
    ("Learning focuses on:", "learning", ""),
    ("Learning points include:", "learning", ""),
    ("Learning points identified:", "learning", ""),
    ("Learning was identified in relation to:", "learning", ""),
    ("Key learning:", "learning", ""),
    ("Key learning points:", "learning", ""),
    ("Key themes include:", "learning", ""),
    ("Lessons learned:", "learning", ""),
    ("Lessons learnt include:", "learning", ""),
    ("Lessons to be learned include:", "learning", ""),
    ("Findings include:", "learning", ""),
    ("Key findings were:", "learning", ""),
    ("Identified learning includes", "learning", ""),
    ("Areas for improvement include:", "learning", ""),
    ("Learning from this review includes:", "learning", ""),
    ("Learning for practitioners includes:", "learning", "practitioners"),
    ("Learning and recommendations include:", "both", ""),
    ("Findings & recommendations:", "both", ""),
    ("Key issues:", "key-issues", ""),
    ("Key issues: include:", "key-issues", ""),
    ("Issues identified include:", "key-issues", ""),
    ("Identifies issues including:", "key-issues", ""),
    ("Recommendations:", "recommendations", ""),
    ("Recommendations: include:", "recommendations", ""),
    ("Recommendations: are made around", "recommendations", ""),
    ("Recommendations to the partnership include:", "recommendations", "the partnership"),
    ("Recommendations for health agencies include:", "recommendations", "health agencies"),
    ("Recommendations made to the board were:", "recommendations", "the board"),
    ("Recommendations are made for", "recommendations", ""),
    ("Seven recommendations are made, including:", "recommendations", ""),
    ("Makes recommendations that", "recommendations", ""),
    ("Makes recommendations for", "recommendations", ""),
    ("Makes a number of recommendations including:", "recommendations", ""),
    ("The review makes seven recommendations including:", "recommendations", ""),
    ("Recommends that", "recommendations", ""),
    ("Recommends:", "recommendations", ""),
    ("It is recommended that", "recommendations", ""),
    ("Key learning includes the following:", "learning", ""),
    ("Learning focuses on the following areas:", "learning", ""),
    ("Learning in relation to:", "learning", ""),
    ("Implications for practice include:", "learning", ""),
    ("What was learned:", "learning", ""),
    ("Key findings were as follows:", "learning", ""),
    ("Recommendations (7):", "recommendations", ""),
    ("Recommendations around:", "recommendations", ""),
    ("Recommendations are made to the board, which include:", "recommendations", "the board"),
    ("The review identifies the following key lessons:", "learning", ""),
    ("It makes the following recommendations to the LSCB:", "recommendations", "the LSCB"),
    ("The panel made seven recommendations, including that:", "recommendations", ""),
    ("Learning is grouped under the following themes:", "learning", ""),
    ("Findings:", "learning", ""),
    ("Recommendations for all agencies to consider include:", "recommendations", "all agencies"),
    (
        "Recommendations: makes various inter-agency and LSCB recommendations covering:",
        "recommendations",
        "",
    ),
    ("Learning: key learning points include:", "learning", ""),
    ("Recommendations: Included:", "recommendations", ""),
    ("Includes recommendations for", "recommendations", ""),
    ("Outlines key lessons including:", "learning", ""),
    ("There were five key learning points:", "learning", ""),
    ("Summary of recommendations:", "recommendations", ""),
    ("Good practice:", "good-practice", ""),
    ("Good practice identified includes:", "good-practice", ""),
    ("**Learning:**", "learning", ""),
    ("*Learning*:", "learning", ""),
    ("**Recommendations** include:", "recommendations", ""),
    ("LEARNING:", "learning", ""),
    ("Learning :", "learning", ""),
    ("Learning::", "learning", ""),
]
# Sentences that use the words and begin no list.
SENTENCES = [
    "Learning from the review was shared with staff.",
    "The child had a learning disability and was known to services.",
    "Learning disability: a diagnosis was made at the age of four.",
    "Learning disability services saw the mother; the father; and an aunt.",
    "Learning difficulties were noted.",
    "The recommendations of an earlier review were not followed.",
    "Recommendations of an earlier review were not followed.",
    "Recommendations from the earlier review included a visit.",
    "Concerns included domestic abuse and neglect.",
    "Concerns about serious harm to three siblings due to suspected illness.",
    "Issues included parental drug use.",
    "Problems included debt and drinking.",
    "Early concerns included: bruising; missed visits.",
    "Findings of the post-mortem included: bleeding; old fractures.",
    "Conclusions of the inquest were: accident.",
    "A child protection conference recommended that he be moved.",
    "Identified as having learning difficulties in 2010, he left school.",
    "Method of suicide: hanging.",
    "Key issues for the family were debt and housing.",
    "Concerns were noted about bruising.",
    "Concerns were raised: nobody acted.",
    "Lessons were learned by the school.",
    "Recommendations were made by the court.",
    "Learning from serious case reviews had not been used.",
    "Practice focused on the mother.",
    "Made no disclosure to anybody.",
    "Key facts: he was four.",
    "Significant problems included debt; drinking.",
    "The school identified concerns about the child.",
    "The review found that nobody had seen the child.",
    "Key professionals were not told.",
    "The model of care was: good.",
    "Background checks were not made.",
    "No issues were identified at birth.",
    "No learning disability was known.",
    "Actions taken were not recorded.",
    "Case conferences were held.",
    "Recommended doses were exceeded.",
    "Good practice was not seen.",
    "The family included: a mother and two aunts.",
    "Learning from this included poor practice.",
    "Learning is embedded in the recommendations.",
    "The school read its Recommendations: nothing changed.",
    "Nobody asked (see Recommendations: 4) about it.",
    "Recommendations from the 2009 review had not been implemented.",
]
BEFORE = {
    "at the start": "",
    "on a line": "Death of a boy in 2013.\n",
    "after an empty line": "Death of a boy in 2013\n\n",
    "in a paragraph": "Death of a boy in 2013. ",
    "glued to a full stop": "Death of a boy in 2013.",
}


def body(text):
    return divide(text, Span(0, len(text)))


def texts(section):
    return [item.text for item in section.items]


def codes(found):
    return {(warning.field, warning.code) for warning in found.warnings}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize(("lead", "kind", "addressed"), LEADS)
def test_lead_ins(before, lead, kind, addressed):
    text = f"{before}{lead} ask the child; write it down."
    (section,) = body(text).sections
    assert (section.kind, section.addressed) == (kind, addressed)
    assert section.lead.of(text) == lead
    assert texts(section) == ["ask the child", "write it down"]
    assert body(text).opening.of(text) == before.strip()


@pytest.mark.parametrize("lead", ["Learning includes:", "Recommendations include:", "Key issues:"])
@pytest.mark.parametrize("before", ["in 2018", "seen by nobody ", "seen (at school)"])
def test_lead_ins_that_lost_what_was_before_them(lead, before):
    text = f"Death of a boy {before}{lead} ask; write."
    (section,) = body(text).sections
    assert section.lead.of(text) == lead and texts(section) == ["ask", "write"]


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_only_use_the_words(before, sentence):
    text = before + sentence
    assert [lead.span.of(text) for lead in leads(text, Span(0, len(text)))] == []


def test_what_others_recommended_is_told_and_no_list():
    assert body("A boy died. It was recommended that he be moved.").sections == ()
    assert body("A boy died. The report recommended that he move house.").sections == ()
    (section,) = body("A boy died. It was recommended that staff ask; that they write.").sections
    assert texts(section) == ["staff ask", "that they write"]


@pytest.mark.parametrize(
    "lead", ["Learning", "## Key issues", "**Recommendations**", "Recommendations for schools"]
)
@pytest.mark.parametrize("before", ["Death of a boy.\n", "Learning points:\n- safer sleep\n"])
def test_headings(before, lead):
    text = f"{before}{lead}\n- ask the child\n- write it down\n"
    found = body(text)
    assert texts(found.sections[-1]) == ["ask the child", "write it down"]
    assert len(found.sections) == 1 + before.count("points")


@pytest.mark.parametrize("lead", ["Learning - ", "Learning – ", "Key issues — "])
def test_a_dash_for_a_colon(lead):
    assert texts(body(f"Death of a boy.\n{lead}ask; write.").sections[0]) == ["ask", "write"]


def test_a_dash_in_the_middle_of_a_paragraph():
    found = body("A boy died. Learning – ask who was there; write.")
    assert texts(found.sections[0]) == ["ask who was there", "write"]
    assert ("learning", "lead-in-text") in codes(found)
    assert body("A boy died. Learning – late as it was – was shared.").sections == ()


def test_a_heading_above_numbers():
    text = "A boy died.\nLearning Points\n1. Curiosity\nStaff should ask.\n2. Records\nWrite.\n"
    assert texts(body(text).sections[0]) == ["Curiosity Staff should ask.", "Records Write."]


def test_a_list_without_a_colon_says_so():
    found = body("Death of a boy.\nRecommendations ensure staff are trained; review the plan.")
    assert texts(found.sections[0]) == ["ensure staff are trained", "review the plan"]
    assert ("recommendations", "lead-without-colon") in codes(found)


@pytest.mark.parametrize("lead", ["Learning.", "Key issues;", "Learning include;"])
def test_another_mark_for_a_colon_says_so(lead):
    found = body(f"Death of a boy.\n{lead} Ask the child; write it down.")
    assert texts(found.sections[0]) == ["Ask the child", "write it down"]
    assert not found.sections[0].is_sure
    assert ("learning", "lead-without-colon") in codes(found)


def test_these_are_what_the_sentence_before_speaks_of():
    found = body("Death of a boy. The review has six findings. These include: debt; and housing.")
    assert [(s.kind, texts(s)) for s in found.sections] == [("learning", ["debt", "housing"])]
    assert ("learning", "lead-lost") in codes(found)
    text = "Neglect. Learning: a; b. There are 12 recommendations for schools. These cover: c; d."
    first, second = body(text).sections
    assert (texts(first), second.kind, texts(second)) == (["a", "b"], "recommendations", ["c", "d"])
    assert body("His needs were many. These included: debt; and housing.").sections == ()


def test_a_lead_in_that_lost_its_noun():
    found = body("Two babies were hurt.\nincludes: ask fathers; ask mothers.\ninclude: train.")
    assert [section.kind for section in found.sections] == ["learning", "recommendations"]
    assert not found.sections[0].is_sure
    assert {("learning", "lead-lost"), ("recommendations", "lead-lost")} <= codes(found)


def test_several_lists_of_recommendations():
    text = (
        "Death of a boy. Recommendations for the police include: ask. Recommendations for health"
        " include: write; tell."
    )
    found = body(text).sections
    assert [(s.addressed, texts(s)) for s in found] == [
        ("the police", ["ask"]),
        ("health", ["write", "tell"]),
    ]


def test_numbered_recommendations_are_one_list():
    text = "Death.\nRecommendation 1: Ask the child.\nRecommendation 2: Write it down; tell her.\n"
    (section,) = body(text).sections
    assert texts(section) == ["Ask the child.", "Write it down; tell her."]


@pytest.mark.parametrize(
    "none",
    [
        "Makes no recommendations.",
        "No recommendations were made.",
        "There are no recommendations.",
        "Recommendations: none.",
        "Recommendations: None identified",
        "Recommendations: N/A",
    ],
)
def test_none_is_no_item(none):
    found = body(f"Death of a boy in 2013.\n{none}\nKeywords: suicide, schools, police.")
    assert [(s.kind, s.items) for s in found.sections] == [("recommendations", ())]
    assert ("recommendations", "none-made") in codes(found)
    assert found.leftovers == ()


def test_a_lead_in_that_nothing_follows():
    found = body("Death of a boy.\nLearning:\nRecommendations: ask the child.\n")
    assert [texts(section) for section in found.sections] == [[], ["ask the child"]]
    assert ("learning", "empty-list") in codes(found)


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ("neglect, poor recording, and no supervision.", "comma-list"),
        ("Staff should ask. They did not. " + "Nobody saw the boy. " * 9, "one-item"),
        ("Staff should ask.\nStaff should write.", "line-items"),
        ("\nThe board should:\n- ask\n- write", "before-items"),
    ],
)
def test_lists_that_may_be_divided_otherwise_say_so(listed, code):
    found = body(f"A boy died.\nLearning: {listed}\nKeywords: schools")
    assert ("learning", code) in codes(found)
    assert all(item.confidence <= 0.65 for item in found.sections[0].items)


def test_what_the_review_found_is_learning_if_it_is_a_list():
    found = body("A boy died. The review found: poor records; no visits.")
    assert [(s.kind, texts(s)) for s in found.sections] == [
        ("learning", ["poor records", "no visits"])
    ]
    assert ("learning", "lead-in-text") in codes(found)
    assert body("A boy died. The review found: nobody had seen him.").sections == ()


def test_a_verb_alone_is_no_item():
    assert [texts(section) for section in body("A boy died.\nKey issues: include").sections] == [[]]


def test_everything_in_one_paragraph():
    text = (
        "Sexual abuse of a girl in 2013. Background: neglect was known. Learning includes: ask; use"
        " an interpreter; and record it. Recommendations include: train staff. Model: uses the SILP"
        " model. Keywords: rape, grooming. Read the overview report"
    )
    found = body(text)
    assert found.opening.of(text) == "Sexual abuse of a girl in 2013."
    assert [part.of(text) for part in found.background] == ["neglect was known."]
    assert found.method and found.method.value == "uses the SILP model."
    assert [texts(s) for s in found.sections] == [
        ["ask", "use an interpreter", "record it"],
        ["train staff"],
    ]
    assert [word.value for word in found.keywords] == ["rape", "grooming"]
    assert [link.label for link in found.links] == ["Overview report"]
    assert not found.is_cut and found.leftovers == ()


@pytest.mark.parametrize(
    "line",
    ["Uses the SCIE Learning Together model.", "The review was conducted using a systems approach"],
)
def test_a_method_without_a_label(line):
    found = body(f"A boy died.\nRecommendations include: ask; write.\n{line}\nKeywords: schools")
    assert found.method and (found.method.value, found.method.confidence) == (line, 0.7)
    assert texts(found.sections[0]) == ["ask", "write"]
    assert found.leftovers == ()


def test_a_summary_is_what_happened():
    text = "Summary: A boy died.\nBackground: He was known.\nLearning: ask."
    assert body(text).opening.of(text) == "A boy died."


def test_what_stands_after_the_end_is_left_over():
    text = (
        "A boy died.\nRecommendations: ask; write.\n\nThe library is closed in May.\n\n"
        "[Read the review](https://example.org/a)\nBack to top"
    )
    found = body(text)
    assert [part.of(text) for part in found.leftovers] == [
        "The library is closed in May.",
        "Back to top",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A boy died.\nLearning: ask; write; and", "in the middle"),
        ("A boy died.\nLearning: ask; write,", "in the middle"),
        ("A boy died.\nLearning: ask; write it down and tell the", "in the middle"),
        ("A boy died.\nLearning: ask; write it do", "full stop"),
        ("A boy died.\nLearning: ask; write...", "dots"),
        ("A boy died.\nLearning: ask; write […]", "dots"),
        ("A boy died.\nLearning: ask; write (for example", "bracket"),
        ("A boy died.\nLearning: ask.\nRecommendations include:", "in the middle"),
        ("A boy died.\nKey issues: include", "full stop"),
        ("A boy died.\nLearning: ask.\nKeywords: rape, separation [m", "bracket"),
        ("A boy died.\nLearning: ask.\nKeywords: rape, separation [m\nRead the report", "bracket"),
        ("A boy died.\nLearning: ask.\nKeywords: rape, grooming,", "in the middle"),
        ("A boy died after he was", "full stop"),
        ("  ", "nothing"),
    ],
)
def test_entries_that_stop_in_the_middle(text, why):
    found = body(text)
    assert found.is_cut and why in found.cut_why


@pytest.mark.parametrize(
    "text",
    [
        "A boy died.",
        "A boy died.\nLearning: ask; write.",
        "A boy died.\nLearning: ask; write.\n\nContact us on 0800 000",
        "A boy died.\nLearning: ask; write (for example).",
        "A boy died.\nLearning:\n- ask\n- write\n- tell",
        "A boy died.\nLearning:\n- ask\n- write",
        "A boy died.\nLearning: ask; write\nKeywords: rape, grooming",
        "A boy died.\nLearning: ask; write\nRead the overview report",
        "A boy died.\nMakes recommendations for guidance.\nSuicide, self-harm, schools",
    ],
)
def test_entries_that_come_to_their_end(text):
    assert not body(text).is_cut


ENTRIES = [
    "Death of a boy in 2013 at home.\nBackground: the family had moved three times that year.\n"
    "Learning includes: nobody asked who, apart from the mother, cared for him; the plan (agreed in"
    " March; never signed) was not kept; and visits were missed.\nRecommendations to the board"
    " include: LA1 partnership: train health visitors, e.g. in weighing; both partnerships: audit"
    " files.\nModel: uses the SILP model of review.\nKeywords: child neglect, infant deaths,"
    " parents with learning difficulties.\nRead the overview report",
    "Neglect of two girls in 2019.\n\nKey issues: include: the school was not told of a move;"
    " visits were announced.\n\nRecommendations: none.\n\nOther resources"
    " [Read practice review \\(PDF\\)](#)",
]


def reading(text):
    found = body(text)
    lists = [
        (s.kind, s.addressed, [(item.audience, item.text) for item in s.items])
        for s in found.sections
    ]
    words = [word.value for word in found.keywords]
    links = [(link.label, link.url) for link in found.links]
    opening = " ".join(found.opening.of(text).split())
    return lists, words, links, found.method and found.method.value, opening, found.is_cut


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("width", [40, 60, 72, 90])
def test_lines_may_break_anywhere(entry, width):
    wrapped = "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in entry.split("\n")
    )
    assert reading(wrapped) == reading(entry)


@pytest.mark.parametrize("entry", ENTRIES)
def test_pages_may_break_anywhere(entry):
    places = [m.start() for m in re.finditer("(?<=[a-z,]) (?=[a-z])", entry)]
    assert len(places) > 15
    for place in places:
        broken = f"{entry[:place]}\n\n{entry[place + 1 :]}"
        assert reading(broken) == reading(entry), entry[place - 20 : place + 20]


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("between", ["", " ", "\n\n"])
def test_line_breaks_between_the_parts_may_be_lost(entry, between):
    assert reading(re.sub(r"\n+", between, entry)) == reading(entry)


PIECES = st.sampled_from(
    [
        *(lead for lead, _, _ in LEADS),
        *SENTENCES,
        *("Keywords:", "Model:", "Background:", "Summary:", "Other resources", "includes:"),
        *("[Read review \\(PDF\\)](#)", "Read the overview report", "https://example.org/a.pdf"),
        *(
            "ask the child",
            "; and ",
            ";",
            ", ",
            ". ",
            "\n",
            "\n\n",
            " ",
            "- ",
            "1. ",
            "•",
            "(",
            "]",
        ),
        *(
            "“",
            "'",
            "police: ",
            "LA1 partnership: ",
            "a, b, c.",
            "separation [m",
            "**",
            "…",
            "None",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=24).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
@example("Learning 1: a\nLearning 2: b", 0, 0)
@example("Read the report and the summary.", 0, 0)
def test_every_character_is_in_one_part(text, before, after):
    """Nothing is lost, nothing is twice, nothing is read outside of the entry."""
    whole = "x" * before + text + "y" * after
    span = Span(before, before + len(text))
    found = divide(whole, span)
    parts = [
        *(found.opening, *found.background, *found.labels, *found.leftovers),
        *([found.method.span] if found.method else []),
        *(section.lead for section in found.sections),
        *(section.body for section in found.sections),
        *([found.keywords_span] if found.keywords_span else []),
        *(link.span for link in found.links),
    ]
    times = [0] * len(whole)
    for part in parts:
        assert span.start <= part.start <= part.end <= span.end
        for place in range(part.start, part.end):
            times[place] += 1
    assert [
        (place, whole[place], times[place])
        for place in range(span.start, span.end)
        if not whole[place].isspace() and times[place] != 1
    ] == []
    for section in found.sections:
        for item in section.items:
            assert section.body.start <= item.span.start < item.span.end <= section.body.end
            assert item.text == " ".join(item.text.split()) and 0 < item.confidence <= 1
    for word in found.keywords:
        assert span.start <= word.span.start < word.span.end <= span.end


def test_two_hundred_entries_take_no_time():
    entry = "Death of a boy.\n" + "".join(
        f"{lead} ask the child who lives there, and say so; write it down; and tell her.\n"
        for lead in ("Learning includes:", "Recommendations include:")
    )
    started = time.process_time()
    for _ in range(200):
        body(entry + "Keywords: rape, grooming.\nRead the overview report")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "piece",
    [
        *("Learning ", "the ", "key ", "Recommendations to ", "includes: ", "Read the ", "review "),
        *(" ", "\n", "- ", ";", "(", "[", "'", "“", "**", "LA1 and ", "for the police: ", "1. a "),
        *("[a](#) ", "https://a.b/", "Other resources\n", "Keywords: a\n", "Learning and ", "\\("),
    ],
)
def test_hostile_lines_take_as_long_as_they_are(piece):
    text = "Learning includes: " + piece * (20_000 // len(piece))
    started = time.process_time()
    body(text)
    assert time.process_time() - started < 3
