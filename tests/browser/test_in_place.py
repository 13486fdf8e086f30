"""Results refresh in place: what is kept, what is said, and what happens when it can't be done."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_review

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

THEMES = [*(f"theme-{letter}" for letter in "abcdefghijklmnopqrs"), "supervision"]


@pytest.fixture
def reviews(transactional_db):
    """22 deaths, 3 of them about supervision, and 2 other outcomes; 20 themes: a long facet."""
    for number in range(22):
        themes = [THEMES[number % 19], "theme-a", *(["supervision"] if number < 3 else [])]
        make_review(title=f"Child {number}", themes=themes, outcome="death")
    for number in range(2):
        make_review(title=f"Young person {number}", themes=["theme-b"], outcome="other")


@pytest.fixture
def marked(page, reviews):
    """The list, in a page that would lose its mark if the browser went anywhere."""
    page.goto("/reviews/")
    expect(page.locator("#find[data-in-place]")).to_be_attached()
    page.evaluate("window.mark = 1")
    return page


def in_place(page):
    return page.evaluate("window.mark === 1")


def option(page, label):
    return page.get_by_role("checkbox", name=re.compile(f"^{label} "))


def test_choosing_an_option_refreshes_results_address_title_and_says_the_count(marked):
    option(marked, "Other").check()
    expect(marked.locator("#count")).to_have_text("2 reviews")
    expect(marked.locator("#announce")).to_have_text("2 reviews")
    expect(marked).to_have_url(re.compile(r"/reviews/\?outcome=other$"))
    assert marked.title().startswith("2 reviews")
    assert marked.locator(".chips li").count() == 2
    assert in_place(marked)


def test_focus_stays_on_the_option_and_open_facets_stay_open(marked):
    marked.locator("#facet-type > summary").click()
    marked.locator("#facet-age > summary").click()
    option(marked, "Other").focus()
    marked.keyboard.press("Space")
    expect(marked.locator("#count")).to_have_text("2 reviews")
    expect(option(marked, "Other")).to_be_focused()
    expect(option(marked, "Other")).to_be_checked()
    expect(marked.locator("#facet-type")).to_have_attribute("open", "")
    expect(marked.locator("#facet-age")).not_to_have_attribute("open", "")


def test_a_list_of_learning_refreshes_in_place_too(page, transactional_db):
    ask = {"text": "Ask.", "themes": ["neglect", "supervision"], "agencies": []}
    make_review(learning=[ask, "Listen."], recommendations=["Meet."])
    page.goto("/learning/")
    expect(page.locator("#find[data-in-place]")).to_be_attached()
    page.evaluate("window.mark = 1")
    option(page, "Learning point").check()
    expect(page.locator("#announce")).to_have_text("2 learning points, from 1 review")
    page.get_by_role("link", name="By theme").click()
    page.locator(".group-head").get_by_role("link", name="Supervision").click()
    expect(page.locator("#count")).to_have_text("1 learning point, from 1 review")
    expect(page).to_have_url(re.compile(r"/learning/\?kind=learning&theme=supervision$"))
    page.go_back()
    expect(page.locator(".group")).to_have_count(2)
    assert in_place(page)


def test_back_and_forward_restore_the_list(marked):
    option(marked, "Other").check()
    expect(marked.locator("#count")).to_have_text("2 reviews")
    marked.go_back()
    expect(marked.locator("#count")).to_have_text("24 reviews")
    expect(option(marked, "Other")).not_to_be_checked()
    marked.go_forward()
    expect(marked.locator("#count")).to_have_text("2 reviews")
    expect(option(marked, "Other")).to_be_checked()
    assert in_place(marked)


def test_chips_sort_and_pages_work_in_place_and_lead_to_the_count(marked):
    option(marked, "Death").check()
    expect(marked.locator("#count")).to_have_text("22 reviews")
    marked.get_by_role("link", name="Oldest").click()
    expect(marked).to_have_url(re.compile(r"outcome=death&sort=oldest$|sort=oldest&outcome=death$"))
    marked.get_by_role("link", name=re.compile("Next 2 reviews")).click()
    expect(marked).to_have_url(re.compile(r"page=2$"))
    expect(marked.locator("#count")).to_be_focused()
    marked.get_by_role("link", name=re.compile(r"Outcome Death \(remove\)")).click()
    expect(marked.locator("#count")).to_have_text("24 reviews")
    expect(marked).to_have_url(re.compile(r"/reviews/\?sort=oldest$"))
    expect(marked.locator("#find input[name=sort]")).to_have_value("oldest")
    assert in_place(marked)


def test_words_are_searched_for_in_place(marked):
    marked.locator("#q").fill("young")
    marked.keyboard.press("Enter")
    expect(marked.locator("#count")).to_have_text("2 reviews")
    expect(marked).to_have_url(re.compile(r"/reviews/\?q=young$"))
    marked.get_by_role("link", name=re.compile("Words .*remove")).click()
    expect(marked.locator("#count")).to_have_text("24 reviews")
    expect(marked.locator("#q")).to_have_value("")
    assert in_place(marked)


def test_typing_in_a_long_facet_narrows_its_options_at_once(marked):
    facet = marked.locator("#facet-theme")
    expect(facet.locator(".opt")).to_have_count(8)
    facet.locator("input[type=search]").fill("SUPER ion")
    expect(facet.locator(".opt:visible")).to_have_count(1)
    expect(marked.locator("#announce")).to_have_text("1 of 20 shown")
    expect(facet.locator("input[type=search]")).to_be_focused()
    option(marked, "Supervision").check()
    expect(marked.locator("#count")).to_have_text("3 reviews")
    expect(facet.locator("input[type=search]")).to_have_value("SUPER ion")
    facet.locator("input[type=search]").fill("")
    expect(facet.locator(".opt:visible")).to_have_count(20)
    assert in_place(marked)


def test_what_was_typed_before_the_script_came_narrows_too(page, reviews):
    script, held = re.compile(r"/results[^/]*\.js$"), []
    page.route(script, lambda route: held.append(route))
    with page.expect_request(script):
        page.goto("/reviews/")
    facet = page.locator("#facet-theme")
    facet.locator("input[type=search]").fill("SUPER ion")
    for route in held:
        route.continue_()
    expect(facet.locator(".opt:visible")).to_have_count(1)


def test_what_was_chosen_before_the_script_came_is_done_when_it_comes(page, reviews):
    script, held = re.compile(r"/results[^/]*\.js$"), []
    page.route(script, lambda route: held.append(route))
    with page.expect_request(script):
        page.goto("/reviews/")
    option(page, "Supervision").check()
    assert page.url.endswith("/reviews/")
    for route in held:
        route.continue_()
    expect(page.locator("#count")).to_have_text("3 reviews")
    assert "theme=supervision" in page.url


def test_a_long_facet_is_shown_in_full_where_it_is_and_stays_so(marked):
    marked.get_by_role("link", name="All 20 themes").click()
    expect(marked.locator("#facet-theme .opt")).to_have_count(20)
    expect(marked.locator("#facet-theme .scroll")).to_be_focused()
    option(marked, "Theme s").check()
    expect(marked.locator("#count")).to_have_text("1 review")
    expect(marked.locator("#facet-theme .opt")).to_have_count(20)
    assert marked.locator("#facet-theme .scroll").evaluate("area => area.scrollTop") > 0
    assert in_place(marked)


def test_a_mistyped_date_is_explained_in_place_and_mended(marked):
    marked.locator("#facet-incident > summary").click()
    marked.locator("#incident_from").fill("19999")
    marked.keyboard.press("Tab")
    expect(marked.locator(".problem a").first).to_be_visible()
    expect(marked.locator("#incident_from")).to_have_value("19999")
    marked.locator("#incident_from").fill("")
    marked.keyboard.press("Tab")
    expect(marked.locator("#count")).to_have_text("24 reviews")
    expect(marked.locator(".problem")).to_have_count(0)
    expect(marked).to_have_url(re.compile(r"/reviews/$"))
    assert in_place(marked)


def test_only_the_last_of_quick_choices_counts(marked):
    held = []
    marked.route("**/reviews/?outcome=other", lambda route: held.append(route))
    option(marked, "Other").check()
    option(marked, "Death").check()
    expect(marked.locator("#count")).to_have_text("24 reviews")
    expect(marked).to_have_url(re.compile(r"outcome=death&outcome=other$"))
    assert len(held) == 1
    assert in_place(marked)


def test_a_failing_request_falls_back_to_going_there(marked):
    failed: list[object] = []

    def fail_once(route):
        if failed:
            return route.continue_()
        failed.append(route)
        return route.abort()

    marked.route("**/reviews/?outcome=other", fail_once)
    option(marked, "Other").check()
    expect(marked.locator("#count")).to_have_text("2 reviews")
    assert len(failed) == 1
    assert not in_place(marked)


def test_without_javascript_the_form_does_the_same(open_page, reviews):
    page = open_page(java_script_enabled=False)
    page.goto("/reviews/")
    option(page, "Other").check()
    page.get_by_role("button", name="Show results").click()
    expect(page.locator("#count")).to_have_text("2 reviews")
    page.locator("#facet-theme input[type=search]").fill("theme b")
    page.locator("#facet-theme").get_by_role("button", name="Find").click()
    expect(page.locator("#facet-theme .opt")).to_have_count(1)


def test_with_javascript_the_button_is_gone(marked):
    expect(marked.get_by_role("button", name="Show results")).to_be_hidden()
