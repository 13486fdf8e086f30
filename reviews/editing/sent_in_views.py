"""The pages of what a partnership sent in: to look at, with its file, and to answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.csp import csp_override

from reviews import permissions
from reviews.editing import sent_in
from reviews.editing.access import DeskView
from reviews.editing.upload_views import pdf_response
from reviews.models import Submission, SubmittedFile

TOLD = "They are told by mail."
NOT_SKIPPED = "Nothing was sent: this was answered already, or is no longer skipped."


class DeclineForm(forms.Form):
    because = forms.CharField(
        label="Why it is not taken up",
        max_length=2000,
        help_text="The partnership reads this. No names, and nothing about the child.",
        error_messages={"required": "Write why, in a sentence or two."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SentIn(DeskView):
    """Who sent it. POST tells them that it is not taken up; that is for editors."""

    template_name = "desk/sent_in.html"

    def get(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._page(self._submission(pk), DeclineForm())

    def post(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may(permissions.PUBLISH):
            raise PermissionDenied
        submission, form = self._submission(pk), DeclineForm(request.POST)
        if not form.is_valid():
            return self._page(submission, form, status=422)
        because = form.cleaned_data["because"]
        try:
            sent_in.decline(submission=submission, because=because, by=self.editor)
        except sent_in.NotSkipped:
            messages.warning(request, NOT_SKIPPED)
        else:
            messages.success(request, TOLD)
        return HttpResponseRedirect(reverse("desk:sent-in", args=[pk]))

    def _submission(self, pk: int) -> Submission:
        return get_object_or_404(Submission.objects.filter(confirmed_at__isnull=False), pk=pk)

    def _page(self, submission: Submission, form: DeclineForm, status: int = 200) -> HttpResponse:
        context = {
            "page": sent_in.SentInPage.of(submission),
            "form": form,
            "may_answer": self.may(permissions.PUBLISH),
        }
        return self.render_to_response(context, status=status)


# That of pages keeps browsers' viewers from drawing.
@method_decorator(csp_override({"frame-ancestors": [CSP.NONE]}), name="dispatch")
class SentInFile(DeskView):
    """The file that came with it, for those who work on it."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        confirmed = SubmittedFile.objects.filter(submission__confirmed_at__isnull=False)
        report = get_object_or_404(confirmed, submission=pk)
        return pdf_response(report.file, report.bytes, f"submission-{pk}", f"submission {pk}")
