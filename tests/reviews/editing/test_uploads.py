"""PDFs that are added at the desk: checked, shown to the desk alone, published, cleared away."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.management import call_command
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from reviews import incoming
from reviews.editing import releasing, saving, uploads
from reviews.editing.edit_form import EditForm
from reviews.editing.judging import judge
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import DocumentKind, Outcome, ReviewType, Upload
from tests import pdf_files
from tests.factories import make_document, make_review, make_term

MEGABYTE = 1024**2


@pytest.fixture
def draft(editor, storage):
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")
    make_term(DocumentKind, "overview-report")
    return saving.begin(by=editor, title="Child B")


@pytest.fixture
def receive(draft, editor):
    def receive_files(**files):
        named = {f"documents-{key}-file": [file] for key, file in files.items()}
        return uploads.receive(draft, MultiValueDict(named), editor)

    return receive_files


@pytest.fixture
def upload(receive, sent):
    """A report of two pages with text, received for the row n1."""
    pdf = pdf_files.make_pdf("What was known of the family.", "More.", title="Child B: report")
    return receive(n1=sent(pdf))["n1"]


def files():
    """What lies in the storage's folder of uploads."""
    folder = Path(default_storage.location, uploads.FOLDER)
    return sorted(folder.iterdir()) if folder.exists() else []


def save(review, by, **texts):
    now = saving.opened(review)
    found = now.typed.copy()
    for name, text in texts.items():
        found.set(name, *([text] if isinstance(text, str) else text))
    saving.save(review=review, typed=found, opened_at=now.number, by=by, vocabulary=current())


def make_old(upload):
    Upload.objects.filter(pk=upload.pk).update(at=timezone.now() - timedelta(days=3))
    for file in files():
        os.utime(file, (0, 0))


class TestReceiving:
    def test_what_was_read_from_it_is_known(self, upload, draft, editor):
        assert (upload.pages, upload.has_text, upload.title) == (2, True, "Child B: report")
        assert (upload.review, upload.by, upload.name) == (draft, editor, "report.pdf")
        assert upload.bytes == files()[0].stat().st_size > 0

    def test_its_name_in_the_storage_tells_nothing_and_can_not_be_guessed(self, upload):
        assert len(files()) == 1
        assert "report" not in files()[0].name
        assert len(files()[0].stem) == 48

    def test_pages_that_are_pictures_are_noticed(self, receive, sent):
        assert not receive(n1=sent(pdf_files.picture_pdf()))["n1"].has_text

    def test_the_same_file_sent_twice_is_one_upload(self, receive, sent):
        pdf = pdf_files.make_pdf("Once.")
        assert receive(n1=sent(pdf))["n1"] == receive(n1=sent(pdf))["n1"]
        assert len(files()) == 1

    def test_several_rows_at_once(self, receive, sent):
        pair = receive(
            n1=sent(pdf_files.make_pdf("One.")), d7=sent(pdf_files.make_pdf("Two."), "two.pdf")
        )
        assert {key: upload.name for key, upload in pair.items()} == {
            "n1": "report.pdf",
            "d7": "two.pdf",
        }

    def test_a_file_in_a_field_that_the_page_has_not_is_passed_over(self, draft, editor, sent):
        strange = {"documents-x-file": [sent(b"%PDF-")], "photo": [sent(b"")]}
        assert uploads.receive(draft, MultiValueDict(strange), editor) == {}

    def test_the_title_is_proposed_as_a_name_where_there_is_none(self, upload):
        typed = Typed({"documents": ["n1", "n2"], "documents-n2-label": ["Summary"]})
        uploads.place(typed, {"n1": upload, "n2": upload})
        assert typed.get("documents-n1-upload") == str(upload.pk)
        assert typed.get("documents-n1-label") == "Child B: report"
        assert typed.get("documents-n2-label") == "Summary"

    @pytest.mark.parametrize(
        ("title", "proposed"),
        [
            ("Microsoft Word - Child B final v3.docx", "Child B final v3"),
            ("untitled", ""),
            ("12345", ""),
            ("report.pdf", "report"),
        ],
    )
    def test_what_a_program_wrote_into_the_title_is_left_out(self, receive, sent, title, proposed):
        assert receive(n1=sent(pdf_files.make_pdf("A page", title=title)))["n1"].title == proposed


PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)
BAD = {
    "a picture": (PNG, "is not a PDF"),
    "a web page": (b"<!DOCTYPE html><title>Not found</title>", "web page and not a PDF"),
    "nothing": (b"", "is empty"),
    "encrypted": (pdf_files.encrypted_pdf(), "only with a password"),
    "cut off": (pdf_files.make_pdf("A page")[:-40], "its end is missing"),
    "broken": (b"%PDF-1.4\n" + b"nonsense " * 300 + b"\n%%EOF", "broken"),
    "a bomb": (pdf_files.endless_pdf(), "longer to read"),
}


class TestWhatCanNotBeUsed:
    @pytest.mark.parametrize("kind", BAD)
    def test_it_is_refused_with_a_reason_and_what_to_do(self, receive, sent, kind, monkeypatch):
        monkeypatch.setattr(incoming, "SECONDS", 2)
        content, reason = BAD[kind]
        problem = receive(n1=sent(content, "photo.pdf"))["n1"]
        assert problem.startswith("“photo.pdf” was not added.")
        assert reason in problem
        assert "save it as a PDF once more" in problem
        assert (files(), Upload.objects.count()) == ([], 0)

    def test_too_large(self, receive, sent):
        problem = receive(n1=sent(b"", size=60 * MEGABYTE))["n1"]
        assert "It has 60 MB; at most 50 MB can be added." in problem
        assert files() == []

    def test_too_many_at_once(self, receive, sent):
        assert "Save, then add it by itself" in receive(n1=sent(b"", size=40 * MEGABYTE))["n1"]

    def test_one_that_fails_takes_no_other_with_it(self, receive, sent):
        pair = receive(n1=sent(PNG), n2=sent(pdf_files.make_pdf("Fine.")))
        assert isinstance(pair["n1"], str)
        assert pair["n2"].pages == 1


class TestRows:
    def test_a_row_says_what_was_added_and_what_is_held(self, upload, draft, hold):
        held = hold(make_document(draft, url="https://example.org/a.pdf"))
        key = f"d{held.pk}"
        typed = Typed({"documents": ["n1", key], "documents-n1-upload": [str(upload.pk)]})
        rows = uploads.of_rows(draft, typed)
        assert (rows["n1"].upload, rows["n1"].held) == (upload, None)
        assert (rows[key].upload, rows[key].held) == (None, held)

    @pytest.mark.parametrize("named", ["999999", "x", "-1", "9" * 30])
    def test_an_upload_that_is_not_there_is_said_to_be_gone(self, draft, named):
        typed = Typed({"documents": ["n1"], "documents-n1-upload": [named]})
        assert "no longer here" in uploads.of_rows(draft, typed)["n1"].problem

    def test_another_reviews_upload_is_not_there(self, upload):
        typed = Typed({"documents": ["n1"], "documents-n1-upload": [str(upload.pk)]})
        assert uploads.of_rows(make_review(), typed)["n1"].upload is None


