"""A real browser for the tests in this folder.

It is the program CHROMIUM names, Playwright's own, or Debian's. Without one the tests are skipped,
unless REQUIRE_BROWSER=1 says that they have to run.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

DEBIANS = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OVER_THE_NETWORK = ("http", "https", "ws", "wss")


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser(django_db_setup):
    rows = getattr(connections["default"], "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        # While Playwright's event loop runs, Django has another connection object for this thread.
        # It must know what migrations put into the database, for `serialized_rollback`.
        if rows is not None:
            vars(connections["default"])["_test_serialized_contents"] = rows
        own = playwright.chromium.executable_path
        named = os.environ.get("CHROMIUM")
        program = next((path for path in (named, own, DEBIANS) if path and Path(path).exists()), "")
        if named and program != named:
            pytest.fail(f"CHROMIUM names {named}, which does not exist")
        if not program:
            missing = pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip
            missing(f"no browser: CHROMIUM is not set, and there is neither {own} nor {DEBIANS}")
        # Playwright runs an event loop in this thread, where Django would refuse to query.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_server):
    """Open a page with its own cookies: `open_page(java_script_enabled=False, viewport=...)`.

    Relative addresses are the live server's. A script that fails, a breach of the content security
    policy and a request to any other host each fail the test.
    """
    contexts, problems = [], []

    def open_page(**options):
        options = {"locale": "en-GB", "timezone_id": "Europe/London", **options}
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"script failed: {error}"))
        page.on("console", lambda message: _note_breach(message.text, problems))
        page.on("request", lambda request: _note_stranger(request.url, live_server.url, problems))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(open_page):
    return open_page()


def _note_breach(text, problems):
    if "Content Security Policy" in text:
        problems.append(text)


def _note_stranger(url, ours, problems):
    if urlsplit(url).scheme in OVER_THE_NETWORK and not url.startswith(f"{ours}/"):
        problems.append(f"request to another host: {url}")
