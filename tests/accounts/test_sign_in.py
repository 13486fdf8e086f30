"""Signing in and out: what is said, what is counted, how long a session lasts."""

import time
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache, caches
from django.db import connection
from django.utils import timezone

from accounts.sessions import EVERY, USED_AT
from tests.accounts.people import (
    LOGIN,
    PASSWORD,
    comparable,
    is_signed_in,
    make_account,
    sign_in,
    text,
)
from tests.factories import make_review

WRONG = "not the password"
SAID = "The email address or the password is not right."


@pytest.fixture
def ada(db):
    return make_account("ada@example.org", "manager")


class TestSigningIn:
    def test_by_email_address_in_capitals_or_not(self, client, ada):
        assert sign_in(client, "Ada@Example.ORG").status_code == 302
        assert is_signed_in(client)

    def test_not_by_username(self, client, ada):
        sign_in(client, ada.username)
        assert not is_signed_in(client)

    def test_with_a_wrong_password(self, client, ada):
        page = sign_in(client, ada.email, WRONG)
        assert page.status_code == 200
        assert SAID in text(page)
        assert 'value="ada@example.org"' in page.content.decode()
        assert WRONG not in page.content.decode()

    def test_leads_to_where_one_was_going(self, client, ada):
        page = client.get("/admin/accounts/account/", follow=True)
        assert unquote(page.redirect_chain[-1][0]) == f"{LOGIN}?next=/admin/accounts/account/"
        answer = sign_in(client, ada.email, next="/admin/accounts/account/")
        assert answer["Location"] == "/admin/accounts/account/"

    @pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:x"])
    def test_leads_nowhere_else(self, client, ada, away):
        assert sign_in(client, ada.email, next=away)["Location"] == "/admin/"

    @pytest.mark.parametrize(
        ("groups", "target"),
        [((), "/account/"), (("manager",), "/admin/"), (("contributor",), "/desk/")],
    )
    def test_leads_to_where_one_works(self, client, groups, target):
        make_account("grace@example.org", *groups)
        assert sign_in(client, "grace@example.org")["Location"] == target

    def test_is_the_only_way_into_the_admin(self, client, ada):
        form = {"username": ada.username, "password": PASSWORD, "next": "/admin/"}
        assert client.post("/admin/login/", form)["Location"].startswith(LOGIN)
        assert not is_signed_in(client)

    def test_who_is_signed_in_but_may_not_is_refused(self, client):
        client.force_login(make_account("grace@example.org", "contributor"))
        page = client.get("/admin/", follow=True)
        assert page.status_code == 403

    def test_nobody_signs_up(self, client):
        form = {"email": "a@example.org", "password1": PASSWORD, "password2": PASSWORD}
        for page in (client.get("/account/signup/"), client.post("/account/signup/", form)):
            assert "Accounts are by invitation" in text(page)
        sign_in(client, "a@example.org")
        assert not is_signed_in(client)


class TestNobodyLearnsWhoHasAnAccount:
    """Neither by words, status or headers, nor by what it costs."""

    WHO = ("ada@example.org", "nobody@example.org", "closed@example.org")

    @pytest.fixture(autouse=True)
    def closed(self, ada):
        make_account("closed@example.org", "editor", is_active=False)

    def test_by_a_wrong_password(self, client):
        pages = [comparable(sign_in(client, who, WRONG)) for who in self.WHO]
        assert pages[0] == pages[1] == pages[2]

    def test_by_too_many_attempts(self, client):
        for who in self.WHO:
            cache.clear()
            pages = [text(sign_in(client, who, WRONG)) for _ in range(7)]
            assert [SAID in page for page in pages] == [True] * 5 + [False] * 2

    def test_by_the_time_it_takes(self, client, settings):
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
        make_account("strong@example.org")
        took = {"strong@example.org": [], "nobody@example.org": []}
        for _ in range(5):
            for who, times in took.items():
                cache.clear()
                began = time.perf_counter()
                sign_in(client, who, WRONG)
                times.append(time.perf_counter() - began)
        known, unknown = (min(times) for times in took.values())
        assert 0.7 < known / unknown < 1.4

    def test_a_closed_account_is_said_to_who_knows_its_password(self, client):
        page = client.post(LOGIN, {"login": self.WHO[2], "password": PASSWORD}, follow=True)
        assert "This account is closed" in text(page)
        assert not is_signed_in(client)


