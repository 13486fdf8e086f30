"""What is done to a review as a whole: a page that asks, and a POST that does it.

A step that can't be done any more (somebody was quicker, or the browser went back) is answered
with the same page and status 409: it says what has happened, and loses nothing that was typed.
"""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string

from reviews import mentions, permissions, publishing
from reviews.choices import State
from reviews.editing import compared, preview, releasing, saving, verb_forms
from reviews.editing.access import ReviewView
from reviews.editing.edit_form import EditForm
from reviews.editing.public_words import doubts_of_wording
from reviews.editing.publish_page import PublishPage
from reviews.editing.vocabulary import vocabulary
from reviews.kept import snapshot_for
from reviews.models import Document
from reviews.publishing import WrongState

CONFLICT, INCOMPLETE = 409, 422
WORDING_MAY_STAND = "wording-may-stand"
DONE = "desk/done.txt"  # what is said of a step on the page that follows it
_RELEASING = {verb_forms.PUBLISH, verb_forms.SCHEDULE, verb_forms.UNSCHEDULE}
_WRITING = {verb_forms.OFFER, verb_forms.TAKE_BACK}


class VerbView(ReviewView):
    """A page that asks before something is done."""

    @property
    def user(self) -> User:
        """Who is signed in: the page is not opened for anybody else."""
        return cast(User, self.request.user)

    def tell(self, done: str, **values: Any) -> None:
        """Say on the next page what was done."""
        said = render_to_string(DONE, {"done": done, **values}, self.request)
        messages.success(self.request, said.strip())

    def answer(self, status: int = 200, **values: Any) -> HttpResponse:
        values["may_withdraw"] = self.may(permissions.WITHDRAW)
        response = self.render_to_response(self.get_context_data(**values))
        response.status_code = status
        return response


class Preview(ReviewView):
    """The page as the public will see it; with `?version=3` as that save left it."""

    template_name = "desk/preview.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        held = self.review()
        typed = compared.version(held, request.GET.get("version", ""))
        review = preview.as_review(EditForm(held, typed.typed, vocabulary()))
        url = request.build_absolute_uri(held.get_absolute_url())
        page = preview.PreviewPage(review, snapshot_for(request), settings.SITE.name, url)
        values = {"page": page, "review": review, "held": held, "version": typed}
        return self.render_to_response(self.get_context_data(**values))


class Publish(VerbView):
    """The last look before publication. Who may not publish offers it to somebody who may."""

    template_name = "desk/publish.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.shown(PublishPage(self.review(), self.user))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = PublishPage(self.review(), self.user, request.POST)
        do = page.form.do
        if do not in _RELEASING | _WRITING:
            raise BadRequest("The form named nothing that can be done here.")
        if do in _RELEASING and not page.may_release:
            raise PermissionDenied
        if not page.carry_out():
            incomplete = page.refused in {"incomplete", "doubts", "not-ready"}
            return self.shown(page, INCOMPLETE if incomplete else CONFLICT)
        self.tell(do, review=page.review, is_correction=page.was_correction, day=page.form.day)
        return redirect("desk:history", page.review.pk)

    def shown(self, page: PublishPage, status: int = 200) -> HttpResponse:
        return self.answer(status, page=page, review=page.review)


class Differences(VerbView):
    """The live text beside the working copy, or two saves: `?from=3&to=5`."""

    template_name = "desk/differences.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.review()
        since, until = request.GET.get("from", ""), request.GET.get("to", "")
        page = compared.Comparison.between(review, since, until)
        return self.answer(page=page, review=review)


class Withdraw(VerbView):
    permission = permissions.WITHDRAW
    template_name = "desk/withdraw.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = verb_forms.WithdrawForm(initial={"wording": verb_forms.WORDING})
        return self.answer(**self.about(), form=form)

    def about(self) -> dict[str, Any]:
        review = self.review()
        return {"review": review, "cited_by": mentions.of_review(review.pk)}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = verb_forms.WithdrawForm(request.POST)
        values: dict[str, Any] = {**self.about(), "form": form}
        review = values["review"]
        if not form.is_valid():
            return self.answer(INCOMPLETE, **values)
        values["doubts"] = doubts_of_wording(form.cleaned_data["wording"], review)
        if values["doubts"] and WORDING_MAY_STAND not in request.POST:
            return self.answer(INCOMPLETE, **values)
        try:
            publishing.withdraw(review=review, by=self.user, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, **values, refused=True)
        self.tell("withdrawn", review=review)
        return redirect("desk:history", review.pk)


class Restore(VerbView):
    permission = permissions.WITHDRAW
    template_name = "desk/restore.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answer(review=self.review(), form=verb_forms.NoteForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        review, form = self.review(), verb_forms.NoteForm(request.POST)
        if not form.is_valid():
            return self.answer(INCOMPLETE, review=review, form=form)
        try:
            publishing.restore(review=review, by=self.user, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, review=review, form=form, refused=True)
        self.tell("restored", review=review)
        return redirect("desk:history", review.pk)


class Discard(VerbView):
    """Who may only write drafts may discard those that never were public, and nothing else."""

    template_name = "desk/discard.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answer(**self.about(), form=verb_forms.NumberedForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        about, form = self.about(), verb_forms.NumberedForm(request.POST)
        review = about["review"]
        if not form.is_valid():
            return self.answer(INCOMPLETE, **about, form=form)
        was_draft = review.state == State.DRAFT
        try:
            releasing.COPIES.discard(review, by=self.user, **form.cleaned_data)
        except (WrongState, releasing.Outdated):
            return self.answer(CONFLICT, **self.about(), form=form, refused=True)
        self.tell("discarded", review=review, was_draft=was_draft)
        return redirect("desk:home") if was_draft else redirect("desk:history", review.pk)

    def about(self) -> dict[str, Any]:
        review = self.review()
        if review.state != State.DRAFT and not self.may(permissions.CORRECT):
            raise PermissionDenied
        return {"review": review, "opened": saving.opened(review)}


class DocumentView(VerbView):
    """One document of a review that is or was public."""

    permission = permissions.WITHDRAW

    def about(self) -> dict[str, Any]:
        review = self.review()
        if review.state == State.DRAFT:
            raise Http404("A draft's documents are removed on its edit page.")
        key = self.kwargs["document"]
        return {"review": review, "document": get_object_or_404(Document, pk=key, review=review)}


class WithdrawDocument(DocumentView):
    template_name = "desk/withdraw_document.html"

    def get(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        return self.answer(**self.about(), form=verb_forms.ReasonForm())

    def post(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        about, form = self.about(), verb_forms.ReasonForm(request.POST)
        if not form.is_valid():
            return self.answer(INCOMPLETE, **about, form=form)
        chosen: Document = about["document"]
        try:
            publishing.withdraw_document(document=chosen, by=self.user, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, **about, form=form, refused=True)
        self.tell("document-withdrawn", **about)
        return redirect("desk:history", pk)


class RestoreDocument(DocumentView):
    template_name = "desk/restore_document.html"

    def get(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        return self.answer(**self.about(), form=verb_forms.NoteForm())

    def post(self, request: HttpRequest, pk: int, document: int) -> HttpResponse:
        about, form = self.about(), verb_forms.NoteForm(request.POST)
        if not form.is_valid():
            return self.answer(INCOMPLETE, **about, form=form)
        chosen: Document = about["document"]
        try:
            publishing.restore_document(document=chosen, by=self.user, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, **about, form=form, refused=True)
        self.tell("document-restored", **about)
        return redirect("desk:history", pk)
