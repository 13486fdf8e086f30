"""Tables as sources: how rows are read, what columns are taken for, and what cells say."""

import csv
import io
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import records
from reviews.intake.lexicon import Lexicon, bundled
from reviews.intake.tables import read_table
from reviews.intake.tables.column_names import FIELDS, IGNORE, named
from reviews.intake.tables.columns import problems_of, propose, signature
from reviews.intake.tables.jsonl import read_jsonl
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.sheets import MOST_ROWS, read_csv
from reviews.phrases import Term

LEXICON = Lexicon(
    [
        Term("type", "serious-case-review", "Serious case review"),
        Term("type", "rapid-review", "Rapid review"),
        Term("outcome", "death", "Death", ("died",)),
        Term("theme", "neglect", "Neglect"),
        Term("theme", "disguised-compliance", "Disguised compliance"),
        Term("theme", "information-sharing", "Information sharing", ("sharing, of information",)),
        Term("harm", "drowning", "Drowning"),
        Term("document_kind", "executive-summary", "Executive summary"),
        Term("document_kind", "overview-report", "Overview report"),
    ],
    {"Northmere": "Northmere Safeguarding Children Partnership"},
)


def cells(text):
    return [row.cells for row in read_csv(text).rows]


def codes(text):
    return [problem.code for problem in read_csv(text).problems]


def said(text, code):
    """What is said of a problem, and of which row."""
    return [(p.row, p.text) for p in read_csv(text).problems if p.code == code]


def one(text, mapping, lexicon=LEXICON, **options):
    """The only proposal of a table whose header stands in the text."""
    intake = read_rows(read_csv(text), mapping, lexicon, **options)
    assert len(intake.proposals) == 1, intake.rest()
    return intake.proposals[0], intake


def of_cell(code, cell, header=None, lexicon=LEXICON):
    """What a cell of a column makes, beside a title."""
    made = io.StringIO()
    csv.writer(made).writerows([["Title", header or FIELDS[code].label], ["Child A", cell]])
    return one(made.getvalue(), ["title", code], lexicon)[0]


def warned(proposal, field):
    return [warning.code for warning in proposal.warnings if warning.field == field]


