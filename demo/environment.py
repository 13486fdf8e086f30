"""Make `.venv` with the pinned packages, then run its Python.

    python3 demo/environment.py requirements.txt -m demo

The first thing that `make` runs, on a machine with nothing but Python. It has to start on a Python
too old for everything else, to say so in one line: standard library only, syntax of Python 3.6.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 12)
CANDIDATES = ("python3.14", "python3.13", "python3.12")
PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.txt"
LOG = VENV / "install.log"


class Problem(Exception):
    """What stops us, in one line that says what to do."""


class Step:
    """A line on the screen: what is being done, then how long it took."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __enter__(self) -> None:
        self.started = time.monotonic()
        print(f"{self.label:<48}", end="", flush=True)

    def __exit__(self, kind: object, *rest: object) -> None:
        seconds = time.monotonic() - self.started
        print("stopped" if kind else f"{seconds:6.1f} s", flush=True)


def main(requirements: str, *command: str) -> None:
    use_new_python()
    lock = os.open(str(PROJECT), os.O_RDONLY)  # let go by exec
    fcntl.flock(lock, fcntl.LOCK_EX)
    if not is_installed(requirements):
        if not os.access(str(PROJECT), os.W_OK):
            raise Problem(f"{PROJECT} is not writable. Change its owner, or work on a copy.")
        umask = os.umask(0o022)  # when root starts us, the server's own account reads .venv too
        make_venv()
        install(requirements)
        os.umask(umask)
    os.execv(str(PYTHON), [str(PYTHON), *command])


def use_new_python() -> None:
    """Go on with a newer Python from the PATH if this one is too old."""
    if sys.version_info[:2] >= OLDEST:
        return
    for name in CANDIDATES:
        path = shutil.which(name)
        if path and runs(path, "pass"):
            os.execv(path, [path, *sys.argv])
    needed, found = ("{}.{}".format(*version) for version in (OLDEST, sys.version_info))
    problem = f"Python {needed} or newer is needed; {sys.executable} is {found}."
    raise Problem(f"{problem} Install one, or name it: make demo PYTHON=/path/to/python{needed}")


def runs(python: str, code: str) -> bool:
    quiet = subprocess.DEVNULL
    try:
        return subprocess.call([python, "-c", code], stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def stamp(requirements: str) -> str:
    """What the environment holds once `requirements` is installed.

    The file for developers repeats the pins of requirements.txt, so it stands for both.
    """
    names = sorted({"requirements.txt", requirements})
    digests = (hashlib.sha256((PROJECT / name).read_bytes()).hexdigest() for name in names)
    return "".join(f"{name} {digest}\n" for name, digest in zip(names, digests))  # noqa: B905


def is_installed(requirements: str) -> bool:
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    known = STAMP.read_text().splitlines()
    return set(stamp(requirements).splitlines()) <= set(known)


def make_venv() -> None:
    if runs(str(PYTHON), f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        raise Problem(f"This Python lacks the venv module. Install the package {package}.")
    with Step("Making .venv"):
        run([sys.executable, "-m", "venv", "--clear", str(VENV)], ".venv could not be made")


def install(requirements: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", requirements]
    with Step(f"Installing {requirements}"):
        if STAMP.exists():
            STAMP.unlink()
        run(command, "The packages could not be installed")
        STAMP.write_text(stamp(requirements))


def run(command: list, problem: str) -> None:
    """Run a program quietly, in a session of its own that ends with us."""
    process = subprocess.Popen(
        command,
        cwd=str(PROJECT),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output = process.communicate()[0].decode("utf-8", "replace")
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    if process.returncode:
        raise Problem(explain(problem, output))


def explain(problem: str, output: str) -> str:
    """One line out of many; all of them go to the log if there is room for it."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return f"{problem}: the disk is full. Free some space and start again."
    try:
        LOG.write_text(output)
        problem += f" (see {LOG})"
    except OSError:
        pass  # the line below is then all there is
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["no reason given"]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return f"{problem}: {(errors or lines)[-1]}"


def stop(number: int, frame: object) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    try:
        main(*sys.argv[1:])
    except Problem as problem:
        sys.exit(str(problem))
    except OSError as error:
        sys.exit(explain("The environment could not be made", str(error)))
