"""Second factors: set up, used, lost, and compulsory where SECOND_FACTOR says so."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.urls import get_resolver

from tests.accounts.people import (
    code,
    confirm,
    is_signed_in,
    make_account,
    set_up_app,
    sign_in,
    text,
)

FACTORS = "/account/second-factor/"
AUTHENTICATE = f"{FACTORS}authenticate/"
CODES = f"{FACTORS}recovery-codes/"


@pytest.fixture
def ada(db):
    return make_account("ada@example.org", "manager")


@pytest.fixture
def secret(elsewhere, ada):
    """Of ada's authenticator app, set up in another browser."""
    sign_in(elsewhere, ada.email)
    return set_up_app(elsewhere)


def enter(client, typed):
    return client.post(AUTHENTICATE, {"code": typed})


class TestAnApp:
    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_is_set_up_with_a_code_it_shows(self, client, ada, letterbox):
        sign_in(client, ada.email)
        confirm(client, f"{FACTORS}totp/activate/")
        page = client.get(f"{FACTORS}totp/activate/")
        secret = page.context["form"].secret
        assert 'src="data:image/svg' in page.content.decode()
        assert secret in text(page)
        page = client.post(f"{FACTORS}totp/activate/", {"code": "000000"})
        assert "That code is not right." in text(page)
        assert secret in text(page), "the same key, so that nothing has to be scanned again"
        page = client.post(f"{FACTORS}totp/activate/", {"code": code(secret)}, follow=True)
        assert "The authenticator app is set up." in text(page)
        assert "10 of 10" in text(page)
        _, subject, words = letterbox.take()
        assert subject == "Case Review Repository: an authenticator app was set up"
        assert secret not in words

    def test_is_asked_at_signing_in(self, client, ada, secret):
        assert sign_in(client, ada.email)["Location"] == AUTHENTICATE
        assert not is_signed_in(client)
        assert enter(client, code(secret))["Location"] == "/admin/"
        assert is_signed_in(client)

    def test_leads_to_where_one_was_going(self, client, ada, secret):
        sign_in(client, ada.email, next="/admin/accounts/account/")
        assert enter(client, code(secret))["Location"] == "/admin/accounts/account/"

    def test_a_code_of_the_clock_before_is_taken_and_an_older_one_is_not(self, client, ada, secret):
        sign_in(client, ada.email)
        enter(client, code(secret, -3))
        assert not is_signed_in(client)
        enter(client, code(secret, 1))
        assert is_signed_in(client)

    def test_a_code_works_once(self, client, ada, secret):
        shown = code(secret)
        sign_in(client, ada.email)
        enter(client, shown)
        client.post("/account/logout/")
        sign_in(client, ada.email)
        enter(client, shown)
        assert not is_signed_in(client)

    def test_five_wrong_codes_then_even_the_right_one_waits(self, client, ada, secret):
        sign_in(client, ada.email)
        for _ in range(5):
            assert "That code is not right." in text(enter(client, "123"))
        assert "There were too many attempts." in text(enter(client, code(secret)))
        assert not is_signed_in(client)

    def test_wrong_codes_count_together_wherever_they_are_entered(
        self, client, elsewhere, ada, secret
    ):
        for browser, times in ((client, 3), (elsewhere, 2)):
            browser.post("/account/logout/")
            sign_in(browser, ada.email)
            for _ in range(times):
                enter(browser, "123")
        assert "There were too many attempts." in text(enter(client, code(secret)))

    def test_can_be_given_up_half_way(self, client, ada, secret):
        sign_in(client, ada.email)
        assert client.post("/account/logout/")["Location"] == "/account/login/"
        assert enter(client, code(secret))["Location"] == "/account/login/"
        assert not is_signed_in(client)

    def test_a_closed_account_stays_out_half_way(self, client, ada, secret):
        sign_in(client, ada.email)
        ada.is_active = False
        ada.save()
        enter(client, code(secret))
        assert not is_signed_in(client)

    def test_is_removed_after_the_password_is_asked(self, client, elsewhere, ada, secret):
        sign_in(client, ada.email)
        enter(client, code(secret))
        answer = client.post(f"{FACTORS}totp/deactivate/")
        assert answer["Location"].startswith("/account/reauthenticate/")
        confirm(client, f"{FACTORS}totp/deactivate/")
        client.post(f"{FACTORS}totp/deactivate/")
        assert not Authenticator.objects.exists()

    def test_is_kept_where_a_copy_of_the_database_does_not_show_it(self, ada, secret, settings):
        app = Authenticator.objects.get(type="totp")
        assert secret not in json.dumps(app.data)
        cache.clear()
        assert app.wrap().validate_code(code(secret))
        settings.SECRET_KEY = "another"
        cache.clear()
        assert not app.wrap().validate_code(code(secret))


