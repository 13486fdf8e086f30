"""Texts that no list should be: nothing raises, nothing is invented, nothing takes for ever."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.intake import lexicon as lexicons
from reviews.intake.reading import read
from tests.intake_report import SAMPLES

ENTRY = (
    "2018 – Northmere – Child F\n"
    "Death of a 4-month-old boy in March 2016. His mother, 22, was in hospital.\n"
    "Learning includes: one thing; another thing, with a comma; and a third.\n"
    "Recommendations include: to do this; to do that.\n"
    "Keywords: infant deaths, neglect.\n"
    "Read the overview report\n"
)
# Each is repeated until the text is as long as asked for.
LONG_LINES = {
    "semicolons": ";",
    "items": "a; ",
    "labels": "Learning:",
    "labels in words": "Learning includes: ",
    "recommendations": "Recommendations include:",
    "keywords": "Keywords:",
    "key issues": "Key issues: include: ",
    "digits": "7",
    "years": "2018",
    "years with dashes": "2018 – ",
    "dashes": "-",
    "many dashes": "–—-",
    "brackets": "(",
    "pairs of brackets": "[](",
    "links": "[a](#)",
    "escaped": "\\(",
    "quotes": "“",
    "straight quotes": "'",
    "spaces": " ",
    "tabs": "\t",
    "ages": "4-year-8-month-old ",
    "broken ages": "4-year-",
    "aged": "aged ",
    "numbers in words": "twenty-one-",
    "dates": "March 2016 and ",
    "broken dates": "between March and ",
    "pronouns": "his her their ",
    "full stops": ". ",
    "dots": ".",
    "colons": ":",
    "a word": "x",
    "capitals": "Child ",
    "and": "; and ",
    "accents": "e\u0301",
    "marks": "*_#>",
}
MANY_LINES = {
    "titles": "2018 – Northmere – Child F\n",
    "other titles": "December 2014Northmere - Child {}\n",
    "numbered": "{}. Child A: serious case review\n",
    "bare titles": "Child {}\n",
    "headings": "Learning includes:\n",
    "links": "Read the overview report\n",
    "empty": "\n",
    "page numbers": "Page {} of 9\n",
    "openings": "Death of a {}-year-old girl in May 2016.\n",
    "bullets": "- a {}\n",
    "entries": ENTRY,
    "without line breaks": ENTRY.replace("\n", ""),
}


@pytest.fixture(scope="module")
def lexicon():
    return lexicons.bundled()


def check(text, intake):
    """Places are in the text and in order; what stands in no proposal is a leftover."""
    assert isinstance(intake.rest(), dict)
    length = len(intake.text)
    for one, after in pairwise(intake.proposals):
        assert one.span.end <= after.span.start
    for proposal in intake.proposals:
        assert 0 <= proposal.span.start < proposal.span.end <= length
        warned = {warning.field for warning in proposal.warnings}
        assert proposal.record["title"] or "title" in warned
        for place in places(proposal.to_dict()["fields"]):
            assert 0 <= place["start"] <= place["end"] <= length
            assert 0 <= place["confidence"] <= 1
        for warning in proposal.warnings:
            assert warning.field and warning.code and warning.text
    for leftover in intake.leftovers:
        assert 0 <= leftover.span.start <= leftover.span.end <= length
    assert_nothing_is_dropped(intake)


def places(fields):
    for field in fields.values():
        if "start" in field:
            yield field
        yield from field.get("items", [])


def assert_nothing_is_dropped(intake):
    """Every letter is in a proposal or in a leftover."""
    spans = [part.span for part in (*intake.proposals, *intake.leftovers)]
    end = 0
    for span in sorted(spans, key=lambda span: span.start):
        assert not any(char.isalnum() for char in intake.text[end : span.start])
        end = max(end, span.end)
    assert not any(char.isalnum() for char in intake.text[end:])


def seconds(text, lexicon):
    start = time.process_time()
    check(text, read(text, lexicon))
    return time.process_time() - start


@pytest.mark.parametrize("part", LONG_LINES.values(), ids=LONG_LINES)
def test_a_line_of_a_million_characters_takes_no_longer_than_its_length(part, lexicon):
    quarter = seconds((part * 250_000)[:250_000], lexicon)
    whole = seconds((part * 1_000_000)[:1_000_000], lexicon)
    assert whole < 12 * quarter + 1  # four times the length; sixteen times if it were squared


@pytest.mark.parametrize("part", LONG_LINES.values(), ids=LONG_LINES)
def test_an_entry_that_holds_a_long_line_takes_no_longer_than_its_length(part, lexicon):
    def entry(length):
        return f"2018 – Northmere – Child F\nDeath of a girl in {(part * length)[:length]}."

    quarter, whole = seconds(entry(25_000), lexicon), seconds(entry(100_000), lexicon)
    assert whole < 12 * quarter + 1


@pytest.mark.parametrize("part", LONG_LINES.values(), ids=LONG_LINES)
def test_a_list_of_learning_that_is_a_long_line(part, lexicon):
    def entry(length):
        body = (part * length)[:length]
        return f"2018 – Northmere – Child F\nDeath of a girl.\nLearning includes: {body}.\n"

    quarter, whole = seconds(entry(25_000), lexicon), seconds(entry(100_000), lexicon)
    assert whole < 12 * quarter + 1


@pytest.mark.parametrize("line", MANY_LINES.values(), ids=MANY_LINES)
def test_many_lines_take_no_longer_than_their_number(line, lexicon):
    def lines(number):
        return "".join(line.replace("{}", str(place % 97)) for place in range(number))

    number = 1_200 if len(line) > 100 else 20_000
    quarter, whole = seconds(lines(number // 4), lexicon), seconds(lines(number), lexicon)
    assert whole < 12 * quarter + 1


def test_a_hundred_thousand_titles_without_anything_to_them_are_flagged(lexicon):
    text = "".join(f"2018 – Northmere – Child {place}\n" for place in range(100_000))
    intake = read(text, lexicon)
    check(text, intake)
    assert all(proposal.warnings for proposal in intake.proposals)
    assert [warning.code for warning in intake.warnings] == ["too-many"]
    assert len(intake.proposals) + len(intake.leftovers) == 100_000


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\t", "\ufeff", "\x00", ";", "–", "2018", "Learning:"]
)
def test_next_to_nothing_is_no_entry(text, lexicon):
    intake = read(text, lexicon)
    check(text, intake)
    assert intake.proposals == []


PROSE = {
    "minutes": (
        "The board met in March 2018. It heard that Child F had died in 2016, aged 4. Learning "
        "from that case will be sent round. Recommendations were agreed; nobody spoke against.\n"
    ),
    "novel": (
        "It was a bright, cold day in April. Anna, who was fourteen, had walked to the harbour "
        "with her brother – they often did – and watched the boats come in.\n\n“Look,” she "
        "said; “that one is ours.”\n"
    ),
    "code": "def read(text):\n    return [line for line in text if line]  # 2018 - a - b\n",
    "table": "Year\tNumber\tShare\n2016\t14\t3 %\n2017\t18\t4 %\n2018\t11\t2 %\n",
    "contents": "Contents\n1. Introduction 3\n2. Method 7\n3. Findings 12\n4. References 40\n",
    "letter": "Dear colleague,\n\nThank you for your letter of 3 May 2018.\n\nYours,\nA Reader\n",
    "menu": "Home\nAbout us\nCase reviews\nTraining\nContact us\n© 2019\n",
    "minutes of a year": "2018 – a year of change\nWe moved to a new office in the spring.\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_without_entries_invents_none(text, lexicon):
    intake = read(text, lexicon)
    check(text, intake)
    assert intake.proposals == []
    assert intake.leftovers


def test_one_entry_repeated_500_times_is_500_entries_each_with_a_warning(lexicon):
    intake = read(ENTRY * 500, lexicon)
    check(ENTRY * 500, intake)
    assert len(intake.proposals) == 500
    assert len({proposal.record["title"] for proposal in intake.proposals}) == 1
    assert intake.warnings or all(proposal.warnings for proposal in intake.proposals[1:])


def test_labels_glued_together_are_read_or_flagged(lexicon):
    text = ENTRY.replace(".\n", ".").replace("Child F\n", "Child F\n")
    (proposal,) = read(text, lexicon).proposals
    check(text, read(text, lexicon))
    assert len(proposal.record["learning"]) == 3 or proposal.warnings
    assert len(proposal.record.get("recommendations", [])) == 2 or proposal.warnings


def test_entries_glued_together_without_a_line_break_are_read_or_flagged(lexicon):
    text = ENTRY.replace("\n", "") + ENTRY.replace("\n", "").replace("Child F", "Child G")
    intake = read(text, lexicon)
    check(text, intake)
    assert intake.warnings or intake.leftovers or any(p.warnings for p in intake.proposals)


FRAGMENTS = sorted(
    {
        piece
        for file in SAMPLES.glob("*.txt")
        for line in file.read_text(encoding="utf-8").splitlines()
        for piece in (line, line[: len(line) // 2], line[len(line) // 3 :][:40])
        if piece
    }
)
SMALL = ("\n", "\n\n", "; ", ". ", ": ", " – ", "-", "(", ")", "“", "’", "\x0c", "\u00a0", "2018 ")


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(FRAGMENTS) | st.sampled_from(SMALL) | st.text(max_size=8), max_size=40
    ),
    st.integers(0, 3_000),
)
def test_any_mixture_of_real_looking_pieces_is_read_without_an_error(pieces, cut):
    text = "".join(pieces)
    text = text[: len(text) - cut] if cut < len(text) else text
    check(text, read(text, lexicons.bundled()))


@settings(max_examples=100)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_an_error(text):
    check(text, read(text, lexicons.bundled()))


@settings(max_examples=60)
@given(st.sampled_from(sorted(SAMPLES.glob("*.txt"))), st.floats(0, 1))
def test_a_list_that_stops_anywhere_is_read_without_an_error(file, share):
    text = file.read_text(encoding="utf-8")
    text = text[: int(len(text) * share)]
    check(text, read(text, lexicons.bundled()))
