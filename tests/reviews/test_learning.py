"""/learning/: learning points and recommendations as one list, and by theme."""

import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.catalogue import catalogue
from reviews.learning import GROUPS, LearningPage
from reviews.models import Point, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.pages import chips, heading, options, parameters
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db


def get(client, query=""):
    response = client.get(f"/learning/{query}")
    assert response.status_code == 200, query
    return response


def texts(response):
    """The text of every point listed, in order."""
    lists = pages.read(response).all("ol", class_="entries")
    return [say.text for entries in lists for say in entries.all("p", class_="say")]


def say(text, *themes, agencies=()):
    return {"text": text, "themes": list(themes), "agencies": list(agencies)}


class TestList:
    def test_the_newest_review_first_and_its_points_in_order(self, client):
        make_review(added="2022-12", learning=["Old."])
        make_review(added="2023-05", learning=["One.", "Two."], recommendations=["Three."])
        response = get(client)
        assert texts(response) == ["One.", "Two.", "Three.", "Old."]
        assert heading(response) == "4 learning points and recommendations, from 2 reviews"

    def test_a_point_with_its_review_and_what_it_is_about(self, client):
        review = make_review(
            reference="CR-2023-0001",
            title="Child B",
            incident="2020-12",
            children=[{"age": "P4Y", "sex": "boy"}],
            learning=["One.", say("Two.", "neglect", agencies=["police"])],
        )
        entry = pages.read(get(client)).all("li", class_="entry")[1]
        key = review.points.get(order=2).pk
        assert entry.one("a", href=f"/learning/{key}/").text.startswith("Learning 2")
        assert "2 of 2" in entry.text.replace("\xa0", " ")
        assert entry.one("a", href="/reviews/CR-2023-0001/").text == "Child B"
        for shown in ("CR-2023-0001", "May 2023", "death of a boy of 4 years", "December 2020"):
            assert shown in entry.text
        assert entry.one("a", href="/themes/neglect/").text == "Neglect"
        assert entry.one("a", href="/agencies/police/").text == "Police"

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("", "3 learning points and recommendations, from 2 reviews"),
            ("?kind=learning", "1 learning point, from 1 review"),
            ("?kind=recommendation", "2 recommendations, from 2 reviews"),
            (
                "?kind=learning&kind=recommendation",
                "3 learning points and recommendations, from 2 reviews",
            ),
            ("?year=2021", "1 recommendation, from 1 review"),
            ("?kind=learning&year=2021", "No learning point matches"),
            ("?year=1999", "No learning point or recommendation matches"),
        ],
    )
    def test_the_heading_says_what_is_counted(self, client, query, expected):
        make_review(added="2022-05", learning=["One."], recommendations=["Two."])
        make_review(added="2021-05", recommendations=["Three."])
        assert heading(get(client, query)) == expected

    def test_thirty_to_a_page(self, client):
        make_review(learning=[f"Point {number}." for number in range(1, 41)])
        assert texts(get(client)) == [f"Point {number}." for number in range(1, 31)]
        second = get(client, "?page=2")
        assert len(texts(second)) == 10
        assert heading(second) == "40 learning points, from 1 review, page 2 of 2"
        assert pages.read(second).one("ol", class_="entries")["start"] == "31"
        following = pages.read(get(client)).one("nav", class_="pager").one("a", rel="next")
        assert following.text == "Next 10 points →"

    def test_an_empty_collection(self, client):
        response = get(client)
        assert heading(response) == "No learning points and recommendations yet"
        assert "The collection is empty" in pages.read(response).text

    def test_a_long_text_is_whole_and_nothing_in_it_is_markup(self, client):
        text = "<b>Ask</b> & listen. " * 60
        make_review(learning=[text.strip()])
        assert texts(get(client)) == [text.strip()]
        assert texts(get(client, "?q=listen")) == [text.strip()]

    def test_an_illustrative_point_says_so(self, client):
        make_review(illustrative=True, learning=["One."])
        make_review(added="2020-01", learning=["Two."])
        entries = pages.read(get(client)).all("li", class_="entry")
        assert [one.all("span", class_="illustrative") != [] for one in entries] == [True, False]


