"""What the script of an edit page tells and asks every half minute (static/js/desk/presence.js)."""

import re
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from reviews.editing import presence
from reviews.editing.access import DeskView, ReviewView
from reviews.editing.saving import STORE
from reviews.editing.store import Store

_NUMBER = re.compile(r"[0-9]{1,9}")


class Presence(DeskView):
    """POST: I am here, with the working copy of this `number`; or, with `leave`, no more."""

    http_method_names = ("post",)
    template_name = "desk/presence.html#said"
    store: Store = STORE

    def thing(self) -> Model:
        """What the page edits."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        thing = self.thing()
        if "leave" in request.POST:
            presence.leave(thing, self.editor, self.store)
            return HttpResponse(status=204)
        presence.note(thing, self.editor, self.store)
        given = request.POST.get("number", "")
        number = int(given) if _NUMBER.fullmatch(given) else 0
        company = presence.company(thing, self.editor, number, self.store)
        return self.render_to_response({"company": company})


class PresenceView(Presence, ReviewView):
    def thing(self) -> Model:
        return self.review()
