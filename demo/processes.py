"""Programs that the demonstration runs and answers for: none outlives it."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from demo.environment import PROJECT, Problem
from repository.cluster import Cluster
from repository.postgres import end_with_parent

LAST_REQUESTS = 8  # seconds; gunicorn itself is told to wait for five
FIRST_ANSWER = 60
PAUSE = 0.2


class Program:
    """A child in a session of its own, so that Ctrl-C reaches only us and we end it in order."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], log: Path | None) -> None:
        output = log.open("wb") if log else None
        self.log = log
        self._process = subprocess.Popen(
            command,
            cwd=PROJECT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )
        if output:
            output.close()

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *exception: object) -> None:
        """Ask the program to end, then leave nothing of its session."""
        self._process.terminate()
        try:
            self._process.wait(LAST_REQUESTS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            kill_session(self._process.pid)
            self._process.wait()

    @property
    def pid(self) -> int:
        """Its number, which is also that of its session."""
        return self._process.pid

    def result(self) -> int | None:
        """None while the program runs, then its exit status; negative: the signal that ended it."""
        return self._process.poll()

    def wait(self) -> int:
        return self._process.wait()


def kill_session(leader: int) -> None:
    """Kill what is left of a session; it bears its leader's number even after that is gone."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def await_answer(server: Program, port: int, path: str = "/healthz") -> None:
    """Wait until the server answers a request with 200."""
    deadline = time.monotonic() + FIRST_ANSWER
    status: int | None = None
    while time.monotonic() < deadline:
        insist_on(server, None)
        status = answer(port, path)
        if status == 200:
            return
        time.sleep(PAUSE / 4)
    said = f"status {status}" if status else "no answer"
    raise Problem(f"The web server does not come up ({said} from {path}). See {server.log}.")


def answer(port: int, path: str) -> int | None:
    """The status of one request, None if nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def insist_on(server: Program, cluster: Cluster | None) -> None:
    """Both have to be running; a crash of either is the end of the demonstration."""
    result = server.result()
    if result is not None:
        how = f"signal {-result}" if result < 0 else f"status {result}"
        raise Problem(f"The web server ended unexpectedly ({how}). See {server.log}.")
    if cluster and cluster.has_ended():
        raise Problem(cluster.explain("PostgreSQL ended unexpectedly"))


def watch(server: Program, cluster: Cluster | None) -> None:
    """Stay until something ends."""
    while True:
        insist_on(server, cluster)
        time.sleep(PAUSE)
