"""The project's addresses, plus one that costs as little as a page of Django can."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.server import TRIVIAL
from repository import urls
from repository.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PAGE = ("<p>The same line again and again, to make a page of thirty kB.</p>\n" * 400)[:30_000]


def trivial(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE)


urlpatterns = [path(TRIVIAL.lstrip("/"), trivial), *urls.urlpatterns]
