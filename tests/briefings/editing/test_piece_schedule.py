"""An edition published at a day and time: asked for at the desk, done by publish_scheduled."""

import threading
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from briefings import publishing
from briefings.choices import State, Verb
from briefings.editing import releasing, saving
from briefings.models import Edition, Piece, WorkingCopy
from reviews import publishing as record_of_reviews
from reviews.editing import releasing as releasing_reviews
from reviews.editing import scheduling
from reviews.editing.releasing import Words
from reviews.editing.vocabulary import vocabulary
from reviews.permissions import EDITOR
from tests import drafts, pages
from tests.piece_drafts import begin, findings, make_cited, posted, publish, stored, write

LONDON = ZoneInfo("Europe/London")
LIST = "/desk/briefings/"
NAME = "Edition 1 of “When nobody asks”"
TOLD = "The standfirst was wrong."


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def review(db):
    return make_cited()


@pytest.fixture
def draft(contributor, review):
    return begin(contributor, review)


def address(edition):
    return f"{LIST}{edition.pk}/publish/"


def text(response):
    return pages.read(response).one("main").text


def send(client, edition, day="", time="", **fields):
    sent = {"do": "schedule", "publish_on": day, "publish_time": time, **fields}
    return client.post(address(edition), posted(edition, **sent))


def schedule(edition, by, minutes=-1, **words):
    """Have it published some minutes from now; by itself it is due."""
    reasons = {one.key: "It is so." for one in findings(edition)}
    releasing.COPIES.acknowledge(edition, reasons=reasons)
    at = timezone.now() + timedelta(minutes=minutes)
    releasing.schedule(edition=edition, at=at, by=by, vocabulary=vocabulary(), words=Words(**words))


