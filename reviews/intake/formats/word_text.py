"""A Word file as text, by way of the HTML that mammoth makes of it."""

import io
import zipfile
from typing import Any

import mammoth

from reviews.intake.formats.html_text import Parts, read_html
from reviews.intake.formats.texts import TOO_LONG, Unreadable

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024**2  # pictures and all
MOST_RATIO = 200  # times as large as the file: a text packs to a tenth, a bomb to a thousandth
ALWAYS_UNPACKED = 5 * 1024**2
MOST_XML = 20 * 1024**2  # of what is read: text, styles, lists, addresses
MOST_TAGS = 120_000  # mammoth takes about 30 microseconds for each
TYPES = "[Content_Types].xml"
COPY = "Open it in Word, copy the text and paste it."
NO_WORD = "It is not a Word file. Save it as .docx, or copy the text and paste it."
BROKEN = f"The Word file is broken. {COPY}"
TOO_LARGE = "The Word file unpacks to far more than a list of reviews. {todo}"
STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        *(f"p[style-name='Heading {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='heading {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(
            f"p:{sort}-list({level}) => {'ul|ol > li > ' * (level - 1)}{tag} > li:fresh"
            for level in range(1, 6)
            for sort, tag in (("unordered", "ul"), ("ordered", "ol"))
        ),
        "p => p:fresh",
    ]
)


def read_word(content: bytes) -> tuple[Parts, tuple[str, ...]]:
    """The texts and tables of a .docx, and what to say about it. Raises Unreadable."""
    _check(content)
    try:
        found = mammoth.convert_to_html(
            io.BytesIO(content),
            style_map=STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_no_picture),
        )
    except RecursionError as error:
        raise Unreadable(f"The Word file is nested too deeply. {COPY}") from error
    except Exception as error:  # whatever a broken file makes another's program say
        raise Unreadable(BROKEN) from error
    return read_html(found.value)


def _no_picture(picture: Any) -> dict[str, str]:
    """Pictures are not opened."""
    return {}


def _check(content: bytes) -> None:
    """The cheap part: what the archive says of itself, and what its texts declare."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(content))
            if TYPES not in {entry.filename for entry in entries}:
                raise Unreadable(NO_WORD)
            _check_texts(archive, entries)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    except Exception as error:  # zlib.error and others of broken archives
        raise Unreadable(BROKEN) from error


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    texts = sum(entry.file_size for entry in entries if _is_text(entry))
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or texts > MOST_XML:
        raise Unreadable(TOO_LARGE.format(todo=COPY))
    if unpacked > max(MOST_RATIO * packed, ALWAYS_UNPACKED):
        raise Unreadable(TOO_LARGE.format(todo=COPY))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(f"The Word file is protected by a password. {COPY}")


def _check_texts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """No text may declare a type: that is where entities from outside would come from."""
    names = {entry.filename for entry in entries}
    if not any(name.startswith("word/") for name in names):
        raise Unreadable(NO_WORD)
    tags = 0
    for entry in filter(_is_text, entries):
        plain = archive.read(entry).replace(b"\x00", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise Unreadable(BROKEN)
        tags += plain.count(b"<") if entry.filename != "word/styles.xml" else 0
    if tags > MOST_TAGS:
        raise Unreadable(TOO_LONG)


def _is_text(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))
