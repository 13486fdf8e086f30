"""Suggestions of points that may support a statement: which, in what order, and why."""

import pytest

from tests.building import html, panel, statement, words
from tests.factories import make_review

pytestmark = pytest.mark.django_db

SAYS = "Nobody booked an interpreter for the appointments."


def learn(text, *themes):
    return {"text": text, "themes": themes}


@pytest.fixture
def library():
    """A sample of one review, another that is selected with it, and one that is not."""
    pinned = make_review(
        title="Child B",
        themes=["neglect"],
        learning=[
            learn("Book an interpreter before each appointment.", "language"),
            learn("Weigh the baby.", "health"),
            learn("A fridge that is empty says something.", "neglect"),
        ],
    )
    selected = make_review(
        title="Child C",
        themes=["neglect"],
        learning=[
            learn("Interpreters have to be booked.", "language"),
            learn("Count the missed meals.", "neglect"),
        ],
    )
    outside = make_review(title="Child D", themes=["x"], learning=["An interpreter is booked."])
    return pinned, selected, outside


def token(review, order=0):
    return f"p{review.points.order_by('pk')[order].pk}"


def shown(library, query="for=n1", says=SAYS, cites=(), **more):
    given = statement(says=says, cites=cites)
    return panel(query=query, selection="theme=neglect", pinned=[library[0]], **given, **more)


def suggested(page):
    """The labels of what is suggested, from the sample and from the rest."""
    support = page.support
    return [one.label for one in support.sample], [one.label for one in support.others]


def test_by_shared_words_from_the_sample_first_and_then_from_the_selection(library):
    assert suggested(shown(library)) == (["Child B, learning 1"], ["Child C, learning 1"])


def test_what_is_shared_is_marked(library):
    page = html(shown(library))
    assert (
        "<mark>Book</mark> an <mark>interpreter</mark> before each <mark>appointment</mark>" in page
    )
    assert "Support for 1.1" in page
    assert SAYS in page


def test_what_the_statement_cites_is_not_suggested_again(library):
    page = shown(library, cites=[token(library[0])])
    assert suggested(page) == ([], ["Child C, learning 1"])


def test_what_was_refused_for_it_is_not_suggested_again(library):
    page = shown(library, refused=[f"n1:{token(library[0])}"])
    assert suggested(page) == ([], ["Child C, learning 1"])
    assert "1 refused." in words(page)


def test_what_was_refused_for_another_is(library):
    page = shown(library, refused=[f"n2:{token(library[0])}"])
    assert suggested(page)[0] == ["Child B, learning 1"]


def test_by_the_themes_of_what_it_cites(library):
    """Where not a word is shared."""
    page = shown(library, says="The kitchen was bare.", cites=[token(library[0], 2)])
    assert suggested(page) == ([], ["Child C, learning 2"])


def test_before_it_has_a_text_by_what_it_cites(library):
    page = shown(library, says="", cites=[token(library[0])])
    assert suggested(page)[1] == ["Child C, learning 1"]
    assert "It has no text yet, so these are like what it cites." in words(page)


def test_with_neither_text_nor_evidence_it_says_what_is_needed(library):
    page = shown(library, says="")
    assert page.support.is_empty
    assert "Write the statement, or take a point into it" in words(page)


def test_where_nothing_shares_enough_it_says_so(library):
    page = shown(library, says="Bicycles were stolen.")
    assert suggested(page) == ([], [])
    assert "Nothing in the sample or the selection shares enough with it." in words(page)


@pytest.mark.parametrize("key", ["n9", "<script>", "p1", "new:n1"])
def test_a_statement_that_is_gone_is_said_to_be(library, key):
    page = shown(library, query=f"for={key}")
    assert "That statement is not there any more." in words(page)
    assert "<script>" not in html(page)


def test_only_public_points_are_suggested(library):
    make_review(
        title="Child X", state="draft", themes=["neglect"], learning=["An interpreter is booked."]
    )
    assert "Child X" not in html(shown(library))


def test_one_review_is_not_all_that_is_shown(library):
    make_review(
        title="Child M",
        themes=["neglect"],
        learning=[f"Book an interpreter {n} times for the appointment." for n in range(9)],
    )
    _, others = suggested(shown(library))
    assert len([label for label in others if label.startswith("Child M")]) == 2


def test_accepting_and_refusing_name_the_point(library):
    page = html(shown(library))
    point = token(library[0])
    assert f'value="accept:n1:{point}">Accept<span class="hide"> Child B, learning 1</span>' in page
    assert f'value="refuse:n1:{point}">Refuse<span class="hide"> Child B, learning 1</span>' in page
