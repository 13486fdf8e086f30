"""Addresses under /account/: of django-allauth only what is wanted here."""

from allauth.account import views as account
from allauth.mfa import urls as second_factor
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from accounts import views
from accounts.sessions import Sessions


class Base36(StringConverter):
    """The number of an account as django-allauth writes it: without the hyphen that follows."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")

PASSWORD = [
    path("change/", account.password_change, name="account_change_password"),
    path("set/", account.password_set, name="account_set_password"),
    path("reset/", account.password_reset, name="account_reset_password"),
    path("reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "reset/<base36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "reset/complete/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
EMAIL = [
    path("", account.email, name="account_email"),
    path("confirm/", account.email_verification_sent, name="account_email_verification_sent"),
    path("confirm/<str:key>/", account.confirm_email, name="account_confirm_email"),
]

urlpatterns = [
    path("", views.Home.as_view(), name="account_home"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("signup/", account.signup, name="account_signup"),
    path("invitation/<str:token>/", views.Accept.as_view(), name="account_invitation"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", include(PASSWORD)),
    path("email/", include(EMAIL)),
    path("sessions/", Sessions.as_view(), name="usersessions_list"),
    path("second-factor/", include(second_factor)),
]
