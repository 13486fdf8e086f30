"""The data folder of a demonstration: used by one run at a time, and where its secrets are kept."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from demo.environment import Problem


@contextlib.contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Keep other runs out of the folder. The lock ends with this process, however it ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "demo.lock").open("a+")
    except (PermissionError, FileExistsError, NotADirectoryError) as error:
        advice = "Change its owner, or name another folder: make demo CRR_DATA=/path"
        raise Problem(f"The folder {folder} is not writable. {advice}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            holder = f"another run (process {lock.read().strip()})"
            advice = "End that one, or name another folder: make demo CRR_DATA=/path"
            raise Problem(f"The folder {folder} is in use by {holder}. {advice}") from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def secret_key(folder: Path) -> str:
    """The key of this folder's sessions, made once, for our eyes only."""
    file = folder / "secret-key"
    if not file.exists():
        unfinished = folder / "secret-key.new"
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600, exist_ok=False)
        unfinished.write_text(secrets.token_urlsafe(50))
        unfinished.rename(file)
    return file.read_text()
