"""Which public editions are to be looked at again, and what makes a notice go."""

import pytest
from django.utils import timezone

from briefings import publishing
from briefings.choices import State
from briefings.editing import notices, saving
from reviews import publishing as record_of_reviews
from reviews.models import Theme
from tests.factories import make_review
from tests.piece_drafts import publish, release
from tests.pieces import make_edition, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return make_review(reference="CR-2023-0001", learning=["Ask.", "Listen."])


@pytest.fixture
def edition(review):
    other = make_review(reference="CR-2023-0002")
    ask, listen = review.points.all()
    said = [("Nobody asked.", [ask, other]), ("Nobody heard.", [listen])]
    return make_edition(title="When nobody asks", sections=[("Issues", said)])


def texts(edition):
    return [one.text for one in notices.of(edition)]


def today(at=None):
    return f"{timezone.localtime(at):%-d %B %Y}"


def correct(review, **texts):
    """Correct a review: what its points said, and what they say then."""
    for was, now in texts.items():
        review.points.filter(text__startswith=was).update(text=now)
    record_of_reviews.correct(review=review, by=None)


class TestNothing:
    def test_to_look_at_while_nothing_has_changed(self, edition):
        assert notices.to_look_at() == []

    def test_of_drafts_and_of_what_is_withdrawn(self, review):
        for state in (State.DRAFT, State.WITHDRAWN):
            make_edition(state=state, sections=[("Issues", [("It is so.", [review])])])
        record_of_reviews.withdraw(review=review, by=None)
        assert notices.to_look_at() == []


class TestWithdrawn:
    def test_once_with_each_statement_that_is_not_shown_any_more(self, edition, review):
        record_of_reviews.withdraw(review=review, by=None)
        first, second = texts(edition)
        assert first.startswith(f"CR-2023-0001 was withdrawn on {today()}, ")
        assert second == "Statement 1.2 is not shown: nothing that it cites is public."

    def test_statements_that_are_not_shown_are_said_together(self, review):
        point = review.points.first()
        said = [("One.", [review]), ("Two.", [make_review()]), ("Three.", [point])]
        edition = make_edition(sections=[("Issues", said)])
        record_of_reviews.withdraw(review=review, by=None)
        _, hidden = texts(edition)
        assert hidden == "Statements 1.1, 1.3 are not shown: nothing that they cite is public."

    def test_a_pinned_review_that_no_statement_cites(self, review):
        edition = make_edition(pinned=[review])
        record_of_reviews.withdraw(review=review, by=None)
        assert len(texts(edition)) == 1

    def test_goes_when_the_review_is_restored(self, edition, review):
        record_of_reviews.withdraw(review=review, by=None)
        record_of_reviews.restore(review=review, by=None)
        assert texts(edition) == []

    def test_is_said_of_superseded_editions_too(self, edition, review):
        make_edition(piece=edition.piece)
        record_of_reviews.withdraw(review=review, by=None)
        assert [one.edition.pk for one in notices.to_look_at()] == [edition.pk]


class TestPoints:
    def test_one_that_a_correction_took_out(self, edition, review):
        review.points.get(text="Listen.").delete()
        correct(review)
        gone, hidden = texts(edition)
        assert gone.startswith("A point of CR-2023-0001 that statement 1.2 cites was taken out on ")
        assert hidden.startswith("Statement 1.2 is not shown")


