"""What is found in an edition before it is published."""

from dataclasses import replace

import pytest

from briefings.content import (
    Author,
    Contact,
    Figure,
    Question,
    Report,
    Resource,
    Section,
    Statement,
)
from briefings.editing import checks
from briefings.editing.checks.limits import LENGTHS, ROWS
from briefings.editing.checks.sentences import RULES
from briefings.records import Cited
from reviews import publishing
from reviews.dates import PartialDate
from reviews.models import Theme
from tests.factories import make_review
from tests.pieces import make_piece, make_record

pytestmark = pytest.mark.django_db

SELECTION = "theme=neglect"


@pytest.fixture
def review():
    return make_review(themes=["neglect"], learning=["Ask.", "Listen."])


@pytest.fixture
def briefing():
    return make_piece()


@pytest.fixture
def record(review):
    """A briefing in which nothing is found."""
    return make_record(
        title="When nobody asks",
        standfirst="What one review says of asking.",
        themes=["neglect"],
        selection=SELECTION,
        published="2026-05",
        sections=[("Issues", [("Nobody asked the child.", [review.points.first()])])],
        questions=[("practitioners", "When did you last ask?")],
    )


@pytest.fixture
def article():
    return make_record(
        title="Asked too late",
        standfirst="What a year of reviews says.",
        body="Children were seen and not asked.",
        author=Author("Ada Example", "Chair"),
    )


def found(record, piece):
    """Code, field and words of each finding."""
    return [(one.code, one.field, one.text) for one in checks.run(record, piece)]


def codes(record, piece):
    return [one.code for one in checks.run(record, piece)]


def with_content(record, **changes):
    return replace(record, content=replace(record.content, **changes))


class TestNothing:
    def test_is_found_in_a_whole_briefing(self, record, briefing):
        assert found(record, briefing) == []

    def test_is_found_in_a_whole_article(self, article):
        assert found(article, make_piece(kind="article")) == []

    def test_every_rule_says_what_it_is_and_what_to_do(self):
        for severity, is_found, to_do in RULES.values():
            assert severity and is_found.endswith(".") and to_do.endswith((".", "…"))


class TestMissing:
    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"title": " "}, ("no-title", "title", "")),
            ({"standfirst": ""}, ("no-standfirst", "standfirst", "")),
            ({"themes": ()}, ("no-subject", "themes", "")),
        ],
    )
    def test_facts(self, record, briefing, changes, expected):
        findings = checks.run(replace(record, **changes), briefing)
        assert [(one.code, one.field, one.text) for one in findings] == [expected]
        assert findings[0].is_blocking

    def test_a_date_is_asked_for(self, record, article, briefing):
        (one,) = checks.run(replace(record, published=None), briefing)
        assert (one.code, one.is_blocking) == ("no-date", False)
        piece = make_piece(kind="article")
        (one,) = checks.run(replace(article, published=None), piece)
        assert (one.code, one.is_blocking) == ("no-date", False)

    def test_an_agency_is_enough(self, record, briefing):
        assert codes(replace(record, themes=(), agencies=(1,)), briefing) == []

    def test_statements(self, record, briefing):
        only_text = Section("s1", "Issues", text="A paragraph.")
        assert codes(with_content(record, sections=()), briefing) == ["no-statements"]
        assert codes(with_content(record, sections=(only_text,)), briefing) == ["no-statements"]

    def test_sections_and_rows_that_hold_nothing(self, record, briefing):
        sections = (*record.content.sections, Section("s2", "Empty"), Section("s3", "", text="A."))
        changed = with_content(
            record,
            sections=sections,
            questions=(Question("leaders", ""),),
            resources=(Resource("report", " "),),
            contacts=(Contact(""),),
        )
        assert found(changed, briefing) == [
            ("empty-section", "sections-s2-text", "Empty"),
            ("no-heading", "sections-s3-heading", ""),
            ("empty-row", "questions.1.text", ""),
            ("empty-row", "resources.1.title", ""),
            ("empty-row", "contacts.1.name", ""),
        ]

    def test_of_an_article(self, article):
        piece = make_piece(kind="article")
        assert codes(with_content(article, body=" ", author=Author()), piece) == [
            "no-body",
            "no-author",
        ]

    def test_the_same_statement_twice(self, record, briefing, review):
        twice = ("Nobody asked the child.", [review.points.first()])
        again = make_record(sections=[("Issues", [twice, ("nobody  asked the child", [review])])])
        changed = replace(record, content=again.content, evidence=again.evidence)
        assert codes(changed, briefing) == ["statement-twice"] * 2


