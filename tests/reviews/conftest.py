"""Fixtures for the tests of the record."""

import pytest


@pytest.fixture(autouse=True)
def fresh_process():
    """Each test begins like a process that has just started: nothing read, no page kept."""
    from reviews import kept, views
    from reviews.browsing import cards
    from reviews.catalogue import catalogue

    catalogue.__init__()
    kept.pages.__init__("KEPT_PAGES")
    for held in (cards, views.brief_cards):
        held.__init__(held.template)
