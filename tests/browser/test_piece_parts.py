"""From part to part of the desk's long forms, and where one is after a button: no place is lost."""

import re
import time

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from reviews.editing import saving as saving_of_reviews
from reviews.models import Agency
from tests import drafts, piece_drafts
from tests.accounts.people import make_account
from tests.browser.people import sign_in
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BRIEFING = ["terms", "body", "basis", "sections", "questions", "resources", "contacts", "related"]
REVIEW = ["children", "account", "terms", "learning", "recommendations", "documents", "keywords"]
SAID = (
    "Adult teams have to know that there is a baby.",
    "Adult teams should ask whether there is a baby.",
    "Adult teams write down the name of the baby.",
)


@pytest.fixture
def editor(transactional_db):
    cache.clear()
    make_term(Agency, "police", label="Police")
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def draft(editor):
    """A briefing of three statements; three points of its selection are like the first."""
    draft = piece_drafts.begin(editor)
    for text in SAID:
        make_review(themes=["neglect"], learning=[text])
    texts = {f"statements-n{n}-section": "n1" for n in (2, 3)}
    texts |= {
        "statements-n1-text": "Adult teams did not know of the baby.",
        "statements-n2-text": "Two.",
    }
    rows = {"statements": ["n1", "n2", "n3"], "statements-n3-text": "Three."}
    piece_drafts.write(draft, editor, **texts, **rows)
    return draft


@pytest.fixture
def opened(open_page, editor):
    def at(address, **options):
        page = open_page(**options)
        sign_in(page, editor.email)
        page.goto(address)
        if options.get("java_script_enabled", True):  # before it comes, buttons send the form
            page.locator("html.by-parts").wait_for()
        return page

    return at


@pytest.fixture
def briefing(opened, draft):
    return opened(f"/desk/briefings/{draft.pk}/")


def focus(page):
    return page.evaluate("document.activeElement.id")


def go(page, key):
    """Press a key until it leads nowhere else; where it led."""
    found = []
    while not found or found[-1] != focus(page):
        found.append(focus(page))
        page.keyboard.press(key)
    return found


def button(page, name):
    return page.get_by_role("button", name=re.compile(name)).first


def test_keys_lead_through_the_parts_of_a_briefing_and_back(briefing):
    briefing.locator("#id_title").focus()
    names = [f"part-{name}" for name in BRIEFING]
    names.insert(4, "sections-n1")
    assert go(briefing, "Alt+PageDown") == ["id_title", *names, "builder", "edit-bar"]
    back = ["edit-bar", "builder", *reversed(names), "part-facts", "edit-contents"]
    assert go(briefing, "Alt+PageUp") == back


def test_the_key_leads_first_to_the_beginning_of_where_one_is(briefing):
    briefing.locator("#id_statements-n2-text").focus()
    briefing.keyboard.press("Alt+PageUp")
    assert focus(briefing) == "sections-n1"
    expect(briefing.locator("#sections-n1")).to_be_in_viewport()


def test_keys_lead_through_the_parts_of_a_review(opened, editor):
    drafts.make_terms()
    review = drafts.begin(editor)
    page = opened(f"/desk/reviews/{review.pk}/")
    page.locator("#id_title").focus()
    names = [f"part-{name}" for name in REVIEW]
    assert go(page, "Alt+PageDown") == ["id_title", *names, "edit-bar"]


def test_links_do_the_same_without_scripts(opened, draft):
    page = opened(f"/desk/briefings/{draft.pk}/", java_script_enabled=False)
    press = page.keyboard.press
    press("Tab")
    press("Tab")
    expect(page.get_by_role("link", name="Skip to the parts of the form")).to_be_focused()
    press("Enter")
    press("Tab")
    expect(page.get_by_role("link", name="About it")).to_be_focused()
    press("Enter")
    for name in ("Themes and agencies", "Introduction", "What it is based on", "Sections"):
        press("Tab")
        expect(page.get_by_role("link", name=f"Next: {name}")).to_be_focused()
        press("Enter")
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_in_viewport()
    press("Tab")
    press("Tab")
    expect(page.locator("#part-sections").get_by_role("link", name="All parts")).to_be_focused()


