"""Requests to other websites: bounded, honest about who asks, and never into our network."""

import io
import socket
import time
from ipaddress import ip_address
from pathlib import Path

import pytest

from repository.site import Site
from reviews import addresses
from reviews.fetching import Failed, Refused, fetch, look
from tests.web_server import answer, dripping, endless, redirect, status, website

CERTIFICATE = Path(__file__).resolve().parent.parent / "files" / "reports.test.pem"
BODY = b"%PDF-1.7 what was published"


@pytest.fixture
def names(monkeypatch):
    """Names for addresses, as a name server would give them: {name: [address, ...]}."""
    known, asked, real = {}, [], socket.getaddrinfo

    def getaddrinfo(host, port, *args, **kwargs):
        asked.append(host)
        if host not in known:
            return real(host, port, *args, **kwargs)
        return [
            entry
            for address in known[host]
            for entry in real(address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    known["asked"] = asked
    return known


def body_of(url):
    file = io.BytesIO()
    fetch(url, file)
    return file.getvalue()


class TestFetch:
    def test_what_is_there(self, site):
        site.pages["/report.pdf"] = BODY
        file = io.BytesIO()
        found = fetch(site.url(), file)
        assert file.getvalue() == BODY
        assert (found.status, found.media_type, found.bytes) == (200, "application/pdf", len(BODY))

    def test_it_says_who_asks(self, site, settings):
        settings.SITE = Site(name="Réviews\r\nX: y", contact="desk@reviews.example")
        site.pages["/report.pdf"] = BODY
        body_of(site.url())
        [headers] = site.headers
        assert headers["User-Agent"] == "CaseReviewRepository (RviewsX: y; desk@reviews.example)"
        assert "Referer" not in headers
        assert "Cookie" not in headers

    def test_names_and_paths_that_are_not_ascii(self, site):
        site.pages["/adroddiad/pl%C3%A2n%20%C5%B5.pdf?a=%C3%A9"] = BODY
        assert body_of(site.url("/adroddiad/plân ŵ.pdf?a=é#page=2")) == BODY
        assert body_of(site.url("/adroddiad/pl%C3%A2n%20%C5%B5.pdf?a=%C3%A9")) == BODY

    def test_without_a_length(self, site):
        site.pages["/report.pdf"] = answer(BODY, length=False)
        assert body_of(site.url()) == BODY

    @pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
    def test_it_follows_redirects(self, site, code):
        site.pages["/report.pdf"] = redirect("/new%20place/r%C3%A9port.pdf", code)
        site.pages["/new%20place/r%C3%A9port.pdf"] = BODY
        assert body_of(site.url()) == BODY

    def test_a_redirect_whose_target_is_not_ascii(self, site):
        site.pages["/report.pdf"] = redirect("/r\u00c3\u00a9port.pdf")  # é in UTF-8, as sent
        site.pages["/r%C3%A9port.pdf"] = BODY
        assert body_of(site.url()) == BODY

    def test_five_redirects_but_not_six(self, site):
        for number in range(6):
            site.pages[f"/{number}"] = redirect(f"/{number + 1}")
        site.pages["/6"] = BODY
        assert body_of(site.url("/1")) == BODY
        with pytest.raises(Refused, match="more than 5 times"):
            body_of(site.url("/0"))

    def test_a_circle_of_redirects(self, site):
        site.pages["/a"] = redirect("/b")
        site.pages["/b"] = redirect("/a")
        with pytest.raises(Refused, match="redirects in a circle"):
            body_of(site.url("/a"))
        assert len(site.asked) == 2

    @pytest.mark.parametrize(("code", "kind"), [(404, Refused), (410, Refused), (503, Failed)])
    def test_a_status_that_is_none(self, site, code, kind):
        site.pages["/report.pdf"] = status(code)
        with pytest.raises(kind, match=f"status {code}"):
            body_of(site.url())


class TestBounds:
    def test_too_large_by_its_own_account(self, site, settings):
        settings.DOCUMENT_MEGABYTES = 1
        site.pages["/report.pdf"] = answer(b"%PDF-", length=1024**2 + 1)
        with pytest.raises(Refused, match="larger than 1 MB"):
            body_of(site.url())

    def test_too_large_without_saying_so(self, site, settings):
        settings.DOCUMENT_MEGABYTES = 1
        site.pages["/report.pdf"] = endless
        file = io.BytesIO()
        with pytest.raises(Refused, match="larger than 1 MB"):
            fetch(site.url(), file)
        assert len(file.getvalue()) <= 1024**2

    def test_as_large_as_may_be(self, site, settings):
        settings.DOCUMENT_MEGABYTES = 1
        site.pages["/report.pdf"] = b"x" * 1024**2
        assert len(body_of(site.url())) == 1024**2

    @pytest.mark.parametrize("headers", [False, True], ids=["body", "headers"])
    def test_a_server_that_drips_bytes_is_cut_off(self, site, settings, headers):
        settings.FETCH_SECONDS = 1
        site.pages["/report.pdf"] = dripping(b"x" * 100, 0.1, headers=headers)
        began = time.monotonic()
        with pytest.raises(Failed, match="longer than 1 seconds"):
            body_of(site.url())
        assert 0.9 < time.monotonic() - began < 2

    def test_the_time_is_that_of_all_redirects_together(self, site, settings):
        settings.FETCH_SECONDS = 1

        def slow(target):
            def page(handler):
                time.sleep(0.4)
                redirect(target)(handler)

            return page

        site.pages |= {f"/{number}": slow(f"/{number + 1}") for number in range(5)}
        began = time.monotonic()
        with pytest.raises(Failed, match="longer than 1 seconds"):
            body_of(site.url("/0"))
        assert time.monotonic() - began < 2

    def test_a_server_that_is_silent(self, site, settings, monkeypatch):
        monkeypatch.setattr("reviews.fetching.READ_SECONDS", 0.2)
        site.pages["/report.pdf"] = lambda handler: time.sleep(1)
        with pytest.raises(Failed, match="silent"):
            body_of(site.url())

    def test_a_body_that_ends_too_early(self, site):
        site.pages["/report.pdf"] = answer(BODY, length=len(BODY) + 10)
        with pytest.raises(Failed, match="too early"):
            body_of(site.url())

    def test_a_compressed_body_that_nobody_asked_for(self, site):
        site.pages["/report.pdf"] = answer(BODY, Content_Encoding="gzip")
        with pytest.raises(Refused, match="compressed"):
            body_of(site.url())

    def test_an_answer_that_is_not_http(self, site):
        site.pages["/report.pdf"] = lambda handler: handler.wfile.write(b"\x00\x01nonsense\r\n")
        with pytest.raises(Failed, match="not HTTP"):
            body_of(site.url())

    def test_nobody_there(self, settings):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings.FETCH_ALSO = frozenset({("127.0.0.1", port)})
        with pytest.raises(Failed, match="can’t be reached"):
            body_of(f"http://127.0.0.1:{port}/")

    def test_a_name_that_there_is_not(self):
        with pytest.raises(Failed, match="can’t be found"):
            body_of("http://reports.invalid/")


class TestPrivateNetworks:
    """Nothing listens to what is refused: the website counts who came."""

    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0", "[::1]"]
    )
    def test_this_machine_under_all_its_names(self, settings, host):
        with website() as site:
            site.pages["/report.pdf"] = BODY
            with pytest.raises(Refused, match="private network"):
                body_of(site.url(host=host))
            assert site.asked == []

    @pytest.mark.parametrize(
        "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fd00::1"]
    )
    def test_a_name_that_leads_into_a_private_network(self, names, address):
        names["reports.example"] = [address]
        with pytest.raises(Refused, match="reports.example leads into a private network"):
            body_of("http://reports.example/report.pdf")

    def test_one_private_address_among_public_ones(self, names):
        names["reports.example"] = ["192.0.2.1", "8.8.8.8", "10.0.0.1"]
        with pytest.raises(Refused, match="private network"):
            body_of("http://reports.example/report.pdf")

    def test_a_redirect_to_a_private_address(self, site, names):
        names["inside.example"] = ["10.0.0.1"]
        with website() as inside:
            inside.pages["/secret.pdf"] = BODY
            for target in (inside.url("/secret.pdf"), "http://inside.example/secret.pdf"):
                site.pages["/report.pdf"] = redirect(target)
                with pytest.raises(Refused, match="private network"):
                    body_of(site.url())
            assert inside.asked == []

    def test_a_name_is_looked_up_once_and_what_was_checked_is_asked(self, names, settings):
        """A name that changes between the look and the connection changes nothing."""
        with website() as site:
            settings.FETCH_ALSO = frozenset({("reports.example", site.port)})
            site.pages["/report.pdf"] = BODY
            names["reports.example"] = ["127.0.0.1"]
            assert body_of(site.url(host="reports.example")) == BODY
            assert names["asked"].count("reports.example") == 1
            assert site.headers[0]["Host"] == f"reports.example:{site.port}"

    @pytest.mark.parametrize(
        "address",
        [
            *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1"),
            *("192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.1", "224.0.0.1"),
            *("240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "64:ff9b::808:808"),
            *("2002:808:808::1", "2001:db8::1", "2001::1", "fc00::1", "fe80::1", "ff02::1"),
            *("fec0::1", "4000::1"),
        ],
    )
    def test_addresses_that_are_not_public(self, address):
        assert not addresses.is_public(ip_address(address))

    @pytest.mark.parametrize("address", ["8.8.8.8", "151.101.0.81", "2a00:1450:4009::1"])
    def test_addresses_that_are(self, address):
        assert addresses.is_public(ip_address(address))

    def test_nothing_may_be_asked_here_unless_a_test_says_so(self, settings):
        assert len(settings.FETCH_ALSO) == 0


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "said"),
        [
            ("ftp://example.org/a.pdf", "not one of the web"),
            ("file:///etc/passwd", "not one of the web"),
            ("javascript:alert(1)", "not one of the web"),
            ("//example.org/a.pdf", "not one of the web"),
            ("http:///a.pdf", "not one of the web"),
            ("http://exa mple.org/", "not one of the web"),
            ("http://a\x00b/", "not one of the web"),
            ("http://user:secret@example.org/", "user name"),
            ("http://example.org:22/", "port 22"),
            ("http://example.org:99999/", "can’t be read"),
            ("http://[::1/", "can’t be read"),
            (f"http://{'a' * 70}.example/", "can’t be read"),
        ],
    )
    def test_what_is_not_an_address_of_the_web(self, url, said):
        with pytest.raises(Refused, match=said):
            body_of(url)

    def test_a_redirect_to_what_is_none(self, site):
        site.pages["/report.pdf"] = redirect("file:///etc/passwd")
        with pytest.raises(Refused, match="not one of the web"):
            body_of(site.url())

    def test_names_in_other_letters(self):
        parts = addresses.read("HTTPS://Straße.example:443/ü?ä")
        assert parts.geturl() == "https://strasse.example/%C3%BC?%C3%A4"


