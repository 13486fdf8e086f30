"""The panel of evidence: what it lists, in which order, and what it says of the sample."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from briefings.editing.builder import BuilderPanel
from briefings.editing.typed import PieceTyped
from reviews.catalogue import catalogue
from reviews.editing.vocabulary import vocabulary
from tests.factories import make_review
from tests.pieces import make_piece

pytestmark = pytest.mark.django_db


def panel(query="", **texts):
    """The panel for what is typed; `texts` are fields."""
    typed = PieceTyped()
    for name, given in texts.items():
        typed.set(name.replace("__", "-"), *([given] if isinstance(given, str) else given))
    piece = make_piece()
    edition = piece.editions.create(number=1, title="When a parent is unwell")
    return BuilderPanel(edition, typed, QueryDict(query), catalogue.current(), vocabulary())


def html(shown):
    return render_to_string("components/builder.html", {"builder": shown})


def labels(shown):
    return [
        one.label
        for group in shown.groups
        for cluster in group.clusters
        for one in cluster.entries
    ]


class TestSelection:
    def test_its_points_are_listed(self):
        make_review(title="Child B", themes=["neglect"], learning=["Ask.", "Listen."])
        make_review(title="Child C", themes=["housing"], learning=["Look."])
        shown = panel(selection="theme=neglect")
        assert labels(shown) == ["Child B, learning 1", "Child B, learning 2"]
        assert "2 points of the selection" in html(shown)
