"""The embedded PostgreSQL: making, starting, sharing and stopping a cluster of our own."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import psycopg

from repository import postgres
from repository.postgres import ClusterError

DATABASE = "repository"
SUPERUSER = "postgres"
LONGEST_SOCKET = 107  # bytes in sockaddr_un.sun_path, less the closing zero
LARGEST_LOG = 1_000_000
START_SECONDS = 60
LEFTOVER_SECONDS = 10
STOP_SECONDS = 30
STILL_THERE = re.compile("still in use|lock file .* already exists")

SMALL_SERVER = {
    "shared_buffers": "256MB",
    "max_connections": "100",
    "listen_addresses": "",
    "timezone": "UTC",
}
# Nothing in a throw-away cluster has to survive a power cut.
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """One PostgreSQL data folder and the server over it, shared by all who have started it.

    Every user holds a shared lock on `<data>.users`; who leaves last stops the server. Locks end
    with their process, so a killed user never keeps a server alive nor blocks the next start.
    """

    def __init__(self, data: Path, *, throw_away: bool = False) -> None:
        self.data = data.resolve()
        self.throw_away = throw_away
        self.log = self.data.with_name(f"{data.name}.log")
        self._process: subprocess.Popen[bytes] | None = None
        self._use: IO[bytes] | None = None
        self._user = 0
        self._log_start = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def url(self, database: str = DATABASE) -> str:
        return f"postgresql://{SUPERUSER}@/{database}?host={quote(str(self._socket_folder()))}"

    def is_running(self) -> bool:
        """Whether a server listens on the socket: true for any server, whoever started it."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            return client.connect_ex(str(self._socket())) == 0

    def has_ended(self) -> bool:
        """Whether a server that was running no longer does."""
        if self._process:
            return self._process.poll() is not None
        return not self.is_running()

    def explain(self, what: str, output: str = "") -> str:
        """One line on what went wrong, from `output` and from what the server has complained of."""
        complaints = [line for line in self._tail().splitlines() if " LOG: " not in line]
        line = postgres.explain(what, "\n".join([output, *complaints]), self.data.parent)
        return f"{line} (see {self.log})"

    def start(self) -> None:
        """Join the server, starting it (and making its data folder) where that is needed."""
        if self._use:
            return
        try:
            self.data.parent.mkdir(parents=True, exist_ok=True)
            with self._changing():
                self._join()
        except OSError as error:
            problem = f"PostgreSQL can't use the folder {self.data}"
            raise ClusterError(postgres.explain(problem, str(error), self.data)) from error

    def _join(self) -> None:
        """Hold the users' lock over a running server; nothing is left running if that fails."""
        self._use = self._open(".users")
        self._user = os.getpid()
        self._log_start = self.log.stat().st_size if self.log.exists() else 0
        fcntl.flock(self._use, fcntl.LOCK_SH)
        try:
            if not self._answers():
                self._make()
                self._launch()
        except BaseException:
            if self._process:
                self._process.send_signal(signal.SIGQUIT)
                self._process.wait()
            self._use.close()
            self._use = None
            raise

    def stop(self) -> bool:
        """Leave the server; stop it unless others use it. Whether it is stopped."""
        if not self._use or self._user != os.getpid():
            return False
        with self._changing():
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if self._process:
                    self._process.returncode = 0  # others use it: no longer ours to wait for
                return False
            else:
                self._shut_down()
                return True
            finally:
                self._use.close()
                self._use = None

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Only one process at a time makes, starts or stops the cluster."""
        with self._open(".lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _open(self, suffix: str) -> IO[bytes]:
        return self.data.with_name(self.data.name + suffix).open("ab")

    def _socket_folder(self) -> Path:
        """The data folder, which is closed to others; a short one of its own where that is long."""
        if len(os.fsencode(self.data / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
            return self.data
        name = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path("/tmp", f"crr-{name}")

    def _socket(self) -> Path:
        return self._socket_folder() / ".s.PGSQL.5432"

    def _answers(self) -> bool:
        """Whether a server takes connections; one that is coming up or going down is awaited."""
        deadline = time.monotonic() + LEFTOVER_SECONDS
        while self.is_running():
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    raise ClusterError(f"PostgreSQL does not answer: {error}") from error
                time.sleep(0.1)
            else:
                return True
        return False

    def _make(self) -> None:
        """Make the data folder beside its place and move it there whole: never half a cluster."""
        if self.data.exists():
            return
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        postgres.make_private(unfinished)
        command = [str(postgres.program("initdb")), "-D", str(unfinished), "-U", SUPERUSER]
        command += ["--auth=trust", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--locale=C.UTF-8"]  # the same on every machine
        command += ["--no-sync"] if self.throw_away else []
        try:
            with self.log.open("ab") as log:
                done = subprocess.run(
                    command, stdout=log, stderr=log, **postgres.as_server(unfinished)
                )
            if done.returncode:
                raise ClusterError(self.explain("PostgreSQL could not be set up"))
            unfinished.rename(self.data)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def _launch(self) -> None:
        deadline = time.monotonic() + LEFTOVER_SECONDS
        while not self._runs():
            # The processes of a server that was killed may take a moment to notice.
            if time.monotonic() > deadline or not STILL_THERE.search(self._tail()):
                raise ClusterError(self.explain("PostgreSQL did not start"))
            time.sleep(0.2)
        self._create_database()

    def _runs(self) -> bool:
        """Run the server as our child; whether it became ready, if need be after recovery."""
        deadline = time.monotonic() + START_SECONDS
        self._process = self._run()
        while self._process.poll() is None and time.monotonic() < deadline:
            lines = self._pid_file()
            if lines[7:] == ["ready"] and lines[0] == str(self._process.pid):
                return True
            time.sleep(0.02)
        return False

    def _run(self) -> subprocess.Popen[bytes]:
        sockets = self._socket_folder()
        if sockets != self.data:
            postgres.make_private(sockets, owner=self.data.stat().st_uid)
        settings = SMALL_SERVER | (THROW_AWAY if self.throw_away else {})
        command = [str(postgres.program("postgres")), "-D", str(self.data), "-k", str(sockets)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.unlink()
            self._log_start = 0
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is for us; we stop the server
                preexec_fn=postgres.end_with_parent if self.throw_away else None,
                **postgres.as_server(self.data, PG_GRANDPARENT_PID=self._stale_pid()),
            )

    def _pid_file(self) -> list[str]:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [line.strip() for line in lines]

    def _stale_pid(self) -> str:
        """The number a dead server left in its file, if an unrelated process bears it now.

        PostgreSQL takes any process of that number, even one that ended and was never waited
        for, for a server and refuses to start, unless it is told, as pg_ctl does for the shell,
        that the number is its grandparent's.
        """
        number = (self._pid_file() or [""])[0]
        try:
            # "4321 (postgres) S 1 ...": number, name, state
            name, state = Path("/proc", number, "stat").read_text().split(" ", 1)[1].split(") ")
        except (OSError, ValueError):
            return ""
        is_server = name == "(postgres" and not state.startswith("Z")
        return "" if is_server else number

    def _tail(self) -> str:
        """What the server has written since we started it."""
        if not self.log.exists():
            return ""
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")

    def _create_database(self) -> None:
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        try:
            with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
                if not connection.execute(known, [DATABASE]).fetchone():
                    connection.execute(f"CREATE DATABASE {DATABASE}")
        except psycopg.Error as error:
            problem = f"The database {DATABASE} could not be made"
            raise ClusterError(self.explain(problem, str(error))) from error

    def _shut_down(self) -> None:
        """Fast shutdown: sessions end, everything is written. At once if that takes too long."""
        if not self.is_running():
            return
        number = int(self._pid_file()[0])
        for how, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5)):
            os.kill(number, how)
            if self._is_gone(seconds):
                if self._process:
                    self._process.wait()  # the server is done, its process may need a moment
                return
        raise ClusterError(f"PostgreSQL (process {number}) does not stop; see {self.log}.")

    def _is_gone(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process:
                self._process.poll()  # a child that ended stays in the table until we look
            if not self._pid_file() and not self.is_running():
                return True
            time.sleep(0.02)
        return False
