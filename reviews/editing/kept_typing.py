"""What was typed into an edit page that could not be sent any more: kept, unsaved, and shown again.

A session ends while somebody types, or they sign in again in another tab and the page's token is
no longer right. What comes then is not saved. It is kept for a day in an anonymous session of
its own, whose key is a cookie of that page and those below it, and they are led to sign in and
back to the page, which shows it as not saved yet. Saving it is a new request with its own token.

What an attacker could try, and why it leads nowhere:

- *Have another site send the form.* Whatever comes without a session or with a wrong token changes
  no record, no working copy and no history; this module writes to none of them. All that could
  be won is to have an editor look at a text that is not theirs and save it. So nothing is kept
  without the page's `who`: a signed text that names the account and the page it was made for.
  Only pages that this site gave to that account have it; another site can't read them.
- *Have a colleague's account save one's own text.* A `who` names the account it was made for, and
  what it brings is shown to that account only. One's own can't be turned into somebody else's.
- *Read what a colleague typed on a shared computer.* It is shown to the account that opened the
  page, in the browser that it was typed in, with the right to write drafts; to nobody else.
- *Fill the disk.* Without a `who` nothing is kept, and with one 2 MB at most. A page's `who` is of
  no use after a week.
- *Guess the cookie.* It has 160 random bits, can't be read by scripts, and is not sent from other
  sites (SameSite).

The page's verbs (publish, withdraw, discard) have addresses of their own, which keep nothing.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

WHO = "who"  # the field of the page that names its account and address
SHOWN = "kept"  # the field of a page that shows what was kept
KEPT = timedelta(days=1)
OPEN = timedelta(days=7)  # so long may a page have been open
MOST_BYTES = 2 * 1024**2
_NOT_KEPT = {"csrfmiddlewaretoken", WHO, SHOWN}
_KEY = re.compile(r"[0-9a-z]{32}")
_SALT = "reviews.editing.kept_typing"


class CannotKeep(Exception):
    """It does not come from this page as this site made it for an account."""


class TooLong(Exception):
    """It is more than is kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed and when; all fields of the form, and whether files were with them."""

    fields: MultiValueDict
    at: datetime
    had_files: bool

    @property
    def mark(self) -> str:
        """What the page that shows it has in its field `kept`."""
        return self.at.isoformat()


def who(user_pk: int, page: str) -> str:
    """What the edit page at an address has in its field `who`."""
    return signing.dumps([user_pk, page], salt=_SALT)


def keep(request: HttpRequest, page: str) -> tuple[int, str]:
    """Keep what came: for whom, and the key for the cookie. Raises CannotKeep or TooLong."""
    user_pk = _account(request.POST.get(WHO, ""), page)
    fields = {name: texts for name, texts in request.POST.lists() if name not in _NOT_KEPT}
    if len(json.dumps(fields)) > MOST_BYTES:
        raise TooLong
    store = SessionStore()
    store["user"], store["page"], store["fields"] = user_pk, page, fields
    store["at"], store["had_files"] = timezone.now().isoformat(), bool(request.FILES)
    store.set_expiry(KEPT)
    store.create()
    _delete(request, user_pk, page)
    return user_pk, str(store.session_key)


def hand_over(response: HttpResponseBase, user_pk: int, page: str, key: str) -> None:
    """Give the browser the key; it is sent to this page, those below it and to nothing else."""
    response.set_cookie(
        _cookie(user_pk, page),
        key,
        max_age=KEPT,
        path=page,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def find(request: HttpRequest, page: str) -> Kept | None:
    """What this browser has typed into this page as the account that is signed in."""
    held = SessionStore(session_key=_key(request, request.user.pk, page)).load()
    if (held.get("user"), held.get("page")) != (request.user.pk, page):
        return None
    at = datetime.fromisoformat(held["at"])
    return Kept(MultiValueDict(held["fields"]), at, held["had_files"])


def forget(request: HttpRequest, response: HttpResponseBase, page: str) -> None:
    """It is saved: by the page that showed it, and not by another that was open as well."""
    held = find(request, page)
    if held and request.POST.get(SHOWN) == held.mark:
        leave(request, response, page)


def leave(request: HttpRequest, response: HttpResponseBase, page: str) -> None:
    """It is not wanted any more."""
    if _delete(request, request.user.pk, page):
        cookie = _cookie(request.user.pk, page)
        response.delete_cookie(cookie, path=page, samesite="Lax")


def _account(signed: str, page: str) -> int:
    try:
        user_pk, of_page = signing.loads(signed, salt=_SALT, max_age=OPEN)
    except signing.BadSignature as error:
        raise CannotKeep from error
    if of_page != page:
        raise CannotKeep
    return int(user_pk)


def _cookie(user_pk: int | None, page: str) -> str:
    """Each account has its own: who signs in next on this computer overwrites nothing."""
    return f"typing-{user_pk}-{page.strip('/').replace('/', '-')}"


def _key(request: HttpRequest, user_pk: int | None, page: str) -> str | None:
    key = request.COOKIES.get(_cookie(user_pk, page), "")
    return key if _KEY.fullmatch(key) else None


def _delete(request: HttpRequest, user_pk: int | None, page: str) -> bool:
    """Delete what was kept before, if it is typing: never another session with this key."""
    key = _key(request, user_pk, page)
    if key and SessionStore(session_key=key).load().get("user") == user_pk:
        SessionStore().delete(key)
    return bool(key)
