"""Tables of web pages and Word files: which hold reviews, what is in their rows, what is said."""

import time

import pytest

from reviews.intake import mixed
from reviews.intake.files import read_file, read_pasted
from reviews.intake.formats.texts import Unreadable
from tests.intake_report import bundled

SECONDS = 6.0  # of the processor, on a machine that is busy with other tests


@pytest.fixture(scope="module")
def lexicon():
    return bundled()


def read(source, lexicon, **more):
    return mixed.read(read_file("list.html", source.encode()), lexicon, **more)


def table(*rows, head="", cell="td"):
    """A table of rows, each a list of cells; `head` has names between bars."""
    names = "".join(f"<th>{name}</th>" for name in head.split("|")) if head else ""
    lines = [f"<tr>{names}</tr>"] if names else []
    for row in rows:
        cells = [one if one.startswith("<td") else f"<{cell}>{one}</{cell}>" for one in row]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def codes(proposal):
    return {warning.code for warning in proposal.warnings}


HEAD = "Review|Published|Summary"
A = ["Child A", "May 2021", "Death of a 4-month-old boy in June 2019."]
B = ["Child B", "2020", "Neglect of a 7-year-old girl in 2018."]


class TestRows:
    def test_a_row_is_a_review_and_its_account_is_read(self, lexicon):
        found = read(table(A, B, head=HEAD), lexicon)
        first, second = (proposal.record for proposal in found.proposals)
        assert (first["title"], first["published"], first["incident"]) == (
            *("Child A", "2021-05", "2019-06"),
        )
        assert first["children"] == [
            {"age": "P4M", "age_text": "4-month-old", "sex": "boy"},
        ]
        assert (first["outcome"], second["harms"]) == ("death", ["neglect"])

    def test_every_value_has_its_place_in_the_text(self, lexicon):
        found = read(f"<p>Reviews of the year</p>{table(A, B, head=HEAD)}", lexicon)
        assert found.text.startswith("Reviews of the year\n\nTable 1, row 1\nReview: Child A\n")
        for proposal, row in zip(found.proposals, (A, B), strict=True):
            for name, said in zip(("title", "published", "summary"), row, strict=True):
                place = proposal.fields[name]
                assert found.text[place["start"] : place["end"]] == said

    def test_text_around_is_read_too_and_left_over(self, lexicon):
        entry = "<h2>2022 – Leeds – Child Z</h2><p>Death of a baby boy, aged 3 weeks, in 2020.</p>"
        found = read(f"<p>Welcome</p>{table(A, head=HEAD)}{entry}<p>Learning: a; b.</p>", lexicon)
        assert [proposal.record["title"] for proposal in found.proposals] == ["Child A", "Child Z"]
        assert [leftover.text for leftover in found.leftovers] == ["Welcome"]
        second = found.proposals[1].fields["title"]
        assert found.text[second["start"] : second["end"]] == "Child Z"

    def test_several_tables_are_told_apart(self, lexicon):
        found = read(table(A, head=HEAD) + table(B, head=HEAD), lexicon)
        assert "Table 1, row 1\n" in found.text
        assert "Table 2, row 1\n" in found.text

    def test_header_again_is_no_review(self, lexicon):
        found = read(table(A, HEAD.split("|"), B, head=HEAD), lexicon)
        assert [proposal.record["title"] for proposal in found.proposals] == ["Child A", "Child B"]

    @pytest.mark.parametrize(
        "head",
        [
            "<tr><td><b>Review</b></td><td><b>Published</b></td><td><b>Summary</b></td></tr>",
            "<tr><td>Review</td><td>Published</td><td>Summary</td></tr>",
            "<tr><td colspan=3>All of our reviews</td></tr>"
            "<tr><td>Review</td><td>Published</td><td>Summary</td></tr>",
            "<tr><th rowspan=2>Review<th colspan=2>About it</tr><tr><th>Published<th>Summary</tr>",
        ],
    )
    def test_headers(self, head, lexicon):
        rows = table(A, B).removeprefix("<table>")
        found = read(f"<table>{head}{rows}", lexicon)
        assert [one.record["published"] for one in found.proposals] == ["2021-05", "2020"]
        assert [one.record["outcome"] for one in found.proposals] == ["death", "serious-harm"]

    def test_without_a_header_all_of_it_is_to_be_checked(self, lexicon):
        found = read(table(A, B), lexicon)
        assert [one.record["title"] for one in found.proposals] == ["Child A", "Child B"]
        assert "no-header" in {warning.code for warning in found.warnings}
        assert all("column-unsure" in codes(proposal) for proposal in found.proposals)

    def test_columns_that_are_nothing_known_are_said_to_be_left_out(self, lexicon):
        found = read(table([*A, "Blue"], [*B, "Red"], head=f"{HEAD}|Folder"), lexicon)
        assert any("“Folder” was left out" in warning.text for warning in found.warnings)
        assert "Folder: Blue" in found.text


