"""Suggestions as one types: an editable combobox by the Authoring Practices, or a plain box."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import library
from tests.browser.keyboard import Keyboard
from tests.browser.measures import BEYOND, BORDER
from tests.browser.test_axe import LEVELS, broken

pytestmark = pytest.mark.django_db(serialized_rollback=True)

TELEPHONE = {"width": 390, "height": 844}
ENLARGED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %


@pytest.fixture
def at(visit):
    """The page at an address, its scripts ready, with the text typed into a search box."""

    def at(address, typed="", box="#q", **options):
        page = visit(address, **{"reduced_motion": "reduce", **options})
        page.wait_for_load_state("networkidle")
        if typed:
            page.locator(box).click()
            page.keyboard.type(typed)
            expect(shown(page, box)).to_be_visible()
        return page

    return at


def shown(page, box="#q"):
    return page.locator(f"{box}-suggestions")


def active(page, box="#q"):
    """The text of the option that the search box says is active; None for none."""
    name = page.locator(box).get_attribute("aria-activedescendant")
    if name is None:
        return None
    option = page.locator(f"#{name}")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    return option.locator("span").first.inner_text()


def test_the_box_is_a_combobox_that_says_whether_it_is_open(at):
    page = at("/")
    box = page.get_by_role("combobox", name="Search reviews by title")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(box).to_have_attribute("aria-controls", "q-suggestions")
    box.click()
    page.keyboard.type("unseen")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(page.get_by_role("group", name="Themes").get_by_role("option")).to_have_count(1)
    expect(
        page.get_by_role("option", name=re.compile(r"^Unseen men \d+ reviews?$"))
    ).to_be_visible()
    expect(page.locator("#announce")).to_have_text("1 suggestion")
    assert active(page) is None


def test_a_synonym_is_named_beside_its_theme(at):
    page = at("/", "hidden m")
    expect(page.get_by_role("option")).to_have_text(re.compile(r"^Unseen men also: hidden men \d+"))


def test_arrows_go_through_the_options_and_back_to_the_box(at):
    page = at("/reviews/", "information")
    names = page.get_by_role("option").evaluate_all(
        "(all) => all.map((o) => o.children[0].innerText)"
    )
    assert len(names) > 1
    for name in (*names, None, names[0]):
        page.keyboard.press("ArrowDown")
        assert active(page) == name
    for name in (None, names[-1], names[-2]):
        page.keyboard.press("ArrowUp")
        assert active(page) == name
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("information")


@pytest.mark.parametrize(("key", "caret"), [("Home", 0), ("End", 4)])
def test_home_and_end_go_to_the_ends_of_what_was_typed(at, key, caret):
    page = at("/", "safe")
    page.keyboard.press("ArrowDown")
    assert active(page) is not None
    page.keyboard.press(key)
    assert active(page) is None
    expect(shown(page)).to_be_visible()
    assert page.locator("#q").evaluate("(box) => box.selectionStart") == caret


def test_enter_goes_to_the_active_option(at):
    page = at("/", "unseen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("unseen-men"))
    expect(page.get_by_text("Unseen men").first).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/reviews/"])
def test_enter_alone_searches_for_what_was_typed(at, address):
    page = at(address, "unseen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/reviews/\?q=unseen$"))
    expect(shown(page)).to_be_hidden()


def test_enter_before_the_suggestions_come_is_a_search_and_none_open_later(at):
    page = at("/reviews/")
    held = []
    page.route("**/suggestions/?*", lambda route: held.append(route))
    page.locator("#q").click()
    page.keyboard.type("unseen")
    page.wait_for_timeout(400)
    assert len(held) == 1
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/reviews/\?q=unseen$"))
    for route in held:
        route.fulfill(json={"suggestions": []})
    page.wait_for_timeout(300)
    expect(shown(page)).to_be_hidden()


def test_escape_closes_the_list_and_keeps_what_was_typed(at):
    page = at("/", "unseen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(shown(page)).to_be_hidden()
    expect(page.locator("#q")).to_have_value("unseen")
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    expect(shown(page)).to_be_visible()
    assert active(page) == "Unseen men"


def test_alt_and_an_arrow_open_and_close_the_list(at):
    page = at("/", "unseen")
    page.keyboard.press("Alt+ArrowUp")
    expect(shown(page)).to_be_hidden()
    page.keyboard.press("Alt+ArrowDown")
    expect(shown(page)).to_be_visible()
    assert active(page) is None


def test_the_list_closes_when_the_focus_goes_on(at):
    page = at("/", "unseen")
    keyboard = Keyboard(page)
    assert keyboard.tab() == ("button", "Search")
    expect(shown(page)).to_be_hidden()


def test_and_when_too_little_is_left(at):
    page = at("/", "unse")
    for _ in range(3):
        page.keyboard.press("Backspace")
    expect(shown(page)).to_be_hidden()


def test_a_late_answer_to_what_was_typed_before_is_not_shown(at):
    page = at("/")
    late = []

    def hold(route):
        if route.request.url.endswith("q=unseen"):
            late.append(route)
        else:
            route.continue_()

    page.route("**/suggestions/?*", hold)
    page.locator("#q").click()
    page.keyboard.type("unseen")
    page.wait_for_timeout(400)
    assert len(late) == 1
    page.locator("#q").fill("supervis")
    expect(page.get_by_role("option", name=re.compile("^Supervision"))).to_be_visible()
    expect(page.get_by_role("option", name=re.compile("^Unseen"))).to_have_count(0)


def test_quick_keys_ask_once(at):
    page = at("/")
    asked = []
    page.on("request", lambda request: "/suggestions/" in request.url and asked.append(request.url))
    page.locator("#q").click()
    page.keyboard.type("unseen m")
    expect(shown(page)).to_be_visible()
    assert len(asked) == 1


def test_an_answer_that_fails_leaves_a_plain_box(at):
    page = at("/")
    page.route("**/suggestions/?*", lambda route: route.fulfill(status=500, body="no"))
    page.locator("#q").click()
    page.keyboard.type("unseen")
    page.wait_for_timeout(400)
    expect(shown(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=unseen$"))


def test_three_escapes_still_leave(at):
    page = at("/", "unseen")
    page.evaluate("document.querySelector('[data-exit]').href = '/robots.txt'")
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("robots.txt$"))


def test_by_mouse(at):
    page = at("/", "child")
    page.get_by_role("option", name=re.compile("CR-2023-")).first.click()
    expect(page).to_have_url(re.compile(r"/reviews/CR-2023-\d+/$"))


def test_a_click_beside_the_options_keeps_the_list_and_the_focus(at):
    page = at("/", "unseen")
    page.locator(".suggest-kind").first.click()
    expect(shown(page)).to_be_visible()
    expect(page.locator("#q")).to_be_focused()


def test_by_touch(at):
    page = at("/reviews/", viewport=TELEPHONE, has_touch=True)
    page.locator("#q").tap()
    page.keyboard.type("unseen")
    page.get_by_role("option", name=re.compile("^Unseen men")).tap()
    expect(page).to_have_url(re.compile("unseen-men"))


def test_in_the_masthead_of_every_page(at):
    page = at(library.REAL, "unseen", "#site-q")
    page.keyboard.press("ArrowDown")
    assert active(page, "#site-q") == "Unseen men"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("unseen-men"))


@pytest.mark.parametrize("size", [TELEPHONE, ENLARGED, {"width": 1280, "height": 800}], ids=str)
@pytest.mark.parametrize(("address", "box"), [("/", "#q"), (library.REAL, "#site-q")])
def test_at_any_size_it_is_in_the_window_and_what_is_active_is_seen(at, address, box, size):
    page = at(address, "child", box, viewport=size)
    assert page.evaluate(BEYOND) == ""
    for _ in range(page.get_by_role("option").count()):
        page.keyboard.press("ArrowDown")
        expect(page.locator("[aria-selected=true]")).to_be_in_viewport(ratio=0.9)
    tall = page.get_by_role("option").evaluate_all(
        "(all) => Math.min(...all.map((o) => o.getBoundingClientRect().height))"
    )
    assert tall >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_while_it_is_open(at, scheme, width):
    page = at("/", "child", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate(Axe().axe_script)
    assert broken(page, runOnly=LEVELS) == ""
    page.keyboard.press("ArrowDown")
    assert broken(page, runOnly=LEVELS) == ""


def test_in_forced_colours_the_list_has_a_border_and_the_active_option_shows(at):
    page = at("/", "unseen", forced_colors="active")
    assert shown(page).evaluate(BORDER) >= 3
    ground = "(one) => getComputedStyle(one).backgroundColor"
    before = page.get_by_role("option").evaluate(ground)
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("option").evaluate(ground) != before


def test_without_javascript_the_box_searches(visit):
    page = visit("/", java_script_enabled=False)
    expect(page.get_by_role("searchbox", name="Search reviews by title")).to_be_visible()
    page.locator("#q").fill("unseen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/reviews/\?q=unseen$"))
