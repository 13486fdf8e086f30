"""Publishing, correcting, withdrawing, restoring; saving and deleting terms."""

import threading
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from reviews import publishing
from reviews.catalogue import collection_version
from reviews.choices import State, Verb
from reviews.codes import Facet, facet_of, value_of
from reviews.models import (
    AgeBand,
    Agency,
    AuditEntry,
    DocumentKind,
    Entry,
    Harm,
    Outcome,
    Partnership,
    Review,
    ReviewType,
    Theme,
)
from reviews.publishing import WrongState
from tests import pages
from tests.factories import make_partnership, make_review, make_term
from tests.random_reviews import make_bands

pytestmark = pytest.mark.django_db

ALLOWED = {
    "publish": State.DRAFT,
    "correct": State.PUBLISHED,
    "withdraw": State.PUBLISHED,
    "restore": State.WITHDRAWN,
}


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_user("editor")


def stored(review):
    return Review.objects.get(pk=review.pk)


def steps(review):
    return list(review.history.values_list("verb", "by__username", "note"))


class TestVerbs:
    def test_publish(self, editor):
        review = make_review(state="draft")
        publishing.publish(review=review, by=editor, note="Checked twice.")
        assert stored(review).is_published
        assert stored(review).released_by == editor
        assert stored(review).released_at
        assert stored(review).withdrawn_at is None
        assert steps(review) == [(Verb.PUBLISHED, "editor", "Checked twice.")]
        assert Entry.objects.get(pk=review.pk).listed

    def test_correct(self, editor):
        review = make_review(title="Child A")
        released = stored(review).released_at
        review.title = "Child B"
        review.save()
        publishing.correct(review=review, by=editor, note="A wrong letter.")
        assert stored(review).corrected_by == editor
        assert stored(review).corrected_at > stored(review).released_at == released
        assert steps(review)[1:] == [(Verb.CORRECTED, "editor", "A wrong letter.")]
        assert Entry.objects.get(pk=review.pk).title_key == "child b"

    def test_withdraw(self, editor):
        review = make_review()
        publishing.withdraw(review=review, by=editor, note="Asked for by the family.")
        assert stored(review).state == State.WITHDRAWN
        assert stored(review).withdrawn_by == editor
        assert stored(review).withdrawn_at > stored(review).released_at
        assert steps(review)[1:] == [(Verb.WITHDRAWN, "editor", "Asked for by the family.")]
        entry = Entry.objects.get(pk=review.pk)
        assert (entry.listed, entry.codes, entry.search, entry.title_key) == (False, [], None, "")
        assert (entry.incident_earliest, entry.incident_latest) == (None, None)

    def test_restore(self, editor):
        review = make_review(incident="2020-12", themes=["neglect"])
        before = Entry.objects.get(pk=review.pk)
        publishing.withdraw(review=review, by=None)
        publishing.restore(review=review, by=editor)
        assert stored(review).is_published
        assert (stored(review).withdrawn_at, stored(review).withdrawn_by) == (None, None)
        verbs = [verb for verb, _, _ in steps(review)]
        assert verbs == [Verb.PUBLISHED, Verb.WITHDRAWN, Verb.RESTORED]
        after = Entry.objects.get(pk=review.pk)
        assert after.version > before.version
        assert (after.codes, after.search) == (before.codes, before.search)

    @pytest.mark.parametrize("verb", ALLOWED)
    @pytest.mark.parametrize("state", State)
    def test_only_from_the_right_state(self, verb, state):
        review = make_review(state=state)
        before, version = stored(review), collection_version()
        history = review.history.count()
        if ALLOWED[verb] == state:
            getattr(publishing, verb)(review=review, by=None)
            assert collection_version() > version
            return
        with pytest.raises(WrongState, match=f"{review.reference} is {state.label.lower()}"):
            getattr(publishing, verb)(review=review, by=None)
        assert collection_version() == version
        assert review.history.count() == history
        for field in Review._meta.concrete_fields:
            name = field.attname
            assert getattr(stored(review), name) == getattr(before, name), name

    def test_the_state_is_read_anew(self):
        review = make_review(state="draft")
        stale = stored(review)
        publishing.publish(review=review, by=None)
        with pytest.raises(WrongState):
            publishing.publish(review=stale, by=None)

    def test_by_is_named(self):
        with pytest.raises(TypeError):
            publishing.publish(make_review(state="draft"))

    @pytest.mark.parametrize("verb", ["publish", "correct", "withdraw", "restore"])
    def test_all_or_nothing(self, verb):
        """A step that fails at its last statement leaves neither state nor audit row."""
        review = make_review(state=ALLOWED[verb])
        before, history = stored(review), review.history.count()
        version, entry = collection_version(), Entry.objects.filter(pk=review.pk).values().first()
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'integrity_constraint_violation';"
                " END $$; CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON reviews_entry"
                " FOR EACH ROW EXECUTE FUNCTION fail()"
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            getattr(publishing, verb)(review=review, by=None)
        assert stored(review).state == before.state
        assert stored(review).corrected_at == before.corrected_at
        assert review.history.count() == history
        assert collection_version() == version
        assert Entry.objects.filter(pk=review.pk).values().first() == entry


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_publish_at_once_publish_once():
    review = make_review(state="draft")
    start, outcomes = threading.Barrier(2), []

    def publish():
        mine = stored(review)
        start.wait(10)
        try:
            publishing.publish(review=mine, by=None)
            outcomes.append("published")
        except WrongState:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=publish) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["published", "refused"]
    assert review.history.count() == 1


