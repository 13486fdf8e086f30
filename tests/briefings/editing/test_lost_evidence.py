"""What an edition that is being written rests on and is not public any more: told, taken out."""

import re

import pytest
from django.urls import reverse

from briefings.editing import lost_evidence, saving
from briefings.editing.judging import judge
from briefings.models import Edition
from reviews import publishing
from tests.factories import make_review
from tests.piece_drafts import begin, findings, form_of, publish, write
from tests.pieces import make_edition

TOLD = "It rests on what is not public any more"


@pytest.fixture
def review(db):
    return make_review(reference="CR-2023-0001", learning=["Ask.", "Listen."])


@pytest.fixture
def other(db):
    return make_review(reference="CR-2023-0002", learning=["Look."])


@pytest.fixture
def cites(review, other):
    """Three statements: on the first review alone, on both, on the other as a whole."""
    ask, listen = (f"p{point.pk}" for point in review.points.order_by("order"))
    return {
        "pinned": [f"r{review.pk}", f"r{other.pk}"],
        "statements": ["n1", "n2", "n3"],
        "statements-n1-evidence": [ask, f"r{review.pk}"],
        "statements-n2-section": "n1",
        "statements-n2-text": "Nobody listened.",
        "statements-n2-evidence": [listen, f"p{other.points.get().pk}"],
        "statements-n3-section": "n1",
        "statements-n3-text": "Nobody looked.",
        "statements-n3-evidence": [f"r{other.pk}"],
    }


@pytest.fixture
def draft(editor, cites):
    return begin(editor, **cites)


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


def withdraw(review):
    publishing.withdraw(review=review, by=None)


def address(edition):
    return reverse("pieces:edit", args=[edition.pk])


def typed_of(edition):
    return saving.opened(edition).typed


def press(client, edition, do, **changes):
    """Press a button of the page that shows what is typed, and follow where it leads."""
    now = saving.opened(edition)
    sent = {**now.typed.values, "number": now.number, "sitting": "0" * 32, **changes, "do": do}
    sent = {name: value for name, value in sent.items() if value not in (None, [])}
    return client.post(address(edition), sent, follow=True)


