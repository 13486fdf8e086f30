"""People who sign in with a real browser."""

from contextlib import contextmanager

from tests.accounts.people import PASSWORD, code

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(page, email, password=PASSWORD):
    page.goto("/account/login/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page, address):
    """Go to an address that asks for the password again, and give it."""
    page.goto(address)
    if "reauthenticate" in page.url:
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()


def set_up_app(page):
    """An authenticator app; its secret."""
    confirm(page, "/account/second-factor/totp/activate/")
    secret = page.locator("#key").inner_text()
    page.get_by_label("Code").fill(code(secret))
    page.get_by_role("button", name="Set up").click()
    page.wait_for_url("**/recovery-codes/")
    return secret


@contextmanager
def device(page, **changes):
    """A device that keeps passkeys, as far as the browser can tell (the protocol's own tests)."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    options = {"options": {**KEY, **changes}}
    made = protocol.send("WebAuthn.addVirtualAuthenticator", options)
    yield lambda: protocol.send("WebAuthn.getCredentials", made)["credentials"]
    protocol.send("WebAuthn.disable")


def add_passkey(page, *, alone):
    confirm(page, "/account/second-factor/webauthn/add/")
    page.get_by_label("Name").fill("Office laptop")
    if alone:
        page.get_by_label("Sign in with this passkey alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_text("The passkey is added.").wait_for()
