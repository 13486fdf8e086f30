"""What three readers come for, each with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(serialized_rollback=True)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def scripted(request):
    return request.param


@pytest.fixture
def read(visit, scripted):
    """Open an address and wait until its scripts have run."""

    def read(address):
        options = {"java_script_enabled": scripted, "reduced_motion": "reduce"}
        page = visit(address, permissions=["clipboard-read", "clipboard-write"], **options)
        page.wait_for_load_state("networkidle")
        return page

    return read


def total(page):
    return int(re.match(r"\d+", page.locator("#count").inner_text())[0])


def choose(page, facet, label, scripted, noun="review", counted="review"):
    """Choose an option, and get as many as the number beside it said."""
    facet = page.locator(f"#facet-{facet}")
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    option = facet.get_by_role("checkbox", name=re.compile(f"^{label} "))
    promised = int(re.search(rf"(\d+) {noun}s?\s*$", option.locator("..").text_content())[1])
    option.check()
    if not scripted:
        page.get_by_role("button", name="Show results").click()
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{promised} {counted}"))


def references(page):
    return page.locator(".entries .ref").all_inner_texts()


class TestPractitionerWithTenMinutes:
    def test_from_a_theme_to_a_point_to_its_citation(self, read, scripted):
        page = read("/")
        index = page.get_by_role("region", name="Index of themes")
        index.get_by_role("link", name="Information sharing", exact=True).click()
        page.get_by_role("link", name="All 6 reviews").click()
        page.wait_for_load_state("networkidle")
        assert total(page) == 6
        choose(page, "age", "Under 1", scripted)
        choose(page, "agency", "Hospital and paediatric services", scripted)
        for chip in ("Theme Information sharing", "Child’s age Under 1", "Agency Hospital"):
            expect(
                page.get_by_role("link", name=re.compile(f"^{chip}.* .remove.$"))
            ).to_be_visible()
        page.locator(".entries h3 a").click()
        expect(page.locator("h1")).to_have_text("Child F")
        page.get_by_role("link", name="Learning point 2, link to it").click()
        expect(page).to_have_url(re.compile("/reviews/CR-2023-0004/#learning-2$"))
        expect(page.locator("#learning-2:target")).to_be_in_viewport()
        citation = self.open_citation(page)
        assert citation.startswith("Case Review Repository (2023) Child F: ")
        own = page.get_by_role("link", name="Its own page (Learning point 2)")
        assert citation.endswith(f"CR-2023-0004. {own.evaluate('(link) => link.href')}")
        if scripted:
            page.get_by_role("button", name="Copy citation of Learning point 2").click()
            expect(page.locator("#announce")).to_have_text("Copied")
            assert page.evaluate("navigator.clipboard.readText()") == citation

    def open_citation(self, page):
        point = page.locator("#learning-2")
        expect(point.locator("#cite-learning-2")).to_be_hidden()
        point.locator("summary").click()
        expect(point.locator("#cite-learning-2")).to_be_visible()
        return point.locator("#cite-learning-2").inner_text()


class TestHealthVisitor:
    def test_what_is_asked_of_her_when_a_family_does_not_engage(self, read, scripted):
        page = read("/")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Learning").click()
        page.wait_for_load_state("networkidle")
        choose(page, "agency", "Health visiting", scripted, "point", "learning point")
        page.get_by_label("Words in the learning").fill("not engaging")
        page.get_by_label("Words in the learning").press("Enter")
        expect(page.locator(".chips a").first).to_contain_text("not engaging")
        expect(page.locator(".entries mark").first).to_be_visible()
        for entry in page.locator(".entries > .entry").all():
            expect(entry.get_by_role("link", name="Health visiting")).to_be_visible()
        page.get_by_role("link", name=re.compile(r"^(Learning|Recommendation) \d")).first.click()
        number = page.locator(".which").inner_text()
        expect(page.locator("#citation")).to_contain_text(page.url)
        page.get_by_role("link", name="Read it in its place in the review").click()
        text = page.locator(":target .say")
        expect(text).to_be_in_viewport()
        assert re.match(r"(Learning point|Recommendation) \d+ of \d+", number)

    def test_by_theme(self, read, scripted):
        page = read("/learning/?agency=health-visiting")
        page.get_by_role("link", name="By theme").click()
        group = page.locator(".group").first
        expect(group).to_be_visible()
        counted = int(re.search(r"\d+", group.locator("h3 .meta").inner_text())[0])
        group.locator("h3 a").click()
        expect(page.locator("#count")).to_have_text(re.compile(rf"^{counted} "))
        expect(page.locator(".group")).to_have_count(0)
        expect(page.locator(".entries .entry")).to_have_count(min(counted, 30))
        page.get_by_role("link", name="Reviews for the same search").click()
        expect(page.locator("h1")).to_have_text("Case reviews")
        expect(page.locator(".chips li")).to_have_count(3)


class TestEditorsReadingOfAMonth:
    def test_each_of_the_six_in_order(self, read):
        page = read("/")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Months").click()
        year = page.get_by_role("region", name="2023")
        expect(year.get_by_text("6 reviews").first).to_be_visible()
        year.get_by_role("link", name="May 2023").click()
        expect(page.locator(".lede")).to_contain_text("Six reviews were added.")
        listed = references(page)
        assert listed == [f"CR-2023-000{number}" for number in range(1, 7)]
        page.locator(".entries h3 a").first.click()
        turn = page.get_by_role("navigation", name="May 2023, in order")
        for place, reference in enumerate(listed):
            assert page.url.endswith(f"/reviews/{reference}/")
            for heading in ("What happened", "Learning points", "Recommendations"):
                expect(page.get_by_role("heading", name=heading)).to_be_visible()
            if place:
                expect(turn.get_by_role("link", name="Before it in May 2023")).to_be_visible()
            turn.get_by_role("link").last.click()
        expect(page.locator("h1")).to_have_text("May 2023")


class TestSafeguardingLead:
    def test_by_partnership_sorted_paged_and_shared(self, read, scripted, long_list):
        page = read("/reviews/")
        self.find(page, scripted, "north safe")
        expect(page.locator("#facet-partnership .opt:visible")).to_have_count(1)
        choose(page, "partnership", "Northmere Safeguarding Children Partnership", scripted)
        newest = references(page)
        page.get_by_role("link", name="Oldest").click()
        expect(page.locator(".sort b")).to_have_text("Oldest")
        oldest = references(page)
        page.get_by_role("link", name=re.compile("Next 3 reviews")).click()
        expect(page.locator("#count")).to_have_text("23 reviews, page 2 of 2")
        rest = references(page)
        assert len(oldest) == 20
        assert len({*oldest, *rest}) == 23
        assert {*rest} <= {*newest} and oldest[0] not in newest
        again = read(page.url)
        assert references(again) == rest

    def test_what_is_in_use_is_taken_away(self, read, scripted, long_list):
        page = read(f"{long_list}&theme=supervision&sort=title")
        page.get_by_role("link", name="Theme Supervision (remove)").click()
        expect(page.locator("#count")).to_have_text("23 reviews")
        expect(page.locator(".sort b")).to_have_text("Title")
        page.get_by_role("link", name=re.compile(r"^Partnership .*\(remove\)$")).click()
        expect(page.locator(".chips")).to_have_count(0)
        assert total(page) > 23

    def test_on_from_an_empty_result(self, read, long_list):
        page = read(long_list)
        page.get_by_label("Words in a review").fill("zebra")
        page.keyboard.press("Enter")
        expect(page.locator("#count")).to_have_text("No review matches")
        page.get_by_role("link", name="Without “Words: zebra”").click()
        expect(page.locator("#count")).to_have_text("23 reviews")
        expect(page.get_by_label("Words in a review")).to_have_value("")

    def test_on_from_a_bad_address(self, read, scripted, long_list):
        page = read(long_list.replace("safeguarding", "safegarding"))
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("Nothing is listed until this is put right")
        alert.get_by_role("link", name=re.compile("^Partnership: ")).click()
        expect(page.locator("#facet-partnership")).to_be_in_viewport()
        expect(page.locator("#facet-partnership")).to_have_attribute("open", "")
        self.find(page, scripted, "northmere")
        choose(page, "partnership", "Northmere Safeguarding Children Partnership", scripted)
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page).to_have_url(re.compile("partnership=northmere-safeguarding-"))

    def find(self, page, scripted, words):
        facet = page.locator("#facet-partnership")
        if facet.get_attribute("open") is None:
            facet.locator("summary").click()
        facet.get_by_role("searchbox").fill(words)
        if not scripted:
            facet.get_by_role("button", name="Find in partnerships").click()


def test_on_a_telephone_the_way_back_to_the_list_stays_at_hand(visit, scripted):
    telephone = {"width": 390, "height": 844}
    page = visit("/reviews/", viewport=telephone, java_script_enabled=scripted)
    page.wait_for_load_state("networkidle")
    page.locator("#filters > summary").click()
    back = page.get_by_role("button", name="Show results")
    expect(back).to_be_in_viewport(ratio=1)
    page.get_by_role("checkbox", name=re.compile("^Information sharing ")).check()
    page.locator("#facet-agency > summary").click()
    expect(back).to_be_in_viewport(ratio=1)
    if scripted:
        expect(page.locator(".so-far")).to_have_text("6 reviews")
    back.click()
    expect(page.locator("#count")).to_have_text("6 reviews")
    expect(page.locator("#filters")).not_to_have_attribute("open", "")
    expect(page.locator("#count")).to_be_in_viewport()
