"""One entry point: every text of a record is read, findings have keys, statements are few."""

import pytest

from reviews import records
from reviews.editing.checks import duplicates_of, run, texts
from reviews.editing.checks.sentences import SENTENCES
from tests.factories import make_partnership, make_review, record

pytestmark = pytest.mark.django_db
SECRET = "Rang 07700 900123 again."


def made(**overrides):
    return records.parse(record(**overrides))


def codes(parsed, review_pk=None):
    return [one.code for one in run(parsed, review_pk=review_pk)]


def test_a_record_without_fault():
    assert run(made(), review_pk=None) == []


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        ({"title": SECRET}, "title"),
        ({"headline": SECRET}, "headline"),
        ({"incident_note": SECRET}, "incident_note"),
        ({"content_note": SECRET}, "content_note"),
        ({"summary": f"He died in the river. {SECRET}"}, "summary"),
        ({"learning": ["Ask.", SECRET]}, "learning.2"),
        ({"recommendations": [SECRET]}, "recommendations.1"),
        ({"children": [{"age": "P4Y", "age_text": SECRET[5:17]}]}, "children.1"),
        (
            {"documents": [{"label": SECRET, "kind": "other", "url": "https://e.org"}]},
            "documents.1",
        ),
        ({"keywords": ["river", SECRET]}, "keywords"),
    ],
)
def test_every_text_is_read(overrides, field):
    found = run(made(**overrides), review_pk=None)
    assert [one.field for one in found if one.code == "phone"] == [field]
    assert next(one for one in found if one.code == "phone").is_blocking


def test_every_text_of_a_record_is_known():
    """A new field with text has to be read as well, or be left out here on purpose."""
    apart = {"reference", "type", "nation", "partnership", "outcome"}
    held = {
        name
        for name in records.ReviewRecord.__slots__
        if isinstance(getattr(made(headline="One line"), name), str)
    }
    assert held - apart <= texts(made(headline="One line")).keys()


def test_the_partnership_by_its_slug_joins_age_and_month():
    partnership = make_partnership()
    young = {"children": [{"age": "P9D", "age_text": "9 days"}], "harms": ["drowning"]}
    found = run(made(partnership=partnership.slug, **young), review_pk=None)
    (one,) = [one for one in found if one.code == "combination"]
    assert partnership.name in one.text
    assert "combination" not in codes(made(**young))


def test_a_duplicate_is_asked_about_and_shown():
    partnership = make_partnership()
    review = make_review(title="Child B", added="2023-05", partnership=partnership)
    parsed = made(partnership=partnership.slug, title="Child ‘B’")
    (one,) = run(parsed, review_pk=None)
    assert (one.code, one.text, one.is_blocking) == ("duplicate", review.reference, False)
    assert [other.review for other in duplicates_of(parsed, review_pk=None)] == [review.pk]
    assert run(parsed, review_pk=review.pk) == []


def test_keys_are_one_for_each_finding_and_stay():
    parsed = made(learning=["Karen Blake said so.", "Kyle Thompson too."], outcome="not-stated")
    keys = {one.key for one in run(parsed, review_pk=None)}
    assert len(keys) == 3
    moved = made(learning=["Kyle Thompson too.", "Karen Blake said so."], outcome="not-stated")
    assert {one.key for one in run(moved, review_pk=None)} == keys


def test_all_codes_have_sentences():
    assert set(codes(made(outcome="not-stated", harms=[], children=[], documents=[]))) <= set(
        SENTENCES
    )


def test_statements(django_assert_num_queries):
    partnership = make_partnership()
    parsed = made(partnership=partnership.slug, learning=[f"Point {n}." for n in range(30)])
    with django_assert_num_queries(5):
        run(parsed, review_pk=None)
