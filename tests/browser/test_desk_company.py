"""At the edit page: a session that ends while somebody types, and two editors at one review."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from reviews import vocabularies
from reviews.editing import presence, saving
from reviews.models import Presence
from tests.accounts.people import PASSWORD, make_account
from tests.conftest import _vocabularies

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SUMMARY = "What was known, and to whom. Typed while the session ended."


@pytest.fixture
def okafor(transactional_db):
    cache.clear()
    vocabularies.load(_vocabularies())
    user = make_account("okafor@example.org", "editor")
    user.first_name = "R. Okafor"
    user.save()
    return user


@pytest.fixture
def vaughan(transactional_db):
    user = make_account("vaughan@example.org", "editor")
    user.first_name = "C. Vaughan"
    user.save()
    return user


@pytest.fixture
def draft(okafor):
    return saving.begin(by=okafor, title="Child B")


def sign_in(page, user):
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def open_edit(page, draft, user):
    page.goto(f"/desk/reviews/{draft.pk}/")
    sign_in(page, user)
    expect(field(page, "title")).to_be_visible()


def field(page, name):
    return page.locator(f"[name='{name}']")


def save(page):
    page.get_by_role("button", name=re.compile("^Save")).first.click()


def await_saved(page, draft, **texts):
    """Wait for a save of these texts: it may be in place, or by the page itself."""
    for _ in range(100):
        typed = saving.opened(draft).typed
        if {name: typed.get(name) for name in texts} == texts:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{texts} not in {typed.values}")


@pytest.mark.parametrize("java_script", [True, False], ids=["with script", "without script"])
def test_a_session_that_ends_while_somebody_types_loses_nothing(
    open_page, draft, okafor, java_script
):
    page = open_page(java_script_enabled=java_script)
    open_edit(page, draft, okafor)
    Session.objects.all().delete()
    field(page, "title").fill("Child Q")
    field(page, "summary").fill(SUMMARY)
    save(page)
    sign_in(page, okafor)
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    expect(field(page, "title")).to_have_value("Child Q")
    expect(field(page, "summary")).to_have_value(SUMMARY)
    assert saving.opened(draft).typed.get("title") == "Child B"
    save(page)
    expect(page.get_by_role("heading", name="Not saved yet")).to_have_count(0)
    await_saved(page, draft, title="Child Q", summary=SUMMARY)


def test_signing_in_again_in_another_tab_loses_nothing(page, draft, okafor):
    open_edit(page, draft, okafor)
    Session.objects.all().delete()
    field(page, "title").fill("Child Q")
    other = page.context.new_page()
    other.goto("/desk/")
    sign_in(other, okafor)
    other.wait_for_url("**/desk/")
    save(page)
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    expect(field(page, "title")).to_have_value("Child Q")
    save(page)
    await_saved(page, draft, title="Child Q")


def test_what_was_kept_can_be_left(page, draft, okafor):
    open_edit(page, draft, okafor)
    Session.objects.all().delete()
    field(page, "title").fill("Child Q")
    save(page)
    sign_in(page, okafor)
    page.get_by_role("button", name="Leave it").click()
    expect(field(page, "title")).to_have_value("Child B")
    expect(page.get_by_role("heading", name="Not saved yet")).to_have_count(0)


class TestTwoEditors:
    def test_see_each_other_and_neither_overwrites_the_other(
        self, open_page, draft, okafor, vaughan
    ):
        mine, theirs = open_page(), open_page()
        open_edit(mine, draft, okafor)
        open_edit(theirs, draft, vaughan)
        expect(theirs.get_by_text("R. Okafor has this page open")).to_be_visible()
        field(theirs, "headline").fill("A headline of the other.")
        save(theirs)
        await_saved(theirs, draft, headline="A headline of the other.")
        field(mine, "title").fill("Child Q")
        save(mine)
        await_saved(mine, draft, title="Child Q", headline="A headline of the other.")

    def test_are_told_of_a_save(self, open_page, draft, okafor, vaughan):
        mine, theirs = open_page(), open_page()
        mine.clock.install()
        open_edit(mine, draft, okafor)
        open_edit(theirs, draft, vaughan)
        field(theirs, "headline").fill("A headline of the other.")
        save(theirs)
        await_saved(theirs, draft, headline="A headline of the other.")
        mine.clock.run_for(31_000)
        said = mine.get_by_text("C. Vaughan saved changes at")
        expect(said).to_contain_text("Yours will be merged when you save.")

    def test_are_told_when_they_are_signed_in_no_more(self, page, draft, okafor):
        page.clock.install()
        open_edit(page, draft, okafor)
        Session.objects.all().delete()
        page.clock.run_for(31_000)
        expect(page.get_by_text("You are signed in no more.")).to_be_visible()

    def test_without_script_see_each_other_when_the_page_is_opened(
        self, open_page, draft, okafor, vaughan
    ):
        mine, theirs = (open_page(java_script_enabled=False) for _ in range(2))
        open_edit(mine, draft, okafor)
        open_edit(theirs, draft, vaughan)
        expect(theirs.get_by_text("R. Okafor has this page open")).to_be_visible()

    def test_whoever_leaves_the_page_says_so(self, page, draft, okafor):
        open_edit(page, draft, okafor)
        expect(page.locator("html.js")).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert Presence.objects.filter(user=okafor).exists()
        page.goto("/about/")
        for _ in range(100):
            left = timezone.now() - Presence.objects.get().seen_at
            if left > presence.COUNTS - presence.AFTER_LEAVING:
                return
            page.wait_for_timeout(100)
        raise AssertionError("The page was left without a word.")


def test_nobody_at_the_page_says_nothing(page, draft, okafor):
    """Or a page that was left open would keep its session for ever."""
    page.clock.install()
    open_edit(page, draft, okafor)
    told = []
    page.on("request", lambda request: told.append(request.url))
    page.clock.run_for(11 * 60_000)
    told.clear()
    page.clock.run_for(10 * 60_000)
    assert [url for url in told if url.endswith("/presence/")] == []
    page.keyboard.press("Tab")
    page.clock.run_for(1_000)
    assert [url for url in told if url.endswith("/presence/")]
