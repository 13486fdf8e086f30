"""Sessions: kept while they are used, ended everywhere at will."""

import time
from collections.abc import Callable

from allauth.account.internal.flows.logout import logout
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

USED_AT = "used_at"
EVERY = 300  # seconds: so often is it written down that a session is in use


class KeepWhileUsed:
    """A session ends when nothing was asked with it for SESSION_HOURS.

    Only pages that look at the session count. Public pages never do: they are the same for
    everybody, signed in or not, and set no cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = request.session
        if session.accessed and session.session_key and request.user.is_authenticated:
            if "Cache-Control" not in response:
                add_never_cache_headers(response)  # it was made for one person
            now = int(time.time())
            if now - session.get(USED_AT, 0) >= EVERY:
                session[USED_AT] = now
        return response

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """`site` is ours in every template: django-allauth would hand over its own."""
        if response.context_data and "site" in response.context_data:
            response.context_data["site"] = settings.SITE
        return response


class Sessions(ListUserSessionsView):
    """Where somebody is signed in. They can end all other sessions, or all."""

    def form_valid(self, form: object) -> HttpResponse:
        response = super().form_valid(form)
        if "here" not in self.request.POST:
            return response
        logout(self.request)
        return HttpResponseRedirect(resolve_url(settings.LOGIN_URL))
