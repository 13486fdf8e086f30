"""What of a web page is text, what is furniture, and that no page takes long."""

import time
from pathlib import Path

import pytest

from reviews.intake.files import read_file, read_pasted
from reviews.intake.formats.texts import Unreadable

FORMATS = Path(__file__).parents[2] / "files" / "intake" / "formats"
WORDS = "Death of a baby boy, aged 4 months, in May 2019. " * 4
SECONDS = 6.0  # of the processor, on a machine that is busy with other tests


def page(source):
    return read_file("list.html", source.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a <b>b</b>\n c<!-- d -->", "a b c"),
        ("a<br>b<br/>\n<br>c", "a\nb\n\nc"),
        ("<strong>Learning</strong>: includes", "Learning: includes"),
        ("<p><b>2021 – A – B</b> Death of a baby.", "2021 – A – B\nDeath of a baby."),
        ("<p><b>Child</b> <b>A (PDF)</b> Text", "Child A (PDF)\nText"),
        ("<b>Learning:</b> Includes <b>a</b> B", "Learning: Includes a B"),
        ("<b>D</b>eath of <b>Child</b> B", "Death of Child B"),
        ("<h2>2021 – Leeds –<br>Child&nbsp;A</h2>text", "2021 – Leeds – Child A\n\ntext"),
        ("a<ul><li>b<li>c</ul>d", "a\n\n- b\n- c\n\nd"),
        ("<ul><li><p>b</p></li>\n<li> <p>c</p></li></ul>", "- b\n- c"),
        ("<ul><li>b<ul><li>c</ul><li>• d</ul>", "- b\n- c\n- d"),
        ("<ul><li><h3>A</h3>b</li><li><h3>C</h3>d</li></ul>", "A\n\nb\n\nC\n\nd"),
        ("<ul><li><p>a</p><p>b</p></li><li><p>c</p><p>d</p></li></ul>", "a\n\nb\n\nc\n\nd"),
        ("<ol><li>A title</li></ol><p>b</p>", "A title\n\nb"),
        ("<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>", "A\n\nb\n\nC\n\nd"),
        ("<details><summary>A</summary>b</details>", "A\n\nb"),
        ("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"),
        ("<svg><text>x</text></svg><style>x</style><noscript>x</noscript>a", "a"),
        ("<select><option>x</select><input value=x><textarea>x</textarea><button>x</button>a", "a"),
        ("<h3><button>A</button></h3>b", "A\n\nb"),
        ("<p hidden>x</p><p style='display: none'>x</p><i aria-hidden=true>x</i>a", "a"),
        ("<p>&gt; Read the report</p>", "Read the report"),
        ("<p>1<sup>st</sup> note<sup><a href='#note-1'>[1]</a></sup></p>", "1st note"),
    ],
)
def test_blocks_and_lines(source, text):
    assert page(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("see <a href='https://a.example/b'>this </a>now", "see [this](https://a.example/b) now"),
        ("<a href='#'>a</a> <a href='#top'>b</a>", "[a](#) [b](#)"),
        ("<a href='mailto:a@b.example'>a</a> <a href='javascript:x()'>b</a>", "a b"),
        ("<a href='https://a.example/b (1).pdf'>a</a>", "[a](https://a.example/b%20%281%29.pdf)"),
        ("<a href='https://a.example'>Review [PDF]</a>", r"[Review \[PDF\]](https://a.example)"),
        ("<a href='https://a.example'><h3>A</h3><p>b</p></a>", "[A](https://a.example)\n\nb"),
        ("<a href='https://a.example'>a<br>b</a>", "[a b](https://a.example)"),
        ("<a href='https://a.example'><img alt='Report'></a>a", "[Report](https://a.example)a"),
        ("<a href='https://a.example/b.pdf'></a>", "[b.pdf](https://a.example/b.pdf)"),
        ("<a href='https://a.example'></a>a<img alt=x><a name=b>b</a>", "ab"),
    ],
)
def test_links(source, text):
    assert page(source).text == text


LINK = "[2021 – A – B \\[PDF\\]](https://a.example/b)"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (LINK, f"2021 – A – B [PDF]\n{LINK}"),
        (f"2021 – A – B [PDF]\n{LINK}", f"2021 – A – B [PDF]\n{LINK}"),
        (f"- {LINK}: Death of a baby.", f"2021 – A – B [PDF]\n{LINK}\nDeath of a baby."),
        ("[2021 – A – B](/b)", "2021 – A – B"),
        ("[Read the report](https://a.example/b)", "[Read the report](https://a.example/b)"),
        (f"See {LINK}", f"See {LINK}"),
    ],
)
def test_a_title_that_is_a_link_is_a_title_and_a_link(source, text):
    assert read_pasted(source).text == text


@pytest.mark.parametrize(
    "head",
    [
        "<base href='https://a.example/list/'>",
        "<link rel=canonical href='https://a.example/list/2021'>",
        "<meta property='og:url' content='https://a.example/list/2021'>",
    ],
)
def test_a_page_that_says_where_it_stands_has_whole_addresses(head):
    found = page(f"<html><head>{head}</head><body><a href='b.pdf'>a</a></body>")
    assert (found.text, found.notes) == ("[a](https://a.example/list/b.pdf)", ())


def test_links_without_a_website_are_said_to_have_no_address():
    found = page("<p>Text <a href='/b.pdf'>a</a></p>")
    assert found.text == "Text [a](#)"
    assert "without address" in found.notes[0]


