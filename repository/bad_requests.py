"""Requests that can't be read: NUL bytes and text that is not UTF-8 get a page, never a 500."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

LONGEST_QUERY = 32_000  # characters; more than any page of this site can ask for


class RefuseUnreadableRequests:
    """Answer 400 before any view sees a path or query that no text column could hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY:
            raise BadRequest("The address is too long. Use fewer words or fewer filters.")
        _refuse_unreadable(unquote_to_bytes(query.encode("latin-1")))  # as WSGI holds bytes
        if "\0" in request.path:
            raise BadRequest("The address holds a character that no page has.")


def _refuse_unreadable(query: bytes) -> None:
    try:
        text = query.decode()
    except UnicodeDecodeError as error:
        raise BadRequest(
            "The address holds characters that can’t be read. Type your search again."
        ) from error
    if "\0" in text:
        raise BadRequest("The address holds a character that can’t be searched for.")
