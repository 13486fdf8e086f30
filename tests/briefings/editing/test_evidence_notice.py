"""What an edition cites and a correction has changed: told with both words until looked at."""

import re

import pytest
from django.urls import reverse

from briefings import publishing as record_of_editions
from briefings.choices import Verb
from briefings.editing import evidence_notice, notices, releasing, saving
from briefings.models import Step
from reviews import publishing
from tests.factories import make_review
from tests.piece_drafts import form_of, publish, release, write
from tests.pieces import make_edition

TOLD = "What it cites was corrected"


@pytest.fixture
def review(db):
    learning = ["Ask the child.", "Listen."]
    return make_review(reference="CR-2023-0001", themes=["neglect"], learning=learning)


@pytest.fixture
def edition(review, editor):
    """Two statements, each on a point."""
    second = {
        "statements": ["n1", "n2"],
        "statements-n2-section": "n1",
        "statements-n2-text": "Nobody heard.",
        "statements-n2-evidence": [f"p{review.points.get(text='Listen.').pk}"],
    }
    return publish(editor, review=review, **second)


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def correct(review, **texts):
    """Correct a review; texts by what its points said, None for a point that is taken out."""
    for was, now in texts.items():
        point = review.points.get(text__startswith=was)
        if now is None:
            point.delete()
        else:
            review.points.filter(pk=point.pk).update(text=now)
    publishing.correct(review=review, by=None)


def address(edition):
    return reverse("pieces:edit", args=[edition.pk])


def told(client, edition):
    """What the notice says, in words."""
    found = re.search(
        r'<section [^>]*id="corrected".*?</section>', client.get(address(edition)).text, re.S
    )
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def look(client, edition, statement, **changes):
    """Press the button of a statement on the page as it is."""
    now = saving.opened(edition)
    seen = re.findall(r'name="seen" value="([^"]+)"', client.get(address(edition)).text)
    at = edition.corrected_at or edition.released_at
    sent = {**now.typed.values, "number": now.number, "as_of": at.isoformat() if at else ""}
    return client.post(
        address(edition), {**sent, "seen": seen, "do": f"looked-at:{statement}", **changes}
    )


def texts(edition):
    return [one.text for one in notices.of(edition)]


class TestTelling:
    def test_nothing_while_its_words_are_the_same(self, page, edition, review):
        correct(review)
        assert told(page, edition) == "" and texts(edition) == []

    def test_the_statement_with_both_words(self, page, edition, review):
        correct(review, Ask="Ask the child alone.")
        said = told(page, edition)
        assert "Statement 1.1 Nobody asked the child." in said and "Statement 1.2" not in said
        assert "It said Ask the child. It says now Ask the child alone." in said
        (text,) = texts(edition)
        assert text.startswith("A point of CR-2023-0001 that statement 1.1 cites was corrected on ")

    def test_no_words_of_it_stand_in_what_the_history_keeps(self, edition, review):
        correct(review, Ask="Ask the child alone.")
        assert "child" not in " ".join(texts(edition))

    def test_a_point_that_was_taken_out(self, page, edition, review):
        correct(review, Listen=None)
        said = told(page, edition)
        assert "It said Listen. It says now Nothing: the point was taken out of the review." in said

    def test_a_review_that_is_cited_as_a_whole(self, page, review):
        edition = make_edition(sections=[("Issues", [("So it was.", [review])])])
        correct(review)
        assert ": it is cited as a whole" in told(page, edition)
        (text,) = texts(edition)
        assert text.startswith("CR-2023-0001, which statement 1.1 cites, was corrected on ")

    def test_words_that_were_not_kept(self, page, edition, review):
        edition.citations.update(said="")
        correct(review, Ask="Ask the child alone.")
        assert "what the point said before is not kept" in told(page, edition)

    def test_not_what_a_correction_of_the_edition_cites_no_more(
        self, page, edition, review, editor
    ):
        correct(review, Ask="Ask the child alone.")
        write(edition, editor, **{"statements-n1-evidence": [f"r{review.pk}"]})
        assert told(page, edition) == ""
        assert len(texts(edition)) == 1  # the public still reads the old one

    def test_both_words_are_escaped(self, page, edition, review):
        correct(review, Ask="Ask <b>the</b> child.")
        text = page.get(address(edition)).text
        assert "Ask &lt;b&gt;the&lt;/b&gt; child." in text and "Ask <b>the" not in text


