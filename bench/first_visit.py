"""What a browser fetches that has never been here: the page and all that it names, as sent."""

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from bench.client import Reader
from demo.environment import Problem

ADDRESS = "/reviews/"
FETCHED_LINKS = {"stylesheet", "icon", "modulepreload", "preload", "manifest"}
IMPORTED = {
    ".css": re.compile(rb"""url\(\s*['"]?(?!data:)([^'")]+)"""),
    ".js": re.compile(rb"""(?:from|import)\s*\(?\s*['"]([^'"]+)['"]"""),
}


class _Names(HTMLParser):
    """The addresses of all that a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        fetched = FETCHED_LINKS & set(given.get("rel", "").split())
        if tag == "link" and fetched and given.get("href"):
            self.found.append(given["href"])
        if tag in {"script", "img", "source"} and given.get("src"):
            self.found.append(given["src"])


def sizes(port: int) -> dict[str, int]:
    """Bytes by address. The server compresses what it sends; we count what it sent."""
    reader = Reader(port)
    try:
        _, page = reader.fetch(ADDRESS)
        names = _Names()
        names.feed(_plain(page).decode())
        fetched = {ADDRESS: len(page)}
        waiting = [urljoin(ADDRESS, name) for name in names.found]
        while waiting:
            address = urldefrag(waiting.pop()).url
            if address.startswith("data:") or address in fetched:
                continue
            if not address.startswith("/"):
                raise Problem(f"{ADDRESS} makes browsers fetch {address}, which is not ours.")
            _, body = reader.fetch(address)
            fetched[address] = len(body)
            waiting += _imports(address, _plain(body))
        return fetched
    finally:
        reader.close()


def _imports(address: str, body: bytes) -> list[str]:
    for suffix, pattern in IMPORTED.items():
        if address.endswith(suffix):
            return [urljoin(address, name.decode()) for name in pattern.findall(body)]
    return []


def _plain(body: bytes) -> bytes:
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
