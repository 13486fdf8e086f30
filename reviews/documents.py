"""A review's documents as its page shows them: where each can be read, and what is known of it."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlsplit

from reviews.models import Document

ARCHIVE = "https://web.archive.org/web/*/"
TYPES = {
    "pdf": "PDF",
    "doc": "Word document",
    "docx": "Word document",
    "odt": "OpenDocument text",
    "rtf": "Rich text",
}


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """Flat values for `components/document.html`. `held` and `url` are addresses, or empty.

    `facts` are its kind (unless its label says the same), type, size and pages.
    """

    label: str
    url: str
    held: str
    held_until: date | None
    was_held: bool
    facts: list[str]
    licence: str
    is_broken: bool
    worked_at: datetime | None

    @property
    def archived(self) -> str:
        """Where the Internet Archive would have copies of what the link led to."""
        return ARCHIVE + quote(self.url, safe="/:?&=%~+,;@!$'()*#")


def shown(document: Document) -> ShownDocument:
    return ShownDocument(
        label=document.label,
        url=document.url,
        held=document.get_absolute_url() if document.is_held else "",
        held_until=document.expires_on if document.is_held else None,
        was_held=document.was_held,
        facts=_facts(document),
        licence=document.licence if document.is_held else "",
        is_broken=document.is_broken,
        worked_at=document.link_worked_at,
    )


def _facts(document: Document) -> list[str]:
    kind = document.kind.live.label
    file = (_type(document), _size(document.bytes), _pages(document))
    return [text for text in (kind if kind != document.label else "", *file) if text]


def _type(document: Document) -> str:
    """By the file that is or was held, else by how the link's path ends."""
    if document.fetched_at:
        return "PDF"
    return TYPES.get(urlsplit(document.url).path.lower().rpartition(".")[2], "")


def _size(size: int | None) -> str:
    """As people say it: two figures are enough."""
    if not size:
        return ""
    if size < 1000:
        return "under 1 kB"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    megabytes = size / 1_000_000
    return f"{megabytes:.1f} MB" if megabytes < 10 else f"{megabytes:.0f} MB"


def _pages(document: Document) -> str:
    if not document.pages:
        return ""
    return f"{document.pages:,} page{'' if document.pages == 1 else 's'}"