class TestRecoveryCodes:
    @pytest.fixture
    def codes(self, elsewhere, secret):
        return elsewhere.get(CODES).context["unused_codes"]

    def test_each_signs_in_once(self, client, ada, codes):
        assert len(set(codes)) == 10
        for wanted in (True, False):
            sign_in(client, ada.email)
            enter(client, codes[0])
            assert is_signed_in(client) is wanted
            client.post("/account/logout/")
        sign_in(client, ada.email)
        enter(client, codes[1])
        assert is_signed_in(client)

    def test_can_be_saved(self, elsewhere, codes):
        answer = elsewhere.get(f"{CODES}download/")
        assert answer["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
        assert all(one in answer.content.decode() for one in codes)
        assert "no-store" in answer["Cache-Control"]

    def test_are_made_anew(self, client, elsewhere, ada, codes):
        elsewhere.post(f"{CODES}generate/")
        new = elsewhere.get(CODES).context["unused_codes"]
        assert not set(new) & set(codes)
        sign_in(client, ada.email)
        enter(client, codes[0])
        assert not is_signed_in(client)
        enter(client, new[0])
        assert is_signed_in(client)

    def test_are_shown_only_to_who_has_just_confirmed(self, client, ada, codes):
        sign_in(client, ada.email)
        enter(client, codes[0])
        page = client.get(CODES, follow=True)
        assert not any(one in text(page) for one in codes)

    def test_without_a_second_factor_there_are_none(self, client, ada):
        sign_in(client, ada.email)
        assert client.get(CODES).status_code == 404


def behind(resolver=None, before="/", space=""):
    """Every address of the desk and of the admin, with 1 and x for what varies."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = pattern.namespace or space
            yield from behind(pattern, address, inner)
        elif space in {"desk", "admin"} and pattern.name != "password_change":  # leads elsewhere
            yield filled(address)


def filled(address):
    """With something in place of what varies."""
    plain = re.sub(r"\(\?P<\w+>[^)]*\).*", "x", address)
    return re.sub(r"<[^>]*>", "1", plain).replace("$", "")


class TestCompulsory:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.SECOND_FACTOR = True

    def test_there_is_a_desk_and_an_admin(self):
        found = set(behind())
        assert {"/admin/", "/admin/accounts/account/", "/desk/"} <= found
        assert len(found) > 40

    def test_every_page_leads_to_where_one_is_set_up(self, client):
        user = make_account("grace@example.org", "contributor", "editor", "manager")
        client.force_login(user)
        for address in sorted(set(behind())):
            for method in (client.get, client.post):
                answer = method(address)
                assert (answer.status_code, answer["Location"]) == (302, FACTORS), address

    def test_for_a_superuser_too(self, client):
        client.force_login(make_account(is_superuser=True, is_staff=True))
        assert client.get("/admin/")["Location"] == FACTORS

    def test_with_words_and_back_again(self, client, ada):
        sign_in(client, ada.email)
        page = client.get("/admin/accounts/account/?q=ada", follow=True)
        assert "Set up a second factor to go on" in text(page)
        set_up_app(client)
        page = client.get(FACTORS)
        assert "Go on to the page you asked for" in text(page)
        assert 'href="/admin/accounts/account/?q=ada"' in page.content.decode()
        assert client.get("/admin/accounts/account/?q=ada").status_code == 200
        assert "Go on to the page" not in text(client.get(FACTORS))

    def test_recovery_codes_alone_are_none(self, client, ada):
        sign_in(client, ada.email)
        set_up_app(client)
        Authenticator.objects.filter(type="totp").delete()
        assert client.get("/admin/")["Location"] == FACTORS

    def test_who_removes_the_last_one_is_led_there_again(self, client, ada):
        sign_in(client, ada.email)
        set_up_app(client)
        assert client.get("/admin/").status_code == 200
        client.post(f"{FACTORS}totp/deactivate/")
        assert client.get("/admin/")["Location"] == FACTORS

    def test_the_account_itself_and_what_is_public_stay_open(self, client, ada):
        sign_in(client, ada.email)
        for address in ("/account/", FACTORS, "/account/sessions/", "/", "/reviews/"):
            assert client.get(address).status_code == 200

    def test_who_has_no_rights_is_refused_as_ever(self, client):
        client.force_login(make_account())
        assert client.get("/admin/", follow=True).status_code == 403

    def test_who_is_not_signed_in_signs_in_first(self, client):
        page = client.get("/admin/", follow=True)
        assert page.redirect_chain[-1][0].startswith("/account/login/")


def test_where_it_is_not_compulsory_nobody_is_led_anywhere(client, ada):
    sign_in(client, ada.email)
    assert client.get("/admin/").status_code == 200
