"""axe's rules of WCAG 2.2 AA, and of good practice, on every public page.

Each page is examined at two widths, closed and with everything open, light and dark. What can be
seen closed is seen open too, and nothing but colour differs in the dark: so contrast is examined
open, and the dark for contrast alone. The rule about a device's orientation would have to read
the stylesheets anew; tests/test_static_files.py says that ours never ask.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import URLPattern, get_resolver, resolve
from playwright.sync_api import expect

from tests.browser import library

pytestmark = pytest.mark.django_db(serialized_rollback=True)

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390)

PAGES = {
    "home": ("/", 200),
    "browse": ("/reviews/", 200),
    "browse, narrowed": ("/reviews/?q=child&theme=information-sharing&agency=police", 200),
    "browse, a range": (
        "/reviews/?incident_from=2016&incident_to=2020&added_after=2022&sort=oldest",
        200,
    ),
    "browse, all themes": ("/reviews/?show=theme", 200),
    "browse, nothing found in a facet": ("/reviews/?show=theme&theme_find=zebra", 200),
    "browse, empty": ("/reviews/?q=river&age=unborn&harm=dog-attack", 200),
    "browse, problem": ("/reviews/?theme=nothing&incident_from=2020-13", 400),
    "browse, no such page": ("/reviews/?page=9", 404),
    "learning": ("/learning/", 200),
    "learning, narrowed": ("/learning/?q=child&agency=health-visiting&kind=learning", 200),
    "learning, by theme": ("/learning/?sort=theme&q=child", 200),
    "learning, empty": ("/learning/?q=zebra&kind=recommendation", 200),
    "learning, problem": ("/learning/?kind=advice", 400),
    "point": (library.POINT, 200),
    "themes": ("/themes/", 200),
    "theme": ("/themes/information-sharing/", 200),
    "theme, no review": ("/themes/neurodivergence/", 200),
    "agencies": ("/agencies/", 200),
    "agency": ("/agencies/health-visiting/", 200),
    "briefings": ("/briefings/", 200),
    "briefing": (library.BRIEFING, 200),
    "briefing, illustrative": (library.EXAMPLE, 200),
    "briefing, superseded": (f"{library.EXAMPLE}editions/1/", 200),
    "briefing, in seven minutes": (f"{library.BRIEFING}seven-minutes/", 200),
    "briefing, for a sector": (f"{library.BRIEFING}for/midwifery/", 200),
    "articles": ("/articles/", 200),
    "articles, on a theme": ("/articles/?theme=assessment", 200),
    "articles, none on a theme": ("/articles/?theme=neglect", 200),
    "articles, problem": ("/articles/?theme=nothing", 400),
    "article": (library.ARTICLE, 200),
    "article, edition": (f"{library.ARTICLE}editions/1/", 200),
    "review": (library.REAL, 200),
    "review, illustrative": (library.ILLUSTRATIVE, 200),
    "months": ("/reviews/added/", 200),
    "year": ("/reviews/added/2023/", 200),
    "month": ("/reviews/added/2023/05/", 200),
    "about": ("/about/", 200),
    "accessibility": ("/accessibility/", 200),
    "privacy": ("/privacy/", 200),
    "submit": ("/submit/", 200),
    "submit, sent": ("/submit/sent/", 200),
    "submit, to confirm": (library.CONFIRM, 200),
    "submit, no such link": ("/submit/confirm/nothing/", 410),
    "400": ("/reviews/?q=%00", 400),
    "404": ("/nothing/here/", 404),
    "410": (library.WITHDRAWN, 410),
    "410 of a briefing": (library.WITHDRAWN_BRIEFING, 410),
    "410 of a file": (library.EXPIRED_FILE, 410),
}
FOR_MACHINES = {
    "healthz",
    "robots",
    "sitemap",
    "sitemap-section",
    "reviews:suggestions",
    "reviews:document",
    "briefings:pdf",
    "briefings:edition_pdf",
    "briefings:seven_minutes_pdf",
}
PRIVATE = {"account/", "admin/", "admin/password_change/", "desk/", "desk/briefings/"}


def public_views(resolver, space=""):
    """The names of all views but those of who is signed in, and of signing in.

    tests/browser/test_axe_accounts.py examines the latter.
    """
    for pattern in resolver.url_patterns:
        if str(pattern.pattern) in PRIVATE:
            continue
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"
        else:
            yield from public_views(pattern, f"{pattern.namespace}:" if pattern.namespace else "")


def test_every_public_page_is_examined():
    paths = [address.partition("?")[0] for address, status in PAGES.values() if status == 200]
    examined = {resolve(path).view_name for path in paths}
    assert examined == set(public_views(get_resolver())) - FOR_MACHINES


def test_what_is_wrong_is_found(visit):
    page = visit("/about/")
    page.evaluate("document.querySelector('main a').textContent = ''")
    page.evaluate("document.querySelector('main h1').remove()")
    page.evaluate(Axe().axe_script)
    found = broken(page, runOnly=LEVELS)
    assert "link-name" in found
    assert "page-has-heading-one" in found


@pytest.mark.parametrize(("address", "status"), PAGES.values(), ids=PAGES)
def test_a_page(visit, address, status):
    page = visit("/robots.txt")
    assert page.goto(address).status == status
    examine(page)


def test_the_pages_of_a_long_list(visit, long_list):
    page = visit(f"{long_list}&page=2")
    expect(page.get_by_role("navigation", name="Pages of results")).to_be_visible()
    examine(page)


def test_a_page_for_editors_alone(visit, logged_in):
    page = visit("/robots.txt", storage_state=logged_in)
    assert page.goto("/admin/reviews/theme/").status == 403
    examine(page)


def test_a_form_that_was_not_sent(visit):
    page = visit("/account/login/")
    page.context.clear_cookies()
    page.get_by_label("Email address").fill("anyone@example.org")
    page.get_by_label("Password").fill("anything")
    with page.expect_navigation() as navigation:
        page.keyboard.press("Enter")
    assert navigation.value.status == 403
    examine(page)


def test_something_went_wrong(visit):
    page = visit("/robots.txt")
    with library.away():
        assert page.goto("/about/").status == 500
    expect(page.locator("h1")).to_have_text("Something went wrong")
    examine(page)


def examine(page):
    page.evaluate(Axe().axe_script)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for is_open in (False, True):
            page.emulate_media(color_scheme="light")
            opened = "(open) => document.querySelectorAll('details').forEach((d) => d.open = open)"
            page.evaluate(opened, is_open)
            # As tall as the page, so that what stays at hand lies over nothing: elsewhere it
            # covers whatever has been scrolled there, and goes when one scrolls on.
            tall = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": max(900, tall)})
            closed = {"color-contrast": {"enabled": is_open}}
            assert broken(page, runOnly=LEVELS, rules=closed) == "", (width, is_open)
        page.emulate_media(color_scheme="dark")
        assert broken(page, runOnly=["color-contrast"]) == "", (width, "dark")


def broken(page, **options):
    """The rules that do not hold, each with the places where it does not."""
    options = {"resultTypes": ["violations"], "preload": False, **options}
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return "\n".join(
        f"{rule['id']}: {rule['help']}\n"
        + "\n".join(f"  {node['target']} {node['failureSummary']}" for node in rule["nodes"])
        for rule in found
    )