class TestEvidence:
    def test_a_statement_that_cites_nothing_is_asked_about(self, record, briefing):
        (one,) = checks.run(replace(record, evidence={}), briefing)
        assert (one.code, one.field) == ("no-evidence", "statements-s1-1-reason")
        assert one.text == "Nobody asked the child."
        assert not one.is_blocking

    def test_its_key_stays_when_it_is_moved(self, record, briefing):
        (one,) = checks.run(replace(record, evidence={}), briefing)
        moved = Section("s9", "Other", statements=(Statement("s9-4", one.text),))
        (other,) = checks.run(
            replace(with_content(record, sections=(moved,)), evidence={}), briefing
        )
        assert one.key == other.key

    def test_a_cited_review_that_was_withdrawn(self, record, briefing, review):
        other = make_review(themes=["neglect"])
        record = replace(record, pinned=(other.pk,))
        publishing.withdraw(review=review, by=None)
        assert found(record, briefing) == [
            ("cited-not-public", "statements-s1-1-evidence", review.reference)
        ]

    def test_a_pinned_review_that_was_withdrawn(self, record, briefing):
        other = make_review(themes=["neglect"])
        publishing.withdraw(review=other, by=None)
        changed = replace(record, pinned=(*record.pinned, other.pk))
        assert found(changed, briefing) == [("pinned-not-public", "pinned", other.reference)]

    def test_a_draft_is_not_public_either(self, record, briefing):
        draft = make_review(state="draft")
        changed = replace(record, evidence={"s1-1": (Cited(draft.pk),)})
        assert ("cited-not-public", "statements-s1-1-evidence", draft.reference) in found(
            changed, briefing
        )

    def test_a_point_that_is_gone(self, record, briefing, review):
        review.points.first().delete()
        assert found(record, briefing) == [
            ("point-gone", "statements-s1-1-evidence", review.reference)
        ]

    def test_a_review_that_there_never_was(self, record, briefing):
        changed = replace(record, evidence={"s1-1": (Cited(999_999),)})
        assert found(changed, briefing) == [
            ("cited-not-public", "statements-s1-1-evidence", "A review that is gone")
        ]

    def test_a_cited_review_outside_the_sample(self, record, briefing, review):
        other = make_review(themes=["neglect"])
        changed = replace(record, pinned=(other.pk,))
        assert found(changed, briefing) == [
            ("cited-outside-sample", "statements-s1-1-evidence", review.reference)
        ]

    def test_real_and_illustrative_are_never_mixed(self, record, briefing):
        example = make_review(illustrative=True, themes=["neglect"])
        changed = replace(record, pinned=(*record.pinned, example.pk))
        assert found(changed, briefing) == [("illustrative-mixed", "pinned", example.reference)]
        assert codes(record, make_piece(illustrative=True)) == ["illustrative-mixed"]
        assert checks.run(changed, briefing)[0].is_blocking


