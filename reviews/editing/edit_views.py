"""The edit page of a review: shown, saved, and its buttons carried out."""

import re
import secrets
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page

from reviews import permissions
from reviews.editing import actions, kept_typing, presence, saving, uploads
from reviews.editing.access import ReviewView
from reviews.editing.actions import Action, TooMany
from reviews.editing.batches import source
from reviews.editing.edit_page import EditPage
from reviews.editing.kept_typing_views import KeepsTyping
from reviews.editing.sent import Sent, sent_of
from reviews.editing.store import Saved
from reviews.editing.typed import Typed
from reviews.editing.uploads import Received
from reviews.editing.vocabulary import vocabulary
from reviews.models import Review

_REMOVED = re.compile(r"(?:children|learning|recommendations|documents):[cpdn][0-9]{1,18}")


@method_decorator(gzip_page, name="dispatch")  # a long form, most of it the same again and again
class Edit(KeepsTyping, ReviewView):
    """GET shows what is typed. POST saves it, and does what the button that was pressed says."""

    template_name = "desk/edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        review = self.review()
        now = saving.opened(review)
        kept = kept_typing.find(request, request.path)
        sent = _sent(kept.fields) if kept else Sent(now.number, secrets.token_hex(16))
        removed = request.GET.get("removed", "")
        page = EditPage(
            review,
            Typed.of_post(kept.fields.copy()) if kept else now.typed,
            vocabulary(),
            sent,
            user=self.editor,
            copy=now.copy,
            removed=removed if _REMOVED.fullmatch(removed) else "",
        )
        if kept is None:
            return self.shown(page)
        return self.shown(page, kept=kept, as_of=kept.fields.get("as_of") or "")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        review = self.review()
        typed, sent = Typed.of_post(request.POST.copy()), _sent(request.POST, review)
        if "automatic" in request.POST:
            return self.automatic(review, typed, sent)
        received = uploads.receive(review, request.FILES, self.editor)
        uploads.place(typed, received)
        action = Action.of(request.POST.get("do", ""))
        if action.verb == "remove":  # its history keeps what was in the row
            saved = self.saved(review, typed, sent)
            if saved.conflicts:
                return self.undecided(review, saved, sent)
            typed, sent = saved.typed.copy(), Sent(saved.number)
        try:
            first = actions.paste(typed, sent.pasted)
        except TooMany as problem:
            return self.refused(review, typed, sent, problem)
        at = actions.perform(action, typed, review) or first
        saved = self.saved(review, typed, sent)
        if saved.conflicts:
            return self.undecided(review, saved, sent)
        if any(isinstance(file, str) for file in received.values()):
            return self.after(review, saved, sent, received)
        return self.onward(review, saved, action, at)

    def saved(self, review: Review, typed: Typed, sent: Sent, *, automatic: bool = False) -> Saved:
        return saving.save(
            review=review,
            typed=typed,
            opened_at=sent.number,
            by=self.editor,
            vocabulary=vocabulary(),
            sitting=sent.sitting if automatic else "",
            is_automatic=automatic,
        )

    def automatic(self, review: Review, typed: Typed, sent: Sent) -> HttpResponse:
        """The page saves by itself: said in a few words, and never over what others have saved."""
        saved = self.saved(review, typed, sent, automatic=True)
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

    def onward(self, review: Review, saved: Saved, action: Action, at: str) -> HttpResponse:
        """To the page as it is saved, at the row that was worked on; or on to publication."""
        if (other := saved.merged_with) and other != self.editor:
            name = other.get_full_name() or other.get_username()
            messages.success(self.request, f"Saved together with what {name} has changed.")
        if action.verb in {actions.PUBLISH, actions.PREVIEW}:
            response = HttpResponseRedirect(reverse(f"desk:{action.verb}", args=[review.pk]))
        else:
            removed = f"?removed={action.rows}:{action.key}" if at == actions.REMOVED else ""
            fragment = f"#{at}" if at else ""
            address = reverse("desk:edit", args=[review.pk])
            response = HttpResponseRedirect(f"{address}{removed}{fragment}")
        kept_typing.forget(self.request, response, self.request.path)
        return response

    def undecided(self, review: Review, saved: Saved, sent: Sent) -> HttpResponse:
        """Both texts, and all that was typed; saving again decides."""
        return self.after(review, saved, sent, {}, status=409)

    def refused(self, review: Review, typed: Typed, sent: Sent, problem: TooMany) -> HttpResponse:
        """What else was typed is saved; what was pasted stays in its box."""
        saved = self.saved(review, typed, sent)
        status = 409 if saved.conflicts else 422
        said = Sent(sent.number, sent.sitting, sent.pasted, str(problem), problem.rows)
        return self.after(review, saved, said, {}, status=status)

    def after(
        self,
        review: Review,
        saved: Saved,
        sent: Sent,
        received: Mapping[str, Received],
        status: int = 422,
    ) -> HttpResponse:
        """The page itself in answer, where there is something to say that a redirect would lose."""
        sitting = sent.sitting or secrets.token_hex(16)
        now = Sent(saved.number, sitting, sent.pasted, sent.too_many, sent.too_many_in)
        page = EditPage(
            review,
            saved.typed,
            vocabulary(),
            now,
            user=self.editor,
            copy=saving.opened(review).copy,
            saved=saved,
            received=received,
        )
        return self.shown(page, status=status)

    def shown(self, page: EditPage, status: int = 200, **context: Any) -> HttpResponse:
        """A page about a review that somebody now has open."""
        review, number = page.review, page.sent.number
        saving.STORE.keep_base(review, number)
        presence.note(review, self.editor)
        context = {
            "page": page,
            "review": review,
            "presence_url": reverse("desk:presence", args=[review.pk]),
            "forget_url": reverse("desk:forget", args=[review.pk]),
            "company": presence.company(review, self.editor, number),
            "who": kept_typing.who(self.editor.pk, self.request.path),
            "as_of": _as_of(review),
            "source": source.of_draft(review),
            "may_withdraw": self.may(permissions.WITHDRAW),
            "kept_before": self.request.POST.get(kept_typing.SHOWN, ""),
        } | context
        return self.render_to_response(context, status=status)


def _sent(post: MultiValueDict, review: Review | None = None) -> Sent:
    pasted = {rows: post.get(f"{rows}-paste", "") for rows in actions.PASTED}
    return sent_of(post, _as_of(review) if review else None, pasted)


def _as_of(review: Review) -> str:
    """Which text of a published review a page shows that nobody has worked on."""
    at = review.corrected_at or review.released_at
    return at.isoformat() if at else ""
