"""The one edge to other people's websites: every outgoing request of the project is made here.

Each request is bounded: in redirects, in bytes, in the seconds without a byte and in the seconds
in all. It says who asks. It never goes into a private network (`reviews.addresses`), neither by
name nor by redirect, nor by a name that changes its mind between the look and the connection.
"""

import hashlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import SplitResult, urljoin

from django.conf import settings

from reviews import addresses
from reviews.addresses import Refused

CONNECT_SECONDS = 10
READ_SECONDS = 20  # without a single byte
MOST_REDIRECTS = 5
PIECE = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}
BUSY = {429, 500, 502, 503, 504}


class Failed(Exception):
    """The document could not be had this time; the message says why. Another day it may be."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from the last address of a chain of redirects."""

    url: str
    status: int
    media_type: str
    length: int | None  # as the server says
    bytes: int = 0
    sha256: str = ""


def look(url: str, method: str) -> Answer:
    """Ask for an address without taking its body. Raises Refused or Failed."""
    with _asked(url, method) as (place, response, _):
        return _answer(place, response)


def fetch(url: str, into: BinaryIO) -> Answer:
    """Write what the address holds into a file. Raises Refused or Failed."""
    with _asked(url, "GET") as (place, response, most):
        answer = _answer(place, response)
        if answer.status != 200:
            raise (Failed if answer.status in BUSY else Refused)(
                f"The website answered with status {answer.status}."
            )
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise Refused("The website sent the file compressed, which was not asked for.")
        if answer.length is not None and answer.length > most:
            raise Refused(_too_large(most))
        return _take(answer, response, into, most)


def _take(answer: Answer, response: http.client.HTTPResponse, into: BinaryIO, most: int) -> Answer:
    digest, taken = hashlib.sha256(), 0
    while piece := response.read(PIECE):
        taken += len(piece)
        if taken > most:
            raise Refused(_too_large(most))
        digest.update(piece)
        into.write(piece)
    if answer.length is not None and taken < answer.length:
        raise Failed("The website ended its answer too early.")
    return Answer(
        answer.url, answer.status, answer.media_type, answer.length, taken, digest.hexdigest()
    )


def _too_large(most: int) -> str:
    return f"The file is larger than {most // 1024**2} MB."


def _answer(place: SplitResult, response: http.client.HTTPResponse) -> Answer:
    length = response.headers.get("Content-Length", "")
    return Answer(
        place.geturl(),
        response.status,
        response.headers.get_content_type(),
        int(length) if _is_number(length) and not response.chunked else None,
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16


@contextmanager
def _asked(url: str, method: str) -> Iterator[tuple[SplitResult, http.client.HTTPResponse, int]]:
    """The answer at the end of the redirects, and how many bytes of it may be taken."""
    deadline = time.monotonic() + settings.FETCH_SECONDS
    place, seen = addresses.read(url), set()
    for _ in range(MOST_REDIRECTS + 1):
        seen.add(place)
        with _exchange(place, method, deadline) as response:
            target = response.headers.get("Location")
            if response.status not in REDIRECTS or not target:
                yield place, response, settings.DOCUMENT_MEGABYTES * 1024**2
                return
        place = addresses.read(urljoin(place.geturl(), _text(target)))
        if place in seen:
            raise Refused("The address redirects in a circle.")
    raise Refused(f"The address redirects more than {MOST_REDIRECTS} times.")


def _text(header: str) -> str:
    """A header as UTF-8, which servers send although HTTP does not know it."""
    with suppress(UnicodeError):
        return header.encode("latin-1").decode()
    return header


@contextmanager
def _exchange(
    place: SplitResult, method: str, deadline: float
) -> Iterator[http.client.HTTPResponse]:
    """One request and its answer. At the deadline the connection is cut, whatever it is doing."""
    plain = _connect(place, deadline)
    cut = threading.Event()
    held = plain.dup()  # TLS takes the other one over
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, (held, cut))
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(place.hostname or "", addresses.port_of(place))
    try:
        connection.sock = _secured(plain, place)
        target = f"{place.path}?{place.query}" if place.query else place.path
        connection.request(method, target, headers=_headers(place))
        with connection.getresponse() as response:
            yield response
        if cut.is_set():
            raise Failed(_too_slow())
    except (OSError, http.client.HTTPException) as error:
        raise Failed(_too_slow() if cut.is_set() else _reason(error)) from error
    except Failed as error:
        raise Failed(_too_slow() if cut.is_set() else str(error)) from error
    finally:
        timer.cancel()
        connection.close()
        plain.close()
        timer.join()
        held.close()


def _cut(plain: socket.socket, cut: threading.Event) -> None:
    cut.set()
    with suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)


def _connect(place: SplitResult, deadline: float) -> socket.socket:
    """A connection to one of the host's addresses, each of which was looked at."""
    try:
        numbers = addresses.look_up(place)
    except LookupError as error:
        raise Failed(str(error)) from error
    for number in numbers:
        left = min(CONNECT_SECONDS, deadline - time.monotonic())
        if left <= 0:
            raise Failed(_too_slow())
        with suppress(OSError):
            connected = socket.create_connection((number, addresses.port_of(place)), left)
            connected.settimeout(min(READ_SECONDS, settings.FETCH_SECONDS))
            return connected
    raise Failed("The website can’t be reached.")


def _secured(plain: socket.socket, place: SplitResult) -> socket.socket:
    """With TLS where the address says so; the certificate must be the host name's."""
    if place.scheme == "http":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=place.hostname)


def _headers(place: SplitResult) -> dict[str, str]:
    return {
        "Host": place.netloc,
        "User-Agent": user_agent(),
        "Accept": "application/pdf, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def user_agent() -> str:
    """Who asks, and whom to write to about it; ASCII, as headers are."""
    said = "; ".join(filter(None, (settings.SITE.name, settings.SITE.contact)))
    plain = said.encode("ascii", "ignore").decode()
    return "CaseReviewRepository (" + "".join(c for c in plain if c.isprintable()) + ")"


def _too_slow() -> str:
    return f"The website took longer than {settings.FETCH_SECONDS} seconds."


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"The website’s certificate is not valid: {error.verify_message}."
    if isinstance(error, ssl.SSLError):
        return "The website does not speak TLS as it should."
    if isinstance(error, TimeoutError):
        return f"The website was silent for {READ_SECONDS} seconds."
    if isinstance(error, http.client.IncompleteRead):
        return "The website ended its answer too early."
    if isinstance(error, http.client.HTTPException):
        return "The website’s answer is not HTTP."
    said = getattr(error, "strerror", None)
    return f"The connection broke off ({said})." if said else "The connection broke off."


__all__ = ["Answer", "Failed", "Refused", "fetch", "look", "user_agent"]
