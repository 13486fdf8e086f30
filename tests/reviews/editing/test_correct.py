"""Correcting what is public: differences word by word, and what the public is told of it."""

import pytest

from reviews import publishing
from reviews.choices import State, Verb
from reviews.editing import saving
from reviews.editing.releasing import Words
from tests import drafts, pages
from tests.factories import make_review

pytestmark = pytest.mark.django_db

TOLD = "The outcome was given as serious harm."


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def review(editor):
    return drafts.publish(editor)


def at(review, page):
    return f"/desk/reviews/{review.pk}/{page}/"


def text(response):
    return pages.read(response).one("main").text


def spans(page, tag):
    return [found.text for found in page.all(tag)]


def correct(client, review, **fields):
    sent = drafts.posted(review, **{"do": "publish", **fields})
    return client.post(at(review, "publish"), sent)


class TestDifferences:
    def test_word_by_word_beside_the_live_text(self, desk, review, editor):
        drafts.write(review, editor, summary="Child B was five. The review looks at the family.")
        for page in ("differences", "publish"):
            found = pages.read(desk.get(at(review, page)))
            assert any("four" in span for span in spans(found, "del")), page
            assert any("five" in span for span in spans(found, "ins")), page

    def test_nothing_is_being_changed(self, desk, review):
        assert "Nobody is correcting this review" in text(desk.get(at(review, "differences")))

    def test_a_draft_beside_nothing(self, desk, editor):
        draft = drafts.begin(editor)
        page = pages.read(desk.get(at(draft, "differences")))
        assert "an empty draft" in page.one("main").text
        assert any("Child B" in span for span in spans(page, "ins"))

    def test_between_two_saves(self, desk, review, editor):
        for title in ("Child C", "Child D"):
            drafts.write(review, editor, title=title)
        number = saving.opened(review).number
        query = {"from": number - 1, "to": number}
        page = pages.read(desk.get(at(review, "differences"), query))
        assert "Child C" in str(spans(page, "del")) or "C" in str(spans(page, "del"))
        assert "B" not in "".join(spans(page, "del"))
        assert f"version {number - 1}" in page.one("main").text

    @pytest.mark.parametrize("query", [{"from": 99}, {"to": "x"}, {"from": "9" * 30}])
    def test_a_save_that_is_not_there(self, desk, review, query):
        assert desk.get(at(review, "differences"), query).status_code == 404

    def test_who_may_look(self, client, contributor, manager, review):
        client.force_login(contributor)
        assert client.get(at(review, "differences")).status_code == 200
        client.force_login(manager)
        assert client.get(at(review, "differences")).status_code == 403


class TestCorrection:
    def test_is_public_at_once_with_what_is_said_of_it(self, desk, review, editor):
        address = review.get_absolute_url()
        before = desk.get(address)
        drafts.write(review, editor, outcome="serious-harm")
        assert desk.get(address).content == before.content
        assert correct(desk, review, public_note=TOLD, note="Letter of 3 May").status_code == 302
        page = pages.read(desk.get(address))
        shown = page.one("section", id="corrections").text
        assert TOLD in shown
        assert "Letter" not in shown
        step = review.history.last()
        found = (step.verb, step.by, step.note, step.public_note)
        assert found == (Verb.CORRECTED, editor, "Letter of 3 May", TOLD)

    def test_a_contributor_may_not_publish_it(self, client, contributor, review):
        drafts.write(review, contributor, title="Child C")
        client.force_login(contributor)
        assert "Offer it for publication" in text(client.get(at(review, "publish")))
        assert correct(client, review).status_code == 403
        assert drafts.stored(review).title == "Child B"

    def test_a_draft_has_nothing_to_tell_the_public(self, desk, editor):
        draft = drafts.begin(editor)
        assert pages.read(desk.get(at(draft, "publish"))).all("textarea", name="public_note") == []
        correct(desk, draft, public_note=TOLD)
        assert TOLD not in pages.body(desk.get(draft.get_absolute_url())).decode()

    def test_a_note_that_gives_something_away_is_looked_at_again(self, desk, review, editor):
        drafts.write(review, editor, title="Child C")
        told = "The father, Gareth Whitcombe, was not named before."
        response = correct(desk, review, public_note=told)
        assert response.status_code == 422
        assert "Gareth Whitcombe" in text(response)
        assert drafts.stored(review).title == "Child B"
        correct(desk, review, public_note=told, **{"note-may-stand": "yes"})
        assert drafts.stored(review).title == "Child C"

    def test_markup_in_the_note_is_text(self, desk, review, editor):
        drafts.write(review, editor, title="Child C")
        correct(desk, review, public_note="<i>One</i> letter.")
        body = pages.body(desk.get(review.get_absolute_url())).decode()
        assert "&lt;i&gt;One&lt;/i&gt; letter." in body

    def test_too_long_a_note(self, desk, review, editor):
        drafts.write(review, editor, title="Child C")
        assert correct(desk, review, public_note="x" * 301).status_code == 422
        assert drafts.stored(review).title == "Child B"


class TestThePublicPage:
    def told(self, client, review):
        page = pages.read(client.get(review.get_absolute_url()))
        return [item.text for item in page.one("ol", class_="corrections").all("li")]

    def test_names_corrections_that_were_told_the_latest_first(self, client, editor):
        review = make_review()
        for note in ("The year.", "", "The agency."):
            publishing.correct(review=review, by=editor, note="Private", public_note=note)
        days = {step.at.astimezone().strftime("%-d %B %Y") for step in review.history.all()}
        found = self.told(client, review)
        assert [line.partition(": ")[2] for line in found] == ["The agency.", "The year."]
        assert all(any(day in line for day in days) for line in found)

    def test_says_nothing_where_nothing_was_told(self, client, editor):
        review = make_review()
        publishing.correct(review=review, by=editor, note="Private")
        page = pages.read(client.get(review.get_absolute_url()))
        assert page.all("section", id="corrections") == []

    def test_keeps_what_was_told_after_a_restoration(self, client, editor):
        review = make_review()
        publishing.correct(review=review, by=editor, public_note="The year.")
        publishing.withdraw(review=review, by=editor, wording="Not public.")
        publishing.restore(review=review, by=editor)
        assert len(self.told(client, review)) == 1

    def test_costs_one_query_at_most(self, client, editor, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        plain, told = make_review(), make_review()
        for _ in range(5):
            publishing.correct(review=told, by=editor, public_note="The year.")
        counts = []
        for review in (plain, told):
            client.get("/reviews/")
            with CaptureQueriesContext(connection) as queries:
                client.get(review.get_absolute_url())
            counts.append(len(queries))
        assert counts[1] <= counts[0] + 1


def test_states_and_words_of_a_release(editor, review):
    drafts.write(review, editor, title="Child C")
    drafts.release(review, editor, words=Words("Private", "Public."))
    assert drafts.state_of(review) == State.PUBLISHED
    assert drafts.stored(review).corrected_by == editor
