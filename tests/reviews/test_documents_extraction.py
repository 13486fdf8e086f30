"""What is in a PDF; and whatever is in it, nothing happens to who reads it."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviews import extraction
from reviews.extraction import READING, Unreadable, extract
from reviews.extraction.mending import has_words, mend
from tests import pdf_files

WORDS = "Professionals did not ask what a move had interrupted for the family."

PROJECT = Path(__file__).resolve().parents[2]
# Read in a process of its own, because the memory of children is counted over its whole life.
STOPPED = """
import resource, sys
from pathlib import Path
from reviews.extraction import Unreadable, extract
try:
    extract(Path(sys.argv[1]), seconds=3, megabytes=512)
except Unreadable as reason:
    print(reason)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "report.pdf"
        path.write_bytes(content)
        return path

    return write


class TestWhatIsThere:
    def test_pages_and_text(self, file):
        content = extract(file(pdf_files.make_pdf(WORDS, "The second page.")))
        assert (content.pages, content.has_text) == (2, True)
        assert content.text == f"{WORDS}\n\nThe second page."

    def test_a_word_that_a_line_divides_is_whole(self, file):
        content = extract(file(pdf_files.make_pdf("The safe-\nguarding partnership")))
        assert content.text == "The safeguarding partnership"

    def test_text_is_taken_up_to_a_limit(self, file, monkeypatch):
        monkeypatch.setattr(extraction, "MOST_CHARACTERS", 100)
        content = extract(file(pdf_files.make_pdf(*[WORDS] * 5)))
        assert content.pages == 5
        assert 80 < len(content.text) <= 110

    def test_pages_that_are_pictures_are_said_to_have_no_text(self, file):
        content = extract(file(pdf_files.picture_pdf(pages=3)))
        assert (content.pages, content.text, content.has_text) == (3, "", False)

    def test_a_title_on_scanned_pages_is_no_text(self, file):
        content = extract(file(pdf_files.make_pdf("Serious case review", *[""] * 9)))
        assert not content.has_text


class TestWhatIsNotAReport:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is empty"),
            (b"not a PDF at all", "is not a PDF"),
            (b" %PDF-1.7 %%EOF", "is not a PDF"),
            (b"<!DOCTYPE html><title>Not found</title>", "web page and not a PDF"),
            (b"\n<html><body>%PDF- %%EOF", "web page and not a PDF"),
            (b"%PDF-1.7\n" + b"\x00\xff" * 500 + b"%%EOF", "broken"),
            (pdf_files.make_pdf(WORDS, WORDS)[:700], "its end is missing"),
            (pdf_files.encrypted_pdf(), "only with a password"),
            (pdf_files.make_pdf(), "can’t be opened"),
        ],
        ids=[
            "empty",
            "text",
            "spaces",
            "html",
            "disguised",
            "junk",
            "cut",
            "encrypted",
            "pageless",
        ],
    )
    def test_it_is_refused_with_the_reason(self, file, content, said):
        with pytest.raises(Unreadable, match=said):
            extract(file(content))

    def test_too_many_pages(self, file, monkeypatch):
        monkeypatch.setattr(extraction, "MOST_PAGES", 2)
        with pytest.raises(Unreadable, match="3 pages; from 1 to 2 can be held"):
            extract(file(pdf_files.make_pdf("1", "2", "3")))


class TestBombs:
    """Each is a small file that asks for far more than there is."""

    @pytest.mark.parametrize(
        "bomb", [pdf_files.swelling_pdf, pdf_files.endless_pdf], ids=["swelling", "endless"]
    )
    def test_it_is_stopped_within_bounds(self, file, bomb):
        content = bomb()
        assert len(content) < 100_000
        path = file(content)
        began = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-c", STOPPED, path], cwd=PROJECT, capture_output=True, check=True
        )
        assert time.monotonic() - began < 15
        reason, most = ended.stdout.decode().splitlines()
        assert re.search("fails|longer|memory", reason)
        assert int(most) < 600 * 1024  # kB

    def test_one_that_only_takes_time_is_stopped_by_the_clock_of_the_processor(self, file):
        with pytest.raises(Unreadable, match="longer to read than a report should"):
            extract(file(pdf_files.endless_pdf()), seconds=1, megabytes=8192)

    @pytest.mark.parametrize(
        "bomb", [pdf_files.nested_pdf, pdf_files.crowded_pdf], ids=["nested", "crowded"]
    )
    def test_one_that_only_looks_bad_is_read_or_refused(self, file, bomb):
        try:
            assert extract(file(bomb())).pages == 1
        except Unreadable as refused:
            assert str(refused).endswith(".")

    def test_a_process_that_is_silent_is_stopped_by_the_clock(self, file, monkeypatch, tmp_path):
        sleeper = tmp_path / "sleeper.py"
        sleeper.write_text("import time; time.sleep(60)")
        monkeypatch.setattr(extraction, "READING", sleeper)
        began = time.monotonic()
        with pytest.raises(Unreadable, match="longer to read"):
            extract(file(pdf_files.make_pdf(WORDS)), seconds=1)
        assert time.monotonic() - began < 5

    def test_a_process_that_says_too_much_is_stopped(self, file, monkeypatch, tmp_path):
        talker = tmp_path / "talker.py"
        talker.write_text("while True: print('x' * 100_000)")
        monkeypatch.setattr(extraction, "READING", talker)
        with pytest.raises(Unreadable, match="more text than a report should"):
            extract(file(pdf_files.make_pdf(WORDS)))

    def test_the_process_writes_no_files(self, file, tmp_path):
        path = file(pdf_files.make_pdf(WORDS))
        program = (
            f"import runpy, sys\n"
            f"sys.argv = ['reading', {str(path)!r}, '5', '512', '10', '10', '0']\n"
            f"runpy.run_path({str(READING)!r}, run_name='__main__')\n"
            f"open({str(tmp_path / 'written')!r}, 'w').write('x')"
        )
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
        assert ended.stdout.startswith(b'{"pages": 1')
        assert b"File too large" in ended.stderr
        assert (tmp_path / "written").read_text() == ""


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("safe\ufffeguarding", "safeguarding"),
        ("safe\u0002\r\nguarding", "safeguarding"),
        ("safe\u00ad\nguarding", "safeguarding"),
        ("safe-\r\nguarding", "safeguarding"),
        ("well-known", "well-known"),
        ("Child A -\nthe review", "Child A -\nthe review"),
        ("2019-\n2020", "2019-\n2020"),
        ("a\x00b\x07c", "abc"),
        ("\ud800x", "x"),
        ("one\u00a0 \t two", "one two"),
        ("one\r\n \r\n\r\ntwo\fthree", "one\n\ntwo\n\nthree"),
    ],
)
def test_mending(text, mended):
    assert mend(text) == mended


def test_whether_there_are_words():
    assert has_words("Two words", 2)
    assert not has_words("Two words", 3)
    assert not has_words("1 2 3 4 - x", 1)
