"""An edition's history, what was different when, and its preview."""

from dataclasses import replace

import pytest

from briefings.content import Question
from briefings.editing import difference, saving
from briefings.editing.edit_form import EditForm
from briefings.editing.sheet import sheet_of
from briefings.editing.typed import PieceTyped
from reviews import publishing as record_of_reviews
from reviews.editing.vocabulary import vocabulary
from tests.piece_drafts import begin, make_cited, publish, release, write
from tests.pieces import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def review(db):
    return make_cited()


def compare(before, after):
    """What two records, of an edition of their own, differ in: labels and what happened."""
    edition = make_edition()
    one, other = (
        sheet_of(EditForm(edition, PieceTyped.of_record(record, "asked"), vocabulary()))
        for record in (before, after)
    )
    return difference.differences(one, other)


def said(before, after):
    return difference.summary_of(compare(before, after))


@pytest.fixture
def record(editor, review):
    from briefings.records import read

    more = {
        "statements": ["n1", "n2"],
        "statements-n2-section": "n1",
        "statements-n2-text": "Nobody heard the child, who had said it to three people.",
        "statements-n2-evidence": [f"r{review.pk}"],
    }
    return read(publish(editor, review=review, **more))


def with_statements(record, *statements):
    (section,) = record.content.sections
    changed = replace(section, statements=statements)
    return replace(record, content=replace(record.content, sections=(changed,)))


class TestDifferences:
    def test_none(self, record):
        assert compare(record, record) == []

    def test_fields(self, record):
        changed = replace(record, title="Other", published=None, themes=(), selection="")
        assert said(record, changed) == [
            "Title changed",
            "Published changed",
            "Themes: Neglect removed",
            "Selection changed",
        ]

    def test_a_statement_that_changed_moved_came_and_went(self, record):
        one, two = record.content.statements
        assert said(record, with_statements(record, two, one)) == ["Statement 1.1 moved to 1.2"]
        other = replace(one, text="Nobody asked any of the children.")
        assert said(record, with_statements(record, other, two)) == [
            "Statement 1.1 changed (statement)"
        ]
        new = replace(one, id="n9", text="Something quite different was found.")
        assert said(record, with_statements(record, one, two, new)) == ["Statement 1.3 added"]
        assert said(record, with_statements(record, one)) == ["Statement 1.2 removed"]

    def test_a_statement_that_went_to_another_section(self, record):
        one, two = record.content.statements
        (section,) = record.content.sections
        next_one = replace(section, id="n2", heading="Learning", statements=(two,))
        sections = (replace(section, statements=(one,)), next_one)
        changed = replace(record, content=replace(record.content, sections=sections))
        assert said(record, changed) == ["Section 2 added", "Statement 1.2 moved to 2.1"]

    def test_evidence_is_named(self, record, review):
        changed = replace(record, evidence={"n2": record.evidence["n2"]})
        (found,) = compare(record, changed)
        (detail,) = found.details
        assert (found.label, detail.label) == ("Statement 1.1", "Evidence")
        assert detail.removed == (f"Learning point 1 of {review.reference}",)

    def test_a_review_of_the_sample_is_named_by_its_reference(self, record, review):
        (found,) = compare(record, replace(record, pinned=()))
        assert (found.label, found.details[0].removed) == ("Sample", (review.reference,))

    def test_rows_without_lasting_keys(self, record):
        asked = replace(record.content, questions=(Question("leaders", "Who asks?"),))
        changed = replace(record, content=asked)
        assert said(record, changed) == ["Question 1 added"]
        (found,) = compare(record, changed)
        assert [one.label for one in found.details] == ["For", "Question"]
        assert found.details[0].after == "Strategic leaders"


class TestThePages:
    def test_history_has_every_step_and_save(self, at_desk, editor, contributor):
        edition = begin(contributor)
        edition = release(edition, editor)
        write(edition, editor, standfirst="Another.")
        page = at_desk.get(f"/desk/briefings/{edition.pk}/history/").text
        for text in ("<b>Begun</b> by C. Vaughan", "<b>Published</b> by R. Okafor", "Version 3"):
            assert text in page, text
        assert page.index("Version 3") < page.index("<b>Published</b>") < page.index("Begun")
        oldest = at_desk.get(f"/desk/briefings/{edition.pk}/history/?order=oldest").text
        assert oldest.index("Begun") < oldest.index("Version 3")

    def test_differences_between_two_saves(self, at_desk, editor):
        edition = begin(editor)
        write(edition, editor, standfirst="Another.")
        found = at_desk.get(f"/desk/briefings/{edition.pk}/differences/?from=2&to=3")
        assert [one.label for one in found.context["page"].differences] == ["Standfirst"]
        for query in ("?from=99", "?to=x", "?from=2&to=0"):
            path = f"/desk/briefings/{edition.pk}/differences/{query}"
            assert at_desk.get(path).status_code == 404, query

    def test_a_version_is_shown_and_brought_back(self, at_desk, editor):
        edition = begin(editor)
        write(edition, editor, standfirst="Another.")
        path = f"/desk/briefings/{edition.pk}/history/2/"
        assert "Bring version 2 back" in at_desk.get(path).text
        response = at_desk.post(path, follow=True)
        assert response.redirect_chain == [(f"/desk/briefings/{edition.pk}/", 302)]
        now = saving.opened(edition)
        assert now.typed.get("standfirst") == "What one review says of asking."
        assert now.number == 4
        assert "typed already" in at_desk.post(path, follow=True).text


class TestPreview:
    def test_is_the_public_page_of_what_is_typed(self, at_desk, editor, review):
        edition = publish(editor, review=review)
        write(edition, editor, standfirst="Another standfirst.")
        page = at_desk.get(f"/desk/briefings/{edition.pk}/preview/").text
        assert "Preview: not public." in page and "Another standfirst." in page
        assert "Nobody asked the child." in page
        assert "Another standfirst." not in at_desk.get("/briefings/when-nobody-asks/").text

    def test_shows_no_review_that_is_not_public(self, at_desk, editor, review):
        edition = begin(editor, review)
        record_of_reviews.withdraw(review=review, by=None)
        page = at_desk.get(f"/desk/briefings/{edition.pk}/preview/").text
        assert review.reference not in page

    def test_of_an_earlier_save(self, at_desk, editor):
        edition = begin(editor)
        write(edition, editor, title="Quite another title")
        page = at_desk.get(f"/desk/briefings/{edition.pk}/preview/?version=2").text
        assert "Version 2" in page and "Quite another title" not in page

    def test_of_an_article_and_of_an_empty_draft(self, at_desk, editor):
        for kind in ("article", "briefing"):
            edition = saving.begin(kind=kind, title="Asked too late", by=editor)
            response = at_desk.get(f"/desk/briefings/{edition.pk}/preview/")
            assert response.status_code == 200
            assert "Asked too late" in response.text

    def test_writes_nothing(self, at_desk, editor, django_assert_max_num_queries):
        edition = begin(editor)
        with django_assert_max_num_queries(40) as asked:
            at_desk.get(f"/desk/briefings/{edition.pk}/preview/")
            said = [one["sql"] for one in asked.captured_queries]
        writes = [sql for sql in said if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
        assert len(said) > 5
        assert [sql for sql in writes if "django_session" not in sql] == []