def run():
    out, err = StringIO(), StringIO()
    call_command("publish_scheduled", stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def copy_of(edition):
    return WorkingCopy.objects.get(edition=edition)


@pytest.mark.django_db
class TestAsking:
    def test_keeps_the_day_and_the_time(self, at_desk, draft, editor):
        response = send(at_desk, draft, "3 May 2090", "9:30", note="With the conference")
        assert response.status_code == 302
        said = "“When nobody asks”, edition 1, will be published on 3 May 2090 at 9:30."
        assert said in text(at_desk.get(response["Location"]))
        copy = copy_of(draft)
        assert copy.publish_at == datetime(2090, 5, 3, 9, 30, tzinfo=LONDON)
        assert copy.scheduled_by == editor
        step = draft.history.last()
        assert (step.verb, step.by, step.note) == (Verb.SCHEDULED, editor, "With the conference")
        assert step.changes == ["To be published on 3 May 2090 at 9:30"]
        assert stored(draft).state == State.DRAFT

    def test_the_desk_says_so_where_it_is_looked_at(self, at_desk, draft):
        send(at_desk, draft, "3 May 2090", "9:30")
        said = "To be published on 3 May 2090 at 9:30, for R. Okafor"
        assert said in text(at_desk.get(address(draft)))
        assert said in text(at_desk.get(f"{LIST}{draft.pk}/"))
        (row,) = at_desk.get(f"{LIST}?state=scheduled").context["page"].rows
        assert row.state == "Draft, to be published on 3 May 2090 at 9:30"
        part = pages.read(at_desk.get("/desk/")).one(
            "section", aria_labelledby="s-scheduled-pieces"
        )
        assert "When nobody asks" in part.text
        assert "To be published on 3 May 2090 at 9:30 · Scheduled by R. Okafor" in part.text

    def test_without_a_time_it_is_as_the_day_begins(self, at_desk, draft):
        send(at_desk, draft, "3 May 2090")
        assert copy_of(draft).publish_at == datetime(2090, 5, 3, tzinfo=LONDON)
        assert "To be published on 3 May 2090, for" in text(at_desk.get(address(draft)))
        assert at_desk.get(f"{LIST}?state=scheduled").context["page"].rows[0].state.endswith("2090")

    @pytest.mark.parametrize(
        ("typed", "hour", "minute"),
        [("09:30", 9, 30), ("14.15", 14, 15), ("2.15 pm", 14, 15), ("9AM", 9, 0), ("12 am", 0, 0)],
    )
    def test_times_as_people_write_them(self, at_desk, draft, typed, hour, minute):
        send(at_desk, draft, "3 December 2090", typed)
        at = datetime(2090, 12, 3, hour, minute, tzinfo=LONDON)
        assert copy_of(draft).publish_at == at

    @pytest.mark.parametrize(
        ("day", "time"),
        [
            *[("", ""), ("", "9:30"), ("soon", ""), ("May 2090", ""), ("31 February 2090", "")],
            *[("1 May 2020", ""), ("1 May 2020", "9:30"), ("x" * 100, "")],
            *[("3 May 2090", "25:00"), ("3 May 2090", "at noon"), ("3 May 2090", "9" * 99)],
        ],
    )
    def test_what_can_not_be_read_or_is_past(self, at_desk, draft, day, time):
        response = send(at_desk, draft, day, time)
        assert response.status_code == 422
        shown = pages.read(response)
        for name, typed in (("publish_on", day), ("publish_time", time)):
            assert (shown.one("input", name=name).get("value") or "") == typed
        assert copy_of(draft).publish_at is None

    def test_a_time_of_today_that_is_still_to_come(self, at_desk, draft):
        at = timezone.localtime() + timedelta(hours=1)
        assert send(at_desk, draft, at.date().isoformat(), f"{at:%H:%M}").status_code == 302

    def test_or_that_has_passed(self, at_desk, draft):
        at = timezone.localtime() - timedelta(minutes=1)
        response = send(at_desk, draft, at.date().isoformat(), f"{at:%H:%M}")
        assert response.status_code == 422
        assert copy_of(draft).publish_at is None

    @pytest.mark.parametrize("typed", [{"publish_on": "3 May 2090"}, {"publish_time": "9:30"}])
    def test_a_day_beside_the_button_that_publishes_now(self, at_desk, draft, typed):
        response = at_desk.post(address(draft), posted(draft, do="publish", **typed))
        assert response.status_code == 422
        assert "Choose “Publish then”" in text(response)
        assert stored(draft).state == State.DRAFT

    def test_the_day_can_be_taken_back(self, at_desk, draft, editor):
        schedule(draft, editor, 60)
        response = at_desk.post(address(draft), posted(draft, do="unschedule"), follow=True)
        assert "has no day of publication any more" in text(response)
        copy = copy_of(draft)
        assert (copy.publish_at, copy.scheduled_by) == (None, None)
        assert draft.history.last().verb == Verb.UNSCHEDULED
        assert at_desk.get(f"{LIST}?state=scheduled").context["page"].rows == []

    def test_what_stops_publication_stops_this(self, at_desk, draft, editor):
        write(draft, editor, standfirst="")
        assert send(at_desk, draft, "3 May 2090").status_code == 422
        assert copy_of(draft).publish_at is None

    def test_another_text_than_was_looked_at(self, at_desk, draft):
        assert send(at_desk, draft, "3 May 2090", number=1).status_code == 409
        assert copy_of(draft).publish_at is None

    @pytest.mark.parametrize(("day", "status"), [("3 June 2090", 302), ("31 May 2090", 422)])
    def test_its_own_date_is_judged_as_on_that_day(self, at_desk, draft, editor, day, status):
        write(draft, editor, published="June 2090")
        assert "Its date is in the future." in text(at_desk.get(address(draft)))
        sent = {"do": "schedule", "publish_on": day, "number": saving.opened(draft).number}
        assert at_desk.post(address(draft), sent).status_code == status
        if status == 302:
            assert "in the future" not in text(at_desk.get(address(draft)))

    def test_doubts_about_what_the_public_is_told(self, at_desk, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="Another.")
        told = {"public_note": "The family of TR1 2AB asked for it."}
        response = send(at_desk, edition, "3 May 2090", **told)
        assert response.status_code == 422 and "may identify" in text(response)
        assert copy_of(edition).publish_at is None


@pytest.mark.django_db
class TestWhoMayNot:
    @pytest.mark.parametrize("do", ["schedule", "unschedule"])
    def test_a_contributor(self, client, draft, contributor, do):
        client.force_login(contributor)
        assert send(client, draft, "3 May 2090", do=do).status_code == 403
        assert "Publish then" not in text(client.get(address(draft)))
        assert copy_of(draft).publish_at is None

    def test_who_wrote_it_where_a_second_person_is_asked_for(
        self, at_desk, draft, editor, settings
    ):
        write(draft, editor, standfirst="Another.")
        settings.SECOND_PERSON = True
        assert "Publish then" not in text(at_desk.get(address(draft)))
        assert send(at_desk, draft, "3 May 2090").status_code == 409
        assert copy_of(draft).publish_at is None


@pytest.mark.django_db
class TestWhenTheTimeComes:
    def test_publishes_what_is_due_and_nothing_else(self, client, draft, editor):
        later = begin(editor, title="When nobody listens")
        schedule(draft, editor, note="For the conference")
        schedule(later, editor, 1)
        assert run() == ([f"{NAME}: published.", "Published: 1."], [])
        assert client.get("/briefings/when-nobody-asks/").status_code == 200
        assert stored(later).state == State.DRAFT
        edition = stored(draft)
        assert edition.released_by == editor
        step = edition.history.last()
        assert (step.verb, step.by, step.note) == (
            Verb.PUBLISHED,
            editor,
            "For the conference",
        )
        assert run() == (["Published: 0."], [])

    def test_reviews_and_editions_by_the_same_command(self, editor):
        drafts.make_terms()
        review, draft = drafts.begin(editor), begin(editor)
        drafts.acknowledge(review)
        on, terms = timezone.localdate(), vocabulary()
        releasing_reviews.schedule(review=review, on=on, by=editor, vocabulary=terms)
        schedule(draft, editor)
        out, err = run()
        assert out == [f"{review.reference}: published.", f"{NAME}: published.", "Published: 2."]
        assert err == []

    def test_a_new_edition_supersedes_the_last(self, editor):
        first = publish(editor)
        second = releasing.begin_next(edition=first, by=editor)
        write(second, editor, published="June 2026")
        schedule(second, editor)
        assert stored(first).is_current
        run()
        assert (stored(first).state, stored(second).is_current) == (State.SUPERSEDED, True)

    def test_a_correction_with_what_the_public_is_told(self, client, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="Another.")
        schedule(edition, editor, public_note=TOLD)
        run()
        assert stored(edition).standfirst == "Another."
        assert TOLD in text(client.get("/briefings/when-nobody-asks/"))

    def test_two_of_one_piece(self, editor):
        first = publish(editor)
        second = releasing.begin_next(edition=first, by=editor)
        write(second, editor, published="June 2026")
        write(first, editor, standfirst="Another.")
        for edition in (first, second):
            schedule(edition, editor)
        out, err = run()
        assert (out[-1], err) == ("Published: 2.", [])
        assert (stored(first).standfirst, stored(first).state) == ("Another.", State.SUPERSEDED)
        assert stored(second).is_current

    def test_a_change_takes_it_away(self, draft, editor):
        schedule(draft, editor)
        write(draft, editor, standfirst="Another.")
        copy = copy_of(draft)
        assert (copy.publish_at, copy.scheduled_by) == (None, None)
        assert run() == (["Published: 0."], [])
        assert stored(draft).state == State.DRAFT

    def test_a_draft_that_was_discarded(self, draft, editor):
        schedule(draft, editor)
        releasing.COPIES.discard(draft, by=editor)
        assert run() == (["Published: 0."], [])


@pytest.mark.django_db
class TestWhatIsNotPublished:
    """It says so on the desk, what is left goes on, and the next run tries again."""

    FOUND = "The checks find something that they did not find when it was scheduled."
    NO_RIGHT = "Who scheduled it may no longer publish it. Somebody else has to."

    @pytest.fixture
    def scheduled(self, draft, editor):
        schedule(draft, editor)
        return draft

    @pytest.fixture
    def other(self, person):
        by = person("second", EDITOR)
        other = begin(by, title="When nobody listens")
        schedule(other, by)
        return other

    def refused(self, edition, said, *others):
        out, err = run()
        assert out[-1] == f"Published: {len(others)}."
        assert err == [f"{NAME}: {said}"]
        assert copy_of(edition).schedule_problem == said
        assert stored(edition).state == State.DRAFT
        assert all(stored(one).is_current for one in others)
        assert not edition.history.filter(verb=Verb.PUBLISHED).exists()

    def test_what_it_cites_was_withdrawn_meanwhile(self, at_desk, scheduled, other, review):
        record_of_reviews.withdraw(review=review, by=None)
        self.refused(scheduled, self.FOUND, other)
        assert at_desk.get("/briefings/when-nobody-asks/").status_code == 404
        for path in ("/desk/", f"{LIST}?state=scheduled", address(scheduled)):
            assert self.FOUND in text(at_desk.get(path)), path
        assert review.reference in text(at_desk.get(address(scheduled)))
        record_of_reviews.restore(review=review, by=None)
        assert run() == ([f"{NAME}: published.", "Published: 1."], [])

    def test_a_point_that_it_cites_is_gone(self, scheduled, other, review):
        review.points.first().delete()
        self.refused(scheduled, self.FOUND, other)

    def test_who_asked_has_left(self, scheduled, other, editor):
        editor.is_active = False
        editor.save()
        self.refused(scheduled, self.NO_RIGHT, other)

    def test_who_asked_has_lost_the_right(self, scheduled, other, editor):
        editor.groups.clear()
        self.refused(scheduled, self.NO_RIGHT, other)
        editor.groups.set(Group.objects.filter(name=EDITOR))
        assert run()[1] == []
        assert stored(scheduled).is_current

    def test_a_second_person_is_asked_for_now(self, editor, settings):
        edition = begin(editor)
        schedule(edition, editor)
        settings.SECOND_PERSON = True
        said = "Who scheduled it wrote some of it. Somebody else has to publish it."
        self.refused(edition, said)

    def test_it_was_withdrawn(self, editor):
        edition = publish(editor)
        write(edition, editor, standfirst="Another.")
        schedule(edition, editor)
        publishing.withdraw(edition=edition, by=editor)
        assert run()[1] == [f"{NAME}: {NAME} is withdrawn. Restore it first."]
        publishing.restore(edition=edition, by=editor)
        run()
        assert stored(edition).standfirst == "Another."

    def test_another_day_is_another_try(self, at_desk, scheduled, review):
        record_of_reviews.withdraw(review=review, by=None)
        run()
        record_of_reviews.restore(review=review, by=None)
        send(at_desk, scheduled, "3 May 2090")
        assert copy_of(scheduled).schedule_problem == ""
        assert run() == (["Published: 0."], [])


@pytest.mark.django_db
class TestQueries:
    def test_what_is_not_due_costs_nothing(self, draft, editor, django_assert_num_queries):
        schedule(draft, editor, 60)
        with django_assert_num_queries(2 * 3):  # of reviews and of editions, in a transaction each
            assert list(scheduling.publish_due()) == []

    def test_lists_do_not_grow(self, at_desk, draft, editor, django_assert_max_num_queries):
        schedule(draft, editor, 60)
        counted = {}
        for path in (LIST, "/desk/"):
            at_desk.get(path)
            with django_assert_max_num_queries(30) as asked:
                at_desk.get(path)
            counted[path] = len(asked)
        for _ in range(3):
            schedule(begin(editor), editor, 60)
        for path, most in counted.items():
            at_desk.get(path)
            with django_assert_max_num_queries(most):
                assert "When nobody asks" in text(at_desk.get(path))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    def test_what_somebody_is_saving_is_left_to_the_next_run(self, editor):
        first, second = begin(editor), begin(editor)
        for edition in (first, second):
            schedule(edition, editor)
        held, done = threading.Event(), threading.Event()

        def hold():
            with transaction.atomic():
                Piece.objects.select_for_update().get(pk=first.piece_id)
                held.set()
                done.wait(30)
            connection.close()

        holder = threading.Thread(target=hold)
        holder.start()
        held.wait(30)
        out, _ = run()
        done.set()
        holder.join()
        assert out == [f"{NAME}: published.", "Published: 1."]
        assert (stored(first).state, stored(second).is_current) == (State.DRAFT, True)
        assert run()[0] == [f"{NAME}: published.", "Published: 1."]

    def test_twice_at_once_publishes_each_once(self, editor):
        scheduled = [begin(editor) for _ in range(4)]
        for edition in scheduled:
            schedule(edition, editor)
        together, found = threading.Barrier(2), []

        def go():
            together.wait(30)
            found.extend(scheduling.publish_due())
            connection.close()

        threads = [threading.Thread(target=go) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [(one.name, one.problem) for one in found] == [(NAME, "")] * 4
        for edition in scheduled:
            assert edition.history.filter(verb=Verb.PUBLISHED).count() == 1
        assert Edition.objects.current().count() == 4
