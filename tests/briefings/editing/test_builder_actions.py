"""The buttons of the panel of evidence: taking, pinning, answering suggestions, and its state."""

import pytest
from django.http import QueryDict

from briefings.editing import builder, builder_actions
from briefings.models import Piece
from tests.building import statement, typed
from tests.factories import make_review

pytestmark = pytest.mark.django_db

REAL, ILLUSTRATIVE = Piece(), Piece(illustrative=True)


def press(found, do, query="", piece=REAL):
    """Press a button; where the page goes, and what was sent."""
    post = QueryDict(query, mutable=True)
    post["do"] = do
    return builder_actions.perform(do, found, post, piece), post


def points(review):
    return [f"p{point.pk}" for point in review.points.order_by("order")]


class TestTaking:
    def test_into_a_statement_cites_it_and_pins_its_review(self):
        review = make_review(learning=["Ask.", "Listen."])
        first, second = points(review)
        found = typed(**statement(says="Nobody asked.", cites=[first]))
        at, _ = press(found, f"take:{second}", "find_target=n1")
        assert found.all("statements-n1-evidence") == [first, second]
        assert found.all("pinned") == [f"r{review.pk}"]
        assert found.get("statements-n1-text") == "Nobody asked."
        assert at == f"find-{second}"

    def test_into_a_new_statement_makes_one_without_text_at_the_end_of_the_section(self):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed(
            sections=["n1", "n2"],
            statements=["n1", "n2"],
            statements__n1__section="n1",
            statements__n2__section="n2",
        )
        at, post = press(found, f"take:{point}", "find_target=new:n1")
        assert found.rows("statements") == ["n1", "n3", "n2"]
        assert found.get("statements-n3-section") == "n1"
        assert found.get("statements-n3-text") == ""
        assert found.all("statements-n3-evidence") == [point]
        assert at == "statements-n3"
        assert "find_target=n3" in builder.state(post)

    def test_without_any_section_one_is_made(self):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed()
        press(found, f"take:{point}", "find_target=new:")
        assert found.rows("sections") == ["n1"]
        assert found.statements_of("n1") == ["n1"]

    def test_what_is_ticked_goes_into_one_statement(self):
        review = make_review(learning=["Ask.", "Listen.", "Look."])
        first, second, third = points(review)
        found = typed(sections=["n1"])
        query = f"find_target=new:n1&find_tick={first}&find_tick={third}"
        at, post = press(found, "take-ticked", query)
        assert found.all("statements-n1-evidence") == [first, third]
        assert at == "statements-n1"
        assert "find_tick" not in builder.state(post)

    def test_ticking_nothing_changes_nothing(self):
        found = typed(sections=["n1"])
        assert press(found, "take-ticked", "find_target=new:n1")[0] == "builder-list"
        assert found.rows("statements") == []

    def test_twice_is_once(self):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed(**statement(cites=[point]))
        press(found, f"take:{point}", "find_target=n1")
        assert found.all("statements-n1-evidence") == [point]

    @pytest.mark.parametrize("target", ["n9", "new:n9", "", "new:", "<b>", "new:n1:n2"])
    def test_a_target_that_is_gone_is_a_new_statement_in_the_last_section(self, target):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed(**statement())
        press(found, f"take:{point}", f"find_target={target}")
        assert found.all("statements-n1-evidence") == []
        assert found.all("statements-n2-evidence") == [point]
        assert found.statements_of("n1") == ["n1", "n2"]


