"""Briefings as PDF files. Each depends on its address and the collection alone, as pages do.

A version's first request for a file reads the edition anew: what was withdrawn is gone from it.
Only if that made it another file is it set again (typesetting/press.py), so what is published
elsewhere costs a few queries and no typesetting, and a client that has the file is told so.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from briefings.briefing_page import BriefingPage
from briefings.briefing_views import current, numbered
from briefings.choices import Kind
from briefings.tombstone import gone
from briefings.typesetting.press import Job, job
from briefings.typesetting.prose import Data
from briefings.typesetting.sheet import Sheet
from reviews.catalogue import collection_version
from reviews.kept import VERSION
from reviews.recent import Recent


@dataclass(frozen=True, slots=True)
class File:
    """A file that an address has: how it is set, its name, and the page that it is the file of."""

    job: Job
    name: str
    page: str
    is_illustrative: bool


known: Recent[tuple[int, str, str], File] = Recent("KEPT_FILES")


@require_safe
def briefing(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole of the current edition."""
    found = _known(request, lambda: _briefing(current(request, slug)))
    return _answer(request, found) if found else _gone(request, slug)


@require_safe
def briefing_edition(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The whole of one edition, current or superseded."""
    found = _known(request, lambda: _briefing(numbered(request, slug, number)))
    return _answer(request, found) if found else _gone(request, slug, number)


@require_safe
def seven_minutes(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What the current edition says of learning, and its questions: one sheet."""
    found = _known(request, lambda: _seven_minutes(current(request, slug)))
    return _answer(request, found) if found else _gone(request, slug)


def _known(request: HttpRequest, make: Callable[[], File | None]) -> File | None:
    """What this version's file is; read once for each version, whatever the query string says."""
    version = collection_version()
    setattr(request, VERSION, version)
    key = (version, request.build_absolute_uri("/"), request.path)
    found = None if settings.DEBUG else known.get(key)
    if found is None:
        found = make()
        if found is not None:
            known.keep(key, found)
    return found


def _briefing(page: BriefingPage | None) -> File | None:
    if page is None:
        return None
    name = f"{page.piece.slug}-edition-{page.number}"
    return _file(page, Sheet(page).briefing(), "briefing", name)


def _file(page: BriefingPage, data: Data, template: str, name: str) -> File:
    edition = page.edition
    assert edition is not None and edition.released_at is not None  # only public ones get here
    at = edition.corrected_at or edition.released_at
    return File(job(template, data, at), name, page.url, page.is_illustrative)


def _seven_minutes(page: BriefingPage | None) -> File | None:
    if page is None:
        return None
    if not page.seven_path:
        raise Http404("It has neither statements of learning nor questions.")
    name = f"{page.piece.slug}-seven-minutes"
    return _file(page, Sheet(page).seven_minutes(), "seven-minutes", name)


@csp_override({"frame-ancestors": [CSP.NONE]})  # that of pages keeps browsers' viewers from drawing
def _answer(request: HttpRequest, file: File) -> HttpResponseBase:
    """The file, or that nothing in it has changed."""
    etag = f'"{file.job.digest}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(file.job.printed(), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{file.name}.pdf"'
        response["Link"] = f'<{file.page}>; rel="canonical"'
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # a cache must ask each time: it may be withdrawn
    if file.is_illustrative:
        response["X-Robots-Tag"] = "noindex"
    return response


def _gone(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    response = gone(request, Kind.BRIEFING, slug, number)
    response["Cache-Control"] = "no-cache"
    return response
