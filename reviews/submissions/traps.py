"""What keeps machines from filling the form, without anybody else's help.

No answer says which of these it was. Nobody is turned away for good: whoever is a person sends
the form once more, with everything still in it.
"""

import secrets
import time

from allauth.core import ratelimit
from django.core import signing
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from reviews.models import Submission

SALT = "submissions.stamp"
EMPTY = "homepage"  # the field that people are asked to leave empty
STAMP = "stamp"
LEAST, MOST = 3, 24 * 3600  # seconds between opening the form and sending it
MOST_UNCONFIRMED = 3  # for one address

AGAIN = (
    "The form was not taken in yet. Look over what you have written, and send it once more. "
    "Nothing is lost."
)
TOO_MUCH = (
    "Too much was sent in a short time, from where you are or for this email address. What you "
    "have written is still here: wait an hour, then send it once more. If you have had a mail "
    "from us, follow its link first."
)


def stamp(at: float | None = None) -> str:
    """When a form was opened, signed; with a nonce of its own, so that it is known again."""
    opened = {"at": int(time.time() if at is None else at), "nonce": secrets.token_hex(8)}
    return signing.dumps(opened, salt=SALT)


def nonce(data: MultiValueDict) -> str:
    """What makes this opening of the form different from all others."""
    opened = _opened(data)
    return opened["nonce"] if opened else ""


def is_caught(request: HttpRequest, data: MultiValueDict) -> bool:
    """Whether a machine seems to have sent it, or a page of somebody else's.

    The form has no other token against requests from elsewhere, and sets no cookie: nobody is
    signed in here, and what it does anybody may do.
    """
    opened = _opened(data)
    is_in_time = opened is not None and LEAST <= time.time() - opened["at"] <= MOST
    is_from_elsewhere = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    return bool(data.get(EMPTY)) or not is_in_time or is_from_elsewhere


def renew(data: MultiValueDict) -> None:
    """Have the form pass when it is sent once more."""
    opened = _opened(data)
    if opened is None or time.time() - opened["at"] > MOST - 3600:
        data[STAMP] = stamp()
    data[EMPTY] = ""


def has_sent_too_often(request: HttpRequest) -> bool:
    """Counted by place, as attempts to sign in are."""
    return not ratelimit.consume(request, action="submit")


def is_too_much_for(request: HttpRequest, email: str) -> bool:
    """Counted by address, confirmed or not: nobody’s letterbox is filled from here."""
    if Submission.objects.filter(email=email, confirmed_at=None).count() >= MOST_UNCONFIRMED:
        return True
    return not ratelimit.consume(request, action="submit_mail", key=email)


def _opened(data: MultiValueDict) -> dict | None:
    try:
        opened = signing.loads(data.get(STAMP) or "", salt=SALT)
    except signing.BadSignature:
        return None
    return opened if isinstance(opened, dict) else None
