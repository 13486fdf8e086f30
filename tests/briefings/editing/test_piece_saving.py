"""What is typed of a briefing: kept valid or not, merged, and read as a record."""

import pytest
from django.utils import timezone

from briefings.choices import Kind, State, Verb
from briefings.content import Author, Contact, Figure, Question, Report, Resource
from briefings.editing import saving
from briefings.editing.edit_form import EditForm
from briefings.editing.releasing import COPIES
from briefings.models import Edition, Piece, Revision, Step
from briefings.records import Cited, read
from briefings.records import write as write_rows
from reviews import publishing
from reviews.dates import PartialDate
from reviews.editing.vocabulary import vocabulary
from reviews.models import Agency, Theme
from tests.accounts.people import make_account
from tests.factories import make_review, make_term
from tests.piece_drafts import publish
from tests.pieces import make_edition

TYPED = {
    "title": "Police and children",
    "slug": "police",
    "standfirst": "What reviews say of the police.",
    "published": "May 2026",
    "themes_typed": "neglect",
    "sections": ["n1", "n2"],
    "sections-n1-heading": "Key issues",
    "sections-n1-kind": "issues",
    "sections-n2-heading": "Learning",
    "sections-n2-kind": "learning",
    "sections-n2-agencies_typed": "Police",
    "statements": ["n1", "n2", "n3"],
    "statements-n1-section": "n2",
    "statements-n1-text": "Ask who lives in the home.",
    "statements-n2-section": "n1",
    "statements-n2-text": "Nobody asked.",
    "statements-n2-reason": "The sources of the figures say so.",
    "statements-n3-section": "n2",
    "questions": ["n1"],
    "questions-n1-audience": "managers",
    "questions-n1-text": "Who asks?",
    "resources": ["n1"],
    "resources-n1-kind": "report",
    "resources-n1-title": "A report",
    "contacts": ["n1"],
    "contacts-n1-name": "The helpline",
    "figures": ["n1"],
    "figures-n1-value": "485",
    "figures-n1-number": "1,485.5",
    "figures-n1-counts": "children",
    "figures-n1-period": "April 2023 to March 2024",
    "report_title": "The annual report",
    "report_published": "2024",
    "author_name": "A. Chair",
}


@pytest.fixture
def editor(db):
    make_term(Theme, "neglect")
    make_term(Agency, "police", label="Police")
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def other(db):
    return make_account("vaughan@example.org", "editor")


@pytest.fixture
def draft(editor):
    return saving.begin(kind=Kind.BRIEFING, title="Police", by=editor)


def write(edition, by, opened_at=None, **texts):
    now = saving.opened(edition)
    typed = now.typed.copy()
    for name, text in texts.items():
        typed.set(name, *([text] if isinstance(text, str) else text))
    number = now.number if opened_at is None else opened_at
    return saving.save(
        edition=edition, typed=typed, opened_at=number, by=by, vocabulary=vocabulary()
    )


def form_of(edition):
    edition = Edition.objects.select_related("piece").get(pk=edition.pk)
    return EditForm(edition, saving.opened(edition).typed, vocabulary())


class TestBeginning:
    def test_makes_a_draft_with_an_address_and_its_history(self, draft, editor):
        assert (draft.state, draft.title, draft.piece.slug) == (State.DRAFT, "Police", "police")
        step = Step.objects.get(edition=draft)
        assert (step.verb, step.by) == (Verb.BEGUN, editor)
        now = saving.opened(draft)
        assert (now.typed.get("title"), now.typed.get("slug"), now.number) == (
            "Police",
            "police",
            1,
        )

    def test_an_address_that_is_taken_gets_a_number(self, draft, editor):
        second = saving.begin(kind=Kind.BRIEFING, title="Police", by=editor)
        third = saving.begin(kind=Kind.BRIEFING, title="Police", by=editor)
        assert (second.piece.slug, third.piece.slug) == ("police-2", "police-3")

    def test_an_article_may_have_the_address_of_a_briefing(self, draft, editor):
        article = saving.begin(kind=Kind.ARTICLE, title="Police", by=editor)
        assert article.piece.slug == "police"

    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("", "untitled"),
            ("Кириллица", "untitled"),
            ("A_b c", "a-b-c"),
            ("x" * 300, "x" * 80),
            ("a" * 79 + " b", "a" * 79),
        ],
    )
    def test_any_title_makes_an_address(self, editor, title, slug):
        edition = saving.begin(kind=Kind.BRIEFING, title=title, by=editor)
        assert edition.piece.slug == slug
        assert saving.opened(edition).typed.get("title") == title

    def test_a_long_address_that_is_taken_stays_short_enough(self, editor):
        for _ in range(2):
            edition = saving.begin(kind=Kind.BRIEFING, title="x" * 90, by=editor)
        assert edition.piece.slug == "x" * 78 + "-2"