class TestSelection:
    @pytest.fixture
    def three(self):
        make_bands()
        make_review(
            themes=["supervision"],
            children=[{"age": "P5M"}],
            learning=[say("Weigh.", "neglect", agencies=["police"]), say("Ask.", "housing")],
            recommendations=[{"text": "Meet.", "addressed_to": ["police"]}],
            nation="wales",
        )

    def test_theme_agency_and_kind_are_the_points_own(self, client, three):
        assert texts(get(client, "?theme=neglect")) == ["Weigh."]
        assert texts(get(client, "?agency=police")) == ["Weigh.", "Meet."]
        assert texts(get(client, "?agency=police&kind=recommendation")) == ["Meet."]
        assert heading(get(client, "?theme=supervision")).startswith("No ")

    def test_everything_else_is_the_reviews(self, client, three):
        for query in ("age=under-1", "nation=wales", "outcome=death", "year=2023"):
            assert texts(get(client, f"?{query}")) == ["Weigh.", "Ask.", "Meet."], query
        assert texts(get(client, "?nation=england")) == []

    def test_options_count_points(self, client, three):
        response = get(client, "?theme=neglect")
        assert options(response, "kind") == {
            "learning": (1, False),
            "recommendation": (0, False),
        }
        assert options(response, "theme") == {"neglect": (1, True), "housing": (1, False)}
        assert options(get(client), "nation") == {"wales": (3, False)}
        label = pages.read(response).one("details", id="facet-kind").all("label")[0]
        assert label.text == "Learning point 1 point"

    def test_an_agency_is_whom_it_is_for(self, client, three):
        assert chips(get(client, "?agency=police&kind=learning")) == {
            "Who it is for Police": "?kind=learning",
            "Learning or recommendation Learning point": "?agency=police",
        }
        facet = pages.read(get(client)).one("details", id="facet-agency")
        assert facet.one("summary").text == "Who it is for"

    def test_every_facet_is_there_and_belongs_to_the_one_form(self, client, three):
        tree = pages.read(get(client))
        facets = [facet["data-facet"] for facet in tree.all("details", class_="facet")]
        assert facets == [
            *("kind", "agency", "theme", "age", "incident", "added", "harm", "outcome"),
            *("type", "partnership", "nation", "year", "sex", "report"),
        ]
        assert tree.one("form", id="find")["action"] == "/learning/"
        fields = tree.one("details", id="filters").all("input")
        assert {field["form"] for field in fields} == {"find"}

    def test_words_are_looked_for_in_the_point_and_marked(self, client, three):
        response = get(client, "?q=weighing")
        assert texts(response) == ["Weigh."]
        marks = pages.read(response).one("ol", class_="entries").all("mark")
        assert [mark.text for mark in marks] == ["Weigh"]

    def test_orders(self, client):
        make_review(added="2021-01", title="beta", learning=["One."])
        make_review(added="2022-01", title="Alpha", learning=["Two.", "Three."])
        found = {
            sort: " ".join(texts(get(client, f"?sort={sort}")))
            for sort in ("newest", "oldest", "title", "relevance")
        }
        assert found == {
            "newest": "Two. Three. One.",
            "oldest": "One. Two. Three.",
            "title": "Two. Three. One.",
            "relevance": "Two. Three. One.",
        }
        sort = pages.read(get(client)).one("p", class_="sort")
        assert [link.text for link in sort.all("a")] == ["Oldest", "Review’s title", "By theme"]

    def test_the_best_match_comes_first(self, client):
        make_review(added="2023-01", learning=["Ask, and a kelp among many other words here."])
        make_review(added="2020-01", learning=["Kelp and kelp."])
        assert texts(get(client, "?q=kelp"))[0] == "Kelp and kelp."
        assert texts(get(client, "?q=kelp&sort=newest"))[0].startswith("Ask")

    def test_what_has_most_of_the_words_follows_and_is_not_counted(self, client):
        make_review(learning=["Kelp and moss by the quartz.", "Kelp and moss.", "Nothing of it."])
        response = get(client, "?q=kelp+moss+quartz")
        assert heading(response) == "1 learning point, from 1 review"
        assert texts(response) == ["Kelp and moss by the quartz.", "Kelp and moss."]
        near = pages.read(response).one("h3", class_="near")
        assert near.text.startswith("Close to what you typed")

    def test_ways_on_from_nothing(self, client, three):
        tree = pages.read(get(client, "?theme=neglect&kind=recommendation"))
        ways = {a.text: a["href"] for a in tree.one("div", class_="empty").one("ul").all("a")}
        assert ways == {
            "Without “Theme: Neglect” 1 point": "?kind=recommendation",
            "Without “Learning or recommendation: Recommendation” 1 point": "?theme=neglect",
        }