class TestLookedAt:
    def test_is_told_no_more_anywhere(self, page, edition, review, editor):
        correct(review, Ask="Ask the child alone.")
        response = look(page, edition, "n1")
        assert response["Location"] == f"{address(edition)}#corrected"
        assert told(page, edition) == "" and notices.to_look_at() == []
        assert "Briefings to look at" not in page.get("/desk/").text
        step = Step.objects.get(edition=edition, verb=Verb.LOOKED_AT)
        assert step.by == editor and step.changes[0].startswith("A point of CR-2023-0001")

    def test_the_other_statements_stay_to_be_looked_at(self, page, edition, review):
        correct(review, Ask="Ask alone.", Listen="Listen well.")
        look(page, edition, "n1")
        said = told(page, edition)
        assert "Statement 1.2" in said and "Statement 1.1" not in said
        assert len(texts(edition)) == 1

    def test_another_correction_with_the_same_words_tells_nothing(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        look(page, edition, "n1")
        correct(review)
        assert told(page, edition) == "" and texts(edition) == []

    def test_other_words_are_told_from_what_was_looked_at(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        look(page, edition, "n1")
        correct(review, Ask="Ask at home.")
        assert "It said Ask alone. It says now Ask at home." in told(page, edition)

    def test_a_point_that_is_gone_is_told_no_more(self, page, edition, review):
        correct(review, Listen=None)
        look(page, edition, "n2")
        assert told(page, edition) == ""
        assert texts(edition) == ["Statement 1.2 is not shown: nothing that it cites is public."]

    def test_what_was_not_seen_is_not_looked_at(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        look(page, edition, "n1", seen=["Something else."])
        assert len(texts(edition)) == 1
        assert "More has changed since you looked" in page.get(address(edition)).text

    def test_what_is_typed_is_saved_with_it(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        look(page, edition, "n1", title="Typed a moment ago")
        assert saving.opened(edition).typed.get("title") == "Typed a moment ago"

    def test_no_correction_is_begun_where_nothing_was_typed(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        look(page, edition, "n1")
        assert saving.opened(edition).copy is None

    def test_a_contributor_may_not_but_loses_nothing(self, client, edition, review, contributor):
        client.force_login(contributor)
        correct(review, Ask="Ask alone.")
        assert "looked-at:" not in client.get(address(edition)).text
        assert look(client, edition, "n1", title="Typed").status_code == 403
        assert saving.opened(edition).typed.get("title") == "Typed"
        assert len(texts(edition)) == 1

    @pytest.mark.parametrize("statement", ["", "n99", "n1:x", "n2"])
    def test_a_statement_that_has_nothing_to_look_at(self, page, edition, review, statement):
        correct(review, Ask="Ask alone.")
        assert look(page, edition, statement).status_code == 302
        assert len(texts(edition)) == 1

    def test_of_an_edition_that_is_withdrawn_meanwhile(self, page, edition, review):
        correct(review, Ask="Ask alone.")
        record_of_editions.withdraw(edition=edition, by=None)
        assert look(page, edition, "n1").status_code == 302


class TestTheNextEdition:
    @pytest.fixture
    def draft(self, editor, edition):
        return releasing.begin_next(edition=edition, by=editor)

    def test_says_what_the_current_one_cites_and_was_corrected(self, page, draft, review):
        correct(review, Ask="Ask alone.")
        assert "It said Ask the child. It says now Ask alone." in told(page, draft)

    def test_is_looked_at_by_itself(self, page, draft, review):
        correct(review, Ask="Ask alone.")
        look(page, draft, "n1")
        assert told(page, draft) == ""
        assert len(notices.to_look_at()) == 1  # the current one still says the same

    def test_says_nothing_once_it_is_published(self, page, draft, review, editor):
        correct(review, Ask="Ask alone.")
        write(draft, editor, published="June 2026")
        release(draft, editor)
        assert notices.to_look_at() == [] and told(page, draft) == ""


def test_costs_the_same_however_much_was_corrected(page, editor, django_assert_max_num_queries):
    def queries(count):
        review = make_review(learning=[f"Learn {n}." for n in range(count)])
        said = [(f"Said {n}.", [point]) for n, point in enumerate(review.points.all())]
        edition = make_edition(sections=[("Issues", said)])
        review.points.update(text="Something else.")
        publishing.correct(review=review, by=None)
        notice = evidence_notice.EvidenceNotice(form_of(edition))
        with django_assert_max_num_queries(40) as found:
            assert len(notice.to_look_at) == count
            return len(found)

    assert 0 < queries(6) <= queries(1)
