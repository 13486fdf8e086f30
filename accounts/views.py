"""Pages of an account that django-allauth has none of."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from accounts import invitations
from accounts.forms import AcceptInvitation
from accounts.second_factor import has_second_factor


@method_decorator(never_cache, name="dispatch")
class Home(LoginRequiredMixin, TemplateView):
    """What somebody can do with their own account."""

    template_name = "account/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "groups": [group.name for group in user.groups.order_by("name")],
            "has_second_factor": has_second_factor(user),
        }


@method_decorator((never_cache, sensitive_post_parameters()), name="dispatch")
class Accept(FormView):
    """From an invitation to an account. The link of the mail is all that is asked for."""

    template_name = "account/invitation.html"
    form_class = AcceptInvitation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        invitation = invitations.find(kwargs["token"])
        if invitation is None:
            return gone(request)
        self.extra_context = {"invitation": invitation}
        self.invitation = invitation
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"email": self.invitation.email}

    def form_valid(self, form: AcceptInvitation) -> HttpResponse:
        name, password = form.cleaned_data["name"], form.cleaned_data["password1"]
        user = invitations.accept(invitation=self.invitation, name=name, password=password)
        return sign_in(self.request, user) if user else gone(self.request)


def gone(request: HttpRequest) -> HttpResponse:
    """Why a link can't be used is not said: who holds it may be a stranger."""
    return TemplateResponse(request, "account/invitation_gone.html", status=410)


def sign_in(request: HttpRequest, user: User) -> HttpResponse:
    """Into the new account. Whoever else was signed in with this browser is so no more."""
    logout(request, show_message=False)
    record_authentication(request, user, method="password", email=user.email)
    return perform_login(request, Login(user=user, email=user.email))
