"""The pages of what was read in: the list, a batch, an entry beside its source, undoing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reviews.editing import saving
from reviews.editing.batches import deciding
from reviews.editing.batches.batch_page import AT_ONCE
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch, Review
from tests import drafts, pages
from tests.batches import ACCOUNT, make_batch, proposal
from tests.submitting import make_sent_in

pytestmark = pytest.mark.django_db
LIST = """May 2023

In May 2023 two case reviews were added.

2023 – Anonymous – Child A

Death of a boy aged 3 years in March 2021.

Learning includes: ask who lives in the home; listen to what a child says.

2023 – Anonymous – Child C

Serious harm of a girl aged 10 months in June 2020.

Learning includes: share what is known; see the child alone.
"""


@pytest.fixture(autouse=True)
def terms():
    drafts.make_terms()


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def main(response):
    return pages.read(response).one("main")


def said(at_desk, response):
    """What is said of a step on the page that follows it."""
    found = main(at_desk.get(response["Location"]))
    return [one.text for one in found.all("p", class_="notice")]


class TestReadingIn:
    def test_nothing_was_read_in(self, at_desk):
        assert "Nothing has been read in yet." in main(at_desk.get("/desk/intake/")).text

    def test_a_paste(self, at_desk, editor):
        response = at_desk.post("/desk/intake/", {"text": LIST})
        batch = Batch.objects.get()
        assert response["Location"] == f"/desk/intake/{batch.pk}/"
        assert (batch.origin, batch.by, batch.month.iso) == ("pasted", editor, "2023-05")
        assert [one.read["title"] for one in batch.proposals.all()] == ["Child A", "Child C"]
        assert not Review.objects.exists()

    def test_a_file(self, at_desk):
        file = SimpleUploadedFile("may.txt", LIST.encode())
        at_desk.post("/desk/intake/", {"file": file})
        batch = Batch.objects.get()
        assert (batch.origin, batch.kind, batch.name) == ("file", "text", "may.txt")

    def test_a_month_that_is_given_counts(self, at_desk):
        at_desk.post("/desk/intake/", {"text": LIST, "month": "Nov 2022"})
        batch = Batch.objects.get()
        assert batch.month.iso == "2022-11"
        assert {one.read["added"] for one in batch.proposals.all()} == {"2022-11"}

    def test_the_same_text_is_read_in_once(self, at_desk):
        first = at_desk.post("/desk/intake/", {"text": LIST})
        again = at_desk.post("/desk/intake/", {"text": LIST})
        assert first["Location"] == again["Location"]
        assert Batch.objects.count() == 1

    def test_after_it_was_undone_it_can_be_read_anew(self, at_desk, editor):
        at_desk.post("/desk/intake/", {"text": LIST})
        deciding.undo(batch=Batch.objects.get(), number=1, by=editor)
        at_desk.post("/desk/intake/", {"text": LIST})
        assert Batch.objects.count() == 2

    @pytest.mark.parametrize(
        ("sent", "why"),
        [
            ({}, "Paste a text here, or choose a file below."),
            ({"text": " \n "}, "Paste a text here, or choose a file below."),
            ({"text": LIST, "month": "soon"}, "is not a date"),
            ({"text": LIST, "month": "2023"}, "Write a month and its year"),
            ({"file": b""}, "The file is empty."),
            ({"file": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}, "It is a picture"),
            ({"file": b"x" * (20 * 1024**2 + 1)}, "larger than 20 MB"),
            ({"file": b"x" * 3_000_000}, "longer than"),
            ({"text": LIST, "file": b"x"}, "not both"),
        ],
        ids=[
            *("nothing", "blanks", "no month", "a year", "empty", "binary", "large", "long"),
            "both",
        ],
    )
    def test_what_can_not_be_read_is_said_and_what_was_typed_stays(self, at_desk, sent, why):
        data = dict(sent)
        if "file" in data:
            data["file"] = SimpleUploadedFile("may.txt", data["file"])
        response = at_desk.post("/desk/intake/", data)
        assert response.status_code == 422
        assert why in main(response).one("div", class_="alert").text
        assert main(response).one("textarea").raw.strip() == sent.get("text", "").strip()
        assert not Batch.objects.exists()

    def test_a_file_larger_than_the_site_takes(self, at_desk, settings):
        settings.DOCUMENT_MEGABYTES = 1
        file = SimpleUploadedFile("may.txt", b"x " * 600_000)
        response = at_desk.post("/desk/intake/", {"file": file})
        assert "larger than this site takes" in main(response).one("div", class_="alert").text

    def test_a_text_without_any_entry_is_kept_and_says_so(self, at_desk):
        response = at_desk.post("/desk/intake/", {"text": "Dear all, nothing this month."})
        page = main(at_desk.get(response["Location"]))
        assert "No review was found in this text." in page.text
        assert "Dear all, nothing this month." in page.text

    def test_the_list_says_how_each_stands(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B", "Child C")
        deciding.skip(proposal=proposal(batch, 2), by=editor)
        line = main(at_desk.get("/desk/intake/")).one("ul", class_="waiting").text
        assert "May list" in line
        assert "2 waiting, 0 accepted, 1 skipped" in line
        assert "R. Okafor" in line


class TestABatch:
    def test_what_the_text_says_and_what_was_found(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B", declared=2)
        text = main(at_desk.get(f"/desk/intake/{batch.pk}/")).text
        assert "The text says 2 reviews; 2 were found." in text
        assert "These differ." not in text

    def test_another_count(self, at_desk, editor):
        batch = make_batch(editor, "Child A", declared=3)
        text = main(at_desk.get(f"/desk/intake/{batch.pk}/")).text
        assert "The text says 3 reviews; 1 was found." in text
        assert "These differ." in text

    def test_what_is_to_be_looked_at_comes_first(self, at_desk, editor):
        batch = make_batch(
            editor,
            {"title": "Child A", "summary": "One."},
            {"title": "Child B", "summary": "Two.", "warnings": [("outcome", "Look.")]},
            {"title": "Child C", "summary": "Three.", "incomplete": True},
        )
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/"))
        found = {
            part.one("h2").text: [one.text for one in part.all("h3")]
            for part in page.all("section", class_="part")
        }
        assert found == {
            "To look at 2": ["Child B", "Child C"],
            "Without a warning 1": ["Child A"],
        }
        assert "1 to look at: Outcome." in page.text
        assert "The entry stops in the middle." in page.text

    def test_what_was_not_understood_with_its_place(self, at_desk, editor):
        batch = make_batch(editor)
        left = {"start": batch.text.index("Learning"), "end": 200, "text": "Learning", "why": "odd"}
        Batch.objects.filter(pk=batch.pk).update(rest={"not_understood": [left], "warnings": []})
        text = main(at_desk.get(f"/desk/intake/{batch.pk}/")).text
        assert "Not understood 1" in text
        assert "Line 5LearningOdd" in text

    def test_accepting_all_that_is_clear(self, at_desk, editor):
        batch = make_batch(
            editor,
            {"title": "Child A", "summary": "One."},
            {"title": "Child B", "summary": "Two.", "warnings": [("outcome", "Look.")]},
            {"title": "Child C", "summary": "Three.", "incomplete": True},
            {"title": "Child D"},
            {"title": "Child E"},
        )
        response = at_desk.post(f"/desk/intake/{batch.pk}/")
        assert [one.title for one in Review.objects.all()] == ["Child A"]
        assert said(at_desk, response) == ["1 entry is a draft now."]

    def test_of_very_many_the_first_are_accepted(self, at_desk, editor):
        many = [{"title": f"Child {n}", "summary": f"{n}."} for n in range(AT_ONCE + 2)]
        batch = make_batch(editor, *many)
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/"))
        assert f"Accept the first {AT_ONCE} of these" in page.text
        response = at_desk.post(f"/desk/intake/{batch.pk}/")
        assert Review.objects.count() == AT_ONCE
        assert "2 more have no warning." in said(at_desk, response)[0]

    def test_nothing_of_an_undone_batch_is_accepted(self, at_desk, editor):
        batch = make_batch(editor)
        deciding.undo(batch=batch, number=1, by=editor)
        at_desk.post(f"/desk/intake/{batch.pk}/")
        assert not Review.objects.exists()

    def test_the_same_queries_for_five_hundred(self, at_desk, editor, django_assert_num_queries):
        few = make_batch(editor, *[{"title": f"Child {n}", "summary": ""} for n in range(3)])
        many = make_batch(editor, *[{"title": f"Child {n}", "summary": ""} for n in range(500)])
        at_desk.get(f"/desk/intake/{few.pk}/")  # the vocabularies are kept from then on
        with django_assert_num_queries(QUERIES):
            at_desk.get(f"/desk/intake/{few.pk}/")
        with django_assert_num_queries(QUERIES):
            response = at_desk.get(f"/desk/intake/{many.pk}/")
        assert len(main(response).all("h3")) == 100
        assert "Page 5" in str(main(response).one("nav", class_="pager").all("a")[-2]["aria-label"])

    @pytest.mark.parametrize("page", ["0", "7", "x", "9" * 40])
    def test_a_page_that_is_none_is_the_nearest(self, at_desk, editor, page):
        batch = make_batch(editor)
        assert at_desk.get(f"/desk/intake/{batch.pk}/?page={page}").status_code == 200


QUERIES = 9  # session, user, rights (2), version, batch, entries, and two for doubles


class TestAnEntry:
    def test_each_field_leads_to_what_it_was_read_from(self, at_desk, editor):
        batch = make_batch(editor)
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/1/"))
        links = [a["href"] for a in page.all("a") if (a.get("href") or "").startswith("#source-")]
        ids = {mark.get("id") for mark in page.all("mark")}
        assert {f"#{one}" for one in ids if one} == set(links)
        assert page.one("mark", id="source-summary").text == ACCOUNT
        assert page.one("mark", id="source-children-1").text == "was four"

    def test_the_source_is_shown_as_it_is(self, at_desk, editor):
        batch = make_batch(editor, "<b>Child</b> & co")
        shown = main(at_desk.get(f"/desk/intake/{batch.pk}/1/")).one("div", class_="source-text")
        assert shown.raw == batch.text

    def test_how_sure_is_said_in_words(self, at_desk, editor):
        page = main(at_desk.get(f"/desk/intake/{make_batch(editor).pk}/1/"))
        assert page.one(id="field-title").text.endswith("sure")
        assert page.one(id="field-themes").text.endswith("fairly sure")
        assert page.one(id="field-children").text.endswith("look at this")

    def test_warnings_first_and_beside_their_fields(self, at_desk, editor):
        warnings = [("outcome", "It may be another."), ("", "The entry is short.")]
        batch = make_batch(editor, {"warnings": warnings})
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/1/"))
        alert = page.one("section", class_="look")
        assert alert.text == "To look atThe entry is short.Outcome: It may be another."
        assert "It may be another." in page.one(id="field-outcome").text

    @pytest.mark.parametrize("code", ["incomplete", "other"])
    def test_that_the_text_stops_is_said_once(self, at_desk, editor, code):
        batch = make_batch(editor, {"incomplete": True, "warnings": [("learning", "It stops.")]})
        held = proposal(batch)
        held.read["warnings"][0]["code"] = code
        held.save()
        alert = main(at_desk.get(f"/desk/intake/{batch.pk}/1/")).one("section", class_="look")
        assert len(alert.all("li")) == (1 if code == "incomplete" else 2)

    def test_what_was_not_found_says_so(self, at_desk, editor):
        batch = make_batch(editor, {"title": "", "children": [], "learning": [], "fields": {}})
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/1/"))
        assert page.one("h1").text == "Without a title"
        for name in ("title", "children", "learning"):
            assert page.one(id=f"field-{name}").text.endswith("Not found")

    def test_what_it_may_be(self, at_desk, editor):
        drafts.begin(editor, title="Child Z", summary=ACCOUNT)
        batch = make_batch(editor)
        alert = main(at_desk.get(f"/desk/intake/{batch.pk}/1/")).one("section", class_="look")
        assert "This may be CR-2023-0001 Child Z: the account is very like." in alert.text

    def test_an_entry_that_is_not_there(self, at_desk, editor):
        assert at_desk.get(f"/desk/intake/{make_batch(editor).pk}/2/").status_code == 404

    def test_the_same_queries_however_much_is_in_it(
        self, at_desk, editor, django_assert_max_num_queries
    ):
        small = make_batch(editor)
        points = [{"text": f"Point {n}.", "themes": ["neglect"], "agencies": []} for n in range(40)]
        large = make_batch(editor, {"learning": points}, *["Child X"] * 20)
        at_desk.get(f"/desk/intake/{small.pk}/1/")  # the vocabularies are kept from then on
        with django_assert_max_num_queries(14) as first:
            at_desk.get(f"/desk/intake/{small.pk}/1/")
        with django_assert_max_num_queries(len(first)):
            at_desk.get(f"/desk/intake/{large.pk}/1/")


class TestDeciding:
    def test_accepting_leads_to_the_next_that_waits(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B", "Child C")
        deciding.skip(proposal=proposal(batch, 2), by=editor)
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        assert response["Location"] == f"/desk/intake/{batch.pk}/3/"
        assert said(at_desk, response) == ["Entry 1, Child A, is the draft CR-2023-0001 now."]

    def test_the_last_leads_back_to_those_before(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B")
        response = at_desk.post(f"/desk/intake/{batch.pk}/2/skip/")
        assert response["Location"] == f"/desk/intake/{batch.pk}/1/"
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/skip/")
        assert response["Location"] == f"/desk/intake/{batch.pk}/"

    def test_changing_opens_the_draft_beside_its_source(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B")
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/accept/", {"do": "change"})
        review = Review.objects.get()
        assert response["Location"] == f"/desk/reviews/{review.pk}/"
        source = main(at_desk.get(response["Location"])).one("div", class_="source")
        links = [(a["href"], a.text) for a in source.all("a")]
        assert links[0] == (f"/desk/intake/{batch.pk}/1/", "May list, entry 1")
        assert links[1][0] == f"/desk/intake/{batch.pk}/2/"
        assert source.one("mark", id="source-title").text == "Child A"

    def test_a_form_that_is_sent_twice(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B")
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        assert Review.objects.count() == 1
        assert response["Location"] == f"/desk/intake/{batch.pk}/1/"

    def test_who_was_quicker_is_named(self, at_desk, editor, contributor):
        batch = make_batch(editor)
        deciding.accept(proposal=proposal(batch), by=contributor, vocabulary=vocabulary())
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/skip/")
        (words,) = said(at_desk, response)
        assert words.startswith("Nothing more was done: entry 1: Accepted by C. Vaughan, today at")

    def test_a_skip_is_taken_back(self, at_desk, editor):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/1/skip/")
        page = main(at_desk.get(f"/desk/intake/{batch.pk}/1/"))
        assert "Take the skip back" in page.text
        at_desk.post(f"/desk/intake/{batch.pk}/1/take-back/")
        assert proposal(batch).state == "waiting"

    def test_of_an_undone_text_nothing_is_done(self, at_desk, editor):
        batch = make_batch(editor)
        deciding.undo(batch=batch, number=1, by=editor)
        response = at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        assert "Nothing was done: the text was undone as a whole." in said(at_desk, response)
        assert not Review.objects.exists()

    def test_a_published_draft_shows_no_source(self, at_desk, editor):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        review = drafts.release(Review.objects.get(), editor)
        assert not main(at_desk.get(f"/desk/reviews/{review.pk}/")).all("div", class_="source")


class TestUndoing:
    def test_the_page_says_what_goes(self, at_desk, editor):
        batch = make_batch(editor, "Child A", "Child B")
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        text = main(at_desk.get(f"/desk/intake/{batch.pk}/undo/")).text
        assert "1 draft made from it goes" in text
        assert "CR-2023-0001 Child A" in text

    def test_it_goes(self, at_desk, editor):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        response = at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": 2})
        assert "“May list” is undone. 1 draft is gone." in said(at_desk, response)
        assert not Review.objects.exists()
        at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"resume": "yes"})
        assert Batch.objects.get().undone_at is None

    @pytest.mark.parametrize("number", ["", "1", "x", "9" * 30])
    def test_a_page_of_before_does_nothing(self, at_desk, editor, number):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        response = at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": number})
        assert response.status_code == 409
        assert "Something was decided since you opened this page" in main(response).text
        assert Review.objects.exists()

    def test_what_is_changed_stays_only_if_that_is_said(self, at_desk, editor, contributor):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/1/accept/")
        drafts.write(Review.objects.get(), contributor, headline="A boy")
        response = at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": 2})
        assert response.status_code == 409
        assert "C. Vaughan has changed it since" in main(response).text
        at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": 2, "keep": "yes"})
        assert Review.objects.exists()
        assert Batch.objects.get().undone_at

    def test_twice_is_once(self, at_desk, editor):
        batch = make_batch(editor)
        at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": 1})
        assert at_desk.post(f"/desk/intake/{batch.pk}/undo/", {"number": 2}).status_code == 302


def test_the_desks_first_page_says_what_waits(at_desk, editor):
    make_batch(editor, "Child A", "Child B")
    done = make_batch(editor, name="April list")
    deciding.skip(proposal=proposal(done), by=editor)
    section = main(at_desk.get("/desk/")).one("section", aria_labelledby="s-read-in")
    assert "Read in and waiting 1" in section.text
    assert "2 of 2 wait" in section.text
    assert "April list" not in section.text


class TestWhatAPartnershipSentIn:
    def test_leads_to_who_sent_it(self, at_desk, storage):
        sent = make_sent_in()
        page = main(at_desk.get(f"/desk/intake/{sent.batch_id}/"))
        assert f"/desk/intake/sent-in/{sent.pk}/" in [link["href"] for link in page.all("a")]
        assert "The text says" not in page.text

    def test_its_file_becomes_the_drafts(self, at_desk, storage):
        sent = make_sent_in(file=True, may_host=True, permitted_by="Jo Example, chair")
        at_desk.post(f"/desk/intake/{sent.batch_id}/1/accept/")
        review = Review.objects.get()
        typed = saving.opened(review).typed
        assert "Jo Example, chair" in typed.get("documents-n1-permission")
        assert typed.get("documents-n1-upload") == str(review.uploads.get().pk)

    def test_it_goes_with_the_text(self, at_desk, storage):
        sent = make_sent_in(file=True, may_host=True, permitted_by="Jo Example, chair")
        at_desk.post(f"/desk/intake/{sent.batch_id}/1/accept/")
        at_desk.post(f"/desk/intake/{sent.batch_id}/undo/", {"number": 2})
        assert not Review.objects.exists()
        assert sent.report.file.storage.exists(sent.report.file.name)
