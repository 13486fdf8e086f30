"""A whole briefing, from a selection to its public page: without scripts, and by keyboard alone."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from briefings.models import Edition
from reviews import vocabularies
from tests.accounts.people import make_account
from tests.browser.hands import Keys, Pointer
from tests.browser.people import sign_in
from tests.browser.test_axe import examine
from tests.conftest import _vocabularies
from tests.factories import make_review

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

THEME = "Parental mental health"
SAID = "Teams that knew the parent did not know that there was a child."


@pytest.fixture
def library(transactional_db):
    """Three reviews of the selection and one that is not in it."""
    cache.clear()
    vocabularies.load(_vocabularies())
    texts = {
        "Child B": ["Adult teams have to know that there is a child.", "Weigh the baby."],
        "Child C": ["Adult teams should ask whether there is a child in the home."],
        "Child D": ["Write down who was told of the discharge."],
    }
    for title, learning in texts.items():
        points = [{"text": text, "themes": ["parental-mental-health"]} for text in learning]
        make_review(title=title, themes=["parental-mental-health"], learning=points)
    make_review(title="Child X", themes=["neglect"], learning=["Adult teams ask about the child."])


@pytest.fixture
def editor(library):
    return make_account("okafor@example.org", "editor")


@pytest.fixture(params=["pointer, no script", "keyboard, script"])
def hands(request, open_page, editor):
    """Somebody signed in, who works one way or the other."""
    by_keyboard = request.param.startswith("keyboard")
    page = open_page(java_script_enabled=by_keyboard, viewport={"width": 1280, "height": 900})
    sign_in(page, editor.email)
    return (Keys if by_keyboard else Pointer)(page)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def begin(hands):
    """A draft over a selection, as the address of a list."""
    page = hands.page
    page.goto("/desk/briefings/new/")
    hands.write(page.get_by_role("textbox", name="Title"), "When a parent is unwell")
    selection = page.get_by_label("Selection, for a briefing")
    hands.write(selection, "/reviews/?theme=parental-mental-health")
    hands.press(button(page, "Begin the draft"))
    page.wait_for_url(re.compile(r"/desk/briefings/\d+/"))


def test_from_a_selection_to_a_published_page(hands):
    begin(hands)
    pin_the_sample(hands)
    write_with_evidence(hands)
    write_from_what_is_not_used(hands)
    say_what_it_is(hands)
    publish(hands)
    check_public(hands.page)


def pin_the_sample(hands):
    panel = hands.page.locator("#builder")
    expect(panel.get_by_text("4 points of the selection")).to_be_visible()
    hands.press(button(panel, "Pin all 3 of the selection"))
    expect(panel.locator(".builder-used")).to_contain_text("0 of 3 reviews used")


def write_with_evidence(hands):
    """A section, a statement from a point, and a suggestion that supports it."""
    page, panel = hands.page, hands.page.locator("#builder")
    hands.press(button(page, "Add a section"))
    hands.write(page.get_by_label("Heading", exact=True), "Key issues")
    hands.press(button(panel, "Take Child B, learning 1"))
    statement = page.get_by_label("Statement 1.1", exact=True)
    hands.write(statement, SAID)
    expect(panel.get_by_label("Take into").locator("option:checked")).to_contain_text("1.1")
    hands.press(button(page, "Find evidence for Statement 1.1"))
    suggested = panel.locator("#builder-support")
    expect(suggested).to_contain_text("Adult teams should ask whether there is a child")
    hands.press(button(suggested, "Accept Child C, learning 1"))
    expect(panel.locator(".builder-used")).to_contain_text("2 of 3 reviews used")
    expect(statement).to_have_value(SAID)


def write_from_what_is_not_used(hands):
    """Another statement from a ticked point, which is then moved up."""
    page, panel = hands.page, hands.page.locator("#builder")
    hands.press(panel.get_by_role("button", name="2 of 4 points not used yet"))
    expect(panel.locator("#builder-list .found-point")).to_have_count(2)
    hands.choose(panel.get_by_label("Take into"), "New statement in section 1")
    hands.tick(panel.get_by_label("Child D, learning 1"))
    hands.press(button(panel, "Take the ticked"))
    hands.write(page.get_by_label("Statement 1.2", exact=True), "Nobody wrote down who was told.")
    hands.press(button(page, "Move up Statement 1.2"))
    expect(page.get_by_label("Statement 1.2", exact=True)).to_have_value(SAID)


def say_what_it_is(hands):
    page = hands.page
    hands.write(page.locator("#id_standfirst"), "What three reviews say of parents who are ill.")
    hands.write(page.locator("#id_published"), "November 2026")
    hands.write(page.locator("#id_themes_typed"), THEME)
    page.keyboard.press("Escape")  # the list of names, where there is one
    hands.press(button(page, "Save"))
    expect(page.locator("#part-terms")).to_contain_text(THEME)


def publish(hands):
    page = hands.page
    hands.press(page.locator("#edit-bar").get_by_role("button", name="Check and publish"))
    page.wait_for_url("**/publish/")
    for reason in page.locator("textarea[name^=reason-]").all():
        hands.write(reason, "Looked at.")
    hands.press(button(page, "Publish now"))
    page.wait_for_url(lambda url: not url.endswith("/publish/"))


def check_public(page):
    edition = Edition.objects.get()
    assert edition.is_current
    cited = [(one.statement, one.point.text) for one in edition.citations.all()]
    assert len(cited) == 3
    assert edition.pins.count() == 3
    page.goto("/briefings/when-a-parent-is-unwell/")
    expect(page.locator("#s1-2")).to_contain_text(SAID)
    expect(page.locator("#s1-2")).to_contain_text("In 2 of 3 reviews")
    expect(page.locator("#s1-1")).to_contain_text("In 1 of 3 reviews")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_panel(open_page, editor, width, scheme):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    sign_in(page, editor.email)
    hands = Pointer(page)
    begin(hands)
    examine(page)
    button(page, "Add a section").click()
    page.get_by_label("Heading", exact=True).fill("Key issues")
    button(page, "Take Child B, learning 1").click()
    page.get_by_label("Statement 1.1", exact=True).fill(SAID)
    button(page, "Find evidence for Statement 1.1").click()
    expect(page.locator("#builder-support")).to_contain_text("Adult teams should ask")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    examine(page)


def test_a_button_of_the_panel_leaves_the_page_where_it_is(open_page, editor):
    """With scripts: what is typed, the panel's own place and the focus stay."""
    page = open_page(viewport={"width": 1280, "height": 900})
    sign_in(page, editor.email)
    begin(Pointer(page))
    page.evaluate("window.isTheSame = true")
    button(page, "Add a section").click()
    page.get_by_label("Heading", exact=True).fill("Key issues")
    button(page, "Pin CR-").or_(
        page.get_by_role("button", name=re.compile("^Pin Child B"))
    ).first.click()
    expect(page.locator(".builder-used")).to_contain_text("0 of 1 reviews used")
    expect(page.get_by_label("Heading", exact=True)).to_have_value("Key issues")
    assert page.evaluate("window.isTheSame")