class TestNotPublic:
    @pytest.mark.parametrize("state", ["draft", "withdrawn"])
    @pytest.mark.parametrize("do", ["take:{}", "accept:n1:{}", "take-ticked"])
    def test_a_point_that_is_not_public_is_not_taken(self, state, do):
        review = make_review(state=state, learning=["Ask."])
        (point,) = points(review)
        found = typed(**statement())
        at, _ = press(found, do.format(point), f"find_target=n1&find_tick={point}")
        assert found.all("statements-n1-evidence") == []
        assert found.all("pinned") == []
        assert at == builder_actions.NOT_TAKEN

    def test_of_several_those_that_are_public_are(self):
        (point,) = points(make_review(learning=["Ask."]))
        (other,) = points(make_review(state="withdrawn", learning=["Listen."]))
        found = typed(**statement())
        query = f"find_target=n1&find_tick={point}&find_tick={other}"
        at, _ = press(found, "take-ticked", query)
        assert found.all("statements-n1-evidence") == [point]
        assert at == builder_actions.NOT_TAKEN

    def test_nor_does_it_make_a_statement(self):
        (point,) = points(make_review(state="draft", learning=["Ask."]))
        found = typed(sections=["n1"])
        press(found, f"take:{point}", "find_target=new:n1")
        assert found.rows("statements") == []

    @pytest.mark.parametrize("state", ["draft", "withdrawn"])
    def test_a_review_that_is_not_public_is_not_pinned(self, state):
        review = make_review(state=state)
        found = typed()
        at, _ = press(found, f"pin:r{review.pk}")
        assert found.all("pinned") == []
        assert at == builder_actions.NOT_TAKEN

    @pytest.mark.parametrize(
        "token", ["p0", "p-1", "p999999999999", "p4294967296", "x1", "", "p1;", "pp1", "p٣", "n1"]
    )
    def test_a_token_that_is_none_is_nothing(self, token):
        make_review(learning=["Ask."])
        found = typed(**statement())
        for do in (f"take:{token}", f"accept:n1:{token}", f"refuse:n1:{token}", f"pin:{token}"):
            press(found, do, "find_target=n1")
        press(found, f"unpin:{token}")
        assert found.all("statements-n1-evidence") == []
        assert found.all("pinned") == found.all("refused") == []


class TestIllustrative:
    """What is real rests on real reviews alone, what is illustrative on illustrative ones."""

    @pytest.mark.parametrize(("piece", "taken"), [(REAL, 0), (ILLUSTRATIVE, 1)])
    def test_its_points_and_reviews_are_those_of_its_kind(self, piece, taken):
        review = make_review(illustrative=True, added="2026-10", learning=["Ask."])
        (point,) = points(review)
        for do in (f"take:{point}", f"accept:n1:{point}", f"pin:r{review.pk}", "pin-all"):
            found = typed(selection="year=2026", **statement())
            press(found, do, "find_target=n1", piece)
            assert len(found.all("pinned")) == taken, do

    def test_an_illustrative_one_takes_no_real_review(self):
        review = make_review(learning=["Ask."])
        found = typed(selection="year=2023", **statement())
        press(found, "pin-all", piece=ILLUSTRATIVE)
        press(found, f"take:{points(review)[0]}", "find_target=n1", ILLUSTRATIVE)
        assert found.all("pinned") == found.all("statements-n1-evidence") == []


class TestPinning:
    def test_one_and_back(self):
        review = make_review()
        found = typed()
        assert press(found, f"pin:r{review.pk}")[0] == "builder-sample"
        assert found.all("pinned") == [f"r{review.pk}"]
        assert press(found, f"unpin:r{review.pk}")[0] == "builder-sample"
        assert found.all("pinned") == []

    def test_beside_a_point_the_page_stays_there(self):
        review = make_review(learning=["Ask."])
        (point,) = points(review)
        assert press(typed(), f"pin:r{review.pk}:{point}")[0] == f"find-{point}"

    def test_all_of_the_selection(self):
        inside = [make_review(themes=["neglect"]) for _ in range(3)]
        outside = make_review(themes=["housing"])
        found = typed(selection="theme=neglect", pinned=[outside])
        press(found, "pin-all")
        assert set(found.all("pinned")) == {f"r{one.pk}" for one in (outside, *inside)}

    def test_of_too_many_the_newest(self, monkeypatch):
        monkeypatch.setattr(builder_actions, "MOST_PINNED", 2)
        months = ("2020-01", "2023-01", "2022-01")
        reviews = [make_review(themes=["neglect"], added=month) for month in months]
        found = typed(selection="theme=neglect")
        press(found, "pin-all")
        assert found.all("pinned") == [f"r{reviews[1].pk}", f"r{reviews[2].pk}"]

    @pytest.mark.parametrize("selection", ["", "theme=gone", "colour=red"])
    def test_without_a_selection_that_can_be_read_nothing(self, selection):
        make_review()
        found = typed(selection=selection)
        press(found, "pin-all")
        assert found.all("pinned") == []


