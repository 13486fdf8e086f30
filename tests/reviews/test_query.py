"""What a reader may type and how it is read: words, "phrases", -without, either OR.

Whatever is typed can be read, by everybody, in any script: there is no wrong query.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.query import LONGEST_WORD, MOST_WORDS, Asked, parse, words_of


def shown(text):
    """What a text asks for in one line: `child "safe sleep" -wales | baby`."""
    return " | ".join(" ".join(map(_one, alternative)) for alternative in parse(text))


def _one(asked):
    words = " ".join(asked.words)
    return ("-" if asked.is_excluded else "") + (f'"{words}"' if asked.is_phrase else words)


class TestWords:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("neglect", "neglect"),
            ("Neglect of a BABY", "neglect of a baby"),
            ("  neglect \t baby\n", "neglect baby"),
            ("neglect, baby; (sleep)!?", "neglect baby sleep"),
            ("neglect & baby | sleep", "neglect baby sleep"),
            ("neglect:* <-> baby", "neglect baby"),
            ("6-week-old", "6 week old"),
            ("CR-2023-0007", "cr 2023 0007"),
            ("mother/father", "mother father"),
            ("someone@example.org", "someone example org"),
            ("snake_case", "snake case"),
        ],
    )
    def test_words_stand_for_themselves_and_signs_between_them_are_spaces(self, typed, read):
        assert shown(typed) == read

    @pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2012\u2013\u2014")
    def test_a_hyphen_of_any_kind_is_a_space(self, hyphen):
        """ "Non-accidental" and "non accidental" ask for the same."""
        assert parse(f"non{hyphen}accidental") == parse("non accidental")

    @pytest.mark.parametrize("apostrophe", "'\u2019")
    def test_an_apostrophe_is_left_out_straight_or_curly(self, apostrophe):
        assert shown(f"child{apostrophe}s {apostrophe}voice{apostrophe}") == "childs voice"

    def test_letters_with_accents_are_one_letter_however_they_were_typed(self):
        assert parse("Zoe\u0308") == parse("Zoë") == ((Asked(("zoë",)),),)

    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("إهمال الطفل", "إهمال الطفل"),
            ("הזנחה של ילד", "הזנחה של ילד"),
            ("\u202eneglect\u202c", "neglect"),  # signs that turn the direction of writing
            ("忽视 儿童", "忽视 儿童"),
            ("İstanbul", "istanbul"),
        ],
    )
    def test_words_of_any_script(self, typed, read):
        assert shown(typed) == read


class TestPhrases:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ('"domestic abuse"', '"domestic abuse"'),
            ('baby "safe sleep" wales', 'baby "safe sleep" wales'),
            ('"non-accidental injury"', '"non accidental injury"'),
            ('"neglect"', '"neglect"'),
            ('("domestic abuse")', '"domestic abuse"'),
            ('baby"safe sleep"wales', 'baby "safe sleep" wales'),
            ('"safe or sleep"', '"safe or sleep"'),
            ('"safe -sleep"', '"safe sleep"'),
        ],
    )
    def test_words_in_quotation_marks_stand_in_a_row(self, typed, read):
        assert shown(typed) == read

    @pytest.mark.parametrize(("opens", "closes"), ["“”", "„“", "«»", "””", '"“', "″″"])
    def test_quotation_marks_of_any_kind(self, opens, closes):
        assert shown(f"baby {opens}safe sleep{closes}") == 'baby "safe sleep"'

    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ('"safe sleep', '"safe sleep"'),
            ('baby "safe sleep', 'baby "safe sleep"'),
            ('safe sleep"', "safe sleep"),
            ('"safe" sleep" baby', '"safe" sleep "baby"'),
            ('"', ""),
            ('""', ""),
            ('"" baby', "baby"),
            ('"""""', ""),
        ],
    )
    def test_one_that_is_never_closed_ends_with_the_text(self, typed, read):
        assert shown(typed) == read