class TestEntries:
    def codes(self, review):
        codes = Entry.objects.get(pk=review.pk).codes
        assert len(codes) == len(set(codes))
        return {facet: {c for c in codes if facet_of(c) is facet} for facet in Facet}

    def test_a_draft_has_none(self):
        assert not Entry.objects.filter(pk=make_review(state="draft").pk).exists()

    def test_everything_a_review_has(self):
        make_bands()
        review = make_review(
            harms=["drowning", "filicide"],
            themes=["neglect"],
            agencies=["police"],
            children=[{"age": "P4Y", "sex": "boy"}, {"age": "P3Y/P7Y", "sex": "girl"}],
            learning=[{"text": "One.", "themes": ["supervision", "neglect"], "agencies": []}],
            recommendations=[{"text": "Two.", "addressed_to": ["housing", "police"]}],
            documents=[{"url": "https://example.org/a"}],
            partnership="Northmere Board",
        )
        sizes = {facet: len(codes) for facet, codes in self.codes(review).items()}
        assert sizes == {
            Facet.THEME: 2,
            Facet.AGENCY: 2,
            Facet.HARM: 2,
            Facet.OUTCOME: 1,
            Facet.AGE: 2,
            Facet.SEX: 2,
            Facet.TYPE: 1,
            Facet.NATION: 1,
            Facet.PARTNERSHIP: 1,
            Facet.YEAR: 1,
            Facet.REPORT: 1,
            Facet.MONTH: 1,
            Facet.ILLUSTRATIVE: 0,
            Facet.KIND: 0,  # points have it
        }

    def test_the_least_a_review_can_have(self):
        make_bands()
        review = make_review(children=[], illustrative=True, nation="not-recorded")
        found = {facet for facet, codes in self.codes(review).items() if codes}
        none = {Facet.THEME, Facet.AGENCY, Facet.HARM, Facet.REPORT, Facet.KIND}
        assert found == set(Facet) - none

    def test_every_entry_bears_the_version_of_its_change(self):
        first, second = make_review(), make_review()
        assert Entry.objects.get(pk=second.pk).version == collection_version()
        publishing.correct(review=first, by=None)
        assert Entry.objects.get(pk=first.pk).version == collection_version()
        assert Entry.objects.get(pk=second.pk).version < collection_version()
        assert first.history.last().version == collection_version()


