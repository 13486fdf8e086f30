"""What intake reads from the sample lists (tests/files/intake), file by file."""

import pytest

from tests.intake_report import SAMPLES, bundled, described, examine, samples

LEAST = 98.0  # per cent of the fields of a file


@pytest.fixture(scope="module")
def lexicon():
    return bundled()


@pytest.mark.parametrize("sample", samples(SAMPLES), ids=lambda sample: sample.name)
def test_fields_are_right_or_warned_about(sample, lexicon):
    score = examine(sample, lexicon)
    told = "\n".join(described(score))
    assert not score.invented
    assert not score.missed
    assert not score.silent, told
    assert score.share >= LEAST, told


def test_there_are_samples_of_every_shape():
    names = {sample.name for sample in samples(SAMPLES)}
    assert len(names) >= 15
    assert {"list-2012.txt", "list-2019.html", "mail-2023-03.md", "printed-2016.txt"} <= names