class TestRows:
    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    def test_what_stands_between_cells_is_found(self, separator):
        lines = [["Title", "Year", "Summary"], ["Child A", "2018", "x"], ["Child B", "2019", "y"]]
        text = "\n".join(separator.join(line) for line in lines)
        assert read_csv(text).header == lines[0]
        assert cells(text) == [tuple(line) for line in lines[1:]]

    def test_semicolons_in_texts_do_not_divide_a_table_with_commas(self):
        text = 'Title,Learning\nChild A,"one; two; three"\nChild B,"four; five; six"\n'
        assert cells(text) == [("Child A", "one; two; three"), ("Child B", "four; five; six")]

    def test_quotation_marks_separators_and_line_breaks_in_a_cell(self):
        text = 'Title,Summary\n"Child ""A"", B","one\ntwo"\nChild C,three\n'
        assert cells(text) == [('Child "A", B', "one\ntwo"), ("Child C", "three")]

    def test_a_row_has_the_number_that_a_spreadsheet_shows(self):
        text = 'sep=;\nTitle;Summary\n"Child A";"one\ntwo\nthree"\n\nChild B;x\n'
        assert [row.number for row in read_csv(text).rows] == [2, 4]

    def test_byte_order_mark_and_the_line_of_the_separator_are_no_header(self):
        table = read_csv("\ufeffsep=;\r\nTitle;Year\r\nChild A, B;2018\r\n")
        assert table.header == ["Title", "Year"]
        assert table.rows[0].cells == ("Child A, B", "2018")

    def test_one_column_is_not_divided(self):
        text = "Entry\n2018 - Anonymous - Child A, died; and so on\n"
        assert cells(text) == [("2018 - Anonymous - Child A, died; and so on",)]

    def test_a_forgotten_quotation_mark_swallows_no_rows(self):
        text = 'Title,Year\n"Child A,2018\nChild B,2019\nChild C,"2020"\n'
        assert [row.number for row in read_csv(text).rows] == [2, 3, 4]
        assert said(text, "open-quote")[0][0] == 2

    def test_quotation_marks_inside_a_text_stay(self):
        assert cells('Title,Year\n"Lucy" of the North,2018\n')[0][0] == '"Lucy" of the North'

    def test_empty_rows_are_told_of_with_their_numbers(self):
        text = "Title,Year\nChild A,2018\n,\n,\nChild B,2019\n\nChild C,2020\n,\n,\n"
        assert [row.number for row in read_csv(text).rows] == [2, 5, 7]
        assert said(text, "empty-rows") == [(3, "Rows 3 to 4 and 6 are empty.")]

    def test_a_row_with_too_many_cells_loses_none(self):
        table = read_csv("Title,Year\nChild A,2018,Essex, more\n")
        assert table.header == ["Title", "Year", "Column C", "Column D"]
        assert table.rows[0].cells == ("Child A", "2018", "Essex", "more")
        assert (2, "long-row") in [(problem.row, problem.code) for problem in table.problems]

    def test_a_row_with_too_few_cells_is_told_of(self):
        text = "Title,Year,Summary\nChild A\nChild B,2018,x\n"
        assert cells(text)[0] == ("Child A", "", "")
        assert [row for row, _ in said(text, "short-row")] == [2]

    def test_names_that_are_missing_or_stand_twice(self):
        table = read_csv("Title,Learning,,Learning\nChild A,one,x,two\n")
        assert table.header == ["Title", "Learning", "Column C", "Learning"]
        texts = [problem.text for problem in table.problems]
        assert texts == [
            "Columns B and D have the same name, “Learning”.",
            "Column C has no name.",
        ]

    def test_a_column_without_name_and_cells_is_none(self):
        table = read_csv("Title,,Year,\nChild A,,2018,\n")
        assert (table.header, table.letters) == (["Title", "Year"], ["A", "C"])
        assert table.problems == []

    def test_what_stands_above_the_names_is_not_taken_for_them(self):
        text = "Reviews of 2018,,\nMade by the library,,\nTitle,Year,Area\nChild A,2018,Essex\n"
        assert read_csv(text).header == ["Title", "Year", "Area"]
        assert [row for row, _ in said(text, "above-header")] == [1, 2]

    def test_without_names_the_first_row_is_a_review(self):
        text = "Child A,2018,https://example.org/a\nChild B,2019,https://example.org/b\n"
        table = read_csv(text)
        assert table.header == ["Column A", "Column B", "Column C"]
        assert [row.number for row in table.rows] == [1, 2]
        assert "no-header" in codes(text)

    def test_formulas_are_kept_as_texts(self):
        text = "Title,Year\nChild A,=2000+18\n"
        assert cells(text) == [("Child A", "=2000+18")]
        assert [row for row, _ in said(text, "formula")] == [2]

    def test_a_cell_that_is_much_too_long_is_told_of_and_kept(self):
        text = f"Title,Summary\nChild A,{'x' * 100_001}\n"
        assert len(cells(text)[0][1]) == 100_001
        assert [row for row, _ in said(text, "long-cell")] == [2]

    def test_more_rows_than_are_read(self):
        text = "Title\n" + "Child A\n" * (MOST_ROWS + 7)
        table = read_csv(text)
        assert len(table.rows) == MOST_ROWS
        assert said(text, "too-many-rows")[0][0] == MOST_ROWS + 2
        assert " 7 below" in said(text, "too-many-rows")[0][1]

    def test_more_columns_than_are_read(self):
        text = ",".join(f"Learning {n}" for n in range(300)) + "\n" + "x," * 300
        assert len(read_csv(text).header) == 200
        assert "too-many-columns" in codes(text)

    @pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,", "\ufeff"])
    def test_nothing(self, text):
        assert codes(text) == ["empty"]

    def test_names_alone(self):
        assert codes("Title,Year\n") == ["no-rows"]

    def test_signs_that_no_text_has_are_left_out_and_told_of(self):
        text = "Title,Year\nChild\x00 A\x07,2018\n"
        assert cells(text) == [("Child A", "2018")]
        assert "2 characters" in said(text, "not-text")[0][1]


