"""fetch_documents, expire_documents: what may be held is fetched, checked, held and given up."""

import hashlib
import io
import json
import threading
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from reviews import hosting, publishing
from reviews.catalogue import collection_version
from reviews.dates import PartialDate
from reviews.hosting import default_expiry
from reviews.models import Document, DocumentText, Review
from tests import pdf_files
from tests.factories import make_document, make_review, record
from tests.web_server import answer, dripping, endless, redirect, status, website

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage")]

PDF = pdf_files.make_pdf("What professionals did not ask.", "The second page.")
SHA = hashlib.sha256(PDF).hexdigest()


def run(command="fetch_documents", **options):
    out = io.StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def files(storage):
    return sorted(path for path in storage.rglob("*") if path.is_file())


class TestFetch:
    def test_a_file_with_its_facts_and_its_text(self, site, storage):
        site.pages["/report.pdf"] = PDF
        document = make_document(url=site.url())
        before = collection_version()
        assert "Tried: 1. Held: 1. Still due: 0." in run()
        document.refresh_from_db()
        assert (document.pages, document.bytes, document.sha256) == (2, len(PDF), SHA)
        assert document.has_text
        assert document.extracted.text.startswith("What professionals did not ask.")
        assert (document.fetch_due_at, document.fetch_problem) == (None, "")
        assert document.fetched_at is not None
        [file] = files(storage)
        assert file.read_bytes() == PDF
        assert file.name == f"{SHA}-{document.pk}.pdf"
        assert collection_version() > before

    def test_it_is_done_once(self, site):
        site.pages["/report.pdf"] = PDF
        make_document(url=site.url())
        run()
        assert "Tried: 0. Held: 0." in run()
        assert len(site.asked) == 1

    def test_only_what_is_permitted_linked_and_due(self, site):
        site.pages["/report.pdf"] = PDF
        later = timezone.now() + timedelta(hours=1)
        make_document(url=site.url(), permission="", permitted_on=None)
        make_document(url=site.url(), fetch_due_at=later)
        make_document(url=site.url(), fetch_due_at=None)
        make_document(make_review(state="withdrawn"), url=site.url())
        assert "Tried: 0" in run()
        assert site.asked == []

    def test_of_a_draft_too_without_anybody_seeing_it(self, site, client):
        site.pages["/report.pdf"] = PDF
        document = make_document(make_review(state="draft"), url=site.url())
        assert "Held: 1" in run()
        document.refresh_from_db()
        assert document.is_held
        assert client.get(document.get_absolute_url()).status_code == 404

    def test_no_more_than_was_asked_for(self, site):
        site.pages["/report.pdf"] = PDF
        for _ in range(3):
            make_document(url=site.url())
        assert "Tried: 2. Held: 2. Still due: 1." in run(most=2)

    def test_a_name_that_is_not_ascii(self, site):
        site.pages["/adolygiad%20%C5%B5.pdf"] = PDF
        document = make_document(label="Adolygiad ŵ (Плян)", url=site.url("/adolygiad ŵ.pdf"))
        run()
        document.refresh_from_db()
        assert document.is_held
        assert document.get_absolute_url().endswith("-adolygiad-w.pdf")

    def test_pages_without_text_are_said_to_editors(self, site):
        site.pages["/report.pdf"] = pdf_files.picture_pdf()
        document = make_document(url=site.url())
        assert "It has no text: its pages are pictures." in run()
        document.refresh_from_db()
        assert document.has_text is False
        assert document.is_held


BAD = {
    "web page": (b"<!DOCTYPE html><p>Please accept cookies", "a web page and not a PDF", 30),
    "not found": (status(404), "status 404", 30),
    "busy": (status(503), "status 503", 1),
    "cut short": (answer(PDF, length=len(PDF) + 9), "too early", 1),
    "truncated": (PDF[:500], "its end is missing", 30),
    "encrypted": (pdf_files.encrypted_pdf(), "only with a password", 30),
    "bomb": (pdf_files.swelling_pdf(), "fails", 30),
    "circle": (redirect("/report.pdf"), "redirects in a circle", 30),
    "inside": (redirect("http://10.0.0.1/report.pdf"), "private network", 30),
    "dripping": (dripping(PDF, 0.1), "longer than 1 seconds", 1),
    "large": (answer(b"%PDF-", length=10**8), "larger than 1 MB", 30),
    "endless": (endless, "larger than 1 MB", 30),
}


