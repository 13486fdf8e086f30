"""/themes/, /agencies/ and the page of each theme and agency."""

import re
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.catalogue import catalogue
from reviews.codes import Facet
from reviews.models import Agency, Theme
from reviews.together import LEAST, LEAST_LIFT, MOST, companions
from tests import pages
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db

AGENCY_AND_THEME = [("themes", Theme, "theme"), ("agencies", Agency, "agency")]


def get(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return pages.read(response)


def say(text, *themes, agencies=()):
    return {"text": text, "themes": list(themes), "agencies": list(agencies)}


def figures(page):
    """What the page counts: {noun: number}."""
    pairs = page.one("dl", class_="figures").all("div")
    return {pair.one("dt").text: pair.one("dd").text for pair in pairs}


def part(page, place):
    found = page.all("section", id=place)
    return found[0] if found else None


def years(page):
    """The table beside the charts, by rows."""
    table = part(page, "years").one("details").one("tbody")
    return [tuple(cell.text for cell in row.all() if cell.tag in "thtd") for row in table.all("tr")]


def bars(page):
    """Names, widths and counts in the table of bars."""
    rows = part(page, "for").one("tbody").all("tr")
    return [
        (row.one("a").text, row.one("rect")["width"], row.all("td")[1].text, row.one("a")["href"])
        for row in rows
    ]


def found_with(page):
    lists = page.all("nav", class_="companions")
    return [link.text for link in lists[0].all("a")] if lists else []


class TestIndex:
    @pytest.mark.parametrize(("place", "model", "_"), AGENCY_AND_THEME)
    def test_every_term_from_a_to_z_with_its_reviews(self, client, place, model, _):
        for slug in ("early-help", "anonymous-concerns", "assessment"):
            make_term(model, slug)
        make_review(**{place: ["assessment"]})
        make_review(learning=[{"text": "One.", place: ["assessment"]}])
        page = get(client, f"/{place}/")
        assert [heading.text for heading in page.all("h2")[:2]] == ["A", "E"]
        rows = [row for index in page.all("ul", class_="index") for row in index.all("li")]
        assert [(row.one("a")["href"], row.text) for row in rows] == [
            (f"/{place}/anonymous-concerns/", "Anonymous concerns none yet"),
            (f"/{place}/assessment/", "Assessment 2 reviews"),
            (f"/{place}/early-help/", "Early help none yet"),
        ]
        for row in rows:
            assert client.get(row.one("a")["href"]).status_code == 200

    def test_a_merged_term_is_not_in_it(self, client):
        make_term(Theme, "early-support", merged_into=make_term(Theme, "early-help"))
        make_review(themes=["early-support"])
        page = get(client, "/themes/")
        assert [link.text for link in page.one("ul", class_="index").all("a")] == ["Early help"]
        assert "Early help 1 review" in page.one("ul", class_="index").text

    def test_an_empty_vocabulary(self, client):
        assert "The list is empty" in get(client, "/themes/").text

    def test_names_are_text(self, client):
        make_term(Theme, "odd", label="<b>Odd</b> & even")
        assert "<b>Odd</b> & even" in get(client, "/themes/").one("ul", class_="index").text


class TestPage:
    def test_what_the_term_means(self, client):
        make_term(Theme, "think-family", label="Think Family")
        make_term(
            Theme,
            "parental-mental-health",
            definition="Learning about a parent’s illness.",
            includes="Depression.",
            excludes="How services join up goes under Think Family.",
            synonyms=["PMH", "maternal mental health"],
        )
        page = get(client, "/themes/parental-mental-health/")
        assert page.one("h1").text == "Parental mental health"
        assert page.one("p", class_="lede").text == "Learning about a parent’s illness."
        scope = page.one("dl", class_="scope")
        assert [row.text for row in scope.all("dd")] == [
            "Depression.",
            "How services join up goes under Think Family.",
            "PMH; maternal mental health",
        ]
        assert [link["href"] for link in scope.all("a")] == ["/themes/think-family/"]
        assert page.one("link", rel="canonical")["href"] == (
            "http://testserver/themes/parental-mental-health/"
        )
        assert "Learning about" in page.one("meta", name="description")["content"]

    def test_reviews_are_its_own_and_those_of_its_points_and_points_only_their_own(self, client):
        make_review(themes=["neglect"], learning=["About something else."])
        make_review(
            learning=[say("One.", "neglect"), say("Two.", "neglect")],
            recommendations=[say("Three.", "neglect"), say("Four.", "supervision")],
        )
        page = get(client, "/themes/neglect/")
        assert figures(page) == {"reviews": "2", "learning points": "2", "recommendation": "1"}
        shown = [entry.one("p", class_="say").text for entry in part(page, "learning").all("li")]
        assert shown == ["One.", "Two.", "Three."]

    def test_the_latest_first_and_ways_to_all_of_them(self, client):
        for month in range(1, 8):
            make_review(
                title=f"Child {month}",
                added=f"2023-{month:02}",
                learning=[say(f"Of month {month}.", "neglect", agencies=["police"])],
            )
        for address, query in (("/themes/neglect/", "theme=neglect"), ("/agencies/police/",) * 2):
            page = get(client, address)
            learning, reviews = part(page, "learning"), part(page, "reviews")
            shown = [entry.one("p", class_="say").text for entry in learning.all("li")]
            assert shown == [f"Of month {month}." for month in (7, 6, 5, 4, 3)]
            assert [title.text for title in reviews.all("b")] == [
                f"Child {month}" for month in (7, 6, 5, 4, 3)
            ]
            query = query if "=" in query else "agency=police"
            for section, where, label in (
                (learning, "/learning/", "All 7 points"),
                (reviews, "/reviews/", "All 7 reviews"),
            ):
                link = section.one("div", class_="part-head").one("a")
                assert (link["href"], link.text) == (f"{where}?{query}", label)
                assert pages.heading(client.get(link["href"])).startswith("7 ")

    def test_for_whom_the_learning_is(self, client):
        points = [
            say("1.", "neglect", agencies=["police", "housing"]),
            say("2.", "neglect", agencies=["police"]),
            say("3.", "neglect"),
            say("4.", "supervision", agencies=["probation"]),
        ]
        make_review(learning=points, agencies=["midwifery"])
        theme, agency = get(client, "/themes/neglect/"), get(client, "/agencies/police/")
        assert part(theme, "for").one("h2").text == "Who the learning is for"
        assert bars(theme) == [
            ("Police", "66.7%", "2 of 3", "/learning/?theme=neglect&agency=police"),
            ("Housing", "33.3%", "1 of 3", "/learning/?theme=neglect&agency=housing"),
        ]
        assert part(agency, "for").one("h2").text == "What the learning is about"
        assert bars(agency) == [
            ("Neglect", "100.0%", "2 of 2", "/learning/?agency=police&theme=neglect")
        ]
        for _, _, count, address in bars(theme) + bars(agency):
            number = count.partition(" ")[0]
            assert pages.heading(client.get(address)).startswith(f"{number} learning point")

    def test_every_tag_leads_to_a_page(self, client):
        make_review(learning=[say("1.", "neglect", agencies=["police"])])
        entry = part(get(client, "/themes/neglect/"), "learning").one("li")
        links = [link["href"] for link in entry.one("dl").all("a")]
        assert links == ["/themes/neglect/", "/agencies/police/"]

    def test_an_invented_case_says_so(self, client):
        make_review(illustrative=True, learning=[say("1.", "neglect")])
        page = get(client, "/themes/neglect/")
        for place in ("learning", "reviews"):
            assert "Illustrative" in part(page, place).one("li").text

    def test_names_and_texts_are_text(self, client):
        odd = make_term(
            Theme,
            "odd",
            label="<i>Odd</i>",
            definition="<script>x</script>",
            includes="<b>in</b>",
            excludes="<b>out</b>",
            synonyms=["<b>other</b>"],
        )
        make_term(Agency, "one", label="<u>One</u>")
        make_review(
            title="<em>T</em>",
            learning=[{"text": "<mark>Say</mark>.", "themes": [odd], "agencies": ["one"]}],
        )
        body = pages.body(client.get("/themes/odd/")).decode()
        for tag in (
            "<i>Odd",
            "<script>x",
            "<b>in",
            "<b>out",
            "<b>other",
            "<u>One",
            "<em>T",
            "<mark>S",
        ):
            assert tag not in body
            assert tag.replace("<", "&lt;").replace(">", "&gt;") in body


class TestYears:
    def test_from_the_first_to_the_latest_of_the_collection_gaps_included(self, client):
        make_review(added="2018-05")
        make_review(added="2019-05", learning=[say("1.", "neglect"), say("2.", "neglect")])
        make_review(added="2021-05", themes=["neglect"], recommendations=[say("3.", "neglect")])
        make_review(added="2022-04")
        page = get(client, "/themes/neglect/")
        assert years(page) == [
            ("2019", "1", "2", "0"),
            ("2020", "0", "0", "0"),
            ("2021", "1", "0", "1"),
            ("2022 (to April)", "0", "0", "0"),
        ]
        drawing, points = part(page, "years").all("svg")
        assert [text.text for text in drawing.all("text", class_="v")] == ["1", "0", "1", "0"]
        assert [text.text for text in points.all("text", class_="v")] == ["2", "0", "1", "0"]
        assert len(drawing.all("rect")) == 2

    def test_a_year_that_is_not_over_is_marked_and_said_to_be(self, client):
        make_review(added="2022-12", themes=["neglect"])
        assert "part of a year" not in part(get(client, "/themes/neglect/"), "years").text
        make_review(added="2023-05", themes=["neglect"])
        section = part(get(client, "/themes/neglect/"), "years")
        assert "The last bar is part of a year." in section.text
        assert "2 reviews, 2022 to May 2023." in section.text
        assert [bar.get("class") for bar in section.one("svg").all("rect")] == [None, "part-year"]

    def test_one_year(self, client):
        make_review(added="2023-12", themes=["neglect"])
        section = part(get(client, "/themes/neglect/"), "years")
        assert "1 review, 2023." in section.text
        assert section.one("desc").text == "1 in 2023."

    def test_the_drawing_has_a_name_and_is_told_in_words(self, client):
        for year in (2020, 2020, 2021, 2022):
            make_review(added=f"{year}-12", learning=[say("1.", "neglect")])
        section = part(get(client, "/themes/neglect/"), "years")
        for drawing in section.all("svg"):
            assert drawing["role"] == "img"
            assert section.one(id=drawing["aria-labelledby"]).text
            told = section.one(id=drawing["aria-describedby"])
            assert told.text == "2 in 2020, at most 2 in 2020, 1 in 2022."
            assert "style" not in drawing.attributes

    def test_large_numbers_are_given_room(self):
        from reviews.chart import chart

        assert chart([("2020", 12_345)]).is_large


class TestCompanions:
    def make(self, count, *themes):
        for _ in range(count):
            make_review(themes=themes)

    def test_what_is_often_found_with_it_and_how_much_more_than_by_chance(self, client):
        self.make(LEAST + 1, "neglect", "poverty")
        self.make(2, "neglect")
        self.make(8, "supervision")
        page = get(client, "/themes/neglect/")
        # 6 of 8 here, 6 of 16 in all: twice as common
        assert found_with(page) == ["Poverty 6 of 8 reviews ×2.0"]

    def test_too_few_reviews_say_nothing(self, client):
        self.make(LEAST - 1, "neglect", "poverty")
        self.make(20, "supervision")
        assert found_with(get(client, "/themes/neglect/")) == []
        self.make(1, "neglect", "poverty")
        assert len(found_with(get(client, "/themes/neglect/"))) == 1

    def test_what_every_review_has_is_not_found_with_it_oftener(self, client):
        self.make(8, "neglect", "supervision")
        self.make(4, "supervision")
        assert found_with(get(client, "/themes/neglect/")) == []

    def test_the_most_telling_ones_those_in_most_reviews_first(self, client):
        others = [f"other-{number}" for number in range(MOST + 2)]
        self.make(LEAST, "neglect", "rare", *others)
        self.make(LEAST, "neglect", "common")
        self.make(4 * LEAST, "supervision")
        self.make(LEAST, *others)
        found = found_with(get(client, "/themes/neglect/"))
        assert len(found) == MOST
        assert found[0].startswith("Common 5 of 10")
        assert any(text.startswith("Rare") for text in found)

    @pytest.mark.parametrize("seed", range(3))
    def test_the_same_as_counted_one_by_one(self, seed):
        random = Random(seed)
        slugs = [f"theme-{number}" for number in range(8)]
        held = [set(random.sample(slugs, random.randint(1, 5))) for _ in range(40)]
        for themes in held:
            make_review(themes=sorted(themes))
        snapshot = catalogue.current()
        for slug in slugs:
            own = [themes for themes in held if slug in themes]
            expected = {}
            for other in set(slugs) - {slug}:
                both = sum(other in themes for themes in own)
                lift = both / len(own) / (sum(other in themes for themes in held) / len(held))
                if both >= LEAST and lift >= LEAST_LIFT:
                    expected[other] = (both, pytest.approx(lift))
            value = snapshot.terms.find(Facet.THEME, slug)
            found = companions(snapshot, Facet.THEME, value)
            assert {one.value.slug: (one.count, one.lift) for one in found} == expected

    def test_agencies_have_them_too(self, client):
        for _ in range(LEAST):
            make_review(agencies=["police", "probation"])
        self.make(LEAST, "neglect")
        assert found_with(get(client, "/agencies/police/")) == ["Probation 5 of 5 reviews ×2.0"]


class TestWays:
    @pytest.mark.parametrize(("place", "model", "_"), AGENCY_AND_THEME)
    def test_a_merged_term_leads_for_good_to_the_one_that_took_its_place(
        self, client, place, model, _
    ):
        new = make_term(model, "new")
        old = make_term(model, "old")
        make_review(**{place: [old]})
        assert client.get(f"/{place}/old/").status_code == 200
        old.merged_into = new
        publishing.save_term(term=old)
        response = client.get(f"/{place}/old/")
        assert (response.status_code, response["Location"]) == (301, f"/{place}/new/")
        page = get(client, f"/{place}/new/")
        assert figures(page)["review"] == "1"

    @pytest.mark.parametrize(
        "address",
        ["/themes/nothing/", "/themes/Neglect/", "/agencies/neglect/", "/themes/negl%C3%A9ct/"],
    )
    def test_there_is_no_such_page(self, client, address):
        make_review(themes=["neglect"])
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize(("place", "model", "singular"), AGENCY_AND_THEME)
    def test_one_that_no_review_has_says_so(self, client, place, model, singular):
        make_term(model, "unused")
        page = get(client, f"/{place}/unused/")
        assert figures(page)["reviews"] == "0"
        assert "No review names it yet" in page.text
        assert page.all("svg", role="img") == []
        assert not [link for link in page.all("a") if f"{singular}=unused" in link["href"]]

    def test_a_withdrawn_review_leaves_every_part_at_once(self, client):
        make_review(title="Child K", learning=[say("Kept.", "neglect", agencies=["police"])])
        gone = make_review(
            title="Gone",
            added="2020-05",
            learning=[say("Unsaid.", "neglect", agencies=["housing", "police"])],
        )
        before = get(client, "/themes/neglect/")
        assert figures(before)["reviews"] == "2"
        assert "Unsaid." in before.text
        publishing.withdraw(review=gone, by=None)
        for address in ("/themes/neglect/", "/agencies/police/"):
            page = get(client, address)
            assert figures(page) == {"review": "1", "learning point": "1", "recommendations": "0"}
            for word in ("Unsaid.", "Gone", "Housing", "2020"):
                assert word not in page.one("main").text
        assert figures(get(client, "/agencies/housing/"))["reviews"] == "0"
        publishing.restore(review=gone, by=None)
        assert "Unsaid." in get(client, "/themes/neglect/").text

    def test_a_draft_is_in_no_part(self, client):
        make_review(state="draft", learning=[say("Hidden.", "neglect")])
        page = get(client, "/themes/neglect/")
        assert figures(page)["reviews"] == "0"
        assert "Hidden." not in page.text


class TestCost:
    def make(self, count):
        for number in range(count):
            make_review(
                added=f"20{10 + number}-05",
                themes=["neglect", f"theme-{number}"],
                learning=[say("1.", "neglect", agencies=["police", f"agency-{number}"])] * 3,
                children=[{"age": "P1Y"}, {"age": "P2Y"}],
            )

    def queries(self, client, address):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    def test_at_most_nine_queries_and_as_many_for_twice_the_rows(self, client):
        self.make(6)
        client.get("/reviews/added/")  # the process has followed the collection
        first = [self.queries(client, address) for address in ("/themes/", "/themes/neglect/")]
        assert first == [1, 9]
        assert self.queries(client, "/agencies/police/") == 5  # the same cards, kept by now
        self.make(12)
        client.get("/reviews/added/")
        again = [self.queries(client, address) for address in ("/themes/", "/themes/neglect/")]
        assert again == first

    def test_a_kept_page_takes_one(self, client):
        self.make(2)
        client.get("/themes/neglect/")
        assert self.queries(client, "/themes/neglect/") == 1


def test_points_in_a_list_are_never_cut(client):
    text = "What was known was not put together. " * 40
    make_review(learning=[say(text.strip(), "neglect")])
    shown = part(get(client, "/themes/neglect/"), "learning").one("p", class_="say").text
    assert shown == text.strip()


def test_a_recommendation_says_whom_it_addresses(client):
    make_review(
        reference="CR-2023-0001",
        recommendations=["First.", say("Second.", "neglect", agencies=["police"])],
    )
    entry = part(get(client, "/themes/neglect/"), "learning").one("li")
    marks = re.sub(r"\s", " ", entry.one("p", class_="entry-mark").text)
    assert marks == "CR-2023-0001 Recommendation 2 of 2 in CR-2023-0001 May 2023"
    assert [term.text for term in entry.all("dt")] == ["Themes", "Addressed to"]
