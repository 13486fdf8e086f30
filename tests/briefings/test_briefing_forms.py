"""The shorter forms of a briefing: for one sector in ten minutes, and in seven."""

import pytest

from reviews import publishing
from reviews.models import Agency
from tests import pages
from tests.factories import make_review, make_term
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/unwell/"
POLICE = f"{ADDRESS}for/police/"
SEVEN = f"{ADDRESS}seven-minutes/"


def tree(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return pages.read(response)


def headings(page):
    return [one.text for one in page.one("article").all("h2", class_="numbered")]


def section(heading, *agencies, statements=("Said.",), **values):
    for slug in agencies:
        make_term(Agency, slug)
    return {"heading": heading, "agencies": agencies, "statements": statements, **values}


class TestForASector:
    def test_what_is_for_it_or_for_everybody(self, client):
        sections = [
            section("All"),
            section("Theirs", "police", "housing"),
            section("Others", "housing"),
        ]
        make_edition(slug="unwell", sections=sections, questions=[("leaders", "Why?")])
        page = tree(client, POLICE)
        assert headings(page) == ["1 All", "2 Theirs"]
        assert "Why?" in page.one("section", id="questions").text
        assert page.one("p", class_="ref").text.startswith("Briefing for Police")
        assert headings(tree(client, f"{ADDRESS}for/housing/")) == ["1 All", "2 Theirs", "3 Others"]

    def test_what_was_written_for_it_comes_first(self, client):
        review = make_review(
            learning=[
                {"text": "For housing.", "agencies": ["housing"]},
                {"text": "For nobody."},
                {"text": "For police.", "agencies": ["police"]},
                {"text": "For both.", "agencies": ["housing", "police"]},
            ]
        )
        cited = [("Said.", list(review.points.order_by("order")))]
        make_edition(slug="unwell", sections=[section("S", "police", statements=cited)])
        texts = [item.content[-1] for item in tree(client, POLICE).one("div", id="s1-1").all("li")]
        assert texts == ["For police.", "For both.", "For housing.", "For nobody."]

    @pytest.mark.parametrize("slug", ["nothing", "housing", "POLICE", "all-agencies"])
    def test_an_agency_that_no_section_is_for_has_no_page(self, client, slug):
        make_term(Agency, "housing")
        sections = [section("S", "police"), section("E", "all-agencies")]
        make_edition(slug="unwell", sections=sections, agencies=["housing"])
        assert client.get(f"{ADDRESS}for/{slug}/").status_code == 404

    def test_a_section_for_all_agencies_is_for_everybody(self, client):
        sections = [section("S", "police"), section("E", "all-agencies")]
        make_edition(slug="unwell", sections=sections)
        assert headings(tree(client, POLICE)) == ["1 S", "2 E"]
        assert "For All agencies" not in tree(client, ADDRESS).text

    def test_a_merged_agency_leads_to_the_one_that_took_its_place(self, client):
        new = make_term(Agency, "police")
        make_term(Agency, "constabulary", merged_into=new)
        make_edition(slug="unwell", sections=[section("S", "constabulary")])
        response = client.get(f"{ADDRESS}for/constabulary/")
        assert (response.status_code, response["Location"]) == (301, POLICE)
        assert headings(tree(client, POLICE)) == ["1 S"]

    def test_it_takes_ten_minutes_whatever_the_briefing_takes(self, client):
        long = ["word " * 300] * 4
        sections = [
            section("Long", statements=long),
            section("Theirs", "police", statements=long),
            section("Short"),
        ]
        make_edition(slug="unwell", sections=sections)
        page = tree(client, POLICE)
        assert headings(page) == ["2 Theirs", "3 Short"]
        assert "About 6 minutes" in page.one("p", class_="ref").text
        link = page.one("article").one("a", href=f"{ADDRESS}#section-1")
        assert link.text == "1 Long 4 statements"

    def test_what_is_withdrawn_is_gone_from_it(self, client):
        review = make_review(title="Child Q", learning=["One."])
        cited = [("Drawn from it.", [review]), "Stays."]
        make_edition(slug="unwell", sections=[section("S", "police", statements=cited)])
        assert "Drawn from it." in tree(client, POLICE).text
        publishing.withdraw(review=review, by=None)
        page = tree(client, POLICE)
        assert "Drawn from it." not in page.text
        assert "Child Q" not in page.text
        assert page.one("div", id="s1-2").one("p", class_="say").text == "Stays."


class TestSevenMinutes:
    def test_the_standfirst_the_learning_and_the_questions(self, client):
        review = make_review(learning=["One."])
        make_edition(
            slug="unwell",
            standfirst="In short.",
            body="A long introduction.",
            sections=[
                section("Before", kind="context", statements=["Not learning."]),
                section("Learning", kind="learning", statements=[("Do it.", [review]), "And it."]),
            ],
            questions=[("leaders", "Why?")],
        )
        page = tree(client, SEVEN)
        assert page.one("p", class_="lede").text == "In short."
        listed = page.one("ul", class_="brief-statements").all("li")
        said = ["2.1Do it. In 1 of 1 review", "2.2And it. No review cited"]
        assert [item.text for item in listed] == said
        assert listed[0].one("a")["href"] == f"{ADDRESS}#s2-1"
        assert "Why?" in page.one("section", id="questions").text
        for word in ("Not learning.", "A long introduction."):
            assert word not in page.text

    def test_without_learning_and_questions_there_is_none(self, client):
        make_edition(slug="unwell", sections=[section("S", kind="issues")])
        assert client.get(SEVEN).status_code == 404
        links = [a["href"] for a in tree(client, ADDRESS).one("main").all("a")]
        assert not [link for link in links if "seven" in link]

    def test_with_questions_alone_it_is_short(self, client):
        make_edition(slug="unwell", questions=[("leaders", "Why?")])
        page = tree(client, SEVEN)
        assert page.all("ul", class_="brief-statements") == []
        assert "Why?" in page.text

    def test_what_is_withdrawn_is_gone_from_it(self, client):
        one, two = make_review(learning=["One."]), make_review(learning=["Two."])
        statements = [("Of both.", [one, two]), ("Of one.", [one])]
        make_edition(slug="unwell", sections=[section("S", statements=statements)])
        publishing.withdraw(review=one, by=None)
        listed = tree(client, SEVEN).one("ul", class_="brief-statements").all("li")
        assert [item.text for item in listed] == ["1.1Of both. In 1 of 1 review"]
        assert "From 1 review." in tree(client, SEVEN).text