class TestByTheme:
    @pytest.fixture
    def themed(self):
        make_review(
            added="2023-05",
            learning=[
                *(say(f"Neglect {number}.", "neglect") for number in range(1, 5)),
                say("Both.", "neglect", "housing"),
                "Bare.",
            ],
        )
        make_review(added="2023-06", learning=[say("New.", "housing")])

    def groups(self, response):
        """What stands under each theme: {heading: texts}."""
        return {
            group.one("h3").text: [point.text for point in group.all("p", class_="say")]
            for group in pages.read(response).all("section", class_="group")
        }

    def test_the_largest_first_each_with_its_newest(self, client, themed):
        response = get(client, "?sort=theme")
        assert self.groups(response) == {
            "Neglect 5 points": ["Neglect 1.", "Neglect 2.", "Neglect 3."],
            "Housing 2 points": ["New.", "Both."],
        }
        assert heading(response) == "7 learning points, from 2 reviews"
        said = pages.read(response).one("p", class_="grouped").text
        assert "2 themes" in said and "under each of its themes" in said
        assert "1 point without a theme follows" in said

    def test_a_theme_leads_to_all_of_its_points(self, client, themed):
        response = get(client, "?sort=theme&year=2023&kind=learning")
        group = pages.read(response).all("section", class_="group")[0]
        expected = [("kind", "learning"), ("theme", "neglect"), ("year", "2023")]
        assert parameters(group.one("h3").one("a")["href"]) == expected
        assert group.one("p", class_="group-all").text == "All 5 points on Neglect →"
        all_of_it = get(client, group.one("p", class_="group-all").one("a")["href"])
        assert heading(all_of_it).startswith("5 learning points")

    def test_a_theme_shown_whole_has_no_link_to_all(self, client, themed):
        group = pages.read(get(client, "?sort=theme")).all("section", class_="group")[1]
        assert group.all("p", class_="group-all") == []

    def test_what_has_no_theme_follows_on_a_page_of_its_own(self, client, themed):
        tree = pages.read(get(client, "?sort=theme"))
        assert tree.one("a", rel="next").text == "Next: without a theme →"
        last = get(client, "?sort=theme&page=2")
        assert texts(last) == ["Bare."]
        assert pages.read(last).one("h3", class_="group-head").text == "Without a theme 1 point"
        assert client.get("/learning/?sort=theme&page=3").status_code == 404

    def test_of_chosen_themes_only_those(self, client, themed):
        found = self.groups(get(client, "?sort=theme&theme=housing"))
        assert found == {"Housing 2 points": ["New.", "Both."]}

    @pytest.fixture
    def kelp(self):
        long = "Kelp is one word among all the many others of this much longer point."
        make_review(added="2023-01", learning=[say(long, "neglect", "housing")])
        make_review(added="2020-01", learning=[say("Kelp and kelp.", "neglect")])
        make_review(added="2021-01", learning=[say("Moss.", "neglect")])
        return long

    def test_with_words_the_best_match_of_each_theme_first(self, client, kelp):
        assert self.groups(get(client, "?sort=theme&q=kelp")) == {
            "Neglect 2 points": ["Kelp and kelp.", kelp],
            "Housing 1 point": [kelp],
        }

    def test_beyond_what_is_ranked_the_newest(self, client, kelp, monkeypatch):
        monkeypatch.setattr("reviews.learning.RANKED", 1)
        make_review(added="2022-01", learning=[say(f"{kelp} Again.", "neglect")])
        found = self.groups(get(client, "?sort=theme&q=kelp"))
        assert found["Neglect 3 points"] == ["Kelp and kelp.", kelp, f"{kelp} Again."]

    def test_themes_are_paged(self, client):
        themes = [f"theme-{number:02}" for number in range(GROUPS + 2)]
        make_review(learning=[say(f"On {theme}.", theme) for theme in themes])
        tree = pages.read(get(client, "?sort=theme"))
        assert len(tree.all("section", class_="group")) == GROUPS
        assert tree.one("a", rel="next").text == "Next 2 themes →"
        assert len(self.groups(get(client, "?sort=theme&page=2"))) == 2
        assert client.get("/learning/?sort=theme&page=3").status_code == 404

    def test_every_point_is_on_some_page(self, client, themed):
        for number in range(40):
            make_review(learning=[say(f"Bare {number}.")], added="2022-01")
        page, seen = 1, set()
        while (response := client.get(f"/learning/?sort=theme&page={page}")).status_code == 200:
            seen.update(texts(response))
            for group in pages.read(response).all("section", class_="group"):
                seen.update(texts(get(client, group.one("h3").one("a")["href"])))
            page += 1
        assert seen == set(Point.objects.values_list("text", flat=True))

    def test_nothing_found_is_said_as_in_any_order(self, client, themed):
        response = get(client, "?sort=theme&q=zebra")
        assert heading(response) == "No learning point or recommendation matches"
        assert self.groups(response) == {}

    def test_a_merged_theme_is_the_one_it_became(self, client, themed):
        old = make_term(Theme, "old", merged_into=Theme.objects.get(slug="neglect"))
        publishing.save_term(term=old)
        assert self.groups(get(client, "?sort=theme&theme=old")).keys() == {"Neglect 5 points"}


