"""What a deployment says about itself: its name, its quick exit, where readers turn for help.

Set by CRR_SITE_NAME, CRR_EXIT_URL, CRR_EMERGENCY, CRR_SUPPORT, CRR_CONTACT and SUBMISSIONS;
docs/operators.md says how. Whatever can't be used is refused at start, so that no page ever shows
a broken helpline.
"""

import json
import os
from dataclasses import dataclass, field, fields

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

EXIT_URL = "https://www.bbc.co.uk/weather"
EMERGENCY = "If a child is in immediate danger, call 999."


@dataclass(frozen=True, slots=True)
class SupportLine:
    """Someone to turn to: who, when, and their number or website (one of them may be "")."""

    label: str
    when: str
    phone: str = ""
    url: str = ""

    @property
    def tel(self) -> str:
        """The number as a link, without its spaces."""
        return f"tel:{''.join(self.phone.split())}"


SUPPORT = (
    SupportLine(
        "NSPCC Helpline",
        "If you are an adult and worried about a child",
        "0808 800 5000",
        "https://www.nspcc.org.uk/",
    ),
    SupportLine(
        "Childline",
        "If you are a child or young person",
        "0800 1111",
        "https://www.childline.org.uk/",
    ),
    SupportLine(
        "Samaritans",
        "If something you have read here is hard to carry",
        "116 123",
        "https://www.samaritans.org/",
    ),
)


@dataclass(frozen=True, slots=True)
class Site:
    """The `site` of every template. `contact` is an email address, a page's address, or ""."""

    name: str = "Case Review Repository"
    exit_url: str = EXIT_URL
    emergency: str = EMERGENCY
    contact: str = ""
    support: tuple[SupportLine, ...] = field(default=SUPPORT)
    takes_submissions: bool = False

    @property
    def contact_url(self) -> str:
        return f"mailto:{self.contact}" if "@" in self.contact else self.contact

    @classmethod
    def from_environment(cls) -> "Site":
        """Read the deployment's own values; a value that can't be used raises."""
        lines = os.environ.get("CRR_SUPPORT", "")
        return cls(
            name=os.environ.get("CRR_SITE_NAME") or cls().name,
            exit_url=_web_address("CRR_EXIT_URL", os.environ.get("CRR_EXIT_URL") or EXIT_URL),
            emergency=os.environ.get("CRR_EMERGENCY") or EMERGENCY,
            contact=_contact(os.environ.get("CRR_CONTACT", "")),
            support=_support(lines) if lines else SUPPORT,
            takes_submissions=_takes_submissions(),
        )


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor: `site` in every template."""
    return {"site": settings.SITE}


def _takes_submissions() -> bool:
    """SUBMISSIONS; else wherever mails can be sent, since each has to be confirmed by one."""
    by_mail = os.environ.get("MAIL_HOST") or os.environ.get("MAIL_FOLDER")
    by_itself = bool(by_mail) or os.environ.get("DEBUG") == "1"
    value = os.environ.get("SUBMISSIONS", "1" if by_itself else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"SUBMISSIONS is {value!r}. Set it to 1 or 0.")
    return value == "1"


def _contact(value: str) -> str:
    if "@" in value and "/" not in value and not value.strip().startswith("@"):
        return value.strip()
    return _web_address("CRR_CONTACT", value) if value else ""


def _support(text: str) -> tuple[SupportLine, ...]:
    """Lines from a JSON list of objects with label, when, and phone or url or both."""
    try:
        lines = tuple(SupportLine(**line) for line in json.loads(text))
    except (ValueError, TypeError) as error:
        names = ", ".join(held.name for held in fields(SupportLine))
        raise ImproperlyConfigured(
            f"CRR_SUPPORT must be a JSON list of objects with {names}: {error}"
        ) from error
    for line in lines:
        _check(line)
    return lines


def _check(line: SupportLine) -> None:
    values = (line.label, line.when, line.phone, line.url)
    if not all(isinstance(value, str) for value in values) or not (line.label and line.when):
        raise ImproperlyConfigured("CRR_SUPPORT: every line needs a label and a when, as text.")
    if not (line.phone or line.url):
        raise ImproperlyConfigured(f"CRR_SUPPORT: {line.label} has neither a phone nor a url.")
    if line.phone and not line.phone.replace(" ", "").lstrip("+").isdecimal():
        raise ImproperlyConfigured(f"CRR_SUPPORT: {line.phone!r} is not a telephone number.")
    if line.url:
        _web_address("CRR_SUPPORT", line.url)


def _web_address(name: str, value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(c in value for c in " \"'<>\n"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to an address such as {EXIT_URL}")
    return value
