"""The edit page in a browser: with and without its scripts, by keyboard alone, at two widths."""

import re

import pytest
from playwright.sync_api import expect

from reviews import vocabularies
from reviews.editing import saving
from reviews.editing.vocabulary import vocabulary
from tests.accounts.people import make_account
from tests.browser.people import sign_in
from tests.browser.test_axe import examine
from tests.conftest import _vocabularies

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BOTH = pytest.mark.parametrize("java_script", [True, False], ids=["script", "no script"])


@pytest.fixture
def editor(transactional_db):
    vocabularies.load(_vocabularies())
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def draft(editor):
    return saving.begin(by=editor, title="Child B")


@pytest.fixture
def edit(open_page, draft, editor):
    def opened(**options):
        page = open_page(**options)
        sign_in(page, editor.email)
        page.goto(f"/desk/reviews/{draft.pk}/")
        return page

    return opened


def points(review):
    typed = saving.opened(review).typed
    return [typed.get(f"learning-{key}-text") for key in typed.rows("learning")]


def button(page, name):
    return page.get_by_role("button", name=re.compile(name)).first


def texts(page):
    return page.locator("#part-learning .row textarea")


def marked(page):
    """Leave a mark that a page which is loaded anew does not have."""
    page.evaluate("window.isTheSame = true")
    return lambda: page.evaluate("window.isTheSame === true")


@BOTH
def test_points_are_added_moved_removed_and_put_back(edit, draft, java_script):
    page = edit(java_script_enabled=java_script)
    is_same = marked(page) if java_script else None
    button(page, "Add a learning point").click()
    expect(texts(page)).to_have_count(1)
    texts(page).fill("One.")
    button(page, "Add one below").click()
    expect(texts(page)).to_have_count(2)
    texts(page).nth(1).fill("Two.")
    button(page, "^Move up Learning point 2").click()
    expect(texts(page).first).to_have_value("Two.")
    button(page, "^Remove Learning point 1").click()
    expect(texts(page)).to_have_count(1)
    button(page, "^Undo").click()
    expect(texts(page)).to_have_count(2)
    assert points(draft) == ["Two.", "One."]
    if is_same:
        assert is_same()


@BOTH
def test_a_list_is_pasted_and_a_suggestion_taken(edit, draft, java_script):
    page = edit(java_script_enabled=java_script)
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    page.locator("#id_learning-paste").fill("The police must share information; and listen")
    button(page, "Add them").click()
    expect(texts(page)).to_have_count(2)
    offered = page.locator("[data-name=learning-n1-agencies] .offered")
    expect(offered).to_contain_text("“The police”")
    offered.get_by_role("checkbox", name=re.compile("^Police")).check()
    button(page, "^Save").click()
    expect(
        page.locator("#learning-n1 .picked").get_by_role("checkbox", name="Police", exact=True)
    ).to_be_checked()
    assert saving.opened(draft).typed.all("learning-n1-agencies") == ["police"]


def test_a_whole_review_by_keyboard_alone(edit, draft):
    page = edit()
    press, write = page.keyboard.press, page.keyboard.type
    page.locator("#id_title").focus()
    press("Tab")
    write("a boy of 4")
    page.locator("#part-learning").get_by_role("button", name="Add a learning point").focus()
    press("Enter")
    expect(texts(page).first).to_be_focused()
    write("Ask who lives in the home.")
    press("Control+Enter")
    expect(texts(page).nth(1)).to_be_focused()
    write("Write down what a child shows you.")
    press("Tab")
    write("neglec")
    expect(page.locator(".suggest [role=option]").first).to_be_visible()
    press("ArrowDown")
    press("Enter")
    expect(page.locator("#learning-n2 .picked input:checked")).to_have_count(1)
    press("Control+s")
    expect(page.locator("#announce")).to_have_text("Saved")
    typed = saving.opened(draft).typed
    assert points(draft) == ["Ask who lives in the home.", "Write down what a child shows you."]
    assert typed.get("headline") == "a boy of 4"
    assert typed.all("learning-n2-themes") == ["neglect"]


def test_dates_are_understood_when_one_leaves_the_field(edit):
    page = edit()
    page.locator("#id_incident").fill("early 2014")
    page.keyboard.press("Tab")
    said = page.locator("#id_incident_notes")
    expect(said).to_have_text("Understood as: January to April 2014")
    page.locator("#id_incident").fill("when it snowed")
    page.keyboard.press("Tab")
    expect(said).to_contain_text("“when it snowed”")


def test_what_is_typed_is_saved_by_itself(edit, draft):
    page = edit()
    is_same = marked(page)
    page.locator("#id_headline").fill("a boy of 4")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^Saved at \d\d:\d\d\.$"))
    expect(page.locator("input[name=number]")).to_have_value("2", timeout=9_000)
    assert saving.opened(draft).typed.get("headline") == "a boy of 4"
    assert is_same()


def test_nothing_is_overwritten_by_itself(edit, draft, editor):
    page = edit()
    theirs = saving.opened(draft)
    theirs.typed.set("headline", "a girl of 5")
    saving.save(review=draft, typed=theirs.typed, opened_at=1, by=None, vocabulary=vocabulary())
    page.locator("#id_headline").fill("a boy of 4")
    said = page.locator("[data-saved]")
    expect(said).to_contain_text("somebody else has changed the same", timeout=9_000)
    assert saving.opened(draft).typed.get("headline") == "a girl of 5"
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_contain_text("a girl of 5", timeout=15_000)
    expect(page.locator("#id_headline")).to_have_value("a boy of 4")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=15_000)
    assert saving.opened(draft).typed.get("headline") == "a boy of 4"


def test_a_server_that_cannot_be_reached_is_said_and_tried_again(edit, draft):
    page = edit()
    page.route("**/desk/reviews/*/", lambda route: route.abort())
    page.locator("#id_headline").fill("a boy of 4")
    page.keyboard.press("Control+s")
    said = page.locator("[data-saved]")
    expect(said).to_contain_text("can’t be reached")
    expect(page.locator("#id_headline")).to_have_value("a boy of 4")
    page.unroute("**/desk/reviews/*/")
    page.keyboard.press("Control+s")
    expect(said).to_have_text(re.compile("^Saved at"))
    assert saving.opened(draft).typed.get("headline") == "a boy of 4"


def test_axe(edit, draft):
    page = edit()
    examine(page)
    page.locator("#id_incident").fill("when it snowed")
    page.locator("#id_summary").fill("Neglect was known to the police. John Smith was seen.")
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    page.locator("#id_learning-paste").fill("The police must share information; and listen")
    for part, rows in (("child", 3), ("document", 4)):  # two are pasted
        button(page, f"Add a {part}").click()
        expect(page.locator(".row")).to_have_count(rows)
    button(page, "^Remove Learning point 2").click()
    expect(page.locator("#removed")).to_be_visible()
    examine(page)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_wider_than_the_window(edit, draft, width):
    page = edit(viewport={"width": width, "height": 900})
    button(page, "Add a learning point").click()
    expect(texts(page)).to_have_count(1)
    button(page, "Add a document").click()
    expect(page.locator("#part-documents .row")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
