"""Nothing is cut off or covered: at any width, enlarged, in print, or in a reader’s own colours."""

import pikepdf
import pytest
from playwright.sync_api import expect

from reviews.models import Review
from tests.browser import library
from tests.browser.measures import BEYOND, BORDER, MOVING

pytestmark = pytest.mark.django_db(serialized_rollback=True)

SIZES = {
    "320": (320, 640),
    "390": (390, 844),
    "1280": (1280, 800),
    "1600": (1600, 900),
    "1280 at 400 %": (320, 256),
}
WORD = "unbroken" * 35
PAGES = [
    "/",
    "/reviews/",
    "/reviews/?show=partnership&partnership_find=of&q=child&theme=supervision&theme=assessment",
    "/reviews/?q=zebra&theme=supervision&age=unborn",
    f"/reviews/?q={WORD}&theme=supervision&show=theme&theme_find={WORD}",
    f"/reviews/?theme={WORD}&incident_from={WORD}&added_after={WORD}&incident_to=2020-13",
    "/learning/",
    "/learning/?sort=theme",
    f"/learning/?q={WORD}&agency=police",
    library.POINT,
    "/themes/",
    "/themes/assessment/",
    "/agencies/",
    "/agencies/police/",
    library.LONG,
    library.REAL,
    "/reviews/added/",
    "/reviews/added/2025/",
    "/reviews/added/2025/12/",
    "/briefings/",
    library.BRIEFING,
    library.LONG_BRIEFING,
    f"{library.LONG_BRIEFING}editions/1/",
    f"{library.LONG_BRIEFING}seven-minutes/",
    f"{library.LONG_BRIEFING}for/police/",
    library.WITHDRAWN_BRIEFING,
    "/articles/",
    f"/articles/?theme={WORD}",
    library.ARTICLE,
    library.LONG_ARTICLE,
    f"{library.LONG_ARTICLE}editions/1/",
    "/about/",
    "/accessibility/",
    "/privacy/",
    "/account/login/",
    "/nothing/here/",
    library.WITHDRAWN,
]

STILL = {"reduced_motion": "reduce"}


@pytest.fixture(scope="module", autouse=True)
def long_ones(long_list, django_db_blocker):
    """Reviews as long as they can be, besides a list of many partnerships."""
    with django_db_blocker.unblock():
        library.add_long()
        library.add_long_article()
        library.add_long_briefing()


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address[:60])
def test_nothing_reaches_past_the_window(visit, address):
    page = visit(address)
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(BEYOND) == "", name


def test_a_point_as_long_as_can_be(visit):
    page = visit(library.LONG)
    page.get_by_role("link", name="Its own page (Learning point 1)").click()
    expect(page.locator("h1.long")).to_be_visible()
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(BEYOND) == "", name


@pytest.mark.parametrize("address", ["/learning/", "/learning/?sort=theme"])
def test_learning_in_print_is_points_with_their_references(visit, address):
    page = visit(address)
    page.emulate_media(media="print")
    for shown in ("h1", ".entries .ref", ".entries .say", ".entry-mark a"):
        expect(page.locator(shown).first).to_be_visible()
    for gone in (".filters", ".sort", "#find", ".pager", ".masthead form", ".nav"):
        expect(page.locator(gone).first).to_be_hidden()


def test_a_briefing_in_print_has_its_evidence_open_and_no_frame(visit):
    page = visit(library.BRIEFING, java_script_enabled=False)
    page.emulate_media(media="print")
    for shown in ("h1", ".basis", ".statement .say", ".tally", ".evidence li", ".references li"):
        expect(page.locator(shown).first).to_be_visible()
    for gone in (".nav", ".exit", ".contents", ".crumbs", ".turn", ".evidence summary span"):
        expect(page.locator(gone).first).to_be_hidden()


@pytest.mark.parametrize("briefing", ["mental-health", "police"])
def test_seven_minutes_are_one_sheet_of_paper(visit, tmp_path, briefing):
    page = visit(f"/briefings/{briefing}/seven-minutes/")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True, format="A4")
    with pikepdf.open(tmp_path / "sheet.pdf") as sheet:
        assert len(sheet.pages) == 1
        assert [float(side) for side in sheet.pages[0].mediabox] == pytest.approx(
            [0, 0, 595, 842], abs=1
        )


def test_evidence_opens_without_a_script(visit):
    page = visit(library.BRIEFING, java_script_enabled=False)
    statement = page.locator(".statement:has(details)").first
    evidence = statement.locator("li").first
    expect(evidence).to_be_hidden()
    statement.locator("summary").click()
    expect(evidence).to_be_visible()
    expect(evidence.locator("a").first).to_be_visible()


@pytest.mark.parametrize("size", [(390, 844), (1280, 800), (320, 256)], ids=str)
def test_where_a_link_leads_is_not_under_the_strip(visit, size):
    page = visit(library.REAL, viewport={"width": size[0], "height": size[1]}, **STILL)
    anchors = page.locator("main [id^=learning-], main [id^=recommendation-], main section[id]")
    places = [*anchors.evaluate_all("(all) => all.map((one) => one.id)"), "support"]
    assert len(places) > 12
    for place in places:
        page.goto(f"{library.REAL}#{place}")
        strip = page.evaluate("document.querySelector('.exit').getBoundingClientRect().bottom")
        top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
        assert strip <= top < size[1], place


def test_enlarged_nothing_stays_in_place_over_the_page(visit):
    page = visit("/reviews/", viewport={"width": 320, "height": 256})
    page.evaluate("document.querySelector('#filters').open = true")
    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    for sticky in (".exit", ".filters .apply", ".contents"):
        expect(page.locator(sticky).first).not_to_be_in_viewport()


def test_in_print_all_of_a_review_and_none_of_the_frame(visit):
    page = visit(library.REAL)
    page.emulate_media(media="print")
    review = Review.objects.get(reference=library.reference(library.REAL))
    for text in [*review.summary.split("\n\n"), *review.points.values_list("text", flat=True)]:
        expect(page.get_by_text(text)).to_be_visible()
    for shown in ("h1", ".lede", ".card", ".docs", "#citation", ".similar", ".support"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in ("nav", "form", "button", "summary", ".exit", ".skip", ".footer ul"):
        for one in page.locator(hidden).all():
            expect(one).to_be_hidden()


def test_in_print_an_invented_review_says_so(visit):
    page = visit(library.ILLUSTRATIVE)
    page.emulate_media(media="print")
    expect(page.get_by_text("Illustrative example.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_what_a_border_means_is_still_there(visit, scheme):
    page = visit("/reviews/?theme=neglect", forced_colors="active", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    for bordered in (
        ".chips a:not(.clear)",
        ".illustrative",
        "#q",
        ".button",
        ".nav [aria-current]",
    ):
        assert page.locator(bordered).first.evaluate(BORDER) >= 3, bordered
    page.goto(library.ILLUSTRATIVE)
    for bordered in (".card", ".illustrative-note", ".notice", ".cite blockquote"):
        assert page.locator(bordered).first.evaluate(BORDER) >= 3, bordered


def test_with_reduced_motion_nothing_moves(visit):
    page = visit("/reviews/", **STILL)
    page.evaluate("document.querySelector('#results').setAttribute('aria-busy', 'true')")
    assert page.evaluate(MOVING) == []


def test_a_first_visit_asks_nobody_else(visit, library_server):
    asked = []
    page = visit("/robots.txt")
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/reviews/", library.REAL, "/account/login/"):
        page.goto(address, wait_until="networkidle")
    assert len(asked) > 9
    assert [url for url in asked if not url.startswith(f"{library_server.url}/")] == []
