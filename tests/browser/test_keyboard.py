"""By keyboard alone: the focus is seen, goes in the order of reading, and nothing holds it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import library
from tests.browser.keyboard import Keyboard

pytestmark = pytest.mark.django_db(serialized_rollback=True)

TELEPHONE = {"width": 390, "height": 844}
FRAME = [
    "Skip to main content",
    "Support and helplines",
    "Leave this site",
    "Case Review Repository",
    "Reviews",
    "Learning",
    "Themes",
    "Briefings",
    "Months",
    "Search reviews",
    "Search",
]
CARD = [
    "Serious harm",
    "Neglect",
    "Domestic abuse",
    "Local child safeguarding practice review",
    "Weirwood Safeguarding Children Partnership",
    "Unseen men",
    "Voice of the child",
    "Information sharing",
    "Neglect",
    "Early help",
    "Health visiting",
    "Children’s social care",
    "Police",
]
CONTENTS = [
    "What happened",
    "Learning points 2",
    "Recommendations 2",
    "Documents 3",
    "Cite this entry",
    "Similar reviews 3",
]
POINTS = [
    "Learning point 1, link to it",
    "Unseen men",
    "Police",
    "Cite this point (Learning point 1)",
    "Its own page (Learning point 1)",
    "Learning point 2, link to it",
    "Voice of the child",
    "Cite this point (Learning point 2)",
    "Its own page (Learning point 2)",
    "Recommendation 1, link to it",
    "Cite this point (Recommendation 1)",
    "Its own page (Recommendation 1)",
    "Recommendation 2, link to it",
    "Cite this point (Recommendation 2)",
    "Its own page (Recommendation 2)",
]
FOOTER = [
    "More about the repository",
    "How to search",
    "How to cite a review",
    "New reviews, month by month",
    "Send in a review",
    "Contact",
    "How entries are written",
    "Anonymity and takedown",
    "Accessibility statement",
    "Privacy",
    "NSPCC Helpline",
    "0808 800 5000",
    "Childline",
    "0800 1111",
    "Samaritans",
    "116 123",
]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def scripted(request):
    return request.param


@pytest.fixture
def at(visit):
    """A keyboard at an address whose scripts have run."""

    def at(address, scripted=True, **options):
        options = {"java_script_enabled": scripted, "reduced_motion": "reduce", **options}
        page = visit(address, permissions=["clipboard-read", "clipboard-write"], **options)
        page.wait_for_load_state("networkidle")
        return Keyboard(page)

    return at


def test_the_stops_of_a_review(at, scripted):
    keyboard = at(library.ILLUSTRATIVE, scripted)
    names = [name for role, name in keyboard.stops()]
    similar = names.index(FOOTER[0]) - 1
    assert names[: similar - 3] == [
        *FRAME,
        *["Reviews", "October 2026", "Support if you need it"],
        *[*CARD, *CONTENTS, *POINTS, "Overview report"],
        *["Look in the Internet Archive", "Try the link all the same"],
        *(["Copy citation"] if scripted else []),
    ]
    assert all(re.match(r"(Child|Lucy)", name) for name in names[similar - 3 : similar])
    assert names[similar:] == ["October 2026 The only review added that month", *FOOTER]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/reviews/?theme=supervision",
        "/learning/?q=child",
        library.REAL,
        library.POINT,
        "/briefings/",
        library.BRIEFING,
        library.ARTICLE,
    ],
)
def test_every_stop_once_from_top_to_bottom(at, address):
    keyboard = at(address, viewport=TELEPHONE)
    keyboard.page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    places = keyboard.places()
    assert [number for number, *_ in places] == list(range(keyboard.reachable()))
    for (_, x, y, height), (_, next_x, next_y, _) in zip(places, places[1:], strict=False):
        assert next_y >= y + height / 2 or next_x > x, (x, y, next_x, next_y)


@pytest.mark.parametrize("size", [TELEPHONE, {"width": 1280, "height": 800}], ids=str)
@pytest.mark.parametrize(
    "address", ["/reviews/", "/learning/?sort=theme", library.REAL, library.BRIEFING]
)
def test_backwards_no_stop_is_under_what_stays_in_place(at, address, size):
    keyboard = at(address, viewport=size)
    page = keyboard.page
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    page.get_by_role("link", name="116 123").focus()
    while keyboard.tab("Shift+Tab"):
        pass
    assert page.evaluate("scrollY") == 0


def test_the_skip_link_leads_past_the_frame(at, scripted):
    keyboard = at(library.REAL, scripted)
    assert keyboard.tab() == ("link", "Skip to main content")
    keyboard.press("Enter")
    expect(keyboard.page.locator("main")).to_be_focused()
    assert keyboard.tab() == ("link", "Reviews")
    expect(keyboard.page.locator(".crumbs a").first).to_be_focused()


def test_a_long_facet_is_entered_scrolled_and_left(at, scripted):
    keyboard = at("/reviews/", scripted)
    page = keyboard.page
    keyboard.until("All 50 themes")
    keyboard.press("Enter")
    area = page.get_by_role("group", name="50 of 50 themes")
    expect(area).to_be_visible()
    if scripted:
        expect(area).to_be_focused()
    else:
        keyboard.until("50 of 50 themes")
    keyboard.press("End")
    end = area.evaluate("(area) => area.scrollHeight - area.clientHeight")
    assert end > 0
    expect(area).to_have_js_property("scrollTop", end)
    assert keyboard.tab()[0] == "checkbox"
    assert keyboard.until("Child’s age")[0] == "DisclosureTriangle"


def test_a_whole_journey(at, scripted):
    keyboard = at("/", scripted)
    page = keyboard.page
    keyboard.until("Search reviews by title")
    page.keyboard.type("head")
    keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d reviews"))
    page.wait_for_load_state("networkidle")
    role, option = keyboard.until("Under 1 ")
    promised = option.removeprefix("Under 1 ")
    keyboard.press("Space")
    if not scripted:
        keyboard.until("Show results")
        keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text(promised)
    if scripted:
        assert keyboard.stop() == (role, option)
        expect(page.locator("#announce")).to_have_text(promised)
    keyboard.until("Child F: ")
    keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Child F")
    page.wait_for_load_state("networkidle")
    keyboard.until("Learning point 1")
    keyboard.press("Enter")
    expect(page.locator("#learning-1:target")).to_be_in_viewport()
    keyboard.until("Cite this point (Learning point 1)")
    keyboard.press("Space")
    expect(page.locator("#cite-learning-1")).to_be_visible()
    if scripted:
        assert keyboard.tab() == ("button", "Copy citation of Learning point 1")
        keyboard.press("Space")
        expect(page.locator("#announce")).to_have_text("Copied")
    keyboard.until("Next in May 2023")
    keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Lucy")