class TestColumns:
    @pytest.mark.parametrize(
        ("header", "field"),
        [
            ("Title", "title"),
            ("Child’s alias", "title"),
            ("Review Type", "type"),
            ("LSCB", "partnership"),
            ("Publication date", "published"),
            ("Date of incident", "incident"),
            ("AGE(S)", "age"),
            ("Gender", "sex"),
            ("Learning 3", "learning"),
            ("2. Recommendations", "recommendations"),
            ("report_link", "report_link"),
            ("URL", "report_link"),
            ("Key words", "keywords"),
            ("Recomendations", "recommendations"),
            ("Abstract", "summary"),
            ("Ref", IGNORE),
        ],
    )
    def test_by_name(self, header, field):
        assert named(header)[0] == field

    @pytest.mark.parametrize("header", ["", "Xyz", "!", "x" * 300])
    def test_names_that_say_nothing(self, header):
        assert named(header) is None

    def test_less_known_names_are_less_sure(self):
        sure = [named(name)[1] for name in ("Learning", "Learning 2", "Recomendations", "Our age")]
        assert sure == sorted(sure, reverse=True)
        assert len(set(sure)) == 4

    def guessed(self, text, lexicon=LEXICON):
        return [(guess.field, guess.is_sure) for guess in propose(read_csv(text), lexicon)]

    def test_by_cells_where_the_name_says_nothing(self):
        rows = ["Child A,May 2018,boy,https://example.org/a,serious case review,4 months"] * 3
        found = self.guessed("A1,A2,A3,A4,A5,A6\n" + "\n".join(rows))
        expected = ["title", "published", "sex", "report_link", "type", "age"]
        assert [field for field, _ in found] == expected
        assert found[0] == ("title", False)

    def test_a_name_within_a_name_is_believed_where_the_cells_agree(self):
        text = "Title,Age at time of incident\nChild A,{}\n"
        assert self.guessed(text.format("6 weeks"))[1] == ("age", True)
        assert self.guessed(text.format("some"))[1] == ("age", False)

    def test_whole_entries_are_seen_by_their_parts(self):
        entry = "Death of a boy in 2016. " * 12 + "Learning: ask; tell. Keywords: neglect."
        assert self.guessed(f"Text,Link\n{entry},\n") == [("entry", True), ("report_link", True)]
        assert self.guessed(f"Details,x\n{entry},1\n")[0] == ("entry", True)

    def test_a_name_that_its_cells_contradict_is_not_sure(self):
        assert self.guessed("Title,Published\nChild A,by the board\n")[1] == ("published", False)

    def test_only_one_column_is_a_field_of_one_value(self):
        found = self.guessed("Title,Summary,Abstract\nChild A,x,y\n")
        assert [field for field, _ in found] == ["title", "summary", IGNORE]
        assert not found[2][1]

    def test_several_columns_may_fill_a_list(self):
        found = self.guessed("Title,Learning 1,Learning 2\nChild A,x,y\n")
        assert [field for field, _ in found] == ["title", "learning", "learning"]

    def test_what_is_wrong_with_a_choice(self):
        header = ["Title", "Name", "X"]
        assert problems_of(header, ["title", "summary", IGNORE]) == []
        assert problems_of(header, ["title", "title", "nonsense"]) == [
            (1, "“Title” is “Title” already. Only one column can be."),
            (2, "Choose what this column is."),
        ]
        assert problems_of(header, ["learning", IGNORE, IGNORE])[0][0] is None

    def test_a_signature_is_that_of_the_names_in_their_order(self):
        assert signature(["Title", "Year"]) == signature([" title ", "YEAR"])
        assert signature(["Title", "Year"]) != signature(["Year", "Title"])
        assert signature(["a,b"]) != signature(["a", "b"])


