"""Throw-away databases, one for each size, on a server of our own or the one DATABASE_URL names."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from demo.environment import Problem
from repository.cluster import Cluster


@contextlib.contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a database on the server to use.

    The embedded server runs as it does for the demonstration: what is written is on the disk, so
    that the time to load is the time to load.
    """
    named = os.environ.get("DATABASE_URL")
    if named:
        yield named
        return
    with Cluster(folder / "postgres") as cluster:
        yield cluster.url()


@contextlib.contextmanager
def database(url: str, size: int, copy_of: str = "") -> Iterator[str]:
    """The address of a new database, empty or a copy, which is dropped in the end."""
    name = f"bench_{os.getpid()}_{size}"
    made = sql.SQL(f"CREATE DATABASE {name} TEMPLATE {{}}").format(
        sql.Identifier(copy_of or "template1")
    )
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(made)
    except psycopg.Error as error:
        raise Problem(f"No database could be made: {error}") from error
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def settle(url: str) -> None:
    """Do now what the server would do within minutes, and not while we measure."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
