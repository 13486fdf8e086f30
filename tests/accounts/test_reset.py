"""A forgotten password, and an address that changes: by links in mails."""

from time import perf_counter

import pytest
from django.core.cache import cache

from tests.accounts.people import (
    PASSWORD,
    code,
    comparable,
    confirm,
    is_signed_in,
    link_in,
    make_account,
    set_up_app,
    sign_in,
    text,
)

RESET = "/account/password/reset/"
NEW = "kettle harbour violin"
CHOICE = {"password1": NEW, "password2": NEW}


def ask(client, email):
    return client.post(RESET, {"email": email}, follow=True)


@pytest.fixture
def ada(db):
    return make_account("ada@example.org", "manager")


@pytest.fixture
def link(client, ada, letterbox):
    ask(client, ada.email)
    return link_in(letterbox.take()[2], RESET)


def follow(client, link):
    """To the page with the form, whose address has no key in it."""
    page = client.get(link, follow=True)
    return page, page.redirect_chain[-1][0] if page.redirect_chain else link


class TestAForgottenPassword:
    def test_is_changed_by_a_link(self, client, ada, letterbox):
        page = ask(client, "Ada@example.org")
        assert "We have sent a mail to the address you gave." in text(page)
        recipient, subject, words = letterbox.take()
        assert recipient == "ada@example.org"
        assert subject == "Case Review Repository: choose a new password"
        page, address = follow(client, link_in(words, RESET))
        assert "Choose a new password" in text(page)
        assert address.endswith("-set-password/")
        page = client.post(address, CHOICE, follow=True)
        assert "Your password is changed" in text(page)
        assert not is_signed_in(client)
        sign_in(client, ada.email, NEW)
        assert is_signed_in(client)
        _, subject, words = letterbox.take()
        assert subject == "Case Review Repository: your password was changed"
        assert "127.0.0.1" in words

    def test_ends_every_session(self, client, elsewhere, ada, letterbox):
        sign_in(elsewhere, ada.email)
        ask(client, ada.email)
        client.post(follow(client, link_in(letterbox.take()[2], RESET))[1], CHOICE)
        assert not is_signed_in(elsewhere)

    def test_a_link_works_once(self, client, elsewhere, link):
        client.post(follow(client, link)[1], CHOICE)
        assert "This link can’t be used" in text(follow(elsewhere, link)[0])

    def test_a_link_is_of_no_use_to_who_remembers_after_all(self, client, elsewhere, ada, link):
        sign_in(elsewhere, ada.email)
        assert "This link can’t be used" in text(follow(client, link)[0])

    def test_a_link_works_for_two_hours(self, client, link, settings):
        settings.PASSWORD_RESET_TIMEOUT = -1
        assert "This link can’t be used" in text(follow(client, link)[0])

    def test_a_link_cannot_be_made_up(self, client, ada):
        for made_up in ("1-x", f"{ada.pk}-abc-def", "zz-set-password"):
            assert "This link can’t be used" in text(client.get(f"{RESET}{made_up}/"))

    def test_a_link_of_before_the_address_changed_is_of_no_use(self, client, ada, link):
        ada.emailaddress_set.update(email="other@example.org")
        ada.email = "other@example.org"
        ada.save()
        assert "This link can’t be used" in text(follow(client, link)[0])

    def test_a_password_has_to_be_hard_to_guess(self, client, ada, link):
        page = client.post(follow(client, link)[1], {"password1": "short", "password2": "short"})
        assert "too short" in text(page)

    def test_a_second_factor_is_asked_for_as_ever(self, client, elsewhere, ada, letterbox):
        sign_in(elsewhere, ada.email)
        secret = set_up_app(elsewhere)
        letterbox.letters.clear(), letterbox.recipients.clear()
        ask(client, ada.email)
        client.post(follow(client, link_in(letterbox.take()[2], RESET))[1], CHOICE)
        sign_in(client, ada.email, NEW)
        assert not is_signed_in(client)
        client.post("/account/second-factor/authenticate/", {"code": code(secret)})
        assert is_signed_in(client)