class TestTheRecord:
    def test_has_all_that_is_typed(self, draft, editor):
        write(draft, editor, **TYPED)
        form = form_of(draft)
        record, content = form.record, form.record.content
        assert form.mistakes == []
        assert (record.title, record.published) == ("Police and children", PartialDate("2026-05"))
        assert record.themes == (Theme.objects.get().pk,)
        assert [one.heading for one in content.sections] == ["Key issues", "Learning"]
        assert content.sections[1].agencies == ("police",)
        assert [one.id for one in content.statements] == ["n2", "n1", "n3"]
        assert content.questions == (Question("managers", "Who asks?"),)
        assert content.resources == (Resource("report", "A report"),)
        assert content.contacts == (Contact("The helpline"),)
        period = PartialDate.parse("2023-04/2024-03")
        assert content.figures == (Figure("485", "children", 1485.5, period=period),)
        assert content.report == Report("The annual report", published=PartialDate("2024"))
        assert content.author == Author("A. Chair")

    def test_comes_back_from_the_rows_as_it_went_in(self, draft, editor):
        write(draft, editor, **TYPED)
        record = form_of(draft).record
        edition = make_edition(title="x")
        write_rows(edition, record)
        assert read(Edition.objects.get(pk=edition.pk)) == record
        again = form_of(edition)
        assert again.record == record

    def test_cites_points_and_reviews_by_their_keys(self, draft, editor):
        review = make_review(learning=["Ask."])
        point = review.points.get()
        cites = [f"p{point.pk}", f"r{review.pk}", "p999999", "x"]
        write(draft, editor, **TYPED, **{"statements-n1-evidence": cites, "pinned": cites[1:3]})
        record = form_of(draft).record
        assert record.evidence == {"n1": (Cited(review.pk, point.pk), Cited(review.pk))}
        assert record.pinned == (review.pk,)

    def test_a_reason_counts_only_without_evidence(self, draft, editor):
        review = make_review()
        write(draft, editor, **TYPED)
        assert form_of(draft).record.content.statements[0].reason
        write(draft, editor, **{"statements-n2-evidence": f"r{review.pk}"})
        assert form_of(draft).record.content.statements[0].reason == ""
        assert saving.opened(draft).typed.get("statements-n2-reason")

    def test_what_can_not_be_read_is_said_and_left_out(self, draft, editor):
        bad = {
            "published": "soonish",
            "slug": "Not an address",
            "themes_typed": "ngelect",
            "questions-n1-audience": "everybody",
            "resources-n1-kind": "",
            "figures-n1-number": "many",
            "statements-n3-section": "n9",
            "related": ["12345", "x"],
        }
        write(draft, editor, **{**TYPED, **bad})
        form = form_of(draft)
        assert [one.field for one in form.mistakes] == [
            "id_slug",
            "id_published",
            "id_themes_typed",
            "id_statements-n3-section",
            "id_questions-n1-audience",
            "id_resources-n1-kind",
            "id_figures-n1-number",
        ]
        assert form.record.published is None
        assert form.record.related == ()
        assert form.record.content.questions == (Question("", "Who asks?"),)
        assert [one.id for one in form.record.content.statements] == ["n2", "n1"]
        assert saving.opened(draft).typed.get("statements-n3-section") == "n9"

    def test_what_a_withdrawn_review_supports_stays_cited(self, draft, editor):
        review = make_review()
        write(draft, editor, **TYPED, **{"statements-n1-evidence": f"r{review.pk}"})
        publishing.withdraw(review=review, by=None)
        assert form_of(draft).record.evidence == {"n1": (Cited(review.pk),)}

    def test_is_read_with_the_same_number_of_statements_whatever_it_has(
        self, draft, editor, django_assert_max_num_queries
    ):
        review = make_review(learning=[f"Ask {n}." for n in range(20)])
        tokens = [f"p{pk}" for pk in review.points.values_list("pk", flat=True)]
        write(draft, editor, **TYPED, **{"statements-n1-evidence": [*tokens, f"r{review.pk}"]})
        form = form_of(draft)
        with django_assert_max_num_queries(4):
            assert len(form.record.evidence["n1"]) == 21
            assert form.mistakes == []


