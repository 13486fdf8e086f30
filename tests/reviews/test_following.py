"""How a process follows the collection: by deltas, at once, and never what was rolled back."""

import threading
import time
from random import Random

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import entries, publishing
from reviews.catalogue import Catalogue, catalogue, collection_version
from reviews.codes import Facet
from reviews.dates import PartialDate
from reviews.models import Collection, Entry, Partnership, Review, Theme
from tests import random_reviews
from tests.factories import make_partnership, make_review, make_term
from tests.other_process import OtherProcess
from tests.random_reviews import make_bands, make_random_reviews

COMMITTED = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def anew():
    """What a process that starts now reads."""
    return Catalogue().current()


def differences(one, other):
    """The parts in which two snapshots differ."""
    return [name for name in vars(one) if getattr(one, name) != getattr(other, name)]


def reviews_in(state):
    return list(Review.objects.filter(state=state).order_by("pk"))


class Changes:
    """The steps that change the public collection, each on something chosen at random."""

    def __init__(self, seed):
        self.random = Random(seed)

    def publish(self):
        self._do(publishing.publish, "draft")

    def publish_new(self):
        make_review(title=self.random.choice("XYZ"), added="2024-01", themes=["neglect"])

    def withdraw(self):
        self._do(publishing.withdraw, "published")

    def restore(self):
        self._do(publishing.restore, "withdrawn")

    def correct(self):
        review = self.random.choice(reviews_in("published"))
        date = self.random.choice(random_reviews.INCIDENTS)
        review.incident = date and PartialDate(date)
        review.added = PartialDate(f"20{self.random.randint(10, 24)}-0{self.random.randint(1, 9)}")
        review.title = self.random.choice(["Child A", "Zoë", "baby"])
        review.anonymous, review.partnership = self.random.random() < 0.5, None
        review.save()
        review.themes.set(random_reviews.some(self.random, list(Theme.objects.all())))
        review.children.all().delete()
        publishing.correct(review=review, by=None)

    def rename_term(self):
        self._save(self._theme(), label=f"Name {self.random.random()}")

    def rename_slug(self):
        self._save(self._theme(), slug=f"slug-{self.random.randrange(10**6)}")

    def reorder(self):
        self._save(self._theme(), order=self.random.randrange(100))

    def merge(self):
        one, other = self.random.sample(list(Theme.objects.filter(merged_into=None)), 2)
        if not one.merged.exists():
            self._save(one, merged_into=other)

    def unmerge(self):
        merged = list(Theme.objects.exclude(merged_into=None))
        if merged:
            self._save(self.random.choice(merged), merged_into=None)

    def rename_partnership(self):
        partnership = self.random.choice(Partnership.objects.exclude(pk=Partnership.ANONYMOUS))
        self._save(partnership, name=f"Board {self.random.random()}", aliases=[])

    def reindex(self):
        entries.write_all(entries.raise_version())

    def _theme(self):
        return self.random.choice(Theme.objects.all())

    def _save(self, term, **values):
        for name, value in values.items():
            setattr(term, name, value)
        publishing.save_term(term=term)

    def _do(self, verb, state):
        found = reviews_in(state)
        if found:
            verb(review=self.random.choice(found), by=None)


STEPS = sorted(name for name in vars(Changes) if not name.startswith("_"))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_followed_is_what_is_read_anew(seed):
    """After each of any steps, and of several at once; then all of them are rolled back."""
    make_bands()
    make_random_reviews(Random(seed), 80)
    followed, before = Catalogue(), anew()

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6), st.integers(0, 9999))
    def check(steps, seed):
        changes = Changes(seed)
        with transaction.atomic():
            for place, step in enumerate(steps):
                getattr(changes, step)()
                if place % 3 != 1:
                    assert differences(followed.current(), anew()) == []
            assert differences(followed.current(), anew()) == []
            transaction.set_rollback(True)
        assert differences(followed.current(), before) == []

    check()


