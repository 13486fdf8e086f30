"""Tables as sources of intake: CSV, and records as JSON Lines."""

from reviews.dates import quoted
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Intake, Warning
from reviews.intake.tables.column_names import FIELDS, IGNORE
from reviews.intake.tables.columns import Guess, problems_of, propose
from reviews.intake.tables.jsonl import read_jsonl
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.sheets import Table, read_csv

CSV, JSONL = "csv", "jsonl"


def read_table(kind: str, text: str, lexicon: Lexicon, *, month: str | None = None) -> Intake:
    """Read a table of a kind ("csv" or "jsonl") without asking anybody what its columns are.

    Columns that are not surely what they were taken for are warned of.
    """
    if kind == JSONL:
        return read_jsonl(text, lexicon, month=month)
    table = read_csv(text)
    guesses = propose(table, lexicon)
    mapping = [guess.field for guess in guesses]
    sure = [guess.confidence for guess in guesses]
    intake = read_rows(table, mapping, lexicon, sure=sure, month=month)
    intake.warnings += about_columns(table, guesses)
    return intake


def about_columns(table: Table, guesses: list[Guess]) -> list[Warning]:
    """What to say of columns that may be something else."""
    called = f"{table.name}, the column" if table.name else "the column"
    found = []
    for name, guess in zip(table.header, guesses, strict=True):
        if guess.is_sure:
            continue
        said = f"{called} {quoted(name)} was taken for “{FIELDS[guess.field].label}”"
        if guess.field == IGNORE:
            said = f"{called} {quoted(name)} was left out"
        found.append(Warning("", "column-unsure", f"{said[0].upper()}{said[1:]}. Check that."))
    mapping = [guess.field for guess in guesses]
    problems = problems_of(table.header, mapping) if table.header else []
    return found + [Warning("", "columns", said) for _, said in problems]
