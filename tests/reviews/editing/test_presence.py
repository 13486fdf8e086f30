"""Two editors at one page see each other, and what the other has saved."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews.editing import presence, saving
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Outcome, Presence, ReviewType
from tests.factories import make_term


@pytest.fixture
def draft(editor):
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")
    return saving.begin(by=editor, title="Child B")


@pytest.fixture
def tell(client, draft):
    """What the script of a page posts, for somebody, and the words that come back."""

    def post(user, **fields):
        client.force_login(user)
        return client.post(f"/desk/reviews/{draft.pk}/presence/", fields)

    return post


def save(review, by, title):
    now = saving.opened(review)
    typed = now.typed.copy()
    typed.set("title", title)
    return saving.save(
        review=review, typed=typed, opened_at=now.number, by=by, vocabulary=current()
    )


def others(review, user):
    return [found.user.username for found in presence.company(review, user, 0).others]


class TestWhoIsThere:
    def test_others_are_named_and_oneself_is_not(self, draft, editor, contributor):
        presence.note(draft, editor)
        assert others(draft, editor) == []
        assert others(draft, contributor) == ["okafor"]

    def test_it_counts_for_five_minutes(self, draft, editor, contributor):
        presence.note(draft, editor)
        Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=4, seconds=55))
        assert others(draft, contributor) == ["okafor"]
        Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=5))
        assert others(draft, contributor) == []

    def test_since_when_is_kept_while_it_is_open(self, draft, editor):
        presence.note(draft, editor)
        begun = timezone.now() - timedelta(hours=1)
        Presence.objects.update(since=begun)
        presence.note(draft, editor)
        assert Presence.objects.get().since == begun
        Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=6))
        presence.note(draft, editor)
        assert Presence.objects.get().since > begun

    def test_whoever_leaves_is_gone_within_seconds(self, draft, editor, contributor):
        presence.note(draft, editor)
        presence.leave(draft, editor)
        left = Presence.objects.get().seen_at + presence.COUNTS - timezone.now()
        assert timedelta(0) < left < timedelta(seconds=11)

    def test_a_page_that_is_saved_and_shown_again_was_not_left(self, draft, editor):
        presence.note(draft, editor)
        begun = Presence.objects.get().since
        presence.leave(draft, editor)
        presence.note(draft, editor)
        assert Presence.objects.get().since == begun

    def test_at_another_review_is_elsewhere(self, draft, editor, contributor):
        presence.note(saving.begin(by=editor), editor)
        assert others(draft, contributor) == []


class TestWhatWasSaved:
    def test_a_save_of_somebody_else_since_this_page_was_opened(self, draft, editor, contributor):
        save(draft, contributor, "Child C")
        found = presence.company(draft, editor, number=1)
        assert (found.is_newer, found.copy.changed_by) == (True, contributor)

    def test_ones_own_save_is_no_news(self, draft, editor):
        save(draft, editor, "Child C")
        assert not presence.company(draft, editor, number=1).is_newer

    def test_a_save_before_this_page_was_opened_is_no_news(self, draft, editor, contributor):
        number = save(draft, contributor, "Child C").number
        assert not presence.company(draft, editor, number).is_newer

    def test_published_or_given_up_meanwhile(self, draft, editor):
        draft.working_copy.delete()
        assert presence.company(draft, editor, number=1).is_gone
        assert not presence.company(draft, editor, number=0).is_gone


class TestThePost:
    def test_says_who_is_there_since_when(self, tell, draft, editor, contributor):
        presence.note(draft, editor)
        since = timezone.localtime(Presence.objects.get().since)
        said = tell(contributor, number="1").content.decode()
        assert f"R. Okafor has this page open (since {since:%H:%M})." in said
        assert "C. Vaughan" not in said
        assert Presence.objects.filter(user=contributor).exists()

    def test_says_calmly_what_was_saved(self, tell, draft, editor, contributor):
        save(draft, contributor, "Child C")
        at = timezone.localtime(draft.working_copy.changed_at)
        said = tell(editor, number="1").content.decode()
        assert f"C. Vaughan saved changes at {at:%H:%M}." in said
        assert "Yours will be merged when you save." in said
        assert "merged" not in tell(editor, number="2").content.decode()

    def test_leaving(self, tell, draft, editor):
        tell(editor)
        response = tell(editor, leave="1")
        assert (response.status_code, response.content) == (204, b"")
        assert Presence.objects.get().seen_at < timezone.now() - timedelta(minutes=4)

    @pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40, "١"])
    def test_a_number_that_is_none(self, tell, editor, number):
        assert tell(editor, number=number).status_code == 200

    def test_a_name_is_no_markup(self, tell, draft, person, contributor):
        stranger = person("stranger", "editor", name="<b>Bo</b>")
        presence.note(draft, stranger)
        assert "&lt;b&gt;Bo" in tell(contributor).content.decode()

    def test_of_a_review_that_is_not_there(self, client, editor):
        client.force_login(editor)
        assert client.post("/desk/reviews/999999/presence/").status_code == 404

    def test_asks_the_database_no_more_for_more_people(
        self, client, tell, draft, editor, contributor, person, django_assert_num_queries
    ):
        presence.note(draft, editor)
        tell(contributor)
        with CaptureQueriesContext(connection) as few:
            client.post(f"/desk/reviews/{draft.pk}/presence/")
        for number in range(5):
            presence.note(draft, person(f"editor{number}", "editor"))
        with django_assert_num_queries(len(few)):
            client.post(f"/desk/reviews/{draft.pk}/presence/")