class TestCells:
    @pytest.mark.parametrize(
        ("code", "cell", "value"),
        [
            ("published", "May 2018", "2018-05"),
            ("incident", "5/12/2020", "2020-12-05"),
            ("incident", "not known", None),
            ("added", "2023-05", "2023-05"),
            ("added", "12 May 2023", "2023-05"),
            ("type", "Serious case review", "serious-case-review"),
            ("outcome", "died", "death"),
            ("nation", "Wales", "wales"),
            ("nation", "NI", "northern-ireland"),
            ("anonymous", "Yes", True),
            ("anonymous", "n", False),
            ("partnership", "northmere", "Northmere Safeguarding Children Partnership"),
            ("summary", "one\n\ntwo", "one\n\ntwo"),
            ("title", "Child\nA", "Child A"),
        ],
    )
    def test_one_value(self, code, cell, value):
        if code == "title":
            proposal = one(f'Title,X\n"{cell}",y\n', ["title", IGNORE])[0]
        else:
            proposal = of_cell(code, cell)
        assert proposal.record[FIELDS[code].record] == value
        assert warned(proposal, FIELDS[code].record) == []

    @pytest.mark.parametrize(
        ("code", "cell", "warning"),
        [
            ("published", "Sping 2020", "date-not-read"),
            ("incident", "31/2/2020", "date-not-read"),
            ("added", "2023", "not-a-month"),
            ("type", "Inspection", "term-unknown"),
            ("nation", "France", "nation-unknown"),
            ("anonymous", "perhaps", "not-yes-or-no"),
            ("headline", "x" * 500, "too-long"),
        ],
    )
    def test_a_wrong_cell_is_left_out_and_shown_with_its_row(self, code, cell, warning):
        proposal = of_cell(code, cell)
        field = FIELDS[code].record
        assert field not in proposal.fields
        assert warned(proposal, field) == [warning]
        shown = next(found.text for found in proposal.warnings if found.field == field)
        assert shown.startswith("Row 2, “")
        assert cell[:20] in shown

    def test_the_number_of_a_day_is_no_date_and_says_what_it_may_be(self):
        (warning,) = [one for one in of_cell("published", "43525").warnings if "43525" in one.text]
        assert "how a spreadsheet counts days" in warning.text

    def test_a_misspelt_term_is_proposed_and_warned_of(self):
        proposal = of_cell("type", "Serious case revew")
        assert proposal.record["type"] == "serious-case-review"
        assert proposal.fields["type"]["confidence"] < 0.6
        assert warned(proposal, "type") == ["term-near"]

    def test_terms_are_divided_at_semicolons_lines_and_where_need_be_commas(self):
        proposal = of_cell("themes", "Neglect; sharing, of information\ndisguised complience, xyz")
        assert proposal.record["themes"] == [
            "neglect",
            "information-sharing",
            "disguised-compliance",
        ]
        assert proposal.record["keywords"] == ["xyz"]
        assert warned(proposal, "themes") == ["term-near", "term-unknown"]

    def test_the_words_of_a_term_are_those_of_the_cell(self):
        proposal = of_cell("themes", "Neglect; disguised complience")
        items = proposal.fields["themes"]["items"]
        assert [item["words"] for item in items] == [["Neglect"], ["disguised complience"]]

    def test_keywords_are_kept_as_written_and_each_once(self):
        text = 'Title,Keywords,Themes\nChild A,"rape, residence orders, Rape.",xyz\n'
        proposal, _ = one(text, ["title", "keywords", "themes"])
        assert proposal.record["keywords"] == ["rape", "residence orders", "xyz"]

    def test_anonymous_for_a_partnership(self):
        proposal = of_cell("partnership", "Anonymous")
        assert (proposal.record["anonymous"], proposal.record["partnership"]) == (True, None)

    def test_a_review_published_anonymously_is_never_joined_to_an_area(self):
        text = "Title,Area,Anonymous\nChild A,Northmere,yes\n"
        proposal, _ = one(text, ["title", "partnership", "anonymous"])
        assert proposal.record["partnership"] is None
        assert warned(proposal, "partnership") == ["anonymous-with-area"]

    def test_an_unknown_partnership_is_proposed_as_a_new_one(self):
        proposal = of_cell("partnership", "Southmere")
        assert proposal.record["partnership"] == "Southmere"
        assert warned(proposal, "partnership") == ["partnership-unknown"]

    def test_publication_before_the_incident(self):
        text = "Title,Published,Incident\nChild A,2016,2018\n"
        proposal, _ = one(text, ["title", "published", "incident"])
        assert warned(proposal, "published") == ["before-incident"]


