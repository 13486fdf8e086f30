"""What was added after a date or a moment; test_catalogue.py measures it against brute force."""

import json
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from reviews import disagreements, entries, moments, publishing
from reviews.arrivals import Arrivals
from reviews.catalogue import Catalogue, catalogue
from reviews.filters import BrowseFilterSet, LearningFilterSet
from reviews.models import Entry, Review
from tests import pages
from tests.factories import make_review, record

pytestmark = pytest.mark.django_db

MICROSECOND = timedelta(microseconds=1)


def at(text):
    return datetime.fromisoformat(text)


def released(moment, **values):
    """A review that was first public at a moment."""
    review = make_review(**values)
    Review.objects.filter(pk=review.pk).update(released_at=moment, corrected_at=None)
    entries.write([review.pk], entries.raise_version())
    return review


def entered(review):
    return Entry.objects.get(pk=review.pk).entered


def agree():
    """Entries, memory and records say the same, and what was followed is what is read anew."""
    found = []
    disagreements.find(lambda *what: found.append(what))
    assert found == []
    assert catalogue.current().arrivals == Catalogue().current().arrivals


def is_after(review, text, filterset=BrowseFilterSet):
    """Whether a review, or its points, are in the list of what was added after something."""
    query = QueryDict(mutable=True)
    query["added_after"] = text
    filters = filterset(query, catalogue.current())
    assert not filters.errors
    found = filters.result().ids
    if filterset is BrowseFilterSet:
        return review.pk in found
    return any(point.pk in found for point in review.points.all())


class TestBoundaries:
    """The last moment of what is written is not after it; the next microsecond is."""

    @pytest.mark.parametrize(
        ("text", "last"),
        [
            ("2026-11-20T10:12:31Z", "2026-11-20T10:12:31+00:00"),
            ("2026-11-20T10:12:31.5Z", "2026-11-20T10:12:31.5+00:00"),
            ("2026-11-20T10:12:31.000001Z", "2026-11-20T10:12:31.000001+00:00"),
            ("2026-11-20", "2026-11-20T23:59:59.999999+00:00"),
            ("20 November 2026", "2026-11-20T23:59:59.999999+00:00"),
            ("20/11/2026", "2026-11-20T23:59:59.999999+00:00"),
            ("2026-07-20", "2026-07-20T22:59:59.999999+00:00"),
            ("2023-05", "2023-05-31T22:59:59.999999+00:00"),
            ("May 2023", "2023-05-31T22:59:59.999999+00:00"),
            ("2024-02", "2024-02-29T23:59:59.999999+00:00"),
            ("2023", "2023-12-31T23:59:59.999999+00:00"),
            ("2019/2023", "2023-12-31T23:59:59.999999+00:00"),
            # The clocks change on these days, which have 23 hours and 25.
            ("2026-03-28", "2026-03-28T23:59:59.999999+00:00"),
            ("2026-03-29", "2026-03-29T22:59:59.999999+00:00"),
            ("2026-10-24", "2026-10-24T22:59:59.999999+00:00"),
            ("2026-10-25", "2026-10-25T23:59:59.999999+00:00"),
            ("2024-03", "2024-03-31T22:59:59.999999+00:00"),
            ("1900", "1900-12-31T23:59:59.999999+00:00"),
            ("2199", "2199-12-31T23:59:59.999999+00:00"),
        ],
    )
    @pytest.mark.parametrize("filterset", [BrowseFilterSet, LearningFilterSet])
    def test_a_moment(self, text, last, filterset):
        moment = at(last)
        there = released(moment, learning=["Look."])
        later = released(moment + MICROSECOND, learning=["Ask."])
        assert not is_after(there, text, filterset)
        assert is_after(later, text, filterset)

    @given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)))
    def test_what_is_written_is_read_as_the_same(self, moment):
        assert moments.read(moments.written(moment)).at == moment

    def test_a_moment_is_written_in_utc(self):
        assert moments.written(at("2026-07-20T00:12:31+01:00")) == "2026-07-19T23:12:31Z"
        assert moments.written(at("2026-11-20T10:12:31.0625Z")) == "2026-11-20T10:12:31.062500Z"
        with pytest.raises(ValueError, match="time zone"):
            moments.written(datetime(2026, 11, 20))

    def test_a_page_says_a_moment_by_the_clocks_here(self):
        assert moments.read("2026-07-19T23:12:31Z").label == "20 July 2026, 00:12"
        assert moments.read("2026-12-19T23:12:31.5Z").label == "19 December 2026, 23:12"

    def test_what_came_after_an_answer_is_exactly_what_is_new(self):
        old = [make_review() for _ in range(3)]
        latest = moments.written(max(Entry.objects.values_list("entered", flat=True)))
        new = [make_review() for _ in range(2)]
        assert [is_after(review, latest) for review in (*old, *new)] == [False] * 3 + [True] * 2


