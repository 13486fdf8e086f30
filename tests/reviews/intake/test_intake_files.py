"""Whatever file is read in becomes the one form of text, or is refused with what to do."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviews.intake.files import ACCEPT, KINDS, read_file, read_pasted
from reviews.intake.formats.texts import Text, Unreadable
from tests import pdf_files, word_files

FORMATS = Path(__file__).parents[2] / "files" / "intake" / "formats"
# What every one of the sample files says, however it says it.
LIST = """\
Case reviews published in 2021

2021 – Northmoor – Child T

Serious injury of a 5-month-old boy in March 2020.

Learning includes: share what is known before a baby comes home; ask who else lives in the household.

Recommendations: review how pre-birth assessments are shared; make sure that fathers are spoken to.

Keywords: infants, information sharing.

[Read the overview report](https://northmoor.example/child-t.pdf)

2021 – Anonymous – Sam and Robin

Neglect of two siblings, aged 3 and 6 years, over several years to June 2019.

Learning includes: look at the whole history and not at one visit; record what children say in their own words.

Recommendations: offer supervision to school staff.

Keywords: child neglect, siblings.

[Read the overview report](#)"""  # noqa: E501
SECONDS = 3.0  # of the processor, on a machine that is busy with other tests


def text_of(content, name="list.txt"):
    return read_file(name, content.encode() if isinstance(content, str) else content).text


class TestOneForm:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("headings.html", "html"),
            ("details.html", "html"),
            ("accordion.html", "html"),
            ("definitions.html", "html"),
            ("records.html", "html"),
            ("newsletter.html", "html"),
            ("month.md", "markdown"),
            ("month-1252.txt", "text"),
            ("month-utf16.txt", "text"),
        ],
    )
    def test_the_same_list_reads_the_same_from_every_format(self, name, kind):
        found = read_file(name, (FORMATS / name).read_bytes())
        assert (found.text, found.kind) == (LIST, kind)

    def test_every_sample_is_tried(self):
        tried = TestOneForm.test_the_same_list_reads_the_same_from_every_format.pytestmark[0].args[
            1
        ]
        elsewhere = {"lists.html"}
        assert {file.name for file in FORMATS.iterdir()} == {name for name, _ in tried} | elsewhere

    def test_a_text_that_was_read_is_read_again_as_itself(self):
        assert read_pasted(LIST).text == LIST

    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("a\r\nb\rc\n", "a\nb\nc"),
            ("a\n\n\n \n\nb", "a\n\nb"),
            ("a\x0cb", "a\n\nb"),
            ("  a \u00a0 b\u2009c  \n  d", "a b c\nd"),
            ("a\u200bb\u00adc\ufeff\x01\ue123", "abc"),
            ("cafe\u0301", "café"),
            ("• one\n\u2022\ttwo\n* three\n", "- one\n- two\n- three"),
            ("o\tone\n\uf0b7 two", "- one\n- two"),
            ("> Read the overview report", "Read the overview report"),
            ("a\n----------\nb\n***\nc", "a\n\nb\n\nc"),
            ("## A title ##\ntext", "A title\n\ntext"),
            ("**Learning**: includes __this__ and *that*", "Learning: includes this and that"),
            ("2 * 3 * 4, a_b_c and a__b__c", "2 * 3 * 4, a_b_c and a__b__c"),
            (r"1\. A title", "1. A title"),
            (r"[Read practice review \(PDF\)](#)", r"[Read practice review \(PDF\)](#)"),
            ("[a](/b.pdf) [c](mailto:d@e.example) [f](https://g.example/h_(i).pdf \"j\")",
             "[a](#) [c](#) [f](https://g.example/h_%28i%29.pdf)"),
            ("Read it<https://a.example/b>", "[Read it](https://a.example/b)"),
            ("-Not an item, 5 - 3 – 2", "-Not an item, 5 - 3 – 2"),
        ],
    )  # fmt: skip
    def test_a_plain_text(self, written, read):
        assert read_pasted(written).text == read

    def test_markdown_has_more(self):
        source = "<!-- a note -->\nA title\n=====\n```\n[one][1] and [two]\n```\n\n"
        source += '[1]: https://a.example/ "x"'
        expected = "A title\n\n[one](https://a.example/) and [two]"
        assert text_of(source, "list.md") == expected

    def test_the_source_of_a_page_can_be_pasted(self):
        found = read_pasted("<h3>2021 - A - B</h3><p>Death of a baby.</p>")
        assert (found.text, found.kind) == ("2021 - A - B\n\nDeath of a baby.", "html")

    @pytest.mark.parametrize("text", ["aged <1 year and </p> no more", "5 < 6 > 4, <redacted>"])
    def test_a_text_with_angle_brackets_is_no_page(self, text):
        assert read_pasted(text) == Text(text, "text")


