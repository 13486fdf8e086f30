"""Drafts and corrections as they are typed: kept valid or not, merged, never public."""

import pytest
from django.contrib.auth.models import User

from reviews.choices import Verb
from reviews.dates import PartialDate
from reviews.editing import saving
from reviews.editing.edit_form import EditForm
from reviews.editing.typed import Typed
from reviews.editing.vocabulary import vocabulary as current
from reviews.models import Outcome, Review, ReviewType, Revision, Theme, WorkingCopy
from tests.factories import make_review, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo():
    return User.objects.create_user("jo")


@pytest.fixture
def ravi():
    return User.objects.create_user("ravi")


@pytest.fixture
def terms():
    make_term(ReviewType, "serious-case-review")
    make_term(Outcome, "not-stated")
    make_term(Theme, "neglect", synonyms=["child neglect"])


def typed(review, **changes):
    found = saving.opened(review).typed.copy()
    for name, texts in changes.items():
        found.set(name.replace("__", "-"), *([texts] if isinstance(texts, str) else texts))
    return found


def save(review, by, found, opened_at=None, **options):
    number = saving.opened(review).number if opened_at is None else opened_at
    return saving.save(
        review=review, typed=found, opened_at=number, by=by, vocabulary=current(), **options
    )


class TestBegin:
    def test_a_draft_has_a_reference_of_its_year_and_a_working_copy(self, terms, jo):
        first = saving.begin(by=jo, title="Child B", added=PartialDate("2023-05"))
        second = saving.begin(by=jo, added=PartialDate("2023-06"))
        other = saving.begin(by=jo, added=PartialDate("2024-06"))
        found = [review.reference for review in (first, second, other)]
        assert found == ["CR-2023-0001", "CR-2023-0002", "CR-2024-0001"]
        assert (first.title, second.title) == ("Child B", "Untitled")
        assert not first.is_published
        assert saving.opened(first).number == 1
        assert [entry.verb for entry in first.history.all()] == [Verb.BEGUN]
        assert Review.objects.published().count() == 0

    def test_numbers_go_on_after_the_highest(self, terms):
        make_review(reference="CR-2023-0107")
        assert saving.begin(by=None, added=PartialDate("2023-01")).reference == "CR-2023-0108"
        make_review(reference="CR-2024-12345", added="2024-02")
        assert saving.begin(by=None, added=PartialDate("2024-01")).reference == "CR-2024-12346"


class TestSave:
    def test_keeps_what_is_typed_valid_or_not(self, terms, jo):
        review = saving.begin(by=jo)
        saved = save(review, jo, typed(review, title="Child B", incident="some time ago"))
        assert saved.is_changed
        now = saving.opened(review)
        assert (now.typed.get("title"), now.typed.get("incident")) == ("Child B", "some time ago")
        assert now.copy.changed_by == jo
        assert "mistake" in now.copy.findings
        assert now.copy.is_blocked
        review.refresh_from_db()
        assert review.title == "Child B"

    def test_what_is_saved_without_a_change_is_no_revision(self, terms, jo):
        review = saving.begin(by=jo)
        before = Revision.objects.count()
        assert not save(review, jo, typed(review)).is_changed
        assert Revision.objects.count() == before

    def test_opening_and_saving_a_public_review_unchanged_makes_no_working_copy(self, jo):
        review = make_review(learning=["Ask."], documents=[{"url": "https://example.org/a.pdf"}])
        assert not save(review, jo, typed(review)).is_changed
        assert WorkingCopy.objects.count() == 0

    def test_a_correction_leaves_the_public_review_as_it_is(self, jo):
        review = make_review(title="Child B")
        save(review, jo, typed(review, title="Child C"))
        review.refresh_from_db()
        assert review.title == "Child B"
        assert saving.opened(review).typed.get("title") == "Child C"

    def test_names_of_terms_become_terms(self, terms, jo):
        review = saving.begin(by=jo)
        save(review, jo, typed(review, themes_typed="Child neglect; what is this"))
        now = saving.opened(review).typed
        assert (now.all("themes"), now.get("themes_typed")) == (["neglect"], "what is this")

    def test_another_year_gives_a_draft_another_reference(self, terms, jo):
        review = saving.begin(by=jo, added=PartialDate("2023-05"))
        save(review, jo, typed(review, added="March 2024"))
        review.refresh_from_db()
        assert (review.reference, review.added.iso) == ("CR-2024-0001", "2024-03")


