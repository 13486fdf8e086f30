"""The embedded PostgreSQL: shared by its users, stopped by the last, started after any crash."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from repository.cluster import LONGEST_SOCKET, Cluster
from repository.database import database_url

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def data(server_folder):
    return server_folder / "postgres"


def throw_away(data):
    return Cluster(data, throw_away=True)


def ask(cluster, query):
    with psycopg.connect(cluster.url()) as connection:
        return connection.execute(query).fetchone()[0]


def kill_server(data):
    number = int((data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(number, signal.SIGKILL)


def test_it_starts_with_a_database_and_stops(data):
    with throw_away(data) as cluster:
        assert cluster.is_running()
        assert ask(cluster, "SELECT current_database()") == "repository"
    assert not cluster.is_running()
    assert not (data / "postmaster.pid").exists()


def test_others_can_not_enter_its_folder(data):
    with throw_away(data):
        assert data.stat().st_mode & 0o077 == 0


def test_who_leaves_last_stops_it(data):
    first, second = throw_away(data), throw_away(data)
    first.start()
    second.start()
    assert first.stop() is False
    assert ask(second, "SELECT 1") == 1
    assert second.stop() is True
    assert not second.is_running()


def test_what_was_written_survives_a_kill(data):
    with Cluster(data) as cluster:  # a throw-away one may lose its last moments
        with psycopg.connect(cluster.url()) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        kill_server(data)
        with Cluster(data) as again:
            assert ask(again, "SELECT number FROM kept") == 7
    assert not cluster.is_running()


def test_a_number_that_now_belongs_to_another_process_does_not_matter(data):
    with throw_away(data):
        pass
    with subprocess.Popen(["sleep", "60"], user=data.stat().st_uid) as stranger:
        (data / "postmaster.pid").write_text(
            f"{stranger.pid}\n{data}\n1\n5432\n{data}\n\n1 1\nready\n"
        )
        try:
            with throw_away(data) as cluster:
                assert ask(cluster, "SELECT 1") == 1
        finally:
            stranger.kill()


def test_an_unfinished_folder_is_made_again(data):
    unfinished = data.with_name("postgres.new")
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18")
    with throw_away(data) as cluster:
        assert ask(cluster, "SELECT 1") == 1
    assert not unfinished.exists()


def test_a_long_path_gets_a_short_socket(server_folder):
    data = server_folder / ("long" * 30) / "postgres"
    with throw_away(data) as cluster:
        socket = Path(cluster.url().partition("host=")[2], ".s.PGSQL.5432")
        assert len(str(socket)) <= LONGEST_SOCKET
        assert ask(cluster, "SELECT 1") == 1
        assert socket.parent.stat().st_mode & 0o077 == 0
    socket.parent.rmdir()


def test_database_url_is_taken_from_the_environment(monkeypatch, server_folder):
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/reviews")
    assert database_url() == "postgresql://elsewhere/reviews"
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setenv("CRR_DATA", str(server_folder))
    assert database_url() == f"postgresql://postgres@/repository?host={server_folder}/postgres"


def command(folder, code):
    """A management command run by hand, without a server."""
    env = os.environ | {"CRR_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "repository.settings"}
    del env["DATABASE_URL"]
    arguments = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    return subprocess.Popen(arguments, cwd=PROJECT, env=env, stdout=subprocess.PIPE, text=True)


QUERY = "from django.db import connection as c; k = c.cursor(); k.execute('SELECT 1')"


def test_a_command_brings_its_own_server(server_folder):
    with command(server_folder, f"{QUERY}; print(k.fetchone()[0])") as alone:
        assert alone.communicate()[0] == "1\n"
    assert not Cluster(server_folder / "postgres").is_running()


def test_commands_share_one_server(server_folder):
    slow = f"{QUERY}; print('up', flush=True); import time; time.sleep(3); k.execute('SELECT 2')"
    with command(server_folder, slow) as first:
        assert first.stdout.readline() == "up\n"
        with command(server_folder, f"{QUERY}; print(k.fetchone()[0])") as second:
            assert second.communicate()[0] == "1\n"
        first.communicate()
        assert first.returncode == 0, "the second command has not stopped the first one's server"
    assert not Cluster(server_folder / "postgres").is_running()


def test_a_terminated_command_stops_its_server(server_folder):
    with command(
        server_folder, f"{QUERY}; print('up', flush=True); import time; time.sleep(60)"
    ) as busy:
        busy.stdout.readline()
        busy.terminate()
        busy.communicate()
    deadline = time.monotonic() + 5
    while Cluster(server_folder / "postgres").is_running() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Cluster(server_folder / "postgres").is_running()
