"""gunicorn as the demonstration runs it, on the loopback interface, and the memory it takes."""

import contextlib
import os
import secrets
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.figures import Memory
from demo.__main__ import GUNICORN
from demo.environment import Problem
from demo.processes import Program, await_answer

HOST = "127.0.0.1"
TRIVIAL = "/bench-trivial/"

# What a server keeps. Pages, the bitmaps of words and cards are kept by default.
MODES: dict[str, dict[str, str]] = {
    "uncached": {"KEPT_PAGES": "0", "KEPT_FILES": "0"},
    "nothing kept": dict.fromkeys(("KEPT_PAGES", "KEPT_WORDS", "KEPT_CARDS", "KEPT_FILES"), "0"),
    "kept": {},
}


def environment(folder: Path, database_url: str) -> dict[str, str]:
    """What the server and all commands are told: as on a real server, but for the address."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("KEPT_")}
    return inherited | {
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "ALLOWED_HOSTS": HOST,
        "DEBUG": "0",
        "HTTPS": "0",
    }


@contextlib.contextmanager
def serving(env: Mapping[str, str], mode: str, folder: Path) -> Iterator[tuple[int, Program]]:
    """A running server's port and the server; it ends with the block, whatever happens."""
    port = _free_port()
    command = [*GUNICORN, f"--bind={HOST}:{port}"]
    with Program(command, {**env, **MODES[mode]}, folder / "gunicorn.log") as program:
        try:
            await_answer(program, port)
            yield port, program
        except Problem as problem:
            said = (folder / "gunicorn.log").read_text(errors="replace").strip()
            raise Problem(f"{problem}\n{said[-2000:]}") from problem


def memory(program: Program) -> Memory:
    """Of the master and its workers. Linux tells; elsewhere it is zero."""
    pss = peak = 0
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.getsid(int(process.name)) == program.pid:
                pss += _kilobytes(process / "smaps_rollup", "Pss:")
                peak += _kilobytes(process / "status", "VmHWM:")
    return Memory(pss / 1024, peak / 1024)


def _kilobytes(file: Path, name: str) -> int:
    lines = file.read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
