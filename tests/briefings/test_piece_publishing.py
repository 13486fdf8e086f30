"""Publishing, correcting, superseding, withdrawing, restoring and looking at an edition."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from briefings import publishing, records
from briefings.choices import State, Verb
from briefings.models import Citation, Edition, Piece, Step
from briefings.publishing import WrongState
from briefings.records import Cited
from reviews import publishing as record_of_reviews
from reviews.catalogue import collection_version
from tests.factories import make_review
from tests.pieces import make_edition, make_piece, make_record

pytestmark = pytest.mark.django_db

ALLOWED = {
    "publish": {State.DRAFT},
    "correct": {State.PUBLISHED, State.SUPERSEDED},
    "withdraw": {State.PUBLISHED, State.SUPERSEDED},
    "restore": {State.WITHDRAWN},
    "look_at": {State.DRAFT, State.PUBLISHED, State.SUPERSEDED},
}
WITH_RECORD = {"publish", "correct"}


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("editor")


def do(verb, edition, by=None, **options):
    if verb in WITH_RECORD:
        options.setdefault("record", make_record())
    getattr(publishing, verb)(edition=edition, by=by, **options)


def stored(edition):
    return Edition.objects.get(pk=edition.pk)


def steps(edition):
    return list(edition.history.values_list("verb", "by__username", "note"))


def states(piece):
    return [State(one.state) for one in piece.editions.order_by("number")]


class TestStates:
    @pytest.mark.parametrize("state", State)
    @pytest.mark.parametrize("verb", ALLOWED)
    def test_each_verb_is_refused_in_every_other_state(self, verb, state):
        edition = make_edition(state=state)
        before, history = stored(edition), edition.history.count()
        if state in ALLOWED[verb]:
            do(verb, edition)
            assert edition.history.count() == history + 1
            return
        with pytest.raises(WrongState) as refused:
            do(verb, edition)
        assert str(refused.value) == f"Edition 1 of {edition.piece} is {state.label.lower()}."
        assert stored(edition).state == before.state
        assert edition.history.count() == history

    def test_a_state_is_read_anew(self):
        """Whoever holds an old row finds that it is done."""
        held, edition = None, make_edition(state="draft")
        held = stored(edition)
        do("publish", edition)
        with pytest.raises(WrongState):
            do("publish", held)


class TestPublish:
    def test_writes_the_record_and_says_who(self, editor):
        review = make_review(learning=["Ask.", "Listen."])
        ask, listen = review.points.all()
        edition = make_edition(state="draft")
        record = make_record(
            sections=[("Issues", [("Nobody asked.", [ask, review]), ("Nobody heard.", [listen])])],
            themes=["neglect"],
            agencies=["police"],
            selection="theme=neglect",
            standfirst="Twelve reviews.",
        )
        do("publish", edition, editor, record=record, note="Read twice.", changes=["All"])
        found = stored(edition)
        assert records.read(found) == record
        assert (found.state, found.released_by) == (State.PUBLISHED, editor)
        assert found.as_of == found.released_at
        assert steps(edition) == [("published", "editor", "Read twice.")]
        assert edition.history.get().changes == ["All"]

    def test_the_moment_up_to_which_was_looked_may_be_given(self):
        edition, moment = make_edition(state="draft"), timezone.now()
        do("publish", edition, as_of=moment)
        assert stored(edition).as_of == moment

    def test_what_cites_twice_the_same_is_kept_once(self):
        review = make_review()
        edition = make_edition(state="draft")
        record = make_record(sections=[("Issues", [("It is so.", [review, review])])])
        do("publish", edition, record=record)
        assert edition.citations.get().review == review

    def test_supersedes_the_edition_that_was_current(self, editor):
        first = make_edition(title="The first")
        second = make_edition(piece=first.piece, state="draft")
        do("publish", second, editor)
        assert states(first.piece) == [State.SUPERSEDED, State.PUBLISHED]
        assert stored(first).superseded_at
        assert stored(first).title == "The first"
        assert steps(first)[-1] == ("superseded", "editor", "")

    def test_raises_the_version_that_the_step_names(self):
        before = collection_version()
        edition = make_edition(state="draft")
        do("publish", edition)
        assert collection_version() == edition.history.get().version > before


class TestCorrect:
    @pytest.mark.parametrize("state", [State.PUBLISHED, State.SUPERSEDED])
    def test_puts_another_text_in_the_place(self, editor, state):
        one, other = make_review(), make_review()
        edition = make_edition(state=state, sections=[("Issues", [("It is so.", [one])])])
        record = make_record(title="Another", sections=[("Issues", [("It is so.", [other])])])
        do("correct", edition, editor, record=record, public_note="A number was wrong.")
        found = stored(edition)
        assert (found.state, found.title, found.corrected_by) == (state, "Another", editor)
        assert [one.review for one in found.citations.all()] == [other]
        assert found.history.last().public_note == "A number was wrong."


class TestWithdrawAndRestore:
    def test_withdrawn_with_reason_and_wording(self, editor):
        edition = make_edition()
        do("withdraw", edition, editor, reason="wrong", wording="It was wrong.", note="A letter.")
        found = stored(edition)
        assert (found.state, found.withdrawn_by) == (State.WITHDRAWN, editor)
        assert found.withdrawn_wording == "It was wrong."
        step = found.history.last()
        assert (step.reason, step.public_note, step.note) == ("wrong", "It was wrong.", "A letter.")
        assert not Edition.objects.published().exists()

    def test_the_one_before_does_not_come_back_by_itself(self):
        first = make_edition(state="superseded")
        do("withdraw", first.piece.editions.get(state=State.PUBLISHED))
        assert states(first.piece) == [State.SUPERSEDED, State.WITHDRAWN]

    def test_restored_is_current_again(self):
        edition = make_edition(state="withdrawn")
        do("restore", edition)
        assert stored(edition).state == State.PUBLISHED
        assert stored(edition).withdrawn_wording == ""
        assert [verb for verb, *_ in steps(edition)] == ["published", "withdrawn", "restored"]

    def test_restored_behind_a_later_edition_it_is_superseded(self):
        first = make_edition(state="withdrawn")
        make_edition(piece=first.piece)
        do("restore", first)
        assert states(first.piece) == [State.SUPERSEDED, State.PUBLISHED]
        assert stored(first).superseded_at

    def test_what_was_superseded_before_stays_so(self):
        first = make_edition(state="superseded")
        do("withdraw", first)
        do("restore", first)
        assert states(first.piece) == [State.SUPERSEDED, State.PUBLISHED]

    def test_a_later_one_that_is_restored_supersedes_the_one_that_was_restored_before(self):
        first = make_edition(state="withdrawn")
        second = make_edition(piece=first.piece, state="withdrawn")
        do("restore", first)
        do("restore", second)
        assert states(first.piece) == [State.SUPERSEDED, State.PUBLISHED]
        assert steps(first)[-1][0] == "superseded"


class TestLookAt:
    def test_is_a_step_that_changes_nothing_public(self, editor):
        edition, version = make_edition(), collection_version()
        do("look_at", edition, editor, note="Still right.", changes=["CR-2023-0001 corrected"])
        assert collection_version() == version
        assert steps(edition)[-1] == ("looked-at", "editor", "Still right.")
        assert edition.history.last().version is None


class TestAllOrNothing:
    @pytest.mark.parametrize("table", ["briefings_step", "reviews_collection"])
    @pytest.mark.parametrize("verb", ["publish", "correct", "withdraw", "restore"])
    def test_a_failure_anywhere_leaves_everything_as_it_was(self, verb, table):
        piece = make_piece()
        state = min(ALLOWED[verb])
        first = make_edition(piece=piece) if verb == "publish" else None
        edition = make_edition(piece=piece, state=state, sections=[("Issues", ["It is so."])])
        before, version, count = stored(edition), collection_version(), Step.objects.count()
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'integrity_constraint_violation';"
                f" END $$; CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION fail()"
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            do(verb, edition, record=make_record(title="Other")) if verb in WITH_RECORD else do(
                verb, edition
            )
        found = stored(edition)
        assert (found.state, found.title, found.stored) == (
            before.state,
            before.title,
            before.stored,
        )
        assert (collection_version(), Step.objects.count()) == (version, count)
        assert first is None or stored(first).state == State.PUBLISHED

    def test_a_review_that_is_not_there_stops_it(self):
        edition = make_edition(state="draft", title="Before")
        record = make_record(title="After", sections=[("Issues", [("So.", [Cited(999_999)])])])
        with pytest.raises(IntegrityError), transaction.atomic():
            do("publish", edition, record=record)
            connection.check_constraints()
        assert (stored(edition).state, stored(edition).title) == (State.DRAFT, "Before")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    def outcomes(self, *jobs):
        """What became of jobs that begin together, each in a thread with its own connection."""
        start, found = threading.Barrier(len(jobs)), []

        def run(job):
            start.wait(10)
            try:
                job()
                found.append("done")
            except WrongState:
                found.append("refused")
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=[job]) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        return sorted(found)

    def test_two_who_publish_one_edition_publish_once(self):
        edition = make_edition(state="draft")
        jobs = [lambda: do("publish", stored(edition))] * 2
        assert self.outcomes(*jobs) == ["done", "refused"]
        assert steps(edition) == [("published", None, "")]

    def test_two_who_restore_two_editions_leave_one_current(self):
        first = make_edition(state="withdrawn")
        second = make_edition(piece=first.piece, state="withdrawn")
        jobs = (lambda: do("restore", stored(first)), lambda: do("restore", stored(second)))
        assert self.outcomes(*jobs) == ["done", "done"]
        assert states(first.piece) == [State.SUPERSEDED, State.PUBLISHED]

    def test_publishing_a_piece_and_withdrawing_what_it_cites(self):
        """Either comes first; the withdrawn review supports nothing in the public edition."""
        review = make_review()
        edition = make_edition(state="draft")
        record = make_record(sections=[("Issues", [("It is so.", [review])])])
        jobs = (
            lambda: do("publish", stored(edition), record=record),
            lambda: record_of_reviews.withdraw(review=review, by=None),
        )
        assert self.outcomes(*jobs) == ["done", "done"]
        assert stored(edition).state == State.PUBLISHED
        assert not Citation.objects.published().exists()
        assert Citation.objects.lost().count() == 1


class TestHistory:
    def test_goes_with_a_draft_that_is_deleted_and_with_nothing_else(self):
        edition = make_edition(state="draft")
        Step.objects.create(edition=edition, verb=Verb.BEGUN)
        edition.delete()
        assert not Step.objects.exists()
        assert Piece.objects.exists()