class TestCorrected:
    def test_a_point_that_says_something_else_since(self, edition, review):
        correct(review, Ask="Ask alone.")
        (text,) = texts(edition)
        assert text.startswith(
            f"A point of CR-2023-0001 that statement 1.1 cites was corrected on {today()}, "
        )

    def test_not_where_what_is_cited_says_the_same(self, edition, review):
        correct(review)
        assert texts(edition) == []

    def test_a_review_that_is_cited_as_a_whole(self, review):
        edition = make_edition(sections=[("Issues", [("It is so.", [review])])])
        correct(review)
        (text,) = texts(edition)
        assert text.startswith(
            f"CR-2023-0001, which statement 1.1 cites, was corrected on {today()}, "
        )

    def test_one_that_was_corrected_before_is_known(self, review):
        correct(review, Ask="Ask alone.")
        edition = make_edition(sections=[("Issues", [("It is so.", [review])])])
        assert texts(edition) == []

    def test_not_of_superseded_editions(self, edition, review):
        make_edition(piece=edition.piece)
        correct(review, Ask="Ask alone.")
        assert texts(edition) == []

    def test_what_was_published_before_words_were_kept_may_have_changed(self, edition, review):
        edition.citations.update(said="")
        correct(review, Ask="Ask alone.")
        assert [text.partition(" was ")[0] for text in texts(edition)] == [
            "CR-2023-0001, which statement 1.1 cites,",
            "CR-2023-0001, which statement 1.2 cites,",
        ]


class TestSelections:
    def test_one_in_which_a_term_was_deleted(self):
        term = Theme.objects.create(slug="lost", label="Lost", definition="What it means.")
        edition = make_edition(selection="theme=lost")
        assert texts(edition) == []
        record_of_reviews.delete_term(term=term)
        (text,) = texts(edition)
        assert text.startswith("Its selection can’t be read.")

    def test_one_in_which_a_term_was_merged_can_be_read(self):
        heir = Theme.objects.create(slug="heir", label="Heir", definition="What it means.")
        term = Theme.objects.create(slug="lost", label="Lost", definition="What it means.")
        edition = make_edition(selection="theme=lost")
        term.merged_into = heir
        record_of_reviews.save_term(term=term)
        assert texts(edition) == []


class TestGoing:
    def test_by_a_correction_of_the_edition(self, edition, review):
        record_of_reviews.withdraw(review=review, by=None)
        publishing.correct(edition=edition, by=None, record=make_record(title="Without it"))
        assert texts(edition) == []

    def test_by_a_correction_after_the_reviews(self, edition, review):
        correct(review, Ask="Ask alone.")
        said = [("Nobody asked.", [review])]
        record = make_record(sections=[("Issues", said)])
        publishing.correct(edition=edition, by=None, record=record)
        assert texts(edition) == []

    def test_when_somebody_says_that_it_stays(self, edition, review):
        correct(review, Ask="Ask alone.")
        publishing.look_at(edition=edition, by=None, changes=texts(edition))
        assert notices.to_look_at() == []

    def test_what_comes_after_is_said_again(self, edition, review):
        correct(review, Ask="Ask alone.")
        publishing.look_at(edition=edition, by=None, changes=texts(edition))
        record_of_reviews.withdraw(review=review, by=None)
        assert texts(edition)[0].startswith("CR-2023-0001 was withdrawn")


class TestTheWayBack:
    """Each line goes when what it asks for was done at the desk."""

    @pytest.fixture
    def public(self, editor):
        return publish(editor)

    def both(self, client):
        return client.get("/desk/").text, client.get("/desk/briefings/").text

    def correct_by(self, client, edition, editor, do):
        now = saving.opened(edition)
        as_of = (edition.corrected_at or edition.released_at).isoformat()
        sent = {**now.typed.values, "number": now.number, "as_of": as_of, "do": do}
        assert client.post(f"/desk/briefings/{edition.pk}/", sent).status_code == 302
        release(edition, editor)

    def test_of_a_withdrawal_once_it_is_taken_out_and_published(self, client, editor, public):
        review = public.citations.get().review
        record_of_reviews.withdraw(review=review, by=None)
        client.force_login(editor)
        for page in self.both(client):
            assert f"{review.reference} was withdrawn on" in page
            assert "Statement 1.1 is not shown" in page
        self.correct_by(client, public, editor, "take-out")
        for page in self.both(client):
            assert review.reference not in page and "is not shown" not in page

    def test_of_a_correction_once_it_is_looked_at_as_a_whole(self, client, editor, public):
        review = public.citations.get().review
        correct(review, Ask="Ask alone.")
        client.force_login(editor)
        for page in self.both(client):
            assert f"A point of {review.reference} that statement 1.1 cites" in page
        sent = {"notice": texts(public), "note": ""}
        client.post(f"/desk/briefings/{public.pk}/looked-at/", sent)
        for page in self.both(client):
            assert review.reference not in page
        correct(review)
        assert texts(public) == []