def words(response, part):
    """What a part of the page says, by its id."""
    found = re.search(rf'<section [^>]*id="{part}".*?</section>', response.text, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


class TestTelling:
    def test_nothing_while_everything_is_public(self, page, draft):
        assert TOLD not in page.get(address(draft)).text

    def test_names_the_review_and_leads_to_the_statements(self, page, draft, review):
        withdraw(review)
        response = page.get(address(draft))
        said = words(response, "not-public")
        assert "CR-2023-0001 (withdrawn): in the sample; cited by statement 1.1" in said
        assert "statement 1.2" in said and "statement 1.3" not in said
        assert "CR-2023-0002" not in said
        part = response.text.partition('id="not-public"')[2]
        assert '<a href="#statements-n1">' in part and 'id="statements-n1"' in part

    def test_nothing_of_its_words(self, page, draft, review):
        withdraw(review)
        assert review.title not in words(page.get(address(draft)), "not-public")

    def test_a_point_that_is_gone_is_told_without_a_name(self, page, draft, review):
        review.points.get(text="Listen.").delete()
        said = words(page.get(address(draft)), "not-public")
        assert "A point that is gone : cited by statement 1.2" in said

    def test_a_pin_alone(self, page, editor, review):
        draft = begin(editor, pinned=[f"r{review.pk}"])
        withdraw(review)
        said = words(page.get(address(draft)), "not-public")
        assert "CR-2023-0001 (withdrawn): in the sample" in said and "cited by" not in said

    def test_of_a_public_edition_that_nobody_works_on(self, page, review):
        edition = make_edition(sections=[("Issues", [("Nobody asked.", [review])])])
        withdraw(review)
        assert "cited by statement 1.1" in words(page.get(address(edition)), "not-public")

    def test_no_button_where_nothing_can_be_taken_out(self, page, draft):
        assert 'value="take-out"' not in page.get(address(draft)).text

    def test_costs_nothing(self, page, draft, review, django_assert_max_num_queries):
        def queries():
            with django_assert_max_num_queries(80) as found:
                assert page.get(address(draft)).status_code == 200
                return len(found)

        queries()
        before = queries()
        withdraw(review)
        queries()
        assert 0 < queries() <= before


class TestTakingOut:
    def test_leaves_what_is_public_and_says_what_went(self, page, draft, review, other):
        withdraw(review)
        response = press(page, draft, "take-out", title="Typed a moment ago")
        typed = typed_of(draft)
        assert typed.all("pinned") == [f"r{other.pk}"]
        assert typed.all("statements-n1-evidence") == []
        assert typed.all("statements-n2-evidence") == [f"p{other.points.get().pk}"]
        assert typed.all("statements-n3-evidence") == [f"r{other.pk}"]
        assert typed.get("title") == "Typed a moment ago"
        assert response.redirect_chain[-1][0].endswith("#taken-out")
        assert TOLD not in response.text
        said = words(response, "taken-out")
        assert "CR-2023-0001 (withdrawn): in the sample; cited by statement 1.1" in said

    def test_lists_the_statements_that_rest_on_nothing_now(self, page, draft, review):
        withdraw(review)
        response = press(page, draft, "take-out")
        said = words(response, "taken-out")
        assert "1 statement has no evidence left." in said
        assert "Statement 1.1 : Nobody asked the child." in said
        bare = re.search(r'<li><a href="#(statements-\w+)">Statement 1.1</a>', response.text)
        assert f'id="{bare[1]}"' in response.text

    def test_says_so_where_all_statements_still_rest_on_something(
        self, page, editor, cites, review, other
    ):
        cites["statements-n1-evidence"].append(f"r{other.pk}")
        draft = begin(editor, **cites)
        withdraw(review)
        response = press(page, draft, "take-out")
        assert "Every statement still has evidence." in words(response, "taken-out")

    def test_a_point_that_is_gone_goes_too(self, page, draft, review, other):
        review.points.get(text="Listen.").delete()
        press(page, draft, "take-out")
        typed = typed_of(draft)
        assert typed.all("statements-n2-evidence") == [f"p{other.points.get().pk}"]
        assert len(typed.all("pinned")) == 2

    def test_it_can_be_published_then(self, page, draft, review):
        withdraw(review)
        assert judge(form_of(draft)).is_blocked
        press(page, draft, "take-out")
        assert not judge(form_of(draft)).is_blocked
        assert "no-evidence" in {one.code for one in findings(draft)}

    def test_is_told_as_long_as_the_address_says_so(self, page, draft, review):
        withdraw(review)
        response = press(page, draft, "take-out")
        again = page.get(response.redirect_chain[-1][0])
        assert words(again, "taken-out") == words(response, "taken-out")
        assert not words(page.get(address(draft)), "taken-out")

    def test_of_a_public_edition_it_begins_a_correction(self, page, review, other):
        said = [("Nobody asked.", [review]), ("Nobody looked.", [other])]
        edition = make_edition(sections=[("Issues", said)])
        withdraw(review)
        response = page.post(address(edition), {**_sent(edition), "do": "take-out"}, follow=True)
        assert "CR-2023-0001" in words(response, "taken-out")
        assert saving.opened(edition).copy is not None
        assert edition.citations.count() == 2  # nothing public has changed

    def test_nothing_is_taken_where_all_is_public_again(self, page, draft, review):
        withdraw(review)
        publishing.restore(review=review, by=None)
        before = typed_of(draft)
        response = press(page, draft, "take-out")
        assert typed_of(draft) == before
        assert response.status_code == 200 and not words(response, "taken-out")

    @pytest.mark.parametrize("number", ["99", "x", "-1", "9" * 30, "٣", ""])
    def test_a_number_that_is_none_says_nothing(self, page, draft, number):
        response = page.get(address(draft), {"taken-out": number})
        assert response.status_code == 200 and not words(response, "taken-out")


class TestUndoing:
    def test_puts_back_what_was_taken_out_and_keeps_what_was_typed_since(self, page, draft, review):
        withdraw(review)
        before = typed_of(draft)
        response = press(page, draft, "take-out")
        button = re.search(r'value="(put-back:\d+)"', response.text)[1]
        press(page, draft, button, standfirst="Typed since.")
        now = typed_of(draft)
        assert now.get("standfirst") == "Typed since."
        for name in ("pinned", "statements-n1-evidence", "statements-n2-evidence"):
            assert set(now.all(name)) == set(before.all(name)), name

    def test_of_a_public_edition_too(self, page, review):
        edition = publish(None, review=review)
        withdraw(review)
        before = typed_of(edition)
        response = page.post(address(edition), {**_sent(edition), "do": "take-out"}, follow=True)
        assert typed_of(edition).all("pinned") == []
        assert 'value="put-back:0"' in response.text
        press(page, edition, "put-back:0")
        assert typed_of(edition) == before

    def test_what_was_unticked_since_stays_out(self, page, draft, review, other):
        withdraw(review)
        response = press(page, draft, "take-out")
        button = re.search(r'value="(put-back:\d+)"', response.text)[1]
        press(page, draft, button, **{"statements-n3-evidence": []})
        assert typed_of(draft).all("statements-n3-evidence") == []

    def test_a_statement_that_was_removed_since_stays_removed(self, draft, review, editor):
        withdraw(review)
        typed = typed_of(draft).copy()
        number = str(saving.opened(draft).number)
        lost_evidence.take_out(typed)
        write(draft, editor, **{name: typed.all(name) for name in typed_of(draft).names()})
        typed = typed_of(draft).copy()
        typed.remove_row("statements", "n1")
        lost_evidence.put_back(typed, draft, number)
        assert typed.rows("statements") == ["n2", "n3"]
        assert typed.all("statements-n1-evidence") == []

    @pytest.mark.parametrize(
        "do", ["put-back:", "put-back:99", "put-back:x", "put-back", "take-out:"]
    )
    def test_a_button_that_is_none_only_saves(self, page, draft, do):
        before = typed_of(draft)
        assert press(page, draft, do).status_code == 200
        assert typed_of(draft) == before


def _sent(edition):
    """What the page of a public edition sends while nobody works on it."""
    edition = Edition.objects.get(pk=edition.pk)
    at = edition.corrected_at or edition.released_at
    return {**typed_of(edition).values, "number": 0, "as_of": at.isoformat()}
