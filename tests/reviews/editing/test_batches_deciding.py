"""What editors decide about what was read in: drafts are made once, and go only untouched."""

from datetime import date

import pytest
from django.utils import timezone

from reviews.choices import Decision, State, Verb
from reviews.editing import releasing, saving
from reviews.editing.batches import deciding
from reviews.editing.vocabulary import vocabulary
from reviews.models import Proposal, Review
from tests import drafts
from tests.batches import ACCOUNT, POINTS, make_batch, proposal
from tests.factories import make_partnership

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms():
    drafts.make_terms()


def accept(batch, by, order=1):
    return deciding.accept(proposal=proposal(batch, order), by=by, vocabulary=vocabulary())


def states(batch):
    return list(batch.proposals.values_list("state", flat=True))


def undo(batch, by, **options):
    batch.refresh_from_db()
    return deciding.undo(batch=batch, number=batch.number, by=by, **options)


class TestAccepting:
    def test_makes_a_draft_of_all_that_was_read(self, editor):
        review = accept(make_batch(editor), editor)
        assert (review.state, review.title, review.reference) == (
            State.DRAFT,
            "Child B",
            "CR-2023-0001",
        )
        typed = saving.opened(review).typed
        assert typed.get("summary") == ACCOUNT
        assert (typed.get("published"), typed.get("added")) == ("April 2023", "May 2023")
        assert typed.get("children-n1-age") == "4 years"
        assert [typed.get(f"learning-{key}-text") for key in typed.rows("learning")] == [*POINTS]
        assert typed.all("learning-n2-themes") == ["neglect"]
        assert typed.get("documents-n1-kind") == "overview-report"
        assert typed.get("keywords") == "moves"

    def test_is_written_down_without_a_word_of_the_text(self, editor):
        batch = make_batch(editor, name="Child B of Northmere")
        step = accept(batch, editor).history.get()
        assert (step.verb, step.by) == (Verb.BEGUN, editor)
        assert step.note == f"Read in: batch {batch.pk}, entry 1"

    def test_is_not_public(self, client, editor):
        assert not drafts.is_public(client, accept(make_batch(editor), editor))

    def test_keeps_who_decided(self, editor):
        batch = make_batch(editor)
        review = accept(batch, editor)
        held = proposal(batch)
        assert (held.state, held.review, held.decided_by) == ("accepted", review, editor)

    def test_twice_makes_one_draft(self, editor, contributor):
        batch = make_batch(editor)
        accept(batch, editor)
        with pytest.raises(deciding.Decided):
            accept(batch, contributor)
        assert Review.objects.count() == 1

    def test_of_a_page_from_before_makes_one_draft(self, editor, contributor):
        """Both had read the row while it was waiting."""
        batch = make_batch(editor)
        stale = proposal(batch)
        accept(batch, editor)
        with pytest.raises(deciding.Decided) as refused:
            deciding.accept(proposal=stale, by=contributor, vocabulary=vocabulary())
        assert refused.value.proposal.decided_by == editor

    def test_keeps_what_can_not_be_read(self, editor):
        batch = make_batch(
            editor, {"title": "Child B", "published": "some day", "partnership": "Nowhere"}
        )
        typed = saving.opened(accept(batch, editor)).typed
        assert (typed.get("published"), typed.get("partnership")) == ("some day", "Nowhere")

    def test_of_an_entry_without_a_month_takes_the_one_of_the_batch(self, editor):
        batch = make_batch(editor, {"added": None}, month="2022-11")
        assert accept(batch, editor).added.iso == "2022-11"

    def test_a_title_that_is_too_long_is_kept_as_typed(self, editor):
        title = "Child B " * 40
        review = accept(make_batch(editor, title.strip()), editor)
        assert saving.opened(review).typed.get("title") == title.strip()

    def test_points_that_are_only_texts(self, editor):
        batch = make_batch(editor, {"learning": ["Look."], "recommendations": ["Agree."]})
        typed = saving.opened(accept(batch, editor)).typed
        assert typed.get("learning-n1-text") == "Look."
        assert typed.get("recommendations-n1-text") == "Agree."

    def test_all_at_once_leaves_out_what_somebody_has_decided(self, editor, contributor):
        batch = make_batch(editor, "Child A", "Child B", "Child C")
        stale = list(batch.proposals.select_related("batch"))
        deciding.skip(proposal=proposal(batch, 2), by=contributor)
        made = deciding.accept_all(proposals=stale, by=editor, vocabulary=vocabulary())
        assert [review.title for review in made] == ["Child A", "Child C"]
        assert states(batch) == ["accepted", "skipped", "accepted"]


