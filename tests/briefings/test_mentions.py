"""Where the record's pages show who speaks of it: reviews, points, themes, agencies, the desk."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefings import publishing as pieces
from briefings import records
from reviews import mentions, publishing
from reviews.codes import Facet
from reviews.models import Agency, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return make_review(
        title="Child B", learning=["Ask.", "Look."], recommendations=["Agree a plan."]
    )


def cited(review, **overrides):
    """A briefing with two sections that cites two points and the review as a whole."""
    first, second, _ = review.points.order_by("kind", "order")
    sections = [
        ("Key issues", ["Nobody is cited for this.", ("It was not asked.", [first])]),
        ("Learning", [("It was not seen.", [second, review]), ("Both.", [first, second])]),
    ]
    return make_edition(
        **{"slug": "unwell", "title": "When a parent is unwell", "sections": sections, **overrides}
    )


def section(client, url, name):
    """The text and the links of a section of a page; None if it has none."""
    response = client.get(url)
    assert response.status_code == 200
    found = pages.read(response).all("section", id=name)
    return found[0] if found else None


def links(part):
    return {link.text: link["href"] for link in part.all("a")}


class TestReview:
    def test_names_the_statements(self, client, review):
        cited(review)
        found = section(client, review.get_absolute_url(), "cited")
        assert found.one("h2").text == "Briefings that cite this review"
        assert links(found) == {
            "When a parent is unwell": "/briefings/unwell/",
            "1.2": "/briefings/unwell/#s1-2",
            "2.1": "/briefings/unwell/#s2-1",
            "2.2": "/briefings/unwell/#s2-2",
        }
        assert "Briefing · May 2026" in found.text

    def test_the_statements_are_there(self, client, review):
        cited(review)
        page = pages.read(client.get("/briefings/unwell/"))
        for anchor in ("s1-2", "s2-1", "s2-2"):
            assert page.all("div", id=anchor)

    def test_is_named_in_the_contents(self, client, review):
        cited(review)
        page = pages.read(client.get(review.get_absolute_url()))
        contents = page.one("nav", class_="contents")
        assert "#cited" in {link["href"] for link in contents.all("a")}

    def test_without_any(self, client, review):
        make_edition(sections=[("Learning", ["Nobody."])])
        assert section(client, review.get_absolute_url(), "cited") is None

    def test_of_the_sample_alone_is_not_cited(self, client, review):
        make_edition(pinned=[review])
        assert section(client, review.get_absolute_url(), "cited") is None

    def test_newest_first(self, client, review):
        cited(review, slug="old", title="The older", published="2025-01")
        cited(review, slug="new", title="The newer", published="2026-01")
        text = section(client, review.get_absolute_url(), "cited").text
        assert text.index("The newer") < text.index("The older")

    def test_a_draft_is_never_shown(self, client, review):
        cited(review, state="draft")
        assert section(client, review.get_absolute_url(), "cited") is None

    def test_an_illustrative_one_says_so(self, client, review):
        cited(review, illustrative=True)
        found = section(client, review.get_absolute_url(), "cited")
        assert found.one("span", class_="illustrative").text == "Illustrative"

    def test_the_current_edition_speaks_for_the_piece(self, client, review):
        edition = cited(review)
        make_edition(piece=edition.piece, sections=[("Learning", ["Nobody is cited now."])])
        assert section(client, review.get_absolute_url(), "cited") is None

    def test_a_withdrawn_one_is_gone_at_once_and_comes_back(self, client, review):
        edition = cited(review)
        address = review.get_absolute_url()
        assert section(client, address, "cited")
        pieces.withdraw(edition=edition, by=None)
        assert section(client, address, "cited") is None
        edition.refresh_from_db()
        pieces.restore(edition=edition, by=None)
        assert section(client, address, "cited")

    def test_a_point_that_is_gone_is_no_mention(self, client, review):
        first = review.points.order_by("kind", "order")[0]
        make_edition(sections=[("Learning", [("It was not asked.", [first])])])
        assert mentions.of_review(review.pk)
        first.delete()
        assert mentions.of_review(review.pk) == []

    def test_a_withdrawn_review_is_cited_nowhere(self, review):
        cited(review)
        publishing.withdraw(review=review, by=None)
        assert mentions.of_review(review.pk) == []


class TestPoint:
    def test_names_its_own_statements(self, client, review):
        cited(review)
        first, second, third = review.points.order_by("kind", "order")
        found = section(client, first.get_absolute_url(), "cited")
        assert found.one("h2").text == "Briefings that cite this point"
        assert set(links(found)) == {"When a parent is unwell", "1.2", "2.2"}
        assert set(links(section(client, second.get_absolute_url(), "cited"))) == {
            "When a parent is unwell",
            "2.1",
            "2.2",
        }
        assert section(client, third.get_absolute_url(), "cited") is None

    def test_of_a_recommendation(self, client, review):
        point = review.points.get(kind="recommendation")
        make_edition(sections=[("Learning", [("Agreed.", [point])])])
        found = section(client, point.get_absolute_url(), "cited")
        assert found.one("h2").text == "Briefings that cite this recommendation"


class TestTerms:
    @pytest.mark.parametrize(
        ("name", "slug", "url"),
        [("themes", "neglect", "/themes/neglect/"), ("agencies", "police", "/agencies/police/")],
    )
    def test_briefings_and_articles_about_it(self, client, name, slug, url):
        make_review(**{name: [slug]})
        make_edition(slug="a", title="A briefing", standfirst="Its standfirst.", **{name: [slug]})
        make_edition(slug="b", title="An article", kind="article", **{name: [slug]})
        make_edition(slug="c", title="Another")
        make_edition(slug="d", title="A draft", state="draft", **{name: [slug]})
        found = section(client, url, "briefings")
        assert links(found) == {
            "All briefings": "/briefings/",
            "An article": "/articles/b/",
            "A briefing": "/briefings/a/",
        }
        assert "Its standfirst." in found.text
        assert "Article · May 2026" in found.text

    def test_where_no_review_names_it(self, client):
        make_term(Theme, "neglect")
        make_edition(title="A briefing", themes=["neglect"])
        assert "A briefing" in section(client, "/themes/neglect/", "briefings").text

    def test_without_any(self, client):
        make_review(themes=["neglect"])
        assert section(client, "/themes/neglect/", "briefings") is None

    def test_of_a_merged_one_are_its_heirs(self, client):
        old, new = make_term(Theme, "old"), make_term(Theme, "new")
        make_edition(title="A briefing", slug="a", themes=["old"])
        make_edition(title="Of both", slug="both", themes=["old", "new"])
        old.merged_into = new
        old.save()
        found = mentions.of_term(Facet.THEME, new.pk)
        assert [one.title for one in found] == ["Of both", "A briefing"]

    def test_a_theme_is_no_agency(self):
        theme, agency = make_term(Theme, "one"), make_term(Agency, "two")
        make_edition(themes=["one"])
        assert mentions.of_term(Facet.THEME, theme.pk)
        assert mentions.of_term(Facet.AGENCY, agency.pk) == []


class TestFirstPage:
    def test_the_latest_three(self, client):
        for year in (2022, 2023, 2024, 2025):
            make_edition(slug=f"of-{year}", title=f"Of {year}", published=str(year))
        make_edition(slug="draft", title="A draft", state="draft")
        page = pages.read(client.get("/"))
        part = page.one("section", **{"aria-labelledby": "b-h"})
        assert [link.text for link in part.all("a")] == [
            "All briefings",
            "Of 2025",
            "Of 2024",
            "Of 2023",
        ]

    def test_a_withdrawn_one_is_gone_at_once(self, client):
        edition = make_edition(title="When a parent is unwell")
        assert "When a parent is unwell" in client.get("/").text
        pieces.withdraw(edition=edition, by=None)
        assert "When a parent is unwell" not in client.get("/").text

    def test_without_any(self, client):
        assert not pages.read(client.get("/")).all("section", **{"aria-labelledby": "b-h"})


class TestCost:
    def queries(self, ask):
        with CaptureQueriesContext(connection) as captured:
            ask()
        return len(captured)

    def test_one_statement_each_whatever_there_is(self, review):
        theme = make_term(Theme, "neglect")
        point = review.points.first()
        asked = [
            lambda: mentions.of_review(review.pk),
            lambda: mentions.of_point(point.pk),
            lambda: mentions.of_term(Facet.THEME, theme.pk),
            lambda: mentions.latest(3),
        ]
        for number in range(3):
            cited(review, slug=f"piece-{number}", themes=["neglect"])
            assert [self.queries(ask) for ask in asked] == [1, 1, 1, 1]
            assert len(mentions.of_review(review.pk)) == number + 1

    def test_a_correction_that_takes_statements_away(self, review):
        edition = cited(review)
        record = records.read(edition)
        emptied = replace(record, content=replace(record.content, sections=()), evidence={})
        pieces.correct(edition=edition, record=emptied, by=None)
        assert mentions.of_review(review.pk) == []
