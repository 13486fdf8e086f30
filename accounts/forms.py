"""The forms of django-allauth in words of our own, and the one of an invitation."""

from typing import Any

from allauth.account import forms as account
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.models import User

PASSWORD = (
    "At least 12 characters. Three or four words that have nothing to do with each other are good."
)


class Plain:
    """A mixin: labels and hints of our own, and none inside the fields."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name == "code":
                field.widget.attrs["inputmode"] = "numeric"


NEW_PASSWORD = {
    "labels": {"password1": "New password", "password2": "The new password again"},
    "hints": {"password1": PASSWORD},
}


class SignIn(Plain, account.LoginForm):
    labels = {"login": "Email address", "password": "Password"}


class AskForReset(Plain, account.ResetPasswordForm):
    labels = {"email": "Email address"}


class ResetPassword(Plain, account.ResetPasswordKeyForm):
    labels, hints = NEW_PASSWORD["labels"], NEW_PASSWORD["hints"]


class SetPassword(Plain, account.SetPasswordForm):
    labels, hints = NEW_PASSWORD["labels"], NEW_PASSWORD["hints"]


class ChangePassword(Plain, account.ChangePasswordForm):
    labels = {"oldpassword": "Current password", **NEW_PASSWORD["labels"]}
    hints = NEW_PASSWORD["hints"]


class ChangeEmail(Plain, account.AddEmailForm):
    labels = {"email": "New email address"}
    hints = {"email": "We send a link to it. The address changes when you have followed the link."}


class ConfirmPassword(Plain, account.ReauthenticateForm):
    labels = {"password": "Password"}


class EnterCode(Plain, mfa.AuthenticateForm):
    labels = {"code": "Code"}
    hints = {"code": "Six digits from your authenticator app, or one of your recovery codes."}


class ConfirmCode(Plain, mfa.ReauthenticateForm):
    labels, hints = EnterCode.labels, EnterCode.hints


class SetUpApp(Plain, totp.ActivateTOTPForm):
    labels = {"code": "Code"}
    hints = {"code": "The six digits that the app shows now."}


class AddPasskey(Plain, webauthn.AddWebAuthnForm):
    """A passkey that signs in by itself; keys that can't do so are a second factor only."""

    labels = {"name": "Name", "passwordless": "Sign in with this passkey alone, without a password"}
    hints = {
        "name": "So that you can tell it from others: “Office laptop”, “Blue key”.",
        "passwordless": "Needs a device with a PIN, a fingerprint or a face.",
    }


class RenamePasskey(Plain, webauthn.EditWebAuthnForm):
    labels = {"name": "Name"}


class AcceptInvitation(forms.Form):
    """What is asked of somebody who was invited."""

    name = forms.CharField(
        max_length=150,
        label="Your name",
        help_text="As colleagues know you. They see it beside what you write and publish.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password1 = SetPasswordField(label="Password", help_text=PASSWORD)
    password2 = PasswordField(label="The password again", autocomplete="new-password")

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].user = User(email=email)  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> None:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", "This is not the same password as above.")
