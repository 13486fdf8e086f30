"""Fixtures for the tests of accounts."""

import pytest
from django.core.cache import cache
from django.test import Client

from repository.mail import mailers
from tests.accounts.people import make_account, sign_in
from tests.mail_server import mail_server


@pytest.fixture(autouse=True)
def nothing_tried_yet(db):
    """Attempts are counted in a table that is no model's, so nobody else empties it."""
    cache.clear()


@pytest.fixture
def manager(db):
    return make_account("manager@example.org", "manager")


@pytest.fixture
def at_work(manager, client):
    """A browser in which the manager is signed in."""
    sign_in(client, manager.email)
    return client


@pytest.fixture
def elsewhere():
    """Another browser."""
    return Client(REMOTE_ADDR="198.51.100.7")


@pytest.fixture
def letterbox(settings, monkeypatch):
    """A real SMTP server, which the site is set up to use."""
    with mail_server() as box:
        monkeypatch.setenv("MAIL_HOST", "127.0.0.1")
        monkeypatch.setenv("MAIL_PORT", str(box.port))
        monkeypatch.setenv("MAIL_TLS", "none")
        settings.MAILERS = mailers(debug=False)
        settings.DEFAULT_FROM_EMAIL = "library@reviews.example"
        yield box
