"""From a working copy to a public edition: all or nothing, judged anew under the lock."""

import threading

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from briefings import publishing
from briefings.choices import State, Verb
from briefings.editing import releasing, saving
from briefings.models import Edition, Piece, Step, WorkingCopy
from briefings.publishing import WrongState
from briefings.records import read
from reviews import publishing as record_of_reviews
from reviews.editing.releasing import NotReady, Outdated, SecondPersonNeeded, Words
from reviews.editing.vocabulary import vocabulary
from tests.factories import make_review
from tests.piece_drafts import begin, findings, make_cited, publish, release, stored, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo():
    return User.objects.create_user("jo")


@pytest.fixture
def ravi():
    return User.objects.create_user("ravi")


@pytest.fixture
def review():
    return make_cited()


@pytest.fixture
def draft(jo, review):
    return begin(jo, review)


def codes_of(caught):
    judgement = caught.value.judgement
    return [one.code for one in judgement.findings]


class TestPublish:
    def test_nothing_is_found_in_a_whole_draft(self, draft):
        assert findings(draft) == []

    def test_writes_everything_that_is_typed(self, draft, ravi, review):
        release(draft, ravi, words=Words(note="Read twice."))
        edition = Edition.objects.current().get(pk=draft.pk)
        record = read(edition)
        assert (record.title, record.published.iso) == ("When nobody asks", "2026-05")
        assert [one.text for one in record.content.statements] == ["Nobody asked the child."]
        assert [one.point for one in record.evidence["n1"]] == [review.points.first().pk]
        assert record.pinned == (review.pk,)
        assert edition.released_by == ravi
        assert not WorkingCopy.objects.exists()
        steps = list(edition.history.values_list("verb", "by__username", "note"))
        assert steps[-1] == ("published", "ravi", "Read twice.")

    def test_only_what_was_looked_at_is_published(self, draft, jo, ravi):
        number = saving.opened(draft).number
        write(draft, ravi, standfirst="Another.")
        with pytest.raises(Outdated):
            release(draft, jo, number=number)
        assert stored(draft).state == State.DRAFT

    def test_mistakes_and_what_is_missing_stop_it(self, draft, jo):
        write(draft, jo, published="some time ago", standfirst="")
        with pytest.raises(NotReady) as caught:
            release(draft, jo)
        assert [one.field for one in caught.value.judgement.mistakes] == ["id_published"]
        assert codes_of(caught) == ["no-standfirst"]
        assert stored(draft).state == State.DRAFT

    def test_twice_is_refused(self, draft, jo):
        release(draft, jo)
        with pytest.raises(WrongState, match="no changes to publish"):
            release(draft, jo)

    def test_a_second_person_where_the_setting_asks_for_one(self, draft, jo, ravi, settings):
        settings.SECOND_PERSON = True
        with pytest.raises(SecondPersonNeeded):
            release(draft, jo)
        assert release(draft, ravi).is_current

    def test_a_draft_that_was_discarded_is_not_published(self, draft, jo):
        held = stored(draft)
        releasing.COPIES.discard(draft, by=jo)
        with pytest.raises(WrongState, match="was discarded"):
            releasing.release(edition=held, by=jo, vocabulary=vocabulary())


class TestStatementsThatCiteNothing:
    EVIDENCE: dict[str, list[str]] = {"statements-n1-evidence": []}

    def test_are_published_with_a_reason_alone(self, draft, jo):
        write(draft, jo, **self.EVIDENCE)
        with pytest.raises(NotReady) as caught:
            release(draft, jo, acknowledged={})
        assert codes_of(caught) == ["no-evidence"]

    def test_the_reason_that_was_given_stands_in_the_row(self, draft, jo):
        write(draft, jo, **self.EVIDENCE)
        (one,) = findings(draft)
        edition = release(draft, jo, acknowledged={one.key: "A standard says so."})
        assert [s.reason for s in edition.content.statements] == ["A standard says so."]
        changes = edition.history.last().changes
        assert changes == ["Acknowledged (no-evidence, Statement 1.1): A standard says so."]

    def test_a_reason_that_is_typed_in_the_row_is_enough(self, draft, jo):
        write(draft, jo, **self.EVIDENCE, **{"statements-n1-reason": "A standard says so."})
        edition = release(draft, jo, acknowledged={})
        assert [s.reason for s in edition.content.statements] == ["A standard says so."]

    def test_one_that_cites_something_keeps_no_reason(self, draft, jo):
        write(draft, jo, **{"statements-n1-reason": "Once."})
        edition = release(draft, jo)
        assert [s.reason for s in edition.content.statements] == [""]


class TestWhatIsCited:
    def test_a_review_withdrawn_after_it_was_looked_at(self, draft, jo, review):
        number = saving.opened(draft).number
        record_of_reviews.withdraw(review=review, by=None)
        with pytest.raises(NotReady) as caught:
            release(draft, jo, number=number, acknowledged={})
        assert {"cited-not-public", "pinned-not-public"} <= set(codes_of(caught))
        found = caught.value.judgement.blocking
        assert review.reference in {one.text for one in found}
        assert stored(draft).state == State.DRAFT
        assert saving.opened(draft).typed.get("statements-n1-text") == "Nobody asked the child."

    def test_a_point_that_is_gone_is_not_passed_over(self, draft, jo, review):
        review.points.first().delete()
        with pytest.raises(NotReady) as caught:
            release(draft, jo, acknowledged={})
        assert "cited-gone" in codes_of(caught)


