"""A table of a page, read without asking anybody what its columns are.

An account of what happened is read as that of an entry is: what no column says of the children,
the date and the harm is taken from there. A title may say more than a name, as in a list.
"""

from reviews.intake import nations, reading, title_notes
from reviews.intake.lexicon import Lexicon, key
from reviews.intake.lines import OPENS, is_dated
from reviews.intake.proposal import Intake, Proposal, Read, Span
from reviews.intake.tables import about_columns
from reviews.intake.tables.column_names import ENTRY, IGNORE, LINK, PART
from reviews.intake.tables.columns import LOOKED_AT, ODD, SEEMS, Guess, propose
from reviews.intake.tables.grids import TITLE_LINK
from reviews.intake.tables.rows import read_rows
from reviews.intake.tables.separated import Table

_REFERENCES = {"ref", "reference", "id", "case ref", "case reference", "case number", "code"}
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
    for place, guess in enumerate(found):
        if guess == Guess("published", SEEMS):  # "Date" may be that of what happened
            found[place] = Guess("published", PART)
    if not {ENTRY, "summary"} & {guess.field for guess in found}:
        _find_accounts(table, found)
    if not any(one.field in (ENTRY, "title") and one.confidence > ODD for one in found):
        _find_names(table, found)
    return found


def _find_accounts(table: Table, found: list[Guess]) -> None:
    """The one column of which nothing is known but that its cells tell what happened."""
    accounts = [
        place
        for place, guess in enumerate(found)
        if guess.field in (IGNORE, LINK)
        and guess.confidence <= SEEMS
        and _tells(table.samples(place, LOOKED_AT))
    ]
    if len(accounts) == 1:
        found[accounts[0]] = Guess(ENTRY, 1.0)


def _tells(cells: list[str]) -> bool:
    """Whether cells begin as an account of what happened to a child does, or have it in a line."""
    told = [
        cell
        for cell in cells
        if len(cell) >= LEAST_ACCOUNT
        and any(OPENS.match(line) and len(line) >= LEAST_ACCOUNT for line in cell.split("\n")[:5])
    ]
    return len(told) > len(cells) / 2


def _find_names(table: Table, found: list[Guess]) -> None:
    """A number or a reference, where nothing else names the reviews."""
    for place, name in enumerate(table.header):
        if key(name) in _REFERENCES and found[place].field == IGNORE:
            found[:] = [Guess(IGNORE, ODD) if one.field == "title" else one for one in found]
            found[place] = Guess("title", PART)
            return


def _read_title(proposal: Proposal, lexicon: Lexicon) -> None:
    """A title such as "2023 – Northmere – Child A" or "Serious case review: Child A" in its parts.

    What a column of its own says counts before that.
    """
    if "title" not in proposal.fields:
        return
    text, place = proposal.record["title"], proposal.fields["title"]
    title = title_notes.read(text, place["start"], lexicon)
    names_type = title.type and title.alias and not title.is_type_alone
    says_more = title.nation or title.rest or (title.year and title.year.confidence <= 0.6)
    if not title.alias or not (is_dated(text) or names_type or says_more):
        return
    whole = Span(place["start"], place["end"])
    sure = min(place["confidence"], title.alias.confidence)
    proposal.put("title", Read(title.alias.value, whole, sure))
    if title.year and "published" not in proposal.fields:
        year_sure = min(sure, title.year.confidence)
        proposal.put("published", Read(title.year.value, whole, year_sure))
    if title.type and "type" not in proposal.fields:
        proposal.put("type", Read(title.type.value, whole, sure))
        proposal.warnings = [one for one in proposal.warnings if one.code != "type-missing"]
    title_notes.look_at(proposal, title)
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
