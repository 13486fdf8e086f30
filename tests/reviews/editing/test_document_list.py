"""Documents that somebody has to look at, and the next step of each."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from reviews import due, publishing
from reviews.editing import saving
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Document
from tests import pages
from tests.factories import make_document, make_review

pytestmark = pytest.mark.django_db

LIST = "/desk/documents/"
NOW = timezone.now()
BROKEN = {
    "url": "https://example.org/report.pdf",
    "link_failures": 3,
    "link_failing_since": NOW - timedelta(days=8),
    "link_checked_at": NOW - timedelta(hours=1),
    "link_due_at": NOW + timedelta(days=2),
    "link_problem": "The website answered with status 404.",
}
FILE = {"file": "hosted/a.pdf", "sha256": "a" * 64, "pages": 12, "has_text": True}


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def held(**values):
    expires_on = timezone.localdate() + timedelta(days=30)
    return make_document(**FILE | {"fetched_at": NOW, "expires_on": expires_on} | values)


def listed(client, show=""):
    """The documents of a list, by what they are called."""
    response = client.get(f"{LIST}?show={show}" if show else LIST)
    assert response.status_code == 200
    return {
        row["id"]: row
        for row in pages.read(response).one("main").all("li")
        if (row.get("id") or "").startswith("document-")
    }


def shown(client, show=""):
    return {int(key.split("-")[1]): row.text for key, row in listed(client, show).items()}


class TestLists:
    def test_links_that_broke_those_for_longest_first(self, at_desk):
        newer = make_document(**BROKEN)
        older = make_document(**BROKEN | {"link_failing_since": NOW - timedelta(days=90)})
        held_too = held(**BROKEN)
        make_document(**BROKEN | {"link_failures": 2})
        make_document(**BROKEN | {"link_failing_since": NOW - timedelta(days=6)})
        found = shown(at_desk)
        assert list(found) == [older.pk, newer.pk, held_too.pk]
        assert "The website answered with status 404." in found[newer.pk]
        assert "No copy is held." in found[newer.pk]
        assert "A copy is offered here." in found[held_too.pk]
        assert set(found) == {d.pk for d in Document.objects.all() if d.is_broken}

    def test_files_that_expire_within_ninety_days(self, at_desk):
        today = timezone.localdate()
        later = held(expires_on=today + timedelta(days=90))
        first = held(expires_on=today + timedelta(days=1))
        over = held(expires_on=today)
        held(expires_on=today + timedelta(days=91))
        found = shown(at_desk, "expiring")
        assert list(found) == [over.pk, first.pk, later.pk]
        assert "1 day more" in found[first.pk]
        assert "It goes with the next run." in found[over.pk]

    def test_pdfs_without_text(self, at_desk):
        pictures = held(has_text=False)
        held()
        make_document(has_text=False)  # no file any more
        assert list(shown(at_desk, "without-text")) == [pictures.pk]

    def test_files_that_could_not_be_fetched(self, at_desk):
        failed = make_document(fetch_problem="The file is larger than 50 MB.")
        make_document()
        found = shown(at_desk, "not-fetched")
        assert list(found) == [failed.pk]
        assert "larger than 50 MB" in found[failed.pk]

    def test_withdrawn_documents_stand_in_their_own_list_alone(self, at_desk, editor):
        document = held(**BROKEN | {"has_text": False, "fetch_problem": "It is no PDF."})
        publishing.withdraw_document(document=document, by=editor, reason="other")
        for show in ("broken", "expiring", "without-text", "not-fetched"):
            assert shown(at_desk, show) == {}
        assert "By R. Okafor." in shown(at_desk, "withdrawn")[document.pk]

    def test_documents_of_withdrawn_reviews_wait_for_nobody(self, at_desk):
        document = held(**BROKEN)
        publishing.withdraw(review=document.review, by=None)
        assert shown(at_desk, "broken") == shown(at_desk, "expiring") == {}

    def test_tabs_count_each_and_say_where_one_is(self, at_desk):
        held(**BROKEN)
        make_document(fetch_problem="It is no PDF.")
        tabs = pages.read(at_desk.get(f"{LIST}?show=expiring")).one("nav", class_="tabs")
        assert [tab.text for tab in tabs.all("a")] == [
            "Links that broke 1",
            "Files that expire next 1",
            "PDFs without text 0",
            "Files that could not be fetched 1",
            "Withdrawn documents 0",
        ]
        assert tabs.one("a", aria_current="page").text == "Files that expire next 1"

    def test_an_empty_list_is_calm(self, at_desk):
        assert "No link is known to be broken." in at_desk.get(LIST).text

    def test_pages_of_fifty(self, at_desk):
        review = make_review()
        for _ in range(51):
            make_document(review, fetch_problem="It is no PDF.")
        assert len(shown(at_desk, "not-fetched")) == 50
        assert len(shown(at_desk, "not-fetched&page=2")) == 1


class TestSteps:
    def test_to_the_field_of_the_edit_page(self, at_desk):
        document = make_document(**BROKEN)
        (row,) = listed(at_desk).values()
        edit = f"/desk/reviews/{document.review_id}/"
        assert f"{edit}#documents-d{document.pk}" in {link["href"] for link in row.all("a")}
        page = at_desk.get(edit)
        assert pages.read(page).one(id=f"documents-d{document.pk}")

    def test_a_link_is_tried_again_at_the_next_run(self, at_desk):
        document = make_document(**BROKEN)
        assert due.count(due.to_check(), "link_due_at") == 0
        response = at_desk.post(f"{LIST}{document.pk}/again/", {"what": "link"}, follow=True)
        assert "is tried again at the next run." in response.text
        assert due.count(due.to_check(), "link_due_at") == 1
        assert "Tried again at the next run" in shown(at_desk)[document.pk]

    def test_a_file_is_fetched_again_at_the_next_run(self, at_desk):
        later = NOW + timedelta(days=30)
        document = make_document(url="https://example.org/", fetch_problem="x", fetch_due_at=later)
        at_desk.post(f"{LIST}{document.pk}/again/", {"what": "file"})
        assert due.count(due.to_fetch(), "fetch_due_at") == 1

    def test_a_copy_is_offered_longer(self, at_desk):
        document = held()
        page = at_desk.get(f"{LIST}{document.pk}/expiry/")
        assert "Northmere partnership, by letter, 3 May 2026" in page.text
        response = at_desk.post(
            f"{LIST}{document.pk}/expiry/", {"expires_on": "3 May 2031"}, follow=True
        )
        assert "is offered until 3 May 2031." in response.text
        document.refresh_from_db()
        assert document.expires_on == date(2031, 5, 3)
        assert shown(at_desk, "expiring") == {}

    def test_not_while_the_review_is_being_corrected(self, at_desk, editor):
        """What is typed there would take its place."""
        document = held()
        now = saving.opened(document.review)
        now.typed.set("headline", "another")
        saving.save(
            review=document.review,
            typed=now.typed,
            opened_at=now.number,
            by=editor,
            vocabulary=current(),
        )
        address = f"{LIST}{document.pk}/expiry/"
        assert pages.read(at_desk.get(address)).one("main").all("form") == []
        response = at_desk.post(address, {"expires_on": "3 May 2031"})
        assert response.status_code == 409
        before = document.expires_on
        document.refresh_from_db()
        assert document.expires_on == before


class TestRights:
    def test_who_may_not_write_is_refused(self, client, manager):
        assert client.get(LIST).status_code == 302
        client.force_login(manager)
        assert client.get(LIST).status_code == 403

    def test_who_only_writes_sees_them_and_records_nothing(self, client, contributor):
        client.force_login(contributor)
        document = held(**BROKEN)
        (row,) = listed(client).values()
        assert row.all("button") == []
        assert client.post(f"{LIST}{document.pk}/again/", {"what": "link"}).status_code == 403
        address = f"{LIST}{document.pk}/expiry/"
        assert client.get(address).status_code == 403
        assert client.post(address, {"expires_on": "3 May 2031"}).status_code == 403

    def test_restoring_is_offered_to_those_who_may(self, client, editor, contributor):
        document = held()
        publishing.withdraw_document(document=document, by=editor, reason="other")
        for person, ways in ((editor, 1), (contributor, 0)):
            client.force_login(person)
            (row,) = listed(client, "withdrawn").values()
            found = [link for link in row.all("a") if link["href"].endswith("/restore/")]
            assert len(found) == ways


class TestBadInput:
    @pytest.mark.parametrize(
        "query", ["show=nothing", "page=2", "page=0", "page=x", "page=99999999"]
    )
    def test_no_such_list_or_page(self, at_desk, query):
        assert at_desk.get(f"{LIST}?{query}").status_code == 404

    def test_nothing_to_try_again(self, at_desk):
        document = make_document(**BROKEN)
        assert at_desk.post(f"{LIST}{document.pk}/again/", {"what": "all"}).status_code == 400
        assert at_desk.post(f"{LIST}999999/again/", {"what": "link"}).status_code == 404
        assert at_desk.get(f"{LIST}{document.pk}/again/").status_code == 405

    @pytest.mark.parametrize("day", ["", "2031", "yesterday", "3 May 2001", "3 May 9999"])
    def test_a_day_to_come_and_nothing_else(self, at_desk, day):
        document = held()
        before = document.expires_on
        response = at_desk.post(f"{LIST}{document.pk}/expiry/", {"expires_on": day})
        assert response.status_code == 422
        assert pages.read(response).one("div", class_="alert")
        document.refresh_from_db()
        assert document.expires_on == before

    def test_without_a_permission_nothing_is_offered(self, at_desk):
        document = make_document(permission="", permitted_on=None, fetch_due_at=None)
        assert at_desk.get(f"{LIST}{document.pk}/expiry/").status_code == 404


def test_the_same_queries_with_twice_the_rows(at_desk, django_assert_max_num_queries):
    def fill():
        for _ in range(4):
            held(**BROKEN | {"has_text": False, "fetch_problem": "It is no PDF."})

    fill()
    for show in ("broken", "expiring", "without-text", "not-fetched", "withdrawn"):
        address = f"{LIST}?show={show}"
        at_desk.get(address)
        with django_assert_max_num_queries(7) as first:
            at_desk.get(address)
        counted = len(first)
        fill()
        with django_assert_max_num_queries(counted):
            at_desk.get(address)
