"""What partnerships are told of what they sent in, and when it is forgotten."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from reviews import publishing
from reviews.models import Submission, SubmissionLetter
from reviews.submissions import forgetting, letters, receiving
from tests.factories import make_review
from tests.submitting import EMAIL, PARTNERSHIP, letter_of, make_sent_in, make_submission

pytestmark = pytest.mark.django_db


def confirmed(state="waiting", review=None, by=None, **changes):
    return make_sent_in(state=state, review=review, by=by, **changes)


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("okafor")


def send(capsys=None):
    call_command("send_letters", verbosity=0)


class TestPublished:
    def test_the_partnership_is_told_once(self, letterbox, editor, settings):
        review = make_review(title="Child B")
        confirmed("accepted", review, editor)
        send()
        recipient, subject, text = letterbox.take()
        assert recipient == EMAIL
        assert "has been published" in subject
        assert f"http://testserver{review.get_absolute_url()}" in text
        assert "withdrawn" in text
        send()
        assert letterbox.letters == []

    def test_a_draft_says_nothing(self, letterbox, editor):
        confirmed("accepted", make_review(state="draft"), editor)
        send()
        assert letterbox.letters == []

    def test_what_was_withdrawn_before_anybody_was_told_is_not_told(self, letterbox, editor):
        review = make_review()
        confirmed("accepted", review, editor)
        letters.note_what_is_due()
        publishing.withdraw(review=review, by=editor)
        send()
        assert letterbox.letters == []

    def test_reviews_of_other_batches_concern_nobody(self, letterbox):
        make_review()
        confirmed()
        send()
        assert letterbox.letters == []


class TestWithdrawn:
    def test_who_was_told_of_the_publication_is_told_of_the_end(self, letterbox, editor):
        review = make_review(title="Child B")
        confirmed("accepted", review, editor)
        send()
        letterbox.take()
        publishing.withdraw(review=review, by=editor)
        send()
        _, subject, text = letterbox.take()
        assert "has been withdrawn" in subject
        assert review.reference in text
        assert "Child B" not in text
        send()
        assert letterbox.letters == []


class TestSending:
    def test_what_can_not_be_sent_is_tried_later(self, letterbox, editor, capsys):
        submission = confirmed("accepted", make_review(), editor)
        letterbox.refuses = True
        send()
        assert "not sent. " in capsys.readouterr().err
        letter = letter_of(submission, "published")
        assert letter.due_at > timezone.now() + timedelta(minutes=5)
        letterbox.refuses = False
        send()
        assert letterbox.letters == []
        SubmissionLetter.objects.update(due_at=timezone.now())
        send()
        assert letterbox.take()[0] == EMAIL

    def test_without_a_server_it_stays_due(self, settings, editor, capsys):
        from repository.mail import mailers

        settings.MAILERS = mailers(debug=False)
        submission = confirmed("accepted", make_review(), editor)
        send()
        assert "MAIL_HOST is not set" in capsys.readouterr().err
        assert letter_of(submission, "published").due_at

    def test_it_is_given_up_after_some_days(self, letterbox, editor, capsys):
        submission = confirmed("accepted", make_review(), editor)
        letterbox.refuses = True
        waited = timedelta()
        for _ in range(letters.MOST_TRIES):
            SubmissionLetter.objects.update(due_at=timezone.now())
            send()
            due = letter_of(submission, "published").due_at
            waited += due - timezone.now() if due else timedelta()
        assert letter_of(submission, "published").due_at is None
        assert timedelta(days=2) < waited < timedelta(days=6)
        assert "It is not tried again." in capsys.readouterr().err

    def test_who_was_erased_is_written_to_no_more(self, letterbox, editor):
        submission = confirmed("accepted", make_review(), editor)
        letters.note_what_is_due()
        forgetting.erase(submission)
        send()
        assert letterbox.letters == []

    def test_a_confirmation_that_came_meanwhile_is_asked_for_no_more(self, letterbox):
        submission = make_submission()
        SubmissionLetter.objects.create(
            submission=submission, kind="confirm", due_at=timezone.now(), tries=1
        )
        receiving.confirm(submission=submission)
        send()
        assert letterbox.letters == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_at_once_send_each_letter_once(letterbox, editor):
    for number in range(4):
        confirmed("accepted", make_review(), editor, email=f"a{number}@northmere.example")
    letterbox.seconds = 0.2
    started = threading.Barrier(2)

    def run():
        try:
            started.wait()
            send()
        finally:
            connection.close()

    runs = [threading.Thread(target=run) for _ in range(2)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(to for [to] in letterbox.recipients) == [
        f"a{number}@northmere.example" for number in range(4)
    ]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_confirmations_at_once_make_one_batch():
    submission = make_submission()
    started = threading.Barrier(2)

    def run():
        try:
            started.wait()
            receiving.confirm(submission=submission)
        finally:
            connection.close()

    runs = [threading.Thread(target=run) for _ in range(2)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    batch = Submission.objects.get().batch
    assert type(batch).objects.count() == 1


class TestForgetting:
    def erase(self):
        call_command("erase_contacts", verbosity=0)
        return Submission.objects.get()

    def ago(self, days):
        return timezone.now() - timedelta(days=days)

    def test_after_publication(self, editor):
        review = make_review()
        submission = confirmed("accepted", review, editor, may_host=True, permitted_by="Chair")
        type(review).objects.update(released_at=self.ago(89))
        assert self.erase().email == EMAIL
        type(review).objects.update(released_at=self.ago(91))
        kept = self.erase()
        contact = (kept.contact_name, kept.contact_role, kept.email, kept.phone, kept.permitted_by)
        assert set(contact) == {""}
        assert (kept.partnership, kept.batch) == (PARTNERSHIP, submission.batch)

    def test_after_it_was_skipped(self, editor):
        submission = confirmed("skipped", None, editor)
        submission.batch.proposals.update(decided_at=self.ago(91))
        assert self.erase().erased_at

    def test_after_its_batch_was_undone(self, editor):
        submission = confirmed()
        type(submission.batch).objects.update(undone_at=self.ago(91), undone_by=editor)
        assert self.erase().erased_at

    def test_what_still_waits_is_kept_for_two_years_and_no_longer(self):
        confirmed()
        Submission.objects.update(confirmed_at=self.ago(700))
        assert self.erase().email == EMAIL
        Submission.objects.update(confirmed_at=self.ago(731))
        assert self.erase().email == ""

    def test_of_who_asked_not_to_be_named_the_partnership_goes_too(self, editor):
        submission = confirmed("skipped", None, editor, anonymous=True)
        submission.batch.proposals.update(decided_at=self.ago(91))
        kept = self.erase()
        assert (kept.partnership, kept.given["nation"], kept.given["link"]) == ("", "", "")

    def test_whoever_asks_is_forgotten_at_once(self, capsys):
        confirmed()
        make_submission(email=EMAIL)
        other = make_submission(email="other@northmere.example")
        call_command("erase_contacts", of=EMAIL.upper())
        assert "Erased: 2." in capsys.readouterr().out
        assert not Submission.objects.filter(email=EMAIL).exists()
        assert Submission.objects.filter(pk=other.pk).exists()

    def test_a_second_run_finds_nothing(self, editor, capsys):
        submission = confirmed("skipped", None, editor)
        submission.batch.proposals.update(decided_at=self.ago(91))
        self.erase()
        call_command("erase_contacts")
        assert "Erased: 0." in capsys.readouterr().out
