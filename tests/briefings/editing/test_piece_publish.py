"""The page on which an edition is looked at for the last time, and what its buttons do."""

import pytest

from briefings.choices import State, Verb
from briefings.editing import releasing
from briefings.models import WorkingCopy
from reviews import publishing as record_of_reviews
from tests.piece_drafts import REASON, begin, findings, make_cited, posted, publish, stored, write

pytestmark = pytest.mark.django_db

NO_EVIDENCE: dict[str, list[str]] = {"statements-n1-evidence": []}


@pytest.fixture
def review(db):
    return make_cited()


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def draft(contributor, review):
    return begin(contributor, review)


def page(edition):
    return f"/desk/briefings/{edition.pk}/publish/"


def texts(response):
    return response.content.decode()


def correct(review):
    """Let the point that is cited say something else."""
    review.points.filter(text="Ask.").update(text="Ask alone.")
    record_of_reviews.correct(review=review, by=None)


class TestTheLastLook:
    def test_a_whole_draft_is_published(self, at_desk, draft, editor):
        assert "Publish now" in texts(at_desk.get(page(draft)))
        sent = posted(draft, do="publish", note="Read twice.")
        response = at_desk.post(page(draft), sent, follow=True)
        assert response.redirect_chain == [(f"/desk/briefings/{draft.pk}/history/", 302)]
        assert "“When nobody asks”, edition 1, is public now." in texts(response)
        assert stored(draft).released_by == editor
        assert at_desk.get("/briefings/when-nobody-asks/").status_code == 200

    def test_what_stops_it_leads_to_its_field(self, at_desk, draft, editor):
        write(draft, editor, standfirst="", published="some day")
        found = texts(at_desk.get(page(draft)))
        assert f'href="/desk/briefings/{draft.pk}/#id_standfirst"' in found
        assert f'href="/desk/briefings/{draft.pk}/#id_published"' in found
        response = at_desk.post(page(draft), posted(draft, do="publish"))
        assert response.status_code == 422
        assert "can’t be published yet" in texts(response)

    def test_a_statement_without_evidence_asks_why(self, at_desk, draft, editor):
        write(draft, editor, **NO_EVIDENCE)
        (one,) = findings(draft)
        found = texts(at_desk.get(page(draft)))
        assert "Statement 1.1" in found and "This statement cites nothing." in found
        number = posted(draft)["number"]
        response = at_desk.post(page(draft), {"do": "publish", "number": number})
        assert response.status_code == 422
        assert "Say why, or change the text." in texts(response)
        at_desk.post(page(draft), posted(draft, do="publish"))
        assert stored(draft).content.statements[0].reason == REASON

    def test_reasons_are_kept_when_something_else_is_missing(self, at_desk, draft, editor):
        write(draft, editor, standfirst="", **NO_EVIDENCE)
        at_desk.post(page(draft), posted(draft, do="publish"))
        assert REASON in texts(at_desk.get(page(draft)))

    def test_the_same_question_is_asked_once(self, at_desk, draft, editor):
        said = {"section": "n1", "text": "Nobody asked the child."}
        more = {f"statements-n2-{name}": text for name, text in said.items()}
        write(draft, editor, statements=["n1", "n2"], **more, **NO_EVIDENCE)
        found = texts(at_desk.get(page(draft)))
        assert found.count("This statement cites nothing.") == 1

    def test_only_what_was_looked_at_is_published(self, at_desk, draft, contributor):
        sent = posted(draft, do="publish", note="Read twice.")
        write(draft, contributor, standfirst="Another.")
        response = at_desk.post(page(draft), sent)
        assert response.status_code == 409
        assert "The text has changed since you looked at it" in texts(response)
        assert "Read twice." in texts(response)
        assert stored(draft).state == State.DRAFT

    def test_a_review_that_was_withdrawn_meanwhile_is_named(self, at_desk, draft, review):
        sent = posted(draft, do="publish")
        record_of_reviews.withdraw(review=review, by=None)
        response = at_desk.post(page(draft), sent)
        assert response.status_code == 422
        found = texts(response)
        assert "This statement cites a review that is not public." in found
        assert f"“{review.reference}”" in found
        assert stored(draft).state == State.DRAFT

    def test_twice_says_that_it_is_done(self, at_desk, draft):
        sent = posted(draft, do="publish")
        at_desk.post(page(draft), sent)
        response = at_desk.post(page(draft), sent)
        assert response.status_code == 409
        assert "has no changes to publish" in texts(response)

    def test_a_draft_that_is_gone_is_not_found(self, at_desk, draft, editor):
        sent = posted(draft, do="publish")
        releasing.COPIES.discard(draft, by=editor)
        assert at_desk.post(page(draft), sent).status_code == 404