class TestWithout:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("baby -wales", "baby -wales"),
            ("-wales baby", "-wales baby"),
            ("-wales -scotland", "-wales -scotland"),
            ('baby -"safe sleep"', 'baby -"safe sleep"'),
            ("baby -co-sleeping", 'baby -"co sleeping"'),
            ("--wales", "-wales"),
        ],
    )
    def test_a_minus_before_a_word_or_a_phrase(self, typed, read):
        assert shown(typed) == read

    @pytest.mark.parametrize("typed", ["-", "--", "- ", '-"', '-""', "-!", "-😀"])
    def test_a_minus_before_nothing_asks_for_nothing(self, typed):
        assert parse(typed) == ()
        assert shown(f"baby {typed}") == "baby"

    def test_a_minus_that_stands_alone_or_after_a_word_is_no_minus(self):
        assert shown("baby - wales") == "baby wales"
        assert shown("baby- wales") == "baby wales"


class TestEither:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("baby or child", "baby | child"),
            ("baby OR child", "baby | child"),
            ("safe sleep or cot death", "safe sleep | cot death"),
            ("baby or child or infant", "baby | child | infant"),
            ("baby or -wales", "baby | -wales"),
        ],
    )
    def test_what_stands_on_each_side_holds_together(self, typed, read):
        assert shown(typed) == read

    @pytest.mark.parametrize(
        "typed",
        ["or baby", "baby or", "or baby or", "baby or or", "or or baby OR OR", 'baby or ""'],
    )
    def test_one_without_something_on_both_sides_is_passed_over(self, typed):
        assert shown(typed) == "baby"

    def test_nothing_but_or_asks_for_nothing(self):
        assert parse("or") == parse("OR or OR") == ()

    def test_a_word_that_only_looks_like_it_is_a_word(self):
        assert shown("baby Or oral") == "baby or oral"


class TestEdges:
    @pytest.mark.parametrize(
        "typed", ["", " ", "!?", "😀", "👩‍👧 ❤️", "\u200b", "…", "-- ++ ~~", "%"]
    )
    def test_what_holds_no_word_asks_for_nothing(self, typed):
        assert parse(typed) == ()

    def test_an_emoji_beside_a_word_is_left_out(self):
        assert shown("😀 baby👶 ❤️") == "baby"

    def test_a_very_long_word_is_cut(self):
        [[asked]] = parse("x" * 500)
        assert asked.words == ("x" * LONGEST_WORD,)

    def test_of_a_very_long_text_the_first_words_are_read(self):
        assert len(words_of(" ".join("ab" * 250))) == 500
        many = " ".join(f"w{number}" for number in range(100))
        [found] = parse(many)
        assert [asked.words for asked in found] == [(f"w{n}",) for n in range(MOST_WORDS)]

    def test_a_long_phrase_is_cut_as_words_are(self):
        [[asked]] = parse('"' + "a " * 249 + '"')
        assert asked.words == ("a",) * MOST_WORDS
        [found] = parse("b " * (MOST_WORDS - 2) + '"c d e f"')
        assert found[-1] == Asked(("c", "d"), is_phrase=True)


ANYTHING = st.text(max_size=500) | st.text('ab "-orOR“”é😀أ \t', max_size=500)


@given(ANYTHING)
def test_any_text_can_be_read(text):
    for alternative in parse(text):
        assert alternative, "a side of an OR that asks for nothing"
        for asked in alternative:
            assert asked.words
            assert asked.is_phrase or len(asked.words) == 1
            assert all(0 < len(word) <= LONGEST_WORD for word in asked.words)


@given(ANYTHING)
def test_never_more_words_than_are_looked_at(text):
    words = [word for found in parse(text) for asked in found for word in asked.words]
    assert len(words) <= MOST_WORDS


@given(ANYTHING)
def test_words_read_again_are_the_same_words(text):
    """So a word may be kept, shown and looked for again."""
    words = words_of(unicodedata.normalize("NFC", text))
    assert words_of(" ".join(words)) == words


@given(st.lists(st.text("abcdé", min_size=1, max_size=8), max_size=20))
def test_plain_words_are_read_as_they_stand(words):
    found = parse(" ".join(words))
    assert [asked.words for alternative in found for asked in alternative] == [(w,) for w in words]


@given(ANYTHING)
def test_what_was_read_can_be_written_and_read_again(text):
    found = parse(text)
    assert parse(shown(text).replace(" | ", " OR ")) == found or "or" in shown(text).split()