class TestBothWays:
    def test_from_reviews_to_their_learning_and_back(self, client):
        make_review(themes=["neglect"], learning=[say("Ask.", "neglect")])
        selection = "q=ask&theme=neglect&sort=oldest&incident_to=2024"
        for here, there in (("reviews", "learning"), ("learning", "reviews")):
            tree = pages.read(client.get(f"/{here}/?{selection}"))
            link = tree.one("p", class_="twin").one("a")
            assert link["href"].startswith(f"/{there}/?")
            assert parameters(link["href"]) == parameters(f"?{selection}")
            assert client.get(link["href"]).status_code == 200

    def test_what_only_points_have_is_left_behind(self, client):
        make_review(learning=[say("Ask.", "neglect")])
        query = "?kind=learning&sort=theme&show=kind&kind_find=l&nation=england"
        link = pages.read(get(client, query)).one("p", class_="twin").one("a")
        assert link["href"] == "/reviews/?nation=england"
        assert client.get(link["href"]).status_code == 200

    def test_a_list_of_everything_has_no_other_side(self, client):
        make_review(learning=["Ask."])
        assert pages.read(get(client)).all("p", class_="twin") == []


class TestBadInput:
    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("?kind=advice", "Kind of point: “advice” is not in the list"),
            ("?theme=nothing", "Theme: “nothing” is not in the list"),
            ("?agency=nobody", "Who it is for: “nobody” is not in the list"),
            ("?sort=kind", "Sort: There is no such order"),
            ("?page=0", "Page: A page is a whole number"),
            ("?Kind=learning", "“Kind” is not a filter of this page"),
            ("?incident_from=2021&incident_to=2020", "The last date is before the first"),
        ],
    )
    def test_it_says_what_is_wrong_and_lists_nothing(self, client, query, said):
        make_review(learning=["Ask."])
        response = client.get(f"/learning/{query}")
        assert response.status_code == 400
        assert heading(response) == "No results yet"
        assert texts(response) == []
        tree = pages.read(response)
        assert said in tree.one("div", class_="problem").text
        assert tree.one("div", class_="empty").one("a")["href"] == "/learning/"

    def test_reviews_have_no_kind_and_no_order_by_theme(self, client):
        assert client.get("/reviews/?kind=learning").status_code == 400
        assert client.get("/reviews/?sort=theme").status_code == 400

    @pytest.mark.parametrize("query", ["?page=2", "?sort=theme&page=2", "?q=zebra&page=2"])
    def test_a_page_that_is_not_there(self, client, query):
        make_review(learning=[say("Ask.", "neglect")])
        response = client.get(f"/learning/{query}")
        assert response.status_code == 404
        assert heading(response) == "There is no page 2"