class TestEntered:
    """When a review entered, whatever happens to it later."""

    @pytest.fixture
    def load(self, vocabulary, tmp_path):
        """Load a record from a file; its review."""

        def one(added="2023-05", **overrides):
            reference = f"CR-{added[:4]}-0007"
            file = tmp_path / "reviews.jsonl"
            item = record(reference=reference, added=added, **overrides)
            file.write_text(json.dumps(item) + "\n", encoding="utf-8")
            call_command("load_reviews", str(file), verbosity=0)
            return Review.objects.get(reference=reference)

        return one

    def test_publishing_makes_it_new(self):
        draft = make_review(state="draft", added="2019-01")
        assert not Entry.objects.filter(pk=draft.pk).exists()
        before = datetime.now(UTC)
        publishing.publish(review=draft, by=None)
        assert before < entered(draft) == Review.objects.get(pk=draft.pk).released_at
        assert is_after(draft, moments.written(before))
        agree()

    def test_correcting_withdrawing_and_restoring_do_not(self):
        review = make_review(learning=["Look."])
        first = entered(review)
        publishing.correct(review=review, by=None)
        assert entered(review) == first
        publishing.withdraw(review=review, by=None)
        assert entered(review) is None
        assert not is_after(review, "1999")
        agree()
        publishing.restore(review=review, by=None)
        assert entered(review) == first
        assert not is_after(review, moments.written(first))
        assert not is_after(review, moments.written(first), LearningFilterSet)
        assert is_after(review, moments.written(first - MICROSECOND), LearningFilterSet)
        agree()

    @pytest.mark.parametrize(
        ("added", "last"),
        [
            ("2023-05", "2023-05-31T22:59:59.999999+00:00"),
            ("2024-02", "2024-02-29T23:59:59.999999+00:00"),
            ("2024-03", "2024-03-31T22:59:59.999999+00:00"),
            ("2023-10", "2023-10-31T23:59:59.999999+00:00"),
            ("2023-12", "2023-12-31T23:59:59.999999+00:00"),
        ],
    )
    def test_an_old_one_from_a_file_entered_at_the_end_of_its_month(self, load, added, last):
        review = load(added=added)
        assert entered(review) == at(last)
        assert not is_after(review, added)
        assert is_after(review, moments.written(at(last) - MICROSECOND))
        agree()

    def test_one_of_a_month_that_goes_on_entered_when_it_was_loaded(self, load):
        now = datetime.now(UTC)
        for review in (load(added=f"{now:%Y-%m}"), load(added="2199-12")):
            assert entered(review) == review.released_at > now
        agree()

    def test_a_file_that_corrects_it_changes_nothing_but_a_month_that_was_wrong(self, load):
        first = entered(load())
        assert entered(load(title="Child C")) == first
        assert entered(load(title="Child C", added="2023-04")) == at("2023-04-30T23:00Z") - (
            MICROSECOND
        )
        agree()

    def test_the_desk_that_corrects_it_changes_nothing(self, load, admin_user):
        """It is not as it was loaded any more, but it was."""
        review = load(added="2019-05")
        Review.objects.filter(pk=review.pk).update(loaded_digest="")
        review.refresh_from_db()
        publishing.correct(review=review, by=admin_user)
        assert entered(review) == at("2019-05-31T22:59:59.999999+00:00")
        agree()

    def test_a_file_that_corrects_what_the_desk_published_changes_nothing(self, load):
        review = make_review(reference="CR-2023-0007", added="2023-05")
        first = entered(review)
        load()
        assert Review.objects.get(pk=review.pk).loaded_digest
        assert entered(review) == first
        agree()

    def test_reindex_says_the_same(self, load):
        reviews = [load(), make_review(), make_review(state="withdrawn")]
        before = [entered(review) for review in reviews]
        call_command("reindex", verbosity=0)
        assert [entered(review) for review in reviews] == before
        agree()

    def test_the_migration_says_the_same(self, load):
        reviews = [load(), make_review(added="2019-01"), make_review(state="withdrawn")]
        reviews.append(load(added="2199-12"))
        before = [entered(review) for review in reviews]
        migration = import_module("reviews.migrations.0012_entered").Migration
        ((sql, values),) = migration.operations[1].sql
        Entry.objects.filter(listed=True).update(entered=at("2001-01-01T00:00Z"))
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
        assert [entered(review) for review in reviews] == before
        assert before[2] is None
        assert None not in before[:2]


