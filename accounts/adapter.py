"""How sign-in differs from what django-allauth does by itself."""

import base64
import hashlib
import logging
import secrets
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from reviews.permissions import DRAFT

logger = logging.getLogger(__name__)

NOBODY = "0.0.0.0"  # a proxy that speaks through a socket and names no client

WRONG_CODE = "That code is not right. Enter the one that is shown now."
TOO_MANY = "There were too many attempts. Wait five minutes, then try again."


class AccountAdapter(DefaultAccountAdapter):
    """By invitation only, in words of our own, and with mail that may fail unseen."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right.",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_password": "The password is not right.",
        "enter_current_password": "The current password is not right.",
        "incorrect_code": WRONG_CODE,
        "duplicate_email": "This is your address already.",
        "invalid_password_reset": "This link can’t be used.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the desk, for those who may use it."""
        if request.user.has_perm(DRAFT):
            return reverse("desk:home")
        return reverse("admin:index" if request.user.is_staff else "account_home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("account_home")

    def get_client_ip(self, request: HttpRequest) -> str:
        return get_client_ip(request) or NOBODY

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        words = {
            "reauthenticate": "Confirm with your password",
            "mfa_reauthenticate": "Confirm with a code",
            "mfa_reauthenticate:webauthn": "Confirm with a passkey",
        }
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": words[method["id"]]} for method in methods]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Who asks for a mail is told nothing of its fate: it would tell who has an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            logger.exception("A mail could not be sent (%s).", template_prefix)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are encrypted, so that a copy of the database has none."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": "Set up a second factor first.",
    }

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """After a change of SECRET_KEY: a secret that nobody has, so no code is right."""
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return "Passkey"

    def _get_site_name(self) -> str:
        return settings.SITE.name


def _fernet() -> Fernet:
    key = hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
