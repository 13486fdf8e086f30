"""Accounts with a real browser: passkeys, and all else without JavaScript."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from playwright.sync_api import expect

from accounts import invitations
from reviews.permissions import MANAGER
from tests.accounts.people import PASSWORD, code, make_account
from tests.browser.people import add_passkey, device, set_up_app, sign_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def nothing_tried_yet(transactional_db):
    cache.clear()


@pytest.fixture
def ada(transactional_db):
    return make_account("ada@example.org", MANAGER)


def sign_out(page):
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status").first).to_have_text("You are signed out.")


def test_a_passkey_signs_in_alone(page, ada):
    with device(page) as kept:
        sign_in(page, ada.email)
        add_passkey(page, alone=True)
        assert len(kept()) == 1
        sign_out(page)
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page).to_have_url(re.compile("/admin/$"))


def test_a_passkey_is_a_second_factor(page, ada):
    with device(page):
        sign_in(page, ada.email)
        add_passkey(page, alone=False)
        sign_out(page)
        sign_in(page, ada.email)
        expect(page.get_by_role("heading", name="Second factor")).to_be_visible()
        page.get_by_role("button", name="Use a passkey").click()
        expect(page).to_have_url(re.compile("/admin/$"))


def test_a_passkey_confirms_that_it_is_you(page, ada):
    with device(page):
        sign_in(page, ada.email)
        add_passkey(page, alone=True)
        sign_out(page)
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page).to_have_url(re.compile("/admin/$"))
        page.goto("/account/second-factor/totp/activate/")
        page.get_by_role("link", name="Confirm with a passkey").click()
        page.get_by_role("button", name="Confirm with a passkey").click()
        expect(page).to_have_url(re.compile("/totp/activate/$"))


def test_a_passkey_that_was_removed_opens_nothing(page, ada):
    with device(page) as kept:
        sign_in(page, ada.email)
        add_passkey(page, alone=True)
        page.goto("/account/second-factor/webauthn/")
        page.get_by_role("link", name="Remove Office laptop").click()
        page.get_by_role("button", name="Remove").click()
        expect(page.get_by_role("main")).to_contain_text("None yet")
        sign_out(page)
        assert len(kept()) == 1, "the device still has it"
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.get_by_role("main")).to_contain_text("That code is not right")
        page.goto("/account/")
        expect(page).to_have_url(re.compile("/account/login/"))


def test_a_device_that_gives_no_passkey_changes_nothing(page, ada):
    with device(page):
        page.goto("/account/login/")
        button = page.get_by_role("button", name="Sign in with a passkey")
        button.click()
        expect(page.locator("#announce")).to_contain_text("No passkey was used.")
        expect(button).to_be_enabled()


def test_a_passkey_is_only_offered_where_there_is_one(page, ada):
    with device(page):
        sign_in(page, ada.email)
        set_up_app(page)
        sign_out(page)
        sign_in(page, ada.email)
        expect(page.get_by_label("Code")).to_be_visible()
        expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)


def test_everything_else_works_without_javascript(open_page, live_server, transactional_db):
    page = open_page(java_script_enabled=False)
    made = invitations.invite(
        email="grace@example.org", groups=Group.objects.filter(name=MANAGER), by=None
    )
    page.goto(invitations.new_link(invitation=made, site=live_server.url))
    page.get_by_label("Your name").fill("Grace Example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The password again").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/admin/$"))
    secret = set_up_app(page)
    codes = page.locator(".codes code").all_inner_texts()
    page.goto("/account/second-factor/webauthn/add/")
    expect(page.get_by_text("A passkey needs JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Add the passkey")).to_have_count(0)
    for typed in (code(secret), codes[0]):
        sign_out(page)
        expect(page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
        sign_in(page, "grace@example.org")
        page.get_by_label("Code").fill(typed)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/admin/$"))
    page.goto("/account/sessions/")
    page.get_by_role("button", name="Sign out everywhere, here too").click()
    expect(page).to_have_url(re.compile("/account/login/$"))


def test_errors_are_summed_up_and_have_the_focus(page, ada):
    page.goto("/account/password/reset/")
    page.get_by_label("Email address").fill("ada@example")
    page.get_by_role("button", name="Send the link").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    expect(page.get_by_label("Email address")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