class TestChildren:
    def read(self, age="", sex="", header="Age"):
        made = io.StringIO()
        csv.writer(made).writerows([["Title", header, "Sex"], ["Child A", age, sex]])
        proposal, _ = one(made.getvalue(), ["title", "age", "sex"])
        found = [(child["age"], child["sex"]) for child in proposal.record["children"]]
        return found, warned(proposal, "children")

    @pytest.mark.parametrize(
        ("age", "sex", "children"),
        [
            ("4 years", "boy", [("P4Y", "boy")]),
            ("14 weeks; unborn", "F; not known", [("P14W", "girl"), ("unborn", None)]),
            ("3 to 7 years", "", [("P3Y/P7Y", None)]),
            ("4-year-old girl", "", [("P4Y", "girl")]),
            ("", "2 boys", [(None, "boy"), (None, "boy")]),
            ("4 and 6", "boy and girl", None),
            ("not stated", "male", [(None, "boy")]),
        ],
    )
    def test_ages_and_sexes(self, age, sex, children):
        found, codes = self.read(age, sex)
        if children is None:
            assert found == [("P4Y", "boy"), ("P6Y", "girl")]
            assert codes == ["ages-divided"]
        else:
            assert (found, codes) == (children, [])

    def test_the_unit_of_the_column_is_that_of_a_bare_number(self):
        assert self.read("6", header="Age in months")[0] == [("P6M", None)]
        assert self.read("6")[0] == [("P6Y", None)]

    def test_an_age_that_is_none_keeps_the_words(self):
        proposal = of_cell("age", "teenager")
        child = proposal.record["children"][0]
        assert child == {"age": None, "age_text": "teenager", "sex": None}
        assert warned(proposal, "children") == ["age-not-read"]

    def test_one_sex_for_several(self):
        assert self.read("4 years; 6 years", "girls") == ([("P4Y", "girl"), ("P6Y", "girl")], [])
        assert self.read("4 years; 6 years", "girl")[1] == ["one-sex-for-all"]

    def test_ages_and_sexes_that_do_not_match_are_warned_of(self):
        found, codes = self.read("4 years; 6 years; 8 years", "boy; girl")
        assert [age for age, _ in found] == ["P4Y", "P6Y", "P8Y"]
        assert codes == ["ages-and-sexes"]

    def test_a_sex_that_is_none(self):
        assert self.read("4 years", "unclear") == ([("P4Y", None)], [])
        assert self.read("4 years", "child")[1] == ["sex-not-read"]


class TestLists:
    def test_points_at_semicolons_and_lines_without_bullets(self):
        proposal = of_cell("learning", "Ask (who; when); tell.\n• Write it down\n2. Look again")
        texts = [point["text"] for point in proposal.record["learning"]]
        assert texts == ["Ask (who; when)", "tell.", "Write it down", "Look again"]

    def test_a_cell_of_several_columns_is_one_point(self):
        text = "Title,Learning 1,Learning 2\nChild A,Ask; then tell.,Look.\n"
        proposal, intake = one(text, ["title", "learning", "learning"])
        texts = [point["text"] for point in proposal.record["learning"]]
        assert texts == ["Ask; then tell.", "Look."]
        items = proposal.fields["learning"]["items"]
        assert [intake.text[item["start"] : item["end"]] for item in items] == texts

    def test_links_with_their_names(self):
        text = (
            "Title,Link,Name\nChild A,https://example.org/a https://example.org/b,"
            "Executive summary; Our report\n"
        )
        proposal, _ = one(text, ["title", "report_link", "report_label"])
        assert proposal.record["documents"] == [
            {
                "label": "Executive summary",
                "kind": "executive-summary",
                "url": "https://example.org/a",
            },
            {"label": "Our report", "kind": "overview-report", "url": "https://example.org/b"},
        ]

    def test_a_link_as_intake_writes_it(self):
        cell = r"[Read practice review \(PDF\)](https://example.org/a)"
        document = of_cell("report_link", cell).record["documents"][0]
        assert document["label"] == "Read practice review (PDF)"
        assert document["kind"] == "practice-review"

    def test_the_name_of_the_column_says_what_the_document_is(self):
        proposal = of_cell("report_link", "https://example.org/a", header="Overview report")
        document = proposal.record["documents"][0]
        assert (document["label"], document["kind"]) == ("Overview report", "overview-report")

    @pytest.mark.parametrize(
        ("cell", "code"), [("#", "no-link"), ("example.org", "link-not-read"), ("n/a", "no-link")]
    )
    def test_no_links(self, cell, code):
        proposal = of_cell("report_link", cell, header="Where")
        assert proposal.record["documents"] == []
        assert warned(proposal, "documents") == [code]

    def test_no_more_items_than_a_record_may_have(self):
        proposal = of_cell("learning", ";".join(["Ask."] * 400))
        assert len(proposal.record["learning"]) == 300
        assert warned(proposal, "learning") == ["too-many"]