class TestHistory:
    def test_rows_are_never_changed(self):
        make_review()
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            AuditEntry.objects.update(note="Something else.")

    def test_who_did_something_cannot_be_deleted(self, editor):
        publishing.publish(review=make_review(state="draft"), by=editor)
        with pytest.raises(models.ProtectedError):
            editor.delete()


class TestTerms:
    def test_only_the_entries_that_have_it_change(self):
        one, other = make_review(themes=["neglect"]), make_review(themes=["supervision"])
        theme = Theme.objects.get(slug="neglect")
        theme.label = "Neglect of needs"
        publishing.save_term(term=theme)
        assert Entry.objects.get(pk=one.pk).version == collection_version()
        assert Entry.objects.get(pk=other.pk).version < collection_version()

    def test_a_term_may_not_be_merged_into_a_merged_one(self):
        one, two, three = (make_term(Theme, slug) for slug in ("one", "two", "three"))
        two.merged_into = three
        publishing.save_term(term=two)
        version = collection_version()
        one.merged_into = two
        with pytest.raises(Exception, match="not merged itself"):
            publishing.save_term(term=one)
        three.merged_into = make_term(Theme, "four")
        with pytest.raises(Exception, match="Other terms are merged"):
            publishing.save_term(term=three)
        assert collection_version() == version

    @pytest.mark.parametrize(
        ("model", "use"),
        [
            (Theme, lambda term: {"themes": [term]}),
            (Theme, lambda term: {"learning": [{"text": "One.", "themes": [term]}]}),
            (Agency, lambda term: {"agencies": [term]}),
            (Agency, lambda term: {"recommendations": [{"text": "1.", "addressed_to": [term]}]}),
            (Harm, lambda term: {"harms": [term]}),
            (Outcome, lambda term: {"outcome": term}),
            (ReviewType, lambda term: {"type": term}),
            (DocumentKind, lambda term: {"documents": [{"kind": term}]}),
        ],
    )
    @pytest.mark.parametrize("state", ["draft", "published", "withdrawn"])
    def test_one_that_a_review_uses_cannot_be_deleted(self, model, use, state):
        term = make_term(model, "in-use")
        review = make_review(state=state, **use(term))
        codes = Entry.objects.filter(pk=review.pk).values_list("codes", flat=True).first()
        with pytest.raises(models.ProtectedError):
            publishing.delete_term(term=term)
        assert model.objects.filter(slug="in-use").exists()
        assert Entry.objects.filter(pk=review.pk).values_list("codes", flat=True).first() == codes

    def test_a_partnership_that_a_review_names_cannot_be_deleted(self):
        review = make_review(partnership="Northmere Board")
        with pytest.raises(models.ProtectedError):
            publishing.delete_term(term=review.partnership)
        publishing.delete_term(term=make_partnership("Southmere Board"))
        assert list(Partnership.objects.values_list("slug", flat=True)) == [
            "anonymous",
            "northmere-board",
        ]

    def test_one_that_others_were_merged_into_cannot_be_deleted(self):
        new = make_term(Theme, "new")
        make_term(Theme, "old", merged_into=new)
        with pytest.raises(models.ProtectedError):
            publishing.delete_term(term=new)

    def test_one_that_nothing_uses_is_gone(self):
        make_bands()
        make_review()
        publishing.delete_term(term=make_term(Theme, "unused"))
        publishing.delete_term(term=AgeBand.objects.get(slug="16-17"))
        assert not Theme.objects.filter(slug="unused").exists()


