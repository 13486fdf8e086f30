"""The same step for many reviews: what is said before, what is done, what is left alone."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.http import urlencode

from reviews.choices import State, Verb
from reviews.dates import PartialDate
from reviews.editing import bulk, releasing, saving
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import AuditEntry, Harm, Outcome, Review, ReviewType, Theme, WorkingCopy
from tests import pages
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db

BULK, DONE = "/desk/reviews/bulk/", "/desk/reviews/bulk/done/"
WHOLE = {
    "type": "serious-case-review",
    "outcome": "serious-harm",
    "harms": "neglect-of-a-child",
    "themes": "neglect",
}
# The database itself refuses to publish one review.
REFUSING = """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION USING ERRCODE = ''check_violation''; END';
    CREATE TRIGGER refuse BEFORE UPDATE ON reviews_review
        FOR EACH ROW WHEN (NEW.id = {key} AND NEW.state = 'published') EXECUTE FUNCTION refuse();
"""


@pytest.fixture(autouse=True)
def terms():
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")
    make_term(Outcome, "serious-harm")
    make_term(Harm, "neglect-of-a-child")
    make_term(Theme, "neglect")
    make_term(Theme, "supervision")


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


def draft(by, title="Child A", added="2026-11", **typed):
    """A draft that could be published, but for what its source does not say: acknowledged."""
    review = saving.begin(by=by, title=title, added=PartialDate(added))
    words = " ".join(f"{title[-1]}{number}" for number in range(40))  # like no other review's
    change(review, by, **WHOLE | {"summary": f"What happened: {words}."} | typed)
    acknowledge(review)
    return review


def change(review, by, **typed):
    found = saving.opened(review)
    for name, text in typed.items():
        found.typed.set(name, text)
    saving.save(
        review=review, typed=found.typed, opened_at=found.number, by=by, vocabulary=current()
    )


def acknowledge(review):
    now = saving.opened(review)
    form = releasing.EditForm(review, now.typed, current())
    found = releasing.judge(form).to_acknowledge
    releasing.COPIES.acknowledge(review, reasons={one.key: "Not in the source" for one in found})


def address(do, *reviews, **more):
    chosen = [("review", review.pk) for review in reviews]
    return f"{BULK}?{urlencode([('do', do), *chosen, *more.items()])}"


def parts(response):
    """What the page says: {the heading with its number: the lines}."""
    found = pages.read(response).one("main").all("section", class_="part")
    return {part.one("h2").text: [line.text for line in part.all("li")] for part in found}


def form(response):
    """What the confirmation would send."""
    form = pages.read(response).one("form", method="post")
    hidden = form.all("input", type="hidden")
    fields = {}
    for one in hidden:
        if one["name"] != "csrfmiddlewaretoken":
            fields.setdefault(one["name"], []).append(one["value"])
    return fields


def confirm(client, response, **more):
    return client.post(BULK, form(response) | {"sure": "on"} | more, follow=True)


def state_of(review):
    return Review.objects.get(pk=review.pk).state


class TestPublish:
    def test_says_what_will_happen_to_each_and_does_it(self, at_desk, editor):
        one, other = draft(editor, "Child A"), draft(editor, "Child B")
        response = at_desk.get(address("publish", one, other))
        assert pages.read(response).one("h1").text == "Publish 2 reviews"
        (lines,) = parts(response).values()
        assert all("becomes public at once" in line for line in lines)
        assert state_of(one) == State.DRAFT
        done = confirm(at_desk, response, note="The list of November")
        assert done.redirect_chain == [(DONE, 302)]
        assert pages.read(done).one("h1").text == "2 reviews published"
        assert [state_of(review) for review in (one, other)] == [State.PUBLISHED] * 2
        for review in (one, other):
            step = review.history.get(verb=Verb.PUBLISHED)
            assert (step.by, step.note) == (editor, "The list of November")
            assert at_client(at_desk, review).status_code == 200

    def test_a_month(self, at_desk, editor):
        november = [draft(editor, f"Child {letter}") for letter in "AB"]
        october = draft(editor, "Child C", added="2026-10")
        query = {"state": "draft", "added": "2026-11", "all": "yes"}
        confirm(at_desk, at_desk.get(address("publish", **query)))
        assert {state_of(review) for review in november} == {State.PUBLISHED}
        assert state_of(october) == State.DRAFT

    def test_what_can_not_be_is_said_with_the_reason_and_left_alone(self, at_desk, editor):
        ready = draft(editor, "Ready")
        stopped = draft(editor, "Stopped", incident="not a date at all")
        asked = saving.begin(by=editor, title="Asked")
        change(asked, editor, summary="Child A was four.")
        scheduled = draft(editor, "Scheduled")
        WorkingCopy.objects.filter(review=scheduled).update(
            publish_on=date(2026, 12, 3), scheduled_by=editor
        )
        gone = make_review(title="Gone", state="withdrawn")
        public = make_review(title="Public")
        chosen = (ready, stopped, asked, scheduled, gone, public)
        response = at_desk.get(address("publish", *chosen))
        found = parts(response)
        assert set(found) == {
            "These become public 1",
            "These can’t be 4",
            "Nothing to do for these 1",
        }
        said = " ".join(found["These can’t be 4"])
        assert "1 mistake has to be put right." in said
        assert "of the checks are to be answered." in said
        assert "It has its day: 3 December 2026." in said
        assert "It is withdrawn. Restore it first." in said
        links = {link["href"] for link in pages.read(response).one("main").all("a")}
        assert reverse("desk:edit", args=[stopped.pk]) in links
        assert reverse("desk:publish", args=[asked.pk]) in links
        assert form(response)["step"] == [f"{ready.pk}:{saving.opened(ready).number}"]
        confirm(at_desk, response)
        assert state_of(ready) == State.PUBLISHED
        assert [state_of(one) for one in (stopped, asked, scheduled)] == [State.DRAFT] * 3
        assert state_of(gone) == State.WITHDRAWN

    def test_corrections_too(self, at_desk, editor):
        review = make_review(title="Child B", harms=["neglect-of-a-child"], themes=["neglect"])
        change(review, editor, headline="a boy of 4")
        acknowledge(review)
        response = at_desk.get(address("publish", review))
        (line,) = parts(response)["These become public 1"]
        assert "The correction becomes public at once" in line
        confirm(at_desk, response)
        assert Review.objects.get(pk=review.pk).headline == "a boy of 4"

    def test_a_second_person_where_one_is_asked_for(self, at_desk, editor, contributor, settings):
        settings.SECOND_PERSON = True
        mine, theirs = draft(editor, "Mine"), draft(contributor, "Theirs")
        response = at_desk.get(address("publish", mine, theirs))
        assert "Theirs" in parts(response)["These become public 1"][0]
        assert "You wrote some of it" in parts(response)["These can’t be 1"][0]
        sent = form(response) | {"sure": "on"}
        sent["step"] = [*sent["step"], f"{mine.pk}:{saving.opened(mine).number}"]
        done = at_desk.post(BULK, sent, follow=True)
        assert pages.read(done).one("h1").text == "1 review published, 1 not"
        assert state_of(mine) == State.DRAFT


class TestHalfway:
    def test_one_that_was_saved_meanwhile_is_left_and_the_others_are_done(
        self, at_desk, editor, contributor
    ):
        one, other = draft(editor, "Child A"), draft(editor, "Child B")
        response = at_desk.get(address("publish", one, other))
        change(one, contributor, headline="a girl of 4")
        done = confirm(at_desk, response)
        assert pages.read(done).one("h1").text == "1 review published, 1 not"
        (line,) = parts(done)["Not done 1"]
        assert one.reference in line
        assert bulk.OUTDATED in line
        assert (state_of(one), state_of(other)) == (State.DRAFT, State.PUBLISHED)

    def test_one_that_is_gone_is_said(self, at_desk, editor):
        one, other = draft(editor, "Child A"), draft(editor, "Child B")
        response = at_desk.get(address("publish", one, other))
        releasing.COPIES.discard(one, by=editor)
        done = confirm(at_desk, response)
        assert pages.read(done).one("h1").text == "1 review published, 1 not"
        assert "It is not there any more." in parts(done)["Not done 1"][0]

    def test_what_the_database_refuses_does_not_stop_the_others(self, at_desk, editor):
        bad, good = draft(editor, "Child A"), draft(editor, "Child B")
        response = at_desk.get(address("publish", bad, good))
        with connection.cursor() as cursor:
            cursor.execute(REFUSING.format(key=bad.pk))
        done = confirm(at_desk, response)
        assert pages.read(done).one("h1").text == "1 review published, 1 not"
        assert "The database refused it." in parts(done)["Not done 1"][0]
        assert (state_of(bad), state_of(good)) == (State.DRAFT, State.PUBLISHED)
        assert saving.opened(bad).typed.get("summary")

    def test_sent_twice_it_is_done_once(self, at_desk, editor):
        review = draft(editor)
        sent = form(at_desk.get(address("publish", review))) | {"sure": "on"}
        at_desk.post(BULK, sent)
        again = at_desk.post(BULK, sent, follow=True)
        assert pages.read(again).one("h1").text == "Nothing was changed"
        assert list(parts(again)) == ["Done already 1"]
        assert review.history.filter(verb=Verb.PUBLISHED).count() == 1

    def test_the_same_review_named_twice_is_done_once(self, at_desk, editor):
        review = draft(editor)
        sent = form(at_desk.get(address("publish", review, review))) | {"sure": "on"}
        sent["step"] = sent["step"] * 2
        at_desk.post(BULK, sent)
        assert review.history.filter(verb=Verb.PUBLISHED).count() == 1


class TestTheme:
    def test_drafts_are_changed_and_of_the_public_corrections_are_begun(self, at_desk, editor):
        written, public = draft(editor), make_review(title="Child B", themes=["neglect"])
        response = at_desk.get(address("theme", written, public, to_theme="supervision"))
        assert pages.read(response).one("h1").text == "Add the theme Supervision to 2 reviews"
        said = " ".join(parts(response)["These are changed 2"])
        assert "The draft is changed." in said
        assert "A correction is begun" in said
        done = confirm(at_desk, response)
        assert pages.read(done).one("h1").text == "2 reviews changed"
        assert saving.opened(written).typed.all("themes") == ["neglect", "supervision"]
        assert saving.opened(public).typed.all("themes") == ["neglect", "supervision"]
        assert [theme.slug for theme in public.themes.all()] == ["neglect"]
        assert public.revisions.get().by == editor

    def test_one_that_has_it_is_left(self, at_desk, editor):
        review = draft(editor)
        response = at_desk.get(address("theme", review, to_theme="neglect"))
        assert (
            "It has the theme Neglect already." in parts(response)["Nothing to do for these 1"][0]
        )
        assert pages.read(response).all("form", method="post") == []

    def test_what_is_offered_is_offered_no_more_and_that_is_said(self, at_desk, editor):
        review = draft(editor)
        releasing.COPIES.offer(review, by=editor)
        response = at_desk.get(address("theme", review, to_theme="supervision"))
        assert "no longer offered" in parts(response)["These are changed 1"][0]
        confirm(at_desk, response)
        assert WorkingCopy.objects.get(review=review).offered_at is None

    def test_which_one_is_asked_for_first(self, at_desk, editor):
        review = draft(editor)
        response = at_desk.get(address("theme", review, state="draft"))
        asking = pages.read(response).one("main").one("form")
        hidden = {(one["name"], one["value"]) for one in asking.all("input", type="hidden")}
        assert hidden == {("do", "theme"), ("review", str(review.pk)), ("state", "draft")}
        unknown = at_desk.get(address("theme", review, to_theme="nothing"))
        assert pages.read(unknown).one("div", class_="alert")


class TestMonth:
    def test_another_year_gives_a_draft_another_reference(self, at_desk, editor):
        review = draft(editor, added="2026-11")
        response = at_desk.get(address("month", review, to_month="Jan 2025"))
        assert "It gets a reference of 2025." in parts(response)["These are changed 1"][0]
        confirm(at_desk, response)
        review.refresh_from_db()
        assert (review.added, review.reference) == (PartialDate("2025-01"), "CR-2025-0001")

    def test_what_is_no_month_is_asked_again(self, at_desk, editor):
        response = at_desk.get(address("month", draft(editor), to_month="2025"))
        assert "Write a month and its year" in response.text


class TestOffer:
    def test_it_is_offered_once(self, client, contributor):
        client.force_login(contributor)
        review = draft(contributor)
        response = client.get(address("offer", review))
        confirm(client, response)
        assert WorkingCopy.objects.get(review=review).offered_by == contributor
        again = client.get(address("offer", review))
        assert list(parts(again)) == ["Nothing to do for these 1"]

    def test_what_has_mistakes_or_no_changes_is_not(self, at_desk, editor):
        stopped, public = draft(editor, incident="not a date"), make_review()
        (lines,) = parts(at_desk.get(address("offer", stopped, public))).values()
        assert len(lines) == 2


class TestRights:
    def test_who_may_not_publish_publishes_nothing(self, client, contributor):
        review = draft(contributor)
        client.force_login(contributor)
        assert client.get(address("publish", review)).status_code == 403
        step = f"{review.pk}:{saving.opened(review).number}"
        sent = {"do": "publish", "sure": "on", "step": step}
        assert client.post(BULK, sent).status_code == 403
        assert state_of(review) == State.DRAFT

    def test_who_may_only_correct_publishes_no_draft(self, client, contributor, editor):
        from django.contrib.auth.models import Permission

        contributor.user_permissions.add(Permission.objects.get(codename="correct_review"))
        client.force_login(contributor)
        review = draft(editor)
        response = client.get(address("publish", review))
        assert "You have no right to publish it." in parts(response)["These can’t be 1"][0]
        step = f"{review.pk}:{saving.opened(review).number}"
        client.post(BULK, {"do": "publish", "sure": "on", "step": step})
        assert state_of(review) == State.DRAFT

    @pytest.mark.parametrize("page", [BULK, DONE])
    def test_who_may_not_write_is_refused(self, client, manager, page):
        assert client.get(page).status_code == 302
        client.force_login(manager)
        assert client.get(page).status_code == 403


class TestBadInput:
    def test_nothing_is_done_before_it_is_acknowledged(self, at_desk, editor):
        review = draft(editor)
        response = at_desk.get(address("publish", review))
        refused = at_desk.post(BULK, form(response))
        assert refused.status_code == 422
        assert "Tick the box once you have looked." in refused.text
        assert form(refused) == form(response)
        assert state_of(review) == State.DRAFT

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("do=publish", "No review was chosen"),
            ("do=publish&review=x", "No review was chosen"),
            ("do=erase&review=1", "Choose what to do"),
            ("review=1", "Choose what to do"),
            ("do=publish&all=yes&state=gone", "can’t be read"),
        ],
    )
    def test_what_makes_no_sense_is_said(self, at_desk, query, said):
        response = at_desk.get(f"{BULK}?{query}")
        assert response.status_code == 400
        assert said in pages.read(response).one("main").text
        assert (
            at_desk.post(BULK, query, content_type="application/x-www-form-urlencoded").status_code
            == 400
        )

    def test_at_most_so_many_at_once(self, at_desk):
        for number in range(101):
            make_review(title=f"Child {number}")
        response = at_desk.get(address("publish", all="yes"))
        assert response.status_code == 400
        assert "101 reviews were chosen" in pages.read(response).one("main").text

    def test_nothing_to_tell(self, at_desk):
        assert at_desk.get(DONE).status_code == 302

    def test_a_page_that_is_only_looked_at_changes_nothing(self, at_desk, editor):
        review = draft(editor)
        before = (AuditEntry.objects.count(), WorkingCopy.objects.get().number)
        at_desk.get(address("publish", review))
        at_desk.get(address("theme", review, to_theme="supervision"))
        assert (AuditEntry.objects.count(), WorkingCopy.objects.get().number) == before


def at_client(client, review):
    return client.get(Review.objects.get(pk=review.pk).get_absolute_url())
