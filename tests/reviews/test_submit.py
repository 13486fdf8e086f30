"""/submit/: a partnership sends in its review and confirms it; then it waits for the editors."""

import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from reviews.models import Batch, Proposal, Review, ReviewType, Submission, SubmittedFile
from reviews.submissions import letters, traps
from tests.factories import make_term
from tests.submitting import ADDRESS, EMAIL, PARTNERSHIP, SENT, a_pdf, filled, link_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready(storage):
    """Nothing tried yet, an empty storage, and a kind of review to choose."""
    cache.clear()
    make_term(ReviewType, "local-child-safeguarding-practice-review")


@pytest.fixture
def send(client, letterbox, django_capture_on_commit_callbacks):
    """Send the form; what happens after the commit happens."""

    def sent(by=client, **changes):
        with django_capture_on_commit_callbacks(execute=True):
            return by.post(ADDRESS, filled(**changes))

    return sent


@pytest.fixture
def confirmed(send, client, letterbox):
    """Send the form and follow the link; what came of it."""

    def done(**changes):
        assert send(**changes).status_code == 302
        client.post(link_in(letterbox.take()[2]))
        return Submission.objects.latest("pk")

    return done


def page_of(response):
    return response.content.decode()


class TestWorks:
    def test_the_form_is_there_for_everybody_and_sets_no_cookie(self, client):
        response = client.get(ADDRESS)
        assert response.status_code == 200
        assert not response.cookies
        assert response["X-Robots-Tag"] == "noindex"
        assert "no-store" in response["Cache-Control"]
        assert "Write no real names" in page_of(response)

    def test_the_form_is_linked_from_every_page(self, client):
        assert f'<a href="{ADDRESS}">Send in a review</a>' in page_of(client.get("/about/"))

    def test_what_is_sent_waits_until_it_is_confirmed(self, send, letterbox):
        response = send()
        assert (response.status_code, response["Location"]) == (302, SENT)
        recipient, subject, text = letterbox.take()
        assert recipient == EMAIL
        assert "please confirm" in subject
        assert Submission.objects.get().confirmed_at is None
        assert not Batch.objects.exists()

    def test_the_mail_holds_nothing_that_was_typed(self, send, letterbox):
        """Its reader may be anybody: nobody’s words are sent on to strangers."""
        send(title="Buy pills", contact_name="Buy pills", partnership="Buy pills")
        _, subject, text = letterbox.take()
        assert "Buy" not in subject + text

    def test_following_the_link_asks_first(self, send, client, letterbox):
        send()
        link = link_in(letterbox.take()[2])
        response = client.get(link)
        assert "Yes, send it to the editors" in page_of(response)
        assert not Batch.objects.exists()
        assert client.head(link).status_code == 200
        assert not Batch.objects.exists()

    def test_confirmed_it_is_a_batch_of_one_proposal(self, send, client, letterbox):
        send()
        link = link_in(letterbox.take()[2])
        assert client.post(link).status_code == 302
        batch = Submission.objects.get().batch
        assert (batch.origin, batch.by) == ("submission", None)
        assert batch.proposals.get().state == "waiting"
        assert "Thank you" in page_of(client.get(link))
        assert not Review.objects.exists()

    def test_a_second_confirmation_changes_nothing(self, send, client, letterbox):
        send()
        link = link_in(letterbox.take()[2])
        client.post(link)
        assert client.post(link).status_code == 302
        assert Proposal.objects.count() == 1

    def test_sent_twice_it_is_here_once(self, send, letterbox):
        stamp = traps.stamp(time.time() - 60)
        send(stamp=stamp)
        assert send(stamp=stamp)["Location"] == SENT
        assert Submission.objects.count() == 1
        letterbox.take()  # and one mail

    def test_put_right_and_sent_again_it_is_another(self, send, letterbox):
        stamp = traps.stamp(time.time() - 60)
        send(stamp=stamp, email="wrong@northmere.example")
        send(stamp=stamp)
        assert [to for [to] in letterbox.recipients] == ["wrong@northmere.example", EMAIL]

    def test_the_words_that_were_agreed_to_are_kept(self, confirmed):
        kept = confirmed()
        assert "90 days" in kept.consent
        assert kept.consent_version

    def test_a_page_says_what_to_do_next(self, client):
        assert "Look in your mail" in page_of(client.get(SENT))


