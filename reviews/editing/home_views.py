"""What waits for somebody, and the documents that do."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from reviews import hosting, permissions
from reviews.dates import PartialDate
from reviews.editing.access import DeskView
from reviews.editing.document_list import DocumentList
from reviews.editing.fields import DayField
from reviews.editing.home import Home
from reviews.editing.situations import day
from reviews.models import Document, WorkingCopy

CONFLICT, INCOMPLETE = 409, 422
# What can be tried again, and the field that says when it is due.
DUE = {"link": "link_due_at", "file": "fetch_due_at"}


class HomeView(DeskView):
    template_name = "desk/home.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=Home(self.editor)))


class Documents(DeskView):
    template_name = "desk/documents.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page = DocumentList(request.GET)
        may_record = self.may(permissions.RECORD_DOCUMENTS)
        response = self.render_to_response(
            self.get_context_data(
                page=page, may_record=may_record, may_restore=self.may(permissions.WITHDRAW)
            )
        )
        response.status_code = page.status
        return response


class TryAgain(DeskView):
    """Have a link asked for, or a file fetched, at the next run. Nothing public changes by it."""

    permission = permissions.RECORD_DOCUMENTS
    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = get_object_or_404(Document.objects.select_related("review"), pk=pk)
        if (field := DUE.get(request.POST.get("what", ""))) is None:
            raise BadRequest("The form named nothing that can be tried again.")
        Document.objects.filter(pk=pk).update(**{field: timezone.now()})
        said = f"“{document.label}” of {document.review.reference} is tried again at the next run."
        messages.success(request, said)
        show = "broken" if field == "link_due_at" else "not-fetched"
        return HttpResponseRedirect(f"{reverse('desk:documents')}?show={show}")


class ExpiryForm(forms.Form):
    """Until when a copy is offered: a day to come."""

    use_required_attribute = False

    expires_on = DayField(
        label="Offered until",
        help_text="The first day on which it is offered no more, such as 3 May 2031.",
        max_length=60,
        error_messages={"required": "Write the day."},
    )

    def clean_expires_on(self) -> PartialDate:
        found: PartialDate = self.cleaned_data["expires_on"]
        if found.earliest <= timezone.localdate():
            raise forms.ValidationError("Write a day to come.")
        return found


class Expiry(DeskView):
    """How long a copy is offered. While the review is being corrected, that stands on its edit
    page: what is typed there would take the place of what is recorded here.
    """

    permission = permissions.RECORD_DOCUMENTS
    template_name = "desk/expiry.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.document()
        held = document.expires_on
        form = ExpiryForm(initial={"expires_on": day(held) if held else ""})
        return self.render_to_response(self.about(document, form))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        document, form = self.document(), ExpiryForm(request.POST)
        about = self.about(document, form)
        if about["is_being_corrected"]:
            return self.render_to_response(about, status=CONFLICT)
        if not form.is_valid():
            return self.render_to_response(about, status=INCOMPLETE)
        document.expires_on = form.cleaned_data["expires_on"].earliest
        hosting.record(document)
        until = day(document.expires_on)
        said = f"“{document.label}” of {document.review.reference} is offered until {until}."
        messages.success(request, said)
        return redirect(f"{reverse('desk:documents')}?show=expiring")

    def document(self) -> Document:
        documents = Document.objects.select_related("review").exclude(permission="")
        return get_object_or_404(documents, pk=self.kwargs["pk"])

    def about(self, document: Document, form: ExpiryForm) -> dict[str, Any]:
        copies = WorkingCopy.objects.filter(review=document.review)
        return self.get_context_data(
            document=document,
            form=form,
            is_being_corrected=copies.exists(),
            next_run=document.is_expired(timezone.localdate()),
        )
