"""The selection of a briefing: pasted, read in words, changed; and what is wrong with it."""

import pytest
from django.utils.datastructures import MultiValueDict

from briefings.editing.selecting import LONGEST, Chosen, query_of, settle
from reviews.catalogue import catalogue
from reviews.models import Theme
from tests import pages
from tests.building import html, labels, panel, typed, words
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("pasted", "query"),
    [
        ("", ""),
        ("   ", ""),
        ("theme=neglect&year=2021&year=2022", "theme=neglect&year=2021&year=2022"),
        ("?theme=neglect", "theme=neglect"),
        ("https://reviews.example/reviews/?theme=neglect&nation=england", None),
        ("/reviews/?theme=neglect&nation=england#results", "theme=neglect&nation=england"),
        ("/reviews/feed.atom?theme=neglect", "theme=neglect"),
        ("https://reviews.example/reviews/", ""),
        ("https://reviews.example/themes/neglect/", "theme=neglect"),
        ("/agencies/police/", "agency=police"),
        ("theme=neglect&sort=title&page=3&show=theme&theme_find=x&utm_source=y", "theme=neglect"),
        ("theme=neglect&theme=neglect&theme=", "theme=neglect"),
        ("mental health", "q=mental+health"),
        ("q=%E2%80%9Cteddy%E2%80%9D", "q=%E2%80%9Cteddy%E2%80%9D"),
        ("colour=red", "colour=red"),
        ("https://example.org/other", "address=https%3A%2F%2Fexample.org%2Fother"),
        ("/reviews/added/2023/05/", "address=%2Freviews%2Fadded%2F2023%2F05%2F"),
    ],
)
def test_what_is_pasted_becomes_a_query_string(pasted, query):
    assert query_of(pasted) == ("theme=neglect&nation=england" if query is None else query)


def test_a_query_string_is_read_as_itself():
    once = query_of("https://x.example/reviews/?q=a+b%26c&theme=neglect&theme=housing&page=2")
    assert query_of(once) == once


def test_an_address_that_is_no_list_is_said_to_be_none_and_can_be_taken_out():
    chosen = Chosen("/reviews/CR-2023-0001/", catalogue.current())
    (said,) = chosen.problems
    assert said.startswith("“/reviews/CR-2023-0001/” is not a list’s address. Choose filters")
    assert chosen.mended == ""
    assert not chosen.reviews


class TestWords:
    def test_it_is_shown_in_words_each_with_what_is_left_without_it(self):
        make_review(themes=["neglect"], nation="england", added="2021-03")
        chosen = Chosen("theme=neglect&year=2021&nation=england", catalogue.current())
        assert [(one.label, one.value, one.query) for one in chosen.chips] == [
            ("Theme", "Neglect", "year=2021&nation=england"),
            ("Nation", "England", "theme=neglect&year=2021"),
            ("Year added", "2021", "theme=neglect&nation=england"),
        ]
        assert len(chosen.reviews) == 1

    def test_a_merged_term_is_the_one_that_replaced_it(self):
        heir = make_term(Theme, "neglect")
        make_term(Theme, "wilful-neglect", merged_into=heir)
        make_review(themes=["neglect"])
        chosen = Chosen("theme=wilful-neglect", catalogue.current())
        assert [one.value for one in chosen.chips] == ["Neglect"]
        assert len(chosen.reviews) == 1

    def test_without_a_selection_nothing_is_listed_and_the_page_says_how_to_begin(self):
        make_review(learning=["Ask."])
        shown = panel()
        assert labels(shown) == []
        assert "Say above what the briefing is about" in words(shown)
        assert '<option value="england">England (1)</option>' in html(shown)


class TestChanging:
    def test_a_chosen_value_is_added(self):
        found = typed(selection="theme=neglect")
        settle(found, MultiValueDict({"find_add_theme": ["housing"], "find_add_year": ["2021"]}))
        assert found.get("selection") == "theme=neglect&theme=housing&year=2021"

    def test_values_offered_are_those_that_any_review_has(self):
        make_review(themes=["neglect"], added="2021-03")
        make_review(themes=["neglect", "housing"], added="2022-03")
        make_review(themes=["housing"], added="2023-03")
        chosen = Chosen("theme=neglect", catalogue.current())
        offers = {offer.name: offer.values for offer in chosen.offers}
        assert offers["year"] == [("2022", "2022", 1), ("2021", "2021", 1)]
        assert offers["theme"] == [("housing", "Housing", 2)]


