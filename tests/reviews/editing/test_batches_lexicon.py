"""The words that intake reads by are those of the database, as they are now."""

import pytest

from reviews.editing.batches.lexicon import lexicon
from reviews.models import DocumentKind, Harm, Partnership, Theme
from tests.factories import make_partnership, make_term

pytestmark = pytest.mark.django_db


def test_terms_by_what_they_are_called():
    make_term(Theme, "record-keeping", label="Record keeping", synonyms=["case notes"])
    make_term(DocumentKind, "overview-report", label="Overview report")
    words = lexicon()
    assert words.find("theme", "case notes") == "record-keeping"
    assert words.find("document_kind", "Overview report") == "overview-report"
    assert words.find("harm", "record keeping") is None


def test_a_merged_term_is_not_proposed():
    drowning = make_term(Harm, "drowning")
    make_term(Harm, "near-drowning", merged_into=drowning)
    assert [term.slug for term in lexicon().of("harm")] == ["drowning"]


def test_partnerships_by_name_and_alias():
    make_partnership("Northmere Safeguarding Children Partnership", aliases=["Northmere LSCP"])
    words = lexicon()
    for name in ("northmere lscp", "Northmere Safeguarding Children Partnership"):
        assert words.partnership(name) == "Northmere Safeguarding Children Partnership"


def test_an_alias_of_two_stands_for_neither():
    make_partnership("Northmere East Board", aliases=["Northmere"])
    make_partnership("Northmere West Board", aliases=["northmere"])
    assert lexicon().partnership("Northmere") is None


def test_a_name_counts_before_anothers_alias():
    make_partnership("Northmere", aliases=[])
    make_partnership("Northmere West Board", aliases=["Northmere"])
    assert lexicon().partnership("Northmere") == "Northmere"


def test_anonymous_is_no_partnership():
    assert Partnership.objects.filter(pk=Partnership.ANONYMOUS).exists()
    assert lexicon().partnership("Anonymous") is None


def test_eight_statements_whatever_there_is(django_assert_num_queries):
    with django_assert_num_queries(8):
        lexicon()


@pytest.mark.parametrize(
    "change",
    [
        lambda: make_term(Theme, "another"),
        lambda: Theme.objects.update(label="Recording"),
        lambda: Theme.objects.update(synonyms=["chronologies"]),
        lambda: Theme.objects.all().delete(),
        lambda: make_partnership("Northmere"),
        lambda: Partnership.objects.exclude(pk=Partnership.ANONYMOUS).update(aliases=["Southmoor"]),
    ],
    ids=["added", "renamed", "synonym", "deleted", "partnership", "alias"],
)
def test_it_is_kept_until_a_name_changes(change):
    make_term(Theme, "record-keeping", label="Record keeping")
    make_partnership("Westmoor")
    held = lexicon()
    assert lexicon() is held
    change()
    assert lexicon() is not held
