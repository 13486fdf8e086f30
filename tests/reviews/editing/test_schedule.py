"""Publication on a day: asked for at the desk, done by manage.py publish_scheduled."""

import threading
from datetime import date, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from reviews import publishing
from reviews.choices import State, Verb
from reviews.editing import releasing, saving, scheduling
from reviews.editing.releasing import Words
from reviews.editing.vocabulary import vocabulary
from reviews.models import Outcome, Review, WorkingCopy
from reviews.permissions import EDITOR
from tests import drafts, pages

TOMORROW = timedelta(days=1)
TOLD = "The outcome was wrong."


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def address(review):
    return f"/desk/reviews/{review.pk}/publish/"


def text(response):
    return pages.read(response).one("main").text


def send(client, review, day, **fields):
    sent = {"do": "schedule", "publish_on": day, **fields}
    return client.post(address(review), drafts.posted(review, **sent))


def schedule(review, by, days=0, **words):
    """Have it published some days from now; 0 is due."""
    drafts.acknowledge(review)
    on = timezone.localdate() + timedelta(days=days)
    releasing.schedule(review=review, on=on, by=by, vocabulary=vocabulary(), words=Words(**words))


def run():
    out, err = StringIO(), StringIO()
    call_command("publish_scheduled", stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def copy_of(review):
    return WorkingCopy.objects.get(review=review)


@pytest.mark.django_db
class TestAsking:
    def test_a_day_beside_the_button_that_publishes_now_publishes_nothing(self, desk, editor):
        draft = drafts.begin(editor)
        drafts.acknowledge(draft)
        response = send(desk, draft, "3 May 2090", do="publish")
        assert response.status_code == 422
        assert "Choose “Publish on that day”, or take the day out." in text(response)
        assert drafts.state_of(draft) == State.DRAFT

    def test_keeps_the_day_as_it_was_typed(self, desk, editor):
        draft = drafts.begin(editor)
        response = send(desk, draft, "3 May 2090", note="With the May list")
        assert response.status_code == 302
        assert "will be published on 3 May 2090" in text(desk.get(response["Location"]))
        copy = copy_of(draft)
        assert (copy.publish_on, copy.scheduled_by) == (date(2090, 5, 3), editor)
        step = draft.history.last()
        assert (step.verb, step.note) == (Verb.SCHEDULED, "With the May list")
        assert step.changes == ["To be published on 3 May 2090"]
        assert "To be published on 3 May 2090, for R. Okafor" in text(desk.get(address(draft)))
        assert drafts.state_of(draft) == State.DRAFT

    @pytest.mark.parametrize(
        "day", ["", "soon", "May 2090", "31 February 2090", "1 May 2020", "today", "x" * 100]
    )
    def test_a_day_that_is_none_or_not_to_come(self, desk, editor, day):
        draft = drafts.begin(editor)
        response = send(desk, draft, day)
        assert response.status_code == 422
        assert pages.read(response).one("input", name="publish_on").get("value") in {day, None}
        assert copy_of(draft).publish_on is None

    def test_today_is_for_publishing_now(self, desk, editor):
        draft = drafts.begin(editor)
        assert send(desk, draft, timezone.localdate().isoformat()).status_code == 422

    def test_the_day_can_be_removed(self, desk, editor):
        draft = drafts.begin(editor)
        schedule(draft, editor, 30)
        desk.post(address(draft), drafts.posted(draft, do="unschedule"))
        assert copy_of(draft).publish_on is None
        assert draft.history.last().verb == Verb.UNSCHEDULED

    def test_what_stops_publication_stops_this(self, desk, editor):
        draft = drafts.begin(editor, incident="some time ago")
        assert send(desk, draft, "3 May 2090").status_code == 422
        assert copy_of(draft).publish_on is None

    def test_another_text_than_was_looked_at(self, desk, editor):
        draft = drafts.begin(editor)
        assert send(desk, draft, "3 May 2090", number=1).status_code == 409
        assert copy_of(draft).publish_on is None


@pytest.mark.django_db
class TestTheDay:
    def test_publishes_what_is_due_and_nothing_else(self, editor, client):
        due, later = drafts.begin(editor), drafts.begin(editor, title="Child C")
        schedule(due, editor, note="May list")
        schedule(later, editor, 1)
        assert run() == ([f"{due.reference}: published.", "Published: 1."], [])
        assert drafts.is_public(client, due)
        assert drafts.state_of(later) == State.DRAFT
        step = due.history.last()
        assert (step.verb, step.by, step.note) == (Verb.PUBLISHED, editor, "May list")

    def test_again_does_nothing(self, editor):
        schedule(drafts.begin(editor), editor)
        run()
        assert run() == (["Published: 0."], [])

    def test_a_correction_with_what_the_public_is_told(self, editor, client):
        review = drafts.publish(editor)
        drafts.write(review, editor, outcome="serious-harm")
        schedule(review, editor, public_note=TOLD)
        run()
        assert drafts.stored(review).outcome.slug == "serious-harm"
        assert TOLD in text(client.get(review.get_absolute_url()))

    def test_the_day_passed_long_ago(self, editor):
        draft = drafts.begin(editor)
        schedule(draft, editor, -40)
        run()
        assert drafts.state_of(draft) == State.PUBLISHED

    def test_a_change_takes_the_day_away(self, editor):
        draft = drafts.begin(editor)
        schedule(draft, editor)
        drafts.write(draft, editor, title="Child C")
        assert run() == (["Published: 0."], [])


@pytest.mark.django_db
class TestWhatIsNotPublished:
    """It says so on the desk, what is left goes on, and the next run tries again."""

    def refused(self, draft, others, said):
        out, err = run()
        assert out[-1] == f"Published: {len(others)}."
        assert err == [f"{draft.reference}: {said}"]
        assert copy_of(draft).schedule_problem == said
        assert drafts.state_of(draft) == State.DRAFT
        assert all(drafts.state_of(other) == State.PUBLISHED for other in others)
        assert draft.history.filter(verb=Verb.PUBLISHED).count() == 0

    @pytest.fixture
    def draft(self, editor):
        draft = drafts.begin(editor)
        schedule(draft, editor)
        return draft

    @pytest.fixture
    def other(self, person):
        by = person("second", EDITOR)
        texts = {"summary": "Another family, another year.", "learning-n1-text": "Write it down."}
        texts |= {"learning-n2-text": "Read it.", "recommendations-n1-text": "Meet sooner."}
        other = drafts.begin(by, title="Child Z", **texts)
        schedule(other, by)
        return other

    NO_RIGHT = "Who scheduled it may no longer publish it. Somebody else has to."

    def test_who_asked_has_left(self, draft, other, editor):
        editor.is_active = False
        editor.save()
        self.refused(draft, [other], self.NO_RIGHT)

    def test_who_asked_has_lost_the_right(self, draft, other, editor, client, person):
        editor.groups.clear()
        self.refused(draft, [other], self.NO_RIGHT)
        client.force_login(person("third", EDITOR))
        assert self.NO_RIGHT in text(client.get(address(draft)))
        editor.groups.set(Group.objects.filter(name=EDITOR))
        assert run()[1] == []
        assert drafts.state_of(draft) == State.PUBLISHED

    def test_the_checks_find_something_now(self, draft, other):
        copy = copy_of(draft)
        copy.acknowledged = {}
        copy.typed["harms"] = []
        copy.save()
        said = "The checks find something that they did not find when it was scheduled."
        self.refused(draft, [other], said)

    def test_a_term_has_gone(self, draft, other):
        death = Outcome.objects.get(slug="death")
        death.slug = "deceased"
        publishing.save_term(term=death)
        copy = copy_of(other)
        copy.typed["outcome"] = ["deceased"]
        copy.save()
        _, err = run()
        assert [line.partition(":")[0] for line in err] == [draft.reference]
        assert drafts.state_of(other) == State.PUBLISHED

    def test_a_second_person_is_asked_for_now(self, draft, settings):
        settings.SECOND_PERSON = True
        said = "Who scheduled it wrote some of it. Somebody else has to publish it."
        self.refused(draft, [], said)

    def test_it_was_withdrawn(self, editor):
        review = drafts.publish(editor)
        drafts.write(review, editor, title="Child C")
        schedule(review, editor)
        publishing.withdraw(review=review, by=editor)
        out, err = run()
        assert err == [f"{review.reference}: {review.reference} is withdrawn. Restore it first."]
        publishing.restore(review=review, by=editor)
        run()
        assert drafts.stored(review).title == "Child C"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    def test_what_somebody_is_saving_is_left_to_the_next_run(self, editor):
        first, second = drafts.begin(editor), drafts.begin(editor, title="Child C")
        for draft in (first, second):
            schedule(draft, editor)
        held, done = threading.Event(), threading.Event()

        def hold():
            with transaction.atomic():
                Review.objects.select_for_update().get(pk=first.pk)
                held.set()
                done.wait(30)
            connection.close()

        holder = threading.Thread(target=hold)
        holder.start()
        held.wait(30)
        out, _ = run()
        done.set()
        holder.join()
        assert out == [f"{second.reference}: published.", "Published: 1."]
        assert run()[0] == [f"{first.reference}: published.", "Published: 1."]

    def test_twice_at_once_publishes_each_once(self, editor):
        scheduled = [drafts.begin(editor, title=f"Child {letter}") for letter in "CDEFGH"]
        for draft in scheduled:
            schedule(draft, editor)
        together, found = threading.Barrier(2), []

        def publish():
            together.wait(30)
            found.extend(scheduling.publish_due())
            connection.close()

        threads = [threading.Thread(target=publish) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(one.name for one in found) == sorted(d.reference for d in scheduled)
        assert [one.problem for one in found if one.problem] == []
        for draft in scheduled:
            assert draft.history.filter(verb=Verb.PUBLISHED).count() == 1
        assert saving.opened(scheduled[0]).copy is None
