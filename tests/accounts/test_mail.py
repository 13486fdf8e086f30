"""Settings of mail, and an SMTP server that is really there."""

import ssl
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import send_mail

from repository.mail import mailers, sender
from tests.mail_server import mail_server

NAMES = (
    "MAIL_HOST",
    "MAIL_FOLDER",
    "MAIL_PORT",
    "MAIL_TLS",
    "MAIL_USER",
    "MAIL_PASSWORD",
    "MAIL_FROM",
)
CERTIFICATE = Path(__file__).parent.parent / "files" / "reports.test.pem"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def options(monkeypatch, **given):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return mailers(debug=False)["default"]["OPTIONS"]


@pytest.mark.parametrize(
    ("given", "port", "starttls", "tls"),
    [
        ({}, 587, True, False),
        ({"MAIL_TLS": "tls"}, 465, False, True),
        ({"MAIL_TLS": "none"}, 25, False, False),
        ({"MAIL_PORT": "2525"}, 2525, True, False),
    ],
)
def test_a_server(monkeypatch, given, port, starttls, tls):
    found = options(monkeypatch, MAIL_HOST="mail.example", **given)
    assert (found["host"], found["port"]) == ("mail.example", port)
    assert (found["use_tls"], found["use_ssl"]) == (starttls, tls)


def test_with_a_password(monkeypatch):
    found = options(monkeypatch, MAIL_HOST="a.example", MAIL_USER="u", MAIL_PASSWORD="p")
    assert (found["username"], found["password"]) == ("u", "p")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"MAIL_TLS": "yes"}, "MAIL_TLS is 'yes'"),
        ({"MAIL_PORT": "smtp"}, "MAIL_PORT is 'smtp'"),
        ({"MAIL_PORT": "0"}, "MAIL_PORT is '0'"),
        ({"MAIL_USER": "u"}, "Set both MAIL_USER and MAIL_PASSWORD"),
        ({"MAIL_PASSWORD": "p"}, "Set both MAIL_USER and MAIL_PASSWORD"),
        ({"MAIL_USER": "u", "MAIL_PASSWORD": "p", "MAIL_TLS": "none"}, "unencrypted"),
    ],
)
def test_what_cannot_be_used_is_refused(monkeypatch, given, reason):
    with pytest.raises(ImproperlyConfigured, match=reason):
        options(monkeypatch, MAIL_HOST="mail.example", **given)


@pytest.mark.parametrize("value", ["library", "a@b.example\nBcc: c@d.example"])
def test_a_sender_that_is_no_address_is_refused(monkeypatch, value):
    monkeypatch.setenv("MAIL_FROM", value)
    with pytest.raises(ImproperlyConfigured, match="MAIL_FROM is"):
        sender()


def test_a_server_needs_a_sender(monkeypatch):
    monkeypatch.setenv("MAIL_HOST", "mail.example")
    with pytest.raises(ImproperlyConfigured, match="MAIL_FROM is not"):
        sender()
    monkeypatch.setenv("MAIL_FROM", "Library <library@reviews.example>")
    assert sender() == "Library <library@reviews.example>"


def test_without_a_server_nothing_is_lost_in_silence(settings):
    settings.MAILERS = mailers(debug=False)
    with pytest.raises(OSError, match="MAIL_HOST is not set"):
        send_mail("subject", "text", None, ["ada@example.org"])


def test_a_development_server_shows_mails_in_its_terminal(settings, capsys):
    settings.MAILERS = mailers(debug=True)
    send_mail("subject", "the text of it", None, ["ada@example.org"])
    assert "the text of it" in capsys.readouterr().out


def test_for_trying_it_out_mails_go_into_a_folder(settings, monkeypatch, tmp_path):
    monkeypatch.setenv("MAIL_FOLDER", str(tmp_path / "mails"))
    settings.MAILERS = mailers(debug=False)
    send_mail("subject", "the text of it", None, ["ada@example.org"])
    [mail] = (tmp_path / "mails").iterdir()
    assert "the text of it" in mail.read_text()


def test_a_folder_or_a_server(monkeypatch, tmp_path):
    monkeypatch.setenv("MAIL_FOLDER", str(tmp_path))
    with pytest.raises(ImproperlyConfigured, match="not both"):
        options(monkeypatch, MAIL_HOST="mail.example")


def test_a_mail_arrives(letterbox):
    send_mail("A subject", "Some text – with a dash", None, ["ada@example.org"])
    assert letterbox.letters[0]["from"] == "library@reviews.example"
    recipient, subject, text = letterbox.take()
    assert (recipient, subject) == ("ada@example.org", "A subject")
    assert text.strip() == "Some text – with a dash"


def test_a_server_whose_certificate_nobody_vouches_for_is_given_nothing(settings, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with mail_server(context) as box:
        monkeypatch.setenv("MAIL_HOST", "127.0.0.1")
        monkeypatch.setenv("MAIL_PORT", str(box.port))
        settings.MAILERS = mailers(debug=False)
        with pytest.raises(ssl.SSLCertVerificationError):
            send_mail("subject", "text", None, ["ada@example.org"])
        assert box.letters == []