class TestNobodyLearnsWhoHasAnAccount:
    WHO = ("ada@example.org", "nobody@example.org", "closed@example.org")

    @pytest.fixture(autouse=True)
    def accounts(self, ada):
        make_account("closed@example.org", "editor", is_active=False)

    def test_by_asking(self, client, letterbox):
        pages = [comparable(ask(client, who)) for who in self.WHO]
        assert pages[0] == pages[1] == pages[2]
        assert letterbox.recipients == [[who] for who in self.WHO]
        assert len({letter["subject"] for letter in letterbox.letters}) == 1

    def test_who_has_none_is_told_so_by_mail_and_given_no_link(self, client, letterbox):
        for who in self.WHO[1:]:
            ask(client, who)
            words = letterbox.take()[2]
            assert "There is no account" in " ".join(words.split())
            assert "/account/" not in words

    def test_by_the_time_it_takes(self, client, letterbox):
        letterbox.seconds = 0.1  # what would be saved by sending none
        took = {who: [] for who in self.WHO[:2]}
        for _ in range(4):
            for who, times in took.items():
                cache.clear()
                began = perf_counter()
                ask(client, who)
                times.append(perf_counter() - began)
        known, unknown = (min(times) for times in took.values())
        assert abs(known - unknown) < 0.04

    def test_by_a_mail_that_cannot_be_sent(self, client, letterbox):
        letterbox.refuses = True
        pages = [comparable(ask(client, who)) for who in self.WHO]
        assert pages[0] == pages[1] == pages[2]
        assert pages[0][0] == 200

    def test_by_being_limited(self, client, letterbox):
        answers = {who: [ask(client, who).status_code for _ in range(4)] for who in self.WHO}
        assert set(map(tuple, answers.values())) == {(200, 200, 200, 429)}


def test_twenty_requests_for_a_link_in_an_hour_from_one_place(client, letterbox):
    answers = [client.post(RESET, {"email": f"a{n}@example.org"}).status_code for n in range(21)]
    assert answers[19:] == [302, 429]


class TestAnotherAddress:
    EMAIL = "/account/email/"

    def change(self, client, email):
        confirm(client, self.EMAIL)
        return client.post(self.EMAIL, {"email": email, "action_add": ""}, follow=True)

    def test_takes_the_place_of_the_old_one_when_it_is_confirmed(self, client, ada, letterbox):
        sign_in(client, ada.email)
        page = self.change(client, "new@example.org")
        assert "A link was sent to new@example.org" in text(page)
        recipient, _, words = letterbox.take()
        assert recipient == "new@example.org"
        ada.refresh_from_db()
        assert ada.email == "ada@example.org"

        address = link_in(words, "/account/email/confirm/")
        assert "From then on you sign in with new@example.org." in text(client.get(address))
        client.post(address)
        ada.refresh_from_db()
        assert ada.email == "new@example.org"
        recipient, _, words = letterbox.take()
        assert recipient == "ada@example.org"
        assert "no longer with ada@example.org" in words
        client.logout()
        sign_in(client, "new@example.org")
        assert is_signed_in(client)

    def test_asks_for_the_password_first(self, client, ada, letterbox):
        sign_in(client, ada.email)
        answer = client.post(self.EMAIL, {"email": "new@example.org", "action_add": ""})
        assert answer["Location"].startswith("/account/reauthenticate/")
        assert letterbox.letters == []

    def test_of_somebody_else_is_not_taken(self, client, ada, letterbox):
        grace = make_account("grace@example.org", "manager")
        sign_in(client, ada.email)
        self.change(client, grace.email)
        words = letterbox.take()[2]
        client.post(link_in(words, "/account/email/confirm/"))
        ada.refresh_from_db()
        assert ada.email == "ada@example.org"

    def test_can_be_given_up(self, client, ada, letterbox):
        sign_in(client, ada.email)
        self.change(client, "new@example.org")
        client.post(self.EMAIL, {"email": "new@example.org", "action_remove": ""})
        address = link_in(letterbox.letters[0].get_content(), "/account/email/confirm/")
        assert "This link can’t be used" in text(client.get(address))
        ada.refresh_from_db()
        assert ada.email == "ada@example.org"

    def test_a_link_cannot_be_made_up(self, client):
        assert "This link can’t be used" in text(client.get("/account/email/confirm/x/"))


def test_the_password_is_asked_again_before_anything_that_matters(client, ada):
    sign_in(client, ada.email)
    address = "/account/second-factor/totp/activate/"
    assert client.get(address)["Location"].startswith("/account/reauthenticate/")
    confirm(client, address, "not the password")
    assert client.get(address).status_code == 302
    confirm(client, address, PASSWORD)
    assert client.get(address).status_code == 200