class TestProposal:
    def read(self, submission):
        return submission.batch.proposals.get().read

    def test_it_says_what_the_form_said(self, confirmed):
        read = self.read(confirmed())
        assert read["title"] == "Child B"
        assert read["partnership"] == PARTNERSHIP
        assert read["published"] == "2026-03"
        assert read["type"] == "local-child-safeguarding-practice-review"
        assert [child["age"] for child in read["children"]] == ["P4Y", "P11M"]
        assert [point["text"] for point in read["learning"]] == [
            "Ask who lives here.",
            "Write down what a child shows you.",
        ]
        assert [point["text"] for point in read["recommendations"]] == [
            "Agree who visits",
            "say how it will be known.",
        ]
        assert read["documents"][0]["url"] == "https://northmere.example/child-b"
        assert "permission" not in read["documents"][0]

    def test_every_field_says_where_it_stands(self, confirmed):
        submission = confirmed()
        read, text = self.read(submission), submission.batch.text
        for name in ("title", "summary", "partnership"):
            place = read["fields"][name]
            assert text[place["start"] : place["end"]] == read[name]
        for name in ("learning", "recommendations"):
            places = read["fields"][name]["items"]
            found = [text[place["start"] : place["end"]] for place in places]
            assert found == [point["text"] for point in read[name]]
        ages = [
            text[place["start"] : place["end"]] for place in read["fields"]["children"]["items"]
        ]
        assert ages == ["4 years", "11 months"] == [one["age_text"] for one in read["children"]]

    def test_what_is_not_given_is_empty_and_said(self, confirmed):
        given = {"type": "", "published": "", "ages": "", "link": "", "recommendations": ""}
        read = self.read(confirmed(**given))
        assert {warning["field"] for warning in read["warnings"]} == {
            *("type", "published", "children", "documents", "outcome")
        }
        assert (read["type"], read["published"], read["children"]) == (None, None, [])

    def test_an_age_that_can_not_be_read_is_kept_as_written_with_a_warning(self, confirmed):
        read = self.read(confirmed(ages="reception age; 3"))
        assert [(one["age"], one["age_text"]) for one in read["children"]] == [
            (None, "reception age"),
            ("P3Y", "3"),
        ]
        assert "“reception age”" in str(read["warnings"])

    @pytest.mark.parametrize(
        ("typed", "ages"),
        [
            ("between 3 and 7", ["P3Y/P7Y"]),
            ("4, 6 and 11 months", ["P4Y", "P6Y", "P11M"]),
            ("4 years and 8 months", ["P4Y8M"]),
            ("unborn", ["unborn"]),
        ],
    )
    def test_ages(self, confirmed, typed, ages):
        read = self.read(confirmed(ages=typed))
        assert [one["age"] for one in read["children"]] == ages

    def test_who_asks_not_to_be_named_is_named_with_the_contact_alone(self, confirmed):
        submission = confirmed(anonymous="on", may_host="yes", permitted_by=PARTNERSHIP)
        batch = submission.batch
        read = self.read(submission)
        assert (read["anonymous"], read["partnership"], read["nation"]) == (True, None, None)
        kept = batch.name + batch.text + str(read)
        assert PARTNERSHIP not in kept
        assert "northmere.example" not in kept
        assert submission.partnership == PARTNERSHIP

    def test_a_permission_says_who_gave_it_and_when(self, confirmed):
        submission = confirmed(may_host="yes", permitted_by="Independent scrutineer")
        document = self.read(submission)["documents"][0]
        assert document["permission"].startswith(f"Independent scrutineer, {PARTNERSHIP}")
        assert document["permitted_on"] == timezone.localdate().isoformat()

    def test_contact_data_is_nowhere_in_it(self, confirmed):
        submission = confirmed()
        text = submission.batch.text + str(self.read(submission))
        for name in ("Jo Example", EMAIL, "01632 960001"):
            assert name not in text


