"""Illustrative reviews left out of a list, or nothing but those; a filter where there are both.

test_catalogue.py and test_point_catalogue.py measure it against brute force, with all else that
can be asked for; test_bad_input.py has the values that it does not take.
"""

from random import Random

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from reviews import disagreements, publishing
from reviews.catalogue import Catalogue, catalogue
from reviews.codes import ILLUSTRATIVE, REAL
from reviews.filters import BrowseFilterSet, LearningFilterSet
from reviews.models import Entry
from tests import pages
from tests.factories import make_review
from tests.random_reviews import make_bands, make_random_reviews
from tests.reviews.test_catalogue import VALUES

pytestmark = pytest.mark.django_db

PATHS = pytest.mark.parametrize("path", ["/reviews/", "/learning/"])
FILTERSETS = pytest.mark.parametrize("filterset", [BrowseFilterSet, LearningFilterSet])


def example(**values):
    return make_review(illustrative=True, **values)


@pytest.fixture
def mixed(db):
    """Two real reviews with three points, three illustrative ones with four."""
    make_review(reference="CR-2023-0001", themes=["neglect"], learning=["Look.", "Ask."])
    make_review(reference="CR-2023-0002", themes=["housing"], learning=["Tell."])
    example(reference="EX-2023-0001", themes=["neglect"], learning=["Weigh.", "Write."])
    example(reference="EX-2023-0002", themes=["neglect"], learning=["Wait."])
    example(reference="EX-2023-0003", themes=["housing"], learning=["Call."])


def facets(response):
    return [one["data-facet"] for one in pages.read(response).all("details", class_="facet")]


class TestTheList:
    @pytest.mark.parametrize(
        ("query", "listed"),
        [
            ("illustrative=no", ["CR-2023-0001", "CR-2023-0002"]),
            ("illustrative=yes", ["EX-2023-0001", "EX-2023-0002", "EX-2023-0003"]),
            ("illustrative=yes&theme=housing", ["EX-2023-0003"]),
            ("illustrative=", None),
            ("illustrative=no&illustrative=yes", None),
            ("", None),
        ],
    )
    def test_one_or_the_other_or_both(self, client, mixed, query, listed):
        response = client.get(f"/reviews/?{query}")
        both = [f"CR-2023-000{n}" for n in (1, 2)] + [f"EX-2023-000{n}" for n in (1, 2, 3)]
        assert sorted(pages.references(response)) == (listed or both)
        assert pages.total(response) == len(listed or both)

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("", "7 learning points, from 5 reviews"),
            ("?illustrative=no", "3 learning points, from 2 reviews"),
            ("?illustrative=yes", "4 learning points, from 3 reviews"),
            ("?illustrative=yes&q=wait", "1 learning point, from 1 review"),
        ],
    )
    def test_points_are_those_of_such_reviews(self, client, mixed, query, said):
        assert pages.heading(client.get(f"/learning/{query}")) == said

    def test_points_by_theme_too(self, client):
        """A theme that points of illustrative reviews alone have is not among them."""
        asks = {"text": "Ask.", "themes": ["neglect"], "agencies": []}
        make_review(learning=[asks] * 4)
        example(learning=[asks, {**asks, "themes": ["housing"]}])
        tree = pages.read(client.get("/learning/?illustrative=no&sort=theme"))
        (group,) = tree.all("p", class_="group-all")
        assert group.text == "All 4 points on Neglect →"
        assert pages.parameters(group.one("a")["href"]) == [
            ("illustrative", "no"),
            ("theme", "neglect"),
        ]

    def test_pages_go_on_with_it(self, client):
        for _ in range(21):
            example()
        make_review()
        tree = pages.read(client.get("/reviews/?illustrative=yes"))
        links = [a["href"] for a in tree.all("a") if "page=2" in (a.get("href") or "")]
        assert links
        assert all("illustrative=yes" in link for link in links)
        assert len(pages.references(client.get("/reviews/?illustrative=yes&page=2"))) == 1

    @PATHS
    def test_the_other_list_is_of_the_same(self, client, mixed, path):
        twin = pages.read(client.get(f"{path}?illustrative=no")).one("p", class_="twin").one("a")
        assert pages.parameters(twin["href"]) == [("illustrative", "no")]

    @PATHS
    def test_it_costs_no_query(self, client, mixed, path):
        counts = []
        for query in ({"sort": "title"}, {"sort": "title", "illustrative": "no"}):
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(path, query).status_code == 200
            counts.append(len(captured))
        assert counts[0] == counts[1]


