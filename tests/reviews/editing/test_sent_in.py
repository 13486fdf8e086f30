"""What a partnership sent in, at the desk: who it was, the file for the draft, the answer."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from reviews.editing import sent_in
from reviews.editing.batches import deciding
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import DocumentKind, Outcome, Proposal, ReviewType, Upload
from reviews.submissions import forgetting
from tests.factories import make_term
from tests.submitting import EMAIL, PARTNERSHIP, letter_of, make_report, make_sent_in


@pytest.fixture(autouse=True)
def terms(db, storage):
    make_term(ReviewType, "local-child-safeguarding-practice-review")
    make_term(Outcome, "not-stated")
    make_term(DocumentKind, "overview-report")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def accept(submission, by):
    """The draft that the proposal becomes, and what is typed in it."""
    proposal = Proposal.objects.get(batch=submission.batch)
    review = deciding.accept(proposal=proposal, by=by, vocabulary=current())
    return review, Typed(review.working_copy.typed)


def page_of(response):
    return response.content.decode()


def address(submission, end=""):
    return f"/desk/intake/sent-in/{submission.pk}/{end}"


class TestAccepting:
    def test_the_permitted_file_is_the_drafts_document(self, editor):
        sent = make_sent_in(file=True, may_host=True, permitted_by="Independent scrutineer")
        review, typed = accept(sent, editor)
        [key] = typed.rows("documents")
        upload = Upload.objects.get(review=review)
        assert typed.get(f"documents-{key}-upload") == str(upload.pk)
        assert typed.get(f"documents-{key}-permission").startswith("Independent scrutineer")
        assert typed.get(f"documents-{key}-permitted_on") == sent.sent_at.date().isoformat()
        assert upload.file.name != sent.report.file.name
        with default_storage.open(upload.file.name) as file:
            assert file.read(5) == b"%PDF-"

    def test_it_outlives_what_is_kept_of_the_submission(
        self, editor, django_capture_on_commit_callbacks
    ):
        sent = make_sent_in(file=True, may_host=True, permitted_by="Chair")
        review, _ = accept(sent, editor)
        with django_capture_on_commit_callbacks(execute=True):
            forgetting.erase(sent)
        assert default_storage.exists(Upload.objects.get(review=review).file.name)

    def test_without_a_permission_only_the_link_is_taken(self, editor):
        _, typed = accept(make_sent_in(file=True), editor)
        [key] = typed.rows("documents")
        assert typed.get(f"documents-{key}-url") == "https://northmere.example/child-b"
        assert typed.get(f"documents-{key}-permission") == ""
        assert not Upload.objects.exists()

    def test_a_file_without_a_link_is_a_document_too(self, editor):
        given = {**make_sent_in().given, "link": ""}
        permitted = {"may_host": True, "permitted_by": "Chair"}
        _, typed = accept(make_sent_in(file=True, given=given, digest="x", **permitted), editor)
        [key] = typed.rows("documents")
        assert typed.get(f"documents-{key}-upload")

    def test_other_batches_are_left_alone(self, editor):
        sent = make_sent_in(file=True, may_host=True, permitted_by="Chair")
        sent.batch.origin, sent.batch.by = "pasted", editor
        sent.batch.save()
        sent_in.hand_over(batch=sent.batch, review=None, typed=Typed(), by=editor)
        assert not Upload.objects.exists()


class TestPage:
    def test_it_says_who_and_what_they_permit(self, desk):
        page = page_of(desk.get(address(make_sent_in(file=True))))
        for said in (PARTNERSHIP, "Jo Example, Business manager", EMAIL, "01632 960001"):
            assert said in page
        assert "Not permitted." in page
        assert "report.pdf" in page
        assert "Nothing yet." in page

    def test_the_link_of_who_asks_not_to_be_named_stands_here(self, desk):
        sent = make_sent_in(anonymous=True)
        page = page_of(desk.get(address(sent)))
        assert "asks not to be named" in page
        assert "https://northmere.example/child-b" in page

    def test_the_file_opens(self, desk):
        response = desk.get(address(make_sent_in(file=True), "file/"))
        assert response["Content-Type"] == "application/pdf"
        assert response.getvalue().startswith(b"%PDF-")

    def test_there_is_no_file_where_none_came(self, desk):
        assert desk.get(address(make_sent_in(), "file/")).status_code == 404

    def test_what_nobody_has_confirmed_is_not_shown(self, desk):
        from tests.submitting import make_submission

        waiting = make_submission()
        make_report(waiting)
        assert desk.get(address(waiting)).status_code == 404
        assert desk.get(address(waiting, "file/")).status_code == 404

    def test_once_it_is_erased_it_says_so(self, desk):
        sent = make_sent_in(file=True)
        forgetting.erase(sent)
        page = page_of(desk.get(address(sent)))
        assert "was erased on" in page
        assert "Jo Example" not in page + EMAIL[:0]


class TestDeclining:
    @pytest.fixture
    def skipped(self, editor):
        return make_sent_in(state="skipped", by=editor)

    def test_they_are_told_why_once(self, desk, skipped, letterbox):
        why = "It is in the library already: CR-2023-0001."
        assert desk.post(address(skipped), {"because": why}).status_code == 302
        call_command("send_letters", verbosity=0)
        recipient, subject, text = letterbox.take()
        assert recipient == EMAIL
        assert "what became of" in subject
        assert why in text
        desk.post(address(skipped), {"because": "Again."})
        call_command("send_letters", verbosity=0)
        assert letterbox.letters == []

    def test_a_reason_is_needed(self, desk, skipped):
        response = desk.post(address(skipped), {"because": " "})
        assert response.status_code == 422
        assert "Write why" in page_of(response)

    def test_what_still_waits_is_not_answered(self, desk):
        waiting = make_sent_in()
        assert "Tell them that" not in page_of(desk.get(address(waiting)))
        desk.post(address(waiting), {"because": "No."})
        assert "no longer skipped" in page_of(desk.get(address(waiting)))
        assert not waiting.letters.exists()

    def test_what_was_undone_can_be_answered_too(self, desk, editor, letterbox):
        undone = make_sent_in()
        batch = undone.batch
        deciding.undo(batch=batch, number=batch.number, by=editor)
        assert desk.post(address(undone), {"because": "Not a case review."}).status_code == 302
        call_command("send_letters", verbosity=0)
        assert "Not a case review." in letterbox.take()[2]

    def test_nobody_is_told_by_skipping_alone(self, skipped, letterbox):
        call_command("send_letters", verbosity=0)
        assert letterbox.letters == []

    def test_contributors_see_it_and_do_not_answer(self, client, contributor, skipped):
        client.force_login(contributor)
        assert "Tell them that" not in page_of(client.get(address(skipped)))

    def test_the_page_says_that_they_were_told(self, desk, skipped, letterbox):
        desk.post(address(skipped), {"because": "It is here already."})
        assert "will be sent" in page_of(desk.get(address(skipped)))
        call_command("send_letters", verbosity=0)
        page = page_of(desk.get(address(skipped)))
        assert "Not taken up: sent" in page
        assert "It is here already." in page
        assert letter_of(skipped, "declined").sent_at
