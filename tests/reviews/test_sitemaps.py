"""The sitemap and robots.txt: every public page, and never anything else."""

import re

import pytest
from django.utils.dateparse import parse_datetime

from reviews import publishing
from reviews.models import Theme
from reviews.sitemaps import Reviews
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db


def addresses(client, section):
    response = client.get(section)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    found = re.findall("<loc>http://testserver(.*?)</loc>", response.content.decode())
    assert len(found) == len(set(found))
    return found


def test_the_index_names_the_parts(client):
    make_review()
    assert addresses(client, "/sitemap.xml") == [
        "/sitemap-reviews.xml",
        "/sitemap-learning.xml",
        "/sitemap-months.xml",
        "/sitemap-themes.xml",
        "/sitemap-agencies.xml",
        "/sitemap-briefings.xml",
        "/sitemap-articles.xml",
        "/sitemap-pages.xml",
    ]


def test_every_published_review_and_nothing_else(client):
    make_review(reference="CR-2023-0001")
    make_review(reference="CR-2023-0002", state="draft")
    gone = make_review(reference="CR-2023-0003")
    make_review(reference="CR-2023-0004", state="withdrawn")
    assert len(addresses(client, "/sitemap-reviews.xml")) == 2
    publishing.withdraw(review=gone, by=None)
    assert addresses(client, "/sitemap-reviews.xml") == ["/reviews/CR-2023-0001/"]


def test_an_invented_case_is_neither_listed_nor_to_be_indexed(client):
    example = make_review(illustrative=True, added="2026-01")
    make_review(reference="CR-2023-0001")
    assert addresses(client, "/sitemap-reviews.xml") == ["/reviews/CR-2023-0001/"]
    said = '<meta name="robots" content="noindex">'
    assert said in client.get(example.get_absolute_url()).content.decode()
    assert said not in client.get("/reviews/CR-2023-0001/").content.decode()


def test_every_theme_and_agency_that_a_review_names(client):
    new = make_term(Theme, "early-help")
    make_term(Theme, "early-support", merged_into=new)
    make_term(Theme, "unused")
    make_review(themes=["early-support"], learning=[{"text": "1.", "agencies": ["police"]}])
    make_review(themes=["hidden"], agencies=["housing"], state="withdrawn")
    assert addresses(client, "/sitemap-themes.xml") == ["/themes/early-help/"]
    assert addresses(client, "/sitemap-agencies.xml") == ["/agencies/police/"]


def test_every_point_of_real_reviews_and_nothing_else(client):
    review = make_review(learning=["One."], recommendations=["Two."])
    make_review(illustrative=True, learning=["Made up."])
    make_review(state="draft", learning=["Hidden."])
    gone = make_review(learning=["Gone."])
    publishing.withdraw(review=gone, by=None)
    expected = [f"/learning/{point.pk}/" for point in review.points.order_by("pk")]
    assert addresses(client, "/sitemap-learning.xml") == expected


def test_every_month_with_reviews(client):
    make_review(added="2023-05")
    make_review(added="2023-04", state="withdrawn")
    make_review(added="2022-11")
    assert addresses(client, "/sitemap-months.xml") == [
        "/reviews/added/2023/05/",
        "/reviews/added/2022/11/",
    ]


def test_every_address_leads_somewhere_that_may_be_indexed(client):
    make_review(themes=["neglect"], agencies=["police"], learning=["Ask."])
    for part in ("reviews", "learning", "months", "themes", "agencies", "pages"):
        for address in addresses(client, f"/sitemap-{part}.xml"):
            response = client.get(address)
            assert response.status_code == 200, address
            assert b'name="robots"' not in response.content, address


def test_a_review_is_dated_by_its_last_change(client):
    review = make_review()

    def dated():
        page = client.get("/sitemap-reviews.xml").content.decode()
        return re.findall("<lastmod>(.*?)</lastmod>", page)

    assert dated() == [f"{review.released_at:%Y-%m-%d}"]
    publishing.correct(review=review, by=None)
    review.refresh_from_db()
    assert dated() == [f"{review.corrected_at:%Y-%m-%d}"]
    assert parse_datetime(str(review.corrected_at)) > review.released_at


def test_many_reviews_go_over_several_pages(client, monkeypatch):
    monkeypatch.setattr(Reviews, "limit", 2)
    for number in range(1, 6):
        make_review(reference=f"CR-2023-000{number}")
    pages = [a for a in addresses(client, "/sitemap.xml") if "reviews" in a]
    assert pages == [f"/sitemap-reviews.xml{query}" for query in ("", "?p=2", "?p=3")]
    found = [address for page in pages for address in addresses(client, page)]
    assert found == [f"/reviews/CR-2023-000{number}/" for number in range(1, 6)]


def test_an_empty_collection(client):
    assert len(addresses(client, "/sitemap.xml")) == 8
    assert addresses(client, "/sitemap-reviews.xml") == []
    assert addresses(client, "/sitemap-months.xml") == []
    assert "/" in addresses(client, "/sitemap-pages.xml")


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-nothing.xml",
        "/sitemap-reviews.xml?p=2",
        "/sitemap-reviews.xml?p=0",
        "/sitemap-reviews.xml?p=abc",
        "/sitemap-reviews.xml?p=99999999999999999999",
        "/sitemap-../reviews.xml",
    ],
)
def test_there_is_no_such_page(client, address):
    make_review()
    assert client.get(address).status_code == 404


def test_sitemaps_themselves_are_not_indexed(client):
    make_review()
    for _ in range(2):
        assert "noindex" in client.get("/sitemap.xml")["X-Robots-Tag"]


def test_as_many_queries_for_many_reviews(client, django_assert_num_queries):
    for count in (2, 6):
        for _ in range(count):
            make_review()
        client.get("/reviews/added/")
        with django_assert_num_queries(3):
            client.get("/sitemap-reviews.xml")