def test_skips_to_the_evidence(opened, draft):
    page = opened(f"/desk/briefings/{draft.pk}/", java_script_enabled=False)
    page.get_by_role("link", name="Skip to the evidence").press("Enter")
    expect(page.locator("#builder")).to_be_focused()


def test_an_answer_to_a_suggestion_leads_to_the_next(briefing):
    button(briefing, "^Find evidence for Statement 1.1").click()
    support = briefing.locator("#builder-support")
    expect(support).to_be_focused()
    points = support.locator(".found-point")
    expect(points).to_have_count(3)
    for name, left in (("accept", 2), ("refuse", 1)):
        second = points.nth(1).locator(f"[value^={name}]")
        second.press("Enter")
        expect(points).to_have_count(left)
        expect(points.nth(min(1, left - 1)).get_by_role("button").first).to_be_focused()
    points.first.locator("[value^=refuse]").press("Enter")
    expect(support).to_be_focused()


def test_closing_the_suggestions_leads_back_to_the_statement(briefing):
    button(briefing, "^Find evidence for Statement 1.2").click()
    button(briefing, "^Close the suggestions").press("Enter")
    expect(briefing.locator("#id_statements-n2-text")).to_be_focused()


def test_what_is_looked_for_leads_to_what_was_found(briefing):
    briefing.get_by_role("searchbox", name="Words").fill("baby")
    button(briefing.locator("#builder"), "^Find$").press("Enter")
    expect(briefing.locator("#builder-list")).to_be_focused()
    expect(briefing.locator("#announce")).to_have_text("3 points of the selection with “baby”")


def test_it_is_said_what_a_point_was_taken_into(briefing):
    panel = briefing.locator("#builder")
    panel.get_by_label("Take into").select_option("n2")
    panel.locator("[value^=take\\:]").first.press("Enter")
    expect(briefing.locator("#announce")).to_have_text("Taken: 1.2 Two.")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_was_removed_is_put_back_from_where_it_stood(briefing, number):
    key = f"n{number}"
    briefing.locator(f"[value='remove:statements:{key}']").press("Enter")
    undo = briefing.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(undo).to_be_in_viewport()
    expect(briefing.locator(f".statements > li:nth-child({number})")).to_contain_text("removed")
    undo.press("Enter")
    expect(briefing.locator(f"#id_statements-{key}-text")).to_be_focused()
    expect(briefing.locator("#announce")).to_have_text(f"Put back: Statement 1.{number}")


def test_the_only_row_is_put_back_from_its_part(briefing):
    button(briefing, "^Add a question").click()
    button(briefing, "^Remove Question 1").press("Enter")
    undo = briefing.locator("#part-questions").get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(briefing.get_by_label("Question", exact=True)).to_be_visible()


def test_a_button_pressed_while_another_is_at_work_is_not_lost(briefing, draft):
    """And the same button twice is one press too many."""

    def slowly(route):
        time.sleep(0.3)
        route.continue_()

    briefing.route(f"**/desk/briefings/{draft.pk}/", slowly)
    for name in ("Add a question", "Add a question", "Add a resource"):
        button(briefing, f"^{name}").evaluate("(one) => one.click()")
    expect(briefing.locator("#part-resources .row")).to_have_count(1)
    expect(briefing.locator("#part-questions .row")).to_have_count(1)


def test_review_says_where_a_row_stood(opened, editor):
    drafts.make_terms()
    review = drafts.begin(editor)
    page = opened(f"/desk/reviews/{review.pk}/")
    button(page, "^Remove Learning point 2").press("Enter")
    undo = page.locator("#part-learning").get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert saving_of_reviews.opened(review).typed.rows("learning") == ["n1"]
    undo.press("Enter")
    expect(page.locator("#id_learning-n2-text")).to_be_focused()