class TestReading:
    def test_the_desk_may(self, client, contributor, upload):
        client.force_login(contributor)
        response = client.get(f"/desk/uploads/{upload.pk}/")
        assert response.getvalue() == files()[0].read_bytes()
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"].startswith("inline; filename=")
        assert "report" not in response["Content-Disposition"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Content-Security-Policy"] == "frame-ancestors 'none'"

    def test_nobody_else_may(self, client, manager, upload):
        assert client.get(f"/desk/uploads/{upload.pk}/").status_code == 302
        client.force_login(manager)
        assert client.get(f"/desk/uploads/{upload.pk}/").status_code == 403

    def test_one_that_is_not_in_the_storage(self, client, editor, upload, caplog):
        files()[0].unlink()
        client.force_login(editor)
        assert client.get(f"/desk/uploads/{upload.pk}/").status_code == 404
        assert f"upload {upload.pk}" in caplog.text

    def test_it_has_no_address_in_public(self, client, upload):
        assert client.get(f"/media/{upload.file.name}").status_code == 404
        assert client.get(f"/{upload.file.name}").status_code == 404


class TestPublishing:
    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_it_becomes_the_documents_file(self, upload, draft, editor):
        document = make_document(draft, permission="", permitted_on=None, fetch_due_at=None)
        document.permission, document.permitted_on = "The partnership", date(2026, 5, 3)
        document.save()
        uploads.hold(review=draft, document=document, upload=upload.pk)
        document.refresh_from_db()
        assert (document.pages, document.has_text, document.sha256) == (2, True, upload.sha256)
        assert Path(document.file.path).read_bytes() == files()[0].read_bytes()

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_without_one_nothing_is_held(self, draft):
        document = make_document(draft)
        for number in (None, 999_999):
            uploads.hold(review=draft, document=document, upload=number)
        document.refresh_from_db()
        assert not document.is_held

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_a_draft_that_is_discarded_takes_its_files_with_it(self, upload, draft, editor):
        releasing.COPIES.discard(draft, by=editor)
        assert (files(), Upload.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestRemoving:
    def remove(self):
        call_command("remove_uploads", verbosity=0)

    def test_one_that_no_working_copy_names(self, upload):
        make_old(upload)
        self.remove()
        assert (files(), Upload.objects.count()) == ([], 0)
        self.remove()

    def test_one_that_a_working_copy_names_stays(self, upload, draft, editor):
        save(draft, editor, documents=["n1"], **{"documents-n1-upload": str(upload.pk)})
        make_old(upload)
        self.remove()
        assert (len(files()), Upload.objects.count()) == (1, 1)

    def test_one_of_a_moment_ago_stays(self, upload):
        self.remove()
        assert (len(files()), Upload.objects.count()) == (1, 1)

    def test_a_file_of_a_save_that_was_broken_off(self, storage):
        default_storage.save("uploads/orphan.pdf", ContentFile(b"%PDF-"))
        self.remove()
        assert len(files()) == 1
        os.utime(files()[0], (0, 0))
        self.remove()
        assert files() == []

    def test_with_no_folder_yet(self, storage, capsys):
        call_command("remove_uploads")
        assert capsys.readouterr().out == "Files removed: 0.\n"


class TestOnTheEditPage:
    """What comes with the page's form; whatever becomes of a file, what was typed is kept."""

    @pytest.fixture
    def send(self, client, draft, editor):
        client.force_login(editor)

        def post(content, name="report.pdf", **fields):
            fields = {"title": "Child Q", "number": "1", "documents": "n1", **fields}
            file = SimpleUploadedFile(name, content, "application/pdf")
            address = f"/desk/reviews/{draft.pk}/"
            return client.post(address, {**fields, "documents-n1-file": file}, follow=True)

        return post

    def test_what_was_read_is_shown_in_the_row(self, send, draft):
        response = send(pdf_files.picture_pdf(pages=3))
        page = response.content.decode()
        upload = Upload.objects.get()
        assert f'href="/desk/uploads/{upload.pk}/">report.pdf</a>, 3 pages' in page
        assert "Its pages are pictures: search can’t find what they say" in page
        assert saving.opened(draft).typed.get("documents-n1-upload") == str(upload.pk)

    def test_the_limit_and_the_need_of_a_permission_are_said(self, send):
        page = send(pdf_files.make_pdf("A page")).content.decode()
        assert "A PDF of at most 50 MB." in page
        assert "only with a permission" in page
        assert "Write who permits that this file is offered here." in page

    def test_it_can_be_taken_out_again(self, send, client, draft):
        send(pdf_files.make_pdf("A page"))
        number = saving.opened(draft).number
        fields = {"title": "Child Q", "number": number, "documents": "n1"}
        client.post(f"/desk/reviews/{draft.pk}/", {**fields, "documents-n1-label": "Report"})
        assert saving.opened(draft).typed.get("documents-n1-upload") == ""

    @pytest.mark.parametrize("kind", ["a picture", "a web page", "encrypted", "cut off"])
    def test_one_that_can_not_be_used(self, send, draft, kind):
        response = send(BAD[kind][0], "photo.pdf")
        page = response.content.decode()
        assert response.status_code == 422
        assert "“photo.pdf” was not added." in page
        assert BAD[kind][1] in page
        assert "Child Q" in page
        assert saving.opened(draft).typed.get("title") == "Child Q"

    def test_nothing_at_all(self, send, draft):
        assert "is empty" in send(b"", "empty.pdf").content.decode()

    def test_one_that_is_too_large_is_not_written_to_the_disk(
        self, send, draft, settings, tmp_path
    ):
        settings.DOCUMENT_MEGABYTES = 1
        settings.FILE_UPLOAD_TEMP_DIR = tmp_path
        page = send(b"%PDF-" + bytes(2 * MEGABYTE)).content.decode()
        assert "It has 2 MB; at most 1 MB can be added." in page
        assert saving.opened(draft).typed.get("title") == "Child Q"
        assert [path for path in tmp_path.iterdir() if path.is_file()] == []

    def test_fields_after_a_file_that_is_too_large_are_read(self, send, draft, settings):
        settings.DOCUMENT_MEGABYTES = 1
        send(b"%PDF-" + bytes(2 * MEGABYTE), **{"documents-n1-label": "Report"})
        assert saving.opened(draft).typed.get("documents-n1-label") == "Report"

    def test_from_nobody_who_is_signed_in_no_byte_is_written(self, client, draft, monkeypatch):
        written = []
        monkeypatch.setattr(TemporaryUploadedFile, "write", written.append, raising=False)
        file = SimpleUploadedFile("report.pdf", pdf_files.make_pdf("A page"), "application/pdf")
        client.post(f"/desk/reviews/{draft.pk}/", {"documents-n1-file": file})
        assert (written, files(), Upload.objects.count()) == ([], [], 0)

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_publishing_makes_it_the_documents_file(self, send, draft, editor):
        send(
            pdf_files.make_pdf("What was known.", title="Child Q: report"),
            **{"documents-n1-kind": "overview-report", "documents-n1-permission": "The board"},
            **{"documents-n1-permitted_on": "3 May 2026", "type": "serious-case-review"},
            **{"nation": "england", "published": "2026", "outcome": "not-stated"},
            **{"summary": "What happened.", "learning": "n1", "learning-n1-text": "Ask."},
        )
        now = saving.opened(draft)
        found = judge(EditForm(draft, now.typed, current()))
        assert found.mistakes == []
        reasons = {finding.key: "Looked at." for finding in found.to_acknowledge}
        releasing.release(
            review=draft, by=editor, vocabulary=current(), number=now.number, acknowledged=reasons
        )
        document = draft.documents.get()
        assert (document.label, document.pages) == ("Child Q: report", 1)
        assert Path(document.file.path).exists()
        assert (files(), Upload.objects.count()) == ([], 0)


class TestMoreThanAFormCanHold:
    """Any form of the site: a page that says so, and never a connection that breaks."""

    def test_text(self, client, db):
        response = client.post("/account/login/", {"login": "x" * 11 * MEGABYTE})
        assert response.status_code == 400
        assert "More was sent than a form of this site can hold" in response.content.decode()

    def test_fields(self, client, db):
        response = client.post("/account/login/", {f"field{n}": "" for n in range(20_010)})
        assert response.status_code == 400
        assert "More was sent than a form of this site can hold" in response.content.decode()