class TestKinds:
    def test_names_that_may_be_uploaded(self):
        assert ACCEPT.split(",") == list(KINDS)
        assert {".txt", ".md", ".html", ".docx", ".pdf", ".csv", ".jsonl"} <= set(KINDS)

    @pytest.mark.parametrize(
        ("name", "content", "kind"),
        [
            ("a.txt", pdf_files.make_pdf("Learning from reviews"), "pdf"),
            ("a.pdf", word_files.make_word(word_files.paragraph("Learning")), "word"),
            ("a.txt", b"<!DOCTYPE html><p>Learning</p>", "html"),
            ("a.txt", b"<h2>Learning</h2>\n<p>More</p>", "html"),
            ("a.html", b"Learning", "text"),
            ("a.MD", b"# Learning", "markdown"),
            ("a", b"Learning", "text"),
            ("a.csv", b"Year,Area\r\n2021,Northmoor", "csv"),
            ("a.jsonl", b'{"title": "A"}', "jsonl"),
            ("a.json", b'[{"title": "A"}]', "jsonl"),
            ("a.txt", b'{"title": "A"}\n{"title": "B"}', "jsonl"),
        ],
    )
    def test_the_content_says_it_and_then_the_name(self, name, content, kind):
        assert read_file(name, content).kind == kind

    def test_a_table_keeps_its_spaces_and_quotes(self):
        content = '\ufeffYear,Text\r\n2021,"one  line\r\n\r\n\r\nand **another**"\r\n'.encode()
        assert (
            read_file("a.csv", content).text == 'Year,Text\n2021,"one  line\n\n\nand **another**"'
        )

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("a.txt", b"", "The file is empty"),
            ("a.txt", b" \n\xef\xbb\xbf ", "The file is empty"),
            ("a.docx", b"", "The file is empty"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Save it as .docx"),
            ("a.rtf", b"{\\rtf1 text}", r"rich text file .* Save it as .docx"),
            ("a.odt", word_files.make_zip({
                "mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
            ("a.docx", word_files.make_zip({"xl/workbook.xml": "<a/>"}), "Save it as .csv"),
            ("a.eml", b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", "e-mail"),
            ("a.docx", b"Only a text", "not a Word file, although"),
            ("a.pdf", b"Only a text", "not a PDF, although"),
            ("a.png", b"\x89PNG\r\n\x1a\n\x00", "a picture"),
            ("a.txt", bytes(range(256)) * 40, "not a text"),
            ("a.txt", b"\x00\x01\x02\x03" * 2000, "not a text"),
            ("a.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 50 + b"text" * 9, "not a text"),
            ("a.html", b"<html><script>alert(1)</script></html>", "no text"),
            ("a.md", b"# \n\n**", "no text"),
        ],
    )  # fmt: skip
    def test_what_can_not_be_read_is_refused_with_what_to_do(self, name, content, said):
        with pytest.raises(Unreadable, match=said):
            read_file(name, content)


class TestCharacters:
    @pytest.mark.parametrize(
        ("content", "text", "notes"),
        [
            ("– ‘café’".encode(), "– ‘café’", ()),
            ("– ‘café’".encode("cp1252"), "– ‘café’", ("Read as Windows-1252.",)),
            ("– ‘café’".encode("utf-8-sig"), "– ‘café’", ()),
            ("– ‘café’".encode("utf-16"), "– ‘café’", ()),
            ("\ufeff– ‘café’".encode("utf-16-be"), "– ‘café’", ()),
            ("plain words".encode("utf-16-le"), "plain words",
             ("Read as UTF-16, which the file does not say.",)),
            (b"caf\xc3\xa9s " * 9 + b"\xc3", "cafés " * 9 + "\ufffd",
             ("Broken characters are shown as \ufffd: 1.",)),
        ],
    )  # fmt: skip
    def test_the_encoding_is_found_and_said(self, content, text, notes):
        assert read_file("a.txt", content) == Text(text, "text", notes)

    @pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "no-such-thing", "hex"])
    def test_a_page_names_its_own(self, name):
        content = f'<meta charset="{name}"><p>Child A – ‘Lucy’</p>'.encode("cp1252")
        assert read_file("a.html", content).text == "Child A – ‘Lucy’"

    def test_a_page_that_names_another(self):
        content = '<html><meta charset="koi8-r"><p>дом</p>'.encode("koi8-r")
        assert read_file("a.html", content).text == "дом"


class TestLimits:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.txt", b"Learning includes: " * 1_100_000),
            ("a.txt", b"word " * 500_000),
            ("a.html", b"<p>" + b"word " * 3_000_000),
            ("a.csv", b"1,2\n" * 600_000),
        ],
        ids=["20 MB", "3 MB", "page", "table"],
    )
    def test_a_text_that_is_too_long(self, name, content):
        began = time.thread_time()
        with pytest.raises(Unreadable, match="Divide it"):
            read_file(name, content)
        assert time.thread_time() - began < SECONDS

    def test_a_file_that_is_too_large(self):
        with pytest.raises(Unreadable, match="larger than 20 MB"):
            read_file("a.txt", b"a" * (20 * 1024**2 + 1))

    @pytest.mark.parametrize(
        "content",
        [
            b"a" + "\u0301\u0316".encode() * 100_000,
            b" " * 750_000 + b"a",
            b"[" * 375_000,
            b"](((" * 100_000,
            b"[a](" * 100_000,
            b"*a " * 125_000,
            b"__a" * 125_000,
            b"a <http://" * 37_500,
            b"> # " * 100_000,
            b"- " * 200_000 + b"x",
            b"<!--" * 22_500,
            b"a:\n" + b" x\n" * 125_000,
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_hostile_lines_take_no_time(self, name, content):
        began = time.thread_time()
        try:
            assert len(read_file(name, content).text) <= len(content)
        except Unreadable as refused:
            assert re.search("no text", str(refused))
        assert time.thread_time() - began < SECONDS


NAMES = st.sampled_from([*(f"list{ending}" for ending in KINDS), "list", "list.doc", "../../x"])
BEGINNINGS = st.sampled_from([b"", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"{", b"<p>a</p><li>"])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=NAMES, begins=BEGINNINGS, content=st.binary(max_size=2_000))
@example(name="list.txt", begins=b"\xff\xfe\x00\x00", content=b"\xff")
@example(name="list.html", begins=b"", content=b"<a href='http://[x'>a</a><base href='//['>")
def test_any_bytes_are_a_text_or_are_refused(name, begins, content):
    try:
        found = read_file(name, begins + content)
    except Unreadable as refused:
        assert str(refused).endswith(".")
        return
    in_form(found)


TAGS = (
    "<p> </p> <ul> <li> </li> <ol> <table> <tr> <td> <th> </table> <h3> </h3> <br> </a> <pre>"
    " </pre> <div\thidden> <nav> <main> <article> <dl> <dt> <dd> <summary> <button> </ul>"
    " <a\thref=https://a.example/b> <a\thref=#c> word Learning: • > \n | [x] * &nbsp; &lt; #"
)
MARKUP = st.lists(st.sampled_from(TAGS.split(" ")), max_size=40).map(
    lambda parts: " ".join(parts).replace("\t", " ")
)


@settings(max_examples=400, deadline=None)
@given(source=MARKUP)
def test_any_markup_is_a_text_or_is_refused(source):
    for name in ("list.html", "list.md", "list.txt"):
        try:
            in_form(read_file(name, source.encode()))
        except Unreadable as refused:
            assert str(refused).endswith(".")


def in_form(found):
    """What every text is, whatever it was."""
    assert found.text.strip()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u00ad\u00a0\ud800-\udfff]", found.text)
    if found.kind not in ("csv", "jsonl"):
        assert not re.search("\n\n\n|^ | $|  |\t|\\A\n|\n\\Z", found.text, re.MULTILINE)
