"""Asking a server for pages: one after the other, and eight at a time. Loopback only, bounded."""

import http.client
import selectors
import socket
import time
from collections.abc import Sequence
from itertools import cycle, islice

from bench.figures import Rate
from bench.server import HOST
from demo.environment import Problem

CONCURRENCY = 8
REQUESTS = 8000  # the most that one measurement of requests a second makes
BEFORE_RECONNECTING = 50  # requests on a connection, so that both workers get their share
TIMEOUT = 30.0
HEADERS = {"Accept-Encoding": "gzip", "Accept": "text/html"}


class Reader:
    """One reader on one connection that is kept alive."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT)

    def fetch(self, path: str) -> tuple[float, bytes]:
        """How many seconds the answer took, and its body as sent. Anything but 200 is an error."""
        started = time.perf_counter()
        self._connection.request("GET", path, headers=HEADERS)
        response = self._connection.getresponse()
        body = response.read()
        seconds = time.perf_counter() - started
        if response.status != 200:
            raise Problem(f"{path} answered {response.status}.")
        return seconds, body

    def close(self) -> None:
        self._connection.close()


def rate(port: int, paths: Sequence[str], seconds: float, requests: int = REQUESTS) -> Rate:
    """Requests a second at concurrency 8, for so many seconds or requests at most.

    One thread over eight sockets that does next to nothing with an answer: a client of threads
    or processes would take the server's share of a small machine. Its own share is told.
    """
    wanted = islice(cycle(map(_request, paths)), requests)
    started, cpu = time.perf_counter(), time.process_time()
    with selectors.DefaultSelector() as selector:
        for _ in range(CONCURRENCY):
            _Connection(port, selector).ask(next(wanted, None))
        answered = 0
        while selector.get_map():
            events = selector.select(TIMEOUT)
            if not events:
                raise Problem(f"The server has not answered for {TIMEOUT:g} seconds.")
            late = time.perf_counter() - started > seconds
            for key, _ in events:
                if key.data.receive():
                    answered += 1
                    key.data.ask(None if late else next(wanted, None))
    taken = time.perf_counter() - started
    return Rate(answered / taken, (time.process_time() - cpu) / taken)


class _Connection:
    """One of the eight: asks, and notices when the answer is complete."""

    def __init__(self, port: int, selector: selectors.BaseSelector) -> None:
        self._port = port
        self._selector = selector
        self._asked = 0
        self._received = bytearray()
        self._connect()

    def ask(self, request: bytes | None) -> None:
        """Send a request; with none left, close."""
        if request is None or self._asked == BEFORE_RECONNECTING:
            self._selector.unregister(self._socket)
            self._socket.close()
            if request is None:
                return
            self._connect()
        self._asked += 1
        self._received.clear()
        self._socket.sendall(request)

    def receive(self) -> bool:
        """Take what has come; whether that completes the answer."""
        part = self._socket.recv(1 << 20)
        if not part:
            raise Problem("The server closed a connection before it had answered.")
        self._received += part
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = bytes(self._received[:end]).lower()
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise Problem(f"The server answered {head[:40].decode(errors='replace')}.")
        length = head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]
        return len(self._received) >= end + 4 + int(length)

    def _connect(self) -> None:
        self._socket = socket.create_connection((HOST, self._port), TIMEOUT)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(self._socket, selectors.EVENT_READ, self)
        self._asked = 0


def _request(path: str) -> bytes:
    headers = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
    return f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n{headers}\r\n".encode()