class TestVisibility:
    def test_drafts_and_withdrawn_reviews_are_nowhere(self, client):
        make_review(learning=[say("Ask.", "neglect")])
        for state in ("draft", "withdrawn"):
            make_review(state=state, learning=[say("Hidden.", "supervision")])
        gone = make_review(learning=[say("Hidden.", "supervision")])
        assert heading(get(client)) == "2 learning points, from 2 reviews"
        publishing.withdraw(review=gone, by=None)
        for query in ("", "?theme=supervision", "?q=hidden", "?sort=theme", "?show=theme"):
            results = pages.read(client.get(f"/learning/{query}")).one("section", id="results")
            assert "Hidden." not in results.text, query
        assert heading(get(client)) == "1 learning point, from 1 review"
        assert list(options(get(client), "theme")) == ["neglect"]

    @pytest.mark.parametrize("query", ["", "sort=theme", "q=ask"])
    def test_a_process_that_lags_shows_nothing_that_was_withdrawn(self, query):
        make_review(learning=[say("Ask first.", "neglect")])
        gone = make_review(learning=[say("Ask again.", "neglect")])
        before = catalogue.current()
        publishing.withdraw(review=gone, by=None)
        page = LearningPage(QueryDict(query), before)
        shown = [*page.entries, *(html for group in page.groups for html in group.entries)]
        assert len(shown) == 1
        assert re.sub("<.*?>", "", shown[0]).count("Ask first.") == 1


class TestHead:
    def test_the_whole_list_has_a_canonical_address(self, client):
        make_review(learning=["Ask."])
        tree = pages.read(get(client))
        assert tree.one("link", rel="canonical")["href"] == "http://testserver/learning/"
        assert tree.one("title").text.startswith("1 learning point – ")

    @pytest.mark.parametrize("query", ["?kind=learning", "?sort=theme", "?q=ask"])
    def test_a_part_of_it_is_not_indexed(self, client, query):
        make_review(learning=["Ask."])
        assert pages.read(get(client, query)).one("meta", name="robots")["content"] == "noindex"

    def test_the_navigation_knows_where_it_is(self, client):
        current = pages.read(get(client)).one("ul", class_="nav").one("a", aria_current="page")
        assert current.text == "Learning"


class TestCost:
    WORST = "?q=ask+who&theme=neglect&agency=police&kind=learning&nation=england&show=theme"
    QUERIES = ("?sort=title", WORST, "?sort=theme", "?sort=theme&q=ask+who")

    def make(self, count):
        make_bands()
        for _ in range(count):
            make_review(
                children=[{"age": "P1Y", "sex": "boy"}, {"age": "P2Y", "sex": "girl"}],
                learning=[say("Ask who.", "neglect", "housing", agencies=["police"])] * 2,
                recommendations=["Meet."],
            )

    def queries(self, client, query):
        with CaptureQueriesContext(connection) as captured:
            get(client, query)
        return len(captured)

    def test_at_most_seven_queries_and_as_many_for_twice_the_rows(self, client):
        self.make(12)
        client.get("/reviews/added/")  # the process has followed the collection
        first = [self.queries(client, query) for query in self.QUERIES]
        self.make(12)
        client.get("/reviews/added/")
        again = [self.queries(client, query) for query in self.QUERIES]
        assert max(first) <= 7
        assert all(n <= before for n, before in zip(again, first, strict=True))

    def test_a_kept_page_costs_one(self, client):
        self.make(2)
        get(client, "?q=ask")
        assert self.queries(client, "?q=ask") == 1
