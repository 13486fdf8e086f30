"""Whole public pages, kept in this process for as long as the collection stays as it is.

A page is kept by (version, host, address), compressed, with a strong ETag. A request for a kept
page, or a conditional one, costs one version read. Anything published, corrected or withdrawn
raises the version, so a page from before it is never served after it, on any machine.
"""

import gzip
import re
from collections.abc import Callable
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse

from reviews.catalogue import catalogue, collection_version
from reviews.recent import Recent
from reviews.snapshot import Snapshot

LONGEST_KEY = 2000  # characters of an address worth keeping
COMPRESSION = 4
REFUSED = re.compile(r"q=0(?:\.0*)?")
VERSION = "collection_version"  # the attribute of a request that holds the version read

type View = Callable[..., HttpResponseBase]
type Page = tuple[bytes, dict[str, str]]  # a compressed body and the headers its view gave it


pages: Recent[str, Page] = Recent("KEPT_PAGES")


def kept(view: View) -> View:
    """Keep a public view's pages. The view must depend on the address and the collection alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if settings.DEBUG or request.method not in {"GET", "HEAD"}:
            return view(request, *args, **kwargs)
        etag = _etag(request)
        page = pages.get(etag)
        if page is not None:
            return _response(request, etag, page)
        if _matches(request, etag):
            return _not_modified(request, etag)
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or not isinstance(response, HttpResponse):
            response["Cache-Control"] = "no-cache"
            return response
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        return _keep(request, etag, response)

    return answer


def _keep(request: HttpRequest, etag: str, response: HttpResponse) -> HttpResponse:
    page = gzip.compress(response.content, COMPRESSION, mtime=0), dict(response.headers)
    if len(request.get_full_path()) <= LONGEST_KEY:
        pages.keep(etag, page)
    return _response(request, etag, page)


def _response(request: HttpRequest, etag: str, page: Page) -> HttpResponse:
    if _matches(request, etag):
        return _not_modified(request, etag)
    body, headers = page
    compressed = _takes_gzip(request)
    response = HttpResponse(body if compressed else gzip.decompress(body), headers=headers)
    if compressed:
        response["Content-Encoding"] = "gzip"
    return _labelled(request, etag, response)


def _not_modified(request: HttpRequest, etag: str) -> HttpResponse:
    return _labelled(request, etag, HttpResponseNotModified())


def _labelled(request: HttpRequest, etag: str, response: HttpResponse) -> HttpResponse:
    """Caches may hold the page but must ask each time: it may have been withdrawn."""
    response["ETag"] = _strong(etag, _takes_gzip(request))
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding"
    return response


def snapshot_for(request: HttpRequest) -> Snapshot:
    """The snapshot a page is made from: of the version read for it, so that it is read once."""
    return catalogue.current(getattr(request, VERSION, None))


def _etag(request: HttpRequest) -> str:
    """A digest of all that a page depends on."""
    version = collection_version()
    setattr(request, VERSION, version)
    parts = (_release(), str(version), str(request.scheme), request.get_host())
    return blake2b(
        "\n".join((*parts, request.get_full_path())).encode(), digest_size=12
    ).hexdigest()


def _strong(etag: str, compressed: bool) -> str:
    return f'"{etag}-gz"' if compressed else f'"{etag}"'


def _takes_gzip(request: HttpRequest) -> bool:
    """Whether gzip is among the codings accepted; with the weight 0 it is refused."""
    for accepted in request.headers.get("Accept-Encoding", "").lower().split(","):
        coding, _, weight = accepted.partition(";")
        if coding.strip() == "gzip":
            return not REFUSED.fullmatch(weight.strip())
    return False


def _matches(request: HttpRequest, etag: str) -> bool:
    wanted = request.headers.get("If-None-Match")
    if not wanted:
        return False
    held = {tag.strip().removeprefix("W/") for tag in wanted.split(",")}
    return _strong(etag, _takes_gzip(request)) in held


@cache
def _release() -> str:
    """A digest of this release's code, templates and settings: a new release, new ETags."""
    digest = blake2b(repr(settings.SITE).encode(), digest_size=12)
    root: Path = settings.BASE_DIR
    ours = {Path(app.path) for app in apps.get_app_configs()}
    folders = sorted(path for path in ours if path.parent == root)
    code = [file for folder in (*folders, root / "repository") for file in folder.rglob("*.py")]
    for path in sorted([*code, *(root / "templates").rglob("*")]):
        if path.is_file():
            digest.update(path.read_bytes())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    digest.update(manifest.read_bytes() if manifest.exists() else b"")
    return digest.hexdigest()
