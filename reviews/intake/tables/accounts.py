"""A table of a page, read without asking anybody what its columns are.

An account of what happened is read as that of an entry is: what no column says of the children,
the date and the harm is taken from there. A title may say more than a name, as in a list.
"""

from reviews.intake import nations, reading, titles
from reviews.intake.lexicon import Lexicon
from reviews.intake.lines import OPENS, is_dated
from reviews.intake.proposal import Intake, Proposal, Read, Span
from reviews.intake.tables import about_columns
from reviews.intake.tables.column_names import ENTRY, IGNORE, LINK
from reviews.intake.tables.columns import LOOKED_AT, ODD, Guess, propose
from reviews.intake.tables.grids import TITLE_LINK
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.separated import Table

LEAST_ACCOUNT = 40  # characters of a usual one


def read(table: Table, lexicon: Lexicon, *, month: str | None) -> Intake:
    """A proposal for each row. Columns that are not surely what they are taken for are said."""
    guesses = _guesses(table, lexicon)
    mapping = [guess.field for guess in guesses]
    if ENTRY not in mapping:
        mapping = [ENTRY if field == "summary" else field for field in mapping]
    sure = [guess.confidence for guess in guesses]
    found = read_rows(table, mapping, lexicon, sure=sure, month=month)
    found.warnings += about_columns(table, guesses)
    for proposal in found.proposals:
        _read_title(proposal, lexicon)
        _put_nation(proposal)
    return found


def _guesses(table: Table, lexicon: Lexicon) -> list[Guess]:
    found = propose(table, lexicon)
    if TITLE_LINK in table.header:
        found[table.header.index(TITLE_LINK)] = Guess(LINK, 1.0)
    if not {ENTRY, "summary"} & {guess.field for guess in found}:
        accounts = [
            place
            for place, guess in enumerate(found)
            if guess == Guess(IGNORE, ODD) and _tells(table.samples(place, LOOKED_AT))
        ]
        if len(accounts) == 1:
            found[accounts[0]] = Guess(ENTRY, 1.0)
    return found


def _tells(cells: list[str]) -> bool:
    """Whether cells begin as an account of what happened to a child does."""
    told = [cell for cell in cells if len(cell) >= LEAST_ACCOUNT and OPENS.match(cell)]
    return len(told) > len(cells) / 2


def _read_title(proposal: Proposal, lexicon: Lexicon) -> None:
    """A title such as "2023 – Northmere – Child A" or "Serious case review: Child A" in its parts.

    What a column of its own says counts before that.
    """
    if "title" not in proposal.fields:
        return
    text, place = proposal.record["title"], proposal.fields["title"]
    title = titles.read(text, place["start"], lexicon)
    names_type = title.type and title.alias and not title.is_type_alone
    if not title.alias or not (is_dated(text) or names_type):
        return
    whole = Span(place["start"], place["end"])
    sure = min(place["confidence"], title.alias.confidence)
    proposal.put("title", Read(title.alias.value, whole, sure))
    if title.year and "published" not in proposal.fields:
        proposal.put("published", Read(title.year.value, whole, sure))
    if title.type and "type" not in proposal.fields:
        proposal.put("type", Read(title.type.value, whole, sure))
        proposal.warnings = [one for one in proposal.warnings if one.code != "type-missing"]
    if not {"partnership", "anonymous"} & proposal.fields.keys():
        reading.put_area(proposal, title, lexicon)


def _put_nation(proposal: Proposal) -> None:
    """The nation that the kind of review or the partnership leaves no doubt of."""
    if "nation" in proposal.fields:
        return
    record, fields = proposal.record, proposal.fields
    if "type" in fields and (nation := nations.of_type(record["type"])):
        proposal.put("nation", Read(nation, _span(fields["type"]), 0.9))
    elif "partnership" in fields and (nation := nations.of_area(record["partnership"])):
        proposal.put("nation", Read(nation, _span(fields["partnership"]), 0.8))


def _span(place: dict[str, int]) -> Span:
    return Span(place["start"], place["end"])
