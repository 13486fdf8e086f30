"""Fixtures for the tests of the record."""

import pytest

from tests.pdf_files import make_pdf
from tests.web_server import website


@pytest.fixture(autouse=True)
def fresh_process():
    """Each test begins like a process that has just started: nothing read, no page kept."""
    from reviews import kept, views
    from reviews.browsing import cards
    from reviews.catalogue import catalogue
    from reviews.point_cards import point_cards

    catalogue.__init__()
    kept.pages.__init__("KEPT_PAGES")
    for held in (cards, views.brief_cards):
        held.__init__(held.template)
    point_cards.__init__()


@pytest.fixture
def storage(settings, tmp_path):
    """The folder in which hosted files are stored, empty."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def site(settings):
    """Somebody else's website, on this machine, that may be asked without a pause."""
    with website() as found:
        settings.FETCH_ALSO = frozenset({("127.0.0.1", found.port)})
        settings.FETCH_PAUSE = 0
        yield found


@pytest.fixture
def hold(storage, tmp_path):
    """Hold a PDF with these pages as a document's file."""
    from reviews import hosting

    def held(document, *pages):
        path = tmp_path / "report.pdf"
        path.write_bytes(make_pdf(*(pages or ["What the partnership published."])))
        hosting.hold(document, path)
        return document

    return held
