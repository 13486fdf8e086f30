"""A file or a paste as text: what it is by its content first, then by its name."""

import re
from pathlib import PurePath

from reviews.intake.formats.decoding import decode
from reviews.intake.formats.html_text import Parts, read_html
from reviews.intake.formats.linked_titles import apart
from reviews.intake.formats.pdf_text import read_pdf
from reviews.intake.formats.plain_text import read_markdown, read_plain
from reviews.intake.formats.texts import MOST_CHARACTERS, TOO_LONG, Text, Unreadable, clean
from reviews.intake.formats.word_text import read_word
from reviews.intake.tables.page_tables import with_tabs
from reviews.intake.tables.separated import Table

MOST_MEGABYTES = 20
KINDS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".json": "jsonl",
}
ACCEPT = ",".join(KINDS)
TABLES = frozenset(["csv", "jsonl"])
PASTE = "or copy the text and paste it."
OTHERS = (
    (rb"\{\\rtf", f"It is a rich text file (.rtf). Save it as .docx, {PASTE}"),
    (rb"\xd0\xcf\x11\xe0", f"It is an old Word, Excel or Outlook file. Save it as .docx, {PASTE}"),
    (rb"\x89PNG|GIF8|\xff\xd8\xff|II\*\x00|MM\x00\*", "It is a picture: there is no text in it."),
    (rb"(?s:.{4}ftyp|\x1aE\xdf\xa3|ID3|OggS)", "It is a film or a sound: there is no text in it."),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ", "It is a packed file. Unpack it first."),
)
IN_ARCHIVE = (
    (
        b"application/vnd.oasis.opendocument",
        f"It is an OpenDocument file. Save it as .docx, {PASTE}",
    ),
    (b"application/epub", f"It is a book (.epub). Open it, {PASTE.removeprefix('or ')}"),
    (b"xl/workbook", "It is an Excel file. Save it as .csv."),
    (b"ppt/presentation", f"It is a PowerPoint file. Save it as PDF, {PASTE}"),
)
MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:mime-version|received|message-id):",
    re.IGNORECASE,
)
PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.I)
SOME = 100_000
_PASTED = "A table of reviews was pasted: it was read by its rows and columns."
TAG = re.compile(r"</?[a-z][a-z1-6]*[\s/>]", re.I)
ENDS = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|table|td|a|span|strong|article|section|dd)>", re.I)


def read_file(name: str, content: bytes) -> Text:
    """The text of a file. Raises Unreadable, which says what to do."""
    if len(content) > MOST_MEGABYTES * 1024**2:
        raise Unreadable(f"The file is larger than {MOST_MEGABYTES} MB. Divide it.")
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("The file is empty.")
    kind = _kind(name, content)
    if kind == "pdf":
        return _text(kind, *read_pdf(content))
    if kind == "word":
        return _page(kind, *read_word(content))
    text, notes = decode(content, is_page=kind == "html")
    if kind in TABLES or (kind == "text" and text.lstrip().startswith('{"')):
        return _table("csv" if kind == "csv" else "jsonl", text, notes)
    if _is_page(kind, text):
        found, more = read_html(text)
        return _page("html", found, (*notes, *more))
    plain = read_markdown(text) if kind == "markdown" else read_plain(text)
    return _text("markdown" if kind == "markdown" else "text", plain, notes)


def read_pasted(text: str) -> Text:
    """The text of a paste, which may be the source of a web page. Raises Unreadable."""
    if _is_page("text", text):
        return _page("html", *read_html(text))
    if parts := with_tabs(text):
        return _page("text", [_plain(part) for part in parts], (_PASTED,))
    return _text("text", read_plain(text))


def _plain(part: str | Table) -> str | Table:
    return read_plain(part) if isinstance(part, str) else part


def _text(kind: str, text: str, notes: tuple[str, ...] = ()) -> Text:
    if not text:
        raise Unreadable("There is no text in it.")
    return Text(text if kind in TABLES else apart(text), kind, notes)


def _page(kind: str, parts: Parts, notes: tuple[str, ...]) -> Text:
    """What a page says. Its tables of reviews stay tables: `mixed.read` reads them as such."""
    apart_ = [apart(part) if isinstance(part, str) else part for part in parts]
    if all(isinstance(part, str) for part in parts):
        return _text(kind, "".join(map(str, parts)), notes)
    text = "\n\n".join(part for part in apart_ if isinstance(part, str))
    return Text(text, kind, notes, tuple(apart_))


def _table(kind: str, text: str, notes: tuple[str, ...]) -> Text:
    """Rows are another's to read (`tables.py`): only their characters are put right here."""
    rows = clean(text, tab="\t")  # it may stand between two cells
    if len(rows) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG)
    return _text(kind, rows.rstrip("\n"), notes)


def _kind(name: str, content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(content)
    for begins, what in OTHERS:
        if re.match(begins, content):
            raise Unreadable(what)
    if MAIL.match(content[:8192].replace(b"\r\n", b"\n")):
        raise Unreadable(f"It is an e-mail file. Open it, {PASTE.removeprefix('or ')}")
    kind = KINDS.get(PurePath(name).suffix.lower(), "text")
    if kind == "pdf":
        raise Unreadable("The file is not a PDF, although its name says so.")
    if kind == "word":
        raise Unreadable(
            f"The file is not a Word file, although its name says so. Save it as .docx, {PASTE}"
        )
    return kind


def _archive(content: bytes) -> str:
    """A Word file is a zip archive; so are many others, which the names in it give away."""
    ends = content[:4096] + content[-65536:]
    for sign, what in IN_ARCHIVE:
        if sign in ends and b"word/" not in ends:
            raise Unreadable(what)
    return "word"


def _is_page(kind: str, text: str) -> bool:
    """Whether a text is the source of a web page. Markdown may have some tags in it."""
    if PAGE.match(text) or kind == "markdown":
        return bool(PAGE.match(text))
    head = text[:SOME]
    if kind == "html":
        return bool(TAG.search(head))
    ends = len(ENDS.findall(head))
    return ends >= 2 and (head.lstrip().startswith("<") or 200 * ends > len(head))
