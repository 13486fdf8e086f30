"""Lists as they are pasted from reviews and mails, and the items that they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.editing.pasting import split

LISTS = {
    "semicolons, and an and before the last": (
        "ask who lives in the home; share what is known, early; and write down what a child shows.",
        [
            "ask who lives in the home",
            "share what is known, early",
            "write down what a child shows.",
        ],
    ),
    "lines": (
        "Ask who lives in the home.\nShare what is known.\n\n",
        ["Ask who lives in the home.", "Share what is known."],
    ),
    "lines that end in semicolons": (
        "Agree a lead;\nAgree who visits; and\nSay how it will be known.",
        ["Agree a lead", "Agree who visits", "Say how it will be known."],
    ),
    "bullets whose lines a PDF has broken": (
        "• Ask about men in the\nhousehold, at every visit\n• Use an interpreter",
        ["Ask about men in the household, at every visit", "Use an interpreter"],
    ),
    "numbers": (
        "1. Agree a plan.\n2. Review it after 2.5 months, e.g. in May.\n10. Tell the family.",
        ["Agree a plan.", "Review it after 2.5 months, e.g. in May.", "Tell the family."],
    ),
    "numbers in brackets and letters": (
        "(1) Agree a plan\n(2) Tell the family:\n(a) in person\n(b) in writing",
        ["Agree a plan", "Tell the family:", "in person", "in writing"],
    ),
    "numbered paragraphs": (
        "1.1 Agree a plan.\n1.2 Tell the family.",
        ["Agree a plan.", "Tell the family."],
    ),
    "recommendations by name": (
        "Recommendation 1: Agree a plan.\nRecommendation 2: Tell the family.",
        ["Agree a plan.", "Tell the family."],
    ),
    "paragraphs with lines and semicolons of their own": (
        "Ask who lives there; it changes\nfrom week to week.\n\nUse an interpreter.",
        ["Ask who lives there; it changes from week to week.", "Use an interpreter."],
    ),
    "semicolons over broken lines": (
        "ask about men in the\nhousehold; use an inter-\npreter; see the child alone",
        ["ask about men in the household", "use an inter-preter", "see the child alone"],
    ),
    "semicolons in brackets": (
        "Train staff (police; health; schools); and review it",
        ["Train staff (police; health; schools)", "review it"],
    ),
    "brackets that don't close": (
        "Train staff (police; review it",
        ["Train staff (police", "review it"],
    ),
    "colons and abbreviations": (
        "Mr. A. was missed: nobody asked, i.e. at birth; Dr. B. was told",
        ["Mr. A. was missed: nobody asked, i.e. at birth", "Dr. B. was told"],
    ),
    "a word that begins like and": (
        "be clear; android phones matter",
        ["be clear", "android phones matter"],
    ),
    "one sentence with an and": ("and so it was", ["and so it was"]),
    "numbers that count": (
        "12 children were seen.\n3 were not.",
        ["12 children were seen.", "3 were not."],
    ),
    "other scripts": (
        "• تحدث مع الطفل\n• Gofynnwch i’r plentyn",
        ["تحدث مع الطفل", "Gofynnwch i’r plentyn"],
    ),
    "nothing": (" \n ;\n", []),
}


@pytest.mark.parametrize(("text", "items"), LISTS.values(), ids=LISTS)
def test_a_list_is_divided_where_its_items_begin(text, items):
    assert split(text) == items


@pytest.mark.parametrize(("text", "items"), LISTS.values(), ids=LISTS)
def test_line_ends_of_another_system(text, items):
    assert split(text.replace("\n", "\r\n")) == items


@given(st.text(max_size=200))
def test_no_word_is_lost_from_any_text(text):
    """But for numbers, letters and words that mark an item, and an “and”."""
    kept = "".join("".join(split(text)).split())
    assert set(kept) <= set(text)
    assert all(item == " ".join(item.split()) and item for item in split(text))


@given(st.lists(st.sampled_from(["ask the child", "see, then say", "Dr. B. was told"]), min_size=2))
def test_what_is_joined_by_semicolons_comes_apart_again(items):
    assert split("; ".join(items)) == items
