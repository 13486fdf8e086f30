"""`make demo` itself: an empty folder becomes the site, and a second run keeps what is there."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from repository.cluster import Cluster
from tests.ports import free_port

PROJECT = Path(__file__).parent.parent.parent


class Run:
    """One run of the demonstration, from its start to the end of the `with` block."""

    def __init__(self, folder):
        self.port = free_port()
        env = os.environ | {"CRR_DATA": str(folder), "PORT": str(self.port), "DEBUG": "1"}
        for name in ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE"):
            env.pop(name, None)
        command = [sys.executable, "-m", "demo"]
        self.process = subprocess.Popen(
            command, cwd=PROJECT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self):
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if "The site is at" in line:
                return self
        pytest.fail(self.said + self.process.stderr.read())

    def __exit__(self, *exception):
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)
        assert self.process.returncode == 0

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body


def ask(folder, query):
    """What the site's database answers to one query, asked while it runs."""
    with psycopg.connect(Cluster(folder / "postgres").url()) as connection:
        return connection.execute(query).fetchone()


def steps(said):
    return re.findall(r"^(\w.*?) +\d+\.\d s$", said, re.MULTILINE)


@pytest.fixture(scope="module")
def folder():
    """The data folder all runs of this file share: the first test fills it."""
    with tempfile.TemporaryDirectory(prefix="crr-") as folder:  # not pytest's: see server_folder
        yield Path(folder) / "data"


@pytest.fixture
def filled(folder):
    """The folder after a first run, if another process has the test of that."""
    if not folder.exists():
        with Run(folder):
            pass
    return folder


REAL = len(json.loads((PROJECT / "fixtures" / "reviews.json").read_text()))
MAY_CHANGE = """
    SELECT array_agg(model::text ORDER BY model) FROM auth_user_groups member
    JOIN auth_group_permissions held ON held.group_id = member.group_id
    JOIN auth_permission permission ON permission.id = held.permission_id
    JOIN django_content_type type ON type.id = permission.content_type_id
    WHERE codename LIKE 'change%'
    AND model IN ('agency', 'ageband', 'theme', 'review', 'user', 'group')
"""
COUNTS = "SELECT count(*) FILTER (WHERE illustrative), count(*) FROM reviews_review"
EDITIONS = """
    SELECT count(*) FILTER (WHERE illustrative), count(*) FROM briefings_edition edition
    JOIN briefings_piece piece ON piece.id = edition.piece_id
"""


def test_an_empty_folder_becomes_the_site(folder):
    with Run(folder) as run:
        assert steps(run.said) == [
            "Starting PostgreSQL",
            "Migrating the database",
            "Loading vocabularies",
            "Loading the real reviews",
            "Loading 240 illustrative reviews",
            "Loading briefings and articles",
            "Checking the catalogue",
            "Collecting static files",
            "Starting gunicorn",
        ]
        assert f"http://127.0.0.1:{run.port}/" in run.said
        assert re.search(r"Editor's account: editor@demo\.example, password: \S{16} ", run.said)
        assert ask(folder, COUNTS) == (240, 240 + REAL)
        assert ask(folder, EDITIONS) == (2, 6)
        account = "SELECT is_staff, is_superuser FROM auth_user WHERE email = 'editor@demo.example'"
        assert ask(folder, account) == (True, False)
        assert ask(folder, MAY_CHANGE) == (["ageband", "agency", "review", "theme"],)

        status, page = run.get("/reviews/")
        assert status == 200
        stylesheet = re.search(r'<link rel="stylesheet" href="(\S+)"', page)[1]
        assert run.get(stylesheet)[0] == 200
        status, page = run.get("/no-such-page/")
        assert status == 404
        assert "DEBUG" not in page


def test_a_second_run_keeps_what_is_there(filled):
    folder = filled
    with Run(folder) as run:
        assert steps(run.said) == [
            "Starting PostgreSQL",
            "Migrating the database",
            "Checking the catalogue",
            "Starting gunicorn",
        ]
        assert "password" not in run.said
        assert ask(folder, COUNTS) == (240, 240 + REAL)
        assert ask(folder, EDITIONS) == (2, 6)
        assert run.get("/reviews/CR-2023-0001/")[0] == 200


def test_a_catalogue_that_has_lost_reviews_is_built_again(filled):
    folder = filled
    with Cluster(folder / "postgres") as cluster, psycopg.connect(cluster.url()) as connection:
        connection.execute("DELETE FROM reviews_entry")
    with Run(folder):
        assert ask(folder, "SELECT count(*) FROM reviews_entry") == (240 + REAL,)
