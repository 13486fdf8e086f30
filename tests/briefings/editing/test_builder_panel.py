"""The panel of evidence: what it lists, in which order, and what it says of the sample."""

import pytest

from briefings.editing.builder import MOST_MARKS
from reviews import publishing
from reviews.models import Point, Review
from tests.building import html, labels, panel, statement, words
from tests.factories import make_review

pytestmark = pytest.mark.django_db


def learn(text, *themes, agencies=()):
    return {"text": text, "themes": themes, "agencies": agencies}


def token(review, order=0):
    return f"p{review.points.order_by('pk')[order].pk}"


class TestListing:
    def test_all_points_of_the_selected_reviews(self):
        make_review(title="Child B", themes=["neglect"], learning=["Ask."], recommendations=["Do."])
        make_review(title="Child C", themes=["housing"], learning=["Look."])
        shown = panel(selection="theme=neglect")
        assert labels(shown) == ["Child B, learning 1", "Child B, recommendation 1"]
        assert "2 points of the selection" in words(shown)

    def test_a_point_has_its_text_its_name_its_reference_and_where_it_is_used(self):
        review = make_review(reference="CR-2023-0007", learning=[learn("Ask <b>who</b>.", "a")])
        given = statement(cites=[token(review)])
        shown = html(panel(selection="year=2023", **given))
        assert "Ask &lt;b&gt;who&lt;/b&gt;." in shown
        assert "Child B, learning 1" in shown
        assert f'href="/learning/{token(review)[1:]}/">CR-2023-0007</a>' in shown
        assert 'Used in <a href="#statements-n1">1.1</a>' in shown

    def test_what_is_illustrative_lists_illustrative_points_marked_so(self):
        make_review(illustrative=True, title="Child P", added="2026-10", learning=["Ask."])
        make_review(title="Child B", added="2026-10", learning=["Look."])
        shown = panel(selection="year=2026", illustrative=True)
        assert labels(shown) == ["Child P, learning 1"]
        assert '<span class="illustrative">Illustrative</span>' in html(shown)
        assert "1 real review that matches is left out" in words(shown)

    def test_what_is_real_lists_none(self):
        invented = make_review(illustrative=True, title="Child P", added="2026-10", learning=["A."])
        make_review(title="Child B", added="2026-10", learning=["Look."])
        shown = panel(selection="year=2026", pinned=[invented])
        assert labels(shown) == ["Child B, learning 1"]
        assert "1 illustrative review that matches is left out" in words(shown)
        assert "Illustrative: what is real cannot rest on it." in words(shown)
        assert "No review is in the sample yet." in words(shown)

    def test_points_that_say_nearly_the_same_stand_together(self):
        texts = [
            "Ask who lives in the home and write down their names.",
            "Interpreters are booked for every single appointment.",
            "Write down the names of everybody who lives in the home.",
        ]
        for number, text in enumerate(texts):
            make_review(title=f"Child {number}", learning=[learn(text, "neglect")])
        shown = panel(selection="year=2023")
        assert "2 that say nearly the same" in words(shown)
        found = labels(shown)
        assert abs(found.index("Child 0, learning 1") - found.index("Child 2, learning 1")) == 1

    def test_without_a_selection_the_sample_is_listed(self):
        review = make_review(learning=["Ask."])
        make_review(learning=["Look."])
        shown = panel(pinned=[review])
        assert labels(shown) == ["Child B, learning 1"]
        assert "1 point of the sample" in words(shown)