class TestWrong:
    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("theme=deleted-theme", "Theme: “deleted-theme” is not in the list."),
            ("colour=red", "“colour” is not a filter of this page."),
            ("incident_from=soon", "Incident from:"),
            ("q=" + "a" * 600, "Words:"),
            ("theme=" + "a" * LONGEST, "The selection is longer than 2,000 characters."),
            ("&".join(f"p{n}=1" for n in range(2000)), "longer than 2,000 characters"),
            ("a=1&b=1", "“b” is not a filter of this page"),
            ("q=a%00b", "Null characters are not allowed"),
            ("kind=learning", "“kind” is not a filter of this page."),
        ],
    )
    def test_it_is_said_and_nothing_is_listed(self, query, said):
        make_review(learning=["Ask."])
        shown = panel(selection=query)
        assert labels(shown) == []
        assert said in words(shown)
        assert "Nothing is listed until this is put right." in words(shown)

    def test_what_cannot_be_read_is_taken_out_in_one_step(self):
        make_review(themes=["neglect"], added="2021-03")
        chosen = Chosen("theme=gone&theme=neglect&year=2021&colour=red", catalogue.current())
        assert chosen.problems
        assert chosen.mended == "theme=neglect&year=2021"

    def test_markup_is_shown_as_text(self):
        shown = html(panel(selection="theme=<script>alert(1)</script>"))
        assert "<script>" not in shown
        assert "&lt;script&gt;" in shown


class TestNothing:
    def test_it_says_what_taking_away_each_would_give(self):
        make_review(themes=["neglect"], nation="england")
        make_review(themes=["housing"], nation="wales")
        chosen = Chosen("theme=neglect&nation=wales", catalogue.current())
        assert not chosen.reviews
        assert [(one.value, one.query, one.count) for one in chosen.ways] == [
            ("Neglect", "nation=wales", 1),
            ("Wales", "theme=neglect", 1),
        ]
        assert "No review matches. Without one of these there are some:" in words(
            panel(selection=chosen.text)
        )

    def test_where_more_than_one_thing_has_to_go_it_says_so(self):
        make_review(themes=["neglect"], nation="england", added="2021-03")
        make_term(Theme, "housing")
        shown = panel(selection="theme=housing&nation=wales&year=1999")
        assert "Without any one of these there is none either" in words(shown)


class TestRealAndIllustrative:
    """A new edition is offered what it can rest on, and no more."""

    KINDS = pytest.mark.parametrize("illustrative", [False, True])
    OTHERS = pytest.mark.parametrize(
        ("illustrative", "query", "said"),
        [
            (
                False,
                "theme=neglect&illustrative=yes",
                "Real or illustrative: it asks for illustrative reviews only, and what is real"
                " rests on real ones. Take it out.",
            ),
            (
                True,
                "theme=neglect&illustrative=no",
                "Real or illustrative: it leaves out illustrative reviews, and what is"
                " illustrative rests on those. Take it out.",
            ),
        ],
    )

    @pytest.fixture
    def both(self):
        """Of neglect: two real reviews and three illustrative ones."""
        for number in range(5):
            make_review(themes=["neglect"], illustrative=number > 1, learning=["Ask."])

    @KINDS
    def test_count_address_and_list_agree(self, client, both, illustrative):
        shown = panel(selection="theme=neglect", illustrative=illustrative)
        count, kind = (3, "yes") if illustrative else (2, "no")
        assert len(shown.chosen.reviews) == count == len(labels(shown))
        assert shown.chosen.address == f"theme=neglect&illustrative={kind}"
        assert f'"/reviews/?theme=neglect&amp;illustrative={kind}"' in html(shown)
        assert pages.total(client.get(f"/reviews/?{shown.chosen.address}")) == count

    @KINDS
    def test_what_is_offered_counts_what_it_can_rest_on(self, both, illustrative):
        make_review(themes=["housing"], illustrative=not illustrative, nation="wales")
        shown = panel(illustrative=illustrative)
        offers = {offer.name: offer.values for offer in shown.chosen.offers}
        assert offers["theme"] == [("neglect", "Neglect", 3 if illustrative else 2)]
        assert "wales" not in {slug for slug, _, _ in offers["nation"]}
        assert "illustrative" not in offers

    def test_where_there_are_real_ones_alone_the_address_is_what_is_typed(self):
        make_review(themes=["neglect"])
        assert Chosen("theme=neglect", catalogue.current()).address == "theme=neglect"

    def test_an_address_that_says_it_is_taken_as_it_is(self, both):
        chosen = Chosen("/reviews/?theme=neglect&illustrative=no", catalogue.current())
        assert chosen.text == chosen.address == "theme=neglect&illustrative=no"
        assert [one.value for one in chosen.chips] == ["Neglect", "Without illustrative reviews"]
        assert len(chosen.reviews) == 2
        assert not chosen.left_out
        assert "Without illustrative reviews (take out)" in words(panel(selection=chosen.text))

    @OTHERS
    def test_one_of_the_others_alone_is_said_and_taken_out(self, both, illustrative, query, said):
        shown = panel(selection=query, illustrative=illustrative)
        assert labels(shown) == []
        assert said in words(shown)
        assert shown.chosen.mended == "theme=neglect"

    def test_it_can_not_be_added(self):
        found = typed(selection="theme=neglect")
        settle(found, MultiValueDict({"find_add_illustrative": ["yes"]}))
        assert found.get("selection") == "theme=neglect"
