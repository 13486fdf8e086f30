"""A text of many reviews, read: `read` gives the proposals and what was not understood.

About 3 ms for an entry. Nothing here asks a database, and nothing is published by it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reviews import limits
from reviews.dates import DateError, PartialDate
from reviews.intake import (
    events,
    incidents,
    nations,
    people,
    points,
    sections,
    splitting,
    title_notes,
    titles,
    types_in,
)
from reviews.intake.lexicon import NOT_STATED, Lexicon
from reviews.intake.proposal import Intake, Leftover, Proposal, Read, Span, Warning
from reviews.intake.sentences import sentences

_EMPTY = {
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
    "incident_note": None,
    "content_note": None,
    "summary": "",
    "outcome": NOT_STATED,
}
MOST = 2_000  # entries of one text; the lists of a whole year have about 150
_CHARACTERS, _SENTENCES = 2_000, 6  # of an opening that tell what happened
_TOO_MANY = "too many at once"
_LISTS = ("children", "harms", "themes", "agencies", "learning", "recommendations")


def read(
    text: str, lexicon: Lexicon, *, month: str | None = None, otherwise: str | None = None
) -> Intake:
    """Read a text, as files.py gives it. `month`, such as 2023-05, is that of all entries.

    `otherwise` is the month of those that have none, neither in their titles nor above the list.
    """
    divided = splitting.split(text, lexicon)
    found = Intake(text, declared=divided.declared)
    found.added = month or (divided.added.value if divided.added else None)
    found.leftovers = list(divided.leftovers)
    for entry in divided.entries[:MOST]:
        added = _said(month) or entry.added or divided.added
        proposal, rest = _entry(text, divided.clean, entry, lexicon, added)
        if otherwise and not proposal.record["added"]:
            _put_month(proposal, otherwise)
        found.proposals.append(proposal)
        found.leftovers += _left(text, rest)
    for entry in divided.entries[MOST:]:
        found.leftovers.append(Leftover(entry.span, entry.title.of(text), _TOO_MANY))
    found.leftovers.sort(key=lambda one: one.span.start)
    look_at_whole(found)
    return found


def read_entry(text: str, lexicon: Lexicon, *, title: str = "", month: str | None = None) -> Intake:
    """Read a text that is one entry without a title line, such as a cell of a table."""
    whole = Span(0, len(text))
    entry = splitting.Entry(Span(0, 0), whole)
    proposal, rest = _entry(text, text, entry, lexicon, _said(month))
    proposal.record["title"] = title
    return Intake(text, [proposal], _left(text, rest), added=month)


def _left(text: str, spans: Iterable[Span]) -> list[Leftover]:
    return [Leftover(one, one.of(text), "not understood") for one in spans]


def look_at_whole(found: Intake) -> None:
    """Warn of what a text has too many or too few of."""
    count, declared = len(found.proposals), found.declared
    if not count:
        found.warnings.append(
            Warning(
                "",
                "no-entries",
                "No reviews were found. An entry begins with a line of its own, such as"
                " “2023 – Northmere – Child A” or “Serious case review: Child A”.",
            )
        )
    elif any(one.why == _TOO_MANY for one in found.leftovers):
        words = f"Only the first {MOST} reviews were read. Divide the text and read in the rest."
        found.warnings.append(Warning("", "too-many", words))
    elif declared is not None and declared != count:
        found.warnings.append(
            Warning(
                "", "count-differs", f"The text speaks of {declared} reviews; {count} were found."
            )
        )


def _entry(
    text: str, clean: str, entry: splitting.Entry, lexicon: Lexicon, added: Read[str] | None
) -> tuple[Proposal, tuple[Span, ...]]:
    record: dict[str, Any] = dict(_EMPTY) | {
        name: [] for name in (*_LISTS, "documents", "keywords")
    }
    proposal = Proposal(record, entry.span)
    title = title_notes.read(entry.title.of(text), entry.title.start, lexicon, entry.year)
    body = sections.divide(clean, entry.body)
    proposal.warnings += body.warnings
    proposal.incomplete = body.is_cut
    if body.is_cut:
        proposal.warn(
            "learning", "incomplete", f"The entry seems to stop in the middle: {body.cut_why}."
        )
    account = sentences(clean, _told(body.opening))[:_SENTENCES]
    _put_title(proposal, title, entry.is_sure)
    types_in.put(proposal, title, clean, body, lexicon)
    put_area(proposal, title, lexicon)
    title_notes.look_at(proposal, title)
    _put_dates(proposal, title, added)
    _put_summary(proposal, clean, body)
    _put_account(proposal, clean, account, lexicon)
    points.put(proposal, body, lexicon)
    _put_documents(proposal, title, body)
    return proposal, body.leftovers


def _told(opening: Span) -> Span:
    """As much of an opening as facts are read from: what is further down tells of other things."""
    return Span(opening.start, min(opening.end, opening.start + _CHARACTERS))


def _put_title(proposal: Proposal, title: titles.Title, is_sure: bool) -> None:
    if title.alias is None:
        proposal.warn(
            "title", "title-missing", "No name of the review was found. Enter the alias it uses."
        )
        return
    alias = title.alias if is_sure else Read(title.alias.value, title.alias.span, 0.6)
    proposal.put("title", Read(alias.value[: limits.TITLE], alias.span, alias.confidence))
    if title.is_type_alone:
        proposal.warn("title", "title-is-type", "The entry is called by the kind of review only.")
    if not is_sure:
        proposal.warn(
            "title",
            "title-unsure",
            "This line was taken for a title from its place alone. Check it.",
        )


def put_area(proposal: Proposal, title: titles.Title, lexicon: Lexicon) -> None:
    """Put the partnership that a title names, or that it names none, and the nation."""
    if title.anonymous:
        proposal.put("anonymous", title.anonymous)
    if title.area:
        name = lexicon.partnership(title.area.value)
        proposal.put(
            "partnership",
            Read(name or title.area.value, title.area.span, title.area.confidence if name else 0.7),
        )
        if not name:
            proposal.warn(
                "partnership",
                "partnership-unknown",
                f"“{title.area.value}” is the name of no partnership here. Choose one, or add it.",
            )
    nation = nations.of_type(proposal.record["type"])
    if title.nation:
        proposal.put("nation", title.nation)
    elif nation and title.type:
        proposal.put("nation", Read(nation, title.type.span, 0.9))
    elif nation:
        proposal.put("nation", Read(nation, _span_of(proposal, "type"), 0.6))
        proposal.warn(
            "nation", "nation-from-type", "The nation was taken from the kind of review. Check it."
        )
    elif title.area and (place := nations.of_area(title.area.value)):
        proposal.put("nation", Read(place, title.area.span, 0.8))


def _span_of(proposal: Proposal, name: str) -> Span:
    """Where a field was read."""
    held = proposal.fields[name]
    return Span(held["start"], held["end"])


def _said(month: str | None) -> Read[str] | None:
    """A month that stands nowhere in the text."""
    return Read(month, Span(0, 0)) if month else None


def _put_dates(proposal: Proposal, title: titles.Title, added: Read[str] | None) -> None:
    if title.year:
        proposal.put("published", _real(title.year))
    if added and added.span.end:
        proposal.put("added", added)
    elif added:
        proposal.record["added"] = added.value
    elif title.year and "-" in title.year.value:
        proposal.put("added", Read(title.year.value[:7], title.year.span, 0.7))
        proposal.warn(
            "added",
            "added-from-title",
            "The month in the title was taken for the month it was added, too.",
        )
    else:
        proposal.warn("added", "added-missing", "The month in which it was added is not said.")


def _real(date: Read[str]) -> Read[str]:
    """A day that the calendar does not have is left out: its month stays."""
    try:
        PartialDate.parse(date.value)
    except DateError:
        return replace(date, value=date.value[:7], confidence=0.5)
    return date


def _put_month(proposal: Proposal, month: str) -> None:
    """A month that somebody said, where the text says none."""
    proposal.record["added"] = month
    proposal.warnings = [one for one in proposal.warnings if one.code != "added-missing"]


def _put_summary(proposal: Proposal, text: str, body: sections.Body) -> None:
    parts = [body.opening, *body.background]
    written = [" ".join(part.of(text).split()) for part in parts]
    whole = "\n\n".join(part for part in written if part)
    if not whole:
        proposal.warn("summary", "summary-missing", "No account of what happened was found.")
        return
    span = Span(min(p.start for p in parts), max(p.end for p in parts)) if written[0] else parts[1]
    proposal.put("summary", Read(whole[: limits.SUMMARY], span))
    if len(whole) > limits.SUMMARY:
        proposal.warn("summary", "summary-cut", "The account is too long and was cut.")


def _put_account(proposal: Proposal, text: str, account: list[Span], lexicon: Lexicon) -> None:
    """Children, date, outcome and harms, from what is told of what happened."""
    found = people.find(text, account, proposal.record["title"])
    proposal.put_list(
        "children", [Read(one.record(), one.span, one.confidence) for one in found.people]
    )
    incident = incidents.find(text, account)
    if incident.date:
        proposal.put("incident", incident.date)
    event = events.read(text, account, lexicon, harmed_others=found.harmed_others)
    proposal.put("outcome", event.outcome)
    proposal.put_list("harms", event.harms, words=event.words)
    proposal.certainty, proposal.role = event.certainty, event.role
    if event.certainty == "suspected" and account:
        note = " ".join(account[0].of(text).split())
        proposal.put("incident_note", Read(note[: limits.INCIDENT_NOTE], account[0], 0.8))
    proposal.warnings += [*found.warnings, *incident.warnings, *event.warnings]


def _put_documents(proposal: Proposal, title: titles.Title, body: sections.Body) -> None:
    reads = []
    for link in body.links:
        kind = link.kind
        if title.kind and len(body.links) == 1:
            kind = title.kind.value
        record = {"label": link.label, "kind": kind, "url": link.url}
        reads.append(Read(record, link.span, link.confidence))
    proposal.put_list("documents", reads)
