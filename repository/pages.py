"""The pages that belong to no app: about, accessibility, privacy, errors, robots and health."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import Error
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseServerError,
    UnreadablePostError,
)
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from reviews.catalogue import collection_version
from reviews.kept import kept


class About(TemplateView):
    template_name = "about.html"


class Accessibility(TemplateView):
    template_name = "accessibility.html"


class Privacy(TemplateView):
    template_name = "privacy.html"


about = kept(About.as_view())
accessibility = kept(Accessibility.as_view())
privacy = kept(Privacy.as_view())


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 and the collection's version while the database answers; else 503 and one line."""
    try:
        version = collection_version()
    except (Error, TypeError):  # no connection, or no collection in the database yet
        return HttpResponse("database away\n", content_type="text/plain", status=503)
    return HttpResponse(f"ok {version}\n", content_type="text/plain")


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Everything may be fetched: what must not be indexed says so itself, and nothing is named."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "robots.txt", {"sitemap": sitemap}, content_type="text/plain")


MOST_READ, PIECE = 200 * 1024**2, 64 * 1024
TOO_MUCH = "More was sent than a form of this site can hold. Go back and take some of it out."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400. Only a reason that was written for people is shown."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        reason = TOO_MUCH
        _read_to_end(request)
    return _error(request, 400, reason=reason)


def _read_to_end(request: HttpRequest) -> None:
    """A browser that is still sending would not listen: it would say that the connection broke."""
    left = MOST_READ
    with suppress(UnreadablePostError):
        while left > 0 and (piece := request.read(PIECE)):
            left -= len(piece)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _error(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, made of as little as possible: no request, no context processors, no database."""
    try:
        body = get_template("500.html").render({"site": settings.SITE})
    except ValueError:  # the static files have not been collected, so no page can be made
        return HttpResponseServerError("Something went wrong.\n", content_type="text/plain")
    return HttpResponseServerError(body)


def _error(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """Not to be held by any cache: what is not here now may be published in a moment."""
    response = render(request, f"{status}.html", context, status=status)
    response["Cache-Control"] = "no-cache"
    return response
