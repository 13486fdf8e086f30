"""The sample lists as other programs would hand them over: other dashes, line ends, headings."""

import re

import pytest

from tests.intake_report import SAMPLES, Score, bundled, described, examine, samples

LEAST = 98.0
TITLE = re.compile(r"^(\d{4}|[A-Z][a-z]+ \d{4}) ?[-–—] ?(.*?) ?[-–—] (?=\S)", re.M)
DATED = re.compile(r"^(?=(?:\d{4}|[A-Z][a-z]+ \d{4}) ?[-–—])", re.M)
LABEL = re.compile(
    r"^((?:Learning|Recommendations|Key issues|Keywords|Background|Model|Issues)[^:\n]{0,40}:)",
    re.M,
)
LIST = re.compile(
    r"^((?:Learning|Recommendations|Key issues)[^:\n]{0,40}:(?: include:)?) (.*)$", re.M
)
NEXT_LABEL = re.compile(r"\n(?=(?:Learning|Recommendations|Key issues|Background|Model)\b)")


def bullets(match):
    items = (re.sub("^and ", "", item.strip()) for item in match[2].split(";"))
    return match[1] + "".join(f"\n- {item}" for item in items)


VARIANTS = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "curly quotes": lambda text: re.sub(r"'(?=\w+')", "‘", text).replace("'", "’"),
    "straight quotes": lambda text: text.translate(str.maketrans("‘’“”", "''\"\"")),
    "en dashes": lambda text: TITLE.sub(r"\1 – \2 – ", text),
    "em dashes without spaces": lambda text: TITLE.sub(r"\1—\2—", text),
    "hyphens": lambda text: TITLE.sub(r"\1 - \2 - ", text),
    "hard spaces": lambda text: re.sub(r"(?<=\S) (?=[-–—])", "\u00a0", text),
    "double spaces": lambda text: re.sub(r"(?<=[.;:]) ", "  ", text),
    "spaces at line ends": lambda text: text.replace("\n", "  \n"),
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "no empty lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "indents": lambda text: "".join(f"    {line}" for line in text.splitlines(True)),
    "bold labels": lambda text: LABEL.sub(r"**\1**", text),
    "labels in capitals": lambda text: LABEL.sub(lambda match: match[1].upper(), text),
    "labels on their own lines": lambda text: LIST.sub(r"\1\n\2", text),
    "one paragraph": lambda text: NEXT_LABEL.sub(" ", text),
    "glued labels": lambda text: NEXT_LABEL.sub("", text),
    "headings": lambda text: DATED.sub("### ", text),
    "numbers": lambda text: DATED.sub("7. ", text),
    "bullets": lambda text: LIST.sub(bullets, text),
}
# What is broken inside a line or at the end has no variants: there the line ends are the meaning.
WHOLE = [
    file
    for file in samples(SAMPLES)
    if file.suffix == ".txt" and not file.name.startswith(("printed", "cut-off"))
]


@pytest.fixture(scope="module")
def lexicon():
    return bundled()


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_another_form_of_the_same_lists_reads_the_same(variant, lexicon):
    score = Score()
    for sample in WHOLE:
        score.add(examine(sample, lexicon, variant))
    told = "\n".join([*score.missed, *score.invented, *described(score)])
    assert not score.missed, told
    assert not score.invented, told
    assert not score.silent, told
    assert score.share >= LEAST, told
