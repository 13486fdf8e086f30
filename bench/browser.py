"""Somebody who is signed in: pages and forms over HTTP, with cookies, each request timed."""

import gzip
import http.client
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.cookies import SimpleCookie
from uuid import uuid4

from bench.forms import Fields, form_with
from bench.server import HOST
from demo.environment import Problem

TIMEOUT = 30.0
LOGIN = "/account/login/"


@dataclass(frozen=True, slots=True)
class Answer:
    """`sent` is how many bytes came over the wire, as compressed as the server sends them."""

    status: int
    seconds: float
    sent: int
    text: str
    location: str


class Browser:
    """One connection that is kept alive; `fresh` takes a new one, perhaps to another process."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}
        self.fresh()

    def fresh(self) -> None:
        self._connection = http.client.HTTPConnection(HOST, self._port, timeout=TIMEOUT)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, b"", {})

    def post(self, path: str, fields: Fields) -> Answer:
        """As a form with files in it is sent."""
        boundary = uuid4().hex
        body = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields
        )
        kind = f"multipart/form-data; boundary={boundary}"
        headers = {"Content-Type": kind, "Origin": f"http://{HOST}:{self._port}"}
        return self._ask("POST", path, f"{body}--{boundary}--\r\n".encode(), headers)

    def sign_in(self, email: str, password: str) -> None:
        _, fields = form_with(self.get(LOGIN).text, "login")
        kept = [field for field in fields if field[0] not in {"login", "password"}]
        answer = self.post(LOGIN, [*kept, ("login", email), ("password", password)])
        if answer.status != 302:
            raise Problem(f"Signing in answered {answer.status}.")

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {**headers, "Cookie": cookies, "Accept-Encoding": "gzip"}
        started = time.perf_counter()
        self._connection.request(method, path, body or None, headers)
        response = self._connection.getresponse()
        came = response.read()
        seconds = time.perf_counter() - started
        for given in response.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: each.value for name, each in SimpleCookie(given).items()}
        is_packed = response.headers.get("Content-Encoding") == "gzip"
        text = (gzip.decompress(came) if is_packed else came).decode(errors="replace")
        location = response.headers.get("Location", "")
        return Answer(response.status, seconds, len(came), text, location)


def expect(answer: Answer, *statuses: int) -> Answer:
    if answer.status not in statuses:
        raise Problem(f"The desk answered {answer.status}: {answer.text[:500]}")
    return answer


def percentiles(seconds: Sequence[float]) -> str:
    """Half of them within the first, nineteen of twenty within the second, in milliseconds."""
    from bench.figures import Latency

    taken = Latency.of(seconds)
    return f"{taken.p50:.0f} / {taken.p95:.0f}"
