"""/documents/<id>/<name>.pdf: hosted files, whole and in parts; and what stands in their place."""

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews import hosting, publishing
from reviews.models import Document
from tests import pages
from tests.factories import make_document, make_review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage")]


@pytest.fixture
def document(hold):
    review = make_review(reference="CR-2023-0001", learning=["Think of the child."])
    return hold(make_document(review, label="Practice review"))


@pytest.fixture
def content(document, storage):
    return (storage / document.file.name).read_bytes()


def body(response):
    """What a file's response brings; reading it to the end closes the file."""
    return b"".join(response.streaming_content)


def status_of(response):
    body(response)
    return response.status_code


def is_open(path):
    return str(path) in {os.path.realpath(held) for held in Path("/proc/self/fd").iterdir()}


def etag_of(document):
    return f'"{document.sha256}"'


class TestFile:
    def test_whole(self, client, document, content):
        address = f"/documents/{document.pk}/cr-2023-0001-practice-review.pdf"
        assert document.get_absolute_url() == address
        response = client.get(address)
        assert response.status_code == 200
        assert body(response) == content
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Length"] == str(len(content))
        disposition = 'inline; filename="cr-2023-0001-practice-review.pdf"'
        assert response["Content-Disposition"] == disposition
        assert response["X-Robots-Tag"] == "noindex"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Accept-Ranges"] == "bytes"
        assert response["Cache-Control"] == "no-cache"
        assert response["ETag"] == etag_of(document)
        assert response["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert not response.cookies
        assert "Vary" not in response

    def test_its_headers_alone(self, client, document, content):
        response = client.head(document.get_absolute_url(), headers={"Range": "bytes=0-1"})
        assert (response.status_code, response.content) == (200, b"")
        assert response["Content-Length"] == str(len(content))
        assert response["ETag"] == etag_of(document)

    def test_one_query(self, client, document):
        address = document.get_absolute_url()
        with CaptureQueriesContext(connection) as queries:
            body(client.get(address))
        assert len(queries) == 1

    def test_it_is_not_read_into_memory(self, client, document, storage):
        """A gigabyte of nothing, of which the first piece is taken."""
        size = 1024**3
        with (storage / document.file.name).open("r+b") as file:
            file.truncate(size)
        Document.objects.update(bytes=size)
        response = client.get(document.get_absolute_url())
        assert len(next(iter(response.streaming_content))) == 64 * 1024
        response.close()

    def test_the_file_is_closed_even_if_it_is_not_read(self, client, document, storage):
        response = client.get(document.get_absolute_url())
        assert is_open(storage / document.file.name)
        response.close()
        assert not is_open(storage / document.file.name)

    def test_another_name_leads_to_its_own(self, client, document):
        response = client.get(f"/documents/{document.pk}/report.pdf")
        assert (response.status_code, response["Location"]) == (302, document.get_absolute_url())
        assert response["Cache-Control"] == "no-cache"

    @pytest.mark.parametrize("label", ["Плян", '"><script>', "a\r\nb: c", "../../etc/passwd"])
    def test_a_label_makes_a_safe_name(self, client, document, label):
        Document.objects.update(label=label)
        found = Document.objects.get()
        response = client.get(found.get_absolute_url())
        assert status_of(response) == 200
        assert re.fullmatch(r'inline; filename="[a-z0-9-]+\.pdf"', response["Content-Disposition"])

    def test_only_to_be_read(self, client, document):
        assert client.post(document.get_absolute_url()).status_code in {403, 405}

    def test_a_file_that_is_missing_from_the_storage(self, client, document, storage, caplog):
        (storage / document.file.name).unlink()
        assert client.get(document.get_absolute_url()).status_code == 404
        assert f"The file of document {document.pk} is not in the storage." in caplog.text


class TestUnchanged:
    def test_who_has_it_is_told_so(self, client, document):
        for tag in (etag_of(document), f'"x", {etag_of(document)}', "*"):
            headers = {"If-None-Match": tag}
            response = client.get(document.get_absolute_url(), headers=headers)
            assert (response.status_code, response.content) == (304, b"")
            assert response["ETag"] == etag_of(document)
            assert response["Cache-Control"] == "no-cache"

    def test_who_has_another_gets_it(self, client, document):
        response = client.get(document.get_absolute_url(), headers={"If-None-Match": '"x"'})
        assert status_of(response) == 200

    def test_who_has_it_is_told_that_it_has_gone(self, client, document):
        publishing.withdraw(review=document.review, by=None)
        headers = {"If-None-Match": etag_of(document)}
        assert client.get(document.get_absolute_url(), headers=headers).status_code == 410


class TestParts:
    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [
            ("bytes=0-0", 0, 0),
            ("bytes=5-9", 5, 9),
            ("bytes=10-", 10, -1),
            ("bytes=-7", -7, -1),
            ("bytes=0-99999999", 0, -1),
            ("bytes=-99999999", 0, -1),
            ("Bytes= 5-9 ", 5, 9),
        ],
    )
    def test_a_part(self, client, document, content, asked, first, last):
        size = len(content)
        first, last = first % size, last % size
        response = client.get(document.get_absolute_url(), headers={"Range": asked})
        assert response.status_code == 206
        assert body(response) == content[first : last + 1]
        assert response["Content-Range"] == f"bytes {first}-{last}/{size}"
        assert response["Content-Length"] == str(last + 1 - first)
        assert response["ETag"] == etag_of(document)

    @pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
    def test_a_part_that_there_is_not(self, client, document, content, asked):
        response = client.get(document.get_absolute_url(), headers={"Range": asked})
        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(content)}"

    @pytest.mark.parametrize(
        "asked", ["bytes=9-5", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-9", "", "5-9"]
    )
    def test_what_is_not_understood_brings_the_whole(self, client, document, content, asked):
        response = client.get(document.get_absolute_url(), headers={"Range": asked})
        assert (response.status_code, body(response)) == (200, content)

    def test_a_part_of_the_file_that_the_client_has(self, client, document, content):
        headers = {"Range": "bytes=0-3", "If-Range": etag_of(document)}
        response = client.get(document.get_absolute_url(), headers=headers)
        assert (response.status_code, body(response)) == (206, content[:4])

    @pytest.mark.parametrize("held", ['"other"', "Sun, 22 Nov 2026 08:00:00 GMT", 'W/"x"'])
    def test_the_whole_where_the_client_has_another(self, client, document, content, held):
        headers = {"Range": "bytes=0-3", "If-Range": held}
        response = client.get(document.get_absolute_url(), headers=headers)
        assert (response.status_code, body(response)) == (200, content)


class TestGone:
    def test_expired_today_although_the_file_is_still_there(self, client, document, storage):
        Document.objects.update(expires_on=timezone.localdate())
        response = client.get(document.get_absolute_url())
        assert response.status_code == 410
        assert (storage / document.file.name).exists()

    def test_expired_tomorrow(self, client, document):
        Document.objects.update(expires_on=timezone.localdate() + timedelta(days=1))
        assert status_of(client.get(document.get_absolute_url())) == 200

    @pytest.mark.parametrize("name", ["cr-2023-0001-practice-review", "another"])
    def test_expired_keeps_record_and_learning_in_reach(self, client, document, name):
        Document.objects.update(expires_on=timezone.localdate())
        hosting.expire()
        response = client.get(f"/documents/{document.pk}/{name}.pdf")
        assert response.status_code == 410
        assert response["Cache-Control"] == "no-cache"
        page = pages.read(response)
        links = [link["href"] for link in page.one("main").all("a")]
        assert links == ["/reviews/CR-2023-0001/", "/reviews/CR-2023-0001/#learning"]
        assert "Practice review" in page.one("main").text

    @pytest.mark.parametrize("expired", [False, True])
    def test_withdrawn_says_no_more_than_the_tombstone(self, client, document, expired):
        address = document.get_absolute_url()
        if expired:
            Document.objects.update(expires_on=timezone.localdate())
            hosting.expire()
        publishing.withdraw(review=document.review, by=None)
        response = client.get(address)
        assert response.status_code == 410
        tombstone = client.get("/reviews/CR-2023-0001/")
        assert pages.read(response).one("main").text == pages.read(tombstone).one("main").text
        assert b"Practice review" not in response.content

    def test_restored_it_is_back(self, client, document):
        publishing.withdraw(review=document.review, by=None)
        publishing.restore(review=document.review, by=None)
        assert status_of(client.get(document.get_absolute_url())) == 200


class TestNothing:
    def test_of_a_draft(self, client, hold):
        document = hold(make_document(make_review(state="draft")))
        for name in (document.file_name, "another"):
            response = client.get(f"/documents/{document.pk}/{name}.pdf")
            assert response.status_code == 404
            assert b"CR-" not in response.content.replace(
                b"CR-2023-0001", b""
            )  # the page's example

    def test_never_held(self, client):
        for review in (make_review(), make_review(state="withdrawn")):
            document = make_document(review)
            assert client.get(document.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize(
        "address",
        ["/documents/0/a.pdf", f"/documents/{10**30}/a.pdf", "/documents/1/a", "/documents/1/"],
    )
    def test_no_such_address(self, client, address):
        assert client.get(address).status_code == 404

    def test_by_the_name_in_the_storage(self, client, document):
        for path in (document.file.name, document.file.url, f"media/{document.file.name}"):
            assert client.get("/" + path.lstrip("/")).status_code == 404
