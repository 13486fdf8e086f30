"""What an entry may be: a review that is here, or another entry of the same text."""

import pytest

from reviews.editing.batches import doubles
from reviews.editing.vocabulary import vocabulary
from reviews.models import Succession
from tests import drafts
from tests.batches import ACCOUNT, make_batch, proposal
from tests.factories import make_partnership, make_review

pytestmark = pytest.mark.django_db
BOARD = "Northmere Safeguarding Children Partnership"
OTHER = (
    "A girl was found unwell at school. The school told nobody for a week, and nothing was done."
)


@pytest.fixture(autouse=True)
def terms():
    drafts.make_terms()


def sketches(batch):
    return [doubles.sketch(one, vocabulary()) for one in batch.proposals.all()]


def of_all(batch):
    """By the number of the entry: why it may be which."""
    by_key = {one.pk: one.order for one in batch.proposals.all()}
    found = doubles.all_here(sketches(batch))
    return {by_key[key]: [(one.label, one.why) for one in held] for key, held in found.items()}


def within(batch):
    by_key = {one.pk: one.order for one in batch.proposals.all()}
    found = doubles.within(sketches(batch))
    return {by_key[key]: [one.label for one in held] for key, held in found.items()}


class TestHere:
    def test_the_same_name_year_and_partnership(self, editor):
        board = make_partnership(BOARD)
        make_review(title="Child B", partnership=board, published="2023-01", summary="Other.")
        batch = make_batch(editor, {"partnership": BOARD})
        assert [why for _, why in of_all(batch)[1]] == [doubles.WHY["name"]]

    @pytest.mark.parametrize(
        "differs",
        [
            {"title": "Child C"},
            {"published": "2019-01", "added": "2019-03"},
            {"partnership": "Elsewhere Safeguarding Board"},
        ],
        ids=["name", "year", "partnership"],
    )
    def test_never_two_of_the_three(self, editor, differs):
        boards = {name: make_partnership(name) for name in (BOARD, "Elsewhere Safeguarding Board")}
        fields = {"title": "Child B", "partnership": BOARD, "published": "2023-01", **differs}
        fields["partnership"] = boards[fields["partnership"]]
        make_review(**{"added": "2023-05", **fields}, summary="Other.")
        assert of_all(make_batch(editor, {"partnership": BOARD})) == {}

    def test_the_one_before_a_partnership(self, editor):
        before, after = make_partnership("Northmere Board"), make_partnership(BOARD)
        Succession.objects.create(predecessor=before, successor=after)
        make_review(title="Child B", partnership=before, published="2023-01", summary="Other.")
        assert of_all(make_batch(editor, {"partnership": BOARD}))[1]

    def test_a_like_account_in_any_state(self, editor):
        make_review(title="Child Z", summary=ACCOUNT, state="withdrawn")
        assert [why for _, why in of_all(make_batch(editor))[1]] == [doubles.WHY["account"]]

    def test_a_draft_as_it_is_typed(self, editor):
        drafts.begin(editor, title="Child Z", summary=ACCOUNT)
        assert of_all(make_batch(editor))[1]

    def test_another_account_is_none(self, editor):
        make_review(title="Child B", summary=OTHER)
        assert of_all(make_batch(editor)) == {}

    def test_one_entry_asks_for_points_too(self, editor):
        points = ["Ask who lives in the home.", "Listen to what a child says."]
        make_review(title="Child Z", summary="Other.", learning=points)
        (own,) = sketches(make_batch(editor))
        assert [one.why for one in doubles.here(own)] == [doubles.WHY["points"]]

    def test_the_same_queries_for_many(self, editor, django_assert_num_queries):
        board = make_partnership(BOARD)
        make_review(title="Child B", partnership=board, published="2023-01")
        many = make_batch(
            editor, *[{"title": f"Child {n}", "partnership": BOARD} for n in range(9)]
        )
        held = sketches(many)
        with django_assert_num_queries(2):
            doubles.all_here(held)


class TestWithin:
    def test_year_partnership_and_alias_together(self, editor):
        same = {"title": "Child B", "partnership": BOARD}
        batch = make_batch(
            editor,
            same,
            {**same, "summary": OTHER},
            {**same, "published": "2019", "summary": "No."},
        )
        assert within(batch) == {1: ["Entry 2, Child B"], 2: ["Entry 1, Child B"]}

    def test_never_the_alias_alone(self, editor):
        batch = make_batch(editor, "Child B", {"title": "Child B", "summary": OTHER})
        assert within(batch) == {}

    def test_like_accounts(self, editor):
        batch = make_batch(
            editor, "Child B", {"title": "Child X", "summary": ACCOUNT.replace("four", "five")}
        )
        assert within(batch)[1] == ["Entry 2, Child X"]

    def test_one_entry_many_times(self, editor):
        batch = make_batch(editor, *["Child B"] * 300)
        found = within(batch)
        assert len(found) == 300
        assert sum(map(len, found.values())) < 300 * 25

    def test_entries_without_anything_are_not_alike(self, editor):
        empty = {"title": "", "summary": "", "published": None, "added": None}
        assert within(make_batch(editor, {**empty, "title": "A"}, {**empty, "title": "B"})) == {}


def test_where_it_is(editor):
    review = make_review(title="Child Z", summary=ACCOUNT)
    batch = make_batch(editor, "Child B", "Child C")
    found = doubles.all_here(sketches(batch))[proposal(batch).pk]
    assert [one.url for one in found] == [f"/desk/reviews/{review.pk}/"]
    other = doubles.within(sketches(batch))[proposal(batch).pk]
    assert [one.url for one in other] == [f"/desk/intake/{batch.pk}/2/"]