class TestSelection:
    @pytest.mark.parametrize(
        ("selection", "expected"),
        [
            ("", ["no-selection"]),
            ("theme=nothing", ["selection-unreadable"]),
            ("colour=red", ["selection-unreadable"]),
            ("theme=neglect&theme=lost", ["selection-unreadable"]),
            ("incident_from=someday", ["selection-unreadable"]),
            ("q=zebra", ["selection-empty"]),
            ("nation=wales", ["selection-empty"]),
            (SELECTION + "&sort=oldest", []),
        ],
    )
    def test_is_read_as_the_lists_read_it(self, record, briefing, selection, expected):
        assert codes(replace(record, selection=selection), briefing) == expected

    def test_illustrative_reviews_are_no_match_for_what_is_real(self, record, briefing):
        make_review(illustrative=True, nation="wales")
        assert codes(replace(record, selection="nation=wales"), briefing) == ["selection-empty"]
        asked = replace(record, selection="illustrative=yes")
        assert codes(asked, briefing) == ["selection-unreadable"]

    def test_pinned_reviews_that_do_not_match(self, record, briefing):
        other = make_review(nation="wales")
        changed = replace(record, pinned=(*record.pinned, other.pk))
        assert found(changed, briefing) == [("sample-outside-selection", "pinned", other.reference)]

    def test_a_deleted_term_makes_it_unreadable_and_a_merged_one_does_not(self, record, briefing):
        heir = Theme.objects.create(slug="heir", label="Heir", definition="What it means.")
        merged = Theme.objects.create(
            slug="merged", label="Merged", definition="What it means.", merged_into=heir
        )
        make_review(themes=[heir])
        changed = replace(record, selection="theme=merged&theme=neglect")
        assert codes(changed, briefing) == []
        publishing.delete_term(term=merged)
        assert codes(changed, briefing) == ["selection-unreadable"]

    def test_an_empty_sample(self, record, briefing):
        changed = replace(record, pinned=())
        assert codes(changed, briefing) == ["cited-outside-sample", "no-sample"]


class TestDatesAndRelations:
    def test_a_date_in_the_future(self, record, briefing):
        changed = replace(record, published=PartialDate("2199-05"))
        assert found(changed, briefing) == [("published-in-future", "published", "May 2199")]

    def test_a_date_before_what_it_cites(self, record, briefing, review):
        changed = replace(record, published=PartialDate("2020"))
        assert found(changed, briefing) == [("before-its-evidence", "published", review.reference)]

    def test_related_to_itself(self, record, briefing):
        assert codes(replace(record, related=(briefing.pk,)), briefing) == ["related-to-itself"]

    def test_two_that_name_each_other_are_no_fault(self, record, briefing):
        assert codes(replace(record, related=(make_piece().pk,)), briefing) == []