class TestLimits:
    def test_five_attempts_at_one_address_then_even_the_right_password_waits(self, client, ada):
        for _ in range(5):
            sign_in(client, ada.email, WRONG)
        page = sign_in(client, ada.email)
        assert "There were too many attempts." in text(page)
        assert not is_signed_in(client)

    def test_a_right_password_is_no_attempt(self, client, ada):
        for _ in range(4):
            sign_in(client, ada.email, WRONG)
            sign_in(client, ada.email)
            client.post("/account/logout/")
        assert sign_in(client, ada.email).status_code == 302

    def test_ten_failures_from_one_place_whatever_the_address(self, client, elsewhere, ada):
        for number in range(10):
            sign_in(client, f"someone{number}@example.org", WRONG)
        assert "too many attempts" in text(sign_in(client, ada.email))
        sign_in(elsewhere, ada.email)
        assert is_signed_in(elsewhere)

    def test_thirty_requests_from_one_place(self, client):
        answers = [client.post(LOGIN, {}).status_code for _ in range(31)]
        assert answers[29:] == [200, 429]
        assert "Too many attempts" in text(client.post(LOGIN, {}))

    def test_are_the_same_for_all_processes(self, client, ada):
        """They are counted in the database, not in a process."""
        for _ in range(5):
            sign_in(client, ada.email, WRONG)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM accounts_cache WHERE cache_key LIKE '%login_failed%'"
            )
            assert cursor.fetchone()[0] == 2
        del caches["default"]  # as in a process that has just started
        assert "too many attempts" in text(sign_in(client, ada.email))

    def test_a_client_cannot_name_another_address_for_itself(self, client, ada):
        for number in range(10):
            client.post(
                LOGIN,
                {"login": f"a{number}@example.org", "password": WRONG},
                headers={"X-Forwarded-For": f"203.0.113.{number}"},
            )
        assert "too many attempts" in text(sign_in(client, ada.email))

    def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(self, client, ada, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for number in range(10):
            client.post(
                LOGIN,
                {"login": f"a{number}@example.org", "password": WRONG},
                headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.9"},
            )
        theirs = {"X-Forwarded-For": "203.0.113.9"}
        form = {"login": ada.email, "password": PASSWORD}
        assert "too many attempts" in text(client.post(LOGIN, form, headers=theirs))
        others = {"X-Forwarded-For": "203.0.113.10"}
        assert client.post(LOGIN, form, headers=others).status_code == 302

    def test_a_proxy_that_names_nobody_keeps_nobody_out(self, client, ada):
        form = {"login": ada.email, "password": PASSWORD}
        assert client.post(LOGIN, form, REMOTE_ADDR="").status_code == 302


class TestASession:
    def kept(self, client):
        return Session.objects.get(session_key=client.cookies["sessionid"].value)

    def test_ends_with_the_browser(self, client, ada):
        sign_in(client, ada.email)
        cookie = client.cookies["sessionid"]
        assert (cookie["max-age"], cookie["expires"]) == ("", "")
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"

    def test_ends_when_it_was_not_used_for_so_long(self, client, ada):
        sign_in(client, ada.email)
        left = self.kept(client).expire_date - timezone.now()
        assert timedelta(hours=11, minutes=50) < left <= timedelta(hours=12)
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        assert client.get("/account/")["Location"] == f"{LOGIN}?next=/account/"

    def test_lasts_while_it_is_used(self, client, ada):
        sign_in(client, ada.email)
        session = client.session
        session[USED_AT] = int(time.time()) - EVERY
        session.save()
        Session.objects.update(expire_date=timezone.now() + timedelta(hours=1))
        client.get("/account/")
        assert self.kept(client).expire_date > timezone.now() + timedelta(hours=11)

    def test_is_not_written_at_every_request(self, client, ada):
        sign_in(client, ada.email)
        client.get("/account/")
        before = self.kept(client).expire_date
        client.get("/account/")
        assert self.kept(client).expire_date == before

    def test_is_not_touched_by_public_pages(self, client, ada):
        sign_in(client, ada.email)
        session = client.session
        session[USED_AT] = 0
        session.save()
        review = make_review()
        for address in ("/", "/reviews/", review.get_absolute_url(), "/about/"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert not answer.cookies
            assert "Cookie" not in answer.get("Vary", "")
        assert client.session[USED_AT] == 0

    @pytest.mark.parametrize("address", ["/account/", "/account/email/", "/account/sessions/"])
    def test_what_is_made_for_one_person_is_kept_by_nobody(self, client, ada, address):
        sign_in(client, ada.email)
        assert "no-store" in client.get(address)["Cache-Control"]

    def test_is_not_made_for_who_only_looks(self, client):
        for address in ("/", "/reviews/", "/account/signup/", LOGIN, "/account/password/reset/"):
            client.get(address)
        assert "sessionid" not in client.cookies
        assert not Session.objects.exists()

    def test_is_a_new_one_after_signing_in(self, client, ada):
        client.get("/account/second-factor/webauthn/login/", headers={"Accept": "application/json"})
        before = client.cookies["sessionid"].value
        sign_in(client, ada.email)
        assert client.cookies["sessionid"].value != before


class TestSigningOut:
    def test_asks_first_and_then_says_so(self, client, ada):
        sign_in(client, ada.email)
        assert "You are signed in as ada@example.org" in text(client.get("/account/logout/"))
        assert is_signed_in(client)
        page = client.post("/account/logout/", follow=True)
        assert "You are signed out." in text(page)
        assert not is_signed_in(client)
        assert not Session.objects.exists()

    def test_everywhere_else(self, client, elsewhere, ada):
        sign_in(client, ada.email)
        sign_in(elsewhere, ada.email)
        page = text(client.get("/account/sessions/"))
        assert "198.51.100.7" in page
        client.post("/account/sessions/")
        assert is_signed_in(client)
        assert not is_signed_in(elsewhere)

    def test_everywhere(self, client, elsewhere, ada):
        sign_in(client, ada.email)
        sign_in(elsewhere, ada.email)
        assert client.post("/account/sessions/", {"here": ""})["Location"] == LOGIN
        assert not is_signed_in(client)
        assert not is_signed_in(elsewhere)

    def test_nobody_sees_or_ends_another_s_sessions(self, client, elsewhere, ada):
        make_account("grace@example.org", "manager")
        sign_in(client, ada.email)
        sign_in(elsewhere, "grace@example.org")
        assert "198.51.100.7" not in text(client.get("/account/sessions/"))
        client.post("/account/sessions/")
        assert is_signed_in(elsewhere)

    def test_a_new_password_ends_all_other_sessions(self, client, elsewhere, ada):
        sign_in(client, ada.email)
        sign_in(elsewhere, ada.email)
        new = "kettle harbour violin"
        form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        page = client.post("/account/password/change/", form, follow=True)
        assert "Your password is changed." in text(page)
        assert is_signed_in(client)
        assert not is_signed_in(elsewhere)

    @pytest.mark.parametrize("old", [WRONG, ""])
    def test_a_new_password_needs_the_old_one(self, client, ada, old):
        sign_in(client, ada.email)
        form = {"oldpassword": old, "password1": "kettle harbour violin"}
        client.post("/account/password/change/", {**form, "password2": form["password1"]})
        ada.refresh_from_db()
        assert ada.check_password(PASSWORD)


PRIVATE = [
    "/account/",
    "/account/email/",
    "/account/password/change/",
    "/account/password/set/",
    "/account/sessions/",
    "/account/reauthenticate/",
    "/account/second-factor/",
    "/account/second-factor/totp/activate/",
    "/account/second-factor/totp/deactivate/",
    "/account/second-factor/recovery-codes/",
    "/account/second-factor/recovery-codes/generate/",
    "/account/second-factor/recovery-codes/download/",
    "/account/second-factor/webauthn/",
    "/account/second-factor/webauthn/add/",
    "/account/second-factor/webauthn/keys/1/remove/",
    "/account/second-factor/webauthn/keys/1/edit/",
]


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_of_an_account_are_for_who_is_signed_in(client, address, method):
    answer = getattr(client, method)(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN)