class TestEntries:
    ENTRY = (
        "2018 – Anonymous – Child A\nDeath of a 4-week-old boy in May 2016.\n"
        "Learning: ask questions; share information."
    )

    def test_a_whole_entry_is_read_as_one_and_its_places_are_right(self):
        made = io.StringIO()
        csv.writer(made).writerows([["Entry", "Link"], [self.ENTRY, "https://example.org/a"]])
        proposal, intake = one(made.getvalue(), ["entry", "report_link"], bundled())
        assert proposal.record["title"] == "Child A"
        assert proposal.record["anonymous"] is True
        assert proposal.record["documents"][0]["url"] == "https://example.org/a"
        place = proposal.fields["title"]
        assert intake.text[place["start"] : place["end"]] == "Child A"

    def test_a_column_takes_the_place_of_what_the_entry_says(self):
        made = io.StringIO()
        csv.writer(made).writerows([["Entry", "Name"], [self.ENTRY, "Baby B"]])
        proposal, _ = one(made.getvalue(), ["entry", "title"], bundled())
        assert proposal.record["title"] == "Baby B"
        assert len(proposal.record["learning"]) == 2


class TestWhole:
    TEXT = (
        "Title,Year,Summary,Notes\nChild A,2018,A boy died.,x\n,,,only this\n"
        "Child C,never,What happened.,\n"
    )

    def test_each_row_is_written_out_and_every_place_is_right(self):
        intake = read_table("csv", self.TEXT, LEXICON)
        first = intake.proposals[0]
        assert first.span.of(intake.text) == (
            "Row 2\nTitle: Child A\nYear: 2018\nSummary: A boy died.\nNotes: x\n"
        )
        for proposal in intake.proposals:
            for name in ("title", "published", "summary"):
                if place := proposal.fields.get(name):
                    shown = intake.text[place["start"] : place["end"]]
                    assert shown == proposal.record[name]

    def test_a_row_of_which_nothing_can_be_used_is_left_over_with_its_number(self):
        intake = read_table("csv", self.TEXT, LEXICON)
        assert [p.record["title"] for p in intake.proposals] == ["Child A", "Child C"]
        assert "row-not-usable" in [warning.code for warning in intake.warnings]
        (left,) = intake.leftovers
        assert left.text == "Row 3\nNotes: only this"
        assert left.span.of(intake.text) == left.text

    def test_of_many_problems_of_one_sort_the_first_are_told_and_the_rows_of_all(self):
        text = "Title,Notes\nChild A,\n" + ",=A1\n" * 100
        intake = read_table("csv", text, LEXICON)
        formulas = [w.text for w in intake.warnings if w.code == "formula"]
        assert len(formulas) == 26
        assert formulas[-1] == "And 75 more like the one before, in rows 28 to 102."
        assert len([w for w in intake.warnings if w.code == "row-not-usable"]) == 26
        assert len(intake.leftovers) == 100

    def test_columns_that_are_not_sure_are_told_of(self):
        intake = read_table("csv", "Thing,Year\nChild A,2018\n", LEXICON)
        unsure = [w.text for w in intake.warnings if w.code == "column-unsure"]
        assert unsure == ["The column “Thing” was taken for “Title”. Check that."]

    def test_a_table_without_titles_says_so(self):
        intake = read_table("csv", "Year,Summary\n2018,x\n", LEXICON)
        assert "columns" in [warning.code for warning in intake.warnings]
        assert warned(intake.proposals[0], "title") == ["title-missing"]

    def test_the_month_is_that_of_rows_that_name_none(self):
        text = "Title,Added\nChild A,\nChild B,2023-05\n"
        intake = read_table("csv", text, LEXICON, month="2024-02")
        assert [p.record["added"] for p in intake.proposals] == ["2024-02", "2023-05"]

    def test_thousands_of_unknown_words_are_not_compared_without_end(self):
        rows = "\n".join(f"Child {n},thing{n:04}" for n in range(900))
        intake = read_rows(read_csv(f"Title,Themes\n{rows}"), ["title", "themes"], LEXICON)
        assert len(intake.proposals) == 900
        assert "not-compared" in [warning.code for warning in intake.warnings]


