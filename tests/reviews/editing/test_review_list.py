"""The desk's list of reviews in every state: what is found, how it is shown, bad addresses."""

from datetime import date

import pytest

from reviews.dates import PartialDate
from reviews.editing import releasing, saving
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Outcome, ReviewType, Theme, WorkingCopy
from tests import pages
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db

LIST = "/desk/reviews/"


@pytest.fixture(autouse=True)
def terms():
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def begin(by, title, added="2026-11", **typed):
    review = saving.begin(by=by, title=title, added=PartialDate(added))
    if typed:
        change(review, by, **typed)
    return review


def change(review, by, **typed):
    found = saving.opened(review)
    for name, texts in typed.items():
        found.typed.set(name, *([texts] if isinstance(texts, str) else texts))
    saving.save(
        review=review, typed=found.typed, opened_at=found.number, by=by, vocabulary=current()
    )


def rows(response):
    tables = pages.read(response).all("table", class_="records")
    return [row for table in tables for row in table.one("tbody").all("tr")]


def titles(response):
    return [row.one("p", class_="title").text for row in rows(response)]


def found(client, query):
    return sorted(titles(client.get(f"{LIST}?{query}")))


@pytest.fixture
def some(editor, contributor):
    """A review in each state, by title."""
    draft = begin(contributor, "Draft")
    offered = begin(contributor, "Offered")
    releasing.COPIES.offer(offered, by=contributor)
    scheduled = begin(editor, "Scheduled")
    WorkingCopy.objects.filter(review=scheduled).update(
        publish_on=date(2026, 12, 3), scheduled_by=editor
    )
    correction = make_review(title="Correction", added="2024-02")
    change(correction, editor, headline="corrected")
    make_review(title="Published", added="2024-02")
    make_review(title="Withdrawn", added="2023-05", state="withdrawn")
    return {"draft": draft, "correction": correction}


class TestRights:
    def test_who_may_not_write_is_refused(self, client, manager):
        assert client.get(LIST).status_code == 302
        client.force_login(manager)
        assert client.get(LIST).status_code == 403

    def test_who_may_not_publish_is_not_offered_it(self, client, contributor, at_desk):
        make_review()
        assert 'value="publish"' in at_desk.get(LIST).text
        client.force_login(contributor)
        response = client.get(LIST)
        assert 'value="publish"' not in response.text
        assert 'value="offer"' in response.text


class TestStates:
    @pytest.mark.parametrize(
        ("state", "expected"),
        [
            ("draft", ["Draft", "Offered", "Scheduled"]),
            ("offered", ["Offered"]),
            ("scheduled", ["Scheduled"]),
            ("correction", ["Correction"]),
            ("published", ["Correction", "Published"]),
            ("withdrawn", ["Withdrawn"]),
        ],
    )
    def test_one(self, at_desk, some, state, expected):
        assert found(at_desk, f"state={state}") == expected

    def test_several_are_alternatives(self, at_desk, some):
        assert found(at_desk, "state=withdrawn&state=offered") == ["Offered", "Withdrawn"]

    def test_all_of_them_in_words(self, at_desk, some):
        said = {
            row.one("p", class_="title").text: row.all("td")[2].text
            for row in rows(at_desk.get(LIST))
        }
        assert said["Draft"].startswith("Draft")
        assert said["Offered"].startswith("Draft, offered for publication")
        assert said["Scheduled"].startswith("Draft, to be published on 3 December 2026")
        assert said["Correction"].startswith("Published, correction under way")
        assert said["Published"] == "Published"
        assert said["Withdrawn"] == "Withdrawn"


class TestWords:
    def test_title_reference_headline_partnership(self, at_desk, editor):
        review = make_review(
            title="Child Alpha",
            headline="a boy by the river",
            partnership="Calderfell Partnership",
        )
        make_review(title="Another")
        for words in ("alpha", review.reference, "RIVER", "calderfell", "alpha river"):
            assert found(at_desk, f"q={words}") == ["Child Alpha"], words
        assert found(at_desk, "q=alpha+another") == []

    def test_what_is_typed_counts_before_it_is_public(self, at_desk, editor):
        begin(editor, "Child B", partnership="Weirwood Partnership", headline="a girl of 4")
        assert found(at_desk, "q=weirwood") == ["Child B"]
        assert found(at_desk, "q=girl") == ["Child B"]

    def test_signs_of_patterns_are_letters(self, at_desk):
        make_review(title="100% sure_thing")
        make_review(title="100 sure things")
        assert found(at_desk, "q=100%25") == ["100% sure_thing"]
        assert found(at_desk, "q=sure_thing") == ["100% sure_thing"]


