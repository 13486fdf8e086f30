"""/briefings/: all of them, newest first, by topic and by sector."""

import pytest

from briefings import publishing
from reviews import publishing as record
from reviews.models import Agency, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/"


def tree(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return pages.read(response)


def titles(client):
    return [one.text for one in tree(client).one("ol", class_="entries").all("h3")]


def shelves(client, part):
    """What stands under each topic or sector: (title, address)."""
    found = {}
    for shelf in tree(client).one("section", id=part).all("section"):
        links = shelf.one("ul").all("a")
        found[shelf.one("h3").text] = [(link.text, link["href"]) for link in links]
    return found


def test_the_newest_come_first_and_those_without_a_date_last(client):
    make_edition(title="Undated", published=None)
    make_edition(title="Older", published="2021")
    make_edition(title="Newest", published="2023-05")
    assert titles(client) == ["Newest", "Older", "Undated"]


def test_each_says_what_it_is_about_and_on_how_many_reviews_it_rests(client):
    one, gone = make_review(), make_review()
    make_edition(
        standfirst="In short.",
        published="2023-05",
        themes=["neglect"],
        agencies=["police"],
        pinned=[one, gone],
        illustrative=True,
    )
    record.withdraw(review=gone, by=None)
    entry = tree(client).one("ol", class_="entries").one("li")
    assert entry.one("p", class_="entry-mark").text == "May 2023 Illustrative 1 review"
    assert entry.one("p", class_="snippet").text == "In short."
    assert entry.one("p", class_="meta").text == "Neglect · Police"


def test_only_current_editions_are_listed(client):
    make_edition(title="First of two", state="superseded")
    make_edition(title="Draft", state="draft")
    make_edition(title="Gone", state="withdrawn")
    shown = make_edition(title="Shown")
    assert titles(client) == ["Shown", "First of two"]
    assert len(tree(client).one("ol", class_="entries").all("li")) == 2
    publishing.withdraw(edition=shown, by=None)
    assert titles(client) == ["First of two"]


def test_by_topic_from_a_to_z_under_the_name_it_has_now(client):
    new = make_term(Theme, "early-help")
    make_term(Theme, "early-support", merged_into=new)
    make_edition(slug="a", title="A", themes=["neglect", "early-support"], published="2022")
    make_edition(slug="b", title="B", themes=["early-help"], published="2021")
    assert shelves(client, "topics") == {
        "Early help": [("A", "/briefings/a/"), ("B", "/briefings/b/")],
        "Neglect": [("A", "/briefings/a/")],
    }


def test_by_sector_what_is_about_it_and_what_has_a_page_for_it(client):
    for slug in ("police", "housing", "all-agencies"):
        make_term(Agency, slug)
    sections = [
        {"heading": "S", "agencies": ["police", "gone"], "statements": ["T"]},
        {"heading": "E", "agencies": ["all-agencies"], "statements": ["T"]},
    ]
    make_edition(slug="a", title="A", agencies=["housing"], sections=sections)
    make_edition(slug="b", title="B", agencies=["police"], published="2020")
    assert shelves(client, "sectors") == {
        "Housing": [("A", "/briefings/a/")],
        "Police": [("A", "/briefings/a/for/police/"), ("B", "/briefings/b/")],
    }
    assert client.get("/briefings/a/for/police/").status_code == 200


def test_the_newest_articles_are_named(client):
    make_edition(kind="article", title="Older", published="2020")
    for number in (1, 2, 3):
        make_edition(kind="article", title=f"Article {number}", published=f"202{number}")
    articles = tree(client).one("section", id="articles")
    links = [link.text for link in articles.one("ul").all("a")]
    assert links == ["Article 3", "Article 2", "Article 1"]
    assert articles.one("a", href="/articles/").text == "All articles"


def test_before_there_is_any(client):
    make_edition(state="draft", title="Draft", themes=["neglect"])
    page = tree(client)
    assert (
        page.one("section", class_="empty").one("h2").text == "No briefing has been published yet"
    )
    assert "Draft" not in page.text
    assert page.all("section", id="topics") == []


def test_titles_are_text(client):
    bad = "<b>A & B</b> 100%"
    make_edition(title=bad, standfirst=bad, themes=["neglect"])
    assert titles(client) == [bad]
    assert shelves(client, "topics")["Neglect"][0][0] == bad


def test_queries_do_not_grow_with_briefings(client, django_assert_max_num_queries):
    for count in (2, 6):
        for _ in range(count):
            make_edition(themes=["neglect"], agencies=["police"], pinned=[make_review()])
        client.get("/reviews/")  # the process has read the collection
        with django_assert_max_num_queries(4):
            client.get(ADDRESS)
