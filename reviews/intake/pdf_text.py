"""A PDF as text, read by a process of its own (`reviews.extraction`)."""

import tempfile
from pathlib import Path

from reviews import extraction
from reviews.intake.texts import Unreadable, clean, tidy

SECONDS = 10  # of the processor; and twice that on the clock
MEGABYTES = 1024
SCANNED = (
    "The PDF holds pictures of pages, no text: open it in a program that recognises text, or ask"
    " whoever sent it for the text itself."
)


def read_pdf(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF, and what to say about it. Raises Unreadable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.pdf"
        path.write_bytes(content)
        try:
            found = extraction.extract(path, seconds=SECONDS, megabytes=MEGABYTES)
        except extraction.Unreadable as error:
            raise Unreadable(str(error)) from error
    text = tidy(clean(found.text))
    if not text:
        raise Unreadable(SCANNED)
    return text, ("Links are not read from a PDF.",)
