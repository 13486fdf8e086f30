"""Who may open a page of the desk: every view of it is a `DeskView`, which names the right."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.mixins import AccessMixin
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from reviews import permissions
from reviews.models import Review

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class DeskView(AccessMixin, ContextMixin, TemplateResponseMixin, View):
    """A page for people with a right. Others sign in first, or are refused with 403.

    Nothing of the desk is kept by anybody on the way: no browser, no proxy.
    """

    permission = permissions.DRAFT
    raise_exception = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase
        if request.user.is_authenticated and request.user.has_perm(self.permission):
            response = super().dispatch(request, *args, **kwargs)
        else:
            response = self.handle_no_permission()
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    @property
    def editor(self) -> "User":
        """Who is here: `dispatch` has let nobody else in."""
        return cast("User", self.request.user)

    def may(self, permission: str) -> bool:
        return bool(self.request.user.has_perm(permission))


class ReviewView(DeskView):
    """A page about one review, in whatever state; `pk` stands in its address."""

    def review(self) -> Review:
        return get_object_or_404(Review, pk=self.kwargs["pk"])