class TestHostile:
    """Each took seconds, or for ever, with patterns that try everything."""

    @pytest.mark.parametrize("text", ["[a](", "a;", "a,", "(", "boy ", "4 years; ", '""', '"a '])
    @pytest.mark.parametrize("column", ["Title", "Themes", "Learning", "Age", "Sex", "Link", "X"])
    def test_a_long_cell_takes_no_long_time(self, column, text):
        begun = time.process_time()
        read_table("csv", f'Title,{column} 2\nA,"{text * 8_000}"\n', LEXICON)
        assert time.process_time() - begun < 3

    @pytest.mark.parametrize("text", ['"', '"a\n', '"""', '""",\n"', ",", '\t"', '("'])
    def test_nor_does_a_long_file(self, text):
        begun = time.process_time()
        read_table("csv", "Title,Year\n" + text * 60_000, LEXICON)
        assert time.process_time() - begun < 6

    @pytest.mark.parametrize("field", ["learning", "themes", "keywords"])
    def test_thousands_of_items_are_counted_and_not_read(self, field):
        line = json.dumps({"title": "A", field: [f"item {n}" for n in range(50_000)]})
        begun = time.process_time()
        (proposal,) = read_jsonl(line, LEXICON).proposals
        assert time.process_time() - begun < 4
        assert "50,000 items" in " ".join(warning.text for warning in proposal.warnings)


CODES = list(FIELDS)
CELLS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(['"', '""', '"a', "a;b", "\n", "2018", "4 years", "=1", "#", "[a](b)", "-"]),
)


class TestAnything:
    @settings(max_examples=150, deadline=None)
    @given(st.text(max_size=400))
    def test_any_text_can_be_read(self, text):
        intake = read_table("csv", text, LEXICON)
        assert intake.proposals or intake.warnings

    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.lists(CELLS, max_size=6), max_size=6), st.sampled_from(",;\t|"))
    def test_what_a_spreadsheet_writes_is_read_back(self, rows, separator):
        made = io.StringIO()
        csv.writer(made, delimiter=separator).writerows(rows)
        intake = read_table("csv", made.getvalue(), LEXICON)
        for leftover in intake.leftovers:
            assert leftover.span.of(intake.text) == leftover.text

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_every_record_can_be_loaded_but_for_what_is_missing(self, data):
        width = data.draw(st.integers(1, 6))
        mapping = data.draw(st.lists(st.sampled_from(CODES), min_size=width, max_size=width))
        row = data.draw(st.lists(CELLS, min_size=width, max_size=width))
        made = io.StringIO()
        csv.writer(made).writerows([[f"Learning {n}" for n in range(width)], row])
        table = read_csv(made.getvalue())
        mapping = (mapping * 200)[: len(table.header)]
        for proposal in read_rows(table, mapping, LEXICON, month="2024-02").proposals:
            record = proposal.record | {"reference": "CR-2024-0001"}
            record["added"] = "2024-02"
            for name in ("title", "summary"):
                record[name] = record[name] or "?"
            try:
                records.parse(record)
            except ValueError as error:
                assert "before the incident" in str(error)
