"""/: what this is, this month's additions, and the ways in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.models import Agency, Harm, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db


def home(client):
    response = client.get("/")
    assert response.status_code == 200
    return pages.read(response)


def figures(page):
    rows = page.one("dl", class_="figures").all("div")
    return {row.one("dt").text: row.one("dd").text for row in rows}


def ways(page, heading):
    """A list of ways in by its heading: {address: count}."""
    title = next(one for one in page.all() if one.tag in ("h2", "h3") and one.text == heading)
    around = title
    while not around.all("ul"):
        around = around.parent
    items = around.all("ul")[0].all("li")
    return {item.one("a")["href"]: item.one("span", class_="n").text for item in items}


def counted(response):
    """How many reviews a list says there are, or a theme's or an agency's page."""
    figures = pages.read(response).all("dl", class_="figures")
    if not figures:
        return pages.heading(response)
    first = figures[0].all("div")[0]
    return f"{first.one('dd').text} {first.one('dt').text}"


class TestHome:
    def test_it_says_what_it_is_and_searches(self, client):
        make_review()
        page = home(client)
        assert page.one("h1").text == "What case reviews ask us to learn"
        form = page.one("main").one("form", role="search")
        assert (form["action"], form["method"]) == ("/reviews/", "get")
        assert form.one("input", type="search")["name"] == "q"

    def test_figures(self, client):
        make_review(added="2019-05", themes=["neglect"], learning=["One.", "Two."])
        make_review(themes=["supervision"], recommendations=["Three."])
        make_review(themes=["draft"], learning=["Four."], state="draft", added="2001-01")
        assert figures(home(client)) == {
            "reviews added since 2019": "2",
            "learning points and recommendations": "3",
            "themes": "2",
        }

    def test_the_latest_months_additions(self, client):
        make_review(added="2023-04", title="Earlier")
        for number in range(1, 9):
            make_review(added="2023-05", reference=f"CR-2023-000{number}")
        page = home(client)
        part = page.one("section", aria_labelledby="n-h")
        assert part.one("h2").text == "Added in May 2023"
        marks = part.one("ol", class_="entries").all("span", class_="ref")
        assert [mark.text for mark in marks] == [f"CR-2023-000{number}" for number in range(1, 7)]
        link = part.one("div", class_="part-head").one("a")
        assert (link["href"], link.text) == (
            "/reviews/added/2023/05/",
            "All 8, with their learning",
        )
        assert "Earlier" not in part.text

    def test_ways_in_have_counts_that_hold(self, client):
        make_bands()
        for themes, age in ((["neglect"], "P1Y"), (["neglect", "supervision"], "P16Y")):
            make_review(
                themes=themes, children=[{"age": age}], agencies=["police"], harms=["drowning"]
            )
        page = home(client)
        assert ways(page, "Index of themes") == {
            "/themes/neglect/": "2 reviews",
            "/themes/supervision/": "1 review",
        }
        assert ways(page, "By the child’s age") == {
            "/reviews/?age=1-5": "1 review",
            "/reviews/?age=16-17": "1 review",
        }
        assert ways(page, "By agency") == {"/agencies/police/": "2 reviews"}
        for heading in ("Index of themes", "By agency", "By the child’s age"):
            for address, count in ways(page, heading).items():
                assert counted(client.get(address)) == count, address

    def test_the_index_is_in_the_order_of_its_words(self, client):
        for slug in ("b-second", "c-third", "a-first"):
            make_review(themes=[slug])
        assert list(ways(home(client), "Index of themes")) == [
            "/themes/a-first/",
            "/themes/b-second/",
            "/themes/c-third/",
        ]

    def test_examples_are_themes_that_reviews_have(self, client, vocabulary):
        assert home(client).all("p", class_="tries") == []
        make_review(themes=["bruising-in-babies", "neglect"])
        examples = home(client).one("p", class_="tries").all("a")
        assert [(link["href"], link.text) for link in examples] == [
            ("/reviews/?theme=bruising-in-babies", "bruising in babies")
        ]

    def test_it_is_canonical(self, client):
        make_review()
        page = pages.read(client.get("/?utm_source=x"))
        assert page.one("link", rel="canonical")["href"] == "http://testserver/"


class TestEdges:
    def test_an_empty_collection(self, client):
        page = home(client)
        assert "Nothing has been added yet" in page.text
        assert figures(page)["reviews"] == "0"
        assert page.one("h1")
        assert "None" not in page.one("main").text

    def test_one_review_without_anything(self, client):
        make_review(children=[], outcome="not-stated")
        page = home(client)
        assert figures(page) == {
            "review added since 2023": "1",
            "learning points and recommendations": "0",
            "themes": "0",
        }
        assert "The whole month" in page.text

    def test_an_illustrative_review_says_so(self, client):
        make_review(illustrative=True)
        marks = home(client).all("span", class_="illustrative")
        assert [mark.text for mark in marks] == ["Illustrative"]

    def test_a_withdrawn_review_is_gone_from_everything(self, client):
        make_bands()
        review = make_review(
            added="2024-01",
            title="Child A",
            themes=["neglect"],
            agencies=["police"],
            harms=["drowning"],
            learning=["One."],
        )
        make_review(title="Child B")
        assert "January 2024" in home(client).text
        publishing.withdraw(review=review, by=None)
        text = home(client).one("main").text
        for word in ("Child A", "January 2024", "Neglect", "Police", "Drowning"):
            assert word not in text, word
        assert figures(home(client))["learning points and recommendations"] == "0"

    def test_what_is_merged_is_counted_under_its_new_name(self, client):
        for model, name in ((Theme, "themes"), (Agency, "agencies"), (Harm, "harms")):
            make_review(**{name: ["old"]})
            old = make_term(model, "old")
            old.merged_into = make_term(model, "new")
            publishing.save_term(term=old)
        page = home(client)
        assert ways(page, "Index of themes") == {"/themes/new/": "1 review"}
        assert ways(page, "By agency") == {"/agencies/new/": "1 review"}

    def test_as_many_queries_for_twice_the_rows(self, client):
        make_bands()
        counts = []
        for added in ("2023-05", "2023-06"):
            for number in range(8):
                themes = [f"theme-{number}", "neglect"]
                make_review(added=added, themes=themes, learning=["One."])
            client.get("/reviews/added/")
            with CaptureQueriesContext(connection) as captured:
                home(client)
            counts.append(len(captured))
        assert counts[0] == counts[1] <= 6
