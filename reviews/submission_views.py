"""Sending a review in, and confirming it. Open to everybody; nothing is known of who is there."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView, View

from reviews.extraction import Unreadable
from reviews.incoming import name_of
from reviews.models import SubmittedFile
from reviews.submissions import consent, files, receiving, traps
from reviews.submissions.form import SubmissionForm


class Open(View):
    """A page that is there only where submissions are taken; never kept by anybody."""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.SITE.takes_submissions:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


# It needs no token against requests from elsewhere: see traps.is_caught.
@method_decorator(csrf_exempt, name="dispatch")
class Submit(Open):
    """The form. What can't be taken in is shown again with everything that was typed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return _page(request, SubmissionForm(initial={"stamp": traps.stamp()}))

    def post(self, request: HttpRequest) -> HttpResponse:
        is_too_often = traps.has_sent_too_often(request)
        if not is_too_often:
            files.let_in(request)
        data = request.POST.copy()
        is_caught = traps.is_caught(request, data)
        traps.renew(data)
        form = _form(request, data)
        if is_too_often:
            form.add_error(None, traps.TOO_MUCH)
        elif form.is_valid() and is_caught:
            form.add_error(None, traps.AGAIN)
        elif form.is_valid() and traps.is_too_much_for(request, form.cleaned_data["email"]):
            is_too_often = True
            form.add_error(None, traps.TOO_MUCH)
        if not form.is_valid():
            return _page(request, form, status=429 if is_too_often else 422)
        site = request.build_absolute_uri("/").rstrip("/")
        receiving.take_in(form=form, nonce=traps.nonce(data), site=site)
        return HttpResponseRedirect(reverse("reviews:submit_sent"))


class Sent(Open, TemplateView):
    template_name = "submissions/sent.html"
    extra_context = {"days": consent.UNCONFIRMED_DAYS}


@method_decorator(csrf_exempt, name="dispatch")
class Confirm(Open):
    """The link of the mail. Following it changes nothing, since machines follow links too."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        submission = receiving.find(token)
        if submission is None:
            return TemplateResponse(request, "submissions/gone.html", status=410)
        return TemplateResponse(request, "submissions/confirm.html", {"submission": submission})

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        submission = receiving.find(token)
        if submission is not None:
            receiving.confirm(submission=submission)
        return HttpResponseRedirect(request.path)


submit, sent, confirm = Submit.as_view(), Sent.as_view(), Confirm.as_view()


def _form(request: HttpRequest, data: MultiValueDict) -> SubmissionForm:
    """The form with its file: one that came now, or one that came before."""
    report, problem = _report(request, data)
    data["held"] = files.token(report) if report else ""
    form = SubmissionForm(data, report=report)
    form.full_clean()
    if problem:
        form.add_error("file", problem)
    return form


def _report(request: HttpRequest, data: MultiValueDict) -> tuple[SubmittedFile | None, str]:
    held = files.find(data.get("held") or "")
    file: Any = request.FILES.get("file")
    if file is None:
        return held, ""
    try:
        return files.keep(file), ""
    except Unreadable as reason:
        return held, f"“{name_of(file)}” was not added. {reason}"


def _page(request: HttpRequest, form: SubmissionForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "most": settings.DOCUMENT_MEGABYTES}
    return TemplateResponse(request, "submissions/form.html", context, status=status)
