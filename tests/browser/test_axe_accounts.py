"""axe on every page of an account, at two widths: see tests/browser/test_axe.py."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, resolve

from accounts import invitations, urls
from reviews.permissions import MANAGER
from tests.accounts.people import make_account
from tests.browser.people import add_passkey, device, set_up_app, sign_in
from tests.browser.test_axe import examine

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FACTORS = "/account/second-factor"
PUBLIC = {
    "/account/login/": 200,
    "/account/signup/": 200,
    "/account/inactive/": 200,
    "/account/password/reset/": 200,
    "/account/password/reset/done/": 200,
    "/account/password/reset/complete/": 200,
    "/account/password/reset/1-x/": 200,
    "/account/email/confirm/": 200,
    "/account/email/confirm/x/": 200,
    "/account/invitation/x/": 410,
}
SIGNED_IN = [
    "/account/",
    "/account/logout/",
    "/account/email/",
    "/account/password/change/",
    "/account/sessions/",
    "/account/reauthenticate/",
    f"{FACTORS}/",
    f"{FACTORS}/reauthenticate/",
    f"{FACTORS}/totp/deactivate/",
    f"{FACTORS}/recovery-codes/",
    f"{FACTORS}/recovery-codes/generate/",
    f"{FACTORS}/webauthn/",
    f"{FACTORS}/webauthn/add/",
    f"{FACTORS}/webauthn/reauthenticate/",
    f"{FACTORS}/webauthn/keys/%/remove/",
    f"{FACTORS}/webauthn/keys/%/edit/",
]
# Examined on the way, or no page at all.
OTHERS = {
    "mfa_authenticate",
    "mfa_activate_totp",
    "account_set_password",
    "mfa_login_webauthn",
    "mfa_download_recovery_codes",
}


@pytest.fixture(autouse=True)
def nothing_tried_yet(transactional_db):
    cache.clear()


def views(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from views(pattern.url_patterns)


def test_every_page_is_examined():
    addresses = [*PUBLIC, *(address.replace("%", "1") for address in SIGNED_IN)]
    examined = {resolve(address).view_name for address in addresses}
    assert examined | OTHERS == set(views(urls.urlpatterns))


@pytest.mark.parametrize(("address", "status"), PUBLIC.items(), ids=PUBLIC)
def test_a_page_for_everybody(page, address, status):
    assert page.goto(address).status == status
    examine(page)


def test_an_invitation(page, live_server):
    groups = Group.objects.filter(name=MANAGER)
    made = invitations.invite(email="grace@example.org", groups=groups, by=None)
    page.goto(invitations.new_link(invitation=made, site=live_server.url))
    examine(page)
    page.get_by_label("Your name").fill("Grace Example")
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_label("The password again").fill("other")
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("alert").wait_for()
    examine(page)


def test_pages_of_an_account(page):
    ada = make_account("ada@example.org", MANAGER)
    with device(page):
        sign_in(page, ada.email)
        page.goto(f"{FACTORS}/")
        examine(page)
        page.goto(f"{FACTORS}/totp/activate/")
        examine(page)
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Confirm").click()
        page.get_by_role("alert").wait_for()
        examine(page)
        page.goto("/account/")
        set_up_app(page)
        add_passkey(page, alone=True)
        key = ada.authenticator_set.get(type="webauthn").pk
        for address in SIGNED_IN:
            answer = page.goto(address.replace("%", str(key)))
            assert answer.status == 200, address
            examine(page)


def test_setting_up_an_app_and_being_asked_for_it(page):
    ada = make_account("ada@example.org", MANAGER)
    sign_in(page, ada.email)
    page.goto(f"{FACTORS}/totp/activate/")
    page.get_by_label("Password").fill("orchard window pencil")
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/totp/activate/")
    examine(page)
    set_up_app(page)
    page.context.clear_cookies()
    sign_in(page, ada.email)
    page.wait_for_url("**/authenticate/")
    examine(page)
    page.get_by_label("Code").fill("1")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("alert").wait_for()
    examine(page)


def test_too_many_attempts(page):
    for _ in range(30):
        Client().post("/account/login/")
    page.goto("/account/login/")
    page.get_by_label("Email address").fill("ada@example.org")
    page.get_by_label("Password").fill("x")
    with page.expect_navigation() as navigation:
        page.keyboard.press("Enter")
    assert navigation.value.status == 429
    examine(page)
