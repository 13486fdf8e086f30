import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.template.loader import get_template
from django.test import Client, override_settings

from repository import pages
from repository.site import Site, SupportLine
from reviews.models import Review
from reviews.tombstone import Tombstone
from tests.factories import make_review

pytestmark = pytest.mark.django_db

PAGES = ["/about/", "/accessibility/", "/privacy/"]


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_the_frame(client, address):
    page = text(client.get(address))
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1
    assert '<a class="skip" href="#main">' in page
    assert 'href="https://www.bbc.co.uk/weather" rel="noreferrer nofollow" data-exit' in page
    assert 'id="support"' in page
    assert "0808 800 5000" in page
    assert "0800 1111" in page
    assert f'<link rel="canonical" href="http://testserver{address}">' in page


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client, address):
    response = client.get(address)
    page = text(response)
    assert "<style" not in page
    assert " style=" not in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []
    assert re.findall(r"(?:src|srcset)=\"(?!/static/)", page) == []
    assert "unsafe" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_public_pages_set_no_cookie(client, address):
    assert not client.get(address).cookies


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_a_page_leads_somewhere(client, address):
    page = text(client.get(address))
    ids = set(re.findall(r' id="([^"]+)"', page))
    for link in set(re.findall(r'href="([^"]+)"', page)):
        if link.startswith("#"):
            assert link[1:] in ids, link
        elif link.startswith("/") and not link.startswith("/static/"):
            path, _, anchor = link.partition("#")
            found = client.get(path)
            assert found.status_code == 200, link
            assert not anchor or f'id="{anchor}"' in text(found), link


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/reviews/", '<a href="/reviews/" aria-current="page">Reviews</a>'),
        ("/briefings/", '<a href="/briefings/" aria-current="page">Briefings</a>'),
        ("/articles/", '<a href="/briefings/" aria-current="true">Briefings</a>'),
        ("/reviews/added/", '<a href="/reviews/added/" aria-current="page">Months</a>'),
    ],
)
def test_the_navigation_says_where_you_are(client, address, current):
    page = text(client.get(address))
    navigation = page.partition('<nav aria-label="Main">')[2].partition("</nav>")[0]
    assert current in navigation
    assert navigation.count("aria-current") == 1


def test_the_deployment_s_own_words_are_shown_and_escaped(client):
    line = SupportLine("A & B", "At <night>", "020 7946 0000")
    site = Site(name="Our <library>", contact="library@reviews.example", support=(line,))
    with override_settings(SITE=site):
        page = text(client.get("/about/?not-kept-from-another-test"))
    assert "Our &lt;library&gt;" in page
    assert "A &amp; B" in page
    assert 'href="tel:02079460000"' in page
    assert 'href="mailto:library@reviews.example"' in page
    assert "0808 800 5000" not in page


def test_an_unknown_address_is_404_with_ways_on(client):
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "There is no such page" in text(response)
    assert 'role="search"' in text(response)
    assert '<meta name="robots" content="noindex">' in text(response)


def test_an_unreadable_address_is_400_and_says_why(client):
    response = client.get("/reviews/?q=%00")
    assert response.status_code == 400
    assert "holds a character that can’t be searched for" in text(response)


def test_a_reason_not_written_for_people_is_not_shown(rf_request):
    response = pages.bad_request(rf_request, ValueError("<secret>"))
    assert response.status_code == 400
    assert "secret" not in text(response)
    assert "can’t be used" in text(response)


def test_a_page_for_editors_is_403(rf_request):
    response = pages.permission_denied(rf_request, PermissionDenied("secret"))
    assert response.status_code == 403
    assert "secret" not in text(response)
    assert "/account/login/" in text(response)


def test_a_form_from_elsewhere_is_403_in_our_own_words(db):
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "a"})
    assert response.status_code == 403
    assert "The form was not sent" in text(response)


def test_500_needs_neither_request_nor_database(rf_request, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = pages.server_error(rf_request)
    assert response.status_code == 500
    assert "Something went wrong" in text(response)
    assert 'id="support"' in text(response)


def test_500_without_static_files_is_plain_text(rf_request):
    backend = {"BACKEND": "repository.static_files.JoinedManifestStorage"}
    with override_settings(STORAGES={"staticfiles": backend}, STATIC_ROOT="/nonexistent"):
        response = pages.server_error(rf_request)
    assert response.status_code == 500
    assert response.content == b"Something went wrong.\n"


def test_a_withdrawn_review_is_a_tombstone_with_reference_and_date_only(client):
    review = make_review(title="Child Zeta", summary="An account.", state="withdrawn")
    late = datetime(2026, 6, 1, 23, 30, tzinfo=ZoneInfo("UTC"))
    Review.objects.filter(pk=review.pk).update(released_at=late, withdrawn_at=late)
    response = client.get(f"/reviews/{review.reference}/")
    assert response.status_code == 410
    page = text(response)
    assert f"{review.reference} has been withdrawn" in page
    assert "2 June 2026" in page  # the date in London
    for hidden in ("Zeta", "An account", "Local child"):
        assert hidden not in page


def test_the_tombstone_needs_no_date():
    withdrawn = Tombstone("CR-2023-0001", None, "")
    page = get_template("410.html").render({"site": Site(), "withdrawn": withdrawn})
    assert "taken out of the repository." in page


def test_healthz_says_ok_and_the_collection_s_version(client):
    response = client.get("/healthz")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain")
    assert re.fullmatch(r"ok \d+\n", text(response))
    assert "no-store" in response["Cache-Control"]


def test_healthz_without_a_collection_is_503_in_one_line(client):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE reviews_collection CASCADE")
    response = client.get("/healthz")
    assert response.status_code == 503
    assert text(response) == "database away\n"


def test_robots_names_the_sitemap_and_nothing_else(client):
    make_review(reference="CR-2023-7777", state="draft")
    make_review(reference="CR-2023-7778", state="withdrawn")
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert text(response).split("\n") == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: http://testserver/sitemap.xml",
        "",
    ]


def test_only_a_development_server_has_the_style_guide(client):
    assert client.get("/styleguide/").status_code == 404


def test_the_style_guide_shows_every_component():
    from repository.styleguide import EXAMPLES

    page = get_template("styleguide.html").render({"site": Site(), **EXAMPLES})
    for shown in (
        "entry",
        "alert",
        "field",
        "facet",
        "pager",
        "problem",
        "card",
        "point",
        "docs",
        "empty",
        "index",
        "basis",
        "statement",
        "evidence",
        "tally",
        "references",
    ):
        assert re.search(rf'class="{shown}[" ]', page), shown


@pytest.fixture
def rf_request(client):
    """A request that has gone through the middleware."""
    return client.get("/about/").wsgi_request
