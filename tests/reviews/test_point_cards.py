"""A point in a list: what it says, that it is kept, and that nothing unpublished is shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import SafeString

from reviews import publishing
from reviews.catalogue import catalogue
from reviews.models import Point, Theme
from reviews.point_cards import point_cards
from tests.factories import make_review

pytestmark = pytest.mark.django_db


def keys(*reviews):
    return [point.pk for review in reviews for point in review.points.all()]


def render(ids, **given):
    return point_cards.render(catalogue.current(), ids, **given)


def queries(ids):
    snapshot = catalogue.current()
    with CaptureQueriesContext(connection) as captured:
        point_cards.render(snapshot, ids)
    return len(captured)


def test_in_the_order_asked_for():
    review = make_review(learning=["One.", "Two."], recommendations=["Three."])
    ids = keys(review)
    for order in (ids, ids[::-1]):
        texts = dict(Point.objects.values_list("pk", "text"))
        found = render(order)
        assert [texts[pk] in html for pk, html in zip(order, found, strict=True)] == [True] * 3


def test_only_of_reviews_that_are_published_now():
    shown, gone = make_review(learning=["Shown."]), make_review(learning=["Gone."])
    ids, snapshot = keys(gone, shown), catalogue.current()
    assert len(point_cards.render(snapshot, ids)) == 2
    publishing.withdraw(review=gone, by=None)
    (html,) = point_cards.render(snapshot, ids)  # of a process that lags
    assert "Shown." in html


def test_the_same_text_with_words_marked_and_the_plain_one_again():
    (key,) = keys(make_review(learning=["Ask & listen."]))
    (plain,) = render([key])
    (marked,) = render([key], marked={key: SafeString("<mark>Ask</mark> &amp; listen.")})
    assert "Ask &amp; listen." in plain
    assert marked == plain.replace("Ask &amp;", "<mark>Ask</mark> &amp;")
    assert render([key]) == [plain]


def test_two_queries_more_for_those_that_are_not_kept_however_many():
    few = keys(make_review(learning=["One."]))
    assert queries(few) == 3
    assert queries(few) == 1
    many = keys(*(make_review(learning=["1.", "2.", "3."]) for _ in range(4)))
    assert queries(many) == 3


def test_a_correction_and_a_new_name_are_shown_at_once():
    review = make_review(learning=[{"text": "One.", "themes": ["neglect"]}])
    (key,) = keys(review)
    render([key])
    Point.objects.filter(pk=key).update(text="One, put right.")
    publishing.correct(review=review, by=None)
    assert "One, put right." in render([key])[0]
    theme = Theme.objects.get(slug="neglect")
    theme.label = "Neglect of needs"
    publishing.save_term(term=theme)
    assert "Neglect of needs" in render([key])[0]


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({}, "death of a boy of 4 years 8 months"),
        ({"outcome": "serious-harm"}, "serious harm to a boy of 4 years 8 months"),
        ({"outcome": "not-stated"}, "a boy of 4 years 8 months"),
        ({"incident": "2020-12"}, "death of a boy of 4 years 8 months, December 2020"),
        ({"children": []}, "death of a child"),
        # It is not recorded which of several children died.
        ({"children": [{"age": "P3Y"}, {"age": "P3Y"}]}, "two children of 3 years; death"),
    ],
)
def test_the_review_in_a_few_words(values, facts):
    (html,) = render(keys(make_review(title="Child B", learning=["One."], **values)))
    assert f">Child B</a>, {facts}</p>" in html
