"""Where a text matched: which words are marked, and which part of a long text is shown."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.utils.safestring import SafeString
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviews.passages import LONGEST, MOST, WORD, Marker
from reviews.search import lexemes
from reviews.synonyms import Synonyms, named
from reviews.terms import Terms
from reviews.wanted import Concept, read

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
MARK = re.compile(r"</?mark>")
FILLER = "Nothing of note was written down in those weeks by anybody at all. "


def marker(query, other_names=()):
    """The marker of a query; other names are given to its first concept."""
    concepts = [concept for wanted in read(query, Synonyms(Terms())) for concept in wanted.concepts]
    if other_names:
        words = " ".join(other_names).lower().split()
        others = tuple(named(name, lexemes(words)) for name in other_names)
        concepts[0] = Concept(concepts[0].typed, concepts[0].words, others)
    return Marker(concepts)


def whole(query, text, other_names=()):
    """A text with what matched in [brackets]."""
    return _bracketed(marker(query, other_names).whole(text))


def passage(query, text):
    return _bracketed(marker(query).passage(text)[1])


def _bracketed(html):
    return unescape(html.replace("<mark>", "[").replace("</mark>", "]"))


class TestWhatIsMarked:
    @pytest.mark.parametrize(
        ("query", "text", "marked"),
        [
            ("sleep", "Sleep, sleeping, sleeps.", "[Sleep], [sleeping], [sleeps]."),
            ("sleeping", "safe sleep", "safe [sleep]"),
            ("sleep", "asleep; sleepiness", "asleep; sleepiness"),
            ("sle", "sleep", "sleep"),
            ("neglect baby", "A baby was neglected.", "A [baby] was [neglected]."),
            ("body", "bodies", "[bodies]"),
            ("care", "Caring, cared, careful", "[Caring], [cared], [careful]"),
            ("disability", "disabilities, disabled", "[disabilities], [disabled]"),
            ("dying", "He died. She was dying.", "He [died]. She was [dying]."),
            ("2019", "in 2019", "in [2019]"),
        ],
    )
    def test_every_form_of_a_word_and_always_a_whole_word(self, query, text, marked):
        assert whole(query, text) == marked

    def test_words_beside_each_other_are_one_mark(self):
        assert whole("safe sleep", "safe  sleep; safe, sleep") == "[safe  sleep]; [safe], [sleep]"

    def test_words_too_common_to_be_looked_for_are_not_marked(self):
        assert whole("the child", "the child") == "the [child]"

    @pytest.mark.parametrize(
        ("query", "text", "marked"),
        [
            ("zoe", "Zoë and ZOË", "[Zoë] and [ZOË]"),
            ("Zoë", "Zoe", "[Zoe]"),
            ("Soren", "Søren", "[Søren]"),
            ("إهمال", "عن إهمال طفل", "عن [إهمال] طفل"),
        ],
    )
    def test_accents_do_not_matter_and_stay_as_written(self, query, text, marked):
        assert whole(query, text) == marked

    @pytest.mark.parametrize(
        ("query", "text", "marked"),
        [
            ("child", "the child’s voice, child's", "the [child’s] voice, [child's]"),
            ("child's", "a child", "a [child]"),
            ('"child protection"', "the child’s protection", "the [child’s protection]"),
            ("child", "'child' ‘child’", "'[child]' ‘[child]’"),
        ],
    )
    def test_an_apostrophe_belongs_to_its_word(self, query, text, marked):
        assert whole(query, text) == marked

    @pytest.mark.parametrize(
        ("query", "text", "marked"),
        [
            ('"safe sleep"', "Safe sleep; sleep safe; safe.", "[Safe sleep]; sleep safe; safe."),
            ('"safe sleep"', "safe sleeping", "[safe sleeping]"),
            ('"non-accidental injury"', "a non-accidental injury", "a [non-accidental injury]"),
            ('"signs of abuse"', "signs of abuse", "[signs of abuse]"),
            ('"signs of abuse"', "signs and abuse", "[signs and abuse]"),
            ('"signs of abuse"', "signs abuse", "signs abuse"),
            ('"signs of abuse"', "signs of the abuse", "signs of the abuse"),
            ('"safe sleep"', "safe safe sleep", "safe [safe sleep]"),
            ('"sleep sleep"', "sleep sleep sleep", "[sleep sleep] sleep"),
        ],
    )
    def test_a_phrase_only_where_its_words_stand_in_a_row(self, query, text, marked):
        """A word too common to be looked for stands for any one word, as it does in search."""
        assert whole(query, text) == marked

    def test_other_names_are_marked_like_what_was_typed(self):
        names = ["CSE", "sexual exploitation"]
        text = "CSE, or sexual exploitation, is not sexual."
        assert whole("grooming", text, names) == "[CSE], or [sexual exploitation], is not sexual."

    def test_the_longest_name_that_stands_there(self):
        names = ["abuse", "domestic abuse"]
        assert whole("violence", "domestic abuse", names) == "[domestic abuse]"

    def test_what_must_not_be_there_is_not_marked(self):
        assert whole("child -wales", "a child in Wales") == "a [child] in Wales"

    def test_both_sides_of_an_or(self):
        assert whole("baby or child", "baby, child") == "[baby], [child]"

    def test_nothing_asked_nothing_marked(self):
        for query in ("", "the", "-child", "😀"):
            assert whole(query, "the child") == "the child"
            assert marker(query).passage("the child") == (0, "")

    def test_what_search_finds_is_marked(self):
        """Each word of the six real reviews and the vocabularies, looked for by itself.

        A stem may differ from all of its words: "dying" is found by "die".
        """
        texts = [
            json.loads((FIXTURES / name).read_text())
            for name in ("vocabularies.json", "reviews.json")
        ]
        words = set(WORD.findall(json.dumps(texts, ensure_ascii=False).lower()))
        words = sorted(word for word in words if word.isascii() and word.isalpha())
        assert len(words) > 2000
        unmarked = []
        for word, lexeme in lexemes(words).items():
            if lexeme and Marker([Concept(word, (lexeme,))]).whole(word) != f"<mark>{word}</mark>":
                unmarked.append(word)
        assert unmarked == []


class TestSafety:
    @pytest.mark.parametrize(
        ("text", "html"),
        [
            ("<script>child</script>", "&lt;script&gt;<mark>child</mark>&lt;/script&gt;"),
            ("a & b <b>child</b>", "a &amp; b &lt;b&gt;<mark>child</mark>&lt;/b&gt;"),
            ("&lt;child&gt;", "&amp;lt;<mark>child</mark>&amp;gt;"),
            ("<mark>child</mark>", "&lt;mark&gt;<mark>child</mark>&lt;/mark&gt;"),
            ('the “child” said "no"', 'the “<mark>child</mark>” said "no"'),
        ],
    )
    def test_what_is_html_in_a_text_is_text_on_a_page(self, text, html):
        for found in (marker("child").whole(text), marker("child").passage(text)[1]):
            assert isinstance(found, SafeString)
            assert found == html

    @pytest.mark.parametrize("query", ["<b>", "mark", "lt", "amp", "script", "&lt;"])
    def test_a_query_for_what_html_is_made_of(self, query):
        html = marker(query).whole("<mark>&<script>")
        assert unescape(MARK.sub("", html)) == "<mark>&<script>"


class TestPassage:
    def test_a_short_text_is_whole(self):
        assert (
            passage("baby", "A baby was seen. All was well.") == "A [baby] was seen. All was well."
        )

    def test_it_begins_with_the_sentence_of_the_match(self):
        text = FILLER * 4 + "The baby was not seen. " + FILLER
        assert passage("baby", text).startswith("The [baby] was not seen.")

    def test_it_ends_with_a_sentence(self):
        found = passage("baby", "The baby was seen. " + FILLER * 20)
        assert found.endswith("by anybody at all.")
        assert LONGEST / 2 < len(found) <= LONGEST + len("[]")

    def test_what_is_cut_within_a_sentence_is_shown_by_dots(self):
        text = "and then " * 60 + "the baby was seen " + "and then " * 60
        found = passage("baby", text)
        assert re.fullmatch(r"… (and|then) .* the \[baby\] was seen .* (and|then) …", found)

    def test_it_begins_and_ends_with_whole_words(self):
        text = "abcdefgh " * 60 + "baby " + "ijklmnop " * 60
        assert set(passage("baby", text).split()) == {"…", "abcdefgh", "[baby]", "ijklmnop"}

    def test_it_is_the_part_with_most_of_what_was_asked_for(self):
        text = f"A baby. {FILLER * 6}A baby, asleep on a sofa. {FILLER * 6}A sofa. {FILLER * 6}"
        assert passage("baby sofa", text).startswith("A [baby], asleep on a [sofa].")
        assert marker("baby sofa").passage(text)[0] == 2

    def test_the_same_word_twice_is_one_thing(self):
        text = f"A baby and a baby. {FILLER * 6}A baby on a sofa."
        assert passage("baby sofa", text) == "A [baby] on a [sofa]."

    def test_of_equals_the_first(self):
        text = f"One baby. {FILLER * 6}Two babies."
        assert passage("baby", text).startswith("One [baby].")

    def test_it_does_not_go_on_into_the_next_paragraph(self):
        assert passage("baby", "First.\n\nThe baby slept.\n\nThird.") == "The [baby] slept."

    def test_what_counts_is_what_is_shown(self):
        """The two words are near each other, but a paragraph apart."""
        assert marker("baby sofa").passage("A baby.\nA sofa.") == (1, "A <mark>baby</mark>.")

    def test_a_phrase_over_the_end_of_a_paragraph_is_shown_whole(self):
        assert passage('"safe sleep"', "It was safe\nsleep.") == "It was [safe\nsleep]."

    @pytest.mark.parametrize("long", ["x" * 400, "x" * 5000])
    def test_a_very_long_word_before_after_or_in_place_of_the_match(self, long):
        assert passage("baby", f"{long} baby slept").endswith("[baby] slept")
        assert "[baby]" in passage("baby", f"a baby {long} slept")
        assert "[baby]" in passage("baby", f"First. {long} baby {long}")
        assert len(passage("baby", f"{long} baby {long}")) < 2 * LONGEST
        assert passage(f'"{long[:50]}"', f"a {long[:50]} b") == f"a [{long[:50]}] b"

    def test_a_text_without_a_match_has_none(self):
        assert marker("baby").passage("A child.") == (0, "")
        assert marker("baby").passage("") == (0, "")

    def test_of_a_very_long_report_the_first_matches_are_compared(self):
        """So that one with a word on each of thousands of lines takes no longer."""
        report = "The child came.\n" * MOST + "The child was seen again.\n"
        assert marker("child seen").passage(report) == (1, "The <mark>child</mark> came.")
        assert marker("seen").passage(report)[0] == 1


WORDS = ["baby", "Babies", "sofa", "bábý", "child’s", "the", "x" * 70]
TEXTS = st.lists(
    st.sampled_from(
        [*WORDS, " ", " ", " ", ". ", "\n", "\n\n", "<b>", "&amp;", "&", '"', "…", "😀"]
    )
    | st.text(max_size=5),
    max_size=120,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("x" * 400 + " baby")
def test_without_its_marks_a_text_is_what_it_was(text):
    html = marker('baby "sofa baby"').whole(text)
    assert unescape(MARK.sub("", html)) == text or "&" in text
    assert MARK.sub("", html) == _escaped(text)
    _check_marks(html)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("baby " + "x" * 400)
def test_a_passage_is_a_piece_of_its_text(text):
    count, html = marker('baby "sofa baby"').passage(text)
    piece = MARK.sub("", html).removeprefix("… ").removesuffix(" …")
    assert piece in _escaped(text)
    assert (count > 0) == ("<mark>" in html) == bool(marker('baby "sofa baby"').spans(text))
    assert len(unescape(piece)) <= LONGEST + 2 * 71
    _check_marks(html)


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _check_marks(html):
    """Marks open and close in turn: never one inside another, never empty."""
    marks = MARK.findall(html)
    assert marks == ["<mark>", "</mark>"] * (len(marks) // 2)
    assert "<mark></mark>" not in html
