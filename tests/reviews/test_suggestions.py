"""Suggestions while one types: terms by any of their names, partnerships, references and titles."""

import gzip
import json

import pytest
from django.urls import reverse

from reviews import publishing
from reviews.models import Theme
from reviews.suggestions import MOST, fold
from tests.factories import make_partnership, make_review, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def ask(typed, **headers):
        response = client.get(reverse("reviews:suggestions"), {"q": typed}, headers=headers)
        assert response.status_code == 200
        return response.json()["suggestions"]

    return ask


@pytest.fixture
def exploitation():
    return make_term(
        Theme,
        "sexual-exploitation",
        label="Sexual exploitation",
        synonyms=["CSE", "Child’s grooming", "naïve trust", "A&E of crime"],
    )


def labels(found):
    return [one["label"] for one in found]


def test_a_theme_by_its_label(ask, exploitation):
    make_review(themes=[exploitation])
    make_review(learning=[{"text": "Ask.", "themes": [exploitation]}])
    assert ask("sexual exp") == [
        {
            "kind": "theme",
            "label": "Sexual exploitation",
            "count": 2,
            "url": "/themes/sexual-exploitation/",
        }
    ]


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("cse", "CSE"),
        ("CSE", "CSE"),
        ("  Cse ", "CSE"),
        ("groom", "Child’s grooming"),
        ("child's gr", "Child’s grooming"),
        ("childs gr", "Child’s grooming"),
        ("naive", "naïve trust"),
        ("NAÏVE TR", "naïve trust"),
        ("a&e", "A&E of crime"),
        ("a and e", "A&E of crime"),
    ],
)
def test_a_theme_by_a_synonym_that_is_named(ask, exploitation, typed, by):
    make_review(themes=[exploitation])
    assert [(one["label"], one["by"]) for one in ask(typed)] == [("Sexual exploitation", by)]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "c", "exploitation sexual", "exual", "(((", "%", "_", "x" * 5000, "🙂🙂", "אב"],
)
def test_nothing_where_nothing_begins_so(ask, exploitation, typed):
    make_review(themes=[exploitation])
    assert ask(typed) == []


def test_without_a_question(client):
    assert client.get("/suggestions/").json() == {"suggestions": []}


def test_what_no_public_review_has_is_not_suggested(ask, exploitation):
    make_review(themes=[exploitation], state="draft", title="Sexton")
    make_review(themes=[exploitation], state="withdrawn", title="Sexton")
    assert ask("sex") == []
    assert ask("CR-20") == []


def test_what_is_withdrawn_goes_at_once(ask, exploitation):
    review = make_review(themes=[exploitation], title="Sexton")
    assert labels(ask("sex")) == ["Sexual exploitation", "Sexton"]
    publishing.withdraw(review=review, by=None)
    assert ask("sex") == []


def test_a_merged_term_is_suggested_as_the_one_that_took_its_place(ask, exploitation):
    old = make_term(Theme, "old-name", label="Sexual grooming")
    make_review(themes=[old])
    old.merged_into = exploitation
    publishing.save_term(term=old)
    assert [one["url"] for one in ask("sexual")] == ["/themes/sexual-exploitation/"]


def test_a_term_that_gets_another_name_is_found_by_it(ask, exploitation):
    make_review(themes=[exploitation])
    assert labels(ask("cse")) == ["Sexual exploitation"]
    exploitation.label = "Exploitation of children"
    publishing.save_term(term=exploitation)
    assert labels(ask("cse")) == ["Exploitation of children"]


def test_agencies_and_partnerships(ask):
    partnership = make_partnership("Northmere Safeguarding Board", aliases=["NSB"])
    make_review(agencies=["northern-police"], partnership=partnership, title="Child B")
    assert [(one["kind"], one["label"], one["url"]) for one in ask("north")] == [
        ("agency", "Northern police", "/agencies/northern-police/"),
        (
            "partnership",
            "Northmere Safeguarding Board",
            "/reviews/?partnership=northmere-safeguarding-board",
        ),
    ]
    assert ask("nsb")[0]["by"] == "NSB"
    assert labels(ask("board")) == ["Northmere Safeguarding Board"]


