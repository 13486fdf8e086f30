"""What is done to an edition as a whole: a page that asks, and a POST that does it.

A step that can't be done any more (somebody was quicker, or the browser went back) is answered
with the same page and status 409: it says what has happened, and loses nothing that was typed.
"""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from briefings import publishing
from briefings.choices import Kind, State
from briefings.editing import compared, notices, preview, releasing, saving
from briefings.editing.access import EditionView, VerbView
from briefings.editing.edit_form import EditForm
from briefings.editing.moments import when
from briefings.editing.public_words import doubts_of_wording
from briefings.editing.publish_page import PublishPage
from briefings.editing.verb_forms import WithdrawForm
from briefings.models import Edition
from briefings.publishing import WrongState
from reviews import permissions
from reviews.editing import verb_forms
from reviews.editing.copies import Outdated
from reviews.editing.vocabulary import vocabulary

CONFLICT, INCOMPLETE = 409, 422
WORDING_MAY_STAND = "wording-may-stand"
_RELEASING = {verb_forms.PUBLISH, verb_forms.SCHEDULE, verb_forms.UNSCHEDULE}
_WRITING = {verb_forms.OFFER, verb_forms.TAKE_BACK}


class Preview(EditionView):
    """The page as the public will see it; with `?version=3` as that save left it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        held = self.edition()
        version = compared.version(held, request.GET.get("version", ""))
        page = preview.page_of(EditForm(held, version.typed, vocabulary()), request)
        self.template_name = preview.TEMPLATES[Kind(held.piece.kind)]
        values = {"page": page, "held": held, "version": version}
        return self.render_to_response(self.get_context_data(**values))


class Publish(VerbView):
    """The last look before publication. Who may not publish offers it to somebody who may."""

    template_name = "desk/pieces/publish.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.shown(PublishPage(self.edition(), self.editor))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = PublishPage(self.edition(), self.editor, request.POST)
        do = page.form.do
        if do not in _RELEASING | _WRITING:
            raise BadRequest("The form named nothing that can be done here.")
        if do in _RELEASING and not page.may_release:
            raise PermissionDenied
        if not page.carry_out():
            incomplete = page.refused in {"incomplete", "doubts", "not-ready"}
            return self.shown(page, INCOMPLETE if incomplete else CONFLICT)
        moment = when(page.form.moment) if page.form.moment else ""
        self.tell(do, edition=page.edition, is_correction=page.was_correction, when=moment)
        return redirect("pieces:history", page.edition.pk)

    def shown(self, page: PublishPage, status: int = 200) -> HttpResponse:
        return self.answer(status, page=page, edition=page.edition)


class Differences(VerbView):
    """The public text beside the working copy, or two saves: `?from=3&to=5`."""

    template_name = "desk/pieces/differences.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.edition()
        since, until = request.GET.get("from", ""), request.GET.get("to", "")
        page = compared.Comparison.between(edition, since, until)
        return self.answer(page=page, edition=edition)


class Withdraw(VerbView):
    permission = permissions.WITHDRAW
    template_name = "desk/pieces/withdraw.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = WithdrawForm(initial={"wording": verb_forms.WORDING})
        return self.answer(edition=self.edition(), form=form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition, form = self.edition(), WithdrawForm(request.POST)
        values: dict[str, Any] = {"edition": edition, "form": form}
        if not form.is_valid():
            return self.answer(INCOMPLETE, **values)
        values["doubts"] = doubts_of_wording(form.cleaned_data["wording"], edition)
        if values["doubts"] and WORDING_MAY_STAND not in request.POST:
            return self.answer(INCOMPLETE, **values)
        try:
            publishing.withdraw(edition=edition, by=self.editor, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, **values, refused=True)
        self.tell("withdrawn", edition=edition)
        return redirect("pieces:history", edition.pk)


class Restore(VerbView):
    permission = permissions.WITHDRAW
    template_name = "desk/pieces/restore.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answer(edition=self.edition(), form=verb_forms.NoteForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition, form = self.edition(), verb_forms.NoteForm(request.POST)
        if not form.is_valid():
            return self.answer(INCOMPLETE, edition=edition, form=form)
        try:
            publishing.restore(edition=edition, by=self.editor, **form.cleaned_data)
        except WrongState:
            return self.answer(CONFLICT, edition=edition, form=form, refused=True)
        self.tell("restored", edition=edition)
        return redirect("pieces:history", edition.pk)


class Discard(VerbView):
    """Who may only write drafts may discard those that never were public, and nothing else."""

    template_name = "desk/pieces/discard.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answer(**self.about(), form=verb_forms.NumberedForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        about, form = self.about(), verb_forms.NumberedForm(request.POST)
        edition = about["edition"]
        if not form.is_valid():
            return self.answer(INCOMPLETE, **about, form=form)
        was_draft = edition.state == State.DRAFT
        try:
            releasing.COPIES.discard(edition, by=self.editor, **form.cleaned_data)
        except (WrongState, Outdated):
            return self.answer(CONFLICT, **self.about(), form=form, refused=True)
        self.tell("discarded", edition=edition, was_draft=was_draft)
        return redirect("pieces:list") if was_draft else redirect("pieces:history", pk)

    def about(self) -> dict[str, Any]:
        edition = self.edition()
        if edition.state != State.DRAFT and not self.may(permissions.CORRECT):
            raise PermissionDenied
        return {"edition": edition, "opened": saving.opened(edition)}


class NewEdition(VerbView):
    """A draft of the next edition, with all that this one says."""

    template_name = "desk/pieces/new_edition.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answer(**self.about(self.edition()))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.edition()
        try:
            draft = releasing.begin_next(edition=edition, by=self.editor)
        except WrongState:
            return self.answer(CONFLICT, **self.about(edition), refused=True)
        self.tell("new-edition", edition=draft)
        return redirect("pieces:edit", draft.pk)

    def about(self, edition: Edition) -> dict[str, Any]:
        others = Edition.objects.filter(piece=edition.piece_id)
        last = others.order_by("-number").first()
        draft = others.filter(state=State.DRAFT).first()
        return {"edition": edition, "draft": draft, "number": (last.number if last else 0) + 1}


class LookedAt(VerbView):
    """What of an edition is to be looked at again; and that an editor did, and leaves it."""

    template_name = "desk/pieces/looked_at.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        edition = self.edition()
        return self.shown(edition, verb_forms.NoteForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may(permissions.CORRECT):
            raise PermissionDenied
        edition, form = self.edition(), verb_forms.NoteForm(request.POST)
        if not form.is_valid():
            return self.shown(edition, form, INCOMPLETE)
        seen = request.POST.getlist("notice")
        now = [notice.text for notice in notices.of(edition)]
        if not now or set(now) - set(seen):
            return self.shown(edition, form, CONFLICT)
        try:
            publishing.look_at(edition=edition, by=self.editor, changes=now, **form.cleaned_data)
        except WrongState:
            return self.shown(edition, form, CONFLICT)
        self.tell("looked-at", edition=edition)
        return redirect("pieces:list")

    def shown(self, edition: Edition, form: verb_forms.NoteForm, status: int = 200) -> HttpResponse:
        values: dict[str, Any] = {"edition": edition, "form": form, "notices": notices.of(edition)}
        values["may_leave"] = self.may(permissions.CORRECT)
        return self.answer(status, **values, refused=status == CONFLICT)
