"""/reviews/added/, a year of it, and a month's page."""

import pytest

from reviews import publishing
from tests import pages
from tests.factories import make_partnership, make_review
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db

MONTH = "/reviews/added/2023/05/"


def lede(response):
    return pages.read(response).one("p", class_="lede").text


def links(response, prefix):
    found = pages.read(response).one("main").all("a")
    return [link["href"] for link in found if link["href"].startswith(prefix)]


class TestMonths:
    def test_every_month_with_reviews_latest_first(self, client):
        for added in ("2022-11", "2023-05", "2023-05", "2023-01"):
            make_review(added=added)
        response = client.get("/reviews/added/")
        assert response.status_code == 200
        assert links(response, "/reviews/added/") == [
            "/reviews/added/2023/",
            "/reviews/added/2023/05/",
            "/reviews/added/2023/01/",
            "/reviews/added/2022/",
            "/reviews/added/2022/11/",
        ]
        counts = [item.text for item in pages.read(response).one("main").all("span", class_="n")]
        assert counts == ["2 reviews", "1 review", "1 review"]

    def test_a_year_has_its_own_months(self, client):
        make_review(added="2022-11")
        make_review(added="2023-05")
        response = client.get("/reviews/added/2022/")
        assert [link for link in links(response, "/reviews/added/") if link.count("/") == 5] == [
            "/reviews/added/2022/11/"
        ]

    def test_a_year_says_how_many_reviews_it_brought(self, client):
        for added in ("2022-11", "2023-05", "2023-05", "2023-01"):
            make_review(added=added)
        main = pages.read(client.get("/reviews/added/")).one("main")
        assert [line.text for line in main.all("p", class_="meta")] == ["3 reviews", "1 review"]

    def test_from_a_year_to_those_beside_it_that_have_reviews(self, client):
        for added in ("2019-01", "2022-11", "2023-05"):
            make_review(added=added)
        around = pages.read(client.get("/reviews/added/2022/")).one("nav", aria_label="Years")
        assert [(link["href"], link.get("rel")) for link in around.all("a")] == [
            ("/reviews/added/2019/", "prev"),
            ("/reviews/added/", None),
            ("/reviews/added/2023/", "next"),
        ]
        last = pages.read(client.get("/reviews/added/2023/")).one("nav", aria_label="Years")
        assert [link.text for link in last.all("a")] == ["← 2022", "All months"]

    def test_an_empty_collection(self, client):
        response = client.get("/reviews/added/")
        assert response.status_code == 200
        assert "No reviews have been added yet" in pages.read(response).text

    def test_a_withdrawn_review_leaves_its_month(self, client):
        make_review(added="2023-05")
        only = make_review(added="2023-04")
        publishing.withdraw(review=only, by=None)
        make_review(added="2022-01", state="draft")
        assert links(client.get("/reviews/added/"), "/reviews/added/") == [
            "/reviews/added/2023/",
            "/reviews/added/2023/05/",
        ]
        for gone in ("/reviews/added/2023/04/", "/reviews/added/2022/01/", "/reviews/added/2022/"):
            assert client.get(gone).status_code == 404

    def test_one_query(self, client, django_assert_num_queries):
        make_review()
        client.get("/reviews/added/")
        with django_assert_num_queries(1):
            client.get("/reviews/added/2023/")


