"""The items of a list, however they are set apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.intake.items import cleaned, listed
from reviews.intake.proposal import Span

LISTS = {
    "semicolons": ("ask the child; write it down.", ["ask the child", "write it down"]),
    "and before the last": ("ask; write; and tell.", ["ask", "write", "tell"]),
    "and in the middle": ("ask; and write; or tell; read.", ["ask", "write", "tell", "read"]),
    "and after a comma": ("ask; write; and, tell.", ["ask", "write", "tell"]),
    "and or": ("ask; and/or write.", ["ask", "and/or write"]),
    "a word like and": ("ask; android phones.", ["ask", "android phones"]),
    "an and that the first begins with": ("and so it was; ask.", ["and so it was", "ask"]),
    "commas, colons, abbreviations": (
        "ask, e.g. about men: who, when; see Dr. B. at home, i.e. alone; no. 3, etc.",
        ["ask, e.g. about men: who, when", "see Dr. B. at home, i.e. alone", "no. 3, etc."],
    ),
    "brackets": (
        "train staff (police; health [GPs; nurses]); ask",
        ["train staff (police; health [GPs; nurses])", "ask"],
    ),
    "brackets that don't close": ("train staff (police; ask", ["train staff (police", "ask"]),
    "quotation marks": (
        'say “hello; goodbye”; write "one; two"; ask ‘who; where’; tell',
        ["say “hello; goodbye”", 'write "one; two"', "ask ‘who; where’", "tell"],
    ),
    "straight quotes and apostrophes": (
        "words such as 'doing well; fine' mislead; parents' views; babies' health; the child's day",
        [
            "words such as 'doing well; fine' mislead",
            "parents' views",
            "babies' health",
            "the child's day",
        ],
    ),
    "a quotation mark that doesn't close": ('the "toxic trio; ask', ['the "toxic trio', "ask"]),
    "a number alone": ("ask; write.\n7. ", ["ask", "write"]),
    "empty items": ("ask;; write; ;", ["ask", "write"]),
    "a page break": (
        "revise guidance and\n\ntraining; ask",
        ["revise guidance and training", "ask"],
    ),
    "line ends": ("ask the\nchild; write it\ndown", ["ask the child", "write it down"]),
    "a line each with semicolons": ("ask;\nwrite; and\ntell.", ["ask", "write", "tell"]),
    "hyphens at line ends": (
        "multi-\nagency work; safe-\nguarding; follow-\n\nup; 3-\nyear-olds",
        ["multi-agency work", "safeguarding", "follow-up", "3-year-olds"],
    ),
    "soft hyphens": ("safe\u00ad\nguarding; ask", ["safeguarding", "ask"]),
    "bullets": (
        "• Ask about men in\nthe home\n• Write it down;\n• Tell",
        ["Ask about men in the home", "Write it down", "Tell"],
    ),
    "dashes": ("- Ask; then wait\n- Write", ["Ask; then wait", "Write"]),
    "bullets in a paragraph": ("• Ask • Write it down • Tell", ["Ask", "Write it down", "Tell"]),
    "numbers": ("1. Ask.\n2. Write at 3.5 months.\n10. Tell.", None),
    "numbers that count": (
        "1. Ask in\n2013. Nobody did.\n2. Write.",
        ["Ask in 2013. Nobody did.", "Write."],
    ),
    "numbers in a paragraph": ("1) Ask 2) Write it down 3) Tell", ["Ask", "Write it down", "Tell"]),
    "letters in brackets": ("(a) ask; (b) write; (c) tell", ["ask", "write", "tell"]),
    "the list's full stop": (
        "(1) nobody saw; (2) the plan drifted.",
        ["nobody saw", "the plan drifted"],
    ),
    "roman numbers in a paragraph": ("(i) ask (ii) write (iii) tell", ["ask", "write", "tell"]),
    "a letter and a full stop": (
        "tell A; B. was not told; c. Nobody asked",
        ["tell A", "B. was not told", "c. Nobody asked"],
    ),
    "roman numbers": ("i) ask; ii) write; and iii) tell", ["ask", "write", "tell"]),
    "recommendations by number": (
        "Recommendation 1: Ask.\nRecommendation 2: Write.",
        ["Ask.", "Write."],
    ),
    "a line each": ("Ask the child.\nWrite it down.", ["Ask the child.", "Write it down."]),
    "a line each without full stops": ("Ask the child\nWrite it down", None),
    "a sentence on two lines": (
        "Ask the child\nand write it down.",
        ["Ask the child and write it down"],
    ),
    "a name at the start of a line": ("Work with\nNHS England.", ["Work with NHS England"]),
    "sentences": ("Ask. There was no plan.", ["Ask. There was no plan."]),
    "commas alone": ("poor supervision, neglect", ["poor supervision, neglect"]),
    "bold type": ("**Ask** the child; write", ["Ask the child", "write"]),
    "links": ("read [the guide](https://a.b/c); ask", ["read the guide", "ask"]),
    "a semicolon at the end alone": ("ask the child, then write;", ["ask the child, then write"]),
    "other scripts": ("• تحدث مع الطفل\n• Gofynnwch i’r plentyn", None),
    "nothing": (" \n ;\n", []),
}


def items(text):
    return [item.text for item in listed(text, Span(0, len(text))).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*pair, id=name) for name, pair in LISTS.items() if pair[1] is not None],
)
def test_items(text, expected):
    assert items(text) == expected


def test_a_line_before_the_bullets_is_of_the_first():
    assert items("The board should:\n- audit\n- train") == ["The board should: audit", "train"]


def test_items_on_lines_of_their_own():
    assert items(LISTS["numbers"][0]) == ["Ask.", "Write at 3.5 months.", "Tell."]
    assert items("Ask the child\nWrite it down") == ["Ask the child", "Write it down"]
    assert items(LISTS["other scripts"][0]) == ["تحدث مع الطفل", "Gofynnwch i’r plentyn"]


@pytest.mark.parametrize(
    "text",
    [
        "poor information sharing, lack of supervision, and failure to see the child",
        "communication between health, police and schools",
        "train midwives, nurses and doctors",
    ],
)
def test_commas_alone_divide_nothing(text):
    assert items(text + ".") == [text]


AUDIENCES = {
    "until the next": (
        "LA1 partnership: review the pathway; share it; LA2 partnership: train; both partnerships:"
        " ask; police: act.",
        [
            ("LA1 partnership", "review the pathway"),
            ("LA1 partnership", "share it"),
            ("LA2 partnership", "train"),
            ("both partnerships", "ask"),
            ("police", "act"),
        ],
    ),
    "only from the second on": ("ask; for schools: write.", [("", "ask"), ("schools", "write")]),
    "with and": ("and the police: ask; write", [("the police", "ask"), ("the police", "write")]),
    "in sentences": (
        "For the board: ask; write. For Northmere Police: tell.",
        [("the board", "ask"), ("the board", "write"), ("Northmere Police", "tell")],
    ),
    "on lines": (
        "Health: Ask.\nChildren's social care: Write.",
        [("Health", "Ask."), ("Children's social care", "Write.")],
    ),
    "over two lines": (
        "LA1 partnership: review; both\npartnerships: ask; LA2\npartnership: train",
        [("LA1 partnership", "review"), ("both partnerships", "ask"), ("LA2 partnership", "train")],
    ),
    "with acronyms": (
        "NHS England: ask; the Safeguarding Children Partnership (SCP): write",
        [("NHS England", "ask"), ("the Safeguarding Children Partnership (SCP)", "write")],
    ),
    "no audience": (
        "three things: a, b; ask, e.g.: who; mental health: assess it; early help: offer it; share"
        " findings with partner agencies: they wait; information sharing: ask;"
        " questions for the partnership: who",
        [
            ("", "three things: a, b"),
            ("", "ask, e.g.: who"),
            ("", "mental health: assess it"),
            ("", "early help: offer it"),
            ("", "share findings with partner agencies: they wait"),
            ("", "information sharing: ask"),
            ("", "questions for the partnership: who"),
        ],
    ),
    "a thing to do": (
        "Ensure partner agencies: ask; Remind schools: write",
        [("", "Ensure partner agencies: ask"), ("", "Remind schools: write")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), AUDIENCES.values(), ids=AUDIENCES)
def test_audiences(text, expected):
    found = listed(text, Span(0, len(text))).items
    assert [(item.audience, item.text) for item in found] == expected


@pytest.mark.parametrize("pair", [pair for pair in LISTS.values() if pair[1]])
def test_places_are_those_of_the_words(pair):
    text = "before; " + pair[0] + " after"
    span = Span(8, 8 + len(pair[0]))
    for item in listed(text, span).items:
        assert item.text == cleaned(item.span.of(text))
        assert span.start <= item.span.start < item.span.end <= span.end


@settings(deadline=None)
@given(st.lists(st.sampled_from(["ask, then wait", "see (a; b)", "Dr. B. was told"]), min_size=2))
def test_what_is_joined_comes_apart_again(expected):
    assert items("; ".join(expected)) == expected
    assert items("\n".join(f"- {item}" for item in expected)) == expected


@settings(deadline=None)
@given(st.text(alphabet="aé .;,:()[]“”\"'‘’-\n1•*", max_size=80))
def test_no_word_is_lost(text):
    found = items(text)
    letters = [char for char in text if char == "é"]
    assert [char for item in found for char in item if char == "é"] == letters