class TestSuggestions:
    def test_accepting_cites_and_pins(self):
        review = make_review(learning=["Ask."])
        (point,) = points(review)
        found = typed(**statement())
        at, _ = press(found, f"accept:n1:{point}", "for=n1")
        assert at == "builder-support"
        assert found.all("statements-n1-evidence") == [point]
        assert found.all("pinned") == [f"r{review.pk}"]

    def test_refusing_is_kept_for_that_statement(self):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed(**statement())
        assert press(found, f"refuse:n1:{point}", "for=n1")[0] == "builder-support"
        press(found, f"refuse:n1:{point}", "for=n1")
        assert found.all("refused") == [f"n1:{point}"]

    def test_for_a_statement_that_is_gone_nothing_happens(self):
        (point,) = points(make_review(learning=["Ask."]))
        found = typed(**statement())
        press(found, f"accept:n7:{point}")
        press(found, f"refuse:n7:{point}")
        assert found.all("refused") == found.all("pinned") == []
        assert found.all("statements-n7-evidence") == []

    @pytest.mark.parametrize("do", ["refuse:themes:neglect", "save", "up:sections:n1", "", ":::"])
    def test_what_is_not_the_panels_is_left_to_the_page(self, do):
        assert press(typed(), do)[0] is None


class TestSelection:
    def test_another_takes_the_place_of_the_one_that_is_typed(self):
        found = typed(selection="theme=neglect&year=2021")
        at, _ = press(found, "select:year=2021")
        assert found.get("selection") == "year=2021"
        assert at == "builder-selection"
        press(found, "select:")
        assert found.get("selection") == ""

    def test_any_button_reads_what_is_pasted_and_adds_what_is_chosen(self):
        found = typed(selection="https://reviews.example/reviews/?theme=neglect&page=2")
        press(found, "find", "find_add_nation=england")
        assert found.get("selection") == "theme=neglect&nation=england"


class TestState:
    @pytest.mark.parametrize(
        ("sent", "do", "query"),
        [
            ("find_q=asked+twice&find_page=3", "take:p1", "find_q=asked+twice&find_page=3"),
            ("find_q=asked&find_page=3", "find", "find_q=asked"),
            ("find_theme=neglect&find_page=2", "page:4", "find_theme=neglect&find_page=4"),
            (
                "find_q=x&find_theme=neglect&find_target=n1&for=n2",
                "show:unused",
                "find_from=sample&find_unused=yes&find_target=n1&for=n2",
            ),
            ("find_unused=yes&find_q=x", "show:r7", "find_review=r7"),
            ("find_unused=yes&find_q=x", "show:all", ""),
            ("find_page=2", "theme:housing", "find_theme=housing"),
            ("find_page=2", "support:n3", "find_target=n3&find_page=2&for=n3"),
            ("for=n3&find_page=2", "close", "find_page=2"),
            ("", "unpin:r7", "find_open=sample"),
            ("find_open=sample", "find", ""),
            ("find_kind=learning&find_q=+&title=secret", "save", "find_kind=learning"),
            ("find_q=%00%0d%0aa", "save", "find_q=a"),
        ],
    )
    def test_the_page_comes_back_as_it_was(self, sent, do, query):
        post = QueryDict(sent, mutable=True)
        post["do"] = do
        assert builder.state(post) == query

    def test_nothing_in_it_is_long(self):
        post = QueryDict(mutable=True)
        post.update({"find_q": "a" * 9000, "find_theme": "b" * 9000, "do": "page:" + "9" * 9000})
        assert len(builder.state(post)) < 700

    def test_where_the_page_goes(self):
        for do, at in (
            ("find", "builder-list"),
            ("page:2", "builder-list"),
            ("show:unused", "builder-list"),
            ("support:n1", "builder-support"),
            ("close", "statements-n1"),
        ):
            assert press(typed(), do, "for=n1")[0] == at
