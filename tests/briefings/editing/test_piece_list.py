"""The desk's list of briefings and articles."""

import pytest

from briefings.choices import State
from briefings.editing import releasing, saving
from reviews import publishing as record_of_reviews
from tests.factories import make_review
from tests.piece_drafts import begin, publish, write
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db
LIST = "/desk/briefings/"


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def rows(client, query=""):
    """Title, edition, state and last step of each row."""
    page = client.get(f"{LIST}?{query}").context["page"]
    return [(row.title, row.number, row.state, row.what) for row in page.rows]


def titles(client, query=""):
    return [title for title, *_ in rows(client, query)]


class TestWhatIsListed:
    def test_every_edition_what_changed_last_first(self, at_desk, editor):
        make_edition(title="Public", state="superseded")
        make_edition(title="Withdrawn", state="withdrawn")
        begin(editor)
        assert rows(at_desk) == [
            ("When nobody asks", 1, "Draft", "Changed"),
            ("Withdrawn", 1, "Withdrawn", "Withdrawn"),
            ("Public", 2, "Published", "Published"),
            ("Public", 1, "Superseded", "Superseded by a new edition"),
        ]

    def test_work_on_a_public_one_brings_it_up_and_is_said(self, at_desk, editor):
        edition = publish(editor)
        make_edition(title="Later")
        write(edition, editor, title="When somebody asks")
        title, _, state, what = rows(at_desk)[0]
        assert (title, state, what) == (
            "When somebody asks",
            "Published, correction under way",
            "Changed",
        )

    def test_what_is_offered_says_so(self, at_desk, editor):
        draft = begin(editor)
        releasing.COPIES.offer(draft, by=editor)
        assert rows(at_desk)[0][2] == "Draft, offered for publication"

    def test_ways_to_begin_to_publish_and_to_the_public_page(self, at_desk, editor):
        draft, public = begin(editor), make_edition(slug="asked")
        page = at_desk.get(LIST).text
        for path in ("new/", "new/?kind=article", f"{draft.pk}/publish/", f"{public.pk}/"):
            assert f'href="{LIST}{path}"' in page, path
        assert 'href="/briefings/asked/"' in page

    def test_nothing_yet(self, at_desk):
        assert "There are no briefings or articles yet." in at_desk.get(LIST).text


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def editions(self, editor):
        make_edition(title="Asking children", slug="asking")
        make_edition(title="Asking parents", kind="article", state="withdrawn", slug="parents")
        draft = saving.begin(kind="briefing", title="Not yet called", by=editor)
        write(draft, editor, title="Asking neighbours")

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("q=asking", {"Asking children", "Asking parents", "Asking neighbours"}),
            ("q=asking+NEIGHBOURS", {"Asking neighbours"}),
            ("q=zebra", set()),
            ("kind=article", {"Asking parents"}),
            ("kind=article&kind=briefing&q=children", {"Asking children"}),
            ("state=draft", {"Asking neighbours"}),
            ("state=published&state=withdrawn", {"Asking children", "Asking parents"}),
            ("state=correction", set()),
            ("state=offered", set()),
            ("state=superseded", set()),
            ("kind=&state=&q=", {"Asking children", "Asking parents", "Asking neighbours"}),
        ],
    )
    def test_by_words_kind_and_state(self, at_desk, query, expected):
        assert set(titles(at_desk, query)) == expected

    def test_chips_take_one_thing_away(self, at_desk):
        page = at_desk.get(f"{LIST}?q=asking&kind=article&state=withdrawn").context["page"]
        assert [(chip.label, chip.value) for chip in page.chips] == [
            ("Words", "“asking”"),
            ("Kind", "Article"),
            ("State", "Withdrawn"),
        ]
        assert page.chips[1].url == "?q=asking&state=withdrawn"

    @pytest.mark.parametrize(
        "query",
        ["kind=leaflet", "state=lost", "colour=red", "q=a&q=b", "page=0", "q=" + "a" * 300],
    )
    def test_what_cannot_be_read_lists_nothing(self, at_desk, query):
        response = at_desk.get(f"{LIST}?{query}")
        assert response.status_code == 400
        assert "Nothing is listed until this is put right" in response.text
        assert response.context["page"].rows == []

    def test_a_page_that_is_not_there(self, at_desk):
        response = at_desk.get(f"{LIST}?page=9")
        assert response.status_code == 404 and "There is no page 9" in response.text


class TestToLookAt:
    def test_stands_above_the_list_with_what_is_to_be_done(self, at_desk):
        review = make_review(reference="CR-2023-0001")
        edition = make_edition(sections=[("Issues", [("It is so.", [review])])])
        assert "To look at" not in at_desk.get(LIST).text
        record_of_reviews.withdraw(review=review, by=None)
        page = at_desk.get(LIST).text
        assert "CR-2023-0001 was withdrawn on" in page
        assert "a court may have ordered the withdrawal" in page
        assert f'href="{LIST}{edition.pk}/looked-at/"' in page


class TestTheDesk:
    def test_leads_here_and_shows_where_one_is(self, at_desk):
        assert f'href="{LIST}" aria-current="page">Briefings' in at_desk.get(LIST).text
        home = at_desk.get("/desk/").text
        assert f'<a href="{LIST}">Briefings</a>' in home
        assert '<a href="/desk/reviews/">Reviews</a>' in at_desk.get(LIST).text


def test_the_same_queries_however_much_is_listed(at_desk, editor, django_assert_max_num_queries):
    begin(editor)
    make_edition(state=State.SUPERSEDED)
    at_desk.get(LIST)
    with django_assert_max_num_queries(18) as asked:
        at_desk.get(LIST)
        counted = len(asked)
    for _ in range(3):
        begin(editor)
        make_edition(state=State.SUPERSEDED)
    at_desk.get(LIST)
    with django_assert_max_num_queries(counted):
        at_desk.get(LIST)
