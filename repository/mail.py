"""How mail is sent: by an SMTP server that the environment names; or put into a folder."""

import os
from collections.abc import Sequence
from typing import Any, NoReturn

from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

# Which encryption, and the port that goes with it.
PORTS = {"starttls": 587, "tls": 465, "none": 25}
SECONDS = 10  # a server that does not answer holds nobody up for longer


class NoMailServer(BaseEmailBackend):
    """Nothing is sent, and whoever tries is told: a link must not be lost without a word."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> NoReturn:
        raise OSError("No mail was sent: MAIL_HOST is not set.")


def mailers(debug: bool) -> dict[str, dict[str, Any]]:
    """Django's MAILERS. Without a server, a development server shows mails in its terminal."""
    host, folder = os.environ.get("MAIL_HOST", ""), os.environ.get("MAIL_FOLDER", "")
    if host and folder:
        raise ImproperlyConfigured("Set MAIL_HOST or MAIL_FOLDER, not both.")
    if host:
        return {"default": {"OPTIONS": server(host)}}
    if folder:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"default": {"BACKEND": backend, "OPTIONS": {"file_path": folder}}}
    if debug:
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    return {"default": {"BACKEND": "repository.mail.NoMailServer"}}


def server(host: str) -> dict[str, Any]:
    """The options of an SMTP server."""
    tls = os.environ.get("MAIL_TLS", "starttls")
    if tls not in PORTS:
        raise ImproperlyConfigured(f"MAIL_TLS is {tls!r}. Set it to starttls, tls or none.")
    user, password = os.environ.get("MAIL_USER", ""), os.environ.get("MAIL_PASSWORD", "")
    if bool(user) != bool(password):
        raise ImproperlyConfigured("Set both MAIL_USER and MAIL_PASSWORD, or neither.")
    if user and tls == "none":
        raise ImproperlyConfigured("MAIL_PASSWORD would be sent unencrypted. Set MAIL_TLS.")
    port = os.environ.get("MAIL_PORT", str(PORTS[tls]))
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise ImproperlyConfigured(f"MAIL_PORT is {port!r}. Set it to a port, such as 587.")
    return {
        "host": host,
        "port": int(port),
        "username": user,
        "password": password,
        "use_tls": tls == "starttls",
        "use_ssl": tls == "tls",
        "timeout": SECONDS,
    }


def sender() -> str:
    """The address that mails come from; it has to be given where a server is."""
    value = os.environ.get("MAIL_FROM", "")
    if not value and os.environ.get("MAIL_HOST"):
        raise ImproperlyConfigured("MAIL_HOST is set, but MAIL_FROM is not. Set it to an address.")
    if value and ("@" not in value or any(c in value for c in "\r\n")):
        raise ImproperlyConfigured(f"MAIL_FROM is {value!r}. Set it to an email address.")
    return value or "webmaster@localhost"
