"""The edit page of a briefing and an article in a browser: in place, by keyboard, unscripted."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from briefings.choices import Kind
from briefings.editing import saving
from reviews import publishing
from reviews.models import Agency
from tests import piece_drafts
from tests.accounts.people import make_account
from tests.browser.people import sign_in
from tests.browser.test_axe import examine
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BOTH = pytest.mark.parametrize("java_script", [True, False], ids=["script", "no script"])


@pytest.fixture
def editor(transactional_db):
    cache.clear()
    make_term(Agency, "police", label="Police")
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def draft(editor):
    return piece_drafts.begin(editor)


@pytest.fixture
def whole(editor, draft):
    """A briefing with everything: two sections, evidence that is gone, a mistake, a lost row."""
    withdrawn = make_review(learning=["What was withdrawn."])
    token = f"p{withdrawn.points.get().pk}"
    texts = {
        "sections": ["n1", "n2"],
        "sections-n2-heading": "Learning",
        "sections-n2-agencies": "police",
        "statements": ["n1", "n2", "n3", "n4"],
        "statements-n2-section": "n2",
        "statements-n2-text": "Nobody asked.",
        "statements-n3-section": "n2",
        "statements-n3-text": "Somebody asked.",
        "statements-n3-evidence": [token],
        "statements-n4-section": "n9",
        "statements-n4-text": "Its section is gone.",
        "body": "## Why\n\nBecause.",
        "concerns": "Ring somebody.",
        "questions": ["n1"],
        "questions-n1-audience": "managers",
        "questions-n1-text": "Who asks?",
        "resources": ["n1"],
        "resources-n1-title": "A report without a kind",
        "contacts": ["n1"],
        "contacts-n1-name": "The helpline",
        "published": "soonish",
        "themes_typed": "ngelect",
    }
    piece_drafts.write(draft, editor, **texts)
    publishing.withdraw(review=withdrawn, by=None)
    return draft


@pytest.fixture
def article(editor):
    edition = saving.begin(kind=Kind.ARTICLE, title="What the panel found", by=editor)
    texts = {
        "body": "Half of them.\n\n[figure 1]",
        "figures": ["n1"],
        "figures-n1-value": "Over half",
        "figures-n1-number": "many",
        "figures-n1-period": "April 2023 to March 2024",
        "author_name": "A. Chair",
        "report_title": "The annual report",
    }
    piece_drafts.write(edition, editor, **texts)
    return edition


@pytest.fixture
def opened(open_page, editor):
    def at(edition, **options):
        page = open_page(**options)
        sign_in(page, editor.email)
        page.goto(f"/desk/briefings/{edition.pk}/")
        return page

    return at


def button(page, name):
    return page.get_by_role("button", name=re.compile(name)).first


def texts(page):
    return page.locator(".statement-row textarea")


def typed_of(edition):
    return saving.opened(edition).typed


@BOTH
def test_statements_are_added_moved_removed_and_put_back(opened, draft, java_script):
    page = opened(draft, java_script_enabled=java_script)
    if java_script:
        page.evaluate("window.isTheSame = true")
    button(page, "^Add one below Statement 1.1").click()
    expect(texts(page)).to_have_count(2)
    texts(page).nth(1).fill("Two.")
    button(page, "^Move up Statement 1.2").click()
    expect(texts(page).first).to_have_value("Two.")
    button(page, "^Remove Statement 1.2").click()
    expect(texts(page)).to_have_count(1)
    button(page, "^Undo").click()
    expect(texts(page)).to_have_count(2)
    button(page, "^Add a section below Section 1").click()
    expect(page.locator(".section-row")).to_have_count(2)
    heading = page.get_by_label("Heading").nth(1)
    heading.fill("Learning")
    button(page, "^Save$").click()
    expect(page.get_by_label("Section of Statement 1.1")).to_contain_text("2. Learning")
    page.get_by_label("Section of Statement 1.1").select_option(label="2. Learning")
    button(page, "^Save$").click()
    expect(page.locator("#part-sections h4")).to_have_text(["Statement 1.1", "Statement 2.1"])
    typed = typed_of(draft)
    assert [typed.get(f"statements-{key}-text") for key in typed.rows("statements")] == [
        "Nobody asked the child.",
        "Two.",
    ]
    if java_script:
        assert page.evaluate("window.isTheSame === true")


@BOTH
def test_evidence_is_found_accepted_and_unticked(opened, draft, java_script):
    page = opened(draft, java_script_enabled=java_script)
    page.get_by_text("Evidence: 1 cited").click()
    page.get_by_role("checkbox", name=re.compile("^Learning point 1 of")).first.uncheck()
    button(page, "^Save$").click()
    expect(page.get_by_label("Why it may stand without evidence")).to_be_visible()
    assert typed_of(draft).all("statements-n1-evidence") == []
    button(page, "^Find evidence for Statement 1.1").click()
    support = page.locator("#builder-support")
    expect(support).to_be_visible()
    if java_script:
        expect(support).to_be_focused()
    support.locator("button[value^='accept:']").first.click()
    expect(page.get_by_text("Evidence: 1 cited")).to_be_visible()
    assert len(typed_of(draft).all("statements-n1-evidence")) == 1


def test_a_briefing_by_keyboard_alone(opened, draft):
    page = opened(draft)
    press, write = page.keyboard.press, page.keyboard.type
    texts(page).first.focus()
    press("Control+Enter")
    expect(texts(page).nth(1)).to_be_focused()
    write("Write down what a child shows you.")
    page.get_by_role("button", name="Move up Statement 1.2").focus()
    press("Enter")
    expect(texts(page).first).to_have_value("Write down what a child shows you.")
    page.get_by_role("button", name="Move down Statement 1.1").focus()
    press("Enter")
    expect(texts(page).nth(1)).to_have_value("Write down what a child shows you.")
    expect(page.locator("#announce")).to_have_text("Moved down: Statement 1.2")
    press("Control+s")
    expect(page.locator("#announce")).to_have_text("Saved")
    typed = typed_of(draft)
    last = typed.rows("statements")[-1]
    assert typed.get(f"statements-{last}-text") == "Write down what a child shows you."


def test_what_is_typed_is_saved_by_itself_and_what_is_looked_for_is_not(opened, draft):
    page = opened(draft)
    number = page.locator("input[name=number]")
    before = number.input_value()
    page.locator("[name=find_q]").fill("asked")
    page.locator("#id_standfirst").fill("Typed.")
    expect(number).not_to_have_value(before, timeout=9_000)
    assert typed_of(draft).get("standfirst") == "Typed."
    expect(page.locator("[name=find_q]")).to_have_value("asked")


def test_what_is_open_and_typed_stays_while_the_page_is_renewed(opened, draft):
    page = opened(draft)
    page.get_by_text("Evidence: 1 cited").click()
    page.get_by_text("How to mark up text").click()
    button(page, "^Add a question").click()
    expect(page.get_by_label("Question", exact=True)).to_be_focused()
    expect(page.locator("#cited-n1")).to_have_attribute("open", "")
    expect(page.locator("#markdown-help")).to_have_attribute("open", "")


def test_both_texts_are_shown_when_two_change_the_same(opened, draft):
    page = opened(draft)
    piece_drafts.write(draft, None, **{"statements-n1-text": "Theirs."})
    texts(page).first.fill("Mine.")
    button(page, "^Save$").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Theirs.")
    examine(page)
    button(page, "^Save$").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert typed_of(draft).get("statements-n1-text") == "Mine."


def test_axe_with_everything(opened, whole):
    page = opened(whole)
    expect(page.get_by_role("heading", name="In no section", exact=True)).to_be_visible()
    expect(page.get_by_text("not all of it is public")).to_be_visible()
    examine(page)


def test_axe_of_an_article(opened, article):
    examine(opened(article))


def test_axe_of_beginning(opened, draft):
    page = opened(draft)
    page.goto("/desk/briefings/new/")
    page.get_by_role("button", name="Begin the draft").click()
    expect(page.get_by_role("alert")).to_be_visible()
    examine(page)


@pytest.mark.parametrize("width", [1280, 960, 390, 320])
def test_nothing_is_wider_than_the_window(opened, whole, width):
    page = opened(whole)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
