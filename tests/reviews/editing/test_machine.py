"""Whatever two editors do, in any order or at once: no half state, and nothing forgotten."""

import threading
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reviews import publishing
from reviews.catalogue import catalogue
from reviews.choices import State, Verb
from reviews.editing import releasing, saving, scheduling
from reviews.editing.releasing import NotReady, Outdated, Words
from reviews.editing.vocabulary import vocabulary
from reviews.models import Entry, Review, WorkingCopy
from reviews.permissions import EDITOR
from reviews.publishing import WrongState
from tests import drafts

WHO = st.sampled_from(["okafor", "vaughan"])
TITLES = st.sampled_from(["Child B", "Child C", "Child D"])
LOOKED = st.sampled_from([0, 0, 0, -1])  # how old what was looked at is
# What a verb leaves, from which state; a verb that is not here for a state raises WrongState.
LEADS = {
    (Verb.PUBLISHED, State.DRAFT): State.PUBLISHED,
    (Verb.CORRECTED, State.PUBLISHED): State.PUBLISHED,
    (Verb.WITHDRAWN, State.PUBLISHED): State.WITHDRAWN,
    (Verb.RESTORED, State.WITHDRAWN): State.PUBLISHED,
}


class Desk(RuleBasedStateMachine):
    """A model of one review beside the real one: compared after every step."""

    @initialize(who=WHO)
    def begin(self, who):
        self.people = {name: User.objects.get(username=name) for name in ("okafor", "vaughan")}
        self.review = drafts.begin(self.people[who])
        self.reference = self.review.reference
        self.state, self.public_title = State.DRAFT, None
        self.typed_title, self.due = "Child B", None
        self.verbs = [Verb.BEGUN]
        self.told = 0

    def is_here(self):
        return self.review is not None

    def is_gone(self):
        return self.review is None

    @precondition(is_gone)
    @rule(who=WHO)
    def begin_another(self, who):
        self.begin(who)

    def attempt(self, verb, allowed, act):
        """Do it; it has to work exactly if the model says so."""
        try:
            act()
        except (WrongState, Outdated):
            assert not allowed, f"{verb} was refused in {self.state}"
            return False
        assert allowed, f"{verb} was done in {self.state}"
        if verb is not None:
            self.verbs.append(verb)
            self.state = LEADS.get((verb, self.state), self.state)
        return True

    @precondition(is_here)
    @rule(who=WHO, title=TITLES)
    def write(self, who, title):
        saved = drafts.write(self.review, self.people[who], title=title)
        if saved.is_changed:
            self.typed_title, self.due = title, None

    @precondition(is_here)
    @rule(who=WHO, looked=LOOKED, tells=st.booleans())
    def release(self, who, looked, tells):
        number = saving.opened(self.review).number + looked
        has_changes = self.typed_title is not None
        allowed = not looked and has_changes and self.state != State.WITHDRAWN
        verb = Verb.PUBLISHED if self.state == State.DRAFT else Verb.CORRECTED
        drafts.acknowledge(self.review)
        words = Words("", "A word was wrong." if tells else "")
        by = {"by": self.people[who], "vocabulary": vocabulary(), "words": words}
        title = self.typed_title
        if self.attempt(
            verb,
            allowed,
            lambda: releasing.release(review=self.review, number=number, **by),
        ):
            self.public_title, self.typed_title, self.due = title, None, None
            self.told += tells and verb == Verb.CORRECTED

    @precondition(is_here)
    @rule(who=WHO)
    def withdraw(self, who):
        self.attempt(
            Verb.WITHDRAWN,
            self.state == State.PUBLISHED,
            lambda: publishing.withdraw(review=self.review, by=self.people[who], wording="Gone."),
        )

    @precondition(is_here)
    @rule(who=WHO)
    def restore(self, who):
        self.attempt(
            Verb.RESTORED,
            self.state == State.WITHDRAWN,
            lambda: publishing.restore(review=self.review, by=self.people[who]),
        )

    @precondition(is_here)
    @rule(who=WHO, looked=LOOKED)
    def discard(self, who, looked):
        number = saving.opened(self.review).number + looked
        allowed = self.typed_title is not None and not looked
        verb = None if self.state == State.DRAFT else Verb.DISCARDED
        kept = self.review.pk
        if self.attempt(
            verb,
            allowed,
            lambda: releasing.COPIES.discard(self.review, by=self.people[who], number=number),
        ):
            self.typed_title = self.due = None
            if self.state == State.DRAFT:
                assert not Review.objects.filter(pk=kept).exists()
                self.review = None

    @precondition(is_here)
    @rule(who=WHO, days=st.sampled_from([-1, 0, 3]))
    def schedule(self, who, days):
        drafts.acknowledge(self.review)
        on = timezone.localdate() + timedelta(days=days)
        by = {"by": self.people[who], "vocabulary": vocabulary()}
        if self.attempt(
            Verb.SCHEDULED,
            self.typed_title is not None and self.state != State.WITHDRAWN,
            lambda: releasing.schedule(review=self.review, on=on, **by),
        ):
            self.due = on

    @precondition(is_here)
    @rule()
    def the_day_comes(self):
        tried = list(scheduling.publish_due())
        if self.due is None or self.due > timezone.localdate():
            assert tried == []
            return
        assert [one.name for one in tried] == [self.review.reference]
        if self.state == State.WITHDRAWN:
            assert "is withdrawn" in tried[0].problem
            return
        assert tried[0].problem == ""
        self.verbs.append(Verb.PUBLISHED if self.state == State.DRAFT else Verb.CORRECTED)
        self.state, self.public_title = State.PUBLISHED, self.typed_title
        self.typed_title = self.due = None

    @precondition(is_here)
    @invariant()
    def record_and_model_agree(self):
        stored = drafts.stored(self.review)
        assert stored.state == self.state
        assert bool(stored.released_at) == (self.state != State.DRAFT)
        assert bool(stored.withdrawn_at) == (self.state == State.WITHDRAWN)
        assert stored.withdrawn_wording == ("Gone." if self.state == State.WITHDRAWN else "")
        assert bool(stored.corrected_at) == (Verb.CORRECTED in self.verbs)
        copy = WorkingCopy.objects.filter(review=self.review).first()
        assert (copy is not None) == (self.typed_title is not None)
        if copy is not None:
            assert saving.opened(self.review).typed.get("title") == self.typed_title
            assert copy.publish_on == self.due
        if self.state != State.DRAFT:
            assert stored.title == self.public_title

    @precondition(is_here)
    @invariant()
    def every_step_is_in_the_history(self):
        steps = list(self.review.history.all())
        assert [step.verb for step in steps] == self.verbs
        assert {step.by for step in steps} <= set(self.people.values())
        versions = [step.version for step in steps if step.version]
        assert versions == sorted(set(versions))

    @invariant()
    def the_public_sees_what_is_published_and_nothing_else(self):
        address = f"/reviews/{self.reference}/"
        response = Client().get(address)
        is_public = self.state == State.PUBLISHED
        expected = {State.DRAFT: 404, State.PUBLISHED: 200, State.WITHDRAWN: 410}[self.state]
        assert response.status_code == (404 if self.review is None else expected)
        everything = catalogue.current().everything
        if self.review is None:
            assert len(everything) == 0
            return
        assert (self.review.pk in everything) == is_public
        entry = Entry.objects.filter(pk=self.review.pk).first()
        assert (entry is not None and entry.listed) == is_public
        if is_public:
            body = response.text
            assert f"<h1>{self.public_title}</h1>" in body
            assert body.count("A word was wrong.") == self.told