class TestCorrections:
    def test_show_what_becomes_different_word_by_word(self, at_desk, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="What two reviews say of asking.")
        found = texts(at_desk.get(page(edition)))
        assert "1 difference from the public page" in found
        assert "[removed: </span>one" in found and "[added: </span>two" in found

    def test_a_public_note_stands_on_the_page(self, at_desk, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="Another.")
        at_desk.post(page(edition), posted(edition, do="publish", public_note="A word was wrong."))
        assert "A word was wrong." in texts(at_desk.get("/briefings/when-nobody-asks/"))

    def test_a_note_that_gives_something_away_is_asked_about(self, at_desk, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="Another.")
        sent = posted(edition, do="publish", public_note="They live at TR1 2AB.")
        response = at_desk.post(page(edition), sent)
        assert response.status_code == 422
        assert "Look at the public note again" in texts(response)
        at_desk.post(page(edition), {**sent, "note-may-stand": "yes"})
        assert stored(edition).standfirst == "Another."

    def test_without_changes_there_is_nothing_to_publish(self, at_desk, editor):
        edition = publish(editor)
        assert "there are no changes to publish" in texts(at_desk.get(page(edition)))


class TestANewEdition:
    def test_is_begun_compared_and_published(self, at_desk, editor):
        edition = publish(editor)
        address = f"/desk/briefings/{edition.pk}/new-edition/"
        assert "Begin edition 2" in texts(at_desk.get(address))
        response = at_desk.post(address)
        draft = edition.piece.editions.get(number=2)
        assert response["Location"] == f"/desk/briefings/{draft.pk}/"
        assert "There is no date." in texts(at_desk.get(page(draft)))
        write(draft, editor, standfirst="A year later.", published="April 2026")
        found = texts(at_desk.get(page(draft)))
        assert "It is dated earlier than the edition before it." in found
        assert "“Edition 1: May 2026”" in found
        write(draft, editor, published="June 2026")
        found = texts(at_desk.get(page(draft)))
        assert "2 differences from edition 1" in found
        assert "Edition 1 is marked superseded." in found
        at_desk.post(page(draft), posted(draft, do="publish"))
        assert "A year later." in texts(at_desk.get("/briefings/when-nobody-asks/"))
        old = texts(at_desk.get("/briefings/when-nobody-asks/editions/1/"))
        assert "superseded" in old and "A year later." not in old

    def test_one_at_a_time(self, at_desk, editor):
        edition = publish(editor)
        address = f"/desk/briefings/{edition.pk}/new-edition/"
        at_desk.post(address)
        response = at_desk.post(address)
        assert response.status_code == 409
        assert "A new edition is being written already" in texts(response)
        assert edition.piece.editions.count() == 2


class TestWhoMay:
    def test_a_contributor_offers_it_and_takes_it_back(self, client, contributor, draft):
        client.force_login(contributor)
        found = texts(client.get(page(draft)))
        assert "Publish now" not in found and "Offer it to be published" in found
        client.post(page(draft), {"do": "offer", "number": 2, "note": "Please read."})
        assert WorkingCopy.objects.get().offered_by == contributor
        assert "Take the offer back" in texts(client.get(page(draft)))
        client.post(page(draft), {"do": "take-back", "number": 2})
        assert WorkingCopy.objects.get().offered_at is None

    def test_the_writer_does_not_publish_where_a_second_person_is_asked_for(
        self, at_desk, draft, editor, settings
    ):
        write(draft, editor, standfirst="Another.")
        settings.SECOND_PERSON = True
        assert "somebody else publishes it" in texts(at_desk.get(page(draft)))
        response = at_desk.post(page(draft), posted(draft, do="publish"))
        assert response.status_code == 409
        assert stored(draft).state == State.DRAFT


class TestWithdrawing:
    def test_takes_the_reason_and_leaves_the_wording(self, at_desk, editor):
        edition = publish(editor)
        address = f"/desk/briefings/{edition.pk}/withdraw/"
        assert at_desk.post(address, {"reason": "", "wording": ""}).status_code == 422
        sent = {"reason": "wrong", "wording": "A figure was wrong.", "note": "A letter."}
        response = at_desk.post(address, sent, follow=True)
        assert "is withdrawn. It is out of every page" in texts(response)
        gone = at_desk.get("/briefings/when-nobody-asks/")
        assert gone.status_code == 410 and "A figure was wrong." in texts(gone)
        step = edition.history.last()
        assert (step.verb, step.reason, step.note) == (Verb.WITHDRAWN, "wrong", "A letter.")
        again = at_desk.post(address, sent)
        assert again.status_code == 409 and "is withdrawn" in texts(again)

    @pytest.mark.parametrize(
        ("wording", "said"),
        [
            ("It said what one review says of asking and more.", "repeats words of the text"),
            ("The family of TR1 2AB asked for it.", "may identify somebody"),
        ],
    )
    def test_doubts_about_the_wording(self, at_desk, editor, wording, said):
        edition = publish(editor)
        address = f"/desk/briefings/{edition.pk}/withdraw/"
        response = at_desk.post(address, {"reason": "wrong", "wording": wording})
        assert response.status_code == 422 and said in texts(response)
        assert stored(edition).is_current
        stands = {"reason": "wrong", "wording": wording, "wording-may-stand": "yes"}
        at_desk.post(address, stands)
        assert stored(edition).state == State.WITHDRAWN

    def test_and_restoring(self, at_desk, editor):
        edition = publish(editor)
        at_desk.post(f"/desk/briefings/{edition.pk}/withdraw/", {"reason": "wrong", "wording": ""})
        address = f"/desk/briefings/{edition.pk}/restore/"
        assert "It was withdrawn on" in texts(at_desk.get(address))
        response = at_desk.post(address, {"note": "It was right."}, follow=True)
        assert "is public again." in texts(response)
        assert at_desk.get("/briefings/when-nobody-asks/").status_code == 200
        assert at_desk.post(address, {}).status_code == 409