class TestFilters:
    def test_month_as_people_write_it_or_a_year(self, at_desk, some):
        assert found(at_desk, "added=2024-02") == ["Correction", "Published"]
        assert found(at_desk, "added=Feb+2024") == ["Correction", "Published"]
        assert found(at_desk, "added=2023") == ["Withdrawn"]

    def test_theme_of_the_public_page_and_of_what_is_typed(self, at_desk, editor):
        neglect = make_term(Theme, "neglect")
        make_term(Theme, "poverty", merged_into=neglect)
        make_review(title="Itself", themes=["neglect"])
        make_review(title="Point", learning=[{"text": "Ask.", "themes": ["neglect"]}])
        make_review(title="Merged", themes=["poverty"])
        make_review(title="Gone", themes=["neglect"], state="withdrawn")
        make_review(title="Other", themes=["supervision"])
        begin(editor, "Typed", themes=["neglect"])
        expected = ["Gone", "Itself", "Merged", "Point", "Typed"]
        assert found(at_desk, "theme=neglect") == expected
        assert found(at_desk, "theme=poverty") == expected
        assert len(found(at_desk, "theme=neglect&theme=supervision")) == 6

    def test_warnings(self, at_desk, some):
        copies = WorkingCopy.objects.all()
        copies.update(findings=[], is_blocked=False)
        copies.filter(review=some["draft"]).update(findings=["postcode"], is_blocked=True)
        copies.filter(review=some["correction"]).update(findings=["no-harm", "surname"])
        assert found(at_desk, "warning=surname") == ["Correction"]
        assert found(at_desk, "warning=surname&warning=postcode") == ["Correction", "Draft"]
        assert found(at_desk, "warning=any") == ["Correction", "Draft"]
        assert found(at_desk, "warning=blocked") == ["Draft"]
        offered = pages.read(at_desk.get(LIST)).one("details", id="facet-warning").all("input")
        assert {box["value"] for box in offered} == {
            *("any", "blocked", "postcode", "no-harm", "surname")
        }

    def test_mine(self, at_desk, some):
        assert found(at_desk, "mine=yes") == ["Correction", "Scheduled"]

    def test_filters_narrow_each_other(self, at_desk, some):
        assert found(at_desk, "state=published&mine=yes&added=2024") == ["Correction"]


class TestShown:
    def test_a_row(self, at_desk, editor):
        review = begin(
            editor, "Child C", headline="a girl of 4", partnership="Weirwood Partnership"
        )
        WorkingCopy.objects.update(findings=["mistake"], is_blocked=True)
        (row,) = rows(at_desk.get(LIST))
        text = row.text
        assert review.reference in text
        assert "a girl of 4 · Weirwood Partnership" in text
        assert "November 2026" in text
        assert "Changed today" in text
        assert "R. Okafor" in text
        assert "1 finding" in text
        links = {link["href"] for link in row.all("a")}
        own = f"{LIST}{review.pk}/"
        assert links == {own, f"{own}preview/", f"{own}history/", f"{own}publish/"}

    def test_the_last_step_of_what_nobody_works_on(self, at_desk):
        make_review(state="withdrawn")
        assert "Withdrawn today" in rows(at_desk.get(LIST))[0].text

    def test_orders(self, at_desk, editor):
        make_review(title="Bravo", added="2024-01")
        old = make_review(title="Alpha", added="2023-01")
        make_review(title="Charlie", added="2025-01")
        assert titles(at_desk.get(LIST)) == ["Charlie", "Bravo", "Alpha"]
        assert titles(at_desk.get(f"{LIST}?sort=oldest")) == ["Alpha", "Bravo", "Charlie"]
        assert titles(at_desk.get(f"{LIST}?sort=title")) == ["Alpha", "Bravo", "Charlie"]
        change(old, editor, headline="corrected")
        assert titles(at_desk.get(f"{LIST}?sort=changed"))[0] == "Alpha"

    def test_chips_take_one_thing_away_each(self, at_desk, some):
        response = at_desk.get(f"{LIST}?state=draft&state=offered&added=2026-11&q=draft&mine=yes")
        chips = pages.chips(response)
        assert set(chips) == {
            *("Words “draft”", "State Draft", "State Offered for publication"),
            *("Added November 2026", "Written by me"),
        }
        kept = pages.parameters(chips["State Draft"])
        assert kept == sorted(
            [("state", "offered"), ("added", "2026-11"), ("q", "draft"), ("mine", "yes")]
        )

    def test_pages_of_fifty(self, at_desk):
        for number in range(51):
            make_review(title=f"Child {number}")
        response = at_desk.get(f"{LIST}?state=published")
        assert len(rows(response)) == 50
        assert pages.heading(response) == "51 reviews"
        assert len(rows(at_desk.get(f"{LIST}?state=published&page=2"))) == 1
        missing = at_desk.get(f"{LIST}?state=published&page=3")
        assert missing.status_code == 404
        assert rows(missing) == []


class TestBadInput:
    @pytest.mark.parametrize(
        "query",
        [
            *("state=gone", "theme=nothing", "warning=nothing", "mine=no", "added=Mai+2023"),
            *("added=2023-05-03", "added=2020/2023", "sort=best", "page=0", "page=x", "colour=red"),
            *("q=a&q=b", "added=2023&added=2024", f"q={'a' * 201}", f"q={'a+' * 11}"),
        ],
    )
    def test_is_said_and_lists_nothing(self, at_desk, query):
        make_review()
        response = at_desk.get(f"{LIST}?{query}")
        assert response.status_code == 400
        assert rows(response) == []
        problem = pages.read(response).one("div", class_="problem")
        targets = [link["href"] for link in problem.one("ul").all("a")]
        assert targets
        for target in targets:
            if target not in {"#sort", "#page"}:
                pages.read(response).one(id=target[1:])

    def test_what_a_form_sends_empty_asks_for_nothing(self, at_desk):
        make_review()
        assert len(rows(at_desk.get(f"{LIST}?q=&added=&state="))) == 1


def test_the_same_queries_with_twice_the_rows(at_desk, editor, django_assert_max_num_queries):
    def fill():
        for number in range(4):
            begin(editor, f"Child {number}", partnership="Weirwood Partnership")
            make_review(partnership=f"Area {number} Partnership", themes=["neglect"])

    fill()
    address = f"{LIST}?q=child&theme=neglect&state=draft&state=published&warning=any"
    at_desk.get(address)
    for asked, most in ((LIST, 12), (address, 16)):
        with django_assert_max_num_queries(most) as first:
            at_desk.get(asked)
        counted = len(first)
        fill()
        at_desk.get(LIST)  # the catalogue follows the publications
        with django_assert_max_num_queries(counted):
            at_desk.get(asked)
