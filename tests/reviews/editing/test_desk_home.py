"""The desk's first page: what waits for somebody, five of each."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from reviews.dates import PartialDate
from reviews.editing import releasing, saving
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Document, Outcome, ReviewType, WorkingCopy
from tests import pages
from tests.factories import make_document, make_review, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms():
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def correct(review, by, **changes):
    found = saving.opened(review)
    for name, text in changes.items():
        found.typed.set(name, text)
    saving.save(
        review=review, typed=found.typed, opened_at=found.number, by=by, vocabulary=current()
    )


def sections(response):
    """What waits: {the title with its number: the lines}."""
    parts = pages.read(response).one("main").all("section", class_="part")
    return {part.one("h2").text: [line.text for line in part.all("li")] for part in parts}


def test_who_may_not_write_is_refused(client, manager):
    assert client.get("/desk/").status_code == 302
    client.force_login(manager)
    assert client.get("/desk/").status_code == 403


def test_nothing_waits(at_desk):
    make_review()
    response = at_desk.get("/desk/")
    assert sections(response) == {}
    assert "Nothing waits for you." in pages.read(response).one("main").text


def test_nobody_on_the_way_keeps_it(at_desk):
    response = at_desk.get("/desk/")
    assert response["Cache-Control"] == "no-store"


def test_drafts_of_mine_and_of_others(at_desk, editor, contributor):
    saving.begin(by=editor, title="Mine")
    saving.begin(by=contributor, title="Theirs")
    changed = saving.begin(by=contributor, title="Begun by them")
    correct(changed, editor, summary="What happened.")
    found = sections(at_desk.get("/desk/"))
    assert len(found["Your drafts 2"]) == 2
    assert "Begun by them" in found["Your drafts 2"][0]
    assert "by R. Okafor" in found["Your drafts 2"][0]
    assert len(found["Drafts of others 1"]) == 1
    assert "Theirs" in found["Drafts of others 1"][0]


def test_a_draft_without_a_working_copy_is_there(at_desk):
    make_review(state="draft", title="Loaded as a draft")
    assert "Not checked yet" in sections(at_desk.get("/desk/"))["Drafts of others 1"][0]


def test_what_is_offered_waits_for_somebody_and_is_no_draft_in_work(at_desk, contributor):
    review = saving.begin(by=contributor, title="Child A")
    releasing.COPIES.offer(review, by=contributor)
    response = at_desk.get("/desk/")
    found = sections(response)
    assert list(found)[0] == "Offered for publication 1"
    assert "by C. Vaughan" in found["Offered for publication 1"][0]
    assert not any("rafts" in title for title in found)
    links = [link["href"] for link in pages.read(response).one("main").all("a")]
    assert f"/desk/reviews/{review.pk}/publish/" in links


def test_what_is_scheduled_says_what_went_wrong(at_desk, editor):
    review = saving.begin(by=editor, title="Child A")
    copies = WorkingCopy.objects.filter(review=review)
    copies.update(
        publish_on=date(2026, 12, 3), scheduled_by=editor, schedule_problem="It has no title."
    )
    (line,) = sections(at_desk.get("/desk/"))["Scheduled 1"]
    assert "To be published on 3 December 2026" in line
    assert "It has no title." in line


def test_corrections_under_way(at_desk, editor):
    correct(make_review(title="Child B"), editor, headline="another")
    make_review(title="Nobody works on it")
    found = sections(at_desk.get("/desk/"))
    (line,) = found["Corrections under way 1"]
    assert "Child B" in line


def test_records_with_warnings_say_which(at_desk, editor):
    review = saving.begin(by=editor, title="Child A")
    WorkingCopy.objects.filter(review=review).update(
        findings=["mistake", "nhs-number", "no-harm"], is_blocked=True
    )
    (line,) = sections(at_desk.get("/desk/"))["Records with warnings 1"]
    assert "Something can’t be read, NHS number, No harm" in line
    assert "some of which stop it" in line


def test_five_of_each_and_a_way_to_all(at_desk, editor):
    for number in range(7):
        saving.begin(by=editor, title=f"Child {number}")
    response = at_desk.get("/desk/")
    assert len(sections(response)["Your drafts 7"]) == 5
    part = pages.read(response).one("section", aria_labelledby="s-mine")
    (way,) = [link for link in part.all("a") if "All your drafts" in link.text]
    listed = at_desk.get(way["href"])
    assert pages.total(listed) == 7


def test_documents_that_wait(at_desk):
    now = timezone.now()
    failing = {"link_failures": 3, "link_failing_since": now - timedelta(days=8)}
    make_document(
        label="Broken", url="https://a.example/", link_checked_at=now, link_problem="404", **failing
    )
    make_document(
        label="Not yet",
        url="https://b.example/",
        link_failures=2,
        link_failing_since=now - timedelta(days=8),
        link_checked_at=now,
    )
    make_document(label="Not fetched", fetch_problem="It is no PDF.")
    held(label="Expiring", expires_on=timezone.localdate() + timedelta(days=90))
    held(label="Later", expires_on=timezone.localdate() + timedelta(days=91), has_text=False)
    found = sections(at_desk.get("/desk/"))
    assert {title: len(lines) for title, lines in found.items()} == {
        "Links that broke 1": 1,
        "Files that expire next 1": 1,
        "PDFs without text 1": 1,
        "Files that could not be fetched 1": 1,
    }
    assert "404" in found["Links that broke 1"][0]
    assert "90 days more" in found["Files that expire next 1"][0]


def held(**values):
    file = {"file": "hosted/a.pdf", "sha256": "a" * 64, "pages": 3, "fetched_at": timezone.now()}
    return make_document(**file | {"has_text": True} | values)


def test_this_month_beside_the_last(at_desk, editor):
    today = timezone.localdate()
    this = PartialDate.from_month(today.year, today.month)
    last_day = today.replace(day=1) - timedelta(days=1)
    last = PartialDate.from_month(last_day.year, last_day.month)
    saving.begin(by=editor, added=this)
    make_review(added=this.iso)
    make_review(added=last.iso)
    make_review(added=last.iso)
    make_review(added="2019-01")
    rows = pages.read(at_desk.get("/desk/")).one("table", class_="months").one("tbody").all("tr")
    read = [[cell.text.split()[0] for cell in row.all("td")] for row in rows]
    assert read == [["1", "1"], ["0", "2"]]
    (way,) = rows[1].all("a")
    assert pages.total(at_desk.get(way["href"])) == 2


def test_the_same_queries_however_much_waits(at_desk, editor, django_assert_max_num_queries):
    def fill():
        for number in range(3):
            saving.begin(by=editor, title=f"Child {number}")
            correct(make_review(), editor, headline="another")
            make_document(fetch_problem="It is no PDF.")

    fill()
    at_desk.get("/desk/")
    with django_assert_max_num_queries(21) as first:
        at_desk.get("/desk/")
    counted = len(first)
    fill()
    with django_assert_max_num_queries(counted):
        at_desk.get("/desk/")
    assert Document.objects.count() == 6
