"""Fixtures for every test."""

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.mail_server import mail_server
from tests.settings import CLUSTER

# A machine that is busy with something else is no fault of a test.
hypothesis_settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("patient")


DATABASE = {"db", "transactional_db", "client", "live_server", "django_db_setup"}
OWN_SERVERS = {"bench", "demo", "cluster"}  # tests of these start what they need


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the tests that ask the database which `DATABASE_URL` names."""
    for item in items:
        asks = item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames)
        own = OWN_SERVERS & {*item.path.parent.parts, item.path.stem.removeprefix("test_")}
        if asks and not own:
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Start PostgreSQL for the first test that touches the database; remove it after the last.

    Where processes share a server, each has a database with a name of its own.
    """
    if CLUSTER is None:  # DATABASE_URL names a server
        yield
        return
    with CLUSTER:
        yield
    shutil.rmtree(CLUSTER.data.parent)


@pytest.fixture
def server_folder():
    """A temporary folder for a PostgreSQL of a test's own.

    Not pytest's: every run of pytest closes that to other accounts, while PostgreSQL, when root
    runs the tests, works under one.
    """
    with tempfile.TemporaryDirectory(prefix="crr-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def vocabulary(db):
    """The project's own vocabularies, loaded."""
    from reviews import vocabularies

    vocabularies.load(_vocabularies())


@pytest.fixture
def letterbox(settings, monkeypatch):
    """A real SMTP server, which the site is set up to use."""
    from repository.mail import mailers

    with mail_server() as box:
        monkeypatch.delenv("MAIL_FOLDER", raising=False)
        monkeypatch.setenv("MAIL_HOST", "127.0.0.1")
        monkeypatch.setenv("MAIL_PORT", str(box.port))
        monkeypatch.setenv("MAIL_TLS", "none")
        settings.MAILERS = mailers(debug=False)
        settings.DEFAULT_FROM_EMAIL = "library@reviews.example"
        yield box


@cache
def _vocabularies():
    from reviews import vocabularies

    file = Path(__file__).resolve().parent.parent / "fixtures" / "vocabularies.json"
    return vocabularies.parse(json.loads(file.read_text(encoding="utf-8")))
