"""What the edit page's scripts ask for: terms, and how a date or an age is understood."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from reviews import written_ages, written_dates
from reviews.ages import Age, AgeError
from reviews.dates import DateError, PartialDate
from reviews.editing.access import DeskView
from reviews.models import Agency, Harm, Theme

KINDS: dict[str, Any] = {"harms": Harm, "themes": Theme, "agencies": Agency}
READ: dict[str, Callable[[str], PartialDate | Age]] = {
    "date": written_dates.read,
    "age": written_ages.read,
}
LONGEST = 200


class Terms(DeskView):
    """Every term that may be chosen. A browser may keep it, and asks each time if it changed."""

    http_method_names = ("get", "head")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code in {200, 304}:
            response["Cache-Control"] = "private, no-cache"
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        names = ("slug", "label", "definition", "synonyms")
        found = {
            kind: list(model._default_manager.filter(merged_into=None).values(*names))
            for kind, model in KINDS.items()
        }
        response: HttpResponse = JsonResponse(found)
        etag = f'"{sha256(response.content).hexdigest()[:32]}"'
        if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
            response = HttpResponse(status=304)
        response["ETag"] = etag
        return response


class Understood(DeskView):
    """How a date or an age would be read: `{"said": …}`, or `{"error": …}`."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        read = READ.get(request.GET.get("kind", ""))
        text = request.GET.get("text", "").replace("\0", "").strip()[:LONGEST]
        if read is None or not text:
            return JsonResponse({"said": ""})
        try:
            return JsonResponse({"said": read(text).label})
        except (DateError, AgeError) as error:
            return JsonResponse({"error": str(error)})