class TestTheFirstPage:
    def test_names_them_and_says_why(self, edition, review):
        correct(review, Ask="Ask alone.")
        section = notices.on_the_first_page(5)
        assert (section.title, section.total) == ("Briefings to look at", 1)
        (item,) = section.items
        assert (item.reference, item.title) == ("Briefing, edition 1", "When nobody asks")
        assert item.url == f"/desk/briefings/{edition.pk}/looked-at/"
        assert item.sentences[0].startswith("A point of CR-2023-0001")

    def test_stands_on_the_desk(self, client, editor, edition, review):
        client.force_login(editor)
        assert "Briefings to look at" not in client.get("/desk/").text
        correct(review, Ask="Ask alone.")
        page = client.get("/desk/").text
        assert (
            "Briefings to look at" in page
            and "A point of CR-2023-0001 that statement 1.1 cites was corrected" in page
        )

    def test_says_the_first_of_much_and_how_much_more(self, client, editor, review):
        said = [(f"Said {n}.", [review]) for n in range(5)]
        make_edition(sections=[("Issues", said)])
        correct(review)
        (item,) = notices.on_the_first_page(5).items
        assert [text.partition(",")[0] for text in item.sentences[:3]] == ["CR-2023-0001"] * 3
        assert item.sentences[3:] == ["And 2 more to look at."]
        client.force_login(editor)
        assert "And 2 more to look at." in client.get("/desk/").text

    def test_says_how_many_there_are_and_shows_the_first(self, review):
        for _ in range(4):
            make_edition(sections=[("Issues", [("It is so.", [review])])])
        correct(review)
        section = notices.on_the_first_page(3)
        assert (section.total, len(section.items)) == (4, 3)


def test_a_citation_keeps_what_its_point_said(edition, review):
    said = {one.statement: one.said for one in edition.citations.filter(of_point=True)}
    assert said == {"s1-1": "Ask.", "s1-2": "Listen."}
    assert edition.citations.get(of_point=False).said == ""


def test_the_same_queries_however_much_is_to_be_looked_at(review, django_assert_max_num_queries):
    def one():
        make_edition(sections=[("Issues", [("It is so.", [review, review.points.first()])])])

    one()
    record_of_reviews.withdraw(review=review, by=None)
    notices.to_look_at()
    with django_assert_max_num_queries(10) as first:
        assert len(notices.to_look_at()) == 1
    for _ in range(4):
        one()
    notices.to_look_at()
    with django_assert_max_num_queries(len(first)):
        assert len(notices.to_look_at()) == 5


@pytest.mark.parametrize("address", ["/desk/", "/desk/briefings/"])
def test_pages_ask_the_same_however_many_are_affected(
    client, editor, review, address, django_assert_max_num_queries
):
    client.force_login(editor)

    def queries():
        client.get(address)
        with django_assert_max_num_queries(60) as found:
            assert client.get(address).status_code == 200
            return len(found)

    def affect(count):
        for _ in range(count):
            said = [("It is so.", [review, review.points.first()]), ("So it is.", [make_review()])]
            make_edition(sections=[("Issues", said)])

    affect(1)
    record_of_reviews.withdraw(review=review, by=None)
    before = queries()
    affect(5)
    assert len(notices.to_look_at()) == 6
    assert 0 < queries() <= before