class TestMergedCells:
    def test_a_cell_over_several_rows_is_in_each(self, lexicon):
        year = ["<td rowspan=2>2021</td>", "Child A", A[2]]
        found = read(table(year, ["Child B", B[2]], head="Year|Review|Summary"), lexicon)
        assert [one.record["published"] for one in found.proposals] == ["2021", "2021"]

    def test_a_review_over_several_rows_is_one(self, lexicon):
        first = ["<td rowspan=2>Child A</td>", "Listen to children", "4 months"]
        second = ["Ask about fathers", ""]
        found = read(table(first, second, head="Review|Learning|Age"), lexicon)
        (only,) = found.proposals
        assert [point["text"] for point in only.record["learning"]] == [
            "Listen to children",
            "Ask about fathers",
        ]

    def test_a_row_that_only_goes_on_belongs_to_the_one_above(self, lexicon):
        rows = [["Child A", "4 months", "One thing"], ["", "", "Another"], ["Child B", "7", "Last"]]
        found = read(table(*rows, head="Review|Age|Learning"), lexicon)
        assert [len(one.record["learning"]) for one in found.proposals] == [2, 1]

    def test_a_row_without_a_name_that_says_more_is_a_review_to_be_named(self, lexicon):
        found = read(table(A, ["", "2020", B[2]], head=HEAD), lexicon)
        assert "title-missing" in codes(found.proposals[1])

    @pytest.mark.parametrize(
        ("heading", "field", "value"),
        [("2019", "published", "2019"), ("May 2023", "added", "2023-05")],
    )
    def test_a_heading_among_rows_is_of_those_below(self, heading, field, value, lexicon):
        row = [f"<td colspan=2><b>{heading}</b></td>"]
        found = read(table(row, A[::2], B[::2], head="Review|Summary"), lexicon)
        assert [one.record[field] for one in found.proposals] == [value, value]

    def test_a_heading_that_names_neither_is_kept_where_it_can_be_seen(self, lexicon):
        row = ["<td colspan=2>Reviews of neglect</td>"]
        found = read(table(row, A[::2], B[::2], head="Review|Summary"), lexicon)
        assert found.text.count("Reviews of neglect") >= 1
        assert "left out" in " ".join(warning.text for warning in found.warnings)


class TestRecords:
    def test_a_table_of_labels_is_one_review(self, lexicon):
        rows = [["Title:", "Child A"], ["Date published:", "May 2021"], ["Age", "4 months"]]
        rows += [["Learning:", "<ul><li>a b<li>c d</ul>"], ["Recommendations", "None"]]
        (only,) = read(table(*rows), lexicon).proposals
        assert (only.record["title"], only.record["published"]) == ("Child A", "2021-05")
        assert [point["text"] for point in only.record["learning"]] == ["a b", "c d"]
        assert only.record["recommendations"] == []

    def test_two_pairs_may_stand_beside_each_other(self, lexicon):
        rows = [["Title", "Child A", "Age", "4 months"], ["Published", "2021", "Sex", "Male"]]
        (only,) = read(table(*rows), lexicon).proposals
        assert only.record["published"] == "2021"
        assert only.record["children"] == [{"age": "P4M", "age_text": "4 months", "sex": "boy"}]

    def test_its_title_may_be_the_heading_above(self, lexicon):
        rows = [["Published", "2021"], ["Type", "Serious case review"], ["Age", "4 months"]]
        found = read(f"<h2>Child A</h2>{table(*rows)}<h2>Child B</h2>{table(*rows)}", lexicon)
        assert [one.record["title"] for one in found.proposals] == ["Child A", "Child B"]
        assert found.leftovers == []

    def test_a_label_that_comes_again_begins_the_next(self, lexicon):
        one = [["Title", "Child A"], ["Published", "2021"], ["Age", "4 months"]]
        other = [["Title", "Child B"], ["Published", "2020"], ["Age", "7"]]
        found = read(table(*one, *other), lexicon)
        assert [proposal.record["published"] for proposal in found.proposals] == ["2021", "2020"]

    def test_a_value_without_a_label_goes_on(self, lexicon):
        rows = [["Title", "Child A"], ["Age", "4 months"], ["Learning", "a b"], ["", "c d"]]
        (only,) = read(table(*rows, ["Published", "2021"]), lexicon).proposals
        assert [point["text"] for point in only.record["learning"]] == ["a b", "c d"]

    def test_definitions_are_labels_and_values(self, lexicon):
        pairs = {"Published": "2021", "Age": "4 months", "Summary": A[2]}
        lines = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in pairs.items())
        found = read(f"<h2>Child A</h2><dl>{lines}</dl>", lexicon)
        (only,) = found.proposals
        assert (only.record["title"], only.record["incident"]) == ("Child A", "2019-06")

    def test_definitions_that_are_entries_stay_text(self):
        source = f"<dl><dt>2021 – Leeds – Child A</dt><dd>{A[2]}</dd></dl>"
        assert read_file("a.html", source.encode()).parts == ()

    def test_a_column_may_be_a_review(self, lexicon):
        rows = [["", "Child A", "Child B"], ["Age", "4 months", "7"], ["Published", "2021", "2020"]]
        found = read(table(*rows, ["Summary", A[2], B[2]]), lexicon)
        got = [(one.record["title"], one.record["published"]) for one in found.proposals]
        assert got == [("Child A", "2021"), ("Child B", "2020")]