class TestFilters:
    @pytest.fixture
    def library(self):
        first = make_review(
            title="Child B",
            learning=[
                learn("Ask about the father.", "unseen-men", agencies=["police"]),
                learn("Listen to the child.", "voice-of-the-child"),
            ],
        )
        second = make_review(
            title="Child C",
            recommendations=[{"text": "Speak to the father.", "addressed_to": ["police"]}],
        )
        return first, second

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("find_theme=unseen-men", ["Child B, learning 1"]),
            ("find_kind=recommendation", ["Child C, recommendation 1"]),
            ("find_agency=police", ["Child B, learning 1", "Child C, recommendation 1"]),
            ("find_agency=police&find_kind=learning", ["Child B, learning 1"]),
            ("find_q=listen", ["Child B, learning 2"]),
            ("find_q=father&find_theme=unseen-men", ["Child B, learning 1"]),
            ("find_q=zebra", []),
            ("find_q=the", []),
        ],
    )
    def test_each_narrows(self, library, query, found):
        assert labels(panel(query=query, selection="year=2023")) == found

    def test_one_review(self, library):
        shown = panel(query=f"find_review=r{library[1].pk}", selection="year=2023")
        assert labels(shown) == ["Child C, recommendation 1"]
        assert f'value="r{library[1].pk}" selected>Child C, ' in html(shown)

    def test_what_is_not_used_yet(self, library):
        cites = {**statement(cites=[token(library[0])]), "pinned": list(library)}
        shown = panel(query="find_from=sample&find_unused=yes", selection="year=2023", **cites)
        assert sorted(labels(shown)) == ["Child B, learning 2", "Child C, recommendation 1"]

    def test_the_sample_alone(self, library):
        shown = panel(query="find_from=sample", selection="year=2023", pinned=[library[1]])
        assert labels(shown) == ["Child C, recommendation 1"]

    def test_words_are_marked_and_what_is_close_follows_without_being_counted(self, library):
        make_review(title="Child D", learning=["Ask the grandmother."])
        shown = panel(query="find_q=ask+father", selection="year=2023")
        assert labels(shown)[0] == "Child B, learning 1"
        assert len(labels(shown)) == 3
        assert "1 point of the selection with “ask father”" in words(shown)
        assert "Close to it" in words(shown)
        assert "<mark>Ask</mark> about the <mark>father</mark>." in html(shown)

    def test_options_count_under_the_other_filters(self, library):
        shown = html(panel(query="find_kind=learning", selection="year=2023"))
        assert "Police (1)" in shown
        assert ">Recommendation (1)<" in shown

    @pytest.mark.parametrize(
        "query",
        [
            "find_theme=nothing",
            "find_theme=police",
            "find_agency=nobody",
            "find_kind=advice",
            "find_review=r999999",
            "find_review=p1",
            "find_review=7",
            "find_from=elsewhere",
            "find_unused=no",
            "find_page=two",
            "find_page=-1",
            "find_page=1.5",
            "find_theme=%3Cscript%3E",
        ],
    )
    def test_an_unknown_value_is_an_error(self, library, query):
        shown = panel(query=query, selection="year=2023")
        assert labels(shown) == []
        assert "Nothing is listed." in words(shown)
        assert "<script>" not in html(shown)

    def test_a_draft_cannot_be_asked_for(self, library):
        draft = make_review(state="draft", title="Child X", learning=["Secret."])
        shown = panel(query=f"find_review=r{draft.pk}", selection="year=2023")
        assert labels(shown) == []
        assert "Child X" not in html(shown)


class TestPages:
    def test_twenty_points_to_a_page(self):
        make_review(learning=[f"Number {n} of them." for n in range(45)])
        assert len(labels(panel(selection="year=2023"))) == 20
        shown = panel(query="find_page=3", selection="year=2023")
        assert len(labels(shown)) == 5
        assert "Page 3 of 3" in words(shown)

    @pytest.mark.parametrize("number", ["4", "999999999", "0"])
    def test_a_page_that_is_not_there_is_the_nearest(self, number):
        make_review(learning=[f"Number {n} of them." for n in range(45)])
        shown = panel(query=f"find_page={number}", selection="year=2023")
        assert f"Page {1 if number == '0' else 3} of 3" in words(shown)

    def test_found_by_words_too(self):
        make_review(learning=[f"Father {n} of them." for n in range(45)])
        pages = [
            labels(panel(query=f"find_q=father&find_page={n}", selection="year=2023"))
            for n in (1, 2, 3)
        ]
        assert [len(one) for one in pages] == [20, 20, 5]
        assert len(set(sum(pages, []))) == 45


