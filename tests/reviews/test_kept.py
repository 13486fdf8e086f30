"""Whole pages kept in a process: cheap to ask for again, gone the moment they are not true."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.kept import LONGEST_KEY
from tests.factories import make_review
from tests.other_process import OtherProcess
from tests.pages import body

COMMITTED = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PUBLIC = [
    "/",
    "/reviews/",
    "/reviews/?nation=england&q=child",
    "/reviews/CR-2023-0001/",
    "/reviews/added/",
    "/reviews/added/2023/",
    "/reviews/added/2023/05/",
    "/sitemap.xml",
    "/sitemap-reviews.xml",
    "/about/",
    "/accessibility/",
    "/privacy/",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def review(db):
    return make_review(reference="CR-2023-0001", title="Child A")


def queries(client, address, **headers):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, headers=headers)
    return len(captured), response


class TestAgain:
    @pytest.mark.parametrize("address", PUBLIC)
    def test_a_page_costs_one_query_and_is_the_same(self, client, review, address):
        first = client.get(address)
        count, second = queries(client, address)
        assert (first.status_code, second.status_code, count) == (200, 200, 1)
        assert second.content == first.content
        assert dict(second.headers) == dict(first.headers)

    @pytest.mark.parametrize("address", PUBLIC)
    def test_one_that_is_held_is_not_sent_again(self, client, review, address):
        tag = client.get(address)["ETag"]
        count, response = queries(client, address, if_none_match=tag)
        assert (response.status_code, response.content, count) == (304, b"", 1)
        assert response["ETag"] == tag
        assert (response["Vary"], response["Cache-Control"]) == ("Accept-Encoding", "no-cache")
        assert "Content-Encoding" not in response

    def test_nor_by_a_process_that_does_not_have_it(self, client, review):
        from reviews import kept

        tag = client.get("/reviews/")["ETag"]
        kept.pages.__init__("KEPT_PAGES")
        count, response = queries(client, "/reviews/", if_none_match=tag)
        assert (response.status_code, count) == (304, 1)

    @pytest.mark.parametrize("form", ["W/{}", '"other", {}', 'W/"other",W/{}'])
    def test_tags_as_clients_send_them(self, client, review, form):
        tag = client.get("/reviews/")["ETag"]
        sent = client.get("/reviews/", headers={"if-none-match": form.format(tag)})
        assert sent.status_code == 304

    @pytest.mark.parametrize("tag", ['"other"', "", "*bad*", '"', "W/", "\u00e9"])
    def test_any_other_tag_gets_the_page(self, client, review, tag):
        response = client.get("/reviews/", headers={"if-none-match": tag})
        assert response.status_code == 200
        assert b"Child A" in response.content

    def test_every_publication_changes_the_tag(self, client, review):
        tags = [client.get("/reviews/")["ETag"]]
        for verb in ("correct", "withdraw", "restore"):
            getattr(publishing, verb)(review=review, by=None)
            response = client.get("/reviews/", headers={"if-none-match": tags[-1]})
            assert response.status_code == 200
            tags.append(response["ETag"])
        assert len(set(tags)) == 4

    def test_every_address_has_its_own(self, client, review):
        addresses = [*PUBLIC, "/reviews/?nation=wales", "/reviews/?sort=title"]
        assert len({client.get(address)["ETag"] for address in addresses}) == len(addresses)


class TestCoding:
    def test_one_page_in_two_codings(self, client, review):
        plain = client.get("/reviews/")
        packed = client.get("/reviews/", headers={"accept-encoding": "br, gzip"})
        assert packed["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in plain
        assert gzip.decompress(packed.content) == plain.content
        assert len(packed.content) < len(plain.content) / 2
        assert packed["ETag"] != plain["ETag"]
        assert packed["Content-Type"] == plain["Content-Type"] == "text/html; charset=utf-8"
        assert int(packed["Content-Length"]) == len(packed.content)

    @pytest.mark.parametrize(
        ("accepted", "coding"),
        [
            ("gzip", "gzip"),
            ("GZIP", "gzip"),
            ("gzip;q=0.5, identity", "gzip"),
            ("gzip; q=1.0", "gzip"),
            ("", None),
            ("identity", None),
            ("br", None),
            ("gzip;q=0", None),
            ("br, gzip; q=0.000", None),
            ("gzippy", None),
        ],
    )
    def test_only_what_is_accepted(self, client, review, accepted, coding):
        for _ in range(2):
            response = client.get("/reviews/", headers={"accept-encoding": accepted})
            assert response.get("Content-Encoding") == coding
            assert b"Child A" in body(response)

    def test_the_tag_of_one_coding_is_not_the_others(self, client, review):
        plain = client.get("/reviews/")["ETag"]
        headers = {"accept-encoding": "gzip", "if-none-match": plain}
        assert client.get("/reviews/", headers=headers).status_code == 200

    @pytest.mark.parametrize("address", PUBLIC)
    def test_what_caches_are_told(self, client, review, address):
        response = client.get(address)
        assert response["Vary"] == "Accept-Encoding"
        assert response["Cache-Control"] == "no-cache"
        assert response["ETag"].startswith('"')


class TestNobodysPage:
    """A public page is the same for everyone."""

    def test_no_cookies(self, client, review):
        for address in (*PUBLIC, *PUBLIC):
            assert not client.get(address).cookies, address

    def test_who_asks_makes_no_difference(self, client, admin_client, review):
        for address in PUBLIC:
            ours, theirs = admin_client.get(address), client.get(address)
            assert not ours.cookies, address
            assert (ours.content, ours["ETag"]) == (theirs.content, theirs["ETag"]), address

    def test_errors_set_no_cookies_either(self, client, review):
        publishing.withdraw(review=review, by=None)
        for address in ("/reviews/CR-2023-0001/", "/reviews/?theme=zzz", "/nowhere/"):
            assert not client.get(address).cookies

    def test_each_host_has_its_own_addresses(self, review):
        here, there = (
            Client().get("/reviews/CR-2023-0001/", headers={"host": host})
            for host in ("localhost", "127.0.0.1:8000")
        )
        assert b"http://localhost/reviews/" in here.content
        assert b"127.0.0.1" not in here.content
        assert b"http://127.0.0.1:8000/reviews/" in there.content
        assert here["ETag"] != there["ETag"]


class TestMethods:
    @pytest.mark.parametrize("address", PUBLIC)
    def test_head_is_get_without_the_page(self, client, review, address):
        head, get = client.head(address), client.get(address)
        assert head.content == b""
        assert head.status_code == 200
        assert dict(head.headers) == dict(get.headers)

    @pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
    def test_nothing_else_is_kept_or_allowed(self, client, review, method):
        client.get("/reviews/")
        assert getattr(client, method)("/reviews/").status_code == 405


class TestNotKept:
    @pytest.mark.parametrize(
        ("address", "status"),
        [
            ("/reviews/?theme=zzz", 400),
            ("/reviews/?page=9", 404),
            ("/reviews/CR-2023-0002/", 410),
            ("/reviews/CR-2023-0009/", 404),
            ("/reviews/added/2020/01/", 404),
            ("/sitemap-nothing.xml", 404),
        ],
    )
    def test_an_error(self, client, review, address, status):
        from reviews.kept import pages

        make_review(reference="CR-2023-0002", state="withdrawn")
        for _ in range(2):
            response = client.get(address, headers={"if-none-match": "*"})
            assert response.status_code == status
            assert "ETag" not in response
            assert response["Cache-Control"] == "no-cache"
        assert pages._kept == {}

    def test_a_very_long_address(self, client, review):
        address = "/reviews/?" + "theme=&" * (LONGEST_KEY // 7 + 1)
        client.get(address)
        count, response = queries(client, address)
        assert response.status_code == 200
        assert count > 1

    def test_more_than_the_setting_allows(self, client, review, settings):
        settings.KEPT_PAGES = 2
        first, second, third = "/reviews/", "/reviews/?sort=title", "/reviews/?sort=oldest"
        for address in (first, second, first, third):
            client.get(address)
        assert queries(client, first)[0] == 1  # asked for more lately than the second
        assert queries(client, third)[0] == 1
        assert queries(client, second)[0] > 1

    def test_anything_when_the_setting_is_none(self, client, review, settings):
        settings.KEPT_PAGES = 0
        for _ in range(2):
            count, response = queries(client, "/reviews/")
            assert response.status_code == 200
            assert "ETag" in response
        assert count > 1

    def test_anything_on_a_development_server(self, client, review, settings):
        settings.DEBUG = True
        assert "ETag" not in client.get("/reviews/")


@COMMITTED
def test_two_processes_make_the_same_page_and_drop_it_at_once(client):
    review = make_review(reference="CR-2023-0001", title="Child A", themes=["b", "a", "c"])
    make_review(themes=["c", "b"])
    addresses = ["/", "/reviews/", "/reviews/CR-2023-0001/", "/reviews/added/2023/05/"]
    with OtherProcess() as other:
        tags = {}
        for address in addresses:
            here = client.get(address, headers={"host": "localhost"})
            there = other.get(address)
            assert there["text"] == here.content.decode(), address
            assert there["headers"]["ETag"] == here["ETag"], address
            tags[address] = here["ETag"]
        publishing.withdraw(review=review, by=None)
        for address in addresses:
            there = other.get(address, **{"if-none-match": tags[address]})
            assert there["status"] == (410 if "CR-" in address else 200), address
            assert "Child A" not in there["text"], address
