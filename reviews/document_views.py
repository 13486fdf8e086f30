"""Hosted files, and what stands in their place when they are gone. Nobody is counted here.

A file is not reachable past this view: whoever asks is answered from the record as it is now.
"""

import logging
from collections.abc import Iterator
from typing import IO

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from reviews.choices import State
from reviews.models import Document
from reviews.ranges import Part, Unsatisfiable, part_of
from reviews.tombstone import Tombstone

PIECE = 64 * 1024
logger = logging.getLogger(__name__)


@require_safe
def document(request: HttpRequest, id: int, name: str) -> HttpResponseBase:
    """The file of a published review, for as long as it may be held; 410 from then on."""
    found = Document.objects.select_related("review").filter(pk=id).first()
    if found is None or not (found.is_held or found.was_held):
        raise Http404
    if found.review.state == State.WITHDRAWN:
        return tombstone(request, found)
    if not found.review.is_published:
        raise Http404
    if not found.is_public:
        return _uncached(
            render(request, "reviews/document_withdrawn.html", {"review": found.review}, status=410)
        )
    if found.was_held or found.is_expired(timezone.localdate()):
        gone = render(request, "reviews/document_gone.html", {"document": found}, status=410)
        return _uncached(gone)
    if name != found.file_name:
        return _uncached(HttpResponseRedirect(found.get_absolute_url()))
    return _file(request, found)


def tombstone(request: HttpRequest, found: Document) -> HttpResponse:
    """What a withdrawn review's own address says, and no more."""
    context = {"withdrawn": Tombstone.of(found.review)}
    return _uncached(render(request, "410.html", context, status=410))


@csp_override({"frame-ancestors": [CSP.NONE]})  # that of pages keeps browsers' viewers from drawing
def _file(request: HttpRequest, found: Document) -> HttpResponseBase:
    """The whole file, the part that was asked for, or that nothing has changed."""
    etag, size = f'"{found.sha256}"', found.bytes or 0
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return _labelled(unchanged, found, etag)
    try:
        part = part_of(_wanted(request, etag), size)
    except Unsatisfiable:
        refused = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        return _labelled(refused, found, etag)
    taken = part or Part(0, size - 1)
    response = _body(request, found, taken)
    response["Content-Length"] = str(taken.size)
    response["Content-Disposition"] = f'inline; filename="{found.file_name}.pdf"'
    if part:
        response.status_code = 206
        response["Content-Range"] = f"bytes {part.first}-{part.last}/{size}"
    return _labelled(response, found, etag)


def _wanted(request: HttpRequest, etag: str) -> str:
    """The `Range` header, if it holds: for GET, and for the very file that the client has."""
    if request.method != "GET" or request.headers.get("If-Range", etag) != etag:
        return ""
    return request.headers.get("Range", "")


def _body(request: HttpRequest, found: Document, part: Part) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(content_type="application/pdf")
    try:
        file = found.file.open("rb")
    except OSError as error:
        logger.error("The file of document %s is not in the storage.", found.pk)
        raise Http404 from error
    return StreamingHttpResponse(Pieces(file, part), content_type="application/pdf")


class Pieces:
    """A part of a file, a piece at a time. The response closes it, read or not."""

    def __init__(self, file: IO[bytes], part: Part) -> None:
        self.file, self.part, self.close = file, part, file.close

    def __iter__(self) -> Iterator[bytes]:
        self.file.seek(self.part.first)
        left = self.part.size
        while left and (piece := self.file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


def _labelled[R: HttpResponseBase](response: R, found: Document, etag: str) -> R:
    """A cache may keep the file but must ask each time: it may have been withdrawn."""
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    return _uncached(response)


def _uncached[R: HttpResponseBase](response: R) -> R:
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