class TestSample:
    def test_what_is_used_and_what_is_not(self):
        used = make_review(title="Child B", learning=["Ask.", "Look."])
        whole = make_review(title="Child C", learning=["Say."])
        unused = make_review(title="Child D", reference="CR-2023-0009", learning=["Stay."])
        cites = statement(cites=[token(used), whole])
        shown = words(panel(pinned=[used, whole, unused], **cites))
        assert "2 of 3 reviews used , 3 of 4 points not used yet" in shown
        assert "Not used: Child D CR-2023-0009" in shown

    def test_a_citation_that_is_not_pinned_does_not_count(self):
        pinned, other = make_review(learning=["Ask."]), make_review(learning=["Look."])
        shown = words(panel(pinned=[pinned], **statement(cites=[token(other)])))
        assert "0 of 1 reviews used , 1 of 1 points not used yet" in shown

    def test_many_unused_are_named_in_the_list(self):
        reviews = [make_review(title=f"Child {n}") for n in range(7)]
        shown = words(panel(pinned=reviews))
        assert "and 3 more" in shown
        assert "Child 6" in shown

    def test_a_withdrawn_review_is_said_to_be_and_counts_no_more(self):
        review = make_review(title="Child B", learning=["Ask."])
        stays = make_review(title="Child C", learning=["Look."])
        point = token(review)
        publishing.withdraw(review=review, by=None)
        shown = panel(pinned=[review, stays], **statement(cites=[point]))
        assert "0 of 1 reviews used" in words(shown)
        assert "Withdrawn: it counts no more" in words(shown)
        assert f'value="unpin:r{review.pk}"' in html(shown)
        assert labels(shown) == ["Child C, learning 1"]

    def test_one_that_is_no_longer_selected_is_said_to_be(self):
        review = make_review(themes=["housing"], learning=["Ask."])
        make_review(themes=["neglect"])
        assert "does not match the selection" in words(
            panel(selection="theme=neglect", pinned=[review])
        )

    def test_a_draft_that_is_pinned_by_hand_has_no_name(self):
        draft = make_review(state="draft", title="Child X", learning=["Secret."])
        shown = html(panel(pinned=[draft, "r999999", "x", "r0"]))
        assert "Child X" not in shown
        assert draft.reference not in shown
        assert "Secret" not in shown
        assert shown.count("A review that is not in the repository any more.") == 2

    def test_pinning_all_of_the_selection_is_offered(self):
        reviews = [make_review() for _ in range(3)]
        assert "Pin all 3 of the selection" in words(panel(selection="year=2023"))
        shown = panel(selection="year=2023", pinned=reviews[:1])
        assert "Pin the other 2 of the selection" in words(shown)
        assert "pin-all" not in html(panel(selection="year=2023", pinned=reviews))

    def test_of_too_many_it_says_so(self, monkeypatch):
        monkeypatch.setattr("briefings.editing.builder.MOST_PINNED", 2)
        for _ in range(3):
            make_review()
        shown = words(panel(selection="year=2023"))
        assert "3 reviews match the selection, more than a sample is made of at once." in shown
        assert "pin the newest 2" in shown

    def test_the_tally_has_a_mark_for_each_review(self):
        used, other = make_review(learning=["Ask."]), make_review()
        shown = html(panel(pinned=[used, other], **statement(cites=[token(used)])))
        assert shown.count("<rect") == 2
        assert shown.count('<rect class="on"') == 1
        assert MOST_MARKS == 60


class TestTargets:
    def test_every_statement_and_a_new_one_in_each_section(self):
        review = make_review(learning=["Ask."])
        given = {
            **statement(says="Nobody asked the child what she wanted."),
            "sections": ["n1", "n2"],
            "sections-n1-heading": "Key issues",
            "sections-n2-heading": "Learning",
        }
        shown = html(panel(query="find_target=n1", pinned=[review], **given))
        assert '<optgroup label="1 Key issues">' in shown
        assert '<option value="new:n2">New statement in section 2</option>' in shown
        assert (
            '<option value="n1" selected>1.1 Nobody asked the child what she wanted.</option>'
            in shown
        )
        assert 'href="#statements-n1">Back to 1.1</a>' in shown

    @pytest.mark.parametrize("target", ["n9", "new:n9", "<b>", ""])
    def test_one_that_is_gone_is_a_new_statement_in_the_last_section(self, target):
        review = make_review(learning=["Ask."])
        shown = html(panel(query=f"find_target={target}", pinned=[review], **statement()))
        assert '<option value="new:n1" selected>' in shown

    def test_a_statement_whose_section_is_gone_is_still_counted(self):
        review = make_review(learning=["Ask."])
        given = {**statement(cites=[token(review)]), "sections": []}
        shown = words(panel(pinned=[review], **given))
        assert "1 of 1 reviews used" in shown
        assert "Used in a statement without a section" in shown


class TestCost:
    def library(self, times):
        for _ in range(times):
            make_review(
                themes=["neglect"],
                learning=[learn(f"Ask {n} about the father.", f"theme-{n}") for n in range(4)],
            )

    def built(self, query):
        """The panel of a briefing that pins every other review, and cites every third point."""
        reviews = [f"r{pk}" for pk in Review.objects.values_list("pk", flat=True)]
        points = [f"p{pk}" for pk in Point.objects.values_list("pk", flat=True)]
        given = statement(says="Nobody asked about the father.", cites=points[::3])
        return panel(query=query, selection="theme=neglect", pinned=reviews[::2], **given)

    @pytest.mark.parametrize(
        ("query", "most"), [("", 5), ("for=n1", 9), ("find_q=father", 6), ("find_unused=yes", 5)]
    )
    def test_statements_do_not_grow_with_rows(self, django_assert_max_num_queries, query, most):
        self.library(3)
        html(self.built(query))  # what this process keeps
        shown = self.built(query)
        with django_assert_max_num_queries(most) as first:
            html(shown)
        self.library(12)
        html(self.built(query))
        shown = self.built(query)
        with django_assert_max_num_queries(len(first)):
            html(shown)
