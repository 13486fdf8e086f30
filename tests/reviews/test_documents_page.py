"""Documents on a review's page: where each can be read, and what is known of it."""

import io
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews import hosting
from reviews.documents import _size
from reviews.models import Document
from tests import pages
from tests.factories import make_document, make_review
from tests.web_server import answer, status

pytestmark = pytest.mark.django_db

WORKED = timezone.make_aware(datetime(2026, 11, 3, 9))
URL = "https://example.org/report.pdf"


@pytest.fixture
def review():
    return make_review(reference="CR-2023-0001", published="2023-04-19")


def listed(client):
    """The one document on the page: its text, and its links by what they say."""
    page = pages.read(client.get("/reviews/CR-2023-0001/"))
    item = page.one("section", id="docs").one("li")
    return item.text, {link.text: link["href"] for link in item.all("a")}


def broken(**values):
    since = timezone.now() - timedelta(days=8)
    failing = {"link_failures": 3, "link_failing_since": since, "link_checked_at": timezone.now()}
    return {"url": URL, **failing, **values}


class TestLink:
    def test_one_that_was_never_checked(self, client, review):
        make_document(review, url=URL)
        text, links = listed(client)
        assert text == "Practice review Overview report · PDF · on another website"
        assert links == {"Practice review": URL}

    def test_when_it_last_worked_and_how_large_it_is(self, client, review):
        make_document(review, url=URL, link_worked_at=WORKED, bytes=1_240_000)
        text, _ = listed(client)
        assert "PDF · 1.2 MB · on another website" in text
        assert "The link last worked on 3 November 2026." in text

    def test_one_that_is_broken_leads_to_the_archive(self, client, review):
        url = "https://example.org/a b.pdf?x=<&é"
        make_document(review, **broken(url=url, link_worked_at=WORKED))
        text, links = listed(client)
        assert "The link no longer works. It last worked on 3 November 2026." in text
        assert links == {
            "Look in the Internet Archive": (
                "https://web.archive.org/web/*/https://example.org/a%20b.pdf?x=%3C&%C3%A9"
            ),
            "Try the link all the same": url,
        }

    def test_one_that_fails_but_is_not_broken_is_a_link(self, client, review):
        make_document(review, **broken(link_failures=2))
        assert listed(client)[1] == {"Practice review": URL}

    def test_none(self, client, review):
        make_document(review, url="")
        text, links = listed(client)
        assert text == "Practice review Overview report · no link is recorded"
        assert links == {}


class TestHeldHere:
    def test_type_size_pages_and_until_when(self, client, review, hold):
        document = hold(make_document(review, url=URL, link_worked_at=WORKED, licence="OGL"))
        text, links = listed(client)
        assert "PDF · under 1 kB · 1 page · held here until 19 April 2028 · OGL" in text
        assert "that link last worked on 3 November 2026" in text
        assert links == {
            "Practice review": document.get_absolute_url(),
            "on the website it came from": URL,
        }
        response = client.get(links["Practice review"])
        assert b"".join(response.streaming_content).startswith(b"%PDF-")

    def test_a_broken_link_beside_the_copy(self, client, review, hold):
        document = hold(make_document(review, **broken()))
        text, links = listed(client)
        assert "The copy held here can be read." in text
        assert links["Practice review"] == document.get_absolute_url()

    def test_who_permitted_it_is_not_shown(self, client, review, hold):
        hold(make_document(review, permission="Jane Doe, by letter"))
        assert "Jane Doe" not in listed(client)[0]

    def test_without_a_link_it_can_be_reached(self, client, review, hold):
        hold(make_document(review, url=""))
        assert (
            b"No link to the report is recorded"
            not in client.get(review.get_absolute_url()).content
        )

    def test_expired_it_is_said_and_facts_stay(self, client, review, hold):
        hold(make_document(review, url=URL))
        client.get(review.get_absolute_url())
        Document.objects.update(expires_on=timezone.localdate())
        hosting.expire()
        text, links = listed(client)
        assert "PDF · under 1 kB · 1 page · on another website" in text
        assert "The copy held here has expired. The entry and its learning stay." in text
        assert links == {"Practice review": URL}

    def test_not_as_long_as_it_is_not_held(self, client, review):
        make_document(review, url=URL)
        assert "held here" not in listed(client)[0]


class TestFollowing:
    """A page that is kept is made anew when something on it changes."""

    def test_after_a_fetch(self, client, review, hold):
        document = make_document(review, url=URL)
        assert "held here" not in listed(client)[0]
        hold(document)
        assert "held here" in listed(client)[0]

    def test_after_a_check(self, client, review, site):
        site.pages["/report.pdf"] = answer(b"%PDF-")
        make_document(review, url=site.url())
        assert "last worked" not in listed(client)[0]
        call_command("check_links", stdout=io.StringIO())
        assert "last worked" in listed(client)[0]

    def test_after_the_third_failure(self, client, review, site):
        site.pages["/report.pdf"] = status(404)
        make_document(review, **broken(url=site.url(), link_failures=2))
        assert "no longer works" not in listed(client)[0]
        call_command("check_links", stdout=io.StringIO())
        assert "no longer works" in listed(client)[0]


def test_no_query_more_for_more_documents(client, review, hold):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(review.get_absolute_url())
        return len(captured)

    hold(make_document(review))
    queries()
    hold(make_document(review))
    few = queries()
    for _ in range(3):
        hold(make_document(review))
    assert queries() == few


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (None, ""),
        (0, ""),
        (999, "under 1 kB"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_250_000, "1.2 MB"),
        (12_600_000, "13 MB"),
    ],
)
def test_sizes(size, said):
    assert _size(size) == said
