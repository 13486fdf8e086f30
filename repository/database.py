"""Where the database is: the server DATABASE_URL names, else the embedded PostgreSQL in `var/`."""

import atexit
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from repository.cluster import Cluster
from repository.postgres import ClusterError

PROJECT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder for all that this copy of the project keeps: `var/`, unless CRR_DATA moves it."""
    return Path(os.environ.get("CRR_DATA") or PROJECT / "var").resolve()


def embedded_cluster() -> Cluster:
    return Cluster(data_folder() / "postgres")


def database_url() -> str:
    """DATABASE_URL, else the address of the embedded cluster, whether it runs or not."""
    return os.environ.get("DATABASE_URL") or embedded_cluster().url()


def ensure_running() -> None:
    """Give a command its database: start the embedded cluster unless it runs, stop it at exit.

    Nothing to do when DATABASE_URL names a server. The cluster stops with its last user.
    """
    if os.environ.get("DATABASE_URL"):
        return
    cluster = embedded_cluster()
    try:
        cluster.start()
    except ClusterError as error:
        sys.exit(str(error))
    atexit.register(cluster.stop)
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _exit_in_order)


def _exit_in_order(number: int, frame: FrameType | None) -> None:
    """End through `sys.exit`, so that what is registered with atexit runs."""
    sys.exit(128 + number)
