"""`make demo` as a parent: what it starts it ends, and a crash of either server ends both.

Real processes: PostgreSQL, gunicorn and the supervisor, with a site of one line.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.ports import free_port

PROJECT = Path(__file__).parent.parent.parent
PATIENCE = 30


@pytest.fixture
def folder(server_folder):
    """The data folder of one demonstration. Whatever a failed test leaves running is killed."""
    yield server_folder / "data"
    for number in processes_of(server_folder):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


@pytest.fixture
def port():
    return free_port()


def start(folder, port, **more):
    env = os.environ | {"CRR_DATA": str(folder), "PORT": str(port), "PYTHONUNBUFFERED": "1"} | more
    if "DATABASE_URL" not in more:
        del env["DATABASE_URL"]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.demo.small"],
        cwd=PROJECT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def start_and_await(folder, port, **more):
    demo = start(folder, port, **more)
    for line in demo.stdout:
        if "The site is at" in line:
            return demo
    pytest.fail(demo.stderr.read())


def ending(demo):
    """Status, last line of the output, everything on stderr."""
    out, err = demo.communicate(timeout=PATIENCE)
    return demo.returncode, out.strip().splitlines()[-1:], err.strip()


def processes_of(folder):
    """The numbers of the living processes that bear the folder in their command or environment."""
    found = []
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            if process.name.isdigit() and os.fsencode(folder) in told:
                found.append(int(process.name))
    return found


def await_nothing_left(folder):
    """Orphans of a killed PostgreSQL need a moment to see that it is gone."""
    deadline = time.monotonic() + 5
    while (left := processes_of(folder)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def postmaster(folder):
    return int((folder / "postgres" / "postmaster.pid").read_text().splitlines()[0])


def gunicorn_master(demo):
    children = Path(f"/proc/{demo.pid}/task/{demo.pid}/children").read_text().split()
    commands = {int(child): Path("/proc", child, "cmdline").read_bytes() for child in children}
    return next(child for child, command in commands.items() if b"-m\0gunicorn" in command)


def body(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
        return response.read()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_everything_in_order(folder, port, how):
    demo = start_and_await(folder, port)
    assert body(port) == b"here"
    demo.send_signal(how)
    assert ending(demo) == (0, ["Stopped."], "")
    assert processes_of(folder) == []
    assert "database system is shut down" in (folder / "postgres.log").read_text()


def test_a_signal_during_the_preparation_ends_everything(folder, port):
    demo = start(folder, port, SMALL_PREPARATION="import time; print('busy'); time.sleep(60)")
    while "busy" not in demo.stdout.readline():
        assert demo.poll() is None
    demo.send_signal(signal.SIGTERM)
    assert ending(demo) == (0, ["Stopped."], "")
    assert processes_of(folder) == []


def test_a_crash_of_postgresql_ends_the_site(folder, port):
    demo = start_and_await(folder, port)
    os.kill(postmaster(folder), signal.SIGKILL)
    status, _, err = ending(demo)
    assert status == 1
    assert err.startswith("PostgreSQL ended unexpectedly: ")
    assert err.endswith(f" (see {folder}/postgres.log)")
    assert len(err.splitlines()) == 1
    await_nothing_left(folder)


def test_a_crash_of_gunicorn_ends_the_database(folder, port):
    demo = start_and_await(folder, port)
    os.kill(gunicorn_master(demo), signal.SIGKILL)
    status, _, err = ending(demo)
    assert status == 1
    assert err == f"The web server ended unexpectedly (signal 9). See {folder}/gunicorn.log."
    assert processes_of(folder) == []
    assert "database system is shut down" in (folder / "postgres.log").read_text()


def test_it_starts_again_after_everything_was_killed(folder, port):
    demo = start_and_await(folder, port)
    for number in (demo.pid, *processes_of(folder)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    demo.communicate()
    await_nothing_left(folder)
    assert (folder / "postgres" / "postmaster.pid").exists()
    again = start_and_await(folder, port)
    again.terminate()
    assert ending(again)[0] == 0


def test_a_killed_supervisor_takes_the_site_with_it(folder, port):
    demo = start_and_await(folder, port)
    demo.kill()
    demo.communicate()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(
        b"-m\0gunicorn" in Path("/proc", str(number), "cmdline").read_bytes()
        for number in processes_of(folder)
    ):
        time.sleep(0.1)
    again = start_and_await(folder, port)  # the port is free, the database is taken over
    again.terminate()
    assert ending(again)[0] == 0
    await_nothing_left(folder)


def test_a_folder_in_use_is_left_alone(folder, port):
    demo = start_and_await(folder, port)
    status, _, err = ending(start(folder, port + 1))
    assert status == 1
    assert f"in use by another run (process {demo.pid})" in err
    assert body(port) == b"here"
    demo.terminate()
    demo.communicate()


def test_a_taken_port_is_found_before_any_work(folder, port):
    with socket.create_server(("127.0.0.1", port)):
        status, _, err = ending(start(folder, port))
    assert (status, err) == (
        1,
        f"Port {port} is taken. Choose another one: make demo PORT=8001",
    )
    assert not folder.exists()


@pytest.mark.parametrize("text", ["0", "65536", "-1", "eight", "８０００"])
def test_a_port_that_is_none_is_refused(folder, text):
    status, _, err = ending(start(folder, text))
    assert (status, err) == (
        1,
        f"PORT={text} is not a port. Choose a number from 1024 to 65535.",
    )


def test_a_folder_that_can_not_be_written_is_named(folder, port):
    folder.write_text("a file in its place")
    status, _, err = ending(start(folder, port))
    assert status == 1
    assert err.startswith(f"The folder {folder} is not writable.")
    assert len(err.splitlines()) == 1


def test_a_failed_preparation_stops_the_database(folder, port):
    demo = start(folder, port, SMALL_PREPARATION="import sys; sys.exit('no vocabularies')")
    status, _, err = ending(demo)
    assert (status, err) == (1, "no vocabularies")
    assert processes_of(folder) == []


def test_a_server_that_does_not_start_is_reported(folder, port):
    demo = start(
        folder, port, SMALL_PREPARATION="pass", WEB_CONCURRENCY="1", GUNICORN_CMD_ARGS="-x"
    )
    status, _, err = ending(demo)
    assert status == 1
    assert err.startswith("The web server ended unexpectedly (status ")
    assert processes_of(folder) == []


def test_database_url_replaces_the_embedded_server(folder, port):
    demo = start_and_await(folder, port, DATABASE_URL="postgresql://elsewhere/")
    assert not (folder / "postgres").exists()
    demo.terminate()
    assert ending(demo)[0] == 0


def test_the_secret_key_is_ours_alone_and_stays(folder, port):
    keys = []
    for _ in range(2):
        demo = start(folder, port, SMALL_PREPARATION="raise SystemExit('enough')", SECRET_KEY="")
        ending(demo)
        keys.append((folder / "secret-key").read_text())
    assert keys[0] == keys[1]
    assert len(keys[0]) >= 50
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.fixture
def small_disk(server_folder):
    """A disk of 30 MB, less than a fresh cluster needs."""
    disk = server_folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=30m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root on a machine that lets it mount can make a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_is_named_when_the_cluster_is_made(small_disk, port):
    status, _, err = ending(start(small_disk / "data", port))
    assert status == 1
    assert "disk" in err
    assert "is full. Free some space and start again." in err
    assert len(err.splitlines()) == 1


def test_a_full_disk_is_named_when_the_folder_is_made(small_disk, port):
    (small_disk / "filling").write_bytes(b"0" * shutil.disk_usage(small_disk).free)
    status, _, err = ending(start(small_disk / "data", port))
    assert status == 1
    assert "is full. Free some space and start again." in err
    assert len(err.splitlines()) == 1