class TestCorrect:
    def test_the_history_says_what_changed_but_of_texts_only_that_they_did(self, jo, ravi):
        edition = publish(jo)
        write(edition, ravi, standfirst="The secret is out.", themes=[], agencies=[])
        with pytest.raises(NotReady):
            release(edition, ravi)
        write(edition, ravi, themes=["neglect"])
        words = Words("A letter.", "The standfirst was wrong.")
        found = release(edition, ravi, words=words)
        step = found.history.last()
        assert (step.verb, step.by, step.note) == (Verb.CORRECTED, ravi, "A letter.")
        assert step.public_note == "The standfirst was wrong."
        assert step.changes == ["Standfirst changed"]
        assert found.standfirst == "The secret is out."

    def test_a_superseded_edition_stays_superseded(self, jo):
        first = publish(jo)
        draft = releasing.begin_next(edition=first, by=jo)
        write(first, jo, standfirst="Corrected.")
        release(draft, jo)
        assert release(first, jo).state == State.SUPERSEDED

    def test_a_withdrawn_one_is_restored_first(self, jo):
        edition = publish(jo)
        publishing.withdraw(edition=edition, by=jo)
        write(edition, jo, standfirst="Another.")
        with pytest.raises(WrongState, match="Restore it first"):
            release(edition, jo)

    def test_who_wrote_only_before_the_publication_may_publish_a_correction(
        self, jo, ravi, settings
    ):
        edition = publish(jo)
        write(edition, ravi, standfirst="Another.")
        settings.SECOND_PERSON = True
        with pytest.raises(SecondPersonNeeded):
            release(edition, ravi)
        assert release(edition, jo).standfirst == "Another."


class TestNextEdition:
    def test_begins_with_all_that_this_one_says(self, jo, review):
        edition = publish(jo, review=review)
        draft = releasing.begin_next(edition=edition, by=jo)
        assert (draft.number, draft.state, draft.title) == (2, State.DRAFT, edition.title)
        typed = saving.opened(draft).typed
        assert typed.get("statements-n1-text") == "Nobody asked the child."
        assert typed.all("pinned") == [f"r{review.pk}"]
        assert draft.history.get().verb == Verb.BEGUN
        assert stored(edition).is_current

    def test_but_its_date_which_is_asked_for(self, jo):
        draft = releasing.begin_next(edition=publish(jo), by=jo)
        assert saving.opened(draft).typed.get("published") == ""
        assert [one.code for one in findings(draft)] == ["no-date"]
        with pytest.raises(NotReady) as caught:
            release(draft, jo, acknowledged={})
        assert codes_of(caught) == ["no-date"]
        write(draft, jo, published="June 2026")
        assert release(draft, jo, acknowledged={}).published.iso == "2026-06"

    @pytest.mark.parametrize("date", ["April 2026", "2025", "3 April 2026"])
    def test_a_date_before_the_one_it_follows_stops_it(self, jo, date):
        draft = releasing.begin_next(edition=publish(jo), by=jo)
        write(draft, jo, published=date)
        with pytest.raises(NotReady) as caught:
            release(draft, jo)
        (found,) = caught.value.judgement.blocking
        assert (found.code, found.field) == ("dated-before-the-last", "published")
        assert (found.found, found.text) == (
            "It is dated earlier than the edition before it.",
            "Edition 1: May 2026",
        )
        assert stored(draft).state == State.DRAFT

    @pytest.mark.parametrize("date", ["May 2026", "2026", "7 May 2026"])
    def test_a_date_that_may_be_later_does_not(self, jo, date):
        draft = releasing.begin_next(edition=publish(jo), by=jo)
        write(draft, jo, published=date)
        assert release(draft, jo, acknowledged={}).is_current

    def test_a_correction_dates_none_after_the_one_that_followed_it(self, jo):
        first = publish(jo)
        draft = releasing.begin_next(edition=first, by=jo)
        write(draft, jo, published="June 2026")
        release(draft, jo)
        write(first, jo, published="July 2026")
        with pytest.raises(NotReady) as caught:
            release(first, jo)
        assert codes_of(caught) == ["dated-after-the-next"]

    def test_an_edition_that_is_withdrawn_is_no_measure(self, jo):
        edition = publish(jo)
        draft = releasing.begin_next(edition=edition, by=jo)
        publishing.withdraw(edition=edition, by=jo)
        write(draft, jo, published="April 2026")
        assert release(draft, jo, acknowledged={}).is_current

    def test_its_publication_supersedes_the_one_before(self, jo):
        edition = publish(jo)
        draft = releasing.begin_next(edition=edition, by=jo)
        write(draft, jo, standfirst="A year later.", published="June 2026")
        second = release(draft, jo)
        assert (second.is_current, stored(edition).state) == (True, State.SUPERSEDED)
        assert stored(edition).standfirst != second.standfirst
        assert second.history.last().changes == ["Standfirst changed", "Published changed"]
        assert second.as_of > edition.as_of

    def test_one_draft_at_a_time(self, jo):
        edition = publish(jo)
        releasing.begin_next(edition=edition, by=jo)
        with pytest.raises(WrongState, match="draft of a new edition already"):
            releasing.begin_next(edition=edition, by=jo)

    def test_not_from_a_draft(self, draft, jo):
        with pytest.raises(WrongState, match="is a draft"):
            releasing.begin_next(edition=draft, by=jo)

    def test_from_a_withdrawn_one(self, jo):
        edition = publish(jo)
        publishing.withdraw(edition=edition, by=jo)
        draft = releasing.begin_next(edition=edition, by=jo)
        assert release(draft, jo).is_current

    def test_what_was_withdrawn_comes_along_and_stops_it(self, jo, review):
        other = make_cited()
        cites = [f"r{review.pk}", f"r{other.pk}"]
        texts = {"statements-n1-evidence": cites, "pinned": cites}
        edition = publish(jo, review=review, **texts)
        record_of_reviews.withdraw(review=other, by=None)
        draft = releasing.begin_next(edition=edition, by=jo)
        with pytest.raises(NotReady) as caught:
            release(draft, jo)
        assert codes_of(caught).count("cited-not-public") == 1
        write(draft, jo, **{"statements-n1-evidence": cites[:1], "pinned": cites[:1]})
        assert release(draft, jo).is_current


