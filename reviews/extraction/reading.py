"""A program that reads one PDF and says what is in it. Run by `reviews.extraction`, never imported.

A PDF is made by strangers and read by a large library in C++. So it is read in a process of its
own that can neither write files, nor run on, nor take more memory than it is allowed: whatever
happens here happens to nobody else. On standard output comes one JSON object, with `problem` or
with `pages`, `text`, `title`, `blank` (pages without text) and `is_cut` (there was more text).
With 1 for LINKS the text has them: the first of MARKS, label, the second, address, the third.

    python reading.py FILE SECONDS MEGABYTES MOST_PAGES MOST_CHARACTERS LINKS
"""

import ctypes
import json
import resource
import sys
from typing import Any

NEEDS_PASSWORD = 4  # FPDF_ERR_PASSWORD
MOST_OF_TITLE = 1_000
MOST_LINKS = 500  # of a page
MOST_OF_ADDRESS = 2_000
MARKS = "\ue000\ue001\ue002"


def limit(seconds: int, megabytes: int) -> None:
    """From here on this process can't do more than this. The kernel sees to it."""
    memory = megabytes * 1024**2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: str, most_pages: int, most_characters: int, links: int) -> dict[str, object]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            return {"problem": "The PDF is encrypted: it opens only with a password."}
        return {"problem": "The PDF is broken: it can’t be opened."}
    count = len(pdf)
    if not 1 <= count <= most_pages:
        return {"problem": f"The PDF has {count:,} pages; from 1 to {most_pages:,} can be held."}
    texts, left = [], most_characters
    for number in range(count):
        try:
            page = pdf[number]
            text = page_text(pdf, page, links) if left > 0 else ""
        except pypdfium2.PdfiumError:
            return {"problem": f"The PDF is broken: page {number + 1} can’t be read."}
        page.close()
        texts.append(text[:left])
        left -= len(text)
    title = pdf.get_metadata_dict().get("Title", "")[:MOST_OF_TITLE]
    return {
        "pages": count,
        "text": "\f".join(texts),
        "title": title,
        "blank": sum(not text.strip() for text in texts),
        "is_cut": left <= 0,
    }


def page_text(pdf: Any, page: Any, links: int) -> str:
    words = page.get_textpage()
    text: str = words.get_text_bounded()
    return (
        with_links(pdf, page, words, text.translate(dict.fromkeys(map(ord, MARKS))))
        if links
        else text
    )


def with_links(pdf: Any, page: Any, words: Any, text: str) -> str:
    """The text of a page with its links, as far as their labels are found in it."""
    import pypdfium2.raw as pdfium

    found: list[tuple[int, str, str]] = []
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < MOST_LINKS and pdfium.FPDFLink_Enumerate(page, place, link):
        address, area = address_of(pdf, link, pdfium), pdfium.FS_RECTF()
        if not address or not pdfium.FPDFLink_GetAnnotRect(link, area):
            continue
        label = words.get_text_bounded(area.left, area.bottom, area.right, area.top).strip()
        middle = (area.bottom + area.top) / 2
        index = pdfium.FPDFText_GetCharIndexAtPos(words, area.left + 1, middle, 5, 5)
        if label and index >= 0:
            start = nth(text, label, words.get_text_range(0, index).count(label) if index else 0)
            found.append((start, label, address))
    end = len(text) + 1
    for start, label, address in sorted(found, reverse=True):
        if start >= 0 and start + len(label) <= end:
            marked = MARKS[0] + label + MARKS[1] + address + MARKS[2]
            text = text[:start] + marked + text[start + len(label) :]
            end = start
    return text


def nth(text: str, part: str, before: int) -> int:
    """Where a part stands that has so many like it before it; -1 where it does not."""
    start = text.find(part)
    for _ in range(before):
        start = text.find(part, start + 1) if start >= 0 else start
    return start


def address_of(pdf: Any, link: Any, pdfium: Any) -> str:
    """The address on the web that a link leads to; "" for a place in the same file."""
    action = pdfium.FPDFLink_GetAction(link)
    length = pdfium.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
    if not 1 < length <= MOST_OF_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(pdf, action, buffer, length)
    address = buffer.value.decode("utf-8", "replace")
    return address.translate(dict.fromkeys(map(ord, MARKS + "\f\r\n\x00")))


def main() -> None:
    path, *numbers = sys.argv[1:]
    seconds, megabytes, most_pages, most_characters, links = map(int, numbers)
    limit(seconds, megabytes)
    try:
        found = read(path, most_pages, most_characters, links)
    except MemoryError:
        found = {"problem": "The PDF needs more memory than a report should."}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
