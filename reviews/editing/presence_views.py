"""What the script of an edit page tells and asks every half minute (static/js/desk/presence.js)."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse

from reviews.editing import presence
from reviews.editing.access import ReviewView

_NUMBER = re.compile(r"[0-9]{1,9}")


class PresenceView(ReviewView):
    """POST: I am here, with the working copy of this `number`; or, with `leave`, no more."""

    http_method_names = ("post",)
    template_name = "desk/presence.html#said"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        review = self.review()
        if "leave" in request.POST:
            presence.leave(review, self.editor)
            return HttpResponse(status=204)
        presence.note(review, self.editor)
        given = request.POST.get("number", "")
        number = int(given) if _NUMBER.fullmatch(given) else 0
        company = presence.company(review, self.editor, number)
        return self.render_to_response({"company": company})