class TestSaving:
    def test_names_the_draft_and_its_address(self, draft, editor):
        write(draft, editor, **TYPED)
        edition = Edition.objects.select_related("piece").get(pk=draft.pk)
        assert (edition.title, edition.piece.slug) == ("Police and children", "police")
        write(draft, editor, title="", slug="the-police")
        edition = Edition.objects.select_related("piece").get(pk=draft.pk)
        assert (edition.title, edition.piece.slug) == ("Untitled", "the-police")

    def test_an_address_that_another_has_is_kept_as_typed_and_said(self, draft, editor):
        saving.begin(kind=Kind.BRIEFING, title="Taken", by=editor)
        write(draft, editor, slug="taken")
        assert Piece.objects.get(pk=draft.piece_id).slug == "police"
        assert saving.opened(draft).typed.get("slug") == "taken"
        assert [one.field for one in form_of(draft).mistakes] == ["id_slug"]

    def test_a_published_address_stays(self, editor):
        edition = make_edition(slug="police")
        write(edition, editor, slug="other", title="Another title")
        edition.refresh_from_db()
        assert (edition.piece.slug, edition.title) == ("police", "When a parent is unwell")
        assert form_of(edition).mistakes == []

    def test_statements_stand_in_the_order_of_their_sections(self, draft, editor):
        write(draft, editor, **TYPED)
        assert saving.opened(draft).typed.rows("statements") == ["n2", "n1", "n3"]

    def test_nothing_changed_is_no_save(self, draft, editor):
        write(draft, editor, **TYPED)
        before = Revision.objects.count()
        assert not write(draft, editor).is_changed
        assert Revision.objects.count() == before

    def test_what_is_no_longer_what_was_offered_is_not_offered(self, draft, editor):
        copy = saving.opened(draft).copy
        copy.offered_at, copy.offered_by = timezone.now(), editor
        copy.save()
        write(draft, editor, title="Other")
        copy = saving.opened(draft).copy
        assert (copy.offered_at, copy.offered_by) == (None, None)

    def test_new_rows_take_no_key_that_is_still_named(self, draft, editor):
        write(draft, editor, **TYPED)
        typed = saving.opened(draft).typed.copy()
        typed.remove_row("sections", "n2")
        assert typed.add_row("sections") == "n3"
        typed.set("refused", "n7:p1")
        assert typed.copy().add_row("statements") == "n8"
        typed.set("refused")
        assert typed.add_row("statements") == "n4"


