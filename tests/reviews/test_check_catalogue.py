"""manage.py check_catalogue finds every disagreement; manage.py reindex ends it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from reviews import publishing
from reviews.catalogue import catalogue, collection_version
from reviews.codes import Facet, code
from reviews.models import (
    AgeBand,
    Agency,
    Child,
    DocumentText,
    Entry,
    Harm,
    Outcome,
    Partnership,
    Point,
    PointEntry,
    Review,
    ReviewType,
    Theme,
)
from tests.factories import make_document, make_partnership, make_review, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


@pytest.fixture
def check(capsys):
    """Run the command; the disagreements it reports."""

    def command():
        try:
            call_command("check_catalogue", verbosity=0)
        except CommandError as error:
            said = capsys.readouterr().err.splitlines()
            assert str(error).startswith(f"Disagreements: {len(said)}.")
            return said
        return []

    return command


@pytest.fixture
def review():
    """A review with something of everything, in a collection with two others."""
    make_review(reference="CR-2023-0002", title="Child C", children=[])
    make_review(reference="CR-2022-0001", title="Child D", added="2022-04", anonymous=True)
    return make_review(
        reference="CR-2023-0001",
        incident="2019-11",
        partnership="Northmere Partnership",
        children=[{"age": "P4Y", "sex": "girl"}, {"age": None}, {"age": "unborn"}],
        harms=["neglect"],
        themes=["supervision"],
        agencies=["police"],
        learning=[{"text": "Look.", "themes": ["safer-sleep", "supervision"]}],
        recommendations=[{"text": "Act.", "addressed_to": ["housing"]}],
        documents=[{"url": "https://example.org/a.pdf"}],
    )


def execute(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def update(review, **values):
    Review.objects.filter(pk=review.pk).update(**values)


def named(facet, model, slug):
    return code(facet, model.objects.get(slug=slug).pk)


# Where they agree


def test_nothing_to_report_of_an_empty_collection(check):
    assert check() == []


def test_nothing_to_report_when_entries_follow_the_records(check, review):
    make_review(state="withdrawn")
    make_review(state="draft")
    make_review(illustrative=True, partnership="Invented")
    assert check() == []


def test_it_says_how_many_reviews_it_checked(capsys, review):
    call_command("check_catalogue")
    assert capsys.readouterr().out == "Entries and records agree. Reviews checked: 3.\n"


def test_merged_terms_and_bands_count_as_what_they_were_merged_into(check, review):
    for model, slug, target in (
        (Theme, "supervision", "assessment"),
        (Agency, "police", "housing"),
        (Harm, "neglect", "filicide"),
        (AgeBand, "1-5", "6-10"),
        (AgeBand, "not-stated", "unborn"),
        (ReviewType, "local-child-safeguarding-practice-review", "other-review"),
        (Outcome, "death", "other"),
    ):
        model.objects.filter(slug=slug).update(merged_into=model.objects.get(slug=target))
    assert check() != []
    call_command("reindex", verbosity=0)
    assert check() == []
    assert named(Facet.THEME, Theme, "assessment") in review.entry.codes


# Entries that are missing or should not be


def test_a_missing_entry(check, review):
    review.entry.delete()
    assert "CR-2023-0001 is published, but has no entry." in check()


def test_an_entry_of_a_draft(check, review):
    draft = make_review(state="draft", reference="CR-2023-0003")
    execute(
        "INSERT INTO reviews_entry SELECT %s, listed, codes, added_month, title_key, NULL, NULL,"
        " search, version, entered FROM reviews_entry WHERE review_id = %s",
        draft.pk,
        review.pk,
    )
    said = check()
    assert "CR-2023-0003 is a draft, but has an entry." in said
    assert "CR-2023-0003 is in the catalogue in memory and should not be." in said


def test_an_entry_of_a_withdrawn_review(check, review):
    execute(
        "UPDATE reviews_review SET state = 'withdrawn', withdrawn_at = clock_timestamp()"
        " WHERE id = %s",
        review.pk,
    )
    said = check()
    assert "CR-2023-0001 is withdrawn, but its entry is listed." in said
    assert "CR-2023-0001 its entry has theme supervision, the record has not." in said


def test_a_withdrawn_review_that_processes_can_not_learn_of(check):
    make_review(state="withdrawn", reference="CR-2023-0003").entry.delete()
    assert check() == ["CR-2023-0003 is withdrawn, but has no entry."]


def test_a_published_review_that_is_not_listed(check, review):
    nothing = {"codes": [], "search": None, "entered": None}
    Entry.objects.filter(pk=review.pk).update(listed=False, **nothing)
    assert "CR-2023-0001 is published, but its entry is not listed." in check()


# Codes


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda review: review.themes.add(make_term(Theme, "poverty")),
            "its entry lacks theme poverty",
        ),
        (
            lambda review: Point.objects.get(text="Look.").themes.add(make_term(Theme, "poverty")),
            "its entry lacks theme poverty",
        ),
        (
            lambda review: review.agencies.clear(),
            "its entry has agency police, the record has not",
        ),
        (
            lambda review: Point.objects.get(text="Act.").delete(),
            "its entry has agency housing, the record has not",
        ),
        (lambda review: review.harms.clear(), "its entry has harm neglect, the record has not"),
        (
            lambda review: review.children.first().delete(),
            "its entry has age 1-5, the record has not",
        ),
        (
            lambda review: Child.objects.filter(sex="girl").update(sex="other"),
            "its entry lacks sex other",
        ),
        (
            lambda review: review.documents.all().delete(),
            "its entry has report yes, the record has not",
        ),
        (
            lambda review: update(review, nation="wales"),
            "its entry lacks nation wales",
        ),
        (
            lambda review: update(review, outcome=Outcome.objects.get(slug="other")),
            "its entry lacks outcome other",
        ),
        (
            lambda review: update(review, type=ReviewType.objects.get(slug="other-review")),
            "its entry lacks type other-review",
        ),
        (
            lambda review: update(review, partnership=make_partnership("Southmere Partnership")),
            "its entry lacks partnership southmere-partnership",
        ),
        (
            lambda review: update(review, partnership=None),
            "its entry lacks partnership not-recorded",
        ),
        (
            lambda review: update(review, partnership=None, anonymous=True),
            "its entry lacks partnership anonymous",
        ),
        (
            lambda review: update(review, added="2023-06"),
            "its entry lacks month 2023-06",
        ),
        (
            lambda review: update(review, added="2024-05"),
            "its entry lacks year 2024",
        ),
        (
            lambda review: AgeBand.objects.filter(slug="1-5").update(min_years=5),
            "its entry has age 1-5, the record has not",
        ),
        (
            lambda review: Theme.objects.filter(slug="supervision").update(
                merged_into=Theme.objects.get(slug="assessment")
            ),
            "its entry lacks theme assessment",
        ),
    ],
)
def test_a_record_that_changed_behind_the_entry(check, review, change, said):
    change(review)
    assert f"CR-2023-0001 {said}." in check()


@pytest.mark.parametrize(
    ("facet", "model", "slug"),
    [
        (Facet.THEME, Theme, "poverty"),
        (Facet.AGENCY, Agency, "cafcass"),
        (Facet.HARM, Harm, "drowning"),
        (Facet.AGE, AgeBand, "16-17"),
    ],
)
def test_a_code_too_many(check, review, facet, model, slug):
    Entry.objects.filter(pk=review.pk).update(
        codes=[*review.entry.codes, named(facet, model, slug)]
    )
    name = f"{facet.parameter} {slug}"
    assert check() == [
        f"CR-2023-0001 its entry has {name}, the record has not.",
        f"CR-2023-0001 has {name} in memory, the record has not.",
    ]


def test_a_code_that_stands_for_nothing(check, review):
    Entry.objects.filter(pk=review.pk).update(codes=[*review.entry.codes, 99 << 24])
    said = check()
    assert f"CR-2023-0001 its entry has the unknown code {99 << 24}, the record has not." in said


def test_codes_in_another_order(check, review):
    Entry.objects.filter(pk=review.pk).update(codes=review.entry.codes[::-1])
    assert check() == ["CR-2023-0001 its entry has its codes in another order, or some twice."]


# Sort keys, dates, words, versions


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"added_month": 5}, "its entry has “5” as added_month, the record “24280”"),
        ({"title_key": "child x"}, "its entry has “child x” as title_key, the record “child b”"),
        (
            {"incident_earliest": None},
            "its entry has none as incident_earliest, the record “2019-11-01”",
        ),
        (
            {"incident_latest": "2019-12-31"},
            "its entry has “2019-12-31” as incident_latest, the record “2019-11-30”",
        ),
    ],
)
def test_a_wrong_sort_key_or_date(check, review, values, said):
    Entry.objects.filter(pk=review.pk).update(**values)
    found = check()
    assert f"CR-2023-0001 {said}." in found
    assert any(line.startswith("CR-2023-0001 is sorted in memory by ") for line in found)


def test_another_moment_of_entry(check, review):
    update(review, released_at="2026-11-20T10:12:31.5Z")
    Entry.objects.filter(pk=review.pk).update(entered="2026-11-20T10:12:31.500001Z")
    assert check() == [
        "CR-2023-0001 its entry has “2026-11-20 10:12:31.500001+00:00” as entered, the record"
        " “2026-11-20 10:12:31.500000+00:00”.",
        "CR-2023-0001 entered at another moment in memory.",
    ]


def test_a_moment_of_entry_that_is_lost_in_memory(check, review):
    held = catalogue.current().arrivals
    kept = held.ids.copy()
    held.ids[:] = kept[[1, 0, 2]]
    assert len(check()) == 1
    held.ids[:] = kept
    assert check() == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews_review SET title = 'Child Brook' WHERE reference = 'CR-2023-0001'",
        "UPDATE reviews_review SET summary = 'Other words.' WHERE reference = 'CR-2023-0001'",
        "UPDATE reviews_review SET headline = 'a girl' WHERE reference = 'CR-2023-0001'",
        "UPDATE reviews_partnership SET aliases = '{Northmere LSCB}' WHERE id > 1",
        "UPDATE reviews_entry SET search = 'child' WHERE title_key = 'child b'",
    ],
)
def test_words_by_which_a_review_is_not_found(check, review, change):
    execute(change)
    assert "CR-2023-0001 its entry is found by other words than its record has." in check()


def test_a_version_above_the_collection_s(check, review):
    version = collection_version()
    Entry.objects.filter(pk=review.pk).update(version=version + 5)
    assert f"CR-2023-0001 its entry has version {version + 5}, the collection {version}." in check()


def test_a_collection_that_does_not_know_its_own_version(check, review):
    execute("UPDATE reviews_collection SET recent = '{1}'")
    (said,) = check()
    assert said.startswith("The collection has version ")


# Entries of points and reports


def point(text):
    return Point.objects.get(text=text)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda: point("Look.").entry.delete(), "its learning 1 has no entry"),
        (
            lambda: point("Look.").themes.add(make_term(Theme, "poverty")),
            "its learning 1 lacks theme poverty in its entry",
        ),
        (
            lambda: point("Act.").agencies.clear(),
            "its recommendation 1 has agency housing in its entry, the record has not",
        ),
        (
            lambda: execute(
                "UPDATE reviews_point SET kind = 'recommendation', \"order\" = 9"
                " WHERE text = 'Look.'"
            ),
            "its recommendation 9 lacks kind recommendation in its entry",
        ),
        (
            lambda: PointEntry.objects.filter(point=point("Act.")).update(place=1),
            "its recommendation 1 has 1 as place, not 1001",
        ),
        (
            lambda: execute(
                "UPDATE reviews_pointentry SET codes = codes || codes[2] WHERE codes[3] IS NOT NULL"
            ),
            "its learning 1 has its codes in another order, or some twice",
        ),
        (
            lambda: execute("UPDATE reviews_point SET text = 'Other words.' WHERE text = 'Look.'"),
            "its learning 1 is found by other words than the record has",
        ),
        (
            lambda: execute(
                "UPDATE reviews_theme SET label = 'Another' WHERE slug = 'supervision'"
            ),
            "its learning 1 is found by other words than the record has",
        ),
        (
            lambda: execute("UPDATE reviews_pointentry SET search = 'x'"),
            "its recommendation 1 is found by other words than the record has",
        ),
    ],
)
def test_what_the_entry_of_a_point_has_otherwise(check, review, change, said):
    change()
    assert f"CR-2023-0001 {said}." in check()


def test_a_point_s_entry_under_another_review(check, review):
    other = Review.objects.get(reference="CR-2023-0002")
    PointEntry.objects.filter(point=point("Act.")).update(review=other)
    said = f"its recommendation 1 has {other.pk} as review_id, not {review.pk}"
    assert f"CR-2023-0001 {said}." in check()


def test_an_entry_of_a_point_that_is_not_public(check, review):
    gone = make_review(reference="CR-2023-0003", learning=["Ask."])
    held = PointEntry.objects.values().get(point__text="Ask.")
    publishing.withdraw(review=gone, by=None)
    assert check() == []
    PointEntry.objects.create(**held)
    catalogue.__init__()
    said = check()
    assert "CR-2023-0003 its learning 1 is not public, but has an entry." in said
    assert f"Point {held['point_id']} is in memory and should not be." in said


@pytest.fixture
def report(review):
    """A held report of the review."""
    document = make_document(
        review, file="a.pdf", sha256="0" * 64, fetched_at=timezone.now(), expires_on="2099-01-01"
    )
    DocumentText.objects.create(document=document, text="On page nine.")
    publishing.save_documents(documents=[document])
    return document


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews_documenttext SET text = 'On page ten.'",
        "UPDATE reviews_reportentry SET search = 'page'",
        "UPDATE reviews_document SET file = '' WHERE file <> ''",
        "DELETE FROM reviews_reportentry",
    ],
)
def test_words_of_reports_that_are_not_what_is_held(check, report, change):
    assert check() == []
    execute(change)
    assert "CR-2023-0001 its reports are found by other words than the record has." in check()


def test_words_of_a_report_that_is_about_to_be_given_up_are_right_until_then(check, report):
    execute("UPDATE reviews_document SET expires_on = CURRENT_DATE WHERE file <> ''")
    assert check() == []


def test_reindex_puts_points_and_reports_right(check, report):
    execute("DELETE FROM reviews_reportentry")
    execute("UPDATE reviews_pointentry SET codes = '{}', place = 7, search = 'x'")
    assert len(check()) > 4
    call_command("reindex", verbosity=0)
    assert check() == []


# Points in memory


def test_a_point_missing_from_memory(check, review):
    held = catalogue.current().points.everything
    key = point("Look.").pk
    held.discard(key)
    assert check() == ["CR-2023-0001 its learning 1 is missing from the points in memory."]
    held.add(key)


def test_a_code_of_a_point_that_memory_has_otherwise(check, review):
    held = catalogue.current().points.by_code[named(Facet.THEME, Theme, "safer-sleep")]
    held.clear()
    held.add(point("Act.").pk)
    assert check() == [
        "CR-2023-0001 its learning 1 lacks theme safer-sleep in memory.",
        "CR-2023-0001 its recommendation 1 has theme safer-sleep in memory, the record has not.",
    ]


@pytest.mark.parametrize("part", ["owner", "place"])
def test_a_place_that_is_wrong_in_memory(check, review, part):
    getattr(catalogue.current().points, part)[point("Act.").pk] += 1
    said = "its recommendation 1 has another review or place in memory than in the record"
    assert check() == [f"CR-2023-0001 {said}."]


# The catalogue in memory


def test_a_process_that_missed_a_change(check, review):
    assert len(catalogue.current().everything) == 3
    execute("UPDATE reviews_review SET added = '2023-06' WHERE id = %s", review.pk)
    version = collection_version()
    call_command("reindex", verbosity=0)
    # As a write that forgot to raise the version would leave it.
    execute("UPDATE reviews_collection SET version = %s, recent = ARRAY[%s]", version, version)
    Entry.objects.update(version=version)
    said = check()
    assert "CR-2023-0001 lacks month 2023-06 in memory." in said
    assert "CR-2023-0001 has month 2023-05 in memory, the record has not." in said


def test_a_review_missing_from_memory(check, review):
    catalogue.current()
    other = make_review(reference="CR-2021-0001", added="2021-01")
    held = catalogue.current()
    held.everything.discard(other.pk)
    assert check() == ["CR-2021-0001 is missing from the catalogue in memory."]
    held.everything.add(other.pk)


@pytest.mark.parametrize("order", ["newest", "oldest", "title"])
def test_an_order_that_is_wrong_in_memory(check, review, order):
    held = catalogue.current().orders[order]
    held.reverse()
    (said,) = check()
    assert said.endswith(f"is not in its place in memory, by {order}.")
    held.reverse()


def test_an_incident_date_that_is_lost_in_memory(check, review):
    held = catalogue.current().by_earliest
    lost = held.pop()
    assert check() == ["CR-2023-0001 is not in its place in memory, by earliest."]
    held.append(lost)


# Putting it right


def test_reindex_ends_every_disagreement(check, review, capsys):
    make_review(state="withdrawn")
    draft = make_review(state="draft")
    execute("UPDATE reviews_entry SET review_id = %s WHERE review_id = %s", draft.pk, review.pk)
    execute("UPDATE reviews_entry SET codes = '{1,2,3}', title_key = 'x' WHERE listed")
    assert len(check()) > 10
    call_command("reindex")
    assert capsys.readouterr().out == "Entries written: 4.\n"
    assert check() == []


def test_reindex_reaches_processes_that_hold_an_entry_which_is_gone(review):
    for number in range(30):
        make_review(reference=f"CR-2020-{number:04}", added="2020-01")
    assert len(catalogue.current().everything) == 33
    # The records go, and their entries with them, without a word to anybody.
    execute(
        "DELETE FROM reviews_auditentry; DELETE FROM reviews_entry WHERE review_id <> %s", review.pk
    )
    execute(
        "UPDATE reviews_review SET state = 'draft', released_at = NULL WHERE id <> %s", review.pk
    )
    call_command("reindex", verbosity=0)
    assert list(catalogue.current().everything) == [review.pk]


def test_reindex_raises_the_version_once(review):
    version = collection_version()
    call_command("reindex", verbosity=0)
    assert collection_version() == version + 1
    assert set(Entry.objects.values_list("version", flat=True)) == {version + 1}


def test_the_check_is_for_all_chunks(check, review, monkeypatch):
    monkeypatch.setattr("reviews.checking.CHUNK", 2)
    Partnership.objects.filter(pk__gt=1).update(name="Southmere")
    make_review(reference="CR-2020-0001", added="2020-01").entry.delete()
    assert "CR-2020-0001 is published, but has no entry." in check()
