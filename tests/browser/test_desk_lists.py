"""The desk's first page, its lists and steps for many: axe, a keyboard, and no JavaScript.

At two widths, light and dark, closed and open: see tests/browser/test_axe.py.
"""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from reviews.editing import releasing
from reviews.models import Review, WorkingCopy
from tests import drafts
from tests.accounts.people import make_account
from tests.browser.test_axe import examine
from tests.factories import make_document

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def editor(transactional_db):
    cache.clear()
    drafts.make_terms()
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def signed_in(open_page, editor):
    """A page of a browser in which the editor is signed in."""
    client = Client()
    client.force_login(editor)
    kept = client.cookies["sessionid"]
    place = {"domain": "localhost", "path": "/", "expires": -1, "sameSite": "Lax"}
    cookie = {"name": "sessionid", "value": kept.value, "httpOnly": True, "secure": False, **place}

    def open_signed_in(**options):
        return open_page(storage_state={"cookies": [cookie], "origins": []}, **options)

    return open_signed_in


@pytest.fixture
def full(editor):
    """Something of every kind that waits."""
    public = drafts.publish(editor)
    drafts.write(public, editor, headline="A girl of four")
    drafts.begin(editor, title="Child K", incident="some time ago")
    offered = drafts.begin(editor, title="Child L")
    releasing.COPIES.offer(offered, by=editor)
    now, today = timezone.now(), timezone.localdate()
    link = {
        "url": "https://reviews.example/report.pdf",
        "link_failures": 3,
        "link_failing_since": now - timedelta(days=9),
        "link_checked_at": now,
        "link_problem": "The website answered with status 404.",
        "link_due_at": now + timedelta(days=2),
    }
    file = {"file": "hosted/a.pdf", "sha256": "a" * 64, "pages": 3, "fetched_at": now}
    soon = {"expires_on": today + timedelta(days=3), "has_text": False}
    document = make_document(public, **link, **file, **soon, fetch_problem="It is too large.")
    make_document(public, withdrawn_at=now, withdrawn_by=editor)
    return document


def goes(page, address, status=200):
    assert page.goto(address).status == status
    examine(page)


def test_what_waits(signed_in, full):
    page = signed_in()
    goes(page, "/desk/")
    expect(page.get_by_role("navigation", name="On this page").get_by_role("link")).to_have_count(8)


def test_an_empty_desk(signed_in):
    page = signed_in()
    goes(page, "/desk/")
    goes(page, "/desk/reviews/")
    goes(page, "/desk/documents/")


def test_the_list(signed_in, full):
    page = signed_in()
    goes(page, "/desk/reviews/?state=draft&state=published&added=2023")
    goes(page, "/desk/reviews/?q=nothing-has-this")
    goes(page, "/desk/reviews/?state=gone", 400)
    goes(page, "/desk/reviews/?page=9", 404)


def test_documents(signed_in, full):
    page = signed_in()
    for show in ("broken", "expiring", "without-text", "not-fetched", "withdrawn"):
        goes(page, f"/desk/documents/?show={show}")
    goes(page, f"/desk/documents/{full.pk}/expiry/")  # somebody is correcting the review
    WorkingCopy.objects.filter(review=full.review).delete()
    goes(page, f"/desk/documents/{full.pk}/expiry/")
    page.get_by_role("button", name="Record the day").click()
    page.get_by_role("status").get_by_text("is offered until").wait_for()


def test_many_at_once(signed_in, full):
    page = signed_in()
    goes(page, "/desk/reviews/bulk/?do=publish&all=yes")
    goes(page, "/desk/reviews/bulk/?do=theme&all=yes")
    goes(page, "/desk/reviews/bulk/?do=month&all=yes&to_month=soon")
    goes(page, "/desk/reviews/bulk/?do=publish", 400)
    page.goto("/desk/reviews/bulk/?do=month&all=yes&to_month=May+2024")
    page.get_by_role("button", name="Change").click()
    page.get_by_text("Tick the box once you have looked.").first.wait_for()
    examine(page)
    page.get_by_label("I have looked at what will happen to each").check()
    page.get_by_role("button", name="Change").click()
    page.get_by_role("heading", name="3 reviews changed").wait_for()
    examine(page)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_month_is_published_with_the_keyboard(signed_in, editor, scripted):
    one = drafts.begin(editor, title="Child K")
    drafts.acknowledge(one)
    page = signed_in(java_script_enabled=scripted)
    page.goto("/desk/reviews/?state=draft")
    page.get_by_label("All 1 of this selection").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Publish 1 review").wait_for()
    page.get_by_label("I have looked at what will happen to each").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="1 review published").wait_for()
    assert Review.objects.get(pk=one.pk).is_published


def test_filters_narrow_the_list_in_place(signed_in, full):
    page = signed_in()
    page.goto("/desk/reviews/")
    expect(page.locator("#count")).to_have_text("3 reviews")
    page.get_by_label("Offered for publication", exact=True).check()
    expect(page.locator("#count")).to_have_text("1 review")
    assert page.url.endswith("?state=offered")
    expect(page.get_by_label("All 1 of this selection")).to_be_visible()
