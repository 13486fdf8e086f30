"""The edit page of a briefing or an article: shown, saved, and its buttons carried out."""

import re
import secrets
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.gzip import gzip_page

from briefings.editing import actions, builder, saving
from briefings.editing.access import EditionView
from briefings.editing.builder import BuilderPanel
from briefings.editing.builder_actions import NOT_TAKEN
from briefings.editing.edit_page import EditPage
from briefings.editing.evidence_notice import CORRECTED, LOOKED_AT, SEEN, EvidenceNotice, look_at
from briefings.editing.lost_evidence import TAKEN_OUT
from briefings.editing.saving import STORE
from briefings.editing.typed import ROWS, PieceTyped
from briefings.models import Edition
from briefings.publishing import WrongState
from reviews import permissions
from reviews.catalogue import catalogue
from reviews.editing import kept_typing, presence
from reviews.editing.actions import PREVIEW, PUBLISH, REMOVED
from reviews.editing.kept_typing_views import KeepsTyping
from reviews.editing.sent import Sent, sent_of
from reviews.editing.store import Saved
from reviews.editing.vocabulary import vocabulary

_REMOVED = re.compile(rf"(?:{'|'.join(ROWS)}):n[0-9]{{1,18}}")


@method_decorator(gzip_page, name="dispatch")  # a long form, most of it the same again and again
class Edit(KeepsTyping, EditionView):
    """GET shows what is typed. POST saves it, and does what the button that was pressed says."""

    template_name = "desk/pieces/edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        edition = self.edition()
        now = saving.opened(edition)
        kept = kept_typing.find(request, request.path)
        removed, taken = request.GET.get("removed", ""), request.GET.get(TAKEN_OUT, "")
        page = EditPage(
            edition,
            PieceTyped.of_post(kept.fields.copy()) if kept else now.typed,
            vocabulary(),
            sent_of(kept.fields) if kept else Sent(now.number, secrets.token_hex(16)),
            user=self.editor,
            copy=now.copy,
            removed=removed if _REMOVED.fullmatch(removed) else "",
        )
        if kept is None:
            not_taken = NOT_TAKEN in request.GET
            return self.shown(page, request.GET, taken=taken, not_taken=not_taken)
        as_of = kept.fields.get("as_of") or ""
        return self.shown(page, kept.fields, kept=kept, as_of=as_of)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        edition, post = self.edition(), request.POST.copy()
        typed, sent = PieceTyped.of_post(request.POST.copy()), sent_of(post, _as_of(edition))
        if "automatic" in post:
            return self.automatic(edition, typed, sent)
        do = post.get("do", "")
        if actions.takes_away(do):  # its history keeps what was there
            saved = self.saved(edition, typed, sent)
            if saved.conflicts:
                return self.undecided(edition, saved, sent, post)
            typed, sent = saved.typed.copy(), Sent(saved.number)
        at = actions.perform(do, typed, edition, post)
        saved = self.saved(edition, typed, sent)
        if saved.conflicts:
            return self.undecided(edition, saved, sent, post)
        if do.startswith(f"{LOOKED_AT}:"):
            at = self.looked_at(edition, do.partition(":")[2], post.getlist(SEEN))
        ends = {REMOVED: do.partition(":")[2], TAKEN_OUT: str(sent.number), NOT_TAKEN: "yes"}
        told = ends.get(at)
        query = filter(None, (urlencode({at: told}) if told else "", builder.state(post)))
        return self.onward(edition, saved, do, at, "&".join(query))

    def saved(
        self, edition: Edition, typed: PieceTyped, sent: Sent, *, automatic: bool = False
    ) -> Saved[PieceTyped]:
        return saving.save(
            edition=edition,
            typed=typed,
            opened_at=sent.number,
            by=self.editor,
            vocabulary=vocabulary(),
            sitting=sent.sitting if automatic else "",
            is_automatic=automatic,
        )

    def automatic(self, edition: Edition, typed: PieceTyped, sent: Sent) -> HttpResponse:
        """The page saves by itself: said in a few words, and never over what others have saved."""
        saved = self.saved(edition, typed, sent, automatic=True)
        if saved.conflicts:
            return JsonResponse({"conflicts": len(saved.conflicts)}, status=409)
        said = {
            "number": saved.number,
            "at": f"{timezone.localtime():%H:%M}",
            "merged": saved.merged_with is not None,
        }
        response = JsonResponse(said)
        kept_typing.forget(self.request, response, self.request.path)
        return response

    def onward(
        self, edition: Edition, saved: Saved[PieceTyped], do: str, at: str, query: str
    ) -> HttpResponse:
        """To the page as it is saved, at what was worked on; or on to publication."""
        if (other := saved.merged_with) and other != self.editor:
            name = other.get_full_name() or other.get_username()
            messages.success(self.request, f"Saved together with what {name} has changed.")
        if do in {PUBLISH, PREVIEW}:
            address = reverse(f"pieces:{do}", args=[edition.pk])
        else:
            address = f"{self.request.path}{'?' if query else ''}{query}{'#' if at else ''}{at}"
        response = HttpResponseRedirect(address)
        kept_typing.forget(self.request, response, self.request.path)
        return response

    def looked_at(self, edition: Edition, statement: str, seen: list[str]) -> str:
        """Keep that somebody looked at what a statement cites. What was typed is saved already."""
        if edition.is_published and not self.may(permissions.CORRECT):
            raise PermissionDenied
        with suppress(WrongState):  # withdrawn a moment ago: the page says so
            is_done = look_at(edition=edition, statement=statement, seen=seen, by=self.editor)
            self.tell("looked-at-evidence" if is_done else "more-to-look-at", edition=edition)
        return CORRECTED

    def undecided(
        self, edition: Edition, saved: Saved[PieceTyped], sent: Sent, post: QueryDict
    ) -> HttpResponse:
        """Both texts, and all that was typed; saving again decides."""
        page = EditPage(
            edition,
            saved.typed,
            vocabulary(),
            Sent(saved.number, sent.sitting or secrets.token_hex(16)),
            user=self.editor,
            copy=saving.opened(edition).copy,
            saved=saved,
        )
        return self.shown(page, post, status=409)

    def shown(
        self,
        page: EditPage,
        asked: MultiValueDict,
        status: int = 200,
        taken: str = "",
        **context: Any,
    ) -> HttpResponse:
        """A page about an edition that somebody now has open."""
        edition, number, here = page.edition, page.sent.number, self.request.path
        STORE.keep_base(edition, number)
        presence.note(edition, self.editor, STORE)
        panel = (edition, page.typed, asked, catalogue.current(), page.vocabulary)
        values = {
            "page": page,
            "edition": edition,
            "builder": BuilderPanel(*panel) if page.is_briefing else None,
            "evidence": EvidenceNotice(page.form, taken),
            "company": presence.company(edition, self.editor, number, STORE),
            "presence_url": reverse("pieces:presence", args=[edition.pk]),
            "forget_url": reverse("pieces:forget", args=[edition.pk]),
            "who": kept_typing.who(self.editor.pk, here),
            "as_of": _as_of(edition),
            "may_withdraw": self.may(permissions.WITHDRAW),
            "may_look": not edition.is_published or self.may(permissions.CORRECT),
            "kept_before": self.request.POST.get(kept_typing.SHOWN, ""),
        } | context
        return self.render_to_response(values, status=status)


def _as_of(edition: Edition) -> str:
    """Which text of a published edition a page shows that nobody has worked on."""
    at = edition.corrected_at or edition.released_at
    return at.isoformat() if at else ""
