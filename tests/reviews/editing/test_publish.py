"""/desk/reviews/<pk>/publish/: the last look, and every way in which it can be too late."""

import pytest
from django.test import override_settings

from reviews.choices import State, Verb
from reviews.editing import saving
from reviews.models import Review, WorkingCopy
from tests import drafts, pages
from tests.factories import make_review

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def draft(editor):
    return drafts.begin(editor)


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def address(review):
    return f"/desk/reviews/{review.pk}/publish/"


def text(response):
    return pages.read(response).one("main").text


def send(client, review, **fields):
    fields.setdefault("do", "publish")
    return client.post(address(review), drafts.posted(review, **fields))


class TestPublishing:
    def test_says_what_is_asked_and_publishes_it(self, desk, draft, editor):
        page = pages.read(desk.get(address(draft)))
        assert page.one("h1").text == "Publish Child B"
        labels = {field.text for field in page.all("label")}
        asked = drafts.findings(draft)
        assert sum("Why " in label for label in labels) == bool(asked)
        response = send(desk, draft, note="May list")
        assert response.status_code == 302
        assert drafts.state_of(draft) == State.PUBLISHED
        last = draft.history.last()
        assert (last.verb, last.by, last.note) == (Verb.PUBLISHED, editor, "May list")
        assert "is public now" in text(desk.get(response["Location"]))
        assert drafts.is_public(desk, draft)

    def test_nothing_is_published_by_looking(self, desk, draft):
        desk.get(address(draft))
        assert drafts.state_of(draft) == State.DRAFT

    def test_nothing_of_it_may_be_kept(self, desk, draft):
        assert desk.get(address(draft))["Cache-Control"] == "no-store"

    def test_a_month_later_by_somebody_else_who_was_offered_it(self, client, draft, contributor):
        client.force_login(contributor)
        said = text(client.get(address(draft)))
        assert "An editor publishes it." in said
        assert "Publish now" not in said
        assert send(client, draft, do="offer", note="Please look").status_code == 302
        copy = WorkingCopy.objects.get(review=draft)
        assert copy.offered_by == contributor
        assert draft.history.last().note == "Please look"
        assert "Offered by C. Vaughan" in text(client.get(address(draft)))
        assert send(client, draft, do="take-back").status_code == 302
        assert WorkingCopy.objects.get(review=draft).offered_at is None


class TestWhoMayNot:
    @pytest.mark.parametrize("do", ["publish", "schedule", "unschedule"])
    def test_a_contributor(self, client, draft, contributor, do):
        client.force_login(contributor)
        assert send(client, draft, do=do).status_code == 403
        assert drafts.state_of(draft) == State.DRAFT

    def test_a_manager(self, client, draft, manager):
        client.force_login(manager)
        assert client.get(address(draft)).status_code == 403
        assert send(client, draft).status_code == 403

    def test_somebody_who_is_not_signed_in(self, client, draft):
        response = client.get(address(draft))
        assert response.status_code == 302
        assert "/account/" in response["Location"]

    def test_who_wrote_it_where_a_second_person_is_asked_for(self, desk, draft):
        with override_settings(SECOND_PERSON=True):
            assert "somebody else publishes it" in text(desk.get(address(draft)))
            response = send(desk, draft)
        assert response.status_code == 409
        assert "Somebody else has to publish it" in text(response)
        assert drafts.state_of(draft) == State.DRAFT