class TestTwoAtOnce:
    def test_changes_of_different_fields_are_merged_and_said(self, terms, jo, ravi):
        review = saving.begin(by=jo, title="Child B")
        save(review, ravi, typed(review, headline="A boy of four"))
        mine = Typed({"title": ["Child C"], "added": saving.opened(review).typed.all("added")})
        saved = save(review, jo, mine, opened_at=1)
        assert saved.merged_with == ravi
        now = saving.opened(review).typed
        assert (now.get("title"), now.get("headline")) == ("Child C", "A boy of four")

    def test_nothing_is_overwritten_without_being_seen(self, terms, jo, ravi):
        review = saving.begin(by=jo, title="Child B")
        save(review, ravi, typed(review, title="Child R"))
        mine = saving.opened(review).typed.copy()
        mine.set("title", "Child J")
        saved = save(review, jo, mine, opened_at=1)
        assert saved.conflicts == ["title"]
        assert (saved.typed.get("title"), saved.theirs.get("title")) == ("Child J", "Child R")
        assert saving.opened(review).typed.get("title") == "Child R"
        again = save(review, jo, saved.typed, opened_at=saved.number)
        assert again.is_changed
        assert saving.opened(review).typed.get("title") == "Child J"

    def test_a_correction_that_somebody_else_has_begun(self, jo, ravi):
        review = make_review(title="Child B")
        page = typed(review)
        save(review, ravi, typed(review, headline="A boy of four"))
        page.set("title", "Child C")
        saved = save(review, jo, page, opened_at=0)
        assert saved.merged_with == ravi
        assert saving.opened(review).typed.get("headline") == "A boy of four"


class TestRevisions:
    def test_each_save_is_kept(self, terms, jo):
        review = saving.begin(by=jo)
        for title in ("One", "Two"):
            save(review, jo, typed(review, title=title), sitting="a")
        found = Revision.objects.filter(review=review).values_list("number", "by__username")
        assert list(found) == [(1, "jo"), (2, "jo"), (3, "jo")]

    def test_what_the_page_saves_by_itself_is_one_revision_of_a_sitting(self, terms, jo, ravi):
        review = saving.begin(by=jo)
        for title in ("O", "On", "One"):
            save(review, jo, typed(review, title=title), sitting="a", is_automatic=True)
        assert [r.number for r in Revision.objects.filter(review=review)] == [1, 4]
        save(review, jo, typed(review, title="One."), sitting="a")
        save(review, jo, typed(review, title="Two"), sitting="a", is_automatic=True)
        save(review, ravi, typed(review, title="Three"), sitting="b", is_automatic=True)
        assert [r.number for r in Revision.objects.filter(review=review)] == [1, 5, 6, 7]


class TestRoundTrip:
    def test_a_review_read_and_typed_again_is_the_same_record(self):
        review = make_review(
            title="Child B",
            published="2023-04-19",
            incident="2016-09/2018-03",
            children=[{"age": "P4Y8M", "age_text": "4-year-old", "sex": "boy"}, {"age": "P0Y"}],
            themes=["neglect"],
            learning=[{"text": "Ask.", "themes": ["neglect"], "agencies": ["police"]}],
            recommendations=[{"text": "Agree.", "addressed_to": ["police"]}],
            documents=[{"url": "https://example.org/a.pdf"}],
            partnership="Northmere Safeguarding Children Partnership",
        )
        whole = Review.objects.for_page().get(pk=review.pk)
        form = EditForm(whole, Typed.of_review(whole), current())
        assert form.mistakes == []
        record = form.record
        assert record.published.iso == "2023-04-19"
        assert record.incident.iso == "2016-09/2018-03"
        assert [child.age.iso for child in record.children] == ["P4Y8M", "P0Y"]
        assert record.children[0].sex == "boy"
        assert record.learning[0].agencies == ("police",)
        assert record.recommendations[0].agencies == ("police",)
        assert record.partnership == "northmere-safeguarding-children-partnership"
        assert record.documents[0].url == "https://example.org/a.pdf"


class TestVocabulary:
    def test_a_new_kind_of_document_can_be_chosen_at_once(self, terms):
        from reviews import publishing
        from reviews.models import DocumentKind

        assert "letter" not in dict(current().document_kinds)
        publishing.save_term(term=DocumentKind(slug="letter", label="Letter", definition="One."))
        assert dict(current().document_kinds)["letter"] == "Letter"

    def test_what_takes_long_is_kept_while_no_term_changes(self, terms):
        make_review(themes=["neglect"])
        first = current().index
        make_review(themes=["neglect"])
        assert current().index is first
