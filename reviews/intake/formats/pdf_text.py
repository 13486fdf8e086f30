"""A PDF as text, read by a process of its own (`reviews.extraction`)."""

import re
import tempfile
from pathlib import Path

from reviews import extraction
from reviews.intake.formats.texts import TOO_LONG, Unreadable, clean, link, tidy

SECONDS = 10  # of the processor; and twice that on the clock
SCANNED = (
    "The PDF holds pictures of pages, no text: open it in a program that recognises text, or ask"
    " whoever sent it for the text itself."
)
# As reviews/extraction/reading.py marks a link: its label and its address.
LINK = re.compile("\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002")
# The end of a link and the beginning of the next to the same address: a label on two lines.
DIVIDED = re.compile(
    "\ue001([^\ue000-\ue002]*)\ue002(?=\\s*\ue000[^\ue000-\ue002]*\ue001\\1\ue002)(\\s*)\ue000"
)


def read_pdf(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF, and what to say about it. Raises Unreadable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.pdf"
        path.write_bytes(content)
        try:
            found = extraction.extract(path, seconds=SECONDS, links=True)
        except extraction.Unreadable as error:
            raise Unreadable(str(error)) from error
    if found.is_cut:
        raise Unreadable(TOO_LONG)
    text = tidy(clean(LINK.sub(_link, DIVIDED.sub(r"\2", found.text))))
    if not text:
        raise Unreadable(SCANNED)
    return text, tuple(_notes(found))


def _link(found: re.Match[str]) -> str:
    return link(found[1], found[2])


def _notes(found: extraction.Content) -> list[str]:
    notes = ["Links of a PDF are read as far as their words are found: look at each."]
    if not found.has_text:
        notes.append("The PDF has hardly any text: its pages may be pictures.")
    if found.blank:
        notes.append(f"{found.blank} of {found.pages} pages had no text.")
    return notes
