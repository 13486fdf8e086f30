"""manage.py review: the verbs of publishing from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reviews.choices import State
from tests.factories import make_review

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("review", *arguments, stdout=out)
    return out.getvalue()


def test_withdraws_a_review_from_every_page_and_keeps_why(client):
    review = make_review()
    assert client.get(review.get_absolute_url()).status_code == 200
    said = run("withdraw", review.reference, "--note", "A court’s order")
    assert said == f"{review.reference} is withdrawn now.\n"
    assert client.get(review.get_absolute_url()).status_code == 410
    assert review.history.last().note == "A court’s order"


def test_history_says_who_did_it(django_user_model):
    editor = django_user_model.objects.create_user("r.ahmed")
    review = make_review(state=State.DRAFT)
    for verb in ("publish", "withdraw", "restore"):
        run(verb, review.reference, "--by", "r.ahmed")
    assert {step.by for step in review.history.all()} == {editor}
    review.refresh_from_db()
    assert review.released_by == editor


def test_an_unknown_user_does_nothing():
    review = make_review(state=State.DRAFT)
    with pytest.raises(CommandError, match="There is no user nobody"):
        run("publish", review.reference, "--by", "nobody")
    review.refresh_from_db()
    assert review.state == State.DRAFT


def test_restores_and_publishes(client):
    withdrawn, draft = make_review(state=State.WITHDRAWN), make_review(state=State.DRAFT)
    run("restore", withdrawn.reference)
    run("publish", draft.reference)
    for review in (withdrawn, draft):
        assert client.get(review.get_absolute_url()).status_code == 200


def test_a_reference_that_is_not_there():
    with pytest.raises(CommandError, match="There is no review CR-2023-0999"):
        run("withdraw", "CR-2023-0999")


def test_a_review_in_another_state_is_left_alone():
    review = make_review(state=State.DRAFT)
    with pytest.raises(CommandError, match="Nothing was done: .* is draft"):
        run("withdraw", review.reference)
    review.refresh_from_db()
    assert review.state == State.DRAFT


def test_an_unknown_verb():
    with pytest.raises(CommandError, match="invalid choice"):
        run("delete", "CR-2023-0001")
