"""Requests that come too late: with a session that has ended, or with a token that is not right."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from reviews.editing import kept_typing
from reviews.editing.access import DeskView
from reviews.models import Review


class KeepsTyping(DeskView):
    """An edit page: what somebody typed who is signed in no more is kept (kept_typing.py)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not request.user.is_authenticated:
            return lead_back(request)
        return super().dispatch(request, *args, **kwargs)


class ForgetView(DeskView):
    """What was kept is not wanted after all. `edit` is the name of the edit page, of a `model`."""

    http_method_names = ("post",)
    edit = "desk:edit"
    model: type[Model] = Review

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(self.model, pk=kwargs["pk"])
        page = reverse(self.edit, args=[kwargs["pk"]])
        response = HttpResponseRedirect(page)
        kept_typing.leave(request, response, page)
        return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Instead of a request whose token is not right. It changes nothing, whatever it asked for."""
    match = request.resolver_match
    view = getattr(match.func, "view_class", object) if match else object
    if request.method == "POST" and issubclass(view, KeepsTyping):
        return lead_back(request)
    return _refuse(request)


def lead_back(request: HttpRequest) -> HttpResponse:
    """Keep what was typed, and lead to the page that shows it; by way of sign-in, if need be."""
    page = request.path
    is_known = request.user.is_authenticated
    response: HttpResponse
    try:
        user_pk, key = kept_typing.keep(request, page)
    except kept_typing.TooLong:
        return _refuse(request, is_too_long=True)
    except kept_typing.CannotKeep:
        return _refuse(request) if is_known else _unstored(redirect_to_login(page))
    if is_known and request.user.pk != user_pk:
        response = _refuse(request, is_other=True)
    else:
        response = _unstored(HttpResponseRedirect(page) if is_known else redirect_to_login(page))
    kept_typing.hand_over(response, user_pk, page, key)
    return response


def _refuse(request: HttpRequest, **context: bool) -> HttpResponse:
    return _unstored(render(request, "403_csrf.html", context, status=403))


def _unstored(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