FORM = f"""Reviews of the autumn

Child A

Published: May 2021
Type of review: Serious case review
Age: 4 months
Summary: {A[2]}

His parents were young.

Learning: ask about fathers; look at bruises

[Overview report](https://a.example/a)

Child B

Published: 2020
Type of review: Serious case review
Lead reviewer: Somebody
Age: 7
Summary: {B[2]}
"""


class TestLinesWithLabels:
    def test_they_are_reviews_under_their_headings(self, lexicon):
        found = mixed.read(read_pasted(FORM), lexicon)
        first, second = (proposal.record for proposal in found.proposals)
        assert (first["title"], first["published"]) == ("Child A", "2021-05")
        assert first["summary"].endswith("young.")
        assert len(first["learning"]) == 2
        assert [one["url"] for one in first["documents"]] == ["https://a.example/a"]
        assert (second["title"], second["published"]) == ("Child B", "2020")
        assert [one.text for one in found.leftovers] == ["Reviews of the autumn"]

    def test_labels_that_are_not_known_are_said(self, lexicon):
        found = mixed.read(read_pasted(FORM), lexicon)
        assert any("“Lead reviewer” was left out" in one.text for one in found.warnings)
        assert "Lead reviewer: Somebody" in found.text

    def test_a_label_that_comes_again_begins_the_next(self, lexicon):
        text = "Title: Child {}\nPublished: 2021\nAge: 7\nSummary: " + B[2]
        found = mixed.read(read_pasted(f"{text.format('A')}\n\n{text.format('B')}"), lexicon)
        assert [one.record["title"] for one in found.proposals] == ["Child A", "Child B"]

    def test_entries_of_a_list_are_none(self, lexicon):
        text = f"2021 – Leeds – Child A\n\n{A[2]}\n\nLearning: a; b.\nKeywords: c, d.\nModel: SILP."
        found = mixed.read(read_pasted(text), lexicon)
        assert found.proposals[0].record["keywords"] == ["c", "d"]
        assert "Record 1" not in found.text


class TestPastedTables:
    ROWS = "\n".join("\t".join(row) for row in (HEAD.split("|"), A, B))

    def test_cells_between_tabs_are_a_table(self, lexicon):
        found = mixed.read(read_pasted(f"Reviews\n{self.ROWS}\nRegards"), lexicon)
        assert [one.record["title"] for one in found.proposals] == ["Child A", "Child B"]
        assert [one.text for one in found.leftovers] == ["Reviews", "Regards"]

    def test_a_cell_of_several_lines_in_quotation_marks(self, lexicon):
        row = f'Child C\t2019\t"{A[2]}\n\nLearning: one thing; another thing."'
        found = mixed.read(read_pasted(f"{self.ROWS}\n{row}"), lexicon)
        assert len(found.proposals[2].record["learning"]) == 2

    @pytest.mark.parametrize("text", ["a\tb\tc", "Name\tRole\tTeam\nAnn\tChair\tB", "a\tb\nc"])
    def test_other_tabs_are_spaces(self, text):
        assert read_pasted(text).text == text.replace("\t", " ")


