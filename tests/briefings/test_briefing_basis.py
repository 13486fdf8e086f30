"""What a briefing says it is based on, and what it says has come since: from the evidence alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from briefings import publishing as pieces
from briefings import records
from reviews import publishing
from reviews.models import Agency, Theme
from tests import pages
from tests.factories import make_review, make_term
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db

ADDRESS = "/briefings/unwell/"


def basis(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return pages.read(response).one("section", id="basis")


def figures(client):
    rows = basis(client).one("dl", class_="figures").all("div")
    return {row.one("dt").text: row.one("dd").text for row in rows}


def sample(*dates, **values):
    """Reviews published on these dates; None is one whose date nobody recorded."""
    return [make_review(published=date, added="2023-05", **values) for date in dates]


class TestTheSample:
    def test_how_many_reviews_and_points_and_of_which_years(self, client):
        pinned = sample("2021-03", "2023", learning=["One.", "Two."], recommendations=["Three."])
        make_edition(slug="unwell", pinned=pinned)
        assert figures(client) == {
            "reviews compared": "2",
            "learning points and recommendations in them": "6",
            "years of publication": "2021–23",
        }

    def test_what_is_counted_is_public(self, client):
        pinned = sample("2021", "2022", learning=["One."])
        hidden = make_review(state="draft", learning=["Two."], published="1999")
        make_edition(slug="unwell", pinned=[*pinned, hidden])
        publishing.withdraw(review=pinned[1], by=None)
        assert list(figures(client).values()) == ["1", "1", "2021"]

    @pytest.mark.parametrize(
        ("dates", "said"),
        [
            (["2021-03", "2023-05-19"], "Published from March 2021 to 19 May 2023."),
            (["2022", "2022"], "Published in 2022."),
            (["2022-05-03"], "Published on 3 May 2022."),
            (["2021/2022", "2022-03"], "Published from 2021 to 2022."),
            (
                [None, None],
                "Added to the repository in May 2023; no date of publication is recorded.",
            ),
            (
                ["2021", "2022", None],
                "2 were published from 2021 to 2022. For 1 no date of publication is recorded; "
                "it was added in May 2023.",
            ),
            (
                ["2021", None, None],
                "1 was published in 2021. For 2 no date of publication is recorded; "
                "they were added in May 2023.",
            ),
        ],
    )
    def test_from_when_to_when(self, client, dates, said):
        make_edition(slug="unwell", pinned=sample(*dates))
        assert said in [one.text for one in basis(client).all("p")]

    def test_years_of_two_centuries(self, client):
        make_edition(slug="unwell", pinned=sample("1998", "2002"))
        assert figures(client)["years of publication"] == "1998–2002"

    def test_without_dates_of_publication_the_years_added(self, client):
        make_edition(slug="unwell", pinned=sample(None))
        assert figures(client)["year added here"] == "2023"


class TestTheSelection:
    def test_it_is_said_in_words_and_leads_to_its_list(self, client):
        make_review(themes=["neglect"], added="2022-01")
        make_review(themes=["self-harm"], added="2021-01")
        make_review(themes=["self-harm"], added="2020-01")
        chosen = "theme=neglect&theme=self-harm&year=2021&year=2022&sort=title&page=2"
        make_edition(slug="unwell", selection=chosen)
        rows = basis(client).one("dl", class_="facts").all("div")
        assert [row.text for row in rows] == [
            "ThemeNeglect or Self harm",
            "Year added2021 or 2022",
        ]
        link = basis(client).one("p", class_="plain").one("a")
        assert link.text == "2 reviews like this today"
        assert pages.total(client.get(link["href"])) == 2

    def test_every_kind_of_condition_has_words(self, client):
        chosen = "q=river&outcome=death&incident_from=2019&incident_to=2020-05&added_after=2018"
        make_review()
        make_edition(slug="unwell", selection=chosen)
        rows = basis(client).one("dl", class_="facts").all("div")
        assert [row.text for row in rows] == [
            "Words“river”",
            "OutcomeDeath",
            "Incident from2019",
            "Incident toMay 2020",
            "Added after2018",
        ]

    def test_a_merged_term_is_called_by_the_name_it_has_now(self, client):
        new = make_term(Theme, "early-help")
        make_term(Theme, "early-support", merged_into=new)
        make_review(themes=["early-help"])
        make_edition(slug="unwell", selection="theme=early-support", themes=["early-support"])
        assert basis(client).one("dl", class_="facts").text == "ThemeEarly help"
        assert basis(client).one("p", class_="plain").text == "1 review like this today"
        about = pages.read(client.get(ADDRESS)).one("dl", class_="about-briefing")
        assert about.one("a", href="/themes/early-help/").text == "Early help"

    def test_with_a_term_that_was_deleted_it_can_not_be_shown(self, client):
        make_review(themes=["neglect"])
        make_edition(slug="unwell", selection="theme=gone-for-good&nation=england")
        assert "can’t be shown any more" in basis(client).text
        assert basis(client).all("dl", class_="facts") == []
        assert basis(client).all("a") == []

    def test_one_that_matches_nothing(self, client):
        make_edition(slug="unwell", selection="nation=scotland")
        link = basis(client).one("p", class_="plain").one("a")
        assert link.text == "No reviews like this today"
        assert client.get(link["href"]).status_code == 200

    def test_without_one_nothing_is_said_of_it(self, client):
        make_edition(slug="unwell", selection="", pinned=sample("2021"))
        assert "Chosen" not in basis(client).text
        assert [link.get("href") for link in basis(client).all("a")] == ["/about/#briefings"]

    @pytest.mark.parametrize("chosen", ["q=%00", "theme=%FF", "nonsense=1", "year=abc", "&&==?"])
    def test_what_is_no_selection_does_no_harm(self, client, chosen):
        make_edition(slug="unwell", selection=chosen)
        assert basis(client)


class TestSince:
    @pytest.fixture
    def earlier(self):
        return timezone.now() - timedelta(days=3)

    def since(self, client, address=ADDRESS):
        return [line.text for line in basis(client, address).all("p", class_="since")]

    def linked(self, client):
        return basis(client).one("p", class_="since").one("a")["href"]

    def test_the_number_is_that_of_its_list(self, client, earlier):
        pinned = make_review(themes=["neglect"], added="2022-01")
        pinned.entry.__class__.objects.filter(pk=pinned.entry.pk).update(
            entered=earlier - timedelta(days=1)
        )
        make_review(themes=["neglect"], added="2024-01")
        make_review(themes=["neglect"], added="2019-01")
        make_review(themes=["housing"])
        make_edition(
            slug="unwell", selection="theme=neglect&year=2022", pinned=[pinned], as_of=earlier
        )
        said = "2 reviews matching this briefing have been added since."
        assert self.since(client) == [said]
        listed = client.get(self.linked(client))
        assert pages.total(listed) == 2
        assert pinned.reference not in pages.references(listed)

    def test_it_grows_and_shrinks_with_the_collection(self, client):
        make_edition(slug="unwell", selection="theme=neglect", themes=["neglect"])
        assert self.since(client) == []
        new = make_review(themes=["neglect"])
        assert self.since(client) == ["1 review matching this briefing has been added since."]
        publishing.withdraw(review=new, by=None)
        assert self.since(client) == []

    def test_what_entered_at_the_moment_itself_is_not_since(self, client):
        new = make_review(themes=["neglect"])
        make_edition(slug="unwell", selection="theme=neglect", as_of=new.released_at)
        assert self.since(client) == []
        make_edition(
            slug="other",
            selection="theme=neglect",
            as_of=new.released_at - timedelta(microseconds=1),
        )
        assert len(self.since(client, "/briefings/other/")) == 1

    def test_what_a_correction_took_into_the_sample_is_said_to_be_in_it(self, client, earlier):
        new, other = make_review(themes=["neglect"]), make_review(themes=["neglect"])
        edition = make_edition(slug="unwell", selection="theme=neglect", as_of=earlier)
        self.repin(edition, new)
        assert self.since(client) == [
            "2 reviews matching this briefing have been added since, of which 1 is in it already."
        ]
        self.repin(edition, new, other)
        assert self.since(client) == []

    def repin(self, edition, *pinned):
        record = records.read(edition)
        changed = records.EditionRecord(
            title=record.title, selection=record.selection, pinned=tuple(one.pk for one in pinned)
        )
        pieces.correct(edition=edition, record=changed, by=None)

    def test_a_superseded_edition_does_not_say_it(self, client, earlier):
        make_edition(slug="unwell", selection="theme=neglect", state="superseded", as_of=earlier)
        make_review(themes=["neglect"])
        assert self.since(client, f"{ADDRESS}editions/1/") == []
        assert len(self.since(client)) == 1

    def test_with_a_deleted_term_nothing_is_said(self, client, earlier):
        make_review(agencies=["police"])
        make_edition(slug="unwell", selection="agency=police&theme=x", as_of=earlier)
        assert self.since(client) == []
        make_term(Agency, "unused")
        make_edition(slug="other", selection="agency=unused", as_of=earlier)
        assert self.since(client, "/briefings/other/") == []


class TestRealAndIllustrative:
    """What is real counts and leads to real reviews alone, what is illustrative to the others."""

    KINDS = pytest.mark.parametrize("illustrative", [False, True])

    @pytest.fixture
    def both(self):
        """Of neglect: two real reviews and three illustrative ones; and one of housing."""
        made = [make_review(themes=["neglect"], illustrative=n > 1) for n in range(5)]
        make_review(themes=["housing"])
        return made

    def briefing(self, illustrative, selection="theme=neglect", **values):
        as_of = timezone.now() - timedelta(days=3)
        values = {"selection": selection, "illustrative": illustrative, "as_of": as_of, **values}
        return make_edition(slug="unwell", **values)

    def ways(self, client):
        """The two lines that lead to lists: what each says, and its address."""
        found = basis(client)
        lines = [found.one("p", class_="plain"), found.one("p", class_="since")]
        return [(line.text, line.one("a")["href"]) for line in lines]

    @KINDS
    def test_count_address_and_list_agree(self, client, both, illustrative):
        self.briefing(illustrative)
        count, kind = (3, "yes") if illustrative else (2, "no")
        today, since = self.ways(client)
        assert today[0] == f"{count} reviews like this today"
        assert since[0] == f"{count} reviews matching this briefing have been added since."
        for _, address in (today, since):
            assert ("illustrative", kind) in pages.parameters(address)
            listed = client.get(address)
            assert pages.total(listed) == count
            assert set(pages.references(listed)) == {
                one.reference for one in both if one.illustrative == illustrative
            }

    @KINDS
    def test_the_words_do_not_say_what_goes_without_saying(self, client, both, illustrative):
        self.briefing(illustrative)
        assert basis(client).one("dl", class_="facts").text == "ThemeNeglect"

    @KINDS
    def test_what_is_not_of_its_kind_is_not_new(self, client, illustrative):
        own = make_review(themes=["neglect"], illustrative=illustrative)
        self.briefing(illustrative, pinned=[own])
        make_review(themes=["neglect"], illustrative=not illustrative)
        assert basis(client).all("p", class_="since") == []

    def test_a_selection_may_say_it_itself(self, client, both):
        self.briefing(False, "theme=neglect&illustrative=no")
        today, _ = self.ways(client)
        assert today[0] == "2 reviews like this today"
        assert pages.parameters(today[1]) == [("illustrative", "no"), ("theme", "neglect")]
        said = basis(client).one("dl", class_="facts").text
        assert said == "ThemeNeglectReal or illustrativeReal reviews"

    def test_one_that_asks_for_both_is_drawn_from_its_own(self, client, both):
        self.briefing(True, "theme=neglect&illustrative=no&illustrative=yes")
        for said, address in self.ways(client):
            assert said.startswith("3 reviews")
            assert pages.total(client.get(address)) == 3

    @KINDS
    def test_where_there_are_no_others_the_address_does_not_say_it(self, client, illustrative):
        make_review(themes=["neglect"], illustrative=illustrative)
        self.briefing(illustrative)
        assert [pages.parameters(address)[-1] for _, address in self.ways(client)] == [
            ("theme", "neglect"),
            ("theme", "neglect"),
        ]

    def test_a_real_one_does_not_count_a_collection_of_illustrative_ones(self, client):
        make_review(themes=["neglect"], illustrative=True)
        self.briefing(False)
        link = basis(client).one("p", class_="plain").one("a")
        assert link.text == "No reviews like this today"
        assert pages.total(client.get(link["href"])) == 0
        assert basis(client).all("p", class_="since") == []

    def test_it_costs_no_query(self, client):
        make_review(themes=["neglect"])
        self.briefing(False)
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as alone:
            client.get(f"{ADDRESS}editions/1/")
        make_review(themes=["neglect"], illustrative=True)
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as mixed:
            client.get(f"{ADDRESS}editions/1/")
        assert len(mixed) == len(alone)