class TestWhoMayNot:
    def test_where_it_is_switched_off_there_is_nothing(self, client, settings):
        from dataclasses import replace

        settings.SITE = replace(settings.SITE, takes_submissions=False)
        link = "/submit/confirm/x/"
        assert {client.get(page).status_code for page in (ADDRESS, SENT, link)} == {404}
        assert client.post(ADDRESS, filled()).status_code == 404
        assert not Submission.objects.exists()
        assert ADDRESS not in page_of(client.get("/privacy/")) + page_of(client.get("/about/"))

    @pytest.mark.parametrize("token", ["x", "%00", "eyJhIjoxfQ:abc", "a" * 3000])
    def test_a_link_that_is_none(self, client, token):
        assert client.get(f"/submit/confirm/{token}/").status_code in {400, 410}

    def test_a_link_that_was_changed(self, send, client, letterbox):
        send()
        link = link_in(letterbox.take()[2])
        forged = f"{link[:-8]}AAAAAAA/"
        assert client.get(forged).status_code == 410
        client.post(forged)
        assert not Batch.objects.exists()

    def test_a_link_of_another_submission_that_has_its_number(self, send, letterbox, client):
        """A number that is given again after a removal does not take the old link."""
        send()
        link = link_in(letterbox.take()[2])
        Submission.objects.update(digest="f" * 64)
        assert client.get(link).status_code == 410

    def test_a_link_that_is_too_old(self, send, client, letterbox):
        send()
        link = link_in(letterbox.take()[2])
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=7, minutes=1))
        assert client.get(link).status_code == 410
        client.post(link)
        assert not Batch.objects.exists()

    def test_a_link_on_its_last_day(self, send, client, letterbox):
        send()
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=6, hours=23))
        assert client.get(link_in(letterbox.take()[2])).status_code == 200


class TestBadInput:
    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"partnership": ""}, "Write the name of your partnership."),
            ({"nation": ""}, "Choose where it works."),
            ({"nation": "atlantis"}, "Select a valid choice"),
            ({"title": " "}, "Write what the review calls the child"),
            ({"title": "x" * 201}, "at most 200 characters"),
            ({"type": "no-such-type"}, "Select a valid choice"),
            ({"published": "last spring or so, perhaps"}, "is not a date"),
            ({"published": f"{timezone.localdate().year + 1}"}, "This is yet to come."),
            ({"summary": ""}, "Write in a few sentences what happened."),
            ({"learning": "\n-  \n"}, "Write at least one learning point."),
            ({"learning": "a\n" * 301}, "There are 301; at most 300 fit."),
            ({"learning": "x" * 10_001}, "more than 10,000 characters"),
            ({"link": "ftp://x.example/a"}, "begins with https://"),
            ({"link": "javascript:alert(1)"}, "Enter a valid URL"),
            ({"may_host": ""}, "Choose yes or no."),
            ({"may_host": "yes"}, "Say who gives the permission"),
            ({"email": "nobody"}, "Enter a valid email address"),
            ({"email": "a@b.example\nBcc: c@d.example"}, "Enter a valid email address"),
            ({"agreed": ""}, "Tick this if you agree to it."),
            ({"title": "a\x00b"}, "Null characters are not allowed"),
        ],
    )
    def test_is_refused_with_a_reason(self, send, changes, said):
        response = send(**changes)
        assert response.status_code == 422
        assert said in page_of(response)
        assert "There is a problem" in page_of(response)
        assert not Submission.objects.exists()

    def test_nothing_typed_is_lost(self, send):
        page = page_of(send(email="", summary="<b>What</b> happened", phone="123", anonymous="on"))
        assert "&lt;b&gt;What&lt;/b&gt; happened" in page
        for value in (PARTNERSHIP, "Child B", "March 2026", "Ask who lives here.", "Jo Example"):
            assert value in page
        assert 'value="england" selected' in page
        assert page.count(" checked") == 3  # not named, no copy, agreed

    def test_signs_that_can_not_be_seen_are_left_out(self, send, letterbox):
        send(title="Child\u202e B\x07", summary="One\r\ntwo")
        given = Submission.objects.get().given
        assert (given["title"], given["summary"]) == ("Child B", "One\ntwo")

    def test_an_address_without_its_beginning_is_completed(self, send):
        send(link="northmere.example/child-b")
        assert Submission.objects.get().given["link"] == "https://northmere.example/child-b"

    def test_a_semicolon_inside_one_of_several_lines_divides_nothing(self, confirmed):
        read = confirmed(learning="Ask; then listen.\nWrite it down.").batch.proposals.get().read
        assert [one["text"] for one in read["learning"]] == ["Ask; then listen.", "Write it down."]

    def test_an_empty_form(self, client):
        assert client.post(ADDRESS, {}).status_code == 422