class TestAgeBands:
    """A band's reviews are those of children of its ages as soon as it is saved."""

    def ages(self, review):
        """The bands that search by age finds the review in."""
        codes = Entry.objects.get(pk=review.pk).codes
        keys = [value_of(c) for c in codes if facet_of(c) is Facet.AGE]
        return set(AgeBand.objects.filter(pk__in=keys).values_list("slug", flat=True))

    def of_age(self, age):
        return make_review(children=[{"age": age}] if age else [])

    def test_years_that_change_take_reviews_in_and_let_others_go(self):
        make_bands()
        two, five, six, ten = (self.of_age(age) for age in ("P2Y", "P5Y", "P6Y", "P10Y"))
        draft = make_review(children=[{"age": "P6Y"}], state="draft")
        withdrawn = make_review(children=[{"age": "P6Y"}], state="withdrawn")
        version = collection_version()
        band = AgeBand.objects.get(slug="1-5")
        band.min_years, band.max_years = 3, 6
        publishing.save_term(term=band)
        assert [self.ages(review) for review in (two, five, six, ten)] == [
            set(),
            {"1-5"},
            {"1-5", "6-10"},
            {"6-10"},
        ]
        assert Entry.objects.get(pk=ten.pk).version <= version
        assert not Entry.objects.filter(pk=draft.pk).exists()
        assert Entry.objects.get(pk=withdrawn.pk).codes == []

    def test_a_new_band_has_its_reviews_at_once(self, client):
        make_bands()
        self.of_age("P3Y"), self.of_age("P3Y/P7Y"), self.of_age("P12Y")
        band = AgeBand(slug="3-4", label="3 to 4", definition="D.", min_years=3, max_years=4)
        publishing.save_term(term=band)
        assert pages.heading(client.get("/reviews/?age=3-4")) == "2 reviews"
        call_command("check_catalogue", stdout=StringIO())

    def test_one_that_is_merged_moves_them_and_one_that_is_parted_takes_them_back(self):
        make_bands()
        review = self.of_age("P3Y")
        band = AgeBand.objects.get(slug="1-5")
        band.merged_into = AgeBand.objects.get(slug="6-10")
        publishing.save_term(term=band)
        assert self.ages(review) == {"6-10"}
        band.merged_into = None
        publishing.save_term(term=band)
        assert self.ages(review) == {"1-5"}

    def test_unborn_and_not_stated_are_bands_too(self):
        unborn, unknown = self.of_age("unborn"), self.of_age(None)
        make_bands()
        for slug in ("unborn", "not-stated"):
            publishing.save_term(term=AgeBand.objects.get(slug=slug))
        assert (self.ages(unborn), self.ages(unknown)) == ({"unborn"}, {"not-stated"})


class TestAdmin:
    """Django's admin goes through the same verbs."""

    def address(self, term, page):
        return f"/admin/reviews/{term._meta.model_name}/{term.pk}/{page}/"

    def test_a_new_label_is_public_at_once(self, admin_client, client):
        make_review(themes=["neglect"])
        assert b"Neglect of needs" not in client.get("/reviews/").content
        theme = Theme.objects.get(slug="neglect")
        form = {"slug": theme.slug, "label": "Neglect of needs", "definition": "D.", "order": 0}
        assert admin_client.post(self.address(theme, "change"), form).status_code == 302
        assert b"Neglect of needs" in client.get("/reviews/").content

    def test_a_term_in_use_cannot_be_deleted(self, admin_client):
        make_review(themes=["neglect"])
        used, unused = make_term(Theme, "neglect"), make_term(Theme, "unused")
        answers = [
            admin_client.post(self.address(term, "delete"), {"post": "yes"}).status_code
            for term in (used, unused)
        ]
        assert answers == [403, 302]
        assert list(Theme.objects.all()) == [used]

    def test_many_cannot_be_deleted_at_once(self, admin_client):
        make_review(themes=["neglect"])
        term = make_term(Theme, "neglect")
        form = {"action": "delete_selected", "_selected_action": [term.pk], "post": "yes"}
        admin_client.post("/admin/reviews/theme/", form)
        assert Theme.objects.filter(pk=term.pk).exists()

    def test_anonymous_stays_as_it_is(self, admin_client):
        anonymous = Partnership.objects.get(pk=Partnership.ANONYMOUS)
        for page in ("change", "delete"):
            answer = admin_client.post(self.address(anonymous, page), {"name": "X", "post": "yes"})
            assert answer.status_code == 403
        assert Partnership.objects.get(pk=Partnership.ANONYMOUS).name == "Anonymous"