class TestOffer:
    def test_and_take_back_are_steps(self, draft, jo):
        releasing.COPIES.offer(draft, by=jo, note="Please read.")
        assert WorkingCopy.objects.get().offered_by == jo
        releasing.COPIES.take_back(draft, by=jo)
        assert WorkingCopy.objects.get().offered_at is None
        verbs = list(draft.history.values_list("verb", flat=True))
        assert verbs == [Verb.BEGUN, Verb.OFFERED, Verb.TAKEN_BACK]

    def test_a_change_takes_it_back(self, draft, jo):
        releasing.COPIES.offer(draft, by=jo)
        write(draft, jo, standfirst="Another.")
        assert WorkingCopy.objects.get().offered_at is None

    def test_nothing_can_be_offered_that_nobody_changed(self, jo):
        edition = publish(jo)
        with pytest.raises(WrongState):
            releasing.COPIES.offer(edition, by=jo)


class TestDiscard:
    def test_a_first_draft_goes_with_its_address(self, draft, jo):
        releasing.COPIES.discard(draft, by=jo)
        assert not Edition.objects.exists() and not Piece.objects.exists()
        assert not Step.objects.exists()

    def test_a_draft_of_a_next_edition_goes_alone(self, jo):
        edition = publish(jo)
        draft = releasing.begin_next(edition=edition, by=jo)
        releasing.COPIES.discard(draft, by=jo)
        assert list(Edition.objects.all()) == [edition]

    def test_of_a_public_edition_only_the_changes_go(self, jo):
        edition = publish(jo)
        write(edition, jo, standfirst="Another.")
        releasing.COPIES.discard(edition, by=jo)
        assert saving.opened(edition).copy is None
        assert stored(edition).standfirst == "What one review says of asking."
        assert edition.history.last().verb == Verb.DISCARDED

    def test_another_text_than_was_looked_at_is_kept(self, draft, jo, ravi):
        number = saving.opened(draft).number
        write(draft, ravi, standfirst="Another.")
        with pytest.raises(Outdated):
            releasing.COPIES.discard(draft, by=jo, number=number)


def test_all_or_nothing(jo):
    edition = publish(jo)
    write(edition, jo, standfirst="Another.")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'no'; END $$;"
            " CREATE TRIGGER fail BEFORE INSERT ON briefings_step"
            " FOR EACH ROW EXECUTE FUNCTION fail()"
        )
    with pytest.raises(Exception, match="no"), transaction.atomic():
        release(edition, jo)
    assert stored(edition).standfirst == "What one review says of asking."
    assert saving.opened(edition).typed.get("standfirst") == "Another."


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_withdrawal_under_way_is_waited_for():
    """Whoever publishes while a cited review is being withdrawn learns of it, and is refused."""
    by = User.objects.create_user("jo")
    review = make_review(themes=["neglect"], learning=["Ask."])
    draft = begin(by, review)
    withdrawn, outcome = threading.Event(), []

    def attempt():
        withdrawn.wait(10)
        try:
            releasing.release(edition=stored(draft), by=by, vocabulary=vocabulary())
        except NotReady as problem:
            outcome.extend(one.code for one in problem.judgement.blocking)
        finally:
            connection.close()

    thread = threading.Thread(target=attempt)
    thread.start()
    with transaction.atomic():
        record_of_reviews.withdraw(review=review, by=None)
        withdrawn.set()
        thread.join(1)  # it stands at the review's row
        assert thread.is_alive()
    thread.join(20)
    assert set(outcome) == {"cited-not-public", "pinned-not-public"}
    assert stored(draft).state == State.DRAFT
