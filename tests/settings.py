"""The settings under test: the project's own, plus what every run of the tests has to bring.

pytest-django reads the settings before any conftest, so this is the one place early enough to name
a database of our own. The server itself starts with the first test that needs it (conftest.py).

Run by several processes (`-n 2`), each has a server of its own, unless DATABASE_URL named one.
"""

import os
import tempfile
from pathlib import Path

from repository.cluster import Cluster

CLUSTER = None
if os.environ.get("DATABASE_URL", "") == os.environ.get("TESTS_OWN_DATABASE", ""):
    folder = Path(tempfile.gettempdir(), f"crr-tests-{os.getpid()}")
    CLUSTER = Cluster(folder / "postgres", throw_away=True)
    # What this process sets, those that it starts inherit: they must know it for ours.
    os.environ["DATABASE_URL"] = os.environ["TESTS_OWN_DATABASE"] = CLUSTER.url()
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("SUBMISSIONS", "1")

from repository.settings import *  # noqa: E402, F403

# Static files straight from their sources: no test has to wait until they are collected.
STORAGES = {  # noqa: F405
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Passwords are made in many tests and guessed in none.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