class TestWhatStops:
    def test_mistakes_lead_to_their_fields(self, desk, draft, editor):
        drafts.write(draft, editor, incident="some time ago")
        page = pages.read(desk.get(address(draft)))
        links = {a["href"] for a in page.one("div", class_="alert").all("a")}
        assert f"/desk/reviews/{draft.pk}/#id_incident" in links
        assert send(desk, draft).status_code == 422
        assert drafts.state_of(draft) == State.DRAFT

    def test_what_blocks_leads_to_its_field(self, desk, draft, editor):
        drafts.write(draft, editor, **{"learning-n2-text": "Ring 01632 960983 at any time."})
        page = pages.read(desk.get(address(draft)))
        links = {a["href"]: a.text for a in page.one("div", class_="alert").all("a")}
        found = links[f"/desk/reviews/{draft.pk}/#id_learning-n2-text"]
        assert found == "Learning point 2: This looks like a telephone number."

    def test_what_asks_has_a_field_for_a_reason(self, desk, draft, editor):
        drafts.write(draft, editor, harms=[])
        response = desk.post(address(draft), {"do": "publish", "number": 3})
        assert response.status_code == 422
        assert "Say why, or change the text." in text(response)

    def test_reasons_are_kept_whatever_else_is_missing(self, desk, draft, editor):
        drafts.write(draft, editor, harms=[], themes=[], incident="some time ago")
        key = next(one.key for one in drafts.findings(draft) if one.code == "no-harm")
        sent = {"do": "publish", "number": 3, f"reason-{key}": "The source tells of none."}
        page = pages.read(desk.post(address(draft), {**sent, "note": "For May"}))
        texts = [area.raw.strip() for area in page.all("textarea")]
        assert {"The source tells of none.", "For May"} <= set(texts)
        assert WorkingCopy.objects.get(review=draft).acknowledged == {
            key: "The source tells of none."
        }
        again = pages.read(desk.get(address(draft)))
        assert "The source tells of none." in [area.raw.strip() for area in again.all("textarea")]

    def test_a_possible_duplicate_stands_beside_it(self, desk, editor):
        other = drafts.publish(editor)
        draft = drafts.begin(editor)
        page = pages.read(desk.get(address(draft)))
        sides = [side.text for side in page.all("article", class_="side")]
        assert len(sides) == 2
        assert other.reference in sides[1]
        assert "Child B was four." in sides[1]

    def test_a_long_reason_is_kept_and_refused(self, desk, draft, editor):
        drafts.write(draft, editor, harms=[])
        key = next(one.key for one in drafts.findings(draft) if one.code == "no-harm")
        sent = drafts.posted(draft, do="publish") | {f"reason-{key}": "x" * 301}
        response = desk.post(address(draft), sent)
        assert response.status_code == 422
        assert "x" * 301 in pages.body(response).decode()


class TestTooLate:
    def test_what_was_looked_at_is_not_what_stands_there_now(self, desk, draft, contributor):
        number = saving.opened(draft).number
        drafts.write(draft, contributor, headline="A boy of four years")
        response = send(desk, draft, number=number, note="For May")
        assert response.status_code == 409
        said = text(response)
        assert "The text has changed since you looked at it" in said
        assert "C. Vaughan" in said
        page = pages.read(response)
        assert page.one("input", name="number")["value"] == str(number + 1)
        assert "For May" in [area.raw.strip() for area in page.all("textarea")]
        assert drafts.state_of(draft) == State.DRAFT

    def test_twice(self, desk, draft):
        sent = drafts.posted(draft, do="publish")
        assert desk.post(address(draft), sent).status_code == 302
        response = desk.post(address(draft), sent)
        assert response.status_code == 409
        assert "is published, and there are no changes to publish" in text(response)
        assert draft.history.filter(verb=Verb.PUBLISHED).count() == 1

    def test_back_after_publishing(self, desk, draft):
        send(desk, draft)
        response = desk.get(address(draft))
        assert response.status_code == 200
        assert "is published, and there are no changes to publish" in text(response)

    def test_withdrawn_meanwhile(self, desk, editor):
        review = make_review(state="withdrawn")
        drafts.write(review, editor, title="Child C")
        assert "Restore it first" in text(desk.get(address(review)))
        assert send(desk, review).status_code == 409
        assert drafts.state_of(review) == State.WITHDRAWN

    def test_gone(self, desk, draft):
        sent = drafts.posted(draft, do="publish")
        Review.objects.all().delete()
        assert desk.post(address(draft), sent).status_code == 404


class TestBadInput:
    @pytest.mark.parametrize("do", ["", "delete", "publish\x00"])
    def test_an_unknown_verb(self, desk, draft, do):
        assert send(desk, draft, do=do).status_code == 400

    @pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30])
    def test_an_unknown_number(self, desk, draft, number):
        assert send(desk, draft, number=number).status_code in {409, 422}
        assert drafts.state_of(draft) == State.DRAFT

    def test_a_draft_without_a_working_copy(self, desk):
        review = make_review(state="draft", harms=["drowning"], themes=["neglect"])
        assert desk.get(address(review)).status_code == 200
        assert send(desk, review).status_code == 302
        assert drafts.state_of(review) == State.PUBLISHED

    def test_what_was_acknowledged_as_unknown_is_not_stated(self, desk, draft, editor):
        drafts.write(draft, editor, type=[], outcome=[])
        assert send(desk, draft).status_code == 302
        review = drafts.stored(draft)
        assert (review.type.slug, review.outcome.slug) == ("not-stated", "not-stated")


def test_as_many_queries_for_more_points(desk, editor, django_assert_max_num_queries):
    review = drafts.publish(editor)
    keys = [f"n{number}" for number in range(1, 31)]
    texts = {f"learning-n{n}-text": f"Ask about thing {n} in good time." for n in range(1, 31)}
    drafts.write(review, editor, learning=keys, **texts)
    with django_assert_max_num_queries(40):
        assert desk.get(address(review)).status_code == 200