class TestTraps:
    """Each time the same page says the same: who is a person sends the form once more."""

    CAUGHT = {
        "filled in": {"homepage": "https://pills.example"},
        "too fast": {"opened": 1},
        "too old": {"opened": 25 * 3600},
        "no stamp": {"stamp": None},
        "stamp of our own": {"stamp": "eyJhdCI6MX0:1abc:xyz"},
    }

    @pytest.mark.parametrize("changes", CAUGHT.values(), ids=CAUGHT)
    def test_is_asked_again_and_keeps_what_was_typed(self, send, changes):
        response = send(**changes)
        assert response.status_code == 422
        assert "The form was not taken in yet." in page_of(response)
        assert "Ask who lives here." in page_of(response)
        assert "pills" not in page_of(response)
        assert not Submission.objects.exists()

    def test_a_page_of_somebody_else_can_not_send_it(self, client):
        response = client.post(ADDRESS, filled(), headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 422
        assert client.post(
            ADDRESS, filled(), headers={"Sec-Fetch-Site": "same-origin"}
        ).status_code in {302}

    def test_no_answer_tells_which_it_was(self, send):
        import re

        pages = {
            re.sub(r'name="(stamp|held)" value="[^"]*"', "", page_of(send(**changes)))
            for changes in self.CAUGHT.values()
        }
        assert len(pages) == 1

    def test_the_second_time_it_is_taken(self, send):
        """With what the page that came back holds, a moment later."""
        form = send(opened=25 * 3600).context["form"]
        later = traps.stamp(time.time() - 4)
        assert traps.nonce({"stamp": form["stamp"].value()})
        assert send(stamp=later).status_code == 302

    def test_a_form_that_was_open_all_day_is_taken(self, send):
        assert send(opened=23 * 3600).status_code == 302

    def test_people_do_not_meet_the_trap(self, client):
        page = page_of(client.get(ADDRESS))
        assert (
            '<div class="hide" aria-hidden="true"><label for="id_homepage">Leave this empty' in page
        )
        assert 'tabindex="-1"' in page.partition('name="homepage"')[2].partition(">")[0]


class TestLimits:
    def test_so_many_from_one_place(self, send):
        for number in range(30):
            send(email="", title=f"Child {number}")
        response = send()
        assert response.status_code == 429
        assert "Too much was sent in a short time" in page_of(response)
        assert "Ask who lives here." in page_of(response)
        elsewhere = Client(REMOTE_ADDR="198.51.100.7")
        assert send(by=elsewhere).status_code == 302

    def test_behind_a_proxy_the_place_is_the_reader(self, send, settings, client):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for _ in range(30):
            client.post(ADDRESS, {}, headers={"X-Forwarded-For": "198.51.100.7"})
        to = {"X-Forwarded-For": "198.51.100.7"}
        assert client.post(ADDRESS, filled(), headers=to).status_code == 429
        to = {"X-Forwarded-For": "198.51.100.8"}
        assert client.post(ADDRESS, filled(), headers=to).status_code == 302

    def test_so_many_unconfirmed_for_one_address(self, send):
        for number in range(3):
            assert send(title=f"Child {number}").status_code == 302
        response = send(email=EMAIL.upper())
        assert response.status_code == 429
        assert "follow its link first" in page_of(response)
        assert send(email="other@northmere.example").status_code == 302

    def test_so_many_for_one_address_though_they_are_confirmed(self, confirmed, send):
        for number in range(5):
            confirmed(title=f"Child {number}")
        assert send().status_code == 429

    def test_a_file_of_who_sent_too_often_is_not_kept(self, send):
        for _ in range(30):
            send(email="")
        assert send(file=a_pdf()).status_code == 429
        assert not SubmittedFile.objects.exists()


class TestFile:
    def test_it_comes_with_the_submission(self, confirmed):
        submission = confirmed(file=a_pdf())
        assert (submission.report.name, submission.report.pages) == ("report.pdf", 2)
        assert default_storage.exists(submission.report.file.name)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "The file is empty."),
            (b"PK\x03\x04 word", "was not added."),
            (b"%PDF-1.4 broken", "was not added."),
            (b"<html>", "was not added."),
        ],
    )
    def test_one_that_is_no_pdf_is_refused(self, send, content, said):
        response = send(file=SimpleUploadedFile("report.pdf", content))
        assert response.status_code == 422
        assert said in page_of(response)
        assert not SubmittedFile.objects.exists()

    def test_one_that_is_too_large_is_refused(self, send, settings):
        settings.DOCUMENT_MEGABYTES = 1
        large = SimpleUploadedFile("report.pdf", b"%PDF-" + b"x" * 2 * 1024**2)
        response = send(file=large)
        assert "It has 2 MB; at most 1 MB can be added." in page_of(response)
        assert "Ask who lives here." in page_of(response)

    def test_it_need_not_be_chosen_twice(self, send):
        response = send(email="", file=a_pdf())
        held = response.context["form"]["held"].value()
        assert "<b>report.pdf</b> has been added (2 pages)" in page_of(response)
        assert send(held=held).status_code == 302
        assert Submission.objects.get().report.name == "report.pdf"

    def test_what_a_trap_holds_up_keeps_its_file(self, send):
        response = send(opened=1, file=a_pdf())
        assert "<b>report.pdf</b> has been added" in page_of(response)

    def test_another_takes_its_place(self, send):
        held = send(email="", file=a_pdf()).context["form"]["held"].value()
        send(held=held, file=a_pdf("other.pdf"))
        assert Submission.objects.get().report.name == "other.pdf"

    def test_it_can_be_left_out_after_all(self, send):
        held = send(email="", file=a_pdf()).context["form"]["held"].value()
        send(held=held, drop="on")
        assert not hasattr(Submission.objects.get(), "report")

    def test_sent_twice_with_a_file_of_before_it_is_here_once(self, send, letterbox):
        stamp = traps.stamp(time.time() - 60)
        held = send(stamp=stamp, email="", file=a_pdf()).context["form"]["held"].value()
        send(stamp=stamp, held=held)
        send(stamp=stamp, held=held)
        assert Submission.objects.count() == 1
        letterbox.take()

    def test_sent_again_with_another_address_it_has_its_file_still(self, send):
        stamp = traps.stamp(time.time() - 60)
        held = send(stamp=stamp, email="", file=a_pdf()).context["form"]["held"].value()
        send(stamp=stamp, held=held, email="wrong@northmere.example")
        send(stamp=stamp, held=held)
        first, second = (one.report for one in Submission.objects.order_by("pk"))
        assert first.file.name != second.file.name
        assert first.sha256 == second.sha256
        assert default_storage.exists(second.file.name)

    @pytest.mark.parametrize("salt", ["submissions.stamp", ""])
    def test_nobody_can_name_somebody_elses(self, send, salt):
        send(file=a_pdf())
        pk = SubmittedFile.objects.get().pk
        send(held=letters.signing.dumps(pk, salt=salt) if salt else str(pk), title="Child C")
        assert not hasattr(Submission.objects.latest("pk"), "report")

    def test_it_is_at_no_public_address(self, confirmed, client):
        report = confirmed(file=a_pdf()).report
        for address in (f"/media/{report.file.name}", f"/{report.file.name}"):
            assert client.get(address).status_code == 404

    def test_there_is_an_end_to_what_strangers_may_leave(self, send):
        send(file=a_pdf())
        SubmittedFile.objects.update(bytes=40 * 50 * 1024**2)
        response = send(title="Child C", file=a_pdf())
        assert "No more files can be taken at the moment" in page_of(response)


