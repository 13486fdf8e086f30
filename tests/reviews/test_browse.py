"""/reviews/: the list, its facets, what is in use, and the ways on."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from reviews import months, publishing
from reviews.browsing import BrowsePage
from reviews.browsing import cards as cards_of_month
from reviews.catalogue import catalogue
from reviews.models import Theme
from reviews.months import MonthPage
from tests import pages
from tests.factories import make_review, make_term
from tests.pages import chips, heading, options, parameters, references
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db


def get(client, query=""):
    response = client.get(f"/reviews/{query}")
    assert response.status_code == 200, query
    return response


def cards(response):
    return pages.read(response).all("li", class_="entry")


class TestList:
    def test_everything_newest_first_and_within_a_month_as_added(self, client):
        make_review(reference="CR-2022-0001", added="2022-12")
        make_review(reference="CR-2023-0010", added="2023-05")
        make_review(reference="CR-2023-0009", added="2023-05")
        response = get(client)
        assert references(response) == ["CR-2023-0009", "CR-2023-0010", "CR-2022-0001"]
        assert heading(response) == "3 reviews"

    def test_a_card(self, client):
        make_review(
            reference="CR-2023-0001",
            title="Child B",
            summary="First paragraph.\n\nSecond paragraph.",
            children=[{"age": "P4Y8M", "sex": "boy"}],
            harms=["drowning"],
            themes=["neglect"],
            incident="2020-12",
            partnership="Northmere Board",
            learning=["One.", "Two."],
            recommendations=["Three."],
        )
        card = cards(get(client))[0]
        assert card.one("h3").one("a")["href"] == "/reviews/CR-2023-0001/"
        assert card.one("h3").text == "Child B: a boy of 4 years 8 months; death (drowning)"
        assert card.one("p", class_="snippet").text == "First paragraph."
        assert card.one("p", class_="tags").one("a")["href"] == "/themes/neglect/"
        for fact in ("May 2023", "2 learning points", "Northmere Board", "Incident: December 2020"):
            assert fact in card.text

    def test_a_card_with_a_written_headline_still_has_the_facts(self, client):
        make_review(headline="Seen by six agencies", children=[{"age": "P16Y", "sex": "girl"}])
        text = cards(get(client))[0].text
        assert "Child B: Seen by six agencies" in text
        assert "Girl of 16 years" in text

    def test_a_card_of_a_review_that_says_least(self, client):
        make_review(children=[], outcome="not-stated", anonymous=True, nation="not-recorded")
        card = cards(get(client))[0]
        assert card.one("h3").text == "Child B: a child"
        assert "Published anonymously" in card.text
        assert "None" not in card.text

    def test_an_illustrative_review_says_so(self, client):
        make_review(illustrative=True)
        make_review(added="2020-01")
        marked = [card.all("span", class_="illustrative") != [] for card in cards(get(client))]
        assert marked == [True, False]

    def test_text_is_escaped_and_a_long_title_is_whole(self, client):
        title = "A < B & “C” " + "x" * 188
        make_review(title=title[:200], summary="<b>bold</b> " * 60, headline="<i>")
        card = cards(get(client))[0]
        assert title[:200] in card.text
        assert "<b>bold</b>" in card.text

    def test_one_review(self, client):
        make_review()
        assert heading(get(client)) == "1 review"

    def test_an_empty_collection(self, client):
        response = get(client)
        assert heading(response) == "No reviews yet"
        assert "The collection is empty" in pages.read(response).text
        assert pages.read(response).one("form", id="find")
        assert "See all 0" not in pages.read(response).text

    def test_drafts_and_withdrawn_reviews_are_nowhere(self, client):
        make_review(title="Child A", themes=["neglect"])
        make_review(title="Hidden", themes=["supervision"], state="draft")
        make_review(title="Hidden", themes=["supervision"], state="withdrawn")
        gone = make_review(title="Hidden", themes=["supervision"])
        assert heading(get(client)) == "2 reviews"
        publishing.withdraw(review=gone, by=None)
        for query in ("", "?theme=supervision", "?q=hidden", "?show=theme", "?sort=title"):
            page = pages.read(client.get(f"/reviews/{query}")).one("section", id="results").text
            assert "Hidden:" not in page, query
        assert heading(get(client)) == "1 review"
        assert list(options(get(client), "theme")) == ["neglect"]

    def test_a_process_that_lags_shows_nothing_that_was_withdrawn(self, client):
        gone, stays = make_review(title="Gone"), make_review(title="Stays")
        before = catalogue.current()
        publishing.withdraw(review=gone, by=None)
        page = BrowsePage(QueryDict(), before)
        assert [stays.title in entry for entry in page.entries] == [True]
        month = MonthPage(before, months.find(before, 2023, 5), cards_of_month)
        assert [stays.title in entry for entry in month.entries] == [True]


class TestPages:
    @pytest.fixture
    def many(self):
        for number in range(1, 46):
            make_review(reference=f"CR-2023-{number:04}", themes=["neglect"])

    def test_twenty_to_a_page(self, client, many):
        found = [references(get(client, f"?page={number}")) for number in (1, 2, 3)]
        assert [len(page) for page in found] == [20, 20, 5]
        assert sum(found, []) == [f"CR-2023-{number:04}" for number in range(1, 46)]
        tree = pages.read(get(client, "?page=2"))
        assert tree.one("ol", class_="entries")["start"] == "21"
        assert heading(get(client, "?page=2")) == "45 reviews, page 2 of 3"

    def test_links_between_pages_keep_the_selection(self, client, many):
        tree = pages.read(get(client, "?theme=neglect&sort=title&page=2&q=child"))
        links = {link.text: link["href"] for link in tree.one("nav", class_="pager").all("a")}
        kept = [("q", "child"), ("sort", "title"), ("theme", "neglect")]
        assert parameters(links["1"]) == kept
        assert parameters(links["3"]) == sorted([*kept, ("page", "3")])
        assert parameters(links["Next 5 reviews →"]) == sorted([*kept, ("page", "3")])
        current = tree.one("nav", class_="pager").one("a", aria_current="page")
        assert current.text == "2"
        assert parameters(tree.one("link", rel="prev")["href"]) == kept

    @pytest.mark.parametrize("number", [4, 999999, 999999999])
    def test_beyond_the_last_page(self, client, many, number):
        response = client.get(f"/reviews/?page={number}")
        assert response.status_code == 404
        assert heading(response) == f"There is no page {number}"
        assert references(response) == []
        tree = pages.read(response)
        assert "This list has 3 pages" in tree.text
        assert tree.all("link", rel="prev") == tree.all("link", rel="next") == []

    def test_an_empty_list_has_one_page(self, client):
        assert client.get("/reviews/?page=1").status_code == 200
        assert client.get("/reviews/?page=2").status_code == 404


class TestOrder:
    def test_orders(self, client):
        make_review(reference="CR-2021-0001", added="2021-01", title="beta")
        make_review(reference="CR-2022-0001", added="2022-01", title="Alpha")
        make_review(reference="CR-2023-0001", added="2023-01", title="gamma")
        years = {
            sort: "".join(r[6] for r in references(get(client, f"?sort={sort}")))
            for sort in ("newest", "oldest", "title", "relevance")
        }
        assert years == {"newest": "321", "oldest": "123", "title": "213", "relevance": "321"}

    def test_the_order_in_use_is_said_and_the_others_are_links(self, client):
        make_review()
        sort = pages.read(get(client, "?sort=title&nation=england")).one("p", class_="sort")
        assert sort.one("b").text == "Title"
        links = {link.text: parameters(link["href"]) for link in sort.all("a")}
        assert links == {
            "Newest": [("nation", "england"), ("sort", "newest")],
            "Oldest": [("nation", "england"), ("sort", "oldest")],
        }

    def test_words_are_ordered_by_match_unless_asked_otherwise(self, client):
        make_review(reference="CR-2023-0001", added="2023-01", summary="quartz")
        make_review(reference="CR-2020-0001", added="2020-01", title="Quartz")
        assert references(get(client, "?q=quartz")) == ["CR-2020-0001", "CR-2023-0001"]
        assert references(get(client, "?q=quartz&sort=newest"))[0] == "CR-2023-0001"
        assert "Best match" in pages.read(get(client, "?q=quartz")).one("p", class_="sort").text

    def test_the_form_keeps_the_order(self, client):
        make_review()
        hidden = pages.read(get(client, "?sort=title")).one("form", id="find").all(type="hidden")
        assert [(field["name"], field["value"]) for field in hidden] == [("sort", "title")]


class TestFacets:
    @pytest.fixture
    def three(self):
        for themes, nation in (
            (["neglect"], "england"),
            (["supervision"], "england"),
            (["neglect", "safer-sleep"], "wales"),
        ):
            make_review(themes=themes, nation=nation)

    def test_values_of_one_facet_are_alternatives(self, client, three):
        assert heading(get(client, "?theme=neglect")) == "2 reviews"
        assert heading(get(client, "?theme=neglect&theme=supervision")) == "3 reviews"

    def test_facets_narrow_each_other(self, client, three):
        assert heading(get(client, "?theme=neglect&nation=wales")) == "1 review"
        assert heading(get(client, "?theme=supervision&nation=wales")) == "No review matches"

    def test_choosing_one_never_hides_its_siblings(self, client, three):
        chosen = options(get(client, "?theme=neglect"), "theme")
        assert chosen == {
            "neglect": (2, True),
            "safer-sleep": (1, False),
            "supervision": (1, False),
        }
        assert options(get(client, "?theme=neglect"), "nation") == {
            "england": (1, False),
            "wales": (1, False),
        }

    def test_what_would_leave_nothing_is_still_shown(self, client, three):
        assert options(get(client, "?nation=wales"), "theme")["supervision"] == (0, False)
        assert options(get(client, "?nation=jersey"), "nation")["jersey"] == (0, True)
        assert len(options(get(client, "?nation=jersey"), "theme")) == 3

    def test_a_count_makes_sense_alone(self, client, three):
        label = pages.read(get(client)).all("label", class_="opt")[0]
        assert label.text == "Neglect 2 reviews"

    def test_every_facet_is_there_and_belongs_to_the_one_form(self, client, three):
        tree = pages.read(get(client))
        facets = [facet["data-facet"] for facet in tree.all("details", class_="facet")]
        assert facets == [
            *("theme", "age", "incident", "added", "harm", "outcome", "agency", "type"),
            *("partnership", "nation", "year", "sex", "report"),
        ]
        fields = tree.one("details", id="filters").all("input")
        assert {field["form"] for field in fields} == {"find"}

    def test_who_published(self, client):
        make_review(reference="CR-2023-0001", anonymous=True)
        make_review(reference="CR-2023-0002")
        make_review(reference="CR-2023-0003", partnership="Northmere Board")
        found = {
            slug: references(get(client, f"?partnership={slug}"))
            for slug in ("anonymous", "not-recorded", "northmere-board")
        }
        assert found == {
            "anonymous": ["CR-2023-0001"],
            "not-recorded": ["CR-2023-0002"],
            "northmere-board": ["CR-2023-0003"],
        }

    def test_a_report_that_can_be_read(self, client):
        make_review(reference="CR-2023-0001", documents=[{"url": "https://example.org/a"}])
        make_review(reference="CR-2023-0002", documents=[{"url": None}])
        make_review(reference="CR-2023-0003")
        assert references(get(client, "?report=yes")) == ["CR-2023-0001"]

    def test_no_children_are_recorded(self, client):
        make_bands()
        make_review(children=[])
        assert heading(get(client, "?age=not-stated&sex=not-stated")) == "1 review"

    def test_a_merged_value_is_the_one_it_became(self, client, three):
        make_term(Theme, "old", merged_into=Theme.objects.get(slug="neglect"))
        publishing.save_term(term=Theme.objects.get(slug="old"))
        response = get(client, "?theme=old")
        assert heading(response) == "2 reviews"
        assert options(response, "theme")["neglect"] == (2, True)
        assert "old" not in options(response, "theme")
        assert chips(response) == {"Theme Neglect": "?"}
        both = get(client, "?theme=old&theme=neglect&nation=wales")
        assert parameters(chips(both)["Theme Neglect"]) == [("nation", "wales")]


class TestLongFacet:
    @pytest.fixture
    def twelve(self):
        for number in range(12):
            for _ in range(1 + (number == 11)):
                make_review(themes=[f"theme-{number:02}"])

    def test_it_is_shown_in_part(self, client, twelve):
        response = get(client)
        shown = options(response, "theme")
        assert len(shown) == 8
        assert list(shown)[0] == "theme-11"  # the largest first
        more = pages.read(response).one("details", id="facet-theme").one("p", class_="plain")
        assert more.text == "All 12 themes"
        assert more.one("a")["href"] == "?show=theme#facet-theme"

    def test_what_is_chosen_is_always_shown(self, client, twelve):
        chosen = [f"theme-{number:02}" for number in (3, 8, 9)]
        shown = options(get(client, "?" + "&".join(f"theme={slug}" for slug in chosen)), "theme")
        assert {slug for slug, (_, selected) in shown.items() if selected} == set(chosen)
        assert len(shown) == 8
        most = [f"theme-{number:02}" for number in range(10)]
        shown = options(get(client, "?" + "&".join(f"theme={slug}" for slug in most)), "theme")
        assert [slug for slug in most if slug in shown] == most

    def test_it_is_shown_in_full_by_its_labels(self, client, twelve):
        shown = options(get(client, "?show=theme&nation=england"), "theme")
        assert list(shown) == [f"theme-{number:02}" for number in range(12)]
        assert len(options(get(client, "?show=agency"), "theme")) == 8

    def test_it_is_searched_within(self, client, twelve):
        response = get(client, "?theme_find=THEME+1&show=theme&theme=theme-03")
        assert list(options(response, "theme")) == [
            "theme-01",
            "theme-03",
            "theme-10",
            "theme-11",
        ]
        assert heading(response) == "1 review"
        nothing = get(client, "?theme_find=zebra")
        facet = pages.read(nothing).one("details", id="facet-theme")
        assert "None of the 12 themes has “zebra” in its name." in facet.text
        assert heading(nothing) == "13 reviews"

    def test_a_short_facet_is_whole(self, client, twelve):
        facet = pages.read(get(client)).one("details", id="facet-nation")
        assert facet.all("input", type="search") == []


class TestIncidents:
    @pytest.fixture
    def dated(self):
        for number, incident in enumerate(
            ("2018", "2019-11", "2019-11-05", "2018/2020", None, "2020-01"), start=1
        ):
            make_review(reference=f"CR-2023-000{number}", incident=incident)

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("incident_from=2019", "2346"),
            ("incident_to=2018", "14"),
            ("incident_from=2019-11-05&incident_to=2019-11-05", "234"),
            ("incident_from=2019-11-06&incident_to=2019-12", "24"),
            ("incident_from=5 Nov 2019&incident_to=05/11/2019", "234"),
            ("incident_from=November 2019&incident_to=11/2019", "234"),
            ("incident_from=2020&incident_to=2020", "46"),
            ("incident_from=1950&incident_to=2150", "12346"),
            ("incident_from=2021", ""),
            ("incident_from=2018/2019", "12346"),
            ("incident_to=2018/2019", "1234"),
        ],
    )
    def test_a_range(self, client, dated, query, found):
        response = client.get("/reviews/", dict(pair.split("=") for pair in query.split("&")))
        assert response.status_code == 200
        assert references(response) == [f"CR-2023-000{number}" for number in found]

    def test_what_has_no_date_is_said_to_be_left_out(self, client, dated):
        facet = pages.read(get(client)).one("details", id="facet-incident")
        assert "1 review without a date is left out of a range." in facet.text

    def test_the_range_is_said_and_typed_text_stays(self, client, dated):
        tree = pages.read(get(client, "?incident_from=11/2019&incident_to=2020"))
        assert tree.one("input", id="incident_from")["value"] == "11/2019"
        facet = tree.one("details", id="facet-incident")
        assert "November 2019 to 2020" in facet.one("summary").text
        assert "open" in facet.attributes


class TestInUse:
    def test_each_link_removes_only_its_own_value(self, client):
        make_bands()
        make_review(themes=["neglect", "supervision"], incident="2019")
        query = [
            ("q", "child"),
            ("theme", "neglect"),
            ("theme", "supervision"),
            ("age", "1-5"),
            ("year", "2023"),
            ("incident_from", "2018-03"),
            ("incident_to", "2020"),
            ("added_after", "2019-10-05T23:12:31Z"),
            ("sort", "title"),
        ]
        response = client.get("/reviews/", _as_lists([*query, ("page", "1")]))
        found = {name: parameters(link) for name, link in chips(response).items()}
        removed = {name: sorted(set(query) - set(left)) for name, left in found.items()}
        assert removed == {
            "Words “child”": [("q", "child")],
            "Theme Neglect": [("theme", "neglect")],
            "Theme Supervision": [("theme", "supervision")],
            "Child’s age 1 5": [("age", "1-5")],
            "Year added 2023": [("year", "2023")],
            "Incident from March 2018": [("incident_from", "2018-03")],
            "Incident to 2020": [("incident_to", "2020")],
            "Added after 6 October 2019, 00:12": [("added_after", "2019-10-05T23:12:31Z")],
        }
        assert all(set(left) <= set(query) for left in found.values())

    def test_nothing_in_use(self, client):
        make_review()
        assert chips(get(client)) == chips(get(client, "?sort=title&page=1&show=theme&q=")) == {}

    def test_words_stay_in_the_box_as_typed(self, client):
        make_review()
        box = pages.read(get(client, '?q="a+b"+%3Cc%3E')).one("input", id="q")
        assert box["value"] == '"a b" <c>'


class TestNothingFound:
    def test_ways_on_say_how_many_they_give(self, client):
        make_review(themes=["neglect"], nation="england")
        make_review(themes=["supervision"], nation="wales")
        response = get(client, "?q=child&theme=neglect&nation=wales")
        assert heading(response) == "No review matches"
        ways = pages.read(response).one("div", class_="empty").one("ul").all("a")
        found = {way.text: parameters(way["href"]) for way in ways}
        assert found == {
            "Without “Theme: Neglect” 1 review": [("nation", "wales"), ("q", "child")],
            "Without “Nation: Wales” 1 review": [("q", "child"), ("theme", "neglect")],
            "Only the words, no filters 2 reviews": [("q", "child")],
        }

    def test_words_that_nothing_has(self, client):
        make_review()
        text = pages.read(get(client, "?q=zebra")).one("div", class_="empty").text
        assert (
            "No review has these words, in its title, learning, account, terms or report." in text
        )
        assert "See all 1 review" in text


class TestForSearchEngines:
    @pytest.mark.parametrize("query", ["", "?", "?q=", "?utm_source=x&fbclid=y"])
    def test_the_whole_list_is_canonical(self, client, query):
        make_review()
        tree = pages.read(get(client, query))
        assert tree.one("link", rel="canonical")["href"] == "http://testserver/reviews/"
        assert tree.all("meta", name="robots") == []

    @pytest.mark.parametrize(
        "query",
        ["?q=a", "?nation=wales", "?sort=title", "?added_after=2019", "?show=theme"],
    )
    def test_a_filtered_list_is_not_indexed(self, client, query):
        make_review()
        tree = pages.read(get(client, query))
        assert tree.one("meta", name="robots")["content"] == "noindex"
        assert tree.all("link", rel="canonical") == []

    def test_what_others_add_to_a_link_is_not_handed_on(self, client):
        make_review()
        tree = pages.read(get(client, "?utm_source=x&nation=england"))
        assert [a["href"] for a in tree.all("a") if "utm" in (a.get("href") or "")] == []


class TestCost:
    WORST = "?q=child&theme=neglect&agency=police&nation=england&year=2023&sex=boy&show=theme"

    def make(self, count):
        make_bands()
        for _ in range(count):
            make_review(
                themes=["neglect", "supervision"],
                agencies=["police"],
                harms=["drowning"],
                learning=["One.", "Two."],
                children=[{"age": "P1Y", "sex": "boy"}, {"age": "P2Y", "sex": "girl"}],
                partnership="Northmere Board",
            )

    def queries(self, client, query):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/reviews/{query}").status_code == 200
        return len(captured)

    def test_at_most_six_queries_and_as_many_for_twice_the_rows(self, client):
        """One more with words, for where each review says them (test_search.py has the rest)."""
        self.make(1)
        client.get("/reviews/?q=child&nation=wales")
        counts = []
        for more in (10, 22):
            self.make(more)
            cards_of_month.__init__(cards_of_month.template)  # no card is kept
            client.get("/reviews/added/")  # the process has followed the collection
            counts.append([self.queries(client, query) for query in ("?sort=title", self.WORST)])
        assert counts[0] == counts[1]
        assert counts[0][0] <= 6
        assert counts[0][1] <= 7

    def test_nothing_found_costs_no_more(self, client):
        self.make(2)
        make_review(nation="wales")
        client.get("/reviews/?q=child+zebra")
        client.get("/reviews/added/")
        assert self.queries(client, self.WORST.replace("england", "wales")) <= 6
        assert self.queries(client, "?q=zebra&theme=neglect&sex=boy") <= 6

    def test_a_kept_page_costs_one(self, client):
        self.make(2)
        client.get("/reviews/")
        assert self.queries(client, "") == 1


def _as_lists(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