@pytest.mark.django_db
def test_a_delta_copies_only_what_it_touches():
    make_bands()
    reviews = make_random_reviews(Random(3), 60)
    before = catalogue.current()
    orders = {name: list(order) for name, order in before.orders.items()}
    held = {code: set(ids) for code, ids in before.by_code.items()}
    review = next(review for review in reviews if review.state == "published")
    publishing.withdraw(review=Review.objects.get(pk=review.pk), by=None)
    after = catalogue.current()
    kept = [code for code in after.by_code if after.by_code[code] is before.by_code[code]]
    assert sorted(kept) == sorted(code for code in after.by_code if review.pk not in held[code])
    assert len(kept) > len(held) / 2
    assert review.pk in before.everything  # who still reads the old snapshot is not disturbed
    assert before.orders == orders
    assert {code: set(ids) for code, ids in before.by_code.items()} == held


@pytest.mark.django_db
@pytest.mark.parametrize("behind", [1, 63, 64, 65, 130])
def test_a_process_far_behind_reads_everything_anew(behind):
    make_bands()
    make_random_reviews(Random(4), 60)
    followed = Catalogue()
    first = followed.current()
    make_review()
    for _ in range(behind - 1):
        entries.raise_version()
    after = followed.current()
    assert differences(after, anew()) == []
    assert len(Collection.objects.get().recent) <= entries.KEPT_VERSIONS
    untouched = first.by_code.keys() & after.by_code.keys()
    shared = any(after.by_code[code] is first.by_code[code] for code in untouched)
    assert shared is (behind < entries.KEPT_VERSIONS)


@pytest.mark.django_db
def test_reviews_with_the_same_number_keep_their_places():
    """CR-2023-0001 and CR-2023-00001 are two references with one number."""
    names = ["CR-2023-0001", "CR-2023-00001", "CR-2023-000001"]
    reviews = [make_review(reference=name, title="Child A") for name in names]
    for _ in range(60):
        make_review()
    followed = Catalogue()
    followed.current()
    for review in reviews:
        publishing.withdraw(review=review, by=None)
        assert differences(followed.current(), anew()) == []
    for review in reversed(reviews):
        publishing.restore(review=review, by=None)
        assert differences(followed.current(), anew()) == []


@pytest.mark.django_db
def test_a_publication_that_rolls_back_changes_nothing(client):
    make_review(title="Child A")
    draft = make_review(title="Child B", state="draft")
    before, page = catalogue.current(), client.get("/reviews/").content
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publishing.publish(review=draft, by=None)
        assert draft.pk in catalogue.current().everything
        assert b"Child B" in client.get("/reviews/").content
        raise ZeroDivisionError
    assert differences(catalogue.current(), before) == []
    assert client.get("/reviews/").content == page
    assert not Entry.objects.filter(pk=draft.pk).exists()
    assert not draft.history.exists()


@pytest.mark.django_db
def test_a_version_that_was_rolled_back_is_never_given_again():
    given_out = []
    for _ in range(3):
        with transaction.atomic():
            given_out.append(entries.raise_version())
            transaction.set_rollback(True)
        given_out.append(entries.raise_version())
    assert given_out == sorted(set(given_out))
    assert collection_version() == given_out[-1]
    rolled_back = set(given_out[::2])
    assert not rolled_back & set(Collection.objects.get().recent)


@pytest.mark.django_db
class TestVocabulary:
    """A change of a term or a partnership is on every page at the next request."""

    def test_a_new_name(self, client):
        review = make_review(themes=["neglect"], partnership="Northmere Board")
        assert b"Neglect" in client.get("/reviews/").content
        theme = Theme.objects.get(slug="neglect")
        theme.label = "Neglect of needs"
        publishing.save_term(term=theme)
        for address in ("/", "/reviews/", review.get_absolute_url(), "/reviews/added/2023/05/"):
            assert "Neglect of needs" in client.get(address).content.decode(), address

    def test_a_partnerships_new_name_is_shown_and_found(self, client):
        review = make_review(partnership="Northmere Board")
        client.get("/reviews/")
        partnership = review.partnership
        partnership.name = "Southmere Partnership"
        publishing.save_term(term=partnership)
        for address in ("/reviews/", "/reviews/?q=southmere", review.get_absolute_url()):
            page = client.get(address).content.decode()
            assert "Southmere Partnership" in page, address
            assert "Northmere Board" not in page, address
        page = client.get("/reviews/?q=northmere").content.decode()
        assert "No review has all of the words" in page  # the new name is like it: it comes near

    def test_a_merger_and_its_undoing(self, client):
        one, other = make_review(themes=["old"]), make_review(themes=["new"])
        old, new = make_term(Theme, "old"), make_term(Theme, "new")

        def found(slug):
            page = client.get(f"/reviews/?theme={slug}").content.decode()
            return {pk for pk in (one.pk, other.pk) if Review.objects.get(pk=pk).reference in page}

        assert (found("old"), found("new")) == ({one.pk}, {other.pk})
        old.merged_into = new
        publishing.save_term(term=old)
        assert found("old") == found("new") == {one.pk, other.pk}
        old.merged_into = None
        publishing.save_term(term=old)
        assert (found("old"), found("new")) == ({one.pk}, {other.pk})

    def test_a_new_term_and_one_deleted(self, client):
        make_review()
        assert client.get("/reviews/?theme=brand-new").status_code == 400
        term = Theme(slug="brand-new", label="Brand new", definition="New.")
        publishing.save_term(term=term)
        assert client.get("/reviews/?theme=brand-new").status_code == 200
        publishing.delete_term(term=term)
        assert client.get("/reviews/?theme=brand-new").status_code == 400


