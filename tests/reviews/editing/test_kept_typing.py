"""A session that ended, a token that is not right: what was typed is kept, and nothing is saved."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client
from django.utils import timezone

from reviews import publishing
from reviews.editing import kept_typing, saving
from reviews.editing.vocabulary import vocabulary
from reviews.models import AuditEntry, Outcome, ReviewType, Revision, WorkingCopy
from tests.accounts.people import PASSWORD, make_account, sign_in
from tests.factories import make_review, make_term
from tests.pdf_files import make_pdf

TYPED = {"title": "Child Q", "summary": "What was typed when the session had ended.", "number": "1"}


@pytest.fixture
def okafor(db):
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def vaughan(db):
    return make_account("vaughan@example.org", "editor")


@pytest.fixture
def draft(okafor):
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")
    return saving.begin(by=okafor, title="Child B")


@pytest.fixture
def checked():
    """A browser whose tokens are looked at, as in life."""
    return Client(enforce_csrf_checks=True)


def edit(review):
    return f"/desk/reviews/{review.pk}/"


def cookie(user, review):
    return f"typing-{user.pk}-desk-reviews-{review.pk}"


def typed(review, user, **changes):
    return {**TYPED, "who": kept_typing.who(user.pk, edit(review)), **changes}


def mark(client, review):
    """What the page that shows what was kept has in its field `kept`."""
    page = client.get(edit(review)).content.decode()
    return re.search(r'name="kept" value="([^"]+)"', page)[1]


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def kept():
    """What is kept, whoever has the key."""
    found = (session.get_decoded() for session in Session.objects.all())
    return [each for each in found if "fields" in each]


def state():
    """All that a request without a right must leave as it is."""
    models = (WorkingCopy, Revision, AuditEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]


class TestASessionThatEnded:
    def test_leads_to_sign_in_and_back_to_the_page(self, client, draft, okafor):
        response = client.post(edit(draft), typed(draft, okafor))
        assert response.status_code == 302
        assert response["Location"] == f"/account/login/?next={edit(draft)}"
        assert response["Cache-Control"] == "no-store"

    def test_saves_nothing(self, client, draft, okafor):
        before = state()
        client.post(edit(draft), typed(draft, okafor))
        assert state() == before

    def test_the_page_shows_what_was_typed_as_not_saved(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        answer = sign_in(client, okafor.email, next=edit(draft))
        assert answer["Location"] == edit(draft)
        page = client.get(edit(draft)).content.decode()
        assert "Not saved yet" in page
        assert "Child Q" in page
        assert TYPED["summary"] in page
        assert saving.opened(draft).typed.get("title") == "Child B"

    def test_saving_it_keeps_it_and_forgets_what_was_kept(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        sign_in(client, okafor.email)
        client.post(edit(draft), typed(draft, okafor, kept=mark(client, draft)))
        assert saving.opened(draft).typed.get("title") == "Child Q"
        assert kept() == []
        assert "Not saved yet" not in client.get(edit(draft)).content.decode()

    def test_a_save_by_the_page_itself_keeps_it_too(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        sign_in(client, okafor.email)
        shown = mark(client, draft)
        client.post(edit(draft), typed(draft, okafor, kept=shown, automatic="1"))
        assert saving.opened(draft).typed.get("title") == "Child Q"
        assert kept() == []

    def test_another_tab_that_saves_does_not_forget_it(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        sign_in(client, okafor.email)
        client.post(edit(draft), typed(draft, okafor, title="Of another tab"))
        assert len(kept()) == 1
        assert "Child Q" in client.get(edit(draft)).content.decode()

    def test_it_can_be_left(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        sign_in(client, okafor.email)
        assert client.get(f"{edit(draft)}forget/").status_code == 405
        response = client.post(f"{edit(draft)}forget/")
        assert (response.status_code, response["Location"]) == (302, edit(draft))
        assert kept() == []
        assert "Child Q" not in client.get(edit(draft)).content.decode()

    def test_a_file_is_not_kept_and_the_page_says_so(self, client, draft, okafor, sent):
        client.post(edit(draft), typed(draft, okafor, **{"documents-n1-file": sent(make_pdf("A"))}))
        sign_in(client, okafor.email)
        assert "Choose it again" in client.get(edit(draft)).content.decode()

    def test_two_reviews_at_once(self, client, draft, okafor):
        other = saving.begin(by=okafor, title="Child C")
        client.post(edit(draft), typed(draft, okafor, title="First typed"))
        client.post(edit(other), typed(other, okafor, title="Second typed"))
        sign_in(client, okafor.email)
        assert "First typed" in client.get(edit(draft)).content.decode()
        assert "Second typed" in client.get(edit(other)).content.decode()

    def test_the_last_that_was_typed_counts(self, client, draft, okafor):
        for title in ("Child Q", "Child R"):
            client.post(edit(draft), typed(draft, okafor, title=title))
        assert [each["fields"]["title"] for each in kept()] == [["Child R"]]


class TestWhatHappenedMeanwhile:
    def test_another_has_changed_the_same_and_both_are_shown(self, client, draft, okafor, vaughan):
        client.post(edit(draft), typed(draft, okafor))
        now = saving.opened(draft)
        theirs = now.typed.copy()
        theirs.set("title", "Child Z")
        saving.save(review=draft, typed=theirs, opened_at=1, by=vaughan, vocabulary=vocabulary())
        sign_in(client, okafor.email)
        shown = mark(client, draft)
        response = client.post(edit(draft), typed(draft, okafor, kept=shown))
        page = response.content.decode()
        assert response.status_code == 409
        assert "Child Z" in page
        assert "Child Q" in page
        number = re.search(r'name="number" value="(\d+)"', page)[1]
        decided = typed(draft, okafor, number=number, kept=shown)
        assert f'name="kept" value="{shown}"' in page
        client.post(edit(draft), decided)
        assert saving.opened(draft).typed.get("title") == "Child Q"
        assert kept() == []

    def test_a_correction_was_published_and_is_not_overwritten(self, client, okafor):
        review = make_review(title="Child B")
        page = client_of(okafor).get(edit(review)).content.decode()
        as_of = re.search(r'name="as_of" value="([^"]*)"', page)[1]
        client.post(edit(review), typed(review, okafor, number="0", as_of=as_of))
        review.title = "Child B, corrected"
        review.save()
        publishing.correct(review=review, by=None)
        sign_in(client, okafor.email)
        page = client.get(edit(review)).content.decode()
        assert re.search(r'name="as_of" value="([^"]*)"', page)[1] == as_of
        response = client.post(edit(review), typed(review, okafor, number="0", as_of=as_of))
        assert response.status_code == 409
        assert not WorkingCopy.objects.exists()


class TestTheCookie:
    def cookie(self, client, draft, user):
        return client.post(edit(draft), typed(draft, user)).cookies[cookie(user, draft)]

    def test_is_for_that_reviews_pages_and_for_no_script(self, client, draft, okafor):
        cookie = self.cookie(client, draft, okafor)
        assert (cookie["path"], cookie["samesite"]) == (edit(draft), "Lax")
        assert cookie["httponly"]
        assert cookie["max-age"] == 24 * 3600

    def test_is_for_https_where_sessions_are(self, client, draft, okafor, settings):
        settings.SESSION_COOKIE_SECURE = True
        assert self.cookie(client, draft, okafor)["secure"]

    def test_holds_for_a_day(self, client, draft, okafor):
        self.cookie(client, draft, okafor)
        left = Session.objects.get().expire_date - timezone.now()
        assert timedelta(hours=23) < left <= timedelta(hours=24)
        Session.objects.update(expire_date=timezone.now())
        sign_in(client, okafor.email)
        assert "Child Q" not in client.get(edit(draft)).content.decode()

    @pytest.mark.parametrize("key", ["", "x", "\x00" * 32, "é" * 32, "a" * 32, "../../etc/passwd"])
    def test_one_that_is_none(self, client, draft, okafor, key):
        sign_in(client, okafor.email)
        client.cookies[cookie(okafor, draft)] = key
        assert client.get(edit(draft)).status_code == 200
        assert client.post(f"{edit(draft)}forget/").status_code == 302

    def test_another_session_can_not_be_ended_with_it(self, client, draft, okafor):
        sign_in(client, okafor.email)
        key = client.session.session_key
        client.cookies[cookie(okafor, draft)] = key
        client.post(f"{edit(draft)}forget/")
        assert Session.objects.filter(session_key=key).exists()


class TestWhoSeesIt:
    def test_nobody_else_on_the_same_computer(self, client, draft, okafor, vaughan):
        client.post(edit(draft), typed(draft, okafor))
        sign_in(client, vaughan.email)
        assert "Child Q" not in client.get(edit(draft)).content.decode()
        client.post("/account/logout/")
        sign_in(client, okafor.email)
        assert "Child Q" in client.get(edit(draft)).content.decode()

    def test_not_the_same_person_in_another_browser(self, client, draft, okafor):
        Client().post(edit(draft), typed(draft, okafor))
        sign_in(client, okafor.email)
        assert "Child Q" not in client.get(edit(draft)).content.decode()

    def test_not_with_anothers_key_under_ones_own_name(self, client, draft, okafor, vaughan):
        client.post(edit(draft), typed(draft, okafor))
        key = client.cookies[cookie(okafor, draft)].value
        sign_in(client, vaughan.email)
        client.cookies[cookie(vaughan, draft)] = key
        assert "Child Q" not in client.get(edit(draft)).content.decode()

    def test_not_without_the_right_any_more(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor))
        okafor.groups.clear()
        sign_in(client, okafor.email)
        response = client.get(edit(draft))
        assert response.status_code == 403
        assert b"Child Q" not in response.content


class TestWhatIsNotKept:
    @pytest.mark.parametrize("who", ["", "x", "W1sxLDJdXQ:1abc:nonsense", "\x00"])
    def test_what_no_page_of_ours_sent(self, client, draft, who):
        response = client.post(edit(draft), {**TYPED, "who": who})
        assert response.status_code == 302
        assert kept() == []

    def test_what_was_for_another_review(self, client, draft, okafor):
        other = saving.begin(by=okafor)
        client.post(edit(draft), typed(other, okafor))
        assert kept() == []

    def test_what_was_signed_for_something_else(self, client, draft, okafor):
        who = signing.dumps([okafor.pk, edit(draft)], salt="password-reset")
        client.post(edit(draft), {**TYPED, "who": who})
        assert kept() == []

    def test_what_a_page_sends_that_is_older_than_a_week(self, client, draft, okafor, monkeypatch):
        fields = typed(draft, okafor)
        monkeypatch.setattr(kept_typing, "OPEN", timedelta(seconds=-1))
        client.post(edit(draft), fields)
        assert kept() == []

    def test_more_than_two_megabytes_and_the_page_says_what_to_do(self, client, draft, okafor):
        fields = typed(draft, okafor, summary="x" * (2 * 1024**2))
        response = client.post(edit(draft), fields)
        assert response.status_code == 403
        assert "sign in in another tab" in response.content.decode()
        assert kept() == []

    def test_tokens_are_not_kept_with_it(self, client, draft, okafor):
        client.post(edit(draft), typed(draft, okafor, csrfmiddlewaretoken="secret"))
        assert set(kept()[0]["fields"]) == set(TYPED)


class TestATokenThatIsNotRight:
    def test_is_kept_and_shown_again_with_a_fresh_one(self, checked, draft, okafor):
        checked.force_login(okafor)
        before = state()
        response = checked.post(edit(draft), typed(draft, okafor, csrfmiddlewaretoken="old"))
        assert (response.status_code, response["Location"]) == (302, edit(draft))
        assert state() == before
        page = checked.get(edit(draft)).content.decode()
        assert "Not saved yet" in page
        assert "Child Q" in page
        assert "csrfmiddlewaretoken" in page

    def test_without_a_session_leads_to_sign_in(self, checked, draft, okafor):
        response = checked.post(edit(draft), typed(draft, okafor))
        assert response["Location"] == f"/account/login/?next={edit(draft)}"
        assert len(kept()) == 1

    def test_after_somebody_else_signed_in_it_is_kept_for_who_typed(
        self, checked, draft, okafor, vaughan
    ):
        checked.force_login(vaughan)
        response = checked.post(edit(draft), typed(draft, okafor))
        assert response.status_code == 403
        assert "opened by another account" in response.content.decode()
        assert kept()[0]["user"] == okafor.pk

    def test_a_form_that_another_site_made_leaves_nothing(self, checked, draft, okafor):
        checked.force_login(okafor)
        before = state()
        response = checked.post(
            edit(draft), {**TYPED, "who": "guessed"}, headers={"origin": "https://evil.example"}
        )
        assert response.status_code == 403
        assert (state(), kept()) == (before, [])
        assert cookie(okafor, draft) not in response.cookies

    def test_a_colleagues_own_page_sent_by_ones_browser_is_not_shown_to_oneself(
        self, checked, draft, okafor, vaughan
    ):
        checked.force_login(okafor)
        checked.post(edit(draft), typed(draft, vaughan, title="Planted"))
        assert "Planted" not in checked.get(edit(draft)).content.decode()

    @pytest.mark.parametrize("verb", ["publish", "withdraw", "restore", "discard", "presence"])
    def test_verbs_are_refused_in_words_and_keep_nothing(self, checked, draft, okafor, verb):
        checked.force_login(okafor)
        before = state()
        response = checked.post(f"{edit(draft)}{verb}/", typed(draft, okafor))
        assert response.status_code == 403
        assert "Nothing was changed" in response.content.decode()
        assert (state(), kept()) == (before, [])

    def test_other_forms_are_refused_in_words(self, checked, db):
        response = checked.post("/account/login/", {"login": "a@example.org", "password": PASSWORD})
        assert response.status_code == 403
        assert "The form was not sent" in response.content.decode()