class TestSkipping:
    def test_leaves_it_out(self, editor):
        batch = make_batch(editor)
        deciding.skip(proposal=proposal(batch), by=editor)
        assert states(batch) == ["skipped"]
        assert not Review.objects.exists()

    def test_what_is_accepted_is_not_skipped(self, editor):
        batch = make_batch(editor)
        accept(batch, editor)
        with pytest.raises(deciding.Decided):
            deciding.skip(proposal=proposal(batch), by=editor)
        assert states(batch) == ["accepted"]

    def test_is_taken_back(self, editor):
        batch = make_batch(editor)
        deciding.skip(proposal=proposal(batch), by=editor)
        deciding.take_back(proposal=proposal(batch))
        held = proposal(batch)
        assert (held.state, held.decided_at, held.decided_by) == ("waiting", None, None)

    def test_what_waits_can_not_be_taken_back(self, editor):
        with pytest.raises(deciding.Decided):
            deciding.take_back(proposal=proposal(make_batch(editor)))

    def test_what_has_a_draft_can_not_be_taken_back(self, editor):
        batch = make_batch(editor)
        accept(batch, editor)
        with pytest.raises(deciding.Decided):
            deciding.take_back(proposal=proposal(batch))

    def test_a_discarded_draft_can_wait_again(self, editor):
        batch = make_batch(editor)
        releasing.COPIES.discard(accept(batch, editor), by=editor)
        assert states(batch) == ["accepted"]
        deciding.take_back(proposal=proposal(batch))
        assert accept(batch, editor).title == "Child B"


class TestUndoing:
    def test_takes_drafts_with_it(self, editor):
        batch = make_batch(editor, "Child A", "Child B")
        accept(batch, editor)
        deciding.skip(proposal=proposal(batch, 2), by=editor)
        assert undo(batch, editor) == 1
        batch.refresh_from_db()
        assert not Review.objects.exists()
        assert (batch.undone_by, states(batch)) == (editor, ["waiting", "waiting"])

    def test_nothing_in_it_is_decided_any_more(self, editor):
        batch = make_batch(editor)
        undo(batch, editor)
        for step in (
            lambda: accept(batch, editor),
            lambda: deciding.skip(proposal=proposal(batch), by=editor),
            lambda: undo(batch, editor),
        ):
            with pytest.raises(deciding.IsUndone):
                step()

    def test_it_can_be_taken_up_again(self, editor):
        batch = make_batch(editor)
        undo(batch, editor)
        deciding.resume(batch=batch)
        assert accept(batch, editor).title == "Child B"

    def test_of_a_page_from_before_does_nothing(self, editor):
        batch = make_batch(editor)
        number = batch.number
        accept(batch, editor)
        with pytest.raises(deciding.Outdated):
            deciding.undo(batch=batch, number=number, by=editor)
        assert Review.objects.count() == 1

    @pytest.mark.parametrize("what", ["changed", "offered", "scheduled", "published", "withdrawn"])
    def test_what_somebody_has_worked_on_stays(self, editor, contributor, what):
        batch = make_batch(editor, "Child A", {"title": "Child C", "summary": "Another account."})
        accept(batch, editor, 1)
        review = accept(batch, editor, 2)
        work_on(review, editor, contributor, what)
        with pytest.raises(deciding.HasKept):
            undo(batch, editor)
        assert states(batch) == ["accepted", "accepted"]
        assert undo(batch, editor, keep=True) == 1
        assert list(Review.objects.all()) == [review]
        assert states(batch) == ["waiting", "accepted"]

    def test_without_anything_accepted(self, editor):
        assert undo(make_batch(editor), editor) == 0


def work_on(review, editor, contributor, what):
    """Bring a draft to where it does not go with what it was read from."""
    if what == "changed":
        drafts.write(review, contributor, headline="A boy of four")
    elif what == "offered":
        releasing.COPIES.offer(review, by=editor)
    else:
        drafts.acknowledge(review)
        if what == "scheduled":
            releasing.schedule(
                review=review, on=date(2027, 1, 4), by=editor, vocabulary=vocabulary()
            )
        else:
            drafts.release(review, editor)
        if what == "withdrawn":
            Review.objects.filter(pk=review.pk).update(
                state=State.WITHDRAWN, withdrawn_at=timezone.now()
            )
    proposals = Proposal.objects.select_related("review__working_copy")
    assert deciding.why_kept(proposals.get(review=review)) == what


def test_saving_without_a_change_is_no_work(editor):
    batch = make_batch(editor)
    drafts.write(accept(batch, editor), editor)
    assert undo(batch, editor) == 1


def test_a_partnership_is_typed_by_its_name(editor):
    make_partnership("Northmere Safeguarding Children Partnership")
    batch = make_batch(editor, {"partnership": "Northmere Safeguarding Children Partnership"})
    form_typed = saving.opened(accept(batch, editor)).typed
    assert form_typed.get("partnership") == "Northmere Safeguarding Children Partnership"


def test_every_decision_raises_the_number(editor):
    batch = make_batch(editor, "Child A", "Child B")
    accept(batch, editor, 1)
    deciding.skip(proposal=proposal(batch, 2), by=editor)
    deciding.take_back(proposal=proposal(batch, 2))
    batch.refresh_from_db()
    assert (batch.number, proposal(batch, 2).state) == (4, Decision.WAITING)
