"""Two editors, or one form sent twice, at the very same moment."""

import threading

import pytest
from django.db import connection

from reviews.editing.batches import deciding, read_in
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch, Review
from tests import drafts
from tests.batches import make_batch, proposal

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TEXT = "2023 – Anonymous – Child A\n\nDeath of a boy aged 3 years in March 2021.\n"


@pytest.fixture(autouse=True)
def terms(transactional_db):
    drafts.make_terms()


def at_once(*works):
    """Do these in threads of their own, from one moment on; the errors that they raised."""
    errors, start = [], threading.Barrier(len(works))

    def run(work):
        start.wait()
        try:
            work()
        except deciding.Decided as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_an_entry_becomes_one_draft(editor, contributor):
    batch, words = make_batch(editor), vocabulary()
    both = [(proposal(batch), editor), (proposal(batch), contributor)]
    errors = at_once(
        *(
            lambda one=one, by=by: deciding.accept(proposal=one, by=by, vocabulary=words)
            for one, by in both
        )
    )
    assert (len(errors), Review.objects.count()) == (1, 1)


def test_a_text_becomes_one_batch(editor):
    read = [lambda: read_in.read_pasted(TEXT, month=None, by=editor)] * 2
    assert at_once(*read) == []
    assert Batch.objects.count() == 1
