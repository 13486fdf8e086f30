"""Documents that an entry links to: labels, kinds, addresses, and links that lead nowhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.intake.link_labels import address, kind_of, label_of
from reviews.intake.links import linked
from reviews.intake.proposal import Span
from reviews.intake.sections import divide

HERE = "https://example.org/a(1).pdf"
BEFORE = {
    "a line": "A boy died.\nLearning: ask; write.\n",
    "a paragraph": "A boy died. Learning: ask; write. ",
    "keywords": "A boy died.\nKeywords: rape, grooming\n",
}
FORMS = {
    "escaped brackets, nowhere": (
        "Other resources [Read practice review \\(PDF\\)](#)",
        [("Practice review", "practice-review", None)],
    ),
    "an address": (
        f"[Read the overview report]({HERE})",
        [("Overview report", "overview-report", HERE)],
    ),
    "lost": ("Read the overview report", [("Overview report", "overview-report", None)]),
    "with an arrow": ("> Read the overview report", [("Overview report", "overview-report", None)]),
    "with a full stop": (
        "Read the overview report.",
        [("Overview report", "overview-report", None)],
    ),
    "with a size": (
        "Read executive summary (PDF, 320KB)",
        [("Executive summary", "executive-summary", None)],
    ),
    "two lost": (
        "Read the overview report and the executive summary",
        [
            ("Overview report", "overview-report", None),
            ("Executive summary", "executive-summary", None),
        ],
    ),
    "two": (
        f"[Read the overview report]({HERE}) [Read the executive summary](http://b.example/s)",
        [
            ("Overview report", "overview-report", HERE),
            ("Executive summary", "executive-summary", "http://b.example/s"),
        ],
    ),
    "two with a bar between": (
        f"Link: [Overview report]({HERE}) | [Executive summary](http://b.example/s)",
        [
            ("Overview report", "overview-report", HERE),
            ("Executive summary", "executive-summary", "http://b.example/s"),
        ],
    ),
    "an address after it": (
        "Download the report: https://example.org/r.pdf",
        [("Report", "overview-report", "https://example.org/r.pdf")],
    ),
    "a review": ("Read review (PDF)", [("Review", "overview-report", None)]),
    "a view": ("View the learning brief", [("Learning brief", "learning-brief", None)]),
    "script": ("[Read the report](javascript:alert)", [("Report", "overview-report", None)]),
    "mail": ("[Read the report](mailto:a@b.example)", [("Report", "overview-report", None)]),
    "relative": ("[Read the report](/files/a.pdf)", [("Report", "overview-report", None)]),
    "empty": ("[Read the report]()", [("Report", "overview-report", None)]),
}


def found(text):
    return divide(text, Span(0, len(text)))


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize(("form", "expected"), FORMS.values(), ids=FORMS)
def test_forms(before, form, expected):
    body = found(before + form)
    assert [(link.label, link.kind, link.url) for link in body.links] == expected
    assert body.leftovers == () and not body.is_cut
    missing = [warning.text for warning in body.warnings if warning.code == "link-missing"]
    assert missing == [
        f"There is no link to “{label}”. Add it, or keep the review without."
        for label, _, url in expected
        if not url
    ]
    for section in body.sections:
        assert [item.text for item in section.items] == ["ask", "write"]
    assert [word.value for word in body.keywords] in ([], ["rape", "grooming"])


LINES = {
    "other resources above": ("Other resources\n[Read the review](#)\n", ["Review"]),
    "further reading": ("Further reading:\n- Read the report\n", ["Report"]),
    "the name alone": ("Overview report (PDF)\n", ["Overview report"]),
    "the name and an address": ("Executive summary: https://a.example/b\n", ["Executive summary"]),
    "an address alone": ("https://a.example/child-k-overview-report.pdf\n", ["Overview report"]),
    "an address that says nothing": ("https://a.example/d?id=3\n", ["Document"]),
    "an address on the next line": ("Read the report:\nhttps://a.example/b\n", ["Report"]),
    "with a title": ("Read the overview report: Child K (PDF)\n", ["Overview report"]),
    "in a new window": ("Read the report (opens in new window)\n", ["Report"]),
    "named before the link": (
        "**Read the overview report:** [Child K](https://a.example/b)\n",
        ["Overview report"],
    ),
    "another label": ("[Child K: report](https://a.example/b)\n", ["Child K: report"]),
    "no document": ("[Back to the list](https://a.example/b)\n", ["Back to the list"]),
}


@pytest.mark.parametrize(("lines", "labels"), LINES.values(), ids=LINES)
def test_lines(lines, labels):
    body = found("A boy died.\nLearning: ask; write.\n" + lines)
    assert [link.label for link in body.links] == labels
    assert body.leftovers == ()
    assert [item.text for item in body.sections[0].items] == ["ask", "write"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff should read the overview report before they meet the family.",
        "Read the report of the health visitor, which was not shared.",
        "See [the guidance](https://a.example/b) for more on this.",
        "The report was not shared.",
        "View of the mother was not asked for.",
        "Details at https://a.example/b were not kept.",
    ],
)
def test_sentences_are_no_links(sentence):
    text = f"A boy died. {sentence}"
    assert linked(text, Span(0, len(text))).links == ()


def test_no_link_at_all_says_so_unless_the_entry_stops():
    codes = {warning.code for warning in found("A boy died.\nLearning: ask; write.").warnings}
    assert codes == {"no-document"}
    assert found("A boy died.\nLearning: ask; wri").warnings == ()


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Overview report", "overview-report"),
        ("Full report", "overview-report"),
        ("Serious case review", "overview-report"),
        ("Practice review", "practice-review"),
        ("Child Practice Review report", "practice-review"),
        ("LCSPR", "practice-review"),
        ("Practice review executive summary", "executive-summary"),
        ("Summary of the review", "executive-summary"),
        ("Learning summary", "learning-brief"),
        ("Learning brief", "learning-brief"),
        ("Practitioner briefing", "learning-brief"),
        ("7 minute briefing", "seven-minute-briefing"),
        ("Seven-minute briefing", "seven-minute-briefing"),
        ("Action plan", "action-plan"),
        ("Partnership response to the review", "statement"),
        ("Family statement", "statement"),
        ("Podcast", "other"),
    ],
)
def test_kinds(label, kind):
    assert kind_of(label) == kind


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Read practice review \\(PDF\\)", "Practice review"),
        ("Read the overview report", "Overview report"),
        ("Download the executive summary (PDF, 1.2 MB)", "Executive summary"),
        ("> read review", "Review"),
        ("Full report PDF", "Full report"),
        ("Report (opens in a new window)", "Report"),
        ("Read", "Document"),
        ("", "Document"),
    ],
)
def test_labels(written, label):
    assert label_of(written) == label


@pytest.mark.parametrize(
    "written",
    [
        "#",
        "",
        "javascript:x",
        "mailto:a@b.example",
        "/a",
        "a.pdf",
        "//a.example/b",
        "https://",
        "http://[",
    ]
    + ["data:text/html,x", "https://a.example/" + "b" * 3000, "file:///etc/passwd", "https:///a"],
)
def test_addresses_that_lead_nowhere(written):
    assert address(written) is None


@pytest.mark.parametrize(
    "written", ["https://a.example/b", "http://a.example", "HTTPS://a.example/B?c=d#e"]
)
def test_addresses_of_the_web(written):
    assert address(written) == written
    assert address(f"<{written}>.") == written


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "[Read the report](#)",
                "[a](b)",
                "Read the report",
                " and ",
                "\n",
                " ",
                "(PDF)",
                "x. ",
            ]
            + [
                "https://a.example/b",
                "Other resources",
                ">",
                "[",
                "]",
                "(",
                ")",
                "\\(",
                ":",
                "Report",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_links_stand_apart_from_each_other(text):
    result = linked(text, Span(0, len(text)))
    spans = sorted([*(link.span for link in result.links), *result.labels], key=lambda s: s.start)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))
    assert all(link.label for link in result.links)
