"""The quick exit, and buttons that copy a citation."""

import re

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from repository.site import Site
from tests.factories import make_review

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def exit_inside(live_server):
    """The exit leads to a page of ours, so that no test leaves this machine."""
    with override_settings(SITE=Site(exit_url=f"{live_server.url}/robots.txt")):
        yield


@pytest.fixture
def opened(page, exit_inside):
    page.goto("/privacy/?exit")
    page.goto("/about/?exit")
    expect(page.locator("html.js")).to_be_attached()
    return page


def test_the_exit_replaces_the_page_so_that_back_does_not_return(opened):
    opened.get_by_role("link", name="Leave this site").click()
    opened.wait_for_url("**/robots.txt")
    opened.go_back()
    expect(opened).to_have_url(re.compile("/privacy/"))


def test_three_presses_of_escape_leave(opened):
    for _ in range(3):
        opened.keyboard.press("Escape")
    opened.wait_for_url("**/robots.txt")


def test_slow_presses_do_not_leave(opened):
    opened.clock.install()
    for _ in range(4):
        opened.keyboard.press("Escape")
        opened.wait_for_timeout(1050)
    assert "/about/" in opened.url


def test_screen_readers_are_told_of_the_keys(opened):
    notice = opened.get_by_role("complementary", name="Content notice and quick exit")
    expect(notice).to_contain_text("press Escape three times")


def test_without_javascript_it_is_a_plain_link(open_page, exit_inside):
    page = open_page(java_script_enabled=False)
    page.goto("/about/?exit")
    expect(page.locator("[data-exit-keys]")).to_be_hidden()
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("**/robots.txt")


def test_a_citation_is_copied_and_said(open_page, live_server):
    review = make_review(title="Child Q", learning=["A point."])
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/reviews/{review.reference}/")
    page.get_by_role("button", name="Copy citation").click()
    expect(page.locator("#announce")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Child Q" in copied
    assert copied.endswith(f"{live_server.url}/reviews/{review.reference}/")


def test_without_javascript_no_copy_button_is_shown(open_page):
    review = make_review()
    page = open_page(java_script_enabled=False)
    page.goto(f"/reviews/{review.reference}/")
    expect(page.locator("[data-copy]").first).to_be_hidden()
