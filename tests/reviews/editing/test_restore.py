"""/desk/reviews/<pk>/restore/ and /discard/: back into the public, and out of the desk."""

import re

import pytest

from reviews import publishing
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
def desk(client, editor):
    client.force_login(editor)
    return client


def text(response):
    return pages.read(response).one("main").text


class TestRestore:
    @pytest.fixture
    def review(self, editor):
        review = make_review()
        publishing.withdraw(review=review, by=editor, wording="It is not public any more.")
        return review

    def address(self, review):
        return f"/desk/reviews/{review.pk}/restore/"

    def test_asks_and_makes_it_public_again(self, desk, review, editor):
        said = text(desk.get(self.address(review)))
        assert "by R. Okafor" in said
        assert "“It is not public any more.”" in said
        response = desk.post(self.address(review), {"note": "The order ended"})
        assert response.status_code == 302
        assert drafts.is_public(desk, review)
        assert drafts.stored(review).withdrawn_wording == ""
        verbs = [(step.verb, step.note) for step in review.history.all()]
        assert verbs[-1] == (Verb.RESTORED, "The order ended")
        assert (Verb.WITHDRAWN, "") in verbs

    def test_what_is_typed_stays(self, desk, review, editor):
        drafts.write(review, editor, title="Child C")
        desk.post(self.address(review))
        assert saving.opened(review).typed.get("title") == "Child C"

    def test_twice_and_back(self, desk, review):
        desk.post(self.address(review))
        response = desk.post(self.address(review))
        assert response.status_code == 409
        assert f"{review.reference} is published" in text(response)
        assert "is published" in text(desk.get(self.address(review)))
        assert review.history.filter(verb=Verb.RESTORED).count() == 1

    def test_too_long_a_note(self, desk, review):
        response = desk.post(self.address(review), {"note": "x" * 2001})
        assert response.status_code == 422
        assert "x" * 2001 in pages.body(response).decode()


class TestDiscard:
    def test_the_page_of_a_draft_leads_there(self, desk, editor):
        draft = drafts.begin(editor)
        link = f'href="{self.address(draft)}"'
        assert link in desk.get(f"/desk/reviews/{draft.pk}/").content.decode()
        drafts.release(draft, editor)
        assert link not in desk.get(f"/desk/reviews/{draft.pk}/").content.decode()

    def address(self, review):
        return f"/desk/reviews/{review.pk}/discard/"

    def send(self, client, review, **fields):
        sent = {"number": saving.opened(review).number, **fields}
        return client.post(self.address(review), sent)

    def test_a_draft_goes_wholly(self, desk, editor):
        draft = drafts.begin(editor)
        assert "The draft goes wholly" in text(desk.get(self.address(draft)))
        assert Review.objects.exists()
        response = self.send(desk, draft)
        assert (response.status_code, response["Location"]) == (302, "/desk/")
        assert not Review.objects.exists()
        assert desk.post(self.address(draft), {"number": 2}).status_code == 404

    def test_of_a_public_review_only_the_changes_go(self, desk, editor):
        review = drafts.publish(editor)
        drafts.write(review, editor, title="Child C")
        assert "The public text stays as it is" in text(desk.get(self.address(review)))
        response = self.send(desk, review, note="No longer needed")
        assert response.status_code == 302
        assert drafts.is_public(desk, review)
        assert not WorkingCopy.objects.exists()
        step = review.history.last()
        assert (step.verb, step.note) == (Verb.DISCARDED, "No longer needed")
        assert self.send(desk, review).status_code == 409

    def test_another_text_than_was_looked_at(self, desk, editor, contributor):
        draft = drafts.begin(editor)
        number = saving.opened(draft).number
        drafts.write(draft, contributor, title="Child C")
        response = self.send(desk, draft, number=number)
        assert response.status_code == 409
        assert re.search("since you looked at it ?C. Vaughan saved it", text(response))
        assert Review.objects.exists()

    def test_no_number(self, desk, editor):
        draft = drafts.begin(editor)
        assert desk.post(self.address(draft)).status_code == 422
        assert Review.objects.exists()

    def test_a_contributor_discards_drafts_that_never_were_public(self, client, contributor):
        draft = drafts.begin(contributor)
        client.force_login(contributor)
        assert self.send(client, draft).status_code == 302
        assert not Review.objects.exists()

    def test_and_nothing_else(self, client, contributor, editor):
        client.force_login(contributor)
        for state in (State.PUBLISHED, State.WITHDRAWN):
            review = make_review(state=state)
            drafts.write(review, contributor, title="Child C")
            assert client.get(self.address(review)).status_code == 403
            assert self.send(client, review).status_code == 403
        assert WorkingCopy.objects.count() == 2
