"""All settings, read from the environment. Safe by default; an unknown value is an error.

What can be set is listed in docs/operators.md. Nothing else in the project reads the environment.
"""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from psycopg.conninfo import conninfo_to_dict

from repository.database import data_folder, database_url
from repository.mail import mailers, sender
from repository.site import Site
from repository.storage import storage

BASE_DIR = Path(__file__).resolve().parent.parent


# Connections of one process, and the seconds a request waits for one when all are out or none
# can be made: then it fails, rather than hang.
POOL = {"min_size": 1, "max_size": 8, "timeout": 3}


def flag(name: str, default: bool = False) -> bool:
    """A yes-or-no setting: 1 or 0, nothing else."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to 1 or 0.")
    return value == "1"


def number(name: str, default: int, least: int = 0) -> int:
    """A whole-number setting of at least `least`."""
    value = os.environ.get(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to a number from {least} up.")
    return int(value)


def secret_key(debug: bool) -> str:
    """SECRET_KEY, else the one `make demo` keeps; only a development server may do without."""
    kept = data_folder() / "secret-key"
    key = os.environ.get("SECRET_KEY") or (kept.read_text().strip() if kept.exists() else "")
    if not key and not debug:
        raise ImproperlyConfigured("SECRET_KEY is not set. Set it to a long random text.")
    return key or "only-for-development"


def database(url: str) -> dict[str, Any]:
    """Django's settings for a PostgreSQL URL; any other database is refused."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or postgresql://.")
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "postgres"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": {**parts, "pool": POOL},
    }


DEBUG = flag("DEBUG")
SECRET_KEY = secret_key(DEBUG)
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
HTTPS = flag("HTTPS")
SITE = Site.from_environment()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "reviews",
    "briefings",
    "accounts",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "repository.bad_requests.RefuseUnreadableRequests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sessions.KeepWhileUsed",
    "accounts.second_factor.RequireSecondFactor",
]

ROOT_URLCONF = "repository.urls"
WSGI_APPLICATION = "repository.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "repository.site.site",
            ],
        },
    },
]

# Fields of forms are marked up in templates/django/forms/field.html.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database(database_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "var" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", BASE_DIR / "var" / "media"))
STORAGES = {
    "default": storage(),
    "staticfiles": {"BACKEND": "repository.static_files.JoinedManifestStorage"},
}

# What a form may hold beside files, which go to the disk: the longest review has about 6 MB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_HANDLERS = ["repository.incoming_files.ToDisk"]
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750

# Hosted files: for how many years after publication, and how large they may be. Requests to other
# websites: how long one may take in all, and the seconds between two to the same website.
DOCUMENT_YEARS = number("DOCUMENT_YEARS", 5, least=1)
DOCUMENT_MEGABYTES = number("DOCUMENT_MEGABYTES", 50, least=1)
FETCH_SECONDS = number("FETCH_SECONDS", 120, least=1)
FETCH_PAUSE = number("FETCH_PAUSE", 5)
# Websites (host, port) that may be asked although they are in a private network. None: only
# tests have one, of their own.
FETCH_ALSO: frozenset[tuple[str, int]] = frozenset()

# Public pages come only from this site: no inline code, no other host.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# Other sites learn nothing; our own forms keep the Origin that the CSRF check reads.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", 31536000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "reviews.editing.kept_typing_views.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
# A session ends with the browser, and when nothing was asked with it for so long.
SESSION_COOKIE_AGE = number("SESSION_HOURS", 12, least=1) * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
PASSWORD_RESET_TIMEOUT = 2 * 3600

# What all processes have to know of each other: how often something was tried.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

MAILERS = mailers(DEBUG)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender()

# Whether who publishes must be somebody else than who wrote, and whether everybody with rights
# needs a second factor to use them. For how long an invitation holds.
SECOND_PERSON = flag("SECOND_PERSON")
SECOND_FACTOR = flag("SECOND_FACTOR")
INVITATION_DAYS = number("INVITATION_DAYS", 7, least=1)

# Signing in (django-allauth): by email address, by invitation only, and without a word about who
# has an account. accounts/adapter.py has what can't be set here.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"
# How many proxies in front name the client's address, which attempts are counted by.
ALLAUTH_TRUSTED_PROXY_COUNT = number("TRUSTED_PROXIES", 1 if HTTPS else 0)
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{SITE.name}: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
    # Not of accounts, but counted in the same way (reviews/submissions/traps.py).
    "submit": "30/h/ip",
    "submit_mail": "5/h/key",
}
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignIn",
    "reset_password": "accounts.forms.AskForReset",
    "reset_password_from_key": "accounts.forms.ResetPassword",
    "change_password": "accounts.forms.ChangePassword",
    "set_password": "accounts.forms.SetPassword",
    "add_email": "accounts.forms.ChangeEmail",
    "reauthenticate": "accounts.forms.ConfirmPassword",
}
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody can sign up with an address that is not theirs
MFA_TOTP_ISSUER = SITE.name
MFA_TOTP_TOLERANCE = 1  # the code before and the code after count too: clocks differ
MFA_FORMS = {
    "authenticate": "accounts.forms.EnterCode",
    "reauthenticate": "accounts.forms.ConfirmCode",
    "activate_totp": "accounts.forms.SetUpApp",
    "add_webauthn": "accounts.forms.AddPasskey",
    "edit_webauthn": "accounts.forms.RenamePasskey",
}

# How many whole pages each process keeps (0 keeps none), and how many result cards.
KEPT_PAGES = number("KEPT_PAGES", 2000)
KEPT_CARDS = number("KEPT_CARDS", 20000)
KEPT_WORDS = number("KEPT_WORDS", 5000)
KEPT_LEXEMES = number("KEPT_LEXEMES", 50000)
KEPT_FILES = number("KEPT_FILES", 50)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
