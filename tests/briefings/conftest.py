"""Fixtures for the tests of briefings and articles."""

import pytest


@pytest.fixture(autouse=True)
def fresh_process():
    """Each test begins like a process that has just started: nothing read, no page kept."""
    from briefings import pdf_views
    from briefings.typesetting import press
    from reviews import kept
    from reviews.catalogue import catalogue

    catalogue.__init__()
    kept.pages.__init__("KEPT_PAGES")
    pdf_views.known.__init__("KEPT_FILES")
    press.files.__init__("KEPT_FILES")
