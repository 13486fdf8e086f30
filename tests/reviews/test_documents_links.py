"""check_links: politely, a little at a time; and only what stays broken is called so."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from reviews.catalogue import collection_version
from reviews.models import Document
from tests.factories import make_document, make_review
from tests.web_server import answer, dripping, redirect, status, website

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 what was published"


def run(**options):
    out = io.StringIO()
    call_command("check_links", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def document(site):
    site.pages["/report.pdf"] = PDF
    return make_document(url=site.url())


def checked(document, days_ago=0):
    """Check a document that is due, and say how it is; as if that had been some days ago."""
    Document.objects.filter(pk=document.pk).update(link_due_at=None)
    run()
    document.refresh_from_db()
    if days_ago:
        past = timedelta(days=days_ago)
        for name in ("link_checked_at", "link_worked_at", "link_failing_since"):
            moment = getattr(document, name)
            setattr(document, name, moment and moment - past)
        document.save()
    return document


class TestWorks:
    def test_what_is_kept_of_it(self, document):
        assert (
            "Links checked: 1 (works: 1, fails: 0, could not be checked: 0). Still due: 0." in run()
        )
        document.refresh_from_db()
        assert document.link_worked_at == document.link_checked_at
        assert document.link_failures == 0
        assert document.bytes == len(PDF)
        wait = document.link_due_at - timezone.now()
        assert timedelta(days=29) < wait <= timedelta(days=30)

    def test_it_asks_for_no_body(self, document, site):
        run()
        assert site.asked == [("HEAD", "/report.pdf")]

    @pytest.mark.parametrize("code", [404, 405, 500, 501])
    def test_a_website_that_answers_only_to_get(self, document, site, code):
        def page(handler):
            (status(code) if handler.command == "HEAD" else answer(PDF))(handler)

        site.pages["/report.pdf"] = page
        run()
        assert [method for method, _ in site.asked] == ["HEAD", "GET"]
        document.refresh_from_db()
        assert document.link_worked_at

    def test_a_website_that_breaks_off_at_head(self, document, site):
        def page(handler):
            if handler.command == "GET":
                answer(PDF)(handler)

        site.pages["/report.pdf"] = page
        run()
        document.refresh_from_db()
        assert document.link_worked_at

    def test_by_way_of_a_redirect(self, document, site):
        site.pages["/report.pdf"] = redirect("/new.pdf")
        site.pages["/new.pdf"] = PDF
        assert checked(document).link_worked_at

    def test_a_web_page_where_a_web_page_is_linked(self, document, site):
        site.pages["/reports/"] = answer(b"<!DOCTYPE html>", media_type="text/html; charset=utf-8")
        Document.objects.update(url=site.url("/reports/"))
        found = checked(document)
        assert found.link_worked_at
        assert found.bytes is None


class TestFails:
    @pytest.mark.parametrize(
        ("page", "said"),
        [
            (status(404), "status 404"),
            (status(410), "status 410"),
            (redirect("/report.pdf"), "in a circle"),
            (redirect("http://10.0.0.1/"), "private network"),
            (dripping(PDF, 0.1, headers=True), "longer than 1 seconds"),
            (answer(b"<!DOCTYPE html>", media_type="text/html"), "a web page and not a PDF"),
        ],
        ids=["not found", "gone", "circle", "inside", "dripping", "web page"],
    )
    def test_how_it_fails_is_told_to_editors(self, document, site, settings, page, said):
        settings.FETCH_SECONDS = 1
        site.pages["/report.pdf"] = page
        out = run()
        document.refresh_from_db()
        assert said in document.link_problem
        assert f"{document.review.reference}, Practice review: fails. " in out
        assert document.url in out
        assert (document.link_failures, document.link_worked_at) == (1, None)
        assert document.link_failing_since == document.link_checked_at
        wait = document.link_due_at - timezone.now()
        assert timedelta(days=1) < wait <= timedelta(days=2)

    def test_an_address_of_our_own_network_is_not_asked(self):
        with website() as inside:
            document = make_document(url=inside.url(host="localhost"))
            assert "private network" in run()
            assert inside.asked == []
        document.refresh_from_db()
        assert document.link_failures == 1

    @pytest.mark.parametrize("code", [401, 403, 429])
    def test_a_website_that_answers_no_machines_is_no_failure(self, document, site, code):
        checked(document, days_ago=40)
        site.pages["/report.pdf"] = status(code)
        worked = document.link_worked_at
        found = checked(document)
        assert (found.link_failures, found.link_failing_since) == (0, None)
        assert found.link_worked_at == worked
        assert f"answers {code}" in found.link_problem

    def test_once_it_works_all_is_forgotten(self, document, site):
        site.pages["/report.pdf"] = status(404)
        checked(document, days_ago=9)
        site.pages["/report.pdf"] = PDF
        found = checked(document)
        assert (found.link_failures, found.link_failing_since, found.link_problem) == (0, None, "")


class TestBroken:
    def test_three_failures_over_a_week(self, document, site):
        site.pages["/report.pdf"] = status(404)
        for days, broken in ((4, False), (3, False), (0, True)):
            assert checked(document, days_ago=days).is_broken is broken
        assert ": broken. The website answered with status 404." in run_again(document)

    def test_three_failures_within_a_week_are_not_enough(self, document, site):
        site.pages["/report.pdf"] = status(404)
        for days in (4, 2, 0):
            found = checked(document, days_ago=days)
        assert found.link_failures == 3
        assert not found.is_broken

    def test_two_failures_are_not_enough(self, document, site):
        site.pages["/report.pdf"] = status(404)
        checked(document, days_ago=30)
        assert not checked(document).is_broken

    def test_one_that_works_again_is_not_broken(self, document, site):
        site.pages["/report.pdf"] = status(404)
        for days in (8, 4, 0):
            checked(document, days_ago=days)
        assert document.is_broken
        site.pages["/report.pdf"] = PDF
        assert not checked(document).is_broken


def run_again(document):
    Document.objects.update(link_due_at=None)
    return run()


class TestDue:
    def test_what_is_not_due_is_left(self, document, site):
        run()
        assert "Links checked: 0" in run()
        assert len(site.asked) == 1

    def test_the_longest_due_first_and_no_more_than_asked_for(self, site):
        now = timezone.now()
        for number, days in enumerate((1, 3, 2)):
            site.pages[f"/{number}.pdf"] = PDF
            make_document(url=site.url(f"/{number}.pdf"), link_due_at=now - timedelta(days=days))
        assert "Still due: 1." in run(most=2)
        assert [path for _, path in site.asked] == ["/1.pdf", "/2.pdf"]
        run()
        assert [path for _, path in site.asked][2:] == ["/0.pdf"]

    def test_without_a_link_or_withdrawn_there_is_nothing_to_check(self, site):
        make_document(url="")
        make_document(make_review(state="withdrawn"), url=site.url())
        assert "Links checked: 0" in run()

    def test_pages_are_made_anew_once_for_all(self, site):
        for number in range(5):
            site.pages[f"/{number}.pdf"] = PDF
            make_document(url=site.url(f"/{number}.pdf"))
        before = collection_version()
        run()
        assert collection_version() == before + 1
        run()
        assert collection_version() == before + 1

    def test_a_link_that_is_changed_meanwhile_keeps_nothing(self, document, site):
        from reviews import links

        stale = Document.objects.get(pk=document.pk)
        Document.objects.update(url="https://example.org/other.pdf")
        links.check(stale)
        document.refresh_from_db()
        assert document.link_checked_at is None
