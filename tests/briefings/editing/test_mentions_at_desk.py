"""What the desk says of briefings before a review that they cite is withdrawn or corrected."""

import pytest

from briefings import publishing as pieces
from tests import drafts, pages
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db):
    drafts.make_terms()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def review(editor):
    return drafts.publish(editor)


def cited(review, **overrides):
    first, second, _ = review.points.order_by("kind", "order")
    sections = [("Learning", ["Of none.", ("It was not asked.", [first, second])])]
    return make_edition(**{"title": "When a parent is unwell", "sections": sections, **overrides})


def text(client, review, page):
    response = client.get(f"/desk/reviews/{review.pk}/{page}/")
    assert response.status_code == 200
    return pages.read(response).one("main").text


def test_before_a_withdrawal(desk, review):
    cited(review)
    cited(review, title="The second", published=None)
    said = text(desk, review, "withdraw")
    assert "2 public briefings cite it. It is gone from them at once, counts included" in said
    assert "Look at them afterwards." in said
    assert "When a parent is unwell, May 2026: statement 1.2" in said
    assert "The second: statement 1.2" in said


def test_it_is_still_said_where_something_is_missing(desk, review):
    cited(review)
    response = desk.post(f"/desk/reviews/{review.pk}/withdraw/", {"reason": "", "wording": "x"})
    assert response.status_code == 422
    assert "One public briefing cites it." in response.text


def test_before_a_correction(desk, review, editor):
    cited(review)
    drafts.write(review, editor, title="Child C")
    said = text(desk, review, "publish")
    assert "One public briefing cites it. A point that is taken out here is gone" in said
    assert "When a parent is unwell" in said


def test_nothing_is_said_where_nobody_cites_it(desk, review, editor):
    cited(review, state="draft")
    pieces.withdraw(edition=cited(review), by=None)
    drafts.write(review, editor, title="Child C")
    for page in ("withdraw", "publish"):
        assert "cites it" not in text(desk, review, page)


def test_what_never_was_public_is_cited_by_nobody(desk, editor):
    assert "cites it" not in text(desk, drafts.begin(editor), "publish")
