"""Markdown of introductions and articles: what is shown, and that nothing unsafe ever is."""

from html.parser import HTMLParser
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.prose import MOST, problems, render
from briefings.prose_tree import LONGEST, NESTING, Block, Span, blocks

ALLOWED = {"p", "ul", "ol", "li", "blockquote", "em", "strong", "a", "br", "hr"}
ALLOWED |= {"h2", "h3", "h4", "h5", "h6"}
SHORT = 20_000


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag


def codes(text):
    return [problem.code for problem in problems(text)]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
        ("*d **e***", "<p><em>d <strong>e</strong></em></p>"),
        ("one\ntwo  \nthree", "<p>one two<br>three</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> a\n>\n> - b", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("Tom &amp; `a <b>`", "<p>Tom &amp; a &lt;b&gt;</p>"),
        ("    pasted\n\n```\nmore\n```", "<p>pasted</p>\n<p>more</p>"),
        ("[a](http://x/?b=1&c=2)", '<p><a href="http://x/?b=1&amp;c=2" rel="noreferrer">a</a></p>'),
        ("[a](/reviews/)", '<p><a href="/reviews/">a</a></p>'),
        ("<https://x.org>", '<p><a href="https://x.org" rel="noreferrer">https://x.org</a></p>'),
        ("[](https://x.org)", '<p><a href="https://x.org" rel="noreferrer">https://x.org</a></p>'),
        ("[a](mailto:b@x.org)", '<p><a href="mailto:b@x.org" rel="noreferrer">a</a></p>'),
        ("", ""),
        ("\0a", "<p>\N{REPLACEMENT CHARACTER}a</p>"),
    ],
)  # fmt: skip
def test_text_is_shown_as_its_marks_say(text, html):
    assert render(text) == html


def test_headings_begin_at_the_level_asked_for_and_leave_none_out():
    text = "## a\n\n#### b\n\n###### c\n\n### d\n\n# e"
    assert render(text, top=2) == "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h3>d</h3>\n<h2>e</h2>"


def test_no_heading_is_below_the_sixth_level():
    text = "\n\n".join("#" * level + " a" for level in range(1, 7))
    tags = [tag for tag, _ in Tags(render(text, top=4)).found]
    assert tags == ["h4", "h5", "h6", "h6", "h6", "h6"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="https://x.org" onclick="alert(1)">a</a>',
        "<!-- a --><style>b</style>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "[a](//evil.org)",
        "[a](https://user@evil.org)",
        "<javascript:alert(1)>",
        "![a](javascript:alert(1))",
        "![a](https://x.org/a.png)",
        "[a](#b)",
        '[a](https://x.org "onclick=alert(1)")',
        "[a]: javascript:alert(1)\n\n[a]",
        "**<b onmouseover=alert(1)>**",
    ],
)
def test_html_scripts_and_other_addresses_are_never_more_than_words(text):
    for tag, attributes in Tags(render(text)).found:
        assert tag in ALLOWED
        assert attributes.get("href", "https://x.org") == "https://x.org"
        assert attributes.keys() <= {"href", "rel"}


