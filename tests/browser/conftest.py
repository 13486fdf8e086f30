"""A real browser for the tests in this folder.

It is the program CHROMIUM names, Playwright's own, or Debian's. Without one the tests are skipped,
unless REQUIRE_BROWSER=1 says that they have to run.
"""

import os
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import library

# The first is the same engine without the windows of a desktop: half the work for each page.
DEBIANS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
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
SERVING = "(process_request_thread)"  # how threads of Django's live servers are named


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, and bring those that share the library to the end."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")
    yield
    items.sort(key=lambda item: "visit" in getattr(item, "fixturenames", ()))


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
        known = (named, own, *DEBIANS)
        program = next((path for path in known if path and Path(path).exists()), "")
        if named and program != named:
            pytest.fail(f"CHROMIUM names {named}, which does not exist")
        if not program:
            missing = pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip
            missing(f"no browser: CHROMIUM is not set, and there is none of {[own, *DEBIANS]}")
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
    with opener(browser, live_server.url) as open_page:
        yield open_page


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture(scope="session")
def library_server(browser, django_db_blocker):
    """A server over reviews that stay until the last test (tests/browser/library.py)."""
    with django_db_blocker.unblock():
        library.empty()
        library.fill()
        server = LiveServer("localhost")
    yield server
    with django_db_blocker.unblock():
        server.stop()
        library.empty()
        connection.close()


@pytest.fixture
def visit(browser, library_server):
    """Go to an address of the library: `page = visit("/reviews/", viewport=...)`.

    For tests that only read. They run after all others, which would find the library's reviews;
    a test marked `transaction=True` would leave nothing of them.
    """
    with opener(browser, library_server.url) as open_page:

        def visit(address, **options):
            page = open_page(**options)
            page.goto(address)
            return page

        yield visit


@pytest.fixture(scope="session")
def long_list(library_server, django_db_blocker):
    """The address of a list of two pages; the library has its reviews from now on."""
    with django_db_blocker.unblock():
        library.add_long_list()
    return "/reviews/?partnership=northmere-safeguarding-children-partnership"


@pytest.fixture(scope="session")
def logged_in(library_server, django_db_blocker):
    """What a browser keeps (`storage_state`) of someone who may log in and do nothing more."""
    with django_db_blocker.unblock():
        return library.logged_in()


@contextmanager
def opener(browser, base_url):
    contexts, problems = [], []

    def open_page(**options):
        options = {"locale": "en-GB", "timezone_id": "Europe/London", **options}
        context = browser.new_context(base_url=base_url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"script failed: {error}"))
        page.on("console", lambda message: _note_breach(message.text, problems))
        page.on("request", lambda request: _note_stranger(request.url, base_url, problems))
        return page

    yield open_page
    for context in contexts:
        context.close()
    _let_requests_end()
    assert problems == []


def _let_requests_end(seconds=10):
    """Wait until nothing is being answered.

    What a page asked for as it closed may still be with the server, and deadlock with the test's
    own end, which empties the tables.
    """
    end = time.monotonic() + seconds
    while any(SERVING in thread.name for thread in threading.enumerate()):
        assert time.monotonic() < end, f"a request was not answered within {seconds} s"
        time.sleep(0.01)


def _note_breach(text, problems):
    if "Content Security Policy" in text:
        problems.append(text)


def _note_stranger(url, ours, problems):
    if urlsplit(url).scheme in OVER_THE_NETWORK and not url.startswith(f"{ours}/"):
        problems.append(f"request to another host: {url}")