class TestTls:
    @pytest.fixture
    def secure(self, settings, names):
        names["reports.test"] = names["other.test"] = ["127.0.0.1"]
        with website(CERTIFICATE) as found:
            settings.FETCH_ALSO = frozenset(
                {(n, found.port) for n in ("reports.test", "other.test")}
            )
            found.pages["/report.pdf"] = BODY
            yield found

    def test_a_certificate_of_the_name(self, secure, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert body_of(secure.url(host="reports.test", scheme="https")) == BODY

    def test_one_of_another_name(self, secure, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        with pytest.raises(Failed, match="certificate is not valid: Hostname mismatch"):
            body_of(secure.url(host="other.test", scheme="https"))

    def test_one_that_nobody_vouches_for(self, secure):
        with pytest.raises(Failed, match="certificate is not valid"):
            body_of(secure.url(host="reports.test", scheme="https"))

    def test_none_at_all(self, site):
        with pytest.raises(Failed, match="TLS"):
            body_of(site.url(scheme="https"))


class TestLook:
    def test_it_takes_no_body(self, site):
        site.pages["/report.pdf"] = BODY
        found = look(site.url(), "HEAD")
        assert (found.status, found.media_type, found.length) == (200, "application/pdf", len(BODY))
        assert site.asked == [("HEAD", "/report.pdf")]

    def test_any_status_is_an_answer(self, site):
        assert look(site.url("/gone"), "GET").status == 404

    def test_an_endless_body_is_left(self, site):
        site.pages["/report.pdf"] = endless
        assert look(site.url(), "GET").status == 200