class TestKeysOfStatements:
    """Once given, a key names no other statement: what was refused for one is not for another."""

    @pytest.fixture
    def draft(self, draft, editor):
        write(draft, editor, **TYPED, refused=["n3:p1"])
        return draft

    def without(self, edition, by, *keys):
        typed = saving.opened(edition).typed.copy()
        for key in keys:
            typed.remove_row("statements", key)
        write_typed(edition, by, saving.opened(edition).number, typed)

    def next_key(self, edition):
        return saving.opened(edition).typed.copy().add_row("statements", section="n1")

    def test_one_that_was_removed_leaves_its_key_to_nobody(self, draft, editor):
        self.without(draft, editor, "n3")
        assert self.next_key(draft) == "n4"

    def test_nor_where_nothing_was_refused_for_it(self, draft, editor):
        write(draft, editor, refused=[])
        self.without(draft, editor, "n3", "n2")
        write(draft, editor, title="Another save")
        assert self.next_key(draft) == "n4"

    def test_nor_once_an_earlier_save_is_brought_back(self, draft, editor):
        earlier = saving.opened(draft).typed.copy()
        write(draft, editor, statements=["n1", "n2", "n3", "n4"], **{"statements-n4-section": "n1"})
        write_typed(draft, editor, saving.opened(draft).number, earlier)
        assert self.next_key(draft) == "n5"

    def test_it_has_its_key_again_when_it_comes_back(self, draft, editor):
        before = saving.opened(draft).typed.copy()
        self.without(draft, editor, "n3")
        typed = saving.opened(draft).typed.copy()
        assert saving.STORE.put_back(draft, typed, "statements", "n3")
        write_typed(draft, editor, saving.opened(draft).number, typed)
        assert saving.opened(draft).typed == before

    def test_nor_in_a_later_correction(self, editor):
        edition = publish(editor)
        write(edition, editor, statements=["n1", "n2"], **{"statements-n2-section": "n1"})
        COPIES.discard(edition, by=editor)
        assert saving.opened(edition).typed.rows("statements") == ["n1"]
        assert self.next_key(edition) == "n3"
        write(edition, editor, title="A second correction")
        assert self.next_key(edition) == "n3"

    def test_two_who_add_one_get_keys_that_nobody_had(self, draft, editor, other):
        self.without(draft, editor, "n3")
        base = saving.opened(draft)
        theirs, mine = base.typed.copy(), base.typed.copy()
        theirs.append_row("statements", "n4", section="n1", text="Theirs.")
        theirs.set("refused", *theirs.all("refused"), "n9:p2")
        mine.append_row("statements", "n4", section="n1", text="Mine.")
        write_typed(draft, other, base.number, theirs)
        write_typed(draft, editor, base.number, mine)
        now = saving.opened(draft).typed
        found = {now.get(f"statements-{key}-text"): key for key in now.rows("statements")}
        assert (found["Theirs."], found["Mine."]) == ("n4", "n10")

    def test_nothing_is_kept_where_nothing_is_gone(self, draft):
        assert saving.opened(draft).typed.all("made") == []


class TestTogether:
    def test_two_who_change_different_things_are_merged(self, draft, editor, other):
        number = write(draft, editor, **TYPED).number
        write(draft, other, standfirst="Theirs")
        saved = write_from(draft, editor, number, {"title": "Mine"})
        assert saved.merged_with == other
        typed = saving.opened(draft).typed
        assert (typed.get("title"), typed.get("standfirst")) == ("Mine", "Theirs")

    def test_the_same_statement_is_a_conflict_and_nothing_is_lost(self, draft, editor, other):
        number = write(draft, editor, **TYPED).number
        write(draft, other, **{"statements-n1-text": "Theirs."})
        saved = write_from(draft, editor, number, {"statements-n1-text": "Mine."})
        assert saved.conflicts == ["statements-n1-text"]
        assert saved.typed.get("statements-n1-text") == "Mine."
        assert saved.theirs.get("statements-n1-text") == "Theirs."
        assert saving.opened(draft).typed.get("statements-n1-text") == "Theirs."

    def test_citations_of_both_come_together(self, draft, editor, other):
        number = write(draft, editor, **TYPED, **{"statements-n1-evidence": ["p1"]}).number
        write(draft, other, **{"statements-n1-evidence": ["p1", "p2"]})
        write_from(draft, editor, number, {"statements-n1-evidence": ["p1", "p3"]})
        cited = saving.opened(draft).typed.all("statements-n1-evidence")
        assert set(cited) == {"p1", "p2", "p3"}

    def test_a_statement_added_to_a_section_that_was_removed_stays(self, draft, editor, other):
        number = write(draft, editor, **TYPED).number
        base = saving.opened(draft).typed.copy()
        without = base.copy()
        without.remove_row("sections", "n2")
        write_typed(draft, other, saving.opened(draft).number, without)
        mine = base.copy()
        mine.add_row("statements", after="n3", section="n2", text="New.")
        assert write_typed(draft, editor, number, mine).conflicts == []
        typed = saving.opened(draft).typed
        assert typed.rows("sections") == ["n1"]
        assert typed.get("statements-n4-text") == "New."
        assert [one.field for one in form_of(draft).mistakes] == [
            f"id_statements-{key}-section" for key in ("n1", "n3", "n4")
        ]


def write_from(edition, by, number, texts):
    """What a page that was opened at a number sends."""
    base = saving.STORE.revisions_of(edition).get(number=number)
    typed = saving.STORE.typed(base.typed)
    for name, text in texts.items():
        typed.set(name, *([text] if isinstance(text, str) else text))
    return write_typed(edition, by, number, typed)


def write_typed(edition, by, number, typed):
    return saving.save(
        edition=edition, typed=typed, opened_at=number, by=by, vocabulary=vocabulary()
    )
