"""manage.py generate_reviews: a whole file or none, and one line for what is wrong."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from reviews.illustrative import illustrative_reviews
from reviews.management.commands import generate_reviews


@pytest.fixture
def generate(tmp_path):
    """Write to a file of this name; answers with the file."""

    def command(name="reviews.jsonl", **options):
        file = tmp_path / name
        call_command("generate_reviews", output=str(file), verbosity=0, **options)
        return file

    return command


def expected(count, seed):
    vocabularies = json.loads(generate_reviews.VOCABULARIES.read_text(encoding="utf-8"))
    return list(illustrative_reviews(count, seed, vocabularies))


def test_a_file_holds_one_record_on_each_line(generate):
    lines = generate(count="30", seed="7").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == expected(30, 7)


def test_the_seed_is_1_unless_another_is_given(generate):
    assert (
        generate("one", count="3").read_bytes() == generate("two", count="3", seed="1").read_bytes()
    )


def test_lines_are_compact_and_in_utf_8(generate):
    text = generate(count="30").read_bytes().decode()
    assert "’" in text
    assert '": ' not in text


def test_without_a_file_the_records_are_printed(capfdbinary):
    call_command("generate_reviews", count="2", seed="1")
    printed = capfdbinary.readouterr().out.decode()
    assert [json.loads(line) for line in printed.splitlines()] == expected(2, 1)


def test_it_says_what_was_written(tmp_path, capsys):
    file = tmp_path / "reviews.jsonl"
    call_command("generate_reviews", count="1", output=str(file))
    assert capsys.readouterr().out == f"Written: 1 illustrative review to {file}.\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "Say how many reviews to write, for example --count 240."),
        ({"count": "0"}, "--count '0' is not a whole number from 1 to 10,000,000."),
        ({"count": "-5"}, "--count '-5' is not a whole number from 1 to 10,000,000."),
        ({"count": "1e3"}, "--count '1e3' is not a whole number from 1 to 10,000,000."),
        ({"count": "10000001"}, "--count '10000001' is not a whole number from 1 to 10,000,000."),
        (
            {"count": "9" * 5000},
            f"--count '{'9' * 39}…' is not a whole number from 1 to 10,000,000.",
        ),
        (
            {"count": "1", "seed": "-1"},
            f"--seed '-1' is not a whole number from 0 to {2**63 - 1:,}.",
        ),
        ({"count": "1", "seed": "x"}, f"--seed 'x' is not a whole number from 0 to {2**63 - 1:,}."),
    ],
)
def test_a_bad_number_is_said_in_one_line(tmp_path, options, message):
    file = tmp_path / "reviews.jsonl"
    with pytest.raises(CommandError) as failure:
        call_command("generate_reviews", output=str(file), **options)
    assert str(failure.value) == message
    assert not file.exists()


def test_a_folder_that_is_not_there(tmp_path):
    file = tmp_path / "none" / "reviews.jsonl"
    with pytest.raises(CommandError) as failure:
        call_command("generate_reviews", count="1", output=str(file))
    assert str(failure.value) == f"{file} can’t be written: No such file or directory."


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CommandError) as failure:
        call_command("generate_reviews", count="1", output=str(tmp_path))
    assert str(failure.value) == f"{tmp_path} can’t be written: it is a folder."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk():
    with pytest.raises(CommandError) as failure:
        call_command("generate_reviews", count="1", output="/dev/full")
    assert str(failure.value) == "/dev/full can’t be written: No space left on device."


def test_what_stood_there_stays_until_all_is_written(generate, monkeypatch):
    file = generate(count="2")
    before = file.read_bytes()
    interrupted = iter([b"half a line"])

    def stopped(*numbers):
        yield next(interrupted)
        raise KeyboardInterrupt

    monkeypatch.setattr(generate_reviews, "_lines", stopped)
    with pytest.raises(CommandError, match=r"Stopped. .* was not written."):
        generate(count="3")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "can’t be read: No such file or directory."),
        ("{", "can’t be used: It is no list of terms."),
        ("[]", "can’t be used: It is no list of terms."),
        ('{"types": []}', "can’t be used: The vocabularies have no types called"),
    ],
)
def test_vocabularies_that_can_not_be_used(generate, tmp_path, monkeypatch, content, reason):
    vocabularies = tmp_path / "vocabularies.json"
    if content is not None:
        vocabularies.write_text(content, encoding="utf-8")
    monkeypatch.setattr(generate_reviews, "VOCABULARIES", vocabularies)
    with pytest.raises(CommandError) as failure:
        generate(count="1")
    assert str(failure.value).startswith(f"{vocabularies} {reason}")
