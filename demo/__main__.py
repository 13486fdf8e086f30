"""`make demo`: the database, its content, the static files and the web server, until Ctrl-C."""

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from demo.environment import Problem, Step
from demo.folder import claimed, secret_key
from demo.processes import Program, await_answer, watch
from repository import postgres
from repository.cluster import Cluster
from repository.database import data_folder, embedded_cluster

PREPARATION = [sys.executable, "-m", "demo.preparation"]
GUNICORN = [sys.executable, "-m", "gunicorn", "repository.wsgi", "--workers=2", "--threads=4"]
GUNICORN += ["--worker-class=gthread", "--graceful-timeout=5", "--no-control-socket"]
GUNICORN += ["--log-level=warning"]
# Beyond 4,094 bytes gunicorn itself would answer, in its own words; the site has a page for that.
GUNICORN += ["--limit-request-line=0"]
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(BaseException):
    """Somebody asked us to end: the ordinary way out."""


def end(number: int, frame: object) -> None:
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)  # once is enough: what follows is the tidying up
    raise Ended


def main(preparation: Sequence[str] = PREPARATION, server: Sequence[str] = GUNICORN) -> None:
    """Run the demonstration; the two programs are given, so that tests can run smaller ones."""
    for ending in ENDINGS:
        signal.signal(ending, end)
    folder = data_folder()
    try:
        port = free_port(os.environ.get("PORT") or "8000")
        with claimed(folder):
            run(preparation, [*server, f"--bind=127.0.0.1:{port}"], folder, port)
    except Ended:
        print("\nStopped.")
    except (Problem, postgres.ClusterError) as problem:
        sys.exit(str(problem))
    except OSError as error:
        sys.exit(postgres.explain("The demonstration stopped", str(error), folder))


def free_port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise Problem(f"PORT={text} is not a port. Choose a number from 1024 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            why = "reserved" if isinstance(error, PermissionError) else "taken"
            problem = f"Port {text} is {why}. Choose another one: make demo PORT=8001"
            raise Problem(problem) from error
    return int(text)


def run(preparation: Sequence[str], server: Sequence[str], folder: Path, port: int) -> None:
    env = environment(folder)
    cluster = None if os.environ.get("DATABASE_URL") else embedded_cluster()
    try:
        if cluster:
            with Step("Starting PostgreSQL"):
                cluster.start()
        prepare(preparation, env, cluster)
        serve(server, env, cluster, folder, port)
    finally:
        if cluster:
            cluster.stop()


def environment(folder: Path) -> dict[str, str]:
    """What the site is told: never DEBUG; what it writes goes into the data folder."""
    env = {"STATIC_ROOT": str(folder / "static"), "MEDIA_ROOT": str(folder / "media"), **os.environ}
    if not env.get("SECRET_KEY"):
        env["SECRET_KEY"] = secret_key(folder)
    if not env.get("MAIL_HOST"):
        env.setdefault("MAIL_FOLDER", str(folder / "mails"))
    return env | {"DEBUG": "0", "DJANGO_SETTINGS_MODULE": "repository.settings"}


def prepare(command: Sequence[str], env: dict[str, str], cluster: Cluster | None) -> None:
    with Program(command, env, log=None) as program:
        result = program.wait()
    if result and cluster and cluster.has_ended():
        raise Problem(cluster.explain("PostgreSQL ended unexpectedly"))
    if result < 0:
        raise Problem(f"The preparation was ended by signal {-result}. Start again.")
    if result:
        sys.exit(1)  # it has said why


def serve(
    command: Sequence[str],
    env: dict[str, str],
    cluster: Cluster | None,
    folder: Path,
    port: int,
) -> None:
    with contextlib.ExitStack() as stack:
        with Step("Starting gunicorn"):
            server = stack.enter_context(Program(command, env, folder / "gunicorn.log"))
            await_answer(server, port)
        print(f"\n  The site is at http://127.0.0.1:{port}/ (Ctrl-C ends it)", flush=True)
        watch(server, cluster)


if __name__ == "__main__":
    main()