class TestDiscarding:
    def test_a_draft_goes_wholly(self, at_desk, draft):
        address = f"/desk/briefings/{draft.pk}/discard/"
        assert "goes wholly" in texts(at_desk.get(address))
        response = at_desk.post(address, {"number": 2}, follow=True)
        assert response.redirect_chain == [("/desk/briefings/", 302)]
        assert "is gone." in texts(response)

    def test_a_text_that_changed_since_is_kept(self, at_desk, draft, contributor):
        write(draft, contributor, standfirst="Another.")
        response = at_desk.post(f"/desk/briefings/{draft.pk}/discard/", {"number": 2})
        assert response.status_code == 409
        assert "The text has changed since you looked at it" in texts(response)

    def test_a_contributor_discards_no_correction(self, client, contributor, editor):
        edition = publish(editor)
        write(edition, contributor, standfirst="Another.")
        client.force_login(contributor)
        assert client.get(f"/desk/briefings/{edition.pk}/discard/").status_code == 403


class TestLookingAgain:
    def test_says_what_changed_and_keeps_that_it_stays(self, at_desk, editor, review):
        edition = publish(editor, review=review)
        correct(review)
        address = f"/desk/briefings/{edition.pk}/looked-at/"
        response = at_desk.get(address)
        (notice,) = response.context["notices"]
        assert notice.text in texts(response)
        done = at_desk.post(address, {"notice": notice.text, "note": "Still right."}, follow=True)
        assert "stays as it is" in texts(done) and "To look at" not in texts(done)
        step = edition.history.last()
        assert (step.verb, step.note, step.changes) == (
            Verb.LOOKED_AT,
            "Still right.",
            [notice.text],
        )

    def test_what_has_changed_meanwhile_is_shown_first(self, at_desk, editor, review):
        edition = publish(editor, review=review)
        correct(review)
        address = f"/desk/briefings/{edition.pk}/looked-at/"
        (notice,) = at_desk.get(address).context["notices"]
        record_of_reviews.withdraw(review=review, by=None)
        response = at_desk.post(address, {"notice": notice.text})
        assert response.status_code == 409
        assert "More has changed since you looked" in texts(response)
        assert edition.history.last().verb == Verb.PUBLISHED


class TestLinks:
    def test_every_place_that_a_finding_names_is_on_the_edit_page(self, at_desk, editor):
        """Of a draft in which as much is wrong as can be."""
        withdrawn = make_cited()
        wrong = {
            **{"title": "", "standfirst": "", "published": "some day", "selection": "theme=lost"},
            **{"themes": [], "pinned": [f"r{withdrawn.pk}"], "body": "<b>Bold</b>"},
            **{"sections": ["n1", "n2"], "sections-n1-heading": "", "sections-n2-heading": "Empty"},
            **{"statements": ["n1", "n2"], "statements-n2-section": "n1"},
            **{
                "statements-n1-evidence": [f"r{withdrawn.pk}", "p999999"],
                "statements-n2-text": "So.",
            },
            **{"questions": ["n1"], "resources": ["n1"], "resources-n1-url": "nowhere"},
            **{"contacts": ["n1"], "contacts-n1-url": "nowhere"},
        }
        draft = begin(editor, **wrong)
        record_of_reviews.withdraw(review=withdrawn, by=None)
        form = at_desk.get(page(draft)).context["page"]
        asked = [one.url for one in (*form.blocking, *form.questions)]
        places = {url.partition("#")[2] for url in (*asked, *(url for _, url in form.mistakes))}
        assert len(places) > 12
        edit = texts(at_desk.get(f"/desk/briefings/{draft.pk}/"))
        assert [place for place in sorted(places) if f'id="{place}"' not in edit] == []
