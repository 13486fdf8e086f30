"""Fixtures for every test."""

import shutil

import pytest

from tests.settings import CLUSTER


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Start PostgreSQL for the first test that touches the database; remove it after the last."""
    if CLUSTER is None:  # DATABASE_URL names a server
        yield
        return
    with CLUSTER:
        yield
    shutil.rmtree(CLUSTER.data.parent)
