"""Who may see what."""

import pytest

from reviews.models import Review
from reviews.querysets import published_among
from tests.factories import make_review

pytestmark = pytest.mark.django_db


def test_published_among_is_published():
    states = ("draft", "published", "withdrawn", "published")
    made = [make_review(state=state).pk for state in states]
    make_review()
    ids = [*made, max(made) + 1000]
    published = Review.objects.published().filter(pk__in=ids)
    assert published_among(ids) == set(published.values_list("pk", flat=True))
    assert published_among(ids) == {made[1], made[3]}
    assert published_among([]) == set()
