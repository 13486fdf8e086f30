"""With SECOND_FACTOR=1, rights can be used only by those who have a second factor."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

# Where rights are used. Pages of the account itself stay open: a factor is set up there.
BEHIND = {"desk", "pieces", "admin"}
WANTED = "wanted"  # in the session: the page that somebody was led away from
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class RequireSecondFactor:
    """Leads to the page where a second factor is set up, which leads back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """By the name of the view's space, so that no spelling of an address gets past."""
        match, user = request.resolver_match, request.user
        if not settings.SECOND_FACTOR or not match or not BEHIND & set(match.namespaces):
            return None
        if not user.is_authenticated or not (user.is_staff or user.get_all_permissions()):
            return None  # who has no rights is refused as ever
        if has_second_factor(user):
            request.session.pop(WANTED, None)
            return None
        if request.method == "GET":
            request.session[WANTED] = request.get_full_path()
        return HttpResponseRedirect(reverse("mfa_index"))


def has_second_factor(user: Any) -> bool:
    """An authenticator app or a passkey; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