class TestWhatCanNotBeHeld:
    @pytest.mark.parametrize(("page", "said", "days"), BAD.values(), ids=BAD)
    def test_it_is_reported_and_tried_another_day(self, site, storage, settings, page, said, days):
        settings.FETCH_SECONDS, settings.DOCUMENT_MEGABYTES = 1, 1
        site.pages["/report.pdf"] = page
        document = make_document(url=site.url())
        before = collection_version()
        out = run()
        document.refresh_from_db()
        assert said in document.fetch_problem
        assert f"{document.review.reference}, Practice review: not held. " in out
        assert document.fetch_problem in out
        wait = document.fetch_due_at - timezone.now()
        assert timedelta(days=days - 1, hours=23) < wait <= timedelta(days=days)
        assert (document.is_held, document.fetched_at) == (False, None)
        assert files(storage) == []
        assert collection_version() == before

    def test_the_next_one_is_fetched_all_the_same(self, site):
        site.pages["/bomb.pdf"] = pdf_files.swelling_pdf()
        site.pages["/report.pdf"] = PDF
        make_document(url=site.url("/bomb.pdf"))
        make_document(url=site.url())
        assert "Tried: 2. Held: 1. Still due: 0." in run()

    def test_a_private_address_is_not_asked(self, storage):
        with website() as inside:
            inside.pages["/report.pdf"] = PDF
            document = make_document(url=inside.url(host="localhost"))
            assert "private network" in run()
            assert inside.asked == []
        assert not Document.objects.get(pk=document.pk).is_held

    def test_what_would_have_expired_is_not_asked_for(self, site):
        site.pages["/report.pdf"] = PDF
        document = make_document(make_review(published="2015-04"), url=site.url())
        assert "It would have expired on 2020-04-30." in run()
        assert site.asked == []
        document.expires_on = timezone.localdate() + timedelta(days=1)
        hosting.record(document)
        assert "Held: 1" in run()

    def test_a_link_that_is_changed_meanwhile(self, site, storage):
        document = make_document(url=site.url())

        site.pages["/report.pdf"] = answer(PDF)
        stale = Document.objects.get(pk=document.pk)
        Document.objects.filter(pk=document.pk).update(url="https://example.org/other.pdf")
        assert "changed meanwhile" in hosting.fetch(stale)
        assert files(storage) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestTwoAtOnce:
    def test_each_document_is_fetched_once(self, site):
        documents = [make_document(url=site.url(f"/{number}.pdf")) for number in range(6)]
        for number in range(6):
            site.pages[f"/{number}.pdf"] = pdf_files.make_pdf(f"Report number {number}")
        out = self.both()
        assert len(site.asked) == len(set(site.asked)) == 6
        assert site.most_at_once == 1
        assert all(Document.objects.get(pk=document.pk).is_held for document in documents)
        assert sum(int(text.split("Held: ")[1].split(".")[0]) for text in out) == 6

    def test_on_two_websites_they_share_the_work(self, site, settings):
        with website() as other:
            settings.FETCH_ALSO |= {("127.0.0.1", other.port)}
            for each in (site, other):
                each.pages["/report.pdf"] = PDF
                make_document(url=each.url())
            self.both()
            assert [site.asked, other.asked] == [[("GET", "/report.pdf")]] * 2

    def both(self):
        out = []

        def work():
            try:
                out.append(run())
            finally:
                connection.close()

        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(out) == 2
        return out

    def test_one_that_ended_in_the_middle_leaves_its_document_due(self, site):
        from reviews import due

        document = make_document(url=site.url())
        assert due.claim(due.to_fetch(), "fetch_due_at", ()).pk == document.pk
        assert due.claim(due.to_fetch(), "fetch_due_at", ()) is None
        Document.objects.filter(pk=document.pk).update(fetch_due_at=timezone.now())
        assert due.claim(due.to_fetch(), "fetch_due_at", ()).pk == document.pk


def test_a_pause_between_two_requests_to_a_website(site, settings):
    settings.FETCH_PAUSE = 1
    site.pages["/report.pdf"] = PDF
    for _ in range(2):
        make_document(url=site.url())
    began = timezone.now()
    run()
    assert timezone.now() - began >= timedelta(seconds=1)


class TestPermission:
    def test_no_file_without_one(self, hold):
        document = hold(make_document())
        with (
            pytest.raises(IntegrityError, match="document_file_is_permitted"),
            transaction.atomic(),
        ):
            Document.objects.filter(pk=document.pk).update(permission="", permitted_on=None)

    def test_recording_one_makes_the_fetch_due(self, site):
        site.pages["/report.pdf"] = PDF
        document = make_document(
            url=site.url(), permission="", permitted_on=None, fetch_due_at=None
        )
        document.permission, document.permitted_on = "The board", date(2026, 5, 3)
        hosting.record(document)
        assert "Held: 1" in run()

    def test_taking_it_back_takes_the_file(self, hold, storage, django_capture_on_commit_callbacks):
        document = hold(make_document())
        document.permission, document.permitted_on = "", None
        with django_capture_on_commit_callbacks(execute=True):
            hosting.record(document)
        assert not document.is_held
        assert document.was_held
        assert files(storage) == []
        assert not DocumentText.objects.exists()

    def test_an_expiry_that_is_left_out_is_the_usual_one(self, hold):
        document = hold(make_document(make_review(published="2025-01-31")))
        document.expires_on = None
        hosting.record(document)
        assert document.expires_on == date(2030, 1, 31)


