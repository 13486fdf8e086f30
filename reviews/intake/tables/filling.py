"""A record is filled from cells: each field by its reader, then the whole is looked at."""

from collections.abc import Iterable
from typing import Any

from reviews import limits, records
from reviews.dates import PartialDate
from reviews.intake.lexicon import NOT_STATED
from reviews.intake.proposal import Proposal
from reviews.intake.tables.cell_lists import (
    points_of,
    read_documents,
    read_keywords,
    terms_of,
)
from reviews.intake.tables.cells import (
    Cell,
    Filling,
    Reader,
    date_of,
    read_added,
    read_anonymous,
    read_nation,
    read_partnership,
    term_of,
    text_of,
)
from reviews.intake.tables.child_cells import complete, read_children
from reviews.intake.tables.column_names import FIELDS
from reviews.parsing import ProblemsFound

# By field of the record, in the order in which they are read: anonymity before the partnership,
# keywords before the terms that leave what is none of them there.
_READERS: dict[str, Reader] = {
    "title": text_of("title", limits.TITLE),
    "headline": text_of("headline", limits.HEADLINE),
    "type": term_of("type"),
    "nation": read_nation,
    "anonymous": read_anonymous,
    "partnership": read_partnership,
    "published": date_of("published"),
    "added": read_added,
    "incident": date_of("incident"),
    "incident_note": text_of("incident_note", limits.INCIDENT_NOTE),
    "content_note": text_of("content_note", limits.CONTENT_NOTE),
    "summary": text_of("summary", limits.SUMMARY, lines=True),
    "children": read_children,
    "outcome": term_of("outcome"),
    "keywords": read_keywords,
    "harms": terms_of("harms", "harm"),
    "themes": terms_of("themes", "theme"),
    "agencies": terms_of("agencies", "agency"),
    "learning": points_of("learning", "agencies"),
    "recommendations": points_of("recommendations", "addressed_to"),
    "documents": read_documents,
}
# What a record has to have, and what is said where it is missing.
_MISSING = {
    "title": "No title is given. Write the name that the review uses.",
    "type": "The kind of review is not given. Choose it.",
    "summary": "What happened is not told. Write it in a few sentences.",
    "outcome": "What the child suffered is not given. Choose it, or “Not stated”.",
    "harms": "No kind of harm is given. Choose one, or “Not stated”.",
}
_BEFORE_ALL = "2000-01"


def blank_record() -> dict[str, Any]:
    """A record of which nothing is known."""
    return {
        "reference": None,
        "title": "",
        "headline": None,
        "type": NOT_STATED,
        "nation": None,
        "partnership": None,
        "anonymous": False,
        "published": None,
        "added": None,
        "incident": None,
        "content_note": None,
        "incident_note": None,
        "summary": "",
        "children": [],
        "outcome": NOT_STATED,
        "harms": [],
        "themes": [],
        "agencies": [],
        "learning": [],
        "recommendations": [],
        "documents": [],
        "keywords": [],
        "illustrative": False,
    }


def fill(filling: Filling, cells: Iterable[Cell], *, instead: bool = False) -> None:
    """Put what cells say into the record; `instead`: in the place of what it has already."""
    by_record: dict[str, list[Cell]] = {}
    for cell in cells:
        record = FIELDS[cell.code].record if cell.code in FIELDS else cell.code
        if cell.text.strip():
            by_record.setdefault(record, []).append(cell)
    for record, read in _READERS.items():
        if found := by_record.get(record):
            before = filling.proposal.record[record]
            if instead:
                _forget(filling.proposal, record)
            read(filling, found)
            if instead and record == "children":
                complete(filling, found[0], before)


def _forget(proposal: Proposal, record: str) -> None:
    proposal.record[record] = blank_record()[record]
    proposal.fields.pop(record, None)
    proposal.warnings = [warning for warning in proposal.warnings if warning.field != record]


def look_at(proposal: Proposal) -> None:
    """Warn of what is missing, of dates that contradict, and of what no record may have."""
    warned = {warning.field for warning in proposal.warnings}
    for name, said in _MISSING.items():
        if name not in proposal.fields and name not in warned:
            proposal.warn(name, f"{name}-missing", said)
    _compare_dates(proposal)
    stand_ins = {name: "?" for name in ("title", "summary") if not proposal.record[name]}
    added = proposal.record["added"] or _BEFORE_ALL
    whole = {"added": added, "reference": f"CR-{added[:4]}-0001"}
    try:
        records.parse(proposal.record | stand_ins | whole)
    except ProblemsFound as error:
        for problem in error.problems:
            name = problem.path.split("[")[0].split(".")[0]
            if name in proposal.record and name != "published":
                proposal.record[name] = blank_record()[name]
                proposal.fields.pop(name, None)
                proposal.warn(name, "not-usable", f"{problem}")


def _compare_dates(proposal: Proposal) -> None:
    published, incident = proposal.record["published"], proposal.record["incident"]
    if not (published and incident):
        return
    if PartialDate(published).latest < PartialDate(incident).earliest:
        said = f"It was published ({published}) before the incident ({incident})."
        proposal.warn("published", "before-incident", f"{said} Check which date is wrong.")