class TestMonth:
    def test_its_reviews_in_the_order_added(self, client):
        for number in (10, 9, 11):
            make_review(reference=f"CR-2023-00{number:02}", added="2023-05")
        make_review(reference="CR-2023-0001", added="2023-04")
        response = client.get(MONTH)
        assert pages.references(response) == ["CR-2023-0009", "CR-2023-0010", "CR-2023-0011"]
        assert pages.read(response).one("h1").text == "May 2023"
        assert lede(response).startswith("Three reviews were added.")

    def test_its_figures(self, client):
        make_review(learning=["One.", "Two."], recommendations=["Three."])
        make_review(learning=["Four."])
        make_review(state="draft", learning=["Five."])
        figures = pages.read(client.get(MONTH)).one("dl", class_="figures").text
        assert figures == "reviews2learning points3recommendation1"

    def test_its_sentence_names_what_runs_through_it(self, client):
        for _ in range(20):
            make_review(added="2020-01", themes=["neglect"])
        for themes in (["neglect", "supervision"], ["neglect", "supervision"], ["neglect"]):
            make_review(themes=themes, harms=["drowning"])
        assert lede(client.get(MONTH)) == (
            "Three reviews were added. Drowning features in all of them, and supervision in two."
        )

    @pytest.mark.parametrize(
        ("count", "sentence"),
        [
            (1, "One review was added. Drowning features in it."),
            (2, "Two reviews were added. Drowning features in both."),
            (10, "10 reviews were added. Drowning features in all of them."),
        ],
    )
    def test_its_sentence_counts(self, client, count, sentence):
        for _ in range(count):
            make_review(harms=["drowning"])
        assert lede(client.get(MONTH)) == sentence

    def test_what_is_not_stated_is_no_issue(self, client):
        make_review(harms=["not-stated"])
        assert lede(client.get(MONTH)) == "One review was added."

    def test_its_themes_are_counted_and_lead_on(self, client):
        make_review(learning=[{"text": "One.", "themes": ["neglect"]}], themes=["supervision"])
        make_review(themes=["neglect"])
        response = client.get(MONTH)
        themes = pages.read(response).one("nav", aria_label="Themes this month").all("a")
        assert [(theme["href"], theme.text) for theme in themes] == [
            ("/themes/neglect/", "Neglect 2 of 2 reviews"),
            ("/themes/supervision/", "Supervision 1 of 2 reviews"),
        ]

    def test_the_months_beside_it(self, client):
        for added in ("2023-05", "2022-11", "2023-09"):
            make_review(added=added)
        around = pages.read(client.get(MONTH)).one("nav", aria_label="Months").all("a")
        assert [(link["href"], link.get("rel")) for link in around] == [
            ("/reviews/added/2022/11/", "prev"),
            ("/reviews/added/", None),
            ("/reviews/added/2023/09/", "next"),
        ]

    def test_a_withdrawn_review_is_gone(self, client):
        review = make_review(title="Child A", themes=["neglect"], learning=["One."])
        make_review(title="Child B")
        client.get(MONTH)
        publishing.withdraw(review=review, by=None)
        page = pages.read(client.get(MONTH)).one("main").text
        assert "One review was added." in page
        assert "Child A" not in page
        assert "Neglect" not in page
        assert "learning points0" in page

    def test_an_illustrative_review_says_so(self, client):
        make_review(illustrative=True)
        marks = pages.read(client.get(MONTH)).all("span", class_="illustrative")
        assert [mark.text for mark in marks] == ["Illustrative"]

    def test_its_address_is_canonical(self, client):
        make_review()
        head = pages.read(client.get(MONTH + "?utm_source=x"))
        assert head.one("link", rel="canonical")["href"] == f"http://testserver{MONTH}"

    def test_as_many_queries_for_many_reviews(self, client, django_assert_num_queries):
        make_bands()
        for _ in range(2):
            for _ in range(12):
                make_review(learning=["One."], themes=["neglect"], partnership=make_partnership())
            client.get("/reviews/added/")
            with django_assert_num_queries(5):
                client.get(MONTH)


@pytest.mark.parametrize(
    "address",
    [
        "/reviews/added/2023/5/",
        "/reviews/added/2023/005/",
        "/reviews/added/02023/05/",
        "/reviews/added/2023/13/",
        "/reviews/added/2023/00/",
        "/reviews/added/9999/13/",
        "/reviews/added/1999/05/",
        "/reviews/added/0/",
        "/reviews/added/0000/",
        "/reviews/added/9999/",
        "/reviews/added/1398101/6/",
        "/reviews/added/5594428/9/",
        "/reviews/added/5594428/09/",
        "/reviews/added/" + "9" * 5000 + "/05/",
        "/reviews/added/２０２３/05/",
        "/reviews/added/-2023/05/",
        "/reviews/added/2023/05/01/",
        "/reviews/added/2023/may/",
    ],
)
def test_there_is_no_such_month(client, address):
    """Numbers so large that they would spill into the codes of other facets, too."""
    make_review(illustrative=True)
    assert client.get(address).status_code == 404
