"""Whether a briefing can be read at its addresses, by its state; what search engines are told."""

import pytest

from briefings import publishing
from briefings.records import read
from reviews import publishing as record
from tests import pages
from tests.factories import make_review
from tests.pieces import make_edition, make_piece

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/unwell/"
WAYS = ("seven-minutes/", "for/police/", "editions/1/")


def tree(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return pages.read(response)


def canonical(page):
    return page.one("link", rel="canonical")["href"].removeprefix("http://testserver")


def make_whole(**values):
    review = make_review(learning=[{"text": "One.", "agencies": ["police"]}])
    cited = [("Said of it.", [review.points.get()])]
    sections = [{"heading": "For them", "agencies": ["police"], "statements": cited}]
    return make_edition(**{"slug": "unwell", "sections": sections, **values})


class TestStates:
    @pytest.mark.parametrize("way", ["", *WAYS])
    def test_a_published_one_can_be_read(self, client, way):
        make_whole()
        assert "Said of it." in tree(client, ADDRESS + way).text

    @pytest.mark.parametrize("way", ["", *WAYS])
    def test_a_draft_is_nowhere(self, client, way):
        make_whole(state="draft")
        assert client.get(ADDRESS + way).status_code == 404

    @pytest.mark.parametrize("way", ["", *WAYS])
    def test_a_withdrawn_one_leaves_what_editors_say_of_it(self, client, way):
        edition = make_whole(title="Its title", standfirst="Its standfirst.")
        publishing.withdraw(edition=edition, by=None, wording="It is being <checked>.")
        response = client.get(ADDRESS + way)
        assert response.status_code == 410
        page = pages.read(response)
        assert "It is being <checked>." in page.one("main").text
        assert page.one("meta", name="robots")["content"] == "noindex"
        for word in ("Its title", "Its standfirst", "Said of it"):
            assert word not in page.text

    @pytest.mark.parametrize("way", ["", *WAYS])
    def test_there_never_was_one(self, client, way):
        make_piece(slug="unwell")
        make_edition(slug="unwell", kind="article")
        assert client.get(ADDRESS + way).status_code == 404
        assert client.get("/briefings/nothing/" + way).status_code == 404

    @pytest.mark.parametrize("number", ["0", "01", "2", "99999999999999999999", "x", "-1"])
    def test_there_is_no_such_edition(self, client, number):
        make_whole()
        assert client.get(f"{ADDRESS}editions/{number}/").status_code == 404

    def test_one_that_is_back_can_be_read_again(self, client):
        edition = make_whole()
        publishing.withdraw(edition=edition, by=None)
        publishing.restore(edition=edition, by=None)
        assert "Said of it." in tree(client).text

    def test_a_draft_of_the_next_edition_changes_nothing(self, client):
        edition = make_whole(title="As it is")
        make_edition(piece=edition.piece, title="As it will be", state="draft")
        page = tree(client)
        assert page.one("h1").text == "As it is"
        assert "As it will be" not in page.text
        assert page.all("section", id="editions") == []
        assert client.get(f"{ADDRESS}editions/2/").status_code == 404

    def test_when_the_current_one_is_withdrawn_earlier_ones_stay_where_they_are(self, client):
        first = make_whole(title="The first")
        second = make_edition(piece=first.piece, title="The second")
        publishing.withdraw(edition=second, by=None)
        response = client.get(ADDRESS)
        assert response.status_code == 410
        link = pages.read(response).one("main").one("a", href=f"{ADDRESS}editions/1/")
        assert link.text == "An earlier edition can still be read"
        page = tree(client, link["href"])
        assert page.one("h1").text == "The first"
        assert page.one("p", class_="superseded").all("a") == []
        assert client.get(f"{ADDRESS}editions/2/").status_code == 410


class TestEditions:
    @pytest.fixture
    def two(self):
        first = make_whole(title="The first", published="2022")
        return make_edition(piece=first.piece, title="The second", published="2023-05")

    def test_its_own_address_shows_the_current_one(self, client, two):
        page = tree(client)
        assert page.one("h1").text == "The second"
        assert page.one("p", class_="ref").text.startswith("Briefing · May 2023 · Edition 2")
        assert page.all("p", class_="superseded") == []
        assert canonical(page) == ADDRESS

    def test_a_superseded_one_says_so_and_leads_to_the_current(self, client, two):
        page = tree(client, f"{ADDRESS}editions/1/")
        assert page.one("h1").text == "The first"
        notice = page.one("p", class_="superseded")
        assert notice.one("a", href=ADDRESS).text == "Read edition 2, May 2023"
        assert canonical(page) == f"{ADDRESS}editions/1/"

    def test_a_superseded_one_has_no_shorter_forms(self, client, two):
        page = tree(client, f"{ADDRESS}editions/1/")
        links = {a["href"] for a in page.one("main").all("a")}
        assert f"{ADDRESS}editions/1/briefing.pdf" in links
        assert not [link for link in links if "seven" in link or "/for/" in link]

    def test_the_current_one_is_at_its_number_too_and_says_where_it_belongs(self, client, two):
        page = tree(client, f"{ADDRESS}editions/2/")
        assert page.one("h1").text == "The second"
        assert canonical(page) == ADDRESS

    @pytest.mark.parametrize("way", ["", "editions/1/"])
    def test_all_of_them_are_listed(self, client, two, way):
        listed = tree(client, ADDRESS + way).one("section", id="editions").all("li")
        here = ", shown here"
        assert [item.text for item in listed] == [
            f"Edition 2, May 2023 current{here if not way else ''}",
            f"Edition 1, 2022 superseded{here if way else ''}",
        ]

    def test_a_correction_is_told(self, client):
        edition = make_whole()
        told = "A count was <wrong>."
        publishing.correct(edition=edition, record=read(edition), by=None, public_note=told)
        publishing.correct(edition=edition, record=read(edition), by=None, note="A comma.")
        corrections = tree(client).one("section", id="corrections").all("li")
        assert len(corrections) == 1
        assert corrections[0].text.endswith(": A count was <wrong>.")

    def test_the_citation_is_of_the_edition_at_its_own_address(self, client, two):
        said = tree(client).one("blockquote", id="citation").text
        assert said == (
            "Case Review Repository (2023) The second: thematic briefing. Edition 2. "
            "http://testserver/briefings/unwell/editions/2/"
        )

    def test_the_citation_of_one_without_a_date(self, client):
        make_whole(published=None)
        assert "(no date)" in tree(client).one("blockquote", id="citation").text


class TestSearchEngines:
    def test_each_page_has_one_address_and_a_description(self, client):
        make_whole(title="Unwell", standfirst="What one review <says>.")
        for way in ("", "seven-minutes/", "for/police/"):
            page = tree(client, ADDRESS + way)
            assert canonical(page) == ADDRESS + way
            description = page.one("meta", name="description")["content"]
            assert description == "What one review <says>."
            assert page.all("meta", name="robots") == []

    def test_an_illustrative_one_says_so_everywhere_and_is_not_to_be_indexed(self, client):
        make_whole(illustrative=True)
        for way in ("", *WAYS):
            page = tree(client, ADDRESS + way)
            assert page.one("meta", name="robots")["content"] == "noindex"
            assert page.one("title").text.startswith("Illustrative example: ")
            assert "Illustrative example." in page.one("main").text
        citation = tree(client).one("blockquote", id="citation").text
        assert "[illustrative example]" in citation

    def test_the_sitemap_has_the_current_editions_that_are_not_made_up(self, client):
        make_whole()
        make_edition(slug="twice", state="superseded")
        make_edition(slug="draft", state="draft")
        make_edition(slug="gone", state="withdrawn")
        make_edition(slug="made-up", illustrative=True)
        make_edition(slug="article", kind="article")
        listed = client.get("/sitemap-briefings.xml").content.decode()
        assert listed.count("<loc>") == 2
        assert "http://testserver/briefings/unwell/</loc>" in listed
        assert "http://testserver/briefings/twice/</loc>" in listed
        articles = client.get("/sitemap-articles.xml").content.decode()
        assert "http://testserver/articles/article/</loc>" in articles
        assert "/briefings/" in client.get("/sitemap-pages.xml").content.decode()

    def test_a_withdrawn_one_leaves_the_sitemap_at_once(self, client):
        edition = make_whole()
        assert "unwell" in client.get("/sitemap-briefings.xml").content.decode()
        publishing.withdraw(edition=edition, by=None)
        assert "unwell" not in client.get("/sitemap-briefings.xml").content.decode()


def test_what_a_browser_has_kept_is_asked_for_again_when_a_review_goes(client):
    review = make_review(learning=["One."])
    make_edition(slug="unwell", sections=[("S", [("Drawn.", [review])])])
    etag = client.get(ADDRESS)["ETag"]
    asked = {"If-None-Match": etag}
    assert client.get(ADDRESS, headers=asked).status_code == 304
    record.withdraw(review=review, by=None)
    answer = client.get(ADDRESS, headers=asked)
    assert answer.status_code == 200
    assert "Drawn." not in pages.read(answer).text