class TestReplacing:
    def test_another_file_takes_the_place(self, hold, storage, django_capture_on_commit_callbacks):
        document = hold(make_document(), "The first words.")
        with django_capture_on_commit_callbacks(execute=True):
            hold(document, "The second words.")
        [file] = files(storage)
        assert file.name == document.file.name.rpartition("/")[2]
        assert document.extracted.text == "The second words."

    def test_the_same_file_again_stays(self, hold, storage, django_capture_on_commit_callbacks):
        document = hold(make_document())
        with django_capture_on_commit_callbacks(execute=True):
            hold(document)
        assert len(files(storage)) == 1

    def test_two_documents_with_the_same_file_have_one_each(
        self, hold, storage, django_capture_on_commit_callbacks
    ):
        one, two = hold(make_document()), hold(make_document())
        assert one.sha256 == two.sha256
        with django_capture_on_commit_callbacks(execute=True):
            one.delete()
        assert [file.name for file in files(storage)] == [f"{two.sha256}-{two.pk}.pdf"]

    def test_what_is_undone_leaves_the_old_file(self, hold, storage):
        document = hold(make_document())
        kept = files(storage)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            document.permission, document.permitted_on = "", None
            hosting.record(document)
            raise ZeroDivisionError
        assert files(storage) == kept

    def test_a_review_that_is_deleted_takes_its_files(
        self, hold, storage, django_capture_on_commit_callbacks
    ):
        document = hold(make_document(make_review(state="draft")))
        with django_capture_on_commit_callbacks(execute=True):
            Review.objects.get(pk=document.review_id).delete()
        assert files(storage) == []


class TestExpiry:
    @pytest.mark.parametrize(
        ("published", "expires"),
        [
            ("2023-04-19", date(2028, 4, 19)),
            ("2023-04", date(2028, 4, 30)),
            ("2023", date(2028, 12, 31)),
            ("2024-02-29", date(2029, 3, 1)),
        ],
    )
    def test_five_years_after_the_last_day_that_the_date_can_mean(self, published, expires):
        assert default_expiry(Review(published=PartialDate(published))) == expires

    def test_five_years_from_today_where_no_date_is_known(self):
        today = timezone.localdate()
        assert default_expiry(Review()).year == today.year + 5

    def test_another_number_of_years(self, settings):
        settings.DOCUMENT_YEARS = 1
        assert default_expiry(Review(published=PartialDate("2023"))) == date(2024, 12, 31)

    def test_a_day_of_its_own(self, hold):
        own = timezone.localdate() + timedelta(days=3)
        assert hold(make_document(expires_on=own)).expires_on == own

    def test_file_and_text_go_and_the_record_stays(self, hold, storage):
        document = hold(make_document())
        facts = (document.pages, document.bytes, document.sha256, document.fetched_at)
        Document.objects.update(expires_on=timezone.localdate())
        before = collection_version()
        assert "no longer held" in run("expire_documents")
        document = Document.objects.get()
        assert document.was_held
        assert facts == (document.pages, document.bytes, document.sha256, document.fetched_at)
        assert files(storage) == []
        assert not DocumentText.objects.exists()
        assert collection_version() > before

    def test_again_nothing_is_left_to_do(self, hold):
        hold(make_document())
        Document.objects.update(expires_on=timezone.localdate())
        run("expire_documents")
        before = collection_version()
        assert run("expire_documents") == "Files removed: 0.\n"
        assert collection_version() == before

    def test_it_can_end_in_the_middle(self, hold, storage):
        """The file has gone from the storage, but the row still names it."""
        hold(make_document())
        Document.objects.update(expires_on=timezone.localdate())
        files(storage)[0].unlink()
        assert "Files removed: 1." in run("expire_documents")

    def test_what_is_not_due_stays(self, hold, storage):
        hold(make_document())
        Document.objects.update(expires_on=timezone.localdate() + timedelta(days=1))
        assert run("expire_documents") == "Files removed: 0.\n"
        assert len(files(storage)) == 1

    def test_it_is_not_fetched_again(self, hold, site):
        site.pages["/report.pdf"] = PDF
        hold(make_document(url=site.url()))
        Document.objects.update(expires_on=timezone.localdate())
        run("expire_documents")
        assert "Tried: 0" in run()

    def test_many_at_once(self, hold, monkeypatch):
        monkeypatch.setattr(hosting, "EXPIRED_AT_ONCE", 2)
        for _ in range(5):
            hold(make_document())
        Document.objects.update(expires_on=timezone.localdate())
        assert "Files removed: 5." in run("expire_documents")


