"""The columns of a table: what is proposed, tried, chosen, remembered and forgotten."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews.choices import Decision, Origin
from reviews.editing import saving
from reviews.editing.batches import columns, deciding
from reviews.editing.vocabulary import vocabulary
from reviews.models import Batch, ColumnMapping, Review
from tests import drafts
from tests.batches import make_table

pytestmark = pytest.mark.django_db

TABLE = (
    "Alias;Review type;Year;Learning 1;Learning 2;Checked\n"
    "Child A;Serious case review;2018;Ask.;Look.;RO\n"
    ";;;;;\n"
    "Child B;Inspection;Sping 2019;Tell.;;RO\n"
    ";;;;;RO\n"
)
CHOICE = ["title", "type", "published", "learning", "learning", "ignore"]


@pytest.fixture(autouse=True)
def terms():
    drafts.make_terms()


@pytest.fixture
def at_desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def table(editor):
    return make_table(editor, TABLE)


def address(batch):
    return f"/desk/intake/{batch.pk}/columns/"


def sent(*choice, number=1, **more):
    """What the form sends."""
    chosen = {f"column-{place}": code for place, code in enumerate(choice or CHOICE)}
    return {"number": number, **chosen, **more}


def shown(response):
    return response.content.decode()


def chosen(response):
    return [column.chosen for column in response.context["page"].columns]


class TestReadingIn:
    def upload(self, client, text, name="May.csv"):
        file = ContentFile(text.encode(), name)
        return client.post("/desk/intake/", {"file": file, "month": "May 2023"})

    def test_a_table_waits_for_its_columns(self, at_desk):
        response = self.upload(at_desk, TABLE)
        batch = Batch.objects.get()
        assert (batch.origin, batch.kind, batch.name) == (Origin.TABLE, "csv", "May.csv")
        assert batch.proposals.count() == 0
        following = at_desk.get(response.url)
        assert following.url == address(batch)
        assert "Say what its columns are" in shown(at_desk.get("/desk/intake/"))

    def test_the_same_table_twice_is_one_batch(self, at_desk):
        assert self.upload(at_desk, TABLE).url == self.upload(at_desk, TABLE).url
        assert Batch.objects.count() == 1

    def test_also_when_its_columns_are_chosen(self, at_desk, editor):
        self.upload(at_desk, TABLE)
        batch = Batch.objects.get()
        at_desk.post(address(batch), sent())
        self.upload(at_desk, TABLE)
        assert Batch.objects.count() == 1

    def test_tabs_and_rows_before_the_first_stay_as_they_are(self, at_desk):
        self.upload(at_desk, "\nTitle\tYear\nChild A\t2018\n", "May.tsv")
        table = columns.table_of(Batch.objects.get())
        assert table.header == ["Title", "Year"]
        assert table.rows[0].number == 3

    def test_records_need_no_columns(self, at_desk):
        lines = '{"title": "Child A", "published": "2018"}\nnonsense\n'
        response = self.upload(at_desk, lines, "May.jsonl")
        batch = Batch.objects.get()
        assert batch.proposals.get().read["title"] == "Child A"
        page = shown(at_desk.get(response.url))
        assert "Line 2 is not valid JSON" in page


class TestThePage:
    def test_each_column_has_its_name_its_first_cells_and_what_it_seems_to_be(self, at_desk, table):
        response = at_desk.get(address(table))
        assert chosen(response) == CHOICE
        column = response.context["page"].columns[0]
        assert (column.letter, column.name) == ("A", "Alias")
        assert column.samples == ["Child A", "Child B"]
        assert "Proposed, sure" in shown(response)

    def test_rows_that_are_wrong_have_their_numbers(self, at_desk, table):
        assert "Row 3 is empty." in shown(at_desk.get(address(table)))

    def test_the_first_records_are_shown(self, at_desk, table):
        page = at_desk.get(address(table)).context["page"]
        assert [(one.row, one.title) for one in page.preview] == [
            ("Row 2", "Child A"),
            ("Row 4", "Child B"),
        ]
        assert "“Sping 2019” is not a date" in shown(at_desk.get(address(table)))

    def test_what_is_tried_is_shown_and_not_kept(self, at_desk, table):
        choice = ["ignore", "type", "title", "learning", "learning", "ignore"]
        response = at_desk.post(address(table), sent(*choice, do="preview"))
        assert response.status_code == 200
        assert chosen(response) == choice
        assert [one.title for one in response.context["page"].preview] == ["2018", "Sping 2019"]
        table.refresh_from_db()
        assert "columns" not in table.rest
        assert not ColumnMapping.objects.exists()

    @pytest.mark.parametrize(
        ("choice", "said"),
        [
            (["title", "title", *CHOICE[2:]], "“Alias” is “Title” already"),
            (["ignore", *CHOICE[1:]], "No column is the title"),
            (["nonsense", *CHOICE[1:]], "Choose what this column is"),
            (["title"], "Choose what this column is"),
        ],
    )
    def test_a_mistake_loses_nothing_of_what_was_chosen(self, at_desk, table, choice, said):
        response = at_desk.post(address(table), sent(*choice))
        assert response.status_code == 422
        assert said in shown(response)
        assert chosen(response)[: len(choice)] == choice
        assert table.proposals.count() == 0

    def test_a_table_of_nothing_says_so(self, at_desk, editor):
        empty = make_table(editor, "Title;Year\n")
        response = at_desk.get(address(empty))
        assert "There is nothing to read" in shown(response)
        assert at_desk.post(address(empty), sent("title", "published")).status_code == 422

    def test_markup_in_a_table_is_text(self, at_desk, editor):
        bad = make_table(editor, 'Title,<b id="x">\n<script>alert(1)</script>,"<i>"\n')
        page = shown(at_desk.get(address(bad)))
        assert "<script>alert" not in page
        assert '<b id="x">' not in page

    def test_a_text_has_no_columns(self, at_desk, editor):
        text = Batch.objects.create(name="x", origin=Origin.PASTED, month="2023-05", by=editor)
        assert at_desk.get(address(text)).status_code == 404

    def test_statements_do_not_grow_with_the_table(self, at_desk, editor):
        def count(rows):
            text = "Title,Year,Learning\n" + "Child A,2018,Ask.\n" * rows
            batch = make_table(editor, text)
            with CaptureQueriesContext(connection) as statements:
                at_desk.get(address(batch))
            return len(statements)

        count(1)
        assert count(2) == count(400) <= 20


class TestChoosing:
    def test_makes_the_proposals_of_the_rows(self, at_desk, table):
        response = at_desk.post(address(table), sent())
        assert response.url == f"/desk/intake/{table.pk}/"
        table.refresh_from_db()
        first, second = (one.read for one in table.proposals.all())
        assert (first["title"], first["type"]) == ("Child A", "serious-case-review")
        assert [point["text"] for point in first["learning"]] == ["Ask.", "Look."]
        assert first["added"] == "2023-05"
        assert [one["code"] for one in second["warnings"]] == [
            "term-unknown",
            "date-not-read",
            "summary-missing",
            "outcome-missing",
            "harms-missing",
        ]
        assert (table.number, table.rest["columns"]) == (2, CHOICE)
        place = second["fields"]["title"]
        assert table.text[place["start"] : place["end"]] == "Child B"

    def test_the_batch_tells_of_rows_that_gave_nothing(self, at_desk, table):
        page = shown(at_desk.post(address(table), sent(), follow=True))
        assert "2 entries were read from the table" in page
        assert "Row 5 gives nothing that can be used" in page
        assert address(table) in page

    def test_an_entry_stands_beside_its_row(self, at_desk, table):
        at_desk.post(address(table), sent())
        page = shown(at_desk.get(f"/desk/intake/{table.pk}/1/"))
        assert "Row 2" in page
        assert "Learning 2: " in page

    def test_an_accepted_row_is_a_draft(self, at_desk, table, editor):
        at_desk.post(address(table), sent())
        at_desk.post(f"/desk/intake/{table.pk}/1/accept/")
        assert Review.objects.get().title == "Child A"

    def test_can_be_done_again_until_something_is_decided(self, at_desk, table, editor):
        at_desk.post(address(table), sent())
        again = ["title", "type", "published", "learning", "recommendations", "keywords"]
        assert chosen(at_desk.get(address(table))) == CHOICE
        assert at_desk.post(address(table), sent(*again, number=2)).status_code == 302
        assert table.proposals.count() == 3
        first = table.proposals.get(order=1)
        assert first.read["keywords"] == ["RO"]
        deciding.skip(proposal=first, by=editor)
        table.refresh_from_db()
        response = at_desk.post(address(table), sent(number=table.number))
        assert response.status_code == 409
        assert "Some of its entries are decided" in shown(response)
        first.refresh_from_db()
        assert first.state == Decision.SKIPPED

    def test_who_comes_second_is_told_and_keeps_what_was_chosen(self, at_desk, table):
        at_desk.post(address(table), sent())
        other = ["title", "ignore", "published", "learning", "learning", "ignore"]
        response = at_desk.post(address(table), sent(*other, number=1))
        assert response.status_code == 409
        assert "Somebody else has said what the columns are" in shown(response)
        assert chosen(response) == other
        assert table.proposals.get(order=1).read["type"] == "serious-case-review"

    def test_an_undone_table_stays_as_it_is(self, at_desk, table, editor):
        deciding.undo(batch=table, number=table.number, by=editor)
        table.refresh_from_db()
        response = at_desk.post(address(table), sent(number=table.number))
        assert response.status_code == 409
        assert table.proposals.count() == 0

    def test_what_no_column_can_be_is_refused(self, table, editor):
        with pytest.raises(ValueError, match="Choose what this column is"):
            columns.choose(batch=table, number=1, mapping=["nonsense"] * 6, by=editor)
        table.refresh_from_db()
        assert (table.number, table.proposals.count()) == (1, 0)


class TestRemembering:
    OTHER = TABLE.replace("Child", "Baby")
    UNUSUAL = ["title", "ignore", "incident", "recommendations", "learning", "keywords"]

    def test_what_was_chosen_is_offered_for_the_same_names(self, at_desk, table, editor):
        at_desk.post(address(table), sent(*self.UNUSUAL))
        response = at_desk.get(address(make_table(editor, self.OTHER)))
        assert chosen(response) == self.UNUSUAL
        day = timezone.localdate()
        said = " ".join(shown(response).split())
        assert f"As on {day.day} {day:%B} by " in said
        assert "R. Okafor" in said
        assert "for “May table.csv”" in said

    def test_other_names_are_another_table(self, at_desk, table, editor):
        at_desk.post(address(table), sent(*self.UNUSUAL))
        other = make_table(editor, TABLE.replace("Checked", "Seen by"))
        assert chosen(at_desk.get(address(other)))[:5] == CHOICE[:5]

    def test_the_last_choice_counts(self, at_desk, table, editor):
        at_desk.post(address(table), sent(*self.UNUSUAL))
        at_desk.post(address(table), sent(number=2))
        assert ColumnMapping.objects.get().columns == CHOICE

    def test_it_can_be_forgotten(self, at_desk, table, editor):
        at_desk.post(address(table), sent(*self.UNUSUAL))
        other = make_table(editor, self.OTHER)
        response = at_desk.post(address(other), {"do": "forget"}, follow=True)
        assert chosen(response) == CHOICE
        assert not ColumnMapping.objects.exists()
        assert at_desk.post(address(other), {"do": "forget"}).status_code == 302

    def test_a_field_that_is_no_more_is_not_offered(self, at_desk, table, editor):
        at_desk.post(address(table), sent())
        ColumnMapping.objects.update(columns=["gone", *CHOICE[1:]])
        other = make_table(editor, self.OTHER)
        assert chosen(at_desk.get(address(other))) == CHOICE

    def test_accepting_goes_by_the_vocabulary_of_the_moment(self, table, editor):
        columns.choose(batch=table, number=1, mapping=CHOICE, by=editor)
        first = table.proposals.get(order=1)
        review = deciding.accept(proposal=first, by=editor, vocabulary=vocabulary())
        assert saving.opened(review).typed.get("type") == "serious-case-review"