class TestArrivals:
    CHANGES = st.dictionaries(st.integers(1, 30), st.none() | st.integers(-5, 5), max_size=20)

    @given(st.lists(CHANGES, max_size=5))
    def test_changed_step_by_step_or_made_at_once(self, steps):
        """Several at one moment, moments that move, and some that go."""
        arrivals, held = Arrivals.of((), ()), {}
        for step in steps:
            held = {key: moment for key, moment in (held | step).items() if moment is not None}
            new = {key: moment for key, moment in step.items() if moment is not None}
            arrivals = arrivals.changed(step, new)
        assert arrivals == Arrivals.of(held.values(), held)
        assert arrivals.ids.tolist() == sorted(held, key=lambda key: (held[key], key))
        for moment in range(-6, 7):
            found = arrivals.after(datetime.fromtimestamp(0, UTC) + moment * MICROSECOND)
            assert set(found) == {key for key, other in held.items() if other > moment}

    def test_what_is_held_by_a_request_under_way_does_not_change(self):
        one = make_review()
        before = catalogue.current().arrivals
        make_review()
        assert catalogue.current().arrivals != before
        assert before.ids.tolist() == [one.pk]


class TestPage:
    @pytest.fixture
    def two(self):
        old = {"reference": "CR-2023-0001", "learning": ["Look."], "themes": ["neglect"]}
        released(at("2026-11-20T10:12:31Z"), **old)
        new = {"reference": "CR-2023-0002", "learning": ["Ask.", "Tell."], "nation": "wales"}
        released(at("2026-11-21T10:12:31Z"), **new)

    def test_counts_and_lists_are_of_what_came_after(self, client, two):
        response = client.get("/reviews/", {"added_after": "2026-11-20"})
        assert pages.heading(response) == "1 review"
        assert pages.references(response) == ["CR-2023-0002"]
        assert pages.options(response, "nation")["wales"] == (1, False)
        assert pages.options(response, "theme")["neglect"] == (0, False)
        response = client.get("/learning/", {"added_after": "2026-11-20"})
        assert pages.heading(response) == "2 learning points, from 1 review"

    @pytest.mark.parametrize("path", ["/reviews/", "/learning/"])
    def test_it_is_in_use_and_can_be_taken_away(self, client, two, path):
        query = {"added_after": "20 Nov 2026", "nation": "wales", "sort": "oldest"}
        response = client.get(path, query)
        tree = pages.read(response)
        facet = tree.one("details", id="facet-added")
        assert facet.one("summary").text == "Date added after 20 November 2026"
        assert "open" in facet.attributes
        field = facet.one("input", id="added_after")
        assert (field["value"], field["form"]) == ("20 Nov 2026", "find")
        without = pages.chips(response)["Added after 20 November 2026"]
        assert pages.parameters(without) == [("nation", "wales"), ("sort", "oldest")]
        others = [link for name, link in pages.chips(response).items() if "Added" not in name]
        assert ("added_after", "20 Nov 2026") in pages.parameters(others[0])

    def test_nothing_is_in_use(self, client, two):
        facet = pages.read(client.get("/reviews/")).one("details", id="facet-added")
        assert facet.one("summary").text == "Date added"
        assert "open" not in facet.attributes

    @pytest.mark.parametrize("path", ["/reviews/", "/learning/"])
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("soon", "“soon” is not a date. Write a year (2020)"),
            ("2026-11-31", "“2026-11-31” has no such day. Write a year (2020)"),
            (
                "2026-11-20T10:12",
                "“2026-11-20T10:12” is not a moment. Write a date (2026-11-20), or date and time"
                " in UTC (2026-11-20T10:12:31Z).",
            ),
            ("2226-11-20T10:12:31Z", "“2226-11-20T10:12:31Z” is outside the years 1900 to 2199."),
        ],
    )
    def test_what_is_wrong_is_said_where_it_can_be_put_right(self, client, two, path, text, said):
        response = client.get(path, {"added_after": text})
        assert response.status_code == 400
        assert pages.references(response) == []
        tree = pages.read(response)
        problem = tree.one("div", class_="problem").one("li").one("a")
        assert problem.text.startswith(f"Added after: {said}")
        assert problem["href"] == "#added_after"
        assert tree.one("input", id="added_after")["value"] == text

    @pytest.mark.parametrize("path", ["/reviews/", "/learning/"])
    def test_it_costs_no_query(self, client, two, path):
        counts = []
        for query in ({"sort": "title"}, {"sort": "title", "added_after": "2019"}):
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(path, query).status_code == 200
            counts.append(len(captured))
        assert counts[0] == counts[1]

    def test_pages_of_the_list_go_on_with_it(self, client):
        for _ in range(22):
            make_review()
        tree = pages.read(client.get("/reviews/", {"added_after": "2019"}))
        links = [a["href"] for a in tree.all("a") if "page=2" in (a.get("href") or "")]
        assert links
        assert all(("added_after", "2019") in pages.parameters(link) for link in links)