@pytest.mark.usefixtures("vocabulary")
class TestLoading:
    PERMITTED = {
        "label": "Practice review",
        "kind": "overview-report",
        "permission": "The board, by letter",
        "permitted_on": "2026-05-03",
        "licence": "Crown copyright",
    }

    def load(self, tmp_path, **document):
        file = tmp_path / "reviews.json"
        file.write_text(json.dumps([record(documents=[self.PERMITTED | document])]))
        call_command("load_reviews", str(file), verbosity=0)
        return Document.objects.get()

    def test_a_permission_in_a_record_makes_the_fetch_due(self, tmp_path, site):
        site.pages["/report.pdf"] = PDF
        document = self.load(tmp_path, url="https://example.org/report.pdf")
        assert (document.permission, document.permitted_on, document.licence) == (
            *("The board, by letter", date(2026, 5, 3), "Crown copyright"),
        )
        assert document.fetch_due_at is not None

    def test_one_that_is_added_later(self, tmp_path):
        self.load(tmp_path, url="https://example.org/a.pdf", permission=None, permitted_on=None)
        assert Document.objects.get().fetch_due_at is None
        document = self.load(tmp_path, url="https://example.org/a.pdf")
        assert (document.permission, document.fetch_due_at is None) == (
            "The board, by letter",
            False,
        )

    def test_one_that_an_editor_recorded_stays(self, tmp_path):
        document = self.load(tmp_path, url=None, permission=None, permitted_on=None)
        document.permission, document.permitted_on = "By telephone", date(2026, 6, 1)
        hosting.record(document)
        assert self.load(tmp_path, url=None, permission=None, permitted_on=None, label="Report")
        document = self.load(tmp_path, url=None, permission=None, permitted_on=None)
        assert document.permission == ""  # another label without a link is another document

    def test_a_file_of_a_document_that_stays_is_kept(self, tmp_path, hold, storage):
        document = hold(self.load(tmp_path, url="https://example.org/a.pdf"))
        again = self.load(tmp_path, url="https://example.org/a.pdf", label="The report")
        assert (again.pk, again.label) == (document.pk, "The report")
        assert again.is_held
        assert again.fetch_due_at is None

    def test_a_file_of_a_document_that_goes_is_removed(
        self, tmp_path, hold, storage, django_capture_on_commit_callbacks
    ):
        hold(self.load(tmp_path, url="https://example.org/a.pdf"))
        with django_capture_on_commit_callbacks(execute=True):
            self.load(tmp_path, url="https://example.org/b.pdf")
        assert files(storage) == []


def test_a_file_stays_in_the_storage_while_its_review_is_withdrawn(hold, storage):
    document = hold(make_document())
    publishing.withdraw(review=document.review, by=None)
    assert len(files(storage)) == 1


class TestSearch:
    """What a hosted report says is found, for as long as it is held."""

    def found(self, client, words):
        return b"CR-2023-0001" in client.get("/reviews/", {"q": words}).content

    def test_the_words_of_a_report(self, client, hold):
        make_review()
        document = make_document(make_review(reference="CR-2023-0001"))
        assert not self.found(client, "hydrogeology")
        hold(document, "A chapter about hydrogeology.", "Another page.")
        assert self.found(client, "hydrogeology")
        Document.objects.update(expires_on=timezone.localdate())
        hosting.expire()
        assert not self.found(client, "hydrogeology")

    def test_they_go_with_the_permission(self, client, hold):
        document = hold(make_document(make_review(reference="CR-2023-0001")), "Of hydrogeology.")
        assert self.found(client, "hydrogeology")
        document.permission, document.permitted_on = "", None
        hosting.record(document)
        assert not self.found(client, "hydrogeology")

    def test_more_different_words_than_can_be_indexed_harm_nothing(self, client, hold):
        """A file of nothing but words that stand once: whatever is done, it is held."""
        lines = [" ".join(f"w{n:x}q" for n in range(at, at + 12)) for at in range(0, 120_000, 12)]
        pages = ["\n".join(lines[at : at + 50]) for at in range(0, len(lines), 50)]
        document = hold(make_document(make_review(reference="CR-2023-0001")), *pages)
        assert document.is_held
        assert self.found(client, "w1q")