class TestTheFilter:
    def test_it_counts_what_each_would_leave(self, client, mixed):
        assert pages.options(client.get("/reviews/"), "illustrative") == {
            "no": (2, False),
            "yes": (3, False),
        }
        assert pages.options(client.get("/learning/"), "illustrative") == {
            "no": (3, False),
            "yes": (4, False),
        }

    def test_choosing_one_does_not_hide_the_other_and_counts_for_all_else(self, client, mixed):
        response = client.get("/reviews/?illustrative=no&theme=neglect")
        assert pages.options(response, "illustrative") == {"no": (1, True), "yes": (2, False)}
        assert pages.options(response, "theme") == {"neglect": (1, True), "housing": (1, False)}
        response = client.get("/learning/?illustrative=yes&kind=recommendation")
        assert pages.options(response, "illustrative") == {"no": (0, False), "yes": (0, True)}
        assert pages.options(response, "kind")["learning"] == (4, False)

    @PATHS
    def test_each_count_is_that_of_its_list(self, client, mixed, path):
        for value, (count, _) in pages.options(client.get(path), "illustrative").items():
            assert pages.total(client.get(path, {"illustrative": value})) == count > 0

    @PATHS
    def test_it_says_what_is_what(self, client, mixed, path):
        tree = pages.read(client.get(path))
        facet = tree.one("details", id="facet-illustrative")
        assert facet.one("summary").text == "Real or illustrative"
        assert [one.all("span")[0].text for one in facet.all("label", class_="opt")] == [
            "Real reviews",
            "Illustrative reviews",
        ]
        assert {field["form"] for field in facet.all("input")} == {"find"}

    @PATHS
    @pytest.mark.parametrize("make", [make_review, example])
    def test_where_there_are_not_both_it_is_not_there(self, client, path, make):
        make(learning=["Look."])
        assert "illustrative" not in facets(client.get(path))

    @PATHS
    @pytest.mark.parametrize(("make", "value"), [(make_review, "yes"), (example, "no")])
    def test_unless_it_is_asked_for(self, client, path, make, value):
        """Or sending the form would drop it, and widen the list."""
        make(learning=["Look."])
        response = client.get(path, {"illustrative": value})
        assert pages.total(response) == 0
        assert pages.options(response, "illustrative")[value] == (0, True)

    def test_it_comes_and_goes_with_the_first_and_the_last(self, client):
        make_review()
        only = example()
        assert "illustrative" in facets(client.get("/reviews/"))
        publishing.withdraw(review=only, by=None)
        assert "illustrative" not in facets(client.get("/reviews/"))
        assert pages.total(client.get("/reviews/?illustrative=yes")) == 0
        publishing.restore(review=only, by=None)
        assert "illustrative" in facets(client.get("/reviews/"))


class TestInWords:
    @PATHS
    @pytest.mark.parametrize(
        ("value", "said"),
        [("no", "Without illustrative reviews"), ("yes", "Only illustrative reviews")],
    )
    def test_it_is_in_use_and_can_be_taken_away(self, client, mixed, path, value, said):
        query = {"illustrative": value, "theme": "neglect", "sort": "oldest"}
        found = pages.chips(client.get(path, query))
        assert set(found) == {said, "Theme Neglect"}
        assert pages.parameters(found[said]) == [("sort", "oldest"), ("theme", "neglect")]
        assert ("illustrative", value) in pages.parameters(found["Theme Neglect"])

    def test_both_are_two_values_like_any(self, client, mixed):
        found = pages.chips(client.get("/reviews/?illustrative=no&illustrative=yes"))
        assert found == {
            "Real or illustrative Real reviews": "?illustrative=yes",
            "Real or illustrative Illustrative reviews": "?illustrative=no",
        }

    @pytest.mark.parametrize(
        ("query", "ways"),
        [
            (
                "illustrative=no&year=2021",
                ["With illustrative reviews 1 review", "Without “Year added: 2021” 1 review"],
            ),
            (
                "illustrative=yes&year=2022",
                ["With real reviews 1 review", "Without “Year added: 2022” 1 review"],
            ),
        ],
    )
    def test_where_nothing_is_found_the_way_on_says_what_it_brings(self, client, query, ways):
        make_review(added="2022-01")
        example(added="2021-01")
        tree = pages.read(client.get(f"/reviews/?{query}"))
        links = tree.one("div", class_="empty").one("ul").all("a")
        assert sorted(one.text for one in links) == sorted(ways)


class TestWithAllElse:
    """Of whatever is asked for: the real and the illustrative together are all of it."""

    @pytest.fixture
    def collection(self, db):
        make_bands()
        make_random_reviews(Random(7), 40)

    @FILTERSETS
    def test_the_two_are_parts_of_the_whole(self, collection, filterset):
        rest = {"q": ["alder"], "incident_from": ["2018"], "incident_to": ["2020"]}
        rest |= {"added_after": ["2021"], "kind": ["learning"], "sort": ["title"], "page": ["2"]}
        rest |= {"show": ["theme"], **VALUES}
        if filterset is BrowseFilterSet:
            del rest["kind"]
        del rest["illustrative"]
        assert rest.keys() | {"illustrative"} == filterset.base_filters.keys()
        divided = 0
        for name, values in rest.items():
            for value in set(values) - {"old-name", "never-used"}:
                found = [self.found(filterset, name, value, kind) for kind in ([], ["no"], ["yes"])]
                every, real, made_up = found
                assert real | made_up == every
                assert not real & made_up
                divided += bool(real and made_up)
        assert divided > 20

    def found(self, filterset, name, value, kind):
        query = QueryDict(mutable=True)
        query[name] = value
        query.setlist("illustrative", kind)
        filters = filterset(query, catalogue.current())
        assert not filters.errors
        return set(filters.result().ids)


class TestInMemory:
    def agree(self):
        found = []
        disagreements.find(lambda *what: found.append(what))
        return found

    def test_no_entry_says_that_a_review_is_real(self, mixed):
        codes = {code for held in Entry.objects.values_list("codes", flat=True) for code in held}
        assert ILLUSTRATIVE in codes
        assert REAL not in codes

    def test_what_is_followed_is_what_is_read_anew(self, mixed):
        held = catalogue.current()
        before = set(held.having(REAL))
        new, gone = make_review(), make_review()
        example()
        publishing.withdraw(review=gone, by=None)
        after = catalogue.current()
        assert after.having(REAL) == Catalogue().current().having(REAL)
        assert set(after.having(REAL)) == before | {new.pk}
        assert set(held.having(REAL)) == before
        assert self.agree() == []

    def test_the_check_finds_what_memory_has_otherwise(self, mixed):
        example = Entry.objects.filter(codes__contains=[ILLUSTRATIVE]).first().pk
        held = catalogue.current().having(REAL)
        lost = held.pop()
        held.add(example)
        assert sorted(what for _, what in self.agree()) == [
            "has illustrative no in memory, the record has not",
            "lacks illustrative no in memory",
        ]
        held.add(lost)
        held.discard(example)
