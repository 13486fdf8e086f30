"""Fixtures for the tests of accounts."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests.accounts.people import make_account, sign_in


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
