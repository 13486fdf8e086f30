"""Reviews that may be the same: by name, by account, by points; never by alias alone."""

import pytest
from django.utils import timezone

from reviews.choices import State
from reviews.editing.checks import duplicates
from reviews.editing.checks.duplicates import alias_of, candidates, likeness
from reviews.models import Succession, WorkingCopy
from tests.factories import make_partnership, make_review

pytestmark = pytest.mark.django_db

ACCOUNT = (
    "A baby of four months was brought to hospital with injuries to the head. Her parents had asked"
    " for help twice. Health visitors saw her at home, and nobody spoke to the father. The review"
    " asks how services notice men, and what they do when a family moves from one area to another."
)
OTHER = (
    "A young man of seventeen was attacked near a bus station. He had been missing from care, and"
    " three services each thought that another had a plan. The learning is about who decides."
)
NOTHING = {"title": "Thing", "years": [2020], "partnership_id": None, "account": "", "points": []}


def find(**values):
    return candidates(**NOTHING | values)


def draft(**typed):
    review = make_review(
        state=State.DRAFT, title=typed.get("title", "Draft"), added="2020-04", summary=""
    )
    WorkingCopy.objects.create(
        review=review,
        typed={name: [text] for name, text in typed.items()},
        changed_at=timezone.now(),
    )
    return review


class TestAlias:
    @pytest.mark.parametrize(
        "title",
        [
            "Child A",
            "child a",
            "Child ‘A’",
            "Child 'A'",
            "Serious case review: Child A",
            "Child A: serious case review (executive summary)",
            "Local child safeguarding practice review (LCSPR): Child A",
            "Serious case review in respect of Child A",
            "CHILD   A",
            "Overview report – Child A",
        ],
    )
    def test_the_same_however_it_is_written(self, title):
        assert alias_of(title) == "child a"

    @pytest.mark.parametrize("title", ["Child B", "Baby A", "Child AA", "Children A and B", "Lucy"])
    def test_another(self, title):
        assert alias_of(title) != "child a"

    def test_a_title_of_nothing_but_its_kind_is_itself(self):
        assert alias_of("Thematic review") == "thematic review"
        assert alias_of("Child safeguarding practice review: Lucy") == alias_of("Lucy")

    def test_no_title(self):
        assert alias_of("") == alias_of("–") == ""


class TestByName:
    def test_same_partnership_year_and_alias(self):
        review = make_review(title="Child ‘A’", added="2020-03", partnership=make_partnership())
        (found,) = find(title="child a", partnership_id=review.partnership_id)
        assert (found.review, found.why, found.likeness) == (review.pk, "name", 0.9)
        assert found.reference == review.reference

    def test_the_year_of_publication_counts_too(self):
        review = make_review(
            title="Child A", added="2021-01", published="2020-12", partnership=make_partnership()
        )
        assert find(title="Child A", partnership_id=review.partnership_id)

    @pytest.mark.parametrize("changed", [{"title": "Child B"}, {"years": [2018]}])
    def test_another_alias_or_year(self, changed):
        review = make_review(title="Child A", added="2020-03", partnership=make_partnership())
        values = {"title": "Child A", "partnership_id": review.partnership_id, **changed}
        assert find(**values) == []

    def test_another_partnership(self):
        make_review(title="Child A", added="2020-03", partnership=make_partnership())
        other = make_partnership("Ashenvale Safeguarding Partnership")
        assert find(title="Child A", partnership_id=other.pk) == []

    def test_the_partnership_that_it_took_over_from(self):
        board, partnership = make_partnership("Northmere LSCB"), make_partnership()
        Succession.objects.create(predecessor=board, successor=partnership)
        review = make_review(title="Child A", added="2020-03", partnership=board)
        assert find(title="Child A", partnership_id=partnership.pk)[0].review == review.pk

    @pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED, State.WITHDRAWN])
    def test_in_every_state(self, state):
        review = make_review(
            title="Child A", added="2020-03", partnership=make_partnership(), state=state
        )
        assert find(title="Child A", partnership_id=review.partnership_id)

    def test_a_draft_as_it_is_typed(self):
        partnership = make_partnership()
        review = draft(title="Serious case review: Child A", partnership=partnership.name.upper())
        assert find(title="Child A", partnership_id=partnership.pk)[0].review == review.pk

    def test_never_itself(self):
        review = make_review(title="Child A", added="2020-03", partnership=make_partnership())
        values = {"title": "Child A", "partnership_id": review.partnership_id}
        assert find(**values, exclude=review.pk) == []


