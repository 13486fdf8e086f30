"""Whose turn it is to speak to a website: one request at a time for each, with a pause between.

For as long as a command runs it keeps the websites that it has spoken to for itself, by a lock of
the database. So two commands at once never ask the same website, on whatever machine they run.
"""

import time
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

SERIES = 0x43525231  # of our advisory locks, apart from anybody else's


class Turns:
    """The websites that this run speaks to."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for host in self._last:
            _ask("SELECT pg_advisory_unlock(%s, hashtext(%s))", host)

    def take(self, url: str) -> bool:
        """Wait for the turn to ask this website; False where another command has taken it."""
        host = urlsplit(url).hostname or ""
        if host not in self._last:
            if not _ask("SELECT pg_try_advisory_lock(%s, hashtext(%s))", host):
                return False
            self._last[host] = float("-inf")
        time.sleep(max(0.0, self._last[host] + settings.FETCH_PAUSE - time.monotonic()))
        return True

    def done(self, url: str) -> None:
        """The request is over: the pause begins."""
        self._last[urlsplit(url).hostname or ""] = time.monotonic()


def _ask(statement: str, host: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [SERIES, host])
        return bool(cursor.fetchone()[0])
