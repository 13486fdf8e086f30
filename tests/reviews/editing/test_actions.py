"""What the buttons of the edit page do to what is typed, before it is saved."""

import pytest

from reviews.editing import actions, saving
from reviews.editing.actions import Action, TooMany
from reviews.editing.typed import REFUSED, Typed
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Outcome, ReviewType
from tests.factories import make_term


def points(*texts):
    typed = Typed()
    for text in texts:
        typed.add_row("learning", text=text)
    return typed


def texts(typed, rows="learning"):
    return [typed.get(f"{rows}-{key}-text") for key in typed.rows(rows)]


def act(typed, do, review=None):
    return actions.perform(Action.of(do), typed, review)


@pytest.mark.parametrize(
    "text",
    ["", "x", "add", "add:", "add:themes", "remove:learning", "up:pages:p1", "save:me", "refuse:x"],
)
def test_a_button_that_is_none_only_saves(text):
    assert Action.of(text) == Action("save")


def test_publish_and_preview_are_told_apart_from_saving():
    assert [Action.of(text).verb for text in ("save", "publish", "preview")] == [
        "save",
        "publish",
        "preview",
    ]


class TestRows:
    def test_one_is_added_at_the_end_or_after_another(self):
        typed = points("One", "Two")
        assert act(typed, "after:learning:n1") == "learning-n3"
        assert act(typed, "add:learning") == "learning-n4"
        assert typed.rows("learning") == ["n1", "n3", "n2", "n4"]

    def test_move_as_far_as_the_list_goes(self):
        typed = points("One", "Two")
        assert act(typed, "up:learning:n2") == "learning-n2"
        act(typed, "up:learning:n2")
        assert texts(typed) == ["Two", "One"]
        act(typed, "down:learning:n2")
        assert texts(typed) == ["One", "Two"]

    def test_a_row_that_is_not_there_is_left_alone(self):
        typed = points("One")
        before = typed.copy()
        for verb in ("up", "down", "remove"):
            act(typed, f"{verb}:learning:p9")
        assert typed == before

    def test_one_is_removed_with_all_that_stands_in_it(self):
        typed = points("One", "Two")
        typed.set("learning-n1-themes", "neglect")
        assert act(typed, "remove:learning:n1") == actions.REMOVED
        assert typed == Typed({"learning": ["n2"], "learning-n2-text": ["Two"]})


class TestUndo:
    @pytest.fixture
    def draft(self, db):
        make_term(ReviewType, "serious-case-review")
        make_term(Outcome, "not-stated")
        return saving.begin(by=None)

    def save(self, draft, typed):
        number = saving.opened(draft).number
        saving.save(review=draft, typed=typed, opened_at=number, by=None, vocabulary=current())

    def test_puts_a_row_back_where_it_was(self, draft):
        self.save(draft, points("One", "Two", "Three"))
        typed = saving.opened(draft).typed
        act(typed, "remove:learning:n2")
        self.save(draft, typed)
        assert act(typed, "undo:learning:n2", draft) == "learning-n2"
        assert texts(typed) == ["One", "Two", "Three"]

    def test_twice_is_once(self, draft):
        typed = points("One")
        self.save(draft, typed)
        act(typed, "undo:learning:n1", draft)
        assert texts(typed) == ["One"]

    def test_of_a_row_that_never_was_leads_to_the_list(self, draft):
        typed = points("One")
        assert act(typed, "undo:learning:p77", draft) == "id_learning"
        assert texts(typed) == ["One"]


class TestRefuse:
    def test_is_kept(self):
        typed = Typed()
        at = act(typed, "refuse:learning-p12-themes:neglect")
        assert typed.all(REFUSED) == ["learning-p12-themes:neglect"]
        assert at == "id_learning-p12-themes_typed"


class TestPaste:
    def test_makes_rows_at_the_end(self):
        typed = points("One")
        first = actions.paste(typed, {"learning": "two; and three", "recommendations": "Four."})
        assert first == "learning-n2"
        assert texts(typed) == ["One", "two", "three"]
        assert texts(typed, "recommendations") == ["Four."]

    def test_nothing_is_nothing(self):
        typed = points("One")
        assert actions.paste(typed, {"learning": " \n", "other": "x"}) == ""
        assert texts(typed) == ["One"]

    def test_more_than_a_review_may_have_become_none(self):
        typed = points("One")
        with pytest.raises(TooMany, match="501 are too many at once. A review may have 300."):
            actions.paste(typed, {"learning": "\n".join(f"Point {n}." for n in range(500))})
        assert texts(typed) == ["One"]