class TestWithoutAnArea:
    @pytest.mark.parametrize("anonymous", [True, False])
    def test_alias_and_year_alone_say_nothing(self, anonymous):
        make_review(title="Child A", added="2020-03", anonymous=anonymous, summary=OTHER)
        assert find(title="Child A", account=ACCOUNT) == []

    def test_with_an_account_that_is_somewhat_alike(self):
        half = ACCOUNT[: len(ACCOUNT) // 2] + " " + OTHER
        make_review(title="Child A", added="2020-03", anonymous=True, summary=half)
        (found,) = find(title="Child A", account=ACCOUNT)
        assert (found.why, found.likeness) == ("name", 0.6)


class TestByAccount:
    @pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED, State.WITHDRAWN])
    def test_the_same_account_under_another_name(self, state):
        review = make_review(title="Child Q", added="2011-03", summary=ACCOUNT, state=state)
        (found,) = find(account=ACCOUNT)
        assert (found.review, found.why, found.likeness) == (review.pk, "account", 1.0)

    def test_an_account_that_was_edited(self):
        review = make_review(summary=ACCOUNT)
        edited = ACCOUNT.replace("twice", "three times").replace("moves", "goes")
        (found,) = find(account=edited.upper())
        assert found.review == review.pk
        assert 0.6 < found.likeness < 1

    def test_what_is_typed_in_a_draft(self):
        review = draft(title="Child Z", summary=ACCOUNT)
        assert find(account=ACCOUNT)[0].review == review.pk

    def test_another_account(self):
        make_review(summary=OTHER)
        assert find(account=ACCOUNT) == []

    def test_a_few_words_say_nothing(self):
        make_review(summary="Death of a baby.")
        assert find(account="Death of a baby.") == []

    @pytest.mark.parametrize("account", ["", " ", "…", "%s %(text)s \\ ' \"", "a " * 30_000])
    def test_any_text(self, account):
        make_review(summary=account or "Nothing.")
        find(account=account)


class TestByPoints:
    POINTS = ("Ask who else lives there.", "Write down what the child said.", "Tell the GP.")

    def test_points_in_the_same_words(self):
        review = make_review(learning=list(self.POINTS[:2]), summary=OTHER)
        (found,) = find(points=[text.upper() for text in self.POINTS])
        assert (found.review, found.why, found.likeness) == (review.pk, "points", 0.67)

    def test_one_point_is_not_enough(self):
        make_review(learning=[self.POINTS[0]], summary=OTHER)
        assert find(points=self.POINTS) == []

    def test_points_that_many_have_say_nothing(self):
        for _ in range(duplicates.COMMON + 1):
            make_review(learning=list(self.POINTS), summary=OTHER)
        assert find(points=self.POINTS) == []


class TestTogether:
    def test_each_review_once_with_the_strongest_reason(self):
        partnership = make_partnership()
        review = make_review(
            title="Child A", added="2020-03", partnership=partnership, summary=ACCOUNT
        )
        found = find(title="Child A", partnership_id=partnership.pk, account=ACCOUNT)
        assert [(one.review, one.why) for one in found] == [(review.pk, "account")]

    def test_the_most_alike_first_and_few(self):
        for number in range(duplicates.MOST + 3):
            make_review(summary=ACCOUNT + f" {OTHER[: number * 9]}")
        found = find(account=ACCOUNT)
        assert len(found) == duplicates.MOST
        assert [one.likeness for one in found] == sorted((o.likeness for o in found), reverse=True)

    def test_statements(self, django_assert_num_queries):
        values = {"title": "Child A", "account": ACCOUNT, "points": ["One.", "Two."]}
        with django_assert_num_queries(4):
            find(**values)
        for _ in range(12):
            make_review(title="Child A", summary=ACCOUNT)
        with django_assert_num_queries(4):
            find(**values)


class TestLikeness:
    def test_the_same_nothing_and_between(self):
        assert likeness(ACCOUNT, ACCOUNT.upper()) == 1
        assert likeness(ACCOUNT, OTHER) < 0.1
        assert likeness("", "") == likeness(ACCOUNT, "") == 0
        assert 0.3 < likeness(ACCOUNT, ACCOUNT + OTHER) < 0.9
