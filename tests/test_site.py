import pytest
from django.core.exceptions import ImproperlyConfigured

from repository.site import SUPPORT, Site


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for name in ("CRR_SITE_NAME", "CRR_EXIT_URL", "CRR_EMERGENCY", "CRR_SUPPORT", "CRR_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SUBMISSIONS", "MAIL_HOST", "MAIL_FOLDER", "DEBUG"):
        monkeypatch.delenv(name, raising=False)


def test_without_settings_it_is_the_usual_site():
    assert Site.from_environment() == Site()
    assert Site().support == SUPPORT
    assert [line.tel for line in SUPPORT] == ["tel:08088005000", "tel:08001111", "tel:116123"]


def test_a_deployment_says_its_own(monkeypatch):
    monkeypatch.setenv("CRR_SITE_NAME", "Library of reviews")
    monkeypatch.setenv("CRR_EXIT_URL", "https://weather.example/")
    monkeypatch.setenv("CRR_EMERGENCY", "Call 112.")
    monkeypatch.setenv("CRR_CONTACT", "library@reviews.example")
    monkeypatch.setenv("CRR_SUPPORT", '[{"label": "A", "when": "At night", "phone": "+44 20 1"}]')
    site = Site.from_environment()
    assert (site.name, site.exit_url) == ("Library of reviews", "https://weather.example/")
    assert site.emergency == "Call 112."
    assert site.contact_url == "mailto:library@reviews.example"
    assert [(line.label, line.tel) for line in site.support] == [("A", "tel:+44201")]


@pytest.mark.parametrize(
    ("given", "takes"),
    [
        ({}, False),
        ({"MAIL_HOST": "mail.example"}, True),
        ({"MAIL_FOLDER": "mails"}, True),
        ({"DEBUG": "1"}, True),
        ({"MAIL_HOST": "mail.example", "SUBMISSIONS": "0"}, False),
        ({"SUBMISSIONS": "1"}, True),
    ],
)
def test_reviews_can_be_sent_in_where_mails_can_be_sent(monkeypatch, given, takes):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert Site.from_environment().takes_submissions is takes


def test_contact_may_be_a_page(monkeypatch):
    monkeypatch.setenv("CRR_CONTACT", "https://council.example/library")
    assert Site.from_environment().contact_url == "https://council.example/library"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("CRR_EXIT_URL", "javascript:alert(1)", "CRR_EXIT_URL is 'javascript:alert"),
        ("CRR_EXIT_URL", 'https://a.example/"', "CRR_EXIT_URL is"),
        ("CRR_CONTACT", "not an address", "CRR_CONTACT is"),
        ("SUBMISSIONS", "yes", "SUBMISSIONS is 'yes'"),
        ("CRR_SUPPORT", "NSPCC", "must be a JSON list"),
        ("CRR_SUPPORT", '{"label": "A"}', "must be a JSON list"),
        ("CRR_SUPPORT", '[{"name": "A"}]', "must be a JSON list"),
        ("CRR_SUPPORT", '[{"label": "A", "when": ""}]', "needs a label and a when"),
        ("CRR_SUPPORT", '[{"label": "A", "when": "B"}]', "neither a phone nor a url"),
        ("CRR_SUPPORT", '[{"label": "A", "when": "B", "phone": "call"}]', "not a telephone"),
        ("CRR_SUPPORT", '[{"label": "A", "when": "B", "url": "ftp://a"}]', "CRR_SUPPORT is"),
    ],
)
def test_what_cannot_be_used_is_refused(monkeypatch, name, value, reason):
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=reason):
        Site.from_environment()
