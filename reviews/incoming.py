"""PDFs that come with a form: looked at before anything is kept of them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile

from reviews.extraction import Unreadable, extract

SECONDS = 20  # of the processor, to read one while somebody waits


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a file that can be used."""

    name: str
    sha256: str
    bytes: int
    pages: int
    has_text: bool
    title: str


def check(file: TemporaryUploadedFile) -> Checked:
    """Read a file, and say what is in it. Raises Unreadable, with what to do about it."""
    path = Path(file.temporary_file_path())
    _check_size(file, path)
    try:
        content = extract(path, seconds=SECONDS)
    except Unreadable as reason:
        raise Unreadable(
            f"{reason} Check that it opens on your machine. If it does, save it as a PDF once "
            "more, without a password, and choose the new file."
        ) from reason
    with path.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    return Checked(
        name_of(file), sha256, file.size or 0, content.pages, content.has_text, content.title
    )


def name_of(file: TemporaryUploadedFile) -> str:
    """The name it had on the machine it came from: its end, if it is long."""
    return (file.name or "file")[-200:]


def _check_size(file: TemporaryUploadedFile, path: Path) -> None:
    """What arrived, and what of it was written to the disk (repository/incoming_files.py)."""
    most, size = settings.DOCUMENT_MEGABYTES, file.size or 0
    if size > most * 1024**2:
        raise Unreadable(
            f"It has {size / 1024**2:.0f} MB; at most {most} MB can be added. Save it with "
            "smaller pictures, or leave it out and give only the link."
        )
    if path.stat().st_size < size:
        raise Unreadable("There were too many files at once. Save, then add it by itself.")