def test_a_review_whose_partnership_is_not_recorded_suggests_none(ask):
    make_review()
    assert ask("not rec") == []


@pytest.mark.parametrize(
    "typed",
    [
        "CR-2023-0007",
        "cr-2023-0007",
        "cr 2023 7",
        "2023/0007",
        "CR-2023-00",
        "CR-2023-",
        "cr2023-0",
    ],
)
def test_a_review_by_its_reference(ask, typed):
    make_review(reference="CR-2023-0007", title="Zed")
    make_review(reference="CR-2022-0007", added="2022-03", title="Other")
    assert ask(typed) == [
        {
            "kind": "review",
            "label": "Zed",
            "count": 1,
            "url": "/reviews/CR-2023-0007/",
            "reference": "CR-2023-0007",
        }
    ]


def test_an_unfinished_year_offers_the_newest(ask):
    make_review(reference="CR-2022-0001", added="2022-03")
    make_review(reference="CR-2023-0001", added="2023-03")
    found = ask("CR-20")
    assert [one["reference"] for one in found] == ["CR-2023-0001", "CR-2022-0001"]


def test_a_title_is_named_once_with_the_newest_that_has_it(ask):
    make_review(title="Child A", added="2021-03")
    newest = make_review(title="Child A", added="2023-03")
    make_review(title="Child AB", added="2022-03")
    found = ask("child a")
    assert [(one["label"], one["count"]) for one in found] == [("Child A", 2), ("Child AB", 1)]
    assert found[0]["url"] == newest.get_absolute_url()


@pytest.mark.parametrize("typed", ["zoe", "Zoë", "ZOE’S", "zoes"])
def test_a_title_with_accents_and_quotes(ask, typed):
    make_review(title="Zoë’s review")
    assert labels(ask(typed)) == ["Zoë’s review"]


def test_own_names_come_before_other_names_and_whole_ones_before_parts(ask):
    make_term(Theme, "one", label="Step-parents", synonyms=["plan of care"])
    make_term(Theme, "two", label="Care plan")
    make_term(Theme, "three", label="Plan")
    make_term(Theme, "four", label="Plans for babies")
    make_review(themes=["one", "two", "three"], title="Child B")
    make_review(themes=["four"], title="Child B")
    make_review(themes=["two"], title="Child B")
    assert labels(ask("plan")) == ["Plan", "Plans for babies", "Care plan", "Step-parents"]


def test_the_list_is_short_and_every_kind_has_its_share(ask):
    for number in range(12):
        make_review(
            title=f"North {number}",
            themes=[f"north-theme-{number}"],
            agencies=[f"north-agency-{number}"],
            partnership=f"North {number} Partnership",
        )
    kinds = [one["kind"] for one in ask("north")]
    assert len(kinds) == MOST
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "theme": 4,
        "agency": 2,
        "partnership": 2,
        "review": 2,
    }
    assert len(ask("north theme")) == MOST


def test_one_query_more_than_the_version_at_most(client, exploitation, django_assert_num_queries):
    for number in range(5):
        make_review(title=f"Sexton {number}", themes=[exploitation])
    client.get("/suggestions/?q=zz")
    with django_assert_num_queries(2):
        assert len(client.get("/suggestions/?q=sex").json()["suggestions"]) == 6
    with django_assert_num_queries(1):
        client.get("/suggestions/?q=sex")


def test_it_is_kept_and_for_machines_alone(client, exploitation):
    make_review(themes=[exploitation])
    response = client.get("/suggestions/?q=sex", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Type"] == "application/json"
    assert response["X-Robots-Tag"] == "noindex"
    assert json.loads(gzip.decompress(response.content)) == client.get("/suggestions/?q=sex").json()
    again = client.get(
        "/suggestions/?q=sex",
        headers={"Accept-Encoding": "gzip", "If-None-Match": response["ETag"]},
    )
    assert again.status_code == 304
    assert not response.cookies


def test_what_can_not_be_read_is_refused(client):
    assert client.get("/suggestions/?q=%00").status_code == 400


def test_words_are_compared_without_case_accents_and_punctuation():
    assert fold("  Non-Accidental  INJURY’s, é&a ") == "non accidental injurys e and a"
