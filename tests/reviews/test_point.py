"""/learning/<id>/: one learning point or recommendation, its review, and points like it."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews import publishing
from reviews.alike import shared_words
from reviews.catalogue import catalogue
from reviews.models import Point, Review, Theme
from reviews.point_page import PointPage
from tests import pages
from tests.factories import make_review, make_term, record

pytestmark = pytest.mark.django_db

TRUST = "Using the same interpreter each time lets a family build trust."


def say(text, *themes, agencies=()):
    return {"text": text, "themes": list(themes), "agencies": list(agencies)}


def address(review, order=1, kind="learning"):
    return f"/learning/{review.points.get(kind=kind, order=order).pk}/"


def get(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return pages.read(response)


def like(tree):
    """What is said to be like it: {text: why}."""
    found = tree.all("section", id="like")
    entries = found[0].all("li", class_="entry") if found else []
    return {
        one.one("p", class_="say").text: one.all("p", class_="meta")[-1].text for one in entries
    }


class TestPoint:
    @pytest.fixture
    def review(self):
        return make_review(
            reference="CR-2023-0001",
            title="Child F",
            content_note="This review describes the death of a baby.",
            children=[{"age": "P6M", "sex": "girl"}],
            harms=["drowning"],
            incident="2021-02",
            learning=["One.", say(TRUST, "interpreters", agencies=["midwifery"]), "Three."],
            recommendations=[{"text": "Agree who visits.", "addressed_to": ["police"]}],
        )

    def test_its_text_is_the_heading_and_the_rest_says_where_it_stands(self, client, review):
        tree = get(client, address(review, 2))
        assert tree.one("h1").text == TRUST
        assert tree.one("p", class_="which").text.startswith("Learning point 2 of 3 from Child F")
        head = tree.one("div", class_="head")
        assert "This review describes the death of a baby." in head.text
        themes, agencies = tree.one("div", class_="about").one("dl").all("div")
        assert themes.one("a", href="/themes/interpreters/").text == "Interpreters"
        assert (agencies.one("dt").text, agencies.one("a").text) == ("For", "Midwifery")

    def test_its_review(self, client, review):
        card = get(client, address(review, 2)).one("aside", aria_label="The review it comes from")
        assert card.one("a", href="/reviews/CR-2023-0001/").text == "Child F"
        for shown in ("CR-2023-0001", "May 2023", "Girl, 6 months", "Death", "February 2021"):
            assert shown in card.text

    def test_it_leads_to_its_place_in_the_review_and_back(self, client, review):
        url = address(review, 2)
        place = "/reviews/CR-2023-0001/#learning-2"
        assert get(client, url).one("a", href=place)
        point = get(client, "/reviews/CR-2023-0001/").one("li", id="learning-2")
        assert point.one("a", class_="num")["href"] == "#learning-2"
        assert point.one("div", class_="tools").one("a")["href"] == url

    def test_it_is_cited_by_its_own_address_everywhere(self, client, review):
        url = address(review, 2)
        own = get(client, url).one("blockquote", id="citation").text
        assert own == (
            "Case Review Repository (2023) Child F: local child safeguarding practice review, "
            f"learning point 2. CR-2023-0001. http://testserver{url}"
        )
        there = get(client, "/reviews/CR-2023-0001/").one("p", id="cite-learning-2")
        assert there.text == own

    def test_a_recommendation(self, client, review):
        tree = get(client, address(review, 1, "recommendation"))
        assert tree.one("p", class_="which").text.startswith("Recommendation 1 of 1")
        assert tree.one("div", class_="about").one("dt").text == "Addressed to"
        assert tree.one("h2", id="h-c").text == "Cite this recommendation"

    def test_before_and_after_in_the_review(self, client, review):
        turns = [
            [(a.get("rel"), a["href"]) for a in get(client, url).one("nav", class_="turn").all("a")]
            for url in (
                address(review, 1),
                address(review, 3),
                address(review, 1, "recommendation"),
            )
        ]
        own = review.get_absolute_url()
        assert turns == [
            [(None, own), ("next", address(review, 2))],
            [("prev", address(review, 2)), ("next", address(review, 1, "recommendation"))],
            [("prev", address(review, 3)), (None, own)],
        ]

    def test_the_only_point_of_a_review_that_says_least(self, client):
        review = make_review(children=[], outcome="not-stated", learning=["Ask."])
        tree = get(client, address(review))
        assert "None" not in tree.one("main").text
        assert "The review describes harm to a child." in tree.text
        assert tree.all("section", id="like") == []
        assert [a["href"] for a in tree.one("nav", class_="turn").all("a")] == [
            review.get_absolute_url()
        ]

    def test_a_merged_theme_is_named_by_what_it_became(self, client, review):
        old = Theme.objects.get(slug="interpreters")
        old.merged_into = make_term(Theme, "language", label="Language")
        publishing.save_term(term=old)
        tree = get(client, address(review, 2))
        assert tree.one("div", class_="about").one("a", href="/themes/language/").text == "Language"

    def test_a_long_text_is_whole_and_nothing_in_it_is_markup(self, client):
        text = "<b>Ask</b> & “listen”. " * 40
        tree = get(client, address(make_review(learning=[text.strip()])))
        assert tree.one("h1").text == text.strip()
        assert "long" in tree.one("h1")["class"]
        assert len(tree.one("title").text) < 160


class TestMachines:
    def test_metadata(self, client):
        review = make_review(reference="CR-2023-0001", learning=[say("Ask. </script>", "neglect")])
        url = address(review)
        tree = get(client, url)
        assert tree.one("link", rel="canonical")["href"] == f"http://testserver{url}"
        assert "Ask." in tree.one("meta", name="description")["content"]
        data = json.loads(tree.one("script", type="application/ld+json").raw)
        assert data["text"] == "Ask. </script>"
        assert data["about"] == ["Neglect"]
        assert data["isPartOf"]["url"] == "http://testserver/reviews/CR-2023-0001/"
        assert tree.all("meta", name="robots") == []

    def test_a_point_that_was_made_up_says_so_and_is_not_indexed(self, client):
        tree = get(client, address(make_review(illustrative=True, learning=["Ask."])))
        assert tree.one("meta", name="robots")["content"] == "noindex"
        assert "Illustrative example" in tree.one("main").text
        assert tree.one("title").text.startswith("Illustrative example: Ask.")

    def test_it_is_kept_until_something_is_published(self, client):
        url = address(make_review(learning=["Ask."]))
        etag = client.get(url)["ETag"]
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 304
        make_review()
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 200


class TestVisibility:
    def test_a_draft_is_as_if_it_were_not(self, client):
        draft = make_review(state="draft", learning=["Hidden."])
        assert client.get(address(draft)).status_code == 404

    def test_of_a_withdrawn_review_the_tombstone(self, client):
        review = make_review(reference="CR-2023-0001", learning=["Hidden."])
        url = address(review)
        publishing.withdraw(review=review, by=None)
        response = client.get(url)
        assert response.status_code == 410
        assert pages.read(response).one("h1").text == "CR-2023-0001 has been withdrawn"
        assert b"Hidden." not in response.content

    @pytest.mark.parametrize(
        "url",
        ["/learning/1/", "/learning/0/", "/learning/01/", "/learning/x/", "/learning/-1/"]
        + [f"/learning/{'9' * length}/" for length in (15, 16, 400)],
    )
    def test_there_is_no_such_point(self, client, url):
        assert client.get(url).status_code == 404

    def test_unpublished_points_are_like_nothing(self, client):
        review = make_review(learning=[say(TRUST, "interpreters")])
        for state in ("draft", "withdrawn"):
            make_review(state=state, learning=[say(f"{TRUST} Hidden.", "interpreters")])
        gone = make_review(learning=[say(f"{TRUST} Hidden.", "interpreters")])
        url = address(review)
        assert len(like(get(client, url))) == 1
        before = catalogue.current()
        publishing.withdraw(review=gone, by=None)
        assert like(get(client, url)) == {}
        page = PointPage(review, review.points.get().pk, before, "", "http://testserver/")
        assert page.like == []  # a process that lags


class TestAddressSurvives:
    def test_a_correction(self, client, tmp_path, vocabulary):
        self.load(tmp_path, record())
        point = Point.objects.get(text="Think of the child.")
        changed = record()
        changed["learning"].insert(0, "Read the notes.")
        changed["learning"][1]["text"] = "Think of the child."
        changed["summary"] = "Another account."
        self.load(tmp_path, changed)
        tree = get(client, f"/learning/{point.pk}/")
        assert tree.one("h1").text == "Think of the child."
        assert tree.one("p", class_="which").text.startswith("Learning point 2 of 3")

    def test_a_change_of_its_words(self, client, tmp_path, vocabulary):
        self.load(tmp_path, record())
        point = Point.objects.get(text="Think of the child.")
        changed = record()
        changed["learning"][0]["text"] = "Think of every child."
        self.load(tmp_path, changed)
        assert get(client, f"/learning/{point.pk}/").one("h1").text == "Think of every child."

    def load(self, folder, *records):
        file = folder / "reviews.jsonl"
        file.write_text("\n".join(map(json.dumps, records)))
        call_command("load_reviews", str(file), verbosity=0)
        assert Review.objects.count() == len(records)


class TestAlike:
    def test_by_shared_terms_and_words_and_it_says_which(self, client):
        review = make_review(learning=[say(TRUST, "interpreters", agencies=["health-visiting"])])
        other = "Book the same interpreter for every visit, so that trust can grow."
        make_review(learning=[say(other, "interpreters", agencies=["health-visiting"])])
        make_review(learning=[say("Record who holds the baby.", "safe-handling")])
        assert like(get(client, address(review))) == {
            other: "Also: interpreters, health visiting; the words “same interpreter”, “trust”."
        }

    def test_what_shares_most_comes_first(self, client):
        review = make_review(learning=[say(TRUST, "interpreters", "neglect")])
        for number in range(5):
            make_review(learning=[say(f"Moss {number}.", "neglect")])
        make_review(added="2020-01", learning=[say("An interpreter again.", "interpreters")])
        make_review(
            added="2020-01", learning=[say("The same interpreter.", "interpreters", "neglect")]
        )
        found = list(like(get(client, address(review))))
        assert found[:2] == ["The same interpreter.", "An interpreter again."]

    def test_never_of_the_same_review_and_one_of_each_other(self, client):
        review = make_review(learning=[say(TRUST, "interpreters"), say(TRUST, "interpreters")])
        make_review(learning=[say(f"{TRUST} {n}", "interpreters") for n in range(3)])
        make_review(learning=[say(f"{TRUST} Again.", "interpreters")])
        found = like(get(client, address(review)))
        assert len(found) == 2
        assert f"{TRUST} Again." in found

    def test_a_point_without_terms_finds_others_by_its_words(self, client):
        review = make_review(learning=[TRUST])
        make_review(learning=["An interpreter the family knows: trust.", "Ask the grandparents."])
        why = "Also: the words “interpreter”, “family”, “trust”."
        assert like(get(client, address(review))) == {
            "An interpreter the family knows: trust.": why
        }

    @pytest.mark.parametrize("word", ["child", "children", "mother", "dad", "men", "women"])
    def test_words_with_several_forms(self, client, word):
        """Each is several lexemes for one word."""
        first = make_review(learning=[say(f"Ask every {word} about home.", "neglect")])
        second = make_review(learning=[say(f"Each {word} talks about home.", "neglect")])
        tree = get(client, address(first))
        assert list(like(tree)) == [second.points.first().text]

    def test_too_little_in_common_is_not_alike(self, client):
        review = make_review(learning=[say("Ask.", "neglect")])
        for number in range(30):
            make_review(learning=[say(f"Moss {number}.", "neglect")])
        assert like(get(client, address(review))) == {}

    @pytest.mark.parametrize(
        ("first", "second", "words"),
        [
            ("Share what is known early.", "What was shared early helped.", ["share", "early"]),
            ("The voice of the child.", "Hear the voice of the child.", ["voice of the child"]),
            ("Safe sleep advice.", "Advice on sleep, safe or not.", ["advice", "sleep", "safe"]),
            ("A & b.", "Nothing.", []),
            ("", "Nothing.", []),
            ("Ask, ask and ask.", "They asked.", ["ask"]),
        ],
    )
    def test_the_words_that_two_texts_share(self, first, second, words):
        assert shared_words(first, second) == words


class TestCost:
    def test_as_many_queries_for_twice_the_rows(self, client):
        point = [say(TRUST, "interpreters", agencies=["police"])] * 4

        def make(count):
            return [make_review(learning=point, harms=["drowning"]) for _ in range(count)]

        first, *_ = make(6)
        get(client, "/reviews/added/")
        before = self.queries(client, address(first))
        make(6)
        get(client, "/reviews/added/")
        assert self.queries(client, address(first)) <= before <= 14

    def queries(self, client, url):
        with CaptureQueriesContext(connection) as captured:
            get(client, url)
        return len(captured)