@pytest.mark.django_db
def test_every_order_of_steps(db):
    """One database for all runs: each begins with an empty one."""
    drafts.make_terms()
    for name in ("okafor", "vaughan"):
        user = User.objects.create_user(name)
        user.groups.set(Group.objects.filter(name=EDITOR))

    class Run(Desk):
        def teardown(self):
            Review.objects.all().delete()
            Entry.objects.all().delete()
            publishing.renew_pages()
            catalogue.__init__()

    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Run,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def at_once(*acts):
    """Each act in a thread with a connection of its own, begun together; what each raised."""
    together = threading.Barrier(len(acts))
    raised = [None] * len(acts)

    def run(place, act):
        together.wait(30)
        try:
            act()
        except (WrongState, Outdated, NotReady) as error:
            raised[place] = type(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=found) for found in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    """Real connections, real locks. Each is tried several times: the order is chance's."""

    TIMES = 5

    @pytest.fixture(autouse=True)
    def terms(self, transactional_db):
        drafts.make_terms()
        vocabulary()  # read once, not in the threads

    def act(self, verb, review, **values):
        return lambda: verb(review=Review.objects.get(pk=review.pk), **values)

    def test_two_publications(self, editor, person):
        other = person("other", EDITOR)
        for _ in range(self.TIMES):
            draft = drafts.begin(editor)
            drafts.acknowledge(draft)
            terms = {"vocabulary": vocabulary()}
            raised = at_once(
                self.act(releasing.release, draft, by=editor, **terms),
                self.act(releasing.release, draft, by=other, **terms),
            )
            assert sorted(raised, key=str) == sorted([None, WrongState], key=str)
            assert draft.history.filter(verb=Verb.PUBLISHED).count() == 1
            assert draft.points.count() == 3
            drafts.stored(draft).delete()

    def test_a_publication_and_a_withdrawal_of_a_draft(self, editor):
        """The withdrawal can only be done after the publication; it never is before."""
        for _ in range(self.TIMES):
            draft = drafts.begin(editor)
            drafts.acknowledge(draft)
            raised = at_once(
                self.act(releasing.release, draft, by=editor, vocabulary=vocabulary()),
                self.act(publishing.withdraw, draft, by=editor),
            )
            assert raised[0] is None
            state = drafts.state_of(draft)
            assert state == (State.PUBLISHED if raised[1] else State.WITHDRAWN)
            self.agrees(draft)

    def test_a_correction_and_a_withdrawal(self, editor):
        for _ in range(self.TIMES):
            review = drafts.publish(editor)
            drafts.write(review, editor, title="Child C")
            drafts.acknowledge(review)
            raised = at_once(
                self.act(releasing.release, review, by=editor, vocabulary=vocabulary()),
                self.act(publishing.withdraw, review, by=editor),
            )
            assert raised[1] is None
            assert drafts.state_of(review) == State.WITHDRAWN
            stored = drafts.stored(review)
            was_corrected = raised[0] is None
            assert stored.title == ("Child C" if was_corrected else "Child B")
            assert WorkingCopy.objects.filter(review=review).exists() != was_corrected
            self.agrees(review)

    def test_two_withdrawals(self, editor):
        for _ in range(self.TIMES):
            review = drafts.publish(editor)
            withdraw = self.act(publishing.withdraw, review, by=editor)
            raised = at_once(withdraw, withdraw)
            assert sorted(raised, key=str) == sorted([None, WrongState], key=str)
            assert review.history.filter(verb=Verb.WITHDRAWN).count() == 1

    def test_a_publication_and_a_discard(self, editor):
        for _ in range(self.TIMES):
            draft = drafts.begin(editor)
            drafts.acknowledge(draft)
            number = saving.opened(draft).number
            raised = at_once(
                self.act(releasing.release, draft, by=editor, vocabulary=vocabulary()),
                partial(releasing.COPIES.discard, drafts.stored(draft), by=editor, number=number),
            )
            found = Review.objects.filter(pk=draft.pk).first()
            assert (found is not None) == (raised[0] is None)
            assert raised.count(None) == 1
            if found:
                self.agrees(found)

    def agrees(self, review):
        listed = Entry.objects.filter(pk=review.pk, listed=True).exists()
        assert listed == (drafts.state_of(review) == State.PUBLISHED)
