"""Word files and PDFs that are read in: what is kept of them, and that they can do no harm."""

import time

import pytest

from reviews import extraction
from reviews.intake.files import read_file
from reviews.intake.formats.texts import Unreadable
from reviews.intake.formats.word_text import STYLES
from tests import pdf_files, word_files
from tests.word_files import document, hyperlink, make_word, make_zip, paragraph, run

SECONDS = 8.0  # of the processor, on a machine that is busy with other tests


def word(*body, **parts):
    return read_file("list.docx", make_word(*body, **parts))


class TestWord:
    def test_headings_paragraphs_and_links(self):
        found = word(
            paragraph("2021 – Northmoor – Child T", style="H2"),
            f"<w:p>{run('Learning', bold=True)}{run(': includes a; b')}</w:p>",
            hyperlink("Read the review [PDF]"),
            paragraph("End"),
            addresses=["https://northmoor.example/t.pdf"],
        )
        assert found.text == (
            "2021 – Northmoor – Child T\n\nLearning: includes a; b\n\n"
            "[Read the review \\[PDF\\]](https://northmoor.example/t.pdf)\n\nEnd"
        )
        assert (found.kind, found.notes) == ("word", ())

    def test_lists_and_numbered_titles(self):
        found = word(
            paragraph("First title", numbered=2),
            paragraph("Learning includes:"),
            paragraph("one", numbered=1),
            paragraph("two", numbered=1),
            paragraph("Second title", numbered=2),
            paragraph("Text"),
        )
        assert found.text == (
            "First title\n\nLearning includes:\n\n- one\n- two\n\nSecond title\n\nText"
        )

    def test_breaks_tables_and_what_was_deleted(self):
        cell = "<w:tc>{}</w:tc>"
        row = f"<w:tr>{cell.format(paragraph('{}'))}{cell.format(paragraph('{}'))}</w:tr>"
        found = word(
            f"<w:p>{run('one')}<w:r><w:br/></w:r>{run('two')}</w:p>",
            f"<w:p>{run('a')}<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins></w:p>",
            f"<w:tbl>{row.format('Year', 'Area')}{row.format('2021', 'Leeds')}</w:tbl>",
        )
        assert found.text == "one\ntwo\n\nac\n\nYear | Area\n2021 | Leeds"

    def test_a_style_is_written_for_each_level(self):
        assert len(set(STYLES.split("\n"))) == 24

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"PK\x03\x04" + b"\x00" * 400, "broken"),
            (make_word(paragraph("a"))[:-60], "broken"),
            (make_zip({"a.txt": "b"}), "not a Word file"),
            (make_zip({"[Content_Types].xml": word_files.TYPES}), "not a Word file"),
            (make_word(**{"word/document.xml": "<w:document"}), "broken"),
            (make_word(**{"word/document.xml": "<a/>"}), "broken"),
            (make_word(**{"_rels/.rels": "", "word/document.xml": ""}), "broken"),
            (make_word(), "no text"),
            (make_word("<w:p>" * 20_000 + "</w:p>" * 20_000), "nested too deeply"),
            (make_word(run("a") * 30_000), "Divide it"),
            (make_word(**{f"word/{number}.txt": "" for number in range(2_100)}), "far more"),
            (make_word(paragraph("a" * 30_000_000)), "far more"),
            (make_word(**{"word/media/a.bin": b"\x00" * 150 * 1024**2}), "far more"),
        ],
        ids=lambda value: "" if isinstance(value, bytes) else value,
    )  # fmt: skip
    def test_what_can_not_be_read_is_refused_with_what_to_do(self, content, said):
        began = time.thread_time()
        with pytest.raises(Unreadable, match=said):
            read_file("list.docx", content)
        assert time.thread_time() - began < SECONDS

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    @pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
    def test_no_part_may_bring_entities(self, tmp_path, part, encoding):
        secret = tmp_path / "secret"
        secret.write_text("what nobody may read")
        declared = (
            f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w:document ['
            f'<!ENTITY a SYSTEM "{secret.as_uri()}">]>{document(paragraph("b &a;"))}'
        ).replace("&amp;a;", "&a;")
        content = make_word(paragraph("a"), **{part: declared.encode(encoding)})
        with pytest.raises(Unreadable, match="broken"):
            read_file("list.docx", content)

    def test_a_picture_elsewhere_is_not_asked_for(self):
        drawing = (
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:imagedata r:id="link1"/></v:shape></w:pict></w:r></w:p>'
        )
        found = word(paragraph("a"), drawing, addresses=["file:///etc/passwd"])
        assert found.text == "a"


class TestPdf:
    def test_lines_are_kept_and_pages_stand_apart(self):
        content = pdf_files.make_pdf("2021 - A - B\nDeath of a baby", "in May 2019.")
        found = read_file("list.pdf", content)
        assert found.text == "2021 - A - B\nDeath of a baby\n\nin May 2019."
        assert found.kind == "pdf"

    def test_links_stand_where_their_words_do(self):
        content = pdf_files.make_pdf("Read it\nChild A (PDF)\nRead it\nand its summary")
        rows = {780: "https://a.example/1", 752: "https://a.example/2", 738: "https://a.example/2"}
        links = b" ".join(
            b"<< /Type /Annot /Subtype /Link /Rect [50 %d 200 %d]"
            b" /A << /S /URI /URI (%s) >> >>" % (y - 2, y + 10, address.encode())
            for y, address in rows.items()
        )
        linked = content.replace(b"/Contents", b"/Annots [" + links + b"] /Contents", 1)
        assert read_file("list.pdf", linked).text == (
            "[Read it](https://a.example/1)\nChild A (PDF)\n"
            "[Read it and its summary](https://a.example/2)"
        )

    def test_pages_without_text_are_said(self):
        found = read_file("list.pdf", pdf_files.make_pdf("Learning from reviews", ""))
        assert "1 of 2 pages had no text." in found.notes

    def test_a_pdf_with_more_text_than_is_taken_is_not_read_in_part(self, monkeypatch):
        monkeypatch.setattr(extraction, "MOST_CHARACTERS", 20)
        with pytest.raises(Unreadable, match="Divide it"):
            read_file("list.pdf", pdf_files.make_pdf("Learning from reviews", "and more"))

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (pdf_files.picture_pdf(), "pictures of pages, no text"),
            (pdf_files.encrypted_pdf(), "password"),
            (pdf_files.make_pdf("words")[:300], "not whole"),
            (b"%PDF-1.7\n" + b"\x00" * 400 + b"%%EOF", "broken"),
        ],
    )
    def test_what_can_not_be_read_is_refused(self, content, said):
        with pytest.raises(Unreadable, match=said):
            read_file("list.pdf", content)

    def test_a_bomb_is_stopped(self):
        began = time.monotonic()
        with pytest.raises(Unreadable):
            read_file("list.pdf", pdf_files.swelling_pdf())
        assert time.monotonic() - began < 30
