"""The words of the collection as they are written, from which "Did you mean" chooses."""

import pytest

from reviews import entries, publishing, words
from reviews.models import Theme, Word
from tests.factories import make_partnership, make_review, make_term

pytestmark = pytest.mark.django_db


def known():
    return set(Word.objects.values_list("word", flat=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Neglect of a baby", {"neglect", "baby"}),
        ("co-sleeping, SOFA!", {"sleeping", "sofa"}),
        ("2019 abc abcd a1b2c3d4", {"abcd"}),
        ("Zoë saw the child’s room", {"child", "room"}),
        ("x" * 40, {"x" * 40}),
        ("", set()),
    ],
)
def test_words_of_four_letters_and_more(text, found):
    assert words.words_of(text) == found


def test_every_text_that_search_reads_and_pages_show():
    partnership = make_partnership("Northmere Board", aliases=["Eastvale"])
    make_review(
        title="Titleword",
        headline="headlineword",
        summary="summaryword",
        incident_note="noteword",
        keywords=["keyword"],
        learning=["learningword"],
        recommendations=["recommendationword"],
        partnership=partnership,
    )
    assert known() >= {
        *("titleword", "headlineword", "summaryword", "noteword", "keyword"),
        *("learningword", "recommendationword", "northmere", "eastvale"),
    }


def test_of_published_reviews_alone():
    make_review(title="Secretword", state="draft")
    assert "secretword" not in known()


def test_a_correction_adds_words():
    review = make_review(summary="before")
    review.summary = "afterwards"
    review.save()
    publishing.correct(review=review, by=None)
    assert "afterwards" in known()


def test_names_in_a_vocabulary_as_soon_as_an_editor_saves_them():
    term = make_term(Theme, "overlaying")
    term.synonyms = ["Moses basket"]
    publishing.save_term(term=term)
    assert known() >= {"overlaying", "moses", "basket"}


def test_each_word_once():
    make_review(title="Sameword")
    make_review(title="Sameword sameword")
    assert Word.objects.filter(word="sameword").count() == 1


def test_reindex_forgets_words_that_nothing_public_has():
    gone = make_review(title="Goneword")
    make_review(title="Keptword", themes=["themeword"])
    publishing.withdraw(review=gone, by=None)
    entries.write_all(entries.raise_version())
    assert "goneword" not in known()
    assert known() >= {"keptword", "themeword"}