@COMMITTED
def test_two_processes_follow_each_other(client):
    first = make_review(title="Child A")
    with OtherProcess() as other:
        assert "1 review<" in other.get("/reviews/")["text"]
        second = make_review(title="Child B")  # committed by this process
        page = other.get("/reviews/")["text"]
        assert "2 reviews<" in page
        assert "Child B" in page
        assert other.get(second.get_absolute_url())["status"] == 200
        other.do("withdraw", first.reference)  # committed by the other
        assert b"Child A" not in client.get("/reviews/").content
        assert client.get(first.get_absolute_url()).status_code == 410
        publishing.withdraw(review=second, by=None)
        for address in ("/", "/reviews/", "/reviews/?q=child", "/reviews/added/"):
            assert "Child B" not in other.get(address)["text"], address
        assert other.get(second.get_absolute_url())["status"] == 410
        other.do("restore", first.reference)
        assert b"1 review<" in client.get("/reviews/").content


@COMMITTED
def test_another_process_never_sees_what_is_not_committed():
    draft = make_review(title="Child B", state="draft")
    with OtherProcess() as other:
        before = other.get("/reviews/")
        with transaction.atomic():
            publishing.publish(review=draft, by=None)
            assert other.get("/reviews/") == before
            assert other.get(draft.get_absolute_url())["status"] == 404
            transaction.set_rollback(True)
        assert other.get("/reviews/") == before


@COMMITTED
def test_another_process_learns_of_a_new_name():
    partnership = make_partnership("Northmere Board")
    make_review(partnership=partnership)
    with OtherProcess() as other:
        assert "Northmere Board" in other.get("/reviews/")["text"]
        partnership.name = "Southmere Board"
        publishing.save_term(term=partnership)
        assert "Southmere Board" in other.get("/reviews/")["text"]
        assert "No review has all of the words" in other.get("/reviews/?q=northmere")["text"]


@COMMITTED
def test_all_that_a_process_reads_is_of_one_moment():
    """A publication with a new theme comes between the statements of a process that begins."""
    make_review()
    locked, read = threading.Event(), threading.Event()
    other = threading.Thread(target=_publish_while_others_read, args=[locked, read])
    other.start()
    assert locked.wait(10)
    snapshot = anew()
    other.join()
    assert read.is_set(), "the process did not wait for the publication"
    themes = {snapshot.terms.by_code.get(code) for code in snapshot.codes_of(Facet.THEME)}
    assert None not in themes
    assert snapshot.version == max(keys.version for keys in snapshot.keys.values())
    assert differences(anew(), snapshot) != []


def _publish_while_others_read(locked, read):
    waits = (
        "SELECT count(*) FROM pg_locks WHERE relation = 'reviews_entry'::regclass AND NOT granted"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE reviews_entry IN ACCESS EXCLUSIVE MODE")
        locked.set()
        make_review(themes=["brand-new"])
        for _ in range(1000):
            cursor.execute(waits)
            if cursor.fetchone()[0]:
                read.set()
                break
            time.sleep(0.01)
    connection.close()


@pytest.mark.django_db
def test_codes_are_listed_in_the_same_order_however_a_process_came_by_them():
    """Processes with the same version make the same page, byte for byte."""
    for slug in ("b", "c", "a"):
        make_review(themes=[slug], agencies=[slug])
        catalogue.current()
    for facet in Facet:
        assert catalogue.current().codes_of(facet) == anew().codes_of(facet)