class TestUnconfirmed:
    def test_it_goes_after_a_week_with_its_file(self, send, django_capture_on_commit_callbacks):
        send(file=a_pdf())
        name = SubmittedFile.objects.get().file.name
        with django_capture_on_commit_callbacks(execute=True):
            call_command("remove_unconfirmed", verbosity=0)
        assert default_storage.exists(name)
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=7, minutes=1))
        with django_capture_on_commit_callbacks(execute=True):
            call_command("remove_unconfirmed", verbosity=0)
        assert not Submission.objects.exists()
        assert not default_storage.exists(name)

    def test_what_is_confirmed_stays(self, confirmed):
        confirmed()
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=30))
        call_command("remove_unconfirmed", verbosity=0)
        assert Submission.objects.exists()

    def test_a_file_that_found_no_form_goes(self, send, django_capture_on_commit_callbacks):
        send(email="", file=a_pdf())
        name = SubmittedFile.objects.get().file.name
        SubmittedFile.objects.update(at=timezone.now() - timedelta(days=2, minutes=1))
        with django_capture_on_commit_callbacks(execute=True):
            call_command("remove_unconfirmed", verbosity=0)
        assert not SubmittedFile.objects.exists()
        assert not default_storage.exists(name)

    def test_it_says_what_it_did(self, send, capsys):
        send()
        Submission.objects.update(sent_at=timezone.now() - timedelta(days=8))
        call_command("remove_unconfirmed")
        assert "Not confirmed and removed: 1." in capsys.readouterr().out
