"""From a working copy to the public: all or nothing, with points and files in their places."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from reviews.catalogue import catalogue
from reviews.choices import Verb
from reviews.dates import PartialDate
from reviews.editing import releasing, saving
from reviews.editing.edit_form import EditForm
from reviews.editing.releasing import NotReady, Outdated, SecondPersonNeeded, Words
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import (
    Agency,
    DocumentKind,
    Harm,
    Outcome,
    Review,
    ReviewType,
    Theme,
    WorkingCopy,
)
from reviews.publishing import WrongState
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db

COMPLETE = {
    "title": "Child B",
    "type": "serious-case-review",
    "nation": "england",
    "published": "April 2023",
    "incident": "early 2021",
    "outcome": "death",
    "summary": "Child B was four. The review looks at what was known about the family.",
    "harms": ["neglect-of-a-child"],
    "themes": ["neglect"],
    "children": ["n1"],
    "children-n1-age": "4 yrs 8 months",
    "children-n1-sex": "boy",
    "learning": ["n1", "n2"],
    "learning-n1-text": "Ask.",
    "learning-n1-themes": ["neglect"],
    "learning-n2-text": "Listen.",
    "learning-n2-agencies": ["police"],
    "recommendations": ["n1"],
    "recommendations-n1-text": "Agree.",
    "recommendations-n1-agencies": ["police"],
    "documents": ["n1"],
    "documents-n1-label": "Practice review",
    "documents-n1-kind": "overview-report",
    "documents-n1-url": "https://example.org/b.pdf",
}


@pytest.fixture(autouse=True)
def terms():
    make_term(ReviewType, "serious-case-review")
    for slug in ("not-stated", "death", "serious-harm"):
        make_term(Outcome, slug)
    make_term(Theme, "neglect")
    make_term(Harm, "neglect-of-a-child")
    make_term(Agency, "police")
    make_term(DocumentKind, "overview-report")


@pytest.fixture
def jo():
    return User.objects.create_user("jo")


@pytest.fixture
def ravi():
    return User.objects.create_user("ravi")


@pytest.fixture
def draft(jo):
    review = saving.begin(by=jo, added=PartialDate("2023-05"))
    write(review, jo, **COMPLETE)
    return review


def write(review, by, **texts):
    now = saving.opened(review)
    found = now.typed.copy()
    for name, text in texts.items():
        found.set(name, *([text] if isinstance(text, str) else text))
    return saving.save(
        review=review, typed=found, opened_at=now.number, by=by, vocabulary=current()
    )


def form_of(review):
    return EditForm(review, saving.opened(review).typed, current())


def release(review, by, **options):
    """Publish, whatever has to be acknowledged."""
    reasons = options.pop("acknowledged", None)
    try:
        releasing.release(
            review=review, by=by, vocabulary=current(), acknowledged=reasons, **options
        )
    except NotReady as problem:
        if reasons is not None or problem.judgement.is_blocked:
            raise
        reasons = {finding.key: "It is so." for finding in problem.judgement.to_acknowledge}
        release(review, by, acknowledged=reasons, **options)


class TestPublish:
    def test_writes_everything_that_is_typed(self, draft, ravi):
        release(draft, ravi)
        review = Review.objects.published().get(pk=draft.pk)
        assert (review.title, review.nation, review.outcome.slug) == ("Child B", "england", "death")
        assert (review.published.iso, review.incident.iso) == ("2023-04", "2021-01/2021-04")
        child = review.children.get()
        assert (child.age.iso, child.min_years, child.sex) == ("P4Y8M", 4, "boy")
        points = [(p.kind, p.order, p.text) for p in review.points.all()]
        assert points == [
            ("learning", 1, "Ask."),
            ("learning", 2, "Listen."),
            ("recommendation", 1, "Agree."),
        ]
        assert [t.slug for t in review.points.first().themes.all()] == ["neglect"]
        assert review.documents.get().url == "https://example.org/b.pdf"
        assert review.released_by == ravi
        assert WorkingCopy.objects.count() == 0

    def test_it_is_in_the_catalogue_and_in_the_history(self, draft, jo):
        release(draft, jo, words=Words(note="May list"))
        assert draft.pk in catalogue.current().everything
        steps = [(entry.verb, entry.by, entry.note) for entry in draft.history.all()]
        assert steps == [(Verb.BEGUN, jo, ""), (Verb.PUBLISHED, jo, "May list")]

    def test_mistakes_stop_it_and_nothing_has_changed(self, draft, jo):
        write(draft, jo, incident="some time ago")
        with pytest.raises(NotReady) as caught:
            release(draft, jo)
        assert [mistake.field for mistake in caught.value.judgement.mistakes] == ["id_incident"]
        draft.refresh_from_db()
        assert draft.state == "draft"
        assert draft.points.count() == 0

    def test_what_is_missing_stops_it(self, jo):
        with pytest.raises(NotReady) as caught:
            release(saving.begin(by=jo, title="Child B"), jo)
        assert caught.value.judgement.blocking

    def test_only_what_was_looked_at_is_published(self, draft, jo, ravi):
        number = saving.opened(draft).number
        write(draft, ravi, headline="A boy of four")
        with pytest.raises(Outdated):
            release(draft, jo, number=number)

    def test_twice_is_refused(self, draft, jo):
        release(draft, jo)
        with pytest.raises(WrongState):
            release(draft, jo)

    def test_a_second_person_where_the_setting_asks_for_one(self, draft, jo, ravi, settings):
        settings.SECOND_PERSON = True
        with pytest.raises(SecondPersonNeeded):
            release(draft, jo)
        release(draft, ravi)
        assert draft.is_published


class TestCorrect:
    def test_points_keep_their_addresses_wherever_they_are_moved(self, draft, jo):
        release(draft, jo)
        ask, listen = draft.points.filter(kind="learning").values_list("pk", flat=True)
        texts = {f"learning-p{ask}-text": "Ask twice.", "learning-n1-text": "New."}
        write(draft, jo, learning=[f"p{listen}", "n1", f"p{ask}"], **texts)
        assert [p.text for p in draft.points.filter(kind="learning")] == ["Ask.", "Listen."]
        release(draft, jo, words=Words(public_note="The second question was missing."))
        found = [(p.pk, p.text) for p in draft.points.filter(kind="learning")]
        assert [text for _, text in found] == ["Listen.", "New.", "Ask twice."]
        assert (found[0][0], found[2][0]) == (listen, ask)
        assert found[1][0] not in {ask, listen}

    def test_a_point_in_the_place_of_a_removed_one_is_another(self, draft, jo):
        release(draft, jo)
        ask, listen = draft.points.filter(kind="learning").values_list("pk", flat=True)
        write(draft, jo, learning=["n1", f"p{listen}"], **{"learning-n1-text": "Look."})
        release(draft, jo)
        first, second = draft.points.filter(kind="learning").values_list("pk", flat=True)
        assert second == listen
        assert first not in {ask, listen}

    def test_the_history_says_what_changed(self, draft, jo, ravi):
        release(draft, jo)
        write(draft, ravi, outcome="serious-harm")
        release(draft, ravi, words=Words("Letter of 3 May", "The outcome was wrong."))
        last = draft.history.last()
        assert (last.verb, last.by, last.note) == (Verb.CORRECTED, ravi, "Letter of 3 May")
        assert last.public_note == "The outcome was wrong."
        assert any("Outcome" in line for line in last.changes)

    def test_a_document_keeps_its_file_when_its_name_changes(self, draft, jo):
        release(draft, jo)
        document = draft.documents.get()
        name = f"documents-d{document.pk}-label"
        write(draft, jo, **{name: "Final report"})
        release(draft, jo)
        assert [(d.pk, d.label) for d in draft.documents.all()] == [(document.pk, "Final report")]

    def test_without_changes_there_is_nothing_to_publish(self, draft, jo):
        release(draft, jo)
        with pytest.raises(WrongState):
            release(draft, jo)

    def test_a_withdrawn_review_is_restored_first(self, jo):
        review = make_review(state="withdrawn")
        write(review, jo, title="Child C")
        with pytest.raises(WrongState):
            release(review, jo)


class TestSchedule:
    def test_a_change_after_it_takes_the_day_away(self, draft, jo):
        judgement = releasing.judge(form_of(draft))
        reasons = {one.key: "It is so." for one in judgement.to_acknowledge}
        releasing.COPIES.acknowledge(draft, reasons=reasons)
        releasing.schedule(review=draft, on=date(2030, 5, 1), by=jo, vocabulary=current())
        assert WorkingCopy.objects.get(review=draft).publish_on == date(2030, 5, 1)
        write(draft, jo, headline="A boy of four")
        assert WorkingCopy.objects.get(review=draft).publish_on is None


class TestDiscard:
    def test_a_draft_goes(self, draft, jo):
        releasing.COPIES.discard(draft, by=jo)
        assert Review.objects.count() == 0

    def test_of_a_public_review_only_the_changes_go(self, draft, jo):
        release(draft, jo)
        write(draft, jo, title="Child C")
        releasing.COPIES.discard(draft, by=jo)
        assert draft.is_published
        assert saving.opened(draft).typed.get("title") == "Child B"
        assert draft.history.last().verb == Verb.DISCARDED