class TestLimits:
    @pytest.mark.parametrize("field", ["title", "standfirst", "body", "sections-text"])
    def test_lengths(self, record, briefing, field):
        text = "word " * (LENGTHS[field] // 5) + "a word"
        if field in {"title", "standfirst"}:
            changed = replace(record, **{field: text})
        elif field == "body":
            changed = with_content(record, body=text)
        else:
            section = replace(record.content.sections[0], text=text)
            changed = with_content(record, sections=(section,))
        findings = [one for one in checks.run(changed, briefing) if one.code == "too-long"]
        assert [one.field.replace("-s1-", "-") for one in findings] == [field]
        assert findings[0].is_blocking

    def test_two_megabytes_are_refused_at_once(self, record, briefing):
        changed = with_content(record, body="Child A of Kent. " * 120_000)
        assert "too-long" in codes(changed, briefing)

    @pytest.mark.parametrize("rows", ROWS)
    def test_numbers_of_rows(self, record, briefing, rows):
        one = {
            "sections": Section("s1", "Issues", text="So."),
            "questions": Question("leaders", "Why?"),
            "resources": Resource("report", "A report"),
            "contacts": Contact("A helpline"),
            "figures": Figure("485", "children"),
        }[rows]
        changed = with_content(record, **{rows: (one,) * (ROWS[rows] + 1)})
        assert ("too-many", rows, f"{ROWS[rows] + 1}, at most {ROWS[rows]}") in found(
            changed, briefing
        )

    @pytest.mark.parametrize(
        "url", ["javascript:alert(1)", "example.org", "ftp://example.org/a", "http://", "/reviews/"]
    )
    def test_links_that_are_none(self, record, briefing, url):
        changed = with_content(
            record,
            resources=(Resource("report", "A report", url=url),),
            contacts=(Contact("A helpline", url=url),),
            report=Report("A report", url=url),
        )
        bad = [field for code, field, _ in found(changed, briefing) if code == "bad-link"]
        assert bad == ["report_url", "resources.1.url", "contacts.1.url"]

    @pytest.mark.parametrize("url", ["https://example.org/a?b=c", "HTTP://example.org", ""])
    def test_links_that_lead_somewhere(self, record, briefing, url):
        resources = (Resource("report", "A report", url=url),)
        assert codes(with_content(record, resources=resources), briefing) == []

    @pytest.mark.parametrize("url", ["tel:08001111", "mailto:help@example.org"])
    def test_a_contact_may_be_called_or_written_to(self, record, briefing, url):
        contacts = (Contact("A helpline", url=url),)
        assert codes(with_content(record, contacts=contacts), briefing) == []


class TestWords:
    def test_problems_of_markdown_name_their_field(self, record, briefing):
        section = replace(record.content.sections[0], text="See <script>this</script>.")
        changed = with_content(record, body="<b>Bold</b>", sections=(section,))
        html = [(code, field) for code, field, _ in found(changed, briefing) if code == "html"]
        assert {field for _, field in html} == {"body", "sections-s1-text"}

    def test_problems_of_figures_name_their_row(self, article):
        figure = Figure(
            "485",
            "children affected",
            number=485,
            period=PartialDate("2023-04-01/2024-03-31"),
            source="Annual report",
            source_published=PartialDate("2023-12-01"),
        )
        changed = with_content(article, figures=(figure,))
        findings = checks.run(changed, make_piece(kind="article"))
        of_source = [one for one in findings if one.is_blocking]
        assert of_source and all(one.field.startswith("figures.1.") for one in of_source)
        assert all(one.found and one.to_do for one in findings)


class TestIdentifying:
    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"title": "Born at 12 Mill Lane, TR1 2AB"}, "title"),
            ({"standfirst": "The family lived at TR1 2AB."}, "standfirst"),
        ],
    )
    def test_in_what_everybody_reads_first(self, record, briefing, changes, field):
        assert ("postcode", field, "TR1 2AB") in found(replace(record, **changes), briefing)

    def test_in_every_text_of_the_body(self, record, briefing):
        said = "They lived at TR1 2AB."
        statement = Statement("s1-1", said)
        section = Section("s1", said, text=said, statements=(statement,))
        changed = with_content(
            record,
            body=said,
            basis=said,
            sections=(section,),
            questions=(Question("leaders", said),),
        )
        fields = {field for code, field, _ in found(changed, briefing) if code == "postcode"}
        assert fields == {
            *("body", "basis", "questions.1.text"),
            *("sections-s1-heading", "sections-s1-text", "statements-s1-1-text"),
        }

    def test_who_is_to_be_known_or_reached_may_be_named(self, record, briefing):
        changed = with_content(
            record,
            concerns="Call Jane Smith on 01872 123456.",
            contacts=(Contact("Jane Smith", "1 High Street, Truro TR1 2AB, 01872 123456"),),
            author=Author("Jane Smith", "Chair", "She works at Mill Lane Primary School."),
        )
        assert codes(changed, briefing) == []

    def test_but_never_a_day_of_birth_or_a_number(self, record, briefing):
        changed = with_content(record, concerns="He was born on 3 May 2019. NHS 943 476 5919.")
        assert set(codes(changed, briefing)) == {"birth-date", "nhs-number"}


def test_the_same_queries_however_much_is_cited(
    record, briefing, django_assert_max_num_queries, review
):
    with django_assert_max_num_queries(12) as first:
        checks.run(record, briefing)
    more = [make_review(themes=["neglect"], learning=["Ask."]) for _ in range(5)]
    cites = {
        f"s1-{n}": (Cited(one.pk), Cited(one.pk, one.points.get().pk)) for n, one in enumerate(more)
    }
    changed = replace(record, evidence=cites, pinned=tuple(one.pk for one in more))
    checks.run(changed, briefing)  # the catalogue follows
    with django_assert_max_num_queries(len(first)):
        checks.run(changed, briefing)
