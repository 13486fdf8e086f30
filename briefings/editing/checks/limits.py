"""How much an edition may hold, and which addresses it may name.

What a page can show, a PDF can set and a reader can read: well above what anybody writes.
"""

import re
from collections.abc import Iterator, Mapping

from briefings.content import Content
from briefings.editing.checks.finding import PieceFinding, about
from briefings.records import EditionRecord

ROWS = {"sections": 30, "questions": 60, "resources": 60, "contacts": 30, "figures": 60}
STATEMENTS, CITED, PINNED, RELATED, TERMS = 200, 100, 500, 30, 30
# Characters, by the name of a field or the end of one.
LENGTHS = {
    "title": 200,
    "standfirst": 600,
    "selection": 2000,
    "body": 60_000,
    "basis": 10_000,
    "concerns": 10_000,
    "sections-text": 20_000,
    "sections-heading": 200,
    "statements-text": 1_000,
    "questions-text": 1_000,
    "author_biography": 2_000,
    "contacts-text": 1_000,
}
OTHERS = 500  # of any text that is not named here
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:https?://[^\s/?#]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9])\S*", re.IGNORECASE
)
_PLACE = re.compile(r"-[^-]+-|\.[0-9]+\.")


def find(record: EditionRecord, texts: Mapping[str, str]) -> Iterator[PieceFinding]:
    """What is too long or too much, and links that lead nowhere."""
    for field, text in texts.items():
        most = LENGTHS.get(_PLACE.sub("-", field), OTHERS)
        if len(text) > most:
            yield about("too-long", field, f"{len(text):,} characters, at most {most:,}")
    yield from _too_many(record)
    yield from _links(record.content)


def _too_many(record: EditionRecord) -> Iterator[PieceFinding]:
    content = record.content
    counted = {name: (len(getattr(content, name)), most) for name, most in ROWS.items()}
    counted["statements"] = len(content.statements), STATEMENTS
    counted["pinned"] = len(record.pinned), PINNED
    counted["related"] = len(record.related), RELATED
    for name in ("themes", "agencies"):
        counted[name] = len(getattr(record, name)), TERMS
    for one in content.statements:
        cited = record.evidence.get(one.id, ())
        counted[f"statements-{one.id}-evidence"] = len(cited), CITED
    for field, (count, most) in counted.items():
        if count > most:
            yield about("too-many", field, f"{count:,}, at most {most:,}")


def _links(content: Content) -> Iterator[PieceFinding]:
    """Addresses as typed. A contact's may be an e-mail address or a telephone number."""
    links = {"report_url": (content.report.url, _WEB)}
    for rows, name, form in (
        ("resources", "url", _WEB),
        ("contacts", "url", _CONTACT),
        ("figures", "source_url", _WEB),
    ):
        for place, row in enumerate(getattr(content, rows), start=1):
            links[f"{rows}.{place}.{name}"] = getattr(row, name), form
    for field, (url, form) in links.items():
        if url and not form.fullmatch(url):
            yield about("bad-link", field, url[:80])
