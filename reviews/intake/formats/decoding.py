"""Bytes as text: what the file says of itself, then UTF-8, then Windows-1252."""

import codecs
import re

from reviews.intake.formats.texts import MOST_DECODED, TOO_LONG, Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 4096
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What the web means by these names (the Encoding standard).
SAME = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
SOME = 20_000
NOT_TEXT = (
    "The file is not a text: it holds what only a program can read. Open it in the program it was "
    "made with, copy the text and paste it."
)


def decode(content: bytes, is_page: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text, and what to say about how it was read. Raises Unreadable for what is no text."""
    if len(content) > 4 * MOST_DECODED:
        raise Unreadable(TOO_LONG)
    text, notes = _decoded(content, is_page)
    if _is_binary(text):
        raise Unreadable(NOT_TEXT)
    return text, notes


def _decoded(content: bytes, is_page: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), ()
    if guessed := _wide(content):
        return content.decode(guessed, "replace"), ("Read as UTF-16, which the file does not say.",)
    declared = _declared(content) if is_page else None
    if declared and declared != "utf-8":
        return content.decode(declared, "replace"), ()
    try:
        return content.decode(), ()
    except UnicodeDecodeError:
        return _eight_bits(content)


def _eight_bits(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Windows-1252, unless it is clearly UTF-8 of which a few bytes are broken."""
    mended = content.decode(errors="replace")
    broken = mended.count("\ufffd")
    letters = len(re.findall("[^\x00-\x7f\ufffd]", mended))
    if letters > 4 * broken:
        return mended, (f"Broken characters are shown as \ufffd: {broken:,}.",)
    plain = content.decode("cp1252", "surrogateescape")
    # The five bytes that Windows-1252 leaves open.
    return re.sub("[\udc80-\udcff]", lambda found: chr(ord(found[0]) - 0xDC00), plain), (
        "Read as Windows-1252.",
    )


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain English is zero."""
    some = content[:SOME]
    half = len(some) // 2
    if half < 4:
        return None
    even, odd = some[::2].count(0), some[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    """The encoding that a page names in its head, if it is one that bytes like these can have."""
    found = DECLARED.search(content[:HEAD])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    name = SAME.get(name, name)
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name).decode(codec.name)
    except LookupError:
        return None
    return None if codec.name.startswith(("utf", "unicode", "raw", "punycode")) else codec.name


def _is_binary(text: str) -> bool:
    """Whether more than one character in a hundred is none that people write."""
    return len(CONTROL.findall(text)) * 100 > len(text)