class TestTables:
    def test_rows_of_data(self):
        found = page(
            "<table><thead><tr><th>Year</th><th>Area</th></tr></thead><tbody>"
            "<tr><td><p>2021</p></td><td>Leeds<br>and York</td></tr><tr><td></td><td>Hull</td></tr>"
        )
        assert found.text == "Year | Area\n2021 | Leeds and York\n| Hull"
        assert "row by row" in found.notes[0]

    @pytest.mark.parametrize("cell", ["th", "td"])
    def test_rows_that_are_sections(self, cell):
        rows = f"<tr><{cell}>Learning</{cell}><td>includes: a; b</td></tr>"
        rows += f"<tr><{cell}><p>Recommendations:</p></{cell}><td><ul><li>c<li>d</ul></td></tr>"
        found = page(f"<table>{rows}</table>")
        assert found.text == "Learning: includes: a; b\n\nRecommendations:\n\n- c\n- d"

    @pytest.mark.parametrize(
        "table",
        [
            "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
            "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
            "<table><tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d</table>",
            "<table><tr><td><h3>a</h3><td>b<tr><td>c<td>d</table>",
            f"<table><tr><td>a<td>{WORDS * 4}<tr><td>c<td>d</table>",
        ],
    )
    def test_a_layout_is_blocks(self, table):
        found = page(table)
        assert "|" not in found.text
        assert "a\n\n" in found.text


class TestFurniture:
    @pytest.mark.parametrize(
        ("furniture", "name"),
        [
            ("<nav>Home</nav>", "navigation"),
            ("<div role=navigation>Home</div>", "navigation"),
            ("<header>Home</header>", "header"),
            ("<div role=banner>Home</div>", "header"),
            ("<footer>Home</footer>", "footer"),
            ("<aside>Home</aside>", "side column"),
        ],
    )
    def test_it_is_left_out_and_said(self, furniture, name):
        found = page(f"<body>{furniture}<p>Learning from reviews</p></body>")
        assert found.text == "Learning from reviews"
        assert found.notes == (f"Left out of the web page: {name}.",)

    def test_a_header_of_an_entry_is_its_own(self):
        entry = "<article><header><h3>2021 - A - B</h3></header>text<footer>More</footer></article>"
        assert page(entry * 2).text == "\n\n".join(["2021 - A - B\n\ntext\n\nMore"] * 2)

    def test_what_holds_most_of_the_text_is_no_furniture(self):
        assert page(f"<header><p>{WORDS}</p></header><p>a</p>").text.startswith("Death")

    def test_a_page_of_nothing_but_furniture_is_read(self):
        assert page("<nav><a href='#'>Home</a></nav>").text == "[Home](#)"

    def test_the_main_part_is_enough_when_it_has_nearly_everything(self):
        found = page(f"<div>Menu</div><main><p>{WORDS}</p></main><div>Cookies</div>")
        assert found.text == WORDS.strip()
        assert found.notes == ("Only the main part of the web page was read.",)

    def test_the_main_part_is_not_enough_otherwise(self):
        assert page(f"<main>{WORDS}</main><div>{WORDS}</div>").text.count("Death") == 8

    def test_what_is_closed_is_read_and_said(self):
        found = page(f"<h3>A</h3><div hidden>{WORDS}</div><p hidden>Sent to you</p>")
        assert found.text == f"A\n\n{WORDS.strip()}"
        assert "only when it is opened" in found.notes[0]


def test_entries_in_a_list_keep_their_own_lists():
    text = page((FORMATS / "lists.html").read_text(encoding="utf-8")).text
    first, second = text.split("2021 – ")[1:]
    assert first.startswith("Northmoor – Child T\n\nSerious injury")
    assert "Learning includes:\n\n- share what is known" in first
    assert first.count("\n- ") == 4
    assert second.count("\n- ") == 3


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "text",
        "text<br>" * 1_000_000,
        "text<br>" * 90_000,
        "<div>" * 1_900 + "</p></b>" * 40_000 + "text",
        "<div hidden>" * 1_900 + WORDS + "<p>" * 60_000,
        "<ol>" + "<li>x" * 90_000,
        "<ol><li>" * 900 + "<p>x" * 60_000,
        "<table><tr><td>" * 650 + "x" * 100 + "<p>y" * 60_000,
        "<table>" + "<tr><th>a<td>b" * 30_000,
        "<table><tr><th>Learning<td>" + "<p>a" * 90_000,
        "<table><tr><th>a<td>b<tr>" + "<td>a" * 90_000,
        "<a href=https://a.example>text" * 90_000,
        "<p><a href=#>2021 – A – B</a>" * 45_000,
        "<nav>" * 1_900 + "<p>text" * 60_000,
        f"<p>text<img src='data:image/png;base64,{'A' * 15_000_000}'>",
        "<p>text" + "<!--" * 90_000,
        "<p>text" + "&amp" * 500_000,
        "<p " + " ".join(f"a{n}=1" for n in range(90_000)) + ">text",
    ],
    ids=lambda source: source[:24],
)
def test_no_page_takes_long(source):
    began = time.thread_time()
    try:
        assert page(source).text
    except Unreadable as refused:
        assert str(refused).endswith(("paste it.", "one after the other."))
    assert time.thread_time() - began < SECONDS