MARKS = st.text(alphabet="<>[]()!*_`#-+>.\\\"'&;:/=\n\t 1ajsx\u202e\x00é", max_size=120)
PIECES = st.lists(
    st.sampled_from(
        ["<a href=", "javascript:", "](", "![", "[a]", "<!--", "onclick=", "&#x3c;", "&lt;", "> ",
         "- ", "1. ", "**", "__", "`", "\n\n", "\n", "# ", "<script>", "</p>", '"', "https://", "x"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(MARKS | PIECES)
def test_nothing_unsafe_leaves_whatever_is_typed(text):
    html = render(text)
    assert render(text) == html
    for tag, attributes in Tags(html).found:
        assert tag in ALLOWED
        assert attributes.keys() <= {"href", "rel", "start"}
        href = attributes.get("href", "/")
        assert href.startswith(("https://", "http://", "mailto:", "/")), href
        assert not href.startswith("//")
    problems(text)


@pytest.mark.parametrize(
    "text",
    [
        "*" * SHORT,
        "*a " * SHORT,
        "*a **b " * SHORT + "c** d* " * SHORT,
        "[" * SHORT,
        "[a](" * SHORT,
        "![" * SHORT,
        "`" * SHORT,
        "".join("`" * count + " " for count in range(1, 200)),
        ">" * SHORT,
        "> - " * SHORT,
        "".join(" " * depth + "- a\n" for depth in range(200)),
        "<" * SHORT,
        "<a " * SHORT,
        "&#x" * SHORT,
        "a\n" * SHORT,
        "# a\n" * SHORT,
        "[figure 1]" * SHORT,
        "\\" * SHORT,
    ],
)
def test_time_is_bounded_by_the_length_whatever_stands_in_it(text):
    begun = perf_counter()
    render(text[:SHORT])
    problems(text[:SHORT])
    assert perf_counter() - begun < 8  # some 2 s on a busy machine; what is quadratic takes minutes


def test_a_text_of_two_million_characters_is_read_to_the_longest_and_refused():
    text = "word " * 400_000
    assert len(render(text)) <= LONGEST + len("<p></p>")
    (problem,) = problems(text)
    assert (problem.code, problem.is_blocking) == ("text-too-long", True)
    assert "2,000,000" in problem.found
    assert not problems("word " * (LONGEST // 5))


def test_what_is_nested_too_deeply_is_said():
    assert not problems(">" * (NESTING - 1) + " a")
    assert "a" in render(">" * (NESTING - 1) + " a")
    for deep in (">" * (NESTING + 5) + " a", "- " * NESTING + "a"):
        (problem,) = problems(deep)
        assert (problem.code, problem.is_blocking) == ("nested", True)


def test_marks_within_too_many_others_lose_themselves_not_their_words():
    html = render("*a **b " * 40 + "c** d* " * 40)
    assert html.count("<em>") + html.count("<strong>") == NESTING
    assert [html.count(letter + " ") for letter in "ab"] == [40, 40]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain *words*, 5 < 6 and [a link](https://x.org)", []),
        ("a <b>c</b> d", ["html", "html"]),
        ("`<b>`", ["html"]),
        ("[a](javascript:x)", ["link-dropped"]),
        ("![a](https://x.org/a.png)", ["picture"]),
        ("# a\n\n### b", ["heading-skips"]),
        ("## a\n\n### b\n\n## c", []),
        ("### a\n\n## b", []),
        ("#", ["heading-empty"]),
        ("see [figure 1] there", ["figure-in-line"]),
        ("> [figure 1]", ["figure-in-line"]),
        ("[figure 1]", []),
    ],
)
def test_editors_are_told_what_would_be_lost(text, expected):
    assert codes(text) == expected


def test_each_thing_is_said_once_and_not_thousands_of_them():
    assert codes("<b>a</b> *x* <b>c</b>") == ["html", "html"]
    many = " ".join(f"[a](data:{number})" for number in range(500))
    assert len(problems(many)) == MOST
    assert problems(f"{many}\n\n{'>' * 30} a")[0].is_blocking


def test_messages_name_what_was_found_shortly():
    (problem,) = problems(f"[a](javascript:{'x' * 500})")
    assert len(problem.words) == 60
    assert problem.words.startswith("javascript:")
    assert problem.found and problem.to_do and not problem.is_blocking


def test_the_tree_is_what_the_page_and_the_pdf_read():
    tree = blocks("# A *b*\n\nc [d](https://x.org)\n\n1. e\n\n[figure 2]\n[Figure 1]\n")
    assert tree == (
        Block("heading", (Span("text", "A "), Span("emphasis", spans=(Span("text", "b"),))),
              level=1, typed=1, number=1),
        Block("paragraph", (Span("text", "c "), Span("link", href="https://x.org",
              target="https://x.org", spans=(Span("text", "d"),)))),
        Block("list", blocks=(Block("item", blocks=(
              Block("paragraph", (Span("text", "e"),), tight=True),)),), number=1),
        Block("figures", figures=(2, 1)),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["[figure 0]", "[figure 1000]", "[figure one]", "[figure 1] and"])
def test_only_a_number_alone_places_a_figure(text):
    assert [block.kind for block in blocks(text)] == ["paragraph"]


def test_figures_are_left_out_where_a_page_has_none():
    assert render("a\n\n[figure 1]\n\nb") == "<p>a</p>\n\n<p>b</p>"