class TestTitles:
    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("2021 – Leeds – Child A", {"title": "Child A", "partnership": "Leeds"}),
            ("2021 – Anonymous – Child A", {"title": "Child A", "anonymous": True}),
            (
                "Serious case review: Child A",
                {"title": "Child A", "type": "serious-case-review"},
            ),
            ("Child A<br>Child practice review", {"title": "Child A", "nation": "wales"}),
        ],
    )
    def test_it_may_say_more_than_a_name(self, title, expected, lexicon):
        (only,) = read(table([title, A[2]], head="Review|Summary"), lexicon).proposals
        assert {name: only.record[name] for name in expected} == expected

    def test_columns_count_before_it(self, lexicon):
        row = ["2021 – Leeds – Child A", "York", "2020", A[2]]
        (only,) = read(table(row, head="Review|Partnership|Published|Summary"), lexicon).proposals
        assert (only.record["partnership"], only.record["published"]) == ("York", "2020")

    def test_its_link_is_one_to_a_report(self, lexicon):
        row = ["<a href='https://a.example/r'>Child A</a>", A[2]]
        (only,) = read(table(row, head="Review|Summary"), lexicon).proposals
        assert only.record["title"] == "Child A"
        assert [one["url"] for one in only.record["documents"]] == ["https://a.example/r"]

    def test_a_reference_stands_in_for_it(self, lexicon):
        found = read(table(["SCR12", "4 months", A[2]], head="Ref|Age|Summary"), lexicon)
        (only,) = found.proposals
        assert only.record["title"] == "SCR12"
        assert ("title", "column-unsure") in {(one.field, one.code) for one in only.warnings}

    def test_links_in_columns_without_a_name_are_reports(self, lexicon):
        row = ["Child A", A[2], "<a href='https://a.example/7'>Child A 7-minute briefing</a>"]
        (only,) = read(table(row, head="Review|Summary|Sheets"), lexicon).proposals
        assert [one["kind"] for one in only.record["documents"]] == ["seven-minute-briefing"]

    def test_a_date_that_may_be_that_of_the_incident_is_to_be_checked(self, lexicon):
        (only,) = read(table(A, head="Review|Date|Summary"), lexicon).proposals
        assert ("published", "column-unsure") in {(one.field, one.code) for one in only.warnings}

    def test_other_links_are_said(self, lexicon):
        row = ["Child A", "<a href='https://b.example'>Leeds</a>", A[2]]
        found = read(table(row, head="Review|Partnership|Summary"), lexicon)
        assert found.proposals[0].record["partnership"] == "Leeds"
        assert any("https://b.example" in warning.text for warning in found.warnings)


class TestAccountsBesideColumns:
    def test_what_columns_leave_open_comes_from_the_account(self, lexicon):
        (only,) = read(table([*A, "4 months"], head=f"{HEAD}|Age"), lexicon).proposals
        assert only.record["children"] == [{"age": "P4M", "age_text": "4 months", "sex": "boy"}]

    @pytest.mark.parametrize(
        ("name", "said", "code"),
        [
            ("Age", "5 months", "ages-differ"),
            ("Sex", "Female", "sexes-differ"),
            ("Age", "3 and 5 years", "children-differ"),
        ],
    )
    def test_where_they_differ_it_is_said(self, name, said, code, lexicon):
        (only,) = read(table([*A, said], head=f"{HEAD}|{name}"), lexicon).proposals
        assert code in codes(only)

    def test_nothing_is_said_where_they_agree(self, lexicon):
        (only,) = read(table([*A, "4 months"], head=f"{HEAD}|Age"), lexicon).proposals
        assert not {"ages-differ", "sexes-differ", "children-differ"} & codes(only)


class TestOtherTables:
    @pytest.mark.parametrize(
        "source",
        [
            table(["Ann Lee", "Chair", "Police"], ["Bob Roe", "Member", "GP"], head="Name|Role|Of"),
            table(["Neglect", "4 May 2026", "Hall"], head="Course|Date|Venue"),
            table(["Under 1", "41"], ["1 to 5", "30"], head="Age|Number of reviews"),
            table(["<h3>Child A</h3><p>Text</p>", "<h3>Child B</h3><p>Text</p>"], A, B),
        ],
        ids=["people", "courses", "figures", "layout"],
    )
    def test_they_are_text(self, source):
        assert read_file("a.html", source.encode()).parts == ()

    def test_pictures_beside_entries_are_a_layout(self, lexicon):
        cell = "<a href='https://a.example/{0}'>Child {0}</a><br>" + A[2] + "<br>Learning: a; b."
        rows = [["<img src=x alt=Cover>", cell.format("A")], ["<img src=y>", cell.format("B")]]
        found = read(table(*rows), lexicon)
        assert [one.record["title"] for one in found.proposals] == ["Child A", "Child B"]
        assert found.proposals[0].record["documents"][0]["url"] == "https://a.example/A"

    def test_entries_beside_each_other_are_a_layout(self, lexicon):
        entry = "<p>2021 – Leeds – Child {}</p><p>" + A[2] + "</p><p>Learning: " + "a; " * 90 + "b."
        rows = [[entry.format("A"), entry.format("B")], [entry.format("C"), entry.format("D")]]
        found = read(table(*rows), lexicon)
        assert [one.record["title"] for one in found.proposals] == [f"Child {x}" for x in "ABCD"]


def test_the_month_is_that_of_the_text_above(lexicon):
    found = read(f"<p>Reviews added in October 2024</p>{table(A, B, head=HEAD)}", lexicon)
    assert [one.record["added"] for one in found.proposals] == ["2024-10", "2024-10"]
    given = read(f"<p>Added in October 2024</p>{table(A, head=HEAD)}", lexicon, month="2024-11")
    assert given.proposals[0].record["added"] == "2024-11"


def test_a_year_above_a_table_is_that_of_publication(lexicon):
    found = read(f"<h2>Published in 2019</h2>{table(A[::2], head='Review|Summary')}", lexicon)
    assert found.proposals[0].record["published"] == "2019"


def test_a_count_is_compared_with_all_that_were_found(lexicon):
    above = "<p>Three reviews were added to the repository.</p>"
    found = read(above + table(A, B, head=HEAD), lexicon)
    assert [warning.code for warning in found.warnings] == ["count-differs"]


def test_a_pasted_page_is_read_the_same(lexicon):
    source = f"<p>Reviews</p>{table(A, B, head=HEAD)}"
    assert mixed.read(read_pasted(source), lexicon).text == read(source, lexicon).text


ROW = f"<tr><td>Child A<td>2021<td>{A[2]}"


WORDS = [f"W{number:06}" for number in range(20_000)]


@pytest.mark.parametrize(
    "source",
    [
        f"<table><tr><th>Review<th>Published<th>Summary{ROW * 2_500}</table>",
        f"<table><tr><th>Review<th rowspan=9999>Published<th>Summary{ROW * 2_000}</table>",
        "<table>" + "<tr><td rowspan=5000 colspan=60>Child A<td>b" * 20_000 + "</table>",
        "<table><tr><th>Review<th>Summary<tr>" + "<td>Child A" * 40_000 + "</table>",
        f"<table><tr><th>Review<th>Age<th>Summary{ROW}</table>" * 1_500,
        "<table><tr><th>Review<th>Summary<tr><td>a<td>" + "<p>b" * 60_000 + "</table>",
        "<table>" + "<tr><td>Title<td>Child A<tr><td>Age<td>4<tr><td>Sex<td>F" * 5_000,
        "<table>" + "".join(f"<tr><td>{word}<td>{word}" for word in WORDS) + "</table>",
        "<dl>" + "".join(f"<dt>{word}<dd>{word}" for word in WORDS) + "</dl>",
        "\n".join(f"{word}\tChild A\t{A[2]}\t{word}" for word in WORDS),
        "\n".join(f"{word} x: y" for word in WORDS),
        "Published: x\nAge: 4\nType: x\n" * 3_000,
        "Published: 2020\nAge: 4\nNation: x\n" + "- item\n\n" * 20_000,
        "\t\t\t\n" * 100_000 + "x",
    ],
    ids=lambda source: source[:24],
)
def test_no_table_takes_long(source, lexicon):
    began = time.thread_time()
    try:
        mixed.read(read_pasted(source), lexicon)
    except Unreadable as refused:
        assert str(refused).endswith(("paste it.", "one after the other."))
    assert time.thread_time() - began < 2 * SECONDS


def test_of_very_many_rows_the_first_are_read(lexicon, monkeypatch):
    monkeypatch.setattr(mixed, "MOST", 3)
    found = read(table(*[A] * 2, head=HEAD) + table(*[B] * 4, head=HEAD), lexicon)
    assert len(found.proposals) == 3
    assert [leftover.why for leftover in found.leftovers] == ["too many at once"] * 3
    assert "too-many" in {warning.code for warning in found.warnings}
